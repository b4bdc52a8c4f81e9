"""Statements that take many rows at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from sqlite3 import Connection

SIZES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)  # rows a statement: one text for each


class Insert:
    """``head values (?, …), (?, …) tail``, prepared once for each size that occurs.

    A step into SQLite gives up Python's lock, so that as few statements are run as can be: records
    go into one of the next larger size, and the rows that are left over, all of nulls, are passed
    over. ``nulls_match_nothing`` where the tail sees to that itself.
    """

    def __init__(
        self, head: str, columns: int, tail: str = "", *, nulls_match_nothing: bool = False
    ) -> None:
        self._head = head
        self._row = f"({', '.join('?' * columns)})"
        self._nulls = (None,) * columns
        self._tail = tail
        self._plain = nulls_match_nothing
        self._texts: dict[int, str] = {}

    def run(self, db: Connection, records: Sequence[tuple[object, ...]]) -> int:
        """Execute for all records, in order; how many rows were written."""
        written = 0
        for start in range(0, len(records), SIZES[-1]):
            some = records[start : start + SIZES[-1]]
            size = SIZES[bisect_left(SIZES, len(some))]
            values = (*chain.from_iterable(some), *self._nulls * (size - len(some)))
            written += db.execute(self._text(size), values).rowcount
        return written

    def _text(self, size: int) -> str:
        text = self._texts.get(size)
        if text is None:
            rows = f"values {', '.join([self._row] * size)}"
            if not self._plain:
                rows = f"select * from ({rows}) where column1 is not null"
            text = self._texts[size] = f"{self._head} {rows} {self._tail}"
        return text
