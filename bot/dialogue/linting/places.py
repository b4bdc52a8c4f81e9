"""Walks over the parts of a flow that hold texts, conditions and targets, with their paths."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.flow import Flow, Option, Question
from bot.dialogue.linting.findings import Path

_QUESTION_TEXTS = ("ask", "why", "retry", "taken", "out_of_area")
_BANDS = ("hot", "warm", "cold", "disqualified")


def questions(flow: Flow) -> Iterator[tuple[Path, Question]]:
    """Every question."""
    for index, question in enumerate(flow.questions):
        yield ("questions", index), question


def options(flow: Flow) -> Iterator[tuple[Path, Question, Option]]:
    """Every option of every question."""
    for path, question in questions(flow):
        for index, option in enumerate(question.options):
            yield (*path, "options", index), question, option


def greetings(flow: Flow) -> Iterator[tuple[Path, str]]:
    """Every wording of the greeting."""
    if isinstance(flow.greeting, str):
        yield ("greeting",), flow.greeting
        return
    for index, variant in enumerate(flow.greeting):
        yield ("greeting", index, "text"), variant.text


def texts(flow: Flow) -> Iterator[tuple[Path, str]]:
    """Every text that is filled in before a visitor reads it."""
    yield from greetings(flow)
    for path, question in questions(flow):
        yield from _question_texts(path, question)
    for band in _BANDS:
        yield ("close", band), getattr(flow.close, band)
    for index, faq in enumerate(flow.faq):
        yield ("faq", index, "says"), faq.says
    for index, follow_up in enumerate(flow.follow_ups):
        yield ("follow_ups", index, "says"), follow_up.says
    for name, consent in flow.consents.items():
        yield ("consents", name, "text"), consent.text


def _question_texts(path: Path, question: Question) -> Iterator[tuple[Path, str]]:
    for name in _QUESTION_TEXTS:
        if text := getattr(question, name):
            yield (*path, name), text
    for country, change in question.by_country.items():
        if change.ask:
            yield (*path, "by_country", country, "ask"), change.ask


def conditions(flow: Flow) -> Iterator[tuple[Path, str]]:
    """Every condition."""
    for path, question in questions(flow):
        if question.when:
            yield (*path, "when"), question.when
    for path, _question, option in options(flow):
        if option.when:
            yield (*path, "when"), option.when
    for index, rule in enumerate(flow.rules):
        yield ("rules", index, "when"), rule.when
    if flow.hot_when:
        yield ("hot_when",), flow.hot_when


def targets(flow: Flow) -> Iterator[tuple[Path, str]]:
    """Every ``next``."""
    for path, question in questions(flow):
        if question.next:
            yield (*path, "next"), question.next
    for path, _question, option in options(flow):
        if option.next:
            yield (*path, "next"), option.next
