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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
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
    known: frozenset[str] = field(init=False)  # the words, each once
    heads: frozenset[str] = field(init=False)  # their first letters, as long as a shortest stem
    joined: bool = field(init=False)  # may a word have an Arabic particle grown onto it?

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "known", frozenset(self.words))
        put(self, "heads", frozenset([word[:SHORTEST_STEM] for word in self.words]))
        put(self, "joined", not _PARTICLES.isdisjoint([word[0] for word in self.words]))

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
        breaks.append(0 if _in_figure(folded, before, start) else _break(folded[before:start]))
        before = end
        if len(words) == MOST_WORDS:
            break
    return Words(folded, tuple(words), tuple(starts), tuple(ends), tuple(breaks))


def _in_figure(text: str, before: int, start: int) -> bool:
    """Is it the comma of "1,2 Mio"?"""
    return start - before == 1 and text[before] == "," and text[before - 1].isdigit()


@lru_cache(maxsize=1024)
def _bare(word: str) -> str:
    if word.isascii():
        return word.replace("'", "").replace("-", "")
    if word[:2] == "ال" and len(word) > 4:
        return word[2:]
    return word.replace("'", "")


@lru_cache(maxsize=256)
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


class _Node:
    """A place within phrases that begin alike; phrases are known by their number."""

    __slots__ = ("after", "branches", "closing", "ends", "gap", "stems")

    def __init__(self) -> None:
        self.branches: dict[_Part, _Node] = {}
        self.after: dict[str, list[_Node]] = {}  # the same branches, by word
        self.stems: dict[str, list[tuple[tuple[str, ...], _Node]]] = {}  # by first letter
        self.gap: _Node | None = None
        self.ends: list[int] = []  # the phrases that end here
        self.closing: list[int] = []  # those that end here if the text does

    def branch(self, part: _Part) -> _Node:
        """The place behind one more part of a phrase."""
        if part.sign:
            self.gap = self.gap or _Node()
            return self.gap
        found = self.branches.get(part)
        if found is None:
            found = self.branches[part] = _Node()
            for word in part.words:
                self.after.setdefault(word, []).append(found)
            for letter in {stem[0] for stem in part.stems}:
                self.stems.setdefault(letter, []).append((part.stems, found))
        return found

    def add(self, parts: Iterable[_Part], number: int) -> None:
        """Keep the rest of a phrase from here on."""
        node = self
        for part in parts:
            if part.sign == "$":
                node.closing.append(number)
                return
            node = node.branch(part)
        node.ends.append(number)

    def nexts(self, word: str) -> Sequence[_Node]:
        """The places behind a word."""
        found = self._plainly(word)
        if word[0] in _PARTICLES and len(word) > SHORTEST_STEM:
            bare = self._plainly(without_particle(word))
            return [*found, *(node for node in bare if node not in found)]
        return found

    def _plainly(self, word: str) -> Sequence[_Node]:
        found = self.after.get(word, _NOWHERE)
        stems = self.stems.get(word[0])
        if stems is None:
            return found
        stemmed = [node for begins, node in stems if word.startswith(begins)]
        return [*found, *(node for node in stemmed if node not in found)]


_NOWHERE: Final[Sequence[_Node]] = ()


@frozen
class _Layout:
    """A table of phrases as it is looked things up in."""

    keys: tuple[str, ...]  # of the phrases, by number
    roots: tuple[_Node, _Node]  # phrases that begin anywhere, and those only at the beginning
    known: frozenset[str]  # the first words
    stem_starts: frozenset[str]
    vocabulary: frozenset[str]  # all words of all phrases


