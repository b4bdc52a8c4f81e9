"""How long a thread keeps Python's lock when others want it.

One thread plays the turns, and one writes what they make. The writer needs the lock a few dozen
times a group, each time for a moment. While few wait, it gets it soon: that is what they wait for.
When many wait, each hand-over holds all of them up: then the writer waits for the turns to pause.
Whoever computes for long beside the turns says so by ``brisk``, and gives the lock back soon.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

BRISK, USUAL, CALM = 0.002, 0.005, 0.02  # seconds
CROWD = 12  # jobs of a group that are many


class _Pace:
    """The process's switch interval, which is one for all its threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._busy = 0  # threads that compute beside the turns
        self._crowded = False

    def busy(self, change: int) -> None:
        with self._lock:
            self._busy += change
            self._set()

    def crowd(self, jobs: int) -> None:
        crowded = jobs >= CROWD
        if crowded != self._crowded:
            with self._lock:
                self._crowded = crowded
                self._set()

    def _set(self) -> None:
        sys.setswitchinterval(BRISK if self._busy else CALM if self._crowded else USUAL)


_pace = _Pace()
crowd = _pace.crowd
"""Told by the writer how many jobs waited for it."""


@contextmanager
def brisk() -> Iterator[None]:
    """Compute beside the turns without holding them up."""
    _pace.busy(1)
    try:
        yield
    finally:
        _pace.busy(-1)


def briskly(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """``work`` done so, for a thread of its own."""
    with brisk():
        return work(*args, **kwargs)
