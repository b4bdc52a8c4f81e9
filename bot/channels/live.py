"""A person's words and typing, pushed to an open chat: text/event-stream, read with fetch.

The stream carries what the client may show at once; the transcript itself is read from the store,
so a stream that breaks loses nothing. Each event is a JSON object with its type as its name:
``state`` (the shape of every reply), ``typing`` and, every HEARTBEAT seconds, a comment.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from aiohttp import web

from bot.channels.refusals import too_many
from bot.channels.replying import SERVER
from bot.compact import encode
from bot.conversations import Conversations
from bot.news import Ended, News, Subscription, Typing
from bot.talk import State

HEARTBEAT = 15.0  # seconds; proxies cut silent connections after 30 to 60
STALLED = 10.0  # seconds a reader may take to take what was sent
STREAMS = 10  # open at once in one conversation
LONGEST = 3600.0  # seconds, then the client opens a new one

_HEADERS = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "Vary": "Origin",
    "X-Accel-Buffering": "no",
    "X-Content-Type-Options": "nosniff",
    "Server": SERVER,
}


class Live:
    """The open streams of this process."""

    def __init__(self, conversations: Conversations, news: News) -> None:
        self._conversations = conversations
        self._news = news

    async def stream(
        self,
        request: web.BaseRequest,
        who: tuple[str, str],
        after: int,
        grant: dict[str, str],
    ) -> web.StreamResponse:
        """Stream until nobody speaks any more; 204 when nobody may speak yet. ``who`` is the
        conversation and the hash of its token."""
        id_, token_hash = who
        with self._news.listen(id_) as heard:  # listen first: nothing falls between
            state = await self._conversations.state(id_, token_hash, after)
            if not state.live:
                return web.Response(status=204, headers={**_HEADERS, **grant})
            if self._news.listeners(id_) > STREAMS:
                raise too_many(HEARTBEAT)
            response = web.StreamResponse(headers={**_HEADERS, **grant})
            await response.prepare(request)
            async for chunk in self._chunks(heard, state, id_, token_hash):
                async with asyncio.timeout(STALLED):
                    await response.write(chunk)
        return response

    async def _chunks(
        self, heard: Subscription, state: State, id_: str, token_hash: str
    ) -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        end = loop.time() + LONGEST
        yield _event("state", state)
        while state.live and loop.time() < end:
            try:
                item = await asyncio.wait_for(heard.get(), HEARTBEAT)
            except TimeoutError:
                yield b": still here\n\n"
                continue
            if item is None or isinstance(item, Ended):
                return
            if isinstance(item, Typing):
                yield f"event: typing\ndata: {encode({'who': item.who})}\n\n".encode()
                continue
            state = await self._conversations.state(id_, token_hash, state.seq)
            yield _event("state", state)


def _event(name: str, state: State) -> bytes:
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (state.seq, name.encode(), state.body)
