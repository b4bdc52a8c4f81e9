"""Money: budgets, prices and rents, as people type them.

``read`` takes the answer to an open money question, ``find`` a budget volunteered in passing.
The value is in units of the market's currency. A range has value = high; "up to 400k" is 400000;
"at least 400k" and "400k+" are 400000 with low = 400000.

Codes to ask back with, figures as plain digits: ``money.which`` {a, b} two readings are as likely;
``money.many`` {a, b} two figures that are no range; ``money.total`` a payment per month where a
price is asked; ``money.period`` a price per day. ``money.currency`` {currency, said} is a hint:
the value stands in the market's currency, but another one was named.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.understanding.answers import stance
from bot.understanding.lexicon import money as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.money_groups import Group, groups
from bot.understanding.money_marks import MONEY, Mark
from bot.understanding.money_scale import RENT, SALE, Worth, believable, pair, worth
from bot.understanding.numerals import ONE
from bot.understanding.phraseset import PhraseSet, PhraseTable
from bot.understanding.speech import Speech, listen
from bot.understanding.types import Reading, Slot, Surroundings, Value

_NO_FIGURE: Final = PhraseSet(lexicon.NO_FIGURE)
_NOT_A_BUDGET: Final = PhraseSet(lexicon.NOT_A_BUDGET)
_BUDGET_CUES: Final = PhraseSet(lexicon.BUDGET_CUES)
_SOFTENERS: Final = PhraseSet(lexicon.SOFTENERS)
_REST: Final = PhraseSet(lexicon.THE_REST)
_STRETCH_BEFORE: Final = PhraseSet(lexicon.STRETCH_BEFORE)
_STRETCH_AFTER: Final = PhraseSet(lexicon.STRETCH_AFTER)
_FARTHEST_STRETCH: Final = Decimal("1.5")
_ADVERBS: Final = PhraseTable(lexicon.ADVERBS)
_WARM: Final = PhraseSet(lexicon.WARM)
_COLD: Final = PhraseSet(lexicon.COLD)
_PER_HEAD: Final = PhraseSet(lexicon.PER_HEAD)  # the part of one of them, or the whole?
_OWN: Final = wordset("have got has tengo tenemos habe haben عندي معي")
_READY: Final = wordset("cash ready efectivo bar كاش نقدا")
_POSTCODE: Final = 5  # digits
_YEARLY_RENTS: Final = frozenset({"AE"})
_SHORT_REPLY: Final = 12
_BAND: Final = {
    "low": (0, 30),
    "early": (0, 30),
    "mid": (30, 70),
    "high": (70, 100),
    "upper": (70, 100),
}
_CONTRASTS: Final = (" but ", " aber ", " pero ", " sondern ", " sino ", " بس ", " لكن ")
_SENTENCE_ENDS: Final = frozenset(".!?;")


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:
    """The answer to an open question about money."""
    reading = _read(text, slot, around)
    at = _contrast(text)
    if at < 0 or (reading is not None and reading.span[1] > at):
        return reading
    later = _read(text[at:], slot, around)
    if later is None or later.value is None:
        return reading
    return replace(later, sure=False, span=(later.span[0] + at, later.span[1] + at))


def _contrast(text: str) -> int:
    """Where the "but" stands after which the figure counts: "approved for 510k but under 480"."""
    small = text.casefold()
    return max((small.rfind(word) for word in _CONTRASTS), default=-1)


def _read(text: str, slot: Slot, around: Surroundings) -> Reading | None:
    speech = listen(text, around)
    found = groups(speech)
    if found is None:
        return None
    if not found:
        return _refusal(speech, text)
    if len(found) == 1 and _REST.found(speech):
        return None  # "90k cash and a mortgage for the rest": what they have, not what it may cost
    if len(found) > 1 and len({_worths(speech, group, slot, around) for group in found}) > 1:
        return _which_of(speech, found, slot, around)
    return _reading(speech, found[0], slot, around)


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """Budgets volunteered in a text that answers something else; doubtful ones are left alone."""
    speech = listen(text, around)
    found = [
        _reading(speech, group, slot, around)
        for group in groups(speech) or ()
        if _volunteered(speech, group, slot, around)
    ]
    clear = [reading for reading in found if reading is not None and reading.value is not None]
    return clear if len({reading.value for reading in clear}) < 2 else clear[-1:]


def _refusal(speech: Speech, text: str) -> Reading | None:
    declined = _NO_FIGURE.found(speech) or (
        len(speech.tokens) <= _SHORT_REPLY and stance(text) in ("refuse", "unsure", "no")
    )
    return (
        Reading(None, refused=True, span=_span(speech, 0, len(speech.tokens)))
        if declined
        else None
    )


def _which_of(
    speech: Speech, found: list[Group], slot: Slot, around: Surroundings
) -> Reading | None:
    values = [
        ends[-1].value
        for group in found
        if (ends := _worths(speech, group, slot, around)) and ends[-1].values
    ]
    if len(values) < 2:
        return None
    if len(values) == 2 and _is_stretch(speech, found, values):
        low, high = _number(values[0]), _number(values[1])
        span = _span(speech, found[0][0].first, found[1][-1].last)
        return Reading(high, low=low, high=high, sure=False, span=span)
    return Reading(
        None, ask="money.many", ask_with={"a": _digits(values[0]), "b": _digits(values[1])}
    )


def _is_stretch(speech: Speech, found: list[Group], values: list[Decimal]) -> bool:
    """ "1500, 1600 if it has a washer": what they would go up to, were it worth it."""
    if not values[0] < values[1] <= _FARTHEST_STRETCH * values[0]:
        return False
    first, last = found[-1][0].amount.first, found[-1][-1].amount.last
    return _STRETCH_BEFORE.ends(speech, first) > 0 or _STRETCH_AFTER.starts(speech, last) > 0


def _reading(speech: Speech, group: Group, slot: Slot, around: Surroundings) -> Reading | None:
    ends = _worths(speech, group, slot, around)
    if not ends or not all(end.values for end in ends):
        return None
    span = _span(speech, group[0].first, group[-1].last)
    period = _period(speech, group)
    blocked = _blocked(ends, period, slot)
    if blocked is not None:
        return replace(blocked, span=span)
    sure = all(end.sure for end in ends) and not any(
        mark.amount.vague or mark.band for mark in group
    )
    reading = replace(_valued(group, [end.value for end in ends]), sure=sure, span=span)
    reading = _with_hint(reading, group, slot, around)
    if slot.unit != RENT:
        return reading
    reading = replace(reading, sure=reading.sure and not _PER_HEAD.starts(speech, group[-1].last))
    return _with_neighbours(speech, reading, period, around)


def _blocked(ends: tuple[Worth, ...], period: str, slot: Slot) -> Reading | None:
    """What must be asked back before there is a value."""
    if slot.unit == SALE and period:
        return Reading(None, ask="money.total")
    if slot.unit == RENT and period == "day":
        return Reading(None, ask="money.period")
    unclear = next((end for end in ends if not end.clear), None)
    if unclear is None:
        return None
    a, b = sorted(unclear.values)[:2]
    return Reading(None, ask="money.which", ask_with={"a": _digits(a), "b": _digits(b)})


def _worths(speech: Speech, group: Group, slot: Slot, around: Surroundings) -> tuple[Worth, ...]:
    """What each figure of a group is worth, in the light of the others."""
    if len(group) == 1:
        return _band(speech, group[0], worth(group[0], slot.unit, around))
    if len(group) == 2:
        return pair(group[0], group[1], slot.unit, around)
    leader = max(group, key=lambda mark: (mark.amount.scale, mark.value))
    return tuple(
        worth(mark, slot.unit, around)
        if mark is leader
        else pair(mark, leader, slot.unit, around)[0]
        for mark in group
    )


def _band(speech: Speech, mark: Mark, found: Worth) -> tuple[Worth, ...]:
    """ "in the 400s" is 400 to 500, "low 400s" 400 to 430."""
    if not mark.band or not found.clear or not mark.value or mark.value % 10:
        return (found,)
    hundredth = found.value / mark.value * (100 if mark.value % 100 == 0 else 10) / 100
    start, end = _BAND.get(speech.text(mark.amount.first - 1), (0, 100))
    return Worth((found.value + hundredth * start,)), Worth((found.value + hundredth * end,))


def _valued(group: Group, values: list[Decimal]) -> Reading:
    if len(values) > 1:
        low, high = min(values), max(values)
        if low != high:
            return Reading(_number(high), low=_number(low), high=_number(high))
    floor = group[0].bound == "min"
    return Reading(_number(values[0]), low=_number(values[0]) if floor else None)


def _period(speech: Speech, group: Group) -> str:
    for mark in reversed(group):
        if mark.period:
            return mark.period
    adverbs = (it.key for at, it in _ADVERBS.places(speech) if not speech.is_figure(at - 1))
    return next(adverbs, "")


def _with_neighbours(
    speech: Speech, reading: Reading, period: str, around: Surroundings
) -> Reading:
    """A rent with its period, where that is not the month, and warm or cold."""
    extra = _rent_type(speech)
    inferred = _yearly(reading, period, around)
    if inferred or period in ("week", "year"):
        extra["budget_period"] = period or "year"
    return replace(reading, extra=extra, sure=reading.sure and not inferred)


def _yearly(reading: Reading, period: str, around: Surroundings) -> bool:
    """Rents in the Emirates are said per year: 90,000 is no month's rent."""
    if period or around.country not in _YEARLY_RENTS or not isinstance(reading.value, int | float):
        return False
    return reading.value >= 10 * (around.min_rent or 3500)


