"""What is kept of people who write in Telegram, and that nothing is once they want it so."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot import housekeeping
from storage.store import LeadFilter
from tests.channels.telegram.phone import Phone, chatting
from tests.fakes.botapi import FakeBotApi
from tests.storage.people import found_in

WORD = "quizzelbarth"


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left to be scrubbed is looked for at once."""
    monkeypatch.setattr(housekeeping, "LOOK_SECONDS", 0.3)


async def _hot(it: Phone) -> None:
    """A whole conversation that rings an agent."""
    await it.say("3 bed in round rock up to 500k, asap, cash")
    await it.say(f"I am Zita {WORD.capitalize()}, 512 555 0188")
    await it.say("call me now")


async def _scrubbed(it: Phone) -> None:
    store = it.doorstep.store
    async with asyncio.timeout(60):
        while True:
            rows = await store.outbox(limit=2000)
            wipes = {row.state for row in rows if row.kind == "wipe.message"}
            if not {"due", "taken"} & wipes and not await store.scrub_due():
                return
            await asyncio.sleep(0.05)


async def test_delete_my_data_leaves_nothing_here_nor_on_the_agents_phones(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await _hot(it)
        agents = [agent.telegram for agent in it.doorstep.library.site.agents if agent.telegram]
        rung = [chat for chat in agents if any(WORD in m["text"].lower() for m in api.shown(chat))]
        assert rung
        assert found_in(tmp_path, WORD)
        said = await it.say(f"delete all my data, {WORD}")
        assert "delet" in said[-1].lower()
        await _scrubbed(it)
        assert found_in(tmp_path, WORD) == []
        assert found_in(tmp_path, "5550188") == []
        for chat in rung:
            assert [m for m in api.shown(chat) if WORD in m["text"].lower()] == []
        assert await it.doorstep.store.leads(LeadFilter()) == []
        said = await it.say("hi")
        assert said[0].startswith("Hi, I'm Dory")


async def test_the_same_account_is_the_same_person_and_is_not_asked_again(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await _hot(it)
        first = await it.lead()
        said = await it.say("/start l-MLS1234567")
        assert "name" not in said[-1].lower()
        await it.say("Can I see it Saturday at 11?")
        lead = await it.lead()
        assert (lead.id, lead.visits, lead.flow) == (first.id, 2, "listing")
        assert lead.phone == "+15125550188"
        kinds = [event.kind for event in await it.doorstep.store.events(lead.id)]
        assert "merged" in kinds


async def test_a_social_security_number_never_touches_the_disk(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        said = await it.say("my ssn is 536-90-4399 ok?")
        assert any("never" in line.lower() or "don't" in line.lower() for line in said)
        assert found_in(tmp_path, "536-90-4399") == []
        assert found_in(tmp_path, "4399") == []


async def test_a_settled_update_keeps_nothing_of_what_it_said(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("3 bed in round rock")
        with sqlite3.connect(it.doorstep.store.path) as db:
            rows = db.execute("select state, body from telegram_update").fetchall()
        assert rows
        assert set(rows) == {("done", "{}")}
