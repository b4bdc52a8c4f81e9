"""The seven demo markets as the readers see them, at one moment: Tuesday 10 March 2026, 14:05."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.types import Surroundings

_MARKETS = {
    "austin": ("US", "USD", "America/Chicago", "en", 250_000, 1_000),
    "leeds": ("GB", "GBP", "Europe/London", "en", 120_000, 600),
    "madrid": ("ES", "EUR", "Europe/Madrid", "es", 150_000, 700),
    "cdmx": ("MX", "MXN", "America/Mexico_City", "es", 1_500_000, 8_000),
    "berlin": ("DE", "EUR", "Europe/Berlin", "de", 150_000, 500),
    "dubai": ("AE", "AED", "Asia/Dubai", "ar", 600_000, 3_500),
    "mumbai": ("IN", "INR", "Asia/Kolkata", "en", 5_000_000, 15_000),
}


def around(market: str = "austin", now: str = "2026-03-10T14:05", lang: str = "") -> Surroundings:
    """A market's surroundings at a local moment, in its own language unless another is given."""
    country, currency, zone, own, price, rent = _MARKETS[market]
    moment = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone))
    return Surroundings(moment, lang or own, country, currency, min_price=price, min_rent=rent)


def with_slots(place: Surroundings, *slots: str) -> Surroundings:
    """The same, with free viewing times (local ISO)."""
    free = tuple(datetime.fromisoformat(slot).replace(tzinfo=place.now.tzinfo) for slot in slots)
    return replace(place, slots=free)
