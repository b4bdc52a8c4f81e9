"""What SQLite leaves between cells is overwritten, and nothing else in the file changes."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from storage import gaps, writer
from storage.folder import DATABASE
from storage.gaps import clear, find, gap, logged
from storage.rows import Batch
from storage.sqlite import SqliteStore, open_store
from storage.writer import Fold, connect
from tests.storage.samples import later, lead, turn_batch

TOKEN = "Quendelmoor"


def _moved(path: Path, seed: int) -> None:
    """Rows that come and grow and so move, some of them with the token; these are then deleted."""
    chance = random.Random(seed)
    with closing(connect(path)) as db:
        db.execute("create table t (n integer primary key, a text, b text)")
        db.execute("create index t_a on t (a)")
        db.execute("create table w (k text primary key, v text) without rowid")
        db.execute("begin")
        for n in range(600):
            name = f"{TOKEN} {n}" if n % 10 == 0 else f"name {n}"
            db.execute("insert into t values (?, ?, ?)", (n, name, name))
            db.execute("insert into w values (?, ?)", (f"{chance.random()}", name))
            for _ in range(6):
                grown, n_ = "x" * chance.randrange(500), max(0, n - chance.randrange(8))
                db.execute("update t set b = a || ? where n = ?", (grown, n_))
        for table, column in (("t", "a"), ("w", "v")):
            db.execute(f"delete from {table} where {column} like ?", (f"{TOKEN}%",))  # noqa: S608
        db.execute("commit")
        db.execute("pragma wal_checkpoint(truncate)").fetchall()


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return list(db.iterdump())


@pytest.mark.parametrize("seed", range(6))
def test_clearing_changes_no_row_and_leaves_no_trace(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    _moved(path, seed)
    before = _dump(path)
    assert clear(path) > 0
    assert TOKEN.encode() not in path.read_bytes()
    assert _dump(path) == before
    assert clear(path) == 0


def test_without_clearing_traces_stay(tmp_path: Path) -> None:
    """Else the test above proved nothing."""
    found = 0
    for seed in range(6):
        _moved(tmp_path / f"{seed}.db", seed)
        found += TOKEN.encode() in (tmp_path / f"{seed}.db").read_bytes()
    assert found


def _pages(path: Path) -> Iterator[bytes]:
    content = path.read_bytes()
    for start in range(0, len(content), 4096):
        yield content[start : start + 4096]


def test_only_pages_of_cells_have_a_gap(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "x.db")) as db:
        db.execute("create table t (a blob)")
        db.execute("insert into t values (?)", (b"\x0d" * 50_000,))
    kinds = [
        gap(page, gaps.HEADER if n == 0 else 0) for n, page in enumerate(_pages(tmp_path / "x.db"))
    ]
    assert kinds[0][0] < kinds[0][1]
    assert kinds.count((0, 0)) >= 11, "the long value's pages hold no cells"
    assert gap(b"\x0d\x00\x00\xff\xff\x00\x01\x00" + bytes(100)) == (0, 0), "no page, but alike"


async def test_while_turns_are_written_a_file_is_cleared_and_stays_whole(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    talking = True

    async def talk(n: int) -> None:
        version = 0
        while talking:
            version += 1
            await store.commit(turn_batch(f"c{n}", version))
            fields = f'{{"area":"{"z" * (version * 7 % 900)}"}}'
            await store.commit(Batch(lead=lead(f"grows-{n}", fields=fields, name=f"N{version}")))

    visitors = [asyncio.create_task(talk(n)) for n in range(12)]
    cleared = 0
    for _ in range(12):
        await asyncio.sleep(0.05)
        cleared += await store._writer.fold(Fold(clears=find(tmp_path / DATABASE), more=True))
    assert await store._writer.fold(Fold())
    talking = False
    await asyncio.gather(*visitors)
    await store.commit(Batch(lead=replace(lead("last"), updated_at=later(9))))
    await store.close()
    assert cleared > 3
    with closing(sqlite3.connect(tmp_path / DATABASE)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert db.execute("select count(*) from lead where id = 'last'").fetchone() == (1,)


@pytest.mark.parametrize("seed", range(4))
async def test_old_bytes_that_turns_carry_to_other_pages_are_found_there(
    seed: int, tmp_path: Path
) -> None:
    """The file is cleared in slices; what is written in between moves rows and pages."""
    store, chance = open_store(tmp_path), random.Random(seed)
    path, write = tmp_path / DATABASE, store._writer.submit
    await write(partial(_churn, chance=chance, rows=600, name="first"))
    await write(partial(_thin, chance=chance))
    await _clear(store, slices=1)
    await write(partial(_churn, chance=chance, rows=60, name=TOKEN))
    await write(partial(_forget, chance=chance))
    await _clear(store, slices=4, between=partial(_churn, chance=chance, rows=60, name="any"))
    await write(partial(_churn, chance=chance, rows=60, name="any"))
    await store.close()
    assert TOKEN.encode() not in path.read_bytes()


async def test_the_log_names_every_page_that_was_changed_and_these_are_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "CHECKPOINT_PAGES", 5)
    store, chance = open_store(tmp_path), random.Random(1)
    await store._writer.submit(partial(_churn, chance=chance, rows=300, name="first"))
    assert await store._writer.fold(Fold(clears=[], more=True))
    assert logged(store.path) == set()
    before = list(_pages(store.path))
    for _ in range(3):
        await store._writer.submit(partial(_churn, chance=chance, rows=20, name="then"))
    named = logged(store.path)
    assert await store._writer.fold(Fold(clears=[], more=True))
    after = list(_pages(store.path))
    before += [b""] * (len(after) - len(before))
    changed = {n for n, (old, new) in enumerate(zip(before, after, strict=True), 1) if old != new}
    assert changed
    assert changed <= named
    assert named.isdisjoint(find(store.path))
    await store.close()


async def _clear(
    store: SqliteStore, slices: int, between: Callable[[sqlite3.Connection], None] | None = None
) -> None:
    assert await store._writer.fold(Fold(more=True))
    pages = find(store.path)
    for n in range(slices):
        if between is not None:
            await store._writer.submit(between)
        assert await store._writer.fold(Fold(clears=pages[n::slices], more=True))


def _churn(db: sqlite3.Connection, chance: random.Random, rows: int, name: str) -> None:
    """Rows come, grow and so move."""
    db.execute("create table if not exists w (k real primary key, v text) without rowid")
    for _ in range(rows):
        key, grown = chance.random(), "x" * chance.randrange(700)
        db.execute("insert into w values (?, ?)", (key, f"{name} {grown}"))
        sql = "update w set v = v || ?1 where k = (select min(k) from w where k >= ?2)"
        db.execute(sql, (grown, chance.random()))


def _thin(db: sqlite3.Connection, chance: random.Random) -> None:
    """Pages become free, for others to use."""
    for (key,) in db.execute("select k from w").fetchall():
        if chance.random() < 0.7:
            db.execute("delete from w where k = ?", (key,))


def _forget(db: sqlite3.Connection, chance: random.Random) -> None:
    for (key,) in db.execute("select k from w where v like ?", (f"{TOKEN}%",)).fetchall():
        gone = chance.random() < 0.5
        sql = "delete from w where k = ?" if gone else "update w set v = 'other' where k = ?"
        db.execute(sql, (key,))
