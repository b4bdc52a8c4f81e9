"""A real SMTP server that keeps what it is given, and refuses on demand.

async with mailbox() as box:
    box.answers.append("451 4.3.0 later")   # to the next letter
    ... box.url, box.letters
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP


class Mailbox:
    """Everything that arrived, and what to answer next."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.raw: list[bytes] = []
        self.answers: list[str] = []
        self.url = ""

    @property
    def letter(self) -> EmailMessage:
        """The only letter."""
        (letter,) = self.letters
        return letter

    def text(self, kind: str = "plain") -> str:
        """The words of the only letter."""
        part = self.letter.get_body((kind,))
        assert part is not None
        return str(part.get_content())


class _Taking:
    """Fills the mailbox; apart from it, for the server looks at every attribute of this."""

    def __init__(self, box: Mailbox) -> None:
        self._box = box

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """A letter arrived."""
        box = self._box
        if box.answers:
            return box.answers.pop(0)
        box.raw.append(envelope.content)
        letter = message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        box.letters.append(letter)
        box.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        return "250 OK"


@asynccontextmanager
async def mailbox() -> AsyncIterator[Mailbox]:
    """A listening server in this loop."""
    box = Mailbox()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(_Taking(box), hostname="mail.test", enable_SMTPUTF8=True, loop=loop),
        "127.0.0.1",
        0,
    )
    port = server.sockets[0].getsockname()[1]
    box.url = f"smtp://127.0.0.1:{port}?from=hello@oak.example"
    try:
        yield box
    finally:
        server.close()
        await server.wait_closed()
