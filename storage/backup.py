"""A copy of the database as it is at one moment, taken while it is written to.

The copy grows beside its final name and gets it only when it is whole, checked and on disk: a
backup that is cut off leaves no file that looks like one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage import folder, readers
from storage.store import StoreError

PAGES = 1_000  # copied between two looks at the progress
PART = ".part"

Tell = Callable[[int, int], None]  # so much is done, of so much


def back_up(source: Path, target: Path, tell: Tell) -> None:
    """Copy a database to a file of its own, for its owner's eyes only.

    Raises StoreError, and then there is no new file.
    """
    part = target.with_name(target.name + PART)
    try:
        copy(source, part, tell)
        with closing(sqlite3.connect(part)) as made:
            problem = damage(made, quick=True)
        if problem:
            raise StoreError(f"the database {source} is damaged: {problem}")
        make_durable(part)
        part.replace(target)
        make_durable(target.parent)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"the backup {target} could not be made: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def copy(source: Path, target: Path, tell: Tell) -> None:
    """Copy the pages of one moment into a new file that needs no log beside it.

    The snapshot is held for as long as it takes: else every commit would make it begin anew.
    """
    target.unlink(missing_ok=True)
    folder.make_private_file(target)
    with closing(readers.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.execute("begin")
        old.execute("select count(*) from sqlite_schema").fetchone()
        old.backup(new, pages=PAGES, progress=lambda _, left, whole: tell(whole - left, whole))
        old.execute("rollback")
        new.execute("pragma journal_mode = delete").fetchall()


def damage(connection: sqlite3.Connection, *, quick: bool = False) -> str:
    """What is wrong with a file, in SQLite's words; "" when it is whole."""
    check = "quick_check" if quick else "integrity_check"
    found = str(connection.execute(f"pragma {check}(1)").fetchone()[0])
    if found != "ok":
        return found
    lost = connection.execute("pragma foreign_key_check").fetchone()
    return f"a row of {lost[0]} belongs to nothing" if lost else ""


def make_durable(path: Path) -> None:
    """Have a file, or the names in a folder, on disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
