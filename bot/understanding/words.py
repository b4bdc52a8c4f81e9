"""Words and phrases: a text cut into words, and tables of phrases found in it in one linear pass.

A phrase is written as plain words with a few signs:

    get preapprov*       a star ends a stem
    call|ring me         one of several words
    the? second one      a word that may be missing
    tengo .. vender      a gap of at most three words, inside one sentence
    ^ no thanks $        only at the beginning or the end of the text

Words are compared without case, accents and apostrophes; ä, ö, ü, ß also match ae, oe, ue, ss, and
Arabic words match with or without the article. No regular expression runs over a visitor's text
except the one that cuts words, so the cost is linear whatever the text holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.understanding.normalise import plain

GAP: Final = 3
MOST_WORDS: Final = 500
COMMA, SENTENCE = 1, 2
_WORD = re.compile(r"e-mail\w*|[^\W_]+(?:'[^\W_]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?;…]")
_ENDS_PHRASE = re.compile(r"[,:()،/]| -+ ")
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))
_ANCHORS = ("^", "$")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words. ``breaks[i]`` tells what stands before word i: nothing, COMMA, SENTENCE."""

    text: str  # as plain() gives it
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from word ``first`` up to, not including, word ``last``."""
        return self.starts[first], self.ends[last - 1]

    @property
    def asks(self) -> bool:
        """Does the text hold a question mark?"""
        return "?" in self.text


@lru_cache(maxsize=64)
def cut(text: str) -> Words:
    """The words of a text, at most MOST_WORDS of them."""
    folded = plain(text)
    words, starts, ends, breaks = [], [], [], []
    before = 0
    for match in _WORD.finditer(folded):
        start, end = match.span()
        words.append(_bare(match.group()))
        starts.append(start)
        ends.append(end)
        breaks.append(_break(folded[before:start]))
        before = end
        if len(words) == MOST_WORDS:
            break
    return Words(folded, tuple(words), tuple(starts), tuple(ends), tuple(breaks))


def _bare(word: str) -> str:
    if word.isascii():
        return word.replace("'", "").replace("-", "")
    if word[:2] == "ال" and len(word) > 4:
        return word[2:]
    return word.replace("'", "")


def _break(between: str) -> int:
    if between in ("", " "):
        return 0
    if _ENDS_SENTENCE.search(between) and not (between == "."):
        return SENTENCE
    return COMMA if _ENDS_PHRASE.search(between) else 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: whose it is, and the words it covers."""

    key: str
    first: int
    last: int

    @property
    def length(self) -> int:
        """How many words it covers."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class _Part:
    words: frozenset[str]
    stems: tuple[str, ...]
    optional: bool
    gap: bool
    start: bool
    end: bool

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


@dataclass(frozen=True, slots=True)
class _Phrase:
    key: str
    parts: tuple[_Part, ...]


class Phrases:
    """A table of phrases, each belonging to a key, found by hash look-ups."""

    def __init__(self, table: Mapping[str, str | Iterable[str]]) -> None:
        self._words: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        self._stem_lengths: tuple[int, ...] = ()
        self.vocabulary: set[str] = set()
        for key, lines in table.items():
            for line in lines.splitlines() if isinstance(lines, str) else lines:
                if line.strip():
                    self._add(_Phrase(key, tuple(_part(word) for word in line.split())))
        self._stem_lengths = tuple(sorted({len(stem) for stem in self._stems}))

    def _add(self, phrase: _Phrase) -> None:
        for part in phrase.parts:
            self.vocabulary |= part.words
        for part in phrase.parts:
            if part.start:
                continue
            for word in part.words:
                self._words.setdefault(word, []).append(phrase)
            for stem in part.stems:
                self._stems.setdefault(stem, []).append(phrase)
            if not part.optional:
                break

    def find(self, words: Words) -> list[Hit]:
        """All phrases in the text, in reading order; of one key at one place only the longest."""
        return [hit for at in range(len(words.words)) for hit in self.at(words, at)]

    def at(self, words: Words, at: int, *, anchored: bool = True) -> list[Hit]:
        """The phrases that begin at one word; not anchored, ``^`` holds at that word too."""
        if at >= len(words.words):
            return []
        beginning = 0 if anchored else at
        best: dict[str, int] = {}
        for phrase in self._candidates(words.words[at]):
            end = _match(phrase.parts, 0, words, at, beginning)
            if end > at and end > best.get(phrase.key, 0):
                best[phrase.key] = end
        return [Hit(key, at, end) for key, end in best.items()]

    def __contains__(self, text: str) -> bool:
        return bool(self.find(cut(text)))

    def _candidates(self, word: str) -> Iterator[_Phrase]:
        yield from self._words.get(word, ())
        for length in self._stem_lengths:
            if length > len(word):
                break
            yield from self._stems.get(word[:length], ())
        if len(word) > 3 and word[0] in "وبلف":  # Arabic "and", "with", "for" grow onto the word
            yield from self._words.get(_without_particle(word), ())


def _match(
    parts: tuple[_Part, ...], at: int, words: Words, position: int, beginning: int = 0
) -> int:
    """Where the phrase ends when it begins at this word, or -1."""
    if at == len(parts):
        return position
    part = parts[at]
    if part.start:
        return _match(parts, at + 1, words, position) if position == beginning else -1
    if part.end:
        return position if position == len(words.words) else -1
    if part.gap:
        return _match_after_gap(parts, at + 1, words, position)
    if _fits_here(part, words, position, inside=at > 0 and not parts[at - 1].start):
        end = _match(parts, at + 1, words, position + 1)
        if end >= 0:
            return end
    return _match(parts, at + 1, words, position) if part.optional else -1


def _match_after_gap(parts: tuple[_Part, ...], at: int, words: Words, position: int) -> int:
    for skipped in range(GAP + 1):
        if skipped and not _same_sentence(words, position + skipped - 1):
            return -1
        end = _match(parts, at, words, position + skipped)
        if end >= 0:
            return end
    return -1


def _same_sentence(words: Words, position: int) -> bool:
    return position < len(words.words) and words.breaks[position] != SENTENCE


def _fits_here(part: _Part, words: Words, position: int, *, inside: bool) -> bool:
    if position >= len(words.words) or (inside and words.breaks[position] == SENTENCE):
        return False
    word = words.words[position]
    if part.fits(word):
        return True
    return len(word) > 3 and word[0] in "وبلف" and part.fits(_without_particle(word))


def _without_particle(word: str) -> str:
    rest = word[1:]
    if rest[:2] == "ال" and len(rest) > 4:
        return rest[2:]
    if word[0] == "ل" and rest[:1] == "ل" and len(rest) > 3:
        return rest[1:]
    return rest


def _part(written: str) -> _Part:
    if written in _ANCHORS:
        return _Part(frozenset(), (), False, False, written == "^", written == "$")
    if written == "..":
        return _Part(frozenset(), (), False, True, False, False)
    optional = written.endswith("?")
    exact: set[str] = set()
    stems: list[str] = []
    for word in written.removesuffix("?").split("|"):
        for spelling in _spellings(word.removesuffix("*")):
            if word.endswith("*"):
                stems.append(spelling)
            else:
                exact.add(spelling)
    return _Part(frozenset(exact), tuple(stems), optional, False, False, False)


def _spellings(word: str) -> set[str]:
    other = word.lower()
    for letter, spelled in _UMLAUTS:
        other = other.replace(letter, spelled)
    return {_bare(plain(word)), _bare(plain(other))}
