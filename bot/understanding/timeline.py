"""When someone wants to move, as one of six codes.

    now up to 30 days · 1_3m up to 92 · 3_6m up to 183 · 6_12m up to 366 · 12m_plus · browsing

A month is 30 days. "Within X" and "by X" mean its end, "from X", "not before X" and a bare month
or season its start, a range its later end. What depends on something without a date ("when my
house sells") is asked back with the code ``timeline.event``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from bot.understanding import dates, denial
from bot.understanding.answers import stance
from bot.understanding.calendar import (
    BAD,
    DURATION,
    HALF,
    MONTH,
    QUARTER,
    WEEK,
    WEEKDAY,
    YEAR,
    Calendar,
    Time,
)
from bot.understanding.intervals import times
from bot.understanding.lexicon import timeline as attitudes
from bot.understanding.lexicon import times as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import Found, PhraseSet, PhraseTable
from bot.understanding.speech import Speech, listen
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Phrases, cut

LIMITS: Final = ((30, "now"), (92, "1_3m"), (183, "3_6m"), (366, "6_12m"))
FARTHEST: Final = 366 * 40
SHORT_REPLY: Final = 12
_VALUES: Final = {
    "present": "now",
    "later": "12m_plus",
    "soon": "1_3m",
    "unhurried": "browsing",
}
_NEXT_CODE: Final = {"now": "1_3m", "1_3m": "3_6m", "3_6m": "6_12m", "6_12m": "12m_plus"}
WHEN_THEN: Final = "timeline.event"
_DENIED: Final = ("beyond", "not")
_NOT_ONLY: Final = frozenset((word,) for word in wordset("not isn't isnt aren't arent nicht"))
_EDGES: Final = (30, 60, 90, 180, 360, 365)
_ATTITUDES: Final = PhraseTable(attitudes.ATTITUDES)
_SALES: Final = wordset(attitudes.SALES)
_EVENTS: Final = Phrases({"event": attitudes.EVENTS})
_NEGATORS: Final = wordset(attitudes.NEGATORS)
_MOVE: Final = PhraseSet(attitudes.MOVE)
_OTHER_TIMES: Final = PhraseSet(attitudes.OTHER_TIMES)
_RELATIONS: Final = PhraseTable(lexicon.RELATIONS)
_MORE_OFTEN_ELSE: Final = wordset("ya yesterday ayer gestern أمس immediate days على")
_FILLERS: Final = wordset(lexicon.RELATION_FILLERS.replace(",", " "))
_AGO: Final = PhraseSet(lexicon.AGO)
_LATEST: Final = PhraseSet(lexicon.LATEST_AFTER)
_OR_LATER: Final = PhraseSet(lexicon.OR_LATER)
_MORE_THAN: Final = PhraseSet(lexicon.MORE_THAN)
_TIES: Final = wordset(lexicon.TIES)
_ANDS: Final = wordset("and y und و e")
_OPENERS: Final = PhraseSet(lexicon.OPENERS)
_BUTS: Final = wordset(attitudes.BUTS)
_SINCE: Final = wordset("for since over")
_BEEN: Final = 6  # tokens before it in which "been looking" stands
_CLAUSE_ENDS: Final = frozenset(",.;:!?-")
_SENTENCE_ENDS: Final = frozenset(".!?;")


class _Meant(NamedTuple):
    """A time with what the words around it make of it: the day that counts."""

    day: date
    first: int
    last: int
    relation: str
    time: Time
    sure: bool = True


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The answer to the open question of when."""
    speech = listen(text, around)
    found = times(Calendar(speech, around.today))
    if any(time.kind == BAD for time in found):
        return None
    attitude = _attitude(speech)
    meant = _meant(speech, found, around.today)
    if "now" in attitude:
        later = _put_off(speech, attitude["now"], meant)
        found_later = _of_times(speech, later, attitude, around.today) if later else None
        if found_later is not None:
            return replace(found_later, sure=False)
    elif meant:
        return _of_times(speech, meant, attitude, around.today)
    return _of_attitude(speech, attitude, text)


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:  # noqa: ARG001
    """When to move, said in a text that answers something else."""
    speech = listen(text, around)
    attitude = _attitude(speech)
    for key in ("now", "browsing"):
        at = attitude.get(key)
        if at is not None and not _speaks_of_else(speech, at, at + 1):
            length = _ATTITUDES.starts(speech, at).length
            if length == 1 and speech.text(at) in _MORE_OFTEN_ELSE:
                continue
            return [Reading(key, span=_span(speech, at, at + length))]
    found = times(Calendar(speech, around.today))
    meant = [it for it in _meant(speech, found, around.today) if _volunteered(speech, it)]
    return [_reading(speech, meant[-1], around.today)] if meant else []


