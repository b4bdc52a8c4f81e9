"""The visitor's own question, so that the agent can begin the call with its answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.understanding.normalise import clean

_SENTENCE = re.compile(r"[^.!?؟¿…]*[?؟]+")
_FILLER = re.compile(
    r"^(?:(?:and|oh|but|so|also|ok|okay|well|hi|hello|hey|y|und|aber)\b[\s,]*)+", re.IGNORECASE
)
_NOT_FOR_AGENTS = re.compile(
    r"\b(?:why|what)\b.{0,24}\b(?:need|ask|for|want)\b|\b(?:bot|robot|real person|human|privacy)\b"
    r"|\bespañol\b|\bdeutsch\b|\benglish\b",
    re.IGNORECASE,
)
MIN_LENGTH = 8


def question_of(texts: Iterable[str]) -> str:
    """The last question in what a visitor wrote; not those about the chat itself. "" if none."""
    found = ""
    for text in texts:
        for match in _SENTENCE.finditer(clean(text)):
            question = _FILLER.sub("", match[0].strip())
            if len(question) >= MIN_LENGTH and not _NOT_FOR_AGENTS.search(question):
                found = question
    return re.sub(r"[?؟]{2,}$", "?", found)
