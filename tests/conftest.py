"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from hypothesis import HealthCheck, settings
from playwright.async_api import Browser, expect

from tests.browsing import chromium
from tests.widget import judges

expect.set_options(timeout=20_000)  # milliseconds: a loaded machine is slow, not wrong
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_report_header() -> list[str]:
    """Says plainly what this machine cannot test."""
    return [] if judges.are_here() else [judges.LEFT_OUT]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, started once for all browser tests; each page has a profile of its own."""
    async with chromium() as running:
        yield running
