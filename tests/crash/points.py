"""Places to die, laid around the real server from outside: the product knows nothing of them.

Each takes the process down by SIGKILL at its moment, once it is armed by SIGUSR1.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bot import housekeeping
from storage import erasing, migrations, sqlite, writer
from storage.rows import AlertCopy, Outgoing
from storage.sqlite import SqliteStore
from storage.writer import Writer

LOOK_SECONDS = 0.5
EDITED = "edited"  # an edit that is done again is no second ring
CHECKPOINT_TAKES = 0.003  # seconds, or so
LATE = 0.05  # seconds that a promise runs ahead of the disk
ALONE = "insert into inlet"
WITHIN = (50, 1500)  # steps of SQLite's machine into it; a turn takes 1,400
REWRITE = "update message set text = text || '', data = data || ''"


class Trap:
    """Kills when its moment comes and it is armed."""

    def __init__(self) -> None:
        self.armed = False
        signal.signal(signal.SIGUSR1, self._arm)

    def _arm(self, *_: object) -> None:
        self.armed = True

    def spring(self) -> None:
        """The moment has come."""
        if self.armed:
            die()


def die() -> None:
    """SIGKILL, and nothing is done after it."""
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


class Watched:
    """A connection whose statements are seen before and after they are run. One that is its own
    transaction is seen as a COMMIT as well: at some moment within it, and after it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        before: Callable[[str], None] = lambda _: None,
        after: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._connection, self._before, self._after = connection, before, after

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        self._before(sql)
        alone = sql.startswith(ALONE) and not self._connection.in_transaction
        if alone:
            self._connection.set_progress_handler(
                lambda: self._before("commit"), random.randint(*WITHIN)
            )
        done = self._connection.execute(sql, *values)
        if alone:
            self._connection.set_progress_handler(None, 0)
            self._after("commit")
        self._after(sql)
        return done


def _writer_watched(**watching: Callable[[str], None]) -> None:
    class WatchedWriter(Writer):
        def __init__(
            self, path: Path, connection: sqlite3.Connection, *more: Any, **named: Any
        ) -> None:
            watched: Any = Watched(connection, **watching)
            super().__init__(path, watched, *more, **named)

        def _reopen(self) -> bool:
            reopened = super()._reopen()
            if reopened:
                watched: Any = Watched(self._connection, **watching)
                self._connection = watched
            return reopened

    sqlite.Writer = WatchedWriter  # type: ignore[misc]


def before_commit(trap: Trap) -> None:
    """Rows are written, COMMIT is not."""
    _writer_watched(before=lambda sql: trap.spring() if sql == "commit" else None)


def after_commit(trap: Trap) -> None:
    """COMMIT returned, nobody has been told."""
    _writer_watched(after=lambda sql: trap.spring() if sql == "commit" else None)


def taken(trap: Trap) -> None:
    """A row of the outbox is marked taken and has not left."""
    take_due = SqliteStore.take_due

    async def take_and_die(store: SqliteStore, *given: Any, **named: Any) -> list[Outgoing]:
        rows = await take_due(store, *given, **named)
        if rows:
            trap.spring()
        return rows

    SqliteStore.take_due = take_and_die  # type: ignore[method-assign]


def accepted(trap: Trap) -> None:
    """Telegram has accepted an alert, and that is not written down."""
    sent = SqliteStore.sent

    async def die_before(
        store: SqliteStore, id_: int, at: Any, result: str = "", copy: AlertCopy | None = None
    ) -> None:
        if copy is not None and result != EDITED:
            trap.spring()
        await sent(store, id_, at, result, copy)

    SqliteStore.sent = die_before  # type: ignore[method-assign]


def checkpoint(trap: Trap) -> None:
    """The log is being folded into the file; there is much in it, and it happens often."""
    writer.CHECKPOINT_SECONDS = 0.4
    writer.CHECKPOINT_PAGES = 1_000_000

    def kill_soon(sql: str) -> None:
        if "wal_checkpoint" in sql and trap.armed:
            threading.Timer(random.uniform(0, CHECKPOINT_TAKES), die).start()

    _writer_watched(before=kill_soon)


def migration(trap: Trap) -> None:
    """A step of a newer version rewrites every message and never gets to its end."""

    def step(db: Any) -> None:
        threading.Timer(random.uniform(0, 0.05), die).start()
        db.execute("create table newer (n integer primary key)")
        while True:
            db.execute(REWRITE)

    migrations.STEPS = (*migrations.STEPS, ("9999 newer", step))


def erasure(trap: Trap) -> None:
    """A person is half deleted, or what is left of the words is half scrubbed."""
    steps = ("_empty", "_hide_refusals", "_remember", "scrub_step")
    room, name = random.choice([*((erasing, step) for step in steps), (os, "pwrite")])
    does = getattr(room, name)  # pwrite: what rows left where they no longer are is overwritten

    def die_before(*given: Any, **named: Any) -> Any:
        trap.spring()
        return does(*given, **named)

    setattr(room, name, die_before)


def nowhere(trap: Trap) -> None:
    """Killed from outside, whenever."""


POINTS: Final[Mapping[str, Callable[[Trap], None]]] = {
    "anywhere": nowhere,
    "before-commit": before_commit,
    "after-commit": after_commit,
    "taken": taken,
    "accepted": accepted,
    "checkpoint": checkpoint,
    "migration": migration,
    "erasure": erasure,
}


def acknowledge_early(trap: Trap) -> None:
    """Planted: an answer is acknowledged before it is on disk, and repeats are forgotten too."""
    sqlite.outbox.INTERRUPTED = ""
    commit = SqliteStore.commit

    async def promise(store: SqliteStore, batch: Any) -> None:
        def write() -> None:
            store._writer.commit(batch).add_done_callback(lambda done: done.exception())

        if batch.expected_version:
            asyncio.get_running_loop().call_later(LATE, write)
        else:
            await commit(store, batch)

    SqliteStore.commit = promise  # type: ignore[method-assign]
    before_commit(trap)


def forget_repeats(trap: Trap) -> None:
    """Planted: what was taken when the process ended is rung as if it never had been."""
    sqlite.outbox.INTERRUPTED = ""
    accepted(trap)


PLANTED: Final[Mapping[str, Callable[[Trap], None]]] = {
    "acknowledge-early": acknowledge_early,
    "forget-repeats": forget_repeats,
}


def lay(name: str) -> None:
    """Lay the trap of this name. What a death left to be scrubbed is looked for sooner."""
    housekeeping.LOOK_SECONDS = LOOK_SECONDS  # type: ignore[misc]
    everything = {**POINTS, **PLANTED}
    everything[name](Trap())


def known(names: Sequence[str]) -> list[str]:
    """The points of these names, all where there is none."""
    return [name for name in POINTS if not names or name in names]