def _rent_type(speech: Speech) -> dict[str, Value]:
    if speech.german and _WARM.found(speech):
        return {"rent_type": "warm"}
    return {"rent_type": "cold"} if speech.german and _COLD.found(speech) else {}


def _with_hint(reading: Reading, group: Group, slot: Slot, around: Surroundings) -> Reading:
    named = next((mark.currency for mark in group if mark.currency), "")
    if not named or not slot.unit or named in ("local", around.currency):
        return reading
    names = {"currency": around.currency, "said": named.strip("?")}
    return replace(reading, sure=False, ask="money.currency", ask_with=names)


def _volunteered(speech: Speech, group: Group, slot: Slot, around: Surroundings) -> bool:
    """Is this figure surely a budget, though no question about money is open?"""
    start, end = _sentence(speech, group[0].first, group[-1].last)
    if any(start <= at < end for at in _NOT_A_BUDGET.places(speech)):
        return False
    ends = _worths(speech, group, slot, around)
    if not all(each.clear and believable(each.value, slot.unit, around) for each in ends):
        return False
    if speech.text(group[0].first - 1) in _OWN and speech.text(group[-1].last) in _READY:
        return False  # "we have 100k cash"
    if len(group) == 1 and _may_be_postcode(speech, group[0]):
        return False
    if any(mark.role == MONEY and _unmistakable(mark, slot) for mark in group):
        return True
    return any(_cued(speech, mark) for mark in group) and group[0].value >= 50


