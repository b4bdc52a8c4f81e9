"""The search for a question's options in a text."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.records import frozen
from bot.understanding import answers
from bot.understanding.lexicon import choices, common, grammar
from bot.understanding.negation import negated, qualified, stands_alone
from bot.understanding.option_book import SHORT_TEXT, SHORTEST_TYPO, Book
from bot.understanding.words import SENTENCE, Hit, Phrases, Words, cut

RANKS: Final = choices.RANKS
WHOLE: Final = "100"  # percent
_QUESTIONS: Final = Phrases({"question": grammar.OPENS_QUESTION})
_INQUIRIES: Final = Phrases({"question": grammar.OPENS_INQUIRY})
_ASKS_UNMARKED: Final = Phrases({"question": grammar.ASKS_UNMARKED})
_CORRECTS: Final = Phrases({"corrects": grammar.CORRECTS})


@frozen
class Found:
    """An option that some words of the text mean."""

    value: str
    first: int
    last: int
    decisive: bool = False
    weak: bool = False


def search(words: Words, book: Book) -> list[Found]:
    """The options that the text means, negated ones and those only asked about left out."""
    hits = [_found(hit) for hit in book.phrases.find(words) if _holds(hit, words)]
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


def label_denied(found: list[Found], words: Words, book: Book) -> bool:
    """ "Hard money but not lined up yet": is a word of the option's own label denied? Not where
    the "not" belongs to what named it, or to the label: "Bank, not started"."""
    value = found[0].value
    naming = [word for hit in found for word in words.words[hit.first : hit.last]]
    if not grammar.NEGATES.isdisjoint((*naming, *cut(book.labels[value]).words)):
        return False
    return any(
        book.label_words.get(word) == value and negated(words, at, at + 1)
        for at, word in enumerate(words.words)
    )


def apart(found: list[Found], value: str) -> bool:
    """Do words that say nothing of this option name another one?"""
    own = {at for hit in found if hit.value == value for at in range(hit.first, hit.last)}
    return any(own.isdisjoint(range(hit.first, hit.last)) for hit in found if hit.value != value)


def _named(words: Words, book: Book) -> tuple[set[str], set[str]]:
    """The options named as meant, and those named as not meant."""
    found: tuple[set[str], set[str]] = (set(), set())
    for hit in book.phrases.find(words):
        if _holds(hit, words):
            found[negated(words, hit.first, hit.last)].add(_found(hit).value)
    for at, word in enumerate(words.words):
        if word in book.label_words:
            found[negated(words, at, at + 1)].add(book.label_words[word])
    return found


def alternatives(found: list[Found], words: Words) -> bool:
    """Are the options named as alternatives ("buy or rent")?"""
    first, last = min(hit.last for hit in found), max(hit.first for hit in found)
    return words.asks or any(word in grammar.OR for word in words.words[first:last])


def shares(found: list[Found], words: Words) -> bool:
    """Is each of several options only a part ("half cash half mortgage", "50% cash 50% loan")?"""
    if len({hit.value for hit in found}) < 2:
        return False
    parts = {hit.value for hit in found if _is_share(words, hit.first - 1)}
    if len(parts) > 1 or (parts and _with_the_rest(found, words)):
        return True
    return any(_are_joined(a, b, words) for a in found for b in found)


def is_part(found: list[Found], words: Words) -> bool:
    """Is the one option only a part, with nothing said of the rest: "20% Eigenkapital"?"""
    return all(
        _is_share(words, hit.first - 1)
        and WHOLE not in words.words[max(hit.first - 2, 0) : hit.first]
        for hit in found
    )


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


def _with_the_rest(found: list[Found], words: Words) -> bool:
    """ "30% savings, rest mortgage": of the rest only a bare word is said. "Rest bank, approved
    already" tells how it stands."""
    if len({hit.value for hit in found}) > 2 or not any(hit.weak for hit in found):
        return False
    return any(_is_rest(words, hit.first - 1) for hit in found)


def _is_rest(words: Words, at: int) -> bool:
    at -= at > 0 and words.words[at] in grammar.LIGHT
    return at >= 0 and words.words[at] in grammar.RESTS


def by_label(words: Words, book: Book) -> str:
    """The one option to whose label alone some word of a short text belongs, or ""."""
    if len(words) > SHORT_TEXT:
        return ""
    values = {
        book.label_words[word]
        for at, word in enumerate(words.words)
        if word in book.label_words and not negated(words, at, at + 1)
    }
    values -= _named(words, book)[1]  # in "la oferta no fue aceptada" the offer is no accepted one
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


def asks_unmarked(words: Words, at: int = 0) -> bool:
    """Does what begins here ask, whatever sign stands behind it: "what does signed mean"?"""
    return bool(_ASKS_UNMARKED.at(words, at, anchored=False))


def asks_meaning(words: Words) -> bool:
    """Is this all a question after a meaning, which names an option and chooses none: "what does
    right away mean"?"""
    said = not grammar.MEANS.isdisjoint(words.words) and asks_unmarked(words)
    return said and not any(words.breaks[1:])


def opens_question(words: Words, at: int = 0) -> bool:
    """Does the text, from this word on, begin as a question does?"""
    return bool(_QUESTIONS.at(words, at, anchored=False))


def _found(hit: Hit) -> Found:
    value, mark = (hit.key[:-1], hit.key[-1]) if hit.key[-1] in "!~" else (hit.key, "")
    return Found(value, hit.first, hit.last, mark == "!", mark == "~")


def _holds(hit: Hit, words: Words) -> bool:
    """ "No, a mortgage" is not "no mortgage", "not sure but signed" is not "not signed"."""
    if hit.length > 1 and words.words[hit.last - 1] in grammar.NEGATES_BEHIND:
        return not qualified(words, hit.last - 1)  # "gehört mir nicht allein"
    if hit.length < 2 or words.words[hit.first] not in grammar.NEGATES:
        return True
    between = words.words[hit.first + 1 : hit.last - 1]
    if not (grammar.BUTS | grammar.ONLY).isdisjoint(between) or _is_alone(words, hit.last):
        return False
    return not stands_alone(words, hit.first)


def _is_alone(words: Words, at: int) -> bool:
    """Does "alone" stand behind what is denied: "not mine alone"?"""
    return at < len(words) and not words.breaks[at] and words.words[at] in grammar.ALONE


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
    start = max((at for at in range(hit.first + 1) if words.breaks[at] == SENTENCE), default=0)
    if asks_unmarked(words, start) and not any(words.breaks[start + 1 : hit.last]):
        return True
    if not words.asks:
        return False
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
