"""Stored leads for the pure rooms' tests: the two of the CRM examples, and a blank one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.dialogue.site import Site
from storage.rows import AnswerRow, ConsentRow, Event, Lead

HOT_AT = datetime(2026, 3, 10, 19, 7, 12, tzinfo=UTC)
CONSENT_AT = datetime(2026, 3, 10, 19, 6, 40, tzinfo=UTC)
CLAIMED_AT = datetime(2026, 3, 10, 19, 8, 46, tzinfo=UTC)
HASH = "9f86d081884c7d65"

SITE = Site.model_validate(
    {
        "company": "Oak & Lane Realty",
        "default_market": "austin",
        "markets": {
            "austin": {
                "country": "US",
                "currency": "USD",
                "tz": "America/Chicago",
                "areas": {"Round Rock": [], "Austin": []},
            },
            "leeds": {"country": "GB", "currency": "GBP", "tz": "Europe/London"},
        },
        "agents": [
            {"id": "dana", "name": "Dana Reyes", "email": "dana@oakandlane.example"},
            {"id": "marcus", "name": "Marcus Lee", "email": "marcus@oakandlane.example"},
        ],
        "listings": [
            {
                "id": "MLS1234567",
                "address": "1808 Juniper Hill Dr, Round Rock",
                "price": 465000,
                "market": "austin",
                "agent": "dana",
            }
        ],
    }
)

CHRIS = Lead(
    id="L-2041",
    conversation="c-2041",
    flow="listing",
    flow_hash=HASH,
    channel="web",
    market="austin",
    lang="en",
    band="hot",
    status="complete",
    stage="mql",
    fit=65,
    engagement=30,
    total=95,
    name="Chris Ode",
    phone="+17375550141",
    email="",
    owner="dana",
    listing_id="MLS1234567",
    fields=json.dumps(
        {
            "appointment": "tour",
            "viewing_at": "2026-03-14T11:00",
            "timeline": "now",
            "financing": "preapproved",
            "has_agent": "no",
            "name": "Chris Ode",
            "phone": "+17375550141",
        }
    ),
    source=json.dumps(
        {"utm_source": "google", "utm_medium": "cpc", "utm_campaign": "rr-3bed-mar", "page": "/l"}
    ),
    reasons=json.dumps(
        [
            {"rule": "base", "points": 15, "text": "this home", "quote": "", "engagement": False},
            {"rule": "timeline.now", "points": 20, "text": "right away", "quote": "asap",
             "engagement": False},
            {"rule": "phone", "points": 10, "text": "gave a phone number",
             "quote": "737 555 0141", "engagement": True},
            {"rule": "call_now", "points": 15, "text": "asked to be called", "quote": "",
             "engagement": True},
        ]
    ),
    created_at=HOT_AT,
    updated_at=HOT_AT,
    claimed_at=CLAIMED_AT,
)  # fmt: skip

EVENTS = (
    Event("L-2041", "hot", "bot", '{"agents":["dana"],"why":"Dana looks after it."}', HOT_AT),
    Event("L-2041", "claimed", "dana", "{}", CLAIMED_AT),
)
CONSENTS = (
    ConsentRow("c-2041", "L-2041", "contact", True, "We call you.", "2026-03-01/en", "web",
               CONSENT_AT),
)  # fmt: skip
BLANK = replace(
    CHRIS, id="L-1", flow="buyer", band="cold", status="partial", stage="engaged", fit=0,
    engagement=0, total=0, name="", phone="", owner="", listing_id="", fields="{}", source="{}",
    reasons="[]", claimed_at=None, market="", lang="",
)  # fmt: skip


def answer(question: str, at: datetime, **changes: Any) -> AnswerRow:
    row = AnswerRow("c-2041", 1, 0, question, question, '"x"', "x", "typed", HASH, at)
    return replace(row, **changes)
