"""What the widget's tests do again and again, in a visitor's words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.browsing import next_frame
from tests.widget.fake_api import FakeApi

PATIENCE = 60  # seconds until a thing that should happen counts as missing
# A chat does one thing at a time, under a lock that has the name of what it keeps.
SETTLED = """async () => {
  for (const key of Object.keys(localStorage).filter(key => /^doorstep:[^|]*$/.test(key)))
    await navigator.locks.request(key, () => {});
}"""


class Visitor:
    """Somebody on a page with a chat."""

    def __init__(self, page: Page, api: FakeApi | None, chat: str = "doorstep-chat") -> None:
        self.page = page
        self.api = api
        self.chat = page.locator(chat).first

    def part(self, css: str) -> Locator:
        """Something inside the chat."""
        return self.chat.locator(css)

    async def arrives(self, path: str = "/page/plain") -> None:
        """Loads the page and sees the launcher."""
        await self.page.goto(self.api.url + path)
        await expect(self.part("[part=launcher]")).to_be_visible()

    async def opens(self) -> None:
        """Opens the chat and reads the first question, with the focus in the chat by then."""
        await self.part("[part=launcher]").click()
        await expect(self.part(".ask .asides")).to_be_attached()
        await next_frame(self.page)

    async def types(self, text: str) -> None:
        """Types an answer and sends it."""
        await self.part("form :is(input, textarea):visible").fill(text)
        await self.page.keyboard.press("Enter")

    async def presses(self, label: str) -> None:
        """Presses a button in the chat."""
        await (
            self.part("button")
            .get_by_text(label, exact=True)
            .or_(self.chat.get_by_role("button", name=label, exact=True))
            .first.click()
        )

    async def reads(self, text: str) -> None:
        """Sees a message of the bot or the agent."""
        await expect(self.part(".bot, .agent").get_by_text(text).last).to_be_visible()

    async def waits(self) -> None:
        """Until the chats of the page have done what they have begun, or know it broken off."""
        await self.page.wait_for_timeout(200)
        await self.page.evaluate(SETTLED)

    async def sees_typing(self) -> None:
        """Sees that a person writes, who goes on until then: a look at the news ends the sign."""
        async with asyncio.timeout(PATIENCE):
            while not await self.part(".typing").is_visible():
                self.api.hears("typing")
                await asyncio.sleep(0.1)

    async def says(self) -> list[str]:
        """All own messages on the screen."""
        return await self.part(".visitor").evaluate_all(
            "bubbles => bubbles.map(bubble => bubble.lastChild.textContent)"
        )

    async def finishes(self) -> None:
        """Answers every question of the stand-in's flow."""
        await self.types("Round Rock")
        await self.reads("What's your price range?")
        await self.types("450k")
        await self.presses("1-3 months")
        await self.presses("Garden")
        await self.presses("Pool")
        await self.presses("Done")
        await self.reads("Anything else?")
        await self.presses("Skip")
        await self.reads("What's the best number?")
        await self.types("512-555-0142")
        await self.reads("Thanks!")


async def opened(page: Page, api: FakeApi) -> Visitor:
    """A visitor of the plain page who has opened the chat."""
    visitor = Visitor(page, api)
    await visitor.arrives()
    await visitor.opens()
    return visitor


async def until(true: Callable[[], Any]) -> None:
    """Waits for something on the server's side."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 - the fake's state is plain data
            await asyncio.sleep(0.02)


# WCAG contrast of each text against the nearest painted background; what is under 4.5 is listed.
CONTRASTS = """chat => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  const rgb = colour => { pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data] };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => { for (; e; e = e.parentElement) {
    const colour = rgb(getComputedStyle(e).backgroundColor);
    if (colour[3] > 250) return colour } };
  const weak = [];
  for (const e of chat.shadowRoot.querySelectorAll('[part=panel] *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || !e.getClientRects().length) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) weak.push([e.textContent, ratio]);
  }
  return weak;
}"""
