"""Whether a condition can hold at all, always holds, or can hold together with another one.

Conditions compare names with texts and numbers, so only a few values of each name matter: those
it is compared with, one between and beyond them, and no answer. All of them are tried.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from bot.dialogue.conditions import Condition
from bot.dialogue.flow import Question
from bot.dialogue.linting.findings import Subject

TRIES: Final = 6_000  # combinations; a condition with more is given the benefit of the doubt
ANOTHER: Final = "\x00another"  # a text that nothing is compared with
_YES_NO: Final = (None, True, False)
_FACTS: Final[Mapping[str, tuple[Any, ...]]] = {
    "returning": (True, False), "reachable": (True, False), "call_now": (True, False),
    "urgent": (True, False), "channel": ("web", "telegram", "terminal"),
    "listing_id": (None, ANOTHER),
}  # fmt: skip
_NUMBERS: Final = frozenset({"number", "money", "percent"})


def possible(on: Subject, *conditions: Condition) -> bool:
    """Can all of them hold at once? Where there is too much to try, yes."""
    worlds = _worlds(on, conditions)
    return worlds is None or any(all(c(values) for c in conditions) for values in worlds)


def certain(on: Subject, condition: Condition) -> bool:
    """Does it hold whatever is answered? Where there is too much to try, no."""
    worlds = _worlds(on, (condition,))
    return worlds is not None and all(condition(values) for values in worlds)


def same(on: Subject, one: Condition, two: Condition) -> bool:
    """Do they hold for exactly the same answers? Where there is too much to try, no."""
    worlds = _worlds(on, (one, two))
    return worlds is not None and all(one(values) == two(values) for values in worlds)


def _worlds(on: Subject, conditions: Sequence[Condition]) -> Iterator[Mapping[str, Any]] | None:
    """The combinations of values that matter to these conditions; None for too many of them."""
    names = sorted({name for condition in conditions for name in condition.names})
    compared = [pair for condition in conditions for pair in condition.compared]
    values = [_values(on, name, [v for n, v, _ in compared if n == name]) for name in names]
    if math.prod(map(len, values)) > TRIES:
        return None
    return (dict(zip(names, world, strict=True)) for world in itertools.product(*values))


def _values(on: Subject, name: str, literals: list[Any]) -> tuple[Any, ...]:
    if name in _FACTS:
        return _FACTS[name]
    if name in ("country", "market", "lang"):
        return _place(on, name, literals)
    asked = on.by_field.get(name, ())
    found: dict[Any, None] = {None: None}
    for question in asked:
        found |= dict.fromkeys(_of_question(question, literals))
    if not asked:
        found |= dict.fromkeys((*literals, *_between(literals), ANOTHER))
    return tuple(found)


def _place(on: Subject, name: str, literals: list[Any]) -> tuple[Any, ...]:
    """Countries and markets are those of the office, where it is known."""
    if on.site is not None and name == "market":
        return tuple(on.site.markets)
    if on.site is not None and name == "country":
        return tuple(dict.fromkeys(market.country for market in on.site.markets.values()))
    return tuple(dict.fromkeys((*literals, ANOTHER)))


def _of_question(question: Question, literals: list[Any]) -> Iterable[Any]:
    values = tuple(option.value for option in question.options)
    if question.kind == "yesno":
        return _YES_NO
    if question.kind == "multi":
        return (*((value,) for value in values), values)
    if question.kind == "choice":
        return (*values, ANOTHER) if question.other else values
    if question.kind in _NUMBERS:
        return tuple(n for n in _between(literals) if _within(question, n)) or (1,)
    return (*literals, ANOTHER)


def _between(literals: list[Any]) -> list[float]:
    """Each number, and one below, between and above them."""
    numbers = sorted({float(n) for n in literals if isinstance(n, int | float)})
    if not numbers:
        return [1.0]
    middles = [(a + b) / 2 for a, b in itertools.pairwise(numbers)]
    return [numbers[0] - 1, *numbers, *middles, numbers[-1] + 1]


def _within(question: Question, number: float) -> bool:
    low, high = question.minimum, question.maximum
    return (low is None or number >= low) and (high is None or number <= high)
