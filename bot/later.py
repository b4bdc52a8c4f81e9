"""What the bot says by itself, without an input: told to a website visitor with the next reply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.dialogue.company import MET
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
    made = unasked(made, before)
    return replace(
        made,
        batch=replace(made.batch, lead=None, outgoing=(), events=(), stage=None),
        held=replace(made.held, lead=before.lead, rung=before.rung),
    )


def unasked(made: Plan, before: Held) -> Plan:
    """The plan of a turn that is not the visitor's: what was said waits for their next reply. In
    Telegram it is sent to them anyway."""
    messages = tuple(_marked(message) for message in made.batch.messages)
    unheard = () if before.row.channel == "telegram" else (*before.unheard, *messages)
    return replace(
        made,
        batch=replace(made.batch, messages=messages),
        held=replace(made.held, unheard=unheard),
    )


def was_told(session: Session) -> bool:
    """Was anything said to this visitor that they did not ask for?"""
    return session.standing == "handoff" or any(
        flag == MET or flag.startswith("silence_") for flag in session.flags
    )


def is_later(message: Message) -> bool:
    """Did the bot say this unasked?"""
    return message.sender == "bot" and MARK in message.data


def _marked(message: Message) -> Message:
    if message.sender != "bot":
        return message
    inner = message.data[1:-1]
    return replace(message, data="{" + ",".join(part for part in (inner, MARK) if part) + "}")
