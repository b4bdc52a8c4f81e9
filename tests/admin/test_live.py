"""News reaches the open page within a second, and ends when it must."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import ClientResponse

from bot.admin import live
from tests.admin.conftest import Client, Inbox, somebody
from tests.leads.people import CHRIS

FREE = replace(CHRIS, owner="", claimed_at=None)


async def _open(client: Client, query: str = "") -> ClientResponse:
    reply = await client.get(f"/admin/live{query}")
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "text/event-stream"
    assert await _next(reply) == ("ready", {})
    return reply


async def _next(reply: ClientResponse) -> tuple[str, Any]:
    """The next event of the stream."""
    name = ""
    async with asyncio.timeout(20):
        while True:
            line = (await reply.content.readline()).decode().rstrip("\n")
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                return name, json.loads(line[6:])
            elif not line and reply.content.at_eof():
                return "end", None


async def test_a_hot_lead_comes_as_its_alert(inbox: Inbox, inside: Client) -> None:
    stream = await _open(inside)
    await inbox.put(FREE, "hot")
    name, news = await _next(stream)
    assert name == "lead"
    assert (news["id"], news["change"], news["door"]) == ("L-2041", "hot", True)
    assert "🔥 95 · Chris Ode" in news["html"]
    assert news["counts"]["hot"] == 1


async def test_another_change_comes_as_a_row(inbox: Inbox, inside: Client) -> None:
    stream = await _open(inside)
    await inbox.put(somebody(1, name="<b>Wendy", band="warm"))
    _, news = await _next(stream)
    assert not news["door"]
    assert "&lt;b&gt;Wendy" in news["html"]


async def test_a_claim_moves_it_from_the_door_to_the_list(inbox: Inbox, inside: Client) -> None:
    await inbox.put(FREE)
    stream = await _open(inside)
    await inside.post("/admin/leads/L-2041/claim")
    _, news = await _next(stream)
    assert (news["change"], news["door"]) == ("claimed", False)
    assert "Dana Reyes" in news["html"]


@pytest.mark.parametrize("query", ["?band=cold", "?q=chris", "?band=hot&q=x"])
async def test_a_lead_that_is_not_on_this_page_is_only_counted(
    inbox: Inbox, inside: Client, query: str
) -> None:
    stream = await _open(inside, query)
    await inbox.put(FREE, "hot")
    _, news = await _next(stream)
    assert news["html"] == ""
    assert news["counts"][""] == 1


async def test_many_changes_of_one_lead_are_one_and_stay_hot(inbox: Inbox, inside: Client) -> None:
    stream = await _open(inside)
    await inbox.put(FREE, "hot")
    for total in range(50):
        inbox.tell(replace(FREE, total=total))
    inbox.tell(replace(FREE, total=97))
    _, news = await _next(stream)
    assert news["change"] == "hot"
    assert "🔥 97" in news["html"]
    inbox.tell(somebody(5))
    assert (await _next(stream))[1]["id"] == "lead-5"


async def test_a_flood_asks_the_page_to_read_its_list(inbox: Inbox, inside: Client) -> None:
    stream = await _open(inside)
    for n in range(live.MOST + 1):
        inbox.tell(somebody(n))
    assert await _next(stream) == ("refresh", {})


async def test_who_leaves_hears_nothing_more(inbox: Inbox, inside: Client) -> None:
    stream = await _open(inside)
    await inside.post("/admin/leave")
    await inbox.put(FREE, "hot")
    assert await _next(stream) == ("end", None)


async def test_a_session_that_ended_elsewhere_is_noticed(
    inbox: Inbox, inside: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT", 0.05)
    stream = await _open(inside)
    cookie = next(iter(inside.session.cookie_jar)).value
    session = await inbox.admin.access.session(cookie)
    assert session is not None
    await inbox.admin.access.leave(session)
    assert await _next(stream) == ("end", None)


async def test_the_stream_ends_with_the_server(inbox: Inbox, inside: Client) -> None:
    stream = await _open(inside)
    inbox.news.close()
    assert await _next(stream) == ("end", None)


async def test_a_closed_page_leaves_no_listener(inbox: Inbox, inside: Client) -> None:
    stream = await _open(inside)
    assert inbox.news.listeners("leads") == 1
    stream.close()
    async with asyncio.timeout(20):
        while inbox.news.listeners("leads"):
            inbox.tell(somebody(1))
            await asyncio.sleep(0.02)
