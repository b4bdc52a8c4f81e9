"""Words and numbers as a YAML file holds them: the model decides what each becomes.

YAML guesses types from spelling (``no`` is False, ``12:30`` is 750, ``1_000`` is 1000). Here
nothing is guessed: an unquoted scalar arrives as ``Plain`` text, and the field says what it is.
"""

from __future__ import annotations

import re
from typing import Any

_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,9})?")
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})
_EMPTY = frozenset({"", "~", "null"})


class Plain(str):
    """An unquoted scalar, exactly as it was written."""

    __slots__ = ()


def as_text(value: Any) -> Any:
    """Text from any scalar that can only have been meant as text; numbers keep their spelling."""
    if not isinstance(value, Plain):
        return value
    if value.lower() in _EMPTY:
        raise ValueError("has no value: write one, or remove the line")
    if value.lower() in {"true", "false"}:
        raise ValueError(f'expects words: put quotes around it: "{value}"')
    return str(value)


def as_integer(value: Any) -> Any:
    """A whole number written in digits, without quotes."""
    if isinstance(value, Plain) and _INTEGER.fullmatch(value):
        return int(value)
    return _refuse_text(value, "expects a whole number, such as 10")


def as_number(value: Any) -> Any:
    """A number written in digits, without quotes."""
    if isinstance(value, Plain) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return _refuse_text(value, "expects a number, such as 250000")


def as_point(value: Any) -> Any:
    """A place on the map, in degrees: latitude, then longitude."""
    if isinstance(value, list) and len(value) == 2 and all(map(_is_number, value)):
        latitude, longitude = map(float, value)
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return latitude, longitude
    raise ValueError("expects latitude and longitude, such as [30.27, -97.74]")


def _is_number(value: Any) -> bool:
    return isinstance(value, Plain) and _NUMBER.fullmatch(value) is not None


def as_bool(value: Any) -> Any:
    """true or false; yes and no are understood where only these can be meant."""
    if isinstance(value, Plain):
        if value.lower() in _TRUE:
            return True
        if value.lower() in _FALSE:
            return False
    return _refuse_text(value, "expects true or false")


def as_texts(value: Any) -> Any:
    """A list of texts; a single text is a list of one."""
    return [value] if isinstance(value, str) else value


def resolve(value: Any) -> Any:
    """A free value by YAML 1.2's core rules: true/false, null, integers, decimals, else text."""
    if isinstance(value, dict):
        return {str(key): resolve(item) for key, item in value.items()}
    if isinstance(value, list):
        return [resolve(item) for item in value]
    return _resolve_plain(value) if isinstance(value, Plain) else value


def _resolve_plain(value: Plain) -> Any:
    if value.lower() in _EMPTY:
        return None
    if value in {"true", "True", "TRUE"}:
        return True
    if value in {"false", "False", "FALSE"}:
        return False
    return as_number(value) if _NUMBER.fullmatch(value) else str(value)


def _refuse_text(value: Any, wanted: str) -> Any:
    if isinstance(value, bool) and "true" not in wanted:
        raise ValueError(f"{wanted}, not true or false")
    if not isinstance(value, str):
        return value
    quoted = "" if isinstance(value, Plain) else " without quotes"
    shown = f": “{value}” is none" if value else ""
    raise ValueError(f"{wanted}{quoted}{shown}")
