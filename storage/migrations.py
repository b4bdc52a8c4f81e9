"""The schema's steps, run by sqlite-utils inside one transaction with their record.

``user_version`` repeats how many steps the file has seen. Reading it costs nothing, so a start
with nothing to do never loads sqlite-utils (8 MB and 0.2 s).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from storage import reporting, schema, schema_bookings
from storage.store import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database  # noqa: TID251 - this is storage

NAME = "doorstep"


class NewerDataError(StoreError):
    """The file was written by a newer Doorstep than this one."""


def _statements(texts: Sequence[str]) -> Callable[[Database], None]:
    def step(db: Database) -> None:
        for text in texts:
            db.execute(text)

    return step


STEPS: tuple[tuple[str, Callable[[Database], None]], ...] = (
    ("0001 tables", _statements(schema.FIRST)),
    ("0002 search", _statements(schema.SEARCH)),
    ("0003 flow versions", _statements(schema.VERSIONS)),
    ("0004 routing", _statements(schema.ROUTING)),
    ("0005 uploads", _statements(schema.UPLOADS)),
    ("0006 persons", _statements(schema.PERSONS)),
    ("0007 viewings", _statements(schema_bookings.BOOKINGS)),
    ("0008 reports", _statements(reporting.INDEX)),
    ("0009 lookups", _statements(schema.LOOKUPS)),
    ("0009 ranks", _statements(schema.RANKS)),
    ("0011 counts", _statements(schema.COUNTS)),
)


def version(connection: sqlite3.Connection) -> int:
    """How many steps this file has seen; raises NewerDataError if that is more than we know."""
    found = int(connection.execute("pragma user_version").fetchone()[0])
    if found > len(STEPS):
        raise NewerDataError(
            "the data was written by a newer Doorstep"
            f" (schema {found}, this one knows {len(STEPS)})"
        )
    return found


def migrate(connection: sqlite3.Connection) -> int:
    """Bring the file to the newest schema, all or nothing; says how many steps were run."""
    before = version(connection)
    if before == len(STEPS):
        return 0
    from sqlite_utils import Database, Migrations  # noqa: PLC0415, TID251 - loaded when needed

    migrations = Migrations(NAME)
    for name, step in STEPS:
        migrations(name=name)(step)
    connection.execute("begin immediate")
    try:
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute(f"pragma user_version = {len(STEPS)}")
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back when the disk is full
            connection.execute("rollback")
        raise
    return len(STEPS) - before
