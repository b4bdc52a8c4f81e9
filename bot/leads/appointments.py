"""The time that a visitor and the office have: booked, wished for, or asked to be called at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.leads.facts import AlertFacts
from bot.understanding import kinds
from bot.understanding.types import Slot, Surroundings

CALL: Final = "Call"
VIEWING: Final = "Viewing"
CALL_TAKES: Final = timedelta(minutes=15)
ANY_TIME: Final = Slot("time", "time", "datetime")


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is at which time, as the visitor said it; the time carries the market's zone."""

    what: str
    at: datetime

    def length(self, viewing_minutes: int) -> timedelta:
        """How long it takes."""
        return CALL_TAKES if self.what == CALL else timedelta(minutes=viewing_minutes)


def said(facts: AlertFacts, country: str) -> Agreed | None:
    """The time that the visitor gave: of a viewing, else of the call they asked for. A day alone
    is only a wish, and what is over when the lead is taken is none."""
    at = _local(facts, str(facts.fields.get("viewing_at") or ""))
    if at is not None:
        return Agreed(VIEWING, at)
    if not (facts.call_now and facts.asked):
        return None
    around = Surroundings(facts.at.astimezone(facts.tz), facts.lang[:2] or "en", country)
    reading = kinds.read("datetime", facts.asked, ANY_TIME, around)
    at = _local(facts, str(reading.value or "")) if reading is not None else None
    return Agreed(CALL, at) if at is not None else None


def _local(facts: AlertFacts, value: str) -> datetime | None:
    if "T" not in value:
        return None
    try:
        return datetime.fromisoformat(value).replace(tzinfo=facts.tz)
    except ValueError:
        return None
