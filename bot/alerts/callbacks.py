"""The data behind an alert's button: what is meant, for which lead, and a signature.

    c.Jd0m…22 characters.16 characters of HMAC-SHA256
    p.Jd0m…22 characters.busy.16 characters of HMAC-SHA256

The signature covers the agent or group it was issued to, so a forwarded or replayed button of
somebody else does nothing. Telegram allows 64 bytes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass

LIMIT = 64
SIGNATURE_CHARACTERS = 16  # 96 bits
NAME_CHARACTERS = 8  # of a longer name, where a button must say one
VERBS = {
    "c": "claim",
    "p": "pass",  # alone: asks why; with a reason: passes
    "z": "snooze",
    "t": "chat",
    "m": "more",
    "k": "back",  # from a menu to the message
    "r": "reached",
    "n": "no_answer",
    "b": "booked",
    "s": "signed",
    "l": "lost",
    "x": "bad_lead",
    "h": "hand_over",  # alone: asks to whom; with a name: hands over
    "f": "release",
    "d": "do_not_contact",  # alone: asks; with "yes": does it
    "w": "calling",  # of a visitor who came back
    "a": "take_all",  # of a digest, which stands in the lead's place
    "y": "viewing_confirm",
    "e": "viewing_move",  # alone: asks when; with a time: moves
    "u": "viewing_cancel",  # alone: asks; with "yes": does it
    "q": "skip",  # no more digests today
}
LETTERS = {verb: letter for letter, verb in VERBS.items()}


@dataclass(frozen=True, slots=True)
class Press:
    """A button's meaning, once its signature was found right."""

    verb: str
    lead_id: str
    arg: str = ""


class Signer:
    """Makes and checks button data with one secret."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(f"doorstep alert buttons\n{secret}".encode()).digest()

    def data(self, verb: str, lead_id: str, agent: str, arg: str = "") -> str:
        """The data of a button that only this agent, or this group, can press."""
        said = ".".join(part for part in (LETTERS[verb], lead_id, arg) if part)
        data = f"{said}.{self._signature(said, agent)}"
        if len(data.encode()) > LIMIT:
            raise ValueError(f"button data of {len(data)} bytes: lead ids are too long")
        return data

    def read(self, data: str, agent: str) -> Press | None:
        """What the button means when this agent presses it; None when it means nothing."""
        said, _, signature = data.rpartition(".")
        letter, _, rest = said.partition(".")
        lead_id, _, arg = rest.partition(".")
        if letter not in VERBS or not lead_id:
            return None
        if not hmac.compare_digest(signature.encode(), self._signature(said, agent).encode()):
            return None
        return Press(VERBS[letter], lead_id, arg)

    def _signature(self, said: str, agent: str) -> str:
        message = f"{said.replace('.', chr(10))}\n{agent}".encode()
        digest = hmac.digest(self._key, message, "sha256")
        return base64.urlsafe_b64encode(digest).decode()[:SIGNATURE_CHARACTERS]


def short(name: str) -> str:
    """A name short enough for a button: itself, or some characters of its hash."""
    fits = len(name.encode()) <= NAME_CHARACTERS and "." not in name
    return name if fits else hashlib.sha256(name.encode()).hexdigest()[:NAME_CHARACTERS]
