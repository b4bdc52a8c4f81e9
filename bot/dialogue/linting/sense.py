"""Rules on what conditions mean together: never, always, twice, too early; ways without an end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from bot.dialogue.conditions import Condition, ConditionError, compile_condition
from bot.dialogue.flow import Option, Question
from bot.dialogue.linting import places
from bot.dialogue.linting.findings import END, Finding, Subject
from bot.dialogue.linting.language import compared
from bot.dialogue.linting.logic import certain, possible, same
from bot.dialogue.wording import WordingError, names_in

_CHOICES = frozenset({"choice", "multi"})


def _compiled(on: Subject, source: str) -> Condition | None:
    """A condition that can be decided; the other rules speak of those that cannot."""
    try:
        condition = compile_condition(source)
    except ConditionError:
        return None
    return condition if condition.names.keys() <= on.facts | {"urgent"} else None


def conditions_can_hold(on: Subject) -> Iterator[Finding]:
    """A condition that never holds hides its question; one that always holds says nothing."""
    for path, source in places.conditions(on.flow):
        condition = _compiled(on, source)
        if condition is None or any(compared(on, path, condition.compared)):
            continue
        if not possible(on, condition):
            message = f"“{path[-1]}” can never hold: {source}"
            yield Finding(path, message, "when.never")
        elif certain(on, condition):
            message = f"“{path[-1]}” always holds: leave it out"
            yield Finding(path, message, "when.always", "warning")


def conditions_look_back(on: Subject) -> Iterator[Finding]:
    """An answer that is asked for later is not there yet."""
    order = {question.field: n for n, question in enumerate(on.flow.questions)}
    jumps = any(True for _ in places.targets(on.flow))
    for path, question in places.questions(on.flow):
        condition = _compiled(on, question.when) if question.when and not jumps else None
        for name in condition.names if condition else ():
            if order.get(name, -1) >= int(path[1]):
                own = "itself" if question.field == name else "which is asked later"
                message = f"“when” looks at “{name}”, {own}: it has no answer yet"
                yield Finding((*path, "when"), message, "when.early", "warning", needle=name)


def questions_of_one_field_keep_apart(on: Subject) -> Iterator[Finding]:
    """Where two questions fill one field, their conditions never hold together."""
    for (_, one), (path, two) in itertools.combinations(places.questions(on.flow), 2):
        if one.field != two.field or not (one.when and two.when):
            continue
        first, second = _compiled(on, one.when), _compiled(on, two.when)
        if first and second and possible(on, first, second):
            message = f"“when” can hold together with that of “{one.id}”, which fills that field"
            yield Finding((*path, "when"), message, "when.overlap", "warning")


def rules_count_once(on: Subject) -> Iterator[Finding]:
    """Two rules for the same answers are one written twice."""
    compiled = [(n, rule, _compiled(on, rule.when)) for n, rule in enumerate(on.flow.rules)]
    known = [(n, rule, condition) for n, rule, condition in compiled if condition]
    for (_, one, first), (m, _, second) in itertools.combinations(known, 2):
        if first.names.keys() == second.names.keys() and same(on, first, second):
            message = f"“when” holds for the same answers as rule “{one.id}”: both count"
            yield Finding(("rules", m, "when"), message, "rule.same", "warning")


def something_can_be_chosen(on: Subject) -> Iterator[Finding]:
    """A question all of whose options may be hidden at once leaves the visitor nowhere to go."""
    for path, question in places.questions(on.flow):
        if question.other or question.optional or not question.options:
            continue
        if all(option.when for option in question.options) and _may_hide_all(on, question):
            message = "may offer no option at all: leave one without “when”, or add  other: true"
            yield Finding((*path, "options"), message, "option.none", on_key=True)


def _may_hide_all(on: Subject, question: Question) -> bool:
    whens = " or ".join(f"({option.when})" for option in question.options)
    shown, asked = _compiled(on, f"not ({whens})"), _compiled(on, question.when or "1 == 1")
    return shown is not None and asked is not None and possible(on, shown, asked)


def branches_have_a_default(on: Subject) -> Iterator[Finding]:
    """Where some options lead to a branch, the others should not fall into it by accident."""
    below = [*(question.id for question in on.flow.questions[1:]), END]
    for (path, question), following in zip(places.questions(on.flow), below, strict=True):
        given = {option.next for option in question.options if option.next}
        rest = [o.label for o in question.options if not o.next and not o.disqualifies]
        if following != END and following in given and rest and not question.next:
            message = (
                f"leads into “{following}” by name for some options and by its place for "
                f"“{rest[0]}”: say where the others go with  next: …  at the question"
            )
            yield Finding(path, message, "branch.default", "warning")


def answers_are_used(on: Subject) -> Iterator[Finding]:
    """A choice that decides nothing and counts for nothing costs visitors for nothing."""
    named = _named(on)
    for path, question in places.questions(on.flow):
        if question.kind not in _CHOICES or question.field in named:
            continue
        if not any(_decides(option) for option in question.options):
            message = (
                "is asked but not used: no points, no next step, no condition and no text looks "
                "at it. Use it, or leave it out"
            )
            yield Finding(path, message, "answer.unused", "warning")


def _decides(option: Option) -> bool:
    """``points: 0`` says that it was thought of."""
    weighed = option.points is not None
    return weighed or bool(option.next or option.disqualifies or option.engagement)


def _named(on: Subject) -> set[str]:
    """The names that conditions and texts look at."""
    found: set[str] = set()
    for _, source in places.conditions(on.flow):
        condition = _compiled(on, source)
        found |= condition.names.keys() if condition else set()
    for _, text in places.texts(on.flow):
        try:
            found |= names_in(text)
        except WordingError:
            continue
    return found
