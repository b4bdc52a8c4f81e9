"""A person's words in an open chat: the event stream."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from aiohttp import ClientResponse

from bot.channels import live
from bot.news import Ended, Spoken, Typing
from tests.channels.office import Office, Visitor


async def _handed_over(office: Office) -> Visitor:
    visitor = office.visitor()
    await visitor.begin()
    await visitor.send(text="call me now please, 512-555-0142")
    assert (await visitor.state())["status"] == "handoff"
    return visitor


async def _next(stream: ClientResponse) -> tuple[str, Any]:
    """The next event: its name and data."""
    async with asyncio.timeout(20):
        lines: dict[str, str] = {}
        while True:
            line = (await stream.content.readline()).decode().rstrip("\n")
            if line.startswith(":"):
                return "comment", line
            if not line and lines:
                return lines["event"], json.loads(lines["data"])
            if not line and stream.content.at_eof():
                return "end", None
            name, _, value = line.partition(": ")
            lines[name] = value


async def test_before_a_person_may_speak_there_is_no_stream(visitor: Visitor) -> None:
    async with visitor.http.get(f"{visitor.url}/live", headers=visitor.bearer) as reply:
        assert (reply.status, await reply.read()) == (204, b"")


async def test_the_stream_needs_the_token(visitor: Visitor) -> None:
    async with visitor.http.get(f"{visitor.url}/live") as reply:
        assert reply.status == 401
    wrong = {"Authorization": "Bearer " + "x" * 32}
    async with visitor.http.get(f"{visitor.url}/live", headers=wrong) as reply:
        assert reply.status == 401


async def test_a_stream_begins_with_what_was_missed_and_tells_typing(office: Office) -> None:
    visitor = await _handed_over(office)
    seq = (await visitor.state())["seq"]
    async with visitor.http.get(
        f"{visitor.url}/live?after={seq - 1}", headers=visitor.bearer
    ) as stream:
        assert stream.status == 200
        assert stream.headers["Content-Type"] == "text/event-stream"
        assert stream.headers["Cache-Control"] == "no-store"
        name, state = await _next(stream)
        assert (name, state["status"]) == ("state", "handoff")
        assert [message["seq"] for message in state["messages"]] == [seq]
        office.doorstep.news.publish(visitor.id, Typing("Dana"))
        assert await _next(stream) == ("typing", {"who": "Dana"})
        await visitor.send(text="hello?")
        office.doorstep.news.publish(visitor.id, Spoken(seq + 1))
        name, state = await _next(stream)
        assert name == "state"
        assert state["messages"][0]["text"] == "hello?"


async def test_a_stream_beats_while_nothing_happens(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT", 0.05)
    visitor = await _handed_over(office)
    async with visitor.http.get(f"{visitor.url}/live", headers=visitor.bearer) as stream:
        assert (await _next(stream))[0] == "state"
        assert (await _next(stream))[0] == "comment"


async def test_a_stream_ends_when_nobody_will_speak_any_more(office: Office) -> None:
    visitor = await _handed_over(office)
    async with visitor.http.get(f"{visitor.url}/live", headers=visitor.bearer) as stream:
        await _next(stream)
        office.doorstep.news.publish(visitor.id, Ended())
        assert (await _next(stream))[0] == "end"


async def test_one_conversation_has_ten_streams_at_most(office: Office) -> None:
    visitor = await _handed_over(office)
    url = f"{visitor.url}/live"
    streams = [await visitor.http.get(url, headers=visitor.bearer) for _ in range(live.STREAMS)]
    assert {stream.status for stream in streams} == {200}
    async with visitor.http.get(url, headers=visitor.bearer) as reply:
        assert reply.status == 429
    for stream in streams:
        stream.close()


async def test_open_streams_do_not_hold_up_the_end(office: Office) -> None:
    visitor = await _handed_over(office)
    async with visitor.http.get(f"{visitor.url}/live", headers=visitor.bearer) as stream:
        await _next(stream)
        office.doorstep.news.close()
        assert (await _next(stream))[0] == "end"
