"""What visitors do in Telegram beside the straight way, before the whole product."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.library import shipped
from storage.rows import Conversation
from storage.store import LeadFilter
from tests.channels.telegram.chats import eventually
from tests.channels.telegram.phone import STICKER, Phone, chatting
from tests.day.clock import StandingClock
from tests.fakes.botapi import FakeBotApi

DAY = 86_400


async def conversation(it: Phone, chat: int = 77) -> Conversation:
    found = await it.doorstep.store.conversation_of_peer("telegram", str(chat))
    assert found is not None
    return found


async def fields(it: Phone) -> str:
    return (await it.lead()).fields


async def test_the_first_words_count_though_start_was_never_pressed(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        said = await it.say("3 bed in round rock")
        assert said[0].startswith("Hi, I'm Dory")
        assert said[-1].startswith("3 bedrooms, noted. What's your price range?")
        assert '"area":"Round Rock"' in await fields(it)


async def test_a_greeting_is_no_answer(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        said = await it.say("hi")
        assert len(said) == 2
        assert said[-1] == "Which area are you looking in?"


@pytest.mark.parametrize(
    ("payload", "names"),
    [
        ("", ("buyer", "austin", "")),
        ("f-renter__m-leeds__s-fb_spring", ("renter", "leeds", "fb_spring")),
        ("MLS1234567", ("listing", "austin", "MLS1234567")),
        ("l-MLS1234567__s-sign", ("listing", "austin", "sign")),
        ("renter", ("renter", "austin", "renter")),
        ("google-ad-7", ("buyer", "austin", "google-ad-7")),
        ("conv_of_another_visitor", ("buyer", "austin", "conv_of_another_visitor")),
        ("A" * 64, ("buyer", "austin", "A" * 64)),
        ("f-nothing__m-nowhere", ("buyer", "austin", "f-nothing__m-nowhere")),
    ],
)
async def test_a_link_names_source_market_listing_and_flow(
    payload: str, names: tuple[str, str, str], api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say(f"/start {payload}".strip())
        row = await conversation(it)
        flow, market, source = names
        assert (row.flow, row.market) == (flow, market)
        assert not source or f'"utm_campaign":"{source}"' in row.source


async def test_start_again_asks_the_open_question_and_makes_no_second_lead(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        await it.say("Round Rock")
        assert await it.say("/start") == ["How many bedrooms, at least?"]
        assert it.buttons()[:4] == ["1", "2", "3", "4+"]
        assert (await it.lead()).flow == "buyer"


async def test_a_stale_press_gets_the_current_question_and_changes_nothing(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        await it.say("Round Rock")
        beds = it.under("4+")
        await it.say("3")
        before = await fields(it)
        assert await it.press("4+", beds) == ["What's your price range? A rough figure is fine."]
        assert await fields(it) == before
        assert "reply_markup" not in api.messages[77, beds["message_id"]]


async def test_a_button_of_another_chat_is_worth_nothing(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        other = Phone(api, it.doorstep, chat=78)
        for phone in (it, other):
            await phone.say("/start")
            await phone.say("Round Rock")
        data = it.under("4+")["reply_markup"]["inline_keyboard"][0][3]["callback_data"]
        assert len(data.encode()) <= 64
        await other.press(data, other.under("4+"))
        rows = {row.id: row for row in await it.doorstep.store.leads(LeadFilter())}
        assert all("beds_min" not in row.fields for row in rows.values())


async def test_a_double_click_answers_once(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        await it.say("Round Rock")
        message = it.under("3")
        data = message["reply_markup"]["inline_keyboard"][0][2]["callback_data"]
        await it.press(data, message)
        assert await it.press(data, message) == []
        messages = await it.doorstep.store.messages((await conversation(it)).id)
        assert [line.text for line in messages if line.sender == "visitor"] == ["Round Rock", "3"]


async def test_only_the_senders_own_contact_fills_the_phone(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        for text in ("Round Rock", "3", "450k", "now", "cash", "no", "Chris Ode"):
            await it.say(text)
        assert it.buttons() == ["📱 Share my number", "Skip"]
        said = await it.share("15125550199", owner=5)
        assert "somebody else's" in said[0]
        assert (await it.lead()).phone == ""
        await it.share("15125550143")
        assert (await it.lead()).phone == "+15125550143"


async def test_skip_of_the_contact_keyboard_skips(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        for text in ("Round Rock", "3", "450k", "now", "cash", "no", "Chris Ode"):
            await it.say(text)
        said = await it.say("Skip")
        assert said[-1].endswith("Which e-mail should the matching homes go to?")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"sticker": STICKER}, "Nice one!"),
        ({"voice": {"file_id": "x", "file_unique_id": "y", "duration": 1}}, "voice messages"),
        ({"photo": [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]},
         "I haven't kept it"),
        ({"location": {"latitude": 40.4, "longitude": -3.7}}, "isn't near any area we cover"),
        ({"location": {"latitude": "?", "longitude": -3.7}}, "I don't need your location"),
    ],
)  # fmt: skip
async def test_what_is_no_text_is_answered_kindly_and_the_question_repeated(
    content: dict[str, Any], words: str, api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        said = await it.send(**content)
        assert words in said[0]
        assert said[1] == "Which area are you looking in?"


async def test_a_location_answers_a_question_for_an_area(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        said = await it.send(location={"latitude": 30.52, "longitude": -97.66})
        assert said[-1] == "How many bedrooms, at least?"
        assert '"area":"Round Rock"' in await fields(it)
        (heard,) = [
            line.text
            for line in await it.doorstep.store.messages((await conversation(it)).id)
            if line.sender == "visitor"
        ]
        assert heard == "Round Rock"  # where somebody stood is not kept


async def test_a_location_nobody_asked_for_changes_nothing(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        await it.say("Georgetown")
        said = await it.send(location={"latitude": 30.52, "longitude": -97.66})
        assert "I don't need your location" in said[0]
        assert said[1] == "How many bedrooms, at least?"
        assert '"area":"Georgetown"' in await fields(it)


async def test_an_edited_message_corrects_its_answer_and_nothing_twice(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        for text in ("Round Rock", "3", "450k", "now"):
            await it.say(text)
        before = (await it.lead()).total
        said = await it.edit("450k", "500k")
        assert said == ["How do you plan to pay?"]
        lead = await it.lead()
        assert '"budget_max":500000' in lead.fields
        assert lead.total == before
        assert await it.edit("450k", "500k") == []  # Telegram tells an edit twice
        assert (await it.lead()).total == before


async def test_an_edit_of_what_answered_nothing_is_left_alone(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        await it.say("are you a bot?")
        await it.say("Round Rock")
        assert await it.edit("are you a bot?", "are you human?") == []


async def test_the_commands_work_and_others_do_not(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        await it.say("Round Rock")
        assert "/human gets you a person" in (await it.say("/help"))[0]
        assert await it.say("/admin") == []
        assert await it.say("/language") == ["Which language suits you?"]
        assert (await it.press("Deutsch"))[0].startswith("Wie viele")
        assert (await it.say("/restart"))[-1].startswith("Gern, wir fangen von vorn an.")
        said = await it.say("/human")
        assert any("Nummer" in line for line in said)
        await it.say("/stop")
        assert (await conversation(it)).status == "stopped"
        assert await it.say("hello?") == []
        assert not await it.doorstep.store.may_contact(["telegram:77"])


@pytest.mark.parametrize("base", ["", "https://chat.oak.example/"])
async def test_the_way_to_the_privacy_page_is_never_met_with_silence(
    api: FakeBotApi, tmp_path: Path, base: str
) -> None:
    wanted = (
        "How we use your data: https://chat.oak.example/privacy"
        if base
        else "Oak & Lane Realty keeps this chat to answer your request."
    )
    site = tmp_path / "site.yaml"
    shown = (shipped() / "site.yaml").read_text("utf-8")
    site.write_text(shown + (f"\nbase_url: {base}\n" if base else ""), encoding="utf-8")
    async with chatting(tmp_path, api, site=site) as it:
        (before,) = await it.say("/privacy")  # nothing else is said, and no chat begins
        assert before.startswith(wanted)
        assert await it.doorstep.store.conversation_of_peer("telegram", "77") is None
        await it.say("/start")
        within, again = await it.say("/privacy")
        assert within.startswith(wanted)
        assert again == "Which area are you looking in?"


@pytest.mark.parametrize(
    ("base", "shown"),
    [("", " /privacy"), ("https://chat.oak.example/", " https://chat.oak.example/legal/data")],
)
async def test_a_path_that_no_phone_can_open_is_the_command_that_tells_of_it(
    api: FakeBotApi, tmp_path: Path, base: str, shown: str
) -> None:
    site = tmp_path / "site.yaml"
    own = (shipped() / "site.yaml").read_text("utf-8").replace("url: /privacy", "url: /legal/data")
    site.write_text(own + (f"\nbase_url: {base}\n" if base else ""), encoding="utf-8")
    async with chatting(tmp_path, api, site=site) as it:
        greeting = (await it.say("/start"))[0]
        assert greeting.endswith(shown)
        assert " /legal" not in greeting


async def test_a_chat_that_blocked_the_bot_is_marked_and_not_tried_again(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        api.blocked.add(77)
        await it.say("Round Rock")
        assert await it.doorstep.store.setting("blocked:telegram:77")
        refused = [c for c in api.sent(ok=False) if c.chat == 77 and c.status == 403]
        assert len(refused) == 1
        api.blocked.discard(77)
        assert await it.say("3") == ["What's your price range? A rough figure is fine."]
        assert await it.doorstep.store.setting("blocked:telegram:77") is None


async def test_blocking_is_heard_at_once(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        user = {"id": 77, "is_bot": False, "first_name": "V"}
        bot = {"id": 4242, "is_bot": True, "first_name": "B"}
        left = {"user": bot, "status": "kicked", "until_date": 0}
        here = {"user": bot, "status": "member"}
        change = {"chat": {"id": 77, "type": "private"}, "from": user, "date": int(time.time())}
        await api.update(
            my_chat_member={**change, "old_chat_member": here, "new_chat_member": left}
        )
        await it.quiet()
        assert await it.doorstep.store.setting("blocked:telegram:77")


async def test_a_429_holds_up_its_own_chat_only_and_order_is_kept(
    api: FakeBotApi, tmp_path: Path
) -> None:
    clock = StandingClock(datetime.now(UTC))
    async with chatting(tmp_path, api, clock, clock.ticks) as it:
        api.fail("sendMessage", status=429, retry_after=20, chat=77)
        await api.say(77, "/start")
        await api.wait_for("sendMessage", 1, chat=77)
        await api.say(78, "/start")
        await api.wait_for("sendMessage", 2, chat=78)
        assert api.shown(77) == []

        async def put_back() -> bool:
            return not await it.doorstep.store.outbox("taken", 1)

        await eventually(put_back)
        clock.move(clock() + timedelta(seconds=22))
        it.doorstep.alerts.wake()
        await it.quiet()
        assert [line["text"][:9] for line in api.shown(77)] == ["Hi, I'm D", "Which are"]


async def test_a_server_error_is_tried_again(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        api.fail("sendMessage", status=502)
        await it.say("/start")
        assert len(api.shown(77)) == 2


async def test_a_message_of_three_days_ago_gets_no_promise_of_minutes(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        for text in ("Round Rock", "3", "450k", "now", "cash", "no", "Chris Ode", "512-555-0143"):
            await it.say(text)
        await it.press("Not now")
        said = await it.say("no", date=int(time.time()) - 3 * DAY)
        assert said[0].startswith("Sorry, your message only reached me now.")
        assert "min" not in said[-1]
        lines = await it.doorstep.store.messages((await conversation(it)).id)
        assert lines[-1].text == said[-1]


async def test_a_flood_is_slowed_down_once_and_a_refusal_is_heard_all_the_same(
    api: FakeBotApi, tmp_path: Path
) -> None:
    seconds = 0.0
    async with chatting(tmp_path, api, ticks=lambda: seconds, rate_limit=True) as it:
        await it.say("/start")  # one of the sixty of a minute
        for flood, (at, sent, heard) in enumerate(((0.0, 75, 59), (10.0, 15, 59 + 10)), 1):
            seconds = at
            for n in range(sent):
                await api.say(77, f"is it quiet {n}?")
            await it.quiet()
            lines = await it.doorstep.store.messages((await conversation(it)).id)
            assert len([line for line in lines if line.sender == "visitor"]) == heard
            assert len([m for m in api.shown(77) if "a lot at once" in m["text"]]) == flood
        await it.say("STOP")
        assert (await conversation(it)).status == "stopped"


async def test_groups_and_channels_are_left_alone(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        await api.say(-5, "hi", user=77)
        await api.say(-(10**12) - 5, "/start", user=77)
        await it.quiet()
        assert api.sent() == []


async def test_an_agents_group_that_moved_is_followed(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api) as it:
        directory = it.doorstep.alerts.desk.directory
        await directory.bind("dana", "-5")
        await api.say(-5, "moved", user=77, migrate_to_chat_id=-(10**12) - 5)
        await it.quiet()
        assert await directory.chat_of("dana") == str(-(10**12) - 5)


async def test_an_agent_may_try_the_bot_and_stays_an_agent(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        dana = Phone(api, it.doorstep, chat=9000000000001)
        assert (await dana.say("/start"))[0].startswith("Hello Dana Reyes")
        assert "/start demo" in (await dana.say("what now?"))[0]
        assert (await dana.say("/start demo"))[0].startswith("Hi, I'm Dory")
        assert (await dana.say("/start"))[0].startswith("Hello Dana Reyes")
        assert (await dana.say("Round Rock"))[0].startswith("How many bedrooms")


@pytest.mark.parametrize(
    "command", ["/help", "/foo", "/restart", "/language", "/human", "/stop", "/privacy"]
)
async def test_a_command_makes_no_visitor_of_an_agent(
    api: FakeBotApi, tmp_path: Path, command: str
) -> None:
    async with chatting(tmp_path, api) as it:
        dana = Phone(api, it.doorstep, chat=9000000000001)
        (told,) = await dana.say(command)
        for word in ("/leads", "/pause 2h", "/start demo"):
            assert word in told
        assert not await it.doorstep.store.conversations_of_peer("telegram", str(dana.chat))


async def test_the_menu_is_set_in_every_language(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api):
        calls = await api.wait_for("setMyCommands", 5)
    assert {call.params.get("language_code") for call in calls} == {None, "en", "es", "de", "ar"}


async def test_right_to_left_texts_keep_numbers_left_to_right(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with chatting(tmp_path, api) as it:
        it.lang = "ar"
        await it.say("/start f-buyer__m-dubai")
        await it.say("Business Bay")
        said = [m["text"] for m in api.shown(77)]
        assert re.search("\u2066\\d+\u2069", said[0]), said


async def test_the_token_is_in_no_log(
    api: FakeBotApi, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    api.fail("sendMessage", status=502)
    async with chatting(tmp_path, api) as it:
        await it.say("/start")
        await it.say("Round Rock")
        await it.say("3")
        api.fail("getUpdates", status=500)
        await it.say("450k")
        api.unknown.add(77)
        await it.say("now")
    out = capsys.readouterr()
    assert api.token not in out.out + out.err
    assert "Round Rock" not in out.out + out.err
