"""What is particular to the embedded store: its file, its lock, its faults and its plans."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from storage import folder, writer
from storage.migrations import STEPS, NewerDataError
from storage.outbox import _NEXT, _TAKE
from storage.queries import leads
from storage.rows import FlowVersion
from storage.sqlite import SqliteStore, open_reader, open_store
from storage.store import LeadFilter, StoreError
from tests.storage.samples import later, turn_batch

HOLD = """
import sys, time
from dataclasses import replace
from pathlib import Path
from storage.sqlite import open_store
store = open_store(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
async def store(data: Path) -> AsyncIterator[SqliteStore]:
    opened = open_store(data)
    yield opened
    await opened.close()


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_only_the_owner_can_read_the_data(store: SqliteStore, data: Path) -> None:
    await store.commit(turn_batch("c1", 1))
    assert _mode(data) == 0o700
    names = {entry.name for entry in data.iterdir()}
    assert {"doorstep.db", "doorstep.db-wal", "doorstep.lock"} <= names
    assert {_mode(entry) for entry in data.iterdir()} == {0o600}


async def test_a_folder_with_other_things_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    tmp_path.chmod(0o755)
    await open_store(tmp_path).close()
    assert _mode(tmp_path) == 0o755


async def test_the_writer_is_durable_and_wipes_what_it_deletes(store: SqliteStore) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "locking_mode")

    def ask(db: sqlite3.Connection) -> list[object]:
        return [db.execute(f"pragma {name}").fetchone()[0] for name in pragmas]

    assert await store._writer.submit(ask) == ["wal", 2, 1, 1, "normal"]


async def test_a_second_process_is_refused_until_the_first_is_killed(data: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data)], stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(folder.FolderInUseError) as refused:
            open_store(data)
        assert refused.value.pid == other.pid
        assert str(other.pid) in str(refused.value)
        other.send_signal(signal.SIGKILL)
    await open_store(data).close()


async def test_a_closed_store_frees_its_folder(data: Path) -> None:
    await open_store(data).close()
    again = open_store(data)
    await again.close()


async def test_what_waits_at_closing_is_written(data: Path) -> None:
    store = open_store(data)
    waiting = [asyncio.ensure_future(store.commit(turn_batch(f"c{n}", 1))) for n in range(50)]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*waiting)
    with pytest.raises(StoreError):
        await store.commit(turn_batch("late", 1))
    reader = open_reader(data)
    assert len(await reader.messages("c49")) == 3
    await reader.close()


async def test_a_reader_sees_what_a_running_writer_has_committed(
    store: SqliteStore, data: Path
) -> None:
    reader = open_reader(data)
    await store.commit(turn_batch("c1", 1))
    assert len(await reader.leads(LeadFilter())) == 1
    await store.commit(turn_batch("c2", 1))
    assert len(await reader.leads(LeadFilter())) == 2
    await reader.close()


async def test_a_reader_cannot_write(store: SqliteStore) -> None:
    with pytest.raises(StoreError, match="readonly"):
        await store._readers.run(lambda db: db.execute("delete from lead"))


async def test_a_reader_of_nothing_finds_an_empty_store(data: Path) -> None:
    reader = open_reader(data)
    assert await reader.leads(LeadFilter()) == []
    await reader.close()


async def test_data_of_a_newer_doorstep_is_refused(data: Path) -> None:
    await open_store(data).close()
    with sqlite3.connect(data / folder.DATABASE) as db:
        db.execute(f"pragma user_version = {len(STEPS) + 1}")
    db.close()
    for opening in (open_store, open_reader):
        with pytest.raises(NewerDataError):
            opening(data)
    with pytest.raises(NewerDataError):  # and not FolderInUseError: the lock was given back
        open_store(data)


async def test_a_file_that_is_no_database_is_refused_in_words(data: Path) -> None:
    data.mkdir()
    (data / folder.DATABASE).write_bytes(b"not a database at all" * 1000)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(data)


async def test_a_locked_database_is_said_so_and_works_again_later(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "BUSY_MS", 100)
    store = open_store(data)
    other = sqlite3.connect(data / folder.DATABASE, isolation_level=None)
    other.execute("begin immediate")
    began = time.monotonic()
    with pytest.raises(StoreError, match="locked"):
        await store.commit(turn_batch("c1", 1))
    assert not await store.writable()
    assert time.monotonic() - began < 5
    assert await store.conversation("c1") is None
    other.execute("rollback")
    other.close()
    await store.commit(turn_batch("c1", 1))
    await store.close()


async def test_a_full_disk_loses_nothing_that_was_acknowledged(store: SqliteStore) -> None:
    await store.commit(turn_batch("c0", 1))
    await store._writer.submit(_pages(lambda used: used + 5))
    done, refused = 0, 0
    for n in range(1, 200):
        try:
            await store.commit(turn_batch(f"c{n}", 1))
            done += 1
        except StoreError:
            refused += 1
            assert await store.conversation(f"c{n}") is None
    assert refused > 20
    await store._writer.submit(_pages(lambda _: 1_000_000))
    await store.commit(turn_batch("after", 1))
    assert len(await store.leads(LeadFilter())) == 1 + done + 1


