"""Answers through everything that goes wrong: a line that comes and goes, pages loaded anew, two
tabs at once, and a server that is killed. Judged by what the server kept.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, expect

from tests.serving import free_port, is_ready

CHAT = "doorstep-chat:not([mode])"
BACKLOG = "Object.keys(localStorage).filter(key => key.includes('|')).length"
KEPT = "JSON.parse(localStorage['doorstep:listing:MLS1234567'])"


class Office:
    """``doorstep serve``, which can be killed and comes back at the same address."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Serve, and return when it is ready."""
        command = [sys.executable, "-m", "bot.cli", "serve", "--data", str(self.data)]
        self._process = subprocess.Popen(
            [*command, "--port", str(self.port)],
            env={**os.environ, "DOORSTEP_RATE_LIMIT": "off"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        async with asyncio.timeout(90):
            while not await asyncio.to_thread(is_ready, self.port):  # noqa: ASYNC110
                await asyncio.sleep(0.1)

    def kill(self) -> None:
        """As a power cut would."""
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()


class Tabs:
    """One visitor with two tabs, who says numbered lines while things go wrong."""

    def __init__(self, office: Office, pages: list[Page], luck: random.Random) -> None:
        self.office, self.pages, self.luck = office, pages, luck
        self.said: list[str] = []

    async def open(self, page: Page) -> None:
        """Load the page and open the chat."""
        await page.goto(self.office.base)
        await page.locator(f"{CHAT} .launcher").click()
        await expect(page.locator(f"{CHAT} form")).to_be_visible()

    async def say(self, text: str) -> None:
        """Write a line in one of the tabs."""
        page = self.luck.choice(self.pages)
        await page.locator(f"{CHAT} form :is(input, textarea):visible").fill(text)
        await page.keyboard.press("Enter")
        self.said.append(text)

    async def suffer(self, *, kills: bool) -> None:
        """Something goes wrong, mostly nothing."""
        chance = self.luck.random()
        if chance < 0.08:
            await self.pages[0].context.set_offline(True)
        elif chance < 0.25:
            await self.pages[0].context.set_offline(False)
        elif chance < 0.29:
            await self.pages[0].context.set_offline(False)
            await self.open(self.luck.choice(self.pages))
        elif chance < 0.30 and kills:
            self.office.kill()
            await asyncio.sleep(self.luck.random())
            await self.office.start()

    async def settle(self) -> list[str]:
        """All is well again: what the server has of this visitor."""
        page = self.pages[0]
        await page.context.set_offline(False)
        for each in self.pages:
            await self.open(each)
        async with asyncio.timeout(120):
            while await page.evaluate(BACKLOG):  # noqa: ASYNC110
                await asyncio.sleep(0.2)
        state: dict[str, Any] = await page.evaluate(
            f"async () => {{ const {{conversation, token}} = {KEPT};"
            " const reply = await fetch(`/api/v1/conversations/${conversation}?after=0`,"
            " {headers: {Authorization: `Bearer ${token}`}}); return reply.json() }"
        )
        return [line["text"] for line in state["messages"] if line["from"] == "visitor"]


async def lost_and_doubled(
    browser: Browser, answers: int = 1000, visitors: int = 20, seed: int = 7
) -> tuple[int, int, int]:
    """How many answers were given, how many of them the server lacks, how many it has twice."""
    luck = random.Random(seed)
    lost = doubled = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        office = Office(Path(folder) / "data")
        await office.start()
        try:
            for visitor in range(visitors):
                said, kept = await _visit(browser, office, luck, answers // visitors, visitor)
                counted = Counter(kept)
                lost += sum(counted[text] == 0 for text in said)
                doubled += sum(counted[text] > 1 for text in said)
                for text in said:
                    if counted[text] != 1:
                        print(text, file=sys.stderr)
        finally:
            office.kill()
    return answers // visitors * visitors, lost, doubled


async def _visit(
    browser: Browser, office: Office, luck: random.Random, answers: int, visitor: int
) -> tuple[list[str], list[str]]:
    context = await browser.new_context(reduced_motion="reduce")
    try:
        tabs = Tabs(office, [await context.new_page(), await context.new_page()], luck)
        for page in tabs.pages:
            await tabs.open(page)
        for number in range(answers):
            await tabs.say(f"line {number} of visitor {visitor}")
            await tabs.suffer(kills=True)
        return tabs.said, await tabs.settle()
    finally:
        await context.close()
