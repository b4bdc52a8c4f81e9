"""All that is stored of one lead, read together: for the inbox, the terminal and the exports."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from bot.alerts.directory import names_of
from bot.dialogue.session import UnknownSessionVersion, load
from bot.dialogue.site import Site
from bot.leads import persons
from bot.leads.asked import asked_in
from bot.leads.exports import Beside
from bot.leads.history import Entry, history
from bot.leads.timeline import Story, story_of
from bot.records import frozen
from storage.person_store import Refusals
from storage.rows import AnswerRow, ConsentRow, Conversation, Event, Lead, Message
from storage.store import ReadStore

Row = TypeVar("Row")
TOGETHER = 32  # leads read at once


@frozen
class Dossier:
    """A lead with its conversations; ``conversation`` is the one in which it was heard last."""

    lead: Lead
    conversation: Conversation | None
    answers: tuple[AnswerRow, ...]
    events: tuple[Event, ...]
    consents: tuple[ConsentRow, ...]
    messages: tuple[Message, ...]
    visits: tuple[Conversation, ...] = ()  # all of them, oldest first

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

    def told(self, site: Site) -> tuple[Entry, ...]:
        """The lead's timeline, from all its conversations."""
        return history(
            self.lead,
            self.events,
            self.answers,
            self.consents,
            names=names_of(site),
            began=[
                (row.created_at, row.flow, row.flow_hash, row.channel, row.source)
                for row in self.visits
            ],
        )

    def beside(self, refusals: Refusals) -> Beside:
        """What a CSV row tells besides the lead."""
        chats = (row.peer for row in self.visits if row.channel == persons.TELEGRAM)
        mine = (*persons.keys(self.lead), *map(persons.telegram_key, chats))
        return Beside(self.story, self.consents, self.asked, refusals.bars(mine))


async def dossier_of(store: ReadStore, lead: Lead) -> Dossier:
    """Everything about this lead, from all its conversations in the order they were begun."""
    if lead.visits > 1:
        visits = await store.conversations_of(lead.id)
    else:
        found = await store.conversation(lead.conversation)
        visits = [found] if found is not None else []
    ids = [row.id for row in visits] or [lead.conversation]
    events, answers, consents, messages = await asyncio.gather(
        store.events(lead.id),
        _all(store.answers, ids),
        _all(store.consents, ids),
        _all(store.messages, ids),
    )
    return Dossier(
        lead=lead,
        conversation=next((row for row in visits if row.id == lead.conversation), None),
        answers=answers,
        events=tuple(events),
        consents=consents,
        messages=messages,
        visits=tuple(visits),
    )


async def _all(read: Callable[[str], Awaitable[list[Row]]], ids: Iterable[str]) -> tuple[Row, ...]:
    """What a question brings for each of these conversations."""
    return tuple([row for id_ in ids for row in await read(id_)])


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
