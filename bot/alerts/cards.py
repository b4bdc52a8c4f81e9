"""What goes into an agent's own phone after a claim: the visitor's card, to be saved with a tap,
and a calendar file where a time was booked, wished for, or given for a call.

They are copies like any other: those of somebody who may no longer be contacted, or whose lead is
another's now, are taken back.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlsplit

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.directory import Addressee
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.alerts.talk import UNKNOWN_MESSAGE, Failure, Moved, Posted
from bot.alerts.view import Case, View
from bot.leads import alert_text, appointments, cards, words
from bot.leads.facts import AlertFacts
from bot.leads.invites import NO_HOST, Viewing, ics
from storage.rows import AlertCopy, Outgoing

CARD: Final = "card"
FILE: Final = "ics"
KINDS: Final = (CARD, FILE)  # copies that are no text
NAME: Final = "viewing.ics"
NOTHING: Final = Delivered("there is nothing to save")


class Cards:
    """Sends them, without a sound."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def send(
        self, row: Outgoing, case: Case, box: Addressee, chat: str, kind: str
    ) -> Outcome:
        """One of them, unless the lead is another's by now."""
        if case.owner != box.id or self._desk.messenger is None:
            return Delivered("not needed any more")
        facts = alert_text.with_contact(case.facts)
        done = await (self._card(facts, chat) if kind == CARD else self._file(case, chat))
        if done is None:
            return NOTHING
        if isinstance(done, Again | Hopeless):
            return done
        if isinstance(done, Moved):
            return Hopeless("the chat moved away")
        if done.message_id == UNKNOWN_MESSAGE:
            return Delivered("telegram")
        now = self._desk.clock()
        copy = AlertCopy(
            row.lead_id, box.id, done.chat_id, done.message_id, kind, now, View(kind).digest
        )
        return Delivered("telegram", copy, self._since(row, box, copy))

    async def _card(self, facts: AlertFacts, chat: str) -> Posted | Failure | None:
        messenger, site = self._desk.messenger, self._desk.cases.site()
        if messenger is None or not facts.phone:
            return None
        done: Any = await messenger.call(
            "sendContact",
            {
                "chat_id": chat,
                "phone_number": facts.phone,
                "first_name": cards.first_name(facts),
                "vcard": cards.vcard(facts, site.company, site.base_url),
                "disable_notification": True,
            },
        )
        if isinstance(done, Again | Hopeless | Moved):
            return done
        number = done.get("message_id") if isinstance(done, dict) else None
        return Posted(chat, number if isinstance(number, int) else UNKNOWN_MESSAGE)

    async def _file(self, case: Case, chat: str) -> Posted | Failure | None:
        messenger, content = self._desk.messenger, await calendar_file(self._desk, case)
        if messenger is None or content is None:
            return None
        return await messenger.post_file(chat, NAME, content, silent=True)

    def _since(self, row: Outgoing, box: Addressee, copy: AlertCopy) -> tuple[Outgoing, ...]:
        """A look at what was just sent: the lead may have changed hands meanwhile."""
        cause = f"{copy.kind}:{copy.message_id}"
        return (outgoing.edit(row.lead_id, box, cause, self._desk.clock()),)


async def calendar_file(desk: Desk, case: Case) -> bytes | None:
    """The time that the visitor has, as a file for who has the lead: with name and number. None
    where there is no time, or it is over."""
    lead = await desk.store.lead(case.facts.lead_id)
    booking = await desk.store.booking_of(lead.conversation) if lead is not None else None
    facts, site, now = alert_text.with_contact(case.facts), desk.cases.site(), desk.clock()
    if booking is not None and booking.takes_time:
        what, id_, state, number = appointments.VIEWING, booking.id, booking.state, booking.number
        start, end, changed = booking.starts_at, booking.ends_at, booking.updated_at
    else:
        agreed = appointments.said(facts, site.market(facts.market).country)
        if agreed is None:
            return None
        what, id_, state, number = agreed.what, facts.lead_id, "asked", 0
        start, changed = agreed.at, now
        end = start + agreed.length(site.viewing_minutes)
    if end <= now:
        return None
    return ics(
        Viewing(
            id=id_,
            number=number,
            state=state,
            start=start.astimezone(facts.tz),
            end=end.astimezone(facts.tz),
            changed=changed,
            address=words.one_line(facts.listing_address, 120),
            with_whom="",
            company=site.company,
            host=urlsplit(site.base_url).hostname or NO_HOST,
            what=what,
            visitor=_visitor(facts),
        )
    )


def _visitor(facts: AlertFacts) -> str:
    number = words.phone(facts.phone) if facts.phone else ""
    return f"{cards.first_name(facts)} {number}".strip()
