"""A small pool of read-only connections, each on a thread of its own."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from storage.pace import brisk
from storage.store import StoreError

T = TypeVar("T")

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
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="doorstep-reader")

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Have ``work`` done on one of the threads."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._work, work)

    def close(self) -> None:
        """Wait for what runs, then close every connection."""
        self._pool.shutdown()
        for connection in self._open:
            connection.close()
        self._open.clear()

    def _work(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            with brisk():
                return work(self._connection())
        except sqlite3.OperationalError as error:
            raise StoreError(f"the database could not be read: {error}") from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = connect(self._path)
            self._open.append(connection)
        return connection
