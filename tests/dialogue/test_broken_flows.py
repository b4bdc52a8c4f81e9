"""Every kind of broken flow file is refused with one message at exactly the right place."""

from __future__ import annotations

import pytest

from bot.dialogue.reading import read_flow
from bot.errors import Problem
from tests.dialogue import broken_meaning, broken_yaml

CASES = (
    *broken_yaml.TRAPS,
    *broken_yaml.SHAPES,
    *broken_meaning.STRUCTURE,
    *broken_meaning.LANGUAGE,
    *broken_meaning.FAIRNESS,
)


def errors_of(text: str) -> list[Problem]:
    return [p for p in read_flow(text, "demo.yaml").problems if p.severity == "error"]


@pytest.mark.parametrize(("text", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_broken_file_is_refused_at_its_place(text: str, words: str) -> None:
    at = text.index("▸")
    line, column = text[:at].count("\n") + 1, at - text[:at].rfind("\n")
    found = errors_of(text.replace("▸", ""))
    assert [(p.line, p.column) for p in found] == [(line, column)], [str(p) for p in found]
    assert words in found[0].message
    assert "\n" not in found[0].message


def test_no_case_is_there_twice() -> None:
    assert len({case[0] for case in CASES}) == len(CASES) >= 60


def test_everything_wrong_is_said_at_once() -> None:
    text = broken_yaml.HEAD + (
        "questions:\n"
        "  - id: wish\n"
        "    ask: Hi: what?\n"  # YAML itself is broken here …
        "  - id: Budget\n"  # … and the rest is still looked at
        "    kind: money\n"
        "    ask: {{ compnay }}, how much?\n"
        "    next: end of it\n"
        "  - id: phone\n"
        "    points: {any: lots}\n"
        "close: {hotter: Bye}\n"
    )
    assert [(p.line, p.code) for p in errors_of(text)] == [
        (6, "yaml.quotes"),
        (7, "shape.string_pattern_mismatch"),
        (9, "yaml.quotes"),
        (9, "text.variable"),
        (10, "next.unknown"),
        (11, "shape.missing"),
        (12, "shape.value_error"),
        (13, "shape.extra_forbidden"),
    ]


@pytest.mark.parametrize(
    ("slip", "meant", "code"),
    [
        ("Questions:", "questions:", "shape.extra_forbidden"),
        ("label: A, points: fifty", "label: A, points: 50", "shape.value_error"),
        ("- ask:", "- id: area\n    ask:", "shape.missing"),
    ],
)
def test_what_only_follows_from_a_mistake_is_not_said(slip: str, meant: str, code: str) -> None:
    good = broken_yaml.flow(
        "  - id: area\n    ask: Where?\n    points: {known: 20}\n"
        "  - id: wish\n    ask: What?\n"
        "    options: [{label: A, points: 50}, {label: B, points: 10}]\n"
        "close: {hot: A, warm: B, cold: C}\nbands: {hot: 40, warm: 10}\n"
        "tests: [{name: t, says: [x], expect: {fields: {area: x, wish: a}}}]\n"
    )
    assert read_flow(good, "demo.yaml").problems == ()
    (found,) = read_flow(good.replace(meant, slip), "demo.yaml").problems
    assert found.code == code


def test_each_error_names_its_question() -> None:
    (found,) = errors_of(broken_yaml.wish("kind: chioce"))
    assert found.where == "wish"
    assert found.message.startswith("question “wish”: ")
    assert str(found).startswith("demo.yaml:7:11: question “wish”: ")


def test_the_mended_line_comes_apart_from_the_message_too() -> None:
    (found,) = errors_of(broken_yaml.ask("Hi: what?"))
    assert found.mend == '    ask: "Hi: what?"'


def test_an_option_is_called_by_its_label() -> None:
    (found,) = errors_of(broken_yaml.option("points: many"))
    assert found.message.startswith("question “wish”, option “A”: ")


@pytest.mark.parametrize(
    ("asked", "cut"),
    [
        ("Are you after our #1 home?", True),
        ("Which unit, # 12 or # 14?", True),
        ("What?  # 12 people asked", False),
        ("What? # only once", False),
        ('"Are you after our #1 home?"', False),
        ("What about C#?", False),
    ],
)
def test_a_text_that_yaml_ends_at_a_hash_is_warned_of(asked: str, cut: bool) -> None:
    found = read_flow(broken_yaml.ask(asked), "demo.yaml")
    assert found.flow is not None
    told = [(p.line, p.column, p.severity) for p in found.problems if p.code == "yaml.hash"]
    assert told == ([(6, 10 + asked.index("#"), "warning")] if cut else [])
