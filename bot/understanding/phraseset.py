"""Fixed phrases looked up by their tokens, forwards or backwards from a place in a text.

Look-ups are hash look-ups of a few tokens, so no text can make them slow.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understanding.lexing import spellings, tokens
from bot.understanding.speech import Speech


class PhraseSet:
    """Phrases parted by commas or line breaks, compared token by token."""

    __slots__ = ("_firsts", "_lasts", "_longest", "_phrases")

    def __init__(self, *lists: str) -> None:
        self._phrases = frozenset(
            tuple(token.text for token in tokens(spelling))
            for words in lists
            for phrase in words.replace("\n", ",").split(",")
            for spelling in spellings(phrase.strip())
            if spelling
        )
        self._firsts = frozenset(phrase[0] for phrase in self._phrases)
        self._lasts = frozenset(phrase[-1] for phrase in self._phrases)
        self._longest = max((len(phrase) for phrase in self._phrases), default=0)

    def starts(self, speech: Speech, at: int) -> int:
        """How many tokens the longest phrase beginning here has; 0 if none does."""
        if speech.text(at) in self._firsts:
            for many in range(min(self._longest, len(speech.tokens) - at), 0, -1):
                if speech.texts(at, at + many) in self._phrases:
                    return many
        return 0

    def ends(self, speech: Speech, at: int) -> int:
        """How many tokens the longest phrase that ends just before this place has."""
        if at > 0 and speech.text(at - 1) in self._lasts:
            for many in range(min(self._longest, at), 0, -1):
                if speech.texts(at - many, at) in self._phrases:
                    return many
        return 0

    def places(self, speech: Speech) -> Iterator[int]:
        """Where the phrases begin."""
        return (at for at in range(len(speech.tokens)) if self.starts(speech, at))

    def found(self, speech: Speech) -> bool:
        """Is there any of them in the text?"""
        return next(self.places(speech), None) is not None
