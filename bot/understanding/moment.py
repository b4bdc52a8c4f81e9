"""Days and times against the free slots: "sat 11am", "halb sechs", "mañana a las cinco".

A value is local ISO text, ``2026-03-14T11:00``, or a day alone where no times are known. With free
slots only one of them is ever a value: a time that is not free asks ``datetime.taken`` with the
two nearest, several that fit ask ``datetime.which``. A day or an hour that could mean another one
("next Friday", "6pm my time") is not ``sure``, so that it is said back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.understanding.clock import Clock, clock_in
from bot.understanding.days import Day, day_in
from bot.understanding.lexicon import moments as lexicon
from bot.understanding.lexicon.grammar import AROUND_ORDINALS, ORDINALS
from bot.understanding.lexing import Token, tokens
from bot.understanding.normalise import plain
from bot.understanding.types import Reading, Slot, Surroundings

AHEAD: Final = timedelta(days=400)  # nobody books a viewing further ahead
_ORDINALS: Final = {plain(word): n for n, words in ORDINALS.items() for word in words.split()}
_FLEXIBLE: Final = tuple(plain(words) for words in lexicon.FLEXIBLE)
_WORKS: Final = frozenset(plain(word) for word in lexicon.WORKS.split())
_MINE: Final = tuple(plain(words) for words in lexicon.MINE)
_SEES: Final = frozenset(plain(word) for word in lexicon.SEES.split())
_MOVES: Final = frozenset(plain(word) for word in lexicon.MOVES.split())
_FILLERS: Final = AROUND_ORDINALS | frozenset(
    ("please", "thanks", "works", "that", "time", "slot", "would", "be")
)


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The time that a visitor wants to come; None where no time is meant."""
    said = tokens(plain(text))
    free = _ahead(around)
    day, clock = day_in(said, around), clock_in(said, around.lang)
    if day is None and clock is None:
        return _without_time(plain(text), said, free)
    reading = _resolve(day, clock, free, around)
    if any(words in plain(text) for words in _FLEXIBLE) and reading.ask == "datetime.which":
        reading = _chosen(min(_fitting(day, clock, free)), sure=False)
    return replace(reading, span=_span(day, clock), sure=reading.sure and not _elsewhere(text))


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """A wished time inside running text; a day on which somebody moves is none."""
    said = tokens(plain(text))
    words = {token.text for token in said}
    day, clock = day_in(said, around), clock_in(said, around.lang)
    if day is None and (clock is None or not (clock.exact or clock.bound)):
        return []
    if day is not None and clock is None and day.vague and not words & _SEES:
        return []
    if words & _MOVES and not words & _SEES:
        return []
    if slot.kind == "datetime" and not (words & _SEES or clock is not None or around.slots):
        return []
    reading = _resolve(day, clock, _ahead(around), around)
    return [replace(reading, span=_span(day, clock))]


def _resolve(
    day: Day | None, clock: Clock | None, free: Sequence[datetime], around: Surroundings
) -> Reading:
    if free:
        return _among(day, clock, free, around)
    when = (day.when if day else None) or _next_day(clock, around)
    sure = not (day is not None and day.ambiguous) and not (clock is not None and clock.vague)
    if clock is None or not clock.minutes:
        return _day_only(when, around, sure=sure)
    minutes = clock.likeliest
    start = _at(when, minutes, around)
    if start <= around.now or start > around.now + AHEAD:
        return Reading(None, ask="datetime.past")
    return _chosen(start, sure=sure)


