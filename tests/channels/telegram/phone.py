"""A visitor's phone with Telegram on it, before the whole product and the stand-in Bot API."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import Doorstep, Terminal, running
from bot.settings import Settings
from storage.columns import micros
from storage.rows import Lead
from storage.store import LeadFilter
from tests.alerts.office import until
from tests.fakes.botapi import FakeBotApi
from tests.fakes.bottypes import Call

VISITOR = 77
STICKER = {
    "file_id": "x", "file_unique_id": "y", "width": 1, "height": 1, "is_animated": False,
    "is_video": False, "type": "regular",
}  # fmt: skip
SOON = timedelta(seconds=2)  # what is tried again is waited for
SHOWN = {"sendMessage", "editMessageText", "editMessageReplyMarkup"}


def settings(data: Path, api: FakeBotApi, **more: Any) -> Settings:
    """A product that speaks to the stand-in."""
    given = {"telegram_token": api.token, "telegram_api": api.url, "rate_limit": False}
    return Settings(data=data, port=0, **{**given, **more})


class Phone:
    """One visitor's chat. Every action waits until the bot has said all it has to say."""

    def __init__(
        self, api: FakeBotApi, doorstep: Doorstep, chat: int = VISITOR, lang: str = "en"
    ) -> None:
        self.api, self.doorstep, self.chat, self.lang = api, doorstep, chat, lang
        self.lines: list[str] = []
        self._read = len(api.calls)

    async def say(self, text: str, **more: Any) -> list[str]:
        """Type something; the bot's new messages."""
        await self.api.say(self.chat, text, **{"from": self._me, **more})
        return await self._then(f"👤 {text}")

    async def send(self, **content: Any) -> list[str]:
        """Send something that is no text."""
        self.api.next_message += 1
        message = {
            "message_id": self.api.next_message,
            "date": int(time.time()),
            "chat": {"id": self.chat, "type": "private", "first_name": "V"},
            "from": self._me,
            **content,
        }
        await self.api.update(message=message)
        return await self._then(f"👤 ({next(iter(content))})")

    async def edit(self, said: str, text: str) -> list[str]:
        """Change a message that was sent before."""
        old = next(
            update["message"]
            for update in reversed(self.api.history)
            if update.get("message", {}).get("text") == said
        )
        changed = {**old, "text": text, "edit_date": int(time.time())}
        await self.api.update(edited_message=changed)
        return await self._then(f"👤 changes “{said}” to “{text}”")

    async def press(self, button: str, message: dict[str, Any] | None = None) -> list[str]:
        """Press a button of the last message that has it, or of this one."""
        await self.api.press(message or self.under(button), button, user=self.chat)
        return await self._then(f"👤 [{button}]")

    async def share(self, phone: str, owner: int | None = None) -> list[str]:
        """Share a contact: one's own, or somebody else's."""
        user = self.chat if owner is None else owner
        return await self.send(contact={"phone_number": phone, "first_name": "C", "user_id": user})

    def under(self, button: str) -> dict[str, Any]:
        """The last message with a button of this label."""
        for message in reversed(self.api.shown(self.chat)):
            rows = message.get("reply_markup", {}).get("inline_keyboard", ())
            if any(button in found["text"] for row in rows for found in row):
                return message
        raise AssertionError(f"there is no button {button}")

    def buttons(self) -> list[str]:
        """The labels under the last message."""
        markup = self.api.shown(self.chat)[-1].get("reply_markup", {})
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or ()
        return [button["text"] for row in rows for button in row]

    async def lead(self) -> Lead:
        """The one lead there is."""
        (lead,) = await self.doorstep.store.leads(LeadFilter())
        return lead

    async def quiet(self) -> None:
        """Until every update is settled and everything to be sent is sent."""
        path, clock = self.doorstep.store.path, self.doorstep.alerts.desk.clock
        await until(lambda: is_quiet(path, len(self.api.history), clock()), within=60)

    @property
    def _me(self) -> dict[str, Any]:
        return {
            "id": self.chat,
            "is_bot": False,
            "first_name": "Chris",
            "language_code": self.lang,
        }

    async def _then(self, action: str) -> list[str]:
        await self.quiet()
        calls, self._read = self.api.calls[self._read :], len(self.api.calls)
        self.lines.append(action)
        toasts = [call.text for call in calls if call.method == "answerCallbackQuery"]
        self.lines += [f"   (toast) {text}" for text in toasts if text]
        mine = [call for call in calls if call.method in SHOWN and call.chat == self.chat]
        for call in mine:
            self.lines += _lines(call)
        return [call.text for call in mine if call.method == "sendMessage"]


def is_quiet(path: Path, updates: int, now: datetime) -> bool:
    """Nothing is left to be done for this many updates, nor anything else that is due."""
    with closing(sqlite3.connect(path)) as db:
        (kept, new) = db.execute(
            "select count(*), coalesce(sum(state = 'new'), 0) from telegram_update"
        ).fetchone()
        (waiting,) = db.execute(
            "select count(*) from outbox where state = 'taken' or state = 'due' "
            "and (due_at <= ? or kind <> 'alert.ladder' and lane like 'tg:%')",
            (micros(now + SOON),),
        ).fetchone()
    return kept >= updates and not new and not waiting


def _lines(call: Call) -> list[str]:
    """A call as its reader sees it."""
    if call.method == "editMessageReplyMarkup":
        return ["✎  (its buttons)", *_keys(call)]
    sign = "🤖" if call.method == "sendMessage" else "✎ "
    first, *rest = call.text.split("\n")
    return [f"{sign} {first}", *(f"   {line}" for line in rest), *_keys(call)]


def _keys(call: Call) -> list[str]:
    markup = call.params.get("reply_markup") or {}
    if "remove_keyboard" in markup:
        return ["   (keyboard gone)"]
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or ()
    return ["   " + " ".join(f"[{button['text']}]" for button in row) for row in rows]


@asynccontextmanager
async def chatting(
    data: Path,
    api: FakeBotApi,
    clock: Callable[[], datetime] | None = None,
    ticks: Callable[[], float] = time.monotonic,
    **more: Any,
) -> AsyncIterator[Phone]:
    """The product running, and a visitor's phone; by other clocks, if they are given."""
    terminal = Terminal(clock=clock, ticks=ticks)
    async with running(settings(data, api, **more), terminal) as doorstep:
        yield Phone(api, doorstep)
