"""Percentages: down payments as people say them.

"20%", "twenty percent", "3,5 %", "zero down", "a quarter"; a range has value = high; "20%+" and
"at least 20" have low as well. "100k on 500k" is 20. An amount of money alone is asked back with
the code ``percent.amount``, and 0.2, which may be 20, with ``percent.which`` {a, b}.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.understanding.answers import stance
from bot.understanding.lexicon import percents as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.likeliest import is_denied, last_said
from bot.understanding.numerals import THOUSAND, Amount, amounts
from bot.understanding.phraseset import PhraseSet, PhraseTable
from bot.understanding.speech import Speech, listen
from bot.understanding.types import Reading, Slot, Surroundings

_SIGNS: Final = PhraseSet(lexicon.SIGNS)
_PHRASES: Final = PhraseTable(lexicon.PHRASES)
_NOT: Final = PhraseSet(lexicon.OTHER_NOUNS)
_TIES: Final = wordset(lexicon.TIES)
_ANDS: Final = wordset("and y e und و")
_ARTICLES: Final = wordset("el the den dem un a")
_OPENERS: Final = PhraseSet(lexicon.OPENERS)
_OF_PRICE: Final = wordset(lexicon.OF_PRICE)
_LEAST: Final = PhraseSet(lexicon.AT_LEAST)
_MOST: Final = PhraseSet(lexicon.AT_MOST)
_CURRENCY: Final = frozenset("$€£₹")
_EVERYTHING: Final = wordset("alles todo everything all كامل")
_AT_HAND: Final = wordset("da bereit vorhanden beisammen klar gut listo ready here bien جاهز")
_SPOILERS: Final = frozenset("=*^;:/")
_DOWN: Final = wordset(lexicon.DOWN)
_SHORT_REPLY: Final = 12
DOWN_PAYMENT: Final = "down_payment_pct"  # the field of what is paid at once
BESIDE: Final = 3  # tokens


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The answer to an open question about a percentage."""
    speech = listen(text, around)
    named = amounts(speech)
    found = [amount for amount in named if not is_denied(speech, amount.first)]
    if any(amount.bad or _spoilt(speech, amount) for amount in named) or (named and not found):
        return None
    shares = [amount for amount in found if _is_share(speech, amount)]
    places = [(amount.first, amount.last, amount.value) for amount in shares]
    shares = [shares[at] for at in last_said(speech, list(range(len(shares))), places)]
    signed = [amount for amount in shares if _SIGNS.starts(speech, amount.last)]
    phrase = next((it for it in _PHRASES.places(speech) if not _of_papers(speech, it[0])), None)
    if phrase is not None and not signed:
        at, what = phrase
        return Reading(_number(Decimal(what.key)), span=_span(speech, at, at + what.length))
    if shares:
        return _shares(speech, _with_partners(speech, shares, signed) if signed else shares)
    if found:
        return _of_a_price(speech, found)
    return _refusal(speech, text)


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """A down payment in running text: a figure with its sign beside "down", "de entrada"."""
    if slot.field != DOWN_PAYMENT:
        return []
    speech = listen(text, around)
    shares = [amount for amount in amounts(speech) if _is_share(speech, amount)]
    signed = [amount for amount in shares if _SIGNS.starts(speech, amount.last)]
    kept = _with_partners(speech, shares, signed)
    if not kept or not _is_paid_down(speech, kept):
        return []
    reading = _shares(speech, kept)
    return [reading] if reading is not None and reading.value is not None else []


def _is_paid_down(speech: Speech, shares: list[Amount]) -> bool:
    if any(amount.bad or _spoilt(speech, amount) for amount in shares):
        return False
    first, last = shares[0].first, shares[-1].last
    last += _SIGNS.starts(speech, last)
    beside = speech.texts(first - BESIDE, first) + speech.texts(last - 1, last + BESIDE)
    return not _DOWN.isdisjoint(beside)


def _of_papers(speech: Speech, at: int) -> bool:
    """ "Alles da" tells of papers, not of the whole price."""
    return speech.text(at) in _EVERYTHING and speech.text(at + 1) in _AT_HAND


def _spoilt(speech: Speech, amount: Amount) -> bool:
    before, after = speech.text(amount.first - 1), speech.text(amount.last)
    if (before and before in _SPOILERS) or (after and after in _SPOILERS):
        return True
    minus = before == "-" and speech.tight(amount.first - 1)
    number_before = speech.is_number(amount.first - 2) or speech.text(amount.first - 2) == "%"
    return minus and not number_before


