"""Restoring: rehearsed on a copy, all or nothing, and what must stay true stays true."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from storage import backup, migrations, restoring
from storage.folder import DATABASE
from storage.migrations import NewerDataError, migrate
from storage.restoring import put_in_place, rehearse
from storage.rows import Batch, DoNotContactRow
from storage.sqlite import open_store
from storage.store import INTERRUPTED, StoreError
from storage.writer import connect
from tests.storage.samples import NOW, later, outgoing, turn_batch
from tests.storage.test_backup import count, seed, silent, spoil

AT = datetime(2026, 3, 11, 8, 30, tzinfo=UTC)


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """Twenty conversations, backed up; ten more came since, and other things happened."""
    data = tmp_path / "data"
    await seed(data)
    store = open_store(data)
    await store.enqueue([outgoing("rung"), outgoing("waits")])
    await store.set_setting("user:dana", "old password")
    await store.set_setting("user:left", "password")
    await store.close()
    backup.back_up(data / DATABASE, tmp_path / "old.db", silent)
    store = open_store(data)
    (rung,) = await store.take_due(NOW, 1)
    await store.sent(rung.id, later(1), "telegram")
    for n in range(20, 30):
        await store.commit(turn_batch(f"c{n}", 1))
    await store.commit(Batch(do_not_contact=(DoNotContactRow("phone:+1512", "STOP", NOW),)))
    await store.set_setting("user:dana", "new password")
    await store.take_setting("user:left")
    await store.close()
    return data


def restore(data: Path, at: datetime = AT) -> Path | None:
    """The backup of the fixture put in place."""
    database = data / DATABASE
    with rehearse(data.parent / "old.db", database, silent) as rehearsal:
        return put_in_place(rehearsal, database, at)


async def test_a_rehearsal_says_what_will_change_and_changes_nothing(data: Path) -> None:
    database = data / DATABASE
    before = database.read_bytes()
    with rehearse(data.parent / "old.db", database, silent) as rehearsal:
        assert rehearsal.now is not None
        assert (rehearsal.now.rows["lead"], rehearsal.after.rows["lead"]) == (30, 20)
        assert (rehearsal.lost, rehearsal.after.waiting) == (10, 1)
        assert rehearsal.carried["settled"] == 1
        assert rehearsal.carried["refusals"] == 1
    assert database.read_bytes() == before
    assert not list(data.glob("*restoring*"))


async def test_restoring_brings_the_backup_and_keeps_the_old_file(data: Path) -> None:
    aside = restore(data)
    assert aside == data / f"{DATABASE}.before-20260311-083000"
    assert count(data / DATABASE) == 20
    assert count(aside) == 30
    assert (data / DATABASE).stat().st_mode & 0o777 == 0o600
    store = open_store(data)
    assert await store.conversation("c25") is None
    assert await store.conversation("c5") is not None
    await store.close()


async def test_what_has_rung_since_does_not_ring_again(data: Path) -> None:
    restore(data)
    store = open_store(data)
    assert [row.key for row in await store.take_due(NOW)] == ["waits"]
    await store.close()


async def test_refusals_and_access_are_those_of_now(data: Path) -> None:
    restore(data)
    store = open_store(data)
    assert not await store.may_contact(["phone:+1512"])
    assert await store.setting("user:dana") == "new password"
    assert await store.setting("user:left") is None
    await store.close()


async def test_beside_an_unreadable_database_everything_leaves_as_a_repeat(data: Path) -> None:
    (data / DATABASE).write_bytes(b"no database at all" * 1000)
    with rehearse(data.parent / "old.db", data / DATABASE, silent) as rehearsal:
        assert "not a database" in rehearsal.unreadable
        aside = put_in_place(rehearsal, data / DATABASE, AT)
    assert aside is not None
    assert aside.read_bytes().startswith(b"no database")
    store = open_store(data)
    assert {row.error for row in await store.take_due(NOW)} == {INTERRUPTED}
    await store.close()


async def test_a_log_that_was_not_folded_never_meets_the_new_database(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(connect(data / DATABASE)) as left, closing(connect(data / DATABASE)) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from setting").fetchone()
        left.execute("insert into flow_text values ('in the log', 'f', 't', 0)")
        monkeypatch.setattr(restoring, "_fold", lambda _: None)
        aside = restore(data)
    assert aside is not None
    assert aside.with_name(aside.name + "-wal").stat().st_size > 0
    store = open_store(data)
    assert await store.flow_text("in the log") is None
    await store.close()
    with closing(sqlite3.connect(data / DATABASE)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    with closing(sqlite3.connect(aside)) as db:
        assert db.execute("select 1 from flow_text where hash = 'in the log'").fetchall()


@pytest.mark.parametrize("step", range(5))
async def test_a_restore_that_is_cut_off_leaves_the_old_database_and_may_be_done_again(
    data: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut before each of its steps on the disk."""
    steps = iter(range(100))

    def cut(does: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any, **named: Any) -> Any:
            if next(steps) == step:
                raise KeyboardInterrupt
            return does(*given, **named)

        return done

    with rehearse(data.parent / "old.db", data / DATABASE, silent) as rehearsal:
        monkeypatch.setattr(restoring, "_fold", cut(restoring._fold))
        for name in ("hardlink_to", "replace", "unlink"):
            monkeypatch.setattr(Path, name, cut(getattr(Path, name)))
        with pytest.raises(KeyboardInterrupt):
            put_in_place(rehearsal, data / DATABASE, AT)
        monkeypatch.undo()
    assert count(data / DATABASE) == 30
    assert restore(data, AT + timedelta(seconds=1)) is not None
    assert count(data / DATABASE) == 20
    assert not list(data.glob("*restoring*"))


async def test_an_older_backup_is_brought_to_todays_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(connect(tmp_path / "old.db")) as db:
        monkeypatch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        migrate(db)
        monkeypatch.undo()
    (tmp_path / "data").mkdir()
    with rehearse(tmp_path / "old.db", tmp_path / "data" / DATABASE, silent) as rehearsal:
        assert (rehearsal.schema, rehearsal.now) == (1, None)
        assert put_in_place(rehearsal, tmp_path / "data" / DATABASE, AT) is None
    store = open_store(tmp_path / "data")
    assert await store.flow_versions("buyer") == []
    await store.close()


def _refused(file: Path, tmp_path: Path) -> str:
    with (
        pytest.raises(StoreError) as caught,
        rehearse(file, tmp_path / "data" / DATABASE, silent),
    ):
        pass
    return str(caught.value)


async def test_what_is_no_backup_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "text.db").write_text("hello")
    assert "not a database" in _refused(tmp_path / "text.db", tmp_path)
    with closing(sqlite3.connect(tmp_path / "other.db")) as db:
        db.execute("create table tunes (name)")
    assert "no backup of Doorstep" in _refused(tmp_path / "other.db", tmp_path)
    damaged = await seed(tmp_path / "seeded")
    spoil(damaged)
    assert "damaged" in _refused(damaged, tmp_path)
    assert not list((tmp_path / "data").iterdir())


async def test_a_newer_backup_is_refused(tmp_path: Path) -> None:
    newer = await seed(tmp_path / "newer")
    with closing(sqlite3.connect(newer)) as db:
        db.execute("pragma user_version = 999")
    (tmp_path / "data").mkdir()
    with (
        pytest.raises(NewerDataError),
        rehearse(newer, tmp_path / "data" / DATABASE, silent),
    ):
        pass
