"""A file in the body of a request: read up to its limit, and known by its own bytes."""

from __future__ import annotations

import asyncio
import secrets
from urllib.parse import unquote

from aiohttp import web

from bot.channels.refusals import Refusal
from bot.files import Sent, clean_name, type_of
from bot.replies import FILE_LIMIT

PATH = "/files"  # how the address of an upload ends
SLOW_FILE = 120.0  # seconds for a file to arrive: a phone at the edge of the net
AT_ONCE = 24  # files that arrive at the same time, for each is held in memory
ID_BYTES = 16


class Uploads:
    """Takes files, so many at a time."""

    def __init__(self) -> None:
        self._arriving = 0

    async def receive(self, request: web.BaseRequest) -> Sent:
        """The file of a request; raises Refusal with 400, 413, 415, 422 or 503."""
        if (request.content_length or 0) > FILE_LIMIT:
            raise too_large_file()
        if self._arriving >= AT_ONCE:
            raise Refusal(
                503,
                "unavailable",
                "Many files arrive just now. Please send it again in a moment.",
                headers={"Retry-After": "5"},
            )
        self._arriving += 1
        try:
            data = await _body(request)
        finally:
            self._arriving -= 1
        return sent(data, unquote(request.headers.get("X-File-Name", "")[:1_000]))


def sent(data: bytes, name: str) -> Sent:
    """A file, or a Refusal in plain words."""
    if not data:
        raise Refusal(422, "invalid", "The file is empty.", field="file")
    kind = type_of(data)
    if not kind:
        raise Refusal(415, "not_a_file", "Please send a picture or a PDF.", field="file")
    return Sent(secrets.token_urlsafe(ID_BYTES), clean_name(name, kind), kind, data)


async def _body(request: web.BaseRequest) -> bytes:
    try:
        async with asyncio.timeout(SLOW_FILE):
            return await request.read()
    except TimeoutError:
        raise Refusal(400, "slow_body", "The file took too long to arrive.") from None
    except web.RequestPayloadError:
        raise Refusal(400, "bad_body", "The file could not be unpacked.") from None
    except web.HTTPRequestEntityTooLarge:
        raise too_large_file() from None


def too_large_file() -> Refusal:
    """413: over the cap of a file."""
    words = f"A file may hold at most {FILE_LIMIT >> 20} MB."
    return Refusal(413, "too_large", words, field="file")


def too_many_files(limit: int) -> Refusal:
    """422: the conversation holds as many as it may."""
    return Refusal(422, "too_many_files", f"At most {limit} files can be sent.", field="file")
