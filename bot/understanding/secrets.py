"""Numbers that must never be stored, logged or sent: social security, cards, IBANs, passports."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.understanding.normalise import fold

MASK: Final = "•••"
_DIGIT: Final = re.compile(r"\d")
_SSN: Final = re.compile(
    r"(?<![\d+-])(?!000|666)\d{3}(?: ?[-._] ?| )(?!00)\d\d(?: ?[-._] ?| )(?!0000)\d{4}(?![\d-])"
)
_CARD: Final = re.compile(
    r"(?<![\d+])(?:\d(?:[ -]?\d){12,26}|\d{4}([.,/_])\d{4}\1\d{4}\1\d{1,7})(?!\d)"
)
_DIGITS_FIRST: Final = re.compile(
    r"(?<![\d+])(?P<code>\d(?:[ .-]?\d){6,10})(?!\d),? ?(?:is|es|ist|=|هو) "
    r"(?:my|mi|meine?|the)? ?(?:ssn|social|seguro social|sozialversicherungsnummer|passport)\b",
    re.IGNORECASE,
)
_DNI: Final = re.compile(
    r"(?<!\w)(?:\d{8}|\d{2}\.\d{3}\.\d{3}|[XYZ][ -]?\d{7})[ -]?[A-Z](?!\w)", re.IGNORECASE
)
_SHAPED: Final = re.compile(
    r"(?<!\w)(?:[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z0-9]\d"  # CURP
    r"|[A-Z]{3}[PCHABGJLFT][A-Z]\d{4}[A-Z]"  # PAN
    r"|784[ -]?(?:19|20)\d\d[ -]?\d{7}[ -]?\d"  # Emirates ID
    r"|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D])(?!\w)",  # NI
    re.IGNORECASE,
)
_NAMED_BEHIND: Final = ("ssn", "social", "sozial", "passport")
_DNI_LETTERS: Final = "TRWAGMYFPDXBNJZSQVHLCKE"
_IBAN: Final = re.compile(
    r"(?<!\w)[A-Za-z]{2}\d\d(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?(?!\w)"
)
_NAMED: Final = re.compile(
    r"(?<!\w)(?P<name>ssn|social(?: security)?(?: number| no| nr)?"
    r"|passport(?: number| no| nr| num)?|pasaporte|n[uú]mero de pasaporte|reisepass(?:nummer)?"
    r"|pass(?:nummer| nr)|personalausweis(?:nummer)?|ausweis(?:nummer)?|dni|nie|curp|cvv|cvc"
    r"|card(?: number| no)?|tarjeta|kreditkarte(?:nnummer)?"
    r"|driver'?s? ?licen[cs]e|itin|national insurance(?: number| no)?|ni number|nino"
    r"|steuer-?id|f[uü]hrerschein|emirates id|aadhaar|aadhar|pan"
    r"|جواز(?: السفر| سفر|ي)?|رقم الجواز|الهوية|بطاقة|ضمان(?: اجتماعي)?)"
    r"(?:\W{0,4}(?:is|es|ist|number|no|nr|num|número|numero|nummer|هو|رقم|رقمه|رقمها)){0,2}"
    r"\W{0,4}"
    r"(?P<code>[A-Za-z]{0,5} ?\d[A-Za-z0-9]{0,20}(?:[ -][A-Za-z]{0,2}\d[A-Za-z0-9]{0,9}){0,18})"
    r"(?!\w)",
    re.IGNORECASE,
)
_DIGITS_NEEDED: Final = {"cvv": 3, "cvc": 3, "pan": 4}
_CARD_DIGITS: Final = range(13, 20)
CARDS_BEGIN: Final = "23456"
LEAST_GROUP: Final = 3  # digits of the group with which a card's number may begin
_GROUP: Final = re.compile(r"\d+")
_KINDS: Final = (
    ("ssn", "ssn"),
    ("social", "ssn"),
    ("card", "card"),
    ("tarjeta", "card"),
    ("kredit", "card"),
    ("cv", "card"),
)


@lru_cache(1)  # the shell asks, and then who looks for what a text means
def mask(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its secrets, and the kinds that were found (ssn, card, iban, passport)."""
    if not _DIGIT.search(text):
        return text, ()
    folded = fold(text)
    found: list[tuple[int, int, str]] = []
    for search in (_named, _shaped, _ibans, _cards, _ssns):
        for start, end, kind in search(folded):
            if not any(start < other_end and other < end for other, other_end, _ in found):
                found.append((start, end, kind))
    if not found:
        return text, ()
    return _without(folded, found), tuple(dict.fromkeys(kind for *_, kind in sorted(found)))


