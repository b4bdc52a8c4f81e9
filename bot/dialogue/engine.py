"""The heart: one input, and everything it causes.

    begin(flow, start, now) -> Turn          step(flow, session, event, now) -> Turn

Pure: no I/O, no clock, no randomness. The old session is never changed; the same input makes the
same turn. Nothing but DoorstepError is ever raised, whatever the event holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from bot.dialogue import (
    afterwards,
    announcing,
    answering,
    closing,
    company,
    interrupts,
    moving,
    rings,
    viewings,
)
from bot.dialogue.asking import Ask, ask, ask_of
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.draft import PARTIAL, Draft
from bot.dialogue.effects import Effect, Said, Stale, came_too_late
from bot.dialogue.events import (
    Announce,
    Arrange,
    Attach,
    Back,
    Choose,
    Edit,
    Event,
    Join,
    Leave,
    Remind,
    Silence,
    Skip,
    Speak,
    Start,
    Text,
)
from bot.dialogue.opening import open_conversation
from bot.dialogue.scoring import Score
from bot.dialogue.session import Session
from bot.dialogue.speaking import text_of
from bot.errors import DoorstepError
from bot.records import frozen

__all__ = ["Ask", "Turn", "ask_of", "begin", "step"]

TURNS: Final = 500  # a conversation this long is handed to a person


@frozen
class Turn:
    """The session after an input, what it wants done, and the score as it stands."""

    session: Session
    effects: tuple[Effect, ...]
    score: Score


def begin(flow: CompiledFlow, event: Start, now: datetime) -> Turn:
    """A conversation begins."""
    draft = open_conversation(flow, event, now)
    rings.ring(draft)
    return Turn(draft.freeze(), tuple(draft.effects), closing.scored(draft))


def step(flow: CompiledFlow, session: Session, event: Event, now: datetime) -> Turn:
    """Something happened in a running conversation."""
    handler = _handler(session, type(event))
    if handler is None:
        raise DoorstepError(f"{type(event).__name__} is nothing that can happen to a conversation")
    if session.flow_hash != flow.hash or session.state not in flow.machine.states:
        raise DoorstepError(f"this conversation runs in another version of '{session.flow}'")
    draft = Draft(flow, session, now)
    draft.turns += 1
    if draft.turns > TURNS and draft.open is not None:
        closing.hand_over(draft, draft.phrase("turn_limit"))
    else:
        handler(draft, event)
    if came_too_late(draft.effects):
        return Turn(session, tuple(draft.effects), closing.scored(Draft(flow, session, now)))
    rings.ring(draft)
    return Turn(draft.freeze(), tuple(draft.effects), closing.scored(draft))


def _handler(session: Session, kind: type) -> Callable[[Draft, Any], None] | None:
    """Who deals with an event: while a person speaks, the bot does nothing of its own."""
    handler = _HANDLERS.get(kind)
    return (
        company.WITH_A_PERSON.get(kind, company.too_late)
        if session.person and handler
        else handler
    )


def _text(draft: Draft, event: Text) -> None:
    text = event.text[: answering.ANSWER_LIMIT]
    if draft.status != PARTIAL:
        afterwards.take_text(draft, text)
    elif _is_late(draft, event.question) and not interrupts.always_counts(text, draft.lang):
        draft.effects.append(Stale(event.question))
    else:
        answering.take_text(draft, text)


def _is_late(draft: Draft, question: str) -> bool:
    """Was it typed under another question than the open one?"""
    return bool(question) and question != draft.state and question in draft.local.spots


def _choose(draft: Draft, event: Choose) -> None:
    answering.choose(draft, event)


def _skip(draft: Draft, event: Skip) -> None:
    answering.press_skip(draft, event)


def _attach(draft: Draft, event: Attach) -> None:
    answering.attach(draft, event)


def _back(draft: Draft, _event: Back) -> None:
    if draft.status not in (PARTIAL, "complete"):
        draft.effects.append(Stale(""))
        return
    draft.effects.append(Said("visitor", draft.phrase("button_back")))
    interrupts.go_back(draft)


def _edit(draft: Draft, event: Edit) -> None:
    spot = draft.local.spots.get(event.question)
    place = len(draft.effects)
    if spot is None or not moving.edit(draft, event.question):
        draft.effects.append(Stale(event.question))
        return
    field = draft.local.book.field(spot.field)
    draft.effects.insert(place, Said("visitor", draft.phrase("button_edit", field=field)))


def _silence(draft: Draft, event: Silence) -> None:
    """Nobody said anything for a while: the flow's follow-up, and the open question again."""
    lines = draft.local.follow_ups
    draft.turns -= 1
    told = f"silence_{event.step}"
    if draft.status != PARTIAL or not 0 < event.step <= len(lines) or told in draft.flags:
        return
    draft.flag(told)  # each is said once, however often somebody falls silent
    draft.lead_in.append(text_of(draft.local, lines[event.step - 1], draft, draft.now))
    ask(draft, again=True)


def _start(draft: Draft, _event: Start) -> None:
    """The chat was opened again: say where it stands."""
    ask(draft, again=True)


_HANDLERS: Final[Mapping[type, Callable[[Draft, Any], None]]] = {
    Text: _text,
    Choose: _choose,
    Skip: _skip,
    Attach: _attach,
    Back: _back,
    Edit: _edit,
    Silence: _silence,
    Start: _start,
    Join: company.join,
    Speak: company.speak,
    Leave: company.leave,
    Arrange: viewings.arrange,
    Remind: viewings.remind,
    Announce: announcing.announce,
}
