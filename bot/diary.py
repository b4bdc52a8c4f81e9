"""When homes can be seen: what site.yaml and calendars offer, without what is taken.

Only this process writes bookings, so what it remembers of them is right until it changes one
itself; a time that went to somebody else in the very same moment is refused by the store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.calendars import Calendars
from bot.dialogue.homes import WEEKS_AHEAD, stored, times_of
from bot.dialogue.memory import listing_id
from bot.dialogue.session import Session
from bot.dialogue.site import Agent, Listing, Site
from bot.leads.agenda import Span
from storage.rows import Booking
from storage.store import ReadStore

MOST: Final = 60  # free times that are kept for a conversation
PLACES: Final = 500  # homes whose bookings are remembered

Link = Callable[[str], str]  # a conversation's id -> the address of its calendar file


class Diary:
    """Knows the free times of every listing of the site."""

    def __init__(
        self, store: ReadStore, site: Callable[[], Site], calendars: Calendars, link: Link
    ) -> None:
        self._store, self._site, self._calendars, self._link = store, site, calendars, link
        self._taken: dict[tuple[str, str], list[Booking]] = {}

    async def open(self, session: Session, conversation: str, now: datetime) -> Session:
        """The session with the times that are free now, as the dialogue offers them."""
        context: dict[str, Any] = {**session.context, "ics": self._link(conversation)}
        listing = self._listing(session)
        if listing is not None:
            context["slots"] = await self.free(listing, conversation, now)
        if context == session.context:
            return session
        return replace(session, context=context)

    async def free(self, listing: Listing, conversation: str, now: datetime) -> list[str]:
        """A listing's free times from now on, local ISO, soonest first."""
        zone = self.zone(listing.market)
        until = now + timedelta(weeks=WEEKS_AHEAD)
        busy, offered = self._spans(listing, now, until, zone)
        bookings = await self._bookings(listing, now)
        busy += [
            Span(one.starts_at, one.ends_at) for one in bookings if _blocks(one, conversation, now)
        ]
        length = self.length
        here = now.astimezone(zone)
        times = {time for slot in listing.slots for time in times_of(slot, here)}
        times |= {time.astimezone(zone) for span in offered for time in _cut(span, length)}
        open_ = sorted(
            time
            for time in times
            if time > here and not any(span.meets(time, time + length) for span in busy)
        )
        return [stored(time) for time in open_[:MOST]]

    @property
    def length(self) -> timedelta:
        """How long a viewing takes."""
        return timedelta(minutes=self._site().viewing_minutes)

    def zone(self, market: str) -> tzinfo:
        """The time zone of a market."""
        return ZoneInfo(self._site().market(market).tz)

    def forget(self, booking: Booking | None = None) -> None:
        """A booking was changed: what was remembered of it is read again."""
        if booking is None:
            self._taken.clear()
            return
        for key in [
            key for key in self._taken if key[0] == booking.place or key[1] == booking.agent
        ]:
            del self._taken[key]

    def _listing(self, session: Session) -> Listing | None:
        id_ = listing_id(session.context)
        return next((one for one in self._site().listings if one.id == id_), None) if id_ else None

    def _agent(self, id_: str) -> Agent | None:
        return next((one for one in self._site().agents if one.id == id_), None)

    def _spans(
        self, listing: Listing, since: datetime, until: datetime, zone: tzinfo
    ) -> tuple[list[Span], list[Span]]:
        """What calendars say is busy, of the home or of its agent, and what the home's offers."""
        busy, free = self._calendars.of(listing.calendar).spans(since, until, zone)
        agent = self._agent(listing.agent)
        if agent is not None and agent.calendar:
            busy += self._calendars.of(agent.calendar).spans(since, until, zone)[0]
        return busy, free

    async def _bookings(self, listing: Listing, now: datetime) -> list[Booking]:
        key = (listing.id, listing.agent)
        found = self._taken.get(key)
        if found is None:
            found = await self._store.bookings(listing.id, listing.agent, now)
            if len(self._taken) >= PLACES:
                self._taken.clear()
            self._taken[key] = found
        return found


def _blocks(booking: Booking, conversation: str, now: datetime) -> bool:
    """Whether somebody else has this time."""
    lapsed = booking.held_until is not None and booking.held_until <= now
    return booking.conversation != conversation and not lapsed


def _cut(span: Span, length: timedelta) -> list[datetime]:
    """The viewings that fit into a time that is offered."""
    count = int((span.end - span.start) / length)
    return [span.start + n * length for n in range(min(count, MOST))]
