"""What a text means beside or instead of an answer, understood at every step in all languages.

Precision comes before recall: an answer must not be eaten, so an intent needs a phrase of its own
rather than a word, and negated ones do not count ("don't call me" is no request for a call).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from bot.understanding import secrets
from bot.understanding.lexicon import common
from bot.understanding.lexicon import intents as lexicon
from bot.understanding.negation import negated
from bot.understanding.normalise import fold
from bot.understanding.options import opens_question
from bot.understanding.types import Intent
from bot.understanding.words import SENTENCE, Hit, Phrases, Words, cut

YOUNGEST, OF_AGE = 6, 18
MOST_WORDS_OF_A_REQUEST: Final = 5
SHORT_PITCH: Final = 9  # words
_INTENTS: Final = Phrases(lexicon.TABLE)
_LANGUAGES: Final = Phrases(lexicon.LANGUAGE)
_CAN_BE_NEGATED: Final = frozenset(
    (
        "call_now",
        "human",
        "stop",
        "stop?",
        "delete_me",
        "back",
        "restart",
        "agent",
        "vendor",
        "vendor?",
        "fee",
        "minor",
    )
)
# The tables' keys and the intents they make.
_MADE: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "call_now": ("human", {"how": "call"}),
    "human": ("human", {"how": "talk"}),
    "agent": ("agent_or_vendor", {"who": "agent"}),
    "vendor": ("agent_or_vendor", {"who": "vendor"}),
    "negotiation#": ("negotiation", {}),
    "stop?": ("stop", {"unless": "answer"}),  # "para ya" may say how soon
    "vendor?": ("agent_or_vendor", {"who": "vendor"}),
    "pitch": ("agent_or_vendor", {"who": "vendor", "sure": "yes"}),
}


def detect(text: str, lang: str = "en") -> list[Intent]:  # noqa: ARG001
    """Everything meant beside an answer, in reading order, each with the words it stands in."""
    words = cut(text)
    if not words.words:
        return [Intent("stop", (0, len(words.text)))] if _is_stop_sign(words.text) else []
    found = [*_phrases(words), *_stop_alone(words), *_languages(words)]
    found += [*_minor(words), *_secret(text)]
    if any(intent.id == "rude" for intent in found):
        found += _stop_among_insults(words)
    return sorted(_person_or_bot(_longest_of_each(found), words), key=lambda intent: intent.span)


def _person_or_bot(found: list[Intent], words: Words) -> list[Intent]:
    """ "Human" asks for one, "human?" what we are: the same words do not mean both."""
    spans = {intent.id: intent.span for intent in found}
    wanted, asked = spans.get("human"), spans.get("are_you_bot")
    if wanted is None or asked is None:
        return found
    if words.asks:
        other = "human" if _within(wanted, asked) else ""
    else:
        other = "are_you_bot" if _within(asked, wanted) else ""
    return [intent for intent in found if intent.id != other]


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _phrases(words: Words) -> list[Intent]:
    found = []
    for hit in _INTENTS.find(words):
        if hit.key in _CAN_BE_NEGATED and negated(words, hit.first, hit.last):
            continue
        guard = _GUARDS.get(hit.key)
        if guard is None or guard(hit, words):
            found.append(_intent(hit, words))
    return found


def _intent(hit: Hit, words: Words) -> Intent:
    name, data = _MADE.get(hit.key, (hit.key, {}))
    last = _end_of_sentence(words, hit.last) if name == "negotiation" else hit.last
    return Intent(name, words.span(hit.first, last), data)


def _languages(words: Words) -> list[Intent]:
    return [
        Intent("language", words.span(hit.first, hit.last), {"lang": hit.key})
        for hit in _LANGUAGES.find(words)
        if not negated(words, hit.first, hit.last) and _requests(hit, words)
    ]


def _requests(hit: Hit, words: Words) -> bool:
    """Not "we get messages in Spanish", which tells a story."""
    if words.words[hit.first] not in lexicon.IN or len(words) < MOST_WORDS_OF_A_REQUEST:
        return True
    return words.asks or bool(lexicon.ASKING.intersection(words.words))


def _stop_alone(words: Words) -> list[Intent]:
    """ "You suck, stop": the word by itself between two pauses."""
    bounds = [0, *(at for at in range(1, len(words)) if words.breaks[at]), len(words)]
    for first, last in pairwise(bounds):
        said = set(words.words[first:last])
        if said & lexicon.STOP_WORDS and said <= lexicon.STOP_WORDS | lexicon.AROUND_STOP:
            return [Intent("stop", words.span(first, last))]
    return []


def _stop_among_insults(words: Words) -> list[Intent]:
    """ "STOP you idiots", "go to hell and stop": the word first or last of what is said, and no
    bus stop."""
    last = len(words) - 1
    for at, word in enumerate(words.words):
        if word not in lexicon.STOP_AMONG_INSULTS or negated(words, at, at + 1):
            continue
        first = at == 0 or bool(words.breaks[at])
        final = at == last or bool(words.breaks[at + 1])
        if first or (final and words.words[at - 1] not in lexicon.BEFORE_A_NOUN):
            return [Intent("stop", words.span(at, at + 1))]
    return []


def _is_stop_sign(text: str) -> bool:
    return any(sign in text for sign in lexicon.STOP_SIGNS)


def _secret(text: str) -> list[Intent]:
    kinds = secrets.mask(text)[1]
    if not kinds:
        return []
    return [Intent("sensitive", (0, len(fold(text))), {"kinds": ",".join(kinds)})]


def _minor(words: Words) -> list[Intent]:
    """ "I'm 15", "15 years old" alone; neither "I'm 15 minutes away" nor "my son is 15"."""
    if _is_age_alone(words):
        return [Intent("minor", words.span(0, len(words)))]
    for at, word in enumerate(words.words):
        lead = lexicon.AGE_LEADS.get(word)
        if lead is None:
            continue
        number = _after_adverbs(words, at + 1)
        if _age(words, number) and _is_age(words, number, needs_years=lead):
            return [Intent("minor", words.span(at, number + 1))]
    return []


def _is_age_alone(words: Words) -> bool:
    """ "16yo", "15 years old": nothing but an age, in words that only tell a person's."""
    said = words.words[_after_adverbs(words, 0) :]
    if len(said) == 1:
        number, mark = said[0][:2], said[0][2:]
        return number.isdecimal() and mark in lexicon.OLD and YOUNGEST <= int(number) < OF_AGE
    behind = set(said[1:])
    if lexicon.OLD.isdisjoint(behind) or not behind <= lexicon.YEARS | lexicon.OLD:
        return False
    return _age(words, len(words) - len(said))


