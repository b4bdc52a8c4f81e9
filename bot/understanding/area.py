"""The area somebody is looking in, as the office writes it.

The market's own areas and aliases come first (accents optional, mistakes forgiven, postcodes
known), then places known as such: those keep their usual name, with ``covered`` False, so that a
flow may refer the visitor to a partner. What is no place is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.records import frozen
from bot.understanding import answers
from bot.understanding.lexicon import common
from bot.understanding.lexicon import places as lexicon
from bot.understanding.lexicon.grammar import AND, OR
from bot.understanding.lexicon.names import NO_NAMES
from bot.understanding.lexicon.states import ALSO_WORDS, CODES
from bot.understanding.negation import negated
from bot.understanding.normalise import fold
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Hit, Phrases, Words, cut

NO_PLACES: Final = common.EVERYDAY | NO_NAMES
SHORTEST_TYPO: Final = 5
SHORTEST_PLACE: Final = 3
LONG_WORD: Final = 9
BETWEEN_TWO: Final = 3  # words at most between two places to choose from: "or maybe in"
MOST_WORDS: Final = 3
DIGITS: Final = {"US": 5, "ES": 5, "MX": 5, "DE": 5, "IN": 6}  # of a postcode
_POSTCODE: Final = re.compile(
    r"(?<![\w$€£.,-])(\d{5,6}|[a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}|ls\d{1,2})(?![\w,.]*\d|[kKm%])",
    re.IGNORECASE,
)
_ANYWHERE: Final = Phrases({"anywhere": lexicon.ANYWHERE})
_ELSEWHERE: Final = Phrases({"elsewhere": lexicon.ELSEWHERE})


@frozen
class _Map:
    """The areas of a market ready for reading."""

    phrases: Phrases
    squeezed: dict[str, str]  # "roundrock" -> Round Rock
    names: frozenset[str]
    city: str  # the city the areas belong to, "" where unknown
    districts: frozenset[str]
    others: Phrases  # parts of the city that are not listed
    parts: dict[str, str]  # telling words of listed names


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:
    """The area that answers the question; the first one where several are named."""
    words = cut(text)
    if not words.words:
        return None
    known = _map_of(around)
    found = _listed(words, known)
    if found is None or found.value == known.city:
        found = _district(words, known) or found or _mistyped(words, known)
    else:
        found = _mistyped_before(words, known, found) or found
    found = found or _by_postcode(words, known, around.country) or _by_part(words, known)
    if found:
        return found
    elsewhere = _elsewhere(words, known, bare=True)
    if elsewhere and not slot.referral and not elsewhere.extra.get("covered"):
        elsewhere = _as_typed(text, elsewhere)
    return elsewhere or _evasive(text, words, known) or _unlisted(text, words)


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:  # noqa: ARG001
    """An area in running text: a listed one, or a known place that somebody is looking in."""
    words = cut(text)
    known = _map_of(around)
    reading = _listed(words, known, running=True) or _mistyped(words, known, after_lead=True)
    reading = reading or _elsewhere(words, known, bare=False)
    return [reading] if reading else []


def _as_typed(text: str, reading: Reading) -> Reading:
    """A place outside the list, where that ends nothing, stays in the visitor's own script."""
    start, end = reading.span
    said = fold(text)[start:end]
    return reading if said.isascii() or not said else replace(reading, value=said)


def _listed(words: Words, known: _Map, *, running: bool = False) -> Reading | None:
    hits = [hit for hit in known.phrases.find(words) if not negated(words, hit.first, hit.last)]
    hits = [hit for hit in hits if not (_inside_longer(hit, hits) or _excepted(words, hit.first))]
    hits = _without_origins(hits, words, running=running)
    if not hits:
        return None
    chosen = hits[0]
    district = next((hit for hit in hits if hit.key in known.districts), None)
    if chosen.key == known.city and district and not _joined_by_or(words, chosen, district):
        chosen = district
    return _covered(chosen.key, words, chosen.first, chosen.last)


def _inside_longer(hit: Hit, hits: Iterable[Hit]) -> bool:
    return any(
        other.first <= hit.first and hit.last <= other.last and other.length > hit.length
        for other in hits
    )


def _without_origins(hits: list[Hit], words: Words, *, running: bool) -> list[Hit]:
    """ "Moving from Austin to Round Rock": where somebody comes from is not where they look."""
    if len(hits) < 2 and not running:
        return hits
    origins = {hit.last for hit in _ELSEWHERE.find(words)}
    wanted = [hit for hit in hits if hit.first not in origins]
    return wanted if running else wanted or hits


def _excepted(words: Words, at: int) -> bool:
    """ "Anywhere but Austin"."""
    at -= at > 1 and words.words[at - 1] in lexicon.WITHIN
    before = words.words[at - 1] if at else ""
    return before in lexicon.EXCEPT and (before != "but" or bool(_ANYWHERE.find(words)))


