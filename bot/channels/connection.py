"""A client's connection. Its errors tell nothing of our inside, and calls of the API go a short
way.

aiohttp makes a task, a writer and a response for each request, which costs as much as playing a
press of a button. What came whole, and alone, needs none of them: it is answered from here, and
aiohttp's own loop, which waits for the next request meanwhile, is not woken.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from aiohttp.http_writer import HttpVersion11, StreamWriter
from aiohttp.web_protocol import RequestHandler

from bot.channels.replying import API, Ready, failed, unreadable

Api = Callable[[web.BaseRequest], Awaitable[web.StreamResponse | Ready]]


class Connection(RequestHandler):
    """aiohttp's connection with our error shape and the short way."""

    __slots__ = ("_api", "_call")

    def __init__(self, manager: web.Server, api: Api, **settings: Any) -> None:
        super().__init__(manager, **settings)
        self._api = api
        self._call: asyncio.Task[None] | None = None  # the one that is being answered

    def leave_unread(self) -> None:
        """Close at once after the reply: what still arrives would be unpacked for nothing."""
        self._lingering_time = 0.0

    def data_received(self, data: bytes) -> None:
        """Something arrived; aiohttp reads it, and we see whom to wake."""
        waiter, self._waiter = self._waiter, None
        super().data_received(data)
        self._waiter = waiter
        if self._call is None:
            self._go_on()

    def _go_on(self) -> None:
        waiter = self._waiter
        if not self._messages or waiter is None or waiter.done():
            return
        if len(self._messages) == 1 and _is_call(*self._messages[0]):
            self._call = self._loop.create_task(self._answer(*self._messages.popleft()))
        else:
            waiter.set_result(None)

    async def _answer(self, message: Any, payload: Any) -> None:
        """Answer a call. What arrives meanwhile waits."""
        self._begin()
        try:
            stays = await self._reply(self._request_of(message, payload))
        except ConnectionError:
            stays = False
        finally:
            self._end()
        if self.transport is not None and not (stays and not self._close):
            self.transport.close()
        self._go_on()

    def _request_of(self, message: Any, payload: Any) -> web.BaseRequest:
        if self._request_factory is None:
            raise ConnectionResetError("the client has gone")
        writer = StreamWriter(self, self._loop)
        return self._request_factory(message, payload, self, writer, self._task_handler)  # type: ignore[arg-type]

    async def _reply(self, request: web.BaseRequest) -> bool:
        """Reply to a request; whether the connection stays open."""
        reply: web.StreamResponse | Ready
        try:
            reply = await self._api(request)
        except Exception as raised:  # noqa: BLE001 - a fault of ours
            reply = self.handle_error(request, 500, raised)
        if isinstance(reply, Ready):
            if self.transport is not None:
                self.transport.write(reply.wire())
            return True
        _, reset = await self.finish_response(request, reply, None)
        return not reset and bool(reply.keep_alive)

    def _begin(self) -> None:
        if self._parser is not None:
            self._parser.message_consumed()
        self._request_in_progress = True
        self._stay_open()

    def _end(self) -> None:
        self._call = None
        self._request_in_progress = False
        self._stay_open()
        if self._handler_waiter is not None:
            self._handler_waiter.set_result(None)

    def _stay_open(self) -> None:
        """An idle connection is closed after some time: it is not idle now."""
        self._next_keepalive_close_time = self._loop.time() + self._keepalive_timeout

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 - quotes the request; not for anybody's eyes
    ) -> web.StreamResponse:
        """The reply to a request that raised, or that was no HTTP (4xx)."""
        response = unreadable(status) if status < 500 else failed(request.path, exc)
        response.force_close()
        return response


def _is_call(message: Any, payload: Any) -> bool:
    """Whether this is a call of the API that came whole, with nothing special about it."""
    return (
        payload.is_eof()
        and getattr(message, "method", "") == "POST"
        and message.path.startswith(API)
        and message.version == HttpVersion11
        and not (message.should_close or message.upgrade or message.compression)
    )
