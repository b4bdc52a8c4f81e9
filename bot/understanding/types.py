"""The vocabulary of the understanding room: what is asked, what was read, and against what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from bot.records import frozen

Value = str | int | float | bool | tuple[str, ...] | None


@frozen
class Option:
    """One option of a choice: its stored value, the label on the button, and more words for it."""

    value: str
    label: str
    synonyms: tuple[str, ...] = ()


@frozen
class Slot:
    """A question as the readers see it: what kind of answer it takes and what it may be."""

    id: str
    field: str
    kind: str
    options: tuple[Option, ...] = ()
    optional: bool = False
    unit: str = (
        ""  # money: "sale" | "rent" | "" (nothing scaled); number: "bedrooms" | "people" | …
    )
    ask: str = ""
    minimum: float | None = None
    maximum: float | None = None
    other: bool = False  # a choice that also takes any text
    time_means: str = ""  # a choice: the option that a day or a time given here means
    referral: bool = False  # an area: a place that is not covered ends the conversation


@frozen
class Surroundings:
    """Where and when a text was said. ``now`` is aware, in the market's time zone."""

    now: datetime
    lang: str = "en"
    country: str = "US"
    currency: str = "USD"
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name -> aliases
    min_price: float | None = None
    min_rent: float | None = None
    slots: tuple[datetime, ...] = ()  # free viewing times, aware
    offered: tuple[datetime, ...] = ()  # those of them that were named a moment ago
    regions: tuple[str, ...] = ()  # licensed states, e.g. ("TX", "OK")

    @property
    def today(self) -> date:
        """The calendar day in the market's time zone."""
        return self.now.date()


@frozen
class Reading:
    """What a text, or a part of it, was read as.

    ``value`` is normalised and JSON-ready (money in whole currency units, phone E.164, dates ISO).
    A range has ``low`` and ``high``, value = high. ``sure`` is False where another reading was
    possible: the value stands and is said back inside the next question. ``ask`` names, when no
    reading is likelier, what must be asked back (value is None then), or a hint to be confirmed
    (value is set then); it is a code of the phrase book with ``ask_with`` as its variables.
    ``span`` is the part of the text that was used. ``refused`` says the visitor declines to
    answer. ``extra`` holds volunteered neighbours, such as budget_period or contact_pref.
    """

    value: Value
    low: float | None = None
    high: float | None = None
    sure: bool = True
    ask: str = ""
    ask_with: Mapping[str, str] = field(default_factory=dict)
    span: tuple[int, int] = (0, 0)
    refused: bool = False
    extra: Mapping[str, Value] = field(default_factory=dict)


@frozen
class Fill:
    """A field's value found in a message. ``question`` is "" for what no question asks."""

    field: str
    question: str
    reading: Reading
    raw: str


@frozen
class Intent:
    """Something meant beside or instead of an answer, e.g. ``human``, ``stop``, ``why``."""

    id: str
    span: tuple[int, int] = (0, 0)
    data: Mapping[str, str] = field(default_factory=dict)  # language -> {"lang": "es"}, …
