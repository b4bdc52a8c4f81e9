"""Facts of a lead to route and to tell of."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.leads.facts import AlertFacts, Why

AUSTIN = ZoneInfo("America/Chicago")
TUESDAY = datetime(2026, 3, 10, 14, 7, tzinfo=AUSTIN)


def facts(**changes: Any) -> AlertFacts:
    """Chris Ode, who wants to see a home on Saturday."""
    base = AlertFacts(
        lead_id="L-2041",
        flow="listing",
        flow_title="Listing enquiry",
        channel="web",
        market="austin",
        lang="en",
        band="hot",
        total=95,
        name="Chris Ode",
        phone="+17375550141",
        email="",
        listing_id="MLS1234567",
        listing_address="1808 Juniper Hill Dr, Round Rock",
        listing_price=465000,
        currency="USD",
        tz=AUSTIN,
        at=TUESDAY,
        fields={
            "appointment": "tour",
            "viewing_at": "2026-03-14T11:00",
            "timeline": "now",
            "financing": "preapproved",
            "has_agent": "no",
            "contact_pref": "phone",
        },
        reasons=(
            Why("pre-approved", 20),
            Why("right away", 20),
            Why("this home", 15),
            Why("wants tour", 15),
            Why("gave a number", 10),
        ),
        source={"utm_source": "google", "utm_campaign": "rr-3bed-mar"},
        asked="is the stove gas?",
    )
    return replace(base, **changes)


def buyer(**changes: Any) -> AlertFacts:
    """Dani, who looks for a home in Round Rock."""
    fields = {
        "area": "Round Rock",
        "beds_min": 3,
        "budget_min": 400000,
        "budget_max": 450000,
        "timeline": "1_3m",
        "financing": "preapproved",
        "has_agent": "no",
        "appointment": "tour",
    }
    given = {
        "flow": "buyer", "name": "Dani", "listing_id": "", "listing_address": "",
        "listing_price": None, "fields": fields, "asked": "", "total": 100,
    }  # fmt: skip
    return facts(**{**given, **changes})
