"""A viewing as a calendar file, for the visitor's calendar and the agent's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from icalendar import Alarm

AHEAD: Final = timedelta(hours=2)
STATUS: Final = {"asked": "TENTATIVE", "held": "TENTATIVE", "confirmed": "CONFIRMED"}
NO_HOST: Final = "doorstep.invalid"


@dataclass(frozen=True, slots=True)
class Viewing:
    """What stands in it. The times carry the market's zone."""

    id: str
    number: int  # of its changes: calendars take the highest
    state: str
    start: datetime
    end: datetime
    changed: datetime
    address: str
    with_whom: str
    company: str
    host: str = NO_HOST
    what: str = "Viewing"
    visitor: str = ""  # name and number, in the file of the agent who has the lead


def ics(viewing: Viewing) -> bytes:
    """The file; the same viewing later changed is the same event with a higher number."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - no start waits for it

    event = Event()
    event.add("uid", f"viewing-{viewing.id}@{viewing.host}")
    event.add("sequence", viewing.number)
    event.add("dtstamp", viewing.changed)
    event.add("dtstart", viewing.start)
    event.add("dtend", viewing.end)
    about = viewing.address or viewing.visitor
    event.add("summary", f"{viewing.what}: {about}" if about else viewing.what)
    if viewing.address:
        event.add("location", viewing.address)
    event.add("description", _description(viewing))
    event.add("status", STATUS.get(viewing.state, "CANCELLED"))
    if viewing.state in STATUS:
        event.add_component(_alarm(viewing.what))
    calendar = Calendar()
    calendar.add("prodid", "-//Doorstep//Viewing//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    made: bytes = calendar.to_ical()
    return made


def _description(viewing: Viewing) -> str:
    if viewing.visitor:
        return f"With {viewing.visitor}."
    people = ", ".join(part for part in (viewing.with_whom, viewing.company) if part)
    return f"With {people}. To move it, reply in the chat."


def _alarm(what: str) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415 - as above

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -AHEAD)
    alarm.add("description", f"{what} in 2 hours")
    return alarm
