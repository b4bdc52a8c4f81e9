"""The yardstick: aiohttp that reads a JSON body and sends it back, and nothing else."""

from __future__ import annotations

import sys

from aiohttp import web


async def echo(request: web.Request) -> web.Response:
    """The same JSON again."""
    return web.json_response(await request.json())


if __name__ == "__main__":
    app = web.Application()
    app.router.add_post("/echo", echo)
    web.run_app(
        app,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        access_log=None,
        print=lambda *_: None,
        backlog=4096,
    )
