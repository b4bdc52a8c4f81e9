"""An agent answers a visitor from the lead's page, without Telegram."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.channels.telegram.chats import HOT, Site, site
from tests.fakes.botapi import FakeBotApi


class Desk:
    """The inbox, signed in as Dana."""

    def __init__(self, office: Site, http: aiohttp.ClientSession) -> None:
        self.office, self.http = office, http
        self.base = office.doorstep.address

    async def enter(self) -> None:
        token = self.office.doorstep.login.rpartition("/")[2]
        async with self.http.post(f"{self.base}/admin/enter", data={"token": token}) as reply:
            assert reply.status == 200

    async def page(self) -> str:
        lead = await self.office.lead()
        async with self.http.get(f"{self.base}/admin/leads/{lead.id}") as reply:
            return await reply.text()

    async def post(self, path: str, /, **form: str) -> dict[str, object]:
        lead = await self.office.lead()
        async with self.http.post(
            f"{self.base}/admin/leads/{lead.id}/{path}",
            data=form,
            headers={"Accept": "application/json"},
        ) as reply:
            if reply.status == 204:
                return {}
            done: dict[str, object] = await reply.json()
            return done

    async def be(self, agent: str) -> None:
        await self.http.post(f"{self.base}/admin/me", data={"agent": agent})


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    jar = aiohttp.CookieJar(unsafe=True)
    async with (
        FakeBotApi() as api,
        site(tmp_path, api) as office,
        aiohttp.ClientSession(cookie_jar=jar) as http,
    ):
        made = Desk(office, http)
        await made.enter()
        yield made


async def test_an_answer_from_the_page_claims_takes_over_and_counts_once(desk: Desk) -> None:
    visitor = await desk.office.visitor(*HOT)
    asked = visitor.last["ask"]
    page = await desk.page()
    assert "Your first word claims the lead" in page
    found = re.search(r'name="id" value="([^"]+)"', page)
    assert found is not None
    for _ in range(2):
        assert (await desk.post("say", id=found[1], text="Hello <b>Chris</b>"))["ok"] is True
    assert await visitor.lines() == ["Hello <b>Chris</b>"]
    assert (await desk.office.lead()).owner == "dana"
    page = await desk.page()
    assert "You speak here" in page
    assert "Hello &lt;b&gt;Chris&lt;/b&gt;" in page
    await visitor.say("a question")
    assert "a question" in await desk.page()
    assert (await desk.post("bot"))["text"] == "The assistant goes on."
    assert (await visitor.state())["ask"] == asked


async def test_a_colleague_cannot_speak_in_it(desk: Desk) -> None:
    visitor = await desk.office.visitor(*HOT)
    await desk.post("chat")
    await desk.be("marcus")
    assert "Dana Reyes has this lead" in await desk.page()
    refused = await desk.post("say", id="12345678", text="me too")
    assert refused == {"ok": False, "text": "Dana Reyes was faster."}
    assert (await desk.post("bot"))["ok"] is False
    assert await visitor.lines() == []


async def test_typing_on_the_page_is_seen_in_the_open_chat(desk: Desk) -> None:
    visitor = await desk.office.visitor(*HOT)
    await desk.post("chat")
    url, headers = f"{visitor.url}/live", visitor.headers
    async with desk.office.http.get(url, headers=headers) as stream:
        await stream.content.readuntil(b"\n\n")
        await desk.post("typing")
        async with asyncio.timeout(20):
            while not (told := await stream.content.readuntil(b"\n\n")).startswith(b"event: t"):
                pass  # other news of the claim
        assert told == b'event: typing\ndata: {"who":"Dana Reyes"}\n\n'


async def test_after_a_stop_nothing_can_be_written(desk: Desk) -> None:
    visitor = await desk.office.visitor(*HOT)
    await visitor.say("STOP")
    assert "may not be written to" in await desk.page()
    refused = await desk.post("say", id="12345678", text="but")
    assert refused["ok"] is False
    assert await visitor.lines() == []


async def test_a_viewing_is_confirmed_moved_and_cancelled_on_the_page(desk: Desk) -> None:
    home = {"id": "MLS1234567", "address": "1808 Juniper Hill Dr, Round Rock"}
    visitor = await desk.office.visitor("Yes, in person", flow="listing", listing=home)
    await visitor.turn(question="viewing_at", choice=visitor.last["ask"]["options"][-1]["value"])
    await visitor.say("asap", "pre-approved", "no", "Chris Ode", "737-555-0141")
    page = await desk.page()
    assert 'id="viewing">Viewing <small>asked</small>' in page
    assert (await desk.post("viewing", verb="confirm"))["ok"] is True
    times = re.findall(r'<option value="(\d{4}-[^"]+)"', await desk.page())
    assert (await desk.post("viewing", verb="move", at=times[0]))["ok"] is True
    assert (await desk.post("viewing", verb="cancel"))["ok"] is True
    assert 'id="viewing"' not in await desk.page()
    told = " ".join(await visitor.lines("bot"))
    for words in ("confirmed your viewing", "moved your viewing", "had to cancel"):
        assert words in told
