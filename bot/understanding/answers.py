"""What every short reply can be: a yes, a no, "I don't know" or "I'd rather not say"."""

from __future__ import annotations

from typing import Final, Literal

from bot.understanding.lexicon import answers as lexicon
from bot.understanding.words import Phrases, Words, cut

Stance = Literal["yes", "no", "refuse", "unsure", ""]

SHORT: Final = 8
_BEGINS: Final = Phrases({**lexicon.BEGINS, "turn": lexicon.TURNS})
_ELSEWHERE: Final = Phrases({"refuse": lexicon.REFUSES, "unsure": lexicon.UNSURE})
_EMOJI: Final = {
    "👍": "yes",
    "✅": "yes",
    "👌": "yes",
    "✔": "yes",
    "👎": "no",
    "❌": "no",
    "🤷": "unsure",
}


def stance(text: str) -> Stance:
    """How the reply begins: with a yes, a no, a refusal, not knowing, or none of these."""
    words = cut(text)
    if not words.words:
        return _emoji(words.text)
    evasion = _evasion(words)
    return evasion or _opening(words)


def declines(text: str) -> bool:
    """Does a short reply decline to answer ("rather not", "skip", "none of your business")?"""
    words = cut(text)
    return len(words) <= 2 * SHORT and any(hit.key == "refuse" for hit in _ELSEWHERE.find(words))


def only_agrees(words: Words) -> bool:
    """Is it all "ok", "cool", "vale": agreement, but no statement?"""
    return bool(words.words) and all(
        word in lexicon.AGREES or word in lexicon.FILLERS or word in lexicon.POLITE
        for word in words.words
    )


def doubts(words: Words) -> list[tuple[int, int]]:
    """Where each "don't know" or "rather not" begins and ends, in words."""
    return [(hit.first, hit.last) for hit in _ELSEWHERE.find(words)]


def _emoji(text: str) -> Stance:
    for sign, meaning in _EMOJI.items():
        if sign in text:
            return meaning  # type: ignore[return-value]
    return ""


def _evasion(words: Words) -> Stance:
    if len(words) > 2 * SHORT:
        return ""
    found = {hit.key for hit in _ELSEWHERE.find(words)}
    return "refuse" if "refuse" in found else "unsure" if found else ""


def _opening(words: Words) -> Stance:
    start = next((at for at, word in enumerate(words.words) if word not in lexicon.FILLERS), None)
    places = range(len(words)) if start is None else (start, *range(start))
    for at in places:
        longest = max(_BEGINS.at(words, at), key=lambda hit: hit.length, default=None)
        if longest is not None and longest.key in ("yes", "no"):
            return "yes" if longest.key == "yes" else "no"
        if longest is not None:
            return ""
    return ""
