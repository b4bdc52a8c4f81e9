"""What is done by itself, now and then: traces of erasures are scrubbed, leads grow older, what
was kept long enough goes.

When each was done last is in the store, so a restart neither forgets one nor does it at once
again. Every pass works in small portions beside the visitors' turns.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog

from bot import retention
from bot.editions import Editions
from bot.operations import nobody
from bot.rescoring import age
from storage.store import Store, StoreError

LOOK_SECONDS: Final = 5.0
SETTLING: Final = 60.0  # seconds after a start in which only erasures are looked after
OFTEN: Final[dict[str, timedelta]] = {
    "ageing": timedelta(hours=6),
    "retention": timedelta(hours=24),
    "tidying": timedelta(hours=24),
}
SENT_FOR: Final = timedelta(days=30)  # so long it is remembered what was sent
log = structlog.get_logger("housekeeping")


class Housekeeping:
    """Looks after the store for as long as the server runs."""

    def __init__(
        self,
        store: Store,
        editions: Editions,
        *,
        forget: Callable[[], None] = lambda: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """``forget``: leads and conversations in memory are to be read again."""
        self._store, self._editions = store, editions
        self._forget, self._clock = forget, clock
        self._work: dict[str, Callable[[], Awaitable[int]]] = {
            "ageing": self._age,
            "retention": self._retain,
            "tidying": self._tidy,
        }

    async def run(self) -> None:
        """Look now and then, for ever."""
        until = asyncio.get_running_loop().time() + SETTLING
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self._store.scrub()
                if asyncio.get_running_loop().time() >= until:
                    await self.look()
            except StoreError as error:
                log.warning("not tidied for now", why=str(error))

    async def look(self) -> list[str]:
        """Do what is due; says what was done."""
        done = []
        for name, often in OFTEN.items():
            last = await self._store.setting(f"last.{name}")
            now = self._clock()
            if last is not None and now - datetime.fromisoformat(last) < often:
                continue
            changed = await self._work[name]()
            await self._store.set_setting(f"last.{name}", now.isoformat())
            if changed:
                self._forget()
                log.info(name, changed=changed)
            done.append(name)
        return done

    async def _age(self) -> int:
        return await age(self._store, self._editions, self._clock())

    async def _retain(self) -> int:
        flows, now = self._editions.flows, self._clock()
        gone, _ = await retention.retain(self._store, flows, now, nobody)
        return gone

    async def _tidy(self) -> int:
        return await self._store.tidy(self._clock() - SENT_FOR)
