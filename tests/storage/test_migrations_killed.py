"""From every earlier schema, killed at any point: entirely old or entirely new, rows equal."""

from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage import migrations
from storage.migrations import STEPS, migrate, version
from storage.writer import connect

EARLIER = range(1, len(STEPS))
Rows = dict[str, list[tuple[Any, ...]]]
_TABLES = """
    select name from sqlite_schema
    where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%'
        and name not like '_sqlite%' and name not like 'lead_search_%' order by rowid
"""


def _made(path: Path, steps: int, monkeypatch: pytest.MonkeyPatch) -> Rows:
    """A file of an earlier schema with a row in every table; its rows."""
    with monkeypatch.context() as patch, closing(connect(path)) as db:
        patch.setattr(migrations, "STEPS", STEPS[:steps])
        migrate(db)
        for (table,) in db.execute(_TABLES).fetchall():
            _fill(db, table)
        return _rows(db)


def _fill(db: sqlite3.Connection, table: str) -> None:
    """A row whose numbers are 1 and whose texts are JSON."""
    kinds = {"integer": "1", "blob": "x'00'", "text": "'{}'"}
    columns = db.execute("select type from pragma_table_info(?) order by cid", (table,))
    values = ", ".join(kinds[kind.lower()] for (kind,) in columns)
    db.execute(f"insert into {table} values ({values})")  # noqa: S608 - names of our own tables


def _rows(db: sqlite3.Connection, like: Rows | None = None) -> Rows:
    """Every row of every table; of ``like``'s tables only, and as many columns as there."""
    tables = [name for (name,) in db.execute(_TABLES)] if like is None else list(like)
    found = {table: db.execute(f"select * from {table}").fetchall() for table in tables}  # noqa: S608
    if like is None:
        return found
    return {
        table: [row[: len(like[table][0])] for row in rows][: len(like[table])]
        for table, rows in found.items()
    }


def _killed(path: Path, after: int) -> bool:
    """Migrate in a process that is killed after so many instructions; whether it was."""
    child = os.fork()
    if child == 0:
        try:
            db = connect(path)
            db.set_progress_handler(lambda: os.kill(os.getpid(), signal.SIGKILL), after)
            migrate(db)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.parametrize("steps", EARLIER)
def test_every_earlier_schema_is_brought_forward_with_its_rows(
    steps: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = _made(tmp_path / "x.db", steps, monkeypatch)
    assert len(rows) > 10
    with closing(connect(tmp_path / "x.db")) as db:
        assert migrate(db) == len(STEPS) - steps
        assert _rows(db, like=rows) == rows
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert _schema(db) == _fresh(tmp_path / "fresh.db")


def _schema(db: sqlite3.Connection) -> set[tuple[str, str, str]]:
    return set(db.execute("select type, name, tbl_name from sqlite_schema"))


def _fresh(path: Path) -> set[tuple[str, str, str]]:
    with closing(connect(path)) as db:
        migrate(db)
        return _schema(db)


@pytest.mark.parametrize("steps", EARLIER)
def test_a_kill_at_any_point_leaves_the_old_schema_and_its_rows(
    steps: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.db"
    rows = _made(path, steps, monkeypatch)
    kills = 0
    for after in (1, 40, 200, 600, 1500, 4000):
        kills += _killed(path, after)
        with closing(connect(path)) as db:
            reached = version(db)
            assert reached in (steps, len(STEPS))
            assert _rows(db, like=rows) == rows
            assert db.execute("pragma integrity_check").fetchone() == ("ok",)
            if reached == len(STEPS):
                break
    assert kills > 1
    with closing(connect(path)) as db:
        migrate(db)
        assert _rows(db, like=rows) == rows
