"""How long a thread keeps Python's lock when others want it.

One thread plays the turns, and one writes what they make. The writer needs the lock a few dozen
times a group, each time for a moment: were it handed over at once each time, the turns would stand
still more than the writing gains. Whoever computes for long beside the turns says so by ``brisk``:
then they get the lock back soon.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

CALM = 0.02  # seconds
BRISK = 0.002

_lock = threading.Lock()
_busy = 0  # threads that compute beside the turns
_calm = sys.getswitchinterval()


def calm() -> None:
    """From now on the writer waits for its moment: for a process that serves."""
    global _calm  # noqa: PLW0603 - the interval is the process's as well
    _calm = CALM
    sys.setswitchinterval(CALM)


@contextmanager
def brisk() -> Iterator[None]:
    """Compute beside the turns without holding them up."""
    _count(1)
    try:
        yield
    finally:
        _count(-1)


def briskly(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """``work`` done so, for a thread of its own."""
    with brisk():
        return work(*args, **kwargs)


def _count(change: int) -> None:
    global _busy  # noqa: PLW0603
    with _lock:
        _busy += change
        sys.setswitchinterval(BRISK if _busy else _calm)