def _joined_by_or(words: Words, first: Hit, second: Hit) -> bool:
    between = words.words[min(first.last, second.last) : max(first.first, second.first)]
    return any(word in OR or word in AND for word in between)


def _district(words: Words, known: _Map) -> Reading | None:
    """A part of the office's city that is not on its list."""
    for hit in known.others.find(words):
        if not negated(words, hit.first, hit.last):
            covered = known.city in known.names
            span = words.span(hit.first, hit.last)
            return Reading(hit.key, sure=not covered, span=span, extra={"covered": covered})
    return None


def _by_part(words: Words, known: _Map) -> Reading | None:
    """ "Roma" for Roma Norte: one word of a listed name, in a short text."""
    if len(words) > MOST_WORDS:
        return None
    for at, word in enumerate(words.words):
        denied = negated(words, at, at + 1) or _excepted(words, at)
        if word in known.parts and not denied:
            return _covered(known.parts[word], words, at, at + 1, sure=False)
    return None


def _mistyped(words: Words, known: _Map, *, after_lead: bool = False) -> Reading | None:
    """A listed area misspelt or written in one word, in one to three neighbouring words."""
    for size in range(MOST_WORDS, 0, -1):
        for at in range(min(len(words), 40) - size + 1):
            if after_lead and size == 1 and (at == 0 or words.words[at - 1] not in lexicon.LEADS):
                continue
            name = _nearest(words.words[at : at + size], known)
            if name and not (negated(words, at, at + size) or _excepted(words, at)):
                return _covered(name, words, at, at + size, sure=False)
    return None


def _mistyped_before(words: Words, known: _Map, listed: Reading) -> Reading | None:
    """ "Pflugervile or maybe Georgetown": the first of the two is named, if misspelt."""
    end = sum(start < listed.span[0] for start in words.starts)
    between = range(max(end - BETWEEN_TWO, 0), end)
    last = next((at for at in between if words.words[at] in OR), 0)
    if not last or any(words.breaks[last : end + 1]):
        return None
    found = _mistyped(cut(words.text[: words.ends[last - 1]]), known)
    return found if found is not None and found.span[1] == words.ends[last - 1] else None


def _nearest(parts: tuple[str, ...], known: _Map) -> str:
    squeezed = "".join(parts)
    if squeezed in known.squeezed:
        return known.squeezed[squeezed]
    if len(squeezed) < SHORTEST_TYPO or any(part.isdigit() for part in parts):
        return ""
    if len(parts) == 1 and (parts[0] in common.WORDS or parts[0] in _place_words()):
        return ""
    if len(parts) > 1 and (_ordinary(parts[0], known) or _ordinary(parts[-1], known)):
        return ""
    reach = 1 if len(squeezed) < LONG_WORD else 2
    best = extractOne(squeezed, known.squeezed.keys(), scorer=OSA.distance, score_cutoff=reach)
    if best is None or best[0][0] != squeezed[0]:
        return ""
    return known.squeezed[best[0]]


def _ordinary(word: str, known: _Map) -> bool:
    """Is it an everyday word, and no part of a listed name ("las" of Las Rozas)?"""
    return word in common.WORDS and word not in known.phrases.vocabulary


def _by_postcode(words: Words, known: _Map, country: str) -> Reading | None:
    match = _POSTCODE.search(words.text)
    if not match:
        return None
    code = match.group().replace(" ", "")
    if code.isdigit() and len(code) != DIGITS.get(country):
        return None  # six digits in Berlin are a sum
    span = match.span()
    name = lexicon.POSTCODES_OF_AREAS.get(code, "")
    if name in known.names:
        return Reading(name, span=span, extra={"covered": True})
    inside = code.startswith(lexicon.POSTCODES.get(known.city, ("",)))
    value = _city_as_written(known) if inside and known.city else code.upper()
    return Reading(value, sure=inside, span=span, extra={"covered": inside})


def _elsewhere(words: Words, known: _Map, *, bare: bool) -> Reading | None:
    """A place known as such that is not on the market's list."""
    hits = [hit for hit in _gazetteer().find(words) if not negated(words, hit.first, hit.last)]
    hits = [hit for hit in hits if not _inside_longer(hit, hits)]
    origins = {hit.last for hit in _ELSEWHERE.find(words)}
    hits = [hit for hit in hits if hit.first not in origins and not _excepted(words, hit.first)]
    if not bare:
        hits = [hit for hit in hits if hit.first and words.words[hit.first - 1] in lexicon.LEADS]
    for hit in hits:
        name = _without_state(hit.key)
        if name == known.city:
            return _covered(_city_as_written(known), words, hit.first, hit.last)
        return Reading(name, span=words.span(hit.first, hit.last), extra={"covered": False})
    return None


