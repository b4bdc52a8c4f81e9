"""The options of a question made ready for reading, and the search for them in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.records import frozen
from bot.understanding import answers
from bot.understanding.lexicon import choices, common, grammar
from bot.understanding.normalise import plain
from bot.understanding.types import Option, Slot
from bot.understanding.words import SENTENCE, Hit, Phrases, Words, cut

TIMELINE: Final = frozenset(("now", "1_3m", "3_6m", "6_12m", "12m_plus"))
RANKS: Final = choices.RANKS
REACH: Final = 3  # a negation governs this many words after it, light ones not counted
FARTHEST: Final = 8
SHORTEST_TYPO: Final = 4
SHORT_TEXT: Final = 6
LABEL_WORDS: Final = 7
MOST_BOOKS: Final = 2000
_ORDINAL: Final = {
    plain(word): number for number, words in grammar.ORDINALS.items() for word in words.split()
}
_OUTRIGHT: Final = {
    "yes": "yes", "si": "yes", "ja": "yes", "نعم": "yes",
    "no": "no", "nein": "no", "لا": "no",
}  # fmt: skip
_AROUND: Final = frozenset(plain(word) for word in grammar.AROUND_ORDINALS)
_QUESTIONS: Final = Phrases({"question": grammar.OPENS_QUESTION})
_INQUIRIES: Final = Phrases({"question": grammar.OPENS_INQUIRY})
_CORRECTS: Final = Phrases({"corrects": grammar.CORRECTS})


@frozen
class Found:
    """An option that some words of the text mean."""

    value: str
    first: int
    last: int
    decisive: bool = False
    weak: bool = False


@frozen
class Book:
    """What one question's options answer to."""

    field: str
    values: tuple[str, ...]
    labels: dict[str, str]
    exact: dict[str, str]
    phrases: Phrases
    label_words: dict[str, str]
    vocabulary: tuple[str, ...]
    polarity: dict[str, tuple[str, bool]]
    is_timeline: bool

    def pressed(self, words: Words) -> str:
        """The option whose label, value, synonym or number the text is, or ""."""
        if _is_torn(words, 0):  # "no, mortgage" is not the synonym "no mortgage"
            return self.exact.get(words.text, "")
        return self.exact.get(_key(words)) or self._numbered(words)

    def polar(self, stance: str) -> tuple[str, bool]:
        """The option a yes or no stands for, and whether that is sure."""
        return self.polarity.get(stance, ("", True))

    def numbers(self, words: Words) -> list[str]:
        """The options whose numbers a text of nothing but numbers names ("1 and 3")."""
        named = [word for word in words.words if word not in grammar.AND]
        if not named or not all(
            word.isascii() and word.isdigit() and len(word) < 3 for word in named
        ):
            return []
        places = [int(word) - 1 for word in named]
        return [self.values[at] for at in places if 0 <= at < len(self.values)]

    def _numbered(self, words: Words) -> str:
        if not 0 < len(words) <= SHORT_TEXT or words.text.startswith("-"):
            return ""
        number = _ordinal(words.words)
        if number == -1:
            return self.values[-1]
        return self.values[number - 1] if 0 < number <= len(self.values) else ""


def book_of(slot: Slot) -> Book:
    """A question's options, compiled once. Hashing a slot costs more than reading an answer, so
    the slot last seen at an address is tried first."""
    known = _BOOKS.get(id(slot))
    if known is not None and known[0] is slot:
        return known[1]
    book = _compiled(slot)
    if len(_BOOKS) >= MOST_BOOKS:
        _BOOKS.clear()
    _BOOKS[id(slot)] = (slot, book)
    return book


@lru_cache(maxsize=MOST_BOOKS)
def _compiled(slot: Slot) -> Book:
    lines: dict[str, tuple[str, ...]] = {}
    for option in slot.options:
        lines[option.value] = (*_own_lines(option), *choices.phrases(slot.field, option.value))
        lines[option.value + "!"] = choices.decisive(slot.field, option.value)
        lines[option.value + "~"] = choices.weak(slot.field, option.value)
    phrases = Phrases({key: "\n".join(parts) for key, parts in lines.items()})
    values = tuple(option.value for option in slot.options)
    return Book(
        field=slot.field,
        values=values,
        labels={option.value: option.label for option in slot.options},
        exact=_exact(slot.options),
        phrases=phrases,
        label_words=_label_words(slot.options),
        vocabulary=_vocabulary(phrases, slot.options),
        polarity=_polarity(slot),
        is_timeline=len(TIMELINE.intersection(values)) > 2,
    )


