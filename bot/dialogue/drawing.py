"""A flow as a diagram in Mermaid's language: questions, what leads where, and what it is worth.

The text is read by people as well, in a terminal or a pull request: one line a thing, in the
order of the file, without styling beyond four classes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from bot.dialogue.flow import Flow, Option, Question

WIDE: Final = 44  # letters of a line inside a box
END: Final = "end"
_START, _DONE, _OUT = "start_", "done_", "out_"
# Characters that mean something to Mermaid inside a quoted label.
_ESCAPES: Final = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\\": "#92;"}
_CLASSES: Final = """\
  classDef question fill:#fffdf8,stroke:#14594b,color:#20251f
  classDef guard fill:#f9edc8,stroke:#85600a,color:#20251f
  classDef done fill:#dcefe6,stroke:#1d6a4f,color:#20251f
  classDef out fill:#fde8dc,stroke:#b93a0e,color:#20251f"""


def draw(flow: Flow) -> str:
    """The whole diagram, ready for a Mermaid block."""
    return "\n".join(
        (f"%% {_words(flow.title)}: doorstep graph {flow.id}", "flowchart TD", *_lines(flow))
    )


def _lines(flow: Flow) -> Iterator[str]:
    ids = [question.id for question in flow.questions]
    yield f'  {_START}(["{_words(flow.title)}{_points(flow.base_points)}"])'
    yield f"  {_START} --> {_door(flow, ids[0])}"
    for question, below in zip(flow.questions, [*ids[1:], END], strict=True):
        yield ""
        yield from _question(flow, question, below)
    yield ""
    yield from _ends(flow)
    yield from _rules(flow)
    yield _CLASSES


def _question(flow: Flow, question: Question, below: str) -> Iterator[str]:
    """A question's box, its guard before it, and the arrows that leave it."""
    box = _node(question.id)
    if question.when:
        guard = _guard(question.id)
        yield f'  {guard}{{"{_condition(question.when)}?"}}:::guard'
        yield f"  {guard} -->|yes| {box}"
        yield f"  {guard} -->|no| {_door(flow, question.next or below)}"
    yield f'  {box}["{_label(question)}"]:::question'
    follows = question.next or below
    for target, options in _ways(question, follows).items():
        arrow = "-.->" if target == _OUT else "-->"
        label = f'|"{_choices(options)}"|' if options else ""
        yield f"  {box} {arrow}{label} {_door(flow, target)}"
    outside = question.disqualifies_outside or ("out_of_area" if question.out_of_area else "")
    if outside:
        yield f'  {box} -.->|"elsewhere: {_words(outside)}"| {_OUT}'


def _ways(question: Question, follows: str) -> dict[str, list[Option]]:
    """Where answers lead, each way with the options that take it; the usual way comes first."""
    ways: dict[str, list[Option]] = {follows: []}
    for option in question.options:
        target = _OUT if option.disqualifies else option.next or follows
        ways.setdefault(target, []).append(option)
    usual = bool(ways[follows]) or not question.options or question.optional or question.other
    return ways if usual else {target: ways[target] for target in ways if target != follows}


def _label(question: Question) -> str:
    """The box: the id and kind, the words, and what any answer brings."""
    skip = ", can be skipped" if question.optional else ""
    asked = textwrap.wrap(question.ask, WIDE) or [""]
    points = [f"{_words(name)}: {value:+}" for name, value in question.points.items()]
    parts = [f"{question.id} ({question.kind}{skip})", *map(_words, asked)]
    return "<br/>".join([*parts, ", ".join(points)] if points else parts)


def _choices(options: list[Option]) -> str:
    return "<br/>".join(_choice(option) for option in options)


def _choice(option: Option) -> str:
    """``Right away +25``; guards and reasons to end stand beside it."""
    parts = [_words(option.label) + _points(option.points)]
    if option.engagement:
        parts.append(f"engagement: {option.engagement}")
    if option.disqualifies:
        parts.append(f"ends: {option.disqualifies}")
    if option.when:
        parts.append(f"if {_condition(option.when)}")
    return ", ".join(parts)


def _ends(flow: Flow) -> Iterator[str]:
    bands = f"hot from {flow.bands.hot}, warm from {flow.bands.warm}"
    yield f'  {_DONE}(["complete<br/>{bands}"]):::done'
    if any(_can_end(question) for question in flow.questions):
        yield f'  {_OUT}(["disqualified"]):::out'


def _can_end(question: Question) -> bool:
    ends = question.out_of_area or question.disqualifies_outside
    return bool(ends) or any(option.disqualifies for option in question.options)


def _rules(flow: Flow) -> Iterator[str]:
    """Points for combinations: beside the way, for nothing leads there."""
    if not flow.rules:
        return
    lines = [
        f"{_words(rule.because)} {rule.points:+}<br/>if {_condition(rule.when)}"
        for rule in flow.rules
    ]
    yield f'  rules_["also counts<br/>{"<br/>".join(lines)}"]:::guard'


def _door(flow: Flow, target: str) -> str:
    """Where an arrow to a question arrives: at its guard, where it has one."""
    if target == END:
        return _DONE
    if target == _OUT:
        return _OUT
    question = flow.question(target)
    return _guard(target) if question is not None and question.when else _node(target)


def _node(question: str) -> str:
    """A name of our own: a question may be called ``end`` or ``graph``."""
    return f"q_{question}"


def _guard(question: str) -> str:
    return f"if_{question}"


def _points(points: int | None) -> str:
    return f" {points:+}" if points else ""


def _condition(text: str) -> str:
    """A condition, with quotes that need no escape."""
    return _words(text.replace('"', "'"))


def _words(text: str) -> str:
    """Text that means itself, on one line."""
    return "".join(_ESCAPES.get(letter, letter) for letter in " ".join(text.split()))
