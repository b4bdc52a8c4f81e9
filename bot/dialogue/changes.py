"""What changed between two versions of a flow, in words that an admin would use.

budget: wording changed; cash 25 → 20 points · new question email · hot from 70 → 65
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from bot.dialogue.flow import Flow, Option, Question

T = TypeVar("T")
SHORT: Final = 40  # letters of a value that is shown
_QUESTION: Final[Mapping[str, str]] = {
    "ask": "wording changed", "why": "“why” changed", "retry": "“retry” changed",
    "taken": "“taken” changed", "out_of_area": "“out_of_area” changed",
    "because": "reason changed", "buttons": "buttons changed", "by_country": "by_country changed",
}  # fmt: skip
_PARTS: Final[Mapping[str, str]] = {
    "title": "title", "greeting": "greeting", "faq": "FAQ", "follow_ups": "follow-ups",
    "consents": "consent texts", "variables": "variables", "tests": "tests", "lint": "lint",
}  # fmt: skip
_NUMBERS: Final[Mapping[str, str]] = {
    "base_points": "base points", "fit_cap": "fit cap", "engagement_cap": "engagement cap",
    "half_life_days": "half-life in days", "retention_days": "retention days",
    "appointment": "appointment", "hot_when": "hot when", "base_because": "base reason",
}  # fmt: skip


def changes(old: Flow, new: Flow) -> tuple[str, ...]:
    """Each change as a few words, the questions' first and in the order of the new file."""
    return (*_questions(old, new), *_rules(old, new), *_settings(old, new))


def _questions(old: Flow, new: Flow) -> Iterator[str]:
    before = {question.id: question for question in old.questions}
    gone = {question.was for question in new.questions if question.id not in before}
    for question in new.questions:
        was = before.get(question.id)
        renamed = ""
        if was is None and question.was in before:
            was, renamed = before[question.was or ""], f"renamed from {question.was}"
        if was is None:
            yield f"new question {question.id}"
        elif parts := [*([renamed] if renamed else []), *_question(was, question)]:
            yield f"{question.id}: {'; '.join(parts)}"
    ids = {question.id for question in new.questions}
    yield from (f"question {id_} removed" for id_ in before if id_ not in ids | gone)
    if (order := [id_ for id_ in before if id_ in ids]) != [
        question.id for question in new.questions if question.id in before
    ]:
        yield f"order of questions changed (was {', '.join(order)})"


def _question(old: Question, new: Question) -> Iterator[str]:
    yield from (words for name, words in _QUESTION.items() if _differ(old, new, name))
    yield from _options(old.options, new.options)
    yield from _points(old.points, new.points)
    known = {*_QUESTION, "id", "was", "options", "points"}
    for name in Question.model_fields.keys() - known:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{name} {_shown(before)} → {_shown(after)}"


def _options(old: Sequence[Option], new: Sequence[Option]) -> Iterator[str]:
    before = {option.value: option for option in old}
    after = {option.value: option for option in new}
    for value, option in after.items():
        was = before.get(value)
        if was is None:
            worth = f" with {option.points} points" if option.points else ""
            yield f"new option {value}{worth}"
        else:
            yield from (f"{value} {words}" for words in _option(was, option))
    yield from (f"option {value} removed" for value in before if value not in after)
    kept = [value for value in before if value in after]
    if kept != [value for value in after if value in before]:
        yield "order of options changed"


def _option(old: Option, new: Option) -> Iterator[str]:
    if (old.points or 0) != (new.points or 0):
        yield f"{old.points or 0} → {new.points or 0} points"
    if old.label != new.label:
        yield "label changed"
    for name in ("because", "engagement", "disqualifies", "synonyms", "next", "when"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{name} {_shown(before)} → {_shown(after)}"


def _points(old: Mapping[str, int], new: Mapping[str, int]) -> Iterator[str]:
    for row in dict.fromkeys([*old, *new]):
        before, after = old.get(row, 0), new.get(row, 0)
        if before != after:
            yield f"{row} {before} → {after} points"


def _rules(old: Flow, new: Flow) -> Iterator[str]:
    before = {rule.id: rule for rule in old.rules}
    after = {rule.id: rule for rule in new.rules}
    for id_, rule in after.items():
        was = before.get(id_)
        if was is None:
            yield f"new rule {id_} with {rule.points} points"
        elif was != rule:
            parts = [
                f"{name} {_shown(getattr(was, name))} → {_shown(getattr(rule, name))}"
                for name in ("points", "when", "because", "engagement")
                if getattr(was, name) != getattr(rule, name)
            ]
            yield f"rule {id_}: {'; '.join(parts)}"
    yield from (f"rule {id_} removed" for id_ in before if id_ not in after)


def _settings(old: Flow, new: Flow) -> Iterator[str]:
    yield from (f"{words} changed" for name, words in _PARTS.items() if _differ(old, new, name))
    for name in ("hot", "warm"):
        before, after = getattr(old.bands, name), getattr(new.bands, name)
        if before != after:
            yield f"{name} from {before} → {after}"
    for name, words in _NUMBERS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{words} {_shown(before)} → {_shown(after)}"
    yield from (f"engagement: {words}" for words in _points(old.engagement, new.engagement))
    bands = [
        b for b in ("hot", "warm", "cold", "disqualified") if _differ(old.close, new.close, b)
    ]
    if bands:
        yield f"last words changed ({', '.join(bands)})"
    yield from _languages(old, new)


def _languages(old: Flow, new: Flow) -> Iterator[str]:
    for lang in _unique([*old.languages, *new.languages]):
        if lang not in old.languages:
            yield f"new language {lang}"
        elif lang not in new.languages:
            yield f"language {lang} removed"
        elif old.translations.get(lang) != new.translations.get(lang):
            yield f"words in {lang} changed"


def _unique(items: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(items))


def _differ(old: object, new: object, name: str) -> bool:
    return bool(getattr(old, name) != getattr(new, name))


def _shown(value: Any) -> str:
    if value in ("", None, ()):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
