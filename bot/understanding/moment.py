"""Days and times against the free slots: "sat 11am", "halb sechs", "mañana a las cinco".

A value is local ISO text, ``2026-03-14T11:00``, or a day alone where no times are known. With free
slots only one of them is ever a value. Codes to ask back with, times as local ISO:
``datetime.taken`` {a, b} (or ``taken_one`` {a}) nothing is free then, these are nearest;
``datetime.which`` {a, b} several fit; ``datetime.past``; ``datetime.when`` no day was said. What
could mean another day or hour ("next Friday", "6pm my time") is not ``sure``, so it is said back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.understanding import clocks
from bot.understanding.answers import stance
from bot.understanding.calendar import DAY, DURATION, WEEKDAY
from bot.understanding.lexicon import viewings as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import PhraseSet, PhraseTable
from bot.understanding.speech import Speech, listen
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.wishes import Said, Wish, apart, names_a_zone, said_in

SOON: Final = timedelta(days=14)  # a viewing is seldom later
AHEAD: Final = timedelta(days=400)  # nobody books a viewing further ahead
SHORT_REPLY: Final = 10
BRIEF: Final = 3  # a text of so few words that names a day is about that day
_FLEXIBLE: Final = PhraseSet(lexicon.FLEXIBLE)
_ORDINALS: Final = PhraseTable(lexicon.ORDINALS)
_NUMBERED: Final = wordset(lexicon.NUMBERED.replace(",", " "))
_FILLERS: Final = wordset(lexicon.FILLERS)
_WORKS: Final = wordset(lexicon.WORKS)
_MINE: Final = PhraseSet(lexicon.MINE)
_INSTEAD: Final = wordset(lexicon.INSTEAD)
_NOT_NOW: Final = wordset(lexicon.NOT_NOW)
_LEADS: Final = _INSTEAD | _NOT_NOW
_PREFERS: Final = wordset(lexicon.PREFERS)
_RATHER: Final = wordset(lexicon.RATHER) | wordset(lexicon.RATHER_THAN_BOOKED)
_REFUSES: Final = wordset(lexicon.REFUSES)
_AMBIGUOUS_NO: Final = wordset(lexicon.AMBIGUOUS_NO)
_SIGHS: Final = wordset(lexicon.SIGHS)
_NOT_BEFORE: Final = wordset(lexicon.NOT_BEFORE)
_SEES: Final = wordset(lexicon.SEES)
_MOVES: Final = wordset(lexicon.MOVES)


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The time that a visitor wants to come; None where no time is meant."""
    speech = apart(listen(text, around))
    said = said_in(speech, around)
    free = _ahead(around)
    if said.bad:
        return None
    if said.nothing:
        return _pointed_out(speech, around) or _without_time(speech, text, free)
    found = _among(speech, said, free, around) if free else _alone(said, around)
    sure = found.sure and not _MINE.found(speech) and not names_a_zone(speech)
    return replace(found, sure=sure, span=_span(speech, said))


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """A wished time inside running text; a day on which somebody moves is none."""
    speech = apart(listen(text, around))
    said = said_in(speech, around)
    wishes = [wish for wish in said.wishes if _is_a_wish(wish)]
    if said.bad or not wishes:
        return []
    words = frozenset(speech.words)
    sees = not _SEES.isdisjoint(words)
    if not sees and (not _MOVES.isdisjoint(words) or not _is_plain(speech, wishes[0])):
        return []
    if slot.kind == "datetime" and not (sees or wishes[0].clock or around.slots):
        return []
    said = Said(wishes, said.denied)
    free = _ahead(around)
    found = _among(speech, said, free, around) if free else _alone(said, around)
    return [replace(found, span=_span(speech, said))]


