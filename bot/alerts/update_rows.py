"""A Telegram update as a row: its number, its chat, its text without secrets. No shape makes
this raise."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from bot.understanding import secrets
from storage.rows import Update

NEW, PARKED = "new", "parked"
LARGEST_ID = 2**53  # beyond it, it is no number of Telegram's
MAX_BODY = 256 * 1024
LONGEST = 8_192  # characters of a text that are looked at; Telegram allows 4,096
_WRITTEN = frozenset({"text", "caption"})
_WITH_CHAT = ("message", "edited_message", "my_chat_member", "chat_member")


def row_of(bot: str, update: Any, now: datetime) -> Update:
    """The row of an update. What has no usable number is parked under one made of its content."""
    body = _text(update)
    number = update.get("update_id") if isinstance(update, dict) else None
    why = ""
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < LARGEST_ID:
        number, why = _made_up(body), "no update_id"
    elif len(body) > MAX_BODY:
        body, why = "{}", "too long"
    return Update(bot, number, _chat(update), body, now, PARKED if why else NEW, why)


def _text(update: Any) -> str:
    """Its JSON; lone surrogates, which no database takes, stay escaped."""
    try:
        return json.dumps(_masked(update))
    except (ValueError, RecursionError):
        return "{}"


def _masked(part: Any) -> Any:
    """The same with the numbers masked that must not be stored, in whatever people wrote."""
    if isinstance(part, dict):
        return {
            name: _without_secrets(value) if name in _WRITTEN else _masked(value)
            for name, value in part.items()
        }
    return [_masked(one) for one in part] if isinstance(part, list) else part


def _without_secrets(text: Any) -> Any:
    if not isinstance(text, str) or text.startswith("/"):
        return _masked(text)
    return secrets.mask(text[:LONGEST])[0] + text[LONGEST:]


def _made_up(body: str) -> int:
    """A negative number for what has none: the same content is kept once."""
    digest = hashlib.sha256(body.encode()).digest()
    return -1 - int.from_bytes(digest[:7], "big")


def _chat(update: Any) -> str:
    """The chat an update belongs to, "" where it has none."""
    if not isinstance(update, dict):
        return ""
    pressed = update.get("callback_query")
    inside = [update.get(name) for name in _WITH_CHAT]
    inside.append(pressed.get("message") if isinstance(pressed, dict) else None)
    for part in inside:
        chat = part.get("chat") if isinstance(part, dict) else None
        id_ = chat.get("id") if isinstance(chat, dict) else None
        if isinstance(id_, int):
            return str(id_)[:24]
    return ""
