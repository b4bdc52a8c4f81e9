"""One lead, many hands: the first press wins, everybody is answered, losers lose the number."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.alerts import outgoing
from bot.news import LEADS
from tests.alerts.office import DANA, MARCUS, agents, hot_lead, ladder, office, running, until
from tests.fakes.botapi import FakeBotApi

TWO = office(agents(2))


def labels(message: dict[str, Any]) -> list[str]:
    """The labels of the buttons under a message."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["text"] for row in rows for button in row]


async def test_of_fifty_presses_at_once_one_wins_and_every_press_is_answered(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, office(agents(50))) as it:
        lead = await it.ring()
        sent = await api.wait_for("sendMessage", 50)
        answers = await asyncio.gather(*(api.press(call.message, "Claim") for call in sent))
        texts = [answer["text"] for answer in answers]
        assert sum(text.startswith("Yours") for text in texts) == 1
        assert sum("was faster" in text for text in texts) == 49
        await it.settled()
        owner = (await it.store.lead(lead.id)).owner  # type: ignore[union-attr]
        claimed = [e for e in await it.store.events(lead.id) if e.kind == "claimed"]
        assert [event.who for event in claimed] == [owner]
        for n, agent in enumerate(it.site.agents):
            (shown,) = api.shown(7001 + n)
            assert shown["text"].startswith("✅ ")
            assert "took Chris Ode at" in shown["text"]
            if agent.id == owner:
                assert "+1 737-555-0141" in shown["text"]
                assert "📞 Reached" in labels(shown)
            else:
                assert "737" not in shown["text"]
                assert len(shown["text"].splitlines()) == 1
                assert labels(shown) == []


