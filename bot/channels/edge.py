"""What requests outside the API pass: errors become replies, and every reply has our headers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

from bot.channels.refusals import Refusal, not_allowed, nothing_here, stray_body, unavailable
from bot.channels.replying import ALWAYS, API, refused
from bot.errors import Unavailable
from storage.store import StoreError

SLOW_PAGE = 25.0  # seconds for a form to arrive and be answered
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = structlog.get_logger()


@web.middleware
async def edge(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The one middleware; the API answers for itself."""
    if request.path.startswith(API):
        return await handler(request)
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
            return refused(request, stray_body())
        return await handler(request)
    except Refusal as refusal:
        return refused(request, refusal)
    except (StoreError, Unavailable) as error:
        log.warning("store unavailable", error=type(error).__name__)
        return refused(request, unavailable())
    except web.HTTPException as exc:
        if exc.status < 400:
            raise
        return refused(request, _refusal_of(exc))


def _refusal_of(exc: web.HTTPException) -> Refusal:
    """aiohttp's own errors in our words."""
    if isinstance(exc, web.HTTPMethodNotAllowed):
        return not_allowed(", ".join(sorted(exc.allowed_methods)))
    if exc.status == 404:
        return nothing_here()
    return Refusal(exc.status, "bad_request", f"{exc.reason}.")
