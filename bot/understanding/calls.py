"""Whether a text asks for a call, and how soon, or answers the open question, or both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from bot.understanding import kinds
from bot.understanding.lexicon import contact as lexicon
from bot.understanding.lexicon.common import WORDS
from bot.understanding.scene import Scene
from bot.understanding.types import Fill, Intent, Reading, Slot
from bot.understanding.volunteering import Span, overlaps
from bot.understanding.words import Phrases, Words, cut

CALL: Final = "call"  # the option of an appointment that is no visit
_AT_ONCE: Final = Phrases({"now": lexicon.AT_ONCE})


def are_all(scene: Scene, slot: Slot, found: Sequence[Intent]) -> bool:
    """ "Call me asap" where calling is no option: nothing but the call and its urgency is said."""
    calls = [intent.span for intent in found if intent.id == "human"]
    if not calls or slot.time_means or slot.kind == "phone":
        return False
    words = scene.words
    rest = [
        word
        for word, at in zip(words.words, words.starts, strict=True)
        if not any(start <= at < end for start, end in calls)
    ]
    return only_urge(rest)


def only_urge(words: Iterable[str]) -> bool:
    """ "Yes, now": how soon, of what was asked."""
    return all(word in lexicon.WITH_A_CALL or word in WORDS for word in words)


def left_beside(
    scene: Scene, slot: Slot, reading: Reading, found: Sequence[Intent]
) -> Reading | None:
    """ "Call me now, we move in june": how soon to call is no answer, the rest may be."""
    calls = [] if slot.time_means else _urgent(scene.words, found)
    if not overlaps(reading.span, calls):
        return reading
    text = scene.words.text
    for start, end in calls:
        text = f"{text[:start]}.{' ' * (end - start - 1)}{text[end:]}"
    return kinds.read(slot.kind, text, slot, scene.around)


def are_meant(
    scene: Scene, found: Sequence[Intent], answer: Fill | None, fills: Iterable[Fill]
) -> bool:
    """Is a person asked for? Where the text answers the open question, only if it brings a number
    along or says outside the answer that the call is wanted at once."""
    if not any(intent.id == "human" for intent in found):
        return False
    if answer is None or answer.reading.value is None or scene.open is None:
        return True
    if scene.open.kind == "phone":
        return bool(_AT_ONCE.find(scene.words))
    if any(fill.field == "phone" for fill in fills):
        return True
    urgent = [] if scene.open.time_means else _urgent(scene.words, found)
    return bool(urgent) and not overlaps(answer.reading.span, urgent)


def is_call(fill: Fill) -> bool:
    """A call that is asked for now is no wish for an appointment."""
    return fill.reading.value == CALL


def _urgent(words: Words, found: Sequence[Intent]) -> list[Span]:
    """ "Call me asap": where a call is asked for, with how soon it is wanted."""
    calls = [intent.span for intent in found if intent.data.get("how") == "call"]
    spans = []
    for start, end in calls:
        behind = sum(first < end for first in words.starts)
        last = behind
        while last < len(words) and not words.breaks[last] and _urges(words.words[last]):
            last += 1
        if last > behind or _AT_ONCE.find(cut(words.text[start:end])):
            spans.append((start, words.ends[last - 1]))
    return spans


def _urges(word: str) -> bool:
    return word in lexicon.WITH_A_CALL or word in lexicon.CALLED
