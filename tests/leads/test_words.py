"""Money, numbers, times and sources for people."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.session import Session
from bot.leads import words
from bot.leads.asked import asked_in, question
from tests.leads.lead_samples import AUSTIN, TUESDAY


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (465000, "USD", "$465k"),
        (1200000, "AED", "AED 1.2M"),
        (380000, "EUR", "€380k"),
        (285000, "GBP", "£285k"),
        (462500, "USD", "$462.5k"),
        (1250000, "USD", "$1.25M"),
        (9500, "USD", "$9,500"),
        (12500000, "INR", "₹1.25 Cr"),
        (8500000, "INR", "₹85 L"),
        (90000, "INR", "₹90,000"),
        (2500000, "MXN", "MXN 2.5M"),
    ],
)
def test_money_is_short(amount: float, currency: str, text: str) -> None:
    assert words.money(amount, currency) == text


@pytest.mark.parametrize(
    ("low", "high", "currency", "per", "text"),
    [
        (None, 425000, "USD", "", "≤$425k"),
        (400000, 450000, "USD", "", "$400k-450k"),
        (450000, 450000, "USD", "", "≥$450k"),
        (1000000, 1200000, "AED", "", "AED 1M-1.2M"),
        (None, 2500, "USD", "month", "≤$2,500/month"),
        (2000, 2500, "USD", "month", "$2,000-2,500/month"),
    ],
)
def test_a_range_names_its_currency_once(
    low: float | None, high: float, currency: str, per: str, text: str
) -> None:
    assert words.span(low, high, currency, per) == text


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2026-03-14T11:00", "Sat 11:00"),
        ("2026-03-10T18:00", "Tue 18:00"),
        ("2026-03-17T11:00", "Tue 17 Mar 11:00"),
        ("2026-03-09T11:00", "Mon 9 Mar 11:00"),
        ("2026-03-14", "Sat"),
        ("2026-03-14T16:00+00:00", "Sat 11:00"),
        ("any time", "any time"),
    ],
)
def test_a_time_is_a_day_and_a_clock(iso: str, text: str) -> None:
    assert words.when(iso, TUESDAY, AUSTIN) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (34, "34 s"), (94, "1 min 34 s"), (120, "2 min"), (7800, "2 h 10"),
     (3 * 86400, "3 days"), (-5, "0 s")],
)  # fmt: skip
def test_a_duration_is_said_in_two_units(seconds: float, text: str) -> None:
    assert words.lasted(seconds) == text


@pytest.mark.parametrize(
    ("source", "channel", "text"),
    [
        ({"utm_source": "google", "utm_campaign": "rr"}, "web", "google/rr"),
        ({"utm_campaign": "rr"}, "web", "rr"),
        ({"referrer": "https://www.zillow.com/x?y"}, "web", "zillow.com"),
        ({}, "web", "website"),
        ({}, "telegram", "Telegram"),
        ({}, "terminal", "terminal"),
        ({"utm_source": "a\nb"}, "web", "a b"),
    ],
)
def test_the_source_is_named(source: dict[str, Any], channel: str, text: str) -> None:
    assert words.via(source, channel) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bob\nScore: 100", "Bob Score: 100"),
        ("a" * 50, "a" * 19 + "…"),
        ("Bob · 📞 +1 555", "Bob, 📞 +1 555"),
        ("Bob\u2800\u2800\u3164 Smith", "Bob Smith"),
        ("Z\u0301\u0301\u0301\u0301\u0301\u0301o", "Z\u0301\u0301o"),
        ("محمد", "\u2068محمد\u2069"),
    ],
)
def test_a_visitors_text_stays_on_its_line(text: str, shown: str) -> None:
    assert words.one_line(text, 20) == shown


def test_the_last_question_kept_for_the_agent_is_told() -> None:
    session = Session("buyer", "f00", notes=("is there a yard?", "is the stove gas?"))
    assert asked_in(session) == "is the stove gas?"
    assert asked_in(Session("buyer", "f00")) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("oh and is the stove gas?", "is the stove gas?"),
        ("does it have a garden????", "does it have a garden?"),
        ("Hello, is it still free?", "is it still free?"),
        ("Andover Road?", "Andover Road?"),
        ("ok", "ok"),
        ("¿y tiene jardín?", "¿y tiene jardín?"),
    ],
)
def test_a_question_is_told_without_what_it_was_tied_with(text: str, told: str) -> None:
    assert question(text) == told


def test_a_clock_time_is_in_the_zone_asked_for() -> None:
    assert words.clock(TUESDAY, ZoneInfo("Asia/Kolkata")) == "00:37"
