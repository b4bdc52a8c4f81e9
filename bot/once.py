"""A property that is worked out once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - reads like the decorator it is
    """As ``functools.cached_property``, without the lock that Python 3.11 takes for it: that costs
    more than most of what is worked out. Needs instances with a ``__dict__``."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name = work, work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, record: Any, _owner: type) -> T:
        value = record.__dict__[self._name] = self._work(record)
        return value
