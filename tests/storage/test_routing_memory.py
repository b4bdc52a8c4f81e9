"""What every store must remember for routing: who has a lead, who had this person, what rang."""

from __future__ import annotations

from storage.rows import Batch, Lead
from storage.store import Store
from tests.storage.samples import NOW, event, later, lead, outgoing


async def _keep(store: Store, *leads: Lead) -> None:
    for row in leads:
        await store.commit(Batch(lead=row))


async def test_a_lead_goes_from_its_agent_to_another_once(store: Store) -> None:
    await _keep(store, lead())
    await store.claim("l1", "dana", later(1))
    given = event("l1", "handed_over", who="dana", at=later(60))
    rows = [outgoing("given")]
    assert await store.reassign("l1", "dana", given, after="marcus", outgoing=rows)
    assert not await store.reassign("l1", "dana", given, after="lucia", outgoing=[outgoing("no")])
    row = await store.lead("l1")
    assert row is not None
    assert (row.owner, row.claimed_at) == ("marcus", later(60))
    assert [e.kind for e in await store.events("l1")] == ["claimed", "handed_over"]
    assert [r.key for r in await store.outbox()] == ["given"]


async def test_a_released_lead_is_free_and_a_late_turn_does_not_give_it_back(store: Store) -> None:
    await _keep(store, lead())
    await store.claim("l1", "dana", later(1))
    claimed = await store.lead("l1")
    assert claimed is not None
    assert await store.reassign("l1", "dana", event("l1", "released", who="dana"))
    await store.commit(Batch(lead=claimed))  # a turn that read the lead before the release
    row = await store.lead("l1")
    assert row is not None
    assert (row.owner, row.claimed_at) == ("", None)
    assert (await store.claim("l1", "marcus", later(9))).won


async def test_a_timer_can_be_hastened_but_not_delayed(store: Store) -> None:
    await store.enqueue([outgoing("timer", due_at=later(90))])
    assert not await store.hasten("timer", later(200))
    assert not await store.hasten("no such timer", later(1))
    assert await store.hasten("timer", later(5))
    assert await store.next_due() == later(5)
    (row,) = await store.take_due(later(5))
    assert not await store.hasten(row.key, NOW), "it is on its way"


async def test_events_of_all_leads_come_oldest_first_and_only_of_the_kinds_asked_for(
    store: Store,
) -> None:
    made = [
        event("l1", "hot", at=later(1)),
        event("l2", "claimed", who="dana", at=later(2)),
        event("l1", "edited", at=later(3)),
        event("l2", "hot", at=later(4)),
        event("l3", "hot", at=later(-9)),
    ]
    await store.enqueue([], made)
    assert await store.events_since(("hot", "claimed"), NOW) == [made[0], made[1], made[3]]
    assert await store.events_since(("hot",), NOW, limit=1) == [made[3]]


async def test_the_agent_of_before_is_who_last_claimed_a_lead_of_this_person(store: Store) -> None:
    await _keep(
        store,
        lead("old", phone="+15125550143"),
        lead("newer", email="a@example.com"),
        lead("blank"),
        lead("now", phone="+15125550143", email="a@example.com"),
    )
    await store.claim("old", "dana", later(1))
    await store.claim("newer", "marcus", later(2))
    await store.claim("blank", "lucia", later(3))
    assert await store.owner_before("now", "+15125550143", "a@example.com") == "marcus"
    assert await store.owner_before("now", "+15125550143", "") == "dana"
    assert await store.owner_before("now", "", "") == "", "nothing known is nobody's"
    assert await store.owner_before("old", "+15125550143", "") == ""
