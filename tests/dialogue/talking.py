"""A visitor to talk with: every turn goes through dump and load, as it does on disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.effects import Answered, Effect, Ring, Said
from bot.dialogue.engine import Ask, Turn, ask_of, begin, step
from bot.dialogue.events import Back, Choose, Edit, Event, Skip, Start, Text
from bot.dialogue.machine import compile_flow
from bot.dialogue.reading import read_flow
from bot.dialogue.session import Session, dump, load
from bot.library import Library

NOW = datetime(2026, 3, 10, 14, 5, tzinfo=ZoneInfo("America/Chicago"))
SLOTS = (
    "2026-03-11T14:00", "2026-03-11T17:30", "2026-03-12T15:00", "2026-03-13T15:00",
    "2026-03-13T20:00", "2026-03-14T11:00", "2026-03-15T13:00",
)  # fmt: skip
HOME = {"id": "MLS1234567", "address": "1808 Juniper Hill Dr, Round Rock", "price": 465000}


@cache
def library() -> Library:
    """The shipped flows and the demo office."""
    return Library.load()


def shipped(flow: str) -> CompiledFlow:
    """One of the shipped flows."""
    return library().flows[flow]


def flow_of(text: str) -> CompiledFlow:
    """A flow written in the test, in the demo office."""
    reading = read_flow(text, "test.yaml")
    errors = [str(problem) for problem in reading.problems if problem.severity == "error"]
    assert reading.flow is not None, errors
    return compile_flow(reading.flow, library().site, reading.hash)


class Talk:
    """A running conversation, with what its last turn said and did."""

    def __init__(
        self, flow: str | CompiledFlow = "buyer", now: datetime = NOW, **start: Any
    ) -> None:
        self.flow = shipped(flow) if isinstance(flow, str) else flow
        self.now = now
        start.setdefault("market", "austin")
        if self.flow.flow.id == "listing":
            start.setdefault("listing", HOME)
            start.setdefault("slots", SLOTS)
        self.turn: Turn = begin(self.flow, Start(**start), now)
        self.turns = [self.turn]

    def take(self, event: Event) -> Talk:
        """One input, on a session that has been written and read."""
        stored = dump(self.session)
        assert load(stored) == self.session
        self.turn = step(self.flow, load(stored), event, self.now)
        assert dump(self.session) is not stored
        self.turns.append(self.turn)
        return self

    def say(self, *texts: str) -> Talk:
        """The visitor types."""
        for text in texts:
            self.take(Text(text))
        return self

    def press(self, *values: str, question: str = "") -> Talk:
        """The visitor presses a button of the open question."""
        return self.take(Choose(question or self.open, values))

    def skip(self) -> Talk:
        """The Skip button."""
        return self.take(Skip(self.open))

    def back(self) -> Talk:
        """The Back button."""
        return self.take(Back())

    def edit(self, question: str) -> Talk:
        """An earlier answer is to be changed."""
        return self.take(Edit(question))

    @property
    def session(self) -> Session:
        """The session after the last turn."""
        return self.turn.session

    @property
    def open(self) -> str:
        """The open question."""
        return self.session.open_question

    @property
    def fields(self) -> Mapping[str, Any]:
        """The fields so far."""
        return self.session.fields

    @property
    def ask(self) -> Ask | None:
        """The open question as channels show it."""
        return ask_of(self.flow, self.session, self.now)

    @property
    def heard(self) -> str:
        """All that the bot said in the last turn."""
        return "\n".join(
            e.text for e in self.turn.effects if isinstance(e, Said) and e.sender == "bot"
        )

    @property
    def transcript(self) -> list[Said]:
        """Every line so far."""
        return [e for turn in self.turns for e in turn.effects if isinstance(e, Said)]

    def effects(self, kind: type[Effect]) -> list[Any]:
        """The last turn's effects of one kind."""
        return [effect for effect in self.turn.effects if isinstance(effect, kind)]

    @property
    def rings(self) -> list[Ring]:
        """All rings so far."""
        return [e for turn in self.turns for e in turn.effects if isinstance(e, Ring)]

    @property
    def answered(self) -> list[Answered]:
        """The last turn's changes of fields."""
        return self.effects(Answered)


# Buttons (or words) that answer each question of the shipped buyer and listing flows.
GOOD = {
    "area": "Round Rock", "beds_min": "3", "budget": "450k", "timeline": "Right away",
    "financing": "Cash", "has_agent": "No", "name": "Dani Cole", "phone": "512-555-0142",
    "email": "dani@example.com", "appointment": "Call me", "consent_marketing": "No",
    "viewing_at": "Sat, Mar 14, 11:00 am",
}  # fmt: skip


def until(question: str, flow: str = "buyer", **start: Any) -> Talk:
    """A conversation in which this question is open. E-mail is reached by keeping the number."""
    return _walk(question, flow, **start) if start else copy(_walked(question, flow))


@cache
def _walked(question: str, flow: str) -> Talk:
    return _walk(question, flow)


def _walk(question: str, flow: str, **start: Any) -> Talk:
    talk = Talk(flow, **start)
    for _ in range(15):
        if talk.open == question:
            return talk
        if talk.open == "phone" and question == "email":
            talk.skip()
        elif talk.open == "appointment" and question == "viewing_at":
            talk.press("tour")
        else:
            talk.say(GOOD[talk.open])
    raise AssertionError(f"{question} was never asked: {talk.session.asked}")


def copy(talk: Talk) -> Talk:
    """The same conversation, to be led another way."""
    twin = Talk.__new__(Talk)
    twin.flow, twin.now, twin.turn, twin.turns = talk.flow, talk.now, talk.turn, [*talk.turns]
    return twin


def done(flow: str = "buyer", **start: Any) -> Talk:
    """A conversation that went to its end with the good answers."""
    talk = Talk(flow, **start)
    while talk.open:
        talk.say(GOOD[talk.open])
    return talk
