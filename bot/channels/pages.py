"""The widget and the demo site: files that never change while the server runs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web
from multidict import CIMultiDict

from bot.channels.replying import SERVER
from widget.serving import Asset, asset, demo_paths

_EMBEDDED = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def widget_route() -> web.RouteDef:
    """``/widget.js``, which any page may embed; put together when it is first asked for."""

    async def serve(request: web.Request) -> web.Response:
        file = await asyncio.to_thread(asset, "widget.js") if not ready else ready[0]
        ready[:] = [file]
        return _reply(request, file, _headers(file, _EMBEDDED))

    ready: list[Asset] = []
    return web.get("/widget.js", serve)


def demo_routes() -> list[web.RouteDef]:
    """The demo site's pages and pictures."""
    return [web.get(path, _serves(name)) for path, name in demo_paths().items()]


def warm() -> None:
    """Put everything together before the first visitor waits for it."""
    for name in ("widget.js", *demo_paths().values()):
        asset(name)


def _serves(name: str) -> Handler:
    async def serve(request: web.Request) -> web.Response:
        file = asset(name)  # read and compressed once
        return _reply(request, file, _headers(file, {}))

    return serve


def _reply(request: web.Request, file: Asset, headers: CIMultiDict[str]) -> web.Response:
    if file.etag in request.headers.get("If-None-Match", ""):
        return web.Response(status=304, headers=headers)
    if _takes_gzip(request.headers.get("Accept-Encoding", "")):
        headers["Content-Encoding"] = "gzip"
        return web.Response(body=file.gzip, headers=headers)
    return web.Response(body=file.body, headers=headers)


def _headers(file: Asset, extra: dict[str, str]) -> CIMultiDict[str]:
    headers: CIMultiDict[str] = CIMultiDict(
        {
            "Content-Type": file.content_type,
            "ETag": file.etag,
            "Cache-Control": file.cache_control,
            "Vary": "Accept-Encoding",
            "Server": SERVER,
        }
    )
    if file.csp:
        headers["Content-Security-Policy"] = file.csp
        headers["X-Frame-Options"] = "SAMEORIGIN"
    headers.update(extra)
    return headers


def _takes_gzip(accepted: str) -> bool:
    for coding in accepted.lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