_BOOKS: Final[dict[int, tuple[Slot, Book]]] = {}


def search(words: Words, book: Book) -> list[Found]:
    """The options that the text means, negated ones and those only asked about left out."""
    hits = [_found(hit) for hit in book.phrases.find(words) if _holds(hit, book, words)]
    hits = [hit for hit in hits if not negated(words, hit.first, hit.last)]
    if not hits:
        return []
    hits = [hit for hit in hits if not _shadowed(hit, hits)]
    doubted = answers.doubts(words)
    hits = [
        hit
        for hit in hits
        if not _doubtful(hit, doubted, words)
        and not _asked_about(hit, words, wishes=book.field == "appointment")
    ]
    decisive = [hit for hit in hits if hit.decisive]
    strong = [hit for hit in hits if not hit.weak]
    if grammar.WEIGHS.intersection(words.words) or shares(hits, words):
        strong = hits  # "cash or mortgage", "half cash half loan", "50% cash"
    return _after_correction(decisive or strong or hits, words)


def denied(words: Words, book: Book) -> set[str]:
    """The options that the text names only to say that they are not meant."""
    meant, not_meant = _named(words, book)
    return not_meant - meant


def contradicted(words: Words, book: Book) -> set[str]:
    """The options that the text both names and denies."""
    meant, not_meant = _named(words, book)
    return not_meant & meant


def _named(words: Words, book: Book) -> tuple[set[str], set[str]]:
    """The options named as meant, and those named as not meant."""
    found: tuple[set[str], set[str]] = (set(), set())
    for hit in book.phrases.find(words):
        if _holds(hit, book, words):
            found[negated(words, hit.first, hit.last)].add(_found(hit).value)
    for at, word in enumerate(words.words):
        if word in book.label_words:
            found[negated(words, at, at + 1)].add(book.label_words[word])
    return found


def negated(words: Words, first: int, last: int) -> bool:
    """Do the words before, or right behind, turn this phrase into its opposite?"""
    return _negated_before(words, first) or _negated_behind(words, last)


def _negated_before(words: Words, first: int) -> bool:
    if words.words[first] in grammar.AGREE_IN_NO:
        return False  # "ain't got no agent" denies only once
    counted = 0
    for at in range(first - 1, max(-1, first - 1 - FARTHEST), -1):
        if words.breaks[at + 1]:
            break
        if _turns(words, at):
            return True
        if words.words[at] in grammar.CONTRASTS or words.words[at] in grammar.UNDOES:
            break
        counted += words.words[at] not in grammar.LIGHT
        if counted == REACH:
            break
    return False


def _negated_behind(words: Words, last: int) -> bool:
    """ "Kaufen nicht", "we have no …", "signed? no"."""
    if last >= len(words):
        return False
    word = words.words[last]
    if words.breaks[last]:
        asked = "?" in words.text[words.ends[last - 1] : words.starts[last]]
        return asked and word in grammar.NOES
    if word in grammar.NEGATES_BEHIND:
        return True
    return words.words[last - 1] in grammar.AUXILIARIES and _turns(words, last)


def alternatives(found: list[Found], words: Words) -> bool:
    """Are the options named as alternatives ("buy or rent")?"""
    first, last = min(hit.last for hit in found), max(hit.first for hit in found)
    return words.asks or any(word in grammar.OR for word in words.words[first:last])


def shares(found: list[Found], words: Words) -> bool:
    """Is each of several options only a part ("half cash half mortgage", "50% cash 50% loan")?"""
    if len({hit.value for hit in found}) < 2:
        return False
    parts = {hit.value for hit in found if _is_share(words, hit.first - 1)}
    return len(parts) > 1 or any(_are_joined(a, b, words) for a in found for b in found)


def _are_joined(one: Found, other: Found, words: Words) -> bool:
    """Is a bare word added to another option: "cash and a mortgage"?"""
    if one.value == other.value or one.weak == other.weak:
        return False
    between = frozenset(words.words[one.last : other.first])
    bare = one if one.weak else other
    joined = between & grammar.AND and between <= grammar.AND | grammar.LIGHT
    return bool(joined) and bare.last - bare.first == 1


