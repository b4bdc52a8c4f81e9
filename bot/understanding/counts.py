"""Counts in words below ten thousand: "four hundred and fifty", "treinta y cinco", "one fifty"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.understanding.lexicon import numbers
from bot.understanding.lexing import wordset
from bot.understanding.speech import Speech
from bot.understanding.vocabulary import (
    ARTICLE,
    DOZEN,
    HALF,
    HUNDRED,
    HUNDREDS,
    JOIN,
    QUARTER,
    SMALL,
    TENS,
    UNIT,
    Entry,
)

_HALF: Final = Decimal("0.5")
_HALVES: Final = wordset("half medio media halbes halbe نصف نص")
_NO_COUNT: Final = wordset(numbers.NO_COUNT)


class Count(NamedTuple):
    """A count, where the words after it begin, and whether it was vague ("a couple")."""

    value: Decimal
    next: int
    vague: bool = False


def count(speech: Speech, at: int) -> Count | None:
    """The count that begins at this word."""
    half = _half_dozen(speech, at)
    if half is not None:
        return half
    value: Decimal | None = None
    vague = False
    while True:
        joint = _joint(speech, at, value)
        found = speech.entry(at + joint)
        if (
            found is None
            or found.kind not in SMALL
            or (value is None and _is_no_count(speech, at))
        ):
            break
        grown = _grow(value, found, joined=joint > 0 and speech.kind(at) == JOIN)
        if grown is None or (joint and speech.kind(at + joint + 1) == HUNDRED):
            break
        value, at, vague = grown, at + joint + 1, vague or found.vague
    return None if value is None else Count(value, at, vague)


def _half_dozen(speech: Speech, at: int) -> Count | None:
    """ "Half a dozen", "media docena", "ein halbes Dutzend"."""
    if speech.kind(at) != HALF and speech.text(at) not in _HALVES:
        return None
    dozen = at + 1 + (speech.kind(at + 1) == ARTICLE)
    found = speech.entry(dozen)
    if found is None or found.kind != DOZEN:
        return None
    return Count(found.value * _HALF, dozen + 1)


def _is_no_count(speech: Speech, at: int) -> bool:
    """ "Hundreds of thousands" and "a few hundred" are no figures."""
    if speech.kind(at) != HUNDRED:
        return False
    return speech.text(at) in _NO_COUNT or speech.text(at - 1) in _NO_COUNT


def and_a_half(speech: Speech, at: int, value: Decimal) -> tuple[Decimal, int]:
    """ "and a half", "y medio", "einhalb", "ونص", "and a quarter" added to what stands before."""
    if speech.text(at) == "einhalb":
        return value + _HALF, at + 1
    if speech.kind(at) != JOIN:
        return value, at
    half = at + 1 + (speech.kind(at + 1) == ARTICLE)
    found = speech.entry(half)
    if found is None or found.kind not in (HALF, QUARTER):
        return value, at
    return value + found.value, half + 1


def spoken_decimals(speech: Speech, whole: Decimal, at: int) -> tuple[Decimal, int]:
    """The digits after "point" or "Komma", which stands at this place."""
    digits = ""
    after = at + 1
    while len(digits) < 4:
        found = speech.entry(after)
        if found is None or found.kind != UNIT or found.value > 9:
            break
        digits += str(found.value)
        after += 1
    return (whole + Decimal("0." + digits), after) if digits else (whole, at)


def _joint(speech: Speech, at: int, value: Decimal | None) -> int:
    """How many tokens ("and", a hyphen) hold two number words together here."""
    if value is None:
        return 0
    if speech.kind(at) == JOIN:
        return 1
    return int(speech.text(at) == "-" and speech.tight(at - 1) and speech.tight(at))


def _grow(value: Decimal | None, found: Entry, *, joined: bool) -> Decimal | None:
    if value is None:
        return found.value
    if found.kind in (HUNDRED, DOZEN):
        return value * found.value if 0 < value < 100 and not joined else None
    if found.kind == HUNDREDS:
        return None
    if value >= 100 and value % 100 == 0:
        return value + found.value if found.value < 100 else None
    if value % 10 == 0 and value % 100 >= 20 and found.kind == UNIT and found.value < 10:
        return value + found.value
    return _out_of_order(value, found, joined=joined)


def _out_of_order(value: Decimal, found: Entry, *, joined: bool) -> Decimal | None:
    if joined:  # "fünf und zwanzig", خمسة وعشرين
        backwards = found.lang in ("de", "ar") and found.kind == TENS and 0 < value < 10
        return found.value + value if backwards else None
    spoken = found.lang == "en" and not found.vague and 0 < value < 100 and 10 <= found.value < 100
    return value * 100 + found.value if spoken else None  # "four fifty", "twelve fifty"
