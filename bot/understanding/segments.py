"""Answers told as a list: "Round Rock, 3 beds, 450k, cash, need by june, Dan Poe 512-555-0101".

Between commas a value may stand alone, without the words that make it clear in running text. A
piece counts where it is a value through and through: a button's own label, an amount with its
unit, a listed area, a name right before a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bot.understanding import answers, kinds
from bot.understanding.lexicon.common import WORDS
from bot.understanding.normalise import fold
from bot.understanding.options import book_of
from bot.understanding.scene import Scene
from bot.understanding.types import Fill, Reading, Slot
from bot.understanding.volunteering import MOST_PIECES, Span, find, overlaps
from bot.understanding.words import cut

LONGEST: Final = 5  # words of a piece that is a value and nothing else
NAME_WORDS: Final = 3
LEAST: Final = {"sale": 20_000, "rent": 100}
_MARKED: Final = re.compile(
    r"[$£€₹]|\d ?(?:k|m|mil|mio|cr|crore|lakh|million|millones|tsd)\b|\d{3}00\b|\d{6}"
)

_CONTACT: Final = re.compile(r"@|(?:\d\D{0,2}){7}")  # a number or an address


def from_segments(scene: Scene, taken: set[str], used: list[Span]) -> Iterator[Fill]:
    """What stands alone between commas, for fields that are still empty."""
    pieces = list(_pieces(scene))
    for start, end in pieces:
        for slot in scene.slots:
            if slot.field in taken:
                continue
            reading = _read(scene, slot, (start, end), used, alone=len(pieces) == 1)
            if reading is not None and not overlaps(reading.span, used):
                taken.add(slot.field)
                used.append(reading.span)
                yield Fill(slot.field, slot.id, reading, scene.text)
                break


def _pieces(scene: Scene) -> Iterator[Span]:
    words = scene.words
    joints = [at for at in range(1, len(words)) if words.breaks[at]][:MOST_PIECES]
    for first, last in pairwise([0, *joints, len(words)]):
        if first < last:
            yield words.span(first, last)


def _read(
    scene: Scene, slot: Slot, piece: Span, used: list[Span], *, alone: bool
) -> Reading | None:
    if slot.kind == "name":
        return None if alone else _signature(scene, piece, used)
    text = scene.words.text[piece[0] : piece[1]]
    bare = not overlaps(piece, used)
    if slot.kind == "choice":
        return _label(text, slot, piece) if bare else None
    return None if alone else _value(scene, text, slot, piece[0], bare=bare)


def _label(text: str, slot: Slot, piece: Span) -> Reading | None:
    """A button's own words."""
    words = cut(text)
    if not 0 < len(words) <= LONGEST or answers.stance(text) or text.isdigit():
        return None
    value = book_of(slot).exact.get(" ".join(words.words), "")
    return Reading(value, span=piece) if value else None


def _value(scene: Scene, text: str, slot: Slot, start: int, *, bare: bool) -> Reading | None:
    """A value that shows by itself what it is; an amount may also stand quite alone."""
    found = find(text, slot, scene.around)
    brief = bare and len(cut(text)) <= LONGEST
    if not found and brief and slot.kind == "money" and _MARKED.search(text):
        reading = kinds.read("money", text, slot, scene.around)
        found = [reading] if reading is not None else []
    for reading in found:
        if reading.value is not None and _fits(reading, slot):
            return Reading(
                reading.value,
                low=reading.low,
                high=reading.high,
                sure=reading.sure,
                span=(reading.span[0] + start, reading.span[1] + start),
                extra=reading.extra,
            )
    return None


def _fits(reading: Reading, slot: Slot) -> bool:
    value = reading.value
    if slot.kind != "money" or not isinstance(value, int | float):
        return True
    return value >= LEAST.get(slot.unit, 0)


def _signature(scene: Scene, piece: Span, used: list[Span]) -> Reading | None:
    """A capitalised name right before a number or an address: "Dan Poe 512-555-0101"."""
    text = scene.words.text
    behind = [
        start
        for start, end in used
        if piece[0] < start < piece[1] and _CONTACT.search(text[start:end])
    ]
    if not behind:
        return None
    typed = fold(scene.text)[piece[0] : min(behind)].strip(" :-")
    words = typed.split()
    if not 0 < len(words) <= NAME_WORDS:
        return None
    capital = all(word[:1].isupper() and word.lower() not in WORDS for word in words)
    return Reading(typed, span=(piece[0], piece[0] + len(typed))) if capital else None
