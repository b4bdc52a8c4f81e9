"""Telegram bringing updates itself, to a product that listens on a webhook."""

from __future__ import annotations

import importlib.resources
import itertools
import json
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import Doorstep
from bot.channels.telegram_hook import HEADER, PATH
from tests.alerts.office import until
from tests.channels.telegram.phone import chatting, is_quiet
from tests.fakes.botapi import FakeBotApi

SECRET = "the-webhook-s3cret"


class Hook:
    """What Telegram does, and what became of it."""

    def __init__(self, client: aiohttp.ClientSession, api: FakeBotApi, doorstep: Doorstep) -> None:
        self.client, self.api, self.doorstep = client, api, doorstep
        self.url = doorstep.address + PATH
        self._numbers = itertools.count(5000)

    async def bring(self, update: Any, secret: str = SECRET) -> int:
        """Bring an update; the status."""
        return await self.post(json.dumps(update).encode(), {HEADER: secret})

    async def post(self, body: bytes, headers: dict[str, str]) -> int:
        """Post bytes with headers; JSON unless they say otherwise."""
        together = {"Content-Type": "application/json", **headers}
        async with self.client.post(self.url, data=body, headers=together) as reply:
            return reply.status

    async def say(self, chat: int, text: str, **more: Any) -> dict[str, Any]:
        """Bring a text message, wait for what comes of it; the update."""
        number = next(self._numbers)
        message = {
            "message_id": number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat, "is_bot": False, "first_name": "V"},
            "text": text,
            **more,
        }
        update = {"update_id": number, "message": message}
        assert await self.bring(update) == 200
        await self.quiet()
        return update

    async def quiet(self) -> None:
        """Until nothing is left to do."""
        path, clock = self.doorstep.store.path, self.doorstep.alerts.desk.clock
        await until(lambda: is_quiet(path, 0, clock()), within=60)

    def said(self, chat: int) -> list[str]:
        """All that the bot said to a chat."""
        return [call.text for call in self.api.sent() if call.chat == chat]

    def rows(self) -> list[tuple[int, str, str]]:
        """Number, state and error of every update kept."""
        with sqlite3.connect(self.doorstep.store.path) as db:
            return db.execute("select update_id, state, error from telegram_update").fetchall()


@asynccontextmanager
async def hooked(data: Path, api: FakeBotApi, **more: Any) -> AsyncIterator[Hook]:
    """The product with a webhook."""
    data.mkdir(parents=True, exist_ok=True)
    site = data / "office.yaml"
    shipped = importlib.resources.files("flows").joinpath("site.yaml").read_text("utf-8")
    site.write_text(shipped + "\nbase_url: https://chat.example.com\n", "utf-8")
    given = {"telegram_webhook_secret": SECRET, "site": site, **more}
    async with (
        aiohttp.ClientSession() as client,
        chatting(data / "data", api, **given) as phone,
    ):
        yield Hook(client, api, phone.doorstep)
