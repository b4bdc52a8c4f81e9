"""Alive, ready, and how it goes: for monitors and Prometheus."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from aiohttp import web

from bot.channels.replying import plain_reply
from bot.metrics import Metrics
from storage.store import Store, StoreError


def monitoring(store: Store, metrics: Metrics) -> list[web.RouteDef]:
    """``/healthz``, ``/readyz`` and ``/metrics``."""

    async def healthz(_request: web.Request) -> web.Response:
        return plain_reply("ok\n")

    async def readyz(_request: web.Request) -> web.Response:
        if await store.writable():
            return plain_reply("ready\n")
        return plain_reply("the database cannot be written\n", 503, {"Retry-After": "2"})

    async def numbers(_request: web.Request) -> web.Response:
        with suppress(StoreError):  # the other numbers are all the more wanted then
            due = await store.next_due()
            late = (datetime.now(UTC) - due).total_seconds() if due is not None else 0.0
            metrics.depth(await store.outbox_depth(), late)
        return plain_reply(metrics.text(), headers={"Content-Type": metrics.content_type})

    return [
        web.get("/healthz", healthz),
        web.get("/readyz", readyz),
        web.get("/metrics", numbers),
    ]
