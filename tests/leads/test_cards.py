"""The visitor's card, as phones take it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.leads.cards import first_name, vcard
from tests.leads.lead_samples import facts


def test_a_card_holds_name_wish_number_and_why() -> None:
    chris = facts(at=datetime(2026, 3, 10, 19, 7, 12, tzinfo=UTC))
    assert vcard(chris, "Oak & Lane", "https://bot.oak.example") == "\r\n".join(
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "UID:lead-L-2041",
            "N:Ode;Chris;;;",
            "FN:Chris Ode (tour Sat 11:00)",
            "TEL;TYPE=CELL,VOICE:+17375550141",
            "NOTE:HOT 95 - 1808 Juniper Hill Dr - pre-approved - no agent",
            "CATEGORIES:Oak & Lane,Hot",
            "URL:https://bot.oak.example/admin/leads/L-2041",
            "REV:2026-03-10T19:07:12Z",
            "END:VCARD",
            "",
        ]
    )


def test_without_a_name_the_card_is_a_visitors() -> None:
    assert first_name(facts(name="\u200b \n")) == "Visitor"


@pytest.mark.parametrize("name", ["A\r\nTEL:+1900", "A;B,C\\n", "x" * 300, "Ann\u2028END:VCARD"])
def test_a_name_can_neither_end_its_line_nor_its_field(name: str) -> None:
    lines = vcard(facts(name=name), "Oak").split("\r\n")
    assert [line for line in lines if line.startswith("TEL")] == [
        "TEL;TYPE=CELL,VOICE:+17375550141"
    ]
    assert lines.count("END:VCARD") == 1


@given(st.text(max_size=300), st.text(max_size=80))
def test_every_card_is_short_folded_and_whole(name: str, company: str) -> None:
    text = vcard(facts(name=name), company)
    assert len(text.encode()) <= 2048, "as much as Telegram takes"
    assert all(len(line.encode()) <= 76 for line in text.split("\r\n"))
    assert text.startswith("BEGIN:VCARD\r\n")
    assert text.endswith("END:VCARD\r\n")
