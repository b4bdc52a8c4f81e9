"""One text read as one kind of answer, with or without a question of a shipped flow."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding import kinds
from bot.understanding.types import Reading, Slot, Surroundings
from tests.dialogue.talking import library, shipped

NOW = "2026-03-10T14:05"


def read_alone(
    kind: str, text: str, market: str, flow: str = "", question: str = "", **more: str
) -> Reading | None:
    """What ``doorstep understand`` reads; ``more`` may hold ``lang`` and ``now``."""
    place = library().site.market(market)
    lang = more.get("lang") or place.lang
    now = datetime.fromisoformat(more.get("now") or NOW).replace(tzinfo=ZoneInfo(place.tz))
    if flow:
        local = shipped(flow).local(market, lang)
        regions = local.market.licensed_states
        around = local.around(now, lang=lang[:2], regions=regions)
        return kinds.read(kind, text, local.spots[question].slot, around)
    around = Surroundings(
        now,
        lang[:2],
        place.country,
        place.currency,
        place.areas,
        min_price=place.min_price or None,
        min_rent=place.min_rent or None,
        regions=place.licensed_states,
    )
    return kinds.read(kind, text, Slot(kind, kind, kind), around)


def outcome(reading: Reading | None) -> Any:
    """The value; a range as (low, high); "skip" for a refusal; "ask" for a question back."""
    if reading is None:
        return None
    if reading.value is None:
        return "skip" if reading.refused else "ask"
    if reading.low is not None and reading.high is not None:
        return (reading.low, reading.high)
    return reading.value
