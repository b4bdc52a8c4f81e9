"""Finding leads: what a person typed becomes a full-text query that cannot be malformed."""

from __future__ import annotations

import re

MAX_TEXT = 200
MAX_WORDS = 12
_WORD = re.compile(r"[^\W_]+")
_INSIDE_NUMBER = re.compile(r"(?<=\d)[\s().+/-]+(?=\d)")


def match_query(text: str) -> str:
    """Every word must begin some word of the lead; "" when the text holds no word at all.

    Words are quoted, so nothing in them is query language. Digits are also tried joined, for
    a phone number is written with spaces, brackets and dashes.
    """
    text = text[:MAX_TEXT]
    words = _quoted(text)
    joined = _quoted(_INSIDE_NUMBER.sub("", text))
    if not words or words == joined:
        return words
    return f"({words}) OR ({joined})"


def _quoted(text: str) -> str:
    return " AND ".join(f'"{word}" *' for word in _WORD.findall(text)[:MAX_WORDS])
