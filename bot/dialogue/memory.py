"""What can be asked of a conversation's memory, be it a stored session or the draft of a turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bot.dialogue.compiled import Local
from bot.dialogue.session import Answer

CALL_WORDS = "call_words"  # of the context: how a call was asked for


class Memory(Protocol):
    """A session, or the draft of one."""

    @property
    def state(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def market(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def answers(self) -> Mapping[str, Answer]: ...
    @property
    def skipped(self) -> Sequence[str]: ...
    @property
    def flags(self) -> Sequence[str]: ...
    @property
    def dq_reason(self) -> str: ...
    @property
    def context(self) -> Mapping[str, Any]: ...


def facts_of(local: Local, memory: Memory) -> dict[str, Any]:
    """Fields and circumstances, as conditions and rules name them."""
    facts = {name: answer.value for name, answer in memory.answers.items()}
    facts["country"] = local.country
    facts["market"] = local.market_name
    facts["lang"] = memory.lang
    facts["channel"] = memory.channel
    facts["returning"] = "returning" in memory.flags
    facts["call_now"] = "call_now" in memory.flags
    facts["reachable"] = reachable(memory)
    facts["listing_id"] = listing_id(memory.context) or None
    return facts


def reachable(memory: Memory) -> bool:
    """Is there a phone, an e-mail or a Telegram chat?"""
    return memory.channel == "telegram" or "phone" in memory.answers or "email" in memory.answers


def listing_id(context: Mapping[str, Any]) -> str:
    """The listing of the page, "" where the page shows none."""
    listing = context.get("listing")
    return str(listing.get("id") or "") if listing else ""


def words_of(memory: Memory, field: str) -> str:
    """A field's value as text, "" when it has none."""
    answer = memory.answers.get(field)
    return "" if answer is None else str(answer.value)
