"""Take-overs: from an agent's word at the Bot API to the visitor's open stream, and back."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from playwright.async_api import expect

from tests.alerts.office import until
from tests.bench.figures import Figure
from tests.browsing import chromium, visiting
from tests.channels.telegram.chats import DANA, HOT, Site, Web, site
from tests.fakes.botapi import FakeBotApi

CHATS = 8  # open at once, all with one agent
PACE = 0.1  # seconds between two words of hers: faster than anybody writes
WORDS = 40
LONG = "This is what an agent writes who has a little more to say than one word. " * 2
WATCH = """chat => {
  chat.seen = {};
  new MutationObserver(() => {
    for (const line of chat.shadowRoot.querySelectorAll(".agent")) {
      const word = /word-\\d+\\./.exec(line.textContent);
      if (word) chat.seen[word[0]] ??= Date.now();
    }
  }).observe(chat.shadowRoot, { childList: true, subtree: true, characterData: true });
}"""


def run() -> Iterable[Figure]:
    """Both ways: what is felt as a conversation stays under a third of a second."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        there, back = asyncio.run(_talk(Path(folder) / "streams"))
        seen = asyncio.run(_seen(Path(folder) / "page"))
    yield Figure("take-over: agent's word to the open chat, p50", _share(there, 0.5), "ms")
    yield Figure(
        "take-over: agent's word to the open chat, p95", _share(there, 0.95), "ms", most=300
    )
    yield Figure(
        "take-over: agent's word seen in the page, p95", _share(seen, 0.95), "ms", most=300
    )
    yield Figure("take-over: visitor's word to the agent's phone, p95", _share(back, 0.95), "ms")


async def _talk(data: Path) -> tuple[list[float], list[float]]:
    """Seconds from the update's handing out to the stream's event, and from the visitor's turn
    to the request at the Bot API."""
    heard: dict[str, float] = {}
    async with FakeBotApi() as api, site(data, api) as office:
        chats = [await _open(office, n) for n in range(CHATS)]
        streams = [asyncio.create_task(_listen(visitor, heard)) for visitor, _ in chats]
        said: dict[str, float] = {}
        for n in range(WORDS):
            _, alert = chats[n % CHATS]
            word = f"word-{n}."
            said[word] = time.monotonic()
            await api.say(DANA, word, reply_to_message=alert)
            await asyncio.sleep(PACE)
        await until(lambda: len(heard) == WORDS, within=30)
        for stream in streams:
            stream.cancel()
        back = [await _answered(office, visitor, n) for n, (visitor, _) in enumerate(chats * 3)]
    return [heard[word] - at for word, at in said.items()], back


async def _seen(data: Path) -> list[float]:
    """Seconds from the update's handing out to the words in a page of a real browser."""
    async with (
        FakeBotApi() as api,
        site(data, api) as office,
        chromium() as browser,
        visiting(browser, reduced_motion="no-preference") as page,
    ):
        await page.goto(office.doorstep.address)
        chat = page.locator("doorstep-chat[mode=inline]")
        await chat.get_by_role("button", name="Find my home").click()
        for answer in (*HOT[:6], "Amy Lund", "512-555-0140"):
            before = await chat.locator(".bot").count()
            await chat.get_by_role("textbox").fill(answer)
            await chat.get_by_role("button", name="Send").click()
            await expect(chat.locator(".bot")).not_to_have_count(before)
        alert = await office.rung("Amy Lund")
        await office.answer(alert, "Hello!")
        await chat.evaluate(WATCH)
        said: dict[str, float] = {}
        for n in range(WORDS):
            said[f"word-{n}."] = time.time() * 1000
            await api.say(DANA, f"word-{n}. {LONG}", reply_to_message=alert)
            await asyncio.sleep(PACE)
        await expect(chat.locator(".agent")).to_have_count(WORDS + 1)
        seen: dict[str, float] = await chat.evaluate("chat => chat.seen")
        return [(seen[word] - at) / 1000 for word, at in said.items()]


async def _open(office: Site, n: int) -> tuple[Web, dict[str, object]]:
    name = "ABCDEFGHIJ"[n] + "my Lund"
    visitor = await office.visitor(*HOT[:6], name, f"512-555-01{40 + n}")
    return visitor, await office.rung(name)


async def _listen(visitor: Web, heard: dict[str, float]) -> None:
    """Note when each word comes by the stream."""
    url = f"{visitor.url}/live?after={visitor.last['seq']}"
    async with visitor.site.http.get(url, headers=visitor.headers) as stream:
        async for line in stream.content:
            for part in line.decode().split('"text":"')[1:]:
                word = part.partition('"')[0]
                if word.startswith("word-"):
                    heard.setdefault(word, time.monotonic())


async def _answered(office: Site, visitor: Web, n: int) -> float:
    text = f"answer-{n}."
    began = time.monotonic()
    await visitor.say(text)
    (call,) = await office.api.wait_for("sendMessage", chat=DANA, text=text)
    return call.at - began


def _share(values: list[float], share: float) -> float:
    """A quantile in milliseconds."""
    return sorted(values)[int(len(values) * share)] * 1000
