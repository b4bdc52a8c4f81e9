"""A stand-in Bot API for every test of the visitors in Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.library import Library
from tests.fakes.botapi import FakeBotApi


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    """The stand-in, listening."""
    async with FakeBotApi() as api:
        yield api


LOAD = Library.load
READ: dict[tuple[Path | None, str], Library] = {}


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped flows are compiled once for all these tests."""

    def load(flows: Path | None, site: Path | None, *, strict: bool = False) -> Library:
        key = (flows, site.read_text("utf-8") if site else "")
        if key not in READ:
            READ[key] = LOAD(flows, site, strict=strict)
        return READ[key]

    monkeypatch.setattr(Library, "load", load)
