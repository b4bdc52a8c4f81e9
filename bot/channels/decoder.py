"""One strict JSON decoder at the edge: what it lets through is safe to store and to say back."""

from __future__ import annotations

import json
import math
from typing import Any

from bot.channels.refusals import Refusal, bad_json, invalid, too_large

BODY_LIMIT = 64 * 1024  # bytes of a request
KEY_LIMIT = 100  # characters of a key
DEPTH_LIMIT = 16  # brackets inside each other; ours need three
DIGIT_LIMIT = 400  # of a whole number; longer ones are refused unread
WHOLE_LIMIT = 2**63  # SQLite's integers end here


def decode(raw: bytes) -> dict[str, Any]:
    """A body as an object; raises Refusal with 400, 413 or 422."""
    if len(raw) > BODY_LIMIT:
        raise too_large(BODY_LIMIT)
    value = _parse(_text(raw))
    if not isinstance(value, dict):
        raise Refusal(422, "not_an_object", "The body must be a JSON object.")
    if b"\\u" in raw:
        _refuse_lone_surrogates(value)
    return value


def is_json(content_type: str) -> bool:
    """Whether a Content-Type header says application/json in UTF-8, and nothing else."""
    if content_type == "application/json":
        return True
    kind, *parameters = (part.strip().lower() for part in content_type.split(";"))
    return kind == "application/json" and all(
        parameter in ("", "charset=utf-8", 'charset="utf-8"') for parameter in parameters
    )


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise bad_json("The body is not UTF-8.") from None


def _parse(text: str) -> Any:
    if text.count("[") + text.count("{") > DEPTH_LIMIT and _depth(text) > DEPTH_LIMIT:
        raise bad_json("The body is nested too deeply.")
    try:
        return _DECODER.decode(text)
    except (json.JSONDecodeError, RecursionError):
        raise bad_json("The body is not JSON.") from None


def _depth(text: str) -> int:
    """At least the depth of the brackets; brackets inside strings are left out."""
    depth = deepest = 0
    quoted = escaped = False
    for letter in text:
        if quoted:
            quoted = escaped or letter != '"'
            escaped = letter == "\\" and not escaped
        elif letter == '"':
            quoted = True
        elif letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise bad_json("The body holds the same key twice.")
    for key in found:
        if len(key) > KEY_LIMIT:
            raise Refusal(422, "invalid", f"A key may have at most {KEY_LIMIT} characters.")
    return found


def _whole(digits: str) -> int:
    if len(digits) > DIGIT_LIMIT:
        raise bad_json("The body holds a number that is too long.")
    number = int(digits)
    if not -WHOLE_LIMIT <= number < WHOLE_LIMIT:
        raise Refusal(422, "invalid", "The body holds a number that is too large.")
    return number


def _fraction(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise Refusal(422, "invalid", "The body holds a number that is too large.")
    return number


def _constant(name: str) -> Any:
    raise bad_json(f"{name} is not JSON.")


def _refuse_lone_surrogates(value: Any) -> None:
    """Escapes can spell half a character, which no database or socket takes."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _refuse_lone_surrogates(key)
            _refuse_lone_surrogates(inner)
    elif isinstance(value, list):
        for inner in value:
            _refuse_lone_surrogates(inner)
    elif isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise invalid("", "The body holds half a character (a lone surrogate).")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole, parse_float=_fraction, parse_constant=_constant
)
