"""The conversations that are kept in memory, and how the others are read again.

It is a cache and nothing else: whatever is forgotten here is read from the store when it goes on.
"""

from __future__ import annotations

import hmac
from collections import OrderedDict
from collections.abc import Iterable

from bot.dialogue.session import Session, load
from bot.later import is_later, was_told
from bot.leads.timeline import story_of
from bot.news import LEADS, LeadGone, News
from bot.planning import Held
from bot.recognition import Recognition
from bot.talk import UnknownConversation
from storage.rows import Batch, Conversation, Message
from storage.store import ReadStore

LIVE = 256  # conversations kept ready in memory; all others are read again when they go on
UNHEARD = 50  # of an agent's last messages are told with the visitor's next turn


class Mind:
    """The conversations that went on last, ready for their next turn."""

    def __init__(self, store: ReadStore, persons: Recognition, news: News) -> None:
        self._store, self._persons, self._news = store, persons, news
        self._live: OrderedDict[str, Held] = OrderedDict()

    def __len__(self) -> int:
        return len(self._live)

    async def held(self, id_: str, token_hash: str) -> Held:
        """A conversation for the visitor who has its token."""
        held = self._live.get(id_)
        if held is not None and hmac.compare_digest(held.row.token_hash, token_hash):
            return held
        row = await self._store.conversation(id_)
        if row is None or not hmac.compare_digest(row.token_hash, token_hash):
            raise UnknownConversation("no such conversation")
        held = await self._read(row)
        self.keep(held)
        return held

    async def own(self, id_: str) -> Held:
        """A conversation for ourselves: whoever asks has seen to it that it is the visitor's."""
        held = self._live.get(id_)
        if held is None:
            row = await self._store.conversation(id_)
            if row is None:
                raise UnknownConversation("no such conversation")
            held = await self._read(row)
        self.keep(held)
        return held

    def keep(self, held: Held) -> None:
        """Have it ready; the one that rested longest makes room."""
        live = self._live
        live[held.row.id] = held
        live.move_to_end(held.row.id)
        if len(live) > LIVE:
            live.popitem(last=False)

    def drop(self, id_: str) -> None:
        """What is on disk counts, whatever was thought here."""
        self._live.pop(id_, None)

    def let_go(self, batch: Batch) -> None:
        """After a merger or an erasure, what is in mind of the person's other conversations is
        out of date."""
        if batch.join is not None:
            self._forget((), (batch.join.kept, batch.join.lost), batch.conversation)
        if batch.erases is not None:
            gone = (*batch.erases.leads, *(known.lead.id for known in batch.erases.rewritten))
            self._forget(batch.erases.conversations, gone, batch.conversation)

    def _forget(
        self, conversations: Iterable[str], leads: Iterable[str], but: Conversation | None
    ) -> None:
        ids, whose = set(conversations), {id_ for id_ in leads if id_}
        for id_, held in list(self._live.items()):
            lead = held.lead.id if held.lead is not None else ""
            if (id_ in ids or lead in whose) and (but is None or id_ != but.id):
                del self._live[id_]
        for id_ in whose - {but.lead_id if but is not None else ""}:
            self._news.publish(LEADS, LeadGone(id_))

    def forget_all(self) -> None:
        """Have every conversation read again when it goes on."""
        self._live.clear()

    async def _read(self, row: Conversation) -> Held:
        session = load(row.session)
        lead = await self._store.lead(row.lead_id) if row.lead_id else None
        rung = await self._rung(lead.id) if lead is not None else ()
        earlier = await self._persons.earlier(lead, row.id) if lead is not None else ()
        unheard = await self._unheard(row, session)
        viewing = await self._store.booking_of(row.id) if "ics" in session.context else None
        return Held(row, session, lead, rung, unheard, earlier, viewing)

    async def _rung(self, lead_id: str) -> tuple[str, ...]:
        """The agents whose phones rang at first, from the lead's timeline."""
        return story_of(await self._store.events(lead_id)).first

    async def _unheard(self, row: Conversation, session: Session) -> tuple[Message, ...]:
        """What a person said since the visitor's last turn; the next reply tells it."""
        if row.channel == "telegram" or not was_told(session):
            return ()
        latest = await self._store.messages(row.id, max(0, row.seq - UNHEARD))
        said: list[Message] = []
        for message in reversed(latest):
            if message.sender != "agent" and not is_later(message):
                break
            said.append(message)
        return tuple(reversed(said))
