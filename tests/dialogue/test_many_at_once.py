"""A message that says more than was asked, however it is put: nothing of it is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.dialogue.compiled import Local
from bot.understanding.message import understand
from bot.understanding.types import Surroundings
from tests.dialogue.talking import NOW, shipped

P = "+15125550177"
HOME = {"area": "Round Rock", "beds_min": 3, "budget_max": 450000}
CASES: dict[tuple[str, str], dict[str, Any]] = {
    # the digits of a number or an address beside them count nothing else
    ("buyer/area", "Round Rock 3 beds 450k 512-555-0177"): {**HOME, "phone": P},
    ("buyer/area", "512-555-0177 3br in Round Rock, $450,000"): {**HOME, "phone": P},
    ("buyer/area", "want a 3 bed in Round Rock for about 450k, call me at 512-555-0177"): {
        **HOME, "phone": P,
    },
    ("buyer/area", "Round Rock 3 beds 450k bob22@example.com"): {
        **HOME, "email": "bob22@example.com",
    },
    ("buyer/beds_min", "3 beds 450k 512-555-0177"): {
        "beds_min": 3, "budget_max": 450000, "phone": P,
    },
    ("buyer/budget", "up to 450k, my number is 512-555-0177"): {"budget_max": 450000, "phone": P},
    ("buyer/timeline", "in 2 months 512-555-0177"): {"timeline": "1_3m", "phone": P},
    ("buyer/has_agent", "no 512-555-0177"): {"has_agent": "no", "phone": P},
    ("buyer/has_agent", "no bob@example.com thanks"): {
        "has_agent": "no", "email": "bob@example.com",
    },
    ("renter/area", "Mueller 2 beds $1,800 512-555-0177"): {
        "area": "Mueller", "beds_min": 2, "budget_max": 1800, "phone": P,
    },
    ("buyer/beds_min", "3, 450k, asap"): {"beds_min": 3, "budget_max": 450000, "timeline": "now"},
    # told as a list without commas, a button's own words count
    ("buyer/area", "Round Rock 3 beds 450k cash"): {**HOME, "financing": "cash"},
    ("buyer/area", "cash 450k 3 beds Round Rock asap 512-555-0177"): {
        **HOME, "financing": "cash", "timeline": "now", "phone": P,
    },
    ("buyer/area", "Round Rock and 3 beds and 450k and cash"): {**HOME, "financing": "cash"},
    ("buyer/area", "looking for a 3 bed house in Round Rock for 450k cash please"): {
        **HOME, "financing": "cash",
    },
    ("buyer/budget", "450k cash"): {"budget_max": 450000, "financing": "cash"},
    ("buyer/timeline", "asap cash no agent"): {
        "timeline": "now", "financing": "cash", "has_agent": "no",
    },
    ("investor/strategy", "flip Round Rock 300k cash 512-555-0177"): {
        "strategy": "flip", "area": "Round Rock", "budget_max": 300000, "financing": "cash",
        "phone": P,
    },
    ("buyer/cdmx/es/area", "Condesa 2 recámaras 4 millones contado"): {
        "area": "Condesa", "beds_min": 2, "budget_max": 4000000, "financing": "cash",
    },
    # a visit with its day is a wish for it
    ("buyer/area", "3 bed in Round Rock up to 450k, cash, asap, no agent, I'm Bob Hill, "
     "512-555-0177, tour saturday 11"): {
        **HOME, "financing": "cash", "timeline": "now", "has_agent": "no", "name": "Bob Hill",
        "phone": P, "appointment": "tour",
    },
    ("buyer/area", "Round Rock 3 beds 450k tour saturday"): {**HOME, "appointment": "tour"},
    ("buyer/area", "Round Rock. Saturday 11 would suit for a tour."): {
        "area": "Round Rock", "appointment": "tour",
    },
    ("buyer/timeline", "we want to view something saturday and move in june"): {
        "timeline": "1_3m", "appointment": "tour",
    },
    ("buyer/financing", "cash. tour on the 14th at 11"): {
        "financing": "cash", "appointment": "tour",
    },
    ("buyer/phone", "512-555-0177, tour saturday 11"): {"phone": P, "appointment": "tour"},
    ("renter/area", "Mueller 2 beds, viewing friday 3pm"): {
        "area": "Mueller", "beds_min": 2, "appointment": "tour",
    },
    ("buyer/madrid/es/area", "Chamberí, el sábado a las 11 me vendría bien para una visita"): {
        "area": "Chamberí", "appointment": "tour",
    },
    ("buyer/berlin/de/area", "3 Zimmer in Pankow bis 450.000, Besichtigung Samstag 11 Uhr"): {
        "area": "Pankow", "rooms_min": 3, "budget_max": 450000, "appointment": "tour",
    },
    ("listing/appointment", "yes tomorrow at 2pm cash asap 512-555-0177"): {
        "appointment": "tour", "viewing_at": "2026-03-11T14:00", "financing": "cash",
        "timeline": "now", "phone": P,
    },
    # what has its sign and its word
    ("mortgage/purpose", "buying in Texas, 450k, 20% down, 512-555-0177"): {
        "purpose": "purchase", "state": "TX", "budget_max": 450000, "down_payment_pct": 20,
        "phone": P,
    },
    ("mortgage/stage", "touring, deposit of 10-15 %"): {
        "stage": "touring", "down_payment_pct": 15,
    },
    ("mortgage/madrid/es/purpose", "compra, 300 mil, 20 % de entrada"): {
        "purpose": "purchase", "budget_max": 300000, "down_payment_pct": 20,
    },
    # a "no" and another time: that time instead
    ("listing/appointment", "no, tomorrow at 5"): {"appointment": "tour"},
    ("buyer/appointment", "no tomorrow at 5"): {"appointment": "tour"},
    ("seller/appointment", "no, tomorrow at 5"): {"appointment": "visit"},
    ("mortgage/appointment", "no, tomorrow"): {"appointment": "call"},
    ("saas_demo/appointment", "no but i can do tuesday at 2"): {"appointment": "demo"},
    ("buyer/appointment", "no let's make it friday 10am"): {"appointment": "tour"},
    ("buyer/appointment", "no but i'd rather saturday at 3"): {"appointment": "tour"},
    ("buyer/appointment", "no, how about saturday at 3?"): {"appointment": "tour"},
    ("seller/address", "12 Elm St, Round Rock, TX 78664, 450k, 512-555-0177"): {
        "address": "12 Elm St, Round Rock, TX 78664", "phone": P,
    },
}  # fmt: skip

NOT_SAID: dict[tuple[str, str], dict[str, Any]] = {
    ("buyer/area", "Round Rock 3 beds 450k no cash"): HOME,
    ("buyer/area", "Round Rock 3 beds 450k not cash"): HOME,
    ("buyer/area", "Round Rock 3 beds 450k cash or mortgage"): HOME,
    ("buyer/area", "Round Rock 3 beds 450k cash?"): HOME,
    ("buyer/area", "Round Rock maybe cash"): {"area": "Round Rock"},
    ("buyer/area", "we can't do 450k cash, Round Rock"): {
        "area": "Round Rock", "budget_max": 450000,
    },
    ("buyer/area", "call 512-555-0177 now, Round Rock"): {"area": "Round Rock", "phone": P},
    ("buyer/area", "call me at 512-555-0177 later, Round Rock"): {
        "area": "Round Rock", "phone": P,
    },
    ("buyer/area", "Round Rock, we have 90k cash"): {"area": "Round Rock"},
    ("buyer/area", "Round Rock, 90k cash down"): {"area": "Round Rock"},
    ("buyer/area", "Round Rock, saturday 11"): {"area": "Round Rock"},
    ("buyer/area", "Round Rock, i had a tour saturday 11 with another agency"): {
        "area": "Round Rock",
    },
    ("buyer/area", "Round Rock, my tour saturday 11 was cancelled"): {"area": "Round Rock"},
    ("buyer/area", "Round Rock, not a tour on saturday please"): {"area": "Round Rock"},
    ("buyer/area", "Round Rock, do you do a tour on saturday?"): {"area": "Round Rock"},
    ("buyer/madrid/es/area", "Chamberí, mi madre me visita el sábado"): {"area": "Chamberí"},
    ("buyer/budget", "on the 14th"): {},
    ("buyer/appointment", "met with one, nothing signed"): {"appointment": "none"},
    ("buyer/madrid/es/has_agent", "al contado no, tenemos la hipoteca preconcedida"): {
        "financing": "preapproved",
    },
    ("investor/madrid/es/strategy", "tres pisos hasta ahora"): {"deals_done": 3},
    ("mortgage/purpose", "now please"): {},
    ("buyer/beds_min", "512-555-0177 after 6"): {"phone": P},
    ("buyer/dubai/ar/beds_min", "00971501234567"): {"phone": "+971501234567"},
    ("buyer/cdmx/es/beds_min", "+52 1 55 2345 6789"): {},
    ("buyer/beds_min", "300k tops, could stretch to 315 for the right one"): {
        "budget_max": 315000,
    },
    ("mortgage/stage", "touring, rates went up 2%"): {"stage": "touring"},
    ("listing/appointment", "can't do saturday"): {},
    ("investor/appointment", "can't this week"): {},
    ("buyer/appointment", "no saturday"): {"appointment": None},
    ("buyer/appointment", "no, not tomorrow"): {"appointment": "none"},
    ("buyer/appointment", "no i'm busy tomorrow at 5"): {"appointment": "none"},
    ("mortgage/down", "1/5"): {},
}  # fmt: skip


def told(place: str, text: str) -> dict[str, Any]:
    """The fields that a text fills at a question, the open one's among them."""
    flow, *where, question = place.split("/")
    market, lang = where or ("austin", "en")
    local = shipped(flow).local(market, lang)
    if flow == "listing":
        slots = tuple(NOW + timedelta(hours=hours) for hours in (23.0 + 55 / 60, 48.0))
        return filled(question, text, local, local.around(NOW, slots=slots))
    return filled(question, text, local, local.around(NOW))


def filled(question: str, text: str, local: Local, around: Surroundings) -> dict[str, Any]:
    heard = understand(text, local.spots[question].slot, local.slots, {}, around)
    fills = (*heard.others, *([heard.answer] if heard.answer else []))
    return {fill.field: fill.reading.value for fill in fills}


@pytest.mark.parametrize(("place", "expected"), CASES.items(), ids=lambda case: str(case)[:80])
def test_all_that_is_said_is_taken(place: tuple[str, str], expected: dict[str, Any]) -> None:
    assert told(*place) == expected


@pytest.mark.parametrize(("place", "expected"), NOT_SAID.items(), ids=lambda case: str(case)[:80])
def test_what_is_not_clearly_said_is_not_taken(
    place: tuple[str, str], expected: dict[str, Any]
) -> None:
    assert told(*place) == expected
