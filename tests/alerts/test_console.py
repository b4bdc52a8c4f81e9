"""The line in the terminal, for whoever runs Doorstep without Telegram."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.alerts.console import Console
from bot.news import BACKLOG, LEADS, LeadNews
from tests.alerts.office import agents, hot_lead, office, running, until
from tests.fakes.botapi import FakeBotApi

TWO = office(agents(2))


async def test_a_hot_lead_and_its_claim_are_a_line_each(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO, token="") as it:
        await until(lambda: it.news.listeners(LEADS))
        lead = await it.ring()
        it.news.publish(LEADS, LeadNews("hot", lead))
        await until(lambda: it.lines)
        await it.alerts.claims.claim(lead.id, "dana")
        await until(lambda: len(it.lines) == 2)
        hot, claimed = it.lines
        assert "🔥 95 · Chris Ode · tour Fri 14 Mar 11:00 · MLS1234567" in hot
        assert "📞 +1 737-555-0141" in hot
        assert hot.endswith("→ Dana Reyes, Marcus Lee")
        assert claimed.startswith("✅ Dana took Chris Ode at ")
        assert "\n" not in hot + claimed


async def test_a_change_that_rings_nobody_prints_nothing(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO, token="") as it:
        await until(lambda: it.news.listeners(LEADS))
        lead = await it.ring()
        it.news.publish(LEADS, LeadNews("changed", lead))
        it.news.publish(LEADS, LeadNews("hot", lead))
        await until(lambda: it.lines)
        assert len(it.lines) == 1


async def test_a_name_cannot_colour_or_clear_the_terminal(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO, token="") as it:
        await until(lambda: it.news.listeners(LEADS))
        lead = await it.ring(hot_lead(name="\x1b[2J\x1b[31mBob\nx"))
        it.news.publish(LEADS, LeadNews("hot", lead))
        await until(lambda: it.lines)
        assert "\x1b" not in it.lines[0]
        assert "· Bob x ·" in it.lines[0]


async def test_a_console_that_fell_behind_listens_anew(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO, token="") as it:
        await until(lambda: it.news.listeners(LEADS))
        lead = await it.ring()
        for _ in range(BACKLOG + 5):
            it.news.publish(LEADS, LeadNews("hot", lead))
        await until(lambda: not it.news.listeners(LEADS))
        await until(lambda: it.news.listeners(LEADS))
        it.news.publish(LEADS, LeadNews("hot", lead))
        await until(lambda: it.lines)


async def test_a_line_that_nobody_watches_names_nobody(api: FakeBotApi, tmp_path: Path) -> None:
    lines: list[str] = []
    async with running(tmp_path, api, TWO, token="") as it:
        cases = it.alerts.desk.cases
        console = Console(it.news, cases, lines.append, colour=False, watched=False)
        reading = asyncio.create_task(console.run())
        await until(lambda: it.news.listeners(LEADS) == 2)
        lead = await it.ring()
        it.news.publish(LEADS, LeadNews("hot", lead))
        await until(lambda: lines)
        reading.cancel()
    assert lines[0].endswith(f"hot 95 · lead {lead.id}")
    assert "Chris" not in lines[0]
    assert "0141" not in lines[0]
