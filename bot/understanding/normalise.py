"""One folding for every reader: what a visitor typed, cleaned so that rules can be written once.

Three depths, each built on the one before:

    clean(text)   safe to store and show: no control, bidi, zero-width or tag characters, no lone
                  surrogates, line breaks folded to spaces, runs of spaces to one, 2,000 at most
    fold(text)    for reading: clean, NFKC, every script's digits as 0-9, curly quotes and dashes
                  straight, Arabic punctuation and vowel marks folded. Spans refer to this text.
    plain(text)   for matching: fold, lower case, accents off, Arabic letter forms unified.
                  Exactly as long as fold(text), so a position in one is a position in the other.

None ever raises, and cleaning or folding twice changes nothing. Superscripts, fractions and
circled digits are no digits and stay what they are: ``int`` would not take them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

LIMIT = 2000

_ORDINARY = re.compile(r"[!-~]+(?: [!-~]+)*\Z")
_ANSI = re.compile(r"\x1b\[[0-9;?]{0,16}[A-Za-z]")
_SPACES = re.compile(r"\s+")
_KEPT_BY_NFKC = re.compile(
    "([ªº²³¹¼½¾\u2070-\u209f\u2150-\u215f\u2189\u2460-\u24ff\u2776-\u2793\u3200-\u32ff\U0001f100-\U0001f1ff]+)"
)
_LINE_CHARACTERS = "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_GONE_WHEN_FOLDED = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\ufe00-\ufe0f\u20e3]")
_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ´`′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣", "-"),
        "٫": ".",
        "٬": ",",
        "،": ",",
        "؛": ";",
        "؟": "?",
        "٪": "%",
        "⁄": "/",
        "∕": "/",
    }
)
_ARABIC_FORMS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
    "ؤ": "و",
    "ئ": "ي",
}
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "I": "i"}


def clean(text: str) -> str:
    """The text as it may be stored and shown: visible characters on one line, at most 2,000."""
    if len(text) <= LIMIT and _ORDINARY.match(text):
        return text
    return _tidy(_ANSI.sub("", text[: 2 * LIMIT]).translate(_VISIBLE))


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """The text as the readers see it; their spans are positions in this."""
    text = clean(text)
    if text.isascii():
        return text.replace("`", "'")
    for _ in range(3):  # a folded character can bring forth another one to fold
        before, text = text, _fold_once(text)
        if before == text:
            break
    return text


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Lower case without accents, as long as ``fold(text)``, character for character."""
    text = fold(text)
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def _fold_once(text: str) -> str:
    parts = _KEPT_BY_NFKC.split(text)
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    text = _GONE_WHEN_FOLDED.sub("", "".join(parts)[: 2 * LIMIT]).translate(_STRAIGHT)
    return _tidy(text.translate(_ASCII_DIGITS))


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()[:LIMIT].rstrip()


def _visible(character: str) -> str:
    if character in _LINE_CHARACTERS:
        return " "
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"} or ord(character) & 0xFFFE == 0xFFFE:
        return ""
    return character


def _ascii_digit(character: str) -> str:
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    return character


def _plain_character(character: str) -> str:
    if character in _ARABIC_FORMS:
        return _ARABIC_FORMS[character]
    lower = character.lower()
    base = unicodedata.normalize("NFD", lower if len(lower) == 1 else character)[0]
    return _LETTERS.get(base, base)


class _Letters(dict[int, str]):
    """A table for str.translate that fills itself: what becomes of each character."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self._become = become

    def __missing__(self, code: int) -> str:
        if len(self) >= MOST_LETTERS:
            self.clear()  # nobody writes in so many scripts
        self[code] = found = self._become(chr(code))
        return found


MOST_LETTERS: Final = 4096
_VISIBLE: Final = _Letters(_visible)
_ASCII_DIGITS: Final = _Letters(_ascii_digit)
_PLAIN: Final = _Letters(_plain_character)
