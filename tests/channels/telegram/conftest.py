"""A stand-in Bot API for every test of the visitors in Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import cache
from typing import Any

import pytest

from bot.library import Library
from tests.fakes.botapi import FakeBotApi


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    """The stand-in, listening."""
    async with FakeBotApi() as api:
        yield api


@cache
def _shipped() -> Library:
    return Library.load(None, None, strict=True)


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped flows are compiled once for all these tests."""
    load, shipped = Library.load, _shipped()

    def given(flows: Any, site: Any, **how: Any) -> Library:
        return shipped if flows is None and site is None else load(flows, site, **how)

    monkeypatch.setattr(Library, "load", given)
