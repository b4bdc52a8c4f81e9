"""The one statement by which turns become rows."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from storage import inlet
from storage.rows import Batch, Event, Upload
from storage.sqlite import SqliteStore, open_store
from storage.store import Conflict
from tests.storage.samples import NOW, consent, conversation, event, lead, outgoing, turn_batch

T = TypeVar("T")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = open_store(tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
async def steps(store: SqliteStore) -> list[str]:
    """The transactions that the writer has opened and closed since, and their parts."""
    seen: list[str] = []

    def hear(sql: str) -> None:
        if sql.startswith(("begin", "commit", "savepoint", "rollback")):
            seen.append(sql)

    await at_the_writer(store, lambda db: db.set_trace_callback(hear))
    seen.clear()
    return seen


async def at_the_writer(store: SqliteStore, work: Callable[[sqlite3.Connection], T]) -> T:
    return await store._writer.submit(work)


async def test_a_turn_with_all_it_brings_needs_no_transaction_but_its_own_statement(
    store: SqliteStore, steps: list[str]
) -> None:
    whole = replace(
        turn_batch("c1", 1), consents=(consent(),), events=(event(),), outgoing=(outgoing("k"),),
        keys=("phone:+1",), stage=event(),
    )  # fmt: skip
    await store.commit(whole)
    await store.commit(turn_batch("c1", 2))
    assert steps == []
    assert await store.turn("c1", "client-2") is not None


async def test_a_group_that_is_refused_as_one_is_written_one_by_one_at_once(
    store: SqliteStore, steps: list[str]
) -> None:
    tries = [turn_batch("c1", 1), turn_batch("c2", 7), turn_batch("c3", 1)]
    done = await asyncio.gather(
        store._writer.submit(lambda _db: None), *map(store.commit, tries), return_exceptions=True
    )
    assert [type(one) for one in done] == [type(None), type(None), Conflict, type(None)]
    steps.clear()
    done = await asyncio.gather(*map(store.commit, tries[1:2]), return_exceptions=True)
    assert [type(one) for one in done] == [Conflict]
    assert steps == ["begin immediate", "savepoint job", "rollback to job", "commit"]


async def test_what_needs_steps_of_its_own_is_still_one_transaction(
    store: SqliteStore, steps: list[str]
) -> None:
    photo = Upload("c1", 1, "u1", "photo", "a.png", "image/png", 3, NOW, b"\0\xff!")
    await store.commit(replace(turn_batch("c1", 1), uploads=(photo,)))
    assert steps == ["begin immediate", "commit"]
    assert await store.upload("c1", "u1") == photo


async def test_patient_work_goes_with_the_next_turn(store: SqliteStore, steps: list[str]) -> None:
    patient = store._writer.submit(lambda db: db.in_transaction, patient=True)
    await store.commit(turn_batch("c1", 1))
    assert await patient
    assert (steps.count("begin immediate"), steps.count("commit")) == (1, 1)


async def test_patient_work_does_not_wait_for_long_where_nothing_else_comes(
    store: SqliteStore,
) -> None:
    assert await asyncio.wait_for(store._writer.submit(lambda _db: 7, patient=True), 10) == 7


async def test_patient_work_is_done_before_the_file_is_closed(tmp_path: Path) -> None:
    opened = open_store(tmp_path / "other")
    patient = opened._writer.submit(lambda _db: 7, patient=True)
    await opened.close()
    assert await patient == 7


async def test_a_refused_statement_leaves_no_transaction_open(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await at_the_writer(store, lambda db: inlet.fill(db, {"message": [("nobody", *"12345")]}))
    await store.commit(turn_batch("c1", 1))
    assert len(await store.messages("c1")) == 3


async def test_records_keep_their_order_and_their_types(store: SqliteStore) -> None:
    await store.commit(Batch(conversation=conversation(), lead=lead()))
    told = [Event("l1", "note", who, "{}", NOW) for who in ("7", "", "1e5", "null", "[1]", '"')]
    await store.enqueue([], told)
    assert await store.events("l1") == told


async def test_a_stage_is_told_of_a_lead_written_with_it_that_nobody_has(
    store: SqliteStore,
) -> None:
    for id_, owner in (("free", ""), ("had", "dana")):
        row = conversation(id_, lead_id=id_)
        person = lead(id_, conversation=id_, owner=owner)
        await store.commit(Batch(conversation=row, lead=person, stage=event(lead_id=id_)))
    assert [len(await store.events(id_)) for id_ in ("free", "had")] == [1, 0]


@pytest.mark.parametrize(
    ("table", "step"), [(name, step) for name, steps in inlet._TABLES.items() for step in steps]
)
async def test_what_is_there_already_is_found_without_reading_it_all(
    store: SqliteStore, table: str, step: str
) -> None:
    alone = re.sub(r"raise\(.*?\)|changes\(\)", "1", step).replace(f"new.{table}", "?1")
    plan = await at_the_writer(
        store, lambda db: db.execute(f"explain query plan {alone}", ("[]",)).fetchall()
    )
    scanned = {row[3].split()[1] for row in plan if row[3].startswith("SCAN ")}
    assert scanned <= {"json_each", "(subquery-1)", "(subquery-2)", "CONSTANT"}, plan


async def test_nothing_is_written_for_no_records(store: SqliteStore) -> None:
    before = await at_the_writer(store, lambda db: db.total_changes)
    await at_the_writer(store, lambda db: inlet.fill(db, {"event": [], "lead": []}))
    assert await at_the_writer(store, lambda db: db.total_changes) == before
