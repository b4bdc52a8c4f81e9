"""Which of several numbers in one answer is the number that was asked for.

"3 minimum, 2 boys aged 9 and 11" is 3: said to be the least. "4 of us but one couple so 3" is 3:
concluded. "6, 7 if you count the dog" is 6: the other one hangs on a condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from bot.understanding.lexicon import quantities as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import PhraseSet
from bot.understanding.speech import Speech

Place = tuple[int, int, Decimal]  # the first token, the one behind the last, the value

_LEAST_BEFORE: Final = PhraseSet(lexicon.LEAST_BEFORE)
_LEAST_AFTER: Final = PhraseSet(lexicon.LEAST_AFTER)
_SO_BEFORE: Final = PhraseSet(lexicon.SO_BEFORE)
_SO_AFTER: Final = PhraseSet(lexicon.SO_AFTER)
_CONDITIONS: Final = PhraseSet(lexicon.CONDITIONS)
_COMPANIONS: Final = PhraseSet(lexicon.COMPANIONS)
_HEADS_BEFORE: Final = PhraseSet(lexicon.HEADS_BEFORE)
_CORRECTS: Final = PhraseSet(lexicon.CORRECTS)
_SINCE: Final = PhraseSet(lexicon.SINCE)
_DENIED: Final = PhraseSet(lexicon.DENIED)
_SPANISH_NOT: Final = "no"
_TAKES_BACK: Final = wordset(lexicon.TAKES_BACK)
_BETWEEN: Final = _TAKES_BACK | wordset(lexicon.AROUND_TAKING_BACK)
_YEARS: Final = (1800, 2100)
_COUNTS_PEOPLE: Final = frozenset({"people", "pieces"})


def likeliest(speech: Speech, places: Sequence[Place], unit: str) -> int | None:
    """Which place holds the answer; None where two are as likely."""
    kept = [at for at, place in enumerate(places) if not _is_beside(speech, place, unit)]
    kept = last_said(speech, kept, places)
    for before, after in ((_LEAST_BEFORE, _LEAST_AFTER), (_SO_BEFORE, _SO_AFTER)):
        cued = [
            at
            for at in kept
            if before.ends(speech, places[at][0]) or after.starts(speech, places[at][1])
        ]
        if cued:
            return _only(cued, places)
    return _only(_without_ones(speech, kept, places), places)


def is_denied(speech: Speech, first: int) -> bool:
    """ "Not 10, 12", "no 3, 4": does a "not" stand right before this number?"""
    if speech.lang == "es" and first == 1 and speech.text(0) == _SPANISH_NOT:
        return True
    return _DENIED.ends(speech, first) > 0


def _takes_back(speech: Speech, start: int, end: int) -> bool:
    """ "20, no, 15": does a "no" between two figures take the first one back? In Spanish, right
    before a figure, it may as well mean "not"."""
    between = speech.texts(start, end)
    if _TAKES_BACK.isdisjoint(between) or not _BETWEEN.issuperset(between):
        return False
    return speech.lang != "es" or between[-1] != _SPANISH_NOT


def last_said(speech: Speech, kept: list[int], places: Sequence[Place]) -> list[int]:
    """ "Three, well no, two": what was said before the correction no longer counts."""
    for sign in _CORRECTS.places(speech):
        before = [at for at in kept if places[at][1] <= sign]
        later = [at for at in kept if places[at][0] >= sign]
        if before and later:
            kept = later
    for at in reversed(kept[1:]):
        if _takes_back(speech, places[at - 1][1], places[at][0]):
            return [later for later in kept if later >= at]
    return kept


def _only(kept: list[int], places: Sequence[Place]) -> int | None:
    return kept[0] if len({places[at][2] for at in kept}) == 1 else None


def _is_beside(speech: Speech, place: Place, unit: str) -> bool:
    """Is it a condition, a head count, an age or a year?"""
    first, last, value = place
    if _CONDITIONS.starts(speech, last):
        return True
    heads = _COMPANIONS.starts(speech, last) or _HEADS_BEFORE.ends(speech, first)
    if heads and unit not in _COUNTS_PEOPLE:
        return True
    is_year = _YEARS[0] <= value <= _YEARS[1] and last - first == 1
    return is_year and _SINCE.ends(speech, first) > 0


def _without_ones(speech: Speech, kept: list[int], places: Sequence[Place]) -> list[int]:
    """The "one" of "3 but one is tiny" counts nothing."""
    rest = [at for at in kept if speech.is_number(places[at][0]) or places[at][2] != 1]
    return rest or kept
