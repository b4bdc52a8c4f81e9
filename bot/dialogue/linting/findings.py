"""What a rule says about a flow: a place, plain words, and how much it matters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import field

from bot.dialogue.conditions import CONTEXT_NAMES
from bot.dialogue.flow import Flow, Question
from bot.dialogue.site import Site
from bot.dialogue.wording import DEFAULTS, RUNTIME
from bot.records import frozen

Path = tuple[str | int, ...]
VOLUNTEERED = frozenset({"budget_min", "budget_period", "rent_type", "contact_pref", "viewing_at"})
"""Fields that no step asks for but visitors tell by themselves."""

END = "end"


@frozen
class Finding:
    """One finding. ``needle`` is a word at the place that shows the exact column."""

    path: Path
    message: str
    code: str
    severity: str = "error"
    needle: str = ""
    on_key: bool = False


@frozen
class Subject:
    """A flow under the eyes of the rules, with the names its conditions and texts may use."""

    flow: Flow
    fields: frozenset[str]
    facts: frozenset[str]
    words: frozenset[str]
    site: Site | None = None
    others: frozenset[str] = frozenset()  # the ids of the flows it may go into
    languages: frozenset[str] = frozenset()  # that there is a file of
    by_field: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)


Rule = Callable[[Subject], Iterator[Finding]]


def subject(flow: Flow, site: Site | None = None, others: Collection[str] = ()) -> Subject:
    """The flow with everything that can be named in it."""
    fields = {q.field for q in flow.questions} | VOLUNTEERED
    for question in flow.questions:
        fields |= {c.field for c in question.by_country.values() if c.field}
    words = fields | RUNTIME | DEFAULTS.keys() | flow.variables.keys()
    if site is not None:
        words |= site.variables.keys()
    return Subject(
        flow=flow,
        fields=frozenset(fields),
        facts=frozenset(fields | CONTEXT_NAMES),
        words=frozenset(words),
        site=site,
        others=frozenset(others) - {flow.id},
        by_field=_by_field(flow),
    )


def _by_field(flow: Flow) -> dict[str, tuple[Question, ...]]:
    """Which questions fill a field, in any country."""
    found: dict[str, tuple[Question, ...]] = {}
    for question in flow.questions:
        elsewhere = (change.field for change in question.by_country.values())
        for name in dict.fromkeys([question.field, *(name for name in elsewhere if name)]):
            found[name] = (*found.get(name, ()), question)
    return found
