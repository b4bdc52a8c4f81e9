"""The outbox runner: takes what is due, sends it, and writes down what became of it.

At least once: a row is settled only after it was accepted, and what was taken when the process
ended is sent again. The store hands out one row a lane at a time, so a chat keeps its order and a
slow or paused one delays nobody else. Waiting is monotonic; a jump of the clock costs one poll.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta

import structlog

from bot.alerts.faults import where
from bot.alerts.outcomes import (
    MAYBE,
    Again,
    Delivered,
    Hopeless,
    Outcome,
    Sender,
    was_unsure,
)
from storage.rows import Outgoing
from storage.store import Store, StoreError

IN_FLIGHT = 64
BREATH = 0.003  # seconds between looks at the outbox: what comes at once is taken together
POLL_SECONDS = 5.0  # between looks at the outbox when nothing wakes us
SEND_SECONDS = 40.0
FIRST_WAIT, LONGEST_WAIT = 1.0, 5.0  # nobody waits longer once the other side is well again
GIVE_UP_AFTER = timedelta(hours=24)
STORE_WAIT = 1.0  # after the database refused

log = structlog.get_logger("alerts")


class OutboxRunner:
    """One loop; ``wake`` after a commit that queued something, ``stop`` at the end."""

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        *,
        jitter: Callable[[], float],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        in_flight: int = IN_FLIGHT,
        ticks: Callable[[], float] = time.monotonic,
        observe: Callable[[str, str], None] = lambda _kind, _result: None,
    ) -> None:
        """``senders`` by the word before the dot of a row's kind; ``jitter`` gives 0 ≤ x < 1;
        ``ticks`` are seconds that no change of the clock touches; ``observe`` is told what became
        of each try, by that word."""
        self._store, self._senders = store, senders
        self._jitter, self._clock = jitter, clock
        self._room, self._ticks, self._observe = in_flight, ticks, observe
        self._flying: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()
        self.caught_up = asyncio.Event()  # nothing is due any more of what was at the start
        self._stopping = False
        self._pauses: dict[str, float] = {}  # lane -> monotonic end of the wait asked for

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self) -> None:
        """Run until ``stop``."""
        await self._insist(lambda: self._store.release_taken(self._clock()))
        while not self._stopping:
            self._woken.clear()
            if not await self._start_due():
                if not self._flying:
                    self.caught_up.set()
                await self._rest()

    async def stop(self, grace: float = 8.0) -> None:
        """Take nothing more; let what is on its way arrive. The rest is sent after the restart."""
        self._stopping = True
        self._woken.set()
        if self._flying:
            _, late = await asyncio.wait(self._flying, timeout=grace)
            for task in late:
                task.cancel()

    async def _start_due(self) -> bool:
        """Start sending what is due; whether there may be more at once."""
        room = self._room - len(self._flying)
        if room <= 0:
            return False
        try:
            rows = await self._store.take_due(self._clock(), room)
        except StoreError as error:
            log.warning("outbox.unreadable", error=str(error))
            await asyncio.sleep(STORE_WAIT)
            return True
        for row in rows:
            task = asyncio.create_task(self._fly(row))
            self._flying.add(task)
            task.add_done_callback(self._landed)
        return len(rows) == room

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self._woken.set()  # its lane's next row may leave

    async def _rest(self) -> None:
        """Sleep until woken, until the next row is due, or for a poll."""
        await asyncio.sleep(BREATH)
        if self._woken.is_set():
            return
        seconds = POLL_SECONDS
        try:
            due = await self._store.next_due()
        except StoreError:
            due = None
        if due is not None and len(self._flying) < self._room:
            seconds = min(seconds, max(0.0, (due - self._clock()).total_seconds()))
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _fly(self, row: Outgoing) -> None:
        outcome = await self._send(row)
        self._observe(row.kind.partition(".")[0], _result(outcome))
        if isinstance(outcome, Again):
            await self._again(row, outcome)
            return
        if outcome.then or outcome.events:
            then, events = outcome.then, outcome.events
            await self._insist(lambda: self._store.enqueue(then, events))
        if isinstance(outcome, Delivered):
            result, copy = outcome.result, outcome.copy
            await self._insist(lambda: self._store.sent(row.id, self._clock(), result, copy))
        else:
            log.warning("outbox.buried", kind=row.kind, lead=row.lead_id, why=outcome.why)
            await self._insist(lambda: self._store.bury(row.id, outcome.why))

    async def _send(self, row: Outgoing) -> Outcome:
        """Send a row; whatever happens inside comes back as an outcome."""
        sender = self._senders.get(row.kind.partition(".")[0])
        if sender is None:
            return Hopeless(f"nobody sends rows of the kind {row.kind}")
        if (left := self._paused(row)) > 0:
            return Again("Telegram asked to wait", after=left)
        sending = asyncio.ensure_future(sender.send(row))
        try:
            done, _ = await asyncio.wait({sending}, timeout=SEND_SECONDS)
        finally:
            sending.cancel()  # does nothing where it is done
        if not done:
            return Again("it took too long", unsure=True)
        error = sending.exception()
        if error is None:
            return sending.result()
        if isinstance(error, StoreError):
            return Again("the database could not be read")
        log.error("outbox.fault", kind=row.kind, lead=row.lead_id, fault=where(error))
        return Again(f"a fault of ours: {type(error).__name__}", unsure=True)

    async def _again(self, row: Outgoing, outcome: Again) -> None:
        """Put a row back for later, or give it up after a day."""
        now = self._clock()
        if row.created_at is not None and now - row.created_at > GIVE_UP_AFTER:
            log.error("outbox.gave_up", kind=row.kind, lead=row.lead_id, why=outcome.why)
            await self._insist(lambda: self._store.bury(row.id, f"given up: {outcome.why}"))
            return
        wait = self._back_off(row.attempts)
        if outcome.after:
            wait = outcome.after + self._jitter()
            self._pauses[row.lane] = self._ticks() + outcome.after
        unsure = outcome.unsure or was_unsure(row)
        log.info("outbox.retry", kind=row.kind, lead=row.lead_id, why=outcome.why, wait=wait)
        due, why = now + timedelta(seconds=wait), f"{MAYBE}: " * unsure + outcome.why
        await self._insist(lambda: self._store.retry(row.id, due, why))

    def _paused(self, row: Outgoing) -> float:
        """Seconds that the other side asked this lane to wait, whatever the clock says."""
        left = self._pauses.get(row.lane, 0.0) - self._ticks()
        if left <= 0:
            self._pauses.pop(row.lane, None)
        return max(0.0, left)

    def _back_off(self, attempts: int) -> float:
        """1, 2, 4, 5, 5 … seconds, each between half and all of it: many do not come at once."""
        whole = min(LONGEST_WAIT, FIRST_WAIT * (1 << min(max(attempts - 1, 0), 10)))
        return whole * (0.5 + self._jitter() / 2)

    async def _insist(self, writing: Callable[[], Awaitable[object]]) -> None:
        """Write what must be written, as long as the database refuses and we are not stopped."""
        while True:
            try:
                await writing()
            except StoreError as error:
                log.warning("outbox.unwritable", error=str(error))
                if self._stopping:
                    return
                await asyncio.sleep(STORE_WAIT)
            else:
                return


def _result(outcome: Outcome) -> str:
    """An outcome in the word that is counted."""
    if isinstance(outcome, Delivered):
        return "sent"
    return "retried" if isinstance(outcome, Again) else "buried"
