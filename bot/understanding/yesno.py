"""A yes or a no, as a boolean."""

from __future__ import annotations

from typing import Final

from bot.understanding import answers
from bot.understanding.lexicon import hedges as lexicon
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Phrases, Words, cut

WORTH_READING: Final = 16
_TURNED_ROUND: Final = Phrases({"turn": lexicon.TURNED_ROUND})
_LATE: Final = Phrases({"no": lexicon.PARTLY, "yes": lexicon.YES_LATE})


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """True, False, a refusal ("rather not", "no idea"), or None for anything else."""
    words = cut(text)
    if len(words) > WORTH_READING:
        return None
    numbered = {"1": True, "2": False}.get(" ".join(words.words))
    if numbered is not None:
        return Reading(numbered, span=(0, len(words.text)))
    stance = _turned_round(words) or answers.stance(text)
    if stance in ("yes", "no"):
        return Reading(stance == "yes", span=(0, len(words.text)))
    late = {hit.key for hit in _LATE.find(words)} if not stance else set()
    if late:
        return Reading("no" not in late, sure=False, span=(0, len(words.text)))
    if stance:
        return Reading(None, refused=True, span=(0, len(words.text)))
    return None


def _turned_round(words: Words) -> answers.Stance:
    """ "yes please no wait no": what is said after they thought again."""
    turns = _TURNED_ROUND.find(words)
    if not turns or turns[-1].last >= len(words):
        return ""
    start = words.starts[turns[-1].last]
    stance = answers.stance(words.text[start:])
    return stance if stance in ("yes", "no") else ""
