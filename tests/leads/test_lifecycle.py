"""A lead's stages: the table, its ends, and the ways back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.leads import lifecycle
from bot.leads.lifecycle import HAPPENINGS, MOVES, OPEN, STAGES, after, by_score, change, possible

AT = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
BANDS = ("hot", "warm", "cold", "disqualified")


def test_a_good_lead_goes_all_the_way() -> None:
    stage = "new"
    path = []
    for happened in ("answer", "qualify", "confirm", "reach", "book", "win"):
        stage = after(stage, happened) or pytest.fail(f"{happened} at {stage}")
        path.append(stage)
    assert path == ["engaged", "mql", "sql", "contacted", "viewing", "won"]


@pytest.mark.parametrize(("stage", "happened"), [(s, h) for s in STAGES for h in HAPPENINGS])
def test_the_machine_is_the_table(stage: str, happened: str) -> None:
    targets = [to for name, sources, to in MOVES if name == happened and stage in sources]
    assert after(stage, happened) == (targets[0] if targets else None)


def test_every_stage_can_be_reached_and_every_name_is_known() -> None:
    assert {to for _, _, to in MOVES} | {"new"} == set(STAGES)
    assert {stage for _, sources, _ in MOVES for stage in sources} <= set(STAGES)
    assert set(lifecycle.OUTCOMES.values()) <= set(HAPPENINGS)


@pytest.mark.parametrize(
    ("stage", "band", "outcome", "moves"),
    [
        ("mql", "hot", "reached", (("mql", "sql"), ("sql", "contacted"))),
        ("mql", "hot", "booked", (("mql", "sql"), ("sql", "viewing"))),
        ("mql", "warm", "reached", (("mql", "contacted"),)),
        ("contacted", "hot", "booked", (("contacted", "viewing"),)),
        ("mql", "hot", "lost", (("mql", "lost"),)),
        ("mql", "hot", "no_answer", ()),
        ("won", "hot", "reached", ()),
    ],
)
def test_whoever_speaks_with_a_hot_lead_has_confirmed_it(
    stage: str, band: str, outcome: str, moves: tuple[tuple[str, str], ...]
) -> None:
    assert lifecycle.noted(stage, band, outcome) == moves


@pytest.mark.parametrize("stage", OPEN)
def test_every_open_lead_can_be_lost_or_disqualified(stage: str) -> None:
    assert {"lose", "disqualify", "win"} <= set(possible(stage))


def test_a_won_lead_stays_won() -> None:
    assert possible("won") == ()


@pytest.mark.parametrize("stage", ["lost", "disqualified"])
def test_who_was_lost_can_come_back(stage: str) -> None:
    assert after(stage, "come_back") == "engaged"
    assert by_score(stage, "hot", answered=True) == "mql"


def test_a_stage_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="no stage"):
        after("limbo", "answer")
    with pytest.raises(KeyError):
        after("new", "abracadabra")


@pytest.mark.parametrize(
    ("stage", "band", "answered", "expected"),
    [
        ("new", "cold", False, "new"),
        ("new", "cold", True, "engaged"),
        ("new", "warm", True, "mql"),
        ("engaged", "hot", True, "mql"),
        ("mql", "cold", True, "engaged"),
        ("sql", "cold", True, "engaged"),
        ("sql", "hot", True, "sql"),
        ("contacted", "cold", True, "contacted"),
        ("viewing", "warm", True, "viewing"),
        ("viewing", "disqualified", True, "disqualified"),
        ("won", "disqualified", True, "won"),
        ("lost", "disqualified", True, "disqualified"),
    ],
)
def test_a_score_moves_a_lead_until_an_agent_does(
    stage: str, band: str, answered: bool, expected: str
) -> None:
    assert by_score(stage, band, answered=answered) == expected


@given(st.sampled_from(STAGES), st.sampled_from(BANDS), st.booleans())
def test_the_same_score_twice_changes_nothing_more(stage: str, band: str, answered: bool) -> None:
    once = by_score(stage, band, answered=answered)
    assert by_score(once, band, answered=answered) == once


def test_a_change_says_who_when_and_why() -> None:
    made = change("mql", "reach", "dana", AT, "called at once")
    assert made == lifecycle.Change("mql", "contacted", "reach", "dana", AT, "called at once")
    assert change("won", "reach", "dana", AT) is None
