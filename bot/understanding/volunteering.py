"""Values inside running text that answer questions nobody has asked yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from itertools import islice, pairwise
from typing import Final

from bot.understanding import contact, kinds, visiting
from bot.understanding.intervals import times_may_be_in
from bot.understanding.lexicon import corrections as lexicon
from bot.understanding.negation import negated
from bot.understanding.normalise import fold
from bot.understanding.option_book import book_of
from bot.understanding.options import asks_meaning, asks_unmarked
from bot.understanding.types import Fill, Reading, Slot, Surroundings
from bot.understanding.words import Phrases, cut

MODULES: Final = {
    "email": "email",
    "phone": "phone",
    "money": "money",
    "datetime": "moment",
    "number": "number",
    "percent": "percent",
    "area": "area",
    "name": "name",
    "address": "address",
    "timeline": "timeline",
    "region": "region",
}
JOINTS: Final = frozenset(("and", "but", "so", "y", "pero", "und", "aber", "و"))
SPOKEN: Final = Phrases({"email": "at|arroba .. dot|punto|punkt"})  # dani at gmail dot com
MOST_PIECES: Final = 12  # of a message, each looked at by itself
MOST_TIMED_PIECES: Final = 4
COUNTING: Final = kinds.FIGURES | {"datetime", "timeline", "choice"}
_ADDRESS: Final = re.compile(r"[^\s@]{1,64}@[^\s@]+\.\w+")
_HALF_SPOKEN: Final = re.compile(
    r"[\w.+-](?: (?:at|arroba|aroba|[äa]t|آت) | ?[\[({] ?(?:at|arroba|ät) ?[\])}] ?)"
    r"[\w-]{2,40}\.(?:com|net|org|de|es|mx|at|ch|ae|eu|info|co|us|uk|io|me)\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"(?:(?:\+|\b00)\d{0,3}[ .-]?\d?|\b0|\()[ .-]?$")  # before a number
_DIGITS: Final = re.compile(r"(?:\d\D{0,2}){7}")
FEWEST: Final = 6  # characters in which there is no number to call
BRIEF_WISH: Final = 6  # words
SHARES: Final = frozenset({"reason"})  # "just curious" says when as well as why
ORDER: Final = tuple(MODULES)  # the most telling kinds take their words first
Find = Callable[[str, Slot, Surroundings], list[Reading]]
Span = tuple[int, int]

_FACTS: Final = {field: Phrases(values) for field, values in lexicon.VOLUNTEERED.items()}


def volunteered(
    text: str,
    slots: Iterable[Slot],
    taken: Container[str],
    around: Surroundings,
    used: list[Span],
) -> Iterator[Fill]:
    """What the text says of fields that are empty, outside the words already ``used``."""
    for slot in sorted(slots, key=_rank):
        if slot.field in taken:
            continue
        for reading in find(text, slot, around):
            shares = slot.field in SHARES
            if reading.value is not None and (shares or not overlaps(reading.span, used)):
                used.append(reading.span)
                yield Fill(slot.field, slot.id, reading, text)
                break


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """The values of a question's kind inside running text; only what is clearly said."""
    text = without_contacts(text, slot, around)
    if slot.kind == "choice":
        return _find_choice(text, slot, around)
    found = finder(slot.kind)(text, slot, around) if slot.kind in MODULES else []
    if not found and slot.kind == "email" and spells_address(text):
        reading = kinds.read("email", text, slot, around)
        return [reading] if reading is not None else []
    return found


def spells_address(text: str) -> bool:
    """ "dani at gmail dot com", "ana arroba gmail.com", "anna(at)gmx.de"."""
    return bool(SPOKEN.find(cut(text)) or _HALF_SPOKEN.search(fold(text)))


def may_hold_contact(text: str) -> bool:
    """Are there digits enough for a number, or the sign of an address?"""
    return "@" in text or (len(text) > FEWEST and _DIGITS.search(text) is not None)


def without_contacts(text: str, slot: Slot, around: Surroundings) -> str:
    """The text for a reader of figures: those of a number or an address to write to count nothing.
    Commas take their place, so that spans stay what they are."""
    if slot.kind not in COUNTING or not may_hold_contact(text):
        return text
    folded = fold(text)
    spans = [match.span() for match in _ADDRESS.finditer(folded)] if "@" in folded else []
    spans += [reading.span for reading in finder("phone")(text, slot, around)]
    if not spans:
        return text
    for number, end in spans:
        code = _CODE.search(folded[:number])
        start = code.start() if code else number
        folded = f"{folded[:start]}{',' * (end - start)}{folded[end:]}"
    return folded


def times_in(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """Days and times in running text, whatever the question's own kind."""
    return finder("datetime")(without_contacts(text, slot, around), slot, around)


def wished_time(text: str, slot: Slot, around: Surroundings) -> Reading | None:
    """The time named in a text that is known to name one: in few words, a day is enough where the
    free times are known."""
    found = times_in(text, slot, around)
    if found or not around.slots or len(cut(text)) > BRIEF_WISH:
        return found[0] if found else None
    reading = kinds.read("datetime", text, slot, around)
    return reading if reading is not None and not reading.refused else None


@lru_cache(maxsize=16)
def finder(kind: str) -> Find:
    """What looks for values of a kind inside running text; loaded at its first use."""
    found: Find = import_module(f"bot.understanding.{MODULES[kind]}").find
    return found


def wish(text: str, taken: Container[str]) -> Fill | None:
    """How the visitor wants to be reached, said in passing."""
    preference = contact.preference(text) if "contact_pref" not in taken else ""
    return Fill("contact_pref", "", Reading(preference), text) if preference else None


def overlaps(span: Span, used: Iterable[Span]) -> bool:
    """Do these words belong to something else already?"""
    return any(span[0] < end and start < span[1] for start, end in used)


def _find_choice(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    if book_of(slot).is_timeline:
        return [] if asks_meaning(cut(text)) else _find_timeline(text, slot, around)
    facts = _FACTS.get(slot.field)
    if facts is None:
        return _visits(text, slot, around)
    words = cut(text)
    values = {option.value for option in slot.options}
    hits = [
        hit
        for hit in facts.find(words)
        if hit.key in values and not negated(words, hit.first, hit.last)
    ]
    found = {hit.key for hit in hits}
    asks = asks_unmarked(words) or (words.asks and slot.field != "appointment")
    if len(found) != 1 or asks:
        return _visits(text, slot, around)
    return [Reading(hits[0].key, span=words.span(hits[0].first, hits[0].last))]


def _visits(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """ "Tour saturday 11", where a visit can be chosen."""
    return visiting.find(text, slot, lambda piece: times_in(piece, slot, around))


def _find_timeline(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """When to move: in the whole text, else in a part of it ("preapproved and move by june 1")."""
    look = finder("timeline")
    found = look(text, slot, around)
    words = cut(text)
    joints = [
        at for at, word in enumerate(words.words) if at and (word in JOINTS or words.breaks[at])
    ]
    if found or not joints:
        return found
    pieces = pairwise([0, *joints[:MOST_PIECES], len(words)])
    timed = (piece for piece in pieces if times_may_be_in(words.words[slice(*piece)]))
    for first, last in islice(timed, MOST_TIMED_PIECES):
        start, end = words.span(first, last)
        for reading in look(words.text[start:end], slot, around):
            span = (reading.span[0] + start, reading.span[1] + start)
            return [replace(reading, span=span)]
    return []


def _rank(slot: Slot) -> int:
    """The most telling kinds take their words first."""
    return ORDER.index(slot.kind) if slot.kind in ORDER else len(ORDER)
