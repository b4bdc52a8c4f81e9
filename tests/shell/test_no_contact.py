"""Nothing is said by itself to somebody who wants no contact."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.app import Terminal, running
from bot.settings import Settings
from bot.telling import Telling
from storage.rows import Batch, DoNotContactRow, Outgoing
from storage.store import LeadFilter
from tests.channels.office import Office, write_office


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    folder = write_office(tmp_path / "office")
    settings = Settings(data=tmp_path / "data", flows=folder, port=0, rate_limit=False)
    async with running(settings, Terminal()) as doorstep, ClientSession() as http:
        yield Office(doorstep, http)


@pytest.mark.parametrize("refused", [False, True])
async def test_the_office_tells_nothing_to_who_wants_no_contact(
    office: Office, refused: bool
) -> None:
    doorstep, now = office.doorstep, datetime.now(UTC)
    visitor = office.visitor()
    await visitor.begin()
    for answer in ({"choice": "now"}, {"skip": True}, {"text": "Zita"}, {"text": "512 555 0142"}):
        await visitor.send(**answer)
    (lead,) = await doorstep.store.leads(LeadFilter())
    if refused:
        stop = DoNotContactRow("phone:+15125550142", "agent", now)
        await doorstep.store.commit(Batch(do_not_contact=(stop,)))
    site = doorstep.library.site
    telling = Telling(doorstep.store, doorstep.conversations, lambda: site, lambda: now)
    before = len((await visitor.state(0))["messages"])
    row = Outgoing("visitor:1", "visitor.unanswered", "visitor", "{}", now, lead.id)
    done = await telling.send(row)
    assert done.result == ("not told: they want no contact" if refused else "told")
    assert len((await visitor.state(0))["messages"]) == before + (not refused)
