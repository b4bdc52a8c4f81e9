"""Which day is meant: weekdays, today and tomorrow, 14.3., 3/14, March 14, 14 de marzo, ISO."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from bot.understanding.lexicon import moments as lexicon
from bot.understanding.lexing import NUMBER, WORD, Token, glued
from bot.understanding.normalise import plain
from bot.understanding.types import Surroundings

WEEK: Final = timedelta(days=7)
DAY_FIRST_UNLESS: Final = frozenset({"US"})


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(word) for word in text.split())


_WEEKDAYS: Final = {word: day for day, text in lexicon.WEEKDAYS.items() for word in _words(text)}
_MONTHS: Final = {word: month for month, text in lexicon.MONTHS.items() for word in _words(text)}
_SHORT: Final = frozenset(plain(word) for word in lexicon.SHORT_DAYS.split())
_TODAY, _TOMORROW = _words(lexicon.TODAY), _words(lexicon.TOMORROW)
_DAY_AFTER: Final = _words(lexicon.DAY_AFTER)
_DAY_AFTER_PHRASES: Final = tuple(
    tuple(plain(phrase).split()) for phrase in lexicon.DAY_AFTER_PHRASES
)
_NEXT, _BEFORE_DAY = _words(lexicon.NEXT), _words(lexicon.BEFORE_DAY)
_MORNING_WORDS: Final = frozenset({"manana", "morgen"})  # the morning, as well as tomorrow
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_OF: Final = frozenset({"of", "de", "the", "den", "dem", "."})
_ISO: Final = re.compile(r"\b(20\d\d)-(\d{1,2})-(\d{1,2})")
_SLASHED: Final = re.compile(
    r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})(?:\2(20\d\d|\d\d)?)?(?![\d%])"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day; ``other`` is a second one it could be, ``vague`` that it was a bare weekday."""

    when: date
    span: tuple[int, int]
    ambiguous: bool = False
    other: date | None = None
    vague: bool = False

    def holds(self, day: date) -> bool:
        """Is this the day?"""
        return day == self.when


def day_in(said: Sequence[Token], around: Surroundings) -> Day | None:
    """The first day that a text names."""
    text = _text_of(said)
    return _numeric(text, around) or _named(said, around)


def is_month(word: str) -> bool:
    """Is the word a month's name?"""
    return word in _MONTHS


def _text_of(said: Sequence[Token]) -> str:
    if not said:
        return ""
    letters = [" "] * said[-1].end
    for token in said:
        letters[token.start : token.end] = token.text
    return "".join(letters)


def _numeric(text: str, around: Surroundings) -> Day | None:
    if found := _ISO.search(text):
        when = _date(int(found[1]), int(found[2]), int(found[3]))
        return Day(when, found.span()) if when else None
    for found in _SLASHED.finditer(text):
        if day := _slashed(found, around):
            return day
    return None


def _slashed(found: re.Match[str], around: Surroundings) -> Day | None:
    first, sign, second = int(found[1]), found[2], int(found[3])
    if sign == "." and not found[0].rstrip().endswith(".") and not found[4]:
        return None  # 5.30 is a time; 14.3. is a day
    if sign == "-" and not found[4]:
        return None  # 3-4 is a range
    month_first = sign == "/" and around.country in DAY_FIRST_UNLESS
    month, day = (first, second) if month_first else (second, first)
    if month > 12:
        month, day = day, month
    year = int(found[4]) if found[4] else 0
    return _dated(month, day, year + 2000 if 0 < year < 100 else year, found.span(), around)


def _dated(
    month: int, day: int, year: int, span: tuple[int, int], around: Surroundings
) -> Day | None:
    today = around.today
    when = _date(year or today.year, month, day)
    if when is not None and not year and when < today:
        when = _date(today.year + 1, month, day)
    return Day(when, span) if when else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(said: Sequence[Token], around: Surroundings) -> Day | None:
    places = [at for at, token in enumerate(said) if token.kind == WORD]
    for at in places:
        if said[at].text in _MONTHS and (day := _month_day(said, at, around)):
            return day
    named = (_word(said, at, around) for at in places)
    return next((day for day in named if day is not None), None) or _of_this_month(said, around)