def _is_share(words: Words, at: int) -> bool:
    """Does a half or a percentage stand here, or before a light word?"""
    at -= at > 0 and words.words[at] in grammar.LIGHT
    if at < 0:
        return False
    return words.words[at] in grammar.SHARES or (
        words.words[at].isdigit() and words.text[words.ends[at] :].lstrip().startswith("%")
    )


def by_label(words: Words, book: Book) -> str:
    """The one option to whose label alone some word of a short text belongs, or ""."""
    if len(words) > SHORT_TEXT:
        return ""
    values = {
        book.label_words[word]
        for at, word in enumerate(words.words)
        if word in book.label_words and not negated(words, at, at + 1)
    }
    return values.pop() if len(values) == 1 else ""


def by_typo(words: Words, book: Book) -> str:
    """The one option that the text means once its unknown words are spelled as ours, or ""."""
    if len(words) > SHORT_TEXT:
        return ""
    mended = tuple(_mended(word, book.vocabulary) for word in words.words)
    if mended == words.words:
        return ""
    again = replace(words, words=mended)
    pressed = book.pressed(again)
    if pressed:
        return pressed
    values = {found.value for found in search(again, book)}
    return values.pop() if len(values) == 1 else by_label(again, book)


def opens_question(words: Words, at: int = 0) -> bool:
    """Does the text, from this word on, begin as a question does?"""
    return bool(_QUESTIONS.at(words, at, anchored=False))


def _key(words: Words) -> str:
    return " ".join(words.words)


def _ordinal(words: tuple[str, ...]) -> int:
    numbers = [_ORDINAL[word] for word in words if word in _ORDINAL and word not in _AROUND]
    if any(word not in _ORDINAL and word not in _AROUND for word in words):
        return 0
    if not numbers:
        numbers = [_ORDINAL[word] for word in words if word in _ORDINAL]
    return numbers[0] if len(set(numbers)) == 1 else 0


def _own_lines(option: Option) -> tuple[str, ...]:
    texts = (*_labels(option.label), *option.synonyms)
    keys = (_key(cut(text)) for text in texts)
    return tuple(
        key for key in keys if key not in common.WORDS and 0 < len(key.split()) <= LABEL_WORDS
    )


def _labels(label: str) -> tuple[str, ...]:
    return (label, *label.split("/")) if "/" in label else (label,)


def _exact(options: Iterable[Option]) -> dict[str, str]:
    exact: dict[str, str] = {}
    for option in options:
        for text in (*_labels(option.label), option.value, *option.synonyms):
            words = cut(text)
            exact.setdefault(_key(words), option.value)
            exact.setdefault(words.text, option.value)
    exact.pop("", None)
    return exact


