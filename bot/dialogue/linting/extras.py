"""Rules on the smaller parts: test dialogues, consents, languages, points for silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from bot.dialogue.explaining import did_you_mean
from bot.dialogue.linting.findings import Finding, Path, Subject

_LANGUAGE = re.compile(r"^[a-z]{2}(-[A-Z]{2})?$")
_CONSENTS = frozenset({"contact", "marketing"})


def tests_name_what_exists(on: Subject) -> Iterator[Finding]:
    """A test expects fields and questions that the flow has."""
    ids = {question.id for question in on.flow.questions}
    for index, test in enumerate(on.flow.tests):
        expected: Path = ("tests", index, "expect")
        fields = [((*expected, "fields", name), name) for name in test.expect.fields]
        fields += [((*expected, "without", n), name) for n, name in enumerate(test.expect.without)]
        for path, name in fields:
            if name not in on.fields:
                message = f"expects the field “{name}”, which the flow does not have"
                yield Finding(
                    path, message + did_you_mean(name, on.fields), "test.field", on_key=True
                )
        asked = [((*expected, "asked", n), name) for n, name in enumerate(test.expect.asked)]
        if test.expect.next:
            asked.append(((*expected, "next"), test.expect.next))
        for path, name in asked:
            if name not in ids:
                message = f"expects the question “{name}”, which the flow does not have"
                yield Finding(path, message + did_you_mean(name, ids), "test.question")


def tests_play_where_the_office_is(on: Subject) -> Iterator[Finding]:
    """A test's market and listing are those of site.yaml."""
    if on.site is None:
        return
    listings = {listing.id for listing in on.site.listings}
    for index, test in enumerate(on.flow.tests):
        if test.market and test.market not in on.site.markets:
            hint = did_you_mean(test.market, on.site.markets)
            message = f"“market” is “{test.market}”, which is none of the office's{hint}"
            yield Finding(("tests", index, "market"), message, "test.market")
        if isinstance(test.listing, str) and test.listing and test.listing not in listings:
            hint = did_you_mean(test.listing, listings)
            message = f"“listing” is “{test.listing}”, which is none of the office's{hint}"
            yield Finding(("tests", index, "listing"), message, "test.listing")


def tests_have_a_time_that_exists(on: Subject) -> Iterator[Finding]:
    """``now`` of a test is a local date and time."""
    for index, test in enumerate(on.flow.tests):
        if test.now and not _is_time(test.now):
            message = f"“now” is a date and time such as 2026-03-10T14:05, not “{test.now}”"
            yield Finding(("tests", index, "now"), message, "test.now")


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return "T" in text


def consents_are_known(on: Subject) -> Iterator[Finding]:
    """There are two consents: to be contacted for this request, and marketing."""
    for name in on.flow.consents.keys() - _CONSENTS:
        message = f"there is no consent “{name}”{did_you_mean(name, _CONSENTS)}"
        yield Finding(("consents", name), message, "consent.unknown", on_key=True)


def languages_are_codes(on: Subject) -> Iterator[Finding]:
    """A language is a code such as en or es-MX."""
    for index, name in enumerate(on.flow.languages):
        if not _LANGUAGE.match(name):
            message = f"“languages” holds codes such as en or es-MX, not “{name}”"
            yield Finding(("languages", index), message, "language.code")
        elif index and name not in on.languages:
            message = (
                f"“languages” holds {name}, but there are no words in it: make "
                f"{on.flow.id}.{name}.yaml with  doorstep translate {on.flow.id} --lang {name}"
            )
            yield Finding(("languages", index), message, "language.missing", "warning")
