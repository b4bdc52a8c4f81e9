"""The other messages of agents: honest lines, whatever a visitor calls themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.leads import alert_text, more_text
from bot.leads.facts import AlertFacts
from tests.fakes.botrules import shown_text
from tests.leads.lead_samples import TUESDAY, facts

NAMES = (
    "<b>Ann</b>\n✅ Dana took Ann at 14:08",
    "Ann\u2028📞 +1 900 555 0000",
    "\u202eAnn\u202c evil",
    "A" * 200,
    "Ann & Bob <a href='tg://user?id=1'>x</a>",
)
LATER = TUESDAY + timedelta(minutes=30)
TEXTS: tuple[tuple[int, Callable[[AlertFacts], str]], ...] = (
    (1, lambda lead: more_text.passed(lead, "busy")),
    (2, more_text.again),
    (2, more_text.morning),
    (2, lambda lead: more_text.released(lead, "Dana")),
    (1, lambda lead: more_text.nothing_noted(lead, LATER)),
    (3, more_text.unreachable),
    (2, lambda lead: alert_text.escalation(lead, timedelta(minutes=3), passed=1, seen=2)),
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("lines", "text"), TEXTS)
def test_a_name_can_forge_no_line_and_open_no_tag(
    lines: int, text: Callable[[AlertFacts], str], name: str
) -> None:
    made = text(facts(name=name))
    shown = shown_text({"text": made, "parse_mode": "HTML"})
    assert len(shown.splitlines()) == lines
    assert "\u202e" not in shown
    assert len(made) <= alert_text.LIMIT


def test_who_passed_and_who_is_reminded_read_no_number() -> None:
    for text in (more_text.passed(facts(), "area"), more_text.nothing_noted(facts(), LATER)):
        assert "737" not in text
        assert "Chris Ode" in text


def test_everything_holds_each_answer_once_and_fits_a_message() -> None:
    long = {f"field_{n}": "x" * 300 for n in range(60)}
    text = more_text.everything(facts(fields=long), "Dana looks after it.")
    assert len(text) <= 4096
    assert text.endswith("…")
    short = more_text.everything(facts(), "Dana looks after it.")
    assert short.count("Financing: pre-approved") == 1
    assert "Calls: 08:00-21:00" in short
    assert "Routing: Dana looks after it." in short


def test_everything_of_a_hidden_lead_tells_no_number_even_where_a_visitor_wrote_one() -> None:
    fields = {"phone": "+17375550141", "reason": "call 737-555-0141 or chris@example.com"}
    text = more_text.everything(facts(fields=fields, hide_contact=True), "")
    assert "737" not in text
    assert "chris@" not in text
