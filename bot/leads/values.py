"""A lead's fields in an agent's words: the label, and the value as one would say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from bot.dialogue.site import Market
from bot.leads import words
from bot.leads.facts import zone
from bot.leads.stored import StoredAnswer
from bot.records import frozen

LABELS: Final = {
    "area": "Area",
    "address": "Address",
    "beds": "Bedrooms",
    "beds_min": "Bedrooms",
    "rooms": "Rooms",
    "rooms_min": "Rooms",
    "budget_min": "Budget from",
    "budget_max": "Budget",
    "budget_period": "Budget per",
    "timeline": "Move",
    "financing": "Financing",
    "has_agent": "Agent",
    "name": "Name",
    "phone": "Phone",
    "email": "E-mail",
    "appointment": "Appointment",
    "viewing_at": "Viewing",
    "contact_pref": "Reach by",
    "consent_marketing": "Listings by text",
    "down_payment_pct": "Down payment",
}
_MONEY: Final = ("budget_min", "budget_max")
MAX_TEXT: Final = 600


@frozen
class Shown:
    """One field: what it is called, what it holds, and the words it was read from."""

    field: str
    label: str
    value: str
    quote: str = ""


def label(field: str) -> str:
    """What an office calls a field."""
    return LABELS.get(field) or field.replace("_", " ").capitalize()


def value(field: str, given: Any, market: Market, now: datetime) -> str:
    """A value as one would say it."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, list | tuple):
        return ", ".join(value(field, part, market, now) for part in given)
    if isinstance(given, int | float):
        return words.money(given, market.currency) if field in _MONEY else f"{given:g}"
    return _text(field, str(given), market, now)


def _text(field: str, given: str, market: Market, now: datetime) -> str:
    if field == "phone":
        return words.phone(given)
    if field == "viewing_at":
        return words.when(given, now, zone(market.tz))
    known = words.WORDS.get((field, given))
    return known or words.one_line(given, MAX_TEXT)


def shown(
    fields: Mapping[str, Any], answers: Iterable[StoredAnswer], market: Market, now: datetime
) -> tuple[Shown, ...]:
    """All answered fields, each with the visitor's own words where they say more."""
    raw = {answer.field: answer.raw for answer in answers}
    return tuple(
        _one(field, given, raw.get(field, ""), market, now) for field, given in fields.items()
    )


def _one(field: str, given: Any, raw: str, market: Market, now: datetime) -> Shown:
    said = value(field, given, market, now)
    quote = words.one_line(raw, MAX_TEXT)
    same = quote.casefold() in (said.casefold(), str(given).casefold())
    return Shown(field, label(field), said, "" if same else quote)
