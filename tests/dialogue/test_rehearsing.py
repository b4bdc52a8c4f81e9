"""The conversations inside a flow file are played, and what differs is said."""

from __future__ import annotations

from typing import Any

import pytest

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.effects import Said
from bot.dialogue.flow import Dialogue
from bot.dialogue.machine import compile_flow
from bot.dialogue.reading import read_flow
from bot.dialogue.rehearsing import parts, rehearse, untouched
from bot.dialogue.site import Site
from tests.dialogue.broken_yaml import HEAD

SITE = Site.model_validate(
    {
        "company": "Oak",
        "default_market": "here",
        "markets": {"here": {"country": "US", "currency": "USD", "tz": "America/Chicago"}},
        "agents": [{"id": "dana", "name": "Dana", "markets": ["here"]}],
        "listings": [
            {"id": "A1", "address": "1 Elm St", "price": 500000, "market": "here", "agent": "dana"}
        ],
    }
)
FLOW = """\
questions:
  - id: plan
    ask: What is the plan?
    options:
      - {value: buy, label: Buy a house, points: 40, because: buys}
      - {value: nothing, label: Nothing at all, points: 0, disqualifies: no_plan}
  - {id: phone, ask: Your number?, why: To call you., consent: contact, optional: true}
  - {id: mail, kind: email, ask: Your e-mail?, optional: true, when: not phone}
rules:
  - {id: keen, when: plan == "buy" and phone, points: 10, because: keen}
close: {warm: Bye!, cold: Bye bye!, disqualified: Sorry.}
"""


@pytest.fixture(scope="module")
def flow() -> CompiledFlow:
    reading = read_flow(HEAD + FLOW, "demo.yaml")
    assert reading.flow is not None, [str(p) for p in reading.problems]
    return compile_flow(reading.flow, SITE, reading.hash)


def play(flow: CompiledFlow, *says: str, **expect: Any) -> dict[str, tuple[str, str]]:
    listing = expect.pop("listing", "")
    test = Dialogue.model_validate(
        {"name": "t", "says": list(says), "expect": expect, "listing": listing}
    )
    return {d.what: (d.expected, d.came) for d in rehearse(flow, test).differences}


def test_a_conversation_as_it_should_be_passes(flow: CompiledFlow) -> None:
    assert not play(
        flow,
        "Buy a house",
        "512-555-0142",
        fields={"plan": "buy", "phone": "+15125550142"},
        without=["mail"],
        band="warm",
        status="complete",
        fit=50,
        engagement=15,
        total=65,
        reasons=["buys", "keen"],
        asked=["plan", "phone"],
        bot_says=["automated assistant", "Bye!"],
        alert="warm",
    )


@pytest.mark.parametrize(
    ("expect", "what", "expected", "came"),
    [
        ({"fields": {"plan": "sell"}}, "plan", "sell", "buy"),
        ({"fields": {"phone": "+15125550142"}}, "phone", "+15125550142", "nothing"),
        ({"without": ["plan"]}, "plan", "nothing", "buy"),
        ({"band": "hot"}, "band", "hot", "warm"),
        ({"status": "complete"}, "status", "complete", "partial"),
        ({"dq_reason": "no_plan"}, "dq_reason", "no_plan", ""),
        ({"fit": 1}, "fit", "1", "40"),
        ({"engagement": 1}, "engagement", "1", "0"),
        ({"total": 1}, "total", "1", "40"),
        ({"asked": ["phone"]}, "asked", "phone", "plan, phone"),
        ({"next": "mail"}, "the open question", "mail", "phone"),
        ({"reasons": ["sells"]}, "reasons", "sells", "buys"),
        ({"alert": "hot"}, "alert", "hot", "none"),
        ({"bot_says": ["Goodbye"]}, "the bot says", "Goodbye", "Your number?"),
    ],
)
def test_what_differs_is_said_with_what_came(
    flow: CompiledFlow, expect: dict[str, Any], what: str, expected: str, came: str
) -> None:
    differences = play(flow, "Buy a house", **expect)
    assert list(differences) == [what]
    assert differences[what][0] == expected
    assert came in differences[what][1]


def test_a_test_plays_at_the_home_it_names(flow: CompiledFlow) -> None:
    assert not play(flow, "Buy a house", listing="A1", band="warm")
    assert not play(flow, "Buy a house", listing={"address": "2 Elm St"}, band="warm")


def test_the_whole_conversation_is_kept(flow: CompiledFlow) -> None:
    test = Dialogue.model_validate({"name": "t", "says": ["Buy a house"], "expect": {}})
    lines = rehearse(flow, test).lines
    assert all(isinstance(line, Said) for line in lines)
    assert [line.sender for line in lines][-2:] == ["visitor", "bot"]
    assert rehearse(flow, test) == rehearse(flow, test)


def test_what_no_test_touches_is_named(flow: CompiledFlow) -> None:
    assert parts(flow) == ("plan", "plan=buy", "plan=nothing", "phone", "mail", "rule keen")
    test = Dialogue.model_validate({"name": "t", "says": ["Buy a house"], "expect": {}})
    assert untouched(flow, (rehearse(flow, test),)) == ("plan=nothing", "mail", "rule keen")
    assert untouched(flow, ()) == parts(flow)
