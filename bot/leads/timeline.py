"""What a lead's timeline says of its alerts: since when it is hot, who was rung, what came."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

RANG = ("hot", "escalated", "passed_on")  # events that name the agents who were rung
OUTCOMES = {
    "reached": "📞 Reached",
    "no_answer": "📵 No answer",
    "booked": "📅 Booked",
    "hand_over": "🔁 Hand over",
    "bad_lead": "🗑 Bad lead",
}


class EventLike(Protocol):
    """A stored line of a lead's timeline."""

    @property
    def kind(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def data(self) -> str: ...
    @property
    def at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Story:
    """The part of a timeline that an alert shows."""

    hot_at: datetime | None
    first: tuple[str, ...]  # agents rung at once
    rung: tuple[str, ...]  # and all who were rung since
    outcomes: tuple[tuple[str, datetime], ...] = ()  # (kind, when), in order
    why: str = ""  # why it was routed so


def story_of(events: Iterable[EventLike]) -> Story:
    """Read a timeline, oldest first."""
    hot_at: datetime | None = None
    why = ""
    first: tuple[str, ...] = ()
    rung: dict[str, None] = {}
    outcomes: list[tuple[str, datetime]] = []
    for event in events:
        if event.kind in RANG:
            data = _data(event.data)
            rung.update(dict.fromkeys(map(str, data.get("agents") or ())))
            if event.kind == "hot" and hot_at is None:
                hot_at, first, why = event.at, tuple(rung), str(data.get("why", ""))
        elif event.kind in OUTCOMES:
            outcomes.append((event.kind, event.at))
    return Story(hot_at, first, tuple(rung), tuple(outcomes), why)


def _data(text: str) -> dict[str, Any]:
    data = json.loads(text or "{}")
    return data if isinstance(data, dict) else {}
