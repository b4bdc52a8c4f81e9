"""The short way of calls of the API, and where it meets aiohttp's own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.channels.conftest import Start
from tests.channels.office import Office, Visitor

Sent = tuple[int, dict[str, str], bytes]


async def _reply(reader: asyncio.StreamReader) -> Sent:
    """One reply: its status, its headers, its body."""
    async with asyncio.timeout(20):
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.split(": ", 1) for line in head[1:] if line)
        body = await reader.readexactly(int(headers.get("Content-Length", 0)))
    return int(head[0].split()[1]), headers, body


def _turn(visitor: Visitor, id_: str, text: str, *more: str, version: str = "1.1") -> bytes:
    body = json.dumps({"id": id_, "text": text}).encode()
    head = [
        f"POST /api/v1/conversations/{visitor.id}/turns HTTP/{version}",
        "Host: x",
        f"Authorization: Bearer {visitor.token}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        *more,
    ]
    return "\r\n".join([*head, "", ""]).encode() + body


async def _connect(office: Office) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection("127.0.0.1", office.doorstep.port)


async def _exchange(office: Office, *pieces: bytes, replies: int = 1) -> list[Sent]:
    """Send pieces with a pause between them over one connection; the replies to them."""
    reader, writer = await _connect(office)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0.02)
    found = [await _reply(reader) for _ in range(replies)]
    writer.close()
    return found


def _plain(sent: Sent) -> dict[str, str]:
    return {name: value for name, value in sent[1].items() if name != "Date"}


async def test_both_ways_give_the_same_reply(office: Office, visitor: Visitor) -> None:
    request = _turn(visitor, "one", "Round Rock")
    short = (await _exchange(office, request))[0]
    long = (await _exchange(office, request[:-9], request[-9:]))[0]  # its body comes later
    assert short[0] == long[0] == 200
    assert short[2] == long[2]
    assert _plain(short) == _plain(long)
    assert "Date" in short[1]
    assert short[1]["Cache-Control"] == "no-store"


async def test_requests_sent_at_once_are_answered_in_order(
    office: Office, visitor: Visitor
) -> None:
    alive = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    two = _turn(visitor, "one", "Round Rock") + alive + _turn(visitor, "two", "3 bedrooms")
    for pieces in ((two,), (_turn(visitor, "one", "Round Rock"), two)):
        found = await _exchange(office, *pieces, replies=2 + len(pieces))
        assert [status for status, _, _ in found] == [200] * len(found)
        assert found[-2][2] == b"ok\n"
        assert b"3 bedrooms" in found[-1][2]


async def test_what_comes_while_a_call_is_answered_waits_for_it(
    office: Office, visitor: Visitor
) -> None:
    reader, writer = await _connect(office)
    writer.write(_turn(visitor, "one", "Round Rock"))
    await asyncio.sleep(0)
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + _turn(visitor, "two", "3"))
    found = [await _reply(reader) for _ in range(3)]
    writer.close()
    assert [body == b"ok\n" for _, _, body in found] == [False, True, False]


async def test_one_connection_serves_calls_and_pages_by_turns(
    office: Office, visitor: Visitor
) -> None:
    alive = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    pieces = [alive, _turn(visitor, "one", "Round Rock"), alive, _turn(visitor, "two", "3")]
    found = await _exchange(office, *pieces, replies=4)
    assert [body == b"ok\n" for _, _, body in found] == [True, False, True, False]


@pytest.mark.parametrize(
    "last",
    [
        lambda visitor: _turn(visitor, "one", "Round Rock", "Connection: close"),
        lambda visitor: _turn(visitor, "one", "Round Rock", version="1.0"),
    ],
    ids=["it says so", "it is HTTP/1.0"],
)
async def test_a_connection_is_closed_where_the_client_wants_it(
    office: Office, visitor: Visitor, last: Callable[[Visitor], bytes]
) -> None:
    reader, writer = await _connect(office)
    writer.write(last(visitor))
    status, _, body = await _reply(reader)
    async with asyncio.timeout(20):
        assert await reader.read() == b""
    writer.close()
    assert status == 200
    assert b"Round Rock" in body


async def test_a_refused_call_leaves_the_connection_open_for_the_next(
    office: Office, visitor: Visitor
) -> None:
    stranger = _turn(visitor, "one", "Round Rock").replace(b"Bearer ", b"Bearer x")
    refused, taken = await _exchange(
        office, stranger, _turn(visitor, "one", "Round Rock"), replies=2
    )
    assert refused[0] == 401
    assert json.loads(refused[2])["error"]["code"] == "unauthorized"
    assert taken[0] == 200


async def test_a_fault_of_ours_is_a_500_and_ends_the_connection(
    office: Office, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(office.doorstep.conversations, "take", broken)
    reader, writer = await _connect(office)
    writer.write(_turn(visitor, "one", "Round Rock"))
    status, headers, body = await _reply(reader)
    async with asyncio.timeout(20):
        assert await reader.read() == b""
    writer.close()
    assert status == 500
    assert headers["Connection"] == "close"
    assert json.loads(body)["error"]["code"] == "internal"


async def test_a_call_that_is_being_answered_is_answered_before_the_end(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = await start()
    visitor = office.visitor()
    await visitor.begin()
    take, entered = office.doorstep.conversations.take, asyncio.Event()

    async def slow(*given: Any) -> Any:
        entered.set()
        await asyncio.sleep(0.3)
        return await take(*given)

    monkeypatch.setattr(office.doorstep.conversations, "take", slow)
    reader, writer = await _connect(office)
    writer.write(_turn(visitor, "one", "Round Rock"))
    await entered.wait()
    ended = asyncio.ensure_future(start())  # ends this one first
    status, _, body = await _reply(reader)
    async with asyncio.timeout(20):
        assert await reader.read() == b""
    await ended
    writer.close()
    assert status == 200
    assert b"Round Rock" in body
