"""A claim brings the visitor's time as a calendar file, for as long as the lead is one's own."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from bot.leads.appointments import said
from bot.leads.facts import facts_of_lead
from tests.alerts.office import DANA, MARCUS, agents, hot_lead, office, running, until
from tests.fakes.botapi import FakeBotApi

TWO = office(agents(2))
CALLED = '[{"rule": "call_now", "points": 15, "text": "asked to be called", "quote": ""}]'


async def test_a_claim_brings_the_time_with_name_and_number_and_a_release_takes_it_back(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        await it.ring()
        await api.wait_for("sendMessage", 2)
        await it.settled()
        assert api.documents(DANA) == []
        await api.press(api.shown(DANA)[0], "Claim")
        await until(lambda: api.documents(DANA))
        (file,) = api.documents(DANA)
        (event,) = Calendar.from_ical(file).walk("VEVENT")
        assert f"{event.decoded('DTSTART'):%Y-%m-%d %H:%M %Z}" == "2031-03-14 11:00 CDT"
        assert str(event["SUMMARY"]) == "Viewing: 1808 Juniper Hill Dr, Round Rock"
        assert "Chris Ode +1 737-555-0141" in str(event["DESCRIPTION"])
        (call,) = api.sent("sendDocument")
        assert call.params["disable_notification"] == "true"
        assert api.documents(MARCUS) == []
        await it.settled()
        await api.press(api.shown(DANA)[0], "More")
        await it.settled()
        await api.press(api.shown(DANA)[0], "Give back")
        await it.settled()
        assert api.documents(DANA) == []


@pytest.mark.parametrize(
    "fields",
    [{}, {"viewing_at": "2031-03-14"}, {"viewing_at": "2024-03-14T11:00"}, {"viewing_at": "soon"}],
    ids=["none", "a day alone", "over", "no time"],
)
async def test_without_a_time_to_come_there_is_no_file(
    api: FakeBotApi, tmp_path: Path, fields: dict[str, Any]
) -> None:
    async with running(tmp_path, api, TWO) as it:
        known = {"name": "Chris Ode", "phone": "+17375550141", **fields}
        await it.ring(hot_lead(fields=json.dumps(known)))
        await api.wait_for("sendMessage", 2)
        await it.settled()
        await api.press(api.shown(DANA)[0], "Claim")
        await it.settled()
        assert len(api.cards(DANA)) == 1
        assert api.sent("sendDocument") == []


@pytest.mark.parametrize(
    ("asked", "at"),
    [
        ("can you call me tomorrow at 5pm?", "2026-03-11T17:00"),
        ("please call me on 17 march at 10", "2026-03-17T10:00"),
        ("can somebody call me monday morning", None),
        ("is the stove gas?", None),
    ],
)
def test_a_time_given_for_a_call_counts(asked: str, at: str | None) -> None:
    now = datetime(2026, 3, 10, 16, tzinfo=UTC)
    lead = hot_lead(at=now, fields="{}", reasons=CALLED)
    found = said(facts_of_lead(lead, TWO, now, asked=asked), "US")
    assert (found and f"{found.at:%Y-%m-%dT%H:%M}") == at
    if found is not None:
        assert (found.what, found.length(30)) == ("Call", timedelta(minutes=15))
    lead = hot_lead(at=now, fields="{}")
    assert said(facts_of_lead(lead, TWO, now, asked=asked), "US") is None, "no call was wanted"
