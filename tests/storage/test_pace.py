"""The switch interval follows who is at work."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from storage.pace import BRISK, CALM, CROWD, USUAL, brisk, briskly, crowd


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    crowd(0)
    sys.setswitchinterval(before)


def interval() -> float:
    return round(sys.getswitchinterval(), 6)


def test_the_writer_waits_while_many_do_and_is_served_at_once_while_few_do() -> None:
    crowd(CROWD)
    assert interval() == CALM
    crowd(CROWD - 1)
    assert interval() == USUAL


def test_whoever_computes_beside_the_turns_gives_way_soon_however_many_wait() -> None:
    crowd(CROWD)
    with brisk():
        assert briskly(interval) == BRISK
        assert interval() == BRISK
    assert interval() == CALM


def test_work_that_fails_leaves_the_pace_as_it_was() -> None:
    crowd(CROWD)
    with pytest.raises(ZeroDivisionError):
        briskly(lambda: 1 // 0)
    assert interval() == CALM
