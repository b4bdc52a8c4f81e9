"""Whoever passed a lead, or gave it back, is not bothered with it again; somebody else is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.dialogue.site import Team
from bot.leads.ladder import People, rung_by
from tests.alerts.office import DANA, MARCUS, agents, office, running
from tests.alerts.test_timers import NOON, ladder_site, lead, rings
from tests.day.clock import StandingClock
from tests.fakes.botapi import FakeBotApi

MORNING = datetime(2026, 3, 10, 9, 0, tzinfo=ZoneInfo("America/Chicago"))


async def test_who_gave_a_lead_back_is_not_rung_for_it_again(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, ladder_site(), clock=StandingClock(NOON)) as it:
        await it.routed(lead())
        await it.alerts.claims.claim("lead-1", "dana")
        await it.after(minutes=3)
        await api.press(api.shown(DANA)[0], it.alerts.desk.signer.data("more", "lead-1", "dana"))
        await it.after(seconds=1)
        await api.press(api.shown(DANA)[0], "Give back")
        before = len(rings(api, "⏫"))
        await it.after(minutes=30)
        after = rings(api, "⏫")[before:]
        assert DANA not in [chat for chat, _ in after], "nor as the head of her team"
        assert MARCUS in [chat for chat, _ in rings(api, "gave back")]


async def test_an_unanswered_lead_stands_in_the_digest_of_somebody_who_did_not_pass(
    api: FakeBotApi, tmp_path: Path
) -> None:
    site = office(agents(2))
    async with running(tmp_path, api, site, clock=StandingClock(MORNING)) as it:
        await it.routed(lead(MORNING))
        await it.after(seconds=5)
        data = it.alerts.desk.signer.data("pass", "lead-1", "dana", "busy")
        await api.press(api.shown(DANA)[0], data)
        await it.until(MORNING.replace(hour=12, minute=31))
        assert [chat for chat, _ in rings(api, "hot that nobody answered")] == [MARCUS]


def test_where_nobody_heads_the_agents_team_the_head_of_another_is_rung() -> None:
    dana, marcus, lena = agents(3)
    team = marcus.model_copy(update={"teams": ("texas",)})
    site = office((dana, team, lena), teams=(Team(id="texas", name="Texas", lead="a3"),))
    assert rung_by("lead", site, People(("marcus",), ("dana", "marcus"))) == ("a3",)
    assert rung_by("lead", site, People(("dana",), ("dana", "marcus"))) == ("a3",)
    assert rung_by("lead", site, People(("dana",), ("dana",))) == ()
