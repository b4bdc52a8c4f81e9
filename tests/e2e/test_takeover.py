"""A take-over as both see it: the visitor in a browser, the agent on a stand-in of Telegram."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, Route, expect

from bot.alerts.handing import Handing
from tests.browsing import Late, visiting
from tests.channels.telegram.chats import DANA, HOT, Site, site
from tests.fakes.botapi import FakeBotApi
from tests.widget.talking import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

OUTPUT = Path(__file__).parent.parent / "output"
ANSWERS = ("round rok", "3", "400-450k", "1-3 months", "pre-approved", "no", "Chris Ode")


@pytest_asyncio.fixture(loop_scope="session")
async def office(tmp_path: Path) -> AsyncIterator[Site]:
    """The product, and the Bot API that the agent's phone stands behind."""
    OUTPUT.mkdir(exist_ok=True)
    async with FakeBotApi() as api, site(tmp_path, api) as made:
        yield made


async def test_an_agents_words_from_telegram_appear_in_the_open_chat_and_back(
    browser: Browser, office: Site
) -> None:
    async with visiting(browser, viewport={"width": 1280, "height": 900}) as page:
        streams: list[int] = []
        page.on("response", lambda reply: "/live" in reply.url and streams.append(reply.status))
        await page.goto(office.doorstep.address)
        chat = page.locator("doorstep-chat[mode=inline]")
        await chat.get_by_role("button", name="Find my home").click()
        await expect(chat.locator(".asides")).to_be_attached()
        for answer in (*ANSWERS, "512-555-0143"):
            await _say(chat, answer)
        alert = await office.rung()
        asked = await chat.locator(".bot").last.inner_text()
        await until(lambda: 200 in streams)  # by the stream it comes, not by the next look
        await office.answer(alert, "Hi Chris, Dana here. The house on Juniper Hill fits you well.")
        word = chat.locator(".agent").last
        await expect(word).to_contain_text("Juniper Hill fits you well")
        await expect(word).to_contain_text("Dana Reyes")
        await expect(word.locator("img")).to_be_visible()
        await word.locator("img").evaluate("photo => photo.decode()")
        await expect(chat.locator("[part=option], .option")).to_have_count(0)
        await _type(chat, "Great! Does it have a garage?")
        await office.api.wait_for("sendChatAction", chat=DANA)
        await _send(chat)
        await office.api.wait_for("sendMessage", chat=DANA, text="Does it have a garage?")
        await office.write("Two cars, and room on the drive.")
        await expect(chat.locator(".agent")).to_have_count(2)
        await page.screenshot(path=OUTPUT / "take-over.png")
        await office.write("/bot")
        last = chat.locator(".bot").last
        await expect(last).to_contain_text("automated assistant again")
        await expect(last).to_contain_text(asked[-30:])
        await page.screenshot(path=OUTPUT / "handed-back.png")


async def test_what_an_agent_writes_in_the_inbox_arrives_in_order_on_a_slow_line(
    browser: Browser, office: Site
) -> None:
    visitor = await office.visitor(*HOT)
    async with _at_the_lead(browser, office) as page:
        field = page.get_by_label("Your answer to the visitor")
        late = Late()
        await page.route("**/say", late.request, times=1)
        await field.press_sequentially("Hello\nIt is free on Friday\nAnd half a")
        await late.is_on_its_way()
        late.comes.set()
        await expect(page.locator("ol.chat li.agent")).to_have_count(2)
        await expect(field).to_have_value("And half a")
        said = await visitor.lines("agent")
        assert said == ["Hello", "It is free on Friday"]

        await page.route("**/say", lambda route: route.abort(), times=1)
        await field.press_sequentially(" word\n")
        await expect(page.get_by_text("did not reach the server")).to_be_visible()
        await expect(field).to_have_value("And half a word")


async def test_words_of_several_messages_that_did_not_arrive_come_back_in_order(
    browser: Browser, office: Site
) -> None:
    await office.visitor(*HOT)
    async with _at_the_lead(browser, office) as page:
        field = page.get_by_label("Your answer to the visitor")
        written = asyncio.Event()

        async def no_line(route: Route) -> None:
            await written.wait()
            await route.abort()

        await page.route("**/say", no_line)
        await field.press_sequentially("Hello\nIt is free\nAnd ha")
        written.set()
        await expect(field).to_have_value("Hello\nIt is free\nAnd ha")


