"""Statements that take many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from sqlite3 import Connection

MOST = 64  # rows a statement
EXACT = 8  # up to here every count has a statement of its own; beyond, powers of two have


class Insert:
    """``head values (?, …), (?, …) tail``, prepared once for each count of rows that occurs."""

    def __init__(self, head: str, columns: int, tail: str = "") -> None:
        self._head = head
        self._row = f"({', '.join('?' * columns)})"
        self._tail = tail
        self._texts: dict[int, str] = {}

    def run(self, db: Connection, records: Sequence[tuple[object, ...]]) -> int:
        """Execute for all records, in order; how many rows were written."""
        start = written = 0
        while left := len(records) - start:
            count = left if left <= EXACT else min(MOST, 1 << (left.bit_length() - 1))
            values = chain.from_iterable(records[start : start + count])
            written += db.execute(self._text(count), tuple(values)).rowcount
            start += count
        return written

    def _text(self, count: int) -> str:
        text = self._texts.get(count)
        if text is None:
            rows = ", ".join([self._row] * count)
            text = self._texts[count] = f"{self._head} values {rows} {self._tail}"
        return text
