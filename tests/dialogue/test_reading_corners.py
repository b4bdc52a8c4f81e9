"""Corners of the reader that no ordinary mistake reaches, and that must hold all the same."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.dialogue import naming
from bot.dialogue.conditions import compile_condition
from bot.dialogue.explaining import explain, model_at
from bot.dialogue.flow import Flow, Question
from bot.dialogue.reading import read_flow, read_site
from bot.dialogue.scalars import Plain, as_bool, as_integer, resolve
from bot.dialogue.wording import WordingError, compile_text
from bot.errors import Problem
from tests.dialogue.broken_yaml import HEAD, WISH, ask, flow, wish


def messages(text: str) -> list[str]:
    return [str(p) for p in read_flow(text, "f").problems if p.severity == "error"]


def test_a_deeply_nested_text_is_refused() -> None:
    with pytest.raises(WordingError, match="cannot be read"):
        compile_text("{{ " + "(" * 900 + "a" + ")" * 900 + " }}")


def test_a_file_of_a_hundred_thousand_parts_is_refused() -> None:
    assert "too many parts" in messages("- a\n" * 60_000)[0]


def test_a_third_document_is_not_complained_of_twice() -> None:
    found = messages(flow(WISH) + "---\na: 1\n---\nb: 2\n")
    assert len(found) == 1


def test_a_list_that_was_indented_by_tabs_is_put_right() -> None:
    found = messages(HEAD + "questions:\n\t- id: wish\n\t  ask: What?\n")
    assert [message[:6] for message in found] == ["f:5:1:", "f:6:1:"]


def test_a_file_full_of_slips_is_read_until_they_are_too_many() -> None:
    slips = "".join(f"  - id: q{n}\n    ask: Hi: what?\n" for n in range(60))
    assert len(messages(flow(slips))) == 40


def test_an_unknown_kind_of_error_is_said_as_it_comes() -> None:
    with pytest.raises(ValidationError) as caught:
        Flow.model_validate("no mapping at all")
    detail = dict(caught.value.errors()[0]) | {"type": "odd", "msg": "Odd thing"}
    assert explain(detail, Flow, ("title",)) == "“title” cannot be used: odd thing"  # type: ignore[arg-type]


def test_the_model_of_a_path_is_found() -> None:
    assert model_at(Flow, ("questions", 0)) is Question
    assert model_at(Flow, ("title", "x")) is None
    assert model_at(Flow, ("nothing",)) is None


def test_a_part_that_is_not_there_is_called_by_its_number() -> None:
    named = naming.name(Problem("f", 1, 1, "is odd"), {"questions": []}, ("questions", 0, "id"))
    assert named.message == "question “number 1”: is odd"


def test_scalars_are_what_their_place_says() -> None:
    assert as_bool(Plain("off")) is False
    assert resolve(Plain("False")) is False
    assert resolve(Plain("~")) is None
    assert resolve([Plain("2.5"), "2.5"]) == [2.5, "2.5"]
    with pytest.raises(ValueError, match="not true or false"):
        as_integer(True)


def test_conditions_of_many_parts() -> None:
    assert compile_condition("a or b or c")({"c": 1}) is True
    assert compile_condition("a != b")({"a": 1, "b": 2}) is True
    assert compile_condition("a == b")({"a": 1, "b": 1}) is True


def test_a_condition_over_two_lines_is_shown_in_its_line() -> None:
    text = wish("when: >-", "  wish == 1 and", "  wish = 2")
    assert messages(text)[0].startswith("f:9:12: ")


def test_a_rule_that_cannot_be_read_is_told_once() -> None:
    rule = "rules: [{id: r, when: lang =, points: 1, because: x}]\n"
    assert len(messages(flow(WISH) + rule)) == 1


def test_a_country_may_change_the_field_only() -> None:
    assert messages(wish("by_country: {DE: {field: wunsch}}")) == []


def test_a_broken_word_in_a_list_does_not_hide_the_rest() -> None:
    found = messages(wish("buttons: [a, {b: c}, [d]]", "next: nowhere"))
    assert [message[:7] for message in found] == ["f:7:18:", "f:7:26:", "f:8:11:"]


GREETINGS = HEAD.replace(
    "greeting: Hi, I'm {{ company }}'s automated assistant. {{ privacy_url }}",
    'greeting: [{id: a, percent: 100, text: "A bot. {{ privacy_url }}"}]',
)


def test_variants_of_the_greeting_are_translated_one_by_one() -> None:
    words = "language: es\ngreeting: {a: Soy un robot.}\n"
    reading = read_flow(flow(WISH, GREETINGS), "f", {"es": (words, "f.es")})
    assert [(p.line, p.code) for p in reading.problems if p.severity == "error"] == [
        (2, "greeting.privacy")
    ]


def test_a_translated_text_that_cannot_be_filled_in_is_refused() -> None:
    words = "language: es\nquestions: {wish: {ask: '¿Qué {{ x'}}\n"
    reading = read_flow(flow(WISH), "f", {"es": (words, "f.es")})
    assert [p.code for p in reading.problems if p.severity == "error"] == ["text.template"]


def test_a_translation_that_is_no_yaml_is_refused() -> None:
    reading = read_flow(flow(WISH), "f", {"es": ("][", "f.es")})
    assert reading.flow is None
    assert reading.problems[-1].file == "f.es"


def test_an_error_that_yaml_cannot_place_is_at_the_top() -> None:
    found = read_site("%YAML 1.2 x\n---\na: 1\n", "s").problems
    assert found[0].line == 1


def test_a_price_with_a_comma_outside_of_brackets_is_explained() -> None:
    assert "expects a number" in str(
        read_site("company: x\nmarkets:\n  a:\n    min_price: 250,000\n", "s").problems
    )


def test_words_in_quotes_are_words() -> None:
    assert messages(ask('"no"')) != []
    assert messages(ask('"No?"')) == []
