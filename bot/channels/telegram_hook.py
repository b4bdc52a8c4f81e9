"""Where Telegram brings updates itself: a 200 means that the update is on disk.

Without a secret of ours the route refuses everybody: an update says who sent it, and whoever could
post here could speak as any visitor.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import web

from bot.channels.decoder import is_json
from bot.channels.refusals import Refusal, bad_json, too_large, unavailable
from bot.channels.replying import plain_reply

PATH: Final = "/telegram/webhook"
HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
LONGEST: Final = 256 * 1024  # bytes of an update; Telegram's are far smaller
SLOW: Final = 10.0  # seconds for a body to arrive
Receive = Callable[[Any], Awaitable[bool]]


def hook_route(receive: Receive, secret: str) -> web.RouteDef:
    """The route; ``receive`` stores an update and says whether anybody takes it."""

    async def bring(request: web.Request) -> web.Response:
        if not _is_telegram(request.headers.get(HEADER, ""), secret):
            raise Refusal(403, "forbidden", "This address is Telegram's.")
        if not is_json(request.headers.get("Content-Type", "")):
            raise Refusal(415, "not_json", "An update comes as application/json.")
        update = _update(await _body(request))
        if not await receive(update):
            raise unavailable()
        return plain_reply("")

    return web.post(PATH, bring)


def _is_telegram(given: str, secret: str) -> bool:
    """Compared as bytes, in a time that says nothing."""
    right = hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())
    return bool(secret) and right


async def _body(request: web.Request) -> bytes:
    if (request.content_length or 0) > LONGEST:
        raise too_large(LONGEST)
    try:
        async with asyncio.timeout(SLOW):
            return await request.clone(client_max_size=LONGEST).read()
    except TimeoutError:
        raise Refusal(400, "slow_body", "The body took too long to arrive.") from None
    except web.RequestPayloadError:
        raise bad_json("The body could not be unpacked.") from None


def _update(body: bytes) -> Any:
    """Whatever JSON it is: a shape that nobody knows is parked, and not brought again."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise bad_json("The body is not JSON.") from None
