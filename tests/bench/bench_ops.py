"""Years of data on one machine: start, ready after a kill, lists, exports, memory, backup."""

from __future__ import annotations

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

from bot.library import Library
from storage.backup import back_up
from storage.sqlite import open_reader
from storage.store import LeadFilter
from tests.bench.figures import Figure
from tests.bench.many import fill
from tests.serving import Served, serve

CONVERSATIONS, LEADS = 1_000_000, 100_000
EXPORTED = 10_000
PING_EVERY = 0.01
LISTS = (LeadFilter(limit=200), LeadFilter(band="disqualified", limit=200))
SEARCHES = ("chris", "a", "nora quinn", "+1 512 205 0199", "round rock", "0142", "zz", "lead-500")
LOOKS = 60
STARTS = 3


def run() -> Iterable[Figure]:
    """One big file for all of it."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix="tmp") as folder:
        data = Path(folder) / "data"
        began = time.perf_counter()
        flow = Library.load(None, None).flows["buyer"]
        path = fill(data, flow, datetime.now(UTC), CONVERSATIONS, LEADS)
        size = path.stat().st_size / 1e6
        yield Figure(f"scale: {CONVERSATIONS:,} conversations, {LEADS:,} leads", size, "MB")
        yield Figure("scale: written straight with SQL", time.perf_counter() - began, "s")
        yield from _starts(data)
        yield from asyncio.run(_lists(data))
        yield from _exports(data)
        yield from _backs_up(path)


def _starts(data: Path) -> Iterator[Figure]:
    """Full and empty folders take turns, so that a noisy neighbour slows both."""
    empty = data.with_name("empty")
    _start(empty, signal.SIGTERM)
    _start(data, signal.SIGKILL)
    full, killed, bare = [], [], []
    for _ in range(STARTS):
        killed.append(_start(data, signal.SIGTERM))
        bare.append(_start(empty, signal.SIGTERM))
        full.append(_start(data, signal.SIGKILL))
    yield Figure("scale: start to ready", statistics.median(full), "s", most=2.0)
    yield Figure("scale: ready after a kill", statistics.median(killed), "s", most=2.0)
    ratio = min(killed) / min(bare)
    yield Figure("scale: ready after a kill against an empty start", ratio, "×", most=1.3)


def _start(data: Path, end: signal.Signals) -> float:
    """Seconds until ready; then somebody writes, and the server is ended."""
    began = time.perf_counter()
    with serve(data) as served:
        took = time.perf_counter() - began
        for _ in range(20):
            _begin(served)
        served.end(end)
    return took


def _begin(served: Served) -> None:
    connection = HTTPConnection("127.0.0.1", served.port, timeout=10)
    headers = {"Content-Type": "application/json"}
    connection.request("POST", "/api/v1/conversations", b'{"flow":"buyer"}', headers)
    if connection.getresponse().status != 201:
        raise RuntimeError("a conversation was refused")
    connection.close()


async def _lists(data: Path) -> list[Figure]:
    reader = open_reader(data)
    asked = {
        "list of leads": LISTS,
        "search of leads": [LeadFilter(text=text, limit=200) for text in SEARCHES],
    }
    figures = []
    for what, filters in asked.items():
        slowest = 0.0
        for where in filters:
            times = []
            for _ in range(5):
                began = time.perf_counter()
                await reader.leads(where)
                times.append(time.perf_counter() - began)
            slowest = max(slowest, statistics.median(times))
        figures.append(Figure(f"scale: {what}, the slowest", slowest * 1000, "ms", most=100))
    await reader.close()
    return figures


def _exports(data: Path) -> Iterator[Figure]:
    """Beside a server that is asked all the time whether it is alive."""
    with serve(data) as served, Pinged(served.port) as pinged:
        took, before = 0.0, 0
        for _ in range(2):  # the first time warms it up
            before = _resident(served.process.pid)
            took = _export(data)
            for _ in range(LOOKS):
                _begin(served)
        grown = (_resident(served.process.pid) - before) / 1e6
    yield Figure(f"scale: export of {EXPORTED:,} leads", took, "s")
    stall = pinged.longest * 1000
    yield Figure("scale: the server's longest pause meanwhile", stall, "ms", most=200)
    yield Figure("scale: memory that the server took meanwhile", grown, "MB", most=20)


def _export(data: Path) -> float:
    command = [sys.executable, "-m", "bot.cli", "leads", "--csv", "--limit", str(EXPORTED)]
    began = time.perf_counter()
    done = subprocess.run(
        [*command, "--data", str(data)], check=True, capture_output=True, text=True
    )
    if done.stdout.count("\n") != EXPORTED + 1:
        raise RuntimeError("the export is not whole")
    return time.perf_counter() - began


def _backs_up(path: Path) -> Iterator[Figure]:
    began = time.perf_counter()
    back_up(path, path.with_name("copy.db"), lambda _done, _whole: None)
    yield Figure("scale: backup, copied and checked", time.perf_counter() - began, "s")


class Pinged:
    """Asks ``/healthz`` all the time; ``longest`` is the slowest answer."""

    def __init__(self, port: int) -> None:
        self.longest = 0.0
        self._port = port
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._ask)

    def __enter__(self) -> Pinged:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _ask(self) -> None:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=30)
        while not self._done.wait(PING_EVERY):
            began = time.perf_counter()
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            self.longest = max(self.longest, time.perf_counter() - began)
        connection.close()


def _resident(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
