"""Numbers of things: bedrooms, rooms, people, pieces, stars, deals.

The slot's unit says what is counted and so which nouns may follow the number and which figures are
possible. Two numbers are a minimum and more: "two or three" is 2, with low 2 and high 3. "Studio"
is no bedroom, "just me" one person, "first one" no deal so far, غرفة وصالة one bedroom.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from bot.understanding.answers import stance
from bot.understanding.lexicon import quantities as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.likeliest import is_denied, last_said, likeliest
from bot.understanding.numerals import Amount, amounts
from bot.understanding.phraseset import PhraseSet, PhraseTable
from bot.understanding.speech import Speech, listen
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.vocabulary import ARTICLE, compound

_UNITS: Final = {
    "beds": "bedrooms", "beds_min": "bedrooms", "rooms": "rooms", "rooms_min": "rooms",
    "team_size": "people", "units": "pieces", "rating": "stars", "deals_done": "deals",
}  # fmt: skip
_BOUNDS: Final = {
    "bedrooms": (0, 20),
    "rooms": (0, 30),
    "stars": (1, 5),
    "deals": (0, 10_000),
    "people": (0, 10_000_000),
    "pieces": (0, 100_000_000),
}
_MOST_STARS: Final = 5
_LARGEST: Final = 2**53
_OF_ANOTHER_KIND: Final = 100  # so many behind "2 bedrooms to …" count something else
_NOUNS: Final = {
    "": PhraseSet(*lexicon.NOUNS.values()),
    **{unit: PhraseSet(words) for unit, words in lexicon.NOUNS.items()},
}
_PHRASES: Final = {
    "": PhraseTable(lexicon.ANY_PHRASES, lexicon.PHRASES["bedrooms"], lexicon.PHRASES["people"]),
    **{unit: PhraseTable(phrases) for unit, phrases in lexicon.PHRASES.items()},
}
_OTHER: Final = PhraseSet(lexicon.OTHER_NOUNS)
_NOTHING_ELSE: Final = PhraseSet(lexicon.NOTHING_ELSE)
_TIES: Final = wordset(lexicon.TIES)
_UP_TO: Final = wordset("bis oder o a")
_ANDS: Final = wordset("and y e und و")
_NOT: Final = wordset(lexicon.NOT)
_OPENERS: Final = PhraseSet(lexicon.MIN_WORDS)
_MORE_THAN: Final = PhraseSet(lexicon.MORE_THAN)
_AT_MOST: Final = PhraseSet(lexicon.AT_MOST)
_BUT_ONLY: Final = PhraseSet(lexicon.BUT_ONLY)
_NO_HEADS: Final = PhraseSet(lexicon.NO_HEADS, lexicon.OTHER_NOUNS, lexicon.SO_AFTER)
_ADDS: Final = wordset("and & + plus y e und و")
_TOTAL: Final = PhraseSet(lexicon.TOTAL)
_FOR: Final = wordset(lexicon.FOR)
_TO: Final = wordset(lexicon.TO)
_ANY: Final = PhraseSet(lexicon.ANY)
_HOUSING: Final = frozenset({"bedrooms", "rooms"})
_HEADS_BEFORE: Final = PhraseSet(lexicon.HEADS_BEFORE)
_OR_MORE: Final = PhraseSet(lexicon.OR_MORE)
_STARS: Final = frozenset("★⭐☆🌟")
_ME: Final = wordset("me myself i yo ich أنا انا")
_GOES_ON: Final = wordset("if ideally maybe max at or to wenn maximal si quizás")
_PLUS: Final = wordset("and plus y con und mit + و")
_FORMULA: Final = frozenset("=*^@;:")
_MONEY_SIGNS: Final = frozenset("$€£₹#=*^;:@")
_SHORT_REPLY: Final = 6
NONE_BUT: Final = "number.none_but"  # "none here, 4 in Ohio": the question is put again
BEYOND: Final = "number.beyond"
_COUNTED: Final = 1000  # figures from here on are a postcode, a size, a price or a phone number
NEAR: Final = 3  # tokens between a "don't" and the "more than" that it turns


class _Found(NamedTuple):
    value: Decimal
    first: int
    last: int
    named: bool  # a noun of the unit follows
    sure: bool = True
    high: Decimal | None = None


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:
    """The answer to an open question about a number."""
    speech = listen(text, around)
    unit = _unit(slot)
    found = _candidates(speech, unit)
    if found is None:
        return None
    places = [(it.first, it.last, it.value) for it in found]
    found = [found[at] for at in last_said(speech, list(range(len(found))), places)]
    found = _heads(speech, found) if unit == "people" else found
    if unit not in _HOUSING and {bool(it.value) for it in found} == {False, True}:
        return Reading(None, ask=NONE_BUT)
    named = [it for it in found if it.named]
    chosen = named or found
    if not chosen:
        return _refusal(speech, text, unit)
    if unit == "people" and len(chosen) == 1 and _is_beside_me(speech, chosen[0]):
        chosen = [chosen[0]._replace(value=chosen[0].value + 1, sure=False)]
    chosen = _within_a_range(chosen)
    if len({it.value for it in chosen}) > 1:
        spans = [(it.first, it.last, it.value) for it in found]
        at = likeliest(speech, spans, unit)
        return None if at is None else _reading(speech, found[at]._replace(sure=False), slot, unit)
    return _reading(speech, chosen[0], slot, unit) or _beyond(speech, chosen[0], slot, unit)


def _heads(speech: Speech, found: list[_Found]) -> list[_Found]:
    """ "500 employees but only 10 would use it" is 10, "5 agents and 2 admins" are 7."""
    only = [
        it for it in found if _BUT_ONLY.ends(speech, it.first) or _TOTAL.starts(speech, it.last)
    ]
    if len(only) == 1:
        return only
    if len(found) == 2 and all(_counts_heads(speech, it) for it in found):
        return _together(speech, found[0], found[1])
    return found


def _together(speech: Speech, first: _Found, second: _Found) -> list[_Found]:
    """Two kinds of people: added where an "and" joins them, else both may be meant."""
    joint = speech.words[first.last + (not first.named) : second.first]
    if joint and _ADDS.issuperset(joint):
        value = first.value + second.value
        return [_Found(value, first.first, second.last, named=True, sure=False)]
    return [first._replace(named=True), second._replace(named=True)]


def _counts_heads(speech: Speech, found: _Found) -> bool:
    """Is a number followed by who they are, and no range?"""
    if found.high is not None:
        return False
    return found.named or (speech.is_word(found.last) and not _NO_HEADS.starts(speech, found.last))


def _is_beside_me(speech: Speech, found: _Found) -> bool:
    """ "Me and 2 others" are three."""
    before = speech.words[: found.first]
    return len(before) in (2, 3) and before[0] in _ME and before[1] in _PLUS and not found.named


def _within_a_range(chosen: list[_Found]) -> list[_Found]:
    """ "3 or 4, ideally 4" is the range."""
    ranges = [it for it in chosen if it.high is not None]
    if len(ranges) != 1:
        return chosen
    low, high = ranges[0].value, ranges[0].high or ranges[0].value
    return ranges if all(low <= it.value <= high for it in chosen) else chosen


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """Numbers of this unit inside running text: only those with their noun, or a studio."""
    speech = listen(text, around)
    unit = _unit(slot)
    found = [it for it in _candidates(speech, unit) or () if it.named]
    if unit not in _HOUSING:  # "just me" and "none" answer what was asked
        figures = [amount.first for amount in amounts(speech)]
        found = [it for it in found if any(it.first <= at < it.last for at in figures)]
    if len({it.value for it in found}) != 1:
        return []
    reading = _reading(speech, found[0], slot, unit)
    return [reading] if reading is not None and reading.value is not None else []


def _unit(slot: Slot) -> str:
    return slot.unit or _UNITS.get(slot.field, "")


def _with_phrases(speech: Speech, unit: str, found: list[_Found]) -> list[_Found]:
    """A studio, غرفتين, "just me": numbers without a numeral."""
    table = _PHRASES.get(unit)
    for at, phrase in table.places(speech) if table is not None else ():
        last = at + phrase.length
        taken = [it for it in found if it.first < last and at < it.last]
        if _NOTHING_ELSE.starts(speech, at) and found:
            continue  # "2 nada más"
        if any(it.named and it.last - it.first >= phrase.length for it in taken):
            continue
        if unit in _HOUSING or len(speech.words) <= _SHORT_REPLY + phrase.length:
            found = [it for it in found if it not in taken]
            found.append(_Found(Decimal(phrase.key), at, last, named=True))
    return sorted(found, key=lambda it: it.first)


def _candidates(speech: Speech, unit: str) -> list[_Found] | None:
    """The numbers that may answer; None where the text holds what nobody counts with."""
    found: list[_Found] = []
    for amount in amounts(speech):
        if amount.bad or amount.value >= _LARGEST:
            return None
        it = _as_count(speech, amount, unit)
        if it is not None:
            found.append(it)
    found += _compounds(speech, unit) + _single_ones(speech, unit) + _drawn_stars(speech, unit)
    found = _with_phrases(speech, unit, found)
    meant = [it for it in found if not is_denied(speech, it.first)]
    if _is_phone_like(speech, found) or (found and not meant):
        return None
    return _ranges(speech, meant, unit)


def _as_count(speech: Speech, amount: Amount, unit: str) -> _Found | None:
    before, after = speech.text(amount.first - 1), speech.text(amount.last)
    if before in _MONEY_SIGNS or after in _FORMULA or _negative(speech, amount):
        return None
    at = amount.last + (after in ("+", "-") and speech.text(amount.last + 1) not in ("", "."))
    noun = _noun(speech, at, unit)
    if not noun and (_counts_else(speech, at, unit) or _chat_speak(speech, amount)):
        return None
    heads = unit in _HOUSING and _HEADS_BEFORE.ends(speech, amount.first)
    if not noun and (heads or _is_label(speech, amount)):
        return None
    beyond = _MORE_THAN.ends(speech, amount.first)
    least = amount.first - beyond
    needless = beyond > 0 and not _NOT.isdisjoint(speech.texts(least - NEAR, least))
    most = needless or _AT_MOST.ends(speech, amount.first) > 0
    more = not most and beyond > 0 and unit in _HOUSING
    value = amount.value + 1 if more else amount.value
    doubtful = more or amount.vague or most or noun < 0
    return _Found(
        value, amount.first, at + abs(noun) if noun else amount.last, noun != 0, not doubtful
    )


def _counts_else(speech: Speech, at: int, unit: str) -> bool:
    """2 baths, "2 or more baths", and "3 min", which are minutes only if something follows."""
    last = speech.text(at) == "min" and at + 1 == len(speech.words)
    behind = at + _OR_MORE.starts(speech, at)
    return _OTHER.starts(speech, behind) > 0 and not (last and unit in _HOUSING)


def _noun(speech: Speech, at: int, unit: str) -> int:
    """How many tokens the unit's noun has here; negative if it is the neighbouring unit's."""
    own = _NOUNS.get(unit)
    found = own.starts(speech, at) if own else 0
    if found:
        return found
    if unit == "rooms":
        return -_NOUNS["bedrooms"].starts(speech, at)
    return -_NOUNS["rooms"].starts(speech, at) if unit == "bedrooms" else 0


def _negative(speech: Speech, amount: Amount) -> bool:
    at = amount.first - 1
    if speech.text(at) != "-" or not speech.tight(at):
        return False
    return at == 0 or not (speech.tight(at - 1) or speech.is_number(at - 1))


def _chat_speak(speech: Speech, amount: Amount) -> bool:
    """The 4 of "looking 4 a house" and the 2 of "want 2 buy"."""
    if amount.words or amount.first == 0:
        return False
    digits, after = speech.text(amount.first), speech.text(amount.last)
    return (digits == "4" and after in _FOR) or (digits == "2" and after in _TO)


def _is_label(speech: Speech, amount: Amount) -> bool:
    """Digits grown onto a word, "4417" of a street, an unknown thing such as "5k"."""
    if speech.tight(amount.first - 1) and speech.is_word(amount.first - 1):
        return True
    tight = speech.tight(amount.last - 1) and speech.is_word(amount.last)
    return tight and speech.text(amount.last) not in ("ish", "or", "plus", "x", "and")


def _compounds(speech: Speech, unit: str) -> list[_Found]:
    """Zweizimmerwohnung, Dreizimmer."""
    if unit not in _HOUSING or not speech.german:
        return []
    found = []
    for at, word in enumerate(speech.words):
        stem, mark, _ = word.partition("zimmer")
        value = compound(stem) if mark and stem and stem != "schlaf" else None
        if value is not None:
            found.append(_Found(value, at, at + 1, named=True))
    return found


def _single_ones(speech: Speech, unit: str) -> list[_Found]:
    """un dormitorio, ein Zimmer, the first of "ein bis zwei", and "una" as the whole answer."""
    if unit not in _HOUSING or speech.lang not in ("es", "de"):
        return []
    found = []
    for at in range(len(speech.words)):
        noun = abs(_noun(speech, at + 1, unit)) if speech.kind(at) == ARTICLE else 0
        alone = speech.kind(at) == ARTICLE and (
            len(speech.words) == 1 or _opens_a_range(speech, at)
        )
        if noun or alone:
            found.append(_Found(Decimal(1), at, at + 1 + noun, named=noun > 0))
    return found


def _opens_a_range(speech: Speech, at: int) -> bool:
    return speech.text(at + 1) in _UP_TO and any(it.first == at + 2 for it in amounts(speech))


def _drawn_stars(speech: Speech, unit: str) -> list[_Found]:
    """★★★★"""
    drawn = [at for at, word in enumerate(speech.words) if set(word) <= _STARS]
    if unit != "stars" or not drawn:
        return []
    many = sum(len(speech.words[at]) for at in drawn)
    return [_Found(Decimal(many), drawn[0], drawn[-1] + 1, named=True)]


def _is_phone_like(speech: Speech, found: list[_Found]) -> bool:
    tied = [speech.words[a.last : b.first] == ("-",) for a, b in pairwise(found)]
    return len(found) > 2 and any(a and b for a, b in pairwise(tied))


def _ranges(speech: Speech, found: list[_Found], unit: str) -> list[_Found]:
    """ "two or three", "3-4", "2 bis 3 Zimmer", "dos o tres": the lower one, with the higher."""
    merged: list[_Found] = []
    for it in found:
        last = merged[-1] if merged else None
        if last is not None and last.high is None and _tied(speech, last, it):
            low, high = sorted((last.value, it.value))
            if speech.words[last.last : it.first] == ("/",):
                if unit == "stars" and it.value != _MOST_STARS:
                    return []  # "4/10" is on another scale
                high = low = last.value  # "3/2" is three bedrooms, two baths; "4/5" four of five
            named = last.named or it.named
            merged[-1] = _Found(low, last.first, it.last, named, last.sure and it.sure, high)
        else:
            merged.append(it)
    return merged


def _tied(speech: Speech, first: _Found, second: _Found) -> bool:
    between = speech.words[first.last : second.first]
    if not between or len(between) > 3:
        return False
    if first.named and not second.named and second.value >= _OF_ANOTHER_KIND:
        return False  # "2 habitaciones hasta 400 mil"
    if between == (",",) and first.value < _OF_ANOTHER_KIND <= second.value:
        return False  # "3, 450k"
    if first.named and not second.named and between == (",",) and speech.is_word(second.last):
        return speech.text(second.last) in _GOES_ON  # "5 people, 2 offices"
    if _ANDS.issuperset(between):
        return _OPENERS.ends(speech, first.first) > 0
    return _TIES.issuperset(between)


def _reading(speech: Speech, found: _Found, slot: Slot, unit: str) -> Reading | None:
    least, most = _bounds(slot, unit)
    if not least <= found.value <= most or not _whole_enough(found.value, unit):
        return None
    span = speech.tokens[found.first].start, speech.tokens[found.last - 1].end
    value = _number(found.value)
    if found.high is None or found.high == found.value:
        return Reading(value, sure=found.sure, span=span)
    return Reading(value, low=value, high=_number(found.high), sure=found.sure, span=span)


def _bounds(slot: Slot, unit: str) -> tuple[float, float]:
    """The least and the most that can be meant."""
    lowest, highest = _BOUNDS.get(unit, (0, _LARGEST))
    least = slot.minimum if slot.minimum is not None else lowest
    most = slot.maximum if slot.maximum is not None else highest
    return least, most


def _beyond(speech: Speech, found: _Found, slot: Slot, unit: str) -> Reading | None:
    """A count and nothing else that cannot be meant: who gave a number is told which ones can."""
    least, most = _bounds(slot, unit)
    count = found.last - found.first + found.named
    if found.value >= _COUNTED or most >= _COUNTED or len(speech.tokens) > count:
        return None
    limits = {"least": str(_number(Decimal(least))), "most": str(_number(Decimal(most)))}
    return None if least <= found.value <= most else Reading(None, ask=BEYOND, ask_with=limits)


def _whole_enough(value: Decimal, unit: str) -> bool:
    """Half rooms exist, half people do not."""
    if value == int(value):
        return True
    return unit in ("rooms", "bedrooms", "stars", "") and value * 2 == int(value * 2)


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _refusal(speech: Speech, text: str, unit: str) -> Reading | None:
    attitude = stance(text) if len(speech.tokens) <= 2 * _SHORT_REPLY else ""
    declined = attitude in ("refuse", "unsure", "no") or (_ANY.found(speech) and unit in _HOUSING)
    return Reading(None, refused=True, span=(0, len(speech.plain))) if declined else None