def _pages(limit: Callable[[int], int]) -> Callable[[sqlite3.Connection], None]:
    def work(db: sqlite3.Connection) -> None:
        used = db.execute("pragma page_count").fetchone()[0]
        db.execute(f"pragma max_page_count = {limit(used)}")

    return work


async def test_a_writer_that_cannot_keep_up_says_so(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "WAITING", 5)
    busy, free = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()
    first = store._writer.submit(lambda _db: loop.call_soon_threadsafe(busy.set) and free.wait())
    await busy.wait()
    tries = [asyncio.create_task(store.commit(turn_batch(f"c{n}", 1))) for n in range(50)]
    await asyncio.sleep(0)  # all have asked
    free.set()
    results = await asyncio.gather(*tries, return_exceptions=True)
    await first
    refused = [result for result in results if isinstance(result, StoreError)]
    stored = [await store.conversation(f"c{n}") for n in range(50)]
    assert refused
    assert len([row for row in stored if row]) == 50 - len(refused)


async def test_nobody_waiting_any_more_is_no_harm(store: SqliteStore) -> None:
    task = asyncio.ensure_future(store.commit(turn_batch("c1", 1)))
    await asyncio.sleep(0)
    task.cancel()
    await store.commit(turn_batch("c2", 1))
    assert task.cancelled()


async def test_the_log_is_folded_in_by_the_clock(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "CHECKPOINT_SECONDS", 0.05)
    store = open_store(data)
    await store.commit(turn_batch("folded-in", 1))
    async with asyncio.timeout(60):
        while b"folded-in" not in (data / folder.DATABASE).read_bytes():  # noqa: ASYNC110 - a file has no event
            await asyncio.sleep(0.02)
    await store.close()


async def test_closing_leaves_one_file(store: SqliteStore, data: Path) -> None:
    await store.commit(turn_batch("c1", 1))
    await store.close()
    assert not (data / "doorstep.db-wal").exists()


def _plan(db: sqlite3.Connection, sql: str, values: dict[str, object]) -> str:
    return "\n".join(row[3] for row in db.execute(f"explain query plan {sql}", values))


async def test_the_outbox_is_never_walked_from_end_to_end(store: SqliteStore) -> None:
    values: dict[str, object] = {"now": 0, "limit": 1}
    taking = await store._writer.submit(lambda db: _plan(db, _TAKE, values))
    looking = await store._writer.submit(lambda db: _plan(db, _NEXT, {}))
    for plan in (taking, looking):
        assert "INDEX outbox_due" in plan
        assert "first USING INDEX outbox_lane (lane=?)" in plan
        assert "TEMP B-TREE" not in plan
        assert "flying USING INDEX outbox_taken (lane=?)" in plan


async def test_a_list_of_leads_reads_whole_rows_only_for_what_it_shows(
    store: SqliteStore,
) -> None:
    plans: list[str] = []

    def work(db: sqlite3.Connection) -> None:
        db.set_trace_callback(plans.append)
        leads(db, LeadFilter(band="hot", limit=5))
        db.set_trace_callback(None)
        plans.append(_plan(db, plans.pop(), {}))

    await store._readers.run(work)
    assert "lead USING INDEX lead_list" in plans[-1]
    assert "TEMP B-TREE" not in plans[-1]


async def test_the_search_trigger_leaves_foreign_keys_and_file_sound(store: SqliteStore) -> None:
    for n in range(5):
        await store.commit(turn_batch(f"c{n}", 1))

    def check(db: sqlite3.Connection) -> list[object]:
        db.execute("insert into lead_search (lead_search) values ('integrity-check')")
        return [
            db.execute("pragma integrity_check").fetchone()[0],
            db.execute("pragma foreign_key_check").fetchall(),
        ]

    assert await store._writer.submit(check) == ["ok", []]


def test_this_process_is_alone_in_the_lock_file(tmp_path: Path) -> None:
    with folder.Lock(tmp_path):
        assert (tmp_path / folder.LOCK).read_text() == str(os.getpid())


def _version(hash_: str, minute: int) -> FlowVersion:
    return FlowVersion("buyer", hash_, '{"buyer.yaml": "id: buyer"}', "dana", later(minute))


async def test_a_version_of_a_flow_is_kept_once_until_another_follows(store: SqliteStore) -> None:
    kept = [await store.keep_version(_version(h, n)) for n, h in enumerate(("a", "a", "b", "a"))]
    assert kept == [True, False, True, True]
    assert [row.hash for row in await store.flow_versions("buyer")] == ["a", "b", "a"]
    assert await store.flow_versions("seller") == []


async def test_only_open_conversations_that_fell_silent_in_time_are_found(
    store: SqliteStore,
) -> None:
    for id_, status in (("open", "partial"), ("over", "complete")):
        batch = turn_batch(id_, 1)
        assert batch.conversation is not None
        row = replace(batch.conversation, status=status, updated_at=later(0))
        await store.commit(replace(batch, conversation=row))
    flow = row.flow
    found = await store.silent_since(flow, later(-5), later(5))
    assert [row.id for row in found] == ["open"]
    assert await store.silent_since(flow, later(1), later(5)) == []
    assert await store.silent_since("another", later(-5), later(5)) == []
