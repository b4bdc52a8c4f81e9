"""All that is stored of one lead, read together: for the inbox, the terminal and the exports."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.dialogue.session import UnknownSessionVersion, load
from bot.leads.asked import asked_in
from bot.leads.exports import Beside
from bot.leads.timeline import Story, story_of
from bot.records import frozen
from storage.rows import AnswerRow, ConsentRow, Conversation, Event, Lead, Message
from storage.store import ReadStore

TOGETHER = 32  # leads read at once


@frozen
class Dossier:
    """A lead with its conversation."""

    lead: Lead
    conversation: Conversation | None
    answers: tuple[AnswerRow, ...]
    events: tuple[Event, ...]
    consents: tuple[ConsentRow, ...]
    messages: tuple[Message, ...]

    @property
    def story(self) -> Story:
        """What its timeline says of its alerts."""
        return story_of(self.events)

    @property
    def asked(self) -> str:
        """The visitor's own last question, "" when there is none or this version cannot read it:
        one odd conversation must not hide a lead, or all of an export."""
        try:
            return asked_in(load(self.conversation.session)) if self.conversation else ""
        except UnknownSessionVersion:
            return ""

    @property
    def beside(self) -> Beside:
        """What a CSV row tells besides the lead."""
        return Beside(self.story, self.consents, self.asked)


async def dossier_of(store: ReadStore, lead: Lead) -> Dossier:
    """Everything about this lead."""
    conversation, answers, events, consents, messages = await asyncio.gather(
        store.conversation(lead.conversation),
        store.answers(lead.conversation),
        store.events(lead.id),
        store.consents(lead.conversation),
        store.messages(lead.conversation),
    )
    return Dossier(
        lead, conversation, tuple(answers), tuple(events), tuple(consents), tuple(messages)
    )


async def open_dossier(store: ReadStore, lead_id: str) -> Dossier | None:
    """The dossier of that lead, None when there is none."""
    lead = await store.lead(lead_id)
    return await dossier_of(store, lead) if lead is not None else None


async def dossiers_of(store: ReadStore, leads: Iterable[Lead]) -> list[Dossier]:
    """The dossiers of these leads, in order, a few read at once."""
    waiting = list(leads)
    found: list[Dossier] = []
    for start in range(0, len(waiting), TOGETHER):
        part = waiting[start : start + TOGETHER]
        found += await asyncio.gather(*(dossier_of(store, lead) for lead in part))
    return found
