"""The home a conversation is about, and when it can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, timedelta
from typing import Any, Final

from bot.dialogue.compiled import Local, spoken_money
from bot.dialogue.memory import Memory
from bot.dialogue.phrases import formats
from bot.records import frozen

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKS_AHEAD: Final = 2  # weekly free times are offered this far
SLOTS_OFFERED: Final = 8  # buttons under the question
SLOTS_SPOKEN: Final = 3  # times named in a sentence


@frozen
class Home:
    """What may be said about a listing: the page's word before the office's file."""

    id: str = ""
    address: str = ""
    price: str = ""
    status: str = ""
    title: str = ""
    beds: str = ""
    baths: str = ""
    size: str = ""
    year: str = ""
    url: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


def home_of(local: Local, context: Mapping[str, Any]) -> Home | None:
    """The home of this conversation, None when it is about none."""
    given = context.get("listing") or {}
    office = local.listing
    if not given and office is None:
        return None
    price = given.get("price") or (office.price if office else None)
    return Home(
        id=str(given.get("id") or (office.id if office else "")),
        address=str(given.get("address") or (office.address if office else "")),
        price=spoken_money(price, local) if isinstance(price, int | float) else str(price or ""),
        status=office.status if office else "",
        title=office.title if office else "",
        beds=f"{office.beds:g}" if office and office.beds is not None else "",
        baths=f"{office.baths:g}" if office and office.baths is not None else "",
        size=office.size if office else "",
        year=str(office.year) if office and office.year is not None else "",
        url=office.url if office else "",
        facts=office.facts if office else {},
    )


def free_slots(local: Local, memory: Memory, now: datetime) -> tuple[datetime, ...]:
    """The free viewing times from now on, in the market's time, soonest first."""
    given = memory.context.get("slots")
    if given is None:
        given = local.listing.slots if local.listing else ()
    here = now.astimezone(local.zone)
    times = {time for slot in given for time in times_of(str(slot), here)}
    return tuple(sorted(time for time in times if time > here))


def slot_choices(local: Local, memory: Memory, now: datetime) -> tuple[tuple[str, str], ...]:
    """Free times as buttons: the stored value with its label."""
    return tuple(
        (stored(time), formats.short_moment(time, local.lang[:2], local.country))
        for time in free_slots(local, memory, now)[:SLOTS_OFFERED]
    )


def spoken_slots(local: Local, memory: Memory, now: datetime) -> str:
    """The next free times in a sentence."""
    times = free_slots(local, memory, now)[:SLOTS_SPOKEN]
    return "; ".join(formats.short_moment(time, local.lang[:2], local.country) for time in times)


def stored(time: datetime) -> str:
    """A time as it is kept: local, to the minute."""
    return time.strftime("%Y-%m-%dT%H:%M")


def times_of(slot: str, here: datetime) -> list[datetime]:
    """The moments of a slot: one for a date and time, one a week for "Tue 14:00"."""
    weekday, _, clock = slot.partition(" ")
    if weekday[:3].lower() in WEEKDAYS and clock:
        return _weekly(WEEKDAYS.index(weekday[:3].lower()), clock, here)
    try:
        time = datetime.fromisoformat(slot)
    except ValueError:
        return []
    return [
        time.replace(tzinfo=here.tzinfo) if time.tzinfo is None else time.astimezone(here.tzinfo)
    ]


def _weekly(weekday: int, clock: str, here: datetime) -> list[datetime]:
    hour, _, minute = clock.partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60):
        return []
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    first = midnight + timedelta(days=(weekday - here.weekday()) % 7)
    start = first.replace(hour=int(hour), minute=int(minute))
    return [start + timedelta(weeks=week) for week in range(WEEKS_AHEAD)]
