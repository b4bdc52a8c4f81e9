"""A headless Chromium for the tests: the one of the system, a new empty profile for every page."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, async_playwright

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
