"""What a lead's timeline says of its alerts: since when it is hot, who was rung, what came."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

RANG: Final = ("hot", "escalated", "passed_on", "released")  # events that name who was rung
OUTCOMES: Final = {
    "reached": "📞 Reached",
    "no_answer": "📵 No answer",
    "booked": "📅 Booked",
    "bad_lead": "🗑 Bad lead",
    "signed": "✍️ Signed",
    "lost": "❌ Lost",
}
REASONS: Final = {  # why somebody passes; it costs nothing, and says where the routing is wrong
    "busy": "🚗 Busy now",
    "area": "📍 Not my area",
    "price": "💶 Not my price",
    "lang": "🗣 Not my language",
    "other": "… Something else",
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
class Return:
    """The visitor came back: for the how many-eth time, after when, and what they were worth."""

    visit: int
    at: datetime
    last_at: datetime
    before: int  # the score of then
    band: str  # and its band
    cause: str = ""  # tells one return from another


@dataclass(frozen=True, slots=True)
class Story:
    """The part of a timeline that an alert shows."""

    hot_at: datetime | None
    first: tuple[str, ...]  # agents and groups rung at once
    rung: tuple[str, ...]  # and all who were rung since
    outcomes: tuple[tuple[str, datetime], ...] = ()  # (kind, when), in order
    why: str = ""  # why it was routed so
    opens: datetime | None = None  # when it rings aloud, where that was not at once
    passed: tuple[tuple[str, str], ...] = ()  # (agent, reason)
    snoozed: tuple[tuple[str, datetime], ...] = ()  # (agent, until)
    looked: tuple[str, ...] = ()  # agents who read all of it, or asked to be reminded
    given_by: str = ""  # the agent who handed it over to the present one
    refused: bool = False  # an agent noted that this person wants no contact
    digests: tuple[tuple[str, str], ...] = ()  # (agent, digest) that listed it
    back: Return | None = None  # the last return
    climbed: tuple[str, ...] = ()  # who was rung because nobody had claimed, in this climb
    freed_at: datetime | None = None  # when its agent gave it back
    freed_by: str = ""  # and who that was, while nobody has taken it again
    unanswered: bool = False  # nobody came, all the way up the ladder

    def until(self, agent: str) -> datetime | None:
        """Until when this agent snoozes."""
        return dict(self.snoozed).get(agent)

    def reason(self, agent: str) -> str:
        """Why this agent passed, "" for who did not."""
        return dict(self.passed).get(agent, "")

    @property
    def contacted_at(self) -> datetime | None:
        """When an agent last tried or reached this person."""
        tried = [at for kind, at in self.outcomes if kind in ("reached", "no_answer", "booked")]
        return tried[-1] if tried else None


class _Draft:
    """A story while its timeline is read."""

    def __init__(self) -> None:
        self.hot: EventLike | None = None
        self.first: tuple[str, ...] = ()
        self.rung: dict[str, None] = {}
        self.outcomes: list[tuple[str, datetime]] = []
        self.passed: dict[str, str] = {}
        self.snoozed: dict[str, datetime] = {}
        self.looked: dict[str, None] = {}
        self.digests: dict[tuple[str, str], None] = {}
        self.given_by = ""
        self.refused = False
        self.back: Return | None = None
        self.climbed: dict[str, None] = {}
        self.freed_at: datetime | None = None
        self.freed_by = ""
        self.unanswered = False

    def read(self, event: EventLike) -> None:
        """Take one line in."""
        data = _data(event.data)
        if event.kind in RANG:
            self._rang(event, data)
        if event.kind in OUTCOMES:
            self.outcomes.append((event.kind, event.at))
        elif event.kind in ("passed", "snoozed", "looked"):
            self._looked(event, data)
        elif event.kind == "digest":
            self.digests[str(data.get("agent", "")), str(data.get("digest", ""))] = None
        else:
            self._changed(event, data)

    def _rang(self, event: EventLike, data: dict[str, Any]) -> None:
        agents = dict.fromkeys(map(str, data.get("agents") or ()))
        self.rung.update(agents)
        if event.kind == "released" or data.get("morning"):
            self.climbed.clear()
        if event.kind in ("escalated", "released") and not data.get("morning"):
            self.climbed.update(agents)
        if event.kind == "released":
            self.freed_at = event.at
        if event.kind == "hot" and self.hot is None:
            self.hot, self.first = event, tuple(self.rung)

    def _looked(self, event: EventLike, data: dict[str, Any]) -> None:
        if event.kind == "passed":
            self.passed[event.who] = str(data.get("reason") or "other")
            return
        self.looked[event.who] = None
        if event.kind == "snoozed":
            self.snoozed[event.who] = _moment(data.get("until")) or event.at

    def _changed(self, event: EventLike, data: dict[str, Any]) -> None:
        """What changes whose it is, or whether it is anybody's."""
        if event.kind == "handed_over":
            self.given_by = event.who
        elif event.kind in ("claimed", "released"):
            self.given_by, self.unanswered = "", False
            self.freed_by = event.who if event.kind == "released" else ""
        elif event.kind == "unanswered":
            self.unanswered = True
        elif event.kind in ("do_not_contact", "allowed"):
            self.refused = event.kind != "allowed"
        elif event.kind == "returned":
            self.back = Return(
                visit=int(data.get("visit", 2)),
                at=event.at,
                last_at=_moment(data.get("last_at")) or event.at,
                before=int(data.get("total", 0)),
                band=str(data.get("band", "")),
                cause=str(data.get("cause", "")),
            )


def story_of(events: Iterable[EventLike]) -> Story:
    """Read a timeline, oldest first."""
    draft = _Draft()
    for event in events:
        draft.read(event)
    told = _data(draft.hot.data) if draft.hot else {}
    return Story(
        hot_at=draft.hot.at if draft.hot else None,
        first=draft.first,
        rung=tuple(draft.rung),
        outcomes=tuple(draft.outcomes),
        why=str(told.get("why", "")),
        opens=_moment(told.get("opens")),
        passed=tuple(draft.passed.items()),
        snoozed=tuple(draft.snoozed.items()),
        looked=tuple(draft.looked),
        given_by=draft.given_by,
        refused=draft.refused,
        digests=tuple(draft.digests),
        back=draft.back,
        climbed=tuple(draft.climbed),
        freed_at=draft.freed_at,
        freed_by=draft.freed_by,
        unanswered=draft.unanswered,
    )


def _moment(text: Any) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) and text else None


def _data(text: str) -> dict[str, Any]:
    data = json.loads(text or "{}")
    return data if isinstance(data, dict) else {}
