"""Fair housing, and what law forbids to ask: questions, options, points and rules are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.dialogue.conditions import ConditionError, compile_condition
from bot.dialogue.flow import Question
from bot.dialogue.linting import places
from bot.dialogue.linting.fair_housing_words import ANY, FIELDS, LOOK_ALIKES, SUSPECTS
from bot.dialogue.linting.findings import Finding, Path, Subject
from bot.dialogue.linting.logic import possible

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


_APPLICATION: Mapping[str, re.Pattern[str]] = {
    "name": re.compile(r"^name$|\b(your|full|ihr) name\b|\bnombre\b"),
    "income": re.compile(
        r"\b(income|salary|wages|earn(ings)?|ingresos|n[oó]mina|einkommen|gehalt)\b"
    ),
    "social-security number": re.compile(r"\b(ssn|social[ _]security)\b"),
    "address": re.compile(r"^(property_)?address$|\baddress of the (home|property)\b"),
    "property value": re.compile(
        r"^(budget_max|price|value|property_value)$|\b(value|price) of the (home|property|house)\b"
    ),
    "loan amount": re.compile(
        r"^(loan_amount|loan|down_payment_pct)$|\bloan amount\b|\bborrow\b|\bmortgage amount\b"
    ),
}
"""Each of the six items, in a question's kind, field or words."""


def no_loan_application_is_taken(on: Subject) -> Iterator[Finding]:
    """All six items together are a loan application, with all its duties."""
    texts = [text for q in on.flow.questions for text in (q.kind, q.field, q.ask.lower())]
    if all(any(map(item.search, texts)) for item in _APPLICATION.values()):
        message = (
            "asks for all six items of a loan application ("
            + ", ".join(_APPLICATION)
            + "): leave at least one out"
        )
        yield Finding(("questions",), message, "mortgage.application", on_key=True)


def no_income_before_a_german_viewing(on: Subject) -> Iterator[Finding]:
    """In Germany a landlord may ask about money only when a tenancy is about to be agreed."""
    if not _rents_in_germany(on):
        return
    for path, question in places.questions(on.flow):
        found = next((m for t in _words(question) if (m := _INCOME.search(t))), None)
        if found and _asked_in_germany(on, question.when):
            message = (
                f"asks about money (“{found.group()}”) before a viewing, which Germany does not "
                'allow: add  when: country != "DE"'
            )
            yield Finding(path, message, "rental.income")


_INCOME = re.compile(
    r"\b(income|salary|how much do you (earn|make)|pay ?slips?|credit (score|check|report)"
    r"|(netto)?einkommen\w*|gehalt\w*|verdien(st|en)\w*|schufa\w*|bonit[aä]t\w*"
    r"|selbstauskunft|lohnzettel)\b",
    re.IGNORECASE,
)


def _words(question: Question) -> Iterator[str]:
    yield from (question.ask, question.field.replace("_", " "))
    yield from (option.label for option in question.options)


def _rents_in_germany(on: Subject) -> bool:
    rents = any(question.unit == "rent" for question in on.flow.questions)
    return rents and (
        on.site is None or any(market.country == "DE" for market in on.site.markets.values())
    )


def _asked_in_germany(on: Subject, when: str) -> bool:
    if not when:
        return True
    try:
        return possible(on, compile_condition(when), compile_condition('country == "DE"'))
    except ConditionError:
        return True
