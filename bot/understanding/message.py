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
from bot.understanding import answers, intents, kinds
from bot.understanding.corrections import corrections_in, is_correction
from bot.understanding.languages import written
from bot.understanding.lexicon.common import WORDS
from bot.understanding.scene import Scene
from bot.understanding.types import Fill, Intent, Reading, Slot, Surroundings
from bot.understanding.volunteering import Span, find, times_in, volunteered, wish
from bot.understanding.words import SENTENCE, Phrases, Words

__all__ = ["Fill", "Understood", "understand"]

TAKES_ANYTHING: Final = frozenset({"text", "name", "address"})  # these could swallow a request
ASIDE: Final = frozenset(
    {
        "human", "why", "are_you_bot", "language", "back", "restart", "skip", "fee", "steering",
        "advice", "no_calls", "rude",
    }
)  # fmt: skip
MOSTLY: Final = 0.7  # an intent that covers so much of a text is all that it says
VAGUE: Final = frozenset({"browsing"})  # said in a text that answers nothing, it means nothing
BRIEF: Final = 3  # a text of so few words, read whole, holds nothing else
_AT_ONCE: Final = Phrases({"now": "now|asap|immediately|today\nright now|away\nplease call"})


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
    answer = _answer(scene, found)
    corrections, others = _besides(scene, answer)
    if corrections and answer is not None and _is_rather_correction(scene):
        answer = None
    refused = _refused(text, answer, found)
    if answer is not None and answer.value is None and not answer.ask:
        answer = None
    fill = _fill(answer, scene)
    calls = _calls(scene, found, fill, [*others, *corrections])
    if calls:
        fill = None if fill is not None and _is_call(fill) else fill
        others = [other for other in others if not _is_call(other)]
        corrections = [other for other in corrections if not _is_call(other)]
    return Understood(
        answer=fill,
        others=tuple(others),
        corrections=tuple(corrections),
        intents=found,
        refused=refused and not calls,
        calls=calls,
        lang=_language(scene, found),
    )


def _answer(scene: Scene, found: tuple[Intent, ...]) -> Reading | None:
    """The reading of the open question: of the whole text, else of a sentence of it."""
    slot = scene.open
    if slot is None or (slot.kind in TAKES_ANYTHING and _is_aside(scene.words, found)):
        return None
    reading = kinds.read(slot.kind, scene.text, slot, scene.around)
    if reading is None and slot.time_means:
        reading = _time_given(scene, slot)
    if reading is None and SENTENCE in scene.words.breaks[1:]:
        reading = _by_sentence(scene, slot)
    if reading is None and len(scene.words) > BRIEF:
        reading = next(iter(find(scene.text, slot, scene.around)), None)
    return reading


def _time_given(scene: Scene, slot: Slot) -> Reading | None:
    """A time given at an appointment question means a tour, a visit or a demo, else a call."""
    times = times_in(scene.text, slot, scene.around)
    if not times:
        return None
    return Reading(slot.time_means, span=times[0].span, extra={"when": times[0].value})


def _by_sentence(scene: Scene, slot: Slot) -> Reading | None:
    words = scene.words
    bounds = [0, *(i for i in range(1, len(words)) if words.breaks[i] == SENTENCE), len(words)]
    for first, last in pairwise(bounds):
        start, end = words.span(first, last)
        reading = kinds.read(slot.kind, words.text[start:end], slot, scene.around)
        if reading is not None and reading.value is not None:
            return replace(reading, span=(reading.span[0] + start, reading.span[1] + start))
    return None


def _besides(scene: Scene, answer: Reading | None) -> tuple[list[Fill], list[Fill]]:
    """Corrections and volunteered values: what the message holds besides the answer."""
    if answer is not None and answer.value is not None and _is_all(answer, scene.words):
        rather = _is_rather_correction(scene)
        return (corrections_in(scene, None) if rather else []), []
    corrections = corrections_in(scene, answer)
    return corrections, _others(scene, answer, corrections)


def _others(scene: Scene, answer: Reading | None, corrections: list[Fill]) -> list[Fill]:
    """What else the message fills."""
    used: list[Span] = [fill.reading.span for fill in corrections]
    found: list[Fill] = []
    if scene.open is not None and scene.open.time_means:
        times = [slot for slot in scene.slots if slot.kind == "datetime"]
        found += volunteered(scene.text, times, scene.taken, scene.around, used)
    if answer is not None and answer.value is not None:
        used.append(answer.span)
    taken = scene.taken.union(fill.field for fill in found)
    found += volunteered(scene.text, scene.slots, taken, scene.around, used)
    if answer is None or answer.value is None:
        found = [fill for fill in found if fill.reading.value not in VAGUE]
    known = answer is not None and answer.value is not None and "contact_pref" in answer.extra
    swallows = scene.open is not None and scene.open.kind in TAKES_ANYTHING
    preference = None if known or swallows else wish(scene.text, scene.answered)
    return [*found, preference] if preference is not None else found


def _refused(text: str, answer: Reading | None, found: tuple[Intent, ...]) -> bool:
    """Is the open question declined?"""
    if answer is not None:
        return answer.refused and answer.value is None
    return any(intent.id == "skip" for intent in found) or answers.declines(text)


def _fill(reading: Reading | None, scene: Scene) -> Fill | None:
    if reading is None or scene.open is None:
        return None
    return Fill(scene.open.field, scene.open.id, reading, scene.text)


def _calls(
    scene: Scene, found: tuple[Intent, ...], answer: Fill | None, fills: list[Fill]
) -> bool:
    """Is a person asked for? Not where the text answers the open question, unless it brings a
    number along."""
    if not any(intent.id == "human" for intent in found):
        return False
    if answer is None or answer.reading.value is None:
        return True
    if scene.open is not None and scene.open.kind == "phone":
        return bool(_AT_ONCE.find(scene.words))
    return any(fill.field == "phone" for fill in fills)


def _language(scene: Scene, found: tuple[Intent, ...]) -> str:
    """The language asked for, else the one that a text of some length is clearly written in."""
    asked = [intent.data["lang"] for intent in found if intent.id == "language"]
    if asked:
        return asked[-1]
    return written(scene.text) if len(scene.words) >= BRIEF or not scene.text.isascii() else ""


def _is_call(fill: Fill) -> bool:
    """A call that is asked for now is no wish for an appointment."""
    return fill.reading.value == "call"


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
