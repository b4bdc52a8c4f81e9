"""How fast leads are answered: each agent's own figures, and the median of all. Pure.

Passing costs nothing and is not counted against anybody; letting a lead ring on is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any, Final

from bot.leads import words

KINDS: Final = ("hot", "escalated", "claimed", "passed")
FEW: Final = 5  # claims of the whole team below which a median says nothing


@dataclass(frozen=True, slots=True)
class Figures:
    """What one agent is told of a period."""

    rung: int  # leads that rang first with them
    claimed: int
    passed: int
    timed_out: int  # rang first with them, and went on unclaimed and unpassed
    mine: float | None  # median seconds from the ring to their claim
    team: float | None  # the same of everybody; None while there are few


@dataclass(slots=True)
class _Lead:
    """One lead's first minutes."""

    rang_at: datetime | None = None
    first: tuple[str, ...] = ()
    escalated: bool = False
    passed: tuple[str, ...] = ()
    claimed_by: str = ""
    took: float | None = None


def figures(events: Iterable[Any], agent: str, boxes: Iterable[str] = ()) -> Figures:
    """An agent's figures from everybody's events; ``boxes`` are ids under which they are rung."""
    leads: dict[str, _Lead] = {}
    for event in events:
        _read(leads.setdefault(event.lead_id, _Lead()), event)
    mine = {agent, *boxes}
    with_me = [lead for lead in leads.values() if mine & set(lead.first)]
    own = [one.took for one in leads.values() if one.claimed_by == agent and one.took is not None]
    everyone = [lead.took for lead in leads.values() if lead.took is not None]
    return Figures(
        rung=len(with_me),
        claimed=sum(lead.claimed_by == agent for lead in leads.values()),
        passed=sum(agent in lead.passed for lead in leads.values()),
        timed_out=sum(_timed_out(lead, agent) for lead in with_me),
        mine=median(own) if own else None,
        team=median(everyone) if len(everyone) >= FEW else None,
    )


def in_words(told: Figures) -> str:
    """Two lines."""
    if not told.rung and not told.claimed:
        return "The last 30 days: no hot lead rang with you yet."
    first = (
        f"The last 30 days: {told.rung} rang with you first, {told.claimed} claimed, "
        f"{told.passed} passed, {told.timed_out} timed out"
    )
    own = words.lasted(told.mine) if told.mine is not None else "none yet"
    team = words.lasted(told.team) if told.team is not None else "too few yet"
    return f"{first}\nYour median to the claim: {own} · the team's: {team}"


def _read(lead: _Lead, event: Any) -> None:
    data = json.loads(event.data or "{}")
    if event.kind == "hot" and lead.rang_at is None:
        lead.first = tuple(map(str, data.get("agents") or ()))
        opens = data.get("opens")
        lead.rang_at = datetime.fromisoformat(opens) if opens else event.at
    elif event.kind == "escalated" and not data.get("morning"):
        lead.escalated = True
    elif event.kind == "passed":
        lead.passed = (*lead.passed, event.who)
    elif event.kind == "claimed" and not lead.claimed_by:
        lead.claimed_by = event.who
        if lead.rang_at is not None:
            lead.took = max(0.0, (event.at - lead.rang_at).total_seconds())


def _timed_out(lead: _Lead, agent: str) -> bool:
    return lead.escalated and agent not in lead.passed and lead.claimed_by != agent
