"""What every request passes: refusals become replies, and every reply carries our headers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.channels.connection import Connection
from bot.channels.origins import Origins
from bot.channels.refusals import Refusal, unavailable
from bot.channels.replying import ALWAYS, API, SERVER, WORDS, error_reply
from bot.errors import Unavailable
from storage.store import StoreError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SLOW_PAGE = 25.0  # seconds for a form to arrive and be answered
_BARE = {"Server": SERVER, "Vary": "Origin", "Cache-Control": "no-store"}
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS"})
_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
# A body nobody reads would be unpacked for nothing.
_STRAY_BODY = Refusal(400, "unexpected_body", "This request takes no body.")

log = structlog.get_logger()


def edge(origins: Origins) -> Middleware:
    """The one middleware."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(API):
            return await _api(request, handler, origins)
        return await _page(request, handler)

    return guard


async def _api(request: web.Request, handler: Handler, origins: Origins) -> web.StreamResponse:
    origin = ""
    try:
        origin = origins.check(request.headers)
        if request.method == "OPTIONS":
            return web.Response(status=204, headers={**_BARE, **origins.preflight(origin)})
        response = await _handled(request, handler)
    except Refusal as refusal:
        response = _refused(request, refusal)
    if origin and not response.prepared:
        response.headers.update(origins.grant(origin))
    return response


async def _page(request: web.Request, handler: Handler) -> web.StreamResponse:
    if request.method == "POST":
        async with asyncio.timeout(SLOW_PAGE):
            response = await _handled(request, handler)
    else:
        response = await _handled(request, handler)
    if not response.prepared:
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
    return response


async def _handled(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The handler's reply, or the refusal that its error stands for."""
    try:
        if request.method in _WITHOUT_BODY and request.body_exists:
            return _refused(request, _STRAY_BODY)
        return await handler(request)
    except Refusal as refusal:
        return _refused(request, refusal)
    except (StoreError, Unavailable) as error:
        log.warning("store unavailable", error=type(error).__name__)
        return _refused(request, unavailable())
    except web.HTTPException as exc:
        if exc.status < 400:
            raise
        return _refused(request, _refusal_of(exc))


def _refused(request: web.Request, refusal: Refusal) -> web.Response:
    connection = request.protocol
    if "Content-Encoding" in request.headers and isinstance(connection, Connection):
        connection.leave_unread()
    return error_reply(request.path, refusal)


def _refusal_of(exc: web.HTTPException) -> Refusal:
    """aiohttp's own errors in our shape."""
    code = _CODES.get(exc.status, "bad_request")
    words = WORDS.get(exc.status, exc.reason or code)
    allow = exc.headers.get("Allow")
    return Refusal(exc.status, code, words, headers={"Allow": allow} if allow else None)