def _may_be_postcode(speech: Speech, mark: Mark) -> bool:
    """ "East Austin, 78702": five digits behind a place and nothing that makes them money."""
    text = speech.text(mark.amount.first)
    bare = not (mark.currency or mark.period or mark.bound) and mark.amount.scale == ONE
    if not (bare and text.isdigit() and len(text) == _POSTCODE) or text.endswith("00"):
        return False
    return not _cued(speech, mark)


def _unmistakable(mark: Mark, slot: Slot) -> bool:
    if slot.unit == SALE:
        return mark.amount.scale > ONE or mark.value >= 50_000
    return bool(mark.currency or mark.period) or mark.amount.scale > ONE


def _cued(speech: Speech, mark: Mark) -> bool:
    at = mark.amount.first
    for _ in range(4):
        if _BUDGET_CUES.ends(speech, at):
            return True
        step = _SOFTENERS.ends(speech, at) or speech.text(at - 1) in (":", "$", "€", "£", "₹")
        if not step:
            return False
        at -= step
    return False


def _sentence(speech: Speech, first: int, last: int) -> tuple[int, int]:
    while first > 0 and speech.text(first - 1) not in _SENTENCE_ENDS:
        first -= 1
    while last < len(speech.tokens) and speech.text(last) not in _SENTENCE_ENDS:
        last += 1
    return first, last


def _span(speech: Speech, first: int, last: int) -> tuple[int, int]:
    if not speech.tokens:
        return 0, 0
    return speech.tokens[first].start, speech.tokens[last - 1].end


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(round(value, 2))


def _digits(value: Decimal) -> str:
    return str(_number(value))
