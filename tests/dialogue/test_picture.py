"""The picture shows every question, option, guard, point and way of a flow."""

from __future__ import annotations

import pytest

from bot.dialogue.flow import Flow
from bot.dialogue.picture import CARD, SIDE, Picture, picture
from bot.dialogue.reading import read_flow
from tests.dialogue.talking import library

FLOW = """
id: branches
title: Branches
greeting: An automated assistant. {{ privacy_url }}
hot_when: urgent or units >= 10
questions:
  - id: wish
    ask: Buy or sell?
    options:
      - {label: Buy, points: 5, because: buys}
      - {label: Sell, next: price}
      - {label: I am an agent, disqualifies: vendor}
  - {id: units, kind: number, ask: How many?, points: {10+: 12}, because: units}
  - {id: when, ask: When?, when: units >= 10, next: phone}
  - {id: price, kind: money, ask: Which price?}
  - {id: phone, ask: Your number?, optional: true}
rules:
  - {id: big, when: units >= 20, points: 10, because: big}
"""


def drawn() -> Picture:
    flow = read_flow(FLOW, "x.yaml").flow
    assert flow is not None
    return picture(flow)


def test_every_question_is_a_card_with_its_guard_options_and_points() -> None:
    cards = {card.id: card for card in drawn().cards}
    assert list(cards) == ["wish", "units", "when", "price", "phone", "end"]
    assert [(row.text, row.points, row.goes, row.ends) for row in cards["wish"].rows] == [
        ("Buy", "+5", "", False),
        ("Sell", "", "→ price", False),
        ("I am an agent", "", "ends: vendor", True),
    ]
    assert cards["when"].guard == "only if units >= 10"
    assert [(row.text, row.points) for row in cards["units"].rows] == [("10+", "+12")]
    assert cards["phone"].optional
    assert cards["end"].lines[1] == "hot when urgent or units >= 10"
    assert [(rule.text, rule.points) for rule in drawn().rules] == [("big: units >= 20", "+10")]


def test_every_way_is_an_arrow() -> None:
    ways = [(arrow.source, arrow.target, arrow.kind) for arrow in drawn().arrows]
    assert ways == [
        ("wish", "units", "on"),
        ("wish", "price", "jump"),
        ("units", "when", "on"),
        ("when", "phone", "jump"),
        ("when", "phone", "not"),
        ("price", "phone", "on"),
        ("phone", "end", "on"),
    ]


@pytest.mark.parametrize("flow", [f.flow for f in library().flows.values()], ids=lambda f: f.id)
def test_no_two_cards_overlap_and_all_is_on_the_page(flow: Flow) -> None:
    made = picture(flow)
    for above, below in zip(made.cards, made.cards[1:], strict=False):
        assert above.y + above.height < below.y
    assert made.cards[-1].y + made.cards[-1].height < made.height
    assert all(0 < arrow.x < made.width for arrow in made.arrows if arrow.kind != "on")
    assert made.width == CARD + 2 * SIDE
