"""Work that a loop hands to a thread, and how the loop hears of its end."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Job:
    """Something to do, with what came of it."""

    work: Any
    future: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None


def settle(jobs: Iterable[Job]) -> None:
    """Tell those who wait, from the thread; each loop is woken once."""
    loops: dict[asyncio.AbstractEventLoop, list[Job]] = {}
    for job in jobs:
        loops.setdefault(job.future.get_loop(), []).append(job)
    for loop, own in loops.items():
        with contextlib.suppress(RuntimeError):  # the loop was closed: nobody waits any more
            loop.call_soon_threadsafe(_tell, own)


def _tell(jobs: Iterable[Job]) -> None:
    for job in jobs:
        if job.future.done():
            continue
        if job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)
