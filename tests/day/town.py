"""The town of the scripted day: an office of five agents, and its visitors with their words."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

ZONE: Final = ZoneInfo("America/Chicago")
BEGIN: Final = datetime(2026, 3, 10, 5, 30, tzinfo=ZONE)  # a Tuesday
END: Final = datetime(2026, 3, 11, 10, 0, tzinfo=ZONE)
OUTAGE: Final = (
    datetime(2026, 3, 10, 14, 2, tzinfo=ZONE),
    datetime(2026, 3, 10, 14, 9, tzinfo=ZONE),
)
GROUP: Final = -1_009_000_000_001
CHATS: Final = {"dana": 7001, "marcus": 7002, "priya": 7003, "omar": 7004, "lena": 7005}

SITE: Final = Path(__file__).parent / "site.yaml"

NAMES: Final = (
    "Chris Ode", "Aisha Bello", "Greg Tally", "Nora Quinn", "Wendy Marsh", "Tom O'Brien",
    "José García", "Mei Lin", "Sam Field", "Ruth Kane", "Ivan Petrov", "Lucy Hale", "Omar Said",
    "Beth Stone", "Raj Patel", "Kim Park", "Ana Ruiz", "Paul Weiss", "Zoe Grant", "Dan Brooks",
    "Eve Moss", "Hugo Klein", "Iris Webb", "Jack Dunn", "Kate Byrne", "Leo Marsh", "Mia Hart",
    "Ned Cole", "Olga Reed", "Pia Lund", "Quin West", "Rosa Diaz", "Seth Ames", "Tara Voss",
    "Uma Shah", "Vera Nash", "Will Ford", "Xena Bright", "Yuri Gold", "Zara Kent",
)  # fmt: skip
AREAS: Final = ("Round Rock", "Zilker", "Georgetown", "Cedar Park", "Pflugerville", "Austin")


@dataclass(frozen=True)
class Visit:
    """A visitor: when they come, what they say, a pause between two answers."""

    at: datetime
    name: str
    kind: str
    says: tuple[str, ...]
    flow: str = "buyer"
    pause: timedelta = timedelta(seconds=14)


def visits(count: int, seed: int = 7) -> list[Visit]:
    """So many visitors over a day and a night; the same every time."""
    dice = random.Random(seed)
    kinds = ("hot", "hot", "warm", "hot", "cold", "call", "warm", "hot", "mail", "stop")
    hours = [*range(6, 23), 9, 10, 11, 13, 14, 14, 15, 16, 17, 23, 25, 26]
    found = []
    for n in range(count):
        hour = 14 if n in (3, 13) else hours[(n * 7) % len(hours)]
        minute = 3 + n % 4 if n in (3, 13) else dice.randrange(60)
        at = BEGIN.replace(hour=0, minute=minute) + timedelta(hours=hour)
        kind = "hot" if n in (3, 13) else kinds[n % len(kinds)]
        found.append(_visit(at, n, kind, dice))
    return sorted(found, key=lambda visit: visit.at)


def _visit(at: datetime, n: int, kind: str, dice: random.Random) -> Visit:
    name, area = NAMES[n % len(NAMES)], AREAS[dice.randrange(len(AREAS))]
    phone = f"512-555-0{100 + n}"
    budget = dice.choice(("420k", "450k", "up to 610k", "380k"))
    first = (area, "3", budget)
    says = {
        "hot": (*first, "right away", "pre-approved", "no", name, phone),
        "warm": (*first, "in about 5 months", "talking to a lender", "no", name, phone),
        "cold": (area, "2", budget, "just looking", "haven't started", "no"),
        "call": (area, "can somebody call me please", phone),
        "mail": (*first, "3-6 months", "cash", "no", name, "skip", f"visitor{n}@mail.example"),
        "stop": (*first, "right away", "pre-approved", "no", name, phone, "STOP"),
    }[kind]
    return Visit(at, name, kind, says)
