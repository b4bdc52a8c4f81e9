"""Tells visitors in their own chat what became of their request: sends rows ``visitor.*``."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.alerts.outcomes import Delivered, Outcome
from bot.conversations import Conversations
from bot.dialogue.events import Announce
from bot.dialogue.site import Site
from bot.leads.facts import facts_of_lead
from bot.riding import Ride, Spoken
from bot.talk import ConversationGone, UnknownConversation
from storage.rows import Lead, Outgoing
from storage.store import Conflict, ReadStore

ENDING: Final = 4  # digits of an agent's number by which a call is recognised
Post = Callable[[Spoken], tuple[Outgoing, ...]]


@dataclass(slots=True)
class Telling:
    """What the office has to say to visitors. ``to_visitor`` makes the rows that carry it to who
    is in Telegram; a website visitor reads it in the chat."""

    store: ReadStore
    conversations: Conversations
    site: Callable[[], Site]
    clock: Callable[[], datetime]
    to_visitor: Post | None = None

    async def send(self, row: Outgoing) -> Outcome:
        """Say it, once."""
        lead = await self.store.lead(row.lead_id)
        if lead is None:
            return Delivered("the lead is gone")
        if not await self.store.may_contact(await self.store.keys_of(lead.id)):
            return Delivered("not told: they want no contact")
        event = self._event(row, json.loads(row.payload), lead)
        if event is None:
            return Delivered("not needed any more")
        ride = Ride(None, self._post, client_id=row.key, unasked=True)
        try:
            await self.conversations.play(lead.conversation, [event], ride)
        except Conflict:
            return Delivered("said before")
        except (UnknownConversation, ConversationGone):
            return Delivered("the chat is gone")
        return Delivered("told")

    def _event(self, row: Outgoing, payload: dict[str, Any], lead: Lead) -> Announce | None:
        """What is said; nothing that is not true any more."""
        if row.kind == "visitor.unanswered":
            opens = payload.get("opens")
            when = datetime.fromisoformat(opens) if opens else None
            return None if lead.owner else Announce("unanswered", opens=when)
        agent = next((a for a in self.site().agents if a.id == payload.get("agent")), None)
        if agent is None or lead.owner != agent.id:
            return None
        digits = "".join(filter(str.isdigit, agent.phone))[-ENDING:]
        ending = digits if len(digits) == ENDING else ""
        return Announce("claimed", agent.name, ending, self._decent(lead))

    def _decent(self, lead: Lead) -> datetime | None:
        """When the visitor may be called, None for now: whoever asked for it is called now."""
        now, facts = self.clock(), facts_of_lead(lead, self.site(), self.clock())
        here = now.astimezone(facts.tz)
        opens = facts.hours.opens(here)
        return None if facts.call_now or opens == here else opens

    def _post(self, told: Spoken) -> tuple[Outgoing, ...]:
        if told.stale or told.row.channel != "telegram" or self.to_visitor is None:
            return ()
        return self.to_visitor(told) if told.messages else ()
