"""Bringing a backup back: rehearsed on a copy first, then put in place at one stroke.

The rehearsal does everything that the restore will do, on a copy beside the database: it checks
the file, brings its schema forward, and carries over what must stay true (``carried``). What then
takes the place of the database is that very copy. The old file stays beside it under another name.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import field
from datetime import datetime
from pathlib import Path

from storage import backup, carried, gaps, readers, writer
from storage.backup import Tell
from storage.columns import moment
from storage.migrations import migrate, version
from storage.records import frozen
from storage.store import StoreError

REHEARSED = ".restoring"
ASIDE = ".before"
COUNTED = ("conversation", "message", "answer", "lead")
_GONE = "select count(*) from conversation where id not in (select id from other.conversation)"


@frozen
class Contents:
    """What a database holds."""

    rows: dict[str, int]  # table -> count
    waiting: int  # rows of the outbox that are to be sent
    newest: datetime | None  # when somebody last said something


@frozen
class Rehearsal:
    """What a restore will do. ``file`` is the database as it will be."""

    file: Path
    schema: int  # of the backup as it was made
    after: Contents
    now: Contents | None  # None: there is no database, or it cannot be read
    unreadable: str = ""  # why it cannot
    lost: int = 0  # conversations of now that the backup does not know
    carried: dict[str, int] = field(default_factory=dict)


@contextmanager
def rehearse(source: Path, database: Path, tell: Tell) -> Iterator[Rehearsal]:
    """Make the database that a restore would put in place; afterwards it is gone again.

    Raises StoreError for what is no whole backup of ours, NewerDataError for a newer one's.
    """
    made = database.with_name(f"{database.name}{REHEARSED}-{os.getpid()}")
    try:
        try:
            schema = _prepare(source, made, tell)
            rehearsal = _compare(made, schema, database)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{source} is no backup that can be restored: {error}") from error
        yield rehearsal
    finally:
        _discard(made)


def put_in_place(rehearsal: Rehearsal, database: Path, now: datetime) -> Path | None:
    """Make the rehearsed file the database. The old one stays, under the name that is returned.

    The caller holds the folder's lock. A kill leaves the old database or the new one.
    """
    aside = database.with_name(f"{database.name}{ASIDE}-{now:%Y%m%d-%H%M%S}")
    try:
        if not database.exists():
            rehearsal.file.replace(database)
            backup.make_durable(database.parent)
            return None
        _fold(database)
        _keep(database, aside)
        rehearsal.file.replace(database)
        backup.make_durable(database.parent)
    except OSError as error:
        raise StoreError(f"the backup could not be put in place: {error}") from error
    return aside


def _prepare(source: Path, made: Path, tell: Tell) -> int:
    """A checked copy of the backup at today's schema; the schema it had."""
    backup.copy(source, made, tell)
    with closing(writer.connect(made)) as db:
        problem = backup.damage(db)
        if problem:
            raise StoreError(f"the backup {source} is damaged: {problem}")
        schema = version(db)
        if not schema:
            raise StoreError(f"{source} is no backup of Doorstep")
        migrate(db)
    return schema


def _compare(made: Path, schema: int, database: Path) -> Rehearsal:
    """What would change, with what must stay true already carried over."""
    if not database.exists():
        return Rehearsal(made, schema, _contents(made), None)
    try:
        now = _contents(database)
        done = carried.carry(made, database)
        lost = _lost(database, made)
    except (sqlite3.Error, StoreError) as error:
        carried.be_wary(made)
        return Rehearsal(made, schema, _contents(made), None, unreadable=str(error))
    finally:
        _settle(made)
    return Rehearsal(made, schema, _contents(made), now, lost=lost, carried=done)


def _contents(path: Path) -> Contents:
    with closing(readers.connect(path)) as db:
        rows = {
            table: int(db.execute(f"select count(*) from {table}").fetchone()[0])
            for table in COUNTED
        }
        waiting = "select count(*) from outbox where state in ('due', 'taken')"
        newest = db.execute("select max(updated_at) from conversation").fetchone()[0]
        return Contents(
            rows=rows,
            waiting=int(db.execute(waiting).fetchone()[0]),
            newest=None if newest is None else moment(newest),
        )


def _lost(database: Path, made: Path) -> int:
    with closing(readers.connect(database)) as db:
        db.execute("attach ? as other", (f"{made.absolute().as_uri()}?mode=ro",))
        return int(db.execute(_GONE).fetchone()[0])


def _settle(made: Path) -> None:
    """Have the whole file on disk, with no log beside it."""
    with closing(writer.connect(made)) as db:
        db.execute("pragma wal_checkpoint(truncate)").fetchall()
    gaps.clear(made)
    backup.make_durable(made)


def _fold(database: Path) -> None:
    """Write the old file's log into it, where that is still possible."""
    with suppress(sqlite3.Error), closing(writer.connect(database)) as db:
        db.execute("pragma wal_checkpoint(truncate)").fetchall()


def _keep(database: Path, aside: Path) -> None:
    """Give the old file, and the log of a damaged one, second names before the first is taken.

    A log that stayed would be read into the new database.
    """
    for end in ("-wal", ""):
        old = database.with_name(database.name + end)
        if old.exists() and (old.stat().st_size or not end):
            _link(old, aside.with_name(aside.name + end))
    backup.make_durable(database.parent)
    for end in ("-wal", "-shm"):
        database.with_name(database.name + end).unlink(missing_ok=True)


def _link(old: Path, new: Path) -> None:
    try:
        new.hardlink_to(old)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names
        shutil.copy2(old, new)
        backup.make_durable(new)


def _discard(made: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        made.with_name(made.name + end).unlink(missing_ok=True)