class Phrases:
    """A table of phrases, each belonging to a key. Phrases that begin alike are walked together,
    so that their number does not matter.

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
        roots = (_Node(), _Node())
        keys: list[str] = []
        vocabulary: set[str] = set()
        for key, parts, anchored in self._phrases():
            vocabulary.update(*(part.words for part in parts))
            roots[anchored].add(parts, len(keys))
            keys.append(key)
        begun = [stems for root in roots for placed in root.stems.values() for stems, _ in placed]
        stems = [stem for several in begun for stem in several]
        self._layout = _Layout(
            keys=tuple(keys),
            roots=roots,
            known=frozenset([word for root in roots for word in root.after]),
            stem_starts=frozenset([stem[:SHORTEST_STEM] for stem in stems]),
            vocabulary=frozenset(vocabulary),
        )
        return self._layout

    def _phrases(self) -> Iterator[tuple[str, tuple[_Part, ...], bool]]:
        """Each phrase as its key, its parts, and whether it stands only at the beginning."""
        for key, lines in self._table.items():
            for line in lines:
                for variant in _variants(line.split()):
                    anchored = bool(variant) and variant[0].sign == "^"
                    parts = variant[anchored:]
                    if parts and not parts[0].sign:
                        yield key, parts, anchored

    def find(self, words: Words) -> list[Hit]:
        """All phrases in the text, in reading order; of one key at one place only the longest."""
        hits: list[Hit] = []
        layout = self._layout or self._lay_out()
        known, starts = layout.known, layout.stem_starts
        if known.isdisjoint(words.known) and starts.isdisjoint(words.heads) and not words.joined:
            return hits
        for at, word in enumerate(words.words):
            if word in known or word[:SHORTEST_STEM] in starts or word[0] in _PARTICLES:
                hits += _hits(layout, words, at, begins=at == 0)
        return hits

    def at(self, words: Words, at: int, *, anchored: bool = True) -> list[Hit]:
        """The phrases that begin at one word; not anchored, ``^`` holds at that word too."""
        if at >= len(words.words):
            return []
        layout = self._layout or self._lay_out()
        return _hits(layout, words, at, begins=at == 0 or not anchored)

    def __contains__(self, text: str) -> bool:
        return bool(self.find(cut(text)))


def _hits(layout: _Layout, words: Words, at: int, *, begins: bool) -> list[Hit]:
    """The longest phrase of each key that begins at this word."""
    ends: dict[int, int] = {}
    for root in layout.roots if begins else layout.roots[:1]:
        for node in root.nexts(words.words[at]):
            _walk(node, words, at + 1, ends)
    if not ends:
        return []
    best: dict[str, int] = {}
    for number, end in sorted(ends.items()):
        key = layout.keys[number]
        best[key] = max(end, best.get(key, 0))
    return [Hit(key, at, end) for key, end in best.items()]


def _walk(node: _Node, words: Words, position: int, ends: dict[int, int]) -> None:
    """Note where the phrases end that go on from a place at this word."""
    for number in node.ends:
        ends[number] = max(position, ends.get(number, 0))
    inside = position < len(words.words)
    if node.closing and not inside:
        for number in node.closing:
            ends[number] = position
    if node.gap is not None:
        _walk_over_gap(node.gap, words, position, ends)
    if node.branches and inside and words.breaks[position] != SENTENCE:
        for after in node.nexts(words.words[position]):
            _walk(after, words, position + 1, ends)


def _walk_over_gap(node: _Node, words: Words, position: int, ends: dict[int, int]) -> None:
    """Behind a gap, each phrase ends where it does with the fewest words passed over."""
    found: dict[int, int] = {}
    for skipped in range(GAP + 1):
        if skipped and not _passes(words, position + skipped - 1):
            break
        here: dict[int, int] = {}
        _walk(node, words, position + skipped, here)
        found = here | found
    for number, end in found.items():
        ends[number] = max(end, ends.get(number, 0))


def without_particle(word: str) -> str:
    """An Arabic word without the "and", "with" or "for" (and the article) grown onto it."""
    rest = word[1:]
    if rest[:2] == "ال" and len(rest) > 4:
        return rest[2:]
    if word[0] == "ل" and rest[:1] == "ل" and len(rest) > 3:
        return rest[1:]
    return rest


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
