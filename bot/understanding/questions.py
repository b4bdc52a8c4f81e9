"""What a message asks back: its sentences that are questions, and what they are about."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from bot.records import frozen
from bot.understanding.lexicon import grammar, homes
from bot.understanding.lexicon.answers import FILLERS
from bot.understanding.lexicon.intents import INVERTS
from bot.understanding.normalise import fold
from bot.understanding.words import SENTENCE, Phrases, Words, cut

_OPENS: Final = Phrases({"question": grammar.OPENS_QUESTION})
_TOPICS: Final = Phrases(homes.TOPICS)
_FACTS: Final = Phrases({topic: words.split() for topic, words in homes.FACT_WORDS.items()})


@frozen
class Question:
    """A sentence that asks. ``text`` is as it was typed, without what only leads up to it;
    ``span`` is its place in the folded text; ``marked`` says that it has a question mark."""

    text: str
    span: tuple[int, int]
    marked: bool


@lru_cache(maxsize=64)
def questions(text: str) -> tuple[Question, ...]:
    """The sentences of a message that ask something back."""
    words = cut(text)
    return tuple(_questions(words, fold(text))) if words.words else ()


def topics_of(question: Question, facts: Collection[str]) -> tuple[str, ...]:
    """What a question about a home is about: facts that are known by name first, then the topics
    that every listing has."""
    words = cut(question.text)
    named = [key for key in facts if _names(key, words)]
    known = [hit.key for hit in _FACTS.find(words) if hit.key in facts]
    found = tuple(dict.fromkeys([*named, *known]))
    return found or tuple(dict.fromkeys(_longest(words)))


def _questions(words: Words, typed: str) -> Iterator[Question]:
    bounds = [0, *(i for i in range(1, len(words)) if words.breaks[i] == SENTENCE), len(words)]
    for first, last in pairwise(bounds):
        start, end = words.starts[first], words.ends[last - 1]
        behind = words.starts[last] if last < len(words) else len(words.text)
        marked = "?" in words.text[end:behind]
        if marked or _OPENS.find(cut(typed[start:end])):
            opening = _past_announcement(words, first, last, typed)
            start = words.starts[opening]
            sentence = typed[_past_fillers(words, opening, last) : end]
            yield Question(sentence + ("?" if marked else ""), (start, end), marked)


def _past_announcement(words: Words, first: int, last: int, typed: str) -> int:
    """Where the question itself begins in "just a question - is parking included?"."""
    if words.words[first] in INVERTS or _OPENS.at(words, first, anchored=False):
        return first
    for at in range(first + 1, last):
        rest = typed[words.starts[at] : words.ends[last - 1]]
        if words.breaks[at] and (words.words[at] in INVERTS or _OPENS.find(cut(rest))):
            return at
    return first


def _past_fillers(words: Words, first: int, last: int) -> int:
    """Where a sentence begins behind "oh and …"."""
    at = first
    while at < last - 1 and words.words[at] in FILLERS:
        at += 1
    return words.starts[at]


def _longest(words: Words) -> list[str]:
    """The topics of a question, without those that stand inside a longer one's words."""
    hits = sorted(_TOPICS.find(words), key=lambda hit: -hit.length)
    kept: list[tuple[int, int, str]] = []
    for hit in hits:
        if not any(first < hit.last and hit.first < last for first, last, _ in kept):
            kept.append((hit.first, hit.last, hit.key))
    return [key for _, _, key in sorted(kept)]


def _names(key: str, words: Words) -> bool:
    """Is the fact called by its own name?"""
    parts = cut(key).words
    return bool(parts) and all(part in words.words for part in parts)
