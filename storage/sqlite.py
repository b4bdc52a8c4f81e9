"""The embedded store: one SQLite file, one writing thread, a few reading ones."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from storage import backup, bookings, commit, facts, folder, outbox, queries, readers, writer
from storage.migrations import STEPS, migrate, version
from storage.person_sqlite import PersonReader, PersonWriter
from storage.readers import Readers
from storage.reporting import ReportReader
from storage.rows import (
    AlertCopy,
    AnswerRow,
    Batch,
    Booking,
    ConsentRow,
    Conversation,
    Event,
    FlowVersion,
    Lead,
    LeadFile,
    Message,
    Outgoing,
    Turn,
    Update,
    UpdateKey,
    Upload,
)
from storage.store import Claim, LeadFilter, StoreError
from storage.writer import Writer

PROBE_SECONDS = 1.0


class SqliteReader(PersonReader, ReportReader):
    """All that can be asked of the file without writing to it: also beside a running server."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._readers = Readers(path)

    async def close(self) -> None:
        await asyncio.to_thread(self._readers.close)

    async def conversation(self, id_: str) -> Conversation | None:
        return await self._readers.run(partial(queries.conversation, id_=id_))

    async def conversation_of_peer(self, channel: str, peer: str) -> Conversation | None:
        return await self._readers.run(
            partial(queries.conversation_of_peer, channel=channel, peer=peer)
        )

    async def turn(self, conversation: str, client_id: str) -> Turn | None:
        return await self._readers.run(
            partial(queries.turn, conversation_=conversation, client_id=client_id)
        )

    async def messages(self, conversation: str, after: int = 0) -> list[Message]:
        return await self._readers.run(
            partial(queries.messages, conversation_=conversation, after=after)
        )

    async def answers(self, conversation: str) -> list[AnswerRow]:
        return await self._readers.run(partial(queries.answers, conversation_=conversation))

    async def consents(self, conversation: str) -> list[ConsentRow]:
        return await self._readers.run(partial(queries.consents, conversation_=conversation))

    async def uploads(self, conversation: str) -> list[Upload]:
        return await self._readers.run(partial(queries.uploads, conversation_=conversation))

    async def upload(self, conversation: str, id_: str) -> Upload | None:
        return await self._readers.run(
            partial(queries.upload, conversation_=conversation, id_=id_)
        )

    async def lead(self, id_: str) -> Lead | None:
        return await self._readers.run(partial(queries.lead, id_=id_))

    async def lead_file(self, id_: str) -> LeadFile | None:
        return await self._readers.run(partial(queries.lead_file, id_=id_))

    async def leads(self, where: LeadFilter) -> list[Lead]:
        return await self._readers.run(partial(queries.leads, where=where))

    async def lead_ids(self, beginning: str, limit: int = 10) -> list[str]:
        return await self._readers.run(partial(queries.lead_ids, beginning=beginning, limit=limit))

    async def lead_counts(self) -> dict[str, int]:
        return await self._readers.run(queries.lead_counts)

    async def events(self, lead_id: str) -> list[Event]:
        return await self._readers.run(partial(queries.events, lead_id=lead_id))

    async def events_since(
        self, kinds: Sequence[str], since: datetime, limit: int = 10_000
    ) -> list[Event]:
        return await self._readers.run(
            partial(queries.events_since, kinds=kinds, since=since, limit=limit)
        )

    async def owner_before(self, lead_id: str, phone: str, email: str) -> str:
        return await self._readers.run(
            partial(queries.owner_before, lead_id=lead_id, phone=phone, email=email)
        )

    async def may_contact(self, keys: Sequence[str]) -> bool:
        return await self._readers.run(partial(queries.may_contact, keys=keys))

    async def next_due(self) -> datetime | None:
        return await self._readers.run(outbox.next_due)

    async def damage(self) -> str:
        """What is wrong with the file, "" when nothing is; reads all of it."""
        return await self._readers.run(partial(backup.damage, quick=True))

    async def outbox_depth(self) -> dict[str, int]:
        return await self._readers.run(queries.outbox_depth)

    async def outbox(self, state: str = "", limit: int = 100) -> list[Outgoing]:
        return await self._readers.run(partial(queries.outbox, state=state, limit=limit))

    async def alert_copies(self, lead_id: str) -> list[AlertCopy]:
        return await self._readers.run(partial(queries.alert_copies, lead_id=lead_id))

    async def new_updates(self, bot: str, limit: int = 100) -> list[Update]:
        return await self._readers.run(partial(queries.new_updates, bot=bot, limit=limit))

    async def flow_text(self, hash_: str) -> str | None:
        return await self._readers.run(partial(queries.flow_text, hash_=hash_))

    async def flow_versions(self, flow: str) -> list[FlowVersion]:
        return await self._readers.run(partial(queries.flow_versions, flow=flow))

    async def silent_since(
        self, flow: str, after: datetime, until: datetime, limit: int = 100
    ) -> list[Conversation]:
        return await self._readers.run(
            partial(queries.silent_since, flow=flow, after=after, until=until, limit=limit)
        )

    async def bookings(self, place: str, agent: str, since: datetime) -> list[Booking]:
        return await self._readers.run(
            partial(bookings.taken, place=place, agent=agent, since=since)
        )

    async def booking(self, id_: str) -> Booking | None:
        return await self._readers.run(partial(bookings.by_id, id_=id_))

    async def booking_of(self, conversation: str) -> Booking | None:
        return await self._readers.run(partial(bookings.of_conversation, id_=conversation))

    async def booking_by_link(self, link_hash: str) -> Booking | None:
        return await self._readers.run(partial(bookings.by_link, link_hash=link_hash))

    async def lead_of_post(self, chat_id: str, message_id: int) -> str:
        return await self._readers.run(
            partial(bookings.lead_of_post, chat_id=chat_id, message_id=message_id)
        )

    async def setting(self, name: str) -> str | None:
        return await self._readers.run(partial(queries.setting, name=name))


