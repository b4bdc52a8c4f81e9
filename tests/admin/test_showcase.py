"""The demo on one page: alive, and for nobody but who sits at the machine."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import HttpVersion10, web
from aiohttp.test_utils import make_mocked_request
from playwright.async_api import Browser, expect

from bot.admin.rendering import asset_routes
from bot.admin.showcase import Showcase, from_here, is_open
from bot.channels.pages import demo_routes, widget_route
from tests.admin.conftest import Client, Inbox, on_a_port, open_inbox
from tests.browsing import Late, next_frame, visiting
from tests.leads.people import CHRIS

FREE = replace(CHRIS, owner="", claimed_at=None)
PATHS = ["/demo", "/demo/phone", "/demo/live"]


def _open(inbox: Inbox, **changes: Any) -> web.Application:
    inbox.site = inbox.site.model_copy(update={"demo": True} | changes)
    app = web.Application()
    showcase = Showcase(inbox.alerts.desk, inbox.alerts.claims, lambda: inbox.site)
    app.add_routes([*asset_routes(), widget_route(), *demo_routes(), *showcase.routes()])
    return app


@pytest.fixture
async def here(inbox: Inbox, aiohttp_client: Callable[..., Any]) -> AsyncIterator[Client]:
    """A browser on this machine, with the demo open."""
    client: Client = await aiohttp_client(_open(inbox))
    yield client
    inbox.news.close()


async def test_the_phone_shows_the_alert_as_telegram_would(inbox: Inbox, here: Client) -> None:
    assert "Quiet." in await (await here.get("/demo")).text()
    await inbox.put(FREE, "hot")
    shown = await (await here.get("/demo/phone")).text()
    assert '<p dir="ltr" class="first">🔥 95 · Chris Ode' in shown  # whatever the name's letters
    assert "✅ Claim" in shown
    assert "Rang Dana Reyes" in shown


async def test_a_press_on_the_phone_claims_the_lead(inbox: Inbox, here: Client) -> None:
    await inbox.put(FREE, "hot")
    claimed = await here.post("/demo/press", data=_button(await _phone(here), "Claim"))
    assert (await claimed.json())["ok"] is True
    shown = await _phone(here)
    assert "✅ Dana took Chris Ode" in shown
    noted = await here.post("/demo/press", data=_button(shown, "Booked"))
    assert (await noted.json())["text"] == "📅 Booked: noted."
    lead = await inbox.store.lead(FREE.id)
    assert lead is not None
    assert (lead.owner, lead.stage) == ("dana", "viewing")


async def test_the_phones_menus_open_and_do_what_they_say(inbox: Inbox, here: Client) -> None:
    await inbox.put(FREE, "hot")
    await here.post("/demo/press", data=_button(await _phone(here), "More"))
    assert "Calls: " in await _phone(here)
    await here.post("/demo/press", data=_button(await _phone(here), "Back"))
    await here.post("/demo/press", data=_button(await _phone(here), "Pass"))
    reply = await here.post("/demo/press", data=_button(await _phone(here), "Busy now"))
    assert (await reply.json())["text"] == "Passed. Thank you for saying so."
    assert "You passed (busy now)" in await _phone(here)


async def test_a_made_up_button_does_nothing(inbox: Inbox, here: Client) -> None:
    await inbox.put(FREE, "hot")
    data = {"agent": "dana", "data": f"claim.{FREE.id}.xxxxxxxx"}
    assert (await (await here.post("/demo/press", data=data)).json())["ok"] is False
    other = _button(await _phone(here), "Claim") | {"agent": "marcus"}
    assert (await (await here.post("/demo/press", data=other)).json())["ok"] is False


async def test_another_page_cannot_press(inbox: Inbox, here: Client) -> None:
    await inbox.put(FREE, "hot")
    data = _button(await _phone(here), "Claim")
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert (await here.post("/demo/press", data=data, headers=headers)).status == 403


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "demo.example.com"},
        {"Host": "127.0.0.1.evil.example"},
        {"X-Forwarded-For": "203.0.113.7"},
        {"Forwarded": "for=203.0.113.7"},
        {"X-Real-IP": "203.0.113.7"},
        {"Via": "1.1 proxy"},
    ],
)
async def test_who_comes_from_elsewhere_sees_no_contact_data(
    inbox: Inbox, here: Client, path: str, headers: dict[str, str]
) -> None:
    await inbox.put(FREE, "hot")
    reply = await here.get(path, headers=headers)
    assert reply.status == 403
    assert "Chris" not in await reply.text()


@pytest.mark.parametrize(
    ("peer", "is_here"),
    [("127.0.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True), ("10.0.0.5", False),
     ("::ffff:203.0.113.7", False), ("203.0.113.7", False)],
)  # fmt: skip
def test_only_a_loopback_peer_is_here(peer: str, is_here: bool) -> None:
    asked = make_mocked_request("GET", "/demo", headers={"Host": "localhost:8080"})
    assert from_here(asked.clone(remote=peer)) is is_here


def test_a_proxy_that_speaks_old_http_is_not_here() -> None:
    asked = make_mocked_request(
        "GET", "/demo", headers={"Host": "127.0.0.1:8080"}, version=HttpVersion10
    )
    assert not from_here(asked.clone(remote="127.0.0.1"))


@pytest.mark.parametrize(
    ("demo", "base_url", "open_"),
    [(True, "", True), (True, "http://127.0.0.1:8080", True), (False, "", False),
     (True, "https://demo.example.com", False)],
)  # fmt: skip
async def test_the_phone_is_for_the_demo_and_no_public_site(
    inbox: Inbox, demo: bool, base_url: str, open_: bool
) -> None:
    site = inbox.site.model_copy(update={"demo": demo, "base_url": base_url})
    assert is_open(site) is open_


async def test_only_our_own_page_frames_the_landing_page(here: Client) -> None:
    landing, demo = await here.get("/"), await here.get("/demo")
    assert "frame-ancestors 'self'" in landing.headers["Content-Security-Policy"]
    assert landing.headers["X-Frame-Options"] == "SAMEORIGIN"
    policy = demo.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "frame-src 'self'" in policy
    assert "unsafe" not in policy
    assert demo.headers["X-Frame-Options"] == "DENY"


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("width", [390, 1280])
async def test_the_phone_rings_by_itself_and_a_tap_claims(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    size = {"viewport": {"width": width, "height": 844}}
    async with (
        open_inbox(tmp_path) as inbox,
        on_a_port(inbox, _open(inbox)) as url,
        visiting(browser, **size) as page,
    ):
        await page.goto(f"{url}/demo")
        await expect(page.get_by_text("live", exact=True)).to_be_visible()
        frame = page.frame_locator("[data-visitor]")
        await expect(frame.get_by_role("heading", name="1808 Juniper Hill Dr")).to_be_visible()
        link = frame.get_by_role("link", name="Mieten in Berlin").first
        fits = "one => one.getBoundingClientRect().right <= innerWidth"
        assert await link.evaluate(fits), "a link of the landing page is cut off"
        await inbox.put(FREE, "hot")
        if width == 390:
            await expect(page.get_by_role("tab", name="The agent 1")).to_be_visible()
            await page.get_by_role("tab", name="The agent").click()
        await expect(page.get_by_text("🔥 95 · Chris Ode")).to_be_visible()
        await page.get_by_role("button", name="Claim").click()
        await expect(page.get_by_text("Dana took Chris Ode")).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_a_phone_that_was_asked_for_before_the_alert_does_not_take_it_away(
    browser: Browser, tmp_path: Path
) -> None:
    async with (
        open_inbox(tmp_path) as inbox,
        on_a_port(inbox, _open(inbox)) as url,
        visiting(browser) as page,
    ):
        late = Late()
        await page.route("**/demo/phone", late.reply, times=1)
        await page.goto(f"{url}/demo")
        await late.is_on_its_way()
        await inbox.put(FREE, "hot")
        await expect(page.get_by_text("🔥 95 · Chris Ode")).to_be_visible()
        async with page.expect_event("requestfinished", late.is_it):
            late.comes.set()
        await next_frame(page)
        await expect(page.get_by_text("🔥 95 · Chris Ode")).to_be_visible()


async def _phone(here: Client) -> str:
    return await (await here.get("/demo/phone")).text()


def _button(page: str, label: str) -> dict[str, str]:
    """The form around a button, as a browser would send it."""
    forms = re.findall(r"<form.*?</form>", page)
    (form,) = (found for found in forms if label in found)
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
