"""The payload of ``t.me/BOT?start=…``: source, market, listing and flow in 64 characters.

f-buyer__m-austin__l-MLS1234567__s-fb_spring     any of them, in any order
MLS1234567 · austin · renter · fb_spring         one of them by its bare name; else a source
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from bot.dialogue.events import Start
from bot.dialogue.site import Listing, Site
from bot.records import frozen

LONGEST: Final = 64
DEFAULT_FLOW: Final = "buyer"
LISTING_FLOW: Final = "listing"


@frozen
class Wanted:
    """What a payload names."""

    flow: str = ""
    market: str = ""
    listing: Listing | None = None
    source: str = ""


def wanted(payload: str, site: Site, flows: Container[str]) -> Wanted:
    """What a payload names; what nobody knows counts as the source."""
    payload = payload[:LONGEST]
    homes = {home.id: home for home in site.listings}
    found: dict[str, str] = {}
    for part in payload.split("__"):
        letter, dash, value = part.partition("-")
        if dash and letter in {"f", "m", "l", "s"}:
            found[letter] = value
    if not found:
        found = {_kind(payload, site, flows, homes): payload}
    return Wanted(
        flow=found["f"] if found.get("f") in flows else "",
        market=found["m"] if found.get("m") in site.markets else "",
        listing=homes.get(found.get("l", "")),
        source=found.get("s", "") if "s" in found else payload,
    )


def opening(
    asked: Wanted, payload: str, lang: str, flows: Container[str], *, returning: bool
) -> tuple[str, Start]:
    """The flow and the start that a payload asks for."""
    home = asked.listing
    flow = asked.flow or (LISTING_FLOW if home is not None and LISTING_FLOW in flows else "")
    source = {"utm_source": "telegram"}
    if payload:
        source["start"] = payload[:LONGEST]
    if asked.source:
        source["utm_campaign"] = asked.source
    listing = {"id": home.id, "address": home.address, "price": home.price} if home else {}
    start = Start(
        channel="telegram",
        market=asked.market or (home.market if home else ""),
        lang=lang,
        source=source,
        listing=listing,
        returning=returning,
    )
    return flow or DEFAULT_FLOW, start


def _kind(payload: str, site: Site, flows: Container[str], homes: Container[str]) -> str:
    if payload in flows:
        return "f"
    if payload in site.markets:
        return "m"
    return "l" if payload in homes else "s"
