"""Phone numbers: found by libphonenumber's matcher (VALID), kept as E.164, never guessed.

A number is read in the market's region first; numbers of other countries need their + or 00.
Numbers reserved for fiction (555-0100 and the like) are no valid numbers to the library and are
taken as typed: demo sites and tests live on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Final

import phonenumbers
from phonenumbers import Leniency, NumberParseException, PhoneNumber, PhoneNumberMatcher

from bot.understanding import answers
from bot.understanding.contact import preference
from bot.understanding.lexicon import contact as lexicon
from bot.understanding.normalise import fold, plain
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Phrases, Words, cut

FEWEST, MOST = 7, 15  # digits of a number, E.164
FEWEST_MEANT = 4  # with fewer digits it is no attempt at a number
LONGEST_SOUGHT = 400
MOST_NUMBERS, MOST_TRIES = 3, 10  # nobody has more; the matcher is slow on digits without end
NEAR: Final = 4  # words before a number that may call it an old one
SHORTEST_E164 = 10  # "555-0143" lacks its area code; "+1 555 0143" is a test number
_CANDIDATE: Final = re.compile(r"(?<![\w@.])(?:tel:)?[+(\d][\d ().\-/]{4,60}\d(?![\w@])")
_LOOKS_LIKE_OTHER: Final = re.compile(
    r"\d{4}-\d\d-\d\d.*|\d{1,3}(?:[.]\d{3})+|\d\d?[./-]\d\d?[./-]\d{4}.*|\d{4,}-\d{4,}"
)
_OLD_MEXICAN_MOBILE: Final = re.compile(r"\+52[ .-]?1[ .-]?(?=(?:\d[ .-]?){10}$)")
_OLD_MEXICAN_PREFIX: Final = re.compile(r"^ *04[45][ .-]?(?=(?:\d[ .-]?){10}$)")
_FRAGMENT: Final = re.compile(r" *\(?\d{3}[).-]? *")  # "555": an attempt, if nothing else is said
_LAST_DIGITS: Final = re.compile(r"(?<![\d:])\d{2,4}(?![\d:]|\s?[ap]m)")
_EXTENSION: Final = re.compile(r"(?<=\d) ?,? ?(?:x|ext\.?|extension|#) ?\d{1,5}\b", re.IGNORECASE)
_ZEROS: Final = re.compile(r"^(?:tel:)?\(?00(?=[1-9])")
_SPOKEN: Final = {plain(word): digit for word, digit in lexicon.SPOKEN_DIGITS.items()}
_TIMES: Final = {"double": 2, "triple": 3, "doble": 2, "doppel": 2}
_REFUSES: Final = Phrases({"refuse": lexicon.REFUSES_PHONE})
_TRUNK_ZERO: Final = frozenset(("GB", "DE", "AE", "FR", "AT", "CH", "NL", "IT", "AU"))
_FICTION: Final = re.compile(
    r"\+1\d{3}55501\d\d|\+1555\d{7}|\+1555\d{4}|\+447700900\d{3}|\+4420794600\d\d"
)


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The number that answers the question; a short or broken one is asked back."""
    folded = _EXTENSION.sub(lambda said: " " * len(said.group()), fold(text))
    found = _all(folded, around.country, strict=False)
    if found:
        reading = found[-1] if _corrects(folded) else _own(folded, found)
        if len(found) == 1 and _corrects(folded):
            reading = _with_new_end(folded, reading)
        return _with_preference(reading, text)
    spoken = _spoken(folded)
    if spoken and (found := _all(spoken, around.country, strict=False)):
        return Reading(found[0].value, sure=False, span=(0, len(folded)))
    return _refusal(text) or _attempt(folded, around.country)


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:  # noqa: ARG001
    """Valid numbers inside running text."""
    return [*valid_in(fold(text), around.country)]


@lru_cache(maxsize=64)
def valid_in(text: str, country: str) -> tuple[Reading, ...]:
    """The same, kept for the next question that looks for them in this text."""
    return tuple(_all(text, country, strict=True))


def _all(text: str, country: str, *, strict: bool) -> list[Reading]:
    found: list[Reading] = []
    for match in _candidates(text):
        if not (strict and _LOOKS_LIKE_OTHER.fullmatch(match.group())):
            found += _numbers(match, country, strict)
    return found


def _candidates(text: str) -> Iterator[re.Match[str]]:
    found = (match for match in _CANDIDATE.finditer(text[:LONGEST_SOUGHT]))
    yield from islice((m for m in found if _digits(m.group()) >= FEWEST), MOST_NUMBERS)


def _digits(text: str) -> int:
    return sum("0" <= character <= "9" for character in text)


def _numbers(part: re.Match[str], country: str, strict: bool) -> list[Reading]:
    text = _ZEROS.sub(lambda zeros: "+".rjust(len(zeros.group())), part.group())
    whole = None if strict else _parsed(text, country)
    abroad = None if strict else _one_zero_short(text, country)
    if abroad:
        return [Reading(_e164(abroad), sure=False, span=part.span())]
    if whole and phonenumbers.is_valid_number(whole):
        return [Reading(_e164(whole), span=part.span())]
    found = [
        Reading(_e164(match.number), span=(part.start() + match.start, part.start() + match.end))
        for match in PhoneNumberMatcher(
            text, country, leniency=Leniency.VALID, max_tries=MOST_TRIES
        )
        if not strict or _national_form_fits(match.raw_string, country)
    ]
    return found or _fictional(part, _parsed(text, country), signed="+" in text)


