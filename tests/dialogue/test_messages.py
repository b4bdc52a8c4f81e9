"""Several things in one message: (open question, text) -> fields it fills, what is open then."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dialogue.talking import Talk, copy, done, until

P, P2 = "+15125550143", "+15125550142"
CASES: dict[tuple[str, str], tuple[dict[str, Any], str]] = {
    # one message that fills many fields
    ("area", "5 bedroom house with pool under 900k in lakeway asap"): (
        {"budget_max": 900000, "beds_min": 5, "timeline": "now", "area": "Lakeway"}, "financing",
    ),
    ("area", "Round Rock, 3 beds, 450k, cash, need by june, no agent, Dan Poe 512-555-0143"): (
        {
            "area": "Round Rock", "beds_min": 3, "budget_max": 450000, "financing": "cash",
            "timeline": "3_6m", "has_agent": "no", "name": "Dan Poe", "phone": P,
        },
        "appointment",
    ),
    ("area", "I'm Sarah Lee, looking for a 4 bed in Georgetown, budget 500-600k, want to move in "
     "2 months, we're paying cash and have no agent. 512-555-0143"): (
        {
            "name": "Sarah Lee", "beds_min": 4, "area": "Georgetown", "budget_min": 500000,
            "budget_max": 600000, "timeline": "1_3m", "financing": "cash", "has_agent": "no",
            "phone": P,
        },
        "appointment",
    ),
    ("area", "Hello, my name is Ana and I'm looking for a condo in Mueller"): (
        {"name": "Ana", "area": "Mueller"}, "beds_min",
    ),
    ("area", "im moving from dallas to austin in june"): (
        {"area": "Austin", "timeline": "1_3m"}, "beds_min",
    ),
    ("beds_min", "4 bedrooms and 3 baths under 600k"): (
        {"beds_min": 4, "budget_max": 600000}, "timeline",
    ),
    ("budget", "no more than 425 and i need it by may"): (
        {"budget_max": 425000, "timeline": "1_3m"}, "financing",
    ),
    ("timeline", "asap, we're preapproved"): (
        {"timeline": "now", "financing": "preapproved"}, "has_agent",
    ),
    ("name", "Dani, 512-555-0143"): ({"name": "Dani", "phone": P}, "appointment"),
    ("name", "Dr. Emily Wong and my phone is 512-555-0143"): (
        {"name": "Emily Wong", "phone": P}, "appointment",
    ),
    # what answers nothing but fills something leaves the question open
    ("name", "dani at gmail dot com"): ({"email": "dani@gmail.com"}, "name"),
    ("budget", "cash"): ({"financing": "cash"}, "budget"),
    ("email", "my number is 512-555-0143 actually"): ({"phone": P}, "appointment"),
    # refused, and something else told instead
    ("phone", "I'd rather not, email me at j@x.example"): (
        {"email": "j@x.example", "contact_pref": "email"}, "appointment",
    ),
    ("phone", "my email is ann@x.example"): ({"email": "ann@x.example"}, "appointment"),
    ("phone", "text only please 512-555-0143"): (
        {"phone": P, "contact_pref": "text"}, "appointment",
    ),
    # corrections while another question is open
    ("timeline", "actually wait my wife says we can go to 425"): (
        {"budget_max": 425000}, "timeline",
    ),
    ("timeline", "actually make it 500"): ({"budget_max": 500000}, "timeline"),
    ("timeline", "budget is more like 500"): ({"budget_max": 500000}, "timeline"),
    ("timeline", "sorry i meant cedar park"): ({"area": "Cedar Park"}, "timeline"),
    ("timeline", "actually 4"): ({"beds_min": 4}, "timeline"),
    ("timeline", "make it 4 bedrooms"): ({"beds_min": 4}, "timeline"),
    ("budget", "4 bedrooms sorry"): ({"beds_min": 4}, "budget"),
    ("beds_min", "the area is cedar park actually"): ({"area": "Cedar Park"}, "beds_min"),
    ("financing", "actually in two months"): ({"timeline": "1_3m"}, "financing"),
    ("has_agent", "wait, we'll need a mortgage, talking to a lender"): (
        {"financing": "in_progress"}, "has_agent",
    ),
    ("name", "actually budget 500k"): ({"budget_max": 500000}, "name"),
    ("name", "Keisha. and we can go to 500k if theres parking"): (
        {"name": "Keisha", "budget_max": 500000}, "phone",
    ),
    ("appointment", "sorry thats 512-555-0143"): ({"phone": P}, "appointment"),
    ("appointment", "512-555-0143"): ({"phone": P}, "appointment"),
    ("consent_marketing", "no, and my budget is 475 now"): (
        {"consent_marketing": False, "budget_max": 475000}, "",
    ),
    ("timeline", "actually 3 bedrooms"): ({"beds_min": 3}, "timeline"),  # said again, and heard
    # a no that takes back what was said before answers nothing
    ("appointment", "no, it's 512-555-0143"): ({"phone": P}, "appointment"),
    ("appointment", "no that's wrong, it's 512-555-0143"): ({"phone": P}, "appointment"),
    ("appointment", "no, 512-555-0143"): ({"phone": P}, "appointment"),
    ("consent_marketing", "no, my number is 512-555-0143"): ({"phone": P}, "consent_marketing"),
    ("appointment", "no wait, 460 not 450"): ({"budget_max": 460000}, "appointment"),
    ("has_agent", "no wait, 460 not 450"): ({"budget_max": 460000}, "has_agent"),
    ("appointment", "no wait, 2 beds"): ({"beds_min": 2}, "appointment"),
    ("appointment", "no my name is Alan"): ({"name": "Alan"}, "appointment"),
    ("appointment", "nope, Cedar Park"): ({"area": "Cedar Park"}, "appointment"),
    ("has_agent", "nein, 460k"): ({"budget_max": 460000}, "has_agent"),
    ("appointment", "no, cash is wrong, I have a mortgage"): ({}, "appointment"),
    ("timeline", "no, I said 450"): ({"budget_max": 450000}, "timeline"),  # as it was, and heard
    ("timeline", "no, 3 bedrooms"): ({"beds_min": 3}, "timeline"),
    ("financing", "no, 450 not 400"): ({"budget_max": 450000}, "financing"),
    # a no that answers, whatever follows
    ("has_agent", "no sorry"): ({"has_agent": "no"}, "name"),
    ("has_agent", "no i dont have an agent"): ({"has_agent": "no"}, "name"),
    ("has_agent", "no, 512-555-0143"): ({"has_agent": "no", "phone": P}, "name"),
    ("has_agent", "no, we're looking in round rock"): ({"has_agent": "no"}, "name"),
    ("has_agent", "no cedar park agent"): ({"has_agent": "no"}, "name"),
    ("appointment", "no, next week I'm away"): ({"appointment": "none"}, "consent_marketing"),
    ("consent_marketing", "no thanks, just call me on 512-555-0142"): (
        {"consent_marketing": False}, "",
    ),
    # what looks like a correction and is the answer
    ("timeline", "actually right away"): ({"timeline": "now"}, "financing"),
    ("financing", "actually cash"): ({"financing": "cash"}, "has_agent"),
    ("financing", "oh wait, talking to a lender now"): ({"financing": "in_progress"}, "has_agent"),
    # nothing is overwritten without a sign
    ("timeline", "my sister has a 4 bedroom in cedar park for 600k"): ({}, "timeline"),
    ("timeline", "4 bedrooms"): ({}, "timeline"),
    ("timeline", "cedar park"): ({}, "timeline"),
    ("appointment", "my wife is at 512-555-0143"): ({}, "appointment"),
    ("name", "Austin"): ({"name": "Austin"}, "phone"),
    # a time at the appointment question
    ("appointment", "saturday"): ({"appointment": "tour"}, "consent_marketing"),
    ("appointment", "can we see something saturday?"): (
        {"appointment": "tour"}, "consent_marketing",
    ),
    ("appointment", "tomorrow 5pm call"): ({"appointment": "call"}, "consent_marketing"),
    ("appointment", "call me in the evening"): ({"appointment": "call"}, "consent_marketing"),
    # calls
    ("timeline", "call me asap"): ({}, "phone"),
    ("financing", "can you call me tomorrow at 5?"): ({}, "phone"),
    ("name", "you can call me at 512-555-0143"): ({"phone": P}, ""),
    ("phone", "call me at 512-555-0143 after 5"): ({"phone": P}, "appointment"),
    ("phone", "512-555-0143, call me now please"): ({"phone": P}, ""),
    ("appointment", "call me at 512-555-0143"): ({"phone": P}, ""),
    # a question, a wish, a refusal
    ("area", "somewhere safe with good schools"): ({}, "area"),
    ("area", "Buy or rent?"): ({}, "area"),
    ("area", "idk yet"): ({}, "beds_min"),
    ("budget", "whatever it takes"): ({}, "timeline"),
    ("name", "lol no"): ({}, "phone"),
    ("name", "Null"): ({"name": "Null"}, "phone"),
}  # fmt: skip


@pytest.mark.parametrize(("place", "expected"), CASES.items(), ids=lambda case: str(case)[:60])
def test_a_message_means(place: tuple[str, str], expected: tuple[dict[str, Any], str]) -> None:
    question, text = place
    fields, open_ = expected
    talk = until(question).say(text)
    told = {a.field: a.value for a in talk.answered if a.value is not None}
    assert told == fields
    assert talk.open == open_


@pytest.mark.parametrize(
    ("text", "address"),
    [("no, 14 Oak St", "14 Oak St"), ("no, 3 offers already", "12 Oak St, Austin")],
)
def test_an_address_is_taken_back_by_another_one_only(text: str, address: str) -> None:
    talk = Talk("seller").say("12 Oak St, Austin").say(text)
    assert talk.fields["address"] == address


@pytest.mark.parametrize(
    ("typed", "said"), [("512 555", "looks short"), ("1234567890123456", "looks long")]
)
def test_a_number_is_called_short_or_long_as_it_is(typed: str, said: str) -> None:
    assert said in until("phone").say(typed).heard


@pytest.mark.parametrize("typed", ["12", "500", "20 beds"])
def test_a_number_that_cannot_be_meant_is_answered_with_those_that_can(typed: str) -> None:
    talk = until("beds_min").say(typed)
    assert (talk.open, "beds_min" in talk.fields) == ("beds_min", False)
    assert "a number from 0 to 10" in talk.heard


@pytest.mark.parametrize("typed", ["78701", "500 sqft", "1200"])
def test_what_may_be_something_else_is_not_called_a_number_of_bedrooms(typed: str) -> None:
    assert "from 0 to 10" not in until("beds_min").say(typed).heard


def test_a_value_said_back_never_spends_a_turn() -> None:
    talk = Talk().say("5 bedroom house with pool under 900k in lakeway asap")
    assert talk.heard == "Up to $900,000, 5 bedrooms, right away, noted. How do you plan to pay?"


def test_a_likelier_reading_is_said_back_inside_the_next_question() -> None:
    talk = until("appointment").say("yes")
    assert talk.fields["appointment"] == "call"
    assert talk.heard.startswith("Call me, noted. May ")


def test_a_typing_slip_in_an_email_is_hinted_at_and_only_a_yes_changes_it() -> None:
    hinted = until("email").say("dani@gmial.com")
    assert hinted.fields["email"] == "dani@gmial.com"
    assert "did you mean dani@gmail.com?" in hinted.heard
    assert hinted.open == "appointment"
    assert hinted.say("not now").fields["email"] == "dani@gmial.com"


def test_a_yes_to_a_hint_is_heard_where_the_open_question_takes_no_yes() -> None:
    talk = until("name").say("my email is dani@gmial.com")
    assert talk.open == "name"
    talk.say("yes")
    assert talk.fields["email"] == "dani@gmail.com"
    assert "No problem - your e-mail is now dani@gmail.com." in talk.heard
    assert talk.open == "name"


@pytest.mark.parametrize("text", ["yes", "Yes please", "yeah gmail", "gmail.com"])
def test_a_bare_yes_to_a_hint_is_no_answer_to_the_question_behind_it(text: str) -> None:
    talk = until("email").say("dani@gmial.com").say(text)
    assert talk.fields["email"] == "dani@gmail.com"
    assert "appointment" not in talk.fields
    assert talk.open == "appointment"
    assert talk.say("yes").fields["appointment"] == "call"


@pytest.mark.parametrize("text", ["yes call me", "yes, call me at 5", "yes a tour saturday"])
def test_a_yes_before_an_answer_that_needs_none_takes_the_hint_as_well(text: str) -> None:
    talk = until("email").say("dani@gmial.com").say(text)
    assert talk.fields["email"] == "dani@gmail.com"
    assert "your e-mail is now dani@gmail.com" in talk.heard
    assert talk.fields["appointment"] in ("call", "tour")


def test_a_yes_that_is_all_of_the_answer_takes_no_hint() -> None:
    talk = until("has_agent").say("cash, my email is dani@gmial.com")
    assert talk.say("yes, we signed with redfin").fields["has_agent"] == "signed"
    assert talk.fields["email"] == "dani@gmial.com"


@pytest.mark.parametrize("text", ["it's 14 not 12", "no, it's 14, not 12", "sorry 14 not 12"])
def test_the_house_number_alone_changes_the_address(text: str) -> None:
    talk = Talk("seller").say("12 Oak St, Austin", text)
    assert talk.fields["address"] == "14 Oak St, Austin"
    assert "beds" not in talk.fields


def test_other_figures_leave_the_address_alone() -> None:
    talk = Talk("seller").say("12 Oak St, Austin", "3 not 2")
    assert talk.fields["address"] == "12 Oak St, Austin"
    assert talk.fields["beds"] == 3


def test_behind_a_hint_what_says_more_than_yes_or_no_is_an_answer() -> None:
    hinted = until("email").say("dani@gmial.com")
    assert copy(hinted).say("no").open == "appointment"
    assert copy(hinted).say("yes call me").fields["appointment"] == "call"


def test_a_no_to_a_hint_keeps_the_address_as_typed() -> None:
    talk = until("beds_min").say("my email is dani@gmial.com").say("no")
    assert talk.fields["email"] == "dani@gmial.com"


def test_the_raw_words_are_kept_beside_the_value() -> None:
    answer = until("budget").say("like 400-450k").session.answers["budget_max"]
    assert (answer.raw, answer.low, answer.high) == ("like 400-450k", 400000, 450000)
    assert (answer.question, answer.how, answer.at) == (
        "budget",
        "typed",
        "2026-03-10T19:05:00+00:00",
    )


def test_two_readings_as_likely_are_asked_back() -> None:
    talk = until("financing").say("cash or preapproved")
    assert talk.open == "financing"
    assert "Which fits better: Cash or Mortgage, pre-approved?" in talk.heard
    assert talk.session.retries == 1


def test_a_budget_by_the_month_is_asked_back_in_a_sale() -> None:
    talk = until("budget").say("$2,500/month")
    assert "per month" in talk.heard
    assert talk.open == "budget"


def test_a_wish_for_a_day_reaches_the_agent_in_the_visitors_words() -> None:
    talk = until("appointment").say("can we see something saturday?")
    assert talk.session.notes == ("can we see something saturday?",)
    assert talk.rings[-1].data == {"asked": "can we see something saturday?"}


def test_corrections_after_the_end_count_too() -> None:
    assert done().say("actually our budget is 500k").fields["budget_max"] == 500000
    assert done().say("512-555-0143").fields["phone"] == P
    assert done().fields["phone"] == P2
