"""A second process on the same data folder: it waits, and takes over when the first has gone.

The folder's lock says who serves; the kernel frees it, also after SIGKILL. Until then nothing is
read of the database and nothing is listened to: only the site and the flows are kept as they are.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Final, NamedTuple

from bot.library import Library
from bot.lifecycle import told_to_end
from bot.metrics import Metrics
from bot.opening import FolderBusy, open_for_writing
from bot.reloading import Shelf
from bot.settings import Settings
from storage.sqlite import SqliteStore

LOOK_EVERY: Final = 0.1  # seconds


class Ready(NamedTuple):
    """What has to be there before anything can run."""

    shelf: Shelf
    store: SqliteStore


def opened(settings: Settings) -> Ready:
    """The site with its flows, and the store for this process alone; FolderBusy while another
    one has it."""
    shelf = Shelf(Library.load(settings.flows, settings.site, strict=True), Metrics())
    return Ready(shelf, open_for_writing(settings))


async def stand_by(
    settings: Settings,
    say: Callable[[str], None],
    prepare: Callable[[Library], Coroutine[None, None, None]],
) -> Ready | None:
    """The same as soon as nobody else has the folder; None where we were told to end before.
    ``prepare`` loads what is else loaded when first needed."""
    shelf = Shelf(Library.load(settings.flows, settings.site, strict=True), Metrics())
    told_of = -1
    async with AsyncExitStack() as stack:
        told = stack.enter_context(told_to_end())
        _beside(stack, prepare(shelf.library))
        _beside(stack, shelf.watch())
        while not told.is_set():
            try:
                store = open_for_writing(settings)
            except FolderBusy as busy:
                if busy.pid != told_of:
                    told_of = busy.pid
                    say(_waiting(settings, busy.pid))
            else:
                say("The data folder is free: taking over.")
                return Ready(shelf, store)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(told.wait(), LOOK_EVERY)
    return None


def _beside(stack: AsyncExitStack, work: Coroutine[None, None, None]) -> None:
    """Have something done until the block ends."""
    task = asyncio.ensure_future(work)

    async def end() -> None:
        task.cancel()
        await asyncio.wait({task})

    stack.push_async_callback(end)


def _waiting(settings: Settings, pid: int) -> str:
    who = f"process {pid}" if pid else "another process"
    return f"Standing by: {who} serves {settings.data}. This one takes over when it ends."
