"""The digest of warm leads and the visitor who came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.leads.notices import Comeback, digest, returning
from tests.fakes.botrules import shown_text
from tests.leads.lead_samples import AUSTIN, TUESDAY, buyer, facts

GREG = buyer(
    name="Greg Tally",
    band="warm",
    total=69,
    fields={
        "area": "Pflugerville",
        "budget_max": 425000,
        "timeline": "3_6m",
        "financing": "in_progress",
    },
)


def test_the_digest_has_a_head_and_a_row_for_each_lead() -> None:
    fsbo = buyer(name="", email="fsbo@example.com", phone="", fields={}, total=62, band="warm")
    now = TUESDAY + timedelta(hours=2, minutes=10)
    text = digest([GREG, fsbo], TUESDAY - timedelta(hours=1), now, AUSTIN, html=False)
    assert text == (
        "🌤 2 warm since 13:07 · oldest 2 h 10\n"
        "1 Greg Tally · buy Pflugerville ≤$425k · 3-6 months · lender in progress · 69\n"
        "2 fsbo@example.com · buy · e-mail only · 62"
    )


def test_a_long_digest_says_how_many_more_there_are() -> None:
    lines = digest([GREG] * 13, TUESDAY, TUESDAY, AUSTIN).splitlines()
    assert len(lines) == 12
    assert lines[-1] == "and 3 more in the inbox"


def test_a_name_cannot_forge_a_row_of_the_digest() -> None:
    forged = replace(GREG, name="<b>A</b>\n9 Boss · call me · 100")
    shown = shown_text({"text": digest([forged], TUESDAY, TUESDAY, AUSTIN), "parse_mode": "HTML"})
    assert len(shown.splitlines()) == 2


def test_a_returning_visitor_says_what_changed_and_whose_it_is() -> None:
    aisha = facts(name="Aisha", phone="+15125550105")
    back = Comeback(
        visit=3,
        last_at=TUESDAY.replace(day=9, hour=16, minute=40),
        before=58,
        new=("cash", "wants MLS1234567 Sun 13:00"),
        yours_since=TUESDAY.replace(day=9),
    )
    assert returning(aisha, back, TUESDAY, html=False) == (
        "🔁 Aisha is back (3rd visit, yesterday 16:40) · 58 → 95 🔥\n"
        "Now: cash · wants MLS1234567 Sun 13:00\n"
        "Yours since Mon · last contact: none yet ⚠️\n"
        "📞 +1 512-555-0105"
    )


@pytest.mark.parametrize(
    ("days", "visit", "words"),
    [
        (0, 2, "(2nd visit, today 14:07)"),
        (1, 11, "(11th visit, yesterday 14:07)"),
        (3, 21, "(21st visit, Sat 14:07)"),
        (8, 4, "(4th visit, Mon 2 Mar)"),
    ],
)
def test_the_last_visit_is_a_day_in_words(days: int, visit: int, words: str) -> None:
    back = Comeback(visit, TUESDAY - timedelta(days=days), 58)
    assert words in returning(facts(), back, TUESDAY).splitlines()[0]


def test_a_last_contact_is_named_and_a_hidden_number_stays_hidden() -> None:
    back = Comeback(2, TUESDAY, 58, yours_since=TUESDAY, last_contact=TUESDAY)
    text = returning(facts(hide_contact=True), back, TUESDAY)
    assert "last contact: today 14:07" in text
    assert "📞" not in text
