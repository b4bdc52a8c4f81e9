"""The table of kinds, several options at once, and questions of a flow of one's own."""

from __future__ import annotations

import pytest

from bot.understanding import choice, kinds, multi
from bot.understanding.types import Option, Slot
from tests.understanding.places import around
from tests.understanding.slots import choice_slot

EXTRAS = Slot(
    "extras",
    "extras",
    "multi",
    (Option("pool", "Pool"), Option("garage", "Garage"), Option("garden", "Garden", ("yard",))),
    optional=True,
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("pool and garage", ("pool", "garage")),
        ("garage, pool", ("pool", "garage")),
        ("1 and 3", ("pool", "garden")),
        ("1, 2, 3", ("pool", "garage", "garden")),
        ("2", ("garage",)),
        ("yard", ("garden",)),
        ("a pool but no garage", ("pool",)),
        ("gargae", ("garage",)),
    ],
)
def test_several_options_at_once_keep_the_questions_order(
    text: str, values: tuple[str, ...]
) -> None:
    reading = multi.read(text, EXTRAS, around())
    assert reading is not None
    assert reading.value == values


@pytest.mark.parametrize("text", ["balcony", "9", "why?"])
def test_an_unknown_option_is_no_answer(text: str) -> None:
    assert multi.read(text, EXTRAS, around()) is None


def test_declining_several_options_is_a_refusal() -> None:
    reading = multi.read("skip", EXTRAS, around())
    assert reading is not None
    assert reading.refused


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("yesno", "sure", True),
        ("phone", "512-555-0143", "+15125550143"),
        ("email", "dani@example.com", "dani@example.com"),
        ("name", "its Dani", "Dani"),
        ("region", "Hawaii", "HI"),
        ("address", "88 Oak Hollow Dr", "88 Oak Hollow Dr"),
        ("text", "slow replies", "slow replies"),
        ("number", "3", 3),
        ("money", "$10", 10),
        ("percent", "20%", 20),
        ("timeline", "asap", "now"),
    ],
)
def test_every_kind_has_its_reader(kind: str, text: str, value: object) -> None:
    reading = kinds.read(kind, text, Slot(kind, kind, kind), around())
    assert reading is not None
    assert reading.value == value


def test_the_table_names_every_kind_of_a_flow() -> None:
    asked = "choice multi text number money percent yesno phone email name area region address datetime"
    assert set(asked.split()) < set(kinds.MODULES)
    assert all(callable(kinds.reader(kind)) for kind in kinds.MODULES)
    with pytest.raises(KeyError):
        kinds.reader("nonsense")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Right away", "now"),
        ("3", "3_6m"),
        ("asap", "now"),
        ("1-3 months", "1_3m"),
        ("in 2 months", "1_3m"),
        ("just looking", "browsing"),
        ("later", "12m_plus"),
        ("so schnell wie möglich", "now"),
        ("lo antes posible", "now"),
    ],
)
def test_a_timeline_is_a_choice_whose_words_are_dates(text: str, code: str) -> None:
    reading = choice.read(text, choice_slot("buyer.timeline"), around())
    assert reading is not None
    assert reading.value == code


def test_yes_and_no_find_their_option_by_value_when_no_label_says_it() -> None:
    slot = Slot(
        "pets", "pets", "choice", (Option("yes", "We have some"), Option("no", "We have none"))
    )
    assert [
        reading.value if (reading := choice.read(text, slot, around())) else None
        for text in ("yep", "nope", "maybe three")
    ] == ["yes", "no", None]


def test_two_options_of_a_flow_of_ones_own_are_asked_back() -> None:
    slot = Slot("view", "view", "choice", (Option("sea", "Sea"), Option("hills", "Hills")))
    reading = choice.read("sea hills", slot, around())
    assert reading is not None
    assert (reading.value, reading.ask) == (None, "choice.two")


def test_well_known_values_are_read_under_another_field_name() -> None:
    slot = Slot(
        "payment",
        "payment",
        "choice",
        (Option("cash", "Own funds"), Option("needs_to_sell", "After my sale")),
    )
    reading = choice.read("i have to sell my house first", slot, around())
    assert reading is not None
    assert reading.value == "needs_to_sell"
