"""A yes or a no, as a boolean."""

from __future__ import annotations

from typing import Final

from bot.understanding import answers
from bot.understanding.lexicon import hedges as lexicon
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Phrases, Words, cut

WORTH_READING: Final = 16
_HALVED: Final = Phrases({"not": lexicon.HALVED})
_LATE: Final = Phrases({"no": lexicon.PARTLY, "yes": lexicon.YES_LATE})


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """True, False, a refusal ("rather not", "no idea"), or None for anything else."""
    words = cut(text)
    if len(words) > WORTH_READING:
        return None
    numbered = {"1": True, "2": False}.get(" ".join(words.words))
    if numbered is not None:
        return Reading(numbered, span=(0, len(words.text)))
    anew, surely = answers.turned_round(words)
    if not (answers.stance(anew) or anew in _LATE):
        anew = "" if surely else text
    stance = answers.stance(anew)
    if stance in ("yes", "no"):
        both = _says_both(stance, cut(anew))
        return None if both else Reading(stance == "yes", span=(0, len(words.text)))
    late = {hit.key for hit in _LATE.find(cut(anew))} if not stance else set()
    if late:
        return Reading("no" not in late, sure=False, span=(0, len(words.text)))
    if stance:
        return Reading(None, refused=True, span=(0, len(words.text)))
    return None


def _says_both(stance: str, words: Words) -> bool:
    """ "Yes, but not all of them", "no i have them"."""
    return bool(_HALVED.find(words)) if stance == "yes" else _has_it_all_the_same(words)


def _has_it_all_the_same(words: Words) -> bool:
    """ "No i have them" says both."""
    at = answers.behind_answer_no(words)
    return (
        at > 0
        and words.words[at] in lexicon.SPEAKS_OF_SELF
        and answers.stance(words.text[words.starts[at] :]) == "yes"
    )