def code_of(days: int) -> str:
    """The code for so many days from today."""
    return next((code for limit, code in LIMITS if days <= limit), "12m_plus")


def code_beyond(days: int) -> str:
    """The code for later than so many days: the next one where little is left of theirs. Of the
    nearest, at least half must be over; else nothing is known, ""."""
    start = 0
    for limit, code in LIMITS:
        if days <= limit:
            if 2 * (limit - days) < limit - start:
                return _NEXT_CODE[code]
            return code if start else ""
        start = limit
    return "12m_plus"


def _put_off(speech: Speech, now: int, meant: list[_Meant]) -> list[_Meant]:
    """ "Asap but not before May": a "but" behind the "asap", and when it can be."""
    return [
        it
        for it in meant
        if it.relation not in ("by", "before")
        and not _BUTS.isdisjoint(speech.texts(now + 1, it.first))
    ]


def _attitude(speech: Speech) -> dict[str, int]:
    """Where each attitude is first said, unless it is denied."""
    found: dict[str, int] = {}
    covered = 0
    for at, phrase in _ATTITUDES.places(speech):
        if at < covered:
            continue
        covered = at + phrase.length
        key = "denied" if _is_denied(speech, at, phrase) else phrase.key
        if key != "search":
            found.setdefault(key, at)
    if "event" not in found and not _SALES.isdisjoint(speech.words):
        words = cut(speech.plain)
        for hit in _EVENTS.find(words)[:1]:
            found["event"] = _token_at(speech, words.starts[hit.first])
    return found


def _is_denied(speech: Speech, at: int, phrase: Found) -> bool:
    """Not asap; "no, asap" is asap."""
    before = speech.texts(at - 2, at)
    if phrase.key in ("browsing", "unhurried", "search"):
        if speech.text(at) == "not" and speech.text(at + phrase.length) in _BUTS:
            return True  # "not selling but renting it out"
        return before[-1:] in _NOT_ONLY  # "not just looking", but "no just looking" is that
    if phrase.key in ("present", "now") and speech.text(at + phrase.length) in _NEGATORS:
        return True  # "ahora no", "ya no este año"
    if before and before[-1] in _NEGATORS:
        return True
    if len(before) == 2 and before[0] in _NEGATORS and before[1] not in _CLAUSE_ENDS:
        return True
    return denial.governs(speech, at, at + phrase.length)


def _token_at(speech: Speech, start: int) -> int:
    return next((at for at, token in enumerate(speech.tokens) if token.end > start), 0)


def _of_attitude(speech: Speech, attitude: dict[str, int], text: str) -> Reading | None:
    order = ("now", "event", "browsing", "unhurried", "present", "later", "soon")
    key = next((key for key in order if key in attitude), "")
    if not key or (key == "present" and stance(text) == "refuse"):
        return _refusal(speech, text) or _when_then(speech, attitude)
    at = attitude[key]
    span = _span(speech, at, at + max(_ATTITUDES.starts(speech, at).length, 1))
    if key == "event":
        return Reading(None, ask="timeline.event", span=span)
    return Reading(_VALUES.get(key, key), sure=key in ("now", "browsing"), span=span)


