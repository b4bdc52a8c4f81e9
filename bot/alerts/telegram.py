"""Telegram as alerts use it: send, edit, answer a press, fetch updates. python-telegram-bot is the
client and knows the types; what goes wrong comes back as an outcome, in plain words.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
from collections.abc import Awaitable, Mapping
from typing import Any, cast

os.environ.setdefault("PTB_TIMEDELTA", "1")  # read at every flood error, which else warns

from telegram import (  # noqa: TID251 - this file is the client
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    Update,
)
from telegram.error import (  # noqa: TID251
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import ExtBot  # noqa: TID251
from telegram.request import RequestData  # noqa: TID251

from bot.alerts.aiohttp_request import AiohttpRequest, Form, MaybeDelivered, Ready
from bot.alerts.outcomes import Again, Hopeless
from bot.alerts.talk import (
    UNKNOWN_MESSAGE,
    Failure,
    Moved,
    Posted,
    Pressed,
    UnreadableUpdate,
    Webhook,
    Word,
)
from bot.alerts.view import Button, Keyboard

logging.getLogger("telegram").setLevel(logging.WARNING)  # below it: token and texts

DEFAULT_API = "https://api.telegram.org"
ANSWER_LIMIT = 200  # characters in the answer to a press
POLL_LIMIT = 100
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
KNOWN = frozenset(map(str, Update.ALL_TYPES))  # asked for or not
GROUPS = ("group", "supergroup")
REFUSED = "Telegram refused"
_FILE_PATH = re.compile(r"[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*", re.ASCII).fullmatch
_PLAIN: dict[type[TelegramError], str] = {
    InvalidToken: "Telegram does not know the bot token",
    Conflict: "another program fetches this bot's updates",
}
_PREVIEW_OFF = LinkPreviewOptions(is_disabled=True)
_UNREADABLE = (AttributeError, KeyError, OverflowError, RecursionError, TypeError, ValueError)


class Messenger:
    """The bot's mouth and ears. ``open`` and ``close`` belong to the running loop."""

    def __init__(self, token: str, api: str = "") -> None:
        base = (api or DEFAULT_API).rstrip("/")
        self._bot: ExtBot[None] = ExtBot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(),
        )
        self._polling = AiohttpRequest()

    @property
    def name(self) -> str:
        """A name for the bot, under which its updates are kept; says nothing of the token."""
        return hashlib.sha256(self._bot.token.encode()).hexdigest()[:12]

    async def open(self) -> None:
        """Open the connections. Nothing is asked of Telegram: it may be down."""
        await self._bot.request.initialize()  # the bot's own initialize() would call getMe
        await self._polling.initialize()

    async def close(self) -> None:
        """Close the connections."""
        await self._bot.request.shutdown()
        await self._polling.shutdown()

    async def post(
        self,
        chat_id: str,
        text: str,
        keyboard: Keyboard = (),
        *,
        silent: bool = False,
        html: bool = True,
        thread: int = 0,
        answers: int = 0,
        picture: str = "",
    ) -> Posted | Failure:
        """Send a message: into a topic, as an answer to another one, with a picture below it."""
        sending = self._bot.send_message(
            chat_id,
            text,
            parse_mode="HTML" if html else None,
            reply_markup=_markup(keyboard),
            disable_notification=silent,
            link_preview_options=_preview(picture),
            message_thread_id=thread or None,
            reply_parameters=_answering(answers),
        )
        try:
            done: Failure | Message = await _outcome(sending)
        except _UNREADABLE:  # it was accepted; that the answer is odd must not ring twice
            return Posted(chat_id, UNKNOWN_MESSAGE)
        return Posted(chat_id, done.message_id) if isinstance(done, Message) else done

    async def edit(
        self, posted: Posted, text: str, keyboard: Keyboard = (), picture: str = ""
    ) -> Posted | Failure:
        """Change a message; that it is so already is fine."""
        editing = self._bot.edit_message_text(
            text,
            chat_id=posted.chat_id,
            message_id=posted.message_id,
            parse_mode="HTML",
            reply_markup=_markup(keyboard),
            link_preview_options=_preview(picture),
        )
        done: Failure | Message | bool = await _outcome(editing)
        if isinstance(done, Hopeless) and "not modified" in done.why.lower():
            return posted
        return posted if isinstance(done, (Message, bool)) else done

    async def post_file(
        self, chat_id: str, name: str, content: bytes, *, silent: bool = False
    ) -> Posted | Failure:
        """Send a file."""
        sending = self._bot.send_document(
            chat_id, InputFile(content, filename=name), disable_notification=silent
        )
        try:
            done: Failure | Message = await _outcome(sending)
        except _UNREADABLE:  # as with a message: it was accepted
            return Posted(chat_id, UNKNOWN_MESSAGE)
        return Posted(chat_id, done.message_id) if isinstance(done, Message) else done

    async def remove(self, posted: Posted) -> Posted | Failure:
        """Take a message back; one that is gone already is fine."""
        done = await self.call(
            "deleteMessage", {"chat_id": posted.chat_id, "message_id": posted.message_id}
        )
        gone = isinstance(done, Hopeless) and "not found" in done.why.lower()
        return posted if gone or done is True else _as_failure(done)

    async def answer(self, press_id: str, text: str, *, alert: bool = False) -> bool | Failure:
        """Answer a press, so that its button stops spinning."""
        answering = self._bot.answer_callback_query(
            press_id, text[:ANSWER_LIMIT], show_alert=alert
        )
        done: Failure | bool = await _outcome(answering)
        return done

    async def updates(self, offset: int | None, seconds: int) -> list[Any] | Failure:
        """Wait for updates; raw, because a shape nobody knows must not lose its neighbours."""
        asked: dict[str, object] = {
            "timeout": seconds,
            "limit": POLL_LIMIT,
            "allowed_updates": KINDS,
        }
        if offset is not None:
            asked["offset"] = offset
        url = f"{self._bot.base_url}/getUpdates"
        polling = self._polling.post(url, cast("RequestData", Form(asked)), seconds + 10)
        found = await _outcome(polling)
        if isinstance(found, (Again, Hopeless, Moved)):
            return found
        return found if isinstance(found, list) else Again("the answer to getUpdates was no list")

    async def call(self, method: str, parameters: Mapping[str, object]) -> Any | Failure:
        """Ask for a method by name; its plain result, without the library's types."""
        return await self.call_ready(method, json.dumps(parameters))

    async def call_ready(self, method: str, body: str) -> Any | Failure:
        """Ask for a method whose parameters are JSON already."""
        url = f"{self._bot.base_url}/{method}"
        return await _outcome(self._bot.request.post(url, cast("RequestData", Ready(body))))

    async def fetch(self, file: str, limit: int) -> bytes | Failure:
        """A file that somebody sent, by Telegram's id: all of it, or a byte over the limit."""
        found = await self.call("getFile", {"file_id": file})
        if isinstance(found, (Again, Hopeless, Moved)):
            return found
        path = found.get("file_path") if isinstance(found, dict) else None
        if not isinstance(path, str) or not _FILE_PATH(path):
            return Hopeless("Telegram has no such file")
        done: bytes | Failure
        done = await _outcome(self._polling.fetch(f"{self._bot.base_file_url}/{path}", limit))
        return done

    async def be_brought(self, webhook: Webhook) -> Failure | bool:
        """Have updates brought to us instead of fetching them."""
        done: Failure | bool = await self.call(
            "setWebhook",
            {"url": webhook.url, "secret_token": webhook.secret, "allowed_updates": KINDS},
        )
        return done

    async def listen(self) -> Failure | bool:
        """Take a webhook away, which would keep updates from being polled."""
        done: Failure | bool = await _outcome(self._bot.delete_webhook())
        return done


