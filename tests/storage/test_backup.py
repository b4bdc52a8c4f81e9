"""A backup is one moment's, however much is written meanwhile, and whole or not there."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import backup
from storage.folder import DATABASE
from storage.sqlite import open_store
from storage.store import StoreError
from storage.writer import connect
from tests.storage.samples import turn_batch
from tests.storage.test_crash import HALVES


def silent(_done: int, _whole: int) -> None:
    """Nobody looks."""


async def seed(data: Path, conversations: int = 20) -> Path:
    """A database with some conversations of one turn."""
    store = open_store(data)
    await asyncio.gather(*(store.commit(turn_batch(f"c{n}", 1)) for n in range(conversations)))
    await store.close()
    return data / DATABASE


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("select count(*) from conversation").fetchone()[0])


async def test_a_backup_while_turns_are_written_holds_no_half_turn(tmp_path: Path) -> None:
    await seed(tmp_path / "data", 200)
    store, target = open_store(tmp_path / "data"), tmp_path / "copy.db"
    writing = True

    async def write(visitor: int) -> None:
        version = 0
        while writing:
            version += 1
            await store.commit(turn_batch(f"v{visitor}", version))

    visitors = [asyncio.create_task(write(n)) for n in range(8)]
    await asyncio.to_thread(backup.back_up, tmp_path / "data" / DATABASE, target, silent)
    writing = False
    await asyncio.gather(*visitors)
    await store.close()
    with closing(sqlite3.connect(target)) as db:
        assert db.execute(HALVES).fetchone() == (0,)
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert db.execute("pragma journal_mode").fetchone() == ("delete",)
    assert 200 <= count(target) <= count(tmp_path / "data" / DATABASE)


async def test_commits_do_not_make_a_backup_begin_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = await seed(tmp_path / "data")
    monkeypatch.setattr(backup, "PAGES", 4)
    looks = 0
    with closing(connect(source)) as db:

        def write(_done: int, _whole: int) -> None:
            nonlocal looks
            looks += 1
            assert looks < 500, "it never ends"
            db.execute("insert into setting values (?, 'later')", (f"look {looks}",))

        backup.back_up(source, tmp_path / "copy.db", write)
    assert looks > 5
    with closing(sqlite3.connect(tmp_path / "copy.db")) as db:
        assert db.execute("select name from setting").fetchall() == []


async def test_a_backup_is_for_its_owner_alone_and_one_file(tmp_path: Path) -> None:
    source = await seed(tmp_path / "data")
    (tmp_path / "out").mkdir()
    backup.back_up(source, tmp_path / "out" / "copy.db", silent)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["copy.db"]
    assert (tmp_path / "out" / "copy.db").stat().st_mode & 0o777 == 0o600


async def test_a_damaged_database_gives_no_backup(tmp_path: Path) -> None:
    source = await seed(tmp_path / "data")
    spoil(source)
    with pytest.raises(StoreError, match=r"damaged|malformed"):
        backup.back_up(source, tmp_path / "copy.db", silent)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def spoil(path: Path) -> None:
    """Write over the middle of every page of the index of conversations."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma wal_checkpoint(truncate)")
        root = "select rootpage from sqlite_schema where name = 'sqlite_autoindex_conversation_1'"
        page, size = db.execute(root).fetchone()[0], db.execute("pragma page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
