"""Which option a text chooses, or that it chooses none.

In order: the button itself, a number, what the words mean (the flow's synonyms and our tables),
yes and no where options stand for them, words of the labels, and typing mistakes last. Two options
at once are asked back, negated ones do not count, and a question back is no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.understanding import answers, options, timeline
from bot.understanding.lexicon import grammar
from bot.understanding.option_book import Book, book_of
from bot.understanding.options import Found
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import SENTENCE, Words, cut

CODES: Final = frozenset(("now", "1_3m", "3_6m", "6_12m", "12m_plus", "browsing"))
NO_IDEA: Final = ("unsure", "not_sure", "undecided", "unknown", "dont_know", "exploring")
NOT_TOLD: Final = ("undisclosed", "not_said", "private")


PAYMENT: Final = "financing"
PART: Final = "choice.part"  # has no words of its own: the question is put again
EXITS: Final = frozenset(("student", "vendor", "competitor"))  # end a chat about buying
CLEAR_WORDS: Final = 3  # "mortgage" settles so short a text, not a longer one
OFFERS: Final = frozenset(("appointment", "meets_criteria", "lease_term"))
TELLS_OF_THE_PAST: Final = frozenset(
    ("expired", "inherited", "bought_next", "offer_accepted", "signed")
)


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:
    """The option that the text chooses; None when it says nothing about them."""
    words = cut(text)
    book = book_of(slot)
    pressed = book.pressed(words)
    if pressed:
        return _chosen(pressed, words)
    if book.is_timeline:
        return _timeline(text, slot, around, book, words)
    anew, surely = answers.said_anew(words)
    again = _one_of([read(later, slot, around) for later in anew])
    if again is not None:
        return replace(again, span=(0, len(words.text)))
    reading = None if surely else _by_meaning(text, slot, book, words)
    if reading is not None and reading.refused and _names_a_time(text, slot, around):
        return None
    return reading


def _names_a_time(text: str, slot: Slot, around: Surroundings) -> bool:
    """ "No, in 6 months" declines nothing."""
    if answers.stance(text) != "no":
        return False
    time = timeline.read(text, slot, around)
    return time is not None and time.value is not None and time.sure


def _one_of(readings: Sequence[Reading | None]) -> Reading | None:
    """The only reading, of two the one that has a value, and nothing where they differ."""
    found = [it for it in readings if it is not None]
    valued = [it for it in found if it.value is not None] or found
    return valued[0] if len({it.value for it in valued}) == 1 else None


def _timeline(
    text: str, slot: Slot, around: Surroundings, book: Book, words: Words
) -> Reading | None:
    if options.asks_meaning(words):
        return None
    reading = timeline.read(text, slot, around)
    if reading is not None and (reading.value in book.values or reading.value is None):
        return reading
    return _by_meaning(text, slot, book, words)


def _by_meaning(text: str, slot: Slot, book: Book, words: Words) -> Reading | None:
    found = options.search(words, book)
    if found and not _says_less(found, text, slot, words):
        return _decide(found, book, words)
    if _is_question(words):
        return None
    denied = options.denied(words, book)
    return _by_stance(text, book, words, denied) or _loosely(book, words)


def _decide(found: list[Found], book: Book, words: Words) -> Reading:
    values = list(dict.fromkeys(hit.value for hit in found))
    if len(values) > 1:
        values = _without_doubt(values)
    if _is_yes_behind_no(values, book, words):
        return _both([book.polar("no")[0], book.polar("yes")[0]], book)
    if len(values) == 1:
        return _only(values[0], found, book, words)
    if options.alternatives(found, words) or options.shares(found, words):
        return _both(values, book)
    return _likeliest(values, found, book, words) or _both(values, book)


def _only(value: str, found: list[Found], book: Book, words: Words) -> Reading:
    """The one option that was named, unless the text takes some of it back."""
    if book.field == PAYMENT and options.is_part(found, words):
        return Reading(None, ask=PART)
    hits = [hit for hit in found if hit.value == value]
    if options.label_denied(hits, words, book):
        return Reading(None, ask=PART)
    clear = len(words) <= CLEAR_WORDS or any(not hit.weak for hit in hits)
    return _chosen(value, words, hits, sure=clear)


def _likeliest(values: list[str], found: list[Found], book: Book, words: Words) -> Reading | None:
    """The one of several options that tells most. One word sends nobody away where another option
    is named by itself: "I research tools for my company"."""
    ranked = [value for value in options.RANKS.get(book.field, ()) if value in values]
    if not ranked or ranked[0] in options.contradicted(words, book):
        return None
    hits = [hit for hit in found if hit.value == ranked[0]]
    bare = all(hit.last - hit.first == 1 for hit in hits)
    if bare and ranked[0] in EXITS and options.apart(found, ranked[0]):
        return None
    return _chosen(ranked[0], words, hits, sure=False)


def _says_less(found: list[Found], text: str, slot: Slot, words: Words) -> bool:
    """Does the yes or no that the text begins with say more than what was found? "Yes but not
    today" puts off what was offered, and in "no, I'm out of town" nobody asks for a video."""
    if slot.field != "appointment":
        return False
    if answers.stance(text) == "yes":
        return all(
            words.words[hit.first] == "not" and words.words[hit.first - 1] in grammar.BUTS
            for hit in found
        )
    return answers.behind_answer_no(words) > 0 and all(hit.weak for hit in found)


