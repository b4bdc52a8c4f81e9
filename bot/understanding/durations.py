"""Lengths of time: 3 months, 4-5 mo, half a year, mes y medio, شهرين. A month is 30 days."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from bot.understanding import dates
from bot.understanding.calendar import DURATION, Calendar, Time, bad
from bot.understanding.counts import and_a_half, count
from bot.understanding.lexicon import times as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import PhraseTable
from bot.understanding.vocabulary import ARTICLE, FRACTIONS

LONGEST: Final = 36_500
_PHRASES: Final = PhraseTable(lexicon.DURATIONS)
_UNITS: Final = PhraseTable(lexicon.UNITS)
_TIES: Final = wordset("- to or bis oder a o u إلى الى او أو / ~ و and y und")
_BEFORE_ONE: Final = wordset("خلال بعد غضون")
_ONE: Final = wordset(lexicon.ONE_MORE)
_NOT_A_TIME: Final = wordset(
    "old lease mortgage fixed loan contract warranty experience mietvertrag vertrag contrato "
    "hipoteca"
)


def duration_at(calendar: Calendar, at: int) -> Time | None:
    """The length of time that begins at this token."""
    phrase = _PHRASES.starts(calendar.speech, at)
    counted = _counted(calendar, at) or _single(calendar, at)
    if counted is not None and counted.last - at >= phrase.length:
        return counted
    if not phrase.length or calendar.speech.text(at + phrase.length) in _NOT_A_TIME:
        return None
    return _lasting(calendar, at, at + phrase.length, (int(phrase.key), int(phrase.key)))


def _lasting(calendar: Calendar, first: int, last: int, spans: tuple[int, int]) -> Time:
    shortest, longest = (min(span, LONGEST) for span in spans)
    days = dates.plus(calendar.today, shortest), dates.plus(calendar.today, longest)
    return Time(first, last, days, DURATION)


def _counted(calendar: Calendar, at: int) -> Time | None:
    first = _count(calendar, at)
    if first is None:
        return None
    low, after = first
    more = calendar.speech.text(after) == "+"
    high, after = _second_count(calendar, low, after + more)
    unit = _unit(calendar, after)
    if unit is None:
        return None
    each, last = unit
    if calendar.speech.text(last) in _NOT_A_TIME:
        return None
    if _negative(calendar, at):
        return bad(at - 1, last, calendar.today)
    high, last = and_a_half(calendar.speech, last, high)
    spans = (int(min(low, high) * each), int(max(low, high) * each))
    return _lasting(calendar, at, last, spans)._replace(more=more)


def _single(calendar: Calendar, at: int) -> Time | None:
    """خلال شهر, بعد سنة ونص: one, without an article."""
    unit = _unit(calendar, at)
    if unit is None:
        return None
    many, last = and_a_half(calendar.speech, unit[1], Decimal(1))
    alone = at == 0 and last == len(calendar.speech.words) and calendar.speech.lang == "ar"
    if not alone and calendar.speech.text(at - 1) not in _BEFORE_ONE:
        return None
    days = int(many * unit[0])
    return _lasting(calendar, at, last, (days, days))


def _count(calendar: Calendar, at: int) -> tuple[Decimal, int] | None:
    speech = calendar.speech
    if speech.is_number(at):
        return _digits(calendar, at)
    if (speech.kind(at) == ARTICLE or speech.text(at) in _ONE) and _unit(calendar, at + 1):
        return None if _is_rate(calendar, at) else (Decimal(1), at + 1)
    found = count(speech, at)
    if found is None:
        return None
    value, after = and_a_half(speech, found.next, found.value)
    return value, after + (found.vague and speech.text(after) == "of")


def _is_rate(calendar: Calendar, at: int) -> bool:
    """ "1800 a month" and "eighteen hundred a month" tell how much, not when."""
    speech = calendar.speech
    return speech.kind(at) == ARTICLE and speech.is_figure(at - 1)


def _digits(calendar: Calendar, at: int) -> tuple[Decimal, int] | None:
    over = (*calendar.speech.texts(at, at + 3), "", "")
    if over[:2] == ("1", "/") and over[2] in ("2", "4"):
        return Decimal(1) / Decimal(over[2]), at + 3
    text = calendar.speech.text(at).replace(",", ".")
    if len(text) > 4 or text.startswith("0"):
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    sign = FRACTIONS.get(calendar.speech.text(at + 1))
    if sign is not None:
        return value + sign, at + 2
    return and_a_half(calendar.speech, at + 1, value)


def _second_count(calendar: Calendar, low: Decimal, at: int) -> tuple[Decimal, int]:
    """The 4 of "3-4 months"."""
    if calendar.speech.text(at) not in _TIES:
        return low, at
    second = _count(calendar, at + 1)
    return (low, at) if second is None else second


def _unit(calendar: Calendar, at: int) -> tuple[int, int] | None:
    """The days of the unit that stands here, and where it ends."""
    speech = calendar.speech
    at += speech.text(at) == "-" and speech.tight(at)
    unit = _UNITS.starts(speech, at)
    if not unit.length or (len(speech.text(at)) == 1 and not speech.tight(at - 1)):
        return None
    return lexicon.UNIT_DAYS[unit.key], at + unit.length


def _negative(calendar: Calendar, at: int) -> bool:
    speech = calendar.speech
    if speech.text(at - 1) != "-" or not speech.tight(at - 1):
        return False
    return at == 1 or not (speech.tight(at - 2) or speech.is_number(at - 2))
