"""A stand-in Bot API for every test of alerts."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.fakes.botapi import FakeBotApi


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    """The stand-in, listening."""
    async with FakeBotApi() as api:
        yield api
