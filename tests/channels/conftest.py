"""The real application, listening on a port of its own, with a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, DummyCookieJar

from bot.app import running
from bot.channels import listener
from bot.settings import Settings
from tests.channels.office import Office, Visitor, write_office

Start = Callable[..., Awaitable[Office]]


@pytest.fixture
async def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Start]:
    """Starts Doorstep on the test's data folder, as often as wanted, one after another."""
    monkeypatch.setattr(listener, "LINGER", 0.2)  # a refused body is not waited for
    flows = write_office(tmp_path / "flows")
    stack = AsyncExitStack()

    async def begin(**more: Any) -> Office:
        await stack.aclose()
        settings = Settings(
            **{"data": tmp_path / "data", "flows": flows, "port": 0, "rate_limit": False, **more}
        )
        doorstep = await stack.enter_async_context(running(settings))
        session = ClientSession(cookie_jar=DummyCookieJar())
        http = await stack.enter_async_context(session)
        return Office(doorstep, http)

    yield begin
    await stack.aclose()


@pytest.fixture
async def office(start: Start) -> Office:
    """Doorstep, running."""
    return await start()


@pytest.fixture
async def visitor(office: Office) -> Visitor:
    """A visitor who has opened the chat."""
    visitor = office.visitor()
    await visitor.begin()
    return visitor
