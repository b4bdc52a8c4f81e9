"""Channels that carry their own replies: what rides in a turn's transaction with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import Ask, Turn, ask_of, step
from bot.dialogue.events import Event
from bot.dialogue.session import Session
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
    stale: bool = False  # the press came too late: nothing was done


@dataclass(frozen=True, slots=True)
class Ride:
    """What goes into a turn's transaction with it: an update is settled, replies are queued."""

    settles: UpdateKey
    post: Callable[[Spoken], tuple[Outgoing, ...]]
    reword: Callable[[Turn], Turn] = lambda turn: turn
    mark: str = ""  # see planning.Inputs


@dataclass(frozen=True, slots=True)
class Shift:
    """A change that is no turn of the dialogue: another channel, another language."""

    channel: str = ""
    peer: str = ""
    lang: str = ""


def steps(flow: CompiledFlow, session: Session, events: Sequence[Event], now: datetime) -> Turn:
    """Several inputs as one turn; where one comes too late, only what went before counts."""
    turn = step(flow, session, events[0], now)
    for event in events[1:]:
        then = step(flow, turn.session, event, now)
        turn = Turn(then.session, (*turn.effects, *then.effects), then.score)
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


def spoken(
    made: Plan, turn: Turn, flow: CompiledFlow, unheard: tuple[Message, ...], now: datetime
) -> Spoken:
    """What a planned turn comes to."""
    return Spoken(
        row=made.held.row,
        session=turn.session,
        flow=flow,
        messages=(*unheard, *made.batch.messages),
        ask=ask_of(flow, turn.session, now),
    )


def riding(made: Plan, told: Spoken, ride: Ride) -> Plan:
    """The plan with what rides along: the settled update and the replies to send."""
    outgoing = (*made.batch.outgoing, *ride.post(told))
    return replace(made, batch=replace(made.batch, outgoing=outgoing, settles=ride.settles))
