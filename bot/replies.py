"""What a visitor's client gets back: one shape for every answer of the visitor API."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.dialogue.engine import Ask
from storage.rows import Message

ENDED = frozenset({"complete", "disqualified", "stopped", "erased"})
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def moment(at: datetime) -> str:
    """A time in UTC, to the millisecond."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def message_data(message: Message) -> dict[str, Any]:
    """A line of the transcript as clients read it."""
    data: dict[str, Any] = {
        "seq": message.seq,
        "from": message.sender,
        "text": message.text,
        "at": moment(message.at),
    }
    if message.data != "{}":
        data.update(json.loads(message.data))
    return data


def ask_data(ask: Ask | None) -> dict[str, Any] | None:
    """The open question as clients read it, None when none is open."""
    if ask is None:
        return None
    data: dict[str, Any] = {"question": ask.question, "kind": ask.kind, "text": ask.text}
    if ask.options:
        data["options"] = [{"value": value, "label": label} for value, label in ask.options]
    data["optional"] = ask.optional
    if ask.why:
        data["why"] = ask.why
    data["progress"] = {"done": ask.done, "total": ask.total}
    return data


def state_data(
    conversation: str, seq: int, messages: Iterable[Message], ask: Ask | None, status: str
) -> dict[str, Any]:
    """The shape of every 200, 201 and 409 of the visitor API."""
    return {
        "conversation": conversation,
        "seq": seq,
        "messages": [message_data(message) for message in messages],
        "ask": ask_data(ask),
        "status": status,
        "ended": status in ENDED,
    }
