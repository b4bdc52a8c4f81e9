"""What the readers of time share: a time in a text, and the text with today's date beside it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from bot.understanding.dates import Days
from bot.understanding.lexing import NUMBER
from bot.understanding.speech import Speech

DAY, WEEKDAY, WEEK, MONTH, SEASON = "day", "weekday", "week", "month", "season"
QUARTER, HALF, YEAR, HOLIDAY, DURATION = "quarter", "half", "year", "holiday", "duration"
BAD: Final = "bad"  # written like a date, but there is no such day


class Time(NamedTuple):
    """A time said: its tokens (last exclusive), its first and last day, and what kind it is.

    ``other`` is the day it would be with day and month the other way round, or a week later.
    ``name`` and ``dated`` let a month or a season be moved to the year that is said beside it.
    ``more`` is "6+ months", ``this`` "this year".
    """

    first: int
    last: int
    days: Days
    kind: str
    sure: bool = True
    other: date | None = None
    name: str = ""
    dated: bool = False
    more: bool = False
    this: bool = False


class Calendar(NamedTuple):
    """A text and the day on which it is said."""

    speech: Speech
    today: date

    def digits(self, at: int, most: int = 4) -> int | None:
        """The whole number written here in at most so many digits."""
        if not self.speech.is_number(at):
            return None
        text = self.speech.words[at]
        return int(text) if text.isdecimal() and len(text) <= most else None

    def tight(self, first: int, last: int) -> bool:
        """Do these tokens stand without any space between them?"""
        return all(self.speech.tight(at) for at in range(first, last - 1))

    def signs(self, at: int, *signs: str) -> bool:
        """Is there one of these signs?"""
        return self.speech.text(at) in signs and self.speech.tokens[at].kind != NUMBER


def bad(first: int, last: int, today: date) -> Time:
    """A date that does not exist."""
    return Time(first, last, (today, today), BAD)
