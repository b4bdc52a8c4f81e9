"""A state of the USA, by name, code, misspelling or big city, as its two letters."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.understanding import answers
from bot.understanding.lexicon import common
from bot.understanding.lexicon import states as lexicon
from bot.understanding.negation import negated
from bot.understanding.normalise import fold, plain
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Phrases, Words, cut

SHORTEST_TYPO: Final = 4


NEAR: Final = 2  # words between "live" and the state
_LEFT: Final = frozenset(("from", "leaving", "desde", "aus"))
_IN: Final = frozenset(("in", "en", "im", "في"))
_AT_HOME: Final = frozenset(
    ("live", "lives", "living", "work", "vivo", "vivimos", "trabajo", "wohne", "wohnen", "lebe")
)


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The state that answers the question, the first one where several are named."""
    words = cut(text)
    found = _named(words) or _coded(words, fold(text)) or _by_city(words) or _mistyped(words)
    if found:
        return found
    if answers.stance(text) in ("no", "refuse", "unsure"):
        return Reading(None, refused=True, span=(0, len(words.text)))
    return None


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:  # noqa: ARG001
    """A state named in full behind an "in", unless it is where somebody lives now."""
    words = cut(text)
    found = _named(words)
    if found is None:
        return []
    at = next(i for i, start in enumerate(words.starts) if start >= found.span[0])
    there = at > 0 and words.words[at - 1] in _IN and not _AT_HOME.intersection(words.words[:at])
    return [found] if there else []


def _named(words: Words) -> Reading | None:
    names, _ = _tables()
    return _first(words, names, sure=True)


def _by_city(words: Words) -> Reading | None:
    _, cities = _tables()
    return _first(words, cities, sure=False)


def _first(words: Words, table: Phrases, *, sure: bool) -> Reading | None:
    hits = [hit for hit in table.find(words) if not negated(words, hit.first, hit.last)]
    if not hits:
        return None
    hits = [hit for hit in hits if not _is_elsewhere(words, hit.first)] or hits
    first = min(hits, key=lambda hit: (hit.first, -hit.length))
    return Reading(first.key, sure=sure, span=words.span(first.first, first.last))


def _coded(words: Words, folded: str) -> Reading | None:
    places = [at for at in range(len(words)) if _is_code(words, folded, at)]
    places = [at for at in places if not _is_elsewhere(words, at)] or places
    if not places:
        return None
    return Reading(words.words[places[0]].upper(), span=words.span(places[0], places[0] + 1))


def _is_code(words: Words, folded: str, at: int) -> bool:
    word = words.words[at]
    code = word.upper()
    if code not in lexicon.CODES:
        return False
    typed = folded[words.starts[at] : words.ends[at]]
    return len(words) == 1 or typed == code or word not in lexicon.ALSO_WORDS


def _is_elsewhere(words: Words, at: int) -> bool:
    """ "Moving from California to Texas", "I live in Ohio but the house is in Texas"."""
    before = range(at - 1, max(-1, at - 1 - NEAR), -1)
    return any(words.words[place] in _LEFT | _AT_HOME for place in before)


def _mistyped(words: Words) -> Reading | None:
    spellings = _spellings()
    for size in (2, 1):
        for at in range(min(len(words), 12) - size + 1):
            part = " ".join(words.words[at : at + size])
            if len(part) < SHORTEST_TYPO or part in common.WORDS:
                continue
            reach = 1 if len(part) < 8 else 2
            best = extractOne(part, spellings.keys(), scorer=OSA.distance, score_cutoff=reach)
            if best and best[0][0] == part[0]:
                return Reading(spellings[best[0]], sure=False, span=words.span(at, at + size))
    return None


@lru_cache(maxsize=1)
def _tables() -> tuple[Phrases, Phrases]:
    names = {
        code: [*spellings.split("|"), *lexicon.OTHER_SPELLINGS.get(code, "").split("|")]
        for code, spellings in lexicon.STATES.items()
    }
    cities = {code: spellings.split("|") for code, spellings in lexicon.CITIES.items()}
    return Phrases(names), Phrases(cities)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Every name of five letters and more, for misspellings."""
    return {
        plain(spelling): code
        for code, spellings in lexicon.STATES.items()
        for spelling in spellings.split("|")
        if len(spelling) >= 5
    }
