"""Moving a time: this month, the next one, the one after next, the same season in another year."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot.understanding import dates
from bot.understanding.calendar import (
    HALF,
    HOLIDAY,
    MONTH,
    QUARTER,
    SEASON,
    WEEKDAY,
    Calendar,
    Time,
)
from bot.understanding.dates import Days
from bot.understanding.lexicon import times as lexicon
from bot.understanding.phraseset import PhraseTable

NEAR: Final = 31  # "next April", said in March, is not the one three weeks ahead
POINTERS_AFTER: Final = PhraseTable({"1": lexicon.NEXT_AFTER, "2": lexicon.AFTER_NEXT})


def week_from(calendar: Calendar, later: int) -> Days:
    """Monday to Sunday, so many weeks from this one."""
    monday = calendar.today - timedelta(calendar.today.weekday()) + timedelta(7 * later)
    return monday, monday + timedelta(6)


def weekend_from(calendar: Calendar, later: int) -> Days:
    """Saturday and Sunday."""
    saturday = calendar.today + timedelta(5 - calendar.today.weekday() + 7 * later)
    return saturday, saturday + timedelta(1)


def month_from(calendar: Calendar, later: int) -> Days:
    """A whole month, so many from this one."""
    month = calendar.today.month - 1 + later
    return dates.month(calendar.today.year + month // 12, month % 12 + 1)


def quarter_from(calendar: Calendar, later: int) -> Days:
    """A quarter of a year, so many from this one."""
    number = (calendar.today.month - 1) // 3 + later
    return dates.quarter(calendar.today.year + number // 4, number % 4 + 1)


def year_from(calendar: Calendar, later: int) -> Days:
    """A year, so many from this one."""
    return dates.whole_year(calendar.today.year + later)


def edge_of(days: Days, edge: str) -> Days:
    """The end, the middle, the beginning or the later part of some days."""
    start, end = days
    length = (end - start).days
    if edge == "end":
        return end, end
    if edge == "middle":
        middle = start + timedelta(length // 2)
        return middle, middle
    third = timedelta(length // 3)
    return (end - third, end) if edge == "late" else (start, start + third)


def pointed_after(calendar: Calendar, time: Time) -> Time:
    """el verano que viene, الصيف القادم, the summer after next."""
    after = POINTERS_AFTER.starts(calendar.speech, time.last)
    if not after.length:
        return time
    return later_than(calendar, time, int(after.key))._replace(last=time.last + after.length)


def later_than(calendar: Calendar, time: Time, later: int) -> Time:
    """The same kind of time, this one (0), the next one, or the one after it."""
    if later == 0:
        return time._replace(this=True)
    if time.kind == WEEKDAY:
        return _later_weekday(time, later)
    if time.name == "we":
        return time._replace(days=weekend_from(calendar, later))
    if time.kind == MONTH and not time.name:  # "next this month"
        return time._replace(days=month_from(calendar, later), this=False)
    near = time.days[0] <= calendar.today + timedelta(NEAR)
    years = later - 1 + near
    days = time.days[0].replace(day=1) if time.kind == MONTH else time.days[0]
    if time.kind == HOLIDAY and not near:
        return time
    moved = in_year(time, days.year + years)
    return time._replace(days=moved, sure=False)


def _later_weekday(time: Time, later: int) -> Time:
    """ "Next Friday" may be the coming one or the one of next week: both are kept."""
    coming = time.days[0]
    if later == 2:
        day = coming + timedelta(7)
        return time._replace(days=(day, day))
    return time._replace(sure=False, other=coming + timedelta(7))


def in_year(time: Time, year: int) -> Days:
    if time.kind == SEASON:
        return dates.season(year, time.name)
    if time.kind == QUARTER:
        return dates.quarter(year, int(time.name))
    if time.kind == HALF:
        return dates.half(year, int(time.name))
    if time.kind == MONTH:
        return dates.month(year, int(time.name))
    return dates.plus(time.days[0], 365), dates.plus(time.days[1], 365)