def _is_yes_behind_no(values: list[str], book: Book, words: Words) -> bool:
    """ "No we have an agent" says both: the "no" answers, and what follows it is the "yes"."""
    if book.field == "appointment" or not answers.behind_answer_no(words):
        return False  # "no, in person" only picks another visit
    yes, no = book.polar("yes")[0], book.polar("no")[0]
    return yes != no != "" and yes in values and {yes, no}.issuperset(values)


def _without_doubt(values: list[str]) -> list[str]:
    """ "Not sure, maybe cash" is cash; "not sure, cash or mortgage" is not sure."""
    known = [value for value in values if value not in NO_IDEA]
    if 0 < len(known) < len(values):
        return known if len(known) == 1 else [v for v in values if v in NO_IDEA][:1]
    return values


def _by_stance(text: str, book: Book, words: Words, denied: set[str]) -> Reading | None:
    """What a yes, a no or "rather not" comes to. Saying what is not meant declines nothing."""
    stance: str = answers.stance(text) or _to_own_question(words)
    opposite, _ = book.polar("denied")
    if not stance and opposite and opposite not in denied and book.polar("yes")[0] in denied:
        stance = "denied"  # "we aren't signed with anyone"
    if stance == "unsure":
        return _first_of(NO_IDEA, book, words) or _refused(words)
    if stance == "refuse":
        return _first_of(_evasive(book), book, words) or _refused(words)
    if stance == "yes" and _is_none_here(book, words):
        return None
    value, sure = book.polar(stance)
    if stance == "yes" and value in denied:
        return Reading(None, ask=PART)  # "yes, but not today" where "today" is what a yes means
    if value:
        return _chosen(value, words, sure=sure)
    return _refused(words) if stance == "no" and not denied and not words.asks else None


def _is_none_here(book: Book, words: Words) -> bool:
    """ "Ok" and "no problem" agree to an offer and state no fact; a fact accepts no offer."""
    if book.field == "appointment":
        return _states_a_fact(words)
    return book.field not in OFFERS and _states_nothing(words)


def _states_a_fact(words: Words) -> bool:
    """ "We do have an agent actually" accepts no offer."""
    return len(words) > CLEAR_WORDS and words.words[:2] in grammar.STATES


def _states_nothing(words: Words) -> bool:
    if answers.only_agrees(words):
        return True
    return bool(words.words) and words.words[0] in grammar.NEGATES


def _to_own_question(words: Words) -> str:
    """ "Agent? No": what somebody asks and answers in one breath."""
    end = words.text.find("?") + 1
    asked = sum(start < end for start in words.starts)
    if not 0 < asked <= CLEAR_WORDS:
        return ""
    return "no" if answers.stance(words.text[end:]) == "no" else ""


def _loosely(book: Book, words: Words) -> Reading | None:
    value = options.by_label(words, book)
    if value:
        return _chosen(value, words)
    value = options.by_typo(words, book)
    return _chosen(value, words, sure=False) if value else None


def _evasive(book: Book) -> tuple[str, ...]:
    """Options that stand for a refusal: by their value, or by a label such as "Rather not say"."""
    said = (v for v, label in book.labels.items() if answers.stance(label) == "refuse")
    return (*NOT_TOLD, *said)


def _first_of(values: tuple[str, ...], book: Book, words: Words) -> Reading | None:
    return next((_chosen(value, words) for value in values if value in book.values), None)


def _chosen(
    value: str, words: Words, hits: list[Found] | None = None, *, sure: bool = True
) -> Reading:
    if hits:
        first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
        if value in TELLS_OF_THE_PAST:
            last = _end_of_breath(words, last)
        if value == "expired":
            first = _start_of_sentence(words, first)
        return Reading(value, sure=sure, span=words.span(first, last))
    return Reading(value, sure=sure, span=(0, len(words.text)))


def _end_of_breath(words: Words, at: int) -> int:
    """ "Expired in January": the month belongs to what is over."""
    while at < len(words) and not words.breaks[at]:
        at += 1
    return at


def _start_of_sentence(words: Words, at: int) -> int:
    """ "We had a realtor til march, that contract ran out": so does what led up to it."""
    while at > 0 and words.breaks[at] != SENTENCE:
        at -= 1
    return at


def _both(values: list[str], book: Book) -> Reading:
    labels = [book.labels[value] for value in values[:2]]
    return Reading(None, ask="choice.two", ask_with={"a": labels[0], "b": labels[1]})


def _refused(words: Words) -> Reading:
    return Reading(None, refused=True, span=(0, len(words.text)))


def _is_question(words: Words) -> bool:
    if options.asks_unmarked(words):
        return not any(words.breaks[1:])
    return words.asks and options.opens_question(words) and SENTENCE not in words.breaks[1:]
