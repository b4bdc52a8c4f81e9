"""Alive, ready, and how it goes: for monitors and Prometheus."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.channels.replying import plain_reply
from bot.metrics import Metrics


def monitoring(ready: Callable[[], Awaitable[bool]], metrics: Metrics) -> list[web.RouteDef]:
    """``/healthz``, ``/readyz`` and ``/metrics``."""

    async def healthz(_request: web.Request) -> web.Response:
        return plain_reply("ok\n")

    async def readyz(_request: web.Request) -> web.Response:
        if await ready():
            return plain_reply("ready\n")
        return plain_reply("the database cannot be written\n", 503, {"Retry-After": "2"})

    async def numbers(_request: web.Request) -> web.Response:
        return plain_reply(metrics.text(), headers={"Content-Type": metrics.content_type})

    return [
        web.get("/healthz", healthz),
        web.get("/readyz", readyz),
        web.get("/metrics", numbers),
    ]
