"""A client's connection. Its errors tell nothing of our inside."""

from __future__ import annotations

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from bot.channels.replying import failed, unreadable


class Connection(RequestHandler):
    """aiohttp's connection with our error shape."""

    __slots__ = ()

    def leave_unread(self) -> None:
        """Close at once after the reply: what still arrives would be unpacked for nothing."""
        self._lingering_time = 0.0

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
