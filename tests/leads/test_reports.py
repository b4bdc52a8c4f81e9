"""Reports count every conversation once, at one place, and say when there is too little."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.leads.reports import (
    Greeting,
    Step,
    Talk,
    Tally,
    calibration,
    verdict,
    wilson,
)

BLANK = Talk(
    asked=(), answered=frozenset(), skipped=frozenset(), open="", complete=False, waiting=False,
    fields=frozenset(), band="cold", stage="", variant="", source="web", booked=False,
)  # fmt: skip
QUESTIONS = ("area", "budget", "phone")
names = st.sampled_from((*QUESTIONS, "gone"))
talks = st.builds(
    Talk,
    asked=st.lists(names, max_size=6).map(tuple),
    answered=st.frozensets(names),
    skipped=st.frozensets(names),
    open=st.one_of(st.just(""), names),
    complete=st.booleans(),
    waiting=st.booleans(),
    fields=st.frozensets(st.sampled_from(["phone", "email", "area"])),
    band=st.sampled_from(["hot", "warm", "cold"]),
    stage=st.just(""),
    variant=st.sampled_from(["a", "b"]),
    source=st.sampled_from(["web", "fb"]),
    booked=st.booleans(),
    waits=st.lists(st.tuples(names, st.floats(0, 1e5)), max_size=3).map(tuple),
    unread=st.lists(names, max_size=3).map(tuple),
)


def steps_of(*talks: Talk) -> dict[str, Step]:
    tally = Tally()
    for talk in talks:
        tally.add(talk)
    return {step.question: step for step in tally.steps(QUESTIONS)}


@given(st.lists(talks, max_size=30))
def test_nothing_is_negative_and_everything_shown_is_somewhere(several: list[Talk]) -> None:
    for step in steps_of(*several).values():
        parts = (step.answered, step.skipped, step.left, step.ended, step.waiting)
        assert min(*parts, step.unread) >= 0
        assert step.shown == sum(parts)
        assert 0 <= step.leaving <= 1


def test_a_visitor_who_went_away_left_at_the_open_question() -> None:
    talk = replace(BLANK, asked=("area", "budget"), answered=frozenset({"area"}), open="budget")
    steps = steps_of(talk, replace(talk, waiting=True))
    assert (steps["area"].answered, steps["area"].left) == (2, 0)
    assert (steps["budget"].shown, steps["budget"].left, steps["budget"].waiting) == (2, 1, 1)


def test_what_was_asked_twice_counts_once_and_a_hand_over_is_nobody_leaving() -> None:
    talk = replace(BLANK, asked=("area", "budget", "area"), answered=frozenset({"area"}))
    steps = steps_of(talk)
    assert (steps["area"].shown, steps["budget"].ended, steps["budget"].left) == (1, 1, 0)


def test_questions_stand_in_the_flows_order_and_old_ones_last() -> None:
    tally = Tally()
    tally.add(replace(BLANK, asked=("zoo", "phone", "area")))
    assert [step.question for step in tally.steps(QUESTIONS)] == ["area", "phone", "zoo"]


def test_the_middle_of_the_waits_is_told_and_tries_are_counted() -> None:
    slow = replace(BLANK, asked=("area",), waits=(("area", 90.0),), unread=("area", "area"))
    quick = replace(BLANK, asked=("area",), waits=(("area", 4.0),))
    step = steps_of(slow, quick, quick)["area"]
    assert (step.seconds, step.unread, step.few) == (4.0, 2, True)


def test_who_opened_and_never_spoke_is_counted_apart() -> None:
    tally = Tally()
    tally.add(replace(BLANK, asked=("area",), open="area"))
    tally.add(replace(BLANK, asked=("area",), open="area", unread=("area",)))
    assert (tally.starts, tally.silent) == (2, 1)


def test_sources_show_quality_before_volume() -> None:
    tally = Tally()
    for _ in range(9):
        tally.add(replace(BLANK, source="fb"))
    tally.add(replace(BLANK, source="google", band="hot", fields=frozenset({"phone"})))
    first, second = tally.sources()
    assert (first.name, first.hot, first.leads, first.starts) == ("google", 1, 1, 1)
    assert (second.name, second.starts) == ("fb", 9)


@pytest.mark.parametrize(
    ("greetings", "words"),
    [
        ([], ""),
        ([Greeting("a", 900, 90)], ""),
        ([Greeting("a", 99, 50), Greeting("b", 500, 1)], "not enough data yet: 99 of 100"),
        ([Greeting("a", 400, 40), Greeting("b", 400, 48)], "no clear difference yet"),
        ([Greeting("a", 400, 20), Greeting("b", 400, 80)], "“b” does better"),
    ],
)
def test_two_greetings_are_compared_only_when_that_means_something(
    greetings: list[Greeting], words: str
) -> None:
    assert verdict(greetings).startswith(words)
    assert bool(verdict(greetings)) is bool(words)


def test_one_greeting_is_no_comparison() -> None:
    assert Tally().greetings(["only"]) == []


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962)],
)
def test_the_interval_is_wilsons(hits: int, tries: int, low: float, high: float) -> None:
    assert wilson(hits, tries) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_few_outcomes_are_not_dressed_up() -> None:
    assert calibration({"hot": (5, 2), "warm": (0, 0)}) == "not enough outcomes yet (7 of 20)"
    assert calibration({"hot": (9, 3), "warm": (2, 6), "cold": (0, 0)}) == (
        "hot: 9 of 12 won, warm: 2 of 8 won"
    )
