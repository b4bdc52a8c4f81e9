"""An office with live chats: agents' phones on a stand-in Bot API, visitors on the website."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import Doorstep, running
from storage.rows import Lead
from storage.store import LeadFilter
from tests.channels.telegram.phone import Phone, settings
from tests.fakes.botapi import FakeBotApi

DANA, MARCUS = 9000000000001, 9000000000002
HOT = ("Round Rock", "3", "450k", "right away", "pre-approved", "no", "Chris Ode", "512-555-0143")


@dataclass
class Site:
    """The product, an agent's phone, and visitors on the website."""

    api: FakeBotApi
    doorstep: Doorstep
    http: aiohttp.ClientSession
    visitors: list[Web] = field(default_factory=list)

    async def visitor(self, *texts: str, flow: str = "buyer", **opening: Any) -> Web:
        made = Web(self, flow, opening=opening)
        await made.open()
        await made.say(*texts)
        self.visitors.append(made)
        return made

    async def rung(self, name: str = "🔥", chat: int = DANA) -> dict[str, Any]:
        """The message that rang for a lead of this name."""
        (*_, call) = await self.api.wait_for("sendMessage", chat=chat, text=name)
        await self.quiet()
        return call.message

    async def write(self, text: str, chat: int = DANA, **more: Any) -> None:
        """The agent writes; wait until it is dealt with."""
        await self.api.say(chat, text, **more)
        await self.quiet()

    async def answer(self, to: dict[str, Any], text: str, chat: int = DANA) -> None:
        """The agent answers a message."""
        await self.write(text, chat, reply_to_message=to)

    async def quiet(self) -> None:
        await Phone(self.api, self.doorstep).quiet()

    def got(self, chat: int = DANA) -> list[str]:
        """What an agent was told about chats."""
        return [m["text"] for m in self.api.shown(chat) if m["text"][:1] in "💬🤖🛑👤🗑Y/Tx"]

    async def lead(self) -> Lead:
        (lead,) = await self.doorstep.store.leads(LeadFilter())
        return lead


@dataclass
class Web:
    """A visitor on the website."""

    site: Site
    flow: str
    id: str = ""
    last: dict[str, Any] = field(default_factory=dict)
    opening: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"{self.site.doorstep.address}/api/v1/conversations/{self.id}"

    async def open(self) -> None:
        url = f"{self.site.doorstep.address}/api/v1/conversations"
        async with self.site.http.post(url, json={"flow": self.flow, **self.opening}) as reply:
            self.last = await reply.json()
        self.id = self.last["conversation"]
        self.headers = {"Authorization": f"Bearer {self.last['token']}"}

    async def turn(self, id_: str = "", **given: Any) -> tuple[int, dict[str, Any]]:
        body = {"id": id_ or str(uuid.uuid4()), **given}
        async with self.site.http.post(
            f"{self.url}/turns", json=body, headers=self.headers
        ) as reply:
            self.last = await reply.json()
            return reply.status, self.last

    async def say(self, *texts: str) -> dict[str, Any]:
        for text in texts:
            status, _ = await self.turn(text=text)
            assert status == 200
        return self.last

    async def state(self) -> dict[str, Any]:
        async with self.site.http.get(self.url, headers=self.headers) as reply:
            found: dict[str, Any] = await reply.json()
            return found

    async def lines(self, *senders: str) -> list[str]:
        said = (await self.state())["messages"]
        return [m["text"] for m in said if m["from"] in (senders or ("agent",))]


@asynccontextmanager
async def site(data: Path, api: FakeBotApi, **more: Any) -> AsyncIterator[Site]:
    given = settings(data, api, **more)
    async with aiohttp.ClientSession() as http, running(given) as doorstep:
        yield Site(api, doorstep, http)


async def eventually(holds: Callable[[], Awaitable[object]]) -> None:
    """Wait until something holds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + 60
    while not await holds():
        assert loop.time() < end, "it never came"
        await asyncio.sleep(0.03)


def press_data(office: Site, lead: Lead) -> str:
    """The data of the lead's chat button for Dana."""
    return office.doorstep.alerts.desk.signer.data("chat", lead.id, "dana")
