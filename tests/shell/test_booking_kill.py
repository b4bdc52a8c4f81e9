"""A viewing that was acknowledged is there after a kill, once; a time is nobody else's."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientError, ClientSession

from storage.rows import Booking
from storage.sqlite import SqliteReader, open_reader
from tests.channels.office import SITE, Visitor
from tests.serving import Served, serve

VISITORS = 24
KILLED_AFTER = 9  # acknowledged bookings
PATIENCE = 60.0  # seconds
CHICAGO = ZoneInfo("America/Chicago")
HOMES = """
listings:
  - {id: H1, address: 1 Elm Ct, price: 400000, market: austin, agent: dana, slots: [Mon 10:00,
     Mon 10:15, Tue 09:00, Tue 09:30, Wed 15:00, Thu 12:00, Thu 12:20, Fri 18:00, Sun 11:00]}
"""
FLOW = """
id: tour
title: Tour
greeting: Hi, I'm an automated assistant, not a person. How we use your data {{ privacy_url }}
questions:
  - {id: viewing_at, kind: datetime, ask: When suits you?, taken: "That one's taken: {{ a }}?"}
  - {id: name, kind: name, ask: Who am I helping?}
  - {id: phone, kind: phone, ask: "What's the best number?", why: So that an agent can call.}
close: {hot: Someone calls you., warm: Talk soon., cold: Thanks.}
"""


@dataclass
class Booker:
    """A visitor who takes any time there is, and what they were told by the server."""

    visitor: Visitor
    number: int  # of those who come at once: half want one time, half another that meets it
    told: str = ""  # the time that was acknowledged as theirs
    asked: list[tuple[str, str]] = field(default_factory=list)  # each wish, with its client id

    async def book(self, heard: asyncio.Semaphore) -> None:
        while not self.told and (free := self.visitor.last["ask"].get("options")):
            await self.ask(free[self.number % len(free)]["value"], str(uuid4()), heard)

    async def ask(self, time: str, id_: str, heard: asyncio.Semaphore) -> None:
        self.asked.append((time, id_))
        status, reply = await self.visitor.send(id_=id_, question="viewing_at", choice=time)
        if status == 200 and reply["ask"]["question"] == "name":
            self.told = time
            heard.release()


def office(folder: Path) -> str:
    folder.mkdir()
    (folder / "site.yaml").write_text(SITE + HOMES, "utf-8")
    (folder / "tour.yaml").write_text(FLOW, "utf-8")
    return str(folder)


async def until_killed(served: Served, people: list[Booker]) -> None:
    """All at once; the server dies when so many were told that they have a time."""
    await asyncio.gather(*(one.visitor.begin(flow="tour", listing={"id": "H1"}) for one in people))
    heard = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(one.book(heard)) for one in people]
    async with asyncio.timeout(PATIENCE):
        for _ in range(KILLED_AFTER):
            await heard.acquire()
    served.process.send_signal(signal.SIGKILL)
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    odd = [end for end in ended if end is not None and not isinstance(end, (ClientError, OSError))]
    assert odd == []


@asynccontextmanager
async def reading(data: Path) -> AsyncIterator[SqliteReader]:
    reader = open_reader(data)
    try:
        yield reader
    finally:
        await reader.close()


async def bookings(data: Path, people: list[Booker]) -> dict[str, Booking]:
    """What stands in the file, by conversation."""
    async with reading(data) as reader:
        found = [await reader.booking_of(one.visitor.id) for one in people if one.visitor.id]
    return {one.conversation: one for one in found if one is not None and one.takes_time}


def nobody_has_anothers_time(found: dict[str, Booking]) -> None:
    times = sorted((one.starts_at, one.ends_at) for one in found.values())
    assert all(a[1] <= b[0] for a, b in pairwise(times)), times


@pytest.mark.slow
async def test_no_booking_is_lost_or_doubled_when_the_server_is_killed_among_them(
    tmp_path: Path,
) -> None:
    flows, data = office(tmp_path / "office"), tmp_path / "data"
    async with ClientSession() as http:
        with serve(data, "--flows", flows) as served:
            people = [Booker(Visitor(http, served.base), n % 2) for n in range(VISITORS)]
            await until_killed(served, people)
        before = await bookings(data, people)
        nobody_has_anothers_time(before)
        told = [one for one in people if one.told]
        assert len(told) >= KILLED_AFTER
        for one in told:
            kept = before[one.visitor.id].starts_at.astimezone(CHICAGO)
            assert kept == datetime.fromisoformat(one.told).replace(tzinfo=CHICAGO)
        with serve(data, "--flows", flows) as served:
            for one in people:
                one.visitor.base = served.base
            heard = asyncio.Semaphore(0)
            open_ = [one for one in people if one.asked]
            await asyncio.gather(*(one.ask(*one.asked[-1], heard) for one in open_))
        after = await bookings(data, people)
        nobody_has_anothers_time(after)
        assert {id_: one.id for id_, one in before.items()}.items() <= {
            id_: one.id for id_, one in after.items()
        }.items(), "asked again by the same id, nothing is booked again or moved"
        assert set(after) == {one.visitor.id for one in people if one.told}
