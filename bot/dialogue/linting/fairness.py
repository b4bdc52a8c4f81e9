"""Fair housing, and what law forbids to ask: questions, options, points and rules are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.dialogue.conditions import ConditionError, compile_condition
from bot.dialogue.flow import Question
from bot.dialogue.linting import places
from bot.dialogue.linting.fair_housing_words import ANY, FIELDS, LOOK_ALIKES, SUSPECTS
from bot.dialogue.linting.findings import Finding, Path, Subject

CODE = "fair_housing"


def protected_matters_are_not_asked(on: Subject) -> Iterator[Finding]:
    """No question, option, reason or condition touches what law protects."""
    for path, text in _read(on):
        yield from suspicions(path, text)
    for path, question in places.questions(on.flow):
        for name in ("id", "field"):
            value = getattr(question, name)
            if (
                value in FIELDS
                and not _is_suspect(value)
                and (name == "id" or value != question.id)
            ):
                message = f"“{name}” is “{value}”, which may not decide anything about a home"
                yield Finding((*path, name), message, f"{CODE}.{value}")


def _read(on: Subject) -> Iterator[tuple[Path, str]]:
    for path, question in places.questions(on.flow):
        yield from _of_question(path, question)
    for path, _question, option in places.options(on.flow):
        for name in ("label", "because", "when"):  # synonyms are visitors' words, not ours
            yield (*path, name), getattr(option, name)
    for number, rule in enumerate(on.flow.rules):
        yield ("rules", number, "when"), rule.when
        yield ("rules", number, "because"), rule.because
    yield ("hot_when",), on.flow.hot_when


def _of_question(path: Path, question: Question) -> Iterator[tuple[Path, str]]:
    for name in ("ask", "why", "when", "because"):
        yield (*path, name), getattr(question, name)
    if question.field != question.id:
        yield (*path, "field"), question.field
    yield (*path, "id"), question.id
    for country, change in question.by_country.items():
        yield (*path, "by_country", country, "ask"), change.ask or ""
    for index, button in enumerate(question.buttons):
        yield (*path, "buttons", index), button


def suspicions(path: Path, text: str) -> Iterator[Finding]:
    """The protected matters that a text touches."""
    plain = LOOK_ALIKES.sub(" ", text.replace("_", " "))
    if not ANY.search(plain):
        return
    for suspect in SUSPECTS:
        if found := suspect.pattern.search(plain):
            word = found.group().strip()
            part = path[-1] if isinstance(path[-1], str) else path[-2]
            matter = _KINDS.get(suspect.id, "a protected matter")
            message = (
                f"“{part}” says “{word}”: {matter} ({suspect.law}). Leave it out, or give your "
                f"reason under  lint:  as  {CODE}.{suspect.id}: …"
            )
            yield Finding(
                path, message, f"{CODE}.{suspect.id}", suspect.severity, needle=found.group()
            )


def _is_suspect(value: str) -> bool:
    plain = value.replace("_", " ")
    return bool(ANY.search(plain))


_KINDS: Mapping[str, str] = {
    "secrets": "something that must not be collected in a chat",
    "income_amt": "income, which has its rules",
    "steering": "words that steer people towards or away from an area",
    "criminal": "a matter that hits groups unequally",
    "military": "a matter protected in many states",
}


def points_do_not_depend_on_who_somebody_is(on: Subject) -> Iterator[Finding]:
    """No rule gives or takes points for a language, a name or an address."""
    personal = {q.field for q in on.flow.questions if q.kind in {"name", "address", "phone"}}
    for number, rule in enumerate(on.flow.rules):
        try:
            compared = {name for name, _literal, _at in compile_condition(rule.when).compared}
        except ConditionError:
            continue
        for name in sorted(compared & (personal | {"lang"})):
            message = f"gives points for what “{name}” is, which says who somebody is, not what"
            path: Path = ("rules", number, "when")
            yield Finding(path, f"“when” {message} they want", f"{CODE}.personal", needle=name)


_APPLICATION: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name"}),
    "income": frozenset({"income", "salary"}),
    "social-security number": frozenset({"ssn", "social_security"}),
    "address": frozenset({"address", "property_address"}),
    "property value": frozenset({"budget_max", "price", "value", "property_value"}),
    "loan amount": frozenset({"loan_amount", "loan", "down_payment_pct"}),
}


def no_loan_application_is_taken(on: Subject) -> Iterator[Finding]:
    """All six items together are a loan application, with all its duties."""
    fields = {question.field for question in on.flow.questions}
    if all(fields & names for names in _APPLICATION.values()):
        message = (
            "asks for all six items of a loan application ("
            + ", ".join(_APPLICATION)
            + "): leave at least one out"
        )
        yield Finding(("questions",), message, "mortgage.application", on_key=True)
