"""The fake Bot API's plain data: a request that arrived, a failure to play, and small shapes."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.botrules import Refused

BOT = {"id": 4242, "is_bot": True, "first_name": "Doorstep", "username": "doorstep_test_bot"}
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


@dataclass(slots=True)
class Call:
    """A request that arrived: what was asked, when, and what was answered."""

    method: str
    params: dict[str, Any]
    at: float  # monotonic
    status: int = 0
    result: Any = None
    answer: dict[str, Any] = field(default_factory=dict)

    @property
    def chat(self) -> int:
        """The chat it is for."""
        return int(self.params.get("chat_id", 0))

    @property
    def text(self) -> str:
        """The text it carries, as sent."""
        return str(self.params.get("text", ""))

    @property
    def message(self) -> dict[str, Any]:
        """The message it made or edited."""
        return dict(self.result)

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The buttons under it, row after row."""
        markup = self.params.get("reply_markup") or "{}"
        markup = json.loads(markup) if isinstance(markup, str) else markup
        return [button for row in markup.get("inline_keyboard", ()) for button in row]


@dataclass(slots=True)
class Fault:
    """A failure to be played: for a method (and chat), so many times."""

    method: str
    status: int = 500
    retry_after: int = 0
    times: int = 1
    chat: int | None = None
    drop: bool = False  # do it, then break the connection
    delay: float = 0.0
    held: asyncio.Event | None = None  # not answered before this is set

    def meets(self, call: Call) -> bool:
        """Whether this call is to fail."""
        return (
            self.times > 0 and self.method in {call.method, "*"} and self.chat in {None, call.chat}
        )


def refusal(fault: Fault) -> Refused:
    if fault.status == 429:
        words = f"Too Many Requests: retry after {fault.retry_after}"
        return Refused(429, words, retry_after=fault.retry_after)
    if fault.status == 403:
        return Refused(403, "Forbidden: bot was blocked by the user")
    return Refused(
        fault.status, "Internal Server Error" if fault.status >= 500 else "Bad Request: made up"
    )


def chat_of(id_: int) -> dict[str, Any]:
    kind = "private" if id_ > 0 else "supergroup" if id_ < -(10**12) else "group"
    return (
        {"id": id_, "type": kind, "first_name": f"User {id_}"}
        if id_ > 0
        else {"id": id_, "type": kind, "title": "Group"}
    )


def number_of(update: Any) -> int:
    """An update's number; something that has none stays until everything is confirmed."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else 1 << 62


def data_of(message: dict[str, Any], button: str) -> str:
    for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
        for candidate in row:
            if button in candidate["text"] and "callback_data" in candidate:
                return str(candidate["callback_data"])
    return button


async def params_of(request: web.Request) -> dict[str, Any]:
    """The parameters however they came: query, form or JSON."""
    params: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        params.update(await request.json())
    else:
        params.update(await request.post())
    return params
