"""An agent in a visitor's chat: from Telegram into the website and into Telegram, and back."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.rows import Outgoing
from tests.alerts.office import until
from tests.channels.telegram.chats import (
    DANA,
    HOT,
    MARCUS,
    Site,
    Web,
    eventually,
    press_data,
    site,
)
from tests.channels.telegram.phone import STICKER, Phone
from tests.fakes.botapi import FakeBotApi

HERE = "Dana Reyes is in the chat now and answers you personally."
BACK = "Dana Reyes has left the chat. It's the automated assistant again."


@pytest.fixture
async def office(tmp_path: Path, api: FakeBotApi) -> AsyncIterator[Site]:
    async with site(tmp_path, api) as made:
        yield made


async def test_the_chat_button_opens_the_chat_and_what_is_written_reaches_the_visitor(
    office: Site,
) -> None:
    visitor = await office.visitor(*HOT[:7], "512-555-0143")
    alert = await office.rung()
    open_question = (await visitor.state())["ask"]
    toast = await office.api.press(alert, press_data(office, await office.lead()))
    assert "show_alert" not in toast or toast["show_alert"] == "false"
    await office.quiet()
    opened = office.got()[-1]
    assert "You are in the chat with Chris Ode" in opened
    assert "👤 512-555-0143" in opened, "what was said last is shown"
    await office.write("Hi Chris, Dana here. Saturday at 11?")
    state = await visitor.state()
    assert (state["status"], state["ended"], state["ask"]) == ("handoff", False, None)
    assert state["live"] is True
    here, word = state["messages"][-2:]
    assert (here["from"], here["text"]) == ("bot", HERE)
    assert {name: word[name] for name in ("from", "name", "agent", "text")} == {
        "from": "agent",
        "name": "Dana Reyes",
        "agent": "dana",
        "text": "Hi Chris, Dana here. Saturday at 11?",
    }
    assert (await office.lead()).owner == "dana", "the chat was claimed with it"
    reply = await visitor.say("Yes, that works", "what about parking?")
    assert [m["text"] for m in reply["messages"]] == ["what about parking?"], "the bot is silent"
    await office.quiet()
    assert office.got()[-2:] == [
        "💬 Chris Ode: Yes, that works",
        "💬 Chris Ode: what about parking?",
    ]
    quiet = [c for c in office.api.sent() if c.text.startswith("💬 Chris")]
    assert all(c.params.get("disable_notification") in (True, "true") for c in quiet)
    await office.write("/bot")
    state = await visitor.state()
    assert state["ask"] == open_question, "at the same question"
    assert state["messages"][-1]["text"].startswith(BACK)
    assert office.got()[-1] == "🤖 The assistant goes on with Chris Ode."


async def test_an_answer_to_the_alert_is_enough_and_only_the_claimer_speaks(office: Site) -> None:
    visitor = await office.visitor(*HOT)
    alert = await office.rung()
    await office.answer(alert, "Hello, Dana here")
    assert await visitor.lines() == ["Hello, Dana here"]
    lead = await office.lead()
    forged = office.doorstep.alerts.desk.signer.data("chat", lead.id, "marcus")
    toast = await office.api.press(office.api.shown(DANA)[0], forged, user=MARCUS)
    assert toast["text"] == "Dana Reyes was faster."
    await office.api.press(office.api.shown(DANA)[0], forged, user=DANA, wait=False)
    await office.write("I am no agent", chat=555, reply_to_message=alert)
    await office.quiet()
    assert await visitor.lines() == ["Hello, Dana here"]
    assert "no agent" not in json.dumps(await visitor.state())


async def test_the_same_update_or_message_again_says_nothing_twice(office: Site) -> None:
    visitor = await office.visitor(*HOT)
    alert = await office.rung()
    await office.answer(alert, "Once")
    (first,) = [u for u in office.api.history if u.get("message", {}).get("text") == "Once"]
    await office.api.push(first)
    await office.api.update(message=first["message"])  # under another number
    await office.api.say(DANA, "Twice")

    async def twice() -> bool:
        return "Twice" in await visitor.lines()

    await eventually(twice)
    assert await visitor.lines() == ["Once", "Twice"]
    turn = str(uuid.uuid4())
    _, one = await visitor.turn(turn, text="I heard you")
    _, two = await visitor.turn(turn, text="I heard you")
    assert one == two
    await visitor.say("and this is new")
    await until(lambda: "💬 Chris Ode: and this is new" in office.got())
    assert office.got().count("💬 Chris Ode: I heard you") == 1


async def test_a_changed_message_is_told_as_changed(office: Site) -> None:
    visitor = await office.visitor(*HOT)
    await office.answer(await office.rung(), "Saturday at 11")
    message = next(u["message"] for u in office.api.history if "Saturday" in str(u.get("message")))
    await office.api.update(
        edited_message={**message, "text": "Sunday at 11", "edit_date": message["date"] + 5}
    )
    await office.quiet()
    last = (await visitor.state())["messages"][-1]
    assert (last["text"], last["corrects"]) == ("Sunday at 11", "true")


async def test_with_several_chats_answers_go_where_they_belong(office: Site) -> None:
    chris = await office.visitor(*HOT)
    first = await office.rung()
    kim = await office.visitor(*HOT[:6], "Kim Lund", "512-555-0177")
    second = await office.rung("Kim Lund")
    await office.answer(first, "To Chris")
    await office.answer(second, "To Kim")
    await office.write("Also to Kim")
    await kim.say("kim answers")
    await chris.say("chris answers")
    await office.quiet()
    line = next(m for m in office.api.shown(DANA) if m["text"] == "💬 Chris Ode: chris answers")
    await office.answer(line, "Back to Chris")
    assert await chris.lines() == ["To Chris", "Back to Chris"]
    assert await kim.lines() == ["To Kim", "Also to Kim"]
    await office.write("/leads")
    listed = office.api.shown(DANA)[-1]
    assert [line[:12] for line in listed["text"].split("\n")[1:]] == [
        "1. Chris Ode",
        "2. Kim Lund ",
    ]
    await office.api.press(listed, "2. Kim Lund")
    await office.write("Kim again")
    await office.write("/chat 1")
    await office.write("Chris again")
    await office.write("/chat kim")
    await office.write("Kim at last")
    await office.write("/chat nobody")
    assert "no such lead" in office.api.shown(DANA)[-1]["text"]
    assert (await chris.lines())[2:] == ["Chris again"]
    assert (await kim.lines())[2:] == ["Kim again", "Kim at last"]


async def test_stop_and_erase_still_work_and_end_the_chat(office: Site) -> None:
    visitor = await office.visitor(*HOT)
    await office.answer(await office.rung(), "Hello")
    reply = await visitor.say("STOP")
    assert (reply["status"], reply["ended"]) == ("stopped", True)
    await office.quiet()
    assert "wrote STOP" in office.got()[-1]
    await office.write("But wait")
    assert "may not be written to" in office.api.shown(DANA)[-1]["text"]
    assert await visitor.lines() == ["Hello"]


async def test_while_an_agent_is_there_a_button_of_the_bot_does_nothing(office: Site) -> None:
    visitor = await office.visitor(*HOT)
    asked = visitor.last["ask"]
    assert asked["options"]
    await office.answer(await office.rung(), "Hello")
    status, told = await visitor.turn(
        question=asked["question"], choice=asked["options"][0]["value"]
    )
    assert (status, told["ask"]) == (409, None)
    status, told = await visitor.turn(question=asked["question"], text="typed before I saw it")
    assert status == 200
    assert [m["from"] for m in told["messages"]] == ["bot", "agent", "visitor"]


async def test_a_number_written_to_the_agent_is_kept_and_not_asked_again(office: Site) -> None:
    visitor = await office.visitor("Round Rock")
    lead = await office.lead()
    await office.quiet()
    await office.api.press(
        {"chat": {"id": DANA}, "message_id": 1}, press_data(office, lead), wait=False
    )
    await office.quiet()
    await visitor.say("reach me on 512-555-0188, card 4111 1111 1111 1111")
    await office.quiet()
    assert (await office.lead()).phone == "+15125550188"
    assert "4111 1111" not in json.dumps(office.got())


async def patience_ends(office: Site) -> None:
    """The visitor has waited for as long as an agent has time to answer."""
    store = office.doorstep.store
    timers = [row for row in await store.outbox("due", 100) if row.kind == "chat.quiet"]
    assert timers
    for timer in timers:
        assert await store.hasten(timer.key, datetime.now(UTC))
    office.doorstep.alerts.wake()


async def test_a_visitor_who_waits_gets_the_assistant_back(
    tmp_path: Path, api: FakeBotApi
) -> None:
    """Also across a restart: the timer is a row."""
    async with site(tmp_path, api) as office:
        visitor = await office.visitor(*HOT)
        asked = visitor.last["ask"]
        await office.answer(await office.rung(), "Hello")
        await visitor.say("are you there?", "hello?")
        address = visitor.headers, visitor.id
    async with site(tmp_path, api) as office:
        visitor = Web(office, "buyer", address[1], headers=address[0])
        assert (await visitor.state())["ask"] is None
        await patience_ends(office)

        async def back() -> bool:
            return (await visitor.state())["ask"] is not None

        await eventually(back)
        state = await visitor.state()
        assert state["ask"] == asked
        assert "can't write just now" in state["messages"][-1]["text"]
        assert "call me" in state["messages"][-1]["text"]
        await office.quiet()
        await until(lambda: "Nobody answered Chris Ode" in office.got()[-1])
        await office.write("Sorry, here again")
        assert await visitor.lines() == ["Hello", "Sorry, here again"]
        assert (await visitor.state())["ask"] is None


async def test_an_answer_in_time_stops_the_timer(office: Site) -> None:
    visitor = await office.visitor(*HOT)
    await office.answer(await office.rung(), "Hello")
    await visitor.say("a question")
    await office.write("an answer")
    await patience_ends(office)

    async def settled() -> list[Outgoing]:
        rows = await office.doorstep.store.outbox(limit=100)
        return [row for row in rows if row.kind == "chat.quiet" and row.state == "sent"]

    await eventually(settled)
    assert [row.result for row in await settled()] == ["answered in time"]
    assert (await visitor.state())["status"] == "handoff"


async def test_typing_is_shown_to_who_speaks(office: Site) -> None:
    visitor = await office.visitor(*HOT)

    async def types(headers: dict[str, str]) -> int:
        async with office.http.post(f"{visitor.url}/typing", headers=headers) as reply:
            return reply.status

    assert await types({}) == 401
    assert await types(visitor.headers) == 204
    await office.answer(await office.rung(), "Hello")
    assert not office.api.sent("sendChatAction"), "the bot needs not to be told"
    for _ in range(3):
        assert await types(visitor.headers) == 204
    (shown,) = await office.api.wait_for("sendChatAction", chat=DANA)
    assert shown.params["action"] == "typing"


async def test_in_telegram_the_visitor_reads_who_writes(office: Site, api: FakeBotApi) -> None:
    phone = Phone(api, office.doorstep)
    await phone.say("/start f-buyer__m-austin")
    for text in HOT[:-1]:
        await phone.say(text)
    await phone.share("+15125550143")
    await office.answer(await office.rung(), "Hi, Dana here")
    shown = [m["text"] for m in api.shown(phone.chat)][-2:]
    assert shown == [HERE, "Dana Reyes: Hi, Dana here"]
    assert await phone.say("great, thanks") == shown, "the bot adds nothing"
    await office.quiet()
    assert office.got()[-1] == "💬 Chris Ode: great, thanks"
    await office.write("/bot")
    last = api.shown(phone.chat)[-1]
    assert last["text"].startswith(BACK)
    assert "reply_markup" in last, "with the buttons of the question"
    await phone.say("no")
    repeated = [m["text"] for m in api.shown(phone.chat)]
    assert repeated.count("Dana Reyes: Hi, Dana here") == 1


async def test_an_agent_who_is_in_no_chat_is_told_how(office: Site) -> None:
    await office.write("/bot")
    assert "no chat" in office.api.shown(DANA)[-1]["text"]
    await office.write("/leads")
    assert "no open leads" in office.api.shown(DANA)[-1]["text"]


async def test_a_stream_opened_before_tells_the_agents_word_at_once(office: Site) -> None:
    visitor = await office.visitor(*HOT)
    alert = await office.rung()
    async with office.http.get(f"{visitor.url}/live", headers=visitor.headers) as stream:
        assert stream.status == 200
        await office.answer(alert, "Can you hear me?")
        async with asyncio.timeout(20):
            while b"Can you hear me?" not in await stream.content.readline():
                pass


@pytest.mark.slow
async def test_a_kill_between_the_words_loses_none_and_repeats_none(
    tmp_path: Path, api: FakeBotApi
) -> None:
    """The agent's words are stored updates, the visitor's forwards are rows: both come once."""
    program = "import asyncio, sys; from tests.alerts.test_whole_path import stand; "
    command = [sys.executable, "-c", program + "asyncio.run(stand(sys.argv[1]))", str(tmp_path)]
    environ = {"DOORSTEP_TELEGRAM_TOKEN": api.token, "DOORSTEP_TELEGRAM_API": api.url}
    async with site(tmp_path, api) as office:
        visitor = await office.visitor(*HOT)
        await office.answer(await office.rung(), "word 0")
        kept = visitor.headers, visitor.id
    for n in (1, 2):
        served = await asyncio.create_subprocess_exec(
            *command, env={**os.environ, **environ}, stdout=asyncio.subprocess.PIPE
        )
        assert served.stdout is not None
        await served.stdout.readline()
        await api.say(DANA, f"word {n}")
        await asyncio.sleep(0.02 * n)
        served.send_signal(signal.SIGKILL)
        await served.wait()
    async with site(tmp_path, api) as office:
        await office.quiet()
        visitor = Web(office, "buyer", kept[1], headers=kept[0])
        assert await visitor.lines() == [f"word {n}" for n in range(3)]


async def test_what_is_no_text_is_refused_kindly(office: Site) -> None:
    visitor = await office.visitor(*HOT)
    await office.answer(await office.rung(), "Hello")
    agent = Phone(office.api, office.doorstep, chat=DANA)
    assert await agent.send(sticker=STICKER) != []
    assert office.api.shown(DANA)[-1]["text"].startswith("Only text reaches a visitor")
    assert await visitor.lines() == ["Hello"]


async def test_a_visitor_in_telegram_who_changes_a_message_changes_it_for_the_agent(
    office: Site, api: FakeBotApi
) -> None:
    phone = Phone(api, office.doorstep)
    await phone.say("/start f-buyer__m-austin")
    for text in HOT[:-1]:
        await phone.say(text)
    await phone.share("+15125550143")
    await office.answer(await office.rung(), "Saturday?")
    await phone.say("yes at 11")
    await phone.edit("yes at 11", "yes at 12")
    await office.quiet()
    assert office.got()[-2:] == ["💬 Chris Ode: yes at 11", "💬 Chris Ode: ✏️ yes at 12"]
