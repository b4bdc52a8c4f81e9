"""Days that people name: seasons, quarters, holidays, and the next time that one of them comes.

Every named time is a pair of days, the first and the last. Seasons are those of the weather
service (summer is June to August); Muslim feasts are reckoned and may be a day off.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta
from typing import Final

Days = tuple[date, date]

_SEASON_STARTS: Final = {"spring": 3, "summer": 6, "fall": 9, "winter": 12}
_DIWALI: Final = {
    2025: (10, 20), 2026: (11, 8), 2027: (10, 29), 2028: (10, 17), 2029: (11, 5), 2030: (10, 26),
    2031: (11, 14), 2032: (11, 2), 2033: (10, 22), 2034: (11, 10), 2035: (10, 30),
}  # fmt: skip
_HIJRI_EPOCH: Final = 1948440 - 385 - 1721425  # of the tabular calendar, as a proleptic ordinal


def day(year: int, month: int, number: int) -> date | None:
    """A date, or None for one that does not exist."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def plus(start: date, days: int) -> date:
    """A date so many days later; the end of time where there is no later one."""
    try:
        return start + timedelta(days)
    except OverflowError:
        return date(MAXYEAR, 12, 31)


def month(year: int, number: int) -> Days:
    """A whole month."""
    first = date(year, number, 1)
    following = date(year + number // 12, number % 12 + 1, 1)
    return first, following - timedelta(1)


def months(year: int, first: int, many: int) -> Days:
    """Several whole months from one on, over the turn of the year if need be."""
    last = first + many - 2
    return month(year, first)[0], month(year + last // 12, last % 12 + 1)[1]


def season(year: int, name: str) -> Days:
    """A season; winter begins in December of its year."""
    return months(year, _SEASON_STARTS[name], 3)


def quarter(year: int, number: int) -> Days:
    """A quarter of a year."""
    return months(year, 3 * number - 2, 3)


def calendar_week(year: int, number: int) -> Days:
    """Monday to Sunday of a week as Europe numbers them."""
    monday = date.fromisocalendar(year, number, 1)
    return monday, monday + timedelta(6)


def half(year: int, number: int) -> Days:
    """A half of a year."""
    return months(year, 6 * number - 5, 6)


def whole_year(year: int) -> Days:
    """A year."""
    return date(year, 1, 1), date(year, 12, 31)


def upcoming(today: date, of_year: Callable[[int], Days]) -> Days:
    """The first of these times, one a year, that is not over yet."""
    for year in range(today.year - 1, today.year + 3):
        days = of_year(year)
        if days[1] >= today:
            return days
    return of_year(today.year + 2)


def easter(year: int) -> date:
    """Easter Sunday (Gauss, as given by Knuth)."""
    golden = year % 19 + 1
    century = year // 100 + 1
    skipped = 3 * century // 4 - 12
    correction = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - skipped - 10
    epact = (11 * golden + 20 + correction - skipped) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    full_moon = 44 - epact + (30 if epact > 23 else 0)
    in_march = full_moon + 7 - (sunday + full_moon) % 7
    return date(year, 3, 1) + timedelta(in_march - 1)


def hijri(year: int, month_: int, number: int) -> date:
    """A day of the tabular Islamic calendar."""
    days = (11 * year + 3) // 30 + 354 * year + 30 * month_ - (month_ - 1) // 2 + number
    return date.fromordinal(days + _HIJRI_EPOCH)


def holiday(name: str, today: date, country: str) -> Days:
    """The next time of a holiday, from its first day to its last."""
    if name in _ISLAMIC:
        return _islamic(name, today)
    return upcoming(today, lambda year: _holiday(name, year, country))


def _holiday(name: str, year: int, country: str) -> Days:
    fixed = _FIXED.get(name)
    if fixed is not None:
        first, last = fixed
        return date(year, *first), date(year + (last < first), *last)
    if name in ("school_start", "school_end", "labor_day"):
        return _local_holiday(name, year, country)
    return _movable(name, year)


def _movable(name: str, year: int) -> Days:
    if name == "diwali":
        start = date(year, *_DIWALI.get(year, (10, 30)))
        return start, start
    if name == "thanksgiving":
        start = _nth_weekday(year, 11, 3, 4)
        return start, start
    if name == "memorial_day":
        start = date(year, 5, 31)
        start -= timedelta(start.weekday())
        return start, start
    sunday = easter(year) + timedelta(49 if name == "pentecost" else 0)
    return sunday, sunday + timedelta(1)


def _local_holiday(name: str, year: int, country: str) -> Days:
    if name == "labor_day":
        start = _nth_weekday(year, 9, 0, 1) if country == "US" else date(year, 5, 1)
    elif name == "school_start":
        start = date(year, 8, 15) if country in ("US", "MX", "DE") else date(year, 9, 1)
    else:
        start = date(year, 6, 1) if country == "US" else date(year, 7, 10)
    return start, start


def _nth_weekday(year: int, month_: int, weekday: int, nth: int) -> date:
    first = date(year, month_, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _islamic(name: str, today: date) -> Days:
    hijri_year = (today.year - 622) * 33 // 32
    found = [
        (hijri(year, *first), hijri(year, *last))
        for year in range(hijri_year - 1, hijri_year + 4)
        for first, last in _ISLAMIC[name]
    ]
    return min(days for days in found if days[1] >= today)


_FIXED: Final = {
    "christmas": ((12, 24), (12, 26)),
    "new_year": ((1, 1), (1, 1)),
    "new_years_eve": ((12, 31), (12, 31)),
    "holidays": ((12, 24), (1, 1)),
    "halloween": ((10, 31), (10, 31)),
    "july_4": ((7, 4), (7, 4)),
    "valentine": ((2, 14), (2, 14)),
    "st_patrick": ((3, 17), (3, 17)),
    "epiphany": ((1, 6), (1, 6)),
    "day_of_the_dead": ((11, 1), (11, 2)),
    "summer_holidays": ((7, 1), (8, 31)),
}
_ISLAMIC: Final = {
    "ramadan": (((9, 1), (9, 29)),),
    "eid_fitr": (((10, 1), (10, 3)),),
    "eid_adha": (((12, 10), (12, 13)),),
    "eid": (((10, 1), (10, 3)), ((12, 10), (12, 13))),
}
