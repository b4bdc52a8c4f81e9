"""What routing and alert texts need to know of a lead: plain, frozen, built in one place.

Replay builds it from a session, the outbox from a stored lead; the texts are the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.dialogue.session import Session
from bot.dialogue.site import Listing, Site
from bot.leads.hours import Hours, hours_of

REACHED_BY = frozenset({"phone", "email"})
RENT_FLOWS = frozenset({"renter"})


@dataclass(frozen=True, slots=True)
class Why:
    """One reason in words, with its points."""

    text: str
    points: int
    rule: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class AlertFacts:
    """A lead as an agent must see it. ``at`` is when it became hot, ``tz`` the market's zone."""

    lead_id: str
    flow: str
    flow_title: str
    channel: str
    market: str
    lang: str
    band: str
    total: int
    name: str
    phone: str
    email: str
    listing_id: str
    listing_address: str
    listing_price: float | None
    currency: str
    tz: tzinfo
    at: datetime
    fields: Mapping[str, Any] = field(default_factory=dict)
    reasons: tuple[Why, ...] = ()
    source: Mapping[str, Any] = field(default_factory=dict)
    asked: str = ""  # the visitor's own question to the agent
    hide_contact: bool = False
    no_contact: bool = False  # on the do-not-contact list: nothing to reach them by is shown
    answer_minutes: int = 5
    opens: datetime | None = None  # when somebody may call, where that was not at once
    written_hours: str = ""  # the market's own calling hours

    @property
    def area(self) -> str:
        """The area as the office writes it, "" when unknown."""
        return str(self.fields.get("area") or "")

    @property
    def budget(self) -> float | None:
        """What the home may cost: the visitor's budget, or the listing's price. A rent is no
        price: it fits every agent's band."""
        if self.flow in RENT_FLOWS:
            return None
        value = self.fields.get("budget_max")
        return float(value) if isinstance(value, (int, float)) else self.listing_price

    @property
    def hours(self) -> Hours:
        """When this visitor may be called."""
        return hours_of(self.written_hours, self.phone, self.fields)

    @property
    def call_now(self) -> bool:
        """The visitor asked to be called."""
        return any(reason.rule == "call_now" for reason in self.reasons)


class LeadLike(Protocol):
    """A stored lead, as far as alerts read it."""

    @property
    def id(self) -> str: ...
    @property
    def flow(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def market(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def band(self) -> str: ...
    @property
    def total(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def listing_id(self) -> str: ...
    @property
    def fields(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def reasons(self) -> str: ...


class ReasonLike(Protocol):
    """A reason of the score."""

    @property
    def rule(self) -> str: ...
    @property
    def points(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def quote(self) -> str: ...


def facts_of_lead(
    lead: LeadLike,
    site: Site,
    at: datetime,
    *,
    flow_title: str = "",
    asked: str = "",
    listing: Mapping[str, Any] = MappingProxyType({}),
    opens: datetime | None = None,
) -> AlertFacts:
    """The facts of a stored lead; ``at`` is when it became hot. ``listing`` describes a home that
    the site file does not know."""
    reasons = tuple(
        Why(str(r.get("text", "")), int(r.get("points", 0)), str(r.get("rule", "")))
        for r in _json(lead.reasons, [])
    )
    address, price = _home(site, lead.listing_id, listing)
    return AlertFacts(
        lead_id=lead.id,
        flow=lead.flow,
        channel=lead.channel,
        market=lead.market,
        lang=lead.lang,
        band=lead.band,
        total=lead.total,
        name=lead.name,
        phone=lead.phone,
        email=lead.email,
        fields=_json(lead.fields, {}),
        reasons=reasons,
        source=_json(lead.source, {}),
        listing_id=lead.listing_id,
        listing_address=address,
        listing_price=price,
        at=at,
        asked=asked,
        opens=opens,
        **_office(site, lead.market, lead.flow, flow_title),
    )


def unreachable(facts: AlertFacts) -> AlertFacts:
    """The facts of somebody who wants no contact: nothing in them leads to a call or a mail."""
    told = {name: value for name, value in facts.fields.items() if name not in REACHED_BY}
    return replace(facts, phone="", email="", fields=told, no_contact=True)


def facts_of_session(
    session: Session,
    site: Site,
    at: datetime,
    *,
    lead_id: str,
    band: str,
    total: int,
    reasons: Sequence[ReasonLike] = (),
    flow_title: str = "",
    asked: str = "",
) -> AlertFacts:
    """The facts of a running conversation, as replay needs them."""
    fields = session.fields
    given = _given_listing(session.context)
    address, price = _home(site, str(given.get("id") or ""), given)
    return AlertFacts(
        lead_id=lead_id,
        flow=session.flow,
        channel=session.channel,
        market=session.market,
        lang=session.lang,
        band=band,
        total=total,
        name=str(fields.get("name") or ""),
        phone=str(fields.get("phone") or ""),
        email=str(fields.get("email") or ""),
        fields=fields,
        reasons=tuple(Why(r.text, r.points, r.rule, r.quote) for r in reasons),
        source=session.context.get("source") or {},
        listing_id=str(given.get("id") or ""),
        listing_address=address,
        listing_price=price,
        at=at,
        asked=asked,
        **_office(site, session.market, session.flow, flow_title),
    )


def listing_of(site: Site, listing_id: str) -> Listing | None:
    """The office's listing of that id."""
    if not listing_id:
        return None
    return next((home for home in site.listings if home.id == listing_id), None)


def _home(site: Site, id_: str, given: Mapping[str, Any]) -> tuple[str, float | None]:
    """Address and price of a home: the office's own data before what a page says."""
    listing = listing_of(site, id_)
    if listing is not None:
        return listing.address, listing.price
    price = given.get("price")
    number = isinstance(price, (int, float)) and not isinstance(price, bool)
    return str(given.get("address") or ""), float(price or 0) if number else None


def zone(name: str) -> tzinfo:
    """A market's time zone; UTC where the name is unknown."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def _office(site: Site, market: str, flow: str, flow_title: str) -> dict[str, Any]:
    """What the office's settings add to a lead."""
    branch = site.market(market)
    minutes = site.variables.get("sla", "")
    return {
        "flow_title": flow_title or flow.replace("_", " ").capitalize(),
        "currency": branch.currency,
        "tz": zone(branch.tz),
        "written_hours": branch.calling_hours,
        "hide_contact": site.hide_contact_until_claim,
        "answer_minutes": int(minutes) if minutes.isascii() and minutes.isdigit() else 5,
    }


def _given_listing(context: Mapping[str, Any]) -> Mapping[str, Any]:
    """The listing the page named."""
    given = context.get("listing")
    return given if isinstance(given, Mapping) else {}


def _json(text: str, default: Any) -> Any:
    """Stored JSON, or the default where nothing was stored."""
    return json.loads(text) if text else default
