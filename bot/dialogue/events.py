"""What can happen to a conversation: one frozen record a thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Start:
    """The visitor opened the chat; all that the page or the deep link knew."""

    channel: str = "web"  # web | telegram | terminal
    market: str = ""  # "" = the site's default
    lang: str = ""  # the visitor's language, a hint
    source: Mapping[str, str] = field(default_factory=dict)
    listing: Mapping[str, Any] = field(default_factory=dict)  # id, address, price
    slots: tuple[str, ...] = ()  # free viewing times, local ISO
    known: Mapping[str, Any] = field(default_factory=dict)  # field -> value
    returning: bool = False
    licensed_states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Something typed. ``question`` is the id the visitor saw, "" when not said."""

    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """One or more options pressed at a question."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skip:
    """The Skip button of an optional question."""

    question: str = ""


@dataclass(frozen=True, slots=True)
class Back:
    """Ask the previous question again."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Answer an earlier question anew; what depends on it is asked again."""

    question: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing was said for a while; ``step`` counts the follow-ups from 1."""

    step: int


Event = Start | Text | Choose | Skip | Back | Edit | Silence
