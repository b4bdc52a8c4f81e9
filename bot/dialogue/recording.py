"""A conversation as a test of its flow: what was said, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.effects import Ring
from bot.dialogue.flow import Dialogue, Expectation
from bot.dialogue.rehearsing import play
from bot.dialogue.yaml_editing import scalar

WIDE: Final = 96


def recorded(flow: CompiledFlow, test: Dialogue) -> Dialogue:
    """The test with all that comes of it expected."""
    turn, effects = play(flow, test)
    session, score = turn.session, turn.score
    rings = [effect.kind for effect in effects if isinstance(effect, Ring)]
    expect = {
        "fields": session.fields,
        "band": score.band,
        "status": session.status,
        "dq_reason": session.dq_reason,
        "fit": score.fit,
        "engagement": score.engagement,
        "reasons": [reason.text for reason in score.reasons],
        "asked": list(session.asked),
        "next": session.open_question,
        "alert": next((kind for kind in rings if kind in ("hot", "warm")), "none"),
    }
    given = {name: value for name, value in expect.items() if value not in ("", [], {})}
    return test.model_copy(update={"expect": Expectation(**given)})


def written(test: Dialogue) -> list[str]:
    """A test as the lines of an entry under ``tests:``, without their indentation."""
    given = test.model_dump(exclude_defaults=True)
    expect = given.pop("expect")
    lines = [f"{name}: {_value(value)}" for name, value in given.items() if name != "says"]
    lines += _list("says", test.says, "")
    lines.append("expect:")
    for name, value in expect.items():
        if isinstance(value, list | tuple):
            lines += _list(name, value, "  ")
        else:
            lines.append(f"  {name}: {_value(value)}")
    return [("- " if number == 0 else "  ") + line for number, line in enumerate(lines)]


def _list(name: str, values: Any, indent: str) -> Iterator[str]:
    """On one line where it fits, else one entry a line."""
    line = f"{indent}{name}: {_value(values)}"
    if len(line) <= WIDE:
        yield line
        return
    yield f"{indent}{name}:"
    yield from (f"{indent}  - {_value(value)}" for value in values)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_value(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return scalar(value) if isinstance(value, str) else json.dumps(value)
