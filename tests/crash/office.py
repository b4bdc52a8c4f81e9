"""The office that is killed: one flow of buttons and words, two agents who are always there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, product
from pathlib import Path
from typing import Any

DANA, MARCUS = 7001, 7002
AGENTS = {"dana": DANA, "marcus": MARCUS}
SITE = f"""
company: Oak & Lane
default_market: austin
markets:
  austin:
    country: US
    currency: USD
    tz: America/Chicago
    min_price: 250000
    areas: {{Round Rock: [], Zilker: [], Mueller: []}}
agents:
  - {{id: dana, name: Dana Reyes, telegram: {DANA}, markets: [austin], shift: always}}
  - {{id: marcus, name: Marcus Lee, telegram: {MARCUS}, markets: [austin], shift: always}}
ladder: {{hot: [{{after: 0s, to: everyone}}]}}
"""
FLOW = """
id: buyer
title: Buyer
greeting: Hi, I'm an automated assistant, not a person. How we use your data {{ privacy_url }}
questions:
  - {id: area, kind: area, ask: Which area are you looking in?, points: {known: 5}}
  - {id: beds_min, kind: number, unit: bedrooms, ask: How many bedrooms?, points: {any: 2}}
  - {id: budget, kind: money, field: budget_max, unit: sale, ask: "What's your price range?",
     points: {at_least_min: 10}}
  - id: timeline
    ask: When would you like to move?
    options:
      - {value: now, label: Right away, points: 25}
      - {value: 1_3m, label: 1-3 months, points: 20}
      - {value: browsing, label: Just looking, points: 0}
  - id: financing
    ask: How do you plan to pay?
    options:
      - {value: cash, label: Cash, points: 25}
      - {value: preapproved, label: "Mortgage, pre-approved", points: 25}
  - {id: name, kind: name, ask: Who am I helping?}
  - {id: phone, kind: phone, ask: "What's the best number?", why: So that an agent can call.}
  - id: appointment
    ask: Would a call or a tour help?
    options:
      - {value: call, label: Call me, points: 10}
      - {value: none, label: Not now}
  - {id: notes, kind: text, ask: Anything else?, optional: true}
close: {hot: Someone calls you., warm: Talk soon., cold: Thanks.}
"""
AREAS = ("Round Rock", "Zilker", "Mueller")
ERASE = "delete my data"
ERASED_OF = 8  # one of so many
CONSONANTS, VOWELS = "bdfgklmprtv", "aeiou"


def write_office(folder: Path) -> Path:
    """The office's files; the folder they are in."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site.yaml").write_text(SITE, "utf-8")
    (folder / "buyer.yaml").write_text(FLOW, "utf-8")
    return folder


def people() -> Iterator[tuple[str, str]]:
    """Names and phones that occur once each."""
    syllables = ["".join(pair) for pair in product(CONSONANTS, VOWELS)]
    for n in count():
        made = [syllables[n // len(syllables) ** place % len(syllables)] for place in range(3)]
        yield f"Visitor {''.join(made).title()}", f"512-{200 + n // 9000}-{1000 + n % 9000}"


def answers(name: str, phone: str, n: int) -> list[dict[str, Any]]:
    """What one visitor answers: every other one becomes hot, and some want it all deleted."""
    hot = is_hot(n)
    last = [{"text": ERASE}] if n % ERASED_OF == 0 else []
    return [
        {"text": AREAS[n % 3]},
        {"text": f"{n % 4 + 1}"},
        {"text": f"{300 + n % 100}k"},
        {"choice": "now" if hot else "browsing"},
        {"choice": ("cash", "preapproved")[n // 2 % 2]},
        {"text": name},
        {"text": phone},
        {"choice": "call" if hot else "none"},
        {"text": f"please ring the bell of {name}"},
        *last,
    ]


def is_hot(n: int) -> bool:
    """Whether the agents are to be rung for this visitor."""
    return n % 2 == 0
