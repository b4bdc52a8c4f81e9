"""What was said, as tokens, with the language and the country that give them their meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import lru_cache
from typing import Any, Final, TypeVar

from bot.records import frozen
from bot.understanding.figures import COMMA_COUNTRIES
from bot.understanding.lexing import NUMBER, WORD, Token, glued, tokens
from bot.understanding.normalise import plain
from bot.understanding.types import Surroundings
from bot.understanding.vocabulary import SCALE, SMALL, Entry, entry, without_prefixes

Found = TypeVar("Found")
_POINT_COUNTRIES: Final = frozenset({"US", "GB", "MX", "IN", "AE", "IE", "CA", "AU"})


_FIGURES: Final = SMALL | {SCALE}
_SIGNS: Final = frozenset("k$€£₹")


@frozen
class Speech:
    """The tokens of a text, what each counts, and the ground rules of the one who typed it."""

    plain: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]  # the tokens' texts
    entries: tuple[Entry | None, ...]
    lang: str
    country: str
    memo: dict[object, list[Any]] = field(  # what readers have found in it, for the next reader
        default_factory=dict, init=False, compare=False, repr=False
    )

    def remembered(self, key: object, find: Callable[[], list[Found]]) -> list[Found]:
        """What was found here before, or is found now: several readers ask for the same."""
        if key not in self.memo:
            self.memo[key] = find()
        return self.memo[key].copy()

    def entry(self, at: int) -> Entry | None:
        """What the word at this place counts, if it is a number word."""
        return self.entries[at] if 0 <= at < len(self.entries) else None

    def kind(self, at: int) -> str:
        """The part of speech of the number word at this place, or nothing."""
        found = self.entry(at)
        return found.kind if found else ""

    def text(self, at: int) -> str:
        """The token at this place, or nothing beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def texts(self, first: int, last: int) -> tuple[str, ...]:
        """The tokens from ``first`` up to, not including, ``last``, as far as there are any."""
        return self.words[max(first, 0) : max(last, 0)]

    def is_number(self, at: int) -> bool:
        """Do digits stand here?"""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == NUMBER

    def is_word(self, at: int) -> bool:
        """Does a word stand here?"""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == WORD

    def is_figure(self, at: int) -> bool:
        """Does a figure, a number word or a sign of money stand here?"""
        return self.is_number(at) or self.kind(at) in _FIGURES or self.text(at) in _SIGNS

    def tight(self, at: int) -> bool:
        """Do this token and the next stand side by side without a space?"""
        return 0 <= at < len(self.tokens) - 1 and glued(self.tokens[at], self.tokens[at + 1])

    @property
    def comma_decimal(self) -> bool:
        """Is 1,5 one and a half where this is said?"""
        if self.country in COMMA_COUNTRIES:
            return True
        return self.country not in _POINT_COUNTRIES and self.lang in ("de", "es")

    @property
    def spanish(self) -> bool:
        """Is "mil" a thousand for this visitor?"""
        return self.lang == "es" or self.country in ("ES", "MX")

    @property
    def german(self) -> bool:
        """Is "T€" a thousand euros for this visitor?"""
        return self.lang == "de" or self.country in ("DE", "AT")


def listen(text: str, around: Surroundings) -> Speech:
    """A text made ready for the readers of quantities."""
    return listened(plain(text), around.lang, around.country)


@lru_cache(maxsize=64)
def listened(plain_text: str, lang: str, country: str) -> Speech:
    """The same for a text that has been through ``plain``."""
    found = without_prefixes(tokens(plain_text), lang)
    entries = tuple(entry(it.text, lang) if it.kind == WORD else None for it in found)
    return Speech(plain_text, found, tuple(it.text for it in found), entries, lang, country)