def instead(text: str, around: Surroundings) -> Reading | None:
    """The time that is wished for instead of what a text refuses: "no, mejor el miércoles", "heute
    nicht, morgen um 10"; None where more is said than that."""
    speech = apart(listen(text, around))
    said = said_in(speech, around)
    if said.bad or not said.wishes:
        return None
    if not all(_is_a_wish(wish) or (wish.part and not wish.day) for wish in said.wishes):
        return None
    named = {at for wish in said.wishes for at in _places(wish)}
    denied = {at for wish in said.denied for at in _places(wish)}
    for at, word in enumerate(speech.words):
        if at in named or at in denied or not speech.is_word(at):
            continue
        if not (_refuses_else(speech, at, denied) if word in _REFUSES else word in _LEADS):
            return None
    return Reading(None, span=_span(speech, Said(said.wishes, [])))


def is_another(text: str, around: Surroundings, booked: datetime) -> bool:
    """Does the text want another time than the booked one: "ach nee, lieber am Mittwoch", "el
    sábado no puedo"? A day far off is when somebody moves."""
    speech = apart(listen(text, around))
    said = said_in(speech, around)
    if said.bad or not said.wishes:
        brief = len(speech.words) <= SHORT_REPLY
        return brief and any(wish.fits(booked) for wish in said.denied)
    if (_REFUSES | _RATHER).isdisjoint(speech.words):
        return False
    soon = (wish.clock or _first_day(wish, around) - around.today <= SOON for wish in said.wishes)
    return all(soon) and instead(text, around) is not None


def _places(wish: Wish) -> set[int]:
    named = (it for it in (wish.day, wish.clock, wish.part) if it)
    return {at for it in named for at in range(it.first, it.last)}


def _refuses_else(speech: Speech, at: int, denied: set[int]) -> bool:
    """Does the "no" here answer what was asked, or deny another time than the one wished for?"""
    word, before, following = (speech.text(place) for place in (at, at - 1, at + 1))
    if not denied.isdisjoint((at - 1, at + 1, at + 2)) or before in _NOT_NOW:
        return True
    if word not in _AMBIGUOUS_NO or following in _NOT_NOW | _NOT_BEFORE | _PREFERS:
        return True
    opens = not speech.is_word(at - 1) or before in _SIGHS
    return opens and not speech.is_word(at + 1) and not speech.is_number(at + 1)


def _is_a_wish(wish: Wish) -> bool:
    if wish.day is None:
        return wish.clock is not None and bool(wish.clock.exact or wish.clock.bound)
    return wish.day.kind in (DAY, WEEKDAY) or wish.day.name == "we"


def _is_plain(speech: Speech, wish: Wish) -> bool:
    """ "Saturday at 11" is a wish, and so is "March 14?"; "new job starts may 15" is not."""
    if wish.clock is not None or wish.day is None:
        return wish.clock is not None
    fraction = "/" in speech.words[wish.day.first : wish.day.last]
    return wish.day.kind != WEEKDAY and len(speech.words) <= BRIEF and not fraction


def _among(speech: Speech, said: Said, free: Sequence[datetime], around: Surroundings) -> Reading:
    open_times = [time for time in free if not any(wish.fits(time) for wish in said.denied)]
    wishes = said.wishes or [Wish(None)]
    offered = _of_the_offered(wishes, [time for time in open_times if time in around.offered])
    if offered is not None:
        return offered
    fits = _fitting(wishes, open_times) or _fitting(
        [_later(wish, around) for wish in wishes], open_times
    )
    doubtful = any(wish.day is not None and not wish.day.sure for wish in wishes)
    if len(fits) == 1:
        return _chosen(fits[0], sure=not doubtful)
    if fits and _FLEXIBLE.found(speech):
        return _chosen(fits[0], sure=False)
    if fits:
        return Reading(
            None, ask="datetime.which", ask_with={"a": _iso(fits[0]), "b": _iso(fits[1])}
        )
    return _nearest(wishes[0], open_times or free, around)


def _of_the_offered(wishes: list[Wish], offered: Sequence[datetime]) -> Reading | None:
    """The one that is meant of the times just named: "at 11", and "Saturday" of that very week."""
    fits = _fitting(wishes, offered)
    if fits:
        return _chosen(fits[0]) if len(fits) == 1 else None
    fits = [time for time in offered if any(_on_its_weekday(wish, time) for wish in wishes)]
    return _chosen(fits[0], sure=False) if len(fits) == 1 else None


