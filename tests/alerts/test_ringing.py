"""From a committed turn to the agent's phone, and what happens when Telegram misbehaves."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.alerts import outgoing
from tests.alerts.office import DANA, MARCUS, agents, hot_lead, ladder, office, running
from tests.day.clock import StandingClock
from tests.fakes.botapi import FakeBotApi

TWO = office(agents(2))


async def test_a_hot_lead_rings_every_routed_agent_with_its_buttons(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        await it.ring()
        sent = await api.wait_for("sendMessage", 2)
        assert {call.chat for call in sent} == {DANA, MARCUS}
        first = sent[0]
        assert first.text.startswith("🔥 95 · Chris Ode · tour Fri 14 Mar 11:00 · MLS1234567\n")
        assert "📞 +1 737-555-0141" in first.text.splitlines()[1]
        assert 'Asked: "is the stove gas?"' in first.text
        assert [button["text"] for button in first.buttons] == [
            "✅ Claim", "👎 Pass", "⏰ 15 min", "📋 Copy number", "💬 Chat", "ℹ️ More",
        ]  # fmt: skip
        assert first.buttons[3]["copy_text"] == {"text": "+17375550141"}
        assert first.params.get("disable_notification") in {None, "false"}
        await it.settled()


async def test_a_lead_rings_loudly_once_and_is_edited_silently_afterwards(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, office(agents(1))) as it:
        lead = await it.ring()
        await api.wait_for("sendMessage")
        await it.settled()
        await it.change(lead, phone="+17375550199")
        await api.wait_for("editMessageText")
        await it.settled()
        assert len(api.sent("sendMessage")) == 1
        assert "+1 737-555-0199" in api.shown(DANA)[0]["text"]


async def test_an_edit_that_changes_nothing_is_not_sent(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, office(agents(1))) as it:
        lead = await it.ring()
        await it.settled()
        await it.change(lead, updated_at=lead.updated_at)
        await it.settled()
        assert api.sent("editMessageText", ok=False) == []


async def test_a_429_is_waited_for_and_pauses_only_its_own_chat(
    api: FakeBotApi, tmp_path: Path
) -> None:
    api.fail("sendMessage", chat=DANA, status=429, retry_after=20)
    async with running(tmp_path, api, TWO, clock=StandingClock(datetime.now(UTC))) as it:
        await it.ring()
        await api.wait_for("sendMessage", chat=DANA)
        await api.wait_for("sendMessage", chat=MARCUS)  # the other chat is not held up
        await it.settled()
        await it.after(seconds=19.9)
        assert api.shown(DANA) == [], "never before retry_after"
        await it.after(seconds=1.2)
        assert len(api.shown(DANA)) == 1


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_server_error_is_tried_again_loudly(
    api: FakeBotApi, tmp_path: Path, status: int
) -> None:
    api.fail("sendMessage", status=status)
    async with running(tmp_path, api, office(agents(1))) as it:
        await it.ring()
        _, again = await api.wait_for("sendMessage", 2)
        assert again.status == 200
        assert again.params.get("disable_notification") in {None, "false"}
        await it.settled()


async def test_a_connection_lost_after_acceptance_repeats_silently_and_marked(
    api: FakeBotApi, tmp_path: Path
) -> None:
    api.fail("sendMessage", drop=True)
    async with running(tmp_path, api, office(agents(1))) as it:
        await it.ring()
        _, again = await api.wait_for("sendMessage", 2)
        assert again.params["disable_notification"] == "true"
        assert "sent again" in again.text
        await it.settled()
        assert len(api.shown(DANA)) == 2, "at least once"


async def test_a_lead_taken_when_the_process_died_is_rung_again_silently(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, office(agents(1)), token="") as it:
        it.alerts.wake()
        await it.alerts.stop()
        await it.ring()
        (taken,) = await it.store.take_due(hot_lead().created_at)
        assert taken.kind == "alert.hot"
    async with running(tmp_path, api, office(agents(1))) as it:
        (call,) = await api.wait_for("sendMessage")
        assert call.params["disable_notification"] == "true"
        assert "sent again" in call.text
        await it.settled()


async def test_an_agent_who_blocked_the_bot_is_buried_with_a_reason_and_the_next_is_rung(
    api: FakeBotApi, tmp_path: Path
) -> None:
    api.blocked.add(DANA)
    async with running(tmp_path, api, TWO) as it:
        await it.ring(rung=TWO.agents[:1])
        await api.wait_for("sendMessage", chat=MARCUS)
        rows = {row.key: row for row in await it.settled()}
        dead = rows["hot:lead-1:dana"]
        assert (dead.state, dead.attempts) == ("dead", 1)
        assert "blocked by the user" in dead.error
        kinds = [event.kind for event in await it.store.events("lead-1")]
        assert "passed_on" in kinds


async def test_an_unknown_chat_is_not_tried_for_ever(api: FakeBotApi, tmp_path: Path) -> None:
    api.unknown.add(DANA)
    async with running(tmp_path, api, office(agents(1))) as it:
        await it.ring()
        (row,) = [row for row in await it.settled() if row.kind == "alert.hot"]
        assert (row.state, row.attempts) == ("dead", 1)
        assert "not found" in row.error


async def test_a_group_that_became_a_supergroup_is_followed(
    api: FakeBotApi, tmp_path: Path
) -> None:
    group, moved = -500, -1000000000500
    api.migrated[group] = moved
    people = (agents(1)[0].model_copy(update={"telegram": group}),)
    async with running(tmp_path, api, office(people)) as it:
        await it.ring()
        await api.wait_for("sendMessage", chat=moved)
        await it.settled()
        await it.ring(hot_lead("lead-2"))
        await api.wait_for("sendMessage", 2, chat=moved)
        assert len(api.sent("sendMessage", ok=False)) == 3, "the new chat is remembered"
        await it.settled()


async def test_markup_that_is_refused_still_reaches_the_agent_as_plain_text(
    api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.leads.alert_text.marked", lambda text, *, html: f"<oops>{text}")
    async with running(tmp_path, api, office(agents(1))) as it:
        await it.ring()
        await api.wait_for("sendMessage", 2)
        await it.settled()
        (shown,) = api.shown(DANA)
        assert "+1 737-555-0141" in shown["text"]
        assert len(shown["reply_markup"]["inline_keyboard"]) == 1


async def test_an_odd_answer_to_an_accepted_message_does_not_ring_twice(
    api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "_send", lambda call: {"message_id": "?"})
    async with running(tmp_path, api, office(agents(1))) as it:
        await it.ring()
        (row,) = await it.settled()
        assert (row.state, row.attempts) == ("sent", 1)
        assert len(api.sent("sendMessage")) == 1


async def test_a_slow_chat_delays_no_other(api: FakeBotApi, tmp_path: Path) -> None:
    answered = asyncio.Event()
    api.fail("sendMessage", chat=DANA, held=answered, status=200)
    site = office(agents(8))
    async with running(tmp_path, api, site) as it:
        await it.ring()
        sent = await api.wait_for("sendMessage", 7)
        assert DANA not in {call.chat for call in sent}
        answered.set()
        await it.settled()


async def test_without_a_token_the_lead_waits_in_the_inbox(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO, token="") as it:
        await it.ring()
        rows = await it.settled()
        assert {row.result for row in rows} == {"inbox"}
    assert api.calls == []


def test_without_a_token_the_telegram_library_is_not_even_loaded() -> None:
    look = "import sys, bot.alerts.service; sys.exit('telegram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


async def test_an_agent_without_a_chat_gets_the_inbox_only(
    api: FakeBotApi, tmp_path: Path
) -> None:
    people = (agents(2)[0].model_copy(update={"telegram": None}), agents(2)[1])
    async with running(tmp_path, api, office(people)) as it:
        await it.ring()
        await api.wait_for("sendMessage", chat=MARCUS)
        rows = {row.lane: row.result for row in await it.settled()}
        assert rows["inbox:dana"] == "inbox"
        assert len(api.sent("sendMessage")) == 1


async def test_an_unclaimed_lead_rings_again_as_an_escalation(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring(rung=TWO.agents[:1])
        await api.wait_for("sendMessage", chat=DANA)
        now = datetime.now(UTC)
        await it.store.enqueue([ladder(lead, TWO.agents, 0.3, now)])
        it.alerts.wake()
        (later,) = await api.wait_for("sendMessage", text="⏫ Unclaimed", chat=MARCUS)
        assert "🔥 95 Chris Ode" in later.text.splitlines()[0]
        assert "+1 737-555-0141" in later.text.splitlines()[1]
        assert later.params.get("disable_notification") in {None, "false"}
        await it.settled()


async def test_a_lead_claimed_in_time_does_not_climb_the_ladder(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO, clock=StandingClock(datetime.now(UTC))) as it:
        lead = await it.ring(rung=TWO.agents[:1])
        (sent,) = await api.wait_for("sendMessage", chat=DANA)
        await it.store.enqueue([ladder(lead, TWO.agents, 60, it.now)])
        await api.press(sent.message, "Claim")
        await it.after(seconds=61)
        assert api.shown(MARCUS) == []


async def test_a_claim_between_the_rung_and_its_rings_keeps_every_phone_quiet(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring(rung=TWO.agents[:1])
        await api.wait_for("sendMessage", chat=DANA)
        now = datetime.now(UTC)
        await it.store.claim(lead.id, "dana", now)
        rings = [outgoing.ring_later(lead.id, agent, 90, now) for agent in TWO.agents]
        await it.store.enqueue(rings)
        it.alerts.wake()
        await it.settled()
        assert len(api.sent()) == 1


async def test_the_token_is_in_no_log_line(
    api: FakeBotApi,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level("DEBUG")
    api.fail("*", times=3, status=502)
    async with running(tmp_path, api, office(agents(1))) as it:
        await it.ring()
        await api.wait_for("sendMessage", 2)
        await it.settled()
        await api.stop()
        await it.ring(hot_lead("lead-2"))
    printed = capsys.readouterr()
    secret = api.token.partition(":")[2]
    assert secret not in caplog.text + printed.out + printed.err


async def test_a_lead_that_said_stop_is_withdrawn_from_every_phone(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring()
        await it.settled()
        await it.change(lead, band="disqualified", status="stopped")
        await api.wait_for("editMessageText", 2)
        await it.settled()
        for chat in (DANA, MARCUS):
            (shown,) = api.shown(chat)
            assert "do not contact" in shown["text"]
            assert "555" not in shown["text"]
            assert "reply_markup" not in shown
