"""The data behind an alert's button: what is meant, for which lead, and a signature.

    c.Jd0m…22 characters.16 characters of HMAC-SHA256

The signature covers the agent it was issued to, so a forwarded or replayed button of somebody
else does nothing. Telegram allows 64 bytes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass

LIMIT = 64
SIGNATURE_CHARACTERS = 16  # 96 bits
VERBS = {
    "c": "claim",
    "r": "reached",
    "n": "no_answer",
    "b": "booked",
    "h": "hand_over",
    "t": "chat",
    "x": "bad_lead",
}
LETTERS = {verb: letter for letter, verb in VERBS.items()}


@dataclass(frozen=True, slots=True)
class Press:
    """A button's meaning, once its signature was found right."""

    verb: str
    lead_id: str


class Signer:
    """Makes and checks button data with one secret."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(f"doorstep alert buttons\n{secret}".encode()).digest()

    def data(self, verb: str, lead_id: str, agent: str) -> str:
        """The data of a button that only this agent can press."""
        data = f"{LETTERS[verb]}.{lead_id}.{self._signature(LETTERS[verb], lead_id, agent)}"
        if len(data.encode()) > LIMIT:
            raise ValueError(f"button data of {len(data)} bytes: lead ids are too long")
        return data

    def read(self, data: str, agent: str) -> Press | None:
        """What the button means when this agent presses it; None when it means nothing."""
        letter, _, rest = data.partition(".")
        lead_id, _, signature = rest.rpartition(".")
        if letter not in VERBS or not lead_id:
            return None
        right = self._signature(letter, lead_id, agent)
        if not hmac.compare_digest(signature.encode(), right.encode()):
            return None
        return Press(VERBS[letter], lead_id)

    def _signature(self, letter: str, lead_id: str, agent: str) -> str:
        message = "\n".join((letter, lead_id, agent)).encode()
        digest = hmac.digest(self._key, message, "sha256")
        return base64.urlsafe_b64encode(digest).decode()[:SIGNATURE_CHARACTERS]