def _when_then(speech: Speech, attitude: dict[str, int]) -> Reading | None:
    """ "Not right away" leaves open when."""
    at = attitude.get("denied")
    return None if at is None else Reading(None, ask=WHEN_THEN, span=_span(speech, at, at + 1))


def _refusal(speech: Speech, text: str) -> Reading | None:
    if len(speech.words) > SHORT_REPLY or stance(text) not in ("refuse", "unsure"):
        return None
    return Reading(None, refused=True, span=(0, len(speech.plain)))


def _of_times(
    speech: Speech, meant: list[_Meant], attitude: dict[str, int], today: date
) -> Reading | None:
    meant = [it for it in meant if it.relation not in _DENIED] or meant
    reading = _reading(speech, meant[-1], today)
    if reading.value == "now" and "browsing" in attitude:
        return _of_attitude(speech, {"browsing": attitude["browsing"]}, "")
    if len({code_of((it.day - today).days) for it in meant}) > 1:
        return Reading(reading.value, sure=False, span=reading.span)
    return reading


def _reading(speech: Speech, meant: _Meant, today: date) -> Reading:
    days = (meant.day - today).days
    if meant.relation in _DENIED:
        return _denied(speech, meant, days, today)
    code = code_of(days)
    sure = meant.sure and meant.time.sure
    if meant.relation == "more" and days in _EDGES:
        code, sure = _NEXT_CODE.get(code, code), False
    if not sure and meant.time.other is not None:
        sure = code_of((meant.time.other - today).days) == code
    return Reading(code, sure=sure, span=_span(speech, meant.first, meant.last))


def _denied(speech: Speech, meant: _Meant, days: int, today: date) -> Reading:
    """ "Not in the next 3 months" is later than that; "not in June" may be anything."""
    lasting = meant.time.kind == DURATION or meant.time.days[0] == today
    code = code_beyond(days) if lasting or code_of(days) == "now" else code_of(days)
    span = _span(speech, meant.first, meant.last)
    if meant.relation == "beyond" and code:
        return Reading(code, sure=False, span=span)
    return Reading(None, ask=WHEN_THEN, span=span)


def _meant(speech: Speech, found: list[Time], today: date) -> list[_Meant]:
    """The days that count; times gone by are left out."""
    meant: list[_Meant] = []
    for at, time in enumerate(found):
        before = found[at - 1] if at else None
        it = _one(speech, time, today)
        if it is None or it.day > dates.plus(today, FARTHEST):
            continue
        if meant and before is not None and time.name == "we" and before.last == time.first:
            continue  # July 4th weekend
        if meant and before is not None and _tied(speech, before, time):
            latest = it.day if it.relation == "before" else time.days[1]
            day = max(meant[-1].day, latest, it.day)
            meant[-1] = it._replace(first=meant[-1].first, day=day)
        else:
            meant.append(it)
    return meant


def _one(speech: Speech, time: Time, today: date) -> _Meant | None:
    relation, first = _relation(speech, time)
    last = time.last
    if _AGO.starts(speech, last) or relation == "past" or _has_lasted(speech, time):
        return None
    if _LATEST.starts(speech, last):
        relation, last = "by", last + _LATEST.starts(speech, last)
    elif _OR_LATER.starts(speech, last):
        relation, last = "from", last + _OR_LATER.starts(speech, last)
    more = time.kind == DURATION and _MORE_THAN.ends(speech, time.first) > 0
    if not more and denial.governs(speech, first, time.last):
        relation = _opposite(speech, time, relation)
    if time.more or (time.kind == DURATION and _is_more_than(speech, time)):
        relation = "more"
    day = _day(time, relation, today)
    if day is None or (day < today and not _is_yesterday(time, today)):
        return None
    return _Meant(max(day, today), first, last, relation, time)


def _has_lasted(speech: Speech, time: Time) -> bool:
    """ "Been looking for 6 months" is behind them."""
    return (
        time.kind == DURATION
        and speech.text(time.first - 1) in _SINCE
        and "been" in speech.texts(time.first - _BEEN, time.first)
    )


