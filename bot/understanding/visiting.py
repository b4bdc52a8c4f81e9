"""The wish to see a home on a day, told in passing: "tour saturday 11", "visita el sábado"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from typing import Final

from bot.understanding.lexicon import lists as lexicon
from bot.understanding.negation import negated
from bot.understanding.types import Reading, Slot
from bot.understanding.words import Hit, Phrases, Words, cut

SEEN: Final = frozenset({"tour", "visit"})  # the options that are a visit
NEAR: Final = 5  # words between the visit and its day
MOST: Final = 4  # of the visits in a message that are looked at
_VISITS: Final = Phrases({"visit": lexicon.VISITS})
_NO_VISITS: Final = Phrases({"no": lexicon.NO_VISITS})

Times = Callable[[str], list[Reading]]  # days and times in running text


def find(text: str, slot: Slot, times: Times) -> list[Reading]:
    """The option that a visit with its day or time means."""
    if slot.time_means not in SEEN:
        return []
    for piece in islice(_pieces(cut(text)), MOST):
        start = piece[0]
        said = cut(piece[1])
        for hit in _VISITS.find(said):
            for time in times(said.text):
                if _near(said, hit, time):
                    first, last = said.span(hit.first, hit.last)
                    span = min(first, time.span[0]), max(last, time.span[1])
                    when = {"when": text}
                    return [
                        Reading(
                            slot.time_means, span=(span[0] + start, span[1] + start), extra=when
                        )
                    ]
    return []


def _pieces(words: Words) -> Iterator[tuple[int, str]]:
    """What stands between commas and full stops and may tell of a visit, with where it begins."""
    joints = [at for at in range(1, len(words)) if words.breaks[at]]
    for first, last in pairwise([0, *joints, len(words)]):
        if first == last:
            continue
        start, end = words.span(first, last)
        behind = words.starts[last] if last < len(words) else len(words.text)
        piece = words.text[start:end]
        if "?" not in words.text[end:behind] and _tells_of_a_visit(cut(piece)):
            yield start, piece


def _tells_of_a_visit(words: Words) -> bool:
    hits = _VISITS.find(words)
    if not hits or _NO_VISITS.find(words):
        return False
    return not any(negated(words, hit.first, hit.last) for hit in hits)


def _near(words: Words, hit: Hit, time: Reading) -> bool:
    """Do the visit and its day stand close together?"""
    first, last = words.span(hit.first, hit.last)
    between = words.text[last : time.span[0]] if last <= time.span[0] else ""
    between = between or words.text[time.span[1] : first]
    return len(between.split()) <= NEAR
