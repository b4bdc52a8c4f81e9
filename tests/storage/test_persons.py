"""What every store must keep of persons: who is the same, who was merged, who was set apart."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from storage.rows import Batch, DoNotContactRow, Join, Known, Split
from storage.store import Conflict, Crossed, LeadFilter, Store
from tests.storage.people import EMAIL, PHONE, visit
from tests.storage.samples import NOW, event, later, lead


async def _lead_ids(store: Store) -> set[str]:
    return {row.id for row in await store.leads(LeadFilter())}


async def test_a_lead_is_found_by_what_its_person_left(store: Store) -> None:
    await store.commit(visit("c1", "l1", keys=(PHONE, EMAIL)))
    await store.commit(visit("c2", "l2", keys=(EMAIL,), weighed=("l1",)))
    found = await store.sharing([EMAIL, PHONE])
    assert [(key, row.id) for key, row in found] == [
        (EMAIL, "l1"),
        (PHONE, "l1"),
        (EMAIL, "l2"),
    ]
    assert await store.keys_of("l1") == [EMAIL, PHONE]
    assert await store.sharing(["phone:+1"]) == []


async def test_a_number_that_another_conversation_gave_meanwhile_is_not_overlooked(
    store: Store,
) -> None:
    await store.commit(visit("c1", "l1", keys=(PHONE,)))
    with pytest.raises(Crossed):
        await store.commit(visit("c2", "l2", keys=(PHONE,)))
    assert await store.conversation("c2") is None
    assert await _lead_ids(store) == {"l1"}


async def test_a_merged_lead_brings_all_it_had_and_its_id_still_leads_there(store: Store) -> None:
    await store.commit(visit("c1", "l1", word="one", keys=(PHONE,)))
    await store.commit(visit("c2", "l2", word="two"))
    await store.claim("l2", "dana", later(5))
    both = Batch(
        conversation=replace(visit("c2", "l1").conversation, seq=2),  # type: ignore[type-var]
        expected_version=1,
        lead=lead("l1", conversation="c2", total=70, phone="+15125550142"),
        keys=(PHONE,),
        weighed=("l1",),
        follows="c1",
        join=Join("l1", "l2"),
        events=(event("l1", "merged", at=later(9)),),
    )
    await store.commit(both)
    row = await store.lead("l2")
    assert row is not None
    assert (row.id, row.total, row.visits, row.owner) == ("l1", 70, 2, "dana")
    assert await _lead_ids(store) == {"l1"}
    assert [c.id for c in await store.conversations_of("l1")] == ["c1", "c2"]
    assert [e.kind for e in await store.events("l1")] == ["hot", "hot", "claimed", "merged"]
    assert {e.origin for e in await store.events("l1")} == {"c1", "c2", ""}
    assert await store.leads(LeadFilter(text="two smith")) == []
    with pytest.raises(Conflict):  # a turn that still takes it for a lead of its own
        await store.commit(Batch(lead=lead("l2", conversation="c2")))


async def test_what_a_turn_says_of_a_lead_counts_only_if_it_knows_where_it_was_heard_last(
    store: Store,
) -> None:
    await store.commit(visit("c1", "l1", keys=(PHONE,)))
    with pytest.raises(Crossed):
        await store.commit(Batch(lead=lead("l1", conversation="c2", total=99)))
    with pytest.raises(Crossed):
        await store.commit(Batch(lead=lead("l1", conversation="c2"), follows="c9"))
    await store.commit(Batch(lead=lead("l1", conversation="c2", total=61), follows="c1"))
    row = await store.lead("l1")
    assert row is not None
    assert (row.conversation, row.total) == ("c2", 61)


async def test_turns_written_together_are_judged_each_by_itself(store: Store) -> None:
    await store.commit(visit("c1", "l1", keys=(PHONE,)))
    batches = [visit(f"d{n}", f"m{n}", keys=(PHONE,) if n == 3 else ()) for n in range(6)]
    done = await asyncio.gather(*map(store.commit, batches), return_exceptions=True)
    assert [type(one) for one in done] == [*[type(None)] * 3, Crossed, *[type(None)] * 2]
    assert await _lead_ids(store) == {"l1", "m0", "m1", "m2", "m4", "m5"}


async def test_a_lead_is_split_again_and_never_merged_by_itself_after(store: Store) -> None:
    await store.commit(visit("c1", "l1", keys=(PHONE,)))
    await store.commit(visit("c2", "l2"))
    kept = Known(lead("l1", conversation="c2"), (PHONE, EMAIL))
    await store.join(kept, Join("l1", "l2"), event("l1", "merged"))
    assert (await store.lead("l2")) == (await store.lead("l1"))
    apart = Split(
        Known(lead("l1", conversation="c1"), (PHONE,)),
        Known(lead("l2", conversation="c2"), (PHONE, EMAIL)),
        ("c2",),
    )
    await store.split(apart, [event("l1", "split"), event("l2", "split")])
    one, two = await store.lead("l1"), await store.lead("l2")
    assert one is not None
    assert two is not None
    assert (one.id, two.id) == ("l1", "l2")
    assert (one.visits, two.visits) == (1, 1)
    assert [c.id for c in await store.conversations_of("l2")] == ["c2"]
    assert [e.kind for e in await store.events("l2")] == ["hot", "split"]
    assert await store.apart_from("l1") == ["l2"]
    assert await store.apart_from("l2") == ["l1"]
    assert await store.keys_of("l2") == [EMAIL, PHONE]
    with pytest.raises(Crossed):
        await store.split(apart, [])
    await store.join(kept, Join("l1", "l2"), event("l1", "merged", at=NOW))
    assert await store.apart_from("l1") == []


async def test_a_lead_is_told_in_one_look(store: Store) -> None:
    assert await store.lead_file("l1") is None
    await store.commit(visit("c1", "l1"))
    said = await store.conversation("c1")
    bare = await store.lead_file("l1")
    assert said is not None
    assert bare is not None
    assert (bare.lead, bare.session) == (await store.lead("l1"), said.session)
    assert (bare.keys, bare.refused) == ((), False)

    await store.commit(visit("c2", "l2", keys=(PHONE, EMAIL)))
    await store.enqueue((), [event("l2", "claimed")])
    known = await store.lead_file("l2")
    await store.commit(Batch(do_not_contact=(DoNotContactRow(PHONE, "stop", NOW),)))
    refused = await store.lead_file("l2")
    assert known is not None
    assert refused is not None
    assert [one.kind for one in known.events] == ["hot", "claimed"]
    assert known.keys == (EMAIL, PHONE)
    assert (known.refused, refused.refused) == (False, True)
