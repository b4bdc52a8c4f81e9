"""All times in a text: dates, months, seasons, holidays, weeks, years, durations.

Nothing is decided here about what is meant by them; ``timeline`` and ``moment`` do that.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final

from bot.understanding import dates
from bot.understanding.calendar import (
    BAD,
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
from bot.understanding.dates import Days
from bot.understanding.durations import duration_at
from bot.understanding.lexicon import times as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import PhraseSet, PhraseTable

NEAR: Final = 31  # "next April", said in March, is not the one three weeks ahead
_SEASONS: Final = PhraseTable(lexicon.SEASONS)
_WEEKDAYS: Final = PhraseTable(lexicon.WEEKDAYS)
_SHORT_WEEKDAYS: Final = wordset(lexicon.SHORT_WEEKDAYS)
_GERMAN_WEEKDAYS: Final = wordset(lexicon.GERMAN_WEEKDAYS)
_BEFORE_A_WEEKDAY: Final = wordset(lexicon.BEFORE_A_WEEKDAY)
_AFTER_A_WEEKDAY: Final = wordset(lexicon.AFTER_A_WEEKDAY)
_DAYS: Final = PhraseTable(lexicon.DAYS)
_UNITS: Final = PhraseTable(lexicon.UNITS)
_QUARTERS: Final = PhraseTable(lexicon.QUARTERS)
_HALVES: Final = PhraseTable(lexicon.HALVES)
_HOLIDAYS: Final = PhraseTable(lexicon.HOLIDAYS)
_CLOSED: Final = PhraseTable(lexicon.CLOSED)
_EDGES: Final = PhraseTable(
    {
        "end": lexicon.ENDS,
        "start": lexicon.STARTS,
        "middle": lexicon.MIDDLES,
        "late": lexicon.LATES,
    }
)
_YEARS: Final = PhraseTable(
    {"0": lexicon.THIS_YEAR, "1": lexicon.NEXT_YEAR, "2": lexicon.YEAR_AFTER}
)
_THIS_MONTH: Final = PhraseSet(lexicon.THIS_MONTH)
_WEEKENDS: Final = PhraseSet(lexicon.WEEKENDS)
_POINTERS: Final = PhraseTable(
    {"0": lexicon.THIS, "1": lexicon.NEXT, "2": lexicon.AFTER_NEXT_BEFORE}
)
_POINTERS_AFTER: Final = PhraseTable({"1": lexicon.NEXT_AFTER, "2": lexicon.AFTER_NEXT})
_ORDINALS: Final = PhraseTable(lexicon.ORDINALS)
_OF: Final = wordset("of the de del la el des der dem im in")
_WITHIN: Final = wordset("within in over during inside")
_ORDINAL_SUFFIXES: Final = wordset("st nd rd th")
_DAY_LEADS: Final = wordset("el del am zum vom día dia يوم")
_YEAR_JOINTS: Final = wordset("in im en de del of around by , sometime maybe etwa um")
_ARTICLES: Final = wordset("el la los las the den dem der das")


def times(calendar: Calendar) -> list[Time]:
    """Every time said in a text, in reading order."""
    found: list[Time] = []
    at = 0
    while at < len(calendar.speech.words):
        time = time_at(calendar, at)
        if time is None:
            at += 1
        else:
            found.append(time)
            at = time.last
    return _with_years(calendar, found)


def time_at(calendar: Calendar, at: int) -> Time | None:
    """The time that begins at this token."""
    for reader in _READERS:
        time = reader(calendar, at)
        if time is not None:
            return _with_edge_after(calendar, time)
    return None


def _closed(calendar: Calendar, at: int) -> Time | None:
    """EOY, Monatsende, fin de mes."""
    found = _CLOSED.starts(calendar.speech, at)
    if not found.length:
        return None
    edge = _edge_of(calendar, at)
    if edge is not None and edge.last > at + found.length:
        return edge
    unit, _, which = found.key.partition("_")
    if unit == "mid":
        unit, which = which, "middle"
    today = calendar.today
    days = dates.whole_year(today.year) if unit == "year" else dates.month(today.year, today.month)
    if which == "start" or (which == "middle" and _point(days, which)[0] < today):
        days = dates.whole_year(today.year + 1) if unit == "year" else _month_from(calendar, 1)
    return Time(at, at + found.length, _point(days, which), DAY)


def _edge_of(calendar: Calendar, at: int) -> Time | None:
    """end of April, Anfang Mai, a mediados de junio, early next year, late summer."""
    edge = _EDGES.starts(calendar.speech, at)
    if not edge.length:
        return None
    inside = at + edge.length
    for _ in range(3):
        time = time_at(calendar, inside)
        if time is not None and time.kind not in (DAY, WEEKDAY, BAD):
            days = _point(time.days, edge.key)
            return time._replace(first=at, days=days, name="", kind=_edge_kind(time, edge.key))
        if calendar.speech.text(inside) not in _OF and calendar.speech.text(inside) != "-":
            return None
        inside += 1
    return None


def _edge_kind(time: Time, edge: str) -> str:
    return time.kind if edge == "late" else DAY


def _point(days: Days, edge: str) -> Days:
    start, end = days
    length = (end - start).days
    if edge == "end":
        return end, end
    if edge == "middle":
        middle = start + timedelta(length // 2)
        return middle, middle
    third = timedelta(length // 3)
    return (end - third, end) if edge == "late" else (start, start + third)


def _with_edge_after(calendar: Calendar, time: Time) -> Time:
    """ "by April end", as people say in India."""
    following = calendar.speech.text(time.last)
    if time.kind in (MONTH, YEAR) and following in ("end", "ending", "beginning", "mid"):
        edge = {"beginning": "start", "mid": "middle"}.get(following, "end")
        return time._replace(last=time.last + 1, days=_point(time.days, edge), kind=DAY, name="")
    return time


def _day_word(calendar: Calendar, at: int) -> Time | None:
    found = _DAYS.starts(calendar.speech, at)
    if not found.length:
        return None
    day = dates.plus(calendar.today, int(found.key))
    return Time(at, at + found.length, (day, day), DAY, dated=True)


def _holiday(calendar: Calendar, at: int) -> Time | None:
    found = _HOLIDAYS.starts(calendar.speech, at)
    if not found.length:
        return None
    days = dates.holiday(found.key, calendar.today, calendar.speech.country)
    return Time(at, at + found.length, days, HOLIDAY, name=found.key)


def _quarter_or_half(calendar: Calendar, at: int) -> Time | None:
    for table, kind, of_year in ((_QUARTERS, QUARTER, dates.quarter), (_HALVES, HALF, dates.half)):
        found = table.starts(calendar.speech, at)
        if found.length:
            number = int(found.key)
            days = dates.upcoming(calendar.today, partial(of_year, number=number))
            return Time(at, at + found.length, days, kind, name=found.key)
    return None


def _season(calendar: Calendar, at: int) -> Time | None:
    found = _SEASONS.starts(calendar.speech, at)
    if not found.length:
        return None
    days = dates.upcoming(calendar.today, lambda year: dates.season(year, found.key))
    time = Time(at, at + found.length, days, SEASON, name=found.key)
    return _pointed_after(calendar, time)


def _month(calendar: Calendar, at: int) -> Time | None:
    if _THIS_MONTH.starts(calendar.speech, at):
        length = _THIS_MONTH.starts(calendar.speech, at)
        after = _POINTERS_AFTER.starts(calendar.speech, at + length)
        days = _month_from(calendar, int(after.key or 0))
        return Time(at, at + length + after.length, days, MONTH, this=not after.length)
    time = date_at(calendar, at)
    if time is not None and time.kind == MONTH and not time.dated:
        return _pointed_after(calendar, time)
    return time


def _year(calendar: Calendar, at: int) -> Time | None:
    found = _YEARS.starts(calendar.speech, at)
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


def _weekday(calendar: Calendar, at: int) -> Time | None:
    found = _WEEKDAYS.starts(calendar.speech, at)
    if not found.length or not _means_a_weekday(calendar, at):
        return None
    time = _coming_weekday(calendar, at, at + found.length, int(found.key))
    return _pointed_after(calendar, time)


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


def _weekend(calendar: Calendar, at: int) -> Time | None:
    length = _WEEKENDS.starts(calendar.speech, at)
    if not length:
        return None
    return _pointed_after(
        calendar, Time(at, at + length, _weekend_from(calendar, 0), WEEK, name="we")
    )


def _weekend_from(calendar: Calendar, later: int) -> Days:
    saturday = calendar.today + timedelta(5 - calendar.today.weekday() + 7 * later)
    return saturday, saturday + timedelta(1)


def _month_from(calendar: Calendar, later: int) -> Days:
    month = calendar.today.month - 1 + later
    return dates.month(calendar.today.year + month // 12, month % 12 + 1)


def _pointed(calendar: Calendar, at: int) -> Time | None:
    """this summer, next April, nächsten Freitag, el próximo mes, übernächste Woche."""
    pointer = _POINTERS.starts(calendar.speech, at)
    if not pointer.length:
        return None
    inside, later = at + pointer.length, int(pointer.key)
    unit = _unit_from(calendar, at, inside, later)
    if unit is not None:
        return unit
    for reader in (_season, _month, _weekday, _weekend, _holiday):
        time = reader(calendar, inside)
        if time is not None and not time.dated and time.kind != DAY:
            return _later(calendar, time, later)._replace(first=at)
    return None


def _unit_from(calendar: Calendar, first: int, at: int, later: int) -> Time | None:
    unit = _UNITS.starts(calendar.speech, at)
    if unit.key in ("", "day") or len(calendar.speech.text(at)) == 1:
        return None
    last = at + unit.length
    after = _POINTERS_AFTER.starts(calendar.speech, last)
    later, last = max(later, int(after.key or 0)), last + after.length
    if _is_a_span(calendar, first, later):
        days = dates.plus(calendar.today, lexicon.UNIT_DAYS[unit.key])
        return Time(first, last, (calendar.today, days), WEEK, this=True)
    days_of = _UNIT_STARTS[unit.key](calendar, later)
    return Time(first, last, days_of, _UNIT_KINDS[unit.key], this=later == 0)


def _is_a_span(calendar: Calendar, at: int, later: int) -> bool:
    """ "within the next month" is a length, "next month" a name."""
    return (
        later == 1
        and calendar.speech.text(at) == "the"
        and calendar.speech.text(at - 1) in _WITHIN
    )


def _week_from(calendar: Calendar, later: int) -> Days:
    monday = calendar.today - timedelta(calendar.today.weekday()) + timedelta(7 * later)
    return monday, monday + timedelta(6)


def _quarter_from(calendar: Calendar, later: int) -> Days:
    number = (calendar.today.month - 1) // 3 + later
    return dates.quarter(calendar.today.year + number // 4, number % 4 + 1)


def _year_from(calendar: Calendar, later: int) -> Days:
    return dates.whole_year(calendar.today.year + later)


_UNIT_STARTS: Final[dict[str, Callable[[Calendar, int], Days]]] = {
    "week": _week_from,
    "month": _month_from,
    "quarter": _quarter_from,
    "year": _year_from,
}
_UNIT_KINDS: Final = {"week": WEEK, "month": MONTH, "quarter": QUARTER, "year": YEAR}


def _bare_unit(calendar: Calendar, at: int) -> Time | None:
    """mes que viene, Woche darauf, الشهر القادم: a unit with its pointer behind it."""
    unit = _UNITS.starts(calendar.speech, at)
    if unit.key in ("", "day"):
        return None
    after = _POINTERS_AFTER.starts(calendar.speech, at + unit.length)
    return _unit_from(calendar, at, at, 0) if after.length else None


def _pointed_after(calendar: Calendar, time: Time) -> Time:
    """el verano que viene, الصيف القادم, the summer after next."""
    after = _POINTERS_AFTER.starts(calendar.speech, time.last)
    if not after.length:
        return time
    return _later(calendar, time, int(after.key))._replace(last=time.last + after.length)


def _later(calendar: Calendar, time: Time, later: int) -> Time:
    """The same kind of time, this one (0), the next one, or the one after it."""
    if later == 0:
        return time._replace(this=True)
    if time.kind == WEEKDAY:
        return _later_weekday(time, later)
    if time.name == "we":
        return time._replace(days=_weekend_from(calendar, later))
    if time.kind == MONTH and not time.name:
        return time._replace(days=_month_from(calendar, later), this=False)
    near = time.days[0] <= calendar.today + timedelta(NEAR)
    years = later - 1 + near
    days = time.days[0].replace(day=1) if time.kind == MONTH else time.days[0]
    moved = _in_year(time, days.year + years)
    return time._replace(days=moved, sure=False)


def _later_weekday(time: Time, later: int) -> Time:
    """ "Next Friday" may be the coming one or the one of next week: both are kept."""
    coming = time.days[0]
    if later == 2:
        day = coming + timedelta(7)
        return time._replace(days=(day, day))
    return time._replace(sure=False, other=coming + timedelta(7))


def _in_year(time: Time, year: int) -> Days:
    if time.kind == SEASON:
        return dates.season(year, time.name)
    if time.kind == QUARTER:
        return dates.quarter(year, int(time.name))
    if time.kind == HALF:
        return dates.half(year, int(time.name))
    if time.kind == MONTH:
        return dates.month(year, int(time.name))
    return dates.plus(time.days[0], 365), dates.plus(time.days[1], 365)


def _ordinal_day(calendar: Calendar, at: int) -> Time | None:
    """the 15th, am 15., el 15: the next such day of a month."""
    number = calendar.digits(at, 2)
    if number is None or not 1 <= number <= 31:
        return None
    speech = calendar.speech
    suffixed = speech.text(at + 1) in _ORDINAL_SUFFIXES and speech.tight(at)
    dotted = speech.text(at + 1) == "." and speech.german
    led = speech.text(at - 1) in _DAY_LEADS and not speech.is_word(at + 1)
    if not suffixed and not (led and (dotted or not speech.german)):
        return None
    last = at + 1 + (suffixed or dotted)
    return _in_a_month(calendar, at, last, number)


def _in_a_month(calendar: Calendar, first: int, last: int, number: int) -> Time | None:
    inside = last
    while calendar.speech.text(inside) in _OF:
        inside += 1
    named = _month_named(calendar, inside)
    if named is not None:
        start = named.days[0]
        day = dates.day(start.year, start.month, number)
        return Time(first, named.last, (day, day), DAY) if day is not None else None
    for later in range(3):
        start = _month_from(calendar, later)[0]
        day = dates.day(start.year, start.month, number)
        if day is not None and day >= calendar.today:
            return Time(first, last, (day, day), DAY)
    return None


def _month_named(calendar: Calendar, at: int) -> Time | None:
    for reader in (_pointed, _bare_unit, _month):
        time = reader(calendar, at)
        if time is not None:
            return time if time.kind == MONTH else None
    return None


def _week_of(calendar: Calendar, at: int) -> Time | None:
    """first week of April, primera semana de mayo, letzte Woche im Mai."""
    ordinal = _ORDINALS.starts(calendar.speech, at)
    unit = _UNITS.starts(calendar.speech, at + ordinal.length)
    if not ordinal.length or unit.key not in ("week", "day"):
        return None
    inside = at + ordinal.length + unit.length
    while calendar.speech.text(inside) in _OF:
        inside += 1
    month = _month_named(calendar, inside)
    if month is None:
        return None
    length, (start, end) = lexicon.UNIT_DAYS[unit.key], month.days
    first = end - timedelta(length - 1) if ordinal.key == "5" else (
        start + timedelta(length * (int(ordinal.key) - 1))
    )  # fmt: skip
    return Time(at, month.last, (first, first + timedelta(length - 1)), WEEK)


def _with_years(calendar: Calendar, found: list[Time]) -> list[Time]:
    """ "next year in April": the month takes the year said before it, or after it."""
    joined: list[Time] = []
    for time in found:
        last = joined[-1] if joined else None
        if last is None or not _are_one(calendar, last, time):
            joined.append(time)
            continue
        year, inside = (last, time) if last.kind == YEAR else (time, last)
        days = _in_year(inside, year.days[0].year)
        joined[-1] = inside._replace(first=last.first, last=time.last, days=days, dated=True)
    return joined


def _are_one(calendar: Calendar, first: Time, second: Time) -> bool:
    between = calendar.speech.words[first.last : second.first]
    kinds = {first.kind, second.kind}
    inside = second if first.kind == YEAR else first
    movable = inside.kind in (MONTH, SEASON, QUARTER, HALF) and inside.name and not inside.dated
    return YEAR in kinds and len(kinds) == 2 and bool(movable) and _YEAR_JOINTS.issuperset(between)


_READERS: Final[tuple[Callable[[Calendar, int], Time | None], ...]] = (
    _closed,
    duration_at,
    _week_of,
    _day_word,
    _pointed,
    _year,
    _quarter_or_half,
    _holiday,
    _edge_of,
    _month,
    _season,
    _bare_unit,
    _ordinal_day,
    _weekday,
    _weekend,
)
