"""Points with their reasons; hot means urgent and reachable; the overrides in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.dialogue.ageing import aged, engagement_after, is_stale
from bot.dialogue.scoring import Score, score
from bot.dialogue.session import Answer, Session
from tests.dialogue.talking import NOW, Talk, flow_of, shipped, until

BEST: dict[str, Any] = {
    "area": "Round Rock", "beds_min": 3, "budget_max": 450000, "timeline": "now",
    "financing": "cash", "has_agent": "no", "phone": "+15125550142", "appointment": "tour",
}  # fmt: skip


def worth(flow: str = "buyer", market: str = "austin", **more: Any) -> Score:
    """The score of a session with these answers."""
    fields = {**(BEST if flow == "buyer" else {}), **more.pop("fields", {})}
    answers = {
        name: Answer(value, f"<{value}>", name, "typed", NOW.isoformat())
        for name, value in fields.items()
        if value is not None
    }
    compiled = shipped(flow)
    return score(compiled, Session(flow, compiled.hash, market=market, answers=answers, **more))


def test_the_best_buyer_is_hot_and_every_point_has_a_reason() -> None:
    found = worth(flags=("completed",))
    assert (found.fit, found.engagement, found.total, found.band) == (70, 30, 100, "hot")
    assert sum(reason.points for reason in found.reasons) == found.total
    assert found.gate == ()
    texts = {reason.rule: (reason.text, reason.points, reason.quote) for reason in found.reasons}
    assert texts["timeline.now"] == ("right away", 25, "<now>")
    assert texts["financing.cash"] == ("cash", 25, "<cash>")
    assert texts["phone"] == ("gave a phone number", 10, "<+15125550142>")
    assert texts["fit_cap"][1] == -7


def test_fit_and_engagement_are_kept_apart() -> None:
    found = worth()
    assert found.fit == sum(r.points for r in found.reasons if not r.engagement)
    assert found.engagement == sum(r.points for r in found.reasons if r.engagement)


@pytest.mark.parametrize(
    ("fields", "band", "missing"),
    [
        ({"timeline": "12m_plus", "appointment": None}, "warm", "the score is 64"),
        ({"timeline": "6_12m", "appointment": "none"}, "warm", "nothing urgent"),
        ({"phone": None}, "warm", "no phone, no e-mail"),
        ({"budget_max": 200000}, "warm", "under the market's minimum"),
        ({"timeline": "browsing", "financing": None, "appointment": "none"}, "cold", "score"),
    ],
)
def test_what_stands_in_the_way_of_hot_is_said_in_words(
    fields: dict[str, Any], band: str, missing: str
) -> None:
    found = worth(fields=fields)
    assert found.band == band
    assert any(missing in line for line in found.gate), found.gate


def test_a_cash_buyer_for_the_summer_after_next_is_warm() -> None:
    found = worth(fields={"timeline": "12m_plus", "appointment": None, "email": "a@b.example"})
    assert found.band == "warm"


def test_an_appointment_makes_urgent_what_the_date_does_not() -> None:
    assert worth(fields={"timeline": "3_6m"}).band == "hot"


def test_on_telegram_nobody_is_out_of_reach() -> None:
    assert worth(fields={"phone": None}, flags=("completed",)).band == "warm"
    assert worth(fields={"phone": None}, flags=("completed",), channel="telegram").band == "hot"


def test_a_call_asked_for_with_a_number_is_hot_whatever_the_score() -> None:
    fields = dict.fromkeys(BEST) | {"phone": "+15125550142"}
    assert worth(fields=fields, flags=("call_now",)).band == "hot"
    assert worth(fields=fields | {"budget_max": 1000}, flags=("call_now",)).band == "hot"
    assert worth(fields=dict.fromkeys(BEST), flags=("call_now",)).band == "cold"


def test_a_call_request_quotes_the_words_it_was_asked_in() -> None:
    talk = Talk("buyer").say("call me at 512-555-0199 please")
    assert talk.turn.score.band == "hot"
    quotes = {reason.rule: reason.quote for reason in talk.turn.score.reasons}
    assert quotes["call_now"] == "call me at 512-555-0199 please"


def test_the_first_words_that_asked_for_a_call_are_quoted() -> None:
    talk = Talk("buyer").say("can somebody call me?").say("please call me now")
    quotes = {reason.rule: reason.quote for reason in talk.turn.score.reasons}
    assert quotes["call_now"] == "can somebody call me?"


def test_disqualified_comes_before_everything() -> None:
    assert worth(flags=("call_now",), dq_reason="has_agent").band == "disqualified"
    assert worth(status="stopped").band == "disqualified"
    assert worth(status="erased").band == "disqualified"


def test_a_budget_below_the_minimum_scores_nothing_and_is_never_refused() -> None:
    found = worth(fields={"budget_max": 249_999})
    assert not any(reason.rule.startswith("budget") for reason in found.reasons)
    assert any(
        r.rule == "budget.at_least_min" for r in worth(fields={"budget_max": 250_000}).reasons
    )


@pytest.mark.parametrize(
    ("period", "amount", "row"),
    [
        (None, 1000, "at_least_min"), (None, 999, "below_min"), ("week", 231, "at_least_min"),
        ("week", 230, "below_min"), ("year", 12000, "at_least_min"), ("year", 11999, "below_min"),
    ],
)  # fmt: skip
def test_a_rent_by_the_week_or_year_is_compared_by_the_month(
    period: str | None, amount: int, row: str
) -> None:
    found = worth("renter", fields={"budget_max": amount, "budget_period": period})
    assert f"budget.{row}" in {reason.rule for reason in found.reasons}


@pytest.mark.parametrize(
    ("value", "rule"), [(25, "20+"), (20, "20+"), (19, "10+"), (3, "3+"), (0, "0+")]
)
def test_tables_are_read_from_the_highest_row_that_is_reached(value: int, rule: str) -> None:
    found = worth("mortgage", fields={"down_payment_pct": value})
    assert f"down.{rule}" in {reason.rule for reason in found.reasons}


def test_a_company_address_is_worth_more_than_a_free_one() -> None:
    rules = {
        address: next(
            r.rule
            for r in worth("saas_demo", fields={"email": address}).reasons
            if r.rule != "email"
        )
        for address in ("a@acme.example", "a@gmail.com", "a@GMX.de")
    }
    assert rules == {
        "a@acme.example": "email.company_domain",
        "a@gmail.com": "email.free_mail",
        "a@GMX.de": "email.free_mail",
    }


def test_only_a_known_area_has_points() -> None:
    assert "area.known" in {r.rule for r in worth().reasons}
    assert "area.known" not in {r.rule for r in worth(fields={"area": "Elgin"}).reasons}


def test_points_for_a_combination_are_a_rule_of_their_own() -> None:
    flow = flow_of(
        """
