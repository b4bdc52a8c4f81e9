"""A wall clock that never runs backwards: a jump of the system's clock delays no alert."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class SteadyClock:
    """Now in UTC. After a jump forward it stays ahead, after one backward it goes on as it was."""

    def __init__(
        self,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._last, self._ticks = wall(), monotonic()

    def __call__(self) -> datetime:
        ticks = self._monotonic()
        passed = self._last + timedelta(seconds=ticks - self._ticks)
        self._last, self._ticks = max(passed, self._wall()), ticks
        return self._last