def _is_share(speech: Speech, amount: Amount) -> bool:
    """May this be a percentage: up to a hundred, and no money or anything counted?"""
    if amount.value > 100 or amount.scale >= THOUSAND:
        return False
    if speech.text(amount.first - 1) in _CURRENCY or speech.text(amount.last) in _CURRENCY:
        return False
    if _SIGNS.starts(speech, amount.last):
        return True
    glued = speech.tight(amount.last - 1) and speech.is_word(amount.last)
    return not glued and not _NOT.starts(speech, amount.last)


def _with_partners(speech: Speech, shares: list[Amount], signed: list[Amount]) -> list[Amount]:
    """The bare 10 of "10-19%" stays, other bare numbers beside a percentage go."""
    kept = []
    for at, amount in enumerate(shares):
        following = shares[at + 1] if at + 1 < len(shares) else None
        partner = (
            following in signed and following is not None and _tied(speech, amount, following)
        )
        if amount in signed or partner:
            kept.append(amount)
    return kept


def _tied(speech: Speech, first: Amount, second: Amount) -> bool:
    start = first.last + _SIGNS.starts(speech, first.last)
    between = [word for word in speech.texts(start, second.first) if word not in _ARTICLES]
    if not between or len(between) > 3:
        return False
    if _ANDS.issuperset(between):
        opener = first.first - (speech.text(first.first - 1) in _ARTICLES)
        return _OPENERS.ends(speech, opener) > 0
    return _TIES.issuperset(between)


def _shares(speech: Speech, shares: list[Amount]) -> Reading | None:
    first, last = shares[0], shares[-1]
    span = _span(speech, first.first, last.last + _SIGNS.starts(speech, last.last))
    if len(shares) > 2 or (len(shares) == 2 and not _tied(speech, first, last)):
        same = len({amount.value for amount in shares}) == 1
        return Reading(_number(first.value), span=span) if same else None
    if len(shares) == 2:
        low, high = sorted((first.value, last.value))
        return Reading(_number(high), low=_number(low), high=_number(high), span=span)
    return _one(speech, first, span)


def _one(speech: Speech, amount: Amount, span: tuple[int, int]) -> Reading | None:
    signed = _SIGNS.starts(speech, amount.last)
    value = _number(amount.value)
    if not signed and 0 < amount.value < 1:
        whole = _number(amount.value * 100)
        return Reading(
            None, ask="percent.which", ask_with={"a": str(value), "b": str(whole)}, span=span
        )
    after = amount.last + signed
    least = _LEAST.ends(speech, amount.first) or _LEAST.starts(speech, after)
    most = _MOST.ends(speech, amount.first) or _MOST.starts(speech, after)
    return Reading(value, low=value if least else None, sure=not (most or amount.vague), span=span)


def _of_a_price(speech: Speech, found: list[Amount]) -> Reading | None:
    """ "100k on 500k" can be worked out; "100k" cannot."""
    span = _span(speech, found[0].first, found[-1].last)
    if len(found) == 2 and 0 < found[0].value <= found[1].value:
        between = speech.texts(found[0].last, found[1].first)
        if not _OF_PRICE.isdisjoint(between) and len(between) <= 4:
            return _worked_out(found[0], found[1], span)
    is_money = any(amount.value >= THOUSAND for amount in found)
    return Reading(None, ask="percent.amount", span=span) if is_money else None


def _worked_out(down: Amount, price: Amount, span: tuple[int, int]) -> Reading:
    part = down.value
    if down.scale < price.scale and part * price.scale <= price.value:
        part *= price.scale  # "100 on 500k"
    share = round(part * 100 / price.value, 1)
    return Reading(_number(share), sure=False, span=span)


def _refusal(speech: Speech, text: str) -> Reading | None:
    if len(speech.tokens) > _SHORT_REPLY or stance(text) not in ("refuse", "unsure", "no"):
        return None
    return Reading(None, refused=True, span=(0, len(speech.plain)))


def _span(speech: Speech, first: int, last: int) -> tuple[int, int]:
    return speech.tokens[first].start, speech.tokens[last - 1].end


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(round(value, 2))
