"""The visitor's copy of a conversation, by e-mail: queued when asked for, written when it leaves.

A queued row holds no word of the conversation: what was erased meanwhile is not sent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Final
from zoneinfo import ZoneInfo

from bot.alerts.mail import Letter, Postman, read_smtp_url
from bot.alerts.outcomes import Delivered, Outcome, Sender
from bot.dialogue.site import Site
from bot.leads.persons import email_key
from storage.rows import Conversation, Message, Outgoing
from storage.store import Store

KIND: Final = "transcript.mail"
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "subject": "Your chat with {company}",
        "intro": "Here is the chat of {date} that you asked for.",
        "visitor": "You",
        "bot": "{bot} (automated assistant)",
        "outro": "You get this letter because its address was entered in the chat. If that was "
        "not you, you need not do anything: nothing else is sent. How we use data: {privacy}",
    },
    "es": {
        "subject": "Tu chat con {company}",
        "intro": "Aquí está el chat del {date} que pediste.",
        "visitor": "Tú",
        "bot": "{bot} (asistente automático)",
        "outro": "Recibes esta carta porque su dirección se escribió en el chat. Si no fuiste tú, "
        "no hace falta que hagas nada: no se envía nada más. Cómo usamos los datos: {privacy}",
    },
    "de": {
        "subject": "Ihr Chat mit {company}",
        "intro": "Hier ist der Chat vom {date}, um den Sie gebeten haben.",
        "visitor": "Sie",
        "bot": "{bot} (automatischer Assistent)",
        "outro": "Sie erhalten diese E-Mail, weil ihre Adresse im Chat eingegeben wurde. Waren "
        "Sie das nicht, müssen Sie nichts tun: Weiteres wird nicht gesendet. So gehen wir mit "
        "Daten um: {privacy}",
    },
    "ar": {
        "subject": "محادثتك مع {company}",
        "intro": "هذه محادثة يوم {date} كما طلبتها.",
        "visitor": "أنت",
        "bot": "{bot} (مساعد آلي)",
        "outro": "وصلتك هذه الرسالة لأن عنوانها كُتب في المحادثة. إن لم تكن أنت من كتبه فلا "
        "حاجة إلى أي إجراء: لن يُرسل شيء آخر. كيف نستخدم البيانات: {privacy}",
    },
}
_BODY = (
    "font:16px/1.5 system-ui,sans-serif;color:#1d2630;max-width:36em;margin:0 auto;padding:16px"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation as it is shown."""

    who: str
    at: str
    text: str
    own: bool


class Transcripts:
    """Queues copies, and sends ``transcript.*`` rows."""

    def __init__(
        self,
        store: Store,
        postman: Postman,
        site: Callable[[], Site],
        clock: Callable[[], datetime],
        wake: Callable[[], None],
    ) -> None:
        self.postman = postman
        self._store, self._site = store, site
        self._clock, self._wake = clock, wake

    @property
    def senders(self) -> dict[str, Sender]:
        """Who sends what, by the word before the dot of a row's kind."""
        return {"mail": self.postman, "transcript": self}

    async def queue(self, conversation: str, email: str) -> None:
        """Have the conversation as it stands sent to an address; once, however often asked."""
        row = await self._store.conversation(conversation)
        if row is None:
            return
        cause = hashlib.sha256(email.lower().encode()).hexdigest()[:16]
        key = f"transcript:{conversation}:{row.seq}:{cause}"
        payload = json.dumps({"conversation": conversation, "to": email})
        lane, now = f"transcript:{conversation}", self._clock()
        letter = Outgoing(key, KIND, lane, payload, now, row.lead_id, created_at=now)
        await self._store.enqueue([letter])
        self._wake()

    async def send(self, row: Outgoing) -> Outcome:
        """Write the letter as the conversation is now, and hand it over."""
        asked = json.loads(row.payload)
        to = str(asked["to"])
        if not await self._store.may_contact([email_key(to)]):
            return Delivered("not sent: the address wants no letters")
        conversation = await self._store.conversation(str(asked["conversation"]))
        messages = await self._store.messages(str(asked["conversation"]))
        if conversation is None or not messages or conversation.status == "erased":
            return Delivered("not sent: the conversation was erased")
        return await self.postman.post(written(conversation, messages, self._site(), to), row.key)


def letters(
    smtp_url: str, store: Store, site: Callable[[], Site], wake: Callable[[], None]
) -> Transcripts | None:
    """Who carries letters; nobody where no server is named that takes them."""
    if not smtp_url:
        return None

    def now() -> datetime:
        return datetime.now(UTC)

    postman = Postman(read_smtp_url(smtp_url), lambda: site().company, now)
    return Transcripts(store, postman, site, now, wake)


def written(
    conversation: Conversation, messages: Sequence[Message], site: Site, to: str
) -> Letter:
    """The letter: plain text, and the same as a page."""
    words = WORDS.get(conversation.lang[:2], WORDS["en"])
    zone = ZoneInfo(site.market(conversation.market).tz)
    values = {
        "company": site.company,
        "bot": site.bot_name,
        "date": f"{conversation.created_at.astimezone(zone):%Y-%m-%d}",
        "privacy": _public(site),
    }
    said = {name: text.format(**values) for name, text in words.items()}
    lines = [_line(message, said, zone) for message in messages]
    rtl = conversation.lang[:2] == "ar"
    return Letter(to, said["subject"], _plain(said, lines), _page(said, lines, rtl=rtl))


def _public(site: Site) -> str:
    """The privacy page as an address that works from a mailbox."""
    if site.privacy_url.startswith("/"):
        return site.base_url.rstrip("/") + site.privacy_url if site.base_url else site.company
    return site.privacy_url


def _line(message: Message, said: Mapping[str, str], zone: ZoneInfo) -> Line:
    name = str(json.loads(message.data).get("name") or "") if message.sender == "agent" else ""
    who = name or said.get(message.sender, message.sender)
    at = f"{message.at.astimezone(zone):%H:%M}"
    return Line(who, at, message.text, message.sender == "visitor")


def _plain(said: Mapping[str, str], lines: Sequence[Line]) -> str:
    chat = "\n\n".join(f"{line.at} {line.who}:\n{line.text}" for line in lines)
    return f"{said['intro']}\n\n{chat}\n\n-- \n{said['outro']}\n"


def _page(said: Mapping[str, str], lines: Sequence[Line], *, rtl: bool) -> str:
    """No picture, no link, nothing that calls home."""
    chat = "".join(map(_bubble, lines))
    way = "rtl" if rtl else "ltr"
    return (
        f'<!doctype html><html dir="{way}"><head><meta charset="utf-8">'
        f"<title>{escape(said['subject'])}</title></head>"
        f'<body dir="{way}" style="{_BODY}"><p>{escape(said["intro"])}</p>{chat}'
        f'<p style="color:#5b6673;font-size:14px">{escape(said["outro"])}</p></body></html>'
    )


def _bubble(line: Line) -> str:
    colour = "#e4efe9" if line.own else "#f1f3f5"
    text = escape(line.text).replace("\n", "<br>")
    return (
        f'<div dir="auto" style="background:{colour};border-radius:12px;padding:10px 14px;'
        f'margin:8px 0"><small style="color:#5b6673">{escape(line.who)} · {line.at}</small>'
        f"<br>{text}</div>"
    )
