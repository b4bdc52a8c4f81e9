"""Fixed phrases looked up by their tokens, forwards or backwards from a place in a text.

Look-ups are hash look-ups of a few tokens, so no text can make them slow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from bot.understanding.lexing import spellings, tokens
from bot.understanding.speech import Speech


class Found(NamedTuple):
    """The key a phrase belongs to, and how many tokens it has."""

    key: str
    length: int


NOTHING: Final = Found("", 0)


class PhraseTable:
    """Phrases of several keys, parted by commas or line breaks, compared token by token."""

    __slots__ = ("_firsts", "_lasts", "_phrases")

    def __init__(self, *tables: Mapping[str, str]) -> None:
        self._phrases: dict[tuple[str, ...], str] = {}
        for key, words in (pair for table in tables for pair in table.items()):
            for phrase in words.replace("\n", ",").split(","):
                for spelling in filter(None, spellings(phrase.strip())):
                    self._phrases.setdefault(tuple(it.text for it in tokens(spelling)), key)
        self._firsts = self._longest(0)
        self._lasts = self._longest(-1)

    def _longest(self, end: int) -> dict[str, int]:
        """For each first (or last) token of a phrase, the length of the longest with it."""
        longest: dict[str, int] = {}
        for phrase in self._phrases:
            longest[phrase[end]] = max(len(phrase), longest.get(phrase[end], 0))
        return longest

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which a phrase can begin."""
        return frozenset(self._firsts)

    def starts(self, speech: Speech, at: int) -> Found:
        """The longest phrase that begins at this token."""
        words = speech.words
        longest = self._firsts.get(words[at]) if 0 <= at < len(words) else None
        if longest is None:
            return NOTHING
        for many in range(min(longest, len(words) - at), 0, -1):
            key = self._phrases.get(words[at : at + many])
            if key is not None:
                return Found(key, many)
        return NOTHING

    def ends(self, speech: Speech, at: int) -> Found:
        """The longest phrase that ends just before this token."""
        words = speech.words
        longest = self._lasts.get(words[at - 1]) if 0 < at <= len(words) else None
        if longest is None:
            return NOTHING
        for many in range(min(longest, at), 0, -1):
            key = self._phrases.get(words[at - many : at])
            if key is not None:
                return Found(key, many)
        return NOTHING

    def places(self, speech: Speech) -> Iterator[tuple[int, Found]]:
        """All places where a phrase begins, with what begins there."""
        for at, word in enumerate(speech.words):
            if word in self._firsts:
                found = self.starts(speech, at)
                if found.length:
                    yield at, found

    def first(self, speech: Speech) -> str:
        """The key of the first phrase in the text, or nothing."""
        return next((found.key for _, found in self.places(speech)), "")


class PhraseSet:
    """Phrases of one kind."""

    __slots__ = ("_table",)

    def __init__(self, *lists: str) -> None:
        self._table = PhraseTable({"it": ",".join(lists)})

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which a phrase can begin."""
        return self._table.first_words

    def starts(self, speech: Speech, at: int) -> int:
        """How many tokens the longest phrase beginning here has; 0 if none does."""
        return self._table.starts(speech, at).length

    def ends(self, speech: Speech, at: int) -> int:
        """How many tokens the longest phrase that ends just before this place has."""
        return self._table.ends(speech, at).length

    def places(self, speech: Speech) -> Iterator[int]:
        """Where the phrases begin."""
        return (at for at, _ in self._table.places(speech))

    def found(self, speech: Speech) -> bool:
        """Is there any of them in the text?"""
        return next(self._table.places(speech), None) is not None
