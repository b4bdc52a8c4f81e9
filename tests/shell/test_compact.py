"""Values as compact JSON text."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.compact import encode

NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
LEAVES = st.none() | st.booleans() | NUMBERS | st.text()
VALUES = st.recursive(LEAVES, lambda v: st.lists(v) | st.dictionaries(st.text(), v))


@given(VALUES)
def test_what_is_encoded_reads_back_the_same(value: Any) -> None:
    text = encode(value)
    assert json.loads(text) == value
    assert "\n" not in text


def test_letters_stay_as_they_are_and_half_ones_do_no_harm() -> None:
    assert encode({"a": ("é", 1)}) == '{"a":["é",1]}'
    assert encode("\ud800") == '"\ud800"'
