"""A text cut into numbers, words and signs, for the readers of quantities and time.

One regular expression, one pass: no alternative can take back what another has taken, so the time
is linear whatever the text holds. Positions are those of ``plain(text)`` and so of ``fold(text)``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from bot.understanding.normalise import plain

NUMBER: Final = "n"
WORD: Final = "w"
SIGN: Final = "s"
MOST_TOKENS: Final = 500  # more than any sensible message of 2,000 characters holds
_UMLAUTS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}

_TOKEN: Final = re.compile(
    r"(?P<n>(?<![\d.,])(?:\d{1,2} \d{3}|\d{3} 000|\d{3} \d{3} \d{3})(?: \d{3}){0,3}(?!\d)"
    r"(?:[.,]\d{1,2}(?!\d))?"  # 1 200 000,50, but "400 450" may be two figures
    r"|\d+(?:[.,']\d+)*(?:[.,]-+(?!\w))?"  # 1.200,50  12,50,000  1'200  500,-
    r"|(?<![\d.,])\.\d+)"  # .5
    r"|(?P<w>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<s>\S)"
)


class Token(NamedTuple):
    """A number, a word or a sign, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=128)
def tokens(plain_text: str) -> tuple[Token, ...]:
    """The tokens of a text that has been through ``plain``."""
    found = []
    for match in _TOKEN.finditer(plain_text):
        found.append(Token(match.lastgroup or SIGN, match.group(), match.start(), match.end()))
        if len(found) == MOST_TOKENS:
            break
    return tuple(found)


def glued(first: Token, second: Token) -> bool:
    """Do two tokens stand side by side without a space?"""
    return first.end == second.start


def spellings(words: str) -> set[str]:
    """Words as ``plain`` leaves them, with umlauts folded, spelled out, and ß as ss."""
    spelled = "".join(_UMLAUTS.get(letter, letter) for letter in words.lower())
    return {plain(words), plain(spelled), plain(words).replace("ß", "ss")}


def wordset(words: str) -> frozenset[str]:
    """Single words in all their spellings, for comparison with tokens."""
    return frozenset(spelling for word in words.split() for spelling in spellings(word))