def _opposite(speech: Speech, time: Time, relation: str) -> str:
    """What a "not" makes of a relation: "not before June" is from June."""
    if relation in ("before", "after"):
        return "from" if relation == "before" else "by"
    whole = time.kind == DURATION or time.this
    if relation == "by":
        return "beyond" if whole else "from"
    if time.kind == DURATION and denial.lasts(speech, time.first):
        return "from"
    return "beyond" if time.this or (whole and denial.is_bounded(speech, time.first)) else "not"


def _is_more_than(speech: Speech, time: Time) -> bool:
    many = _MORE_THAN.ends(speech, time.first)
    return many > 0 and speech.text(time.first - many - 1) not in _NEGATORS


def _is_yesterday(time: Time, today: date) -> bool:
    return (today - time.days[0]).days == 1 and time.dated


def _day(time: Time, relation: str, today: date) -> date | None:
    start, end = time.days
    if time.kind == DURATION:
        return end
    if relation == "beyond":
        return dates.plus(end, 1)
    if relation == "by" or (time.this and time.kind in (YEAR, QUARTER, HALF, WEEK, MONTH)):
        return end
    if relation == "before":
        return max(dates.plus(start, -1), today) if end >= today else None
    if relation == "after":
        return dates.plus(end, 1)
    return max(start, today) if end >= today else start


def _relation(speech: Speech, time: Time) -> tuple[str, int]:
    """by, before, after, from, past, or nothing; and where the phrase begins."""
    at = time.first
    for _ in range(5):
        found = _RELATIONS.ends(speech, at)
        if found.length:
            return _settled(speech, time, found.key, at - found.length)
        if speech.text(at - 1) not in _FILLERS:
            break
        at -= 1
    return "", time.first


def _settled(speech: Speech, time: Time, relation: str, first: int) -> tuple[str, int]:
    """ "vor 2 Monaten" and قبل شهرين are past; "before 2 months" is not."""
    if time.kind == DURATION and relation == "before":
        backwards = speech.text(first) in ("vor", "قبل")
        return ("past" if backwards else "by"), first
    return relation, first


def _tied(speech: Speech, first: Time, second: Time) -> bool:
    between = speech.words[first.last : second.first]
    between = tuple(word for word in between if word not in ("the", "el", "in", "den", "im", "en"))
    if not between or len(between) > 2:
        return False
    if _ANDS.issuperset(between):
        return _opened(speech, first)
    return _TIES.issuperset(between)


def _opened(speech: Speech, time: Time) -> bool:
    at = time.first
    return any(_OPENERS.ends(speech, at - step) for step in range(2) if at - step > 0)


def _volunteered(speech: Speech, meant: _Meant) -> bool:
    """Does this time say when to move, though nobody asked?"""
    if (
        meant.relation == "not"
        or meant.time.kind == WEEKDAY
        or _speaks_of_else(speech, meant.first, meant.last)
    ):
        return False
    start, end = _sentence(speech, meant.first, meant.last)
    if any(start <= at < end for at in _MOVE.places(speech)):
        return "/" not in speech.words[meant.time.first : meant.time.last] or meant.relation != ""
    bare_fraction = (
        "/" in speech.words[meant.time.first : meant.time.last] and not meant.time.dated
    )
    return meant.relation in ("by", "before", "from", "after") and not bare_fraction


def _speaks_of_else(speech: Speech, first: int, last: int) -> bool:
    start, end = _sentence(speech, first, last)
    return any(start <= at < end for at in _OTHER_TIMES.places(speech))


def _sentence(speech: Speech, first: int, last: int) -> tuple[int, int]:
    while first > 0 and speech.text(first - 1) not in _SENTENCE_ENDS:
        first -= 1
    while last < len(speech.words) and speech.text(last) not in _SENTENCE_ENDS:
        last += 1
    return first, last


def _span(speech: Speech, first: int, last: int) -> tuple[int, int]:
    return speech.tokens[first].start, speech.tokens[last - 1].end
