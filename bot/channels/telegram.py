"""A Telegram update as what a visitor did. Pure, and never surprised by a shape: what is not
understood is None. Only private chats speak here; groups, channels and inline queries do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot.records import frozen

MEDIA: Final = (
    "sticker", "voice", "audio", "video", "video_note", "animation", "photo", "document", "poll",
    "dice", "game", "story", "venue",
)  # fmt: skip
LONGEST_DATA: Final = 64  # bytes; Telegram's own limit, so longer data was never ours
TEXT_LIMIT: Final = 4096


@frozen
class Who:
    """The visitor behind an update."""

    chat: int
    lang: str = ""  # language_code of their Telegram
    at: datetime | None = None  # when they did it, as far as Telegram says


@frozen
class Typed:
    """A text message; ``message`` is its number in the chat."""

    text: str
    message: int


@frozen
class Command:
    """``/name rest``."""

    name: str
    rest: str
    message: int


@frozen
class Edited:
    """A message was changed after it was sent."""

    text: str
    message: int
    at: int


@frozen
class Pressed:
    """A button under one of our messages."""

    id: str
    data: str
    message: int
    text: str  # of that message, "" where Telegram does not say it any more


@frozen
class Contact:
    """A shared contact; ``own`` where it is the sender's."""

    phone: str
    own: bool
    message: int


@frozen
class Place:
    """A shared location."""

    latitude: float
    longitude: float
    message: int


@frozen
class Document:
    """A photo or a file; ``size`` is what Telegram says, ``note`` what is written under it."""

    file: str  # Telegram's id
    name: str
    size: int
    note: str
    message: int


@frozen
class Other:
    """A message of a kind that no question asks for: sticker, voice, photo …"""

    kind: str


@frozen
class Membership:
    """The visitor blocked the bot, or let it back in."""

    blocked: bool


Did = Typed | Command | Edited | Pressed | Contact | Place | Document | Other | Membership
Json = Mapping[str, Any]


def read(body: Json) -> tuple[Who, Did] | None:
    """Who did what; None for what is no visitor's."""
    if "callback_query" in body:
        return _press(_dict(body["callback_query"]))
    if "my_chat_member" in body:
        return _membership(_dict(body["my_chat_member"]))
    edited = "message" not in body
    message = _dict(body.get("edited_message" if edited else "message"))
    who = _who(message)
    if who is None:
        return None
    did = _edit(message) if edited else _message(message)
    return (who, did) if did is not None else None


def moved_group(body: Json) -> tuple[int, int] | None:
    """The old and the new id of a group that became a supergroup."""
    message = _dict(body.get("message"))
    old, new = _dict(message.get("chat")).get("id"), message.get("migrate_to_chat_id")
    return (old, new) if type(old) is int and type(new) is int else None


def _who(message: Json) -> Who | None:
    chat, sender = _dict(message.get("chat")), _dict(message.get("from"))
    if chat.get("type") != "private" or type(chat.get("id")) is not int or not sender:
        return None
    return Who(chat["id"], _text(sender.get("language_code"))[:35], _time(message.get("date")))


def _message(message: Json) -> Did | None:
    number = _number(message)
    text = _text(message.get("text"))
    if text:
        return _typed(text[:TEXT_LIMIT], number)
    if "contact" in message:
        return _contact(message, number)
    if "location" in message and "venue" not in message:
        return _place(_dict(message["location"]), number)
    if (document := _document(message, number)) is not None:
        return document
    kind = next((kind for kind in MEDIA if kind in message), None)
    return Other(kind) if kind else None


def _typed(text: str, number: int) -> Did:
    if not text.startswith("/") or len(text) < 2:
        return Typed(text, number)
    name, _, rest = text[1:].partition(" ")
    return Command(name.partition("@")[0].lower(), rest.strip(), number)


def _edit(message: Json) -> Did | None:
    text, at = _text(message.get("text")), message.get("edit_date", 0)
    if not text or text.startswith("/"):
        return None
    return Edited(text[:TEXT_LIMIT], _number(message), at if type(at) is int else 0)


def _contact(message: Json, number: int) -> Did:
    contact, sender = _dict(message["contact"]), _dict(message.get("from"))
    phone = _text(contact.get("phone_number")).strip()
    if phone and not phone.startswith("+"):
        phone = f"+{phone}"  # Telegram leaves it out in some clients
    owner = contact.get("user_id")
    return Contact(phone, bool(phone) and owner is not None and owner == sender.get("id"), number)


def _document(message: Json, number: int) -> Document | None:
    """The largest of a photo's sizes, or a document; an animation comes as one as well."""
    sizes = message.get("photo")
    photo = _dict(sizes[-1]) if isinstance(sizes, list) and sizes else {}
    given = photo or _dict(message.get("document"))
    file, size = _text(given.get("file_id")), given.get("file_size")
    if not file or "animation" in message:
        return None
    return Document(
        file=file,
        name=_text(given.get("file_name")) or f"photo-{number}",
        size=size if type(size) is int else 0,
        note=_text(message.get("caption")).strip(),
        message=number,
    )


def _place(location: Json, number: int) -> Did:
    latitude, longitude = location.get("latitude"), location.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return Other("location")
    return Place(float(latitude), float(longitude), number)


def _press(query: Json) -> tuple[Who, Did] | None:
    message, sender = _dict(query.get("message")), _dict(query.get("from"))
    data, chat = _text(query.get("data")), _dict(message.get("chat"))
    if not data or len(data.encode("utf-8", "replace")) > LONGEST_DATA:
        return None
    if chat.get("type") != "private" or type(chat.get("id")) is not int:
        return None
    who = Who(chat["id"], _text(sender.get("language_code"))[:35])
    text = _text(message.get("text"))
    return who, Pressed(_text(query.get("id")), data, _number(message), text)


def _membership(change: Json) -> tuple[Who, Did] | None:
    who = _who(change)
    status = _dict(change.get("new_chat_member")).get("status")
    return (who, Membership(status == "kicked")) if who is not None else None


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(message: Json) -> int:
    number = message.get("message_id")
    return number if type(number) is int else 0


def _time(value: Any) -> datetime | None:
    if type(value) is not int or not 0 < value < 2**33:
        return None
    return datetime.fromtimestamp(value, UTC)
