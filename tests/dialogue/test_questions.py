"""Questions about a home are answered from the listing's data, others go to the agent."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Talk, until

ABOUT = {
    "is it still available?": "is still available",
    "is this still available??": "is still available",
    "how much is it?": "The asking price is $465,000.",
    "whats the price": "$465,000",
    "where is it exactly?": "1808 Juniper Hill Dr",
    "how many bedrooms does it have?": "3 bedrooms",
    "how many baths?": "2 bathrooms",
    "how big is it?": "1,940 sq ft",
    "when was it built?": "2016",
    "is the stove gas?": "gas, a five-burner range",
    "does it have a garage?": "two-car garage",
    "what are the taxes?": "property tax was $8,412",
    "how old is the roof?": "replaced in 2020",
    "can we bring our dog?": "two pets",
    "how much is the hoa": "$38 a month",
    "when can i see it?": "Free times are",
}


@pytest.mark.parametrize("question", ["appointment", "timeline", "name", "phone"])
@pytest.mark.parametrize("text", ABOUT)
def test_a_question_about_the_home_is_answered_at_every_step(question: str, text: str) -> None:
    talk = until(question, "listing").say(text)
    if (question, text) == ("appointment", "when can i see it?"):
        assert talk.open == "viewing_at"  # that is a yes
        return
    assert ABOUT[text] in talk.heard
    assert talk.open == question
    assert talk.session.asked.count(question) == 1


def test_an_answer_and_a_question_in_one_message_are_both_heard() -> None:
    talk = until("financing", "listing")
    talk.say("preapproved w/ my credit union. oh and is the stove gas?")
    assert "five-burner range" in talk.heard
    assert talk.fields["financing"] == "preapproved"
    assert talk.open == "has_agent"
    assert talk.session.notes == ("is the stove gas?",)


def test_two_questions_at_once_are_both_answered() -> None:
    heard = Talk("listing").say("is it available? and how much is the hoa?").heard
    assert "still available" in heard
    assert "$38 a month" in heard


def test_what_the_office_did_not_write_down_goes_to_the_agent() -> None:
    talk = Talk("listing").say("is there a wine cellar?")
    assert "passed it on" in talk.heard
    assert talk.session.notes == ("is there a wine cellar?",)


def test_a_home_the_office_does_not_know_is_answered_from_the_page() -> None:
    talk = Talk("listing", listing={"id": "X1", "address": "5 Elm St", "price": 300000})
    assert "$300,000" in talk.say("how much is it?").heard
    assert "5 Elm St" in talk.say("where is it?").heard
    assert "passed it on" in talk.say("how big is it?").heard


def test_an_offer_is_no_budget_and_goes_to_the_agent() -> None:
    talk = until("timeline", "listing").say("would they take 430?")
    assert "can't speak for the seller" in talk.heard
    assert "budget_max" not in talk.fields
    assert talk.session.notes == ("would they take 430?",)


def test_a_question_that_is_the_answer_is_no_digression() -> None:
    talk = until("appointment").say("can we see something saturday?")
    assert talk.fields["appointment"] == "tour"
    assert "passed it on" not in talk.heard


def test_in_a_flow_without_a_home_prices_are_not_made_up() -> None:
    heard = Talk().say("how much is it?").heard
    assert "asking price" not in heard
