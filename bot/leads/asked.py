"""The visitor's own question, so that the agent can begin the call with its answer."""

from __future__ import annotations

from bot.dialogue.session import Session
from bot.understanding.normalise import clean


def asked_in(session: Session) -> str:
    """The last question that the dialogue kept for the agent; "" if there is none."""
    return clean(session.notes[-1]) if session.notes else ""
