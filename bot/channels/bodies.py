"""Getting a request's body: JSON only, not too large, not for ever."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.channels.decoder import BODY_LIMIT, is_json
from bot.channels.refusals import Refusal, bad_json, too_large

SLOW_BODY = 15.0  # seconds for a body to arrive
SLOW_CHUNKS = 3.0  # for one that does not say how long it is: no browser sends such


async def body_of(request: web.BaseRequest) -> bytes:
    """The whole body; raises Refusal with 400, 413 or 415."""
    if not is_json(request.headers.get("Content-Type", "")):
        raise Refusal(415, "not_json", "Send the body as Content-Type: application/json.")
    length = request.content_length
    if length is not None and length > BODY_LIMIT:
        raise too_large(BODY_LIMIT)
    if request.content.is_eof():
        return request.content.read_nowait()  # mostly it came together with the headers
    try:
        async with asyncio.timeout(SLOW_CHUNKS if length is None else SLOW_BODY):
            return await request.read()
    except TimeoutError:
        raise Refusal(400, "slow_body", "The body took too long to arrive.") from None
    except web.RequestPayloadError:
        raise bad_json("The body could not be unpacked.") from None
    except web.HTTPRequestEntityTooLarge:
        raise too_large(BODY_LIMIT) from None
