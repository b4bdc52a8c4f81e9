"""All times in a text: dates, months, seasons, holidays, weeks, years, durations.

Nothing is decided here about what is meant by them; ``timeline`` and ``moment`` do that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Final, NamedTuple

from bot.understanding import dates, named_times, pointing, shifting
from bot.understanding.calendar import (
    BAD,
    DAY,
    DURATION,
    HALF,
    MONTH,
    QUARTER,
    SEASON,
    WEEK,
    WEEKDAY,
    YEAR,
    Calendar,
    Time,
)
from bot.understanding.durations import duration_at
from bot.understanding.lexicon import times as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import PhraseSet, PhraseTable

Reader = Callable[[Calendar, int], Time | None]
MOST_TIMES: Final = 12  # nobody names more in one message
MOST_TRIES: Final = 60  # words and numbers that look like the beginning of one
_CLOSED: Final = PhraseTable(lexicon.CLOSED)
_EDGES: Final = PhraseTable(
    {
        "end": lexicon.ENDS,
        "start": lexicon.STARTS,
        "middle": lexicon.MIDDLES,
        "late": lexicon.LATES,
    }
)
_ORDINALS: Final = PhraseTable(lexicon.ORDINALS)
_OF: Final = wordset("of the de del la el des der dem im in")
_ORDINAL_SUFFIXES: Final = wordset("st nd rd th")
_AFTER_A_DAY: Final = wordset(
    "of at in or and works work is please to until around after before by for would am pm the "
    "next this morning afternoon evening night noon if maybe latest"
)
_AFTER_A_LED_DAY: Final = wordset("a um gegen ab por para at الساعة las")
_DAY_LEADS: Final = wordset("el del am zum vom día dia يوم")
_YEAR_JOINTS: Final = wordset(
    "in im en de del of around by , sometime some time maybe probably perhaps likely about "
    "ideally etwa um vielleicht wohl ca circa so gegen quizás tal vez probablemente sobre hacia "
    "para a por "
    "في بشهر شهر حوالي تقريبا يمكن"
)
_WEEK: Final = wordset("week")
_FROM: Final = wordset("from")
_IN: Final = frozenset({(), ("in",)})


def times(calendar: Calendar) -> list[Time]:
    """Every time said in a text, in reading order."""
    key = "times", calendar.today
    return calendar.speech.remembered(key, lambda: _times(calendar))


def _times(calendar: Calendar) -> list[Time]:
    found: list[Time] = []
    at = tries = 0
    for place in range(len(calendar.speech.words)):
        if place < at or not _readers(calendar, place):
            continue
        tries += 1
        if tries > MOST_TRIES:
            break
        time = time_at(calendar, place)
        if time is not None:
            found.append(time)
            at = time.last
            if len(found) == MOST_TIMES:
                break
    return _with_years(calendar, _with_weeks(calendar, found))


def times_may_be_in(words: Iterable[str]) -> bool:
    """A quick look: is there a figure, or a word with which a time can begin?"""
    return any(word in _BY_WORD or word[0].isdigit() for word in words)


def time_at(calendar: Calendar, at: int) -> Time | None:
    """The time that begins at this token."""
    for reader in _readers(calendar, at):
        time = reader(calendar, at)
        if time is not None:
            return _with_edge_after(calendar, time)
    return None


def _readers(calendar: Calendar, at: int) -> tuple[Reader, ...]:
    """The readers whose times can begin with this token."""
    readers = _BY_WORD.get(calendar.speech.text(at))
    if readers is not None:
        return readers
    if calendar.speech.is_number(at):
        return _FOR_NUMBERS
    return _FOR_COUNTS if calendar.speech.entry(at) is not None else ()


def _inside_an_edge(calendar: Calendar, at: int) -> Time | None:
    readers = (it for it in _readers(calendar, at) if it not in _NOT_INSIDE_AN_EDGE)
    found = (reader(calendar, at) for reader in readers)
    return next((time for time in found if time is not None), None)


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
    if which == "start" or (which == "middle" and shifting.edge_of(days, which)[0] < today):
        days = (
            dates.whole_year(today.year + 1)
            if unit == "year"
            else shifting.month_from(calendar, 1)
        )
    return Time(at, at + found.length, shifting.edge_of(days, which), DAY)


def _edge_of(calendar: Calendar, at: int) -> Time | None:
    """end of April, Anfang Mai, a mediados de junio, early next year, late summer."""
    edge = _EDGES.starts(calendar.speech, at)
    if not edge.length:
        return None
    inside = at + edge.length
    for _ in range(3):
        time = _inside_an_edge(calendar, inside)
        if time is not None and time.kind not in (DAY, WEEKDAY, BAD):
            days = shifting.edge_of(time.days, edge.key)
            return time._replace(first=at, days=days, name="", kind=_edge_kind(time, edge.key))
        if calendar.speech.text(inside) not in _OF and calendar.speech.text(inside) != "-":
            return None
        inside += 1
    return None


def _edge_kind(time: Time, edge: str) -> str:
    return time.kind if edge == "late" else DAY


def _with_edge_after(calendar: Calendar, time: Time) -> Time:
    """ "by April end", as people say in India."""
    following = calendar.speech.text(time.last)
    if time.kind in (MONTH, YEAR) and following in ("end", "ending", "beginning", "mid"):
        edge = {"beginning": "start", "mid": "middle"}.get(following, "end")
        return time._replace(
            last=time.last + 1, days=shifting.edge_of(time.days, edge), kind=DAY, name=""
        )
    return time


def _ordinal_day(calendar: Calendar, at: int) -> Time | None:
    """the 15th, am 15., el 15: the next such day of a month."""
    number = calendar.digits(at, 2)
    if number is None or not 1 <= number <= 31:
        return None
    speech = calendar.speech
    suffixed = speech.text(at + 1) in _ORDINAL_SUFFIXES and speech.tight(at)
    if suffixed and speech.is_word(at + 2) and speech.text(at + 2) not in _AFTER_A_DAY:
        return None  # the 1st floor
    dotted = speech.text(at + 1) == "." and speech.german
    ends = not speech.is_word(at + 1) or speech.text(at + 1) in _AFTER_A_LED_DAY
    led = speech.text(at - 1) in _DAY_LEADS and ends
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
        start = shifting.month_from(calendar, later)[0]
        day = dates.day(start.year, start.month, number)
        if day is not None and day >= calendar.today:
            return Time(first, last, (day, day), DAY)
    return None


def _month_named(calendar: Calendar, at: int) -> Time | None:
    for reader in (pointing.pointed, pointing.bare_unit, named_times.month):
        time = reader(calendar, at)
        if time is not None:
            return time if time.kind == MONTH else None
    return None


def _week_of(calendar: Calendar, at: int) -> Time | None:
    """first week of April, primera semana de mayo, letzte Woche im Mai."""
    ordinal = _ORDINALS.starts(calendar.speech, at)
    unit = pointing.UNITS.starts(calendar.speech, at + ordinal.length)
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
        days = shifting.in_year(inside, year.days[0].year)
        joined[-1] = inside._replace(first=last.first, last=time.last, days=days, dated=True)
    return joined


def _with_weeks(calendar: Calendar, found: list[Time]) -> list[Time]:
    """ "A week from Saturday", "Saturday week", "Samstag in einer Woche": seven days on."""
    joined: list[Time] = []
    for time in found:
        last = joined[-1] if joined else None
        if time.kind == WEEKDAY:
            later = _a_week_on(calendar, time)
            if later.first < time.first and last is not None and last.last > later.first:
                later = later._replace(first=joined.pop().first)
            joined.append(later)
        elif last is not None and last.kind == WEEKDAY and _is_in_a_week(calendar, last, time):
            joined[-1] = _moved_a_week(last)._replace(last=time.last)
        else:
            joined.append(time)
    return joined


def _a_week_on(calendar: Calendar, time: Time) -> Time:
    speech = calendar.speech
    if speech.text(time.first - 1) in _FROM and speech.text(time.first - 2) in _WEEK:
        return _moved_a_week(time)._replace(first=time.first - 2)
    if speech.text(time.last) in _WEEK:
        return _moved_a_week(time)._replace(last=time.last + 1)
    return time


def _is_in_a_week(calendar: Calendar, day: Time, time: Time) -> bool:
    between = calendar.speech.words[day.last : time.first]
    week = calendar.today + timedelta(7)
    return time.kind == DURATION and time.days == (week, week) and between in _IN


def _moved_a_week(time: Time) -> Time:
    start, end = time.days
    return time._replace(days=(start + timedelta(7), end + timedelta(7)), dated=True)


def _are_one(calendar: Calendar, first: Time, second: Time) -> bool:
    between = calendar.speech.words[first.last : second.first]
    kinds = {first.kind, second.kind}
    inside = second if first.kind == YEAR else first
    movable = inside.kind in (MONTH, SEASON, QUARTER, HALF) and inside.name and not inside.dated
    return YEAR in kinds and len(kinds) == 2 and bool(movable) and _YEAR_JOINTS.issuperset(between)


class _Kind(NamedTuple):
    """A reader with the words, and the kinds of token, that its times can begin with."""

    read: Reader
    words: frozenset[str]
    numbers: bool = False
    counts: bool = False  # number words and articles


def _kind(read: Reader, *tables: PhraseTable | PhraseSet | str) -> _Kind:
    words = (wordset(it) if isinstance(it, str) else it.first_words for it in tables)
    return _Kind(read, frozenset().union(*words))


_MONTHS: Final = PhraseTable(lexicon.MONTHS)
_DURATIONS: Final = PhraseTable(lexicon.DURATIONS)
_KINDS: Final = (
    _kind(_closed, _CLOSED),
    _kind(duration_at, _DURATIONS, pointing.UNITS, lexicon.ONE_MORE)._replace(
        numbers=True, counts=True
    ),
    _kind(named_times.calendar_week, lexicon.CALENDAR_WEEKS)._replace(numbers=True),
    _kind(_week_of, _ORDINALS),
    _kind(named_times.day_word, named_times.DAYS),
    _kind(pointing.pointed, pointing.POINTERS),
    _kind(named_times.year, named_times.YEARS)._replace(numbers=True),
    _kind(named_times.quarter_or_half, named_times.QUARTERS, named_times.HALVES),
    _kind(named_times.holiday, named_times.HOLIDAYS),
    _kind(_edge_of, _EDGES),
    _kind(named_times.month, _MONTHS, named_times.THIS_MONTH, lexicon.OPENING_MONTHS)._replace(
        numbers=True
    ),
    _kind(named_times.season, named_times.SEASONS),
    _kind(pointing.bare_unit, pointing.UNITS),
    _kind(_ordinal_day)._replace(numbers=True),
    _kind(named_times.weekday, named_times.WEEKDAYS),
    _kind(named_times.weekend, named_times.WEEKENDS),
)
_NOT_INSIDE_AN_EDGE: Final = (
    _closed,
    duration_at,
    _week_of,
    named_times.day_word,
    _edge_of,
    _ordinal_day,
    named_times.weekday,
)


def _of_word(word: str) -> tuple[Reader, ...]:
    number = word[0].isdigit()
    return tuple(
        kind.read
        for kind in _KINDS
        if word in kind.words or kind.counts or (number and kind.numbers)
    )


_FOR_NUMBERS: Final = tuple(kind.read for kind in _KINDS if kind.numbers)
_FOR_COUNTS: Final = tuple(kind.read for kind in _KINDS if kind.counts)
_BY_WORD: Final = {
    word: _of_word(word) for word in frozenset().union(*(kind.words for kind in _KINDS))
}
