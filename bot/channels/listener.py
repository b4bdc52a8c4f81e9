"""The listening server: aiohttp with our error shape, our time limits, no version told."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from bot.channels.connection import Api, Connection
from bot.channels.decoder import BODY_LIMIT
from bot.channels.replying import API, Ready
from bot.channels.uploads import PATH as UPLOAD_PATH
from bot.replies import FILE_LIMIT

BACKLOG = 4096  # connections waiting to be accepted: a whole office reconnecting at once
KEEPALIVE = 75.0  # seconds an idle connection, or one whose headers do not end, stays open
LINGER = 3.0  # seconds a refused body may go on arriving
DRAIN = 4.0  # seconds that running requests get at shutdown, and again to be cancelled


class Server(web.Server):
    """Makes our connections, and hands the API's requests over without any detour."""

    def __init__(self, pages: web.Server, api: Api, loop: asyncio.AbstractEventLoop) -> None:
        self._pages = pages
        self._api = api
        super().__init__(self._route, request_factory=self._request, loop=loop, **_settings(pages))

    def __call__(self) -> RequestHandler:
        """A new connection's protocol."""
        return Connection(self, self._api, loop=self._loop, **self._kwargs)

    def _request(
        self, message: Any, payload: Any, protocol: Any, writer: Any, task: Any
    ) -> web.BaseRequest:
        """A bare request for the API, the application's for everything else."""
        path = message.path.partition("?")[0]
        if path.startswith(API):
            limit = FILE_LIMIT if path.endswith(UPLOAD_PATH) else BODY_LIMIT
            return web.BaseRequest(
                message, payload, protocol, writer, task, self._loop, client_max_size=limit
            )
        return self._pages.request_factory(message, payload, protocol, writer, task)

    async def _route(self, request: web.BaseRequest) -> web.StreamResponse:
        if isinstance(request, web.Request):
            return await self._pages.request_handler(request)
        reply = await self._api(request)
        return reply.response() if isinstance(reply, Ready) else reply


class Runner(web.AppRunner):
    """Runs application and API on our server."""

    def __init__(self, app: web.Application, api: Api) -> None:
        self._api = api
        super().__init__(
            app,
            access_log=None,
            keepalive_timeout=KEEPALIVE,
            lingering_time=LINGER,
            shutdown_timeout=DRAIN,
        )

    async def _make_server(self) -> web.Server:
        pages = await super()._make_server()
        return Server(pages, self._api, asyncio.get_running_loop())


def _settings(server: web.Server) -> dict[str, Any]:
    return dict(server._kwargs)  # noqa: SLF001 - aiohttp has no seam for a protocol of one's own


async def listen(app: web.Application, api: Api, host: str, port: int) -> Runner:
    """Start to serve; ``runner.addresses`` says where."""
    runner = Runner(app, api)
    await runner.setup()
    site = web.TCPSite(runner, host, port, backlog=BACKLOG, reuse_address=True)
    try:
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    return runner
