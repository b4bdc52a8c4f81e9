"""The bot's own words in each language, filled with values that are never read as text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from bot.dialogue.phrases import ar, de, en, es, es_mx

FALLBACK: Final = "en"
LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": en.PHRASES,
    "es": es.PHRASES,
    "es-MX": {**es.PHRASES, **es_mx.PHRASES},
    "de": de.PHRASES,
    "ar": ar.PHRASES,
}
REGIONS: Final[Mapping[tuple[str, str], str]] = {  # how a language is spoken in a country
    ("es", "MX"): "es-MX",
    ("es", "US"): "es-MX",
}


class Book:
    """All phrases of one language; what it lacks is said in English."""

    __slots__ = ("_phrases", "lang")

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else FALLBACK
        self._phrases = {**LANGUAGES[FALLBACK], **LANGUAGES[self.lang]}

    def __contains__(self, key: str) -> bool:
        return key in self._phrases

    def say(self, key: str, values: Mapping[str, str] | None = None) -> str:
        """A phrase with its ``{names}`` filled in; a name without a value stays empty."""
        phrase = self._phrases[key]
        return phrase.format_map(_Blank(values or {})) if "{" in phrase else phrase

    def first(self, *keys: str) -> str:
        """The first of these keys that has a phrase; the last one has."""
        return next((key for key in keys if key in self._phrases), keys[-1])

    def default(self, name: str) -> str:
        """What a text says of something the office gave no value for, "" where it is English."""
        return self._phrases.get(f"default.{name}", "")

    def field(self, name: str) -> str:
        """A field's name as a visitor would say it."""
        return self._phrases.get(f"field.{name}") or name.replace("_", " ")


@cache
def book(lang: str) -> Book:
    """The book of a language, English where we have none."""
    return Book(lang if lang in LANGUAGES else lang[:2].lower())


def regional(lang: str, country: str) -> str:
    """The language as it is spoken in a country: es in Mexico is es-MX."""
    return REGIONS.get((lang, country), lang)


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""
