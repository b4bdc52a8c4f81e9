"""From a visitor's words over HTTP to an agent's phone and back, in the product itself."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import uuid
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.app import running
from bot.settings import Settings
from tests.alerts.office import until
from tests.fakes.botapi import FakeBotApi

DANA = 9000000000001
HOT = ("Round Rock", "3", "450k", "right away", "pre-approved", "no", "Chris Ode", "512-555-0143")


class Visitor:
    """A buyer in a chat window."""

    def __init__(self, client: aiohttp.ClientSession, address: str) -> None:
        self._client, self._url = client, f"{address}/api/v1/conversations"
        self._id = ""
        self._headers: dict[str, str] = {}

    async def open(self) -> None:
        async with self._client.post(self._url, json={"flow": "buyer"}) as reply:
            opened = await reply.json()
        self._id = opened["conversation"]
        self._headers = {"Authorization": f"Bearer {opened['token']}"}

    async def state(self) -> dict[str, Any]:
        """Where the chat stands, as the page asks."""
        async with self._client.get(f"{self._url}/{self._id}", headers=self._headers) as reply:
            found: dict[str, Any] = await reply.json()
        return found

    async def say(self, *texts: str) -> dict[str, Any]:
        state: dict[str, Any] = {}
        for text in texts:
            turn = {"id": str(uuid.uuid4()), "text": text}
            url = f"{self._url}/{self._id}/turns"
            async with self._client.post(url, json=turn, headers=self._headers) as reply:
                assert reply.status == 200
                state = await reply.json()
        return state


def settings(data: Path, api: FakeBotApi) -> Settings:
    return Settings(
        data=data, port=0, telegram_token=api.token, telegram_api=api.url, rate_limit=False
    )


async def test_a_chat_rings_once_is_edited_claimed_and_withdrawn(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with aiohttp.ClientSession() as client, running(settings(tmp_path, api)) as doorstep:
        visitor = Visitor(client, doorstep.address)
        await visitor.open()
        await visitor.say(*HOT)
        (sent,) = await api.wait_for("sendMessage", chat=DANA)
        assert sent.text.splitlines()[0].endswith("Chris Ode · buy Round Rock ≤$450k · right away")
        assert "+1 512-555-0143" in sent.text.splitlines()[1]
        await visitor.say("sorry thats 512-555-0142")
        await until(lambda: "+1 512-555-0142" in api.shown(DANA)[0]["text"])
        answer = await api.press(sent.message, "Claim")
        assert answer["text"].startswith("Yours")
        await until(lambda: api.shown(DANA)[0]["text"].startswith("✅ Dana took Chris Ode at"))
        await api.wait_for("sendContact", chat=DANA)
        heard: list[str] = []
        async with asyncio.timeout(20):
            while not any("from a number that ends in 0110" in text for text in heard):
                heard += [line["text"] for line in (await visitor.state())["messages"]]
        assert sum("Dana Reyes has your request" in text for text in set(heard)) == 1
        await visitor.say("STOP")
        await until(lambda: "do not contact" in api.shown(DANA)[0]["text"])
        assert "0142" not in api.shown(DANA)[0]["text"]
        assert len(api.sent("sendMessage")) == 1, "it rang once"


async def test_a_lead_that_became_hot_while_telegram_was_down_rings_after_a_restart(
    api: FakeBotApi, tmp_path: Path
) -> None:
    down = api.fail("sendMessage", status=502, times=99)
    async with aiohttp.ClientSession() as client:
        async with running(settings(tmp_path, api)) as doorstep:
            visitor = Visitor(client, doorstep.address)
            await visitor.open()
            await visitor.say(*HOT)
            await api.wait_for("sendMessage")
        down.times = 0
        async with running(settings(tmp_path, api)):
            await until(lambda: api.shown(DANA))
    assert "Chris Ode" in api.shown(DANA)[0]["text"]


@pytest.mark.slow
async def test_a_kill_in_the_middle_of_a_ring_loses_nothing_and_repeats_silently(
    api: FakeBotApi, tmp_path: Path
) -> None:
    killed = asyncio.Event()
    slow = api.fail("sendMessage", held=killed, status=200)
    environ = {
        **os.environ,
        "DOORSTEP_TELEGRAM_TOKEN": api.token,
        "DOORSTEP_TELEGRAM_API": api.url,
    }
    program = "import asyncio, sys; from tests.alerts.test_whole_path import stand; "
    command = [sys.executable, "-c", program + "asyncio.run(stand(sys.argv[1]))", str(tmp_path)]
    first = await asyncio.create_subprocess_exec(
        *command, env=environ, stdout=asyncio.subprocess.PIPE
    )
    assert first.stdout is not None
    address = (await first.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as client:
        visitor = Visitor(client, address)
        await visitor.open()
        await visitor.say(*HOT)
    await until(lambda: slow.times == 0)
    first.send_signal(signal.SIGKILL)
    await first.wait()
    killed.set()
    async with running(settings(tmp_path, api)):
        sent = await api.wait_for("sendMessage", 2)
    (again,) = [call for call in sent if "sent again" in call.text]
    assert again.params["disable_notification"] == "true"


async def stand(data: str) -> None:
    """The product in a process of its own, to be killed; its address is its first line."""
    token, api = os.environ["DOORSTEP_TELEGRAM_TOKEN"], os.environ["DOORSTEP_TELEGRAM_API"]
    given = Settings(
        data=Path(data), port=0, telegram_token=token, telegram_api=api, rate_limit=False
    )
    async with running(given) as doorstep:
        print(doorstep.address, flush=True)
        await asyncio.Event().wait()
