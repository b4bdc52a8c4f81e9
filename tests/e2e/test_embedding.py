"""Before a chat is put on a website, it is tried in the inbox, on the page of its flow."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.admin import users
from bot.app import Terminal, running
from bot.settings import Settings
from tests.browsing import visiting
from tests.channels.office import write_office

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_flow_is_tried_where_its_lines_for_the_website_stand(
    browser: Browser, tmp_path: Path
) -> None:
    complaints: list[str] = []
    flows = write_office(tmp_path / "office")
    settings = Settings(data=tmp_path / "data", flows=flows, port=0, rate_limit=False)
    async with running(settings, Terminal()) as doorstep, visiting(browser) as page:
        page.on("console", lambda message: complaints.append(message.text))
        store, now = doorstep.store, doorstep.conversations._clock()
        await users.keep(store, "dana", users.hashed("correct horse battery"), now, users.AGENT)
        await page.goto(f"{doorstep.address}/admin/login")
        await page.fill("[name=name]", "dana")
        await page.fill("[name=password]", "correct horse battery")
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/admin")
        await page.goto(f"{doorstep.address}/admin/flows/tiny")
        lines = page.locator(".embed pre")
        await expect(lines).to_contain_text(f'src="{doorstep.address}/widget.js" data-flow="tiny"')
        chat = page.locator("doorstep-chat")
        await chat.locator("[part=launcher]").click()
        await chat.locator("button", has_text="Right away").click()
        await expect(chat.locator(".bot").last).to_contain_text("How do you plan to pay?")
    assert complaints == []
