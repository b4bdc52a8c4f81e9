"""The working copy of one turn: a session that may be written in until the turn is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.dialogue.compiled import CompiledFlow, Local, Spot
from bot.dialogue.effects import Answered, Effect, Said
from bot.dialogue.machine import Cursor
from bot.dialogue.memory import facts_of, listing_id
from bot.dialogue.session import Answer, Session

if TYPE_CHECKING:
    from bot.dialogue.scoring import Score

PARTIAL = "partial"


class Draft:
    """What the turn has made of the session so far, and what it wants done.

    The old session is only read. ``lead_in`` collects short remarks that go into the same message
    as the next question, so that saying a value back never spends a turn.
    """

    __slots__ = (
        "_at", "_facts", "answers", "asked", "changed", "channel", "context", "dq_reason",
        "effects", "flags", "flow", "heard", "instead", "interrupted", "lang", "lead_in", "local",
        "market", "notes", "now", "path", "pending", "person", "resume", "retries", "scored",
        "session", "skipped", "stack", "state", "status", "turns",
    )  # fmt: skip

    def __init__(self, flow: CompiledFlow, session: Session, now: datetime) -> None:
        self.flow = flow
        self.session = session
        self.now = now
        self.state = session.state
        self.status = session.status
        self.channel = session.channel
        self.market = session.market
        self.lang = session.lang
        self.answers: dict[str, Answer] = dict(session.answers)
        self.skipped = list(session.skipped)
        self.asked = list(session.asked)
        self.path = list(session.path)
        self.flags = list(session.flags)
        self.interrupted = list(session.interrupted)
        self.notes = list(session.notes)
        self.person = session.person
        self.retries = session.retries
        self.turns = session.turns
        self.dq_reason = session.dq_reason
        self.pending: Mapping[str, Any] = session.pending
        self.context = session.context
        self.stack = session.stack
        self.resume = session.resume
        self.local: Local = flow.local(session.market, session.lang, listing_id(session.context))
        self.effects: list[Effect] = []
        self.lead_in: list[str] = []
        self.instead: dict[str, str] = {}
        self.heard = ""  # the visitor's words of this turn, as they may be kept
        self.changed = False
        self.scored: Score | None = None
        self._facts: dict[str, Any] | None = None
        self._at = ""

    @property
    def open(self) -> Spot | None:
        """The question that waits for an answer."""
        if self.status != PARTIAL or self.person:
            return None
        return self.local.spots.get(self.state)

    @property
    def at(self) -> str:
        """Now, as answers keep it."""
        if not self._at:
            now = self.now if self.now.tzinfo is UTC else self.now.astimezone(UTC)
            self._at = now.isoformat(timespec="seconds")
        return self._at

    @property
    def facts(self) -> Mapping[str, Any]:
        """What conditions look at."""
        if self._facts is None:
            self._facts = facts_of(self.local, self)
        return self._facts

    def cursor(self, named: str = "") -> Cursor:
        """Where the machine stands."""
        return Cursor(self.state, self.answers, self.skipped, self.facts, named)

    def say(self, text: str, question: str = "", options: tuple[str, ...] = ()) -> None:
        """The bot says something."""
        if text:
            self.effects.append(Said("bot", text, options, question))

    def phrase(self, key: str, **values: str) -> str:
        """One of the bot's own phrases, in the visitor's language."""
        return self.local.say(key, {**self.people(), **values})

    def people(self) -> dict[str, str]:
        """Words that phrases use for the visitor."""
        name = self.answers.get("name")
        comma = "،" if self.lang[:2] == "ar" else ","
        return {"comma_name": f"{comma} {first_name(str(name.value))}" if name else ""}

    def flag(self, name: str) -> None:
        """Remember that something happened."""
        if name not in self.flags:
            self.flags.append(name)
            self.touch()

    def unflag(self, name: str) -> None:
        """Forget that something happened."""
        if name in self.flags:
            self.flags.remove(name)
            self.touch()

    def put(self, field: str, answer: Answer) -> None:
        """A field gets a value."""
        self.answers[field] = answer
        self.effects.append(Answered(answer.question, field, answer.value, answer.raw, answer.how))
        self.touch()

    def drop(self, field: str, how: str = "dropped") -> None:
        """A field loses its value."""
        answer = self.answers.pop(field, None)
        if answer is not None:
            self.effects.append(Answered(answer.question, field, None, "", how))
            self.touch()

    def speak(self, lang: str) -> None:
        """Go on in another language."""
        self.lang = lang
        self.local = self.flow.local(self.market, lang, listing_id(self.context))
        self.touch()

    def touch(self) -> None:
        """Facts and score must be looked at anew."""
        self.changed = True
        self._facts = None
        self.scored = None

    def freeze(self) -> Session:
        """The session after this turn."""
        return Session(
            flow=self.session.flow,
            flow_hash=self.session.flow_hash,
            state=self.state,
            status=self.status,
            channel=self.channel,
            market=self.market,
            lang=self.lang,
            answers=self.answers,
            skipped=tuple(self.skipped),
            asked=tuple(self.asked),
            path=tuple(self.path),
            retries=self.retries,
            turns=self.turns,
            flags=tuple(self.flags),
            dq_reason=self.dq_reason,
            pending=self.pending,
            context=self.context,
            stack=self.stack,
            resume=self.resume,
            interrupted=tuple(self.interrupted),
            notes=tuple(self.notes),
            person=self.person,
        )


def first_name(name: str) -> str:
    """How somebody is addressed: a single given name, else the whole as it was given."""
    words = name.split()
    return words[0] if len(words) == 2 else name
