"""Updates are stored, and only then confirmed: to our own long polling by the next offset, to
Telegram's webhook by its 200.

Stored updates are handled in order within a chat, chats side by side; after a crash what was
stored and not settled is handled again. A shape nobody knows is parked and confirmed like any
other, and the log says nothing of its content.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from bot.alerts.faults import where
from bot.alerts.lanes import Lanes
from bot.alerts.talk import FrontDoor, Handler, Pressed, UnreadableUpdate, Webhook, Word
from bot.alerts.telegram import Messenger, read_update
from bot.alerts.update_rows import NEW, PARKED, row_of
from storage.rows import Update, UpdateKey
from storage.store import Conflict, Crossed, Store, StoreError

SIDE_BY_SIDE = 32
HASTY = 0.3
WAIT = 1.0  # after a failure or a poll that brought nothing new
LONGEST_WAIT = 4.0  # so that soon after Telegram is back we are, too
HANDLE_SECONDS = 60.0
STORED = 10_000  # unsettled updates looked at together
REMEMBERED = 20_000  # updates handed on lately; older ones are settled

log = structlog.get_logger("telegram")


class Poller:
    """Fetches updates for ever, keeps them, and has them handled."""

    def __init__(
        self,
        store: Store,
        messenger: Messenger,
        handlers: Sequence[Handler],
        clock: Callable[[], datetime],
        *,
        poll_seconds: int,
        front: FrontDoor | None = None,
        webhook: Webhook | None = None,
    ) -> None:
        self._front, self._webhook = front, webhook
        self._store, self._messenger, self._handlers = store, messenger, handlers
        self._clock, self._poll_seconds = clock, poll_seconds
        self._chats = Lanes(SIDE_BY_SIDE)
        self._given: OrderedDict[int, None] = OrderedDict()  # handed on by this process

    async def run(self) -> None:
        """Run until cancelled. What was stored before the last stop comes first."""
        await self._hand_on()
        if self._webhook is not None:
            await self._be_brought(self._webhook)
            return
        await self._messenger.listen()
        offset: int | None = None
        failures = 0
        while True:
            began = time.monotonic()
            found = await self._messenger.updates(offset, self._poll_seconds)
            if isinstance(found, list):
                failures = 0
                if not found and time.monotonic() - began < HASTY:
                    await asyncio.sleep(HASTY)  # a server that does not wait must not make us spin
                offset = await self._keep(found, offset)
                continue
            failures += 1
            log.warning("telegram.poll", why=getattr(found, "why", "moved"))
            await asyncio.sleep(min(LONGEST_WAIT, WAIT * (1 << min(failures - 1, 5))))

    async def receive(self, update: Any) -> None:
        """An update that was brought to us; it is on disk when this returns."""
        row = row_of(self._messenger.name, update, self._clock())
        if await self._store.keep_updates([row]):
            _report([row])
            await self._hand_on()

    async def _be_brought(self, webhook: Webhook) -> None:
        """Tell Telegram where to bring updates, until it has understood."""
        failures = 0
        while (done := await self._messenger.be_brought(webhook)) is not True:
            failures += 1
            log.warning("telegram.webhook", why=getattr(done, "why", "moved"))
            await asyncio.sleep(min(LONGEST_WAIT, WAIT * (1 << min(failures - 1, 5))))

    async def stop(self, grace: float = 5.0) -> None:
        """Let the updates in hand be finished."""
        await self._chats.drain(grace)

    async def _keep(self, found: list[Any], offset: int | None) -> int | None:
        """Store a poll's updates and hand them on; the offset that confirms them. After an empty
        poll everything is confirmed and no offset is needed: numbers may begin anew."""
        if not found:
            return None
        rows = [row_of(self._messenger.name, update, self._clock()) for update in found]
        try:
            new = await self._store.keep_updates(sorted(rows, key=lambda row: row.update_id))
        except StoreError as error:
            log.warning("telegram.unwritable", why=str(error))
            await asyncio.sleep(WAIT)
            return offset
        if new:
            _report(rows)
            await self._hand_on()
        numbers = [row.update_id for row in rows if row.update_id >= 0]
        if not numbers or not new:
            await asyncio.sleep(WAIT)  # nothing to confirm, or all of it known: do not spin
        return max(numbers) + 1 if numbers else offset

    async def _hand_on(self) -> None:
        """Give every stored and unsettled update to its chat's lane, once."""
        try:
            rows = await self._store.new_updates(self._messenger.name, STORED)
        except StoreError as error:
            log.warning("telegram.unreadable", why=str(error))
            return
        for row in rows:
            if row.update_id not in self._given:
                self._given[row.update_id] = None
                self._chats.put(row.chat or f"update:{row.update_id}", partial(self._handle, row))
        while len(self._given) > REMEMBERED:
            self._given.popitem(last=False)

    async def _handle(self, row: Update) -> None:
        """Handle one stored update and settle it; while the database refuses, or others who are
        heard as the same person come first, again."""
        key = UpdateKey(row.bot, row.update_id)
        while True:
            try:
                state, error = await self._act(row, key)
                if state:
                    await self._store.settle_update(key, state, error)
            except (StoreError, Crossed) as refused:
                log.warning("telegram.unwritable", why=str(refused))
                await asyncio.sleep(WAIT)
            else:
                return

    async def _act(self, row: Update, key: UpdateKey) -> tuple[str, str]:
        """What an update does, and the state to leave it in, "" where that is settled. One that
        nobody can handle is parked, so that it does not come again for ever."""
        handling = asyncio.ensure_future(self._offer(row, key))
        try:
            done, _ = await asyncio.wait({handling}, timeout=HANDLE_SECONDS)
        finally:
            handling.cancel()  # does nothing where it is done
        if not done:
            return PARKED, "handling took too long"
        error = handling.exception()
        if error is None:
            return "" if handling.result() else "done", ""
        if isinstance(error, (StoreError, Crossed)):
            raise error
        if isinstance(error, Conflict):
            return "done", ""
        if not isinstance(error, UnreadableUpdate):
            log.error("telegram.fault", update_id=row.update_id, fault=where(error))
        log.warning("telegram.parked", update_id=row.update_id, why=type(error).__name__)
        return PARKED, f"{type(error).__name__}: {error}"[:200]

    async def _offer(self, row: Update, key: UpdateKey) -> bool:
        """Offer an update to the agents' handlers, then to the visitors' door; what none of them
        knows is nothing to us. Says whether it was settled on the way."""
        body = json.loads(row.body)
        said = read_update(body)
        for handler in self._handlers:
            if isinstance(said, Pressed) and await handler.press(said, key):
                return False
            if isinstance(said, Word) and await handler.word(said, key):
                return False
        return self._front is not None and await self._front.take(body, row)


def _report(rows: Sequence[Update]) -> None:
    """Say what was parked, without a word of its content."""
    for row in rows:
        if row.state != NEW:
            log.warning("telegram.parked", update_id=row.update_id, why=row.error)
