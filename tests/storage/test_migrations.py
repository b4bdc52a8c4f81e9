"""The schema is entirely old or entirely new, whatever happens on the way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from storage import migrations
from storage.migrations import STEPS, migrate, version
from storage.writer import connect


def _objects(db: sqlite3.Connection) -> list[tuple[str, str]]:
    sql = "select type, name from sqlite_schema where name not like 'sqlite_%' order by 1, 2"
    return db.execute(sql).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.db"


def test_a_new_file_gets_every_step_and_its_record(path: Path) -> None:
    db = connect(path)
    assert migrate(db) == len(STEPS)
    assert version(db) == len(STEPS)
    assert [row[0] for row in db.execute("select name from _sqlite_migrations")] == [
        name for name, _ in STEPS
    ]
    db.close()


def test_a_second_run_has_nothing_to_do(path: Path) -> None:
    db = connect(path)
    migrate(db)
    before = _objects(db)
    assert migrate(db) == 0
    assert _objects(db) == before
    db.close()


@pytest.mark.parametrize("part", [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999])
def test_an_interrupted_migration_leaves_the_old_schema(path: Path, part: float) -> None:
    """SQLite is stopped after that part of its own instructions."""
    db = connect(path)
    db.set_progress_handler(_StopOnce(1 + int(part * _instructions(path))), 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        migrate(db)
    db.set_progress_handler(None, 1)
    db.close()

    again = connect(path)
    assert _objects(again) == []
    assert version(again) == 0
    assert migrate(again) == len(STEPS)
    again.close()


def _instructions(path: Path) -> int:
    """How many instructions a whole migration takes."""
    counter = _StopOnce(0)
    db = connect(path.with_name("whole.db"))
    db.set_progress_handler(counter, 1)
    migrate(db)
    db.close()
    return -counter.left


class _StopOnce:
    """A progress handler that interrupts once, and lets the rollback pass."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self) -> int:
        self.left -= 1
        return int(self.left == 0)


def test_a_file_of_the_first_schema_is_brought_forward(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = connect(path)
    monkeypatch.setattr(migrations, "STEPS", STEPS[:1])
    migrate(db)
    db.execute("insert into setting values ('kept', 'yes')")
    monkeypatch.setattr(migrations, "STEPS", STEPS)
    assert migrate(db) == len(STEPS) - 1
    assert db.execute("select value from setting").fetchall() == [("yes",)]
    assert ("table", "lead_search") in _objects(db)
    db.close()
