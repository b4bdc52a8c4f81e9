"""An agent's figures are their own; the team's is a median, and only where there are enough."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from bot.leads.speed import figures, in_words
from storage.rows import Event
from tests.leads.lead_samples import TUESDAY


def story(lead: str, first: str, *then: tuple[str, str, float], **hot: Any) -> list[Event]:
    """A lead that rang first with somebody, and what came after so many seconds."""
    data = json.dumps({"agents": [first], **hot})
    made = [Event(lead, "hot", "bot", data, TUESDAY)]
    for kind, who, seconds in then:
        made.append(Event(lead, kind, who, "{}", TUESDAY + timedelta(seconds=seconds)))
    return made


def test_a_claim_counts_from_the_ring_and_a_pass_costs_nothing() -> None:
    events = [
        *story("1", "dana", ("claimed", "dana", 30)),
        *story("2", "dana", ("claimed", "dana", 90)),
        *story("3", "dana", ("passed", "dana", 5), ("escalated", "bot", 60)),
        *story("4", "dana", ("escalated", "bot", 60), ("claimed", "marcus", 100)),
        *story("5", "marcus", ("claimed", "marcus", 10)),
    ]
    dana = figures(events, "dana")
    assert (dana.rung, dana.claimed, dana.passed, dana.timed_out) == (4, 2, 1, 1)
    assert (dana.mine, dana.team) == (60, None), "four claims are too few for a team's median"
    more = [*events, *story("6", "lena", ("claimed", "lena", 50))]
    assert figures(more, "dana").team == 50
    assert figures(more, "lena").rung == 1


def test_a_lead_of_the_night_counts_from_the_morning() -> None:
    opens = (TUESDAY + timedelta(hours=10)).isoformat()
    late = story("1", "dana", ("claimed", "dana", 36_020), opens=opens)
    assert figures(late, "dana").mine == 20


def test_the_words_name_nobody_else() -> None:
    told = in_words(figures(story("1", "dana", ("claimed", "marcus", 9)), "dana"))
    assert "marcus" not in told.lower()
    assert "1 rang with you first, 0 claimed" in told
    assert in_words(figures([], "dana")).endswith("no hot lead rang with you yet.")
    assert isinstance(TUESDAY, datetime)
