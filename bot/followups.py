"""After a silence: says what a flow's ``follow_ups`` say, once each, at an hour that is decent.

Nothing is kept in memory and no timer is set: what is due is read from the stored conversations,
so a restart neither forgets nor repeats one. What became due while nobody served is said as long
as it is not older than a day.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

import structlog

from bot.conversations import Conversations
from bot.dialogue.compiled import CompiledFlow
from bot.editions import Editions
from bot.errors import DoorstepError
from bot.later import Post
from bot.leads.persons import telegram_key
from bot.planning import Held
from bot.riding import Spoken
from storage.rows import Conversation, Outgoing
from storage.store import ReadStore, StoreError

LOOK_SECONDS: Final = 15.0
TOO_OLD: Final = timedelta(days=1)
AT_ONCE: Final = 200  # conversations a look; the next one goes on
MORNING, EVENING = 8, 20  # the strictest law we know, everywhere
_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
log = structlog.get_logger("followups")


class Front(Protocol):
    """The channel that carries its replies itself."""

    def unasked(self, told: Spoken, number: int) -> tuple[Outgoing, ...]: ...


class FollowUps:
    """Looks for conversations that fell silent."""

    def __init__(
        self,
        store: ReadStore,
        editions: Editions,
        conversations: Conversations,
        front: Front | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store, self._editions, self._conversations = store, editions, conversations
        self._front, self._clock = front, clock

    async def run(self) -> None:
        """Look now and then, for ever."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except StoreError as error:
                log.warning("no follow-ups for now", why=str(error))

    async def look(self) -> int:
        """Say whatever is due; how many were said."""
        said = 0
        for flow in list(self._editions.flows.values()):
            waits = [seconds(item.after) for item in flow.flow.follow_ups]
            if waits:
                said += await self._look(flow, min(waits), max(waits))
        return said

    async def _look(self, flow: CompiledFlow, shortest: timedelta, longest: timedelta) -> int:
        now = self._clock()
        rows = await self._store.silent_since(
            flow.flow.id, now - longest - TOO_OLD, now - shortest, AT_ONCE
        )
        said = 0
        for row in rows:
            try:
                said += await self._say(row)
            except DoorstepError as error:
                log.warning("no follow-up", conversation=row.id, why=type(error).__name__)
        return said

    async def _say(self, row: Conversation) -> bool:
        post: Post | None = None
        if row.channel == "telegram":
            mine = await self._store.keys_of(row.lead_id) if row.lead_id else []
            wanted = await self._store.may_contact([telegram_key(row.peer), *mine])
            if self._front is None or not wanted:
                return False
            post = self._front.unasked
        return await self._conversations.follow_up(row.id, due, post)


def due(flow: CompiledFlow, held: Held, now: datetime) -> int:
    """The number of the follow-up to be said now, 0 for none."""
    session = held.session
    if session.status != "partial" or not session.turns or not is_decent(flow, held, now):
        return 0
    silent = now - held.row.updated_at
    for number, item in enumerate(flow.flow.follow_ups, 1):
        wait = seconds(item.after)
        if wait <= silent <= wait + TOO_OLD and f"silence_{number}" not in session.flags:
            return number
    return 0


def is_decent(flow: CompiledFlow, held: Held, now: datetime) -> bool:
    """Nobody's phone makes a sound at night; a page makes none."""
    if held.row.channel != "telegram":
        return True
    local = flow.local(held.session.market, held.session.lang)
    return MORNING <= now.astimezone(local.zone).hour < EVENING


def seconds(after: str) -> timedelta:
    """``10m`` as a time."""
    return timedelta(**{_UNITS[after[-1]]: int(after[:-1])})
