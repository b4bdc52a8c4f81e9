"""On the demo pages the floating chat covers none of the page's own ways to it."""

import pytest
from playwright.async_api import expect

from tests.browsing import next_frame

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FLOATING = "doorstep-chat:not([mode]) [part=launcher]"


@pytest.mark.parametrize(("path", "width"), [("/", 1280), ("/mieten", 390)])
async def test_it_steps_aside_for_the_pages_own_buttons_and_comes_back(page, api, path, width):
    await page.set_viewport_size({"width": width, "height": 850})
    await page.goto(api.url + path)
    floating = page.locator(FLOATING)
    await expect(floating).to_be_attached()
    await page.locator(".actions").scroll_into_view_if_needed()
    await expect(floating).to_have_css("opacity", "0")
    await page.locator(".actions .primary").click()
    await expect(page.locator("doorstep-chat:not([mode]) [part=panel]")).to_be_visible()
    await next_frame(page)
    await page.keyboard.press("Escape")
    await expect(page.locator("doorstep-chat:not([mode]) [part=panel]")).to_be_hidden()
    await page.locator("h2").first.evaluate("it => it.scrollIntoView({block: 'start'})")
    await expect(floating).to_have_css("opacity", "1")


async def test_the_keyboard_finds_it_where_it_stepped_aside(page, api):
    await page.goto(api.url)
    floating, ways = page.locator(FLOATING), page.locator(".actions")
    await ways.scroll_into_view_if_needed()
    await expect(floating).to_have_css("opacity", "0")
    await page.locator("footer a").last.focus()
    await ways.scroll_into_view_if_needed()
    await next_frame(page)
    await expect(floating).to_have_css("opacity", "0")
    await page.keyboard.press("Tab")
    await expect(floating).to_be_focused()
    await expect(floating).to_have_css("opacity", "1")
    await page.keyboard.press("Enter")
    await expect(page.locator("doorstep-chat:not([mode]) [part=panel]")).to_be_visible()


async def test_it_leaves_the_chat_in_the_page_alone(page, api):
    await page.goto(api.url)
    inline = page.locator("doorstep-chat[mode=inline]")
    await inline.evaluate("it => it.scrollIntoView({block: 'end'})")
    await expect(page.locator(FLOATING)).to_have_css("opacity", "0")
    await expect(page.locator("doorstep-chat:not([mode]) [part=teaser]")).to_have_css(
        "visibility", "hidden"
    )
