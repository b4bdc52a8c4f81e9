"""The inbox's news, pushed: a new hot lead is on the page within a second, without a reload.

What happens in one short moment is told together, each lead once, so that a busy hour neither
floods the page nor the server. A page that missed something asks for its list again.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Final

from aiohttp import web

from bot.admin.access import Session
from bot.admin.rendering import PAGE_HEADERS
from bot.news import LEADS, LeadGone, LeadNews, News, Subscription

MOMENT: Final = 0.15  # seconds that news is gathered for
HEARTBEAT: Final = 15.0
STALLED: Final = 10.0  # seconds a browser may take to take what was sent
MOST: Final = 20  # leads a moment; with more the page reads its list anew
RETRY_MS: Final = 1_000


def session_topic(session: Session) -> str:
    """Where the end of a session is told."""
    return f"admin:{session.key}"


Item = LeadNews | LeadGone
Event = Callable[[LeadNews], Awaitable[dict[str, object] | None]]
StillIn = Callable[[], Awaitable[bool]]


async def stream(
    request: web.Request, news: News, session: Session, event: Event, still_in: StillIn
) -> web.StreamResponse:
    """Push until the browser goes, the session ends, or the server does."""
    headers = PAGE_HEADERS | {"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"}
    response = web.StreamResponse(headers=headers)
    with (
        news.listen(LEADS) as heard,
        news.listen(session_topic(session)) as ends,
        contextlib.suppress(ConnectionError, TimeoutError),  # the browser went, or sleeps
    ):
        await response.prepare(request)
        async for chunk in _chunks(heard, ends, event, still_in):
            async with asyncio.timeout(STALLED):
                await response.write(chunk)
    return response


async def _chunks(
    heard: Subscription, ends: Subscription, event: Event, still_in: StillIn
) -> AsyncIterator[bytes]:
    yield f"retry: {RETRY_MS}\nevent: ready\ndata: {{}}\n\n".encode()
    moments = _Moments(heard, ends)
    try:
        while (moment := await moments.next()) is not None:
            if not moment:
                if not await still_in():
                    return
                yield b": still here\n\n"
            elif len(moment) > MOST or any(isinstance(item, LeadGone) for item in moment):
                yield b"event: refresh\ndata: {}\n\n"
            else:
                for item in moment:
                    told = await event(item) if isinstance(item, LeadNews) else None
                    if told is not None:
                        yield _sse("lead", told)
    finally:
        moments.close()


class _Moments:
    """News in portions: what happens in one short moment, each lead once."""

    def __init__(self, heard: Subscription, ends: Subscription) -> None:
        self._heard = heard
        self._ended = asyncio.ensure_future(ends.get())
        self._over = False

    def close(self) -> None:
        """Stop waiting."""
        self._ended.cancel()

    async def next(self) -> list[Item] | None:
        """The next portion, [] after a silence, None at the end."""
        if self._over or self._ended.done():
            return None
        first = asyncio.ensure_future(self._heard.get())
        waiting = {first, self._ended}
        await asyncio.wait(waiting, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
        if not first.done():
            first.cancel()
            return None if self._ended.done() else []
        return await self._gather(first.result())

    async def _gather(self, item: Any) -> list[Item] | None:
        if item is None:
            return None
        latest: dict[str, Item] = {}
        end = asyncio.get_running_loop().time() + MOMENT
        while item is not None:
            _keep(latest, item)
            try:
                async with asyncio.timeout_at(end):
                    item = await self._heard.get()
            except TimeoutError:
                return list(latest.values())
        self._over = True
        return list(latest.values())


def _keep(latest: dict[str, Item], item: Item) -> None:
    """The newest state of a lead; that it just became hot is not lost to a later change."""
    if isinstance(item, LeadGone):
        latest[item.id] = item
        return
    before = latest.pop(item.lead.id, None)
    if isinstance(before, LeadNews) and before.change == "hot" and item.change == "changed":
        item = LeadNews("hot", item.lead)
    latest[item.lead.id] = item


def _sse(name: str, data: dict[str, object]) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
