"""Changes of what was said before: "sorry thats 512-555-0142", "actually make it 500".

A filled field changes only where a sign of correction stands in the same sentence as the new
value, or where the whole text is a new number or address and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.understanding import answers, kinds
from bot.understanding.lexicon import corrections as lexicon
from bot.understanding.scene import Scene
from bot.understanding.types import Fill, Reading, Slot
from bot.understanding.volunteering import Span, find, overlaps
from bot.understanding.words import SENTENCE, Hit, Phrases, Words, cut

RECENT: Final = 4  # answers so far back can be meant without being named
CONTACT: Final = frozenset({"phone", "email"})
READ_FREELY: Final = frozenset(
    {"money", "number", "choice", "percent", "yesno", "area", "address"}
)
MOST_SIGNS: Final = 6  # a message with more signs of correction than that is a jumble
NEAR: Final = 200  # characters behind a sign in which the new value stands
LEFT_OVER: Final = 6  # characters around a value that is the whole text
LEAST: Final = {"sale": 20_000, "rent": 100}  # less is no budget
_HOUSE: Final = re.compile(
    r"(?:hausnummer|hausnr\.?|house number|street number|numero de (?:la )?casa|el numero|"
    r"el portal|el nro\.?|رقم (?:البيت|الفيلا|المبني|الشقه)),? (?:ist |is |lautet |es |era )?"
    r"(?:el |die |the |actually |doch )?(?:(?:nicht|not|no) (?P<before>\d{1,5}[a-z]?),? "
    r"(?:sondern|but|sino) )?(?P<new>\d{1,5}[a-z]?)(?![\w]|[ .-]?\d)"
    r"(?:,? ?(?:und )?(?:nicht|not|no|y no|statt|instead of|en vez de|مو|مش|ليس|مب) "
    r"(?:el |die |the )?(?P<old>\d{1,5}[a-z]?)(?!\w))?"
)
_SIGNS: Final = Phrases({"sign": lexicon.SIGNS})
_MONEY: Final = Phrases({"sign": lexicon.MONEY_SIGNS})


def corrections_in(scene: Scene, answer: Reading | None) -> list[Fill]:
    """The answered fields that this text changes, with their new values."""
    if not scene.earlier:
        return []
    used = [answer.span] if answer is not None and answer.value is not None else []
    signs = _SIGNS.find(scene.words)
    regions = [_sentence(scene.words, hit) for hit in signs]
    found: list[Fill] = []
    for slot in scene.earlier:
        for reading in _named(scene, slot, _regions(slot, regions, scene.words)):
            if changes(reading, slot, scene) and not overlaps(reading.span, used):
                used.append(reading.span)
                found.append(Fill(slot.field, slot.id, reading, scene.text))
                break
    if not found and not used:
        return _house_number(scene) or _unnamed(scene, signs) or _confirmed(scene, signs)
    return found


def _house_number(scene: Scene) -> list[Fill]:
    """ "The house number is 21, not 12": the address stands, with its other number."""
    said = _HOUSE.search(scene.words.text)
    slot = next((slot for slot in scene.earlier if slot.kind == "address"), None)
    if said is None or slot is None:
        return []
    address = str(scene.answered.get(slot.field) or "")
    old = said["old"] or said["before"]
    found = re.findall(r"(?<![\w.])\d{1,5}[a-z]?(?!\w)", address, re.IGNORECASE)
    changed = renumbered(address, old or (found[0] if found else ""), said["new"])
    if changed == address:
        return []
    return [Fill(slot.field, slot.id, Reading(changed, span=said.span()), scene.text)]


def renumbered(address: str, old: str, new: str) -> str:
    """The address with another number where this one stands in it."""
    if not old:
        return address
    return re.sub(rf"(?<![\w.]){re.escape(old)}(?!\w)", new, address, count=1)


def new_number(scene: Scene) -> list[Fill]:
    """The number in "call me on …" where another one is known: that is the one to call."""
    for slot in scene.earlier:
        if slot.kind == "phone":
            found = [r for r in find(scene.text, slot, scene.around) if changes(r, slot, scene)]
            return [Fill(slot.field, slot.id, reading, scene.text) for reading in found[:1]]
    return []


def _confirmed(scene: Scene, signs: list[Hit]) -> list[Fill]:
    """ "Actually 3 bedrooms" when it is 3 already: no change, but an answer is owed."""
    for slot in scene.earlier if signs else ():
        for reading in find(scene.text, slot, scene.around):
            if reading.value is not None and reading.value == scene.answered.get(slot.field):
                return [Fill(slot.field, slot.id, reading, scene.text)]
    return []


def is_correction(text: str) -> bool:
    """Does the text begin as a correction does?"""
    return any(hit.first <= 1 for hit in _SIGNS.find(cut(text)))


def _regions(slot: Slot, regions: list[Span], words: Words) -> list[Span]:
    if slot.kind == "money":
        return [*regions, *(_sentence(words, hit) for hit in _MONEY.find(words))]
    return regions


def _named(scene: Scene, slot: Slot, regions: list[Span]) -> list[Reading]:
    """New values that show by themselves which field they belong to."""
    if not regions and slot.kind not in CONTACT:
        return []
    found = find(scene.text, slot, scene.around)
    if regions:
        return [reading for reading in found if overlaps(reading.span, regions)]
    return [reading for reading in found if _is_all(reading.span, scene.text)]


def _unnamed(scene: Scene, signs: list[Hit]) -> list[Fill]:
    """A bare value after a sign: it changes the latest answer of its kind."""
    for hit in signs[:MOST_SIGNS]:
        beside = _before if _names_the_old(scene.words, hit) else _behind
        found = _first_that_fits(scene, beside(scene.words, hit), scene.earlier[:RECENT])
        if found is not None:
            return [found]
    budgets = tuple(slot for slot in scene.earlier if slot.kind == "money")
    for hit in _MONEY.find(scene.words)[:MOST_SIGNS] if budgets else ():
        found = _first_that_fits(scene, _behind(scene.words, hit), budgets)
        if found is not None:
            return [found]
    return []


def _first_that_fits(scene: Scene, rest: str, slots: tuple[Slot, ...]) -> Fill | None:
    for slot in slots if rest else ():
        reading = _free(scene, rest, slot) if slot.kind in READ_FREELY else None
        if reading is not None and changes(reading, slot, scene):
            whole = replace(reading, span=(0, len(scene.words.text)))
            return Fill(slot.field, slot.id, whole, scene.text)
    return None


def _free(scene: Scene, rest: str, slot: Slot) -> Reading | None:
    """A value read from what stands behind the sign; a bare yes or no says nothing of the past."""
    bare = len(cut(rest)) < 2 and answers.stance(rest) in ("yes", "no")
    if bare and scene.open is not None:
        return None
    reading = kinds.read(slot.kind, rest, slot, scene.around)
    if reading is None or reading.value is None or reading.ask or not fits(reading, slot):
        return None
    return reading


def fits(reading: Reading, slot: Slot) -> bool:
    """A small number is no budget, and a large one no number of bedrooms."""
    value = reading.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    if slot.kind == "number":
        low = slot.minimum if slot.minimum is not None else 0
        high = slot.maximum if slot.maximum is not None else 1000
        return low <= value <= high
    return slot.kind != "money" or value >= LEAST.get(slot.unit, 0)


def changes(reading: Reading, slot: Slot, scene: Scene) -> bool:
    """Is this another value than the one that is known?"""
    return reading.value is not None and reading.value != scene.answered.get(slot.field)


def _sentence(words: Words, hit: Hit) -> Span:
    """The characters of the sentence in which a sign stands."""
    first = max((at for at in range(hit.first + 1) if words.breaks[at] == SENTENCE), default=0)
    last = next(
        (at for at in range(hit.last, len(words)) if words.breaks[at] == SENTENCE), len(words)
    )
    return words.starts[first], words.ends[last - 1]


def _behind(words: Words, hit: Hit) -> str:
    """What stands behind a sign, in its sentence."""
    _, end = _sentence(words, hit)
    start = words.starts[hit.last] if hit.last < len(words) else end
    return words.text[start : min(end, start + NEAR)]


def _before(words: Words, hit: Hit) -> str:
    """What stands before a sign, in its sentence."""
    start, _ = _sentence(words, hit)
    return words.text[start : words.starts[hit.first]].strip(" ,")


def _names_the_old(words: Words, hit: Hit) -> bool:
    """ "3 statt 2", "3 instead of 2": behind the sign stands what is replaced."""
    if words.words[hit.last - 1] in lexicon.BEFORE_THE_OLD:
        return True
    return hit.last < len(words) and words.words[hit.last] == "of"


def _is_all(span: Span, text: str) -> bool:
    return len(text) - (span[1] - span[0]) <= LEFT_OVER
