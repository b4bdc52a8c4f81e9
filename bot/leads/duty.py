"""Who works now: the shift of site.yaml, and what agents say of themselves: off, on, a pause.

A status ends by its own time, so nothing has to be done when it does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from bot.dialogue.shifts import DAYS, next_start, on_shift
from bot.dialogue.site import Agent
from bot.leads.hours import day_and_time

ON, OFF, PAUSE, DRIVING = "on", "off", "pause", "driving"
KINDS: Final = (ON, OFF, PAUSE, DRIVING)
LASTS: Final = {  # unless the agent says for how long
    ON: timedelta(hours=4),
    OFF: timedelta(hours=12),
    PAUSE: timedelta(hours=1),
    DRIVING: timedelta(minutes=45),
}
LONGEST: Final = timedelta(days=30)
_PART = re.compile(r"(?<!\d)(\d{1,4})(?!\d)\s*(m|min|mins|minutes?|h|hrs?|hours?|d|days?)?")
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Status:
    """What an agent said of themselves, and until when it holds."""

    kind: str
    until: datetime

    def dump(self) -> str:
        """As it is stored."""
        return json.dumps({"kind": self.kind, "until": self.until.isoformat()})


def load(text: str | None) -> Status | None:
    """A stored status."""
    if not text:
        return None
    data = json.loads(text)
    return Status(data["kind"], datetime.fromisoformat(data["until"]))


@dataclass(frozen=True, slots=True)
class Roster:
    """What routing knows beside the site: statuses, and how many leads each was given lately."""

    statuses: Mapping[str, Status] = field(default_factory=lambda: MappingProxyType({}))
    loads: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def status(self, agent: str, now: datetime) -> Status | None:
        """The status that holds now."""
        status = self.statuses.get(agent)
        return status if status is not None and status.until > now else None

    def works(self, agent: Agent, local: datetime) -> bool:
        """Whether this agent is there to be rung aloud; ``local`` is now on their clock."""
        status = self.status(agent.id, local)
        if status is not None:
            return status.kind == ON
        return on_shift(agent.shift, local)

    def returns(self, agent: Agent, local: datetime) -> datetime | None:
        """When an agent who does not work now does again; None where nobody can say."""
        status = self.status(agent.id, local)
        if status is None or status.kind == ON:
            return next_start(agent.shift, local)
        back = status.until.astimezone(local.tzinfo)
        return back if on_shift(agent.shift, back) else next_start(agent.shift, back)

    def why_away(self, agent: Agent, local: datetime) -> str:
        """``is off shift until Mon 08:00``, ``is paused until 14:30``, ``is driving``."""
        status = self.status(agent.id, local)
        back = self.returns(agent, local)
        if status is None:
            return "is off shift" + (f" until {DAYS[back.weekday()]} {back:%H:%M}" if back else "")
        until = f" until {day_and_time(back, local)}" if back else ""
        return {OFF: "is off", PAUSE: "is paused", DRIVING: "is driving"}[status.kind] + until


NOBODY_SAID: Final = Roster()


def read_length(text: str) -> timedelta | None:
    """``2h``, ``90``, ``1h 30m``; plain numbers are minutes. None where it cannot be read."""
    total, rest = timedelta(), text.strip().lower()
    if not rest or not re.fullmatch(rf"(?:{_PART.pattern}\s*)+", rest):
        return None
    for number, unit in _PART.findall(rest):
        total += timedelta(**{_UNITS[(unit or "m")[0]]: int(number)})
    return total if timedelta() < total <= LONGEST else None
