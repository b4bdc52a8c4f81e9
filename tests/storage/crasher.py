"""Run as a process to be killed: writes turns as fast as it can and says which are on disk."""

from __future__ import annotations

import asyncio
import os
import sys
import uuid
from pathlib import Path

from storage.sqlite import open_store
from tests.storage.samples import turn_batch

VISITORS = 24


async def main(data: Path) -> None:
    """Chat for ever; each acknowledged turn is a line ``conversation version``."""
    store = open_store(data)
    os.write(1, b"ready 0\n")

    async def visitor() -> None:
        while True:
            id_ = uuid.uuid4().hex
            for version in range(1, 20):
                await store.commit(turn_batch(id_, version))
                os.write(1, f"{id_} {version}\n".encode())

    await asyncio.gather(*(visitor() for _ in range(VISITORS)))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
