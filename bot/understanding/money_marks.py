"""Amounts marked up: which of the numbers in a text are money, and what is said of each.

Every amount becomes a ``Mark``. Its role tells whether it is surely money (a currency, a scale
word, a period, parted thousands), may be money (a bare number), counts something else (3 bed,
5 pm, 20 %), or is written as nobody writes money (-5, =500, 1;2), which spoils the answer.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.understanding.lexicon import money as lexicon
from bot.understanding.lexing import SIGN, wordset
from bot.understanding.numerals import ONE, THOUSAND, Amount, amounts
from bot.understanding.phraseset import Found, PhraseSet, PhraseTable
from bot.understanding.speech import Speech
from bot.understanding.vocabulary import ARTICLE, HALF, QUARTER

MONEY, BARE, OTHER, SPOILT = "money", "bare", "other", "spoilt"

_CURRENCY: Final = {
    **{word: code for code, words in lexicon.CURRENCIES.items() for word in wordset(words)},
    **lexicon.SIGNS,
}
_DOLLARS: Final = {"us": "USD", "mx": "MXN", "c": "?", "ca": "?", "hk": "?", "a": "?", "au": "?"}
_MINOR: Final = wordset(lexicon.MINOR) | {"¢"}
_COUNTED: Final = wordset(lexicon.COUNTED) | {"%", "°"}
_COUNTED_BEFORE: Final = wordset(lexicon.COUNTED_BEFORE) | {"#", "№"}
_SCORES: Final = wordset("score fico")
_IS: Final = wordset("is of at ist es")
_STREETS: Final = wordset(lexicon.STREETS)
_MONTHS: Final = wordset(lexicon.MONTHS)
_YEAR_LINKS: Final = wordset(lexicon.YEAR_LINKS)
_FORMULA: Final = frozenset("=*^\\")
_SEPARATORS: Final = frozenset(";|&@_")
_SENTENCE_SIGNS: Final = frozenset(",.;!?()")
_NEGATIVE_AFTER: Final = frozenset("-$€£₹(")
_GLUED_ENDINGS: Final = frozenset(
    {"ish", "s", "er", "and", "or", "to", "max", "pm", "pw", "pcm", "pa"}
)
_ARABIC_PREFIXES: Final = frozenset({"ب", "ل", "و", "ف"})
_ASIDE_AFTER: Final = PhraseSet(lexicon.ASIDE_AFTER)
_ASIDE_BEFORE: Final = PhraseSet(lexicon.ASIDE_BEFORE)
_SMALL_WORDS: Final = wordset(
    "as for the a my our in to de en of zum als an cash efectivo bar عندي"
)
_NEGATORS: Final = wordset(lexicon.NEGATORS)
_PERIODS: Final = PhraseTable(lexicon.PERIODS)
_PERIOD_LINKS: Final = PhraseSet(lexicon.PERIOD_LINKS)
_BOUNDS_BEFORE: Final = PhraseTable({"max": lexicon.CEILING_BEFORE, "min": lexicon.FLOOR_BEFORE})
_BOUNDS_AFTER: Final = PhraseTable({"max": lexicon.CEILING_AFTER, "min": lexicon.FLOOR_AFTER})
_SOFTENERS: Final = PhraseSet(lexicon.SOFTENERS)
_NOT_BEFORE: Final = PhraseSet(lexicon.NOT_BEFORE)


class Mark(NamedTuple):
    """An amount, its role, and its surroundings; ``first``/``last`` are its tokens with those."""

    amount: Amount
    role: str
    first: int
    last: int
    currency: str = ""
    period: str = ""
    bound: str = ""  # "max" | "min"
    band: bool = False  # "in the 400s"
    denied: bool = False  # "not 400"

    @property
    def value(self) -> Decimal:
        """The amount with its scale words applied."""
        return self.amount.value


def marks(speech: Speech) -> list[Mark]:
    """Every amount of a text, marked."""
    found: list[Mark] = []
    for amount in _with_single_coins(speech, amounts(speech)):
        found.append(_mark(speech, amount, found[-1].last if found else 0))
    return _joined_cents(speech, found)


def _with_single_coins(speech: Speech, found: list[Amount]) -> list[Amount]:
    """ "a dollar" is one."""
    coins = [
        Amount(ONE, ONE, ONE, token.start, token.end, at, at + 1, words=True)
        for at, token in enumerate(speech.tokens)
        if speech.kind(at) == ARTICLE
        and speech.is_word(at + 1)
        and speech.text(at + 1) in _CURRENCY
        and speech.kind(at - 1) not in (HALF, QUARTER)
        and speech.text(at - 1) != "of"
    ]
    return sorted(found + coins, key=lambda amount: amount.first) if coins else found


def _mark(speech: Speech, amount: Amount, free: int) -> Mark:
    """``free`` is the first token that no earlier amount has taken."""
    first, last, currency = _currency(speech, amount, free)
    role = _spoilt(speech, amount, first, free) or _counts_something(speech, amount, first, last)
    mark = Mark(amount, role or BARE, first, last, currency)
    if role:
        return mark
    mark = _with_period(speech, mark)
    if currency or mark.period or amount.scale >= THOUSAND or _thousands(amount):
        mark = mark._replace(role=MONEY)
    mark = _with_bounds(speech, mark)
    return mark._replace(role=OTHER) if _is_beside_the_price(speech, mark) else mark


def _is_beside_the_price(speech: Speech, mark: Mark) -> bool:
    """80k down, an income of 90k, Eigenkapital 60.000: money, but no budget."""
    at = mark.last
    while speech.text(at) in _SMALL_WORDS:
        at += 1
    if _ASIDE_AFTER.starts(speech, at) and speech.text(at + 1) not in ("to", "from"):
        return True
    at = mark.first
    while _SOFTENERS.ends(speech, at) or speech.text(at - 1) in (":", *_CURRENCY):
        at -= _SOFTENERS.ends(speech, at) or 1
    return _ASIDE_BEFORE.ends(speech, at) > 0


def _thousands(amount: Amount) -> bool:
    return amount.grouped and amount.value >= THOUSAND


def _currency(speech: Speech, amount: Amount, free: int) -> tuple[int, int, str]:
    first, (last, code) = amount.first, _currency_after(speech, amount)
    before = first - 1 - (speech.text(first - 1) == ".")
    if before >= free and speech.text(before) in _CURRENCY:
        code, first = code or _code(speech, before), before
        if speech.text(before) == "$" and speech.text(before - 1) in _DOLLARS:
            code, first = _DOLLARS[speech.text(before - 1)], before - 1
    return first, last, code


def _currency_after(speech: Speech, amount: Amount) -> tuple[int, str]:
    last = amount.last
    word = speech.text(last)
    if word in _DOLLARS and speech.text(last + 1) == "$":
        return last + 2, _DOLLARS[word]
    if word in lexicon.SIGNS and speech.is_number(last + 1) and speech.tight(last):
        return (last + 1, _code(speech, last)) if speech.tight(last - 1) else (last, "")
    if word in _CURRENCY:
        return last + 1, _code(speech, last)
    return (last + 1, "minor") if _is_minor(speech, last, amount) else (last, "")


def _code(speech: Speech, at: int) -> str:
    """The currency named here; a dollar sign means the country's own where it has dollars."""
    word = speech.text(at)
    if word == "$":
        return "local" if speech.country in ("US", "MX", "CA", "AU") else "USD"
    return word.upper() if _CURRENCY[word] == "?" else _CURRENCY[word]


