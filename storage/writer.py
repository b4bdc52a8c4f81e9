"""The one writing thread: whatever waits is written together and paid for with one fsync."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from storage import commit, gaps, inlet
from storage.jobs import Job, settle
from storage.pace import briskly
from storage.rows import Batch
from storage.store import Conflict, StoreError

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

PATIENCE = 0.003  # seconds in which patient jobs wait for company
GROUP = 512  # jobs a transaction, so that nobody waits for a giant one
WAITING = 20_000  # jobs waiting at most: beyond, the disk cannot keep up and callers must know
BUSY_MS = 2_000  # how long another process's lock is waited for
CHECKPOINT_SECONDS = 60.0
CHECKPOINT_PAGES = 1_000
WAL_KEPT = 16 * 1024 * 1024
WAL_MOST = 64 * 1024 * 1024  # beyond, readers are waited for: one after another they would keep it
LOOK_SECONDS = 5.0  # between looks at its size
READERS_MS = 100  # that they are waited for; turns wait meanwhile
CACHE_KIB = 2 * 1024  # the system caches the file as well
_CLASHES = {
    "SQLITE_CONSTRAINT_PRIMARYKEY",
    "SQLITE_CONSTRAINT_UNIQUE",
    "SQLITE_CONSTRAINT_ROWID",
    "SQLITE_CONSTRAINT_TRIGGER",  # the lead was merged into another
}
_CALLERS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError)
_REOPEN = ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_NOTADB", "SQLITE_CORRUPT")


def connect(path: Path) -> sqlite3.Connection:
    """A connection for writing; it stays usable while others read, and never locks them out."""
    connection = sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    connection.execute(f"pragma busy_timeout = {BUSY_MS}")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma secure_delete = on")
    connection.execute("pragma temp_store = memory")
    connection.execute(f"pragma cache_size = -{CACHE_KIB}")
    connection.execute(f"pragma wal_autocheckpoint = {CHECKPOINT_PAGES}")
    connection.execute(f"pragma journal_size_limit = {WAL_KEPT}")
    return connection


@dataclass(frozen=True, slots=True)
class Fold:
    """Work that no transaction can hold: the log is folded into the file and cut off.

    With ``clears`` what deletions leave in these pages and in those of the log is overwritten.
    With ``more`` the log is kept from now on, until the next one, so that it names every page
    that was changed in between.
    """

    clears: Sequence[int] | None = None
    more: bool = False


class Writer:
    """Runs jobs in groups. A job's future is settled only after COMMIT returned."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        inlet.lay(connection)
        self._jobs: SimpleQueue[list[Job] | None] = SimpleQueue()
        self._ready: list[Job] = []  # for the thread, as soon as one of them is not patient
        self._given = self._taken = 0  # jobs, counted by the loop and by the thread
        self._closed = False
        self.observe: Callable[[float], None] = _ignore  # seconds of each transaction
        self._checkpoint_due = time.monotonic() + CHECKPOINT_SECONDS
        self._look_due = time.monotonic() + LOOK_SECONDS
        self._keeps_log = False
        self._thread = threading.Thread(target=self._run, name="doorstep-writer", daemon=True)
        self._thread.start()

    def commit(self, batch: Batch) -> asyncio.Future[None]:
        """Have the batch written in the next transaction."""
        return self._enqueue(batch)

    def submit(self, work: Work[T], *, patient: bool = False) -> asyncio.Future[T]:
        """Have ``work`` done in the next transaction; in one of its own only after a moment in
        which no other came, where it is ``patient``."""
        return self._enqueue(work, patient=patient)

    def fold(self, fold: Fold) -> asyncio.Future[bool]:
        """Have the log folded; False while somebody reads it for longer than a moment."""
        return self._enqueue(fold)

    def _enqueue(
        self, work: Work[Any] | Batch | Fold, *, patient: bool = False
    ) -> asyncio.Future[Any]:
        if self._closed:
            raise StoreError("the database is closed")
        if self._given - self._taken >= WAITING:
            raise StoreError("the database cannot keep up")
        loop = asyncio.get_running_loop()
        job = Job(work, loop.create_future())
        self._given += 1
        self._ready.append(job)
        if patient:
            loop.call_later(PATIENCE, self._hand_over)
        else:
            self._hand_over()
        return job.future

    def _hand_over(self) -> None:
        if self._ready:
            self._jobs.put(self._ready)
            self._ready = []

    def close(self) -> None:
        """Finish what waits, fold the log into the file, and stop. Blocks."""
        if not self._closed:
            self._closed = True
            self._hand_over()
            self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (group := self._next_group()) is not None:
            if group:
                self._do_group(group)
                settle(group)
            if time.monotonic() >= self._checkpoint_due:
                self._checkpoint("passive")
            if time.monotonic() >= self._look_due:
                self._look()
        self._checkpoint("truncate")
        self._connection.close()

    def _do_group(self, group: list[Job]) -> None:
        written = [job for job in group if not isinstance(job.work, Fold)]
        if written:
            self._write(written)
        if len(written) < len(group):
            settle(written)  # they need not wait
            for job in group:
                if isinstance(job.work, Fold):
                    job.result = self._fold(job.work)

    def _fold(self, fold: Fold) -> bool:
        changed = gaps.logged(self._path) if fold.clears is not None else ()
        folded = self._cut()
        if folded or not fold.more:
            self._keep_log(fold.more)
        if not folded or fold.clears is None:
            return folded
        try:
            briskly(gaps.clear, self._path, sorted({*fold.clears, *changed}))
        except OSError:
            return False
        return self._reopen()  # our cache has the old pages

    def _cut(self) -> bool:
        """Fold the log, unless a reader needs it for long."""
        self._connection.execute(f"pragma busy_timeout = {READERS_MS}")
        folded = self._checkpoint("truncate")
        self._connection.execute(f"pragma busy_timeout = {BUSY_MS}")
        return folded

    def _keep_log(self, keeps: bool) -> None:
        self._keeps_log = keeps
        pages = 0 if keeps else CHECKPOINT_PAGES
        self._connection.execute(f"pragma wal_autocheckpoint = {pages}")

    def _next_group(self) -> list[Job] | None:
        """What waits now, [] when it is time for a checkpoint, None at the end."""
        try:
            ready = self._jobs.get(timeout=max(0.0, self._checkpoint_due - time.monotonic()))
        except Empty:
            return []
        if ready is None:
            return None
        group = ready
        with contextlib.suppress(Empty):
            while len(group) < GROUP:
                ready = self._jobs.get_nowait()
                if ready is None:
                    self._jobs.put(None)
                    break
                group += ready
        self._taken += len(group)
        return group

    def _write(self, group: list[Job]) -> None:
        began = time.monotonic()
        batches = [job for job in group if isinstance(job.work, Batch)]
        at_once = len(batches) == len(group) and all(commit.is_plain(job.work) for job in batches)
        try:
            if not (at_once and self._together(batches)):
                self._connection.execute("begin immediate")
                done = not at_once and self._together(batches)
                for job in group:
                    if not (done and isinstance(job.work, Batch)):
                        self._do(job)
                self._connection.execute("commit")
        except sqlite3.Error as error:
            self._give_up(group, error)
        else:
            self.observe(time.monotonic() - began)

    def _together(self, jobs: list[Job]) -> bool:
        """Write their batches as one; False where one is refused, and nothing is written. They
        are done one by one then, so that only the culprit fails."""
        try:
            commit.apply(self._connection, [job.work for job in jobs])
        except Exception as raised:
            if _is_the_disks(raised):
                raise
            if self._connection.in_transaction:
                self._connection.execute("rollback")
                self._connection.execute("begin immediate")
            return False
        return True

    def _do(self, job: Job) -> None:
        run = self._connection.execute
        run("savepoint job")
        try:
            _perform(self._connection, job)
        except Exception as raised:
            if _is_the_disks(raised):
                raise
            run("rollback to job")
            job.error = _named(raised)
        run("release job")

    def _give_up(self, group: list[Job], error: sqlite3.Error) -> None:
        for job in group:
            job.error = StoreError(f"the database could not write: {error}")
            job.error.__cause__ = error
        with contextlib.suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("rollback")
        if getattr(error, "sqlite_errorname", "").startswith(_REOPEN):
            self._reopen()

    def _reopen(self) -> bool:
        """A file that came back after an I/O error is not always the one that was open."""
        try:
            fresh = connect(self._path)
            inlet.lay(fresh)
        except sqlite3.Error:
            return False
        self._connection.close()
        self._connection = fresh
        self._keep_log(self._keeps_log)
        return True

    def _look(self) -> None:
        """Have a log that has grown too long begin anew, as soon as no reader needs it."""
        self._look_due = time.monotonic() + LOOK_SECONDS
        if self._keeps_log:
            return
        try:
            size = self._path.with_name(f"{self._path.name}-wal").stat().st_size
        except OSError:
            return
        if size > WAL_MOST:
            self._cut()

    def _checkpoint(self, mode: str) -> bool:
        """Whether nobody stood in the way."""
        self._checkpoint_due = time.monotonic() + CHECKPOINT_SECONDS
        if self._keeps_log and mode == "passive":
            return False
        with contextlib.suppress(sqlite3.Error):
            found = self._connection.execute(f"pragma wal_checkpoint({mode})").fetchall()
            return not found[0][0]
        return False


def _ignore(_seconds: float) -> None:
    """Nobody counts."""


def _perform(db: sqlite3.Connection, job: Job) -> None:
    if isinstance(job.work, Batch):
        commit.apply(db, [job.work])
    else:
        job.result = job.work(db)


def _is_the_disks(error: Exception) -> bool:
    """Whether the database failed, and not what it was asked to do."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, _CALLERS)


def _named(error: Exception) -> Exception:
    """A key used before is the outcome of a race; anything else is what it is."""
    clash = getattr(error, "sqlite_errorname", "") in _CLASHES
    return Conflict(str(error)) if clash else error
