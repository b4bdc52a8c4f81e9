"""A lead's story in the order it happened, and its fields in an agent's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.leads.history import history
from bot.leads.values import label, shown, value
from storage.rows import Event
from tests.leads.people import CHRIS, CLAIMED_AT, CONSENTS, EVENTS, HASH, HOT_AT, SITE, answer

NAMES = {"dana": "Dana Reyes", "marcus": "Marcus Lee"}
AUSTIN = SITE.market("austin")
BEGAN = HOT_AT - timedelta(minutes=4)


def _told(*events: Event) -> list[str]:
    return [entry.text for entry in history(CHRIS, events, (), (), names=NAMES)][1:]


def test_everything_is_told_in_order() -> None:
    said = [answer("phone", HOT_AT - timedelta(minutes=1), how="correction", raw="sorry, 0142")]
    began = [(BEGAN, "listing", HASH, CHRIS.channel, CHRIS.source)]
    entries = history(CHRIS, EVENTS, said, CONSENTS, names=NAMES, began=began)
    assert [(entry.kind, entry.text) for entry in entries] == [
        ("start", "Chat began, via google/rr-3bed-mar"),
        ("answer", "Phone changed"),
        ("consent", "Agreed to be contacted"),
        ("hot", "Hot: Dana Reyes rung"),
        ("claimed", "Dana Reyes claimed it"),
    ]
    assert entries[1].detail == "“sorry, 0142”"
    assert entries[3].detail == "Dana looks after it."
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)


def test_each_chat_began_where_it_did() -> None:
    began = [
        (BEGAN, "buyer", HASH, "web", '{"utm_source":"flyer"}'),
        (HOT_AT, "listing", HASH, "telegram", "{}"),
    ]
    entries = history(CHRIS, (), (), (), names=NAMES, began=began)
    assert [entry.text for entry in entries] == [
        "Chat began, via flyer",
        "Chat began, via Telegram",
    ]


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (Event("l", "reached", "dana", "{}", CLAIMED_AT), "Dana Reyes: Reached"),
        (Event("l", "bad_lead", "gone", "{}", CLAIMED_AT), "gone: Bad lead"),
        (Event("l", "stage", "dana", '{"stage":"won"}', CLAIMED_AT), "Stage: won"),
        (Event("l", "escalated", "bot", '{"agents":["marcus"]}', CLAIMED_AT),
         "Unclaimed: Marcus Lee rung"),
        (Event("l", "passed_on", "bot", '{"agents":[]}', CLAIMED_AT),
         "Not reached on Telegram: nobody rung"),
        (Event("l", "hot", "bot", '{"agents":["x"],"total":95}', HOT_AT), "Hot at 95: x rung"),
        (Event("l", "erasure_requested", "visitor", "{}", HOT_AT),
         "The visitor asked to have everything deleted"),
        (Event("l", "allowed", "marcus", '{"because":"rang us"}', HOT_AT),
         "Marcus Lee: may be contacted again"),
        (Event("l", "new_kind", "marcus", "[]", HOT_AT), "Marcus Lee: new kind"),
    ],
)  # fmt: skip
def test_an_event_is_told_in_words(event: Event, text: str) -> None:
    assert _told(event) == [text]


def test_a_refused_consent_is_told_as_one() -> None:
    refused = replace(CONSENTS[0], purpose="marketing", granted=False)
    entries = history(CHRIS, (), (), (refused,), names=NAMES)
    assert [entry.text for entry in entries if entry.kind == "consent"] == [
        "Did not agree to get marketing"
    ]


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        ("budget_max", 450000, "$450k"),
        ("beds_min", 3, "3"),
        ("consent_marketing", False, "no"),
        ("timeline", "1_3m", "1-3 months"),
        ("phone", "+17375550141", "+1 737-555-0141"),
        ("viewing_at", "2026-03-14T11:00", "Sat 11:00"),
        ("areas", ["Zilker", "Mueller"], "Zilker, Mueller"),
        ("notes", "two\nlines", "two lines"),
        ("reason", "bought_next", "bought_next"),
    ],
)
def test_a_value_is_said_as_one_would(field: str, given: object, said: str) -> None:
    assert value(field, given, AUSTIN, HOT_AT) == said


def test_a_quote_is_kept_where_it_says_more() -> None:
    said = [
        answer("timeline", BEGAN, raw="asap"),
        answer("name", BEGAN, raw="chris ode"),
        answer("financing", BEGAN, raw="preapproved"),
    ]
    fields = {"timeline": "now", "name": "Chris Ode", "financing": "preapproved", "area": "Domain"}
    assert [(f.label, f.value, f.quote) for f in shown(fields, said, AUSTIN, HOT_AT)] == [
        ("Move", "right away", "asap"),
        ("Name", "Chris Ode", ""),
        ("Financing", "pre-approved", ""),
        ("Area", "Domain", ""),
    ]


def test_a_field_without_a_label_is_read_from_its_name() -> None:
    assert label("lease_term") == "Lease term"