def _on_its_weekday(wish: Wish, time: datetime) -> bool:
    if wish.day is None or wish.day.kind != WEEKDAY or wish.day.name != str(time.weekday()):
        return False
    return wish._replace(day=None).fits(time)


def _fitting(wishes: list[Wish], free: Sequence[datetime]) -> list[datetime]:
    return [time for time in free if any(wish.fits(time) for wish in wishes)]


def _later(wish: Wish, around: Surroundings) -> Wish:
    """The same weekday a week on: "next Friday", or today's weekday when today is too late."""
    if wish.day is None or wish.day.kind != WEEKDAY:
        return wish
    day = wish.day.other
    if day is None and wish.day.days[0] == around.today:
        day = around.today + timedelta(days=7)
    return wish if day is None else wish._replace(day=wish.day._replace(days=(day, day)))


def _nearest(wish: Wish, free: Sequence[datetime], around: Surroundings) -> Reading:
    wanted = _wanted(wish, around)
    if wanted < around.now - timedelta(days=1):
        return Reading(None, ask="datetime.past")
    return _offered(sorted(free, key=lambda time: abs(time - wanted))[:2])


def _offered(near: Sequence[datetime]) -> Reading:
    a, b = _iso(min(near)), _iso(max(near))
    if a == b:
        return Reading(None, ask="datetime.taken_one", ask_with={"a": a})
    return Reading(None, ask="datetime.taken", ask_with={"a": a, "b": b})


def nearest(wanted: datetime, around: Surroundings) -> Reading:
    """The free times nearest to a time that was free a moment ago."""
    at = wanted.replace(tzinfo=around.now.tzinfo)
    near = sorted(_ahead(around), key=lambda time: abs(time - at))[:2]
    if not near:
        return Reading(None, ask="datetime.past")
    return _offered(near)


def _wanted(wish: Wish, around: Surroundings) -> datetime:
    return _at(_first_day(wish, around), _minutes(wish), around)


def _minutes(wish: Wish) -> int:
    if wish.clock is not None and wish.clock.minutes:
        inside = [it for it in wish.clock.minutes if wish.part is None or wish.part.fits(it)]
        return inside[0] if len(inside) == 1 else wish.clock.likeliest
    window = (wish.clock and wish.clock.window) or (wish.part and wish.part.window)
    return window[0] if window else clocks.NOON


def _first_day(wish: Wish, around: Surroundings) -> date:
    if wish.day is not None:
        start, end = wish.day.days
        return max(start, around.today) if end >= around.today else start
    passed = _at(around.today, _minutes(wish), around) <= around.now
    return around.today + timedelta(days=passed)


def _alone(said: Said, around: Surroundings) -> Reading:
    """Without known times: a future one is taken as it is said."""
    if not said.wishes:
        return Reading(None, ask="datetime.when")
    wish = said.wishes[0]
    several = wish.day is not None and wish.day.days[0] != wish.day.days[1]
    if wish.order or (several and wish.day is not None and wish.day.kind != DURATION):
        return Reading(None, ask="datetime.when")
    if wish.day is None and wish.clock is None:
        return Reading(None, ask="datetime.when")
    sure = len(said.wishes) == 1 and (wish.day is None or wish.day.sure)
    return _future(wish, around, sure=sure)


def _future(wish: Wish, around: Surroundings, *, sure: bool) -> Reading:
    day = _first_day(wish, around)
    if wish.clock is None or not wish.clock.minutes:
        gone = day < around.today or day > around.today + AHEAD
        return Reading(None, ask="datetime.past") if gone else Reading(day.isoformat(), sure=sure)
    start = _at(day, _minutes(wish), around)
    if start <= around.now and wish.day is not None and wish.day.kind == WEEKDAY:
        start = _at(day + timedelta(days=7), _minutes(wish), around)
    if start <= around.now or start > around.now + AHEAD:
        return Reading(None, ask="datetime.past")
    return _chosen(start, sure=sure and not wish.clock.bound)


