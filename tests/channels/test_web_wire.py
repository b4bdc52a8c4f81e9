"""Bytes that are no good HTTP, and requests that ask for files that are not there."""

from __future__ import annotations

import asyncio
import json

import pytest
from aiohttp import ClientSession

from bot.channels import bodies
from tests.channels.office import Office, Visitor

GET = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"


async def _raw(office: Office, data: bytes) -> bytes:
    """What comes back for these bytes until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", office.doorstep.port)
    writer.write(data)
    found = b""
    try:
        async with asyncio.timeout(180):
            while chunk := await reader.read(65536):
                found += chunk
    except ConnectionResetError:
        pass
    finally:
        writer.close()
    return found


async def _healthy(http: ClientSession, base: str) -> bool:
    async with asyncio.timeout(60), http.get(f"{base}/healthz") as reply:
        return reply.status == 200


@pytest.mark.parametrize(
    "data",
    [
        GET + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        GET + b"X-Folded: a\r\n b\r\n\r\n",
        b"GET /healthz HTTP/1.1\nHost: x\n\n",
        GET + b"".join(b"X-%d: y\r\n" % n for n in range(200)) + b"\r\n",
        b"POST /api/v1/conversations HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
        b"POST /api/v1/conversations HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
        b"Content-Type: application/json\r\n\r\nffffffffffffffff\r\n",
        b"POST /api/v1/conversations HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
        b"Content-Length: 5\r\n\r\n0\r\n\r\n",
        b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        GET + b"X-Long: " + b"a" * 9000 + b"\r\n\r\n",
        GET + b"X-Nul: a\x00b\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
    ids=[
        "two lengths", "folded header", "bare line feeds", "200 headers", "unknown coding",
        "endless chunk", "length and chunks", "long address", "long header", "nul in a header",
        "a tls hello",
    ],
)  # fmt: skip
async def test_what_is_no_http_is_answered_400_and_closed(
    office: Office, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "SLOW_CHUNKS", 0.2)
    reply = await _raw(office, data)
    assert reply.startswith((b"HTTP/1.1 400 ", b"HTTP/1.0 400 "))
    error = json.loads(reply.partition(b"\r\n\r\n")[2])["error"]
    assert error["code"] in ("unreadable", "slow_body")
    assert b"Traceback" not in reply
    assert b"aiohttp" not in reply
    assert b"Python" not in reply
    assert await _healthy(office.http, office.base)


async def test_a_thousand_pipelined_requests_are_answered_one_after_another(
    office: Office,
) -> None:
    last = GET + b"Connection: close\r\n\r\n"
    reply = await _raw(office, (GET + b"\r\n") * 999 + last)
    assert reply.count(b"HTTP/1.1 200 OK") == 1000
    assert await _healthy(office.http, office.base)


async def test_trace_is_not_allowed(office: Office) -> None:
    reply = await _raw(office, b"TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert reply.startswith(b"HTTP/1.1 405 ")


@pytest.mark.parametrize(
    "path",
    [
        "/demo/../../etc/passwd", "/demo/%2e%2e/%2e%2e/etc/passwd", "/demo/..%5c..%5cetc",
        "/demo/%00.js", "/demo//etc/passwd", "/demo/flows/buyer.yaml", "/.git/config",
        "/data/doorstep.db", "/flows/buyer.yaml", "/widget.js/", "/widget/source/view.js",
        "/static/../../etc/passwd", "/admin/;x=.js", "/api/v1/conversations/%2e%2e/turns",
    ],
)  # fmt: skip
async def test_nothing_but_what_is_meant_to_be_served_is_served(office: Office, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()
    reply = await _raw(office, request)
    assert reply[9:12] in (b"400", b"401", b"403", b"404", b"405")
    assert b"root:" not in reply


@pytest.mark.parametrize(
    "headers",
    [
        "Accept-Language: ../../etc\r\n",
        "Cookie: a=\x01\x02\r\n",
        "Range: bytes=" + ",".join(["0-"] * 500) + "\r\n",
        "Referer: https://x.example/?email=a@b.example&" + "x" * 8000 + "\r\n",
        "If-None-Match: " + '"x",' * 1000 + "\r\n",
        "Accept-Encoding: gzip;q=0, br;q=x, *\r\n",
    ],
    ids=["language", "cookie", "ranges", "referer", "etags", "codings"],
)
async def test_odd_headers_do_no_harm(office: Office, headers: str) -> None:
    head = f"GET /widget.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n"
    reply = await _raw(office, head.encode())
    assert reply[9:12] in (b"200", b"400", b"416")
    assert len(reply) < 64 * 1024


async def test_an_idle_headerless_connection_does_not_keep_others_out(
    office: Office, visitor: Visitor
) -> None:
    open_ones = [
        await asyncio.open_connection("127.0.0.1", office.doorstep.port) for _ in range(50)
    ]
    for _, writer in open_ones:
        writer.write(b"POST /api/v1/conversations HTTP/1.1\r\nHo")
    assert (await visitor.send(choice="now"))[0] == 200
    for _, writer in open_ones:
        writer.close()
