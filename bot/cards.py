"""The home that a conversation is about, as a card under the first words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.compact import encode
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.homes import home_of
from bot.dialogue.session import Session
from storage.rows import Message

SAFE: Final = ("https://", "http://", "/")


def introduced(
    messages: tuple[Message, ...], flow: CompiledFlow, session: Session
) -> tuple[Message, ...]:
    """The first lines of a conversation, with its home where the office has a picture of it or a
    page about it."""
    card = _card(flow, session)
    if not messages or not card:
        return messages
    first = messages[0]
    inside = first.data[1:-1]
    data = "{" + (f"{inside}," if inside else "") + f'"cards":[{encode(card)}]' + "}"
    return (replace(first, data=data), *messages[1:])


def _card(flow: CompiledFlow, session: Session) -> dict[str, str]:
    listing_id = str((session.context.get("listing") or {}).get("id") or "")
    local = flow.local(session.market, session.lang, listing_id)
    listing, home = local.listing, home_of(local, session.context)
    if listing is None or home is None or not (listing.picture or listing.url):
        return {}
    title = home.title or home.address
    facts = [home.address if home.title else "", home.size]
    card = {
        "id": listing.id,
        "title": title,
        "text": " · ".join(fact for fact in facts if fact),
        "price": home.price,
        "image": _safe(listing.picture),
        "url": _safe(listing.url),
    }
    return {name: value for name, value in card.items() if value}


def _safe(link: str) -> str:
    """A link to a page or a picture, and nothing that runs."""
    return link if link.startswith(SAFE) and not link.startswith("//") else ""
