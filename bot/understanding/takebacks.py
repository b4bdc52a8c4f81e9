"""A "no" that answers nothing: "no, it's 512-555-0178", "no wait, 460 not 450", "no, I said 450".

What stands behind it changes, or says again, what was answered before. To take such a "no" for the
answer to the open question would file an answer that nobody gave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from bot.understanding import kinds
from bot.understanding.corrections import (
    CONTACT,
    RECENT,
    changes,
    corrections_in,
    fits,
    renumbered,
)
from bot.understanding.lexicon import takebacks as lexicon
from bot.understanding.scene import Scene
from bot.understanding.types import Fill, Reading, Slot
from bot.understanding.volunteering import Span, find, overlaps
from bot.understanding.words import Phrases, Words, cut

LONGEST: Final = 24  # words; a longer text tells more than a correction
BRIEFEST: Final = 6  # words of two values and the "not" between them
LASTS: Final = frozenset({"lease_term"})  # asks how long
FEW: Final = 4  # words behind the "no" that are nothing but a value said again
# Kinds whose values show by themselves; times are too vague.
PLAIN: Final = kinds.FIGURES | {"phone", "email", "area", "name", "address"}
STATED: Final = kinds.FIGURES | {"area"}
_NUMBER: Final = re.compile(r"\d{1,5}[a-z]?")
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
    if not scene.earlier:
        return []
    at = behind_no(scene.words)
    if not at:
        return _not_that_but_this(scene) or _this_not_the_known(scene)
    found = _this_not_that(scene, at) or [*_named(scene, at)] or _address(scene, at)
    found = found or corrections_in(scene, None) or _said_again(scene, at)
    return found or _bare_figure(scene, at)


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
    at = _past_openers(words, at)
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
        house = _house(slot, str(known or ""), old, new)
        if house:
            return [_fill(scene, slot, Reading(house, span=(0, len(words.text))))]
    return []


def _house(slot: Slot, address: str, old: str, new: str) -> str:
    """ "14 not 12", where 12 is the number of the house."""
    if slot.kind != "address" or not (old.isdigit() and _NUMBER.fullmatch(new)):
        return ""
    changed = renumbered(address, old, new)
    return changed if changed != address else ""


def _not_that_but_this(scene: Scene) -> list[Fill]:
    """ "Not 450, 460", "no en Chamberí, en Retiro", where the first is what was answered."""
    words = scene.words
    middle = next((at for at in range(2, len(words)) if words.breaks[at]), 0)
    if not middle or len(words) > LONGEST or words.words[0] not in lexicon.NOT_BUT:
        return []
    old, new = (
        words.text[slice(*words.span(*ends))] for ends in ((1, middle), (middle, len(words)))
    )
    for slot in scene.earlier:
        known = scene.answered.get(slot.field)
        if slot.kind in STATED and known is not None and _value(scene, slot, old) == known:
            value = _value(scene, slot, new)
            if value is not None and value != known:
                return [_fill(scene, slot, Reading(value, span=(0, len(words.text))))]
    return []


def _this_not_the_known(scene: Scene) -> list[Fill]:
    """ "460 not 450" beside a question that no figure answers, or the house number right behind
    the address."""
    words = scene.words
    at = _past_openers(words, 0)
    if at >= len(words) or len(words) - at > BRIEFEST or not words.words[at][0].isdigit():
        return []
    found = [fill for fill in _this_not_that(scene, at) if _is_new(fill, scene)]
    if scene.open is None or scene.open.kind not in kinds.FIGURES:
        return found
    return [fill for fill in found if _is_house(fill, scene)]


def _is_house(fill: Fill, scene: Scene) -> bool:
    """Is it the address that was asked for last?"""
    return scene.earlier[0].kind == "address" and fill.field == scene.earlier[0].field


def _past_openers(words: Words, at: int) -> int:
    """ "Sorry, it's …" leads up to the value."""
    while at < len(words) and words.words[at] in lexicon.OPENS:
        at += 1
    return at


def _is_new(fill: Fill, scene: Scene) -> bool:
    """Is it another value than the one that was answered?"""
    return bool(fill.reading.value != scene.answered.get(fill.field))


def _value(scene: Scene, slot: Slot, text: str) -> Any:
    found = find(text, slot, scene.around)
    return found[0].value if found else _figure(scene, slot, text)


def _bare_figure(scene: Scene, at: int) -> list[Fill]:
    """ "No, it's 460", where the latest answer was a figure and none is asked for. An amount may
    be meant from farther back."""
    words, asked = scene.words, scene.open
    if asked is None or asked.kind in kinds.FIGURES or asked.kind in CONTACT:
        return []
    at = min(_past_openers(words, at), len(words) - 1)
    if not words.words[at][0].isdigit() or len(words) - at > FEW:
        return []
    amounts = [slot for slot in scene.earlier[1:RECENT] if slot.kind == "money"]
    lasts = asked.field in LASTS  # "no, 6" are months there
    for slot in [*([] if lasts else scene.earlier[:1]), *amounts]:
        value = _figure(scene, slot, words.text[words.starts[at] :])
        if value is not None:
            return [_fill(scene, slot, Reading(value, span=(0, len(words.text))))]
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
