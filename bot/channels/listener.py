"""The listening server: aiohttp with our error shape, our time limits, no version told."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from bot.channels.connection import Connection

BACKLOG = 4096  # connections waiting to be accepted: a whole office reconnecting at once
KEEPALIVE = 75.0  # seconds an idle connection, or one whose headers do not end, stays open
LINGER = 3.0  # seconds a refused body may go on arriving
DRAIN = 8.0  # seconds that running requests get at shutdown


class Server(web.Server):
    """Makes our connections."""

    def __call__(self) -> RequestHandler:
        """A new connection's protocol."""
        return Connection(self, loop=self._loop, **self._kwargs)


class Runner(web.AppRunner):
    """Runs the application on our server."""

    def __init__(self, app: web.Application) -> None:
        super().__init__(
            app,
            access_log=None,
            keepalive_timeout=KEEPALIVE,
            lingering_time=LINGER,
            shutdown_timeout=DRAIN,
        )

    async def _make_server(self) -> web.Server:
        made = await super()._make_server()
        return Server(
            made.request_handler,
            request_factory=made.request_factory,
            loop=asyncio.get_running_loop(),
            **_settings(made),
        )


def _settings(server: web.Server) -> dict[str, Any]:
    return dict(server._kwargs)  # noqa: SLF001 - aiohttp has no seam for a protocol of one's own


async def listen(app: web.Application, host: str, port: int) -> Runner:
    """Start to serve; ``runner.addresses`` says where."""
    runner = Runner(app)
    await runner.setup()
    site = web.TCPSite(runner, host, port, backlog=BACKLOG, reuse_address=True)
    try:
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    return runner
