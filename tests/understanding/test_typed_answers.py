"""Typed budgets and choices in four languages: how many come out right, and none silently wrong.

A row of the tables: flow, market, language, question, what it means, what was typed. Amounts are
``high``, ``low-high`` or ``low+``, with w or y for a week's or a year's rent; ``none`` is no
answer, ``ref`` a refusal, ``ask`` is asked back.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot.understanding.message import Understood, understand
from tests.dialogue.talking import shipped

DATA = Path(__file__).parents[1] / "data"
PERIODS = {"week": "w", "year": "y"}


def heard(row: list[str]) -> Understood:
    """What is understood of a typed answer."""
    flow, market, lang, question, _, text = row
    local = shipped(flow).local(market, lang)
    now = datetime(2026, 3, 10, 14, 5, tzinfo=local.zone)
    return understand(text, local.spots[question].slot, local.slots, {}, local.around(now))


def amount(found: Understood) -> tuple[str, bool]:
    """What was understood, and whether the visitor will hear of it."""
    reading = found.answer.reading if found.answer else None
    if found.refused:
        return "ref", True
    if reading is None:
        return "none", True
    if reading.value is None:
        return "ask", True
    assert isinstance(reading.value, int | float)
    said = f"{reading.value:.10g}"
    if reading.low is not None and reading.low == reading.value:
        said = f"{reading.low:.10g}+"
    elif reading.low is not None:
        said = f"{reading.low:.10g}-{reading.value:.10g}"
    said += PERIODS.get(str(reading.extra.get("budget_period")), "")
    return said, not reading.sure


def choice(found: Understood) -> str:
    """The option that was understood."""
    reading = found.answer.reading if found.answer else None
    if found.refused:
        return "ref"
    if reading is None:
        return "none"
    return "ask" if reading.value is None else str(reading.value)


def rows(name: str) -> list[list[str]]:
    """A table of typed answers."""
    return [line.split("\t") for line in (DATA / name).read_text("utf-8").splitlines()]


def test_typed_budgets_are_right_and_none_is_silently_wrong() -> None:
    table = rows("typed_budgets.tsv")
    wrong, silent = [], []
    for row in table:
        found, said_back = amount(heard(row))
        if found != row[4]:
            wrong.append((row, found))
            if not said_back:
                silent.append((row, found))
    assert silent == []
    assert len(wrong) <= 0.05 * len(table), wrong


def test_nineteen_of_twenty_typed_choices_are_right() -> None:
    table = rows("typed_choices.tsv")
    wrong = [(row, found) for row in table if (found := choice(heard(row))) != row[4]]
    assert len(wrong) <= 0.05 * len(table), wrong


@pytest.mark.parametrize(
    ("place", "known", "typed", "changed"),
    [
        ("buyer/austin/en/timeline", {"budget_max": 400000, "beds_min": 3}, "actually make it 500", {"budget_max": 500000}),
        ("buyer/austin/en/timeline", {"budget_max": 400000, "beds_min": 3}, "wait no 4 bedrooms", {"beds_min": 4}),
        ("buyer/austin/en/timeline", {"area": "Austin"}, "sorry i meant cedar park not austin", {"area": "Cedar Park"}),
        ("buyer/austin/en/financing", {"timeline": "1_3m"}, "make that 3-6 months, june", {"timeline": "3_6m"}),
        ("buyer/austin/en/phone", {"name": "Dani"}, "my name is actually Dan not Dani", {"name": "Dan"}),
        ("buyer/austin/en/timeline", {"budget_max": 400000}, "no i said 350k", {"budget_max": 350000}),
        ("buyer/austin/en/timeline", {"budget_max": 400000}, "hmm my husband says up to 425", {"budget_max": 425000}),
        ("buyer/austin/en/name", {"financing": "not_started"}, "actually we can pay cash", {"financing": "cash"}),
        ("buyer/austin/en/name", {"timeline": "now"}, "wait, not asap, more like the fall", {"timeline": "3_6m"}),
        ("buyer/austin/en/financing", {"beds_min": 3}, "oh and we need 4 beds not 3", {"beds_min": 4}),
        ("buyer/austin/en/name", {"budget_max": 400000}, "Rob Hill, and budget is more like 475", {"budget_max": 475000}),
        ("renter/austin/en/phone", {"budget_max": 1800}, "sorry the budget is 1700", {"budget_max": 1700}),
        ("seller/austin/en/timeline", {"address": "14 Elm St"}, "sorry the address is 12 Elm St", {"address": "12 Elm St"}),
        ("listing/austin/en/name", {"appointment": "tour"}, "make it a video tour", {"appointment": "video"}),
        ("mortgage/austin/en/docs", {"down_payment_pct": 20}, "sorry 15% down", {"down_payment_pct": 15}),
        ("buyer/madrid/es/timeline", {"budget_max": 300000}, "perdón, quería decir 350 mil", {"budget_max": 350000}),
        ("buyer/madrid/es/timeline", {"beds_min": 3}, "mejor 4 habitaciones", {"beds_min": 4}),
        ("buyer/madrid/es/financing", {"area": "Madrid"}, "no, espera, en Retiro mejor", {"area": "Retiro"}),
        ("renter/cdmx/es/name", {"budget_max": 14000}, "ah y súbale a 15,500 el presupuesto", {"budget_max": 15500}),
        ("seller/cdmx/es/timeline", {"address": "Calle Tonalá 112"}, "perdón, me equivoqué, la dirección es Calle Tonalá 121", {"address": "Calle Tonalá 121"}),
        ("buyer/berlin/de/timeline", {"rooms_min": 3}, "ach nein, doch lieber 4 Zimmer", {"rooms_min": 4}),
        ("buyer/berlin/de/financing", {"area": "Kreuzberg"}, "lieber in Pankow statt Kreuzberg", {"area": "Pankow"}),
        ("buyer/berlin/de/name", {"budget_max": 350000}, "wir können auch bis 380 gehen", {"budget_max": 380000}),
        ("buyer/dubai/ar/timeline", {"beds_min": 2}, "لا قصدي 3 غرف", {"beds_min": 3}),
        ("buyer/dubai/ar/financing", {"area": "JVC"}, "غيرت رأيي، أبي في الداون تاون", {"area": "Downtown Dubai"}),
        ("buyer/austin/en/has_agent", {"area": "Austin"}, "no. and round rock would be ok too", {}),
    ],
)  # fmt: skip
def test_a_correction_changes_the_right_field_and_skips_nothing(
    place: str, known: dict[str, object], typed: str, changed: dict[str, object]
) -> None:
    flow, market, lang, question = place.split("/")
    local = shipped(flow).local(market, lang)
    now = datetime(2026, 3, 10, 14, 5, tzinfo=local.zone)
    found = understand(typed, local.spots[question].slot, local.slots, known, local.around(now))
    assert {fill.field: fill.reading.value for fill in found.corrections} == changed
    assert not found.refused
