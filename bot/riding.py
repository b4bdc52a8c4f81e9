"""Channels that carry their own replies: what rides in a turn's transaction with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import Ask, Turn, ask_of, step
from bot.dialogue.events import Event
from bot.dialogue.session import Session
from bot.files import Sent, keeping
from bot.planning import Held, Plan
from storage.rows import Conversation, Message, Outgoing, UpdateKey


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a turn comes to, for a channel that carries it to the visitor itself."""

    row: Conversation  # as it is committed
    session: Session
    flow: CompiledFlow
    messages: tuple[Message, ...]  # new in the transcript, and what an agent said before
    ask: Ask | None
    before: str = ""  # the question that was open before
    stale: bool = False  # the press came too late: nothing was done


@dataclass(frozen=True, slots=True)
class Ride:
    """What goes into a turn's transaction with it: an update is settled, replies are queued."""

    settles: UpdateKey | None
    post: Callable[[Spoken], tuple[Outgoing, ...]]
    reword: Callable[[Turn], Turn] = lambda turn: turn
    mark: str = ""  # see planning.Inputs
    client_id: str = ""  # the message: under another update's number it is not new
    unasked: bool = False  # no turn of the visitor's: they are told with their next one
    sent: Sent | None = None  # the file of an Attach


@dataclass(frozen=True, slots=True)
class Shift:
    """A change that is no turn of the dialogue: another channel, another language."""

    channel: str = ""
    peer: str = ""
    lang: str = ""


def steps(flow: CompiledFlow, turn: Turn, then: Sequence[Event], now: datetime) -> Turn:
    """More inputs after a turn, as one turn with it."""
    for event in then:
        after = step(flow, turn.session, event, now)
        turn = Turn(after.session, (*turn.effects, *after.effects), after.score)
    return turn


def shifted(held: Held, flow: CompiledFlow, shift: Shift) -> Held:
    """The conversation in another channel or language; not stored yet."""
    row, session = held.row, held.session
    if shift.channel:
        row = replace(row, channel=shift.channel, peer=shift.peer)
        session = replace(session, channel=shift.channel)
    if shift.lang and flow.speaks(shift.lang):
        session = replace(session, lang=flow.language(shift.lang))
    return replace(held, row=row, session=session)


def spoken(made: Plan, turn: Turn, flow: CompiledFlow, held: Held) -> Spoken:
    """What a planned turn comes to, after how it stood before."""
    return Spoken(
        row=made.held.row,
        session=turn.session,
        flow=flow,
        messages=(*held.unheard, *made.batch.messages),
        ask=made.ask,
        before=held.session.open_question,
    )


def standing(held: Held, flow: CompiledFlow, now: datetime, *, stale: bool = False) -> Spoken:
    """Where a conversation stands, nothing said."""
    ask = ask_of(flow, held.session, now)
    before = held.session.open_question
    return Spoken(held.row, held.session, flow, held.unheard, ask, before, stale)


def riding(made: Plan, told: Spoken, ride: Ride) -> Plan:
    """The plan with what rides along: the settled update, a file, the replies to send."""
    if ride.sent is not None:
        made = keeping(made, ride.sent)
    outgoing = (*made.batch.outgoing, *ride.post(told))
    return replace(made, batch=replace(made.batch, outgoing=outgoing, settles=ride.settles))
