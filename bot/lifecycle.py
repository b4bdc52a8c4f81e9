"""Starting what runs beside the server, and ending all of it in order and in time."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from typing import Any

import structlog

log = structlog.get_logger()


class Background:
    """Loops that run as long as the server does. One that fails takes the server down, loudly."""

    def __init__(self) -> None:
        self._tasks: dict[asyncio.Task[None], str] = {}
        self.failed: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def start(self, name: str, loop: Awaitable[None]) -> None:
        """Run a loop from now on."""
        task = asyncio.ensure_future(_as_coroutine(loop))
        self._tasks[task] = name
        task.add_done_callback(self._ended)

    async def stop(self, grace: float) -> None:
        """Cancel whatever still runs."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=grace)

    def _ended(self, task: asyncio.Task[None]) -> None:
        name = self._tasks.pop(task)
        error = None if task.cancelled() else task.exception()
        if error is not None and not self.failed.done():
            log.error("background loop failed", loop=name, error=type(error).__name__)
            self.failed.set_exception(error)


async def until_told(background: Background) -> None:
    """Wait for SIGTERM, SIGINT or the failure of a background loop."""
    with told_to_end() as told:
        waiting: asyncio.Future[Any] = asyncio.ensure_future(told.wait())
        await asyncio.wait({waiting, background.failed}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
    if background.failed.done():
        background.failed.result()


@contextmanager
def told_to_end() -> Iterator[asyncio.Event]:
    """Set by SIGTERM and SIGINT, for the length of a with block."""
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    try:
        yield told
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


async def _as_coroutine(loop: Awaitable[None]) -> None:
    await loop


Closing = Callable[[], Awaitable[object]]


def closes(stack: AsyncExitStack, closing: Closing, seconds: float) -> None:
    """Have something closed at the end, and not waited for longer than this."""

    async def close() -> None:
        try:
            async with asyncio.timeout(seconds):
                await closing()
        except TimeoutError:
            log.warning("closed late", what=getattr(closing, "__qualname__", "?"))

    stack.push_async_callback(close)
