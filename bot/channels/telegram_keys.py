"""What proves a button, a link or a code to be ours: short tags made with one secret.

They are keyed BLAKE2, a MAC by itself: it keeps Python's lock where OpenSSL's HMAC gives it up and
waits for it again, for every button of a turn.

A button's tag covers its chat, conversation, question and value, so that nothing but the option
of the open question, pressed where it was shown, has an effect. A link's tag covers the
conversation that goes on and the hour until which it does.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.records import frozen

TAG: Final = 16  # characters: 96 bits
LINK_TAG: Final = 22
LINK: Final = "w_"  # begins a link that continues a website chat
LINK_LASTS: Final = timedelta(hours=24)
ID: Final = 22  # characters of a conversation's id
_LINK = re.compile(r"w_([A-Za-z0-9_-]{22})([0-9a-z]{4,6})_([A-Za-z0-9_-]{22})").fullmatch

# K7MQ4X: letters and digits that are not taken for each other, the digits where no word has them.
LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
DIGITS: Final = "23456789"
SHAPE: Final = (LETTERS, DIGITS, LETTERS, LETTERS, DIGITS, LETTERS)
_CODE = re.compile(rf"[{LETTERS}][{DIGITS}][{LETTERS}]{{2}}[{DIGITS}][{LETTERS}]").fullmatch


@frozen
class Place:
    """Where a button stands: pressed elsewhere it means nothing."""

    chat: int
    conversation: str
    question: str


class Keys:
    """Makes and checks all of them."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(f"doorstep visitor buttons\n{secret}".encode()).digest()

    def tag(self, place: Place, verb: str, value: str) -> str:
        """The tag of a button."""
        words = ("button", str(place.chat), place.conversation, place.question, verb, value)
        return self._mac("\n".join(words))[:TAG]

    def link(self, conversation: str, now: datetime) -> str:
        """The ``/start`` payload with which a website chat goes on in Telegram."""
        until = _base36(int((now + LINK_LASTS).timestamp()) // 3600)
        tag = self._mac(f"link\n{conversation}\n{until}")[:LINK_TAG]
        return f"{LINK}{conversation}{until}_{tag}"

    def linked(self, payload: str, now: datetime) -> str:
        """The conversation that a payload continues, "" for a forged or an old one."""
        found = _LINK(payload)
        if found is None:
            return ""
        conversation, until, tag = found.groups()
        right = self._mac(f"link\n{conversation}\n{until}")[:LINK_TAG]
        if not hmac.compare_digest(tag.encode(), right.encode()):
            return ""
        return conversation if now.timestamp() < int(until, 36) * 3600 else ""

    def code(self, conversation: str, hour: int, n: int = 0) -> str:
        """A code to be typed instead of the link: the same one within an hour."""
        digest = self._digest(f"code\n{conversation}\n{hour}\n{n}")
        return "".join(
            letters[byte % len(letters)] for byte, letters in zip(digest, SHAPE, strict=False)
        )

    def hidden(self, code: str) -> str:
        """The name under which a code is kept."""
        return f"code:{self._mac(f'code {code}')[:LINK_TAG]}"

    def _mac(self, message: str) -> str:
        return base64.urlsafe_b64encode(self._digest(message)).decode()

    def _digest(self, message: str) -> bytes:
        data = message.encode("utf-8", "replace")
        return hashlib.blake2b(data, key=self._key, digest_size=24).digest()


def code_in(text: str) -> str:
    """The code that a text is, however it was typed; "" where it is none."""
    if len(text) > 16:
        return ""
    bare = "".join(letter for letter in text.upper() if letter not in " -#.")
    return bare if _CODE(bare) else ""


def hour_of(now: datetime) -> int:
    """Hours since 1970."""
    return int(now.astimezone(UTC).timestamp()) // 3600


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits
