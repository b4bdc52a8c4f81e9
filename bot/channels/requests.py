"""Decoded bodies of the visitor API as typed requests. Unknown keys are ignored: nothing that
decides (score, band, status, owner) can be set from outside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from unicodedata import combining
from urllib.parse import urlsplit

from bot.alerts.mail import is_address
from bot.channels.refusals import Refusal, invalid
from bot.dialogue.events import Back, Choose, Edit, Event, Skip, Start, Text
from bot.dialogue.site import Site
from bot.records import frozen

TEXT_LIMIT = 2_000  # characters of an answer
CHOICES_LIMIT = 40
LANG_LIMIT = 35  # characters of a language tag (RFC 5646)
SOURCE_KEYS = 40
VISITOR_LIMIT = 64
TOKEN_LIMIT = 256
SOURCE_LIMIT = 500  # characters of one source value; the rest is cut off
LISTING_LIMIT = 200
KNOWN_KEYS = 40
KNOWN_LIMIT = 500
PRICE_LIMIT = 10**12
_CLIENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}").fullmatch
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}").fullmatch
_ADDRESSES = ("page", "referrer")  # kept without their query: it may hold an e-mail or a token
_KINDS = ("text", "choice", "choices", "skip", "back", "edit")


@frozen
class Opening:
    """A conversation somebody wants to begin."""

    flow: str
    start: Start
    earlier: tuple[str, str] = ("", "")  # a conversation that this browser had, and its token


@frozen
class TurnRequest:
    """One input with the id its client made for it."""

    id: str
    event: Event


@frozen
class Attachment:
    """Which question a file is sent for, with the id its client made."""

    id: str
    question: str


def attachment(query: Mapping[str, str]) -> Attachment:
    """The query of ``POST …/files``."""
    question = query.get("question", "")
    if len(question) > 64:
        raise invalid("question", "question must be the id of a question.")
    return Attachment(_client_id(query.get("id")), question)


def transcript(body: Mapping[str, Any]) -> str:
    """The address in the body of ``POST …/transcript``."""
    email = body.get("email")
    if type(email) is not str or not is_address(email.strip()):
        raise invalid("email", "Please give an e-mail address such as name@example.com.")
    return email.strip()


def opening(
    body: Mapping[str, Any],
    flows: Mapping[str, Any],
    site: Site,
    device: str = "",
    *,
    no_sale: bool = False,
) -> Opening:
    """The body of ``POST /conversations``; ``device`` is kept with the source, ``no_sale`` is
    what the browser says by its Global Privacy Control."""
    flow = _string(body, "flow", 64)
    if flow not in flows:
        raise invalid("flow", "There is no such flow here.")
    market = _string(body, "market", 64, missing="")
    if market and market not in site.markets:
        raise invalid("market", "There is no such market here.")
    start = Start(
        channel="web",
        market=market or site.default_market,
        lang=_string(body, "lang", LANG_LIMIT, missing=""),
        source=_source(body) | ({"device": device} if device else {}),
        listing=_listing(body),
        known=_known(body),
        visitor=_string(body, "visitor", VISITOR_LIMIT, missing=""),
        no_sale=no_sale,
    )
    return Opening(flow, start, _earlier(body))


def _earlier(body: Mapping[str, Any]) -> tuple[str, str]:
    given = _mapping(body, "chat", KNOWN_KEYS)
    return (
        _short(given.get("conversation", ""), "chat.conversation", TOKEN_LIMIT),
        _short(given.get("token", ""), "chat.token", TOKEN_LIMIT),
    )


def says_no_sale(headers: Mapping[str, str]) -> bool:
    """Whether the browser's Global Privacy Control is on."""
    return headers.get("Sec-GPC", "").strip() == "1"


def device_of(headers: Mapping[str, str]) -> str:
    """phone, tablet or computer; "" for what is no browser."""
    agent = headers.get("User-Agent", "")
    if not agent.startswith("Mozilla/"):
        return ""
    if "iPad" in agent or "Tablet" in agent or ("Android" in agent and "Mobile" not in agent):
        return "tablet"
    return "phone" if "Mobi" in agent else "computer"


def turn(body: Mapping[str, Any]) -> TurnRequest:
    """The body of ``POST /conversations/{id}/turns``."""
    client_id = _client_id(body.get("id"))
    question = body.get("question")
    if question is None:
        question = ""
    elif type(question) is not str or len(question) > 64:
        raise invalid("question", "question must be the id of a question.")
    given = [kind for kind in _KINDS if kind in body]
    if len(given) != 1:
        message = "Send exactly one of text, choice, choices, skip, back, edit."
        raise Refusal(422, "invalid", message, field=given[1] if given else "text")
    return TurnRequest(client_id, _READERS[given[0]](body, question))


def after(query: Mapping[str, str]) -> int:
    """The ``after`` parameter: a message number, 0 when left out."""
    value = query.get("after", "0")
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        raise Refusal(422, "invalid", "after must be a message number.", field="after")
    return int(value)


