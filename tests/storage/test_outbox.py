"""What every store must do with outgoing rows, claims and Telegram's updates."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from storage.rows import CHANGE, LOOK, AlertCopy, Batch, Outgoing, UpdateKey
from storage.store import INTERRUPTED, Store
from tests.storage.samples import NOW, event, later, lead, outgoing, update


def _keys(rows: Sequence[Outgoing]) -> list[str]:
    return [row.key for row in rows]


async def test_a_key_is_queued_once(store: Store) -> None:
    await store.enqueue([outgoing("a", payload='{"n":1}'), outgoing("b")], [event()])
    await store.enqueue([outgoing("a", payload='{"n":2}'), outgoing("c")])
    rows = {row.key: row.payload for row in await store.outbox()}
    assert rows == {"a": '{"n":1}', "b": "{}", "c": "{}"}
    assert await store.events("l1") == [event()]


async def test_only_the_first_of_a_lane_leaves(store: Store) -> None:
    lanes = [("x1", "x"), ("x2", "x"), ("y1", "y"), ("free1", ""), ("free2", "")]
    await store.enqueue([outgoing(key, lane) for key, lane in lanes])
    assert _keys(await store.take_due(NOW)) == ["x1", "y1", "free1", "free2"]
    assert await store.take_due(NOW) == []


async def test_a_lane_goes_on_when_its_head_is_settled(store: Store) -> None:
    await store.enqueue([outgoing(key, "x") for key in ("x1", "x2", "x3")])
    first = (await store.take_due(NOW))[0]
    await store.sent(first.id, later(1), "message 7")
    second = (await store.take_due(NOW))[0]
    await store.bury(second.id, "chat not found")
    assert _keys(await store.take_due(NOW)) == ["x3"]
    by_key = {row.key: row for row in await store.outbox()}
    assert (by_key["x1"].state, by_key["x1"].result, by_key["x1"].settled_at) == (
        "sent", "message 7", later(1),
    )  # fmt: skip
    assert (by_key["x2"].state, by_key["x2"].error) == ("dead", "chat not found")


async def test_what_is_new_goes_before_changes_and_after_what_is_on_its_way(store: Store) -> None:
    await store.enqueue([outgoing(key, "x", rank=CHANGE) for key in ("edit 1", "edit 2")])
    under_way = (await store.take_due(NOW))[0]
    await store.enqueue([outgoing("ring 1", "x"), outgoing("ring 2", "x")])
    assert await store.take_due(NOW) == []
    seen = [under_way.key]
    await store.sent(under_way.id, NOW)
    while rows := await store.take_due(NOW):
        seen += _keys(rows)
        await store.sent(rows[0].id, NOW)
    assert seen == ["edit 1", "ring 1", "ring 2", "edit 2"]


async def test_one_look_does_for_all_that_wait_for_the_same(store: Store) -> None:
    same = {"rank": LOOK, "lead_id": "l1", "payload": '{"agent":"dana"}'}
    await store.enqueue([outgoing("look 1", "x", **same), outgoing("look 2", "x", **same)])
    others = {"of another lead": {"lead_id": "l2"}, "for another": {"payload": "{}"}}
    for key, changed in others.items():
        await store.enqueue([outgoing(key, "x", **{**same, **changed})])
    seen = []
    while rows := await store.take_due(NOW):
        seen += _keys(rows)
        await store.enqueue([outgoing("look 3", "x", **same)])
        await store.sent(rows[0].id, NOW)
    assert seen == ["look 1", "of another lead", "for another", "look 3"]
    assert {row.state for row in await store.outbox()} == {"sent"}


async def test_a_row_that_waits_for_its_retry_holds_its_lane_and_no_other(store: Store) -> None:
    await store.enqueue([outgoing("x1", "x"), outgoing("x2", "x"), outgoing("y1", "y")])
    first = (await store.take_due(NOW))[0]
    await store.retry(first.id, later(30), "429")
    assert await store.take_due(later(29)) == []
    again = await store.take_due(later(30))
    assert _keys(again) == ["x1"]
    assert (again[0].attempts, again[0].error, again[0].taken_at) == (2, "429", later(30))


async def test_a_row_is_never_sent_before_it_is_due(store: Store) -> None:
    await store.enqueue([outgoing("soon", due_at=later(5)), outgoing("now")])
    assert _keys(await store.take_due(NOW)) == ["now"]
    assert await store.next_due() == later(5)


async def test_the_next_time_to_look_ignores_rows_behind_others(store: Store) -> None:
    assert await store.next_due() is None
    await store.enqueue([outgoing("x1", "x"), outgoing("x2", "x")])
    await store.take_due(NOW)
    assert await store.next_due() is None


async def test_many_runners_never_take_the_same_row(store: Store) -> None:
    await store.enqueue([outgoing(f"k{n}") for n in range(100)])
    taken = await asyncio.gather(*(store.take_due(NOW, limit=10) for _ in range(20)))
    keys = [row.key for rows in taken for row in rows]
    assert sorted(keys) == sorted(f"k{n}" for n in range(100))


async def test_the_oldest_due_rows_are_taken_first(store: Store) -> None:
    await store.enqueue([outgoing("second", due_at=later(2)), outgoing("first", due_at=later(1))])
    assert _keys(await store.take_due(later(3), limit=1)) == ["first"]


async def test_what_was_taken_before_a_crash_is_due_again_and_says_so(store: Store) -> None:
    await store.enqueue([outgoing("a"), outgoing("b"), outgoing("c")])
    done = (await store.take_due(NOW, limit=2))[0]
    await store.sent(done.id, NOW)
    assert await store.release_taken(NOW) == 1
    rows = await store.take_due(NOW)
    assert {row.key: row.error for row in rows} == {"b": INTERRUPTED, "c": ""}
    assert {row.key: row.attempts for row in rows} == {"b": 2, "c": 1}


async def test_the_outbox_is_listed_by_state(store: Store) -> None:
    await store.enqueue([outgoing("a"), outgoing("b")])
    await store.take_due(NOW, limit=1)
    assert _keys(await store.outbox("due")) == ["b"]
    assert _keys(await store.outbox("taken")) == ["a"]
    assert _keys(await store.outbox(limit=1)) == ["b"]


async def test_a_copy_of_an_alert_is_replaced_by_its_edit(store: Store) -> None:
    copy = AlertCopy("l1", "dana", "42", 7, "alert.hot", NOW, "d1")
    edited = AlertCopy("l1", "dana", "42", 7, "alert.claimed", NOW, "d2")
    await store.commit(Batch(lead=lead()))
    await store.enqueue([outgoing("a"), outgoing("b"), outgoing("c")])
    first, second, third = await store.take_due(NOW)
    await store.sent(first.id, NOW, copy=copy)
    await store.sent(second.id, NOW, copy=AlertCopy("l1", "sam", "43", 7, "alert.hot", NOW))
    await store.sent(third.id, NOW, copy=edited)
    copies = await store.alert_copies("l1")
    assert [(c.agent, c.kind, c.digest) for c in copies] == [
        ("dana", "alert.claimed", "d2"),
        ("sam", "alert.hot", ""),
    ]


async def test_of_fifty_claims_at_once_one_wins(store: Store) -> None:
    await store.commit(Batch(lead=lead()))
    claims = await asyncio.gather(
        *(store.claim("l1", f"a{n}", later(n), [outgoing(f"note:a{n}")]) for n in range(50))
    )
    winners = [claim for claim in claims if claim.won]
    assert len(winners) == 1
    assert {(claim.owner, claim.at) for claim in claims} == {(winners[0].owner, winners[0].at)}
    assert _keys(await store.outbox()) == [f"note:{winners[0].owner}"]
    events = await store.events("l1")
    assert [(e.kind, e.who) for e in events] == [("claimed", winners[0].owner)]


async def test_a_claim_of_no_lead_is_a_lookup_error(store: Store) -> None:
    with pytest.raises(LookupError):
        await store.claim("nobody", "dana", NOW)


async def test_a_stage_is_entered_once(store: Store) -> None:
    await store.commit(Batch(lead=lead()))
    entered = event(kind="stage", data='{"to":"won"}')
    assert await store.set_stage("l1", "won", entered, [outgoing("won")])
    assert not await store.set_stage("l1", "won", entered, [outgoing("again")])
    assert not await store.set_stage("nobody", "won", entered)
    assert await store.events("l1") == [entered]
    assert _keys(await store.outbox()) == ["won"]


async def test_an_update_is_kept_once_and_in_order(store: Store) -> None:
    assert await store.keep_updates([update(9), update(3)]) == 2
    assert await store.keep_updates([update(3, body="other"), update(4)]) == 1
    rows = await store.new_updates("bot")
    assert [row.update_id for row in rows] == [9, 3, 4]
    assert rows[1] == update(3)
    assert await store.new_updates("other bot") == []


async def test_a_settled_update_is_not_new(store: Store) -> None:
    await store.keep_updates([update(1), update(2)])
    await store.settle_update(UpdateKey("bot", 1), "parked", "unknown shape")
    assert [row.update_id for row in await store.new_updates("bot")] == [2]


async def test_a_flow_is_remembered_under_its_hash(store: Store) -> None:
    await store.remember_flow("h1", "buyer", "id: buyer", NOW)
    await store.remember_flow("h1", "buyer", "something else", NOW)
    assert await store.flow_text("h1") == "id: buyer"
    assert await store.flow_text("h2") is None


async def test_a_setting_is_the_last_one_set(store: Store) -> None:
    assert await store.setting("secret") is None
    await store.set_setting("secret", "a")
    await store.set_setting("secret", "b")
    assert await store.setting("secret") == "b"


async def test_a_setting_is_taken_by_one_of_many(store: Store) -> None:
    await store.set_setting("link", "once")
    taken = await asyncio.gather(*(store.take_setting("link") for _ in range(20)))
    assert sorted(taken, key=str) == [None] * 19 + ["once"]
    assert await store.setting("link") is None


async def test_a_healthy_store_is_writable(store: Store) -> None:
    assert await store.writable()


async def test_after_the_clock_was_set_back_nothing_waits_for_the_old_time(store: Store) -> None:
    """Queued by a clock that was a day ahead: one row due at once, one in a minute."""
    tomorrow = later(86_400)
    rows = [
        outgoing("now", due_at=tomorrow, created_at=tomorrow),
        outgoing("soon", due_at=later(86_460), created_at=tomorrow),
        outgoing("meant for then", due_at=later(90_000), created_at=later(-5)),
    ]
    await store.enqueue(rows)
    assert await store.release_taken(NOW) == 0
    assert [row.key for row in await store.take_due(NOW)] == ["now"]
    assert await store.next_due() == later(60)
    assert [row.key for row in await store.take_due(later(60))] == ["soon"]
    assert await store.next_due() == later(90_000)
