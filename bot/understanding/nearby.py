"""From a point on the map to the area the office covers there."""

from __future__ import annotations

from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.0  # mean radius
FARTHEST_KM: Final = 25.0  # beyond it a point lies in none of the areas

Point = tuple[float, float]  # latitude, longitude in degrees


def nearest(point: Point, places: Mapping[str, Point], within: float = FARTHEST_KM) -> str:
    """The area whose centre is nearest to a point, "" where none is within so many km."""
    distances = {name: distance(point, centre) for name, centre in places.items()}
    name = min(distances, key=lambda place: distances[place], default="")
    return name if name and distances[name] <= within else ""


def distance(one: Point, other: Point) -> float:
    """Kilometres along the great circle (haversine formula)."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
