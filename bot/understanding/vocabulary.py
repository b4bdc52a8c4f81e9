"""Number words looked up, in the visitor's language first, then in the other three."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from bot.understanding.lexicon import numbers as lexicon
from bot.understanding.lexing import WORD, Token, spellings, wordset
from bot.understanding.normalise import plain

UNIT, TENS, HUNDREDS, HUNDRED, SCALE, DUAL = "unit", "tens", "hundreds", "hundred", "scale", "dual"
HALF, QUARTER, ARTICLE, JOIN, POINT, DOZEN = "half", "quarter", "article", "join", "point", "dozen"
SMALL: Final = frozenset({UNIT, TENS, HUNDREDS, HUNDRED, DOZEN})
LANGUAGES: Final = ("en", "es", "de", "ar")
_ARABIC_PREFIXES: Final = ("وال", "بال", "و", "ب", "ل", "ال", "ف")
_WHOLE: Final = wordset("بالمئة بالمائة بالمية")  # "percent" ends in "hundred"
_GERMAN_HINTS: Final = ("hundert", "tausend", "zig", "ßig", "ssig", "einhalb", "zehn")


class Entry(NamedTuple):
    """What a word is to a number: its part of speech and its figure."""

    kind: str
    value: Decimal
    lang: str
    vague: bool = False


def _entries(lang: str) -> dict[str, Entry]:
    tables: list[tuple[str, str]] = [
        (UNIT, lexicon.UNITS[lang]),
        (TENS, lexicon.TENS[lang]),
        (HUNDREDS, lexicon.HUNDREDS[lang]),
        (SCALE, lexicon.SCALES[lang]),
        (DUAL, lexicon.DUALS[lang]),
        (UNIT, lexicon.VAGUE[lang]),
        (HUNDRED, _equal(lexicon.HUNDRED[lang], "100")),
        (HALF, _equal(lexicon.HALVES[lang], "0.5")),
        (HALF, _equal(lexicon.THREE_QUARTERS, "0.75")),
        (QUARTER, _equal(lexicon.QUARTERS[lang], "0.25")),
        (ARTICLE, _equal(lexicon.ARTICLES[lang], "1")),
        (JOIN, _equal(lexicon.JOINS[lang], "0")),
        (POINT, _equal(lexicon.POINTS[lang], "0")),
        (DOZEN, _equal("dozen dutzend docena", "12")),
    ]
    found: dict[str, Entry] = {}
    for kind, table in tables:
        for pair in table.split():
            word, _, number = pair.partition("=")
            vague = table is lexicon.VAGUE[lang]
            for spelling in spellings(word):
                found[spelling] = Entry(kind, Decimal(number), lang, vague)
    return found


def _equal(words: str, value: str) -> str:
    return " ".join(f"{word}={value}" for word in words.split())


def _vocabulary(lang: str) -> Mapping[str, Entry]:
    merged: dict[str, Entry] = {}
    for other in LANGUAGES:
        foreign = _ENTRIES[other]
        merged |= {word: it for word, it in foreign.items() if word not in _ONLY_AT_HOME}
    return merged | _ENTRIES.get(lang, {})


_ONLY_AT_HOME: Final = wordset(lexicon.ONLY_AT_HOME)
_ENTRIES: Final = {lang: _entries(lang) for lang in LANGUAGES}
_VOCABULARIES: Final = {lang: _vocabulary(lang) for lang in LANGUAGES}
_SHORT: Final = {
    plain(word): Decimal(number)
    for word, _, number in (pair.partition("=") for pair in lexicon.SHORT_SCALES.split())
}
FRACTIONS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def entry(word: str, lang: str) -> Entry | None:
    """What the word counts; German compounds are taken apart."""
    found = _VOCABULARIES.get(lang, _VOCABULARIES["en"]).get(word)
    if found is None and len(word) > 6 and any(hint in word for hint in _GERMAN_HINTS):
        value = compound(word)
        return None if value is None else Entry(HUNDREDS if value < 1000 else SCALE, value, "de")
    return found


def short_scale(word: str) -> Decimal | None:
    """The factor of a suffix that only follows a figure: k, m, mio, cr …"""
    return _SHORT.get(word)


@lru_cache(maxsize=256)
def compound(word: str) -> Decimal | None:
    """A German number written as one word: dreihundertfünfzigtausend, zweieinhalb."""
    word = word.removeprefix("und")
    if word in ("ein", "eine"):
        return Decimal(1)
    known = _ENTRIES["de"].get(word)
    if known is not None and known.kind in (UNIT, TENS, HUNDRED):
        return known.value
    for mark, factor in (("tausend", Decimal(1000)), ("hundert", Decimal(100))):
        left, found, right = word.partition(mark)
        if found:
            return _times(left, factor, right)
    return _compound_below_hundred(word)


def _times(left: str, factor: Decimal, right: str) -> Decimal | None:
    many = compound(left) if left else Decimal(1)
    rest = compound(right) if right else Decimal(0)
    return None if many is None or rest is None or rest >= factor else many * factor + rest


def _compound_below_hundred(word: str) -> Decimal | None:
    if word.endswith("einhalb"):
        whole = compound(word.removesuffix("einhalb"))
        return None if whole is None or whole > 99 else whole + Decimal("0.5")
    left, found, right = word.partition("und")
    unit, tens = _ENTRIES["de"].get(left), _ENTRIES["de"].get(right)
    one = Decimal(1) if left == "ein" else unit.value if unit and unit.kind == UNIT else None
    if found and one is not None and tens is not None and tens.kind == TENS:
        return one + tens.value
    return None


def without_prefixes(tokens: tuple[Token, ...], lang: str) -> tuple[Token, ...]:
    """Arabic "and", "with" and "the" taken off the number words they grow onto."""
    if not any("\u0600" <= token.text[0] <= "\u06ff" for token in tokens):
        return tokens
    parted: list[Token] = []
    for token in tokens:
        parted.extend(_parted(token, lang) if token.kind == WORD else (token,))
    return tuple(parted)


def _parted(token: Token, lang: str) -> tuple[Token, ...]:
    if entry(token.text, lang) is not None or token.text in _WHOLE:
        return (token,)
    for prefix in _ARABIC_PREFIXES:
        rest = token.text.removeprefix(prefix)
        if rest != token.text and entry(rest, lang) is not None:
            start = token.start + len(prefix)
            number = Token(WORD, rest, start, token.end)
            joint = Token(WORD, prefix[0], token.start, token.start + 1)
            return (joint, number) if prefix[0] in "ول" else (number,)
    return (token,)
