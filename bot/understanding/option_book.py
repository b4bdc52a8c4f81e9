"""The options of a question made ready for reading: what each of them answers to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from bot.records import frozen
from bot.understanding import answers
from bot.understanding.lexicon import choices, common, grammar
from bot.understanding.negation import stands_alone
from bot.understanding.normalise import plain
from bot.understanding.types import Option, Slot
from bot.understanding.words import Phrases, Words, cut

TIMELINE: Final = frozenset(("now", "1_3m", "3_6m", "6_12m", "12m_plus"))
SHORTEST_TYPO: Final = 4  # letters of a word that may be mistyped
SHORT_TEXT: Final = 6  # words
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
        if stands_alone(words, 0):  # "no, mortgage" is not the synonym "no mortgage"
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


def _key(words: Words) -> str:
    return " ".join(words.words)
