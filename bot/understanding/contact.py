"""How the visitor wants to be reached, said in passing: phone, text or e-mail."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon import contact as lexicon
from bot.understanding.lexicon.grammar import LIGHT, NEGATES
from bot.understanding.words import Hit, Phrases, Words, cut

_WISHES: Final = Phrases(lexicon.PREFERENCES)
_ASKS_OF_US: Final = Phrases({"question": lexicon.ASKS_OF_US})


def preference(text: str) -> str:
    """ "email", "phone" or "text" where the visitor says so, else ""."""
    words = cut(text)
    if _ASKS_OF_US.find(words):
        return ""
    hits = [hit for hit in _WISHES.find(words) if not _is_unwanted(words, hit)]
    return max(hits, key=lambda hit: hit.length).key if hits else ""


def _is_unwanted(words: Words, hit: Hit) -> bool:
    """ "Kein WhatsApp", "don't text me", "nicht per Mail", "rather call than text"; and whoever
    would rather have a video call is after the home, not their telephone."""
    said = words.words[hit.first : hit.last]
    if not (lexicon.THAN.isdisjoint(said) and lexicon.SEEN_FROM_AFAR.isdisjoint(said)):
        return True
    at = hit.first
    while at and not words.breaks[at] and words.words[at - 1] in LIGHT:
        at -= 1
    return at > 0 and not words.breaks[at] and words.words[at - 1] in NEGATES
