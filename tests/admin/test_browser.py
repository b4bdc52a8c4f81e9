"""The inbox in a real browser: it comes alive by itself, and a claim is one tap."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from storage.rows import Event
from tests.admin.conftest import Inbox, on_a_port, open_inbox, somebody
from tests.browsing import Late, next_frame, visiting
from tests.leads.people import CHRIS

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

OUTPUT = Path(__file__).parent.parent / "output"
FREE = replace(CHRIS, owner="", claimed_at=None)
EVIL = "<img src=x onerror=alert(1)>"


@asynccontextmanager
async def _signed_in(
    browser: Browser, data: Path, **options: object
) -> AsyncIterator[tuple[Inbox, Page]]:
    """A browser that came by the link; anything its console complains about fails the test."""
    async with (
        open_inbox(data) as inbox,
        on_a_port(inbox, inbox.app) as url,
        visiting(browser, **options) as page,
    ):
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        await page.goto(f"{url}{await inbox.admin.link()}")
        await page.get_by_role("button", name="Open the inbox").click()
        await expect(page.get_by_text("live", exact=True)).to_be_visible()
        yield inbox, page
        assert complaints == []


async def test_a_hot_lead_appears_by_itself_and_is_claimed_with_one_tap(
    browser: Browser, tmp_path: Path
) -> None:
    async with _signed_in(browser, tmp_path) as (inbox, page):
        await expect(page.get_by_text("Nobody has knocked yet")).to_be_visible()
        await inbox.put(FREE, "hot")
        alert = page.get_by_role("article", name="Alert: 🔥 95 · Chris Ode")
        await expect(page.get_by_text("Hot: Chris Ode")).to_be_visible()  # it goes by itself
        await expect(alert).to_be_visible()
        await expect(page.locator(".tab.hot b")).to_have_text("1")
        await inbox.put(somebody(1, name=EVIL, band="warm"))
        await expect(page.locator(".row", has_text=EVIL)).to_be_visible()
        OUTPUT.mkdir(exist_ok=True)
        await page.screenshot(path=OUTPUT / "inbox.png")

        await alert.get_by_role("button", name="Claim").click()
        await expect(page.get_by_text("Yours. Call now")).to_be_visible()
        row = page.locator(".row", has_text="Chris Ode")
        await expect(row).to_contain_text("Dana Reyes")
        await expect(alert).to_be_hidden()
        lead = await inbox.store.lead(FREE.id)
        assert lead is not None
        assert lead.owner == "dana"


async def test_a_lead_page_follows_what_happens(browser: Browser, tmp_path: Path) -> None:
    options = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}
    async with _signed_in(browser, tmp_path, **options) as (inbox, page):
        await inbox.put(FREE, "hot", said=EVIL)
        await page.get_by_role("link", name="Chat and reasons").click()
        await expect(page.get_by_role("heading", name="Chris Ode")).to_be_visible()
        await expect(page.get_by_text(EVIL)).to_be_visible()
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide == 390
        stages = await page.locator(".way li").all()
        boxes = [await stage.bounding_box() for stage in stages]
        assert all(box and box["x"] + box["width"] <= 390 for box in boxes)  # none is cut off
        await inbox.alerts.claims.claim(FREE.id, "marcus")
        await expect(page.get_by_text("✓ Marcus Lee")).to_be_visible()
        await expect(page.get_by_role("button", name="Claim this lead")).to_be_hidden()


async def test_a_phone_shows_who_is_claiming(browser: Browser, tmp_path: Path) -> None:
    async with _signed_in(browser, tmp_path, viewport={"width": 320, "height": 700}) as (_, page):
        name = page.get_by_label("Claiming as")
        await expect(page.get_by_text("Claiming as")).to_be_visible()
        given = await name.evaluate("node => node.offsetWidth")
        needed = await name.evaluate(
            "node => (node.style = 'flex: none; max-inline-size: none', node.offsetWidth)"
        )
        assert given >= needed
        assert await page.evaluate("document.documentElement.scrollWidth") == 320


async def test_a_lead_page_knows_what_happened_before_its_news_began(
    browser: Browser, tmp_path: Path
) -> None:
    async with _signed_in(browser, tmp_path) as (inbox, page):
        await inbox.put(FREE, "hot")
        late = Late()
        await page.route("**/admin/live", late.request, times=1)
        await page.get_by_role("link", name="Chat and reasons").click()
        await late.is_on_its_way()
        await inbox.alerts.claims.claim(FREE.id, "marcus")
        late.comes.set()
        await expect(page.get_by_text("✓ Marcus Lee")).to_be_visible()


async def test_news_close_nothing_that_is_open_and_undo_no_choice(
    browser: Browser, tmp_path: Path
) -> None:
    async with _signed_in(browser, tmp_path) as (inbox, page):
        await inbox.put(CHRIS, "hot")
        await page.goto(f"{page.url.partition('/admin')[0]}/admin/leads/{CHRIS.id}")
        await page.get_by_text("Hand over, give back").click()
        to = page.get_by_label("To whom")
        chosen = await to.locator("option").last.get_attribute("value")
        await to.select_option(chosen)
        stage = page.locator(".way [aria-current]")
        before = await stage.inner_text()
        await inbox.alerts.claims.outcome(CHRIS.id, "dana", "reached")
        await expect(stage).not_to_have_text(before)
        await expect(to).to_be_visible()
        await expect(to).to_have_value(str(chosen))


async def test_news_leave_the_reasons_for_a_pass_open(browser: Browser, tmp_path: Path) -> None:
    async with _signed_in(browser, tmp_path) as (inbox, page):
        await inbox.put(FREE, "hot")
        await page.get_by_role("link", name="Chat and reasons").click()
        await page.get_by_text("👎 Pass").click()
        told = Event(FREE.id, "stage", "bot", "{}", FREE.updated_at)
        await inbox.store.set_stage(FREE.id, "sql", told)
        inbox.tell(FREE)
        await expect(page.locator(".way [aria-current]")).to_have_text("confirmed")
        await expect(page.get_by_role("button", name="Busy now")).to_be_visible()


async def test_a_list_that_was_asked_for_before_an_alert_does_not_take_it_away(
    browser: Browser, tmp_path: Path
) -> None:
    async with _signed_in(browser, tmp_path) as (inbox, page):
        late = Late()
        await page.route("**/admin/list", late.reply, times=1)
        await page.reload()
        await late.is_on_its_way()
        await inbox.put(FREE, "hot")
        alert = page.get_by_role("article", name="Alert: 🔥 95 · Chris Ode")
        await expect(alert).to_be_visible()
        async with page.expect_event("requestfinished", late.is_it):
            late.comes.set()
        await next_frame(page)
        await expect(alert).to_be_visible()


async def test_the_keyboard_reaches_search_and_leads(browser: Browser, tmp_path: Path) -> None:
    async with _signed_in(browser, tmp_path) as (inbox, page):
        for n, name in enumerate(("Will Tally", "Wendy Ash", "Wes Quinn")):
            await inbox.put(somebody(n, name=name))
        await expect(page.locator(".row")).to_have_count(3)
        await page.get_by_role("searchbox").focus()
        await page.keyboard.type("wen")
        await expect(page.locator(".row")).to_have_count(1)  # two until the last letter counts
        await expect(page).to_have_url(re.compile(r"\?q=wen$"))
        for _ in range(6):  # past the tabs to the only row
            await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("heading", name="Wendy Ash")).to_be_visible()