async def test_half_typed_words_stay_when_a_colleague_is_given_the_chat(
    browser: Browser, office: Site
) -> None:
    await office.visitor(*HOT)
    lead, alerts = await office.lead(), office.doorstep.alerts
    await alerts.claims.claim(lead.id, "dana")
    async with _at_the_lead(browser, office) as page:
        await page.get_by_label("Your answer to the visitor").fill("The house is fr")
        handing, (dana, marcus) = Handing(alerts.desk), alerts.desk.cases.site().agents[:2]
        await handing.handed_over(lead.id, dana, marcus.id)
        await expect(page.get_by_text("What you had written was not sent")).to_be_visible()
        await expect(page.get_by_label("Not sent")).to_have_value("The house is fr")
        await page.screenshot(path=OUTPUT / "not-sent.png")
        await handing.handed_over(lead.id, marcus, dana.id)
        await expect(page.get_by_label("Your answer")).to_have_value("The house is fr")


async def test_half_typed_words_stay_when_the_visitor_ends_the_chat(
    browser: Browser, office: Site
) -> None:
    visitor = await office.visitor(*HOT)
    async with _at_the_lead(browser, office) as page:
        await page.get_by_label("Your answer to the visitor").fill("The house is fr")
        await visitor.say("STOP")
        await expect(page.get_by_text("may not be written to")).to_be_visible()
        await expect(page.get_by_label("Not sent")).to_have_value("The house is fr")


async def test_signing_out_in_another_tab_shows_no_lead_any_more_and_keeps_the_words(
    browser: Browser, office: Site
) -> None:
    await office.visitor(*HOT)
    async with _at_the_lead(browser, office) as page:
        await page.get_by_label("Your answer to the visitor").fill("The house is fr")
        other = await page.context.new_page()
        await other.goto(f"{office.doorstep.address}/admin")
        await other.get_by_role("button", name="Sign out").click()
        await expect(page.get_by_role("heading", name="The inbox is locked")).to_be_visible()
        await expect(page.get_by_label("Not sent")).to_have_value("The house is fr")
        assert "Chris" not in await page.content()


async def test_a_page_left_open_holds_nothing_of_a_person_who_was_erased(
    browser: Browser, office: Site
) -> None:
    visitor = await office.visitor(*HOT)
    async with _at_the_lead(browser, office) as page:
        await page.get_by_label("Your answer to the visitor").fill("Hello Chris")
        await visitor.say("delete my data", "yes")
        await expect(page.get_by_role("heading", name="No such lead")).to_be_visible()
        assert "Chris" not in await page.title() + await page.content()


async def test_the_csv_of_the_inbox_holds_what_the_search_shows(
    browser: Browser, office: Site
) -> None:
    async with visiting(browser) as page:
        await page.goto(office.doorstep.login)
        await page.get_by_role("button", name="Open the inbox").click()
        await page.get_by_role("searchbox").fill("wen")
        csv = page.get_by_role("link", name="CSV")
        await expect(csv).to_have_attribute("href", re.compile(r"csv\?q=wen$"))


@asynccontextmanager
async def _at_the_lead(browser: Browser, office: Site) -> AsyncIterator[Page]:
    """A signed-in browser on the page of the only lead."""
    lead = await office.lead()
    async with visiting(browser) as page:
        await page.goto(office.doorstep.login)
        await page.get_by_role("button", name="Open the inbox").click()
        await page.goto(f"{office.doorstep.address}/admin/leads/{lead.id}")
        yield page


async def _type(chat: Locator, text: str) -> None:
    await chat.get_by_role("textbox").fill(text)


async def _send(chat: Locator) -> None:
    await chat.get_by_role("button", name="Send").click()


async def _say(chat: Locator, text: str) -> None:
    """Say something, and wait until the bot has said all it wants to: it comes in one piece."""
    before = await chat.locator(".bot").count()
    await _type(chat, text)
    await _send(chat)
    await expect(chat.locator(".bot")).not_to_have_count(before)
