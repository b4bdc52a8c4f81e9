"""The open question: its words, its buttons, how far along it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.dialogue.compiled import CompiledFlow, Spot
from bot.dialogue.draft import Draft
from bot.dialogue.homes import slot_choices
from bot.dialogue.memory import Memory, facts_of, listing_id
from bot.dialogue.session import Session
from bot.dialogue.speaking import text_of
from bot.records import frozen


@frozen
class Ask:
    """The open question, ready for any channel. ``done`` of ``total`` questions are settled."""

    question: str
    kind: str
    text: str
    options: tuple[tuple[str, str], ...]  # (value, label)
    optional: bool
    why: str
    done: int
    total: int
    upload: str = ""  # photos | files: what may be sent instead of words


def ask_of(flow: CompiledFlow, session: Session, now: datetime) -> Ask | None:
    """What the session waits for, None when it waits for nothing."""
    local = flow.local(session.market, session.lang, listing_id(session.context))
    spot = local.spots.get(session.open_question)
    if spot is None:
        return None
    done, total = _progress(flow, session)
    return Ask(
        question=spot.id,
        kind=spot.kind,
        text=text_of(local, spot.ask, session, now),
        options=choices(flow, spot, session, now),
        optional=spot.optional,
        why=text_of(local, spot.why, session, now),
        done=done,
        total=total,
        upload=spot.question.upload,
    )


def taking_files(flow: CompiledFlow, asked: Sequence[str], state: str, named: str = "") -> str:
    """The question that a file belongs to: the one named if it was asked, else the open one, else
    the last; "" where none asks for files."""
    reached = [*asked, state]
    wanted = [question for question in reached if question == named or not named]
    found = [question for id_ in wanted if (question := flow.questions.get(id_))]
    return next((question.id for question in reversed(found) if question.upload), "")


def choices(
    flow: CompiledFlow, spot: Spot, memory: Memory, now: datetime
) -> tuple[tuple[str, str], ...]:
    """What can be pressed at a question now: values with their labels."""
    local = flow.local(memory.market, memory.lang, listing_id(memory.context))
    if spot.kind == "datetime":
        return slot_choices(local, memory, now)
    if not flow.option_whens:
        return spot.choices
    facts = facts_of(local, memory)
    whens = flow.option_whens
    return tuple(
        choice
        for choice in spot.choices
        if (when := whens.get((spot.id, choice[0]))) is None or when(facts)
    )


def ask(draft: Draft, *, again: bool = False) -> None:
    """Say the open question, after what is to be said before it in the same breath.

    ``again`` repeats it after a digression: that is no new asking, nor is coming back to a
    question that was interrupted by another.
    """
    spot = draft.open
    if spot is None:
        return
    text = draft.instead.get(spot.id) or text_of(draft.local, spot.ask, draft, draft.now)
    labels = tuple(label for _, label in choices(draft.flow, spot, draft, draft.now))
    draft.say(" ".join([*draft.lead_in, text]), spot.id, labels)
    draft.lead_in.clear()
    if spot.id in draft.interrupted:
        draft.interrupted.remove(spot.id)
    elif not again:
        draft.asked.append(spot.id)


def ask_in_words(draft: Draft, words: str) -> None:
    """Put the open question in other words: a retry, or an offer of options. No new asking."""
    spot = draft.open
    if spot is None:
        return
    labels = tuple(label for _, label in choices(draft.flow, spot, draft, draft.now))
    draft.say(" ".join([*draft.lead_in, words]), spot.id, labels)
    draft.lead_in.clear()


def _progress(flow: CompiledFlow, session: Session) -> tuple[int, int]:
    local = flow.local(session.market, session.lang, listing_id(session.context))
    facts = facts_of(local, session)
    done = total = 0
    for spot in local.spots.values():
        if spot.id != session.state and (
            spot.field in session.answers or spot.id in session.skipped
        ):
            done += 1
            total += 1
        elif (when := flow.whens.get(spot.id)) is None or when(facts):
            total += 1
    return done, total
