"""What changed between two versions, in an admin's words."""

from __future__ import annotations

import pytest

from bot.dialogue.changes import changes
from bot.dialogue.flow import Flow
from bot.dialogue.reading import flow_in

OLD = """
id: a
title: A
greeting: Hello, a bot.
questions:
  - {id: budget, kind: money, ask: How much?, points: {any: 5}, because: told}
  - id: pay
    ask: How?
    options: [{value: cash, label: Cash, points: 25}, {value: loan, label: Loan}]
  - {id: phone, ask: Number?}
rules:
  - {id: both, when: pay and phone, points: 5, because: both}
close: {hot: Bye}
"""


def flow(*replaced: tuple[str, str]) -> Flow:
    text = OLD
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    found = flow_in(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("How much?", "What?", "budget: wording changed"),
        ("points: 25", "points: 20", "pay: cash 25 → 20 points"),
        ("{any: 5}", "{any: 7}", "budget: any 5 → 7 points"),
        ("label: Loan}", "label: Mortgage}", "pay: loan label changed"),
        ("label: Loan}", "label: Loan, next: end}", "pay: loan next nothing → end"),
        (", {value: loan, label: Loan}", "", "pay: option loan removed"),
        ("{value: loan, label: Loan}]", "{value: loan, label: Loan}, {value: gift, label: Gift, "
         "points: 3}]", "pay: new option gift with 3 points"),
        ("ask: Number?", "ask: Number?, optional: true", "phone: optional no → yes"),
        ("  - {id: phone, ask: Number?}\n", "", "question phone removed"),
        ("rules:", "  - {id: name, ask: Who?}\nrules:", "new question name"),
        ("id: phone, ask: Number?",
         "id: mobile, was: phone, kind: phone, field: phone, ask: Number?",
         "mobile: renamed from phone"),
        ("points: 5, because: both", "points: 8, because: both", "rule both: points 5 → 8"),
        ("close: {hot: Bye}", "close: {hot: Ciao}", "last words changed (hot)"),
        ("title: A", "title: A\nbands: {hot: 60}", "hot from 70 → 60"),
        ("title: A", "title: A\nhot_when: phone", "hot when nothing → phone"),
        ("title: A", "title: A\nhalf_life_days: 7", "half-life in days 21 → 7"),
        ("title: A", "title: A\nengagement: {phone: 12}", "engagement: phone 10 → 12 points"),
        ("Hello, a bot.", "Hi, a bot.", "greeting changed"),
    ],
)  # fmt: skip
def test_a_change_is_told_in_words(old: str, new: str, words: str) -> None:
    assert changes(flow(), flow((old, new))) == (words,)


def test_several_changes_of_a_question_stand_in_one_line() -> None:
    new = flow(("How?", "How do you pay?"), ("points: 25", "points: 20"))
    assert changes(flow(), new) == ("pay: wording changed; cash 25 → 20 points",)


def test_questions_in_another_order_are_told() -> None:
    line = "  - {id: phone, ask: Number?}\n"
    new = flow((line, ""), ("questions:\n", "questions:\n" + line))
    assert changes(flow(), new) == ("order of questions changed (was budget, pay, phone)",)


def test_the_same_flow_has_no_changes() -> None:
    assert changes(flow(), flow()) == ()
