"""Warm leads come three times a day without a sound; too many hot ones become one message."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.alerts.planner import next_time
from storage.rows import Batch
from tests.alerts.office import DANA, MARCUS, Running, agents, hot_batch, hot_lead, office, running
from tests.day.clock import StandingClock
from tests.fakes.botapi import FakeBotApi

AUSTIN = ZoneInfo("America/Chicago")
MORNING = datetime(2026, 3, 10, 8, 40, tzinfo=AUSTIN)
LOUD = {None, "false"}


async def warm(it: Running, number: int, **changes: Any) -> None:
    """A warm lead, finished a while ago."""
    row = hot_lead(f"lead-{number}", it.now, name=f"Visitor {number}", **changes)
    batch = hot_batch(row, (), it.now)
    changed = {"band": "warm", "total": 60 + number} | changes
    await it.store.commit(
        Batch(conversation=batch.conversation, lead=type(row)(**{**_fields(row), **changed}))
    )


def _fields(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in type(row).__dataclass_fields__}


def labels(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["text"] for row in rows for button in row]


async def test_a_digest_comes_silently_at_its_time_with_a_button_for_each_lead(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(MORNING)
    async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
        for number in (1, 2, 3):
            await warm(it, number)
        await it.until(MORNING.replace(hour=12, minute=29))
        assert api.sent() == []
        await it.after(minutes=1)
        (call,) = api.sent()
        assert call.params["disable_notification"] == "true"
        lines = call.message["text"].splitlines()
        assert lines[0] == "🌤 3 warm since 08:30 · oldest 3 h 50"
        assert lines[1].startswith("1 Visitor 3 · ")
        assert labels(call.message) == ["1", "2", "3", "✅ Take all", "🔕 Skip today"]
        await it.until(MORNING.replace(hour=23))
        assert len(api.sent()) == 1, "each lead is told once"


async def test_a_number_takes_its_lead_and_the_digest_shows_whose_it_is(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(MORNING)
    async with running(tmp_path, api, office(agents(2)), clock=clock) as it:
        for number in (1, 2):
            await warm(it, number)
        await it.until(MORNING.replace(hour=12, minute=31))
        (call,) = api.sent()
        await api.press(call.message, "1", user=call.chat)
        await it.after(seconds=1)
        digest = api.shown(call.chat)[0]
        assert "✅ yours" in digest["text"].splitlines()[1]
        assert labels(digest) == ["2", "✅ Take all", "🔕 Skip today"]
        assert any("+1 737-555-0141" in one["text"] for one in api.shown(call.chat)[1:])
        await it.alerts.claims.claim("lead-1", "marcus" if call.chat == DANA else "dana")
        await it.after(seconds=1)
        digest = api.shown(call.chat)[0]
        assert "has it" in digest["text"]
        assert labels(digest) == []


async def test_take_all_takes_what_is_free(api: FakeBotApi, tmp_path: Path) -> None:
    clock = StandingClock(MORNING)
    async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
        for number in (1, 2, 3):
            await warm(it, number)
        await it.until(MORNING.replace(hour=12, minute=31))
        await it.alerts.claims.claim("lead-2", "dana")
        answer = await api.press(api.shown(DANA)[0], "Take all")
        assert answer["text"] == "2 of 3 are yours now."
        await it.after(seconds=1)
        leads = [await it.store.lead(f"lead-{n}") for n in (1, 2, 3)]
        assert [one.owner for one in leads if one] == ["dana"] * 3


async def test_who_skips_today_gets_it_tomorrow(api: FakeBotApi, tmp_path: Path) -> None:
    clock = StandingClock(MORNING)
    async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
        await warm(it, 1)
        await it.until(MORNING.replace(hour=12, minute=31))
        await api.press(api.shown(DANA)[0], "Skip today")
        await warm(it, 2)
        await it.until(MORNING.replace(hour=23))
        assert len(api.sent()) == 1
        await it.until(MORNING.replace(hour=8, minute=31) + timedelta(days=1))
        assert "1 Visitor 2" in api.sent()[-1].message["text"]


async def test_a_restart_at_any_time_neither_loses_nor_repeats_a_digest(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(MORNING)
    async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
        await warm(it, 1)
    clock.move(MORNING.replace(hour=12, minute=45))
    for _ in range(2):
        async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
            await it.after(minutes=1)
    assert len(api.sent()) == 1


async def test_a_digest_of_somebody_else_cannot_be_pressed(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(MORNING)
    async with running(tmp_path, api, office(agents(2)), clock=clock) as it:
        await warm(it, 1)
        await it.until(MORNING.replace(hour=12, minute=31))
        (call,) = api.sent()
        other = MARCUS if call.chat == DANA else DANA
        answer = await api.press(call.message, "Take all", user=other)
        assert answer["text"] == "This button does not work here."


async def test_beyond_twenty_a_minute_hot_leads_come_as_one_message(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(MORNING)
    async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
        for number in range(27):
            await it.ring(hot_lead(f"lead-{number}", MORNING, name=f"Visitor {number}"))
            await it.settled()
        loud = [c for c in api.sent() if c.params.get("disable_notification") in LOUD]
        assert len(loud) == 20
        await it.after(minutes=1)
        (bundle,) = [call for call in api.sent() if "more hot since" in call.text]
        assert bundle.message["text"].splitlines()[0] == "🔥 7 more hot since 08:40 · rung as one"
        assert labels(bundle.message)[:7] == ["1", "2", "3", "4", "5", "6", "7"]
        assert bundle.params.get("disable_notification") in LOUD
        await api.press(bundle.message, "3")
        await it.after(seconds=1)
        assert (await it.store.lead("lead-22")).owner == "dana"  # type: ignore[union-attr]


def test_the_times_of_digests_follow_the_day() -> None:
    at = datetime(2026, 3, 10, 8, 30, tzinfo=AUSTIN)
    found = [at := next_time(at) for _ in range(3)]
    assert [f"{one:%a %H:%M}" for one in found] == ["Tue 12:30", "Tue 17:00", "Wed 08:30"]
    spring = next_time(datetime(2026, 3, 7, 18, 0, tzinfo=AUSTIN))
    assert f"{spring:%a %H:%M %z}" == "Sun 08:30 -0500", "on the clock of the day it is on"
