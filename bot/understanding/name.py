"""A person's name as they would write it: lead-ins, titles and what follows the name left out.

Whatever is not recognisably something else is taken word for word: people are called Null, None,
O'Brien & Sons <Ltd>, or 李小龍, and a name is text, never markup or code.
"""

from __future__ import annotations

import re
from typing import Final

from bot.understanding import answers
from bot.understanding.lexicon import common, grammar
from bot.understanding.lexicon import names as lexicon
from bot.understanding.lexicon.email import SPOKEN_AT, SPOKEN_SIGNS
from bot.understanding.normalise import clean, fold, plain
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import COMMA, Phrases, Words, cut

MOST_WORDS: Final = 6
LONGEST: Final = 120
_LEADS: Final = Phrases({"lead": lexicon.LEADS + grammar.CORRECTS})
_STRONG: Final = Phrases({"lead": lexicon.STRONG_LEADS})
_WEAK: Final = Phrases({"lead": lexicon.WEAK_LEADS})
_TAILS: Final = Phrases({"tail": lexicon.TAILS})
_REFUSES: Final = Phrases({"refuse": lexicon.REFUSES})
_CORRECTS: Final = Phrases({"corrects": grammar.CORRECTS})
_TITLES: Final = frozenset(plain(word) for word in lexicon.TITLES)
_NO_NAMES: Final = frozenset(word for entry in lexicon.NO_NAMES for word in cut(entry).words)
_CONTACT: Final = re.compile(r"[^\s@]+@[^\s@]+\.\w+|https?://\S+|\+?(?:\d[ ()./-]{0,2}){7,}")
_PLAIN_NAME: Final = re.compile(r"[^\W\d_]+(?:(?:\. ?|[ '’-]| & )[^\W\d_]+)*\.?")
_EMOJI_AT_ENDS: Final = re.compile(
    r"^[\u2600-\u27bf\U0001f000-\U0001faff\s]+|[\u2600-\u27bf\U0001f000-\U0001faff\s]+$"
)
_SIGNS: Final = re.compile(r"[<>={}\[\]|\\_*;\"#$%^~]|/[^ ]*/|\([^)]*$")
_STARTS_ODD: Final = "-'\"./@&+("
_RESTATED: Final = re.compile(r"^([^\W\d_]+)[,.] +(?=\1 [^\W\d_])", re.IGNORECASE)
_BEFORE_TITLES: Final = frozenset(("and", "und", "y", "u", "la", "el", "los", "las", "die", "der"))
_LINKS: Final = frozenset(("and", "y", "e", "und", "n"))
_EDGES: Final = " ,;:!?…~*-"
_FIRST_SENTENCE: Final = re.compile(r"\s*([^\W\d_][^.!?\n@]{1,40})(?:[.!?]\s|\n)\s*\S")
_FILE_LIKE: Final = re.compile(r"\w\.\w")
_NUMBERS: Final = re.compile(r"^[$€£]?\d[\d.,]*(?: ?[a-z%€£]+)?$|^\d+ \w|\d ?%", re.IGNORECASE)
_IN_NO_NAME: Final = frozenset(("not", "instead", "too", "also", "nicht", "sondern", "auch"))
_SUM: Final = re.compile(r"[$€£]?\d[\d.,]*[a-z%€£]{0,4}")
_LOWER: Final = re.compile(r"[^\W\d_]+")


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The name given; a refusal; None when the text is plainly something else."""
    found = _corrected(text, around) or _read(text, around)
    sentence = None if found else _FIRST_SENTENCE.match(text)
    if sentence is None:
        return found
    alone = _read(sentence[1], around)  # "Bob. call me at 5"
    return alone if alone is not None and alone.value is not None else None


def _corrected(text: str, around: Surroundings) -> Reading | None:
    """ "Ich heiße Müller, ach nee, Meier": what stands behind the correction."""
    words = cut(text)
    signs = [(hit.first, hit.last) for hit in _CORRECTS.find(words)]
    signs += [(at, at + 1) for at, word in enumerate(words.words) if _is_apology(words, at, word)]
    signs = [(at, end) for at, end in signs if at and words.breaks[at]]
    first, last = max(signs, key=lambda sign: (sign[1], -sign[0]), default=(0, 0))
    if not first or last == len(words) or not _is_named(words, first):
        return None
    start = words.starts[last]
    found = _read(fold(text)[start:], around)
    if found is None or found.value is None or any(char.isdigit() for char in str(found.value)):
        return None
    return Reading(found.value, sure=False, span=(start + found.span[0], start + found.span[1]))


def _is_apology(words: Words, at: int, word: str) -> bool:
    """The word between two commas in "Ana, perdón, Anna"."""
    return word in lexicon.APOLOGIES and at + 1 < len(words) and words.breaks[at + 1] > 0


def _is_named(words: Words, end: int) -> bool:
    """Does a name stand before the correction?"""
    start = _past_leads(words)
    return start < end and _looks_like_name(words, start, end)


def _read(text: str, around: Surroundings) -> Reading | None:
    words = cut(text)
    folded = fold(text)
    if not folded or len(folded) > LONGEST * 3:
        return None
    if _declines(text, words):
        return Reading(None, refused=True, span=(0, len(folded)))
    pictures = not _EMOJI_AT_ENDS.sub("", folded)  # a thumb is nobody's name
    if pictures or _NUMBERS.search(folded) or _spells_address(words):
        return None
    if _is_literal(folded, words):
        return Reading(clean(text), span=(0, len(folded)))
    start, end = _bounds(words, folded, around)
    end = _before_kisses(words, folded, start, end)
    if start >= end or _says_more(words, start, end, folded):
        return None
    return _reading(text, folded, words, start, end)


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:  # noqa: ARG001
    """Names in running text, only behind "my name is" and its like."""
    words, folded = cut(text), fold(text)
    for phrases, strict in ((_STRONG, False), (_WEAK, True)):
        for hit in phrases.find(words):
            if around.lang == "de" and words.words[hit.first] == "im":
                continue  # "im Grundbuch" is no "I'm"
            start = _past_titles(words, _past_adverbs(words, hit.last), around)
            end = _run(words, folded, start, strict)
            if end > start:
                return [_reading(text, folded, words, start, end)]
    return []


def _is_literal(folded: str, words: Words) -> bool:
    """Names with signs in them (<b>Bob</b>, Robert'); DROP TABLE) are kept to the letter."""
    if not words.words or folded[0] in _STARTS_ODD:
        return True
    if len(words) == 1 and words.words[0] in lexicon.KEPT_LOWER:
        return True
    return bool(_SIGNS.search(folded)) and not _CONTACT.fullmatch(folded)


def _spells_address(words: Words) -> bool:
    """ "dani at gmail dot com"."""
    return bool(SPOKEN_AT.intersection(words.words)) and any(
        SPOKEN_SIGNS.get(word) == "." for word in words.words
    )


def _declines(text: str, words: Words) -> bool:
    if len(words) == 1 and words.words[0] in lexicon.KEPT_LOWER:
        return False
    return bool(_REFUSES.find(words)) or answers.stance(text) in ("refuse", "unsure")


def _bounds(words: Words, folded: str, around: Surroundings) -> tuple[int, int]:
    """The words of the name: behind lead-ins and titles, before tails."""
    start = _past_wish(words, folded, _past_leads(words))
    start = _past_titles(words, start, around)
    end = min((hit.first for hit in _TAILS.find(words) if hit.first > start), default=len(words))
    end = _before_contact(words, start, _end_of_breath(words, start, end))
    while end - 1 > start and words.words[end - 1] in lexicon.AFTER_NAME:
        end -= 1
    return start, end


def _before_kisses(words: Words, folded: str, start: int, end: int) -> int:
    """ "im priya x": a kiss, typed small, is no surname."""
    while end - 1 > start and set(folded[words.starts[end - 1] : words.ends[end - 1]]) == {"x"}:
        end -= 1
    return end


def _past_leads(words: Words) -> int:
    at = 0
    while at < len(words):
        longest = max((hit.last for hit in _LEADS.at(words, at)), default=at)
        if longest == at or longest >= len(words):
            break
        at = longest
    return at


def _past_wish(words: Words, folded: str, at: int) -> int:
    """The "lieber" of "lieber Anna"; the one of "Lieber Anna" may be a family name."""
    if at + 1 >= len(words) or words.breaks[at + 1] or words.words[at] not in lexicon.RATHERS:
        return at
    return at + folded[words.starts[at]].islower()


def _past_adverbs(words: Words, at: int) -> int:
    """ "My name is actually Dan"."""
    while at < len(words) and words.words[at] in lexicon.ADVERBS:
        at += 1
    return at


def _past_titles(words: Words, at: int, around: Surroundings) -> int:
    spanish = around.lang == "es" or around.country in ("ES", "MX")
    while at < len(words) - 1:
        word = words.words[at]
        titled = word in _TITLES or (spanish and word in lexicon.TITLES_IN_SPANISH)
        linked = word in _BEFORE_TITLES and words.words[at + 1] in _TITLES
        if not (titled or linked):
            break
        at += 1
    return at


def _end_of_breath(words: Words, start: int, end: int) -> int:
    """ "Keisha. and i can go to 1900": the name ends where ordinary words or numbers begin."""
    for at in range(start + 1, end):
        between = words.text[words.ends[at - 1] : words.starts[at]]
        stop = words.breaks[at] and ":" not in between and not _is_initial(words, at - 1)
        if stop and _is_no_name(words.words[at]):
            return at if _looks_like_name(words, start, at) else end
    return end


def _is_no_name(word: str) -> bool:
    known = word in common.WORDS or (word in _NO_NAMES and word not in lexicon.NAMES_TOO)
    return known or word[0].isdigit()


def _before_contact(words: Words, start: int, end: int) -> int:
    """ "Aoife Byrne, aoife@example.com": an address or a number ends the name."""
    contact = _CONTACT.search(words.text, words.starts[start]) if start < len(words) else None
    if contact is None:
        return end
    first = next((at for at in range(start, end) if words.ends[at] > contact.start()), end)
    while first - 1 > start and words.words[first - 1] in lexicon.BEFORE_CONTACT:
        first -= 1
    return first if first > start and _looks_like_name(words, start, first) else end


def _is_initial(words: Words, at: int) -> bool:
    return len(words.words[at]) == 1


def _looks_like_name(words: Words, start: int, end: int) -> bool:
    return end - start <= MOST_WORDS and all(
        word.isalpha() and _may_be_name(word) for word in words.words[start:end]
    )


def _may_be_name(word: str) -> bool:
    return word in lexicon.NAMES_TOO or (
        (word not in common.WORDS or word in lexicon.PARTICLES) and word not in _NO_NAMES
    )


def _says_more(words: Words, start: int, end: int, folded: str) -> bool:
    """Is it no name, or, as "Texas not Florida", about something that was said before?"""
    if not _IN_NO_NAME.isdisjoint(words.words[start + 1 : end]):
        return True
    return _is_something_else(words, start, end, folded)


def _is_something_else(words: Words, start: int, end: int, folded: str) -> bool:
    name = words.words[start:end]
    if words.asks and (end == len(words) or not _looks_like_name(words, start, end)):
        return True
    contact = _CONTACT.search(folded[words.starts[start] : words.ends[end - 1]])
    if (contact and end - start < 4) or all(_SUM.fullmatch(word) for word in name):
        return True
    if name[0] == "the" and 1 < len(name) <= 3:
        return not folded[words.starts[start + 1]].isupper()
    if not _may_be_name(name[0]) and name[0] not in lexicon.KEPT_LOWER:
        return True
    ordinary = sum(not _may_be_name(word) for word in name if word not in lexicon.PARTICLES)
    small = folded[words.starts[end - 1]] == words.text[words.starts[end - 1]]
    if small and name[-1] in _NO_NAMES:  # typed small, an everyday word is no surname
        return True
    numbered = any(word[0].isdigit() for word in name)
    return ordinary >= 3 or ordinary * 2 > len(name) or (ordinary > 0 and numbered)


def _reading(text: str, folded: str, words: Words, start: int, end: int) -> Reading:
    first, last = words.starts[start], words.ends[end - 1]
    if start == 0 and end == len(words):
        first, last = 0, len(folded)
    cleaned = clean(text)
    value = cleaned[first:last] if len(cleaned) == len(folded) else folded[first:last]
    return Reading(_written(value), span=(first, last))


def _written(name: str) -> str:
    bare = _EMOJI_AT_ENDS.sub("", name).strip(_EDGES)
    bare = _RESTATED.sub("", bare)
    if not _PLAIN_NAME.fullmatch(bare):
        return name
    bare = bare if plain(bare).endswith((" jr.", " sr.")) else bare.rstrip(".")
    if bare != bare.lower() or bare in lexicon.KEPT_LOWER or _FILE_LIKE.search(bare):
        return bare
    return _LOWER.sub(lambda word: _capital(word.group()), bare)


def _capital(word: str) -> str:
    if word in lexicon.PARTICLES:
        return word
    if word.startswith("mc") and len(word) > 4:
        return f"Mc{word[2:].capitalize()}"
    return word[0].upper() + word[1:]


def _is_capitalised(words: Words, folded: str, at: int) -> bool:
    return at < len(words) and folded[words.starts[at]].isupper() and _may_be_name(words.words[at])


def _names(words: Words, start: int, end: int) -> int:
    """How many names there are, particles ("de la") left out."""
    return sum(word not in lexicon.PARTICLES for word in words.words[start:end])


def _has_no_case(words: Words, at: int, shown: str) -> bool:
    """Arabic has no capitals: there the last words of a text or a clause go with the name."""
    last = at + 1 >= len(words) or words.breaks[at + 1] > 0
    return shown == shown.upper() and last


def _run(words: Words, folded: str, start: int, strict: bool) -> int:
    """How far the words from ``start`` look like a name; strictly, each must be capitalised."""
    at = start
    while (
        at < len(words)
        and _names(words, start, at) < 4
        and (at == start or words.breaks[at] < COMMA)
    ):
        word, shown = words.words[at], folded[words.starts[at]]
        if at > start and word in _LINKS and _is_capitalised(words, folded, at + 1):
            at += 1  # Marta y Luis
            continue
        if not (word.isalpha() and (_may_be_name(word) or word in lexicon.PARTICLES)):
            break
        small = shown == shown.lower() and (strict or not _has_no_case(words, at, shown))
        if (strict or at > start) and small and word not in lexicon.PARTICLES:
            break
        at += 1
    while at > start and words.words[at - 1] in lexicon.PARTICLES:
        at -= 1
    return at
