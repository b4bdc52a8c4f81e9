"""Several answers, corrections and intents out of one message.

The text that answers the open question is that answer. It may fill other, empty fields besides
when they are clearly said; a filled field changes only with a sign of correction. The open
question's reader sees the whole text; the others look for what stands outside the words it used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from bot.records import frozen
from bot.understanding import answers, calls, intents, kinds, timing
from bot.understanding.corrections import CONTACT, corrections_in, is_correction, new_number
from bot.understanding.languages import written
from bot.understanding.lexicon.answers import AGREES, FILLERS
from bot.understanding.lexicon.common import WORDS
from bot.understanding.lexicon.takebacks import NOES
from bot.understanding.option_book import book_of
from bot.understanding.scene import Scene
from bot.understanding.segments import from_segments
from bot.understanding.takebacks import objects, taken_back
from bot.understanding.types import Fill, Intent, Reading, Slot, Surroundings
from bot.understanding.volunteering import (
    JOINTS,
    Span,
    find,
    may_hold_contact,
    overlaps,
    spells_address,
    volunteered,
    wish,
    wished_time,
    without_contacts,
)
from bot.understanding.words import SENTENCE, Words

__all__ = ["Fill", "Understood", "understand"]

TAKES_ANYTHING: Final = frozenset({"text", "name", "address"})  # these could swallow a request
ASIDE: Final = frozenset(
    {
        "human", "why", "are_you_bot", "language", "back", "restart", "skip", "fee", "steering",
        "advice", "no_calls", "do_not_sell", "rude",
    }
)  # fmt: skip
COUNTS: Final = frozenset({"number", "percent"})
PRICE: Final = "budget_max"  # the field of what a home costs
POLAR: Final = frozenset({"yesno", "choice"})  # kinds that a yes or no answers
MOSTLY: Final = 0.7  # an intent that covers so much of a text is all that it says
VAGUE: Final = frozenset({"browsing"})  # said in a text that answers nothing, it means nothing
MERE_NODS: Final = frozenset({*AGREES, *FILLERS, "right"})
OFFERED: Final = frozenset({"money", "choice"})  # kinds that an offer's figure could answer
MOST_SENTENCES: Final = 8  # in which the answer to a question is looked for
BRIEF: Final = 3  # a text of so few words, read whole, holds nothing else


@frozen
class Understood:
    """What a message means here.

    ``answer`` is to the open question; its reading may hold no value but an ``ask``: then it was
    an attempt that must be asked back. ``refused`` says the open question is declined. ``others``
    fill empty fields, ``corrections`` change filled ones. ``calls`` says a person is asked for.
    """

    answer: Fill | None = None
    others: tuple[Fill, ...] = ()
    corrections: tuple[Fill, ...] = ()
    intents: tuple[Intent, ...] = ()
    refused: bool = False
    calls: bool = False
    lang: str = ""  # the language it was written in, "" when it does not show


def understand(
    text: str,
    open_slot: Slot | None,
    slots: Sequence[Slot],
    answered: Mapping[str, Any],
    around: Surroundings,
) -> Understood:
    """Everything a message means while a question is open (or none)."""
    scene = Scene(text, open_slot, slots, answered, around)
    found = tuple(intents.detect(text, around.lang))
    taken = taken_back(scene.beginning)
    no_answer = bool(taken) or objects(scene.words)
    answer = None if no_answer else _narrowed(_answer(scene.opening, found), scene.opening)
    found = _meant(found, answer)
    corrections, others = _besides(scene.beginning, answer, taken)
    if scene.beginning is not scene:
        others += _contacts_behind(scene, others)
    if corrections and answer is not None and _is_rather_correction(scene):
        answer = None
    if corrections and answer is not None and answer.value is None:
        answer = None  # what looked like a poor attempt belongs to the correction
    refused = not (corrections or no_answer) and _refused(text, answer, found)
    if answer is not None and answer.value is None and not answer.ask:
        answer = None
    fill = _fill(answer, scene)
    if not corrections and any(intent.id == "human" for intent in found):
        corrections = new_number(scene)
    called = calls.are_meant(scene, found, fill, [*others, *corrections])
    if called:
        fill = None if fill is not None and calls.is_call(fill) else fill
        others = [other for other in others if not calls.is_call(other)]
        corrections = [other for other in corrections if not calls.is_call(other)]
    return Understood(
        answer=fill,
        others=tuple(others),
        corrections=tuple(corrections),
        intents=found,
        refused=refused and not called,
        calls=called,
        lang=_language(scene, found),
    )


def _answer(scene: Scene, found: tuple[Intent, ...]) -> Reading | None:
    """The reading of the open question: of the whole text, else of a sentence of it."""
    slot = scene.open
    if slot is None or (slot.kind in TAKES_ANYTHING and _is_aside(scene.words, found)):
        return None
    if calls.are_all(scene, slot, found) or _is_other_contact(scene, slot):
        return None
    reading = _read(scene, slot)
    if slot.kind in OFFERED and reading is not None and _is_an_offer(reading, found):
        return None
    if slot.kind == "choice" and reading is not None:
        reading = calls.left_beside(scene, slot, reading, found)
    if reading is not None and reading.ask == "percent.amount":
        reading = _share_of_price(scene, slot, reading)
    if slot.kind == "name" and len(scene.words) <= BRIEF and answers.stance(scene.text) == "no":
        return Reading(None, refused=True)
    if slot.time_means:
        reading = timing.read(scene, slot, reading)
    return reading or _in_part(scene, slot)


def _read(scene: Scene, slot: Slot) -> Reading | None:
    """The reading of the whole text but for a number or an address in it: "450k 512-555-0142"."""
    text = without_contacts(scene.text, slot, scene.around)
    reading = kinds.read(slot.kind, text, slot, scene.around)
    if reading is None or text == scene.text:
        return reading
    if slot.kind in kinds.FIGURES:  # in "512-555-0142 after 6" no figure answers
        return reading if reading.span[0] < text.find(",,") else None
    if slot.kind in POLAR and not book_of(slot).is_timeline:
        as_typed = kinds.read(slot.kind, scene.text, slot, scene.around)
        reading = reading if as_typed is not None else None
    if reading is None or reading.span == (0, len(text)):
        return reading
    start, end = reading.span
    said = text[start:end]
    start += len(said) - len(said.lstrip(", "))
    return replace(reading, span=(start, max(start, end - len(said) + len(said.rstrip(", ")))))


def _meant(found: tuple[Intent, ...], answer: Reading | None) -> tuple[Intent, ...]:
    """ "Para ya" stops everything, but not where it says how soon somebody wants to move."""
    if answer is None or answer.value is None:
        return found
    return tuple(intent for intent in found if intent.data.get("unless") != "answer")


def _in_part(scene: Scene, slot: Slot) -> Reading | None:
    """The reading of one sentence, of what comes first, or of some words in the middle."""
    reading = _by_sentence(scene, slot) if SENTENCE in scene.words.breaks[1:] else None
    if reading is None and slot.kind in COUNTS:
        reading = _first_piece(scene, slot)
    if reading is None and len(scene.words) > BRIEF:
        reading = next(iter(find(scene.text, slot, scene.around)), None)
    return reading


def _first_piece(scene: Scene, slot: Slot) -> Reading | None:
    """ "3 and our budget is 450": the figure that was asked for comes first."""
    words = scene.words
    ends = (at for at in range(1, min(len(words), BRIEF + 1)) if _joins(words, at))
    last = next(ends, 0)
    if not last or not NOES.isdisjoint(words.words[: last + 1]):
        return None  # "20 no, 15" takes it back
    start, end = words.span(0, last)
    reading = kinds.read(slot.kind, words.text[start:end], slot, scene.around)
    if reading is None or reading.value is None:
        return None
    return replace(reading, span=(reading.span[0] + start, reading.span[1] + start))


def _joins(words: Words, at: int) -> bool:
    if words.words[at] in JOINTS:
        return True
    return words.breaks[at] > 0 and "/" not in words.text[words.ends[at - 1] : words.starts[at]]


def _is_an_offer(reading: Reading, found: tuple[Intent, ...]) -> bool:
    """ "Would they take 430?" is an offer on a home, no budget."""
    offers = [intent.span for intent in found if intent.id == "negotiation"]
    return overlaps(reading.span, offers)


def _share_of_price(scene: Scene, slot: Slot, asked: Reading) -> Reading:
    """ "60 thousand" down where the price is known to be 300,000: 20 percent."""
    price = scene.answered.get(PRICE)
    amount = kinds.read("money", scene.text, replace(slot, unit="sale"), scene.around)
    value = amount.value if amount is not None else None
    if not isinstance(price, int | float) or not isinstance(value, int | float):
        return asked
    if not 0 < value <= price:
        return asked
    share = round(value * 100 / price, 1)
    return Reading(int(share) if share == int(share) else share, sure=False, span=asked.span)


def _narrowed(reading: Reading | None, scene: Scene) -> Reading | None:
    """A yes or no that claims the whole text is only its beginning: "no, and my budget is …"."""
    words = scene.words
    joint = next((at for at in range(1, len(words)) if words.breaks[at]), 0)
    if reading is None or not joint or scene.open is None or scene.open.kind not in POLAR:
        return reading
    if reading.span != (0, len(words.text)) or calls.only_urge(words.words[joint:]):
        return reading
    return replace(reading, span=words.span(0, joint))


def _is_other_contact(scene: Scene, slot: Slot) -> bool:
    """ "dani at gmail dot com" is no name."""
    if slot.kind != "name" or not (spells_address(scene.text) or "@" in scene.text):
        return False
    reading = kinds.read("email", scene.text, slot, scene.around)
    if reading is None or reading.value is None:
        return False
    return reading.span[1] - reading.span[0] >= MOSTLY * len(scene.words.text)


def _by_sentence(scene: Scene, slot: Slot) -> Reading | None:
    words = scene.words
    bounds = [0, *(i for i in range(1, len(words)) if words.breaks[i] == SENTENCE), len(words)]
    for first, last in pairwise(bounds[: MOST_SENTENCES + 1]):
        start, end = words.span(first, last)
        if slot.kind in POLAR and MERE_NODS.issuperset(words.words[first:last]):
            continue  # the "right." of "right. not on the market no" states nothing
        reading = kinds.read(slot.kind, words.text[start:end], slot, scene.around)
        if reading is not None and reading.value is not None:
            return replace(reading, span=(reading.span[0] + start, reading.span[1] + start))
    return None


def _besides(
    scene: Scene, answer: Reading | None, taken: list[Fill]
) -> tuple[list[Fill], list[Fill]]:
    """Corrections and volunteered values: what the message holds besides the answer."""
    if answer is not None and answer.value is not None and _is_all(answer, scene.words):
        rather = _is_rather_correction(scene)
        beside = [] if rather or answer.value == calls.CALL else _beforehand(scene, answer, [])
        return (corrections_in(scene, None) if rather else []), beside
    corrections = taken or corrections_in(scene, answer)
    return corrections, _others(scene, answer, corrections)


def _contacts_behind(scene: Scene, others: list[Fill]) -> list[Fill]:
    """A number or an address may also stand at the end of a long message."""
    slots = [slot for slot in scene.slots if slot.kind in CONTACT]
    taken = scene.taken.union(fill.field for fill in others)
    return list(volunteered(scene.text, slots, taken, scene.around, []))


def _others(scene: Scene, answer: Reading | None, corrections: list[Fill]) -> list[Fill]:
    """What else the message fills."""
    used: list[Span] = [fill.reading.span for fill in corrections]
    swallows = scene.open is not None and scene.open.kind in TAKES_ANYTHING
    found = _beforehand(scene, answer, used)
    if answer is not None and answer.value is not None:
        used.append(answer.span)
    taken = scene.taken.union(fill.field for fill in found)
    found += volunteered(scene.text, scene.slots, taken, scene.around, used)
    filled = {*taken, *(fill.field for fill in found)}
    if not swallows or answer is not None:
        found += from_segments(scene, filled, used)
    if answer is None or answer.value is None:
        found = [fill for fill in found if fill.reading.value not in VAGUE]
    if answer is not None and answer.value == calls.CALL:
        times = {slot.field for slot in scene.slots if slot.kind == "datetime"}
        found = [fill for fill in found if fill.field not in times]  # "call me sat 11" is no visit
    known = answer is not None and answer.value is not None and "contact_pref" in answer.extra
    preference = None if known or swallows else wish(scene.text, scene.answered)
    return [*found, preference] if preference is not None else found


def _beforehand(scene: Scene, answer: Reading | None, used: list[Span]) -> list[Fill]:
    """What is looked for before the answer takes its words. A yes may claim the whole text, also
    in "yes 512-555-0142" and in "yes, Saturday at 11"."""
    asked = scene.open
    if asked is None or asked.kind not in POLAR:
        return []
    found: list[Fill] = []
    if may_hold_contact(scene.text):
        contacts = [slot for slot in scene.slots if slot.kind in CONTACT]
        found += volunteered(scene.text, contacts, scene.taken, scene.around, used)
    if answer is None or "when" not in answer.extra:
        return found
    for slot in scene.slots:
        time = wished_time(scene.text, slot, scene.around) if slot.kind == "datetime" else None
        if time is not None and time.value is not None and slot.field not in scene.taken:
            used.append(time.span)
            found.append(Fill(slot.field, slot.id, time, scene.text))
    return found


def _refused(text: str, answer: Reading | None, found: tuple[Intent, ...]) -> bool:
    """Is the open question declined?"""
    if answer is not None:
        return answer.refused and answer.value is None
    return any(intent.id == "skip" for intent in found) or answers.declines(text)


def _fill(reading: Reading | None, scene: Scene) -> Fill | None:
    if reading is None or scene.open is None:
        return None
    return Fill(scene.open.field, scene.open.id, reading, scene.text)


def _language(scene: Scene, found: tuple[Intent, ...]) -> str:
    """The language asked for, else the one that a text of some length is clearly written in."""
    asked = [intent.data["lang"] for intent in found if intent.id == "language"]
    if asked:
        return asked[-1]
    return written(scene.text) if len(scene.words) >= BRIEF or not scene.text.isascii() else ""


def _is_all(answer: Reading, words: Words) -> bool:
    """Is the answer all that a brief text says? ("Studio in JVC" says more than the area.)"""
    if len(words) > BRIEF:
        return False
    start, end = answer.span
    rest = (
        word for word, at in zip(words.words, words.starts, strict=True) if not start <= at < end
    )
    return all(word in WORDS for word in rest)


def _is_aside(words: Words, found: tuple[Intent, ...]) -> bool:
    """Is the whole text a request to us, and no answer at all?"""
    length = len(words.text)
    return any(
        intent.id in ASIDE and intent.span[1] - intent.span[0] >= MOSTLY * length
        for intent in found
    )


def _is_rather_correction(scene: Scene) -> bool:
    """ "Actually 4" right after the bedrooms is no budget of 4,000."""
    if scene.open is None or not any(word.isdigit() for word in scene.words.words):
        return False
    last = scene.earlier[0].kind if scene.earlier else ""
    return last in ("number", "money") and is_correction(scene.text)
