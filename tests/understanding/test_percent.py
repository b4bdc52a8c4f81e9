"""Percentages of a price, as people say them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from bot.understanding import percent
from bot.understanding.types import Slot
from tests.understanding.mess import mess
from tests.understanding.places import around

DOWN = Slot("down", "down_payment_pct", "percent", optional=True)
ASK, NONE, REFUSED = "ask", None, "refused"


def outcome(text: str, market: str) -> Any:
    reading = percent.read(text, DOWN, around(market))
    if reading is None:
        return None
    if reading.refused:
        return REFUSED
    if reading.value is None:
        assert reading.ask
        return ASK
    if reading.high is not None:
        assert reading.value == reading.high
        return (reading.low, reading.high)
    return (reading.low, "+") if reading.low is not None else reading.value


CASES: list[tuple[str, str, Any]] = [
    ("austin", "20%", 20),
    ("austin", "20 %", 20),
    ("austin", "20 percent", 20),
    ("austin", "20pct", 20),
    ("austin", "twenty percent", 20),
    ("austin", "twenty", 20),
    ("austin", "20", 20),
    ("austin", "about 15", 15),
    ("austin", "3.5", 3.5),
    ("austin", "3.5%", 3.5),
    ("austin", "FHA, so 3.5%", 3.5),
    ("austin", "20% down", 20),
    ("austin", "10-19%", (10, 19)),
    ("austin", "10%-19%", (10, 19)),
    ("austin", "3-9%", (3, 9)),
    ("austin", "10 to 15 percent", (10, 15)),
    ("austin", "between 10 and 20%", (10, 20)),
    ("austin", "10 or 15", (10, 15)),
    ("austin", "20%+", (20, "+")),
    ("austin", "20+", (20, "+")),
    ("austin", "at least 20", (20, "+")),
    ("austin", "20% or more", (20, "+")),
    ("austin", "up to 20%", 20),
    ("austin", "zero down", 0),
    ("austin", "0", 0),
    ("austin", "0%", 0),
    ("austin", "nothing down", 0),
    ("austin", "no money down, VA loan", 0),
    ("austin", "half", 50),
    ("austin", "a quarter", 25),
    ("austin", "a third", 33.33),
    ("austin", "100%", 100),
    ("austin", "all cash", 100),
    ("austin", "100k on 500k", 20),
    ("austin", "50k of 250k", 20),
    ("austin", "100k", ASK),
    ("austin", "$50,000", ASK),
    ("austin", "0.2", ASK),
    ("austin", "not sure", REFUSED),
    ("austin", "no idea", REFUSED),
    ("austin", "rather not say", REFUSED),
    ("austin", "120%", NONE),
    ("austin", "-5%", NONE),
    ("austin", "--5", NONE),
    ("austin", "=20", NONE),
    ("austin", "1/0", NONE),
    ("austin", "what is usual?", NONE),
    ("austin", "", NONE),
    ("austin", "9" * 4000, NONE),
    ("austin", "3 months", NONE),
    ("austin", "٢٠٪", 20),
    ("madrid", "20 por ciento", 20),
    ("madrid", "un 20%", 20),
    ("madrid", "3,5 %", 3.5),
    ("madrid", "veinte", 20),
    ("madrid", "entre el 10 y el 20%", (10, 20)),
    ("madrid", "sin entrada", 0),
    ("madrid", "la mitad", 50),
    ("cdmx", "sin enganche", 0),
    ("berlin", "20 Prozent", 20),
    ("berlin", "3,5 %", 3.5),
    ("berlin", "zwanzig Prozent", 20),
    ("berlin", "zwischen 10 und 20 %", (10, 20)),
    ("berlin", "mindestens 20 %", (20, "+")),
    ("berlin", "ohne Eigenkapital", 0),
    ("berlin", "die Hälfte", 50),
    ("dubai", "٢٠ بالمئة", 20),
    ("dubai", "عشرين بالمية", 20),
    ("dubai", "بدون دفعة", 0),
    ("dubai", "النص", 50),
    ("dubai", "من ١٠ الى ٢٠٪", (10, 20)),
]


@pytest.mark.parametrize(("market", "text", "expected"), CASES)
def test_a_percentage_is_read(market: str, text: str, expected: Any) -> None:
    assert outcome(text, market) == expected


def test_a_share_worked_out_from_two_amounts_is_said_back() -> None:
    reading = percent.read("100k on 500k", DOWN, around())
    assert reading is not None
    assert not reading.sure


@given(mess("20 % 10-19 percent zero down half 3,5 k on 500k at least + - 100"))
def test_a_percentage_is_between_none_and_all(text: str) -> None:
    first = percent.read(text, DOWN, around())
    assert first == percent.read(text, DOWN, around())
    if first is not None and first.value is not None:
        assert isinstance(first.value, int | float)
        assert 0 <= first.value <= 100
