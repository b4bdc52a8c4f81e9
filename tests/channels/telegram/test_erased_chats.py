"""An erasure takes a visitor out of the agents' chats: all lines, cards and files."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar

from bot.admin import users
from bot.alerts import runner
from tests.channels.telegram.chats import DANA, Site, eventually, site
from tests.channels.telegram.test_viewings import HOME, REST
from tests.fakes.botapi import FakeBotApi

NAMED = ("Zita", "quizzelbarth", "555-0188", "5550188")


@pytest.fixture(autouse=True)
def only_when_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks at the outbox by chance: whoever erases says so."""
    monkeypatch.setattr(runner, "POLL_SECONDS", 600.0)


def told(api: FakeBotApi, chat: int) -> list[str]:
    """All that a chat shows that speaks of her."""
    there = [str(message) for (owner, _), message in api.messages.items() if owner == chat]
    return [shown for shown in there if any(word in shown for word in NAMED)]


async def wiped(office: Site) -> None:
    async def done() -> bool:
        rows = await office.doorstep.store.outbox(limit=2000)
        wipes = {row.state for row in rows if row.kind == "wipe.message"}
        return not {"due", "taken"} & wipes

    await eventually(done)


async def test_nothing_of_a_chat_stays_on_the_agents_phone(
    tmp_path: Path, api: FakeBotApi
) -> None:
    async with site(tmp_path, api) as office:
        visitor = await office.visitor("Yes, in person", flow="listing", listing=HOME)
        slot = visitor.last["ask"]["options"][-1]["value"]
        await visitor.turn(question="viewing_at", choice=slot)
        await visitor.say(*REST[:3], "Zita Quizzel", "512-555-0188")
        alert = await office.rung("Zita")
        await office.answer(alert, "Hi Zita, Dana here.")
        await visitor.say("thank you, says quizzelbarth")
        await office.quiet()
        await office.write("/leads")
        await office.write("/bot")
        assert len(told(api, DANA)) >= 6
        assert api.documents(DANA)
        await visitor.say("delete all my data")
        await wiped(office)
        assert told(api, DANA) == []
        assert api.cards(DANA) == []
        assert api.documents(DANA) == []


async def test_an_erasure_in_the_inbox_reaches_the_agents_phone_at_once(
    tmp_path: Path, api: FakeBotApi
) -> None:
    async with (
        site(tmp_path, api) as office,
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as inbox,
    ):
        visitor = await office.visitor(*("Round Rock", "3", "450k", "right away", "cash", "no"))
        await visitor.say("Zita Quizzel", "512-555-0188")
        await office.rung("Zita")
        lead, store, here = await office.lead(), office.doorstep.store, office.doorstep.address
        now = office.doorstep.alerts.desk.clock()
        password = "correct horse battery"
        await users.keep(store, "dana", users.hashed(password), now, users.ADMIN)
        await inbox.post(f"{here}/admin/login", data={"name": "dana", "password": password})
        path = f"{here}/admin/leads/{lead.id}/person/erase"
        async with inbox.post(path, data={"sure": "yes"}) as reply:
            assert reply.status == 200
        await wiped(office)
        assert told(api, DANA) == []


async def test_a_line_that_arrives_after_the_erasure_is_taken_back_as_well(
    tmp_path: Path, api: FakeBotApi
) -> None:
    async with site(tmp_path, api) as office:
        visitor = await office.visitor(*("Round Rock", "3", "450k", "right away", "cash", "no"))
        await visitor.say("Zita Quizzel", "512-555-0188")
        alert = await office.rung("Zita")
        lead = await office.lead()
        await visitor.say("delete all my data")
        store, now = office.doorstep.store, office.doorstep.alerts.desk.clock()
        api.messages[DANA, 99] = {**alert, "message_id": 99, "text": "💬 Zita: one more thing"}
        await store.keep_post(str(DANA), 99, lead.id, now)
        office.doorstep.alerts.wake()
        await wiped(office)
        assert told(api, DANA) == []