class SqliteStore(PersonWriter, SqliteReader):
    """The Store over one file. ``open_store`` makes it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: folder.Held) -> None:
        super().__init__(path)
        self._lock = lock
        self._writer = Writer(path, connection)
        self._scrubbing = asyncio.Lock()
        self._probed = (0.0, False)

    async def close(self) -> None:
        await super().close()
        await asyncio.to_thread(self._writer.close)
        self._lock.release()

    def observe(self, commits: Callable[[float], None]) -> None:
        """Have the writing thread tell how many seconds each transaction took."""
        self._writer.observe = commits

    async def commit(self, batch: Batch) -> None:
        await self._writer.commit(batch)

    async def claim(
        self, lead_id: str, agent: str, at: datetime, outgoing: Sequence[Outgoing] = ()
    ) -> Claim:
        return await self._writer.submit(
            partial(outbox.claim, lead_id=lead_id, agent=agent, at=at, rows=outgoing)
        )

    async def reassign(
        self,
        lead_id: str,
        before: str,
        event: Event,
        *,
        after: str = "",
        outgoing: Sequence[Outgoing] = (),
    ) -> bool:
        change = partial(outbox.reassign, lead_id=lead_id, before=before, event=event)
        return await self._writer.submit(partial(change, after=after, rows=outgoing))

    async def hasten(self, key: str, at: datetime) -> bool:
        return await self._writer.submit(partial(outbox.hasten, key=key, at=at))

    async def set_stage(
        self, lead_id: str, stage: str, event: Event, outgoing: Sequence[Outgoing] = ()
    ) -> bool:
        return await self._writer.submit(
            partial(outbox.set_stage, lead_id=lead_id, stage=stage, event=event, rows=outgoing)
        )

    async def take_due(self, now: datetime, limit: int = 100) -> list[Outgoing]:
        return await self._writer.submit(partial(outbox.take_due, now=now, limit=limit))

    async def sent(
        self, id_: int, at: datetime, result: str = "", copy: AlertCopy | None = None
    ) -> None:
        done = partial(outbox.sent, id_=id_, at=at, result=result, copy=copy)
        await self._writer.submit(done, patient=True)

    async def retry(self, id_: int, due_at: datetime, error: str) -> None:
        await self._writer.submit(partial(outbox.retry, id_=id_, due_at=due_at, error=error))

    async def bury(self, id_: int, error: str) -> None:
        await self._writer.submit(partial(outbox.bury, id_=id_, error=error))

    async def rescore(self, lead: Lead, event: Event | None = None) -> bool:
        return await self._writer.submit(partial(outbox.rescore, lead=lead, event=event))

    async def put_back(self, id_: int, at: datetime) -> bool:
        return await self._writer.submit(partial(outbox.put_back, id_=id_, at=at))

    async def drop(self, id_: int, at: datetime) -> bool:
        return await self._writer.submit(partial(outbox.drop, id_=id_, at=at))

    async def release_taken(self, now: datetime) -> int:
        return await self._writer.submit(partial(outbox.release_taken, now=now))

    async def enqueue(self, outgoing: Sequence[Outgoing], events: Sequence[Event] = ()) -> None:
        def work(db: sqlite3.Connection) -> None:
            commit.add_outgoing(db, outgoing)
            commit.add_events(db, events)

        await self._writer.submit(work)

    async def keep_updates(self, updates: Sequence[Update]) -> int:
        return await self._writer.submit(partial(facts.keep_updates, rows=updates))

    async def keep_post(self, chat_id: str, message_id: int, lead_id: str, at: datetime) -> None:
        keep = partial(bookings.keep_post, chat_id=chat_id, message_id=message_id)
        await self._writer.submit(partial(keep, lead_id=lead_id, at=at))

    async def settle_update(self, key: UpdateKey, state: str, error: str = "") -> None:
        await self._writer.submit(partial(facts.settle_update, key=key, state=state, error=error))

    async def remember_flow(self, hash_: str, flow: str, text: str, at: datetime) -> None:
        await self._writer.submit(
            partial(facts.remember_flow, hash_=hash_, flow=flow, text=text, at=at)
        )

    async def keep_version(self, row: FlowVersion) -> bool:
        return await self._writer.submit(partial(facts.keep_version, row=row))

    async def set_setting(self, name: str, value: str) -> None:
        await self._writer.submit(partial(facts.set_setting, name=name, value=value))

    async def take_setting(self, name: str) -> str | None:
        return await self._writer.submit(partial(facts.take_setting, name=name))

    async def writable(self) -> bool:
        tried, answer = self._probed
        if time.monotonic() - tried > PROBE_SECONDS:
            answer = await self._probe()
            self._probed = (time.monotonic(), answer)
        return answer

    async def _probe(self) -> bool:
        try:
            await self.set_setting("writable", str(time.monotonic_ns()))
        except StoreError:
            return False
        return True


def engine() -> tuple[int, ...]:
    """The version of SQLite behind it."""
    return sqlite3.sqlite_version_info


def open_store(data: Path, file: Path | None = None) -> SqliteStore:
    """Open the data folder for writing, making folder, file and schema where they are missing.
    ``file`` is the database where it is not the folder's own.

    Raises FolderInUseError while another process has it, NewerDataError for a file we do not
    understand, StoreError when the disk refuses.
    """
    path = file or data / folder.DATABASE
    lock = folder.lock(data, path)
    try:
        folder.make_private_file(path)
        connection = writer.connect(path)
        migrate(connection)
    except (sqlite3.Error, OSError) as error:
        lock.release()
        raise StoreError(f"the database {path} cannot be opened: {error}") from error
    except BaseException:
        lock.release()
        raise
    return SqliteStore(path, connection, lock)


def open_reader(data: Path, file: Path | None = None) -> SqliteReader:
    """Open the data folder for reading only, whether or not a server runs on it."""
    path = file or data / folder.DATABASE
    try:
        if not path.exists() or not _is_current(path):
            _create(data, path)
    except sqlite3.Error as error:
        raise StoreError(f"the database {path} cannot be opened: {error}") from error
    return SqliteReader(path)


def _is_current(path: Path) -> bool:
    connection = readers.connect(path)
    try:
        return version(connection) == len(STEPS)
    finally:
        connection.close()


def _create(data: Path, path: Path) -> None:
    """Make or update the file, as nobody has done it yet."""
    lock = folder.lock(data, path)
    try:
        folder.make_private_file(path)
        connection = writer.connect(path)
        try:
            migrate(connection)
        finally:
            connection.close()
    finally:
        lock.release()
