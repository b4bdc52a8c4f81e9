"""A headless Chromium for the tests: the one of the system, a new empty profile for every page."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, Request, Route, async_playwright

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "The browser tests need Chromium and none was found. On Debian: apt install chromium. "
    "Elsewhere, name it in CHROMIUM=/path/to/chromium."
)
TIMEOUT = 30_000  # milliseconds until a thing that should happen counts as missing


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A running browser; fails in one sentence when there is none. Nothing is downloaded."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail(MISSING, pytrace=False)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def visiting(browser: Browser, **options: object) -> AsyncIterator[Page]:
    """A page in a profile of its own that fails the test on any script error."""
    options = {"viewport": {"width": 1000, "height": 800}, "reduced_motion": "reduce"} | options
    context = await browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(TIMEOUT)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    try:
        yield await context.new_page()
        assert errors == []
    finally:
        await context.close()


async def next_frame(page: Page) -> None:
    """Until the page has done what it put off to its next frame, as taking the focus."""
    await page.evaluate("new Promise(requestAnimationFrame)")


async def stop_time(page: Page) -> None:
    """From now on the page's time passes by fast_forward alone; its clock was installed before."""
    await page.clock.pause_at(3600 + await page.evaluate("Date.now() / 1000"))


class Late:
    """A request of a page, or its reply, that comes when the test says so; for ``times=1``."""

    def __init__(self) -> None:
        self.comes = asyncio.Event()
        self._held = asyncio.Event()
        self._it: Request | None = None

    async def is_on_its_way(self) -> None:
        """Until it was sent."""
        async with asyncio.timeout(TIMEOUT / 1000):
            await self._held.wait()

    def is_it(self, request: Request) -> bool:
        """Whether this is the request that is late."""
        return request == self._it

    async def request(self, route: Route) -> None:
        """The server hears of it late."""
        await self._hold(route)
        await route.continue_()

    async def reply(self, route: Route) -> None:
        """The page hears late what the server said at once."""
        told = await route.fetch()
        await self._hold(route)
        await route.fulfill(response=told)

    async def _hold(self, route: Route) -> None:
        self._it = route.request
        self._held.set()
        await self.comes.wait()