def _is_minor(speech: Speech, at: int, amount: Amount) -> bool:
    word = speech.text(at)
    if word not in _MINOR or (len(word) == 1 and speech.text(at + 1) == "."):
        return False
    return len(word) > 1 or word == "¢" or (amount.scale == ONE and amount.value < 100)


def _spoilt(speech: Speech, amount: Amount, first: int, free: int) -> str:
    if amount.bad or (amount.value >= Decimal(2**53)) or _is_scientific(speech, amount):
        return SPOILT
    if " " in speech.text(amount.first) and speech.is_number(amount.first - 1):
        return SPOILT  # "4 50 000"
    before, after = speech.text(first - 1), speech.text(amount.last)
    if _spoils(before, tight=speech.tight(first - 1)):
        return SPOILT
    if _spoils(after, tight=speech.tight(amount.last - 1)):
        return SPOILT
    if before == "-" and speech.tight(first - 1):
        opens = first < 2 or not (speech.tight(first - 2) or speech.is_number(first - 2))
        signed = first - 2 >= free and speech.text(first - 2) in _NEGATIVE_AFTER
        return SPOILT if opens or signed else ""
    plus = before == "+" and speech.tight(first - 1)
    return SPOILT if plus and (first < 2 or speech.is_number(first - 2)) else ""


