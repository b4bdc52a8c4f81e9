"""The address of a home: street and number, or a postcode, kept as typed with tidy capitals."""

from __future__ import annotations

import re
from typing import Final

from bot.understanding import answers
from bot.understanding.lexicon import common, places, states
from bot.understanding.lexicon import streets as lexicon
from bot.understanding.normalise import clean, fold, plain
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Phrases, Words, cut

LONGEST: Final = 160
_LEADS: Final = Phrases({"lead": lexicon.LEADS})
_POSTCODES: Final = {
    "US": re.compile(r"(?<![\w$.,-])\d{5}(?:-\d{4})?(?![\w%])"),
    "GB": re.compile(r"(?<!\w)[a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}(?!\w)", re.IGNORECASE),
    "IN": re.compile(r"(?<![\w₹.,-])\d{3} ?\d{3}(?![\w%])"),
}
_FIVE_DIGITS: Final = re.compile(r"(?<![\w€.,-])\d{5}(?![\w%])")
_TAIL: Final = re.compile(
    r"(?<!\d)[.;!?]\s+(?=[a-z])"
    r"|[,;.]? +(?:and|but|y|und|pero|aber)"
    r"(?= +(?:i|it|we|its|it's|the|my|es|tiene|ich|wir|hat|what|how|can)\b)"
    r"| +(?:is +)?worth\b| +not +(?=\d)"
    r"|[,;.] +(?=(?:need|want|looking|thinking|selling|sell|i|we|how|what|when|can|quiero|necesito"
    r"|ich|wir)\b)"
    r"|[,;.]? +(?=(?:please|pls|thanks|thank you|danke|gracias|lol|por favor|bitte)\b)",
    re.IGNORECASE,
)
_SEPARATORS: Final = re.compile(r"[,.]|(?<=\bc)/")
_NUMBER: Final = re.compile(r"#?\d{1,6}[a-z]?(?:[-/]\d{1,4}[a-z]?)?(?:º\w?)?")
_WORD: Final = re.compile(r"(?<!\w)[^\W\d_]+(?:'[^\W\d_]+)*\.?")
_PIECE: Final = re.compile(r"[,;،]")
_TALK: Final = re.compile(  # what is said of a home, and no part of an address
    r"\b(?:own|owner|owned|mine|ours|selling|sell|want|gehort|verkauf\w*|mia|mio|tiene|vender|soy"
    r"|es nuestra|ملكي|للبيع|ابيع)\b"
    r"|(?<![\w.,])\d{2,4}k\b|[$€]\d"  # what it is worth
)
_WHOSE: Final = re.compile(r"(?:it'?s |its )?(?:my|our) [^\d,;]{2,40}[,;] *", re.IGNORECASE)
_NOT_STREETS: Final = re.compile(
    r"\b(?:beds?|br|bedrooms?|baths?|sq ?ft|months?|years?|days?|weeks?|k|mil|habitaciones"
    r"|zimmer|grand|dollars|percent|غرف|غرفه|غرفتين|غرفة)\b"
)


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The address that answers the question; None without street and number or a postcode."""
    folded = fold(text)
    words = cut(text)
    if not words.words or len(folded) > 4 * LONGEST:
        return None
    start, end = _bounds(folded, words)
    end = _before_talk(folded, start, end, around.country)
    address = folded[start:end].strip(" ,;")
    if address and len(address) <= LONGEST and _is_address(address, around.country):
        return Reading(_tidy(_as_typed(text, folded, start, end), around), span=(start, end))
    if answers.stance(text) in ("refuse", "unsure") or _just_no(words, text):
        return Reading(None, refused=True, span=(0, len(folded)))
    return None


def _before_talk(folded: str, start: int, end: int, country: str) -> int:
    """ "88 Oak Hollow Dr, Austin, 3 bed, I own it": the pieces that still are the address."""
    if _is_address(folded[start:end], country) and not _TALK.search(plain(folded[start:end])):
        return end
    stops = [match.start() for match in _PIECE.finditer(folded, start, end)]
    for stop in reversed(stops):
        address = folded[start:stop]
        if not _TALK.search(plain(address)) and _is_address(address, country):
            return stop
    return end


def _as_typed(text: str, folded: str, start: int, end: int) -> str:
    """The address with its own signs, such as an Arabic comma."""
    cleaned = clean(text)
    whole = cleaned if len(cleaned) == len(folded) else folded
    return whole[start:end].strip(" ,;،")


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:
    """An address in running text is only taken behind "my house is at" and its like."""
    words = cut(text)
    for hit in _LEADS.find(words):
        if hit.length >= 2 and hit.last < len(words):
            reading = read(fold(text)[words.starts[hit.last] :], slot, around)
            if reading and reading.value:
                shift = words.starts[hit.last]
                span = (reading.span[0] + shift, reading.span[1] + shift)
                return [Reading(reading.value, sure=False, span=span)]
    return []


def _just_no(words: Words, text: str) -> bool:
    return len(words) <= 3 and answers.stance(text) == "no"


def _bounds(folded: str, words: Words) -> tuple[int, int]:
    at = 0
    while at < len(words):
        longest = max((hit.last for hit in _LEADS.at(words, at)), default=at)
        if longest in (at, len(words)):
            break
        at = longest
    start = words.starts[_behind_inner_lead(words, at)]
    start = _behind_whose(folded, start)
    for tail in _TAIL.finditer(folded, start):
        if _is_address(folded[start : tail.start()], ""):
            return start, tail.start()
    return start, len(folded)


def _behind_whose(folded: str, start: int) -> int:
    """ "My mum's place, 2207 Quarry Rd": whose it is, is no part of it."""
    whose = _WHOSE.match(folded, start)
    return whose.end() if whose and _is_address(folded[whose.end() :], "") else start


def _behind_inner_lead(words: Words, at: int) -> int:
    """ "I want to sell my house at 4417 Shady Ln": what leads up to it is no part of it."""
    number = next((n for n in range(at, len(words)) if words.words[n][0].isdigit()), at)
    for n in range(at + 1, len(words)):
        if words.words[n][0].isdigit() and _only_leads_up(words, at, n):
            return n
    leads = [hit.last for hit in _LEADS.find(words) if hit.length > 1 and at < hit.last <= number]
    return max(leads, default=at)


def _only_leads_up(words: Words, first: int, number: int) -> bool:
    """ "The one on 14 Oak St": does an address begin here, and no "Flat 3 at" belong to it?"""
    if words.words[number - 1] not in lexicon.BEFORE_NUMBER:
        return False
    before = words.words[first:number]
    return lexicon.UNITS.isdisjoint(before) and _is_address(words.text[words.starts[number] :], "")


def _is_address(text: str, country: str) -> bool:
    simple = plain(text)
    if "@" in text or _NOT_STREETS.search(simple):
        return False
    if _POSTCODES.get(country, _FIVE_DIGITS).search(text) and len(simple) < 90:
        return True
    return _has_street_and_number(simple)


def _has_street_and_number(text: str) -> bool:
    words = _SEPARATORS.sub(" ", text).split()
    numbers = [at for at, word in enumerate(words) if _NUMBER.fullmatch(word)]
    if not numbers:
        return False
    streets = [at for at, word in enumerate(words) if _is_street_word(word)]
    if streets:
        return any(_near(number, street) for number in numbers for street in streets)
    first = numbers[0]
    follows = [word for word in words[first + 1 : first + 4] if word.isalpha()]
    return first == 0 and len(follows) >= 2 and len(words) <= 7 and _unremarkable(words)


def _near(number: int, street: int) -> bool:
    return number != street and abs(number - street) <= 5


def _unremarkable(words: list[str]) -> bool:
    return sum(word in common.WORDS for word in words) <= 1


def _is_street_word(word: str) -> bool:
    if word in lexicon.AFTER or word in lexicon.BEFORE:
        return True
    return len(word) > 5 and word.endswith(lexicon.GROWN_TOGETHER)


def _tidy(address: str, around: Surroundings) -> str:
    """Capitals as on an envelope when typed in lower case, and a comma before the town."""
    written = _WORD.sub(lambda word: _cased(word.group(), address), address)
    written = _POSTCODES["GB"].sub(lambda code: code.group().upper(), written)
    return _with_comma(written, around)


def _cased(word: str, address: str) -> str:
    bare = plain(word).rstrip(".")
    if not word.islower():
        return word
    if bare in lexicon.CAPITALS and address.islower():
        return word.upper()
    if bare in lexicon.SMALL or (bare in lexicon.UNITS and not address.islower()):
        return word
    return word[0].upper() + word[1:]


def _with_comma(address: str, around: Surroundings) -> str:
    """ "88 Oak Hollow Dr Austin": the office writes a comma between street and town."""
    if "," in address:
        return address
    words = cut(address)
    towns = _towns(around)
    for at in range(len(words) - 1, 0, -1):
        if (
            not _is_street_word(words.words[at])
            or words.words[at] in lexicon.BEFORE - lexicon.AFTER
        ):
            continue
        rest = " ".join(words.words[at + 1 :])
        if rest and any(rest == town or rest.startswith(town + " ") for town in towns):
            cut_at = words.ends[at]
            cut_at += address[cut_at : cut_at + 1] == "."
            return f"{address[:cut_at]}, {address[cut_at:].strip()}"
        return address
    return address


def _towns(around: Surroundings) -> list[str]:
    names = (*around.areas, *places.CITY_OF)
    return [
        *(" ".join(cut(name).words) for name in names),
        *(code.lower() for code in states.CODES),
    ]
