"""A flow file that was written to hurt: it is refused, or it costs a turn next to nothing."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import begin, step
from bot.dialogue.events import Start, Text
from bot.dialogue.flow import (
    FAQ_LIMIT,
    OPTION_LIMIT,
    PHRASE_LIMIT,
    QUESTION_LIMIT,
    RULE_LIMIT,
)
from bot.dialogue.machine import compile_flow
from bot.dialogue.reading import read_flow, read_site
from bot.dialogue.session import Session

NOW = datetime(2026, 3, 10, 14, 5, tzinfo=UTC)
TURN = 0.020  # seconds of CPU
READING = 2.0
SITE = read_site(
    "company: Me\ndefault_market: here\n"
    "markets: {here: {country: US, currency: USD, tz: UTC, areas: {Zilker: []}}}\n",
    "site.yaml",
).site
HEAD = "id: h\ntitle: H\ngreeting: Automated assistant, not a person. {{ privacy_url }}\n"
TAIL = "close: {hot: Thanks., warm: Thanks., cold: Thanks.}\n"
FIRST = "questions:\n  - {id: q0, kind: text, ask: First?}\n"
TEXTS = (
    "hello there",
    "alpha beta gamma delta " * 80,
    "how much does thing cost " * 60,
    "x" * 2000,
    "1 " * 1000,
)


def _when_chain(many: int) -> str:
    lines = (
        f"  - {{id: w{i}, kind: text, ask: B?, when: 'q0 == \"zz{i}\"'}}\n"
        for i in range(many - 1)
    )
    return FIRST + "".join(lines)


def _options(many: int, synonyms: int) -> str:
    lines = (
        f"      - {{value: v{i}, label: Word number {i} of many, "
        f"synonyms: [{', '.join(f'alpha beta {i} {j}' for j in range(synonyms))}]}}\n"
        for i in range(many)
    )
    return "questions:\n  - id: q0\n    ask: First?\n    options:\n" + "".join(lines)


def _faq(many: int, hears: int) -> str:
    lines = (
        f"  - {{id: f{i}, says: X., "
        f"hears: [{', '.join(f'how much does thing {i} {j} cost' for j in range(hears))}]}}\n"
        for i in range(many)
    )
    return FIRST + "faq:\n" + "".join(lines)


def _rules(many: int) -> str:
    never = " and ".join(f'q0 != "x{i}"' for i in range(5))
    lines = (
        f"  - {{id: r{i}, when: '{never} and q0 != \"z{i}\"', points: 1, because: x}}\n"
        for i in range(many)
    )
    return FIRST + "rules:\n" + "".join(lines)


LARGEST = {
    "questions": _when_chain(QUESTION_LIMIT),
    "options": _options(OPTION_LIMIT, PHRASE_LIMIT),
    "FAQ": _faq(FAQ_LIMIT, PHRASE_LIMIT),
    "rules": _rules(RULE_LIMIT),
}
TOO_LARGE = {
    "questions": _when_chain(3000),
    "options": _options(OPTION_LIMIT + 1, 1),
    "synonyms": _options(2, PHRASE_LIMIT + 1),
    "faq": _faq(FAQ_LIMIT + 1, 1),
    "hears": _faq(1, PHRASE_LIMIT + 1),
    "rules": _rules(400),
}


@pytest.mark.parametrize("body", LARGEST.values(), ids=LARGEST.keys())
def test_the_largest_flow_that_is_taken_costs_a_turn_little(body: str) -> None:
    reading = read_flow(HEAD + body + TAIL, "h.yaml")
    assert reading.flow is not None, reading.problems[:2]
    assert SITE is not None
    flow = compile_flow(reading.flow, SITE, reading.hash)
    opened = begin(flow, Start(channel="web", market="here"), NOW).session
    step(flow, opened, Text("hello"), NOW)  # what is laid out once is laid out
    for text in TEXTS:
        assert min(_seconds(flow, opened, text) for _ in range(4)) < TURN, text[:20]


@pytest.mark.parametrize(("name", "body"), TOO_LARGE.items())
def test_beyond_that_it_is_refused_by_name_and_soon(name: str, body: str) -> None:
    began = time.thread_time()
    reading = read_flow(HEAD + body + TAIL, "h.yaml")
    assert time.thread_time() - began < READING
    assert reading.flow is None
    assert any(f"“{name}” has" in str(p) and "at most" in str(p) for p in reading.problems)


def _seconds(flow: CompiledFlow, session: Session, text: str) -> float:
    """The CPU of one turn."""
    began = time.thread_time()
    step(flow, session, Text(text), NOW)
    return time.thread_time() - began
