"""What a turn wants done. The engine only names it; the shell does it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from bot.records import frozen


@frozen
class Said:
    """A line of the transcript. Visitor text is verbatim with secrets masked."""

    sender: str  # visitor | bot | agent
    text: str
    options: tuple[str, ...] = ()  # labels of the buttons under it
    question: str = ""  # the question it asks, if it asks one
    by: Mapping[str, str] = field(default_factory=dict)  # the person who says it


@frozen
class Answered:
    """A field got a value, got another one, or lost it (``value`` None: skipped or dropped)."""

    question: str
    field: str
    value: Any
    raw: str
    how: str  # typed | button | file | known | volunteered | correction | skip | dropped


@frozen
class Unread:
    """A text that could not be read as an answer to the open question: the admins' list."""

    question: str
    text: str


@frozen
class Consent:
    """The visitor gave contact data, or marketing consent, after reading this exact text."""

    purpose: str  # contact | marketing
    granted: bool
    text: str
    version: str


@frozen
class DoNotContact:
    """STOP: nobody may contact these any more."""

    phone: str = ""
    email: str = ""


@frozen
class EraseRequested:
    """The visitor asked to have everything deleted."""

    ref: str


@frozen
class Stale:
    """The press was for a question that is not open any more; nothing changed."""

    question: str


@frozen
class Ring:
    """The agents must know. ``cause`` makes it happen once: a lead rings loudly once a cause."""

    kind: str  # hot | warm | callback | update
    cause: str
    data: Mapping[str, str] = field(default_factory=dict)


Effect = Said | Answered | Unread | Consent | DoNotContact | EraseRequested | Stale | Ring


def came_too_late(effects: Iterable[Effect]) -> bool:
    """Was the input meant for a question that is not open any more?"""
    for effect in effects:  # noqa: SIM110 - twice as fast as any() here, and every turn asks
        if type(effect) is Stale:
            return True
    return False
