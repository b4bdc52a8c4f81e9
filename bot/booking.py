"""From a turn to its booking: what became of the viewing, as a row. No I/O here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from bot.compact import encode
from bot.dialogue.memory import listing_id, reachable
from bot.dialogue.session import Session
from bot.dialogue.site import Site
from bot.dialogue.viewings import CONFIRMED, ENDED, FIELD
from bot.leads.hours import Hours, hours_of
from storage.rows import Booking, Outgoing

HELD: Final = timedelta(minutes=30)  # a time is kept so long for somebody nobody can reach yet
DAY_BEFORE: Final = timedelta(days=1)
SOON: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Here:
    """The visitor's clock."""

    zone: tzinfo
    hours: Hours


def here(session: Session, site: Site) -> Here:
    """Where a conversation is, and when its visitor may be disturbed."""
    market, fields = site.market(session.market), session.fields
    phone = str(fields.get("phone") or "")
    return Here(ZoneInfo(market.tz), hours_of(market.calling_hours, phone, fields))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a turn wants booked: whose, and from when to when."""

    conversation: str
    lead_id: str
    session: Session


def booked(
    before: Booking | None, wanted: Wanted, site: Site, now: datetime, new_id: Callable[[], str]
) -> Booking | None:
    """The booking after a turn, None where nothing changes."""
    session = wanted.session
    active = before if before is not None and before.takes_time else None
    start = _start(session, site)
    if start is None or session.status in ENDED:
        return None if active is None else _changed(active, now, state="cancelled")
    state = _state(session)
    if active is None:
        return None if start <= now else _new(wanted, start, site, now, new_id)
    if active.starts_at != start:
        length = timedelta(minutes=site.viewing_minutes)
        return _changed(active, now, state=state, starts_at=start, ends_at=start + length)
    if active.state == state or (active.state == "confirmed" and state == "asked"):
        return None
    return _changed(active, now, state=state)


def rows(
    booking: Booking, before: Booking | None, here: Here, now: datetime
) -> tuple[Outgoing, ...]:
    """What follows from a change: the agent is told, and both are reminded in time."""
    was = before if before is not None and before.takes_time else None
    if booking.state == "held" or (was is None and not booking.takes_time):
        return ()
    what = _what(booking, was)
    if was is not None and was.state == "held" and booking.state == "cancelled":
        return ()
    told = _row("book.card", booking, now, now, what=what)
    return (told, *(_reminders(booking, here, now) if booking.takes_time else ()))


def _decent(due: datetime, hours: Hours) -> datetime:
    """The same moment, or the last one before it at which nobody sleeps."""
    if hours.hold(due):
        return due
    day = due - timedelta(days=1) if due.time() < hours.start else due
    late = day.replace(hour=hours.end.hour, minute=hours.end.minute, second=0, microsecond=0)
    return late - timedelta(hours=1)


def _what(booking: Booking, was: Booking | None) -> str:
    if booking.state == "cancelled":
        return "cancelled"
    changed = was is not None and was.state != "held" and was.starts_at != booking.starts_at
    if changed and booking.state == "asked":
        return "moved"
    return booking.state


def _reminders(booking: Booking, market: Here, now: datetime) -> list[Outgoing]:
    """The day before and an hour before, for the visitor when they are awake."""
    found: list[Outgoing] = []
    for what, ahead in (("tomorrow", DAY_BEFORE), ("soon", SOON)):
        due = _decent((booking.starts_at - ahead).astimezone(market.zone), market.hours)
        if due > now:
            found.append(_row("book.remind", booking, due, now, what=what))
    return found


def hash_of(link: str) -> str:
    """What is stored of a calendar link, so that a stolen database opens none."""
    token = link.rpartition("/")[2].removesuffix(".ics")
    return hashlib.sha256(token.encode()).hexdigest() if token else ""


def local_time(booking: Booking, zone: tzinfo) -> str:
    """The booked time as the dialogue keeps it."""
    return booking.starts_at.astimezone(zone).strftime("%Y-%m-%dT%H:%M")


def _start(session: Session, site: Site) -> datetime | None:
    answer = session.answers.get(FIELD)
    value = str(answer.value) if answer is not None else ""
    if "T" not in value:
        return None
    try:
        local = datetime.fromisoformat(value)
    except ValueError:
        return None
    return local.replace(tzinfo=ZoneInfo(site.market(session.market).tz))


def _state(session: Session) -> str:
    if CONFIRMED in session.flags:
        return "confirmed"
    settled = session.status in ("complete", "handoff") or reachable(session)
    return "asked" if settled else "held"


def _new(
    wanted: Wanted, start: datetime, site: Site, now: datetime, new_id: Callable[[], str]
) -> Booking:
    state, place = _state(wanted.session), listing_id(wanted.session.context)
    listing = next((one for one in site.listings if one.id == place), None)
    return Booking(
        id=new_id(),
        conversation=wanted.conversation,
        lead_id=wanted.lead_id,
        place=listing.id if listing is not None else "",
        agent=listing.agent if listing is not None else "",
        starts_at=start,
        ends_at=start + timedelta(minutes=site.viewing_minutes),
        state=state,
        held_until=now + HELD if state == "held" else None,
        number=0,
        link_hash=hash_of(str(wanted.session.context.get("ics") or "")),
        created_at=now,
        updated_at=now,
    )


def _changed(booking: Booking, now: datetime, **changes: object) -> Booking:
    changed = replace(booking, number=booking.number + 1, updated_at=now, **changes)  # type: ignore[arg-type]
    return replace(changed, held_until=now + HELD if changed.state == "held" else None)


def _row(kind: str, booking: Booking, due: datetime, now: datetime, *, what: str) -> Outgoing:
    return Outgoing(
        key=f"{kind}:{booking.id}:{booking.number}:{what}",
        kind=kind,
        lane="",
        payload=encode({"booking": booking.id, "number": booking.number, "what": what}),
        due_at=due,
        lead_id=booking.lead_id,
        created_at=now,
    )
