"""E-mail: letters as data, the SMTP server, and the sender of ``mail.*`` rows.

What others need of it::

    row = letter_row("digest:dana:2026-03-10", Letter(to, subject, text), now, lead_id)  # queued
    outcome = await postman.post(letter, "digest:dana:2026-03-10")                       # at once

A letter is built by the standard library's parser-checked headers: a line end in a subject, a name
or an address cannot begin another header. The same key always makes the same Message-ID, so a
repeat after a crash is the same letter to those who read it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import parse_qs, unquote, urlsplit

from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.errors import UserMistake
from bot.records import frozen
from storage.rows import Outgoing

if TYPE_CHECKING:
    from aiosmtplib import SMTPException

SECONDS: Final = 30.0  # for all of one letter
LATER: Final = 60.0  # seconds, for a wrong password: a server may lock us out
SUBJECT_LIMIT: Final = 200
NAME_LIMIT: Final = 80
EXAMPLE: Final = "smtp://user:password@mail.example.com:587?from=hello@example.com"
PORTS: Final = {"smtp": 587, "smtps": 465}
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*").fullmatch
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")


@frozen
class Letter:
    """What is written to whom. ``html`` may be left out, and so may a calendar file."""

    to: str
    subject: str
    text: str
    html: str = ""
    calendar: str = ""


@frozen
class Smtp:
    """The server that takes our letters."""

    host: str
    port: int
    sender: str  # the address they come from
    user: str = ""
    password: str = field(default="", repr=False)
    tls: Literal["at once", "needed", "offered", "off"] = "offered"


def read_smtp_url(url: str) -> Smtp:
    """The server behind ``smtp://`` (TLS by STARTTLS) or ``smtps://`` (TLS from the first byte).

    ``?from=`` is the sender where the user is none; ``?tls=off`` is for a server on this machine.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _mistake("cannot be read") from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise _mistake("begins with smtp:// or smtps:// and names a server")
    asked = parse_qs(parts.query)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    sender = asked.get("from", [user])[0]
    if not is_address(sender):
        raise _mistake("says nobody the letters come from: end it with ?from=hello@example.com")
    plain = asked.get("tls") == ["off"]
    if parts.scheme == "smtps":
        tls: Literal["at once", "needed", "offered", "off"] = "at once"
    else:
        tls = "off" if plain else "needed" if user else "offered"
    return Smtp(parts.hostname, port or PORTS[parts.scheme], sender, user, password, tls)


def _mistake(why: str) -> UserMistake:
    return UserMistake(f"DOORSTEP_SMTP_URL {why}, for example {EXAMPLE}")


def is_address(text: str) -> bool:
    """Whether a text can stand on an envelope; says nothing of whether somebody reads it."""
    return len(text) <= 254 and bool(_ADDRESS(text))


def letter_row(
    key: str, letter: Letter, now: datetime, lead_id: str = "", lane: str = ""
) -> Outgoing:
    """A letter for the outbox; a key is sent once. A lane keeps letters to one person in order."""
    payload = json.dumps(asdict(letter), ensure_ascii=False)
    lane = lane or f"mail:{letter.to}"
    return Outgoing(f"mail:{key}", "mail.letter", lane, payload, now, lead_id, created_at=now)


class Postman:
    """Carries letters to the office's SMTP server, a connection a letter."""

    def __init__(self, smtp: Smtp, name: Callable[[], str], clock: Callable[[], datetime]) -> None:
        """``name`` is whom readers see as the sender, such as the company's."""
        self._smtp, self._name, self._clock = smtp, name, clock

    async def send(self, row: Outgoing) -> Outcome:
        """Send a row made by ``letter_row``."""
        return await self.post(Letter(**json.loads(row.payload)), row.key)

    async def greet(self) -> str:
        """Say hello and sign in, without a letter: why none would leave now, "" where all is
        well."""
        import aiosmtplib  # noqa: PLC0415 - where no server is set it is not needed

        client = aiosmtplib.SMTP(**self._server())
        try:
            await client.connect()
            await client.quit()
        except aiosmtplib.SMTPException as error:
            outcome = _failure(error)
            return outcome.why if isinstance(outcome, (Again, Hopeless)) else ""
        except OSError as error:
            return f"the mail server cannot be reached ({type(error).__name__})"
        return ""

    async def post(self, letter: Letter, key: str) -> Outcome:
        """Hand a letter to the server now. What goes wrong comes back as an outcome."""
        import aiosmtplib  # noqa: PLC0415 - where no server is set it is not needed

        if not is_address(letter.to):
            return Hopeless("that is no e-mail address")
        smtp = self._smtp
        try:
            await aiosmtplib.send(
                self._written(letter, key),
                sender=smtp.sender,
                recipients=[letter.to],
                **self._server(),
            )
        except aiosmtplib.SMTPException as error:
            return _failure(error)
        except OSError as error:
            return Again(f"the mail server cannot be reached ({type(error).__name__})")
        return Delivered("e-mail")

    def _server(self) -> dict[str, Any]:
        smtp = self._smtp
        return {
            "hostname": smtp.host,
            "port": smtp.port,
            "username": smtp.user or None,
            "password": smtp.password or None,
            "use_tls": smtp.tls == "at once",
            "start_tls": {"needed": True, "off": False}.get(smtp.tls),
            "timeout": SECONDS,
        }

    def _written(self, letter: Letter, key: str) -> EmailMessage:
        smtp = self._smtp
        message = EmailMessage(policy=WIRE)
        message["From"] = Address(_line(self._name(), NAME_LIMIT), addr_spec=smtp.sender)
        message["To"] = Address(addr_spec=letter.to)
        message["Subject"] = _line(letter.subject, SUBJECT_LIMIT)
        message["Date"] = format_datetime(self._clock())
        digest = hashlib.sha256(key.encode()).hexdigest()[:32]
        message["Message-ID"] = f"<{digest}@{smtp.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(_whole(letter.text), cte="quoted-printable")
        if letter.html:
            html = _whole(letter.html)
            message.add_alternative(html, subtype="html", cte="quoted-printable")
        if letter.calendar:
            message.add_attachment(
                letter.calendar.encode(),
                maintype="text",
                subtype="calendar",
                filename="viewing.ics",
                params={"method": "PUBLISH", "charset": "utf-8"},
            )
        return message


def _line(text: str, limit: int) -> str:
    """A header's words on one line."""
    return _UNSEEN.sub(" ", _whole(text)).strip()[:limit]


def _whole(text: str) -> str:
    """A text without half characters, which no letter can hold."""
    return text.encode("utf-8", "replace").decode()


def _failure(error: SMTPException) -> Outcome:
    """What an answer of the server means for the row. Its words may hold the address: they stay
    out."""
    import aiosmtplib  # noqa: PLC0415 - loaded already

    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        error = error.recipients[0]
    code = error.code if isinstance(error, aiosmtplib.SMTPResponseException) else 0
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return Again(f"the mail server refuses user or password ({code})", after=LATER)
    if type(error) in (aiosmtplib.SMTPException, aiosmtplib.SMTPNotSupported):
        return Again("the mail server cannot do what this letter needs, such as TLS")
    if code >= 500:
        return Hopeless(f"the mail server refuses the letter ({code})")
    if code:
        return Again(f"the mail server asks to come later ({code})")
    unsure = isinstance(
        error, (aiosmtplib.SMTPReadTimeoutError, aiosmtplib.SMTPServerDisconnected)
    )
    return Again(f"the mail server cannot be reached ({type(error).__name__})", unsure=unsure)
