"""Many rows a statement: all of them, in order, and nothing besides."""

from __future__ import annotations

import sqlite3

import pytest

from storage.insert import SIZES, Insert

ADD = Insert("insert into thing (id, name)", columns=2)
PUT = Insert(
    "insert into thing (id, name)", 2, "on conflict (id) do update set name = excluded.name"
)
CHANGE = Insert(
    "update thing set name = v.column1 from (", 2, ") as v where id = v.column2",
    nulls_match_nothing=True,
)  # fmt: skip


@pytest.fixture
def db() -> sqlite3.Connection:
    """A table whose columns may be null, so that a null row would stay."""
    made = sqlite3.connect(":memory:")
    made.execute("create table thing (n integer primary key, id integer unique, name text)")
    return made


@pytest.mark.parametrize("count", [*range(1, 2 * SIZES[-1] + 2, 3), *SIZES])
def test_every_count_of_rows_is_written_as_it_is(db: sqlite3.Connection, count: int) -> None:
    assert ADD.run(db, [(n, f"first {n}") for n in range(count)]) == count
    assert CHANGE.run(db, [(None if n % 2 else "second", n) for n in range(count)]) == count
    assert PUT.run(db, [(n, "third") for n in range(1, count + 1)]) == count
    found = db.execute("select id, name from thing order by n").fetchall()
    assert found == [(0, "second"), *((n, "third") for n in range(1, count + 1))]


def test_nothing_is_written_for_no_rows(db: sqlite3.Connection) -> None:
    assert ADD.run(db, []) == 0
    assert db.execute("select count(*) from thing").fetchone() == (0,)
