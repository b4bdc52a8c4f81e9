"""Years of data on one machine: start, ready after a kill, lists, exports, erasures, memory.

Where the machine is busy with something else, the processor's seconds say more than the clock's.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

from bot.library import Library
from storage.backup import back_up
from storage.sqlite import open_reader
from storage.store import LeadFilter
from tests.bench.beside import Noticed, noticing, open_chat
from tests.bench.compiled import compile_code
from tests.bench.figures import Figure
from tests.bench.many import fill
from tests.serving import Served, serve

CONVERSATIONS, LEADS = 1_000_000, 100_000
EXPORTED = 10_000
TICKS = os.sysconf("SC_CLK_TCK")
LISTS = (LeadFilter(limit=200), LeadFilter(band="disqualified", limit=200))
SEARCHES = ("chris", "a", "nora quinn", "+1 512 205 0199", "round rock", "0142", "zz", "lead-500")
SETTLED = 3.0  # seconds until a started server has warmed itself up
STARTS = 3
BEGUN = 100  # conversations, between a start and its end


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
        yield from measured(data)
        yield from _backs_up(path)


def measured(data: Path) -> Iterator[Figure]:
    """Everything that is measured of a folder with much in it."""
    compile_code()
    yield from _starts(data)
    yield from asyncio.run(_lists(data))
    yield from _exports(data)
    yield from _erases(data)


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
    for what, took, most in (
        ("start to ready", full, 2.0),
        ("ready after a kill", killed, 2.0),
        ("start with an empty file", bare, None),
    ):
        seconds = statistics.median(seconds for seconds, _ in took)
        yield Figure(f"scale: {what}", seconds, "s", most=most)
        busy = statistics.median(busy for _, busy in took)
        yield Figure(f"scale: {what}, the processor's", busy, "s")
    adds = min(busy for _, busy in (*full, *killed)) - min(busy for _, busy in bare)
    yield Figure("scale: what the big file adds to that", max(0.0, adds), "s", most=0.2)


def _start(data: Path, end: signal.Signals) -> tuple[float, float]:
    """Seconds until ready, and the processor's of these; then somebody writes, and the server is
    ended."""
    began = time.perf_counter()
    with serve(data) as served:
        took, busy = time.perf_counter() - began, _busy(served.process.pid)
        connection = HTTPConnection("127.0.0.1", served.port, timeout=10)
        for _ in range(BEGUN):
            open_chat(connection)
        connection.close()
        served.end(end)
    return took, busy


async def _lists(data: Path) -> list[Figure]:
    reader = open_reader(data)
    asked = {
        "list of leads": LISTS,
        "search of leads": [LeadFilter(text=text, limit=200) for text in SEARCHES],
    }
    figures = []
    for what, filters in asked.items():
        slowest = busiest = 0.0
        for where in filters:
            times, work = [], []
            for _ in range(5):
                began, busy = time.perf_counter(), time.process_time()
                await reader.leads(where)
                times.append(time.perf_counter() - began)
                work.append(time.process_time() - busy)
            slowest = max(slowest, statistics.median(times))
            busiest = max(busiest, statistics.median(work))
        figures.append(Figure(f"scale: {what}, the slowest", slowest * 1000, "ms", most=100))
        figures.append(Figure(f"scale: {what}, the processor's", busiest * 1000, "ms"))
    await reader.close()
    return figures


def _exports(data: Path) -> Iterator[Figure]:
    """By the command, and from the inbox, which the server itself writes; the first time of each
    warms it up."""
    with serve(data) as served:
        time.sleep(SETTLED)
        cookie = _enter(served, data)
        with noticing(served.port) as noticed:
            _export(data)
            _download(served, cookie)
            before = _resident(served.process.pid)
            by_command, by_inbox = _export(data), _download(served, cookie)
            grown = (_resident(served.process.pid) - before) / 1e6
    yield Figure(f"scale: export of {EXPORTED:,} leads by the command", by_command, "s")
    yield Figure(f"scale: export of {EXPORTED:,} leads from the inbox", by_inbox, "s")
    yield from _told("meanwhile", noticed)
    yield Figure("scale: memory that the server took meanwhile", grown, "MB", most=20)


def _erases(data: Path) -> Iterator[Figure]:
    """People among a hundred thousand; the first time clears what years have left in the file."""
    for n, what in enumerate(("the first erasure", "an erasure"), 1):
        with serve(data) as served:
            time.sleep(SETTLED)
            with noticing(served.port) as noticed:
                took = _erase(data, f"v{n * 10 * (CONVERSATIONS // LEADS)}@example.com")
        yield Figure(f"scale: {what}, by the command", took, "s", most=60)
        yield from _told(f"in {what}", noticed)


def _told(when: str, noticed: Noticed) -> Iterator[Figure]:
    pause, wait = noticed.pinged.longest * 1000, noticed.opened.longest * 1000
    yield Figure(f"scale: the server's longest pause {when}", pause, "ms", most=200)
    yield Figure(f"scale: a visitor's longest wait {when}", wait, "ms", most=500)
    idle = noticed.idle.longest * 1000
    yield Figure(f"scale: an idle server's longest pause {when}", idle, "ms")


def _run(data: Path, *words: str) -> tuple[str, float]:
    """A command's output, and its seconds."""
    command = [sys.executable, "-m", "bot.cli", *words, "--data", str(data)]
    began = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout, time.perf_counter() - began


def _export(data: Path) -> float:
    text, took = _run(data, "leads", "--csv", "--limit", str(EXPORTED))
    if text.count("\n") != EXPORTED + 1:
        raise RuntimeError("the export is not whole")
    return took


def _erase(data: Path, who: str) -> float:
    text, took = _run(data, "leads", "erase", who, "--yes")
    if "1 lead" not in text:
        raise RuntimeError(f"{who} was not erased: {text}")
    return took


def _enter(served: Served, data: Path) -> str:
    """Sign in to the inbox by the link that the server printed; the cookie."""
    printed = (data.parent / "serve.log").read_text()
    (token,) = re.findall(rf":{served.port}/admin/enter/(\S+)", printed)
    connection = HTTPConnection("127.0.0.1", served.port, timeout=60)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": served.base}
    connection.request("POST", "/admin/enter", f"token={token}", headers)
    cookie = str(connection.getresponse().headers["Set-Cookie"])
    connection.close()
    return cookie.partition(";")[0]


def _download(served: Served, cookie: str) -> float:
    """So many lines of the whole list as CSV."""
    connection = HTTPConnection("127.0.0.1", served.port, timeout=60)
    began, lines = time.perf_counter(), 0
    connection.request("GET", "/admin/export.csv", headers={"Cookie": cookie})
    answer = connection.getresponse()
    while lines <= EXPORTED:
        text = answer.read1(1 << 16)
        if answer.status != 200 or not text:
            raise RuntimeError(f"the inbox gave {answer.status} and {lines} lines")
        lines += text.count(b"\n")
    connection.close()
    return time.perf_counter() - began


def _backs_up(path: Path) -> Iterator[Figure]:
    began = time.perf_counter()
    back_up(path, path.with_name("copy.db"), lambda _done, _whole: None)
    yield Figure("scale: backup, copied and checked", time.perf_counter() - began, "s")


def _busy(pid: int) -> float:
    """The processor's seconds that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _resident(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
