"""A flow as a picture: where each question stands on the page, and the arrows between them.

The questions stand one below the other, as in the file, because that is how visitors meet them.
Arrows to the next one are straight; whoever goes elsewhere goes along a lane of their own, on the
right for answers and on the left where a condition does not hold. Plain numbers and texts: what
draws them knows the colours.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from bot.dialogue.flow import Flow, Option, Question
from bot.records import frozen

END: Final = "end"
CARD, SIDE = 520, 150  # widths of a card and of the lanes beside it
LINE, PAD, GAP, LANE = 20, 14, 34, 16
ASKED, SAID = 62, 56  # characters of a line: the question's, an option's


@frozen
class Row:
    """A line on a card: an option or a row of points."""

    text: str
    points: str = ""
    goes: str = ""  # where it leads, if not on
    ends: bool = False  # it ends the conversation


@frozen
class Card:
    """One question, or an end."""

    id: str
    kind: str
    y: int
    height: int
    guard: str = ""
    lines: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    optional: bool = False

    @property
    def top(self) -> int:
        """Where the words begin, below the guard."""
        return self.y + (LINE + 8 if self.guard else 0)


@frozen
class Arrow:
    """A way from one card to another; ``path`` is that of an SVG path."""

    source: str
    target: str
    path: str
    label: str = ""
    x: int = 0  # of the label
    y: int = 0
    kind: str = "on"  # on | jump | not


@frozen
class Picture:
    """The whole of it."""

    width: int
    height: int
    left: int
    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...]
    rules: tuple[Row, ...] = field(default=())


def picture(flow: Flow) -> Picture:
    """The picture of a flow."""
    cards = tuple(_cards(flow))
    places = {card.id: card for card in cards}
    arrows = tuple(_arrows(flow, places))
    rules = tuple(Row(f"{r.because}: {r.when}", _points(r.points)) for r in flow.rules)
    width = CARD + 2 * SIDE
    return Picture(width, cards[-1].y + cards[-1].height + GAP, SIDE, cards, arrows, rules)


def _cards(flow: Flow) -> Iterator[Card]:
    y = 10
    for question in flow.questions:
        lines = tuple(textwrap.wrap(question.ask, ASKED)) or ("",)
        rows = (*_options(question), *_table(question))
        guard = f"only if {question.when}" if question.when else ""
        height = (LINE + 8 if guard else 0) + 2 * PAD + LINE * (1 + len(lines) + len(rows))
        skip = question.optional
        yield Card(question.id, question.kind, y, height, guard, lines, rows, skip)
        y += height + GAP
    bands = f"hot from {flow.bands.hot}, warm from {flow.bands.warm}"
    gate = f"hot when {flow.hot_when}" if flow.hot_when else "hot when urgent and reachable"
    yield Card(END, "end", y, 2 * PAD + 3 * LINE, "", (bands, gate))


def _options(question: Question) -> Iterator[Row]:
    for option in question.options:
        yield Row(_short(_label(option)), _points(option.points), _goes(option), _ends(option))
    if question.disqualifies_outside or question.out_of_area:
        reason = question.disqualifies_outside or "out_of_area"
        yield Row("a place that is not covered", "", f"ends: {reason}", True)


def _label(option: Option) -> str:
    guard = f" (if {option.when})" if option.when else ""
    return option.label + guard + (f" · {option.engagement}" if option.engagement else "")


def _goes(option: Option) -> str:
    if option.disqualifies:
        return f"ends: {option.disqualifies}"
    return f"→ {option.next}" if option.next else ""


def _ends(option: Option) -> bool:
    return bool(option.disqualifies)


def _table(question: Question) -> Iterator[Row]:
    yield from (Row(name, _points(points)) for name, points in question.points.items())


def _points(points: int | None) -> str:
    return f"{points:+}" if points else ""


def _short(text: str) -> str:
    return text if len(text) <= SAID else text[: SAID - 1] + "…"


def _arrows(flow: Flow, places: dict[str, Card]) -> Iterator[Arrow]:
    below = [*(question.id for question in flow.questions[1:]), END]
    lanes = _Lanes()
    for question, following in zip(flow.questions, below, strict=True):
        card, usual = places[question.id], question.next or following
        if usual == following:
            yield _straight(card, places[following])
        else:
            yield lanes.arrow(card, places[usual], "jump", "then")
        for number, option in enumerate(question.options):
            if option.next and option.next != usual:
                yield lanes.arrow(card, places[option.next], "jump", "", number)
        if question.when:  # whoever is not asked goes where an answer would have led
            yield lanes.arrow(card, places[usual], "not", "else")


def _straight(card: Card, target: Card) -> Arrow:
    x = SIDE + CARD // 2
    path = f"M{x} {card.y + card.height} V{target.y - 5}"
    return Arrow(card.id, target.id, path)


class _Lanes:
    """Gives each arrow beside the cards a lane that no other one uses at the same height."""

    def __init__(self) -> None:
        self.used: dict[str, list[list[tuple[int, int]]]] = {"jump": [], "not": []}

    def arrow(
        self, card: Card, target: Card, kind: str, label: str, row: int | None = None
    ) -> Arrow:
        """From a card, or from one of its rows."""
        start = card.y + 14 if kind == "not" else card.top + 23
        if row is not None:
            start = card.top + 43 + LINE * (len(card.lines) + row)
        end = target.y + (24 if kind == "jump" else 30)
        lane = self._lane(kind, min(start, end), max(start, end))
        away = 18 + LANE * min(lane, 6)
        edge = SIDE if kind == "not" else SIDE + CARD
        x = edge - away if kind == "not" else edge + away
        tip = edge - 5 if kind == "not" else edge + 5
        path = f"M{edge} {start} H{x} V{end} H{tip}"
        return Arrow(card.id, target.id, path, label, x, start - 5, kind)

    def _lane(self, kind: str, top: int, bottom: int) -> int:
        lanes = self.used[kind]
        for number, taken in enumerate(lanes):
            if all(bottom < begins or top > ends for begins, ends in taken):
                taken.append((top, bottom))
                return number
        lanes.append([(top, bottom)])
        return len(lanes) - 1
