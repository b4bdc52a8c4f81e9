"""A "no" that answers nothing: "no, it's 512-555-0178", "no wait, 460 not 450", "no, I said 450".

What stands behind it changes, or says again, what was answered before. To take such a "no" for the
answer to the open question would file an answer that nobody gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from bot.understanding import kinds
from bot.understanding.corrections import changes, corrections_in, fits
from bot.understanding.lexicon import takebacks as lexicon
from bot.understanding.scene import Scene
from bot.understanding.types import Fill, Reading, Slot
from bot.understanding.volunteering import Span, find, overlaps
from bot.understanding.words import Phrases, Words, cut

LONGEST: Final = 24  # words; a longer text tells more than a correction
FEW: Final = 4  # words behind the "no" that are nothing but a value said again
# Kinds whose values show by themselves; times are too vague.
PLAIN: Final = kinds.FIGURES | {"phone", "email", "area", "name", "address"}
_WRONG: Final = Phrases(lexicon.WRONG)


def behind_no(words: Words) -> int:
    """The word at which a text goes on behind a "no" that is no answer; 0 for other texts."""
    at = 0
    while at < len(words) and words.words[at] in lexicon.NOES:
        at += 1
    if not at or at == len(words) or len(words) > LONGEST:
        return 0
    word = words.words[at]
    if word in lexicon.GOES_ON or not (words.breaks[at] or word in lexicon.OPENS):
        return 0
    return at


def taken_back(scene: Scene) -> list[Fill]:
    """The answered fields that a text beginning with "no" changes or says again."""
    at = behind_no(scene.words)
    if not at or not scene.earlier:
        return []
    found = _this_not_that(scene, at) or [*_named(scene, at)] or _address(scene, at)
    return found or corrections_in(scene, None) or _said_again(scene, at)


def objects(words: Words) -> bool:
    """Is it a "no" that finds something wrong, whatever that is?"""
    return behind_no(words) > 0 and bool(_WRONG.find(words))


def _named(scene: Scene, at: int) -> Iterator[Fill]:
    """New values that show by themselves which field they belong to."""
    start, used = scene.words.starts[at], list[Span]()
    for slot in scene.earlier:
        for reading in find(scene.text, slot, scene.around) if slot.kind in PLAIN else ():
            free = reading.span[0] >= start and not overlaps(reading.span, used)
            if free and changes(reading, slot, scene):
                used.append(reading.span)
                yield _fill(scene, slot, reading)
                break


def _address(scene: Scene, at: int) -> list[Fill]:
    """ "No, 14 Oak St": an address that is all the rest and has a word of the other one, for "3
    offers already" would be one as well."""
    start = scene.words.starts[at]
    slot = next((slot for slot in scene.earlier if slot.kind == "address"), None)
    if slot is None:
        return []
    reading = kinds.read("address", scene.text[start:], slot, scene.around)
    if reading is None or not changes(reading, slot, scene):
        return []
    old, new = (_letters(value) for value in (scene.answered.get(slot.field), reading.value))
    if not old & new:
        return []
    return [_fill(scene, slot, replace(reading, span=(start, len(scene.words.text))))]


def _letters(address: Any) -> frozenset[str]:
    return frozenset(word for word in cut(str(address or "")).words if word.isalpha())


def _this_not_that(scene: Scene, at: int) -> list[Fill]:
    """ "460 not 450", where one of the two is what was answered."""
    words = scene.words
    middle = next((i for i in range(at + 1, len(words)) if words.words[i] in lexicon.NOT_BUT), 0)
    if not middle or middle + 1 == len(words):
        return []
    new, old = (
        words.text[slice(*words.span(*ends))] for ends in ((at, middle), (middle + 1, len(words)))
    )
    for slot in scene.earlier:
        known = scene.answered.get(slot.field)
        values = [_figure(scene, slot, text) for text in (new, old)]
        if values[0] is not None and values[0] != values[1] and known in values:
            return [_fill(scene, slot, Reading(values[0], span=(0, len(words.text))))]
    return []


def _said_again(scene: Scene, at: int) -> list[Fill]:
    """A value that is known already, and nothing else: no change, but an answer is owed."""
    words = scene.words
    if len(words) - at > FEW:
        return []
    last = words.text[words.starts[-1] :]
    for slot in scene.earlier:
        known = scene.answered.get(slot.field)
        found = find(scene.text, slot, scene.around) if slot.kind in PLAIN else []
        if any(reading.value == known for reading in found) or _figure(scene, slot, last) == known:
            return [_fill(scene, slot, Reading(known, span=(0, len(words.text))))]
    return []


def _figure(scene: Scene, slot: Slot, text: str) -> Any:
    """A bare figure as this question reads it, None where it is none of its."""
    if slot.kind not in kinds.FIGURES:
        return None
    reading = kinds.read(slot.kind, text, slot, scene.around)
    if reading is None or reading.ask or not fits(reading, slot):
        return None
    return reading.value


def _fill(scene: Scene, slot: Slot, reading: Reading) -> Fill:
    return Fill(slot.field, slot.id, reading, scene.text)
