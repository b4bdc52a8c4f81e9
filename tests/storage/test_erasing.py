"""Erasing: nothing is left in any file, nobody else loses anything, no restore undoes it."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import string
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.carried import carry
from storage.rows import (
    AlertCopy,
    Batch,
    DoNotContactRow,
    Erasure,
    Join,
    Known,
    Message,
    Turn,
)
from storage.sqlite import SqliteStore, open_store
from storage.store import Crossed, LeadFilter, Store
from tests.storage.people import EMAIL, PHONE, everything_of, fill, found_in, visit
from tests.storage.samples import NOW, event, later, lead, outgoing

WORD = "qwyzzlethorn"


async def test_an_erased_person_is_in_no_file_any_more(store: Store, tmp_path: Path) -> None:
    await fill(store, WORD)
    await store.commit(visit("other", "l9", word="bystander"))
    assert found_in(tmp_path, WORD)
    gone = await store.erase(await everything_of(store, "l1"))
    assert found_in(tmp_path, WORD) == []
    for trace in ("+15125550142", "zita@example.com", "smith"):
        assert found_in(tmp_path, trace) == ([] if trace != "smith" else ["doorstep.db"])
    assert gone["lead"] == gone["conversation"] == gone["upload"] == 1
    assert await store.lead("l1") is None
    assert [row.id for row in await store.leads(LeadFilter(text="bystander"))] == ["l9"]
    assert not await store.scrub_due()


async def test_the_agents_messages_are_wiped_and_hold_nothing_of_the_person(store: Store) -> None:
    await fill(store, WORD)
    await store.erase(await everything_of(store, "l1"))
    (row,) = await store.outbox()
    assert (row.kind, row.lane, row.lead_id) == ("wipe.message", "tg:7001", "")
    assert row.payload == '{"chat":"7001","message":55}'


async def test_an_alert_that_arrives_after_the_erasure_is_wiped_as_well(store: Store) -> None:
    await store.commit(visit("c1", "l1"))
    (row,) = await store.take_due(later(1))
    await store.erase(await everything_of(store, "l1"))
    await store.sent(row.id, NOW, "telegram", AlertCopy("l1", "dana", "7001", 56, "hot", NOW))
    assert [(r.kind, r.payload) for r in await store.outbox("due")] == [
        ("wipe.message", '{"chat":"7001","message":56}')
    ]
    assert await store.alert_copies("l1") == []


async def test_a_digest_that_named_the_person_is_shown_anew(store: Store) -> None:
    await store.commit(visit("c1", "l1"))
    listed = event("l1", "digest", data='{"agent":"dana","digest":"digest:noon-1"}')
    await store.enqueue([outgoing("digest", lead_id="digest:noon-1")], [listed])
    row = (await store.outbox())[0]
    copy = AlertCopy("digest:noon-1", "dana", "7001", 60, "digest", NOW)
    await store.sent(row.id, NOW, "telegram", copy)
    assert await store.alert_copies("digest:noon-1") == [copy]
    await store.erase(await everything_of(store, "l1"))
    (again,) = await store.outbox("due")
    assert (again.kind, again.lead_id, again.lane) == ("alert.edit", "digest:noon-1", "tg:7001")
    assert again.payload == '{"agent":"dana"}'


async def test_who_said_stop_stays_on_the_list_without_being_named(
    store: Store, tmp_path: Path
) -> None:
    await fill(store, WORD)
    await store.erase(await everything_of(store, "l1"))
    assert not await store.may_contact([PHONE])
    assert await store.may_contact([EMAIL])
    refusals = await store.refusals()
    assert PHONE not in refusals.plain
    assert refusals.bars([PHONE])
    assert not refusals.bars([EMAIL, "phone:+1"])
    assert found_in(tmp_path, "5125550142") == []


async def test_a_number_that_somebody_else_has_as_well_stays_theirs(store: Store) -> None:
    await fill(store, WORD)
    await store.commit(visit("c2", "l2", word="sister", keys=(PHONE,), weighed=("l1",)))
    await store.erase(await everything_of(store, "l1"))
    assert [row.id for _, row in await store.sharing([PHONE])] == ["l2"]
    assert PHONE in (await store.refusals()).plain
    assert await store.replay_erasures() == 0
    assert await store.lead("l2") is not None


async def test_the_visitor_who_asked_is_told_so_again_by_an_empty_shell(
    store: Store, tmp_path: Path
) -> None:
    await fill(store, WORD)
    row = await store.conversation("c1")
    assert row is not None
    last = Batch(
        conversation=replace(row, session='{"v":1}', status="erased", lead_id="", seq=3),
        expected_version=1,
        messages=(Message("c1", 3, "bot", "Deleted.", NOW),),
        turn=Turn("c1", "client-2", b"deleted", NOW),
        erases=Erasure(("c1",), ("l1",), "asked", NOW, keeps="c1"),
    )
    await store.commit(last)
    await store.scrub()
    assert found_in(tmp_path, WORD) == []
    shell = await store.conversation("c1")
    assert shell is not None
    assert (shell.status, shell.lead_id, shell.peer, shell.source) == ("erased", "", "", "{}")
    assert [m.text for m in await store.messages("c1")] == ["Deleted."]
    again = await store.turn("c1", "client-2")
    assert again is not None
    assert again.reply == b"deleted"
    assert await store.turn("c1", "client-1") is None
    assert await store.lead("l1") is None


async def test_a_shared_lead_stays_with_what_the_other_conversation_said(
    store: Store, tmp_path: Path
) -> None:
    await store.commit(visit("c1", "l1", word="elder", keys=(PHONE,)))
    await store.commit(visit("c2", "l2", word=WORD))
    known = Known(lead("l1", conversation="c2", name=WORD), (PHONE, EMAIL))
    await store.join(known, Join("l1", "l2"), event("l1", "merged"))
    rest = Known(lead("l1", conversation="c1", name="elder smith"), (PHONE,))
    await store.erase(Erasure(("c2",), (), "asked", NOW, rewritten=(rest,)))
    row = await store.lead("l1")
    assert row is not None
    assert (row.name, row.visits, row.conversation) == ("elder smith", 1, "c1")
    assert await store.keys_of("l1") == [PHONE]
    assert {e.origin for e in await store.events("l1")} == {"c1", ""}
    assert found_in(tmp_path, WORD) == []


async def test_an_erasure_that_overlooked_a_conversation_is_refused_whole(store: Store) -> None:
    await fill(store, WORD)
    what = await everything_of(store, "l1")
    await store.commit(visit("c2", "l1", keys=(), follows="c1"))
    with pytest.raises(Crossed):
        await store.erase(what)
    assert await store.lead("l1") is not None
    assert await store.conversation("c1") is not None


async def test_what_a_restored_backup_brings_back_is_erased_again(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data")
    await fill(store, WORD)
    await store.commit(visit("c2", "l2", word="bystander"))
    await store.close()
    shutil.copytree(tmp_path / "data", tmp_path / "backup")
    store = open_store(tmp_path / "data")
    await store.erase(await everything_of(store, "l1"))
    await store.close()
    done = carry(tmp_path / "backup" / "doorstep.db", tmp_path / "data" / "doorstep.db")
    assert done["erasures"] > 0
    store = open_store(tmp_path / "backup")
    assert found_in(tmp_path / "backup", WORD) == []
    assert await store.lead("l2") is not None
    assert not await store.may_contact([PHONE])
    back = visit("c5", "l5", word="again", keys=(PHONE,))  # they came back later
    await store.commit(replace(back, lead=replace(back.lead, updated_at=later(60))))  # type: ignore[type-var]
    assert await store.replay_erasures() == 0
    assert await store.lead("l5") is not None
    await store.close()


async def test_an_erasure_cut_off_before_its_scrub_is_scrubbed_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(tmp_path / "data")
    await fill(store, WORD)
    what = await everything_of(store, "l1")

    async def killed(self: SqliteStore) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, "scrub", killed)
        with pytest.raises(RuntimeError):
            await store.erase(what)
    assert await store.scrub_due()
    await store.close()
    store = open_store(tmp_path / "data")
    assert await store.scrub_due()
    await store.scrub()
    assert not await store.scrub_due()
    assert found_in(tmp_path, WORD) == []
    await store.close()


async def test_the_list_of_refusals_is_carried_in_both_shapes(store: Store) -> None:
    rows = (DoNotContactRow(PHONE, "stop", NOW), DoNotContactRow(EMAIL, "stop", NOW))
    await store.commit(Batch(do_not_contact=rows))
    assert (await store.refusals()).plain == {PHONE, EMAIL}


_WORDS = st.text(string.ascii_lowercase, min_size=6, max_size=14).map(lambda s: f"qx{s}jz")


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    word=_WORDS,
    others=st.integers(0, 40),
    repeats=st.integers(1, 60),
    tail=st.integers(0, 6000),
)
async def test_erase_leaves_nothing_however_much_there_was(
    tmp_path_factory: pytest.TempPathFactory, word: str, others: int, repeats: int, tail: int
) -> None:
    folder = tmp_path_factory.mktemp("erased")
    store = open_store(folder)
    long = f"{word} " * repeats + "x" * tail
    await fill(store, word)
    for n in range(others):
        await store.commit(visit(f"o{n}", f"m{n}", word=f"other{n} " * 20))
    await store.commit(
        visit("c2", "l1", word=long.replace('"', ""), follows="c1", keys=("phone:+44",))
    )
    await store.erase(await everything_of(store, "l1"))
    assert found_in(folder, word) == []
    assert len(await store.leads(LeadFilter(limit=1000))) == others
    await store.close()
    assert found_in(folder, word) == []


PERSONAL = {  # what goes with a person; by lead_id, by conversation, or by a rule of its own
    "alert_copy", "answer", "apart", "booking", "chat_post", "consent", "conversation", "event",
    "lead", "lead_alias", "message", "outbox", "person_key", "telegram_update", "turn", "unread",
    "upload", "do_not_contact", "setting",
}  # fmt: skip
IMPERSONAL = {"erased", "flow_text", "flow_version", "_sqlite_migrations"}


def test_every_table_is_known_to_hold_people_or_not(tmp_path: Path) -> None:
    """A new table belongs into one of the two, and into an erasure if it holds people."""
    path = tmp_path / "data" / "doorstep.db"
    asyncio.run(open_store(tmp_path / "data").close())
    with closing(sqlite3.connect(path)) as db:
        names = {row[0] for row in db.execute("select name from sqlite_master where type='table'")}
    tables = {name for name in names if not name.startswith(("lead_search", "sqlite_"))}
    assert tables == PERSONAL | IMPERSONAL


async def test_who_may_be_contacted_again_is_shown_so_to_the_agents(store: Store) -> None:
    await fill(store, WORD)
    told = event("l1", "allowed")
    assert await store.allow([EMAIL], [told]) == 0
    assert told not in await store.events("l1")
    assert await store.allow([PHONE, EMAIL], [told]) == 1
    assert await store.may_contact([PHONE])
    assert [(e.kind, e.who) for e in await store.events("l1")][-1] == ("allowed", told.who)
    edits = [row for row in await store.outbox("due") if row.kind == "alert.edit"]
    assert [(row.lane, row.lead_id, row.payload) for row in edits] == [
        ("tg:7001", "l1", '{"agent":"dana"}')
    ]
