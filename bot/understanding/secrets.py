"""Numbers that must never be stored, logged or sent: social security, cards, IBANs, passports."""

from __future__ import annotations

import re
from typing import Final

from bot.understanding.normalise import fold

MASK: Final = "•••"
_DIGIT: Final = re.compile(r"\d")
_SSN: Final = re.compile(r"(?<![\d+-])(?!000|666)\d{3}([- .])(?!00)\d\d\1(?!0000)\d{4}(?![\d-])")
_CARD: Final = re.compile(r"(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)")
_IBAN: Final = re.compile(
    r"(?<!\w)[A-Za-z]{2}\d\d(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?(?!\w)"
)
_NAMED: Final = re.compile(
    r"(?<!\w)(?P<name>ssn|social(?: security)?(?: number| no| nr)?"
    r"|passport(?: number| no| nr| num)?|pasaporte|n[uú]mero de pasaporte|reisepass(?:nummer)?"
    r"|pass(?:nummer| nr)|personalausweis(?:nummer)?|ausweis(?:nummer)?|dni|nie|curp|cvv|cvc"
    r"|card(?: number| no)?|tarjeta|kreditkarte(?:nnummer)?|emirates id|aadhaar|aadhar|pan"
    r"|جواز(?: السفر| سفر|ي)?|رقم الجواز|الهوية|بطاقة|ضمان(?: اجتماعي)?)"
    r"(?:\W{0,4}(?:is|es|ist|number|no|nr|num|número|numero|nummer|هو|رقم|رقمه|رقمها)){0,2}"
    r"\W{0,4}"
    r"(?P<code>[A-Za-z]{0,5}\d[A-Za-z0-9]{0,20}(?:[ -][A-Za-z]{0,2}\d[A-Za-z0-9]{0,9}){0,6})"
    r"(?!\w)",
    re.IGNORECASE,
)
_DIGITS_NEEDED: Final = {"cvv": 3, "cvc": 3}
_KINDS: Final = (
    ("ssn", "ssn"),
    ("social", "ssn"),
    ("card", "card"),
    ("tarjeta", "card"),
    ("kredit", "card"),
    ("cv", "card"),
)


def mask(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its secrets, and the kinds that were found (ssn, card, iban, passport)."""
    if not _DIGIT.search(text):
        return text, ()
    folded = fold(text)
    found: list[tuple[int, int, str]] = []
    for search in (_named, _ibans, _cards, _ssns):
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


def _ssns(text: str) -> list[tuple[int, int, str]]:
    return [(*match.span(), "ssn") for match in _SSN.finditer(text)]


def _cards(text: str) -> list[tuple[int, int, str]]:
    return [(*match.span(), "card") for match in _CARD.finditer(text) if _luhn(match.group())]


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
