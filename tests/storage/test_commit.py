"""What every store must do with a turn's batch: all of it, once, or nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from storage.rows import Batch, DoNotContactRow, Message, Unread, UpdateKey
from storage.store import Conflict, Store
from tests.storage.samples import (
    NOW,
    consent,
    conversation,
    event,
    later,
    lead,
    outgoing,
    turn_batch,
    update,
)


async def test_a_batch_is_read_back_as_it_was_written(store: Store) -> None:
    first, second = turn_batch("c1", 1), turn_batch("c1", 2)
    await store.commit(first)
    await store.commit(replace(second, consents=(consent(),), events=(event(),)))

    row = await store.conversation("c1")
    assert second.conversation is not None
    assert row == replace(second.conversation, version=2)
    assert await store.messages("c1") == [*first.messages, *second.messages]
    assert await store.answers("c1") == [*first.answers, *second.answers]
    assert await store.turn("c1", "client-2") == second.turn
    assert await store.lead("lead-c1") == second.lead
    assert await store.consents("c1") == [consent()]
    assert await store.events("l1") == [event()]


async def test_every_field_of_rows_survives(store: Store) -> None:
    row = conversation(source='{"utm_source":"google"}', peer="42", channel="telegram", lang="ar")
    person = lead(
        name="O'Brien & Sons <Ltd>", phone="+17375550141", email="a+b@example.com", owner="dana",
        claimed_at=later(94.000001), dq_reason="minor", gate='["too low"]', listing_id="MLS1",
        band="hot", fields='{"area":"دبي مارينا"}',
        reasons='[{"rule":"x"}]', source='{"page":"/"}',
    )  # fmt: skip
    message = Message(
        "c1", 1, "visitor", "שלום\n\t\\u0000 \\ '\" 💐 \x01Null", later(0.000001), '{"a":[1]}'
    )
    await store.commit(Batch(conversation=row, messages=(message,), lead=person))

    assert await store.conversation("c1") == row
    assert await store.conversation_of_peer("telegram", "42") == row
    assert await store.lead("l1") == person
    assert await store.messages("c1") == [message]


async def test_a_nul_becomes_the_sign_for_what_cannot_be_shown(store: Store) -> None:
    message = Message("c1", 1, "visitor", "\0a\\\0b\\u0000c\0", NOW)
    await store.commit(Batch(conversation=conversation(), messages=(message,)))
    assert [m.text for m in await store.messages("c1")] == ["�a\\�b\\u0000c�"]


async def test_messages_after_a_number_are_the_later_ones(store: Store) -> None:
    await store.commit(turn_batch("c1", 1))
    await store.commit(turn_batch("c1", 2))
    assert [m.seq for m in await store.messages("c1", after=4)] == [5, 6]


async def test_a_conversation_nobody_began_is_not_there(store: Store) -> None:
    assert await store.conversation("nobody") is None
    assert await store.messages("nobody") == []
    assert await store.turn("nobody", "x") is None
    assert await store.lead("nobody") is None
    assert await store.conversation_of_peer("telegram", "") is None


async def test_a_peer_has_its_newest_conversation(store: Store) -> None:
    for id_ in ("old", "new"):
        await store.commit(
            Batch(conversation=conversation(id_, channel="telegram", peer="42", created_at=NOW))
        )
    found = await store.conversation_of_peer("telegram", "42")
    assert found is not None
    assert found.id == "new"
    assert await store.conversation_of_peer("web", "42") is None


async def _refused(store: Store, batch: Batch) -> None:
    with pytest.raises(Conflict):
        await store.commit(batch)


@pytest.mark.parametrize("version", [1, 3, 4])
async def test_a_batch_for_another_version_changes_nothing(store: Store, version: int) -> None:
    await store.commit(turn_batch("c1", 1))
    await _refused(store, replace(turn_batch("c1", version), events=(event(),)))
    assert len(await store.messages("c1")) == 3
    assert await store.events("l1") == []


async def test_a_conversation_that_does_not_exist_cannot_go_on(store: Store) -> None:
    await _refused(store, turn_batch("c1", 2))
    assert await store.lead("lead-c1") is None


async def test_a_client_id_counts_once(store: Store) -> None:
    await store.commit(turn_batch("c1", 1, client_id="same"))
    await _refused(store, turn_batch("c1", 2, client_id="same"))
    row = await store.conversation("c1")
    assert row is not None
    assert row.version == 1
    assert len(await store.answers("c1")) == 2


async def test_of_fifty_turns_at_once_on_one_version_one_is_done(store: Store) -> None:
    await store.commit(turn_batch("c1", 1))
    tries = [turn_batch("c1", 2, client_id=f"tab-{n}") for n in range(50)]
    results = await asyncio.gather(*map(store.commit, tries), return_exceptions=True)
    assert [type(r) for r in results if r is not None] == [Conflict] * 49
    assert len(await store.messages("c1")) == 6


async def test_a_conflict_does_no_harm_to_its_neighbours(store: Store) -> None:
    await store.commit(turn_batch("bad", 1, client_id="used"))
    wrong = [turn_batch("bad", 2, client_id="used"), turn_batch("worse", 7)]
    right = [turn_batch(f"c{n}", 1) for n in range(40)]
    results = await asyncio.gather(
        *map(store.commit, [*right[:20], *wrong, *right[20:]]), return_exceptions=True
    )
    assert [type(r) for r in results[20:22]] == [Conflict, Conflict]
    assert all(r is None for r in results[:20] + results[22:])
    for n in range(40):
        assert len(await store.messages(f"c{n}")) == 3
    bad = await store.conversation("bad")
    assert bad is not None
    assert bad.version == 1


async def test_a_broken_batch_fails_alone(store: Store) -> None:
    """A caller's mistake is told to that caller; nobody else hears of it."""
    orphan = Batch(messages=(Message("c9", 1, "bot", "hello", NOW),))
    results = await asyncio.gather(
        store.commit(turn_batch("c1", 1)), store.commit(orphan), return_exceptions=True
    )
    assert results[0] is None
    assert isinstance(results[1], ValueError)