def _without(text: str, found: list[tuple[int, int, str]]) -> str:
    for start, end, _ in sorted(found, reverse=True):
        text = f"{text[:start]}{MASK}{text[end:]}"
    return text


def _named(text: str) -> list[tuple[int, int, str]]:
    found = []
    for match in _NAMED.finditer(text):
        name, code = match.group("name").lower(), match.group("code")
        if sum(c.isdigit() for c in code) >= _DIGITS_NEEDED.get(name[:3], 5):
            kind = next((kind for begin, kind in _KINDS if name.startswith(begin)), "passport")
            found.append((*match.span("code"), kind))
    return found


def _shaped(text: str) -> list[tuple[int, int, str]]:
    """Numbers that show by their shape, or by a word behind them, what they are."""
    named = any(word in text.lower() for word in _NAMED_BEHIND)
    behind = _DIGITS_FIRST.finditer(text) if named else ()
    found = [(*match.span("code"), "ssn") for match in behind]
    found += [(*match.span(), "passport") for match in _SHAPED.finditer(text)]
    return found + [
        (*match.span(), "passport") for match in _DNI.finditer(text) if _is_dni(match.group())
    ]


def _is_dni(text: str) -> bool:
    """Its last letter follows from the digits; X, Y, Z of a foreigner's count 0, 1, 2."""
    code = "".join(character for character in text.upper() if character.isalnum())
    digits = str("XYZ".find(code[0])) + code[1:-1] if code[0].isalpha() else code[:-1]
    return digits.isdecimal() and _DNI_LETTERS[int(digits) % 23] == code[-1]


def _ssns(text: str) -> list[tuple[int, int, str]]:
    return [(*match.span(), "ssn") for match in _SSN.finditer(text)]


def _cards(text: str) -> list[tuple[int, int, str]]:
    return [(*span, "card") for match in _CARD.finditer(text) for span in _card_in(match)]


def _card_in(match: re.Match[str]) -> list[tuple[int, int]]:
    """The groups of digits that make a card's number; its date or its code may stand behind."""
    start, text = match.start(), match.group()
    groups = [group.span() for group in _GROUP.finditer(text)]
    for first, (begin, behind) in enumerate(groups):
        if text[begin] not in CARDS_BEGIN or (first and behind - begin < LEAST_GROUP):
            continue
        many = 0
        for group_start, end in groups[first:]:
            many += end - group_start
            if many in _CARD_DIGITS and _luhn(text[begin:end]):
                return [(start + begin, start + end)]
    return []


def _ibans(text: str) -> list[tuple[int, int, str]]:
    return [(*match.span(), "iban") for match in _IBAN.finditer(text) if _is_iban(match.group())]


def _luhn(text: str) -> bool:
    digits = [int(character) for character in reversed(text) if character.isdigit()]
    if len(set(digits)) == 1:
        return False
    doubled = (digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_iban(text: str) -> bool:
    code = text.replace(" ", "").upper()
    moved = code[4:] + code[:4]
    if not 15 <= len(code) <= 34 or not moved.isalnum() or not moved.isascii():
        return False
    return int("".join(str(int(character, 36)) for character in moved)) % 97 == 1
