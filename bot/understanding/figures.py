"""What a string of digits means: 1,250,000 and 1.250.000, 12,50,000, 1'200'000, 1.200,50, 500,-

Where two readings are possible ("1.200" in Texas) the first one is the likelier and ``other`` is
the second; a string that no locale writes ("1,2,3", "1.2.2026", "007") has no reading at all.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

COMMA_COUNTRIES: Final = frozenset(
    {"DE", "AT", "ES", "FR", "IT", "PT", "NL", "AR", "BR", "CO", "CL"}
)
MOST_DIGITS: Final = 16  # 2**53 has 16: beyond it neither JSON nor a screen keeps every digit

_INDIAN: Final = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}\Z")


class Figure(NamedTuple):
    """A number as written: its likelier value, another possible one, and how it was written."""

    value: Decimal
    other: Decimal | None = None
    decimals: bool = False
    grouped: bool = False


@lru_cache(maxsize=512)
def figure(text: str, *, comma_decimal: bool) -> Figure | None:
    """The reading of one number token, or None where there is none."""
    text = text.rstrip("-").rstrip(".,")
    if text.startswith("."):
        text = "0" + text
    if len(text) > 2 * MOST_DIGITS or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    if text.isdigit():
        return None if len(text) > 1 and text[0] == "0" else Figure(Decimal(text))
    whole, mark, fraction = text.partition("'")
    if mark and fraction.isdecimal() and len(fraction) < 3:
        return Figure(Decimal(f"{whole}.{fraction}"), decimals=True) if whole.isdecimal() else None
    return _separated(text.replace("'", " "), comma_decimal=comma_decimal)


def _separated(text: str, *, comma_decimal: bool) -> Figure | None:
    used = [sign for sign in " .," if sign in text]
    if len(used) > 2 or (text[0] == "0" and len(re.split("[ .,]", text)[0]) > 1):
        return None
    if len(used) == 2:
        return _two_kinds(text)
    if text.count(used[0]) > 1:
        return _groups(text, used[0])
    return _one_separator(text, used[0], comma_decimal=comma_decimal)


def _two_kinds(text: str) -> Figure | None:
    point = max(" .,", key=text.rfind)
    whole, _, fraction = text.rpartition(point)
    if point == " " or point in whole:
        return None
    groups = _groups(whole, next(sign for sign in " .," if sign in whole))
    if groups is None:
        return None
    return Figure(groups.value + Decimal("0." + fraction), decimals=True, grouped=True)


def _groups(text: str, separator: str) -> Figure | None:
    first, *rest = text.split(separator)
    regular = 1 <= len(first) <= 3 and first[0] != "0" and all(len(part) == 3 for part in rest)
    if regular or (separator == "," and _INDIAN.match(text)):
        return Figure(Decimal(text.replace(separator, "")), grouped=True)
    return None


def _one_separator(text: str, separator: str, *, comma_decimal: bool) -> Figure | None:
    whole, fraction = text.split(separator)
    if separator == " ":
        return _groups(text, separator)
    decimal = Decimal(f"{whole}.{fraction}")
    if len(fraction) != 3 or len(whole) > 3 or whole == "0":
        unheard_of = separator == "," and len(fraction) > 3
        return None if unheard_of else Figure(decimal, decimals=True)
    grouped = Decimal(whole + fraction)
    at_home = separator == ("." if comma_decimal else ",")
    round_number = fraction == "000" and len(whole) > 1  # nobody writes 380.000 for 380
    if at_home or round_number or separator == ",":
        return Figure(grouped, None if round_number else decimal, grouped=True)
    return Figure(grouped, decimal, grouped=True, decimals=True)
