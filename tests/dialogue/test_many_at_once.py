"""A message that says more than was asked, however it is put: nothing of it is lost."""

from __future__ import annotations

from typing import Any

import pytest

from bot.understanding.message import understand
from tests.dialogue.talking import NOW, shipped

P = "+15125550177"
HOME = {"area": "Round Rock", "beds_min": 3, "budget_max": 450000}
CASES: dict[tuple[str, str], dict[str, Any]] = {
    # the digits of a number or an address beside them count nothing else
    ("buyer/area", "Round Rock 3 beds 450k 512-555-0177"): {**HOME, "phone": P},
    ("buyer/area", "512-555-0177 3br in Round Rock, $450,000"): {**HOME, "phone": P},
    ("buyer/area", "want a 3 bed in Round Rock for about 450k, call me at 512-555-0177"): {
        **HOME, "phone": P,
    },
    ("buyer/area", "Round Rock 3 beds 450k bob22@example.com"): {
        **HOME, "email": "bob22@example.com",
    },
    ("buyer/beds_min", "3 beds 450k 512-555-0177"): {
        "beds_min": 3, "budget_max": 450000, "phone": P,
    },
    ("buyer/budget", "up to 450k, my number is 512-555-0177"): {"budget_max": 450000, "phone": P},
    ("buyer/timeline", "in 2 months 512-555-0177"): {"timeline": "1_3m", "phone": P},
    ("buyer/has_agent", "no 512-555-0177"): {"has_agent": "no", "phone": P},
    ("buyer/has_agent", "no bob@example.com thanks"): {
        "has_agent": "no", "email": "bob@example.com",
    },
    ("renter/area", "Mueller 2 beds $1,800 512-555-0177"): {
        "area": "Mueller", "beds_min": 2, "budget_max": 1800, "phone": P,
    },
}  # fmt: skip


def told(place: str, text: str) -> dict[str, Any]:
    """The fields that a text fills at a question, the open one's among them."""
    flow, question = place.split("/")
    local = shipped(flow).local("austin", "en")
    heard = understand(text, local.spots[question].slot, local.slots, {}, local.around(NOW))
    fills = (*heard.others, *([heard.answer] if heard.answer else []))
    return {fill.field: fill.reading.value for fill in fills}


@pytest.mark.parametrize(("place", "expected"), CASES.items(), ids=lambda case: str(case)[:80])
def test_all_that_is_said_is_taken(place: tuple[str, str], expected: dict[str, Any]) -> None:
    assert told(*place) == expected
