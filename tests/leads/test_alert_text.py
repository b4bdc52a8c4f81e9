"""What agents read: one glance, honest lines, 320 characters."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.leads import alert_text
from bot.leads.facts import AlertFacts, Why
from tests.fakes.botrules import shown_text
from tests.hostile import cases, expand
from tests.leads.lead_samples import TUESDAY, buyer, facts

NAMES = cases("alerts", "answer.name")
SIGNS = ("🔥", "📞", "🏠", "Why", "Asked", "⏱")
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066\u2067\ufeff\u2028\u2029]"
)

anything = st.text(max_size=300)
visitors = st.builds(
    facts,
    flow=st.sampled_from(["listing", "buyer", "renter", "seller", "investor", "mortgage"]),
    name=anything,
    email=anything,
    phone=st.sampled_from(["", "+17375550141", "+971501234567"]),
    listing_id=anything,
    listing_address=anything,
    asked=anything,
    total=st.integers(0, 100),
    source=st.dictionaries(st.sampled_from(["utm_source", "utm_campaign", "referrer"]), anything),
    fields=st.fixed_dictionaries(
        {},
        optional={
            "area": anything,
            "address": anything,
            "budget_max": st.integers(1, 10**9),
            "budget_min": st.integers(1, 10**9),
            "timeline": anything,
            "financing": st.sampled_from(["cash", "preapproved"]),
            "appointment": st.sampled_from(["tour", "call", "none"]),
            "viewing_at": st.one_of(anything, st.just("2026-03-14T11:00")),
            "contact_pref": st.sampled_from(["phone", "email", "text"]),
        },
    ),
    reasons=st.lists(st.builds(Why, anything, st.integers(-30, 30)), max_size=8).map(tuple),
)


def test_the_hot_alert_reads_exactly_as_agents_know_it() -> None:
    assert alert_text.hot_alert(facts(), html=False) == (
        "🔥 95 · Chris Ode · tour Sat 11:00 · MLS1234567\n"
        "📞 +1 737-555-0141  (call ok · prefers call)\n"
        "🏠 1808 Juniper Hill Dr · $465k · right away · pre-approved · no agent\n"
        "Why hot: pre-approved +20 · right away +20 · this home +15 · wants tour +15\n"
        'Asked: "is the stove gas?"\n'
        "⏱ 14:07 · answer by 14:12 · via google/rr-3bed-mar"
    )


def test_a_buyers_alert_says_where_for_how_much_and_when() -> None:
    lines = alert_text.hot_alert(buyer(), html=False).splitlines()
    assert lines[0] == "🔥 100 · Dani · buy Round Rock $400k-450k · 1-3 months"
    assert lines[2] == "🏠 3+ beds · pre-approved · no agent · wants tour"


@pytest.mark.parametrize(
    ("fields", "wish"),
    [
        ({"area": "Mid_town"}, "buy Mid_town"),
        ({"company": "Acme <Ltd>"}, "buy Acme <Ltd>"),
        ({"interest": "garden_tools"}, "buy garden tools"),
        ({"interest": ["garden_tools", "paint"]}, "buy garden tools, paint"),
    ],
)
def test_other_flows_say_for_whom_or_in_what(fields: dict[str, Any], wish: str) -> None:
    assert alert_text.wish(buyer(fields=fields)) == wish


def test_a_call_request_is_the_first_thing_said() -> None:
    wanted = buyer(reasons=(Why("asked for a call", 15, "call_now"),))
    lines = alert_text.hot_alert(wanted, html=False).splitlines()
    assert lines[0].startswith("🔥 100 · Dani · call now · buy Round Rock")
    assert "prefers call" in lines[1]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, "📞 +1 737-555-0141  (call ok · prefers call)"),
        ({"fields": {}}, "📞 +1 737-555-0141  (call ok)"),
        ({"fields": {"contact_pref": "text"}}, "📞 +1 737-555-0141  (call ok · prefers text)"),
        ({"fields": {"appointment": "call"}}, "📞 +1 737-555-0141  (call ok · prefers call)"),
        ({"phone": "+971501234567", "fields": {}}, "📞 +971 50 123 4567  (call ok)"),
        ({"phone": "", "email": "a@b.example"}, "✉️ a@b.example  (e-mail only)"),
        ({"phone": "", "channel": "telegram"}, "💬 Telegram chat"),
        ({"phone": ""}, "📵 no number, no e-mail yet"),
        ({"hide_contact": True}, "📞 shown after the claim"),
        ({"phone": "not a number", "fields": {}}, "📞 not a number  (call ok)"),
    ],
)
def test_line_two_says_how_to_reach_them(change: dict[str, Any], line: str) -> None:
    assert alert_text.hot_alert(facts(**change), html=False).splitlines()[1] == line


def test_the_answer_by_time_is_a_clock_time_in_the_market() -> None:
    dubai = facts(tz=ZoneInfo("Asia/Dubai"), answer_minutes=10)
    assert "⏱ 23:07 · answer by 23:17" in alert_text.hot_alert(dubai)


def test_the_winner_keeps_everything_below_who_took_it() -> None:
    at = TUESDAY + timedelta(seconds=94)
    text = alert_text.claimed_for_winner(facts(), "Dana", at, html=False)
    first, _, rest = text.partition("\n")
    assert first == "✅ Dana took Chris Ode at 14:08 (1 min 34 s)"
    assert rest == alert_text.hot_alert(facts(), html=False)


def test_the_others_get_one_line_without_the_number() -> None:
    at = TUESDAY + timedelta(seconds=94)
    text = alert_text.claimed_for_others(facts(), "Dana", at)
    assert text == "✅ Dana took Chris Ode at 14:08 (1 min 34 s)"


@pytest.mark.parametrize(
    "name", ["Bob 512-555-0142", "+1 (512) 555 0142", "bob@example.com", "Bob ٥١٢٥٥٥٠١٤٢"]
)
def test_a_number_given_as_a_name_is_kept_from_the_others(name: str) -> None:
    text = alert_text.claimed_for_others(facts(name=name), "Dana", TUESDAY)
    assert not re.search(r"\d{3}\D*\d{3,}|@", text.replace("14:07", ""))


def test_the_escalation_says_how_long_it_waited() -> None:
    waited = timedelta(minutes=3)
    text = alert_text.escalation(facts(), waited, passed=1, seen=2, html=False)
    assert text == (
        "⏫ Unclaimed 3 min: 🔥 95 Chris Ode · tour Sat 11:00 · MLS1234567"
        " · passed by 1, seen by 2\n"
        "📞 +1 737-555-0141  (call ok · prefers call)"
    )
    assert alert_text.escalation(facts(), timedelta(seconds=90)).startswith("⏫ Unclaimed 90 s:")


def test_a_hidden_number_is_shown_to_the_winner_only() -> None:
    hidden = facts(hide_contact=True)
    assert "737" not in alert_text.hot_alert(hidden)
    assert alert_text.copy_text(hidden) == ""
    assert "+1 737-555-0141" in alert_text.claimed_for_winner(hidden, "Dana", TUESDAY)


def test_at_most_four_reasons_the_weightiest_first() -> None:
    many = tuple(Why(f"reason {n}", n) for n in range(-2, 7))
    line = alert_text.hot_alert(facts(reasons=many)).splitlines()[3]
    assert line == "Why hot: reason 6 +6 · reason 5 +5 · reason 4 +4 · reason 3 +3"


def test_what_is_unknown_is_left_out() -> None:
    bare = buyer(fields={}, reasons=(), source={}, name="", phone="")
    assert alert_text.hot_alert(bare) == (
        "🔥 100 · a visitor · buy\n📵 no number, no e-mail yet\n"
        "⏱ 14:07 · answer by 14:12 · via website"
    )


def test_a_visitor_who_fills_the_screen_gets_three_short_lines() -> None:
    flood = buyer(email="&" * 200, phone="", fields={"timeline": "<" * 200, "area": "&" * 99})
    text = alert_text.hot_alert(flood)
    assert len(text) <= alert_text.LIMIT
    _honest(shown_text({"text": text, "parse_mode": "HTML"}), lines=3)


def test_who_said_stop_is_withdrawn_in_one_line_without_a_number() -> None:
    text = alert_text.withdrawn(facts(name="Bob 512-555-0142"))
    assert text == "⛔ Bob … is no longer a lead · please do not contact"


def test_lists_and_the_terminal_show_line_one_alone() -> None:
    assert alert_text.subject(facts()) == "🔥 95 · Chris Ode · tour Sat 11:00 · MLS1234567"
    assert alert_text.wish(facts()) == "tour Sat 11:00 · MLS1234567"


def test_the_text_of_one_lead_never_changes_by_itself() -> None:
    assert alert_text.hot_alert(facts()) == alert_text.hot_alert(facts())


@pytest.mark.parametrize("case", NAMES, ids=lambda case: case["id"])
def test_a_hostile_name_is_a_name_and_nothing_else(case: dict[str, Any]) -> None:
    name = expand(case["input"])
    text = alert_text.hot_alert(facts(name=name))
    shown = shown_text({"text": text, "parse_mode": "HTML"})
    _honest(shown, lines=6)
    if case["expect"]["result"] == "accept_literal":
        assert name in shown


@given(visitors)
def test_no_visitor_can_forge_a_line_or_break_the_markup(visitor: AlertFacts) -> None:
    text = alert_text.hot_alert(visitor)
    assert len(text) <= alert_text.LIMIT
    shown = shown_text({"text": text, "parse_mode": "HTML"})
    assert shown == alert_text.hot_alert(visitor, html=False) or "\u2068" in shown
    assert unescape(text) == shown
    _honest(shown)


@given(visitors)
def test_no_visitor_can_put_a_second_line_into_what_the_others_see(visitor: AlertFacts) -> None:
    text = alert_text.claimed_for_others(visitor, "Dana", TUESDAY)
    shown = shown_text({"text": text, "parse_mode": "HTML"})
    assert len(shown.splitlines()) == 1
    assert "5550141" not in re.sub(r"\D", "", shown)


def _honest(shown: str, lines: int = 0) -> None:
    """Every line begins with the sign of its place, and nothing hidden is in it."""
    found = shown.split("\n")
    assert found[0].startswith("🔥 ")
    assert found[1].startswith(("📞 ", "✉️ ", "💬 ", "📵 "))
    assert found[-1].startswith("⏱ ")
    assert all(line.startswith(SIGNS) for line in (found[0], *found[2:]))
    assert len(shown.splitlines()) == len(found) <= 6
    assert not HIDDEN.search(shown.replace("\n", ""))
    if lines:
        assert len(found) == lines
