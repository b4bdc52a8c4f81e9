"""One table of what people mean beside an answer, and of answers that must not be eaten."""

from __future__ import annotations

import pytest

from bot.understanding.intents import detect
from tests.understanding import intents_in_haste, intents_of_control, intents_of_matter
from tests.understanding.intents_not_meant import ANSWERS, NOT_MEANT

MEANT = (intents_of_control.MEANT, intents_of_matter.MEANT, intents_in_haste.MEANT)
MEANT_ROWS = [
    (intent, text.strip())
    for table in MEANT
    for intent, texts in table.items()
    for text in texts.strip().splitlines()
]


@pytest.mark.parametrize(("intent", "text"), MEANT_ROWS)
def test_what_is_meant_beside_an_answer_is_heard(intent: str, text: str) -> None:
    assert intent in {found.id for found in detect(text)}


@pytest.mark.parametrize(("intent", "text"), NOT_MEANT)
def test_what_only_sounds_like_an_intent_is_none(intent: str, text: str) -> None:
    assert intent not in {found.id for found in detect(text)}


ANSWER_ROWS = [text.strip() for text in ANSWERS.strip().splitlines() if "call me" not in text]


@pytest.mark.parametrize("text", ANSWER_ROWS)
def test_a_typical_answer_is_not_eaten_by_an_intent(text: str) -> None:
    assert [found.id for found in detect(text)] == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("human", ["human"]),
        ("Human!", ["human"]),
        ("a real human", ["human"]),
        ("humano", ["human"]),
        ("mensch", ["human"]),
        ("human?", ["are_you_bot"]),
        ("real person?", ["are_you_bot"]),
        ("are you human?", ["are_you_bot"]),
        ("are you a bot? get me a human", ["are_you_bot", "human"]),
    ],
)
def test_who_says_human_wants_one_and_who_asks_wants_to_know(text: str, meant: list[str]) -> None:
    assert [found.id for found in detect(text)] == meant


def test_a_language_request_names_the_language() -> None:
    asked = {
        "hablan español?": "es",
        "auf deutsch bitte": "de",
        "بالعربي": "ar",
        "do you speak French?": "fr",
        "in english please": "en",
    }
    assert {
        text: next(found.data["lang"] for found in detect(text) if found.id == "language")
        for text in asked
    } == asked


def test_an_offer_covers_its_sum_so_that_it_becomes_no_budget() -> None:
    text = "ok. would they take 430? i like it"
    (offer,) = [found for found in detect(text) if found.id == "negotiation"]
    assert text[slice(*offer.span)] == "would they take 430"


def test_a_call_is_told_from_a_talk() -> None:
    assert [found.data for found in detect("call me now")] == [{"how": "call"}]
    assert [found.data for found in detect("i want a human")] == [{"how": "talk"}]


def test_a_colleague_is_told_from_a_vendor() -> None:
    assert [found.data["who"] for found in detect("im a realtor")] == ["agent"]
    assert [found.data["who"] for found in detect("we offer seo for realtors")] == ["vendor"]
