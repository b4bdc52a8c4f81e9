"""Hostile flow files: refused with an error and a place, and never run, imported or rendered."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.dialogue.reading import FlowReading, decode, read_flow
from tests import hostile
from tests.dialogue.broken_yaml import HEAD

CASES = hostile.cases("flow", "flow.file")
STATE = re.compile(r'^  (?P<name>"[^"]*"|[^:\s]+): \{(?P<settings>.*)\}\r?$')
OURS = (
    (r"\bsay:", "ask:"),
    (r"\bchoices:", "options:"),
    (r"\bscore: ([^,}]+)", r"options: [{label: A, points: \1}]"),
)
STRICTER = {"flo-008", "flo-048", "flo-049"}
"""Others warn here. We refuse: a flow without an end, and every regular expression in a file."""


def read(content: Any) -> FlowReading:
    if isinstance(content, bytes):
        text, problems = decode(content, "buy.yaml")
        return FlowReading(None, problems, "") if problems else read_flow(text, "buy.yaml")
    return read_flow(content, "buy.yaml")


def in_our_words(text: str) -> str:
    """The case in our own format, so that it is refused for what it is and not for its words."""
    head, questions = HEAD, "questions:\n"
    for line in text.splitlines(keepends=False):
        if not (found := STATE.match(line)):
            continue
        settings = found["settings"]
        for pattern, ours in OURS:
            settings = re.sub(pattern, ours, settings)
        if top := re.search(r", hot_at: (\d+)", settings):
            head += f"bands: {{hot: {top[1]}}}\n"
            settings = settings.replace(top[0], "")
        if ', consent: ""' in settings:
            head += 'consents: {contact: {version: "1", text: ""}}\n'
            settings = settings.replace(', consent: ""', "")
        questions += f"  - {{id: {found['name']}, {settings}}}\n"
    return (head + questions).replace("\n", "\r\n" if "\r" in text else "\n")


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_hostile_file_as_it_came_is_refused_with_a_place(case: dict[str, Any]) -> None:
    reading = read(hostile.expand(case["input"]))
    assert reading.flow is None
    assert reading.problems
    assert all(p.line >= 1 and p.column >= 1 and p.message for p in reading.problems)


ALLOWED = {"flo-014"}
"""A question called "state": our machine has no names that a file could take."""
SHAPED = [c for c in CASES if isinstance(c["input"], str | dict) and "states:" in str(c["input"])]


@pytest.mark.parametrize("case", SHAPED, ids=[case["id"] for case in SHAPED])
def test_the_same_in_our_own_words_is_refused_or_taken(case: dict[str, Any]) -> None:
    reading = read(in_our_words(hostile.expand(case["input"])))
    taken = case["expect"]["result"] == "accept" or case["id"] in ALLOWED
    assert (reading.flow is not None) is taken, [str(p) for p in reading.problems]
    if not taken:
        assert case["expect"]["result"] == "reject" or case["id"] in STRICTER


def test_the_corpus_is_whole() -> None:
    assert len(CASES) == 68
    assert len(SHAPED) >= 45