def _label_words(options: Iterable[Option]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for option in options:
        for word in cut(option.label).words:
            if len(word) > 2 and word not in common.WORDS:
                owners.setdefault(word, set()).add(option.value)
    return {word: values.pop() for word, values in owners.items() if len(values) == 1}


def _vocabulary(phrases: Phrases, options: Iterable[Option]) -> tuple[str, ...]:
    words = {word for option in options for word in cut(option.label).words} | phrases.vocabulary
    return tuple(
        sorted(word for word in words if len(word) >= SHORTEST_TYPO and word not in common.WORDS)
    )


def _polarity(slot: Slot) -> dict[str, tuple[str, bool]]:
    values = [option.value for option in slot.options]
    found: dict[str, tuple[str, bool]] = {}
    outright: set[str] = set()
    for stance in ("yes", "no"):
        labelled = [o.value for o in slot.options if _begins(o.label) == stance]
        known = choices.POLARITY.get(slot.field, {}).get(stance, "")
        if len(labelled) == 1:
            found[stance] = (labelled[0], True)
            outright.add(stance)
        elif known in values:
            found[stance] = (known, True)
        elif stance in values:
            found[stance] = (stance, True)
    if "yes" in outright and "no" in outright:
        found["denied"] = found["no"]
    if slot.field == "appointment" and "yes" not in found and len(values) > 1:
        found["yes"] = (values[0], len(values) == 2)
    return found


def _begins(label: str) -> str:
    """Does a label say yes or no outright? "Right away" does not."""
    words = cut(label)
    if answers.stance(label) in ("unsure", "refuse"):
        return ""  # "No lo sé" is no "no"
    return _OUTRIGHT.get(words.words[0], "") if words.words else ""


def _found(hit: Hit) -> Found:
    value, mark = (hit.key[:-1], hit.key[-1]) if hit.key[-1] in "!~" else (hit.key, "")
    return Found(value, hit.first, hit.last, mark == "!", mark == "~")


def _holds(hit: Hit, book: Book, words: Words) -> bool:
    """ "No, a mortgage" is not "no mortgage", "not sure but signed" is not "not signed"."""
    if hit.length < 2 or words.words[hit.first] not in grammar.NEGATES:
        return True
    if grammar.BUTS.intersection(words.words[hit.first + 1 : hit.last - 1]):
        return False
    return not _is_torn(words, hit.first) or _found(hit).value == book.polar("no")[0]


def _is_torn(words: Words, at: int) -> bool:
    """Does a "no" stand here that answers, and belongs to nothing behind it?"""
    if at + 1 >= len(words) or words.words[at] not in grammar.NOES:
        return False
    following = words.words[at + 1]
    if following in grammar.NEGATES:
        return False
    return words.breaks[at + 1] > 0 or following in grammar.BEHIND_A_NO


def _shadowed(hit: Found, hits: list[Found]) -> bool:
    """Is it part of a longer phrase that means another option?"""
    size = hit.last - hit.first
    return any(
        other.value != hit.value
        and other.decisive >= hit.decisive
        and other.weak <= hit.weak
        and other.first < hit.last
        and hit.first < other.last
        and (other.last - other.first > size)
        for other in hits
    )


def _turns(words: Words, at: int) -> bool:
    word = words.words[at]
    if word not in grammar.NEGATES:
        return False
    if word == "no" and at + 1 < len(words) and words.words[at + 1] in grammar.BEHIND_A_NO:
        return False  # "no I am …", "no not …": it answers, it denies nothing
    needed = grammar.TURNS_WITH.get(word)
    return not needed or (at + 1 < len(words) and words.words[at + 1] == needed)


def _doubtful(hit: Found, doubts: list[tuple[int, int]], words: Words) -> bool:
    """ "No idea what a pre-approval is": what follows "no idea" in one breath is not claimed."""
    return any(
        (first <= hit.first and hit.last <= end and hit.last - hit.first < end - first)
        or (
            end <= hit.first
            and not any(words.breaks[end : hit.first + 1])
            and not grammar.CONTRASTS.intersection(words.words[end : hit.first])
        )
        for first, end in doubts
    )


def _asked_about(hit: Found, words: Words, *, wishes: bool) -> bool:
    """Does it stand in a sentence that asks? ("Can we see it?" is a wish where one is invited.)"""
    if not words.asks:
        return False
    start = max((at for at in range(hit.first + 1) if words.breaks[at] == SENTENCE), default=0)
    end = next(
        (at for at in range(hit.last, len(words)) if words.breaks[at] == SENTENCE), len(words)
    )
    stop = words.starts[end] if end < len(words) else len(words.text)
    if "?" not in words.text[words.ends[end - 1] : stop]:
        return False
    return bool((_INQUIRIES if wishes else _QUESTIONS).at(words, start, anchored=False))


def _after_correction(hits: list[Found], words: Words) -> list[Found]:
    """ "Cash, no wait, a mortgage": what was said before the correction no longer counts."""
    if len({hit.value for hit in hits}) < 2:
        return hits
    for correction in _CORRECTS.find(words):
        later = [hit for hit in hits if hit.first >= correction.last]
        if later and len(later) < len(hits):
            hits = later
    return hits


def _mended(word: str, vocabulary: tuple[str, ...]) -> str:
    if len(word) < SHORTEST_TYPO or word in common.EVERYDAY or not word.isalpha():
        return word
    reach = 1 if len(word) < 8 else 2
    best = extractOne(word, vocabulary, scorer=OSA.distance, score_cutoff=reach)
    if best is None or best[0][0] != word[0]:
        return word
    return best[0]
