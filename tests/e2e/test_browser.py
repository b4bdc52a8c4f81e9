"""The whole path once for real: a visitor on the landing page, the server, an agent's phone.

The server runs as its users start it, a headless Chromium is the visitor, and a stand-in of
Telegram's Bot API receives the alert. Screenshots land in tests/output.
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.browsing import next_frame, visiting
from tests.fakes.botapi import TOKEN, FakeBotApi

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

OUTPUT = Path(__file__).parent.parent / "output"
START = 60  # seconds until the server must be ready, on a busy machine

# What is asked, and the answer: typed, or in brackets a button.
BUYER = (
    ("Which area", "round rok"),
    ("How many bedrooms", "[3]"),
    ("price range", "400-450k"),
    ("When would you like to move", "[1-3 months]"),
    ("How do you plan to pay", "[Mortgage, pre-approved]"),
    ("buyer's agent", "[No]"),
    ("Who am I helping", "Dani"),
    ("best number", "512-555-0142"),
    ("call or a tour", "[Book a tour]"),
    ("automated text", "[No]"),
)


@dataclass
class Office:
    """A running Doorstep and the stand-in of Telegram that it talks to."""

    url: str
    telegram: FakeBotApi


@asynccontextmanager
async def doorstep(data: Path, telegram: FakeBotApi) -> AsyncIterator[str]:
    """The server as a process of its own, on a free port, with the demo site."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
    env |= {"DOORSTEP_TELEGRAM_TOKEN": TOKEN, "DOORSTEP_TELEGRAM_API": telegram.url}
    command = (sys.executable, "-m", "bot.cli", "serve", "--port", str(port), "--data", str(data))
    log = (data / "log").open("wb")
    process = await asyncio.create_subprocess_exec(*command, env=env, stdout=log, stderr=log)
    try:
        await _ready(f"http://127.0.0.1:{port}", process, data / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        if process.returncode is None:
            process.terminate()
        await asyncio.wait_for(process.wait(), START)
        log.close()


async def _ready(url: str, process: asyncio.subprocess.Process, log: Path) -> None:
    async with aiohttp.ClientSession() as client:
        for _ in range(START * 10):
            assert process.returncode is None, log.read_text("utf-8")
            try:
                async with client.get(f"{url}/readyz") as reply:
                    if reply.status == 200:
                        return
            except aiohttp.ClientConnectionError:
                pass
            await asyncio.sleep(0.1)
    pytest.fail(f"the server was not ready within {START} s:\n{log.read_text('utf-8')}")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def office(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    """The server and the Bot API, started once."""
    OUTPUT.mkdir(exist_ok=True)
    async with (
        FakeBotApi() as telegram,
        doorstep(tmp_path_factory.mktemp("doorstep"), telegram) as url,
    ):
        yield Office(url, telegram)


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A desktop visitor with an empty profile."""
    async with visiting(browser, viewport={"width": 1280, "height": 800}) as visited:
        yield visited


async def rings(office: Office, name: str) -> None:
    """An agent's phone shows the alert; how soon is for `make bench`."""
    calls = await office.telegram.wait_for("sendMessage", within=START, text=name)
    assert "🔥" in calls[0].text


async def test_by_mouse_a_buyer_becomes_a_hot_alert(page: Page, office: Office) -> None:
    await page.goto(office.url)
    await expect(page.get_by_role("heading", level=1)).to_contain_text("1808 Juniper Hill Dr")
    await page.screenshot(path=OUTPUT / "landing-1280.png")
    chat = page.locator("doorstep-chat[mode=inline]")
    await chat.get_by_role("button", name="Find my home").click()
    for question, answer in BUYER:
        await _is_asked(chat, question)
        if answer.startswith("["):
            await chat.get_by_role("button", name=answer.strip("[]"), exact=True).click()
        else:
            await chat.get_by_role("textbox").fill(answer)
            await chat.get_by_role("button", name="Send").click()
    await expect(chat.locator(".bot").last).to_contain_text(re.compile("Thanks,? Dani!"))
    await rings(office, "Dani")
    await page.screenshot(path=OUTPUT / "buyer-by-mouse.png")


async def test_by_keyboard_a_buyer_becomes_a_hot_alert(page: Page, office: Office) -> None:
    await page.goto(office.url)
    chat = page.locator("doorstep-chat[mode=inline]")
    await expect(chat.locator("[part=launcher]")).to_be_attached()
    await _tab_to(page, chat, "[part=launcher]")
    await page.keyboard.press("Enter")
    for question, answer in BUYER:
        await _is_asked(chat, question)
        if answer.startswith("["):
            label = answer.strip("[]")
            await _tab_to(page, chat, "[part=option]", label)
            await page.keyboard.press("Space")
        else:
            await _tab_to(page, chat, "input, textarea")
            await page.keyboard.type(f"{answer.replace('Dani', 'Kim').replace('0142', '0143')}\n")
    await expect(chat.locator(".bot").last).to_contain_text(re.compile("Thanks,? Kim!"))
    await rings(office, "Kim")
    await page.screenshot(path=OUTPUT / "buyer-by-keyboard.png")


async def test_on_a_phone_the_listing_chat_opens_and_survives_a_reload(
    browser: Browser, office: Office
) -> None:
    phone = {"width": 390, "height": 844}
    async with visiting(browser, viewport=phone, has_touch=True, is_mobile=True) as page:
        await page.goto(office.url)
        await expect(page.get_by_text("$465,000")).to_be_visible()
        await page.screenshot(path=OUTPUT / "landing-390.png")
        await page.get_by_role("button", name="Book a viewing").tap()
        chat = page.locator("doorstep-chat:not([mode])")
        await expect(chat.locator(".bot").first).to_contain_text("1808 Juniper Hill Dr")
        await chat.get_by_role("button", name="Yes, in person").tap()
        await _is_asked(chat, "When suits you")
        await page.screenshot(path=OUTPUT / "listing-390.png")
        await page.reload()
        await page.get_by_role("button", name="Book a viewing").tap()
        await _is_asked(chat, "When suits you")
        await expect(chat.locator(".visitor")).to_have_count(1)


async def test_the_site_breaks_no_rule_of_its_own(page: Page, office: Office) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for path in ("/", "/privacy"):
        await page.goto(office.url + path, wait_until="networkidle")
    assert complaints == []
    assert hosts == {office.url.split("/")[2]}


async def _is_asked(chat: Locator, question: str) -> None:
    await expect(chat.locator(".bot").last).to_contain_text(question)
    await expect(chat.locator(".asides")).to_be_attached()
    await next_frame(chat.page)


async def _tab_to(page: Page, chat: Locator, css: str, label: str = "") -> None:
    """Presses Tab until this part of the chat has the focus."""
    focused = (
        "(chat, [css, label]) => { const e = chat.shadowRoot.activeElement;"
        " return !!e?.matches(css) && (!label || e.textContent === label) }"
    )
    for _ in range(60):
        if await chat.evaluate(focused, [css, label]):
            return
        await page.keyboard.press("Tab")
    pytest.fail(f"{label or css} cannot be reached with Tab")
