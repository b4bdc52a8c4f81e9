"""A few read-only connections, each on a thread of its own.

Work goes to them by a plain queue, and its result comes back by one call: the standard library's
pool of threads costs three times as much, and turns wait for what is read.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from storage.jobs import Job, settle
from storage.pace import brisk
from storage.store import StoreError

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

THREADS = 3
BUSY_MS = 2_000
CACHE_KIB = 1024


def connect(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, also beside a running server."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"pragma busy_timeout = {BUSY_MS}")
    connection.execute("pragma query_only = on")
    connection.execute(f"pragma cache_size = -{CACHE_KIB}")
    return connection


class Readers:
    """Runs reading work beside the writer; each call sees all that was committed before it."""

    def __init__(self, path: Path, threads: int = THREADS) -> None:
        self._path = path
        self._most = threads
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._waiting = 0  # jobs, by the loop's count
        self._threads: list[threading.Thread] = []
        self._closed = False

    async def run(self, work: Work[T]) -> T:
        """Have ``work`` done on one of the threads."""
        if self._closed:
            raise StoreError("the database is closed")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting += 1
        if len(self._threads) < min(self._waiting, self._most):
            self._grow()
        self._jobs.put(Job(work, future))
        try:
            return await future
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Wait for what runs; every connection is closed."""
        self._closed = True
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _grow(self) -> None:
        number = len(self._threads)
        name = f"doorstep-reader-{number}"
        self._threads.append(threading.Thread(target=self._run, name=name, daemon=True))
        self._threads[number].start()

    def _run(self) -> None:
        connection: sqlite3.Connection | None = None
        while (job := self._jobs.get()) is not None:
            try:
                connection = connection or connect(self._path)
                with brisk():
                    job.result = job.work(connection)
            except sqlite3.OperationalError as error:
                job.error = StoreError(f"the database could not be read: {error}")
                job.error.__cause__ = error
            except Exception as error:  # noqa: BLE001 - the caller's
                job.error = error
            settle([job])
        if connection is not None:
            connection.close()
