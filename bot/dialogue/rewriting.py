"""Typed instead of tapped: "change my budget", "my number is wrong" ask that question again."""

from __future__ import annotations

from typing import Final

from bot.dialogue import moving
from bot.dialogue.compiled import Spot
from bot.dialogue.draft import Draft
from bot.understanding.lexicon import rewriting as lexicon
from bot.understanding.lexicon.answers import FILLERS, POLITE
from bot.understanding.lexicon.common import WORDS
from bot.understanding.words import Phrases, Words, cut

_CHANGE: Final = Phrases(lexicon.CHANGE)
_WRONG: Final = Phrases(lexicon.WRONG)
_NAMES: Final = {kind: frozenset(names.split()) for kind, names in lexicon.NAMES.items()}
_BESIDES: Final = WORDS | FILLERS | POLITE | lexicon.BESIDES


def asks_anew(draft: Draft) -> bool:
    """Is an earlier answer to be given anew, and nothing else said? Then its question is open."""
    named = _named(cut(draft.heard))
    spot = next((spot for spot in _answered(draft) if named and named <= _called(spot)), None)
    return spot is not None and moving.edit(draft, spot.id)


def _named(words: Words) -> frozenset[str]:
    """The words that name the answer; none where it is not said that one is to be changed."""
    hits = _CHANGE.find(words) or _WRONG.find(words)
    said = {at for hit in hits for at in range(hit.first, hit.last)}
    rest = (word for at, word in enumerate(words.words) if at not in said)
    return frozenset(word for word in rest if hits and word not in _BESIDES)


def _answered(draft: Draft) -> list[Spot]:
    """The questions with an answer, the latest first."""
    spots = {spot.field: spot for spot in draft.local.spots.values()}
    return [spots[field] for field in reversed([*draft.answers]) if field in spots]


def _called(spot: Spot) -> frozenset[str]:
    """What the answer may be called, by its id and kind."""
    own = frozenset((*spot.field.split("_"), *spot.id.split("_")))
    return own.union(*(_NAMES.get(key, ()) for key in (spot.kind, *own)))
