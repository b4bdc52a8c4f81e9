"""Times with a name: today, April, summer, Q2, Christmas, 2027, Saturday, the weekend."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Final

from bot.understanding import dates, shifting
from bot.understanding.calendar import (
    DAY,
    HALF,
    HOLIDAY,
    MONTH,
    QUARTER,
    SEASON,
    WEEK,
    WEEKDAY,
    YEAR,
    Calendar,
    Time,
)
from bot.understanding.calendar_dates import date_at
from bot.understanding.lexicon import times as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import PhraseSet, PhraseTable

SEASONS: Final = PhraseTable(lexicon.SEASONS)
WEEKDAYS: Final = PhraseTable(lexicon.WEEKDAYS)
_SHORT_WEEKDAYS: Final = wordset(lexicon.SHORT_WEEKDAYS)
_GERMAN_WEEKDAYS: Final = wordset(lexicon.GERMAN_WEEKDAYS)
_BEFORE_A_WEEKDAY: Final = wordset(lexicon.BEFORE_A_WEEKDAY)
_AFTER_A_WEEKDAY: Final = wordset(lexicon.AFTER_A_WEEKDAY)
DAYS: Final = PhraseTable(lexicon.DAYS)
QUARTERS: Final = PhraseTable(lexicon.QUARTERS)
HALVES: Final = PhraseTable(lexicon.HALVES)
HOLIDAYS: Final = PhraseTable(lexicon.HOLIDAYS)
YEARS: Final = PhraseTable(
    {"0": lexicon.THIS_YEAR, "1": lexicon.NEXT_YEAR, "2": lexicon.YEAR_AFTER}
)
THIS_MONTH: Final = PhraseSet(lexicon.THIS_MONTH)
_CALENDAR_WEEKS: Final = wordset(lexicon.CALENDAR_WEEKS)
LAST_WEEK: Final = 52
WEEKENDS: Final = PhraseSet(lexicon.WEEKENDS)


def day_word(calendar: Calendar, at: int) -> Time | None:
    """today, mañana, übermorgen, غدا."""
    found = DAYS.starts(calendar.speech, at)
    if not found.length:
        return None
    day = dates.plus(calendar.today, int(found.key))
    return Time(at, at + found.length, (day, day), DAY, dated=True)


def holiday(calendar: Calendar, at: int) -> Time | None:
    """Christmas, Semana Santa, Pfingsten, العيد."""
    found = HOLIDAYS.starts(calendar.speech, at)
    if not found.length:
        return None
    days = dates.holiday(found.key, calendar.today, calendar.speech.country)
    return Time(at, at + found.length, days, HOLIDAY, name=found.key)


def calendar_week(calendar: Calendar, at: int) -> Time | None:
    """KW 20, 20. Kalenderwoche: Monday to Sunday, of this year or the next."""
    speech = calendar.speech
    if speech.text(at) in _CALENDAR_WEEKS:
        number, last = calendar.digits(at + 1, 2), at + 2
    else:
        behind = at + 1 + (speech.text(at + 1) == ".")
        number, last = calendar.digits(at, 2), behind + 1
        if speech.text(behind) not in _CALENDAR_WEEKS:
            return None
    if number is None or not 1 <= number <= LAST_WEEK:
        return None
    days = dates.upcoming(calendar.today, partial(dates.calendar_week, number=number))
    return Time(at, last, days, WEEK)


def quarter_or_half(calendar: Calendar, at: int) -> Time | None:
    """Q2, 3. Quartal, second half of the year."""
    for table, kind, of_year in ((QUARTERS, QUARTER, dates.quarter), (HALVES, HALF, dates.half)):
        found = table.starts(calendar.speech, at)
        if found.length:
            number = int(found.key)
            days = dates.upcoming(calendar.today, partial(of_year, number=number))
            return Time(at, at + found.length, days, kind, name=found.key)
    return None


def season(calendar: Calendar, at: int) -> Time | None:
    """summer, otoño que viene, الصيف."""
    found = SEASONS.starts(calendar.speech, at)
    if not found.length:
        return None
    days = dates.upcoming(calendar.today, lambda year: dates.season(year, found.key))
    time = Time(at, at + found.length, days, SEASON, name=found.key)
    return shifting.pointed_after(calendar, time)


def month(calendar: Calendar, at: int) -> Time | None:
    """April, 14.3., this month, الشهر القادم, and every other date."""
    if THIS_MONTH.starts(calendar.speech, at):
        length = THIS_MONTH.starts(calendar.speech, at)
        after = shifting.POINTERS_AFTER.starts(calendar.speech, at + length)
        days = shifting.month_from(calendar, int(after.key or 0))
        return Time(at, at + length + after.length, days, MONTH, this=not after.length)
    time = date_at(calendar, at)
    if time is not None and time.kind == MONTH and not time.dated:
        return shifting.pointed_after(calendar, time)
    return time


def year(calendar: Calendar, at: int) -> Time | None:
    """this year, nächstes Jahr, 2027."""
    found = YEARS.starts(calendar.speech, at)
    if found.length:
        days = dates.whole_year(calendar.today.year + int(found.key))
        return Time(at, at + found.length, days, YEAR, this=found.key == "0")
    number = calendar.digits(at)
    if number is None or not calendar.today.year <= number <= calendar.today.year + 30:
        return None
    if calendar.speech.text(at - 1) in ("$", "€", "£", "-", "/") or calendar.speech.tight(at):
        following = calendar.speech.text(at + 1)
        if following not in (".", ",", "?", "!", ")", ""):
            return None
    return Time(at, at + 1, dates.whole_year(number), YEAR, this=number == calendar.today.year)


def weekday(calendar: Calendar, at: int) -> Time | None:
    """Saturday, el viernes que viene, السبت."""
    found = WEEKDAYS.starts(calendar.speech, at)
    if not found.length or not _means_a_weekday(calendar, at):
        return None
    time = _coming_weekday(calendar, at, at + found.length, int(found.key))
    return shifting.pointed_after(calendar, time)


def _means_a_weekday(calendar: Calendar, at: int) -> bool:
    """ "Sat", "sun" and "so" are days only where one is expected."""
    speech = calendar.speech
    word, before, after = speech.text(at), speech.text(at - 1), speech.text(at + 1)
    timed = speech.is_number(at + 1) or after in _AFTER_A_WEEKDAY
    if word in _GERMAN_WEEKDAYS:
        return speech.german and (timed or before == "am")
    if word not in _SHORT_WEEKDAYS:
        return True
    return timed or not after or before in _BEFORE_A_WEEKDAY


def _coming_weekday(calendar: Calendar, first: int, last: int, weekday: int) -> Time:
    day = calendar.today + timedelta((weekday - calendar.today.weekday()) % 7)
    return Time(first, last, (day, day), WEEKDAY, name=str(weekday))


def weekend(calendar: Calendar, at: int) -> Time | None:
    """the weekend, fin de semana, الويكند."""
    length = WEEKENDS.starts(calendar.speech, at)
    if not length:
        return None
    return shifting.pointed_after(
        calendar, Time(at, at + length, shifting.weekend_from(calendar, 0), WEEK, name="we")
    )