async def test_the_winner_keeps_the_whole_alert_below_the_claim(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        await it.ring()
        sent = {call.chat: call for call in await api.wait_for("sendMessage", 2)}
        before = api.shown(DANA)[0]["text"]
        answer = await api.press(sent[DANA].message, "Claim")
        assert answer["text"].startswith("Yours")
        await it.settled()
        (after,) = api.shown(DANA)
        assert after["text"].splitlines()[0].startswith("✅ Dana took Chris Ode at ")
        assert after["text"].splitlines()[1:] == before.splitlines()
        assert labels(after) == [
            "📞 Reached", "📵 No answer", "📅 Booked", "🔁 Hand over", "🗑 Bad lead",
            "📋 Copy number", "💬 Chat", "ℹ️ More",
        ]  # fmt: skip


async def test_a_press_that_comes_twice_counts_once(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring()
        sent = {call.chat: call for call in await api.wait_for("sendMessage", 2)}
        await api.press(sent[DANA].message, "Claim")
        await it.settled()
        again = await api.press(api.shown(DANA)[0], "Reached")
        assert "noted" in again["text"]
        update = next(u for u in api.history if "callback_query" in u)
        await api.push(update)
        await api.say(DANA, "/start")
        await api.wait_for("sendMessage", text="you are connected")
        await it.settled()
        kinds = [event.kind for event in await it.store.events(lead.id)]
        assert kinds.count("claimed") == 1
        assert kinds.count("reached") == 1


async def test_every_outcome_button_is_noted_and_shown(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring()
        sent = {call.chat: call for call in await api.wait_for("sendMessage", 2)}
        await api.press(sent[DANA].message, "Claim")
        await it.settled()
        for label in ("No answer", "Reached", "Booked", "Bad lead"):
            answer = await api.press(api.shown(DANA)[0], label)
            assert "noted" in answer["text"]
            await it.settled()
        events = [e.kind for e in await it.store.events(lead.id) if e.who == "dana"]
        for kind in ("no_answer", "reached", "booked", "bad_lead"):
            assert kind in events
        assert "🗑 Bad lead" in api.shown(DANA)[0]["text"].splitlines()[-1]


async def test_somebody_who_is_no_agent_gets_a_polite_no_and_no_data(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring()
        (sent, _) = await api.wait_for("sendMessage", 2)
        answer = await api.press(sent.message, "Claim", user=666)
        assert "agents of Oak & Lane" in answer["text"]
        assert "Chris" not in answer["text"]
        await it.settled()
        assert (await it.store.lead(lead.id)).owner == ""  # type: ignore[union-attr]


async def test_a_press_in_the_group_of_an_agent_is_that_agents(
    api: FakeBotApi, tmp_path: Path
) -> None:
    people = (agents(2)[0].model_copy(update={"telegram": -500}), agents(2)[1])
    async with running(tmp_path, api, office(people)) as it:
        await it.ring()
        (sent,) = await api.wait_for("sendMessage", chat=-500)
        assert (await api.press(sent.message, "Claim", user=31337))["text"].startswith("Yours")
        await it.settled()


async def test_a_forged_or_borrowed_button_does_nothing(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring()
        sent = {call.chat: call for call in await api.wait_for("sendMessage", 2)}
        of_dana = sent[DANA].buttons[0]["callback_data"]
        forged = ("c.lead-1.AAAAAAAAAAAAAAAA", "c.lead-1.", "c..", of_dana[:-1], of_dana)
        for data in forged:
            answer = await api.press(sent[MARCUS].message, data, user=MARCUS)
            assert answer["text"] == "This button does not work here."
        await it.settled()
        assert (await it.store.lead(lead.id)).owner == ""  # type: ignore[union-attr]


async def test_an_outcome_of_somebody_elses_lead_is_refused(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring()
        sent = {call.chat: call for call in await api.wait_for("sendMessage", 2)}
        await api.press(sent[MARCUS].message, "Claim")
        data = it.alerts.desk.signer.data("booked", lead.id, "dana")
        answer = await api.press(sent[DANA].message, data)
        assert "Only who claimed" in answer["text"]
        kinds = [event.kind for event in await it.store.events(lead.id)]
        assert "booked" not in kinds
        await it.settled()


async def test_a_claim_in_the_inbox_edits_the_phones_too(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring()
        await api.wait_for("sendMessage", 2)
        with it.news.listen(LEADS) as news:
            done = await it.alerts.claims.claim(lead.id, "marcus")
            assert done.ok
            item = await asyncio.wait_for(news.get(), 20)
        assert (item.change, item.lead.owner) == ("claimed", "marcus")
        await api.wait_for("editMessageText", 2)
        await it.settled()
        assert "737" not in api.shown(DANA)[0]["text"]


async def test_a_claim_while_a_ring_is_on_its_way_still_edits_that_copy(
    api: FakeBotApi, tmp_path: Path
) -> None:
    claimed = asyncio.Event()
    api.fail("sendMessage", chat=MARCUS, held=claimed, status=200)
    async with running(tmp_path, api, TWO) as it:
        await it.ring()
        (sent,) = await api.wait_for("sendMessage", chat=DANA)
        await until(lambda: any(call.chat == MARCUS for call in api.calls))
        await api.press(sent.message, "Claim")
        claimed.set()
        await api.wait_for("editMessageText", chat=MARCUS)
        await it.settled()
        (shown,) = api.shown(MARCUS)
        assert "737" not in shown["text"]


async def test_a_copy_that_nobody_knew_of_at_the_claim_is_edited_when_it_arrives(
    api: FakeBotApi, tmp_path: Path
) -> None:
    claimed = asyncio.Event()
    api.fail("sendMessage", chat=MARCUS, held=claimed, status=200)
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring(rung=TWO.agents[:1])
        (sent,) = await api.wait_for("sendMessage", chat=DANA)
        await it.store.enqueue([outgoing.ring(lead.id, TWO.agents[1], datetime.now(UTC))])
        it.alerts.wake()
        await until(lambda: any(call.chat == MARCUS for call in api.calls))
        await api.press(sent.message, "Claim")
        claimed.set()
        await api.wait_for("editMessageText", chat=MARCUS)
        await it.settled()
        assert "737" not in api.shown(MARCUS)[0]["text"]


async def test_an_escalated_copy_is_edited_after_the_claim_as_well(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring(rung=TWO.agents[:1])
        (sent,) = await api.wait_for("sendMessage")
        await it.settled()
        await it.store.enqueue([ladder(lead, TWO.agents, 0, datetime.now(UTC))])
        it.alerts.wake()
        await api.wait_for("sendMessage", 3)
        await it.settled()
        await api.press(sent.message, "Claim")
        await it.settled()
        assert len(api.shown(DANA)) == 2
        for shown in api.shown(DANA):
            assert "📞 Reached" in labels(shown)
        assert "737" not in api.shown(MARCUS)[0]["text"]


async def test_contact_can_be_hidden_until_the_claim(api: FakeBotApi, tmp_path: Path) -> None:
    site = office(agents(2), hide_contact_until_claim=True)
    async with running(tmp_path, api, site) as it:
        await it.ring()
        sent = await api.wait_for("sendMessage", 2)
        assert all("737" not in call.text for call in sent)
        assert all("copy_text" not in button for call in sent for button in call.buttons)
        await api.press(sent[0].message, "Claim")
        await it.settled()
        (shown,) = api.shown(sent[0].chat)
        assert "+1 737-555-0141" in shown["text"]


async def test_the_claim_of_a_lead_that_is_gone_says_so(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        lead = await it.ring()
        sent = await api.wait_for("sendMessage", 2)
        await it.change(lead, band="disqualified", status="stopped")
        answer = await api.press(sent[0].message, "Claim")
        assert answer["text"] == "This lead is no longer there."
        done = await it.alerts.claims.claim("no-such-lead", "dana")
        assert not done.ok
        await it.settled()


async def test_the_answer_to_a_press_is_tried_again(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        await it.ring(hot_lead())
        sent = await api.wait_for("sendMessage", 2)
        api.fail("answerCallbackQuery", status=502)
        answer = await api.press(sent[0].message, "Claim")
        assert answer["text"].startswith("Yours")
        await it.settled()
