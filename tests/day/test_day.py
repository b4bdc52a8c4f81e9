"""A short day of the agency: nobody is lost, rung twice, or rung off duty."""

from __future__ import annotations

from pathlib import Path

from tests.day.day import Day


async def test_every_lead_of_a_day_is_accounted_for(tmp_path: Path) -> None:
    told = await Day(8, lambda _line: None).play(tmp_path)
    assert told.problems == []
    assert all(fate for _, _, fate in told.fates)
    said = [line.text for line in told.lines]
    for shown in ("☀️ Since", "⏫ Unclaimed", "warm since", "claimed", "Telegram is down", "✉ to"):
        assert any(shown in text for text in said), shown
    nights = [line for line in told.lines if line.loud and not 7 <= line.at.hour < 21]
    assert nights == [], "nobody's phone sounds at night"
