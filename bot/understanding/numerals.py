"""Amounts as people say them, in digits, in words, or both, with their scale words.

    425   1.2m   400 thousand   two and a half million   quinientos mil   medio millón
    dreihundertfünfzigtausend   anderthalb Millionen   مليون ونص   1 crore 20 lakh   four fifty

An amount is a row of parts, each a count with a scale ("1 crore", "20 lakh"), falling in size.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from bot.understanding.counts import and_a_half, count, spoken_decimals
from bot.understanding.figures import figure
from bot.understanding.lexicon import numbers
from bot.understanding.lexing import NUMBER, Token, wordset
from bot.understanding.phraseset import PhraseSet
from bot.understanding.speech import Speech
from bot.understanding.vocabulary import (
    ARTICLE,
    DOZEN,
    DUAL,
    FRACTIONS,
    HALF,
    HUNDRED,
    JOIN,
    POINT,
    QUARTER,
    SCALE,
    SMALL,
    Entry,
    short_scale,
)

MOST_AMOUNTS: Final = 24  # nobody names more in one message
ONE: Final = Decimal(1)
THOUSAND: Final = Decimal(1000)
MILLION: Final = Decimal(1_000_000)
_ALONE: Final = wordset("thousand million billion mil millón tausend ألف مليون مليار")
_ODD: Final = PhraseSet(numbers.ODD)
_NO_COUNT: Final = wordset(numbers.NO_COUNT)
_BEFORE_ONE: Final = wordset(numbers.BEFORE_ONE)
_OF: Final = wordset("of de von")
HUNDRED_AND: Final = Decimal(100)
_FARTHEST_APART: Final = 5
_DAYS: Final = 31
_TIES: Final = wordset("to - or bis oder a o u and und y الى إلى او أو")
_EXCEPT: Final = wordset("إلا")
_RANGE_OPENERS: Final = wordset("between from entre zwischen von بين من de desde")
_QUARTERS: Final = wordset("quarters cuartos أرباع")
_WRITTEN_FRACTIONS: Final = frozenset({("1", "/", "2"), ("1", "/", "4"), ("3", "/", "4")})
_GLUED_ONLY: Final = frozenset({"b", "ك"})


class Amount(NamedTuple):
    """One amount in a text: its value with its scale words applied, and how it was said.

    ``start``/``end`` are characters, ``first``/``last`` tokens (last exclusive). ``mantissa`` is
    what stood before the scale word. ``other`` is a second possible reading of the whole. ``bad``
    says that no locale writes these digits so.
    """

    value: Decimal
    mantissa: Decimal
    scale: Decimal
    start: int
    end: int
    first: int
    last: int
    other: Decimal | None = None
    decimals: bool = False
    words: bool = False
    vague: bool = False
    bad: bool = False
    grouped: bool = False


class _Part(NamedTuple):
    mantissa: Decimal
    scale: Decimal
    next: int
    other: Decimal | None = None
    decimals: bool = False
    words: bool = True
    vague: bool = False
    bad: bool = False
    grouped: bool = False

    @property
    def value(self) -> Decimal:
        return self.mantissa * self.scale


def amounts(speech: Speech) -> list[Amount]:
    """All amounts of a text, in reading order."""
    return speech.remembered("amounts", lambda: _amounts(speech))


def _amounts(speech: Speech) -> list[Amount]:
    found: list[Amount] = []
    at = 0
    for place, token in enumerate(speech.tokens):
        if place < at or not _may_begin(speech, place, token):
            continue
        amount = amount_at(speech, place)
        if amount is not None:
            found.append(amount)
            at = amount.last
            if len(found) == MOST_AMOUNTS:
                break
    return _with_shared_hundreds(speech, found)


def _with_shared_hundreds(speech: Speech, found: list[Amount]) -> list[Amount]:
    """ "Fifteen to eighteen hundred", "zwölf- bis fünfzehnhundert": the hundreds hold for both."""
    for at, (low, high) in enumerate(pairwise(found)):
        between = speech.texts(low.last, high.first)
        if not between or not _TIES.issuperset(between) or not _in_hundreds(speech, high):
            continue
        if low.scale == ONE and 0 < low.value < HUNDRED_AND < high.value:
            few = low.value * 100 * _FARTHEST_APART < high.value  # "two to twenty five hundred"
            shared = low.value * (THOUSAND if few else HUNDRED_AND)
            found[at] = low._replace(value=shared, mantissa=shared)
    return found


def _in_hundreds(speech: Speech, amount: Amount) -> bool:
    last = amount.last - 1
    if speech.text(last).endswith("hundert"):
        return amount.value < 10_000
    return amount.scale == ONE and speech.kind(last) == HUNDRED and amount.value % 100 == 0


def _may_begin(speech: Speech, at: int, token: Token) -> bool:
    return token.kind == NUMBER or speech.entries[at] is not None or token.text in FRACTIONS


def amount_at(speech: Speech, at: int) -> Amount | None:
    """The amount that begins at this token."""
    part = _part(speech, at)
    if part is None:
        return None
    total, last, other, smallest = part.value, part.next, part.other, part.scale
    while smallest > ONE:
        more = _smaller_part(speech, last, smallest, at)
        if more is None:
            break
        total, last, smallest, other = total + more.value, more.next, more.scale, None
    start, end = speech.tokens[at].start, speech.tokens[last - 1].end
    how = (other, part.decimals, part.words, part.vague, part.bad, part.grouped)
    return Amount(total, part.mantissa, part.scale, start, end, at, last, *how)


def _smaller_part(speech: Speech, at: int, scale: Decimal, first: int) -> _Part | None:
    joined = speech.kind(at) == JOIN
    if joined and not _RANGE_OPENERS.isdisjoint(speech.texts(first - 3, first)):
        return None
    part = _part(speech, at + joined)
    if part is None or part.value >= scale or part.scale >= scale:
        return None
    if (
        part.scale == ONE
        and scale == MILLION
        and 100 <= part.value < 1000
        and (joined or part.words or _is_rest_of_millions(speech, part, scale))
    ):
        return part._replace(scale=THOUSAND)  # "dos millones ochocientos", مليون و200
    if part.scale == ONE and not part.words and not _is_rest_of_millions(speech, part, scale):
        return None  # "1 million 3 bed": digits without a scale of their own are another number
    if part.scale == ONE and part.value < 10 and scale >= MILLION:
        ends = part.next >= len(speech.tokens) and not joined  # "a million two" is 1.2 million
        return _Part(part.value / 10, scale, part.next) if ends else None
    return part


def _is_rest_of_millions(speech: Speech, part: _Part, scale: Decimal) -> bool:
    """ "2 millones 800", and nothing that it could count."""
    hundreds = part.scale == ONE and scale == MILLION and 100 <= part.value < 1000
    ends = part.next >= len(speech.tokens) or not (
        speech.is_word(part.next) or speech.tight(part.next - 1)
    )
    spoken = speech.spanish or speech.lang == "ar"
    return hundreds and ends and spoken and part.value % 10 == 0


def _part(speech: Speech, at: int) -> _Part | None:
    if speech.is_number(at):
        return _digits(speech, at)
    found = speech.entry(at)
    if found is None:
        return _fraction_sign(speech, at)
    if found.kind in (ARTICLE, HALF, QUARTER):
        dozens = _half_a_dozen(speech, at)
        return dozens or _fraction_of_scale(speech, at) or _article(speech, at)
    if found.kind == DUAL:
        return _after_scale(speech, _Part(Decimal(2), found.value, at + 1))
    if found.kind == SCALE:
        return _scale_alone(speech, at, found)
    return _counted_words(speech, at) if found.kind in SMALL else None


def _half_a_dozen(speech: Speech, at: int) -> _Part | None:
    found = count(speech, at) if speech.kind(at) == HALF else None
    return _Part(found.value, ONE, found.next) if found is not None else None


def _digits(speech: Speech, at: int) -> _Part:
    read = figure(speech.tokens[at].text, comma_decimal=speech.comma_decimal)
    if read is None:
        return _Part(ONE, ONE, at + 1, words=False, bad=True)
    value, after = _count_with_fraction(speech, at, read.value)
    if speech.text(after) == "point" and value == int(value):
        value, after = _typed_decimals(speech, after, value)
    decimals = read.decimals or value != read.value
    part = _Part(value, ONE, after, read.other, decimals, words=False, grouped=read.grouped)
    scaled = _scaled(speech, part)
    if scaled.scale == ONE and not read.decimals:
        return scaled._replace(other=None)  # thousands parted as this country parts them
    return scaled


def _typed_decimals(speech: Speech, at: int, value: Decimal) -> tuple[Decimal, int]:
    """1 point 1."""
    digits = speech.text(at + 1)
    if not digits.isdecimal() or len(digits) > 4:
        return spoken_decimals(speech, value, at)
    return value + Decimal("0." + digits), at + 2


def _count_with_fraction(speech: Speech, at: int, value: Decimal) -> tuple[Decimal, int]:
    """2½, 2 1/2, 1/2 before a million, and "2 and a half"."""
    sign = FRACTIONS.get(speech.text(at + 1))
    if sign is not None:
        return value + sign, at + 2
    over = speech.texts(at + 1, at + 4)
    if over in _WRITTEN_FRACTIONS:
        return value + Decimal(over[0]) / Decimal(over[2]), at + 4
    alone = speech.texts(at, at + 3)
    if alone in _WRITTEN_FRACTIONS and _factor(speech, at + 3, digits=True):
        return Decimal(alone[0]) / Decimal(alone[2]), at + 3
    return and_a_half(speech, at + 1, value)


def _fraction_sign(speech: Speech, at: int) -> _Part | None:
    sign = FRACTIONS.get(speech.text(at))
    if sign is None:
        return None
    part = _scaled(speech, _Part(sign, ONE, at + 1, words=False, decimals=True))
    return part if part.scale > ONE else None


def _fraction_of_scale(speech: Speech, at: int) -> _Part | None:
    """half a million, a quarter of a million, medio millón, eine halbe Million, نص مليون."""
    start = at + (speech.kind(at) == ARTICLE)
    found = speech.entry(start)
    if found is None or found.kind not in (HALF, QUARTER):
        return None
    return _of_a_scale(speech, start + 1, found.value)


def _of_a_scale(speech: Speech, at: int, value: Decimal) -> _Part | None:
    at += speech.text(at) in _OF
    at += speech.kind(at) == ARTICLE
    factor = _factor(speech, at, digits=False)
    if factor is None or factor < THOUSAND:
        return None
    if speech.text(at) == "mil" and not speech.spanish:
        factor = MILLION
    return _Part(value, factor, at + 1, decimals=True)


def _article(speech: Speech, at: int) -> _Part | None:
    """a million, a hundred thousand, a couple of million, un millón, eine Million."""
    following = speech.entry(at + 1)
    if speech.text(at) == "a" and speech.text(at + 1) == "mil":
        return None if speech.spanish else _Part(ONE, MILLION, at + 2)
    if speech.kind(at) != ARTICLE or following is None:
        return None
    if following.kind == SCALE:
        return _after_scale(speech, _Part(ONE, following.value, at + 2))
    counts = following.kind in (HUNDRED, DOZEN) or following.vague
    return _counted_words(speech, at + 1) if counts else None


def _scale_alone(speech: Speech, at: int, found: Entry) -> _Part | None:
    if found.lang == "de" and speech.text(at) not in _ALONE and found.value < MILLION:
        compound = _Part(found.value / THOUSAND, THOUSAND, at + 1)  # zweitausend
        return _after_scale(speech, compound)
    if speech.text(at) not in _ALONE or (speech.text(at) == "mil" and not speech.spanish):
        return None
    before = speech.text(at - 1)
    if before in _NO_COUNT or speech.kind(at - 1) == HUNDRED:
        return None  # "a few hundred thousand"
    doubtful = speech.is_word(at - 1) and before not in _BEFORE_ONE
    return _after_scale(speech, _Part(ONE, found.value, at + 1, vague=doubtful))


def _counted_words(speech: Speech, at: int) -> _Part | None:
    found = count(speech, at)
    if found is None:
        return None
    value, after = found.value, found.next
    if speech.kind(after) == QUARTER or speech.text(after) in _QUARTERS:
        quarters = _of_a_scale(speech, after + 1, value / 4)  # three quarters of a million
        if quarters:
            return quarters
    if speech.kind(after) == POINT:
        value, after = spoken_decimals(speech, value, after)
    value, after = and_a_half(speech, after, value)
    after += found.vague and speech.text(after) in _OF
    return _scaled(
        speech, _Part(value, ONE, after, decimals=value != int(value), vague=found.vague)
    )


def _scaled(speech: Speech, part: _Part) -> _Part:
    """The part with the scale word that follows its count, if one does."""
    odd = _ODD.starts(speech, part.next)
    at = part.next + odd if _factor(speech, part.next + odd, digits=False) else part.next
    factor = _factor(speech, at, digits=not part.words)
    if factor is None:
        return part
    value, other = _count_before_scale(speech, part, factor)
    if speech.text(at) == "mil" and not speech.spanish:
        factor, other = _foreign_mil(value, part)
    return _after_scale(
        speech, part._replace(mantissa=value, scale=factor, next=at + 1, other=other)
    )


def _factor(speech: Speech, at: int, *, digits: bool) -> Decimal | None:
    word, found = speech.text(at), speech.entry(at)
    if found is not None and (found.kind == SCALE or (digits and found.kind in (HUNDRED, DOZEN))):
        return found.value
    if word == "mil":
        return THOUSAND
    if not word or (word in _GLUED_ONLY and not speech.tight(at - 1)):
        return None
    if speech.is_number(at + 1) and speech.tight(at):
        return None  # "100 m2" is no hundred million
    if word == "th" and _is_a_day(speech, at - 1):
        return None  # "on the 14th"
    return _local_suffix(speech, at) or short_scale(word)


def _is_a_day(speech: Speech, at: int) -> bool:
    """Does a day of the month stand right before its "th"?"""
    day = speech.text(at)
    return speech.tight(at) and day.isdecimal() and 4 <= int(day[:3]) <= _DAYS


def _local_suffix(speech: Speech, at: int) -> Decimal | None:
    word = speech.text(at)
    if word == "l" and speech.country == "IN":
        return Decimal(100_000)
    if speech.german and word == "t":
        money_follows = speech.text(at + 1) in ("€", "eur", "euro")
        return THOUSAND if money_follows or speech.tight(at - 1) else None
    return THOUSAND if word == "teur" else None


def _count_before_scale(
    speech: Speech, part: _Part, factor: Decimal
) -> tuple[Decimal, Decimal | None]:
    """1.250 million is one and a quarter where the point is decimal; elsewhere it may be more."""
    if part.other is None:
        return part.mantissa, None
    point = "," if speech.comma_decimal else "."
    if point in speech.text(part.next - 1):
        return part.other, None
    return part.mantissa, part.other * factor


def _foreign_mil(value: Decimal, part: _Part) -> tuple[Decimal, Decimal | None]:
    """English "1.2 mil" is a million; "300 mil" may as well be a Spanish thousand."""
    if part.decimals or value < 20:
        return MILLION, None
    return THOUSAND, value * MILLION


def _after_scale(speech: Speech, part: _Part) -> _Part:
    """mil millones; a million and a half, millón y medio, مليون ونص."""
    found = speech.entry(part.next)
    bigger = found.value if found is not None and found.kind == SCALE else None
    if bigger is None and part.scale == 100:
        bigger = _factor(speech, part.next, digits=False)  # "4 hundred k"
    if bigger is not None and bigger >= part.scale:
        part = part._replace(scale=part.scale * bigger, next=part.next + 1)
    if speech.text(part.next) in _EXCEPT and speech.kind(part.next + 1) in (QUARTER, HALF):
        less = speech.entry(part.next + 1)  # مليون إلا ربع
        value = part.mantissa - (less.value if less is not None else 0)
        return part._replace(mantissa=value, next=part.next + 2)
    more, after = and_a_half(speech, part.next, Decimal(0))
    return part._replace(mantissa=part.mantissa + more, next=after) if more else part