def _parsed(text: str, country: str) -> PhoneNumber | None:
    if _digits(text) > MOST + 2:
        return None
    text = _OLD_MEXICAN_MOBILE.sub("+52", text)
    if country == "MX":
        text = _OLD_MEXICAN_PREFIX.sub("", text)
    try:
        return phonenumbers.parse(text.strip(), country)
    except NumberParseException:
        return None


def _one_zero_short(text: str, country: str) -> PhoneNumber | None:
    """ "049 151 …" is meant as 0049 151 …, where a valid number comes out of it."""
    code = str(phonenumbers.country_code_for_region(country))
    digits = "".join(character for character in text if "0" <= character <= "9")
    if country not in _TRUNK_ZERO or not digits.startswith("0" + code) or "+" in text:
        return None
    number = _parsed("+" + digits[1:], country)
    return number if number and phonenumbers.is_valid_number(number) else None


def _national_form_fits(raw: str, country: str) -> bool:
    """In running text "380 000" is no number of Germany: national numbers begin with a zero."""
    return country not in _TRUNK_ZERO or raw.lstrip("( ").startswith(("+", "0"))


def _fictional(part: re.Match[str], number: PhoneNumber | None, *, signed: bool) -> list[Reading]:
    written = _e164(number) if number else ""
    if not _FICTION.fullmatch(written) or (len(written) < SHORTEST_E164 and not signed):
        return []
    return [Reading(written, sure=not written.startswith("+1555"), span=part.span())]


def _e164(number: PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _with_new_end(text: str, reading: Reading) -> Reading:
    """ "512-555-0143, sorry 0144": the last digits are said again."""
    rest = text[reading.span[1] :]
    again = [*_LAST_DIGITS.finditer(rest)]
    if len(again) != 1 or not _CORRECTION.find(cut(rest)) or _names_else(rest[: again[0].start()]):
        return reading
    digits = again[0].group()
    value = f"{str(reading.value)[: -len(digits)]}{digits}"
    return replace(reading, value=value, sure=False)


def _names_else(text: str) -> bool:
    """Do the digits behind this belong to something else: "and budget is actually 500"?"""
    words = cut(text)
    said = {at for hit in _CORRECTION.find(words) for at in range(hit.first, hit.last)}
    return any(at not in said and word not in _NEW_END for at, word in enumerate(words.words))


def _own(text: str, found: list[Reading]) -> Reading:
    """ "My wife's is …, mine is …": their own of several, else the first that is not their old
    one."""
    words = cut(text)
    found = [reading for reading in found if not _is_old(words, reading)] or found
    mine = _MINE.find(words) if len(found) > 1 else []
    start = words.starts[mine[-1].first] if mine else 0
    return next((reading for reading in found if reading.span[0] >= start), found[0])


def _is_old(words: Words, reading: Reading) -> bool:
    """ "My old number was …, now it's …"."""
    before = [w for w, end in zip(words.words, words.ends, strict=True) if end <= reading.span[0]]
    return not _OLD.isdisjoint(before[-NEAR:])


def _corrects(text: str) -> bool:
    return text in _CORRECTION


_CORRECTION: Final = Phrases({"corrects": lexicon.CORRECTS_NUMBER})
_OLD: Final = frozenset(lexicon.OLD_NUMBER.split())
_NEW_END: Final = frozenset(lexicon.BEFORE_NEW_END.split())
_MINE: Final = Phrases({"mine": lexicon.OWN_NUMBER})


def _spoken(text: str) -> str:
    """ "five one two 555 oh one four three" as digits, or "" where other words are between."""
    words = _doubled(cut(text).words)
    digits = [_SPOKEN.get(word, word if word.isdigit() else "") for word in words]
    if not any(word in _SPOKEN for word in words):
        return ""
    run = "".join(digits)
    unknown = sum(1 for digit in digits if not digit)
    return run if len(run) >= FEWEST and unknown <= 4 else ""


def _doubled(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Double one" is one one, as people say in Britain and in India."""
    said: list[str] = []
    times = 1
    for word in words:
        if word in _TIMES:
            times = _TIMES[word]
            continue
        said += [word] * (times if word in _SPOKEN or len(word) == 1 else 1)
        times = 1
    return tuple(said)


def _refusal(text: str) -> Reading | None:
    words = cut(text)
    stance = answers.stance(text)
    if stance in ("no", "refuse", "unsure") or _REFUSES.find(words):
        refused = Reading(None, refused=True, span=(0, len(words.text)))
        return _with_preference(refused, text)
    return None


def _with_preference(reading: Reading, text: str) -> Reading:
    wish = preference(text)
    if not wish:
        return reading
    return Reading(
        reading.value,
        sure=reading.sure,
        span=reading.span,
        refused=reading.refused,
        extra={"contact_pref": wish},
    )


def _attempt(text: str, country: str) -> Reading | None:
    """What was meant as a number, asked back as short or long; else it is no answer."""
    digits = _digits(text)
    letters = sum(character.isalpha() for character in text)
    if letters > digits + 12 or (digits < FEWEST_MEANT and not _FRAGMENT.fullmatch(text)):
        return None
    if digits < MOST and _is_long_enough(text, country):
        return None
    code = "phone.short" if digits < MOST else "phone.check"
    return Reading(None, ask=code, ask_with={"typed": text[:40]})


def _is_long_enough(text: str, country: str) -> bool:
    """Whether it has the digits of a mobile number of its country: then it is wrong, not short."""
    number, mobile = _parsed(text, country), phonenumbers.PhoneNumberType.MOBILE
    return number is not None and (
        phonenumbers.is_possible_number_for_type_with_reason(number, mobile) in _ENOUGH
    )


_ENOUGH: Final = (
    phonenumbers.ValidationResult.IS_POSSIBLE,
    phonenumbers.ValidationResult.TOO_LONG,
)
