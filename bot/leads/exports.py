"""Leads for other programs: a JSON object a line, and the CSV that CRMs take."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from bot.dialogue.site import Site
from bot.leads import cells, lifecycle
from bot.leads.facts import REACHED_BY, listing_of, zone
from bot.leads.stored import StoredConsent, StoredLead, parsed
from bot.leads.timeline import Story
from bot.records import frozen

COLUMNS: Final = (
    "lead_id", "created_at", "first_name", "last_name", "phone", "email", "source", "utm_source",
    "utm_medium", "utm_campaign", "flow", "band", "score", "fit", "engagement", "stage",
    "timeline", "budget_min", "budget_max", "currency", "area", "financing", "has_agent",
    "listing_id", "viewing_at", "assigned_to", "first_response_s", "outcome",
    "consent_contact_at", "consent_marketing", "tags", "notes",
)  # fmt: skip
HEADER: Final = cells.BOM + cells.line(COLUMNS)
CHANNELS: Final = {"web": "Website chat", "telegram": "Telegram chat", "terminal": "Terminal"}
SQL_CANDIDATE: Final = "sql_candidate"  # hot, and no agent has confirmed it yet
_BEFORE_AGENTS: Final = (lifecycle.NEW, lifecycle.ENGAGED, lifecycle.MQL)


def record(lead: StoredLead, *, refused: bool = False) -> dict[str, Any]:
    """A lead as ``leads --json`` prints it; what is unknown is null, and so is what somebody
    who wants no contact could be reached by."""
    whole = _record(lead)
    if not refused:
        return whole
    fields = {name: value for name, value in whole["fields"].items() if name not in REACHED_BY}
    return {**whole, "phone": None, "email": None, "fields": fields}


def _record(lead: StoredLead) -> dict[str, Any]:
    return {
        "id": lead.id,
        "created_at": utc(lead.created_at),
        "updated_at": utc(lead.updated_at),
        "flow": lead.flow,
        "channel": lead.channel,
        "market": lead.market or None,
        "lang": lead.lang or None,
        "band": lead.band,
        "status": lead.status,
        "stage": lead.stage,
        "score": {"fit": lead.fit, "engagement": lead.engagement, "total": lead.total},
        "name": lead.name or None,
        "phone": lead.phone or None,
        "email": lead.email or None,
        "owner": lead.owner or None,
        "listing_id": lead.listing_id or None,
        "fields": parsed(lead.fields, {}),
        "source": parsed(lead.source, {}),
    }


def json_line(lead: StoredLead, *, refused: bool = False) -> str:
    """The record as one line of JSON."""
    return json.dumps(record(lead, refused=refused), ensure_ascii=False, separators=(",", ":"))


@frozen
class Beside:
    """What a CSV row tells besides the lead itself."""

    story: Story
    consents: tuple[StoredConsent, ...] = ()
    asked: str = ""  # the visitor's own question
    refused: bool = False  # on the do-not-contact list: nothing to reach them by is given away


def csv_line(lead: StoredLead, beside: Beside, site: Site) -> str:
    """The lead as one line of CSV, in the order of ``COLUMNS``."""
    row = _who(lead) | _score(lead) | _wish(lead, site) | _handling(lead, beside, site)
    if beside.refused:
        row |= {"phone": "", "email": "", "consent_contact_at": "", "consent_marketing": "no"}
    return cells.line(row[name] for name in COLUMNS)


def _who(lead: StoredLead) -> dict[str, str]:
    first, _, last = lead.name.partition(" ")
    source = parsed(lead.source, {})
    tracking = {name: cells.text(str(source.get(name) or "")) for name in COLUMNS[7:10]}
    return tracking | {
        "lead_id": cells.text(lead.id),
        "first_name": cells.text(first),
        "last_name": cells.text(last.strip()),
        "phone": cells.phone(lead.phone),
        "email": cells.text(lead.email),
        "source": CHANNELS.get(lead.channel, lead.channel),
    }


def _score(lead: StoredLead) -> dict[str, str]:
    return {
        "flow": lead.flow,
        "band": lead.band,
        "score": str(lead.total),
        "fit": str(lead.fit),
        "engagement": str(lead.engagement),
        "stage": _stage(lead),
    }


def _stage(lead: StoredLead) -> str:
    waiting = lead.band == "hot" and lead.stage in _BEFORE_AGENTS
    return SQL_CANDIDATE if waiting else lead.stage


def _wish(lead: StoredLead, site: Site) -> dict[str, str]:
    fields = parsed(lead.fields, {})
    market = site.market(lead.market)
    return {
        "timeline": _value(fields.get("timeline")),
        "budget_min": _value(fields.get("budget_min")),
        "budget_max": _value(fields.get("budget_max")),
        "currency": market.currency,
        "area": cells.text(_value(fields.get("area")) or _area_of(lead, site)),
        "financing": _value(fields.get("financing")),
        "has_agent": _value(fields.get("has_agent")),
        "listing_id": cells.text(lead.listing_id),
        "viewing_at": cells.text(_viewing(fields.get("viewing_at"), zone(market.tz))),
    }


def _handling(lead: StoredLead, beside: Beside, site: Site) -> dict[str, str]:
    tz = zone(site.market(lead.market).tz)
    given = next((c.at for c in beside.consents if c.purpose == "contact" and c.granted), None)
    marketing = [c.granted for c in beside.consents if c.purpose == "marketing"]
    return {
        "created_at": _local(lead.created_at, tz),
        "assigned_to": cells.text(_assigned(lead, site)),
        "first_response_s": _response(lead, beside.story),
        "outcome": beside.story.outcomes[-1][0] if beside.story.outcomes else "",
        "consent_contact_at": _local(given, tz) if given else "",
        "consent_marketing": "yes" if marketing[-1:] == [True] else "no",
        "tags": cells.text(";".join(_tags(lead, beside))),
        "notes": cells.text(beside.asked),
    }


def _tags(lead: StoredLead, beside: Beside) -> Iterable[str]:
    yield lead.band.capitalize()
    if beside.refused:
        yield "Do-not-contact"
    if any(consent.purpose == "sale" and not consent.granted for consent in beside.consents):
        yield "Do-not-sell"
    appointment = parsed(lead.fields, {}).get("appointment")
    if isinstance(appointment, str) and appointment != "none":
        yield appointment.capitalize()


def _assigned(lead: StoredLead, site: Site) -> str:
    """The owner's e-mail, as CRMs match their users by it."""
    owner = next((agent for agent in site.agents if agent.id == lead.owner), None)
    return (owner.email or owner.id) if owner else lead.owner


def _response(lead: StoredLead, story: Story) -> str:
    """Seconds from hot to claimed."""
    if lead.claimed_at is None:
        return ""
    since = story.hot_at or lead.created_at
    return str(max(0, round((lead.claimed_at - since).total_seconds())))


def _area_of(lead: StoredLead, site: Site) -> str:
    """The area that a listing's address names."""
    listing = listing_of(site, lead.listing_id)
    parts = [part.strip() for part in listing.address.split(",")] if listing else []
    return next((part for part in parts if part in site.market(lead.market).areas), "")


def _viewing(value: Any, tz: tzinfo) -> str:
    """A local ISO time with the market's offset."""
    if not isinstance(value, str) or "T" not in value:
        return _value(value)
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    at = at.replace(tzinfo=tz) if at.tzinfo is None else at.astimezone(tz)
    return at.isoformat(timespec="minutes")


def _value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}" if value % 1 else str(int(value))
    return cells.text(str(value))


def _local(at: datetime, tz: tzinfo) -> str:
    return at.astimezone(tz).isoformat(timespec="seconds")


def utc(at: datetime) -> str:
    """A time in UTC, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