def _is_scientific(speech: Speech, amount: Amount) -> bool:
    """4.5e5"""
    at = amount.last
    glued = speech.tight(at - 1) and speech.tight(at)
    return glued and speech.text(at) == "e" and speech.is_number(at + 1)


def _spoils(sign: str, *, tight: bool) -> bool:
    return bool(sign) and (sign in _FORMULA or (tight and sign in _SEPARATORS))


def _counts_something(speech: Speech, amount: Amount, first: int, last: int) -> str:
    if first != amount.first or (last != amount.last):
        return ""  # it has a currency
    if _is_label(speech, amount) or _is_date_or_time(speech, amount):
        return OTHER
    following = speech.text(amount.last + (speech.text(amount.last) == "-"))
    if amount.scale >= THOUSAND:
        return OTHER if following in _COUNTED and not _may_be_period(speech, amount) else ""
    if following in _COUNTED or _street_follows(speech, amount.last):
        return "" if _may_be_period(speech, amount) else OTHER
    if speech.tight(amount.last - 1) and speech.is_word(amount.last):
        return "" if following in _GLUED_ENDINGS else OTHER
    return ""


def _may_be_period(speech: Speech, amount: Amount) -> bool:
    """ "1500 month" is rent, "3 months" is time."""
    if amount.value < 100:
        return False
    if speech.text(amount.last) in ("pm", "min"):
        return True  # "1800 min" is the least, and no minutes
    return _PERIODS.starts(speech, amount.last).length > 0


def _is_label(speech: Speech, amount: Amount) -> bool:
    before = speech.text(amount.first - 1)
    if not before:
        return False
    if speech.tight(amount.first - 1) and speech.is_word(amount.first - 1):
        return before not in _ARABIC_PREFIXES and not amount.words
    if before in _IS and speech.text(amount.first - 2) in _SCORES:
        return True
    return before in _COUNTED_BEFORE or before.endswith(("straße", "strasse"))


def _is_date_or_time(speech: Speech, amount: Amount) -> bool:
    before, after = speech.text(amount.first - 1), speech.text(amount.last)
    if ":" in (before, after):
        number_before = speech.is_number(amount.first - 2) and speech.tight(amount.first - 1)
        return number_before or (speech.tight(amount.last) and speech.is_number(amount.last + 1))
    if "/" in (before, after) and amount.value < 100 and amount.scale == ONE:
        return speech.is_number(amount.first - 2) or speech.is_number(amount.last + 1)
    if amount.scale > ONE or amount.words:
        return False
    if before in _MONTHS or after in _MONTHS:
        return amount.value < 32 or 1900 <= amount.value <= 2100
    return before in _YEAR_LINKS and 2020 <= amount.value <= 2050


def _street_follows(speech: Speech, at: int) -> bool:
    return speech.is_word(at) and not _STREETS.isdisjoint(speech.texts(at + 1, at + 3))


