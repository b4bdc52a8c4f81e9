"""What goes into an agent's own phone after a claim: the visitor's card, to be saved with a tap.

They are copies like any other: a card of somebody who may no longer be contacted, or whose lead
is another's now, is taken back.
"""

from __future__ import annotations

from typing import Final

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.directory import Addressee
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.alerts.talk import Moved
from bot.alerts.view import Case, View
from bot.leads import alert_text, cards
from storage.rows import AlertCopy, Outgoing

KIND: Final = "card"


class Cards:
    """Sends them, without a sound."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def send(self, row: Outgoing, case: Case, box: Addressee, chat: str) -> Outcome:
        """The card, unless the lead is another's by now."""
        if case.owner != box.id or self._desk.messenger is None:
            return Delivered("not needed any more")
        facts = alert_text.with_contact(case.facts)
        if not facts.phone:
            return Delivered("there is no number")
        site = self._desk.cases.site()
        done = await self._desk.messenger.call(
            "sendContact",
            {
                "chat_id": chat,
                "phone_number": facts.phone,
                "first_name": cards.first_name(facts),
                "vcard": cards.vcard(facts, site.company, site.base_url),
                "disable_notification": True,
            },
        )
        if isinstance(done, Again | Hopeless):
            return done
        if isinstance(done, Moved):
            return Hopeless("the chat moved away")
        number = done.get("message_id") if isinstance(done, dict) else None
        if not isinstance(number, int):
            return Delivered("telegram")
        now = self._desk.clock()
        digest = View(KIND).digest
        copy = AlertCopy(row.lead_id, box.id, chat, number, KIND, now, digest)
        return Delivered("telegram", copy, self._since(row, box, copy))

    def _since(self, row: Outgoing, box: Addressee, copy: AlertCopy) -> tuple[Outgoing, ...]:
        """A look at what was just sent: the lead may have changed hands meanwhile."""
        cause = f"card:{copy.message_id}"
        return (outgoing.edit(row.lead_id, box, cause, self._desk.clock()),)
