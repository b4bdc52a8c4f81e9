"""The bot's own words in each language, filled with values that are never read as text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from bot.dialogue.phrases import ar, de, en, es

FALLBACK: Final = "en"
LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": en.PHRASES,
    "es": es.PHRASES,
    "de": de.PHRASES,
    "ar": ar.PHRASES,
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

    def field(self, name: str) -> str:
        """A field's name as a visitor would say it."""
        return self._phrases.get(f"field.{name}") or name.replace("_", " ")


@cache
def book(lang: str) -> Book:
    """The book of a language, English where we have none."""
    return Book(lang[:2].lower())


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""
