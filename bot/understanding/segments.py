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
from bot.understanding.lexicon.grammar import NEGATES
from bot.understanding.lexicon.lists import BETWEEN, NOTHING, OWNED
from bot.understanding.normalise import fold
from bot.understanding.option_book import book_of
from bot.understanding.scene import Scene
from bot.understanding.types import Fill, Reading, Slot
from bot.understanding.volunteering import MOST_PIECES, Span, find, overlaps
from bot.understanding.words import Words, cut

_BETWEEN: Final = frozenset(cut(BETWEEN).words)
_OWNED: Final = frozenset(cut(OWNED).words)
_DENIALS: Final = NEGATES | frozenset(cut(NOTHING).words)
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
    for piece in pieces:
        for fill in _left_over(scene, piece, taken, used):
            taken.add(fill.field)
            used.append(fill.reading.span)
            yield fill
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


def _left_over(scene: Scene, piece: Span, taken: set[str], used: list[Span]) -> Iterator[Fill]:
    """The button's words in "Round Rock 3 beds 450k cash": without commas they count where all
    the rest is values too, or says nothing."""
    runs = list(_runs(scene.words, piece, used))
    if scene.words.asks or runs == [piece]:
        return
    reach = any(
        _CONTACT.search(scene.words.text[start:end]) for start, end in _within(piece, used)
    )
    found: list[Fill] = []
    for run in runs:
        meant = _buttons(scene, run, taken, by_contact=reach)
        if len(meant) != 1 or _is_denied(scene.words, run, piece):
            return
        found += meant
    if len({fill.field for fill in found}) == len(found):
        yield from found


def _is_denied(words: Words, run: Span, piece: Span) -> bool:
    """ "Nothing signed", and "al contado no" at the end of a piece."""
    for word, start, end in zip(words.words, words.starts, words.ends, strict=True):
        before = end + 1 == run[0] and start >= piece[0]
        behind = start == run[1] + 1 and end == piece[1]
        if (before or behind) and word in _DENIALS:
            return True
    return False


def _runs(words: Words, piece: Span, used: list[Span]) -> Iterator[Span]:
    """The words of a piece that belong to nothing yet, as far as they stand together."""
    run: list[int] = []
    for at, start in enumerate(words.starts):
        if not piece[0] <= start < piece[1]:
            continue
        if overlaps((start, words.ends[at]), used):
            yield from _bare(words, run)
            run = []
        else:
            run.append(at)
    yield from _bare(words, run)


def _bare(words: Words, run: list[int]) -> Iterator[Span]:
    """A run of words without those at its ends that say nothing: "and", "please"."""
    said = [at for at in run if words.words[at] not in _BETWEEN]
    if said:
        yield words.span(said[0], said[-1] + 1)


def _within(piece: Span, used: list[Span]) -> list[Span]:
    return [span for span in used if piece[0] <= span[0] < piece[1]]


def _buttons(scene: Scene, run: Span, taken: set[str], *, by_contact: bool) -> list[Fill]:
    """The questions of which these words are a button. A call may be said of the number beside
    it, and how soon of anything."""
    text = scene.words.text[slice(*run)]
    found = []
    for slot in scene.slots:
        if slot.kind != "choice" or slot.field in taken or (by_contact and slot.time_means):
            continue
        if book_of(slot).is_timeline or WORDS.issuperset(cut(text).words):  # "for now"
            continue
        reading = _label(text, slot, run)
        if reading is not None:
            found.append(Fill(slot.field, slot.id, reading, scene.text))
    return found


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
    brief = brief and _OWNED.isdisjoint(cut(text).words)  # "we have 90k cash" is what they have
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