async def test_a_turn_never_takes_a_lead_from_its_agent(store: Store) -> None:
    await store.commit(turn_batch("c1", 1))
    await store.claim("lead-c1", "dana", later(60))
    await store.set_stage("lead-c1", "contacted", event("lead-c1", "stage", who="dana"))
    await store.commit(turn_batch("c1", 2))
    row = await store.lead("lead-c1")
    assert row is not None
    assert (row.owner, row.claimed_at, row.stage, row.total) == ("dana", later(60), "contacted", 2)


async def test_an_unclaimed_lead_follows_its_turns(store: Store) -> None:
    await store.commit(turn_batch("c1", 1))
    await store.commit(
        replace(turn_batch("c1", 2), lead=lead("lead-c1", stage="mql", updated_at=later(5)))
    )
    row = await store.lead("lead-c1")
    assert row is not None
    assert (row.stage, row.updated_at, row.created_at) == ("mql", later(5), NOW)


async def test_an_update_is_settled_by_the_first_batch_only(store: Store) -> None:
    await store.keep_updates([update(7)])
    batch = replace(turn_batch("c1", 1), settles=UpdateKey("bot", 7))
    await store.commit(batch)
    assert await store.new_updates("bot") == []
    await _refused(store, replace(turn_batch("c2", 1), settles=UpdateKey("bot", 7)))
    assert await store.conversation("c2") is None


async def test_outgoing_rows_come_with_their_turn(store: Store) -> None:
    await store.commit(replace(turn_batch("c1", 1), outgoing=(outgoing("hot:1"),)))
    await _refused(store, replace(turn_batch("c1", 1), outgoing=(outgoing("hot:2"),)))
    assert [row.key for row in await store.outbox()] == ["hot:1"]


async def test_who_asked_not_to_be_contacted_is_not(store: Store) -> None:
    stop = DoNotContactRow("phone:+17375550141", "stop", NOW)
    assert await store.may_contact(["phone:+17375550141"])
    await store.commit(Batch(do_not_contact=(stop,)))
    await store.commit(Batch(do_not_contact=(replace(stop, reason="again"),)))
    assert not await store.may_contact(["email:a@example.com", "phone:+17375550141"])
    assert await store.may_contact(["email:a@example.com"])
    assert await store.may_contact([])


async def test_texts_nobody_could_read_are_kept(store: Store) -> None:
    unread = Unread("c1", 1, "buyer", "budget", "umm", "en", NOW)
    await store.commit(replace(turn_batch("c1", 1), unread=(unread,)))
    assert len(await store.messages("c1")) == 3
