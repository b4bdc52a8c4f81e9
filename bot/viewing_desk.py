"""Viewings after they were booked: what agents decide, and the files and words that follow.

Telegram, the inbox and the reminders all come through here, and whatever is decided is a turn of
the visitor's conversation: the booking, the words and what is sent are one transaction.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from bot.alerts.claiming import Claims, Done
from bot.alerts.desk import Desk
from bot.booking import hash_of, local_time
from bot.conversations import Conversations
from bot.dialogue.events import Arrange, Event, Remind
from bot.dialogue.phrases import formats
from bot.dialogue.site import Agent
from bot.diary import Diary
from bot.leads.invites import NO_HOST, Viewing, ics
from bot.riding import Ride, Spoken
from bot.takeover import Cause, Post
from bot.talk import ConversationGone, UnknownConversation
from storage.rows import Booking, Lead, Outgoing
from storage.store import Conflict, SlotTaken

TOKEN: Final = 22  # characters of base64url: more than 128 bits
GONE: Final = "This viewing is no longer there."
TAKEN: Final = "That time was taken just now."
DONE: Final = {
    "confirm": "Confirmed; the visitor is told.",
    "move": "Moved; the visitor is told.",
    "cancel": "Cancelled; the visitor is told.",
}


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booking with all that is said of it."""

    booking: Booking
    lead: Lead
    when: str  # in words, on the market's clock
    spoken: str  # the same in the visitor's language
    address: str
    agent: str  # id of who shows it


class ViewingDesk:
    """Decides about viewings, and makes their files."""

    def __init__(
        self,
        desk: Desk,
        claims: Claims,
        conversations: Conversations,
        diary: Diary,
        to_visitor: Post | None,
    ) -> None:
        """``to_visitor`` makes the rows that carry words to a visitor who is in Telegram."""
        self._desk, self._claims, self._conversations = desk, claims, conversations
        self._diary, self._to_visitor = diary, to_visitor

    async def arrange(
        self, booking_id: str, agent: Agent, what: str, cause: Cause, at: str = ""
    ) -> Done:
        """An agent confirms, moves or cancels; whoever does claims a lead that is free."""
        booking = await self._desk.store.booking(booking_id)
        if booking is None or not booking.takes_time:
            return Done(False, GONE)
        lead = await self._desk.store.lead(booking.lead_id)
        if lead is not None and lead.owner != agent.id:
            claimed = await self._claims.claim(lead.id, agent.id)
            if not claimed.ok:
                return claimed
        return await self._play(booking, Arrange(what, at, agent.name), cause, DONE[what])

    async def remind(self, booking: Booking, what: str) -> Done:
        """Remind the visitor; once, and not of what was changed meanwhile."""
        zone = self._diary.zone(await self._market(booking))
        event = Remind(what, local_time(booking, zone))
        cause = Cause(f"remind:{booking.id}:{booking.number}:{what}")
        return await self._play(booking, event, cause, "")

    async def appointment(self, booking: Booking) -> Appointment | None:
        """What is said of a booking; None where its lead is gone."""
        lead = await self._desk.store.lead(booking.lead_id)
        if lead is None:
            return None
        site = self._desk.cases.site()
        market = site.market(lead.market)
        iso = local_time(booking, self._diary.zone(lead.market))
        listing = next((one for one in site.listings if one.id == booking.place), None)
        return Appointment(
            booking=booking,
            lead=lead,
            when=formats.moment(iso, "en", market.country),
            spoken=formats.moment(iso, lead.lang[:2], market.country),
            address=listing.address if listing is not None else "",
            agent=lead.owner or booking.agent,
        )

    async def times(self, booking: Booking, most: int) -> list[tuple[str, str]]:
        """Where a viewing could be moved to: local ISO with its words."""
        site, now = self._desk.cases.site(), self._desk.clock()
        listing = next((one for one in site.listings if one.id == booking.place), None)
        if listing is None:
            return []
        country = site.market(listing.market).country
        free = await self._diary.free(listing, booking.conversation, now)
        mine = local_time(booking, self._diary.zone(listing.market))
        return [
            (iso, formats.short_moment(datetime.fromisoformat(iso), "en", country))
            for iso in free
            if iso != mine
        ][:most]

    async def file(self, booking: Booking) -> bytes:
        """The viewing as a calendar file."""
        site = self._desk.cases.site()
        found = await self.appointment(booking)
        zone = self._diary.zone(await self._market(booking))
        names = {one.id: one.name for one in site.agents}
        return ics(
            Viewing(
                id=booking.id,
                number=booking.number,
                state=booking.state,
                start=booking.starts_at.astimezone(zone),
                end=booking.ends_at.astimezone(zone),
                changed=booking.updated_at,
                address=found.address if found is not None else "",
                with_whom=names.get(found.agent, "") if found is not None else "",
                company=site.company,
                host=urlsplit(site.base_url).hostname or NO_HOST,
            )
        )

    async def file_of_link(self, token: str) -> bytes | None:
        """The calendar file behind a link; None where there is none."""
        booking = await self._desk.store.booking_by_link(hash_of(token))
        return await self.file(booking) if booking is not None else None

    async def _market(self, booking: Booking) -> str:
        lead = await self._desk.store.lead(booking.lead_id)
        return lead.market if lead is not None else ""

    async def _play(self, booking: Booking, event: Event, cause: Cause, done: str) -> Done:
        stale = False

        def post(told: Spoken) -> tuple[Outgoing, ...]:
            nonlocal stale
            stale = told.stale
            carried = told.row.channel == "telegram" and told.messages and not told.stale
            return self._to_visitor(told) if carried and self._to_visitor is not None else ()

        ride = Ride(cause.settles, post, client_id=cause.id, unasked=True)
        try:
            await self._conversations.play(booking.conversation, [event], ride)
        except SlotTaken:
            return Done(False, TAKEN)
        except Conflict:
            return Done(True, "Done before.")
        except (UnknownConversation, ConversationGone):
            return Done(False, GONE)
        return Done(False, GONE) if stale else Done(True, done)


def link_of(secret: str, conversation: str, address: str) -> str:
    """The address of a conversation's calendar file. It cannot be guessed, and is the same each
    time, so nothing of it needs to be kept."""
    key = hashlib.sha256(f"doorstep viewing links\n{secret}".encode()).digest()
    digest = hmac.digest(key, conversation.encode(), "sha256")
    token = base64.urlsafe_b64encode(digest).decode()[:TOKEN]
    return f"{address.rstrip('/')}/viewings/{token}.ics"
