"""What a text says of days and times: every wish, and every day that does not suit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from bot.understanding import clocks
from bot.understanding.calendar import BAD, DAY, WEEKDAY, Calendar, Time
from bot.understanding.clocks import Clock
from bot.understanding.intervals import times
from bot.understanding.lexicon import viewings as lexicon
from bot.understanding.lexing import Token, wordset
from bot.understanding.phraseset import PhraseSet, PhraseTable
from bot.understanding.speech import Speech
from bot.understanding.types import Surroundings
from bot.understanding.vocabulary import Entry

_ZONES: Final = PhraseTable(lexicon.ZONES)
_EXCEPT: Final = PhraseSet(lexicon.EXCEPT)
_EXCEPT_BEHIND: Final = PhraseSet(lexicon.EXCEPT_BEHIND)
_NOT_AT: Final = ("no", "a")  # "no a las 11"
_LAST_NOTS: Final = wordset("nicht no لا")  # "heute nicht, morgen"
_RATHER: Final = wordset(lexicon.RATHER)
_ON: Final = wordset("on the el la los am an den dem in at for")
_AFTER_A_DAY: Final = wordset(", the at um a las la الساعة @ - around about gegen")
_SAME_BREATH: Final = wordset("the , el der den dem am , . on th")
_TOMORROWS: Final = wordset("mañana morgen")
_GERMAN_DAYS: Final = tuple(wordset(lexicon.GERMAN_DAYS))
_GERMAN_PARTS: Final = wordset(lexicon.GERMAN_PARTS)
_ORDERS: Final = PhraseTable(
    {"after": "after,nach,después del,despues del,بعد", "before": "before,vor,antes del,قبل"}
)


class Wish(NamedTuple):
    """A day (or a stretch of days) and a time of the day that somebody would like."""

    day: Time | None
    clock: Clock | None = None
    part: Clock | None = None
    order: str = ""  # after | before the day

    def fits(self, time: datetime) -> bool:
        """Could this free time be meant?"""
        minute = time.hour * clocks.HOUR + time.minute
        in_part = self.part is None or self.part.fits(minute)
        return (
            in_part and (self.clock is None or self._clock_fits(minute)) and self._on(time.date())
        )

    def _clock_fits(self, minute: int) -> bool:
        return self.clock is not None and self.clock.fits(minute)

    def _on(self, day: date) -> bool:
        if self.day is None:
            return True
        start, end = self.day.days
        if self.order:
            return day > end if self.order == "after" else day < start
        return start <= day <= end


class Said(NamedTuple):
    """What a text says of days and times."""

    wishes: list[Wish]
    denied: list[Wish]
    bad: bool = False

    @property
    def nothing(self) -> bool:
        """Does it say nothing of the kind?"""
        return not self.wishes and not self.denied


def apart(speech: Speech) -> Speech:
    """Freitagabend is Freitag and Abend."""
    if not speech.german:
        return speech
    return speech.remembered("apart", lambda: [_apart(speech)])[0]


def _apart(speech: Speech) -> Speech:
    tokens: list[Token] = []
    entries: list[Entry | None] = []
    for token, entry in zip(speech.tokens, speech.entries, strict=True):
        day = next((it for it in _GERMAN_DAYS if token.text.startswith(it)), "")
        part = token.text[len(day) :]
        if day and part in _GERMAN_PARTS:
            middle = token.start + len(day)
            tokens.append(Token(token.kind, day, token.start, middle))
            tokens.append(Token(token.kind, part, middle, token.end))
            entries += [None, None]
        else:
            tokens.append(token)
            entries.append(entry)
    if len(tokens) == len(speech.tokens):
        return speech
    return replace(
        speech,
        tokens=tuple(tokens),
        words=tuple(it.text for it in tokens),
        entries=tuple(entries),
    )


def said_in(speech: Speech, around: Surroundings) -> Said:
    """Every day and time that a text names, wished for or not wanted."""
    key = "said", around.today, around.now.tzinfo
    return speech.remembered(key, lambda: [_said_in(speech, around)])[0]


def _said_in(speech: Speech, around: Surroundings) -> Said:
    parts = clocks.parts(speech)
    days = times(Calendar(_without_mornings(speech, parts), around.today))
    if any(day.kind == BAD for day in days) or _contradict(speech, days):
        return Said([], [], bad=True)
    days = _corrected(speech, days)
    taken = {at for day in days for at in range(day.first, day.last)}
    found = clocks.clocks(speech, taken, _beside(speech, [*days, *parts]))
    found = [_shifted(speech, clock, around) for clock in found]
    parts = _free_parts(parts, found)
    hours = [Wish(None, clock) for clock in found if _is_denied(speech, clock)]
    hours += [Wish(None, part=part) for part in parts if _is_denied(speech, part)]
    not_then = {it for wish in hours for it in (wish.clock, wish.part)}
    wishes = _wishes(
        speech,
        days,
        [clock for clock in found if clock not in not_then],
        [part for part in parts if part not in not_then],
    )
    denied = [wish for wish in wishes if wish.day is not None and _is_denied(speech, wish.day)]
    return Said([wish for wish in wishes if wish not in denied], denied + hours)


def _contradict(speech: Speech, days: list[Time]) -> bool:
    """ "Friday the 14th", when the 14th is a Saturday."""
    return any(
        {first.kind, second.kind} == {WEEKDAY, DAY}
        and _SAME_BREATH.issuperset(speech.words[first.last : second.first])
        and first.days[0].weekday() != second.days[0].weekday()
        for first, second in pairwise(days)
    )


def _without_mornings(speech: Speech, parts: list[Clock]) -> Speech:
    """ "Por la mañana" is no tomorrow."""
    words = list(speech.words)
    if _TOMORROWS.isdisjoint(words) or not parts:
        return speech
    for part in parts:
        if part.last - part.first > 1 and not _TOMORROWS.isdisjoint(words[part.first : part.last]):
            words[part.first : part.last] = ["·"] * (part.last - part.first)
    return replace(speech, words=tuple(words))


def _corrected(speech: Speech, days: list[Time]) -> list[Time]:
    """ "Saturday, no, Sunday": the last one counts."""
    start = 0
    for at, (first, second) in enumerate(pairwise(days), start=1):
        between = speech.words[first.last : second.first]
        if not _RATHER.isdisjoint(between) and not _is_denied(speech, first):
            start = at
    return days[start:]


def _is_denied(speech: Speech, day: Time | Clock) -> bool:
    at = day.first
    if speech.texts(at - 1, at + 1) == _NOT_AT:
        return True
    while at > 0 and speech.words[at - 1] in _ON:
        if _EXCEPT.ends(speech, at):
            return True
        at -= 1
    if _EXCEPT.ends(speech, at) > 0 or _EXCEPT_BEHIND.starts(speech, day.last) > 0:
        return True
    return speech.text(day.last) in _LAST_NOTS and not speech.is_word(day.last + 1)


def _beside(speech: Speech, named: Iterable[Time | Clock]) -> frozenset[int]:
    """The places right before and after a day or a part of it."""
    places: set[int] = set()
    for it in named:
        places.add(it.first - 1)
        at = it.last
        while speech.text(at) in _AFTER_A_DAY:
            at += 1
        places.add(at)
    return frozenset(places)


def _free_parts(parts: list[Clock], found: list[Clock]) -> list[Clock]:
    """Parts of the day that are not am or pm of a time."""
    taken = {at for clock in found for at in range(clock.first, clock.last)}
    return [part for part in parts if part.first not in taken]


def _wishes(
    speech: Speech, days: list[Time], found: list[Clock], parts: list[Clock]
) -> list[Wish]:
    if not days:
        part = parts[0] if parts else None
        return [Wish(None, clock, part) for clock in found] or (
            [Wish(None, part=part)] if part else []
        )
    wishes = []
    for at, day in enumerate(days):
        first = day.first if at else 0
        last = days[at + 1].first if at + 1 < len(days) else len(speech.words)
        order = _ORDERS.ends(speech, day.first).key
        own = _between(found, first, last)
        wishes.append(
            Wish(
                day,
                own[-1] if own else None,
                next(iter(_between(parts, first, last)), None),
                order,
            )
        )
    return _shared(_joined(wishes))


def _between(found: list[Clock], first: int, last: int) -> list[Clock]:
    return [clock for clock in found if first <= clock.first < last]


def _joined(wishes: list[Wish]) -> list[Wish]:
    """ "Saturday the 14th" is one day, said twice."""
    joined: list[Wish] = []
    for wish in wishes:
        last = joined[-1] if joined else None
        if last is not None and last.day and wish.day and _same_day(last.day, wish.day):
            day = wish.day if wish.day.kind == DAY else last.day
            day = day._replace(first=last.day.first, last=wish.day.last)
            joined[-1] = Wish(day, last.clock or wish.clock, last.part or wish.part, last.order)
        else:
            joined.append(wish)
    return joined


def _same_day(first: Time, second: Time) -> bool:
    if second.first - first.last > 2:
        return False
    kinds = {first.kind, second.kind}
    weekdays = {day.days[0].weekday() for day in (first, second)}
    twice = kinds == {WEEKDAY, DAY} and len(weekdays) == 1
    return twice or first.days == second.days


def _shared(wishes: list[Wish]) -> list[Wish]:
    """ "Friday or Saturday at 11": the time holds for both."""
    said = [wish for wish in wishes if wish.clock or wish.part]
    if len(said) != 1:
        return wishes
    return [wish._replace(clock=said[0].clock, part=said[0].part) for wish in wishes]


def _shifted(speech: Speech, clock: Clock, around: Surroundings) -> Clock:
    """A time said by another country's clock, told by ours."""
    zone = _ZONES.starts(speech, clock.last)
    if not zone.length or around.now.tzinfo is None:
        return clock
    there = around.now.astimezone(ZoneInfo(zone.key)).utcoffset() or timedelta()
    here = around.now.utcoffset() or timedelta()
    minutes = int((here - there).total_seconds()) // 60
    moved = tuple((time + minutes) % clocks.MIDNIGHT for time in clock.minutes)
    return clock._replace(minutes=moved, last=clock.last + zone.length)


def names_a_zone(speech: Speech) -> bool:
    """Is another country's clock named beside a time?"""
    return any(speech.is_number(at - 1) or at > 1 for at, _ in _ZONES.places(speech))
