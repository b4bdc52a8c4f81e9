"""A stand-in server and a page of it for every test of the widget."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.browsing import visiting
from tests.widget import judges
from tests.widget.fake_api import FakeApi, fake_api

collect_ignore = [] if judges.are_here() else ["test_judges.py"]

SCRIPT = (
    '<script src="/widget.js" data-flow="buyer" data-market="austin" '
    'data-name="Oak &amp; Lane Realty" async></script>'
)
PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title>"
    '<meta name=viewport content="width=device-width,initial-scale=1">'
    "<body><h1>A page</h1><a href=#x>A link before</a>{}</html>"
)


@pytest_asyncio.fixture(loop_scope="session")
async def api() -> AsyncIterator[FakeApi]:
    """The stand-in visitor API with a plain page that embeds the widget."""
    async with fake_api() as running:
        running.pages["plain"] = PAGE.format(SCRIPT)
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """An empty profile's first page."""
    async with visiting(browser) as visited:
        yield visited
