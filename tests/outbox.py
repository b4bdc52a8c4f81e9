"""Whether an outbox has come to rest, told without a race against its runner."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.rows import Outgoing
from storage.sqlite import open_reader
from storage.store import Store

MANY: Final = 100_000


async def at_rest(store: Store, now: datetime) -> bool:
    """Whether nothing is on its way and nothing may leave by now.

    No single look shows that: a row that lands between two looks frees the next one of its lane,
    and may have queued more. So all that waits is read before and after what is on its way.
    """
    waiting = await store.outbox("due", MANY)
    if any(row.due_at <= now for row in _heads(waiting)) or await store.outbox("taken", 1):
        return False
    return await store.outbox("due", MANY) == waiting


async def noted(data: Path, kind: str) -> None:
    """Wait until another process has written down that a row of this kind arrived."""
    reader = open_reader(data)
    try:
        async with asyncio.timeout(60):
            while not any(row.kind == kind for row in await reader.outbox("sent")):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
    finally:
        await reader.close()


def _heads(waiting: list[Outgoing]) -> list[Outgoing]:
    """The first row of each lane: what stands behind it may not leave."""
    heads: dict[str | int, Outgoing] = {}
    for row in sorted(waiting, key=lambda row: (row.rank, row.id)):
        heads.setdefault(row.lane or row.id, row)
    return list(heads.values())
