"""The outbox runner on its own: order, retries, pauses, faults, clocks and ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.alerts import runner
from bot.alerts.clock import SteadyClock
from bot.alerts.outcomes import MAYBE, Again, Delivered, Hopeless, Outcome
from bot.alerts.runner import OutboxRunner
from storage.rows import Outgoing
from storage.sqlite import SqliteStore, open_store
from storage.store import StoreError
from tests.alerts.office import until
from tests.day.clock import StandingClock

Answer = Callable[[Outgoing], Outcome]


class Scripted:
    """A sender that answers as told, row by row; then everything is delivered."""

    def __init__(self, *answers: Outcome | Exception, delay: float = 0.0) -> None:
        self.answers, self.delay = list(answers), delay
        self.seen: list[Outgoing] = []
        self.times: list[float] = []  # of their coming, by the loop's clock
        self.at_once = self.most_at_once = 0

    async def send(self, row: Outgoing) -> Outcome:
        self.seen.append(row)
        self.times.append(asyncio.get_running_loop().time())
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.delay)
        self.at_once -= 1
        answer = self.answers.pop(0) if self.answers else Delivered("ok")
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def keys(self) -> list[str]:
        return [row.key for row in self.seen]


def row(key: str, lane: str = "", **changes: Any) -> Outgoing:
    now = datetime.now(UTC)
    return Outgoing(key, "test.x", lane, "{}", now, created_at=now, **changes)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = open_store(tmp_path)
    yield opened
    await opened.close()


@asynccontextmanager
async def runs(store: Any, sender: Any, **how: Any) -> AsyncIterator[OutboxRunner]:
    """A running runner without jitter."""
    made = OutboxRunner(store, {"test": sender}, jitter=lambda: 0.0, **how)
    task = asyncio.create_task(made.run())
    try:
        yield made
    finally:
        await made.stop(20.0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def state_of(store: SqliteStore, key: str) -> Outgoing:
    return next(found for found in await store.outbox() if found.key == key)


async def settled(store: SqliteStore, key: str) -> Outgoing:
    async with asyncio.timeout(60):
        while True:
            for found in await store.outbox():
                if found.key == key and found.state not in {"due", "taken"}:
                    return found
            await asyncio.sleep(0.01)


async def put_back(store: SqliteStore, key: str, tries: int) -> datetime:
    """When a row is due again after so many tries."""
    async with asyncio.timeout(60):
        while True:
            found = await state_of(store, key)
            if (found.state, found.attempts) == ("due", tries):
                return found.due_at
            await asyncio.sleep(0.01)


async def test_a_lane_keeps_its_order_and_lanes_run_side_by_side(store: SqliteStore) -> None:
    sender = Scripted(delay=0.05)
    await store.enqueue([row(f"{lane}{n}", lane) for n in range(3) for lane in "ab"])
    async with runs(store, sender):
        await settled(store, "a2")
        await settled(store, "b2")
    assert [key for key in sender.keys if key[0] == "a"] == ["a0", "a1", "a2"]
    assert [key for key in sender.keys if key[0] == "b"] == ["b0", "b1", "b2"]
    assert sender.most_at_once == 2


async def test_never_more_in_flight_than_allowed(store: SqliteStore) -> None:
    sender = Scripted(delay=0.02)
    await store.enqueue([row(f"k{n}") for n in range(20)])
    async with runs(store, sender, in_flight=4):
        await until(lambda: len(sender.seen) == 20)
    assert sender.most_at_once == 4


@pytest.fixture
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked for without a reason."""
    monkeypatch.setattr(runner, "POLL_SECONDS", 1000.0)


async def test_a_wake_is_heard_at_once(store: SqliteStore, unasked: None) -> None:
    sender = Scripted()
    async with runs(store, sender) as made:
        await asyncio.sleep(0.05)
        await store.enqueue([row("k")])
        made.wake()
        await until(lambda: sender.seen)


class Idle:
    """A store with nothing due that counts how often it is asked."""

    looks = 0

    async def release_taken(self, _now: datetime) -> int:
        return 0

    async def take_due(self, _now: datetime, _limit: int) -> list[Outgoing]:
        self.looks += 1
        return []

    async def next_due(self) -> None:
        return None


async def test_many_wakes_at_once_are_one_look() -> None:
    store = Idle()
    async with runs(store, Scripted()) as made:
        await until(lambda: store.looks == 1)
        await asyncio.sleep(0.05)
        for _ in range(100):
            made.wake()
            await asyncio.sleep(0)
        await until(lambda: store.looks > 1)
        assert store.looks < 10


async def test_a_row_is_sent_when_it_becomes_due_without_a_wake(
    store: SqliteStore, unasked: None
) -> None:
    sender = Scripted()
    now = datetime.now(UTC)
    later = Outgoing("k", "test.x", "", "{}", now + timedelta(seconds=0.3), created_at=now)
    await store.enqueue([later])
    async with runs(store, sender):
        await until(lambda: sender.seen)
        assert datetime.now(UTC) >= later.due_at


async def test_an_order_to_wait_is_obeyed_also_by_what_comes_behind(store: SqliteStore) -> None:
    sender = Scripted(Again("slow down", after=0.4))
    await store.enqueue([row("a", "chat"), row("b", "chat")])
    async with runs(store, sender):
        await settled(store, "b")
    assert sender.keys == ["a", "a", "b"]
    assert sender.times[1] - sender.times[0] >= 0.4


