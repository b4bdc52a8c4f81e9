"""Viewings in the store: one time for one visitor, in the transaction of the turn."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from storage.rows import Batch, Booking, Conversation, Lead, Outgoing
from storage.sqlite import SqliteStore, open_store
from storage.store import Conflict, SlotTaken
from tests.alerts.office import hot_lead

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
AT = datetime(2026, 3, 14, 16, 0, tzinfo=UTC)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    made = open_store(tmp_path)
    yield made
    await made.close()


def chat(n: int, version: int = 0) -> Conversation:
    return Conversation(
        id=f"chat-lead-{n}", token_hash="h", flow="listing", flow_hash="f", channel="web",
        market="austin", lang="en", status="partial", band="cold", session="{}", seq=0,
        version=version, lead_id=f"lead-{n}", created_at=NOW, updated_at=NOW,
    )  # fmt: skip


def viewing(n: int, at: datetime = AT, **changes: Any) -> Booking:
    made = Booking(
        id=f"viewing-{n}", conversation=f"chat-lead-{n}", lead_id=f"lead-{n}", place="MLS1",
        agent="dana", starts_at=at, ends_at=at + timedelta(minutes=30), state="asked",
        held_until=None, number=0, link_hash=f"hash-{n}", created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    return replace(made, **changes)


def batch(n: int, booking: Booking, version: int = 0, *rows: Outgoing) -> Batch:
    lead: Lead = hot_lead(f"lead-{n}", NOW)
    return Batch(
        conversation=chat(n, version + 1), expected_version=version, lead=lead, booking=booking,
        outgoing=rows,
    )  # fmt: skip


async def test_of_many_at_once_one_gets_the_time_and_nothing_of_the_others_is_written(
    store: SqliteStore,
) -> None:
    batches = [batch(n, viewing(n)) for n in range(30)]
    done = await asyncio.gather(*map(store.commit, batches), return_exceptions=True)
    lost = [error for error in done if error is not None]
    assert len(lost) == 29
    assert all(isinstance(error, SlotTaken) for error in lost)
    written = [n for n in range(30) if await store.conversation(f"chat-lead-{n}") is not None]
    assert len(written) == 1
    (taken,) = await store.bookings("MLS1", "", NOW)
    assert taken == viewing(written[0])


async def test_times_that_only_overlap_are_not_both_given_at_once(store: SqliteStore) -> None:
    late = viewing(2, AT + timedelta(minutes=15))
    both = (store.commit(batch(1, viewing(1))), store.commit(batch(2, late)))
    done = await asyncio.gather(*both, return_exceptions=True)
    assert [type(one) for one in done] == [type(None), SlotTaken]


@pytest.mark.parametrize(
    ("other", "free"),
    [
        ({"place": "MLS2"}, False),  # the same agent cannot be at both
        ({"place": "MLS2", "agent": "marcus"}, True),
        ({"agent": "marcus"}, False),
        ({"at": AT + timedelta(minutes=15)}, False),
        ({"at": AT + timedelta(minutes=30)}, True),
        ({"place": "", "agent": ""}, True),
    ],
)
async def test_a_time_is_taken_by_place_and_by_agent(
    store: SqliteStore, other: dict[str, Any], free: bool
) -> None:
    await store.commit(batch(1, viewing(1)))
    wanted = viewing(2, **other)
    if free:
        await store.commit(batch(2, wanted))
        assert await store.booking("viewing-2") == wanted
        return
    with pytest.raises(SlotTaken):
        await store.commit(batch(2, wanted))
    assert await store.booking("viewing-2") is None


async def test_what_is_cancelled_or_held_too_long_is_free_again(store: SqliteStore) -> None:
    await store.commit(batch(1, viewing(1, state="held", held_until=NOW + timedelta(minutes=30))))
    with pytest.raises(SlotTaken):
        await store.commit(batch(2, viewing(2)))
    late = NOW + timedelta(minutes=30)
    await store.commit(batch(3, viewing(3, updated_at=late)))
    lapsed = await store.booking("viewing-1")
    assert lapsed is not None
    assert lapsed.state == "lapsed"
    await store.commit(batch(3, viewing(3, state="cancelled", number=1), 1))
    await store.commit(batch(4, viewing(4)))


async def test_a_change_withdraws_the_reminders_of_what_it_was(store: SqliteStore) -> None:
    remind = Outgoing("remind:1", "book.remind", "", "{}", AT, "lead-1", created_at=NOW)
    await store.commit(batch(1, viewing(1), 0, remind))
    moved = viewing(1, AT + timedelta(days=1), number=1)
    await store.commit(batch(1, moved, 1, replace(remind, key="remind:2")))
    states = {row.key: row.state for row in await store.outbox()}
    assert states == {"remind:1": "dropped", "remind:2": "due"}


async def test_it_is_found_by_conversation_and_by_link(store: SqliteStore) -> None:
    await store.commit(batch(1, viewing(1)))
    assert await store.booking_of("chat-lead-1") == viewing(1)
    assert await store.booking_by_link("hash-1") == viewing(1)
    assert await store.booking_of("chat-lead-2") is None
    assert await store.booking_by_link("hash-2") is None


async def test_a_second_commit_of_the_same_turn_books_nothing(store: SqliteStore) -> None:
    await store.commit(batch(1, viewing(1)))
    with pytest.raises(Conflict):
        await store.commit(batch(1, viewing(1, AT + timedelta(hours=2))))
    found = await store.booking("viewing-1")
    assert found == viewing(1)


async def test_a_message_in_an_agents_chat_is_about_its_lead(store: SqliteStore) -> None:
    await store.commit(batch(1, viewing(1)))
    await store.keep_post("7001", 12, "lead-1", AT)
    await store.keep_post("7001", 12, "lead-1", AT)
    assert await store.lead_of_post("7001", 12) == "lead-1"
    assert await store.lead_of_post("7002", 12) == ""
