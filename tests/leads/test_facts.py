"""The same facts from a stored lead and from a running conversation, and what a timeline says."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from bot.dialogue.session import Answer, Session
from bot.leads.facts import facts_of_lead, facts_of_session, zone
from bot.leads.timeline import story_of
from storage.rows import Event
from tests.alerts.office import agents, hot_lead, office

AT = datetime(2026, 3, 10, 19, 7, tzinfo=UTC)
SITE = office(agents(2))


@dataclass(frozen=True)
class Reason:
    rule: str = "financing"
    points: int = 20
    text: str = "pre-approved"
    quote: str = "yes"


def session_of_lead() -> Session:
    """The conversation that the sample lead came from."""
    lead = hot_lead()
    answers = {
        name: Answer(value, str(value), name) for name, value in json.loads(lead.fields).items()
    }
    context = {"listing": {"id": "MLS1234567"}, "source": {"utm_source": "google"}}
    return Session("listing", "f00", market="austin", answers=answers, context=context)


def test_replay_and_outbox_see_the_same_facts() -> None:
    stored = facts_of_lead(hot_lead(), SITE, AT)
    told = facts_of_session(
        session_of_lead(), SITE, AT, lead_id="lead-1", band="hot", total=95, reasons=[Reason()]
    )
    quote = (replace(stored.reasons[0], quote="yes"),)
    assert told == replace(stored, reasons=quote)
    assert stored.listing_address == "1808 Juniper Hill Dr, Round Rock"
    assert (stored.listing_price, stored.budget, stored.currency) == (465000, 465000, "USD")


def test_a_page_describes_only_homes_that_the_office_does_not_list() -> None:
    words = {"address": "2 Elm Ct", "price": 1}
    known = replace(session_of_lead(), context={"listing": {"id": "MLS1234567", **words}})
    told = facts_of_session(known, SITE, AT, lead_id="x", band="hot", total=1)
    assert (told.listing_address, told.listing_price) == (
        "1808 Juniper Hill Dr, Round Rock",
        465000,
    )
    unknown = replace(session_of_lead(), context={"listing": {"id": "ELSEWHERE", **words}})
    told = facts_of_session(unknown, SITE, AT, lead_id="x", band="hot", total=1)
    assert (told.listing_address, told.listing_price) == ("2 Elm Ct", 1.0)
    lead = replace(hot_lead(), listing_id="ELSEWHERE")
    stored = facts_of_lead(lead, SITE, AT, listing={"address": "2 Elm Ct", "price": "much"})
    assert (stored.listing_address, stored.listing_price) == ("2 Elm Ct", None)


def test_a_context_of_another_shape_is_no_listing() -> None:
    session = replace(session_of_lead(), context={"listing": "MLS1234567"})
    told = facts_of_session(session, SITE, AT, lead_id="x", band="hot", total=1)
    assert (told.listing_id, told.listing_address) == ("", "")


@pytest.mark.parametrize(("sla", "minutes"), [("10", 10), ("", 5), ("a few", 5)])
def test_the_answer_time_is_the_offices(sla: str, minutes: int) -> None:
    site = office(agents(1), variables={"sla": sla} if sla else {})
    assert facts_of_lead(hot_lead(), site, AT).answer_minutes == minutes


def test_what_is_not_stored_is_empty() -> None:
    bare = replace(hot_lead(), fields="", reasons="", source="")
    told = facts_of_lead(bare, SITE, AT)
    assert (told.fields, told.reasons, told.area, told.call_now) == ({}, (), "", False)


def test_an_unknown_time_zone_is_utc() -> None:
    assert zone("Mars/Olympus") is UTC


def test_a_timeline_tells_who_was_rung_since_when_and_what_came_of_it() -> None:
    def event(kind: str, minute: int, data: object = None) -> Event:
        text = json.dumps(data or {})
        return Event("lead-1", kind, "bot", text, AT.replace(minute=minute))

    story = story_of(
        [
            event("stage", 1),
            event("hot", 2, {"agents": ["dana"], "why": "she looks after it"}),
            event("escalated", 3, {"agents": ["dana", "marcus"]}),
            event("hot", 4, {"agents": ["nora"], "why": "again"}),
            event("reached", 5),
            event("passed_on", 6, ["odd"]),
        ]
    )
    assert story.hot_at == AT.replace(minute=2)
    assert (story.first, story.rung) == (("dana",), ("dana", "marcus", "nora"))
    assert story.outcomes == (("reached", AT.replace(minute=5)),)
    assert story.why == "she looks after it"
