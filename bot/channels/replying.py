"""Replies as bytes and headers: JSON for programs, plain text for everybody else."""

from __future__ import annotations

import time
import traceback
from collections.abc import Mapping
from email.utils import formatdate
from functools import lru_cache
from typing import Protocol, runtime_checkable

import structlog
from aiohttp import web
from multidict import CIMultiDict

from bot.channels.refusals import Refusal

SERVER = "Doorstep"
API = "/api/"


@runtime_checkable
class Hasty(Protocol):
    """A connection that can be told not to wait for the rest of a body."""

    def leave_unread(self) -> None: ...


# Complete: a copy and a body make a reply. no-store, because a reply is one visitor's.
JSON_HEADERS: CIMultiDict[str] = CIMultiDict(
    {
        "Content-Type": "application/json",
        "Cache-Control": "no-store",
        "Vary": "Origin",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Server": SERVER,
    }
)
ALWAYS = {
    "Server": SERVER,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
_ALL = "".join(f"{name}: {value}\r\n" for name, value in JSON_HEADERS.items()).encode()
_WIRE = b"HTTP/1.1 200 OK\r\n" + _ALL + b"%bContent-Length: %d\r\nDate: %b\r\n\r\n%b"
FAULT = "Something went wrong on our side."

log = structlog.get_logger()


class Ready:
    """A 200 of the API with nothing but its JSON and its headers. Most replies are: going out as
    bytes put together here costs a tenth of what aiohttp's response does."""

    __slots__ = ("body", "headers")
    prepared = False

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.headers: dict[str, str] = {}  # besides those that all have

    def wire(self) -> bytes:
        """As it goes out, on a connection that stays open."""
        more = "".join([f"{name}: {value}\r\n" for name, value in self.headers.items()]).encode()
        return _WIRE % (more, len(self.body), _date(int(time.time())), self.body)

    def response(self) -> web.Response:
        """The same for aiohttp."""
        return json_reply(self.body, headers=self.headers)


@lru_cache(1)
def _date(seconds: int) -> bytes:
    return formatdate(seconds, usegmt=True).encode()


def json_reply(
    body: bytes, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """A reply of the API from ready JSON."""
    together = JSON_HEADERS.copy()
    if headers:
        together.update(headers)
    return web.Response(body=body, status=status, headers=together)


def plain_reply(
    text: str, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """A reply for people and monitors outside the API."""
    together = CIMultiDict(ALWAYS)
    together["Content-Type"] = "text/plain; charset=utf-8"
    together["Cache-Control"] = "no-store"
    together.update(headers or {})
    return web.Response(body=text.encode(), status=status, headers=together)


def preflight_reply(headers: Mapping[str, str]) -> web.Response:
    """The reply to a browser that asks whether a page may ask."""
    bare = {"Server": SERVER, "Vary": "Origin", "Cache-Control": "no-store"}
    return web.Response(status=204, headers={**bare, **headers})


def refused(request: web.BaseRequest, refusal: Refusal) -> web.Response:
    """The reply to a request that is not done."""
    connection = request.protocol
    if "Content-Encoding" in request.headers and isinstance(connection, Hasty):
        connection.leave_unread()
    return error_reply(request.path, refusal)


def error_reply(path: str, refusal: Refusal) -> web.Response:
    if path.startswith(API):
        response = json_reply(refusal.body, refusal.status, refusal.headers)
    else:
        response = plain_reply(refusal.message + "\n", refusal.status, refusal.headers)
    if refusal.status in (400, 413):
        response.force_close()
    return response


def failed(path: str, exc: BaseException | None) -> web.Response:
    """The reply to a fault of ours; the log names the place, never what a visitor sent."""
    if not isinstance(exc, ConnectionError):  # the client went away: nobody's fault
        frames = traceback.extract_tb(exc.__traceback__)[-3:] if exc else []
        where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames]
        log.error("request failed", error=type(exc).__name__, where=where)
    return error_reply(path, Refusal(500, "internal", FAULT))


def unreadable(status: int) -> web.Response:
    """The reply to bytes that are no HTTP; whom they were for is not known, so it has the shape
    of the API, whose clients are programs."""
    refusal = Refusal(status, "unreadable", "This request could not be read.")
    response = json_reply(refusal.body, status)
    response.force_close()
    return response
