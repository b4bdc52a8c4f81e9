"""The log stays short, though somebody reads at every moment."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage import writer
from storage.folder import DATABASE
from storage.sqlite import open_store
from tests.storage.samples import turn_batch

READERS, READS = 3, 0.06  # seconds: they overlap, so that there is always one
MOST = 1 << 19
ROUNDS = 60  # of 160 kB


@contextmanager
def _read_all_the_time(path: Path) -> Iterator[None]:
    done = threading.Event()

    def read(delay: float) -> None:
        time.sleep(delay)
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            while not done.is_set():
                db.execute("begin")
                db.execute("select count(*) from setting").fetchone()
                time.sleep(READS)
                db.execute("rollback")

    threads = [threading.Thread(target=read, args=(n * READS / READERS,)) for n in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()


async def test_readers_that_follow_each_other_do_not_make_the_log_grow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "WAL_MOST", MOST)
    monkeypatch.setattr(writer, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(writer, "CHECKPOINT_PAGES", 50)
    store = open_store(tmp_path)
    log = tmp_path / f"{DATABASE}-wal"
    longest = 0
    with _read_all_the_time(tmp_path / DATABASE):
        for n in range(ROUNDS):
            turns = (turn_batch(f"c{n}-{visitor}", 1) for visitor in range(40))
            await asyncio.gather(*map(store.commit, turns))
            longest = max(longest, log.stat().st_size)
    await store.close()
    assert longest < 8 * MOST
