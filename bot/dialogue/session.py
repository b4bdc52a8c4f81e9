"""A conversation's whole memory, as frozen data, with a versioned dump and load."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from operator import attrgetter
from typing import Any

from bot.compact import encode
from bot.errors import DoorstepError
from bot.records import frozen

VERSION = 1


class UnknownSessionVersion(DoorstepError):  # noqa: N818 - says what is wrong
    """A stored session was written by a newer Doorstep than this one."""


class BrokenSession(DoorstepError):  # noqa: N818 - says what is wrong
    """A stored session is not one: no JSON, or not of our shape."""


@frozen
class Answer:
    """A field's value with the words it came from."""

    value: Any
    raw: str
    question: str
    how: str = "typed"  # typed | button | file | known | volunteered | correction
    at: str = ""  # ISO, UTC
    low: float | None = None
    high: float | None = None


@frozen
class Session:
    """Everything the engine knows of one conversation. A turn makes a new one.

    ``state`` is a state of the flow's machine: a question's id while one is open, else one of the
    machine's ends in capitals (COMPLETE, HANDOFF, …), which no question's id can be; ``status``
    says the same in the words of the outside. ``answers`` maps a *field* to its Answer, in the
    order the fields were filled.
    """

    flow: str
    flow_hash: str
    state: str = ""
    status: str = "partial"
    channel: str = "web"
    market: str = ""
    lang: str = "en"
    answers: Mapping[str, Answer] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()  # question ids
    asked: tuple[str, ...] = ()  # question ids, once for each real asking
    path: tuple[str, ...] = ()  # questions answered or skipped in order, for Back
    retries: int = 0  # unreadable answers in a row
    turns: int = 0
    flags: tuple[str, ...] = ()  # call_now, returning, completed, rang, minor, …
    dq_reason: str = ""
    pending: Mapping[str, Any] = field(default_factory=dict)  # a hint or check awaiting a reply
    context: Mapping[str, Any] = field(
        default_factory=dict
    )  # listing, slots, source, states, variant
    stack: tuple[tuple[str, str], ...] = ()  # (flow, question) to come back to
    resume: str = ""  # the question to go back to when an out-of-turn one is settled
    interrupted: tuple[str, ...] = ()  # questions asked, left open, and to be come back to
    notes: tuple[str, ...] = ()  # the visitor's own questions, for the agent
    person: Mapping[str, str] = field(
        default_factory=dict
    )  # who speaks instead of the bot: agent, name, photo, and since when the visitor waits

    @property
    def open_question(self) -> str:
        """The question that waits for an answer, "" when none does."""
        return self.state if self.status == "partial" and not self.person else ""

    @property
    def standing(self) -> str:
        """The status as the outside sees it: where a person speaks, it is handed over."""
        return "handoff" if self.person else self.status

    @property
    def fields(self) -> dict[str, Any]:
        """The answered fields and their values."""
        return {name: answer.value for name, answer in self.answers.items()}


def dump(session: Session) -> str:
    """A session as compact JSON text."""
    named = zip(_FIELDS, _VALUES(session), strict=True)
    record: dict[str, Any] = {"v": VERSION}
    record |= {name: value for name, value in named if value or name in _ALWAYS}
    if session.answers:
        record["answers"] = {name: _listed(answer) for name, answer in session.answers.items()}
    return encode(record)


def load(text: str) -> Session:
    """The session that ``dump`` wrote; raises UnknownSessionVersion for a newer format."""
    try:
        record = json.loads(text)
        version = record.pop("v", 0)
        if version != VERSION:
            raise UnknownSessionVersion(f"session format {version}, this Doorstep reads {VERSION}")
        for name in _TUPLES & record.keys():
            record[name] = tuple(record[name])
        if "stack" in record:
            record["stack"] = tuple((flow, question) for flow, question in record["stack"])
        if "answers" in record:
            record["answers"] = {
                name: Answer(*values) for name, values in record["answers"].items()
            }
        return Session(**record)
    except (ValueError, TypeError, AttributeError) as error:
        raise BrokenSession(f"a stored session cannot be read: {error}") from error


def _listed(answer: Answer) -> list[Any]:
    """An answer as a list, without the low and high that most have not."""
    row = [answer.value, answer.raw, answer.question, answer.how, answer.at]
    if answer.low is not None or answer.high is not None:
        row += (answer.low, answer.high)
    return row


_FIELDS = tuple(Session.__dataclass_fields__)
_VALUES = attrgetter(*_FIELDS)
_ALWAYS = {"flow", "flow_hash", "state", "status", "channel", "lang"}
_TUPLES = {"skipped", "asked", "path", "flags", "interrupted", "notes"}
