"""Every button under an alert does what it says, once, for whom it was made."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.alerts.office import DANA, MARCUS, Running, agents, hot_lead, office, running, until
from tests.fakes.botapi import FakeBotApi

TWO = office(agents(2))


def labels(message: dict[str, Any]) -> list[str]:
    """The labels of the buttons under a message."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["text"] for row in rows for button in row]


async def rung(it: Running, api: FakeBotApi, **changes: Any) -> dict[int, dict[str, Any]]:
    """A lead rings both; the message of each chat."""
    await it.ring(hot_lead(**changes))
    calls = await api.wait_for("sendMessage", len(it.site.agents))
    await it.settled()
    return {call.chat: call.message for call in calls}


async def events(it: Running, kind: str) -> list[tuple[str, dict[str, Any]]]:
    found = await it.store.events("lead-1")
    return [(event.who, json.loads(event.data)) for event in found if event.kind == kind]


async def test_pass_asks_why_and_shows_one_line_without_the_number(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        assert (await api.press(sent[DANA], "Pass"))["text"] == "Why?"
        await until(lambda: "🚗 Busy now" in labels(api.shown(DANA)[0]))
        await api.press(api.shown(DANA)[0], "Busy now")
        await it.settled()
        (shown,) = api.shown(DANA)
        assert shown["text"].startswith("👎 You passed (busy now) · Chris Ode")
        assert "737" not in shown["text"]
        assert labels(shown) == ["✅ Claim after all"]
        assert await events(it, "passed") == [("dana", {"reason": "busy"})]
        assert "+1 737-555-0141" in api.shown(MARCUS)[0]["text"], "it rings on with the others"
        assert (await api.press(shown, "Claim after all"))["text"].startswith("Yours")
        await it.settled()


async def test_back_closes_a_menu_and_a_menu_outlives_a_change_of_the_lead(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        await api.press(sent[DANA], "Pass")
        await it.settled()
        await it.change(hot_lead(), phone="+17375550199")
        await until(lambda: "0199" in api.shown(DANA)[0]["text"])
        await it.settled()
        assert "🚗 Busy now" in labels(api.shown(DANA)[0])
        await api.press(api.shown(DANA)[0], "Back")
        await it.settled()
        assert "👎 Pass" in labels(api.shown(DANA)[0])


async def test_more_shows_all_answers_why_source_and_calling_hours(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        await api.press(sent[DANA], "More")
        await it.settled()
        text = api.shown(DANA)[0]["text"]
        for line in (
            "Viewing: Fri 14 Mar 11:00",
            "Financing: pre-approved",
            "Why 95:",
            "+20 pre-approved",
            "Source: google",
            "Calls: 00:00-24:00",
            "Routing: test",
        ):
            assert line in text
        await api.press(api.shown(DANA)[0], "Claim")
        await it.settled()
        assert "📞 Reached" not in labels(api.shown(DANA)[0]), "more stays open"
        assert "✍️ Signed" in labels(api.shown(DANA)[0])
        assert await events(it, "looked") == [("dana", {})]


async def test_more_hides_the_number_where_it_is_shown_after_the_claim(
    api: FakeBotApi, tmp_path: Path
) -> None:
    site = office(agents(2), hide_contact_until_claim=True)
    async with running(tmp_path, api, site) as it:
        sent = await rung(it, api)
        assert "📋 Copy number" not in labels(sent[DANA])
        await api.press(sent[DANA], "More")
        await it.settled()
        assert "737" not in api.shown(DANA)[0]["text"]
        await api.press(api.shown(DANA)[0], "Claim")
        await it.settled()
        assert "+1 737-555-0141" in api.shown(DANA)[0]["text"]


async def test_a_claim_brings_the_card_which_is_taken_back_with_the_lead(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        await api.press(sent[DANA], "Claim")
        await until(lambda: api.cards(DANA))
        (card,) = api.cards(DANA)
        assert (card["phone_number"], card["first_name"]) == ("+17375550141", "Chris Ode")
        assert "FN:Chris Ode (tour Fri 14 Mar 11:00)" in card["vcard"]
        await it.settled()
        await api.press(api.shown(DANA)[0], "More")
        await it.settled()
        assert (await api.press(api.shown(DANA)[0], "Give back"))["text"].startswith("Given back")
        await it.settled()
        assert api.cards(DANA) == []
        assert (await it.store.lead("lead-1")).owner == ""  # type: ignore[union-attr]
        assert "gave back" in api.shown(MARCUS)[-1]["text"]
        assert "⬅️ Back" not in labels(api.shown(DANA)[0]), "the menu is closed"
        assert "✅ Claim" in labels(api.shown(MARCUS)[0]), "the first alert is open again"


async def test_a_lead_is_handed_to_a_colleague_whose_phone_rings(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        await api.press(sent[DANA], "Claim")
        await it.settled()
        await api.press(api.shown(DANA)[0], "Hand over")
        await until(lambda: "Marcus Lee" in labels(api.shown(DANA)[0]))
        answer = await api.press(api.shown(DANA)[0], "Marcus Lee")
        assert answer["text"] == "Marcus Lee has it now."
        await it.settled()
        given = api.shown(MARCUS)[-1]
        assert given["text"].startswith("🔁 Dana handed you Chris Ode at ")
        assert "+1 737-555-0141" in given["text"]
        assert "737" not in api.shown(DANA)[0]["text"], "who gave it away loses the number"
        ring = next(call for call in api.sent() if "handed you" in call.text)
        assert ring.params.get("disable_notification") in {None, "false"}
        assert api.cards(DANA) == []
        assert len(api.cards(MARCUS)) == 1
        lead = await it.store.lead("lead-1")
        assert lead is not None
        assert lead.owner == "marcus"


async def test_do_not_contact_asks_first_and_then_nobody_sees_the_number(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        await api.press(sent[DANA], "Claim")
        await it.settled()
        await api.press(api.shown(DANA)[0], "More")
        await it.settled()
        await api.press(api.shown(DANA)[0], "Do not contact")
        await until(lambda: any("Yes, nobody" in label for label in labels(api.shown(DANA)[0])))
        assert await it.store.may_contact(["phone:+17375550141"])
        await api.press(api.shown(DANA)[0], "Yes, nobody")
        await it.settled()
        assert not await it.store.may_contact(["phone:+17375550141"])
        for chat in (DANA, MARCUS):
            assert "do not contact" in api.shown(chat)[0]["text"]
            assert "737" not in api.shown(chat)[0]["text"]
        assert api.cards(DANA) == []


async def test_snooze_reminds_after_a_quarter_of_an_hour_if_nobody_claimed(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        pressed = datetime.now(UTC)
        assert "15 minutes" in (await api.press(sent[DANA], "15 min"))["text"]
        answered = datetime.now(UTC)
        await it.settled()
        assert "⏰ You are reminded at" in api.shown(DANA)[0]["text"]
        (timer,) = [row for row in await it.store.outbox("due") if row.kind == "alert.snooze"]
        quarter = timedelta(minutes=15)
        assert pressed + quarter <= timer.due_at <= answered + quarter
        await it.store.hasten(timer.key, datetime.now(UTC))
        it.alerts.wake()
        (call,) = await api.wait_for("sendMessage", chat=DANA, text="⏰ As you asked")
        assert call.params.get("disable_notification") in {None, "false"}
        await it.settled()


async def test_another_agents_verbs_are_refused_in_a_sentence(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        await api.press(sent[MARCUS], "Claim")
        await it.settled()
        signer = it.alerts.desk.signer
        for verb, arg in (("release", ""), ("hand_over", "dana"), ("do_not_contact", "yes")):
            data = signer.data(verb, "lead-1", "dana", arg)
            answer = await api.press(sent[DANA], data)
            assert "Only who claimed this lead" in answer["text"], verb
        for verb, arg in (("pass", "busy"), ("snooze", "")):
            data = signer.data(verb, "lead-1", "dana", arg)
            answer = await api.press(sent[DANA], data)
            assert answer["text"] == "Marcus has this lead.", verb
        await it.settled()
        assert (await it.store.lead("lead-1")).owner == "marcus"  # type: ignore[union-attr]


async def test_a_reason_or_a_colleague_cannot_be_forged(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        good = it.alerts.desk.signer.data("pass", "lead-1", "dana", "busy")
        for data in (good.replace("busy", "other"), good.replace("p.", "d.", 1), good + "x"):
            answer = await api.press(sent[DANA], data)
            assert answer["text"] == "This button does not work here."
        assert await events(it, "passed") == []


async def test_a_press_handled_twice_is_noted_once(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        await api.press(sent[DANA], "15 min")
        update = next(u for u in api.history if "callback_query" in u)
        await api.push(update)
        await api.say(DANA, "/me")
        await api.wait_for("sendMessage", text="You are on")
        await it.settled()
        assert len(await events(it, "snoozed")) == 1


async def test_signed_and_lost_move_the_stage(api: FakeBotApi, tmp_path: Path) -> None:
    async with running(tmp_path, api, TWO) as it:
        sent = await rung(it, api)
        await api.press(sent[DANA], "Claim")
        await it.settled()
        for label, stage in (("Booked", "viewing"), ("Signed", "won")):
            if label == "Signed":
                await api.press(api.shown(DANA)[0], "More")
                await it.settled()
            await api.press(api.shown(DANA)[0], label)
            await it.settled()
            lead = await it.store.lead("lead-1")
            assert lead is not None
            assert lead.stage == stage
        assert "✍️ Signed" in api.shown(DANA)[0]["text"]
        assert "Why 95:" not in api.shown(DANA)[0]["text"], "the menu is closed"
        told = [data for _, data in await events(it, "stage")]
        assert [(one["before"], one["stage"], one["why"]) for one in told][-3:] == [
            ("mql", "sql", "booked"),
            ("sql", "viewing", "booked"),
            ("viewing", "won", "signed"),
        ]
