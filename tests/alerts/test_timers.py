"""What is due later happens at its time: ladder, mornings, reminders, the second channel."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.alerts.outcomes import Delivered, Outcome
from bot.alerts.service import Room
from bot.dialogue.site import Rung, Site, Team
from bot.leads.duty import Status
from bot.leads.history import history
from storage.rows import Outgoing
from tests.alerts.office import DANA, MARCUS, agents, hot_lead, office, running
from tests.day.clock import StandingClock
from tests.fakes.botapi import FakeBotApi

AUSTIN = ZoneInfo("America/Chicago")
NOON = datetime(2026, 3, 10, 12, 0, tzinfo=AUSTIN)
NIGHT = datetime(2026, 3, 10, 22, 40, tzinfo=AUSTIN)
LENA = 7003
LOUD = {None, "false"}


class Post:
    """Takes rows of other kinds, and keeps them."""

    def __init__(self) -> None:
        self.rows: list[Outgoing] = []

    async def send(self, row: Outgoing) -> Outcome:
        self.rows.append(row)
        return Delivered("kept")


def lead(at: datetime = NOON, id_: str = "lead-1", **changes: Any) -> Any:
    return hot_lead(id_, at, **changes)


def ladder_site(**changes: Any) -> Site:
    """Dana owns the listing; a team with Marcus, whose head is Dana; Lena is the broker."""
    three = agents(3)
    people = (three[0], three[1].model_copy(update={"teams": ("texas",)}), three[2])
    rungs = (
        Rung(after="0s", to="owner"),
        Rung(after="60s", to="team:texas"),
        Rung(after="5m", to="lead"),
        Rung(after="10m", to="broker"),
    )
    site = office(
        (people[0].model_copy(update={"teams": ("texas",)}), *people[1:]),
        teams=(Team(id="texas", name="Texas", lead="dana"),),
        broker="a3",
        ladder={"hot": rungs},
    )
    return site.model_copy(update=changes)


def rings(api: FakeBotApi, text: str = "") -> list[tuple[int, bool]]:
    """Who was rung so far with this text: chat, and whether aloud."""
    return [
        (call.chat, call.params.get("disable_notification") in LOUD)
        for call in api.sent()
        if text in call.text
    ]


async def test_the_ladder_climbs_at_its_times_to_the_broker_and_then_tells_the_visitor(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock, post = StandingClock(NOON), Post()
    room = Room(senders={"visitor": post})
    beside = {"beside": lambda *_: room}
    async with running(tmp_path, api, ladder_site(), clock=clock, **beside) as it:
        await it.routed(lead())
        assert rings(api) == [(DANA, True)]
        await it.after(seconds=59)
        assert len(rings(api)) == 1
        await it.after(seconds=1)
        assert sorted(rings(api)[1:]) == [(DANA, True), (MARCUS, True)]
        assert "⏫ Unclaimed 60 s: 🔥 95 Chris Ode" in api.shown(MARCUS)[0]["text"]
        await it.after(minutes=4)
        assert len(rings(api)) == 3, "the head of the team was rung with it already"
        await it.after(minutes=5)
        assert rings(api)[3:] == [(LENA, True)]
        assert "⏫ Unclaimed 10 min" in api.shown(LENA)[0]["text"]
        assert post.rows == []
        await it.after(minutes=1)
        assert [row.kind for row in post.rows] == ["visitor.unanswered"]
        kinds = [event.kind for event in await it.store.events("lead-1")]
        assert kinds == ["hot", "escalated", "escalated", "unanswered"]


async def test_when_all_have_passed_the_next_rung_does_not_wait(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, ladder_site(), clock=clock) as it:
        await it.routed(lead())
        await it.after(seconds=5)
        data = it.alerts.desk.signer.data("pass", "lead-1", "dana", "busy")
        await api.press(api.shown(DANA)[0], data)
        await it.after(seconds=1)
        assert rings(api)[1:] == [(MARCUS, True)], "and who passed is not rung again"
        assert "passed by 1" in api.shown(MARCUS)[0]["text"]


async def test_who_paused_meanwhile_is_left_out_of_a_rung(api: FakeBotApi, tmp_path: Path) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, ladder_site(), clock=clock) as it:
        await it.routed(lead())
        pause = Status("pause", NOON + timedelta(hours=2))
        await it.alerts.desk.rota.set("marcus", pause)
        await it.after(seconds=60)
        assert rings(api)[1:] == [(DANA, True)]


async def test_a_lead_of_the_night_arrives_silently_and_rings_in_the_morning(
    api: FakeBotApi, tmp_path: Path
) -> None:
    site = ladder_site()
    hours = {"shift": "Mon-Sun 08:00-21:00"}
    people = tuple(one.model_copy(update=hours) for one in site.agents)
    site = site.model_copy(update={"agents": people})
    clock = StandingClock(NIGHT)
    async with running(tmp_path, api, site, clock=clock) as it:
        await it.routed(lead(NIGHT))
        assert sorted(rings(api)) == [(DANA, False), (MARCUS, False), (LENA, False)]
        assert api.shown(DANA)[0]["text"].splitlines()[-1] == (
            "🌙 22:40 · call from Wed 08:00 · via google"
        )
        await it.until(NIGHT.replace(hour=7, minute=59) + timedelta(days=1))
        assert len(rings(api)) == 3, "nobody climbs a ladder at night"
        await it.after(minutes=1)
        assert rings(api, "☀️ Since 22:40") == [(DANA, True)]
        await it.after(seconds=60)
        assert (MARCUS, True) in rings(api, "⏫ Unclaimed 60 s")


async def test_timers_that_fell_due_while_nobody_served_run_at_the_start(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, ladder_site(), clock=clock) as it:
        await it.routed(lead())
    clock.move(NOON + timedelta(seconds=63))
    async with running(tmp_path, api, ladder_site(), clock=clock) as it:
        await it.after(seconds=0)
        assert sorted(rings(api, "⏫ Unclaimed 60 s")) == [(DANA, True), (MARCUS, True)]
    async with running(tmp_path, api, ladder_site(), clock=clock) as it:
        await it.after(seconds=1)
        assert len(rings(api, "⏫")) == 2, "and once"


async def test_nothing_noted_after_a_claim_is_asked_for_without_a_sound(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
        await it.routed(lead())
        await it.alerts.claims.claim("lead-1", "dana")
        await it.after(minutes=30)
        assert rings(api, "What came of it?") == [(DANA, False)]
        reminder = api.shown(DANA)[-1]
        await api.press(reminder, "Reached")
        await it.after(seconds=1)
        assert "📞 Reached 12:30" in api.shown(DANA)[-1]["text"]
        await it.after(hours=26)
        assert len(rings(api, "What came of it?")) == 1


async def test_a_reminder_waits_for_the_agents_shift(api: FakeBotApi, tmp_path: Path) -> None:
    shift = agents(1)[0].model_copy(update={"shift": "Mon-Fri 08:00-18:00"})
    late = NOON.replace(hour=17, minute=45)
    clock = StandingClock(late)
    async with running(tmp_path, api, office((shift,)), clock=clock) as it:
        await it.routed(lead(late))
        await it.alerts.claims.claim("lead-1", "dana")
        await it.until(NOON.replace(hour=23))
        assert rings(api, "What came of it?") == []
        await it.until(NOON.replace(hour=8, minute=1) + timedelta(days=1))
        assert rings(api, "What came of it?") == [(DANA, False)]


@pytest.mark.parametrize("mails", [True, False])
async def test_a_minute_of_telegrams_silence_sends_the_alert_another_way(
    api: FakeBotApi, tmp_path: Path, mails: bool
) -> None:
    api.fail("sendMessage", status=502, times=1 << 20)
    clock, post = StandingClock(NOON), Post()
    person = agents(1)[0].model_copy(update={"email": "dana@oak.example"})
    senders = {"senders": {"mail": post}} if mails else {}
    async with running(tmp_path, api, office((person,)), clock=clock, **senders) as it:
        await it.routed(lead(), settle=False)
        await it.after(seconds=59)
        assert post.rows == []
        await it.after(seconds=2)
        letters = [json.loads(row.payload) for row in post.rows]
        assert [letter["to"] for letter in letters] == ["dana@oak.example"] * mails
        assert all(one["subject"].startswith("🔥 95 · Chris Ode") for one in letters)
        assert all("+1 737-555-0141" in one["text"] for one in letters)
        events = [e for e in await it.store.events("lead-1") if e.kind == "second_channel"]
        assert [json.loads(event.data)["mailed"] for event in events] == [["dana"] * mails]


@pytest.mark.parametrize(
    ("token", "chat", "said"),
    [
        ("", 0, "No Telegram is set up, so no phone rang: only the inbox has it"),
        (None, None, "Nobody who was rung is in Telegram yet, so no phone rang: only the inbox"),
        (None, 0, "Telegram did not take the alert: only the inbox has it"),
    ],
)
async def test_the_timeline_blames_telegram_only_where_it_was_tried(
    api: FakeBotApi, tmp_path: Path, token: str | None, chat: int | None, said: str
) -> None:
    api.fail("sendMessage", status=502, times=1 << 20)
    clock = StandingClock(NOON)
    person = agents(1)[0]
    person = person.model_copy(update={"telegram": None}) if chat is None else person
    async with running(tmp_path, api, office((person,)), token=token, clock=clock) as it:
        await it.routed(lead(), settle=False)
        await it.after(seconds=61)
        events = await it.store.events("lead-1")
        told = [entry.text for entry in history(hot_lead(), events, (), (), names={})]
        assert any(text.startswith(said) for text in told), told


async def test_a_visitor_who_comes_back_answers_the_first_alert_silently(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
        row = lead()
        await it.routed(row)
        await it.alerts.claims.claim("lead-1", "dana")
        await it.after(hours=5)
        await it.comes_back(row, total=98)
        await it.after(seconds=61)
        (call,) = [call for call in api.sent() if "is back" in call.text]
        assert call.params.get("disable_notification") not in LOUD
        assert (
            json.loads(call.params["reply_parameters"])["message_id"]
            == (api.shown(DANA)[0]["message_id"])
        )
        lines = api.shown(DANA)[-1]["text"].splitlines()
        assert lines[0] == "🔁 Chris Ode is back (2nd visit, today 12:00) · 95 → 98 🔥"
        assert lines[2] == "Yours since Tue · last contact: none yet ⚠️"
        labels = [b["text"] for r in call.message["reply_markup"]["inline_keyboard"] for b in r]
        assert labels == ["✅ Calling now", "📋 Copy number", "💬 Chat"]


async def test_a_visitor_who_comes_back_hotter_rings(api: FakeBotApi, tmp_path: Path) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, office(agents(1)), clock=clock) as it:
        row = lead(band="warm", total=58)
        await it.routed(row)
        await it.alerts.claims.claim("lead-1", "dana")
        await it.after(hours=5)
        await it.comes_back(row, band="hot", total=95)
        await it.after(seconds=1)
        assert rings(api, "58 → 95 🔥") == [(DANA, True)]
        await it.after(minutes=5)
        assert len(rings(api, "is back")) == 1


async def test_a_release_rings_the_others_and_ends_the_first_climb(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, ladder_site(), clock=clock) as it:
        await it.routed(lead())
        await it.after(seconds=30)
        await it.alerts.claims.claim("lead-1", "dana")
        await it.after(seconds=10)
        signer: Any = it.alerts.desk.signer
        await api.press(api.shown(DANA)[0], signer.data("release", "lead-1", "dana"))
        await it.after(seconds=1)
        assert sorted(rings(api, "Dana gave back")) == [(MARCUS, True), (LENA, True)]
        before = len(rings(api))
        await it.after(seconds=30)
        assert len(rings(api)) == before, "the first climb's timers are void"


async def test_routing_without_a_token_still_climbs_for_the_inbox(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, ladder_site(), clock=clock, token="") as it:
        await it.routed(lead())
        await it.after(minutes=12)
        kinds = [event.kind for event in await it.store.events("lead-1")]
        assert kinds[-1] == "unanswered"
