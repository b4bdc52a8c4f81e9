"""Jobs in order within a lane, lanes side by side. A lane without jobs takes no memory."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[None]]


class Lanes:
    """At most ``width`` jobs run at once."""

    def __init__(self, width: int) -> None:
        self._width = asyncio.Semaphore(width)
        self._waiting: dict[str, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, lane: str, job: Job) -> None:
        """Run a job after those of its lane."""
        if lane in self._waiting:
            self._waiting[lane].append(job)
            return
        self._waiting[lane] = deque([job])
        task = asyncio.create_task(self._work(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drain(self, grace: float) -> None:
        """Wait for the jobs; what is not done in time is cancelled."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for task in late:
                task.cancel()

    async def _work(self, lane: str) -> None:
        jobs = self._waiting[lane]
        try:
            while jobs:
                async with self._width:
                    await jobs.popleft()()
        finally:
            del self._waiting[lane]