async def test_a_clock_that_jumps_ahead_does_not_shorten_the_wait(store: SqliteStore) -> None:
    ahead = timedelta()
    sender = Scripted(Again("slow down", after=0.4))
    await store.enqueue([row("a", "chat")])
    async with runs(store, sender, clock=lambda: datetime.now(UTC) + ahead) as made:
        await until(lambda: sender.seen)
        ahead = timedelta(hours=5)
        made.wake()
        await settled(store, "a")
    first, second = sender.times
    assert second - first >= 0.4


async def test_tries_are_ever_further_apart(store: SqliteStore) -> None:
    await store.enqueue([row("k")])
    sender, waits = Scripted(Again("down"), Again("down")), []
    clock = StandingClock(datetime.now(UTC))
    async with runs(store, sender, clock=clock, ticks=clock.ticks) as made:
        for tries in (1, 2):
            due = await put_back(store, "k", tries)
            waits.append((due - clock()).total_seconds())
            clock.move(due)
            made.wake()
        found = await settled(store, "k")
    assert (found.state, found.attempts) == ("sent", 3)
    assert 0.5 <= waits[0] < waits[1]


async def test_a_delivery_that_may_have_happened_is_known_at_the_next_try(
    store: SqliteStore,
) -> None:
    sender = Scripted(Again("cut", unsure=True), Again("502"))
    await store.enqueue([row("k")])
    async with runs(store, sender):
        await settled(store, "k")
    assert [found.error.startswith(MAYBE) for found in sender.seen] == [False, True, True]


async def test_what_is_hopeless_is_buried_and_its_substitute_is_sent(store: SqliteStore) -> None:
    sender = Scripted(Hopeless("blocked", then=(row("instead"),)))
    await store.enqueue([row("k")])
    async with runs(store, sender):
        await settled(store, "instead")
    buried = await state_of(store, "k")
    assert (buried.state, buried.error) == ("dead", "blocked")


async def test_a_kind_nobody_sends_is_buried(store: SqliteStore) -> None:
    odd = Outgoing("k", "pigeon.post", "", "{}", datetime.now(UTC))
    await store.enqueue([odd])
    async with runs(store, Scripted()):
        found = await settled(store, "k")
    assert "nobody sends" in found.error


async def test_after_a_day_of_failures_a_row_is_given_up(store: SqliteStore) -> None:
    old = datetime.now(UTC) - timedelta(hours=25)
    await store.enqueue([Outgoing("k", "test.x", "", "{}", old, created_at=old)])
    async with runs(store, Scripted(Again("down"))):
        found = await settled(store, "k")
    assert (found.state, found.error) == ("dead", "given up: down")


async def test_a_fault_of_ours_stops_neither_the_runner_nor_the_row(
    store: SqliteStore, capsys: pytest.CaptureFixture[str]
) -> None:
    sender = Scripted(KeyError("+15125550142"))
    await store.enqueue([row("k"), row("other")])
    async with runs(store, sender):
        assert (await settled(store, "k")).state == "sent"
    told = capsys.readouterr()
    assert "KeyError at test_runner.py" in told.out
    assert "5550142" not in told.out + told.err


async def test_a_database_that_refuses_for_a_while_loses_nothing(store: SqliteStore) -> None:
    class Moody:
        broken = True

        def __getattr__(self, name: str) -> Any:
            return getattr(store, name)

        async def sent(self, *given: Any) -> None:
            if self.broken:
                raise StoreError("the disk is full")
            await store.sent(*given)

        async def take_due(self, now: datetime, limit: int) -> list[Outgoing]:
            if self.broken and sender.seen:
                raise StoreError("the database is locked")
            return await store.take_due(now, limit)

    moody, sender = Moody(), Scripted()
    await store.enqueue([row("k")])
    async with runs(moody, sender):
        await until(lambda: sender.seen)
        moody.broken = False
        assert (await settled(store, "k")).state == "sent"
    assert sender.keys == ["k"], "sent once, settled later"


async def test_a_stop_lets_what_is_on_its_way_arrive(store: SqliteStore) -> None:
    sender = Scripted(delay=0.2)
    await store.enqueue([row("k")])
    async with runs(store, sender):
        await until(lambda: sender.seen)
    assert (await state_of(store, "k")).state == "sent"


async def test_a_stop_does_not_wait_for_ever(store: SqliteStore) -> None:
    sender = Scripted(delay=60)
    await store.enqueue([row("k")])
    async with runs(store, sender) as made:
        await until(lambda: sender.seen)
        async with asyncio.timeout(60):
            await made.stop(0.1)
    assert (await state_of(store, "k")).state == "taken", "it is sent after the restart"


def test_the_steady_clock_never_runs_backwards() -> None:
    wall, ticks = datetime(2026, 3, 10, tzinfo=UTC), 0.0
    clock = SteadyClock(lambda: wall, lambda: ticks)
    ticks, wall = 1.0, wall - timedelta(hours=1)
    assert clock() == datetime(2026, 3, 10, 0, 0, 1, tzinfo=UTC)
    wall = datetime(2026, 3, 10, 9, tzinfo=UTC)
    assert clock() == wall
    wall -= timedelta(hours=9)
    ticks = 2.0
    assert clock() == datetime(2026, 3, 10, 9, 0, 1, tzinfo=UTC)


@pytest.mark.parametrize("answer", [Delivered("ok"), Again("it is down")])
async def test_what_waited_at_the_start_was_tried_when_it_has_caught_up(
    store: SqliteStore, answer: Outcome
) -> None:
    await store.enqueue([row(f"k{n}", f"lane {n % 3}") for n in range(9)])
    sender = Scripted(*[answer] * 9, delay=0.01)
    async with runs(store, sender) as made:
        assert not made.caught_up.is_set()
        async with asyncio.timeout(60):
            await made.caught_up.wait()
        assert len(sender.seen) == (9 if isinstance(answer, Delivered) else 3)
