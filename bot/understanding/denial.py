"""Does a "not" govern what stands here, in a text that tells when?

It does where nothing but the verbs and small words of moving stands between: "I don't plan to move
in the next 3 months", but not "I'm not sure, 3 months" or "why not June".
"""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon import timeline as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.speech import Speech

FARTHEST: Final = 8
_DENIES: Final = wordset(lexicon.DENIES)
_NO: Final = "no"
_BEHIND_NO: Final = wordset(lexicon.BEHIND_NO)
_BETWEEN: Final = wordset(lexicon.BETWEEN)
_BOUNDS: Final = wordset(lexicon.BOUNDS)
_LASTS: Final = wordset(lexicon.LASTS)
_UNDENIED: Final = wordset(lexicon.UNDENIED)
_BEHIND: Final = wordset(lexicon.DENIES_BEHIND)
_ENDS: Final = frozenset((*",.;:!?", ""))


def governs(speech: Speech, first: int, last: int) -> bool:
    """Is what stands from ``first`` up to, not including, ``last`` denied?"""
    return _place(speech, first) >= 0 or (
        speech.text(last) in _BEHIND and speech.text(last + 1) in _ENDS
    )


def is_bounded(speech: Speech, first: int) -> bool:
    """Is it the whole of a coming time that is meant: "the next 3 months", "less than a year"?"""
    return not _BOUNDS.isdisjoint(speech.texts(first - 3, first))


def lasts(speech: Speech, first: int) -> bool:
    """Is it how long nothing will happen: "not for 3 months"?"""
    return speech.text(first - 1) in _LASTS


def _place(speech: Speech, at: int) -> int:
    """Where the "not" stands, or -1."""
    for before in range(at - 1, max(-1, at - 1 - FARTHEST), -1):
        word = speech.text(before)
        if word in _DENIES and (word != _NO or speech.text(before + 1) in _BEHIND_NO):
            return -1 if speech.text(before - 1) in _UNDENIED else before
        if word not in _BETWEEN:
            return -1
    return -1
