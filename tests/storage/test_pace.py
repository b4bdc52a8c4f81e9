"""The switch interval follows who is at work."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from storage.pace import BRISK, USUAL, brisk, briskly


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def interval() -> float:
    return round(sys.getswitchinterval(), 6)


def test_whoever_computes_beside_the_turns_gives_way_soon_until_the_last_has_done() -> None:
    with brisk():
        assert briskly(interval) == BRISK
        assert interval() == BRISK
    assert interval() == USUAL


def test_work_that_fails_leaves_the_pace_as_it_was() -> None:
    with pytest.raises(ZeroDivisionError):
        briskly(lambda: 1 // 0)
    assert interval() == USUAL
