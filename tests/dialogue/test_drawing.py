"""A flow as a diagram: every question, guard, way and point is in it, and nothing breaks out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.dialogue.drawing import draw
from bot.dialogue.flow import Flow
from bot.library import Library

CHOICE = {
    "id": "plan",
    "ask": "What next?",
    "options": [
        {"value": "a", "label": "Buy", "points": 25},
        {"value": "b", "label": "Sell", "points": -5, "next": "end"},
        {"value": "c", "label": "Rent", "disqualifies": "wrong_office"},
    ],
}
LAST = {"id": "note", "ask": "Anything else?", "when": 'plan == "a"', "optional": True}


def _flow(*questions: dict[str, Any], **more: Any) -> Flow:
    return Flow.model_validate(
        {"id": "x", "title": "X", "greeting": "Hi", "questions": questions, **more}
    )


def test_options_show_their_points_on_the_way_they_take() -> None:
    drawn = draw(_flow(CHOICE, LAST))
    assert 'q_plan -->|"Buy +25"| if_note' in drawn
    assert 'q_plan -->|"Sell -5"| done_' in drawn
    assert 'q_plan -.->|"Rent, ends: wrong_office"| out_' in drawn


def test_a_guard_is_a_fork_before_its_question() -> None:
    drawn = draw(_flow(CHOICE, LAST))
    assert "if_note{\"plan == 'a'?\"}:::guard" in drawn
    assert "if_note -->|yes| q_note" in drawn
    assert "if_note -->|no| done_" in drawn


def test_points_of_a_typed_answer_stand_in_its_box() -> None:
    typed = {"id": "budget", "kind": "money", "ask": "How much?", "points": {"at_least_min": 10}}
    assert "budget (money)<br/>How much?<br/>at_least_min: +10" in draw(_flow(typed))


def test_rules_are_drawn_beside_the_way() -> None:
    rule = {"id": "r", "when": 'plan == "a"', "points": 8, "because": "serious"}
    assert "serious +8<br/>if plan == 'a'" in draw(_flow(CHOICE, rules=[rule]))


def test_a_flow_nobody_is_refused_in_draws_no_such_end() -> None:
    assert "out_" not in draw(_flow({"id": "a", "ask": "?"}))


EVIL = ['"] --> x["', "a\nb --> c", "click q_a call()", "`**`", "#quot;", "end", "<script>", "\\"]


@pytest.mark.parametrize("evil", EVIL)
def test_no_text_breaks_out_of_its_box(evil: str) -> None:
    plain = draw(_flow({"id": "a", "ask": "fine"}))
    drawn = draw(_flow({"id": "a", "ask": evil}, title=evil))
    assert len(drawn.splitlines()) == len(plain.splitlines())
    assert [line.count('"') for line in drawn.splitlines()] == [
        line.count('"') for line in plain.splitlines()
    ]


def test_every_shipped_flow_leads_from_arrow_to_box() -> None:
    """All that an arrow points at exists, and every question is there."""
    for id_, flow in Library.load().flows.items():
        drawn = draw(flow.flow)
        made = set(re.findall(r"^  (\w+)[\[({]", drawn, re.MULTILINE))
        aimed = set(re.findall(r"(?:-->|-\.->)(?:\|[^|]*\|)? (\w+)$", drawn, re.MULTILINE))
        assert aimed <= made, id_
        assert {f"q_{question.id}" for question in flow.flow.questions} <= made
