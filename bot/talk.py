"""What the shell of the conversations answers, and why it does not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from bot.errors import DoorstepError


class UnknownConversation(DoorstepError):  # noqa: N818 - told to the client, not a fault
    """No such conversation, or not with this token."""


class ConversationGone(DoorstepError):  # noqa: N818 - told to the client, not a fault
    """It was here, but nothing is left of it that could go on."""


class TooManyFiles(DoorstepError):  # noqa: N818 - told to the client, not a fault
    """The conversation holds as many files as it may."""


class NeverOffered(DoorstepError):  # noqa: N818 - told to the client, not a fault
    """A button that the open question does not have; nothing was done."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Shows that an earlier conversation was this visitor's: its id, and the hash of its token."""

    conversation: str
    token_hash: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a client is told, as JSON. ``stale``: the press came too late, nothing was done."""

    body: bytes
    stale: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Where a conversation stands, for live views."""

    body: bytes
    seq: int
    live: bool  # a person may speak
    agent: str  # who speaks instead of the bot, "" when it is the bot


def hash_token(token: str) -> str:
    """What is stored of a token, so that a stolen database opens no conversation."""
    return hashlib.sha256(token.encode()).hexdigest()