id: rules
title: Rules
greeting: "Automated assistant. {{ privacy_url }}"
base_points: -10
questions:
  - id: plan
    ask: Plan?
    options: [{value: buy, label: Buy, points: 30}, {value: none, label: None, points: -40}]
  - id: rooms
    kind: multi
    ask: "Which?"
    options: [{value: a, label: A, points: 5}, {value: b, label: B, points: 6}]
rules:
  - {id: eager, when: 'plan == "buy" and reachable', points: 20, because: eager}
  - {id: lively, when: 'plan == "buy"', points: 3, because: lively, engagement: true}
"""
    )
    web, telegram = Talk(flow).press("buy"), Talk(flow, channel="telegram").press("buy")
    assert (web.turn.score.fit, telegram.turn.score.fit) == (20, 40)
    assert telegram.turn.score.engagement == 3
    quotes = {reason.rule: reason.quote for reason in telegram.turn.score.reasons}
    assert (quotes["eager"], quotes["lively"]) == ("Buy", "Buy")
    both = Talk(flow).press("buy").press("a", "b")
    assert both.turn.score.fit == 31
    none = Talk(flow).press("none").turn.score
    assert none.fit == 0
    assert sum(reason.points for reason in none.reasons) == 0


def test_interest_halves_in_each_half_life() -> None:
    assert [engagement_after(30, days, 21) for days in (-5, 0, 21, 42, 63)] == [30, 30, 15, 8, 4]


def test_with_time_a_lead_cools_and_says_why() -> None:
    talk = until("consent_marketing")
    fresh = talk.turn.score
    old = aged(talk.flow, talk.session, fresh, NOW, NOW + timedelta(days=25))
    assert fresh.band == "hot"
    assert old.fit == fresh.fit
    assert old.engagement < fresh.engagement
    assert sum(reason.points for reason in old.reasons) == old.total
    assert any("faded" in reason.text for reason in old.reasons)


def test_a_date_that_has_passed_drops_a_lead_one_band() -> None:
    talk = until("consent_marketing")
    fresh = talk.turn.score
    assert not is_stale(talk.session, NOW + timedelta(days=30))
    assert is_stale(talk.session, NOW + timedelta(days=31))
    stale = aged(
        talk.flow, talk.session, fresh, NOW + timedelta(days=31), NOW + timedelta(days=31)
    )
    assert (fresh.band, stale.band) == ("hot", "warm")
    assert "ask again" in stale.gate[-1]


def test_one_to_three_months_said_a_hundred_days_ago_is_stale() -> None:
    session = until("has_agent").session
    answer = replace(session.answers["timeline"], value="1_3m")
    later = replace(session, answers={**session.answers, "timeline": answer})
    assert not is_stale(later, NOW + timedelta(days=92))
    assert is_stale(later, NOW + timedelta(days=100))


GATED = """
id: gated
title: Gated
greeting: An automated assistant. {{{{ privacy_url }}}}
bands: {{hot: 20, warm: 10}}
hot_when: {gate}
questions:
  - {{id: units, kind: number, ask: How many?, points: {{any: 20}}, because: told}}
  - id: timeline
    ask: When?
    options: [{{value: now, label: Now}}, {{value: later, label: Later}}]
  - {{id: phone, ask: Your number?}}
"""


@pytest.mark.parametrize(
    ("gate", "says", "band"),
    [
        ("units >= 10", ["12", "Later", "512-555-0142"], "hot"),
        ("units >= 10", ["5", "Now", "512-555-0142"], "warm"),
        ("urgent and units >= 10", ["12", "Later", "512-555-0142"], "warm"),
        ("urgent and units >= 10", ["12", "Now", "512-555-0142"], "hot"),
        ("urgent or units >= 10", ["12", "Later"], "warm"),  # nobody could reach them
    ],
)
def test_a_flow_says_itself_what_makes_a_lead_urgent(
    gate: str, says: list[str], band: str
) -> None:
    talk = Talk(flow_of(GATED.format(gate=gate)))
    talk.say(*says)
    assert talk.turn.score.band == band
    if band == "warm" and "phone" in talk.fields:
        assert talk.turn.score.gate == (f"does not hold: {gate}",)
