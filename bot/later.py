"""What the bot says by itself, without an input: told to a website visitor with the next reply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.session import Session
from bot.planning import Held, Plan
from bot.riding import Spoken
from storage.rows import Message, Outgoing

MARK = '"later":true'

Due = Callable[[CompiledFlow, Held, datetime], int]  # the follow-up that is due, 0 for none
Post = Callable[[Spoken, int], tuple[Outgoing, ...]]


def told_later(made: Plan, before: Held) -> Plan:
    """The plan of a turn that nobody asked for: the lead stays as it is, nobody is rung, and the
    words wait for the visitor's next reply."""
    messages = tuple(_marked(message) for message in made.batch.messages)
    unheard = (*before.unheard, *messages)
    return replace(
        made,
        batch=replace(made.batch, messages=messages, lead=None, outgoing=(), events=()),
        held=replace(made.held, lead=before.lead, rung=before.rung, unheard=unheard),
    )


def fell_silent(session: Session) -> bool:
    """Was anything said to this visitor after a silence?"""
    return any(flag.startswith("silence_") for flag in session.flags)


def is_later(message: Message) -> bool:
    """Was this said after a silence?"""
    return message.sender == "bot" and MARK in message.data


def _marked(message: Message) -> Message:
    inner = message.data[1:-1]
    return replace(message, data="{" + ",".join(part for part in (inner, MARK) if part) + "}")