def _after_adverbs(words: Words, at: int) -> int:
    while at < len(words) and words.words[at] in lexicon.AGE_ADVERBS:
        at += 1
    return at


def _age(words: Words, at: int) -> bool:
    if at >= len(words) or words.breaks[at]:
        return False
    word = words.words[at]
    age = (
        int(word)
        if word.isascii() and word.isdigit() and len(word) < 3
        else lexicon.AGES.get(word, 0)
    )
    return YOUNGEST <= age < OF_AGE


def _is_age(words: Words, number: int, *, needs_years: bool) -> bool:
    after = number + 1
    if after < len(words) and words.words[after] in lexicon.YEARS and words.breaks[after] == 0:
        return True
    if needs_years:
        return False
    if after == len(words):
        return words.text[words.ends[number] :].strip(" .!?") == ""
    return bool(words.breaks[after]) or words.words[after] in lexicon.GOES_ON


def _end_of_sentence(words: Words, at: int) -> int:
    while at < len(words) and words.breaks[at] != SENTENCE:
        at += 1
    return at


def _start_of_sentence(words: Words, at: int) -> int:
    while at > 0 and words.breaks[at] != SENTENCE:
        at -= 1
    return at


def _longest_of_each(found: list[Intent]) -> list[Intent]:
    best: dict[tuple[str, str], Intent] = {}
    for intent in found:
        key = (intent.id, intent.data.get("lang", ""))
        if key not in best or _size(intent) > _size(best[key]):
            best[key] = intent
    return list(best.values())


def _size(intent: Intent) -> int:
    return intent.span[1] - intent.span[0]


def _asks(hit: Hit, words: Words) -> bool:
    """Does it stand in a question?"""
    start = _start_of_sentence(words, hit.first)
    end = _end_of_sentence(words, hit.last)
    stop = words.starts[end] if end < len(words) else len(words.text)
    if "?" in words.text[words.ends[end - 1] : stop]:
        return True
    inverted = hit.first == start and words.words[start] in lexicon.INVERTS
    return inverted or opens_question(words, start) or opens_question(words, hit.first)


def _wants_a_call(hit: Hit, words: Words) -> bool:
    """Not "call me Dani", "call me Al", "call me if it drops", "when will you call me?"."""
    start = _start_of_sentence(words, hit.first)
    if words.words[start] in lexicon.NOT_A_REQUEST:
        return False
    if hit.last == len(words) or words.breaks[hit.last]:
        return True
    word = words.words[hit.last]
    ends = hit.last + 1 == len(words)  # as neither a preposition nor an auxiliary does
    names = ends and (word in lexicon.IN or word in lexicon.INVERTS)
    if names or word in lexicon.CONDITIONS:
        return False
    if words.words[hit.last - 1] not in lexicon.ME:
        return True
    return word in common.WORDS or word in lexicon.AFTER_CALL or not word.isalpha()


def _wants_a_person(hit: Hit, words: Words) -> bool:
    """Not "talk to my agent" or "human resources"."""
    said = words.words[hit.first : hit.last + 1]
    return not lexicon.OWN.intersection(said) and "resources" not in said


def _is_short_pitch(_hit: Hit, words: Words) -> bool:
    return len(words) <= SHORT_PITCH and not lexicon.NEEDS.intersection(words.words)


def _names_a_sum(hit: Hit, words: Words) -> bool:
    rest = words.words[hit.last : _end_of_sentence(words, hit.last)]
    return any(word[0].isdigit() for word in rest)


def _is_no_street(hit: Hit, words: Words) -> bool:
    return hit.last == len(words) or words.words[hit.last] not in lexicon.STREETS


def _is_our_fee(hit: Hit, words: Words) -> bool:
    around = words.words[max(0, hit.first - 1) : hit.last]
    return not lexicon.OTHER_FEES.intersection(around)


_GUARDS: Final[dict[str, Callable[[Hit, Words], bool]]] = {
    "call_now": _wants_a_call,
    "human": _wants_a_person,
    "advice": _asks,
    "negotiation#": _names_a_sum,
    "steering": _is_no_street,
    "vendor?": _is_short_pitch,
    "fee": _is_our_fee,
}
