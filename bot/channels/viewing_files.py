"""The calendar file behind the link that a visitor gets. The link is the key: it is never listed,
and says nothing that could be guessed."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.channels.replying import ALWAYS, plain_reply

PATH = "/viewings/{token:[A-Za-z0-9_-]{22}}.ics"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}").fullmatch
NONE = "There is no viewing here.\n"


def viewing_route(file: Callable[[str], Awaitable[bytes | None]]) -> web.RouteDef:
    """``/viewings/TOKEN.ics``."""

    async def serve(request: web.Request) -> web.Response:
        token = request.match_info["token"]
        content = await file(token) if _TOKEN(token) else None
        if content is None:
            return plain_reply(NONE, 404)
        headers = {
            **ALWAYS,
            "Content-Type": "text/calendar; charset=utf-8",
            "Content-Disposition": 'attachment; filename="viewing.ics"',
            "Cache-Control": "no-store",
        }
        return web.Response(body=content, headers=headers)

    return web.get(PATH, serve)
