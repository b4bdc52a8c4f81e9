"""Runs the test conversations that a flow carries, and says how they came out.

Pure like everything here: a rehearsal is a begin and one step for each line that the visitor says,
at the time the test names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.effects import Answered, Effect, Ring, Said
from bot.dialogue.engine import Turn, begin, step
from bot.dialogue.events import Start, Text
from bot.dialogue.flow import Dialogue
from bot.dialogue.session import dump, load
from bot.records import frozen

A_TUESDAY: Final = "2026-03-10T14:05"  # when a test does not say when it plays
NOTHING: Final = "nothing"


@frozen
class Difference:
    """What a test expected of something, and what came."""

    what: str
    expected: str
    came: str


@frozen
class Rehearsal:
    """One test conversation as it went."""

    test: Dialogue
    lines: tuple[Said, ...]
    differences: tuple[Difference, ...]
    touched: frozenset[str] = field(default_factory=frozenset)

    @property
    def passed(self) -> bool:
        """Did everything come out as the test says?"""
        return not self.differences


def rehearse(flow: CompiledFlow, test: Dialogue) -> Rehearsal:
    """Plays one test conversation, and compares."""
    turn, effects = play(flow, test)
    lines = tuple(effect for effect in effects if isinstance(effect, Said))
    differences = tuple(_differences(test, turn, effects))
    return Rehearsal(test, lines, differences, _touched(turn, effects))


def play(flow: CompiledFlow, test: Dialogue) -> tuple[Turn, list[Effect]]:
    """The last turn and all effects. The session is dumped and loaded between any two lines."""
    effects: list[Effect] = []
    turn = begin(flow, _start(flow, test), _time(flow, test))
    effects += turn.effects
    for text in test.says:
        session = load(dump(turn.session))
        turn = step(flow, session, Text(text), _time(flow, test))
        effects += turn.effects
    return turn, effects


def untouched(flow: CompiledFlow, rehearsals: tuple[Rehearsal, ...]) -> tuple[str, ...]:
    """The questions, options and rules that no test touches, by name."""
    touched: set[str] = set().union(*(rehearsal.touched for rehearsal in rehearsals))
    return tuple(name for name in parts(flow) if name not in touched)


def parts(flow: CompiledFlow) -> tuple[str, ...]:
    """All questions, options and rules of a flow, by name."""
    names: list[str] = []
    for question in flow.flow.questions:
        names.append(question.id)
        names += [f"{question.id}={option.value}" for option in question.options]
    return (*names, *(f"rule {rule.id}" for rule in flow.flow.rules))


def _touched(turn: Turn, effects: list[Effect]) -> frozenset[str]:
    """What was asked, chosen (even if it was corrected later), skipped and counted."""
    names = set(turn.session.asked)
    for effect in effects:
        if isinstance(effect, Answered) and effect.value is not None:
            names.add(effect.question)
            chosen = effect.value if isinstance(effect.value, list | tuple) else (effect.value,)
            names |= {f"{effect.question}={value}" for value in chosen}
    names |= {f"rule {reason.rule}" for reason in turn.score.reasons}
    return frozenset(names)


def _start(flow: CompiledFlow, test: Dialogue) -> Start:
    listing: Mapping[str, Any] = {}
    if isinstance(test.listing, str):
        home = next((home for home in flow.site.listings if home.id == test.listing), None)
        if home is not None:
            listing = {"id": home.id, "address": home.address, "price": home.price}
    else:
        listing = test.listing
    return Start(channel=test.channel, market=test.market, lang=test.lang, listing=listing)


def _time(flow: CompiledFlow, test: Dialogue) -> datetime:
    told = datetime.fromisoformat(test.now or A_TUESDAY)
    if told.tzinfo is not None:
        return told
    return told.replace(tzinfo=ZoneInfo(flow.site.market(test.market).tz))


def _differences(test: Dialogue, turn: Turn, effects: list[Effect]) -> Iterator[Difference]:
    expect, session, score = test.expect, turn.session, turn.score
    for name, value in expect.fields.items():
        yield from _differ(name, value, session.fields.get(name))
    for name in expect.without:
        yield from _differ(name, None, session.fields.get(name))
    simple = (
        ("band", expect.band, score.band),
        ("status", expect.status, session.status),
        ("dq_reason", expect.dq_reason, session.dq_reason),
        ("the open question", expect.next, session.open_question),
    )
    for what, expected, came in simple:
        if expected:
            yield from _differ(what, expected, came)
    for what in ("fit", "engagement", "total"):
        if (points := getattr(expect, what)) is not None:
            yield from _differ(what, points, getattr(score, what))
    if expect.asked:
        yield from _differ("asked", list(expect.asked), list(session.asked))
    yield from _words(test, turn, effects)


def _differ(what: str, expected: Any, came: Any) -> Iterator[Difference]:
    if _plain(expected) != _plain(came):
        yield Difference(what, _shown(expected), _shown(came))


def _words(test: Dialogue, turn: Turn, effects: list[Effect]) -> Iterator[Difference]:
    """Reasons, what the bot says, and whether the agents are rung."""
    expect = test.expect
    reasons = [reason.text for reason in turn.score.reasons]
    for text in expect.reasons:
        if text not in reasons:
            yield Difference("reasons", text, ", ".join(reasons) or NOTHING)
    said = [effect.text for effect in effects if isinstance(effect, Said)]
    for text in expect.bot_says:
        if not any(text in line for line in said):
            yield Difference("the bot says", text, said[-1] if said else NOTHING)
    rung = [effect.kind for effect in effects if isinstance(effect, Ring)]
    wanted = expect.alert
    if (wanted == "none" and rung) or (wanted not in {"", "none"} and wanted not in rung):
        yield Difference("alert", wanted, ", ".join(rung) or "none")


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _shown(value: Any) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
