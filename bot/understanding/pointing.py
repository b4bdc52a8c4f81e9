"""Times pointed at: this summer, next April, nächsten Freitag, el próximo mes, الشهر القادم."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.understanding import dates, named_times, shifting
from bot.understanding.calendar import DAY, MONTH, QUARTER, WEEK, YEAR, Calendar, Time
from bot.understanding.dates import Days
from bot.understanding.lexicon import times as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import PhraseTable

UNITS: Final = PhraseTable(lexicon.UNITS)
POINTERS: Final = PhraseTable(
    {"0": lexicon.THIS, "1": lexicon.NEXT, "2": lexicon.AFTER_NEXT_BEFORE}
)
_WITHIN: Final = wordset("within in over during inside")
_UNIT_STARTS: Final[dict[str, Callable[[Calendar, int], Days]]] = {
    "week": shifting.week_from,
    "month": shifting.month_from,
    "quarter": shifting.quarter_from,
    "year": shifting.year_from,
}
_READERS: Final = (
    named_times.season,
    named_times.month,
    named_times.weekday,
    named_times.weekend,
    named_times.holiday,
)
_UNIT_KINDS: Final = {"week": WEEK, "month": MONTH, "quarter": QUARTER, "year": YEAR}


def pointed(calendar: Calendar, at: int) -> Time | None:
    """this summer, next April, nächsten Freitag, el próximo mes, übernächste Woche."""
    pointer = POINTERS.starts(calendar.speech, at)
    if not pointer.length:
        return None
    inside, later = at + pointer.length, int(pointer.key)
    unit = _unit_from(calendar, at, inside, later)
    if unit is not None:
        return unit
    for reader in _READERS:
        time = reader(calendar, inside)
        if time is not None and not time.dated and time.kind != DAY:
            return shifting.later_than(calendar, time, later)._replace(first=at)
    return None


def _unit_from(calendar: Calendar, first: int, at: int, later: int) -> Time | None:
    unit = UNITS.starts(calendar.speech, at)
    if unit.key in ("", "day") or len(calendar.speech.text(at)) == 1:
        return None
    last = at + unit.length
    after = shifting.POINTERS_AFTER.starts(calendar.speech, last)
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


def bare_unit(calendar: Calendar, at: int) -> Time | None:
    """mes que viene, Woche darauf, الشهر القادم: a unit with its pointer behind it."""
    unit = UNITS.starts(calendar.speech, at)
    if unit.key in ("", "day"):
        return None
    after = shifting.POINTERS_AFTER.starts(calendar.speech, at + unit.length)
    return _unit_from(calendar, at, at, 0) if after.length else None
