"""What time does to a score: interest fades, and dates that were given grow stale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.memory import Memory
from bot.dialogue.scoring import COLD, DISQUALIFIED, HOT, WARM, Reason, Score, Tally

# After so many days what was said of the time no longer holds.
GOOD_FOR: Final[Mapping[str, int]] = {"now": 30, "1_3m": 92, "3_6m": 183, "6_12m": 366}
LOWER: Final[Mapping[str, str]] = {HOT: WARM, WARM: COLD, COLD: COLD, DISQUALIFIED: DISQUALIFIED}
DAY: Final = 86_400


def engagement_after(points: int, days: float, half_life_days: int) -> int:
    """Engagement halves in each half-life; before it was earned it is what it is."""
    left: float = 0.5 ** (max(0.0, days) / half_life_days)
    return round(points * left)


def aged(
    flow: CompiledFlow, memory: Memory, fresh: Score, since: datetime, now: datetime
) -> Score:
    """A score as it is now, when the visitor was last heard of at ``since``."""
    days = (now - since).total_seconds() / DAY
    engagement = engagement_after(fresh.engagement, days, flow.flow.half_life_days)
    total = min(100, fresh.fit + engagement)
    band, gate = Tally(flow, memory).band(flow.flow, total)
    reasons = fresh.reasons
    if engagement != fresh.engagement:
        lost = engagement - fresh.engagement
        words = f"interest of {days:.0f} days ago has faded"
        reasons = (*reasons, Reason("faded", lost, words, "", engagement=True))
    if is_stale(memory, now):
        band, gate = LOWER[band], (*gate, "the time given has passed: ask again")
    return replace(
        fresh, engagement=engagement, total=total, band=band, reasons=reasons, gate=gate
    )


def is_stale(memory: Memory, now: datetime) -> bool:
    """ "1-3 months", said 100 days ago, says nothing any more."""
    answer = memory.answers.get("timeline")
    if answer is None or answer.value not in GOOD_FOR or not answer.at:
        return False
    said = datetime.fromisoformat(answer.at)
    said = said if said.tzinfo is not None else said.replace(tzinfo=UTC)
    return (now - said).total_seconds() > GOOD_FOR[answer.value] * DAY
