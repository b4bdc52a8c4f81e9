"""A point on the map becomes the area whose middle is nearest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.nearby import distance, nearest

AUSTIN = {"Austin": (30.27, -97.74), "Round Rock": (30.51, -97.68), "Domain": (30.40, -97.73)}
points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("point", "area"),
    [
        ((30.52, -97.66), "Round Rock"),
        ((30.41, -97.72), "Domain"),
        ((30.20, -97.75), "Austin"),
        ((30.70, -97.70), "Round Rock"),  # 21 km
        ((30.80, -97.70), ""),  # 32 km
        ((40.42, -3.70), ""),
    ],
)
def test_the_nearest_area_counts_within_reach(point: tuple[float, float], area: str) -> None:
    assert nearest(point, AUSTIN) == area


def test_without_coordinates_there_is_no_nearest_area() -> None:
    assert nearest((30.5, -97.7), {}) == ""


def test_the_distance_is_the_great_circles() -> None:
    berlin, madrid = (52.52, 13.40), (40.42, -3.70)
    assert distance(berlin, madrid) == pytest.approx(1869, abs=5)
    assert distance((0.0, 179.5), (0.0, -179.5)) == pytest.approx(111.2, abs=0.2)


@given(points, points)
def test_a_distance_is_the_same_both_ways_and_never_beyond_half_the_earth(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    there = distance(one, other)
    assert there == pytest.approx(distance(other, one), abs=1e-6)
    assert 0 <= there <= 20_016