def _without_time(speech: Speech, text: str, free: Sequence[datetime]) -> Reading | None:
    """ "The second one", "any time", "that works": only ever against the free times."""
    found = _by_number(speech, free) if free else None
    if found is None and free and _FLEXIBLE.found(speech) and len(speech.words) <= SHORT_REPLY:
        found = _chosen(free[0], sure=False)
    if (
        found is None
        and len(free) == 1
        and len(speech.words) <= 5
        and not _WORKS.isdisjoint(speech.words)
    ):
        found = _chosen(free[0])
    if found is not None:
        return replace(found, span=(0, len(speech.plain)))
    refused = len(speech.words) <= SHORT_REPLY and stance(text) in ("refuse", "unsure", "no")
    return Reading(None, refused=True, span=(0, len(speech.plain))) if refused else None


def _pointed_out(speech: Speech, around: Surroundings) -> Reading | None:
    """ "The later one", of the times just named."""
    offered = [time for time in _ahead(around) if time in around.offered]
    found = _by_number(speech, offered) if offered else None
    return None if found is None else replace(found, span=(0, len(speech.plain)))


def _by_number(speech: Speech, free: Sequence[datetime]) -> Reading | None:
    """The second one, option 2, #2, and a bare 2, which may also be two o'clock."""
    covered: set[int] = set()
    places: list[int] = []
    for at, found in _ORDINALS.places(speech):
        if at not in covered:
            covered |= set(range(at, at + found.length))
            places.append(int(found.key))
    numbers = [at for at in range(len(speech.words)) if speech.is_number(at) and at not in covered]
    rest = [
        word
        for at, word in enumerate(speech.words)
        if at not in covered and at not in numbers and not _is_filler(speech, at, word)
    ]
    if rest or len(places) + len(numbers) != 1:
        return None
    if places:
        return _chosen(free[places[0] - (places[0] > 0)]) if abs(places[0]) <= len(free) else None
    return _numbered(speech, numbers[0], free)


def _is_filler(speech: Speech, at: int, word: str) -> bool:
    return word in _FILLERS or word in _NUMBERED or not speech.is_word(at)


def _numbered(speech: Speech, at: int, free: Sequence[datetime]) -> Reading | None:
    text = speech.words[at]
    number = int(text) if text.isdecimal() and len(text) <= 2 else 0
    option = [free[number - 1]] if 0 < number <= len(free) else []
    if speech.text(at - 1) in _NUMBERED:
        return _chosen(option[0]) if option else None
    hours = (number, number + 12) if number < 12 else (number,)
    timed = [time for time in free if time.hour in hours and time.minute == 0] if number else []
    meant = sorted({*option, *timed})
    if len(meant) == 1:
        return _chosen(meant[0], sure=False)
    if not meant:
        return None
    return Reading(None, ask="datetime.which", ask_with={"a": _iso(meant[0]), "b": _iso(meant[1])})


def _ahead(around: Surroundings) -> list[datetime]:
    return sorted(time for time in around.slots if time > around.now)


def _at(when: date, minutes: int, around: Surroundings) -> datetime:
    """A local time; one that the clocks skip in spring is the one an hour later."""
    hour, minute = divmod(minutes % clocks.MIDNIGHT, clocks.HOUR)
    naive = datetime(when.year, when.month, when.day, hour, minute, tzinfo=around.now.tzinfo)
    offset = naive.utcoffset() or timedelta()
    return (naive - offset).replace(tzinfo=None).replace(tzinfo=UTC).astimezone(around.now.tzinfo)


def _chosen(time: datetime, *, sure: bool = True) -> Reading:
    return Reading(_iso(time), sure=sure)


def _iso(time: datetime) -> str:
    return time.replace(tzinfo=None).isoformat(timespec="minutes")


def _span(speech: Speech, said: Said) -> tuple[int, int]:
    named = [it for wish in (*said.wishes, *said.denied) for it in (wish.day, wish.clock) if it]
    named = named or [wish.part for wish in (*said.wishes, *said.denied) if wish.part]
    first = min(it.first for it in named)
    last = max(it.last for it in named)
    return speech.tokens[first].start, speech.tokens[last - 1].end
