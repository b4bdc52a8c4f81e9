"""Bad days: the disk is full, the database locked, Telegram gone, the server told to go.

Meanwhile visitors, chats and agents go on; what they were told is judged in the end.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.crash.judge import Verdict
from tests.crash.run import Run, run
from tests.crash.tabs import many_times, out_of_order, two_tabs

RECOVERED = 5.0  # seconds after the cause is gone
DRAINED = 10.0
SIGTERM = "SIGTERM"
SETTLED = 0.3
BEFORE = 25  # answers between two faults
PAUSE = 0.25  # seconds between a visitor's answers: a busy day, and days go on for long
HOLD = (
    "import sqlite3, sys, time; db = sqlite3.connect(sys.argv[1], isolation_level=None); "
    "db.execute('begin immediate'); print('held', flush=True); time.sleep(3600)"
)


@dataclass(frozen=True, slots=True)
class Bad:
    """A bad time that has passed."""

    what: str
    later: int  # how often somebody was asked to come again
    acknowledged: int  # answers meanwhile
    recovered: float  # seconds after the cause was gone


async def no_room(made: Run, process: subprocess.Popen[bytes], seconds: float) -> Bad:
    """Nothing can be written beyond where the files end now."""
    size = made.database.stat().st_size
    _, most = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (min(size, 4096), most))
    began, later = time.monotonic(), made.crowd.later
    try:
        await asyncio.sleep(SETTLED + seconds)
        later, told = made.crowd.later - later, _asked_since(began, made)
    finally:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (most, most))
    return Bad("no room on the disk", later, told, await _recovery(made, process))


async def locked(made: Run, process: subprocess.Popen[bytes], seconds: float) -> Bad:
    """Another process holds the database."""
    command = [sys.executable, "-c", HOLD, str(made.database)]
    holder = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    try:
        assert holder.stdout is not None
        await holder.stdout.readline()
        began, later = time.monotonic(), made.crowd.later
        await asyncio.sleep(SETTLED + seconds)
        later, told = made.crowd.later - later, _asked_since(began, made)
    finally:
        holder.kill()
        await holder.wait()
    what = f"the database locked for {seconds:g} s"
    return Bad(what, later, told, await _recovery(made, process))


async def telegram_gone(made: Run, process: subprocess.Popen[bytes], seconds: float) -> Bad:
    """Telegram fails, then asks to wait, is slow, and drops what it has accepted."""
    ways = ({"status": 502}, {"status": 429, "retry_after": 1}, {"delay": 1.0}, {"drop": True})
    later, told = made.crowd.later, made.answered
    for way in ways:
        fault = made.api.fail("*", **{"times": 10_000, **way})
        await asyncio.sleep(seconds / len(ways))
        fault.times = 0
    later, told = made.crowd.later - later, made.answered - told
    rung = len(made.api.sent())
    return Bad("Telegram gone", later, told, await _until(lambda: len(made.api.sent()) > rung))


async def told_to_go(made: Run, process: subprocess.Popen[bytes]) -> Bad:
    """SIGTERM in the middle of it; the next server is there at once."""
    later, told = made.crowd.later, made.answered
    began = time.monotonic()
    process.terminate()
    code = await asyncio.to_thread(process.wait, 60)
    if code != 0:
        raise AssertionError(f"told to go, it ended with {code}")
    took = time.monotonic() - began
    return Bad(SIGTERM, made.crowd.later - later, made.answered - told, took)


def _asked_since(moment: float, made: Run) -> int:
    """Acknowledged answers that were begun since; one from before may be on the disk already, and
    its reply on the way."""
    return sum(began > moment for began in made.crowd.asked)


async def _recovery(made: Run, process: subprocess.Popen[bytes]) -> float:
    """Seconds until answers are acknowledged again."""
    told = made.answered
    began = time.monotonic()
    await made.until(told + 1, process)
    return time.monotonic() - began


async def _until(holds: Callable[[], bool], within: float = 60.0) -> float:
    began = time.monotonic()
    async with asyncio.timeout(within):
        while not holds():  # noqa: ASYNC110 - a list of calls has no event
            await asyncio.sleep(0.02)
    return time.monotonic() - began


@asynccontextmanager
async def _served(made: Run) -> AsyncIterator[subprocess.Popen[bytes]]:
    process = made.start("anywhere")
    try:
        await made.until_ready(process)
        yield process
    finally:
        process.kill()
        process.wait()


async def bad_days(
    folder: Path,
    locks: tuple[float, ...],
    seconds: float,
    rounds: int,
    tell: Callable[[Bad], None] = lambda _: None,
) -> tuple[list[Bad], Verdict]:
    """All of it, one after another, in one life; then the verdict."""
    seen: list[Bad] = []

    def note(bad: Bad) -> None:
        seen.append(bad)
        tell(bad)

    async with run(folder, PAUSE) as made:
        async with _served(made) as process:
            await made.until(BEFORE, process)
            note(await no_room(made, process, seconds))
            for lock in locks:
                await made.until(made.answered + BEFORE, process)
                note(await locked(made, process, lock))
            note(await telegram_gone(made, process, seconds))
            await many_times(made.crowd, rounds)
            await out_of_order(made.crowd, rounds)
            await two_tabs(made.crowd, rounds)
            note(await told_to_go(made, process))
        verdict = await made.end()
    return seen, verdict
