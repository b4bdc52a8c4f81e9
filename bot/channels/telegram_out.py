"""What leaves for Telegram visitors: rows of the outbox, and the sender that delivers them.

One lane a chat keeps its order. A chat that blocked the bot is marked, and asked nothing more
until it writes again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, Protocol

import structlog

from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome, was_unsure
from bot.alerts.talk import Moved
from bot.channels.telegram_view import Markup, Post
from storage.rows import Event, Outgoing, Update
from storage.store import Store

MOVES: Final = 3  # a chat that moves more often than this is not followed
GONE: Final = ("blocked", "deactivated", "chat not found", "kicked", "initiate conversation")
NO_PREVIEW: Final = {"is_disabled": True}
METHODS: Final = {
    "tg.say": "sendMessage",
    "tg.mark": "editMessageText",
    "tg.keys": "editMessageReplyMarkup",
}

log = structlog.get_logger("telegram")
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Caller(Protocol):
    """The Bot API, as the messenger offers it."""

    async def call(self, method: str, parameters: dict[str, object]) -> Any: ...
    async def call_ready(self, method: str, body: str) -> Any: ...
    async def fetch(self, file: str, limit: int) -> Any: ...
    async def answer(self, press_id: str, text: str, *, alert: bool = False) -> Any: ...


class Rows:
    """The rows of one update's reply: each is queued once, however often the update is played."""

    def __init__(self, update: Update, chat: int, now: datetime) -> None:
        self._update, self._chat, self._now = update, chat, now
        self._made: list[Outgoing] = []

    def say(self, posts: Iterable[Post], lead_id: str = "") -> None:
        """Messages, one after the other."""
        for post in posts:
            asked: dict[str, object] = {"text": post.text, "link_preview_options": NO_PREVIEW}
            self._add("tg.say", asked, post.markup, lead_id)

    def mark(self, message: int, text: str = "", markup: Markup | None = None) -> None:
        """Change one of our messages: its text and buttons, or its buttons alone."""
        asked: dict[str, object] = {"message_id": message}
        if text:
            self._add("tg.mark", {**asked, "text": text}, markup)
        else:
            self._add("tg.keys", asked, markup)

    def all(self) -> tuple[Outgoing, ...]:
        """What was collected."""
        return tuple(self._made)

    def _add(
        self, kind: str, asked: dict[str, object], markup: Markup | None, lead_id: str = ""
    ) -> None:
        """A row's payload is the request's body, ready to be sent."""
        update, now = self._update, self._now
        key = f"tg:{update.bot}:{update.update_id}:{len(self._made)}"
        if markup is not None:
            asked["reply_markup"] = markup
        body = encode({"chat_id": self._chat, **asked})
        lane = f"tg:{self._chat}"
        self._made.append(Outgoing(key, kind, lane, body, now, lead_id, created_at=now))


class Sending:
    """Sends ``tg.*`` rows."""

    def __init__(self, store: Store, caller: Caller) -> None:
        self._store, self._caller = store, caller
        self._blocked: set[str] = set()  # what we have met; the store has all
        self._moved: dict[str, str] = {}

    async def send(self, row: Outgoing) -> Outcome:
        """Send a row."""
        chat = row.lane.removeprefix("tg:")
        if chat in self._blocked:
            return Delivered("the visitor blocked the bot")
        for _ in range(MOVES):
            done = await self._caller.call_ready(METHODS[row.kind], self._body(row, chat))
            if not isinstance(done, Moved):
                return await self._outcome(row, chat, done)
            self._moved[chat] = done.chat_id
        return Hopeless("the chat keeps moving")

    def _body(self, row: Outgoing, chat: str) -> str:
        """The request as it was made; changed where it may be a repeat, or the chat moved."""
        again = row.kind == "tg.say" and was_unsure(row)
        if not again and chat not in self._moved:
            return row.payload
        asked = json.loads(row.payload)
        if again:
            asked["disable_notification"] = True
        if chat in self._moved:
            asked["chat_id"] = int(self._moved[chat])
        return encode(asked)

    async def mark_blocked(self, chat: str, now: datetime) -> None:
        """This chat wants nothing from us."""
        if chat not in self._blocked:
            self._blocked.add(chat)
            await self._store.set_setting(f"blocked:telegram:{chat}", now.isoformat())

    async def unblock(self, chat: str) -> None:
        """This chat speaks to us again."""
        if chat in self._blocked:
            self._blocked.discard(chat)
            await self._store.take_setting(f"blocked:telegram:{chat}")

    async def _outcome(self, row: Outgoing, chat: str, done: Any) -> Outcome:
        if isinstance(done, Again):
            return done
        if not isinstance(done, Hopeless):
            return Delivered("telegram")
        why = done.why.lower()
        if any(word in why for word in GONE):
            now = row.due_at
            await self.mark_blocked(chat, now)
            data = encode({"why": done.why})
            events = (Event(row.lead_id, "unreachable", "bot", data, now),) if row.lead_id else ()
            return Hopeless(done.why, events=events)
        if row.kind != "tg.say":  # an old message that cannot be changed any more
            return Delivered("nothing to change")
        return done
