"""Persons in the SQLite store."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from storage import commit, erasing, gaps, persons, queries
from storage.pace import briskly
from storage.person_store import Aged, Refusals
from storage.readers import Readers
from storage.rows import Conversation, Erasure, Event, Join, Known, Lead, Split
from storage.store import StoreError
from storage.writer import Fold, Writer

FOLDS = 15  # tries to fold the log while others read
FOLD_WAIT = 0.4
SLICE = 500  # pages cleared at once; turns wait meanwhile


class PersonReader:
    """The questions."""

    _readers: Readers

    async def sharing(self, keys: Sequence[str]) -> list[tuple[str, Lead]]:
        return await self._readers.run(partial(persons.sharing, keys=keys))

    async def keys_of(self, lead_id: str) -> list[str]:
        return await self._readers.run(partial(persons.keys_of, lead_id=lead_id))

    async def apart_from(self, lead_id: str) -> list[str]:
        return await self._readers.run(partial(persons.apart_from, lead_id=lead_id))

    async def conversations_of(self, lead_id: str) -> list[Conversation]:
        return await self._readers.run(partial(persons.conversations_of, lead_id=lead_id))

    async def conversations_of_peer(self, channel: str, peer: str) -> list[Conversation]:
        return await self._readers.run(
            partial(persons.conversations_of_peer, channel=channel, peer=peer)
        )

    async def oldest(self, after: int, before: datetime, limit: int = 500) -> list[Aged]:
        return await self._readers.run(
            partial(queries.oldest, after=after, before=before, limit=limit)
        )

    async def everything_of(
        self, leads: Sequence[str], conversations: Sequence[str]
    ) -> dict[str, list[dict[str, Any]]]:
        return await self._readers.run(
            partial(erasing.everything, leads=leads, conversations=conversations)
        )

    async def scrub_due(self) -> bool:
        return bool(await self._readers.run(erasing.scrub_due))

    async def refusals(self) -> Refusals:
        return await self._readers.run(erasing.refusals)


class PersonWriter(PersonReader):
    """The changes."""

    path: Path
    _writer: Writer
    _scrubbing: asyncio.Lock  # one after another

    async def join(self, known: Known, join: Join, event: Event) -> None:
        await self._writer.submit(partial(commit.join, known=known, join_=join, event=event))

    async def split(self, split: Split, events: Sequence[Event]) -> None:
        await self._writer.submit(partial(commit.split, split_=split, events=events))

    async def erase(self, what: Erasure, *, scrub: bool = True) -> dict[str, int]:
        gone = await self._writer.submit(partial(commit.erase, what=what))
        if scrub:
            await self.scrub()
        return gone

    async def allow(self, keys: Sequence[str], events: Sequence[Event]) -> int:
        return await self._writer.submit(partial(commit.allow, keys=keys, events=events))

    async def tidy(self, before: datetime) -> int:
        return await self._writer.submit(partial(erasing.tidy, before=before))

    async def scrub(self) -> None:
        """In portions, so that turns are written in between."""
        if not await self.scrub_due():
            return
        async with self._scrubbing:
            due = await self._readers.run(erasing.scrub_due)
            if due:
                await self._scrub(due)

    async def _scrub(self, due: str) -> None:
        begin = True
        while await self._writer.submit(partial(erasing.scrub_step, begin=begin)):
            begin = False
        try:
            await self._clear()
        finally:
            await self._writer.fold(Fold())
        await self._writer.submit(partial(erasing.scrubbed, due=due))
        await self._writer.fold(Fold())

    async def _clear(self) -> None:
        """Overwrite what the erasure left in the file. What turns carry on to other pages
        meanwhile stands in the log, which is kept until it is dealt with."""
        await self._fold(Fold(more=True))
        pages = await asyncio.to_thread(briskly, gaps.find, self.path)
        for start in range(0, max(1, len(pages)), SLICE):
            await self._fold(Fold(clears=pages[start : start + SLICE], more=True))

    async def _fold(self, fold: Fold) -> None:
        for _ in range(FOLDS):
            if await self._writer.fold(fold):
                return
            await asyncio.sleep(FOLD_WAIT)
        raise StoreError("the log cannot be folded: somebody reads the file all the time")

    async def replay_erasures(self) -> int:
        found = await self._writer.submit(_replay)
        await self.scrub()
        return found


def _replay(db: Connection) -> int:
    return replay(db, datetime.now(UTC))


def replay(db: Connection, now: datetime) -> int:
    """Erase what ``erased`` says was erased, and a restored backup holds; how much it was."""
    hits = erasing.replay(db)
    leads = tuple(id_ for table, id_ in hits if table == "lead")
    conversations = {id_ for table, id_ in hits if table == "conversation"}
    for lead_id in leads:
        conversations |= {row.id for row in persons.conversations_of(db, lead_id)}
    if hits:
        what = Erasure(tuple(sorted(conversations)), leads, "replay", now, remembered=False)
        commit.erase(db, what)
    return len(hits)
