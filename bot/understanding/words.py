"""Words and phrases: a text cut into words, and tables of phrases found in it in one linear pass.

A phrase is written as plain words with a few signs:

    get preapprov*       a star ends a stem
    call|ring me         one of several words
    the? second one      a word that may be missing
    tengo .. vender      a gap of at most three words, inside one sentence, none of them a "not"
    ^ no thanks $        only at the beginning or the end of the text

Words are compared without case, accents and apostrophes; ä, ö, ü, ß also match ae, oe, ue, ss, and
Arabic words match with or without the article. No regular expression runs over a visitor's text
except the one that cuts words, so the cost is linear whatever the text holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from bot.records import frozen
from bot.understanding.lexicon.grammar import NEGATES
from bot.understanding.normalise import plain

GAP: Final = 3
MOST_WORDS: Final = 500
SHORTEST_STEM: Final = 3
COMMA, SENTENCE = 1, 2
_WORD = re.compile(r"e-mail\w*|[^\W_]+(?:'[^\W_]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?;…]")
_ENDS_PHRASE = re.compile(r"[,:()،/]| -+ ")
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))
_SIGNS = ("^", "$", "..")
_PARTICLES = frozenset("وبلف")


@frozen
class Words:
    """A text as words. ``breaks[i]`` tells what stands before word i: nothing, COMMA, SENTENCE."""

    text: str  # as plain() gives it
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]
    known: frozenset[str]  # the words, each once
    heads: frozenset[str]  # their first letters, as many as the shortest stem has
    joined: bool  # may a word have an Arabic particle grown onto it?

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
    return Words(
        text=folded,
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(ends),
        breaks=tuple(breaks),
        known=frozenset(words),
        heads=frozenset([word[:SHORTEST_STEM] for word in words]),
        joined=not folded.isascii() and any(word[0] in _PARTICLES for word in words),
    )


def _bare(word: str) -> str:
    if word.isascii():
        return word.replace("'", "").replace("-", "")
    if word[:2] == "ال" and len(word) > 4:
        return word[2:]
    return word.replace("'", "")


def _break(between: str) -> int:
    if between in ("", " "):
        return 0
    if _ENDS_SENTENCE.search(between) and between != ".":
        return SENTENCE
    return COMMA if _ENDS_PHRASE.search(between) else 0


@frozen
class Hit:
    """A phrase found: whose it is, and the words it covers."""

    key: str
    first: int
    last: int

    @property
    def length(self) -> int:
        """How many words it covers."""
        return self.last - self.first


@frozen
class _Part:
    """One place of a phrase: some words, or a gap, or the text's beginning or end."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    sign: str = ""  # "..", "^" or "$"

    def fits(self, word: str) -> bool:
        if word in self.words or (self.stems and word.startswith(self.stems)):
            return True
        return _may_have_particle(word) and self._fits_bare(without_particle(word))

    def _fits_bare(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


@frozen
class _Phrase:
    """A phrase from its first word on; ``follows`` is what the words behind it must hold."""

    key: str
    parts: tuple[_Part, ...]
    anchored: bool
    follows: _Part | None  # the next words of the phrase, to pass over most phrases quickly
    after_gap: bool


@frozen
class _Layout:
    """A table of phrases as it is looked things up in."""

    words: dict[str, list[_Phrase]]  # first word -> phrases
    stems: dict[str, list[_Phrase]]
    known: frozenset[str]  # the first words
    stem_lengths: tuple[int, ...]
    stem_starts: frozenset[str]
    vocabulary: frozenset[str]  # all words of all phrases


class Phrases:
    """A table of phrases, each belonging to a key, found by hash look-ups.

    Most tables are made for other texts than the next one, and there are hundreds of phrases in
    some: they are laid out when they are first needed.
    """

    __slots__ = ("_layout", "_table")

    def __init__(self, table: Mapping[str, str | Iterable[str]]) -> None:
        self._layout: _Layout | None = None
        self._table = {
            key: tuple(lines.splitlines() if isinstance(lines, str) else lines)
            for key, lines in table.items()
        }

    @property
    def vocabulary(self) -> frozenset[str]:
        """All words that phrases are made of."""
        return (self._layout or self._lay_out()).vocabulary

    def _lay_out(self) -> _Layout:
        words: dict[str, list[_Phrase]] = {}
        stems: dict[str, list[_Phrase]] = {}
        vocabulary: set[str] = set()
        for phrase in self._phrases():
            for part in phrase.parts:
                vocabulary |= part.words
            for word in phrase.parts[0].words:
                words.setdefault(word, []).append(phrase)
            for stem in phrase.parts[0].stems:
                stems.setdefault(stem, []).append(phrase)
        self._layout = _Layout(
            words=words,
            stems=stems,
            known=frozenset(words),
            stem_lengths=tuple(sorted({len(stem) for stem in stems})),
            stem_starts=frozenset(stem[:SHORTEST_STEM] for stem in stems),
            vocabulary=frozenset(vocabulary),
        )
        return self._layout

    def _phrases(self) -> Iterator[_Phrase]:
        for key, lines in self._table.items():
            for line in lines:
                for variant in _variants(line.split()):
                    anchored = bool(variant) and variant[0].sign == "^"
                    parts = variant[anchored:]
                    if parts and not parts[0].sign:
                        yield _phrase(key, parts, anchored=anchored)

    def find(self, words: Words) -> list[Hit]:
        """All phrases in the text, in reading order; of one key at one place only the longest."""
        hits: list[Hit] = []
        layout = self._layout or self._lay_out()
        known, starts = layout.known, layout.stem_starts
        if known.isdisjoint(words.known) and starts.isdisjoint(words.heads) and not words.joined:
            return hits
        for at, word in enumerate(words.words):
            if word in known or word[:SHORTEST_STEM] in starts or word[0] in _PARTICLES:
                hits += self._hits(_candidates(layout, word), words, at, begins=at == 0)
        return hits

    def at(self, words: Words, at: int, *, anchored: bool = True) -> list[Hit]:
        """The phrases that begin at one word; not anchored, ``^`` holds at that word too."""
        if at >= len(words.words):
            return []
        candidates = _candidates(self._layout or self._lay_out(), words.words[at])
        return self._hits(candidates, words, at, begins=at == 0 or not anchored)

    def _hits(
        self, candidates: list[list[_Phrase]], words: Words, at: int, *, begins: bool
    ) -> list[Hit]:
        best: dict[str, int] = {}
        for phrases in candidates:
            _match_all(phrases, words, at, begins, best)
        return [Hit(key, at, end) for key, end in best.items()]

    def __contains__(self, text: str) -> bool:
        return bool(self.find(cut(text)))


def _candidates(layout: _Layout, word: str) -> list[list[_Phrase]]:
    """The phrases that may begin with a word."""
    found = [layout.words[word]] if word in layout.words else []
    if word[:SHORTEST_STEM] in layout.stem_starts:
        begins = (word[:length] for length in layout.stem_lengths if length <= len(word))
        found += [layout.stems[begin] for begin in begins if begin in layout.stems]
    if word[0] in _PARTICLES and len(word) > 3:  # Arabic "and", "with", "for" grown onto it
        bare = without_particle(word)
        if bare in layout.words:
            found.append(layout.words[bare])
    return found


def _phrase(key: str, parts: tuple[_Part, ...], *, anchored: bool) -> _Phrase:
    after_gap = len(parts) > 2 and parts[1].sign == ".."
    follows = parts[1 + after_gap] if len(parts) > 1 + after_gap else None
    if follows is not None and follows.sign:
        follows = None
    return _Phrase(key, parts, anchored, follows, after_gap)


def _match_all(
    phrases: list[_Phrase], words: Words, at: int, begins: bool, best: dict[str, int]
) -> None:
    """Note where the phrases end that begin at this word, the longest of each key."""
    near = words.words[at + 1 : at + 2 + GAP]
    following = near[0] if near else ""
    arabic = any(word[0] in _PARTICLES for word in near)
    for phrase in phrases:
        if phrase.anchored and not begins:
            continue
        follows = phrase.follows
        if follows is not None and not arabic and not follows.stems:
            if phrase.after_gap:
                if follows.words.isdisjoint(near):
                    continue
            elif following not in follows.words:
                continue
        end = _match(phrase.parts, 1, words, at + 1)
        if end > best.get(phrase.key, 0):
            best[phrase.key] = end


def without_particle(word: str) -> str:
    """An Arabic word without the "and", "with" or "for" (and the article) grown onto it."""
    rest = word[1:]
    if rest[:2] == "ال" and len(rest) > 4:
        return rest[2:]
    if word[0] == "ل" and rest[:1] == "ل" and len(rest) > 3:
        return rest[1:]
    return rest


def _may_have_particle(word: str) -> bool:
    return word[:1] in _PARTICLES and len(word) > 3


def _match(parts: tuple[_Part, ...], at: int, words: Words, position: int) -> int:
    """Where the rest of a phrase ends when it goes on at this word, or -1."""
    while at < len(parts):
        part = parts[at]
        if part.sign == "..":
            return _match_after_gap(parts, at + 1, words, position)
        if part.sign == "$":
            return position if position == len(words.words) else -1
        if position >= len(words.words) or words.breaks[position] == SENTENCE:
            return -1
        if not part.fits(words.words[position]):
            return -1
        at += 1
        position += 1
    return position


def _match_after_gap(parts: tuple[_Part, ...], at: int, words: Words, position: int) -> int:
    for skipped in range(GAP + 1):
        if skipped and not _passes(words, position + skipped - 1):
            return -1
        end = _match(parts, at, words, position + skipped)
        if end >= 0:
            return end
    return -1


def _passes(words: Words, position: int) -> bool:
    """May a gap pass over this word? Not over the end of a sentence, nor over a "not"."""
    if position >= len(words.words) or words.breaks[position] == SENTENCE:
        return False
    return words.words[position] not in NEGATES


def _variants(written: list[str]) -> list[tuple[_Part, ...]]:
    """The phrase with and without each of the words that may be missing."""
    variants: list[tuple[_Part, ...]] = [()]
    for word in written:
        part = _part(word.removesuffix("?"))
        longer = [(*variant, part) for variant in variants]
        variants = [*longer, *variants] if word.endswith("?") else longer
    return variants


def _part(written: str) -> _Part:
    if written in _SIGNS:
        return _Part(sign=written)
    exact: set[str] = set()
    stems: list[str] = []
    for word in written.split("|"):
        for spelling in _spellings(word.removesuffix("*")):
            if word.endswith("*"):
                stems.append(spelling)
            elif spelling:
                exact.add(spelling)
    return _Part(frozenset(exact), tuple(stems))


@lru_cache(maxsize=20_000)
def _spellings(word: str) -> frozenset[str]:
    other = word.lower()
    for letter, spelled in _UMLAUTS:
        other = other.replace(letter, spelled)
    return frozenset((_bare(plain(word)), _bare(plain(other))))
