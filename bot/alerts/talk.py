"""What is said between Telegram and us, in our own words: posts, presses, texts, failures.

Apart from the client, so that a process without a bot token need not load it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.alerts.outcomes import Again, Hopeless, Sender
from storage.rows import Update, UpdateKey

UNKNOWN_MESSAGE = 0  # the server took a message without saying its number


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that is in a chat."""

    chat_id: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became another chat; this is its new id."""

    chat_id: str


@dataclass(frozen=True, slots=True)
class Word:
    """A text message to the bot: who wrote what. In a group only an answer to one of ours is."""

    user: int
    chat: int
    text: str
    message: int = 0  # its number in the chat
    reply_to: int = 0  # the message it answers
    edited: int = 0  # when it was changed, in seconds since 1970


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button was pressed: by whom, with what data, and the id its answer needs."""

    id: str
    user: int
    chat: int
    message_id: int
    data: str


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram brings updates itself, and the secret that says it is Telegram."""

    url: str
    secret: str = field(repr=False)


Failure = Again | Hopeless | Moved


class UnreadableUpdate(Exception):  # noqa: N818 - a normal outcome: it is parked
    """The update has a shape that nobody knows."""


class Handler(Protocol):
    """Acts on updates it knows; each method says whether it was one of its own."""

    async def press(self, pressed: Pressed, key: UpdateKey) -> bool: ...
    async def word(self, word: Word, key: UpdateKey) -> bool: ...


class FrontDoor(Sender, Protocol):
    """The visitors' side: takes what is no agent's, and sends its own rows of the outbox."""

    async def take(self, body: dict[str, Any], row: Update) -> bool:
        """Act on an update; whether it is settled by that already."""

    async def run(self) -> None:
        """What is done once, beside all else, when we start."""
