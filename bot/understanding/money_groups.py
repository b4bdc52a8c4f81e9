"""The money in a text, put together: which figures are one range, which one corrects another."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon import money as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.money_marks import BARE, MONEY, OTHER, SPOILT, Mark, marks
from bot.understanding.numerals import MILLION
from bot.understanding.phraseset import PhraseSet
from bot.understanding.speech import Speech

RANGE, FIX, APART, UNCLEAR = "range", "fix", "apart", "unclear"
Group = tuple[Mark, ...]

_LINKS: Final = wordset(lexicon.LINKS)
_TIES: Final = wordset(lexicon.TIES)
_ANDS: Final = wordset(lexicon.ANDS)
_OPENERS: Final = wordset(lexicon.OPENERS)
_CORRECTIONS: Final = wordset(lexicon.CORRECTIONS)
_SAID: Final = PhraseSet(lexicon.SAID)
_SPANISH_NO: Final = "no"  # "450 no 500" may be "not 500" and "no, 500"
_FARTHEST: Final = 8


def groups(speech: Speech) -> list[Group] | None:
    """The figures that may be money, those of one range together; None if the text is spoilt."""
    found = marks(speech)
    if any(mark.role == SPOILT for mark in found):
        return None
    found = [mark for mark in found if not (mark.denied and mark.value == 1)]  # "not a euro more"
    kept = _without_loose_figures(speech, _counted_ranges(speech, found))
    return _grouped(speech, kept)


def _counted_ranges(speech: Speech, found: list[Mark]) -> list[Mark]:
    """The 3 of "3-4 bedrooms" counts bedrooms too."""
    result = list(found)
    for at in range(len(found) - 2, -1, -1):
        following = result[at + 1]
        if (
            found[at].role == BARE
            and following.role == OTHER
            and _tied(speech, found[at], following)
        ):
            result[at] = found[at]._replace(role=OTHER)
    return result


def _without_loose_figures(speech: Speech, found: list[Mark]) -> list[Mark]:
    """Beside an amount of money a bare number only stays if it is tied to it."""
    some = [mark for mark in found if mark.role in (MONEY, BARE)]
    if any(mark.role == MONEY for mark in some):
        return [
            mark
            for at, mark in enumerate(some)
            if mark.role == MONEY or _belongs(speech, some, at)
        ]
    if len(some) > 1:
        return [mark for at, mark in enumerate(some) if _is_more_than_a_word(speech, some, at)]
    return [mark for mark in some if not _small_word_in_a_sentence(speech, mark)]


def _is_more_than_a_word(speech: Speech, some: list[Mark], at: int) -> bool:
    """The "one" of "the nice one" goes, the "three" of "two fifty to three" stays."""
    if not some[at].amount.words or some[at].value >= 20:
        return True
    neighbours = [pair for pair in (some[at - 1 : at + 1], some[at : at + 2]) if len(pair) == 2]
    return any(_tied(speech, first, second) for first, second in neighbours)


def _belongs(speech: Speech, some: list[Mark], at: int) -> bool:
    before = some[at - 1] if at else None
    if before and before.role == MONEY and _link(speech, before, some[at]) != APART:
        return True
    after = some[at + 1] if at + 1 < len(some) else None
    if after is None or after.role != MONEY or _link(speech, some[at], after) == APART:
        return False
    return some[at].value < 1000 or after.amount.scale < MILLION  # "from 1987, to 10 million"


def _small_word_in_a_sentence(speech: Speech, mark: Mark) -> bool:
    """ "one" in "a nice one" is no amount; alone, "five" is."""
    words = [token for token in speech.tokens if token.kind != "s"]
    return mark.amount.words and mark.value < 20 and len(words) > mark.last - mark.first + 2


def _grouped(speech: Speech, found: list[Mark]) -> list[Group]:
    result: list[list[Mark]] = []
    for at, mark in enumerate(found):
        if at + 1 < len(found) and _SAID.ends(speech, mark.first):
            continue
        link = _link(speech, result[-1][-1], mark) if result else APART
        if link == FIX:
            result[-1] = [mark]
        elif mark.denied and link != UNCLEAR:
            continue
        elif link == RANGE:
            result[-1].append(mark)
        else:
            result.append([mark])
    return [tuple(group) for group in result]


def _link(speech: Speech, first: Mark, second: Mark) -> str:
    between = speech.texts(first.last, second.first)
    if len(between) > _FARTHEST:
        return APART
    if between[-1:] == (_SPANISH_NO,) and speech.lang == "es":
        return UNCLEAR
    if not _CORRECTIONS.isdisjoint(between):
        return FIX
    return RANGE if _is_range(speech, first, second, between) else APART


def _is_range(speech: Speech, first: Mark, second: Mark, between: tuple[str, ...]) -> bool:
    if {first.bound, second.bound} == {"min", "max"}:
        return True
    if not between:
        return bool(first.bound or second.bound)
    if not _LINKS.issuperset(between):
        return False
    mere_and = _ANDS.issuperset(between) and first.role != second.role
    return not mere_and or _opened(speech, first)


def _tied(speech: Speech, first: Mark, second: Mark) -> bool:
    between = speech.texts(first.last, second.first)
    if not between or len(between) > 2:
        return False
    if _TIES.issuperset(between):
        return True
    return _ANDS.issuperset(between) and _opened(speech, first)


def _opened(speech: Speech, mark: Mark) -> bool:
    return not _OPENERS.isdisjoint(speech.texts(mark.first - 2, mark.amount.first))
