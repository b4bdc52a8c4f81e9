"""Committed changes, told to whoever listens in this process: the inbox, the terminal line.

Nothing here is durable: the database is the truth, and news only says that it is worth a look.
A listener that does not keep up loses the oldest news and is told so by a gap in ``seq``.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

BACKLOG = 256  # news kept for a page that asks "what since?"
QUEUE = 256  # news a slow listener may be behind


@dataclass(frozen=True, slots=True)
class Item:
    """Something that was committed. ``kind``: lead | hot | claimed | edited | undelivered."""

    seq: int
    kind: str
    lead_id: str
    text: str = ""


class Listener:
    """One subscription: iterate over it, or ask ``get``."""

    def __init__(self) -> None:
        self._items: deque[Item] = deque(maxlen=QUEUE)
        self._some = asyncio.Event()

    def push(self, item: Item) -> None:
        """Hand over an item; the oldest is dropped where nobody reads."""
        self._items.append(item)
        self._some.set()

    async def get(self) -> Item:
        """The next item, as soon as there is one."""
        while not self._items:
            self._some.clear()
            await self._some.wait()
        return self._items.popleft()

    async def __aiter__(self) -> AsyncIterator[Item]:
        while True:
            yield await self.get()


class News:
    """The board: publish from anywhere in the event loop, listen from as many places as you like."""

    def __init__(self) -> None:
        self._seq = 0
        self._recent: deque[Item] = deque(maxlen=BACKLOG)
        self._listeners: set[Listener] = set()

    @property
    def seq(self) -> int:
        """The number of the newest item, 0 before the first."""
        return self._seq

    def publish(self, kind: str, lead_id: str, text: str = "") -> Item:
        """Tell everybody who listens now."""
        self._seq += 1
        item = Item(self._seq, kind, lead_id, text)
        self._recent.append(item)
        for listener in self._listeners:
            listener.push(item)
        return item

    def since(self, seq: int) -> list[Item]:
        """The kept items after ``seq``, oldest first."""
        return [item for item in self._recent if item.seq > seq]

    @contextmanager
    def listen(self) -> Iterator[Listener]:
        """A subscription for the length of a ``with`` block."""
        listener = Listener()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
