"""Why a lead was rung where it was rung: the rule, the ladder, and what everybody did then."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.leads.timeline import EventLike

STEPS: Final = frozenset(
    {
        "hot", "escalated", "passed_on", "passed", "snoozed", "claimed", "released",
        "handed_over", "unanswered", "second_channel", "digest", "returned",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RungLine:
    """A rung of the ladder as it stood when the lead became hot."""

    after: timedelta
    to: str  # as written in site.yaml
    who: tuple[str, ...]  # names


@dataclass(frozen=True, slots=True)
class Routed:
    """What the timeline says of a lead's way to its agent."""

    why: str  # the rule that decided, and those passed over; "" where it never rang
    owner: str  # the name of whom it was meant for
    opens: datetime | None  # when it rang aloud, where that was not at once
    ladder: tuple[RungLine, ...]
    steps: tuple[EventLike, ...]  # everything that moved it, oldest first


def routed(events: Iterable[EventLike], names: Mapping[str, str]) -> Routed:
    """Read it from a lead's timeline."""
    steps = tuple(event for event in events if event.kind in STEPS)
    first = next((event for event in steps if event.kind == "hot"), None)
    told: dict[str, Any] = json.loads(first.data or "{}") if first is not None else {}
    opens, owner = told.get("opens"), str(told.get("owner") or "")
    return Routed(
        why=str(told.get("why") or ""),
        owner=names.get(owner, owner),
        opens=datetime.fromisoformat(opens) if opens else None,
        ladder=tuple(
            RungLine(timedelta(seconds=after), str(to), tuple(names.get(id_, id_) for id_ in who))
            for after, to, who in told.get("ladder") or ()
        ),
        steps=steps,
    )
