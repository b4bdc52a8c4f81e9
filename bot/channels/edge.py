"""What every request passes: refusals become replies, and every reply carries our headers."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable, Mapping

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware
from multidict import CIMultiDict

from bot.channels.origins import Origins
from bot.channels.refusals import Refusal, unavailable
from bot.errors import Unavailable
from storage.store import StoreError

SERVER = "Doorstep"
API = "/api/"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

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
_ALWAYS = {
    "Server": SERVER,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
_BARE = {"Server": SERVER, "Vary": "Origin", "Cache-Control": "no-store"}
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS"})
_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
_WORDS = {
    400: "This request could not be read.",
    404: "There is nothing here.",
    405: "This address does not take that method.",
    413: "A request may hold at most 64 kB.",
    500: "Something went wrong on our side.",
}

log = structlog.get_logger()


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
    together = CIMultiDict(_ALWAYS)
    together["Content-Type"] = "text/plain; charset=utf-8"
    together["Cache-Control"] = "no-store"
    together.update(headers or {})
    return web.Response(body=text.encode(), status=status, headers=together)


def edge(origins: Origins) -> Middleware:
    """The one middleware."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(API):
            return await _api(request, handler, origins)
        return await _page(request, handler)

    return guard


def failed(path: str, exc: BaseException | None) -> web.Response:
    """The reply to a fault of ours; the log names the place, never what a visitor sent."""
    frames = traceback.extract_tb(exc.__traceback__)[-3:] if exc else []
    where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames]
    log.error("request failed", error=type(exc).__name__, where=where)
    return _error_reply(path, Refusal(500, "internal", _WORDS[500]))


def unreadable(status: int) -> web.Response:
    """The reply to bytes that are no HTTP."""
    response = plain_reply(_WORDS[400], status)
    response.force_close()
    return response


async def _api(request: web.Request, handler: Handler, origins: Origins) -> web.StreamResponse:
    origin = ""
    try:
        origin = origins.check(request.headers)
        if request.method == "OPTIONS":
            return web.Response(status=204, headers={**_BARE, **origins.preflight(origin)})
        response = await _handled(request, handler)
    except Refusal as refusal:
        response = _error_reply(request.path, refusal)
    if origin and not response.prepared:
        response.headers.update(origins.grant(origin))
    return response


async def _page(request: web.Request, handler: Handler) -> web.StreamResponse:
    response = await _handled(request, handler)
    if not response.prepared:
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
    return response


async def _handled(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The handler's reply, or the refusal that its error stands for."""
    try:
        if request.method in _WITHOUT_BODY or request.method not in _METHODS:
            _refuse_odd(request)
        return await handler(request)
    except Refusal as refusal:
        return _error_reply(request.path, refusal)
    except (StoreError, Unavailable) as error:
        log.warning("store unavailable", error=type(error).__name__)
        return _error_reply(request.path, unavailable())
    except web.HTTPException as exc:
        if exc.status < 400:
            raise
        return _error_reply(request.path, _refusal_of(exc))


def _refuse_odd(request: web.Request) -> None:
    """Methods nobody serves, and bodies nobody reads: they would be unpacked for nothing."""
    if request.method not in _METHODS:
        raise Refusal(405, "method_not_allowed", _WORDS[405])
    if request.body_exists:
        raise Refusal(400, "unexpected_body", "This request takes no body.")


def _refusal_of(exc: web.HTTPException) -> Refusal:
    """aiohttp's own errors in our shape."""
    code = _CODES.get(exc.status, "bad_request")
    words = _WORDS.get(exc.status, exc.reason or code)
    allow = exc.headers.get("Allow")
    return Refusal(exc.status, code, words, headers={"Allow": allow} if allow else None)


def _error_reply(path: str, refusal: Refusal) -> web.Response:
    if path.startswith(API):
        response = json_reply(refusal.body, refusal.status, refusal.headers)
    else:
        response = plain_reply(refusal.message + "\n", refusal.status, refusal.headers)
    if refusal.status in (400, 413):
        response.force_close()
    return response
