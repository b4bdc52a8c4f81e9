"""Which language a text asks for, or is written in; "" when it does not show."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from bot.understanding.intents import detect as intents_of
from bot.understanding.lexicon import languages as lexicon
from bot.understanding.normalise import plain
from bot.understanding.words import cut

CLEAR: Final = 2  # telling words of one language that settle it
SHARE: Final = 0.3  # of all words
_TELLING: Final = {
    lang: frozenset(plain(word).replace("'", "") for word in words.split())
    for lang, words in lexicon.TELLING.items()
}


def detect(text: str) -> str:
    """The language that a text asks for, else the one it is clearly written in, else ""."""
    return requested(text) or written(text)


def requested(text: str) -> str:
    """The language named in a request such as "¿hablan español?"."""
    asked = [intent for intent in intents_of(text) if intent.id == "language"]
    return asked[-1].data["lang"] if asked else ""


def written(text: str) -> str:
    """The language of the words; conservative, since names and places are not translated."""
    script = _script(text)
    if script:
        return script
    words = cut(text).words
    telling = {word for word in words if word.isalpha()}
    scores = {lang: len(telling & known) for lang, known in _TELLING.items()}
    best = max(scores, key=lambda lang: scores[lang])
    others = max(score for lang, score in scores.items() if lang != best)
    clear = scores[best] >= CLEAR + others and scores[best] >= SHARE * len(telling)
    return best if clear else ""


def _script(text: str) -> str:
    """The language that a text in another script is written in."""
    if text.isascii():
        return ""
    found: dict[str, int] = {}
    latin = 0
    for character in text[:200]:
        name = _script_of(character)
        if name == "latin":
            latin += 1
        elif name:
            found[name] = found.get(name, 0) + 1
    if found.get("fa", 0) >= CLEAR:
        return "fa"
    best = max(found, key=lambda lang: found[lang], default="")
    return best if best and found[best] > max(2, latin) else ""


@lru_cache(maxsize=2048)
def _script_of(character: str) -> str:
    if not character.isalpha():
        return ""
    name = unicodedata.name(character, "").split(" ")[0]
    if character in lexicon.PERSIAN:
        return "fa"
    return lexicon.SCRIPTS.get(name, "latin")