def read_update(body: dict[str, Any]) -> Word | Pressed | None:
    """What an update says to us; None for what we take no part in; UnreadableUpdate otherwise."""
    if (word := _plain_word(body)) is not None:
        return word
    if KNOWN.isdisjoint(body):
        raise UnreadableUpdate("of a kind that nobody knows")
    try:
        update = Update.de_json(body, None)
        return _press(update) if update.callback_query else _word(update)
    except _UNREADABLE as error:
        raise UnreadableUpdate(type(error).__name__) from None


def _plain_word(body: Any) -> Word | None:
    """A text message, which most updates are, without the library's many objects."""
    body = _dict(body)
    message = _dict(body.get("message") or body.get("edited_message"))
    chat, sender, text = (
        _dict(message.get("chat")),
        _dict(message.get("from")),
        message.get("text"),
    )
    reply_to = _number(_dict(message.get("reply_to_message")).get("message_id"))
    here = chat.get("type") == "private" or (reply_to and chat.get("type") in GROUPS)
    whole = type(message.get("date")) is int and bool(here)
    user, id_ = sender.get("id"), chat.get("id")
    if whole and isinstance(user, int) and isinstance(id_, int) and text and type(text) is str:
        edited = _number(message.get("edit_date")) if "message" not in body else 0
        return Word(user, id_, text, _number(message.get("message_id")), reply_to, edited)
    return None


def _number(value: Any) -> int:
    return value if type(value) is int else 0


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _press(update: Update) -> Pressed | None:
    query = update.callback_query
    if query is None or query.message is None or not query.data:
        return None
    chat = query.message.chat.id
    return Pressed(query.id, query.from_user.id, chat, query.message.message_id, query.data)


def _word(update: Update) -> Word | None:
    message = update.message
    if message is None:
        return None
    if message.chat.type != "private" or message.from_user is None or not message.text:
        return None
    return Word(message.from_user.id, message.chat.id, message.text)


def _preview(picture: str) -> LinkPreviewOptions:
    """No preview of whatever address a text may hold; a home's picture where there is one."""
    if not picture:
        return _PREVIEW_OFF
    return LinkPreviewOptions(url=picture, prefer_large_media=True, show_above_text=False)


def _answering(message_id: int) -> ReplyParameters | None:
    if not message_id:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)


def _as_failure(done: Any) -> Failure:
    odd = Hopeless("Telegram answered in an odd way")
    return done if isinstance(done, (Again, Hopeless, Moved)) else odd


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    if not keyboard:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in keyboard])


def _button(button: Button) -> InlineKeyboardButton:
    if button.copies:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copies))
    return InlineKeyboardButton(button.label, callback_data=button.data)


async def _outcome(asking: Awaitable[Any]) -> Any:
    """The answer, or what went wrong as a value."""
    try:
        return await asking
    except TelegramError as error:
        return _failure(error)


def _failure(error: TelegramError) -> Failure:
    """What an error means for the row. BadRequest is a kind of NetworkError there, and must not be
    tried for ever, so the order of the lines matters."""
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id))
    if isinstance(error, RetryAfter):
        return Again("Telegram asked to wait", after=_seconds(error.retry_after))
    if isinstance(error, (Forbidden, BadRequest)):
        return Hopeless(f"{REFUSED}: {error.message}")
    if isinstance(error, (MaybeDelivered, TimedOut)):
        return Again(error.message, unsure=True)
    return Again(_PLAIN.get(type(error), error.message))


def _seconds(after: Any) -> float:
    return float(after.total_seconds()) if hasattr(after, "total_seconds") else float(after)