def _among(
    day: Day | None, clock: Clock | None, free: Sequence[datetime], around: Surroundings
) -> Reading:
    fits = _fitting(day, clock, free)
    if len(fits) == 1:
        return _chosen(fits[0], sure=not (day is not None and day.ambiguous))
    if fits:
        first, second = fits[:2]
        return Reading(None, ask="datetime.which", ask_with={"a": _iso(first), "b": _iso(second)})
    if day is not None and day.other is not None:
        return _among(replace(day, when=day.other, other=None), clock, free, around)
    wanted = _wanted(day, clock, around)
    if wanted < around.now - timedelta(days=1):
        return Reading(None, ask="datetime.past")
    nearest = sorted(free, key=lambda time: abs(time - wanted))[:2]
    a, b = min(nearest), max(nearest)
    code = "datetime.taken" if a != b else "datetime.taken_one"
    return Reading(None, ask=code, ask_with={"a": _iso(a), "b": _iso(b)})


def _fitting(day: Day | None, clock: Clock | None, free: Sequence[datetime]) -> list[datetime]:
    return sorted(
        time
        for time in free
        if (day is None or day.holds(time.date()))
        and (clock is None or clock.holds(time.hour * 60 + time.minute))
    )


def _without_time(text: str, said: Sequence[Token], free: Sequence[datetime]) -> Reading | None:
    """ "The second one", "any time", "that works": only ever against the free times."""
    if not free:
        return None
    words = [token.text for token in said if token.kind != "s"]
    if any(phrase in text for phrase in _FLEXIBLE) and len(words) <= 8:
        return replace(_chosen(free[0], sure=False), span=(0, len(text)))
    chosen = _by_order(words, free)
    if chosen is None and len(free) == 1 and _WORKS.intersection(words) and len(words) <= 4:
        chosen = free[0]
    return None if chosen is None else replace(_chosen(chosen), span=(0, len(text)))


def _by_order(words: Sequence[str], free: Sequence[datetime]) -> datetime | None:
    places = [_ORDINALS[word] for word in words if word in _ORDINALS and not word.isdigit()]
    if len(places) == 2 and words[-1] == "one":  # the second one
        places.pop()
    rest = [word for word in words if word not in _ORDINALS and word not in _FILLERS]
    if len(places) != 1 or rest or not (abs(places[0]) <= len(free)):
        return None
    return free[places[0] - 1 if places[0] > 0 else -1]


def _ahead(around: Surroundings) -> list[datetime]:
    return sorted(time for time in around.slots if time > around.now)


def _wanted(day: Day | None, clock: Clock | None, around: Surroundings) -> datetime:
    when = (day.when if day else None) or _next_day(clock, around)
    return _at(when, clock.likeliest if clock and clock.minutes else 12 * 60, around)


def _next_day(clock: Clock | None, around: Surroundings) -> date:
    if clock is None or not clock.minutes:
        return around.today
    passed = _at(around.today, clock.likeliest, around) <= around.now
    return around.today + timedelta(days=passed)


def _day_only(when: date, around: Surroundings, *, sure: bool) -> Reading:
    if when < around.today or when > around.today + AHEAD:
        return Reading(None, ask="datetime.past")
    return Reading(when.isoformat(), sure=sure)


def _at(when: date, minutes: int, around: Surroundings) -> datetime:
    """A local time; one that the clocks skip in spring is the one an hour later."""
    hour, minute = divmod(minutes, 60)
    naive = datetime(when.year, when.month, when.day, hour, minute, tzinfo=around.now.tzinfo)
    offset = naive.utcoffset() or timedelta()
    return (naive - offset).replace(tzinfo=None).replace(tzinfo=UTC).astimezone(around.now.tzinfo)


def _chosen(time: datetime, *, sure: bool = True) -> Reading:
    return Reading(_iso(time), sure=sure)


def _iso(time: datetime) -> str:
    return time.replace(tzinfo=None).isoformat(timespec="minutes")


def _elsewhere(text: str) -> bool:
    """Is the hour told by the visitor's own clock?"""
    said = plain(text)
    return any(words in said for words in _MINE)


def _span(day: Day | None, clock: Clock | None) -> tuple[int, int]:
    spans: Iterable[tuple[int, int]] = [it.span for it in (day, clock) if it is not None]
    starts, ends = zip(*spans, strict=True)
    return min(starts), max(ends)
