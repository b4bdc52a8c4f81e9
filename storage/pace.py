"""How long a thread keeps Python's lock when others want it.

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

BRISK, USUAL = 0.002, 0.005  # seconds


class _Busy:
    """The threads that compute beside the turns: the switch interval is one for all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0

    def change(self, by: int) -> None:
        with self._lock:
            self._count += by
            sys.setswitchinterval(BRISK if self._count else USUAL)


_busy = _Busy()


@contextmanager
def brisk() -> Iterator[None]:
    """Compute beside the turns without holding them up."""
    _busy.change(1)
    try:
        yield
    finally:
        _busy.change(-1)


def briskly(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """``work`` done so, for a thread of its own."""
    with brisk():
        return work(*args, **kwargs)
