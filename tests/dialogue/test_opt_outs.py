"""Refusals that the law knows, said in the chat: kept like a consent that was not given."""

from __future__ import annotations

import pytest

from bot.dialogue.effects import Consent
from tests.dialogue.talking import until


@pytest.mark.parametrize(
    "text",
    [
        "do not sell my personal information",
        "Please don't sell or share my data",
        "I want to opt out of the sale of my data",
        "no vendan mis datos",
        "bitte verkaufen Sie meine Daten nicht",
        "لا تبيعوا بياناتي",
    ],
)
@pytest.mark.parametrize("question", ["area", "financing", "name", "phone"])
def test_do_not_sell_is_put_on_record_and_the_question_stays(question: str, text: str) -> None:
    talk = until(question)
    before = talk.fields
    talk.say(text)
    (consent,) = talk.effects(Consent)
    assert (consent.purpose, consent.granted, consent.version) == ("sale", False, "do-not-sell-1")
    assert consent.text in talk.heard
    assert (talk.open, talk.fields, talk.session.status) == (question, before, "partial")


@pytest.mark.parametrize(
    "text",
    [
        "I will not sell my house",
        "we don't want to sell my mom's place",
        "do not sell yet, just looking",
        "I don't want to sell below 400k",
    ],
)
def test_a_home_that_is_not_sold_is_no_refusal(text: str) -> None:
    assert not until("timeline").say(text).effects(Consent)
