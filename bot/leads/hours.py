"""Whether somebody may be called now: the visitor's hours, which are not the office's.

08 to 21 on the visitor's clock, in Florida until 20; a market may say otherwise in site.yaml.
Florida is told by the state of an answer, or by the area code of the number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from bot.dialogue.shifts import DAYS

FLORIDA: Final = re.compile(
    r"\+1(239|305|321|324|352|386|407|448|561|645|656|689|727|728|754|772|786|813|850|863|904|941|954)"
)


@dataclass(frozen=True, slots=True)
class Hours:
    """When a visitor may be called, in local time."""

    start: time = time(8)
    end: time = time(21)

    def __str__(self) -> str:
        end = "24:00" if self.end == time.max else f"{self.end:%H:%M}"
        return f"{self.start:%H:%M}-{end}"

    def hold(self, local: datetime) -> bool:
        """Whether a local time is within."""
        return self.start <= local.time() < self.end

    def opens(self, local: datetime) -> datetime:
        """The same moment, or the next one at which a call is decent."""
        if self.hold(local):
            return local
        day = local + timedelta(days=1) if local.time() >= self.end else local
        at = self.start
        return day.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)


STRICT: Final = Hours(end=time(20))


def hours_of(written: str, phone: str, fields: Mapping[str, Any]) -> Hours:
    """The hours of a visitor; ``written`` is the market's own, as ``09:00-20:00``."""
    own = read_hours(written) or Hours()
    if fields.get("region") == "FL" or FLORIDA.match(phone):
        return Hours(max(own.start, STRICT.start), min(own.end, STRICT.end))
    return own


def read_hours(text: str) -> Hours | None:
    """``09:00-20:00``; None where it cannot be read, or is no stretch of one day."""
    start, _, end = (part.strip() for part in text.replace("–", "-").partition("-"))
    try:
        until = time.max if end == "24:00" else time.fromisoformat(end)
        hours = Hours(time.fromisoformat(start), until)
    except ValueError:
        return None
    return hours if hours.start < hours.end else None


def day_and_time(at: datetime, now: datetime) -> str:
    """``08:00`` today, else ``Thu 08:00``; both in one zone."""
    clock = f"{at:%H:%M}"
    return clock if at.date() == now.date() else f"{DAYS[at.weekday()]} {clock}"
