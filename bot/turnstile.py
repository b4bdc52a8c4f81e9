"""One at a time for each key, in order of arrival. A key nobody waits at takes no memory."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

Queue = deque[asyncio.Future[None]]


class Turnstile:
    """Locks by key. Passing one that is free costs a dictionary entry and no task switch."""

    def __init__(self) -> None:
        self._inside: dict[str, Queue | None] = {}

    def __len__(self) -> int:
        return len(self._inside)

    async def enter(self, key: str) -> None:
        """Wait for one's turn; ``leave`` must follow."""
        if key not in self._inside:
            self._inside[key] = None
            return
        queue = self._inside[key]
        if queue is None:
            queue = self._inside[key] = deque()
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave(key)  # it was our turn already: the next one's now
            raise

    def leave(self, key: str) -> None:
        """Let the next one in."""
        queue = self._inside[key]
        while queue:
            turn = queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        del self._inside[key]

    @asynccontextmanager
    async def at(self, key: str) -> AsyncIterator[None]:
        """Be alone at a key for the length of a with block."""
        await self.enter(key)
        try:
            yield
        finally:
            self.leave(key)
