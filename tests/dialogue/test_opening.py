"""The first words: who speaks, what is known already, in which language."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.dialogue.events import Start
from tests.dialogue.talking import NOW, Talk, flow_of, library, shipped


@pytest.mark.parametrize("flow", list(library().flows))
def test_every_flow_says_first_that_it_is_automated(flow: str) -> None:
    talk = Talk(flow)
    assert any(word in talk.heard for word in ("automated assistant", "Automated assistant"))
    assert "/privacy" in talk.heard
    assert talk.session.asked == (talk.open,)


def test_the_home_of_the_page_is_named_with_its_price() -> None:
    assert "1808 Juniper Hill Dr, Round Rock ($465,000)" in Talk("listing").heard
    unknown = Talk("listing", listing={"id": "X1", "address": "5 Elm St", "price": 1250000})
    assert "5 Elm St ($1,250,000)" in unknown.heard
    assert "this home" in Talk("listing", listing={}).heard


def test_what_is_known_is_not_asked() -> None:
    talk = Talk(known={"area": "Cedar Park", "beds_min": 3, "name": "Ana"})
    assert talk.open == "budget"
    assert talk.fields == {"area": "Cedar Park", "beds_min": 3, "name": "Ana"}
    assert talk.session.asked == ("budget",)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("timeline", "yesterday"), ("timeline", 5), ("budget_max", "a lot"), ("budget_max", True),
        ("budget_max", float("nan")), ("budget_max", float("inf")), ("phone", "12"), ("phone", 5),
        ("email", "nobody"), ("consent_marketing", "yes"), ("beds_min", "three"),
        ("name", ["Ann"]), ("area", {"a": 1}), ("appointment", None),
    ],
)  # fmt: skip
def test_a_known_value_that_does_not_fit_its_question_is_left_out(field: str, value: Any) -> None:
    assert field not in Talk(known={field: value}).fields


def test_a_known_number_is_kept_in_its_normal_form() -> None:
    assert Talk(known={"phone": "(512) 555-0142"}).fields["phone"] == "+15125550142"


def test_a_returning_visitor_and_a_reader_of_many_pages_have_points() -> None:
    assert Talk(returning=True).turn.score.engagement == 5
    assert Talk(source={"pages": "5"}).turn.score.engagement == 5
    assert Talk(source={"pages": "4"}).turn.score.engagement == 0
    assert Talk(source={"pages": "a lot"}).turn.score.engagement == 0


def test_where_somebody_came_from_is_kept() -> None:
    talk = Talk(source={"utm_source": "google", "page": "/homes"}, slots=("2026-03-11T14:00",))
    assert talk.session.context["source"] == {"utm_source": "google", "page": "/homes"}
    assert talk.session.context["slots"] == ["2026-03-11T14:00"]


def test_an_unknown_market_is_the_offices_own() -> None:
    assert Talk(market="atlantis").session.market == "austin"


def test_the_visitors_language_is_spoken_where_the_flow_has_it() -> None:
    assert Talk(lang="xx").session.lang == "en"
    assert Talk("champ", lang="es", market="madrid").session.lang == "en"
    spanish = shipped("buyer").speaks("es")
    assert Talk(lang="es-MX").session.lang[:2] == ("es" if spanish else "en")
    assert Talk(market="madrid").session.lang[:2] == ("es" if spanish else "en")
    assert Talk(market="madrid", lang="en-GB").session.lang == "en"


def test_rooms_are_asked_for_in_germany_and_bedrooms_elsewhere() -> None:
    talk = Talk(market="berlin", lang="en", known={"area": "Pankow"})
    assert "rooms" in talk.heard
    assert talk.press("3").fields == {"area": "Pankow", "rooms_min": 3}
    assert "has_agent" not in Talk(market="leeds").session.asked


VARIANTS = """
id: ab
title: AB
greeting:
  - {id: long, text: "Automated assistant A. {{ privacy_url }}", percent: 30}
  - {id: short, text: "Automated assistant B. {{ privacy_url }}", percent: 70}
questions:
  - {id: one, ask: "One?"}
"""


def test_greetings_are_drawn_by_their_share_and_stick() -> None:
    flow = flow_of(VARIANTS)
    drawn = [Talk(flow, NOW + timedelta(seconds=n)) for n in range(400)]
    variants = [talk.session.context["variant"] for talk in drawn]
    assert 80 <= variants.count("long") <= 160
    for talk in drawn[:5]:
        again = Talk(flow, talk.now)
        assert again.session.context["variant"] == talk.session.context["variant"]
        letter = "A" if talk.session.context["variant"] == "long" else "B"
        assert f"assistant {letter}" in talk.heard


def test_a_visitor_sees_the_same_greeting_on_every_visit_also_when_it_was_reworded() -> None:
    reworded = flow_of(VARIANTS.replace("assistant A", "assistant Anna"))
    drawn = {}
    for n in range(300):
        visitor = f"visitor-{n}"
        first = Talk(flow_of(VARIANTS), NOW, visitor=visitor)
        later = Talk(reworded, NOW + timedelta(days=n), visitor=visitor, source={"page": f"/{n}"})
        drawn[visitor] = first.session.context["variant"]
        assert later.session.context["variant"] == drawn[visitor]
    assert 60 <= list(drawn.values()).count("long") <= 120  # of 300, at thirty percent


def test_the_chat_opened_again_repeats_the_open_question() -> None:
    talk = Talk().say("Round Rock").take(Start(market="austin"))
    assert talk.open == "beds_min"
    assert "bedrooms" in talk.heard
    assert talk.session.asked.count("beds_min") == 1