def _word(said: Sequence[Token], at: int, around: Surroundings) -> Day | None:
    word, span = said[at].text, (said[at].start, said[at].end)
    for phrase in _DAY_AFTER_PHRASES:
        if tuple(token.text for token in said[at : at + len(phrase)]) == phrase:
            return Day(around.today + timedelta(days=2), (span[0], said[at + len(phrase) - 1].end))
    if word in _TODAY:
        return Day(around.today, span)
    if word in _TOMORROW and not _is_the_morning(said, at):
        return Day(around.today + timedelta(days=1), span)
    if word in _DAY_AFTER:
        return Day(around.today + timedelta(days=2), span)
    if word in _WEEKDAYS and _is_weekday(said, at):
        return _weekday(said, at, around)
    return None


def _of_this_month(said: Sequence[Token], around: Surroundings) -> Day | None:
    """ "On the 13th": the next day with this number."""
    for number, ending in pairwise(said):
        day = _day_number(number)
        if not day or ending.text not in _ORDINAL_ENDINGS or not glued(number, ending):
            continue
        span = (number.start, ending.end)
        ahead = (around.today + timedelta(days=n) for n in range(62))
        found = next((when for when in ahead if when.day == day), None)
        return Day(found, span) if found else None
    return None


def _is_the_morning(said: Sequence[Token], at: int) -> bool:
    """ "por la mañana", "am Morgen" and "Montag morgen" are times of day."""
    before = said[at - 1].text if at else ""
    if said[at].text not in _MORNING_WORDS:
        return False
    return before in {"la", "am", "jeden"} or before in _WEEKDAYS


def _is_weekday(said: Sequence[Token], at: int) -> bool:
    if said[at].text not in _SHORT:
        return True
    before = said[at - 1].text if at else ""
    after = said[at + 1] if at + 1 < len(said) else None
    alone = len(said) == 1 or (len(said) == 2 and after is not None and after.kind == "s")
    timed = after is not None and (
        after.kind == NUMBER or after.text in {"at", "around", "after", "um", "ab", "a", "morning",
                                               "afternoon", "evening", "or", "works", "pm", "am"}
    )  # fmt: skip
    return alone or before in _BEFORE_DAY or timed or at + 1 == len(said)


def _weekday(said: Sequence[Token], at: int, around: Surroundings) -> Day:
    ahead = timedelta(days=(_WEEKDAYS[said[at].text] - around.today.weekday()) % 7)
    first = around.today + ahead
    before = said[at - 1].text if at else ""
    after = said[at + 1].text if at + 1 < len(said) else ""
    span = (said[at].start, said[at].end)
    if before in _NEXT or after in _NEXT:
        first = first + WEEK if first == around.today else first
        return Day(first, span, ambiguous=True, other=first + WEEK)
    other = around.today + WEEK if first == around.today else None
    return Day(first, span, other=other, vague=True)


def _month_day(said: Sequence[Token], at: int, around: Surroundings) -> Day | None:
    """ "April 1st", "1 April", "14. März", "el 14 de marzo", "14 مارس"."""
    month = _MONTHS[said[at].text]
    place = at - 1
    while place >= 0 and said[place].text in _OF | _ORDINAL_ENDINGS:
        place -= 1
    if place >= 0 and (number := _day_number(said[place])):
        return _dated(month, number, 0, (said[place].start, said[at].end), around)
    after = at + 1
    while after < len(said) and said[after].text in {"the", "."}:
        after += 1
    if after < len(said) and (number := _day_number(said[after])):
        return _dated(month, number, 0, (said[at].start, said[after].end), around)
    return None


def _day_number(token: Token) -> int:
    number = int(token.text) if token.kind == NUMBER and token.text.isdecimal() else 0
    return number if 1 <= number <= 31 else 0
