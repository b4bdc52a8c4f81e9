"""/on, /off, /pause, /driving and /me: said by agents, heard by the routing."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.alerts.office import DANA, MARCUS, agents, hot_lead, office, running
from tests.day.clock import StandingClock
from tests.fakes.botapi import FakeBotApi

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=ZoneInfo("America/Chicago"))
TWO = office(agents(2))


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/pause 2h", "You are paused until 14:00: your colleagues are rung. /on ends it."),
        ("/pause", "You are paused until 13:00: your colleagues are rung. /on ends it."),
        ("/off", "You are off until Wed 00:00: your colleagues are rung. /on ends it."),
        ("/driving", "Drive safely. Until 12:45 your colleagues are rung first, and nothing "
         "sounds here."),
        ("/showing 30m", "Drive safely. Until 12:30 your colleagues are rung first, and nothing "
         "sounds here."),
        ("/on", "You are on: hot leads ring here, as your shift says."),
        ("/pause soon", "For how long? Write it like this: /pause 2h, or /pause 30m."),
        ("/me", "You are on.\nThe last 30 days: no hot lead rang with you yet."),
    ],
)  # fmt: skip
async def test_a_command_is_answered_without_a_sound(
    api: FakeBotApi, tmp_path: Path, said: str, answer: str
) -> None:
    async with running(tmp_path, api, TWO, clock=StandingClock(NOON)):
        await api.say(DANA, said)
        (call,) = await api.wait_for("sendMessage")
        assert call.text == answer
        assert call.params["disable_notification"] == "true"


async def test_who_paused_is_not_rung_and_who_is_back_is_told_so_also_after_a_restart(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, TWO, clock=clock):
        await api.say(DANA, "/pause 2h")
        await api.wait_for("sendMessage")
    async with running(tmp_path, api, TWO, clock=clock) as it:
        await it.routed(hot_lead("lead-1", NOON))
        assert api.shown(MARCUS)[0]["text"].startswith("🔥 95")
        assert len(api.shown(DANA)) == 1
        (hot,) = [event for event in await it.store.events("lead-1") if event.kind == "hot"]
        assert "Dana Reyes looks after MLS1234567 but is paused until 14:00" in hot.data
        await it.until(NOON + timedelta(hours=2, seconds=1))
        assert "You are on again" in api.shown(DANA)[-1]["text"]
        await it.routed(hot_lead("lead-2", NOON))
        assert api.shown(DANA)[-1]["text"].startswith("🔥 95")


async def test_on_ends_a_pause_and_its_end_is_not_told_twice(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, TWO, clock=clock) as it:
        await api.say(DANA, "/pause 2h")
        await api.wait_for("sendMessage")
        await api.say(DANA, "/on")
        await api.wait_for("sendMessage", 2)
        await it.until(NOON + timedelta(hours=3))
        assert len(api.shown(DANA)) == 2


@pytest.mark.parametrize("said", ["/me", "/off", "/pause 2h"])
async def test_somebody_who_is_no_agent_gets_a_polite_no_and_nothing_changes(
    api: FakeBotApi, tmp_path: Path, said: str
) -> None:
    async with running(tmp_path, api, TWO, clock=StandingClock(NOON)) as it:
        await api.say(666, said)
        (call,) = await api.wait_for("sendMessage")
        assert call.text == "This is for the agents of Oak & Lane. How can I help you?"
        assert dict(it.alerts.desk.rota.roster.statuses) == {}


async def test_an_agent_sees_their_own_figures_only(api: FakeBotApi, tmp_path: Path) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, TWO, clock=clock) as it:
        for number in range(6):
            await it.routed(hot_lead(f"lead-{number}", it.now))
            await it.after(seconds=30)
            await it.alerts.claims.claim(f"lead-{number}", "dana" if number else "marcus")
        await it.after(seconds=1)
        await api.say(MARCUS, "/me")
        (call,) = await api.wait_for("sendMessage", chat=MARCUS, text="The last 30 days")
        assert "1 claimed" in call.text
        assert "Your median to the claim: 30 s · the team's: 30 s" in call.text
        assert "Dana" not in call.text


async def test_equals_take_turns_across_a_restart(api: FakeBotApi, tmp_path: Path) -> None:
    clock = StandingClock(NOON)
    site = office(agents(2), listings=())
    for number in range(4):
        async with running(tmp_path, api, site, clock=clock) as it:
            await it.routed(hot_lead(f"lead-{number}", it.now, flow="buyer", listing_id=""))
    rung = [call.chat for call in api.sent() if call.text.startswith("🔥")]
    assert rung == [DANA, MARCUS, DANA, MARCUS]
