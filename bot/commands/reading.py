"""What reading commands share: the store, also beside a running server."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.errors import Unavailable
from bot.opening import open_for_reading
from bot.settings import Settings
from storage.sqlite import SqliteReader
from storage.store import StoreError

T = TypeVar("T")


def with_store(settings: Settings, ask: Callable[[SqliteReader], Awaitable[T]]) -> T:
    """What the store answers; Unavailable in plain words where it cannot be read."""

    async def run() -> T:
        store = open_for_reading(settings)
        try:
            return await ask(store)
        finally:
            await store.close()

    try:
        return asyncio.run(run())
    except StoreError as error:
        raise Unavailable(str(error)) from error
