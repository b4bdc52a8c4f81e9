"""A chat follows its lead: to the colleague it is handed to, or back to the assistant."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.alerts.handing import Handing
from tests.channels.telegram.chats import DANA, HOT, MARCUS, Site, Web, eventually, site
from tests.fakes.botapi import FakeBotApi


@pytest.fixture
async def office(tmp_path: Path, api: FakeBotApi) -> AsyncIterator[Site]:
    async with site(tmp_path, api) as made:
        yield made


async def spoken_with(office: Site) -> Web:
    """A visitor in whose chat Dana is."""
    visitor = await office.visitor(*HOT[:7], "512-555-0143")
    await office.answer(await office.rung(), "Hi Chris, Dana here.")
    return visitor


async def test_who_is_handed_the_lead_is_in_the_chat_at_once_and_told_so(office: Site) -> None:
    visitor = await spoken_with(office)
    desk, lead = office.doorstep.alerts.desk, await office.lead()
    dana, marcus = desk.directory.agent("dana"), desk.directory.agent("marcus")
    assert dana is not None
    assert marcus is not None
    assert (await Handing(desk).handed_over(lead.id, dana, "marcus")).ok
    await office.quiet()
    said = await visitor.state()
    assert said["messages"][-1]["text"].startswith("Marcus Lee is in the chat now")
    assert await office.doorstep.takeover.speaker(await office.lead()) == "marcus"
    given = [m for m in office.api.shown(MARCUS) if "is yours now" in m["text"]]
    assert "🧑‍💼 Hi Chris, Dana here." in given[0]["text"], "what was said last is shown"
    await visitor.say("Is it still free?")
    await office.quiet()
    assert "Is it still free?" in office.api.shown(MARCUS)[-1]["text"]
    assert not any("still free" in m["text"] for m in office.api.shown(DANA))
    await office.answer(given[0], "Yes, it is. Marcus here.", MARCUS)
    assert await visitor.lines() == ["Hi Chris, Dana here.", "Yes, it is. Marcus here."]
    assert (await visitor.state())["messages"][-1]["name"] == "Marcus Lee"


async def test_a_lead_that_is_given_back_leaves_its_chat_to_the_assistant(office: Site) -> None:
    visitor = await spoken_with(office)
    desk, lead = office.doorstep.alerts.desk, await office.lead()
    dana = desk.directory.agent("dana")
    assert dana is not None
    assert (await Handing(desk).released(lead.id, dana)).ok

    async def back() -> bool:
        return not await office.doorstep.takeover.speaker(await office.lead())

    await eventually(back)
    assert (await visitor.lines("bot"))[-1].startswith("Dana Reyes has left the chat")


async def test_a_chat_nobody_was_in_stays_with_the_assistant(office: Site) -> None:
    visitor = await office.visitor(*HOT[:7], "512-555-0143")
    await office.api.press(await office.rung(), "Claim")
    await office.quiet()
    before = await visitor.lines("bot", "agent")
    desk, lead = office.doorstep.alerts.desk, await office.lead()
    dana = desk.directory.agent("dana")
    assert dana is not None
    await Handing(desk).handed_over(lead.id, dana, "marcus")
    await office.quiet()
    assert await office.doorstep.takeover.speaker(await office.lead()) == ""
    said = await visitor.lines("bot", "agent")
    assert not any("in the chat" in line for line in said[len(before) :])
