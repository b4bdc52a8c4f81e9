"""Days and months with a name or a number: 14.3., 3/14, 2026-04-01, April 1st, mid May 2027.

The order of day and month is the country's; where both orders give a day, the other one is kept.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.understanding import dates
from bot.understanding.calendar import DAY, MONTH, Calendar, Time, bad
from bot.understanding.lexicon import times as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import PhraseSet, PhraseTable
from bot.understanding.vocabulary import UNIT

FARTHEST_YEARS: Final = 40
_MONTH_FIRST: Final = frozenset({"US"})
_MONTHS: Final = PhraseTable(lexicon.MONTHS)
_OFTEN_ELSE: Final = wordset(lexicon.SHORT_MONTHS)
_NEXT_YEAR: Final = PhraseSet(lexicon.NEXT_YEAR)
_THIS_YEAR: Final = PhraseSet(lexicon.THIS_YEAR)
_YEAR_AFTER: Final = PhraseSet(lexicon.YEAR_AFTER)
_NO_DATES: Final = frozenset({(24, 7), (10, 10), (5, 5), (50, 50)})  # round the clock, full marks
_SUFFIXES: Final = wordset("st nd rd th er o ten ter") | {"º", "ª", "."}
_OF: Final = wordset("of de del des the from")
_FIRST: Final = wordset("first primero ersten erster")
_BEFORE_A_MONTH: Final = wordset(
    "in by before after until till of mid early late end next this from since around to or and "
    "between beginning start starting about thru ab im ende anfang mitte bis nach vor seit "
    "en de a para por hasta entre del و من في شهر ; - / , ("
)
_COUNTED_AFTER: Final = wordset(
    "bed beds bedroom bedrooms br bath baths months weeks years days people zimmer habitaciones "
    "bhk am pm غرف"
)
_DATE_LEADS: Final = wordset("am ab bis vom zum den dem der nach vor el del إلى من")
_MONTH_WORDS: Final = wordset("شهر")


def date_at(calendar: Calendar, at: int) -> Time | None:
    """The date or month that begins at this token."""
    if calendar.speech.is_number(at):
        return (
            _iso(calendar, at)
            or _slashed(calendar, at)
            or _dotted(calendar, at)
            or _day_and_month(calendar, at)
        )
    if calendar.speech.text(at) in _FIRST:
        return _spoken_first(calendar, at)
    return _month(calendar, at) or _numbered_month(calendar, at)


def _iso(calendar: Calendar, at: int) -> Time | None:
    year, month, number = (calendar.digits(at + step, 6) for step in (0, 2, 4))
    if year is None or month is None or len(calendar.speech.text(at)) < 4:
        return None
    sign = calendar.speech.text(at + 1)
    if sign not in ("-", "/") or not calendar.tight(at, at + 3):
        return None
    if number is None or calendar.speech.text(at + 3) != sign:
        return _month_of(calendar, at, at + 3, month, year) if 2000 <= year <= 2100 else None
    return _exact(calendar, at, at + 5, (year, month, number))


def _exact(calendar: Calendar, first: int, last: int, parts: tuple[int, int, int]) -> Time:
    found = dates.day(*parts)
    if found is None or not 1990 < found.year <= calendar.today.year + FARTHEST_YEARS:
        return bad(first, last, calendar.today)
    return Time(first, last, (found, found), DAY, dated=True)


def _slashed(calendar: Calendar, at: int) -> Time | None:
    sign = calendar.speech.text(at + 1)
    one, two = calendar.digits(at), calendar.digits(at + 2)
    if sign not in ("/", "-") or one is None or two is None or not calendar.tight(at, at + 3):
        return None
    three = calendar.digits(at + 4)
    if three is not None and calendar.speech.text(at + 3) == sign:
        return _ordered(calendar, at, at + 5, (one, two, _full_year(three)))
    if sign == "-" or (one, two) in _NO_DATES:
        return None
    if two >= 2000:
        return _month_of(calendar, at, at + 3, one, two)
    return _ordered(calendar, at, at + 3, (one, two, 0))


def _dotted(calendar: Calendar, at: int) -> Time | None:
    parts = calendar.speech.text(at).split(".")
    if len(parts) not in (2, 3) or not all(part.isdecimal() and len(part) < 5 for part in parts):
        return None
    one, two = int(parts[0]), int(parts[1])
    if len(parts) == 3:
        return _ordered(calendar, at, at + 1, (one, two, _full_year(int(parts[2]))), dots=True)
    if two >= 2000:
        return _month_of(calendar, at, at + 1, one, two)
    ends = calendar.speech.text(at + 1) == "." and calendar.speech.tight(at)
    leads = calendar.speech.text(at - 1) in _DATE_LEADS and calendar.speech.comma_decimal
    if not (ends or leads) or one > 31 or not 1 <= two <= 12:
        return None
    year = calendar.digits(at + 2) if ends else None
    if year is not None and year >= 2000:
        return _ordered(calendar, at, at + 3, (one, two, year), dots=True)
    return _ordered(calendar, at, at + 1 + ends, (one, two, 0), dots=True)


def _full_year(year: int) -> int:
    return year + 2000 if year < 100 else year


def _month_of(calendar: Calendar, first: int, last: int, month: int, year: int) -> Time | None:
    if not 1 <= month <= 12 or year > calendar.today.year + FARTHEST_YEARS:
        return bad(first, last, calendar.today)
    return Time(first, last, dates.month(year, month), MONTH, name=str(month), dated=True)


def _ordered(
    calendar: Calendar, first: int, last: int, parts: tuple[int, int, int], *, dots: bool = False
) -> Time:
    one, two, year = parts
    month_first = calendar.speech.country in _MONTH_FIRST and not dots
    orders = [(one, two), (two, one)] if month_first else [(two, one), (one, two)]
    found = [it for month, number in orders if (it := _resolved(calendar, month, number, year))]
    if not found:
        return bad(first, last, calendar.today)
    if found[0].year > calendar.today.year + FARTHEST_YEARS:
        return bad(first, last, calendar.today)
    other = found[1] if len(found) > 1 and found[1] != found[0] and not dots else None
    return Time(first, last, (found[0], found[0]), DAY, other is None, other, dated=year > 0)


def _resolved(calendar: Calendar, month: int, number: int, year: int) -> date | None:
    """The day in its year, or the next such day."""
    if year:
        return dates.day(year, month, number)
    for candidate in range(calendar.today.year, calendar.today.year + 9):
        found = dates.day(candidate, month, number)
        if found is not None and found >= calendar.today:
            return found
    return None


def _day_and_month(calendar: Calendar, at: int) -> Time | None:
    """14 March, 14th of March 2026, 1. April, 1 de abril del 2027, 15 مارس."""
    number = calendar.digits(at, 2)
    if number is None or not 1 <= number <= 31:
        return None
    after = at + 1
    after += calendar.speech.text(after) in _SUFFIXES
    return _of_month(calendar, at, after, number)


def _spoken_first(calendar: Calendar, at: int) -> Time | None:
    return _of_month(calendar, at, at + 1, 1)


def _of_month(calendar: Calendar, first: int, at: int, number: int) -> Time | None:
    at += calendar.speech.text(at) in _OF
    at += calendar.speech.text(at) in _MONTH_WORDS
    month = _MONTHS.starts(calendar.speech, at)
    if not month.length:
        return None
    after = at + month.length
    year, last = _year_after(calendar, after)
    return _named_day(calendar, first, last, (int(month.key), number, year))


def _named_day(calendar: Calendar, first: int, last: int, parts: tuple[int, int, int]) -> Time:
    month, number, year = parts
    found = _resolved(calendar, month, number, year)
    if found is None or found.year > calendar.today.year + FARTHEST_YEARS:
        return bad(first, last, calendar.today)
    return Time(first, last, (found, found), DAY, dated=year > 0)


def _month(calendar: Calendar, at: int) -> Time | None:
    """April, apr. 15th, April 2027, june next year."""
    speech = calendar.speech
    month = _MONTHS.starts(speech, at)
    if not month.length or not _means_a_month(calendar, at):
        return None
    number, after = int(month.key), at + month.length
    after += (
        speech.text(after) == "."
        and not speech.is_number(after + 1)
        and after + 1 < len(speech.words)
    )
    day_number, after = _day_after(calendar, after)
    year, last = _year_after(calendar, after)
    if day_number:
        return _named_day(calendar, at, last, (number, day_number, year))
    if year:
        return _month_of(calendar, at, last, number, year)
    days = dates.upcoming(calendar.today, lambda each: dates.month(each, number))
    return Time(at, last, days, MONTH, name=str(number))


def _means_a_month(calendar: Calendar, at: int) -> bool:
    """ "may" and "mar" are months only where one is expected."""
    speech = calendar.speech
    if speech.text(at) not in _OFTEN_ELSE or len(speech.words) <= 2:
        return True
    return (
        speech.text(at - 1) in _BEFORE_A_MONTH
        or speech.text(at + 1) == "'"
        or speech.is_number(at + 1)
        or speech.is_number(at - 1)
    )


def _day_after(calendar: Calendar, at: int) -> tuple[int, int]:
    number = calendar.digits(at, 2)
    if number is None or not 1 <= number <= 31:
        return 0, at
    following = calendar.speech.text(at + 1)
    suffixed = following in _SUFFIXES and following != "." and calendar.speech.tight(at)
    glued = calendar.speech.tight(at) and calendar.speech.is_word(at + 1)
    elsewhere = following in (":", "%", "/") or following in _COUNTED_AFTER
    if (glued and not suffixed) or elsewhere:
        return 0, at
    return number, at + 1 + suffixed


def _year_after(calendar: Calendar, at: int) -> tuple[int, int]:
    """The year said after a month or a day, 0 if none is."""
    speech = calendar.speech
    start = at + (speech.text(at) == ",")
    start += speech.text(start) in _OF
    year = calendar.digits(start)
    if year is not None and 2000 <= year <= 2100:
        return year, start + 1
    if speech.text(at) == "'" and (short := calendar.digits(at + 1, 2)) is not None:
        return _full_year(short), at + 2
    return _year_in_words(calendar, start, at)


def _year_in_words(calendar: Calendar, start: int, at: int) -> tuple[int, int]:
    for phrases, later in ((_NEXT_YEAR, 1), (_THIS_YEAR, 0), (_YEAR_AFTER, 2)):
        for place in (start, at):
            many = phrases.starts(calendar.speech, place)
            if many:
                return calendar.today.year + later, place + many
    return 0, at


def _numbered_month(calendar: Calendar, at: int) -> Time | None:
    """شهر ٦ and شهر ستة are June."""
    if calendar.speech.text(at) not in _MONTH_WORDS:
        return None
    spoken = calendar.speech.entry(at + 1)
    number = calendar.digits(at + 1, 2)
    if number is None and spoken is not None and spoken.kind == UNIT:
        number = int(spoken.value)
    if number is None or not 1 <= number <= 12:
        return None
    days = dates.upcoming(calendar.today, lambda year: dates.month(year, number))
    return Time(at, at + 2, days, MONTH, name=str(number))
