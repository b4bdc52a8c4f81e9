"""A team's group chat: one topic a lead, everybody may press, nobody but the winner has more."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.dialogue.site import Rung, Site, Team
from tests.alerts.office import DANA, MARCUS, agents, hot_lead, office, running
from tests.day.clock import StandingClock
from tests.fakes.botapi import FakeBotApi

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=ZoneInfo("America/Chicago"))
GROUP = -1_001_234_567_890


def site() -> Site:
    """Two agents of a team that is rung in its group at once."""
    people = tuple(one.model_copy(update={"teams": ("texas",)}) for one in agents(2))
    team = Team(id="texas", name="Texas", lead="dana", telegram=GROUP)
    return office(people, teams=(team,), ladder={"hot": (Rung(to="team:texas"),)})


async def test_each_lead_gets_a_topic_whose_name_holds_no_name(
    api: FakeBotApi, tmp_path: Path
) -> None:
    api.forums.add(GROUP)
    clock = StandingClock(NOON)
    async with running(tmp_path, api, site(), clock=clock) as it:
        await it.routed(hot_lead("lead-1", NOON))
        await it.routed(hot_lead("lead-2", NOON, name="Nora Quinn"))
        first, second = api.shown(GROUP)
        assert first["message_thread_id"] != second["message_thread_id"]
        names = list(api.topics.values())
        assert len(names) == 2
        assert names[0].startswith("🔥 95 tour Sat 14 Mar") or "tour" in names[0]
        assert not any(word in name for name in names for word in ("Chris", "Nora", "737"))
        await it.after(seconds=90)
        escalated = [call for call in api.sent() if "⏫" in call.text]
        threads = {call.params["message_thread_id"] for call in escalated}
        assert threads <= {str(first["message_thread_id"]), str(second["message_thread_id"])}


async def test_a_group_without_topics_gets_plain_messages_and_is_asked_once(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, site(), clock=clock) as it:
        await it.routed(hot_lead("lead-1", NOON))
        await it.routed(hot_lead("lead-2", NOON))
        assert len(api.shown(GROUP)) == 2
        assert len(api.sent("createForumTopic", ok=False)) == 1


async def test_who_claims_in_the_group_has_the_number_alone(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, site(), clock=clock) as it:
        await it.routed(hot_lead("lead-1", NOON))
        (shown,) = api.shown(GROUP)
        assert (await api.press(shown, "Claim", user=MARCUS))["text"].startswith("Yours")
        await it.after(seconds=1)
        (shown,) = api.shown(GROUP)
        assert shown["text"].startswith("✅ Marcus took Chris Ode at 12:00")
        assert "737" not in shown["text"]
        assert "reply_markup" not in shown
        (mine,) = api.shown(MARCUS)
        assert "+1 737-555-0141" in mine["text"]
        assert api.shown(DANA) == []
        lead = await it.store.lead("lead-1")
        assert lead is not None
        assert lead.owner == "marcus"


async def test_a_stranger_in_the_group_gets_a_polite_no(api: FakeBotApi, tmp_path: Path) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, site(), clock=clock) as it:
        await it.routed(hot_lead("lead-1", NOON))
        (shown,) = api.shown(GROUP)
        for button in ("Claim", "More", "Pass"):
            answer = await api.press(shown, button, user=666)
            assert "agents of Oak & Lane" in answer["text"]
        await it.after(seconds=1)
        assert (await it.store.lead("lead-1")).owner == ""  # type: ignore[union-attr]


async def test_a_pass_in_the_group_leaves_it_to_the_others(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(NOON)
    async with running(tmp_path, api, site(), clock=clock) as it:
        await it.routed(hot_lead("lead-1", NOON))
        signer = it.alerts.desk.signer
        data = signer.data("pass", "lead-1", "team:texas", "busy")
        await api.press(api.shown(GROUP)[0], data, user=DANA)
        await it.after(seconds=1)
        assert "+1 737-555-0141" in api.shown(GROUP)[0]["text"]
        answer = await api.press(api.shown(GROUP)[0], "Claim", user=MARCUS)
        assert answer["text"].startswith("Yours")


async def test_a_group_that_became_a_supergroup_is_followed_with_its_buttons(
    api: FakeBotApi, tmp_path: Path
) -> None:
    api.migrated[GROUP] = GROUP - 1
    clock = StandingClock(NOON)
    async with running(tmp_path, api, site(), clock=clock) as it:
        await it.routed(hot_lead("lead-1", NOON))
        (shown,) = api.shown(GROUP - 1)
        assert (await api.press(shown, "Claim", user=DANA))["text"].startswith("Yours")
