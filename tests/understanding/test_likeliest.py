"""Answers with several figures in them, one of which is meant."""

from __future__ import annotations

from typing import Any

import pytest

from bot.understanding import email, money, number, phone, yesno
from bot.understanding.message import understand
from bot.understanding.types import Slot
from tests.understanding.places import around

BEDS = Slot("beds_min", "beds_min", "number")
PIECES = Slot("units", "units", "number")
PEOPLE = Slot("team_size", "team_size", "number")
DEALS = Slot("deals_done", "deals_done", "number")
RENT = Slot("budget", "budget_max", "money", unit="rent")
PRICE = Slot("budget", "budget_max", "money", unit="sale")


@pytest.mark.parametrize(
    ("slot", "text", "expected"),
    [
        (BEDS, "well were 4 people so 3 i guess", 3),
        (BEDS, "3 minimum, 2 boys aged 9 and 11 so ideally 4", 3),
        (BEDS, "theres 5 of us but one couple so 4", 4),
        (BEDS, "2 but one is tiny, built in 1974", 2),
        (BEDS, "we need 3, the kids are 6 and 8", 3),
        (DEALS, "lost count, 40+ since 2011", 40),
        (PIECES, "18 kids plus 3 coaches so 21", 21),
        (PEOPLE, "8, 9 if you count the cat", 8),
    ],
)
def test_the_number_with_a_cue_is_meant(slot: Slot, text: str, expected: int) -> None:
    reading = number.read(text, slot, around())
    assert reading is not None
    assert reading.value == expected


@pytest.mark.parametrize("text", ["3 4 7", "2 upstairs, 5 downstairs"])
def test_two_numbers_as_likely_are_not_guessed(text: str) -> None:
    reading = number.read(text, BEDS, around())
    assert reading is None or reading.value is None


@pytest.mark.parametrize(
    ("slot", "text", "low", "high"),
    [
        (RENT, "1500ish, 1600 if it has w/d", 1500, 1600),
        (PRICE, "300k, could stretch to 320k for the right one", 300_000, 320_000),
    ],
)
def test_what_they_would_go_up_to_is_the_upper_end(
    slot: Slot, text: str, low: int, high: int
) -> None:
    reading = money.read(text, slot, around())
    assert reading is not None
    assert (reading.value, reading.low) == (high, low)


def test_two_figures_far_apart_are_still_asked_back() -> None:
    reading = money.read("1500ish, 4000 if it has a pool", RENT, around())
    assert reading is not None
    assert reading.ask == "money.many"


def test_a_postcode_behind_a_place_is_no_budget() -> None:
    assert money.find("East Austin, 78702", PRICE, around()) == []
    area = Slot("area", "area", "area")
    heard = understand("East Austin, 78702", area, [area, PRICE], {}, around())
    assert not [fill for fill in heard.others if fill.field == "budget_max"]


@pytest.mark.parametrize(
    ("known", "expected"), [({"budget_max": 300_000}, 20), ({}, None), ({"budget_max": 9}, None)]
)
def test_an_amount_down_is_a_share_of_a_known_price(known: dict[str, Any], expected: Any) -> None:
    down = Slot("down", "down_payment_pct", "percent")
    heard = understand("60 thousand", down, [down, PRICE], known, around())
    assert heard.answer is not None
    assert heard.answer.reading.value == expected


@pytest.mark.parametrize("text", ["youll just spam me, no", "also no", "god no"])
def test_a_refusal_in_words_is_no_mistyped_address(text: str) -> None:
    for reader in (email.read, phone.read):
        reading = reader(text, Slot("it", "it", "email"), around())
        assert reading is not None
        assert reading.refused
        assert not reading.ask


def test_a_yes_behind_something_else_counts() -> None:
    slot = Slot("docs", "docs_ready", "yesno")
    reading = yesno.read("its late here and yes got all of them", slot, around())
    assert reading is not None
    assert reading.value is True