def _with_period(speech: Speech, mark: Mark) -> Mark:
    at = mark.last
    for _ in range(3):
        period = _PERIODS.starts(speech, at)
        if period.length:
            return mark._replace(period=period.key, last=at + period.length)
        step = _PERIOD_LINKS.starts(speech, at)
        if not step:
            break
        at += step
    if speech.text(mark.last) == "pm" and mark.value >= 100:
        return mark._replace(period="month", last=mark.last + 1)
    return mark


def _with_bounds(speech: Speech, mark: Mark) -> Mark:
    if speech.text(mark.last) == "s" and speech.tight(mark.last - 1):
        mark = mark._replace(band=True)
    at = mark.first
    for _ in range(3):
        bound = _BOUNDS_BEFORE.ends(speech, at)
        if bound.length and not _is_of_another(speech, at - bound.length, mark):
            return mark._replace(bound=_unless_denied(speech, bound, at), first=at - bound.length)
        step = _SOFTENERS.ends(speech, at) or (speech.text(at - 1) in (":", "(", ","))
        if not step:
            break
        at -= step
    if _NOT_BEFORE.ends(speech, mark.first):
        mark = mark._replace(denied=True)
    return _with_bound_after(speech, mark)


def _is_of_another(speech: Speech, at: int, mark: Mark) -> bool:
    """The "min" of "1500 min 1800 max" belongs to the figure before it."""
    return speech.is_figure(at - 1) and _BOUNDS_AFTER.starts(speech, mark.last).length > 0


def _unless_denied(speech: Speech, bound: Found, at: int) -> str:
    """ "Nothing over 500k" is a ceiling, "not under 300k" a floor."""
    denied = False
    for word in reversed(speech.texts(at - bound.length - 4, at - bound.length)):
        if word in _SENTENCE_SIGNS:
            break
        denied = denied or word in _NEGATORS
    return {"max": "min", "min": "max"}[bound.key] if denied else bound.key


def _with_bound_after(speech: Speech, mark: Mark) -> Mark:
    at = mark.last + (speech.text(mark.last) in (",", "("))
    bound = _BOUNDS_AFTER.starts(speech, at)
    sum_of_two = speech.text(at) in ("+", "plus") and at + 1 < len(speech.words)
    if not bound.length or (sum_of_two and speech.text(at + 1) not in _SENTENCE_SIGNS):
        return mark
    return mark._replace(bound=bound.key, last=at + bound.length)


def _joined_cents(speech: Speech, found: list[Mark]) -> list[Mark]:
    """ "20 dollars and 43 cents" is one amount; cents alone are nobody's budget."""
    joined: list[Mark] = []
    for mark in found:
        whole = joined[-1] if joined else None
        if whole is not None and _are_its_cents(speech, whole, mark):
            joined[-1] = _with_cents(whole, mark)
        elif mark.currency == "minor":
            joined.append(mark._replace(role=OTHER))
        else:
            joined.append(mark)
    return joined


def _are_its_cents(speech: Speech, whole: Mark, mark: Mark) -> bool:
    if whole.currency in ("", "minor") or whole.amount.scale > ONE or whole.amount.decimals:
        return False
    if not 0 < mark.value < 100 or mark.amount.scale > ONE or mark.amount.decimals:
        return False
    between = speech.texts(whole.last, mark.first)
    if between not in ((), ("and",), ("y",), ("und",), ("con",)):
        return False
    ends = mark.last >= len(speech.tokens) or speech.tokens[mark.last].kind == SIGN
    return mark.currency == "minor" or (mark.role == BARE and ends)


def _with_cents(whole: Mark, mark: Mark) -> Mark:
    value = whole.value + mark.value / 100
    amount = whole.amount._replace(value=value, mantissa=value, end=mark.amount.end, decimals=True)
    return whole._replace(amount=amount, last=mark.last)
