"""What SQLite leaves between cells is overwritten, and nothing else in the file changes."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from storage import gaps
from storage.folder import DATABASE
from storage.gaps import clear, gap
from storage.rows import Batch
from storage.sqlite import open_store
from storage.writer import connect
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
        cleared += await store._writer.clear()
    talking = False
    await asyncio.gather(*visitors)
    await store.commit(Batch(lead=replace(lead("last"), updated_at=later(9))))
    await store.close()
    assert cleared > 3
    with closing(sqlite3.connect(tmp_path / DATABASE)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert db.execute("select count(*) from lead where id = 'last'").fetchone() == (1,)