def _client_id(given: Any) -> str:
    if type(given) is not str or not _CLIENT_ID(given):
        raise invalid("id", "id must be a UUID made by the client.")
    return given


def _text(body: Mapping[str, Any], question: str) -> Event:
    text = body["text"]
    if type(text) is not str:
        raise invalid("text", "text must be a string.")
    if len(text) > TEXT_LIMIT and _seen(text) > TEXT_LIMIT:
        raise invalid("text", f"Please keep it under {TEXT_LIMIT} characters.")
    return Text(text, question)


def _seen(text: str) -> int:
    """Characters as a person counts them: accents put onto a letter are part of it."""
    return sum(not combining(letter) for letter in text)


def _choice(body: Mapping[str, Any], question: str) -> Event:
    value = body["choice"]
    if type(value) is not str or len(value) > TEXT_LIMIT:
        raise invalid("choice", "choice must be the value of an option.")
    return Choose(question, (value,))


def _choices(body: Mapping[str, Any], question: str) -> Event:
    values = body["choices"]
    if not isinstance(values, list) or len(values) > CHOICES_LIMIT:
        raise invalid("choices", f"choices must be a list of at most {CHOICES_LIMIT} options.")
    if not all(type(value) is str and len(value) <= TEXT_LIMIT for value in values):
        raise invalid("choices", "choices must hold the values of options.")
    return Choose(question, tuple(dict.fromkeys(values)))


def _skip(body: Mapping[str, Any], question: str) -> Event:
    if body["skip"] is not True:
        raise invalid("skip", "skip can only be true.")
    return Skip(question)


def _back(body: Mapping[str, Any], _question: str) -> Event:
    if body["back"] is not True:
        raise invalid("back", "back can only be true.")
    return Back()


def _edit(body: Mapping[str, Any], _question: str) -> Event:
    edit = body["edit"]
    question = edit.get("question") if isinstance(edit, dict) else None
    if type(question) is not str or not 0 < len(question) <= 64:
        raise invalid("edit", "edit must be {question: the id of an answered question}.")
    return Edit(question)


_READERS = {
    "text": _text, "choice": _choice, "choices": _choices,
    "skip": _skip, "back": _back, "edit": _edit,
}  # fmt: skip


def _string(body: Mapping[str, Any], name: str, limit: int, missing: str | None = None) -> str:
    value = body.get(name)
    if value is None and missing is not None:
        return missing
    return _short(value, name, limit)


def _short(value: Any, field: str, limit: int) -> str:
    if type(value) is not str or len(value) > limit or "\0" in value:
        raise invalid(field, f"{field} must be a string of at most {limit} characters.")
    return value


def _mapping(body: Mapping[str, Any], name: str, limit: int) -> Mapping[str, Any]:
    value = body.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict) or len(value) > limit or not all(map(_NAME, value)):
        raise invalid(name, f"{name} must be an object of at most {limit} plain names.")
    return value


def _source(body: Mapping[str, Any]) -> dict[str, str]:
    return {
        name: _tidy(name, _scalar(value, f"source.{name}"))
        for name, value in _mapping(body, "source", SOURCE_KEYS).items()
        if value is not None
    }


def _tidy(name: str, value: str) -> str:
    if name in _ADDRESSES:
        try:
            parts = urlsplit(value)
        except ValueError:
            return ""
        host = parts.netloc.rpartition("@")[2]
        value = parts._replace(netloc=host, query="", fragment="").geturl()
    return value[:SOURCE_LIMIT]


def _scalar(value: Any, field: str) -> str:
    if isinstance(value, (str, int, float)):
        return str(value)
    raise invalid(field, f"{field} must be a string.")


def _listing(body: Mapping[str, Any]) -> dict[str, Any]:
    given = _mapping(body, "listing", SOURCE_KEYS)
    listing: dict[str, Any] = {
        name: _short(given[name], f"listing.{name}", LISTING_LIMIT)
        for name in ("id", "address")
        if given.get(name) is not None
    }
    price = given.get("price")
    if price is not None:
        listing["price"] = _price(price)
    return listing


def _price(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise invalid("listing.price", "listing.price must be a number.")
    if not 0 <= value <= PRICE_LIMIT:
        raise invalid("listing.price", "listing.price is out of range.")
    return value


def _known(body: Mapping[str, Any]) -> dict[str, Any]:
    known = _mapping(body, "known", KNOWN_KEYS)
    for name, value in known.items():
        if not isinstance(value, (str, int, float, bool)) and value is not None:
            raise invalid(f"known.{name}", "A known value must be a string, number or boolean.")
        if isinstance(value, str) and len(value) > KNOWN_LIMIT:
            raise invalid(f"known.{name}", f"At most {KNOWN_LIMIT} characters.")
    return {name: value for name, value in known.items() if value is not None}
