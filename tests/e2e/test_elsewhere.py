"""The real server and a browser: the chat on the page of another site, and a photo from there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Page, expect

from bot.app import Doorstep, running
from bot.settings import Settings
from storage.store import LeadFilter
from tests.browsing import visiting
from tests.channels.office import SITE, UPLOADS, write_office
from tests.widget.talking import Visitor, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PHOTO = b"\xff\xd8\xff\xe0" + b"a roof " * 150_000  # a megabyte
PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Elsewhere</title>"
    "<link rel=icon href='data:,'><h1>Homes</h1>"
    '<script src="{}/widget.js" data-flow="seller" async></script></html>'
)


class Homes:
    """Another site, with one page that embeds the chat."""

    def __init__(self) -> None:
        self.office = ""
        app = web.Application()
        app.router.add_get("/", self._page)
        self.server = TestServer(app)

    @property
    def origin(self) -> str:
        """Where it is."""
        return str(self.server.make_url("")).rstrip("/")

    async def _page(self, _: web.Request) -> web.Response:
        return web.Response(text=PAGE.format(self.office), content_type="text/html")


@dataclass(frozen=True, slots=True)
class World:
    """An office, a site that it lists, and one that it does not know."""

    office: Doorstep
    listed: str
    stranger: str


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """All three, each at an address of its own."""
    listed, stranger = Homes(), Homes()
    await listed.server.start_server()
    await stranger.server.start_server()
    flows = write_office(tmp_path / "flows")
    (flows / "seller.yaml").write_text(UPLOADS, "utf-8")
    (flows / "site.yaml").write_text(SITE.replace("https://homes.example", listed.origin), "utf-8")
    settings = Settings(data=tmp_path / "data", flows=flows, port=0, rate_limit=False)
    try:
        async with running(settings) as office:
            listed.office = stranger.office = office.address
            yield World(office, listed.origin, stranger.origin)
    finally:
        await listed.server.close()
        await stranger.server.close()


@asynccontextmanager
async def counting(page: Page) -> AsyncIterator[list[str]]:
    """Every request of a page with its path, preflights too, as they leave the browser."""
    seen: list[str] = []
    cdp = await page.context.new_cdp_session(page)
    cdp.on(
        "Network.requestWillBeSent",
        lambda sent: seen.append(
            f"{sent['request']['method']} /{sent['request']['url'].split('/', 3)[3]}"
        ),
    )
    await cdp.send("Network.enable")
    yield seen
    await cdp.detach()


async def lands(page: Page, site: str) -> Visitor:
    """A visitor of this site, who sees that there is a chat."""
    await page.goto(site)
    visitor = Visitor(page, None)
    await expect(visitor.part("[part=launcher]")).to_be_visible()
    return visitor


async def test_a_listed_site_pays_one_request_closed_and_one_with_its_preflight_to_open(
    browser: Browser, world: World
) -> None:
    async with visiting(browser) as page, counting(page) as seen:
        visitor = await lands(page, world.listed)
        await until(lambda: len(seen) >= 2)
        assert seen == ["GET /", "GET /widget.js"]
        del seen[:]
        await visitor.part("[part=launcher]").click()
        await visitor.reads("When?")
        begun = "/api/v1/conversations"
        await until(lambda: len(seen) >= 2)  # the browser tells of a preflight by another way
        assert sorted(seen) == [f"OPTIONS {begun}", f"POST {begun}"]
        del seen[:]
        await visitor.presses("Now")
        await visitor.reads("Would you like to send a few photos?")
        await visitor.types("I have none, sorry")
        await visitor.reads("Who am I helping?")
        await until(lambda: len(seen) >= 3)
        turns = [line.split("/")[0] + line.rsplit("/", 1)[1] for line in seen]
        assert sorted(turns) == ["OPTIONS turns", "POST turns", "POST turns"]  # asked for once


async def test_a_strangers_site_is_refused_and_the_chat_hides_quietly(
    browser: Browser, world: World
) -> None:
    async with visiting(browser) as page:
        visitor = await lands(page, world.stranger)
        await visitor.part("[part=launcher]").click()
        await expect(page.locator("doorstep-chat")).to_have_count(0)
        assert await world.office.store.leads(LeadFilter()) == []


async def test_a_photo_goes_to_the_office_from_another_site(
    browser: Browser, world: World
) -> None:
    async with visiting(browser) as page:
        visitor = await lands(page, world.listed)
        await visitor.part("[part=launcher]").click()
        await visitor.presses("Now")
        await visitor.reads("Would you like to send a few photos?")
        photo = {"name": "Dach – Süd.jpg", "mimeType": "image/jpeg", "buffer": PHOTO}
        await visitor.part("input[type=file]").set_input_files([photo])
        await visitor.reads("Who am I helping?")
        await expect(visitor.part(".visitor").last).to_contain_text("Dach – Süd.jpg")
        kept = await page.evaluate("JSON.parse(localStorage['doorstep:seller:']).conversation")
    store = world.office.store
    (file,) = await store.uploads(kept)
    stored = await store.upload(kept, file.id)
    assert stored is not None
    assert (file.name, stored.data, stored.question) == ("Dach – Süd.jpg", PHOTO, "photos")
