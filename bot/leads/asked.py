"""The visitor's own question, so that the agent can begin the call with its answer."""

from __future__ import annotations

import re

from bot.dialogue.session import Session
from bot.understanding.normalise import clean

_OPENING = re.compile(
    r"(?:(?:and|oh|but|so|also|ok|okay|well|hi|hello|hey|y|und|aber|pero)\b[\s,.!-]*)+",
    re.IGNORECASE,
)


def question(text: str) -> str:
    """A question without the words it was tied to the rest with: "oh and is it gas?"."""
    text = clean(text)
    bare = text[opening.end() :] if (opening := _OPENING.match(text)) else text
    return re.sub(r"[?؟]{2,}$", "?", bare or text)


def asked_in(session: Session) -> str:
    """The last question that the dialogue kept for the agent; "" if there is none."""
    return session.notes[-1] if session.notes else ""
