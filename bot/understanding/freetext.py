"""Free text and company names: kept word for word, secrets masked."""

from __future__ import annotations

from bot.understanding import answers, secrets
from bot.understanding.normalise import clean
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Phrases, cut

BRIEF = 4
_HAS_NONE = Phrases(
    {"none": "dont|havent|no have|got one|any|a\nno tengo|tenemos\nhabe|haben keine|keinen|keins"}
)


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The text as typed; a short "skip" or "no idea" declines."""
    kept = secrets.mask(clean(text))[0]
    if not kept:
        return None
    if len(cut(text)) <= BRIEF and _declines(text, slot):
        return Reading(None, refused=True, span=(0, len(kept)))
    return Reading(kept, span=(0, len(kept)))


def _declines(text: str, slot: Slot) -> bool:
    stance = answers.stance(text)
    if stance in ("refuse", "unsure"):
        return True
    if stance == "no" and _HAS_NONE.find(cut(text)):
        return True
    return stance == "no" and slot.optional and len(cut(text)) <= 2
