"""A question with several answers in Telegram: buttons that can be ticked, and one to go on."""

from __future__ import annotations

from pathlib import Path

from storage.store import LeadFilter
from tests.channels.telegram.phone import chatting
from tests.fakes.botapi import FakeBotApi

SITE = """
company: Oak & Lane
default_market: austin
markets: {austin: {country: US, currency: USD, tz: America/Chicago}}
"""
FLOW = """
id: wishes
title: Wishes
greeting: Automated assistant here, not a person. {{ privacy_url }}
questions:
  - id: extras
    kind: multi
    ask: What must it have?
    optional: true
    options: [Garden, Garage, Pool]
  - {id: phone, ask: Your number?, why: To call you., optional: true}
close: {hot: Thanks., warm: Thanks., cold: Thanks.}
"""


def _flows(folder: Path) -> Path:
    flows = folder / "flows"
    flows.mkdir()
    (flows / "site.yaml").write_text(SITE, "utf-8")
    (flows / "wishes.yaml").write_text(FLOW, "utf-8")
    return flows


async def test_answers_are_ticked_on_and_off_and_sent_together(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api, flows=_flows(tmp_path)) as it:
        await it.say("/start")
        assert it.buttons() == ["Garden", "Garage", "Pool", "Skip ›"]
        for tick in ("Garden", "Pool", "Garage", "Pool"):
            assert await it.press(tick) == []
        assert it.buttons() == ["✅ Garden", "✅ Garage", "Pool", "➡️ Done", "Skip ›"]
        assert (await it.press("Done"))[-1].startswith("Your number?")
        assert '"extras":["garden","garage"]' in (await it.lead()).fields


async def test_nothing_is_answered_before_done(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api, flows=_flows(tmp_path)) as it:
        await it.say("/start")
        await it.press("Pool")
        assert await it.doorstep.store.leads(LeadFilter()) == []


async def test_the_ticks_of_an_old_question_do_nothing(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api, flows=_flows(tmp_path)) as it:
        await it.say("/start")
        await it.press("Pool")
        old = it.under("Pool")
        said = await it.say("garden and a garage")
        assert said[-1].startswith("Your number?")
        assert (await it.press("Garage", old))[-1].startswith("Your number?")
        assert '"extras":["garden","garage"]' in (await it.lead()).fields
