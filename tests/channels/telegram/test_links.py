"""A website chat goes on in Telegram: by link or by code, once, as one lead."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import Any

import aiohttp

from storage.store import LeadFilter
from tests.channels.telegram.phone import Phone, chatting
from tests.fakes.botapi import FakeBotApi


class Website:
    """A visitor on the landing page."""

    def __init__(self, client: aiohttp.ClientSession, address: str) -> None:
        self._client, self._url = client, f"{address}/api/v1/conversations"
        self.id, self._headers = "", {}

    async def open(self, *texts: str) -> None:
        async with self._client.post(self._url, json={"flow": "buyer"}) as reply:
            opened = await reply.json()
        self.id = opened["conversation"]
        self._headers = {"Authorization": f"Bearer {opened['token']}"}
        for text in texts:
            await self.say(text)

    async def say(self, text: str) -> dict[str, Any]:
        turn = {"id": str(uuid.uuid4()), "text": text}
        return await self._post("turns", turn)

    async def offer(self) -> dict[str, Any]:
        return await self._post("continue")

    async def state(self) -> dict[str, Any]:
        async with self._client.get(f"{self._url}/{self.id}", headers=self._headers) as reply:
            return dict(await reply.json())

    async def _post(self, what: str, body: Any = None) -> dict[str, Any]:
        url = f"{self._url}/{self.id}/{what}"
        async with self._client.post(url, json=body, headers=self._headers) as reply:
            return {"http": reply.status, **await reply.json()}


async def test_a_link_takes_the_chat_along_once(api: FakeBotApi, tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as client, chatting(tmp_path, api) as it:
        web = Website(client, it.doorstep.address)
        await web.open("Round Rock", "3")
        offer = await web.offer()
        found = re.fullmatch(
            r"https://t\.me/doorstep_test_bot\?start=([A-Za-z0-9_-]{1,64})", offer["deep_link"]
        )
        assert found is not None, offer
        said = await it.say(f"/start {found[1]}")
        assert said[0].startswith("Welcome! We go on")
        assert said[1] == "What's your price range? A rough figure is fine."
        await it.say("450k")
        lead = await it.lead()
        assert lead.conversation == web.id
        assert '"area":"Round Rock"' in lead.fields
        assert '"budget_max":450000' in lead.fields
        texts = [line["text"] for line in (await web.state())["messages"]]
        assert [t for t in texts if t in ("Round Rock", "3", "450k")] == [
            "Round Rock",
            "3",
            "450k",
        ]
        thief = Phone(api, it.doorstep, chat=666)
        assert (await thief.say(f"/start {found[1]}"))[0].startswith("Hi, I'm Dory")
        assert len(await it.doorstep.store.leads(LeadFilter())) == 1
        assert (await it.say(f"/start {found[1]}"))[-1] == "When would you like to move?"


async def test_a_code_does_what_the_link_does(api: FakeBotApi, tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as client, chatting(tmp_path, api) as it:
        web = Website(client, it.doorstep.address)
        await web.open("Round Rock", "3")
        code = (await web.offer())["code"]
        assert (await web.offer())["code"] == code
        await it.say("/start")
        said = await it.say(f"{code[:3].lower()}-{code[3:]}")
        assert said[-1] == "What's your price range? A rough figure is fine."
        await it.say("450k")
        assert (await it.lead()).conversation == web.id
        thief = Phone(api, it.doorstep, chat=666)
        await thief.say("/start")
        assert "don't know this code" in (await thief.say(code))[0]


async def test_codes_cannot_be_guessed_at_leisure(api: FakeBotApi, tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as client, chatting(tmp_path, api) as it:
        web = Website(client, it.doorstep.address)
        await web.open("Round Rock")
        await it.say("/start")
        for n in range(2, 7):
            await it.say(f"A{n}BC{n}D")
        assert "don't know this code" in (await it.say((await web.offer())["code"]))[0]


async def test_a_forged_or_foreign_link_begins_a_chat_of_its_own(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with aiohttp.ClientSession() as client, chatting(tmp_path, api) as it:
        web = Website(client, it.doorstep.address)
        await web.open("Round Rock")
        link = (await web.offer())["deep_link"].rpartition("=")[2]
        forged = link[:-1] + ("A" if link[-1] != "A" else "B")
        assert (await it.say(f"/start {forged}"))[-1] == "Which area are you looking in?"


async def test_without_a_bot_nothing_is_offered_and_strangers_get_nothing(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with aiohttp.ClientSession() as client:
        async with chatting(tmp_path / "a", api, telegram_token="") as it:
            web = Website(client, it.doorstep.address)
            await web.open()
            assert (await web.offer())["error"]["code"] == "no_telegram"
        async with chatting(tmp_path / "b", api) as it:
            web = Website(client, it.doorstep.address)
            await web.open()
            web._headers = {"Authorization": "Bearer " + "x" * 32}
            assert (await web.offer())["http"] in {401, 404}