def _without_state(name: str) -> str:
    """ "Kyle TX" is listed with its state where the bare name is a common word: Kyle."""
    head, _, tail = name.rpartition(" ")
    return head if head and len(tail) == 2 and tail.isupper() and tail != "DC" else name


def _evasive(text: str, words: Words, known: _Map) -> Reading | None:
    span = (0, len(words.text))
    if _ANYWHERE.find(words):
        city = _city_as_written(known)
        if any(_excepted(words, at) for at in range(len(words))):
            return None  # of the rest, which one? it is asked again
        if city:
            return Reading(city, sure=False, span=span, extra={"covered": True})
        return Reading(None, refused=True, span=span)
    stance = answers.stance(text)
    if stance == "no" and known.phrases.find(words):
        return None  # "no en Retiro" declines nothing
    if stance in ("refuse", "unsure", "no"):
        return Reading(None, refused=True, span=span)
    return None


def _unlisted(text: str, words: Words) -> Reading | None:
    """A name we do not know: taken when written as a place name, and said back."""
    folded = fold(text)
    at = 1 if words.words[0] in lexicon.LEADS else 0
    end = len(words)
    state = end - at > 1 and _is_state(words, folded)
    end -= state
    names = words.words[at:end]
    if not 0 < len(names) <= MOST_WORDS or words.asks:
        return None
    shown = folded[words.starts[at] : words.ends[end - 1]]
    if len(shown) < SHORTEST_PLACE:
        return None
    ordinary = any(word in NO_PLACES or not word.isalpha() for word in names[:1] + names[-1:])
    if ordinary or answers.stance(text) or not (state or _capitalised(shown)):
        return None
    value = shown if _capitalised(shown) else shown.title()
    return Reading(value, sure=bool(state), span=words.span(at, end), extra={"covered": not state})


def _is_state(words: Words, folded: str) -> bool:
    """Does it end in a state's code? ("call me" does not, "Hutto TX" and "hutto tx" do.)"""
    last = words.words[-1]
    return last.upper() in CODES and (last not in ALSO_WORDS or folded[words.starts[-1]].isupper())


def _capitalised(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split() if len(word) > 3) and text[:1].isupper()


def _covered(name: str, words: Words, first: int, last: int, *, sure: bool = True) -> Reading:
    return Reading(name, sure=sure, span=words.span(first, last), extra={"covered": True})


def _city_as_written(known: _Map) -> str:
    if known.city in known.names:
        return known.city
    return lexicon.CITY_AS_WRITTEN.get(known.city, known.city)


def _map_of(around: Surroundings) -> _Map:
    return _map(tuple((name, tuple(aliases)) for name, aliases in around.areas.items()))


@lru_cache(maxsize=64)
def _map(areas: tuple[tuple[str, tuple[str, ...]], ...]) -> _Map:
    names = frozenset(name for name, _ in areas)
    squeezed: dict[str, str] = {}
    table: dict[str, list[str]] = {}
    for name, aliases in areas:
        for spelling in (name, *aliases):
            parts = cut(spelling).words
            table.setdefault(name, []).append(" ".join(parts))
            squeezed.setdefault("".join(parts), name)
    city = next(
        (c for c, districts in lexicon.CITY_OF.items() if names.intersection(districts)), ""
    )
    others = _spellings(lexicon.DISTRICTS.get(city, ""))
    return _Map(
        Phrases(table),
        squeezed,
        names,
        city,
        names.intersection(lexicon.CITY_OF.get(city, ())),
        Phrases({name: lines for name, lines in others.items() if name not in names}),
        _telling_words(names),
    )


def _telling_words(names: frozenset[str]) -> dict[str, str]:
    """The words that stand in one listed name only."""
    owners: dict[str, set[str]] = {}
    for name in names:
        for word in cut(name).words:
            if len(word) > 3 and word not in lexicon.GENERIC and word not in common.WORDS:
                owners.setdefault(word, set()).add(name)
    return {word: found.pop() for word, found in owners.items() if len(found) == 1}


def _spellings(written: str) -> dict[str, list[str]]:
    """ "Name=other|another; Next" as a table from the name to all its spellings."""
    table: dict[str, list[str]] = {}
    for entry in written.replace("\n", ";").split(";"):
        name, _, others = entry.strip().partition("=")
        if name:
            spellings = (name, *(other for other in others.split("|") if other))
            table[name] = [" ".join(cut(spelling).words) for spelling in spellings]
    return table


@lru_cache(maxsize=1)
def _gazetteer() -> Phrases:
    return Phrases(_spellings(lexicon.PLACES))


@lru_cache(maxsize=1)
def _place_words() -> frozenset[str]:
    return frozenset(_gazetteer().vocabulary)
