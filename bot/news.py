"""What was just committed, told to whoever listens here: the inbox, the terminal, live chats.

News is a convenience, never the record: who misses some reads the store again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from bot.records import frozen
from storage.rows import Lead

BACKLOG = 256  # items a listener may lag behind before it is cut off and has to read again
LEADS = "leads"  # the topic of every lead's changes; a conversation's topic is its id

Change = Literal["changed", "hot", "claimed"]


@frozen
class LeadNews:
    """A lead as it was committed, and what is new about it."""

    change: Change
    lead: Lead


@frozen
class LeadGone:
    """A lead is not there any more: it became part of another, or was erased."""

    id: str


def rings(item: Any) -> bool:
    """Whether this is news for people: a lead that rang, or one that somebody took."""
    return isinstance(item, LeadNews) and item.change != "changed"


@frozen
class Spoken:
    """A person's words reached a conversation: its new last message number."""

    seq: int


@frozen
class Typing:
    """A person is writing to the visitor."""

    who: str


@frozen
class Ended:
    """Nobody will speak in this conversation any more, or the server is going down."""


class Subscription:
    """A stream of news; it ends when the listener lagged too far behind or at shutdown."""

    __slots__ = ("_queue", "_wants", "closed")

    def __init__(self, wants: Callable[[Any], bool] | None = None) -> None:
        self._queue: asyncio.Queue[Any] = asyncio.Queue()
        self._wants = wants
        self.closed = False

    def put(self, item: Any) -> None:
        """Hand an item over; a listener with a full backlog is closed instead."""
        if self._wants is not None and not self._wants(item):
            return
        if self._queue.qsize() >= BACKLOG:
            self.close()
        elif not self.closed:
            self._queue.put_nowait(item)

    def close(self) -> None:
        """End the stream after what is already queued."""
        if not self.closed:
            self.closed = True
            self._queue.put_nowait(None)

    async def get(self) -> Any:
        """The next item, None at the end."""
        return await self._queue.get()

    async def __aiter__(self) -> AsyncIterator[Any]:
        while (item := await self._queue.get()) is not None:
            yield item


class News:
    """Topics and their listeners. A topic without listeners takes no memory."""

    def __init__(self) -> None:
        self._topics: dict[str, set[Subscription]] = {}
        self._closed = False

    @contextmanager
    def listen(
        self, topic: str, wants: Callable[[Any], bool] | None = None
    ) -> Iterator[Subscription]:
        """Listen to a topic for the length of a with block. ``wants`` spares a listener what it
        would pass over: every turn of every visitor is news."""
        subscription = Subscription(wants)
        self._topics.setdefault(topic, set()).add(subscription)
        if self._closed:
            subscription.close()
        try:
            yield subscription
        finally:
            listeners = self._topics[topic]
            listeners.discard(subscription)
            if not listeners:
                del self._topics[topic]

    def publish(self, topic: str, item: Any) -> None:
        """Tell everybody who listens; costs nothing when nobody does."""
        for subscription in self._topics.get(topic, ()):
            subscription.put(item)

    def listeners(self, topic: str) -> int:
        """How many listen to a topic now."""
        return len(self._topics.get(topic, ()))

    def close(self) -> None:
        """End every stream: the server is going down."""
        self._closed = True
        for listeners in self._topics.values():
            for subscription in listeners:
                subscription.close()
