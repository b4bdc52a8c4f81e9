"""The visitor API, sentence by sentence."""

from __future__ import annotations

import asyncio
import json
from uuid import uuid4

from storage.store import LeadFilter
from tests.channels.conftest import Start
from tests.channels.office import Office, Visitor

SHAPE = {"conversation", "seq", "messages", "ask", "status", "ended"}


async def test_a_conversation_begins_with_201_its_token_and_the_first_question(
    office: Office,
) -> None:
    visitor = office.visitor()
    begun = await visitor.begin(
        market="leeds",
        lang="en-GB",
        source={"page": "https://homes.example/1?e=a@b.c", "utm_source": "ads"},
        known={"name": "Ann Lee"},
    )
    assert set(begun) == SHAPE | {"token", "words"}
    assert len(begun["token"]) * 6 >= 128
    assert len(begun["conversation"]) * 6 >= 128
    assert begun["seq"] == len(begun["messages"]) == begun["messages"][-1]["seq"]
    assert [message["from"] for message in begun["messages"]] == ["bot"] * begun["seq"]
    assert begun["ask"] == {
        "question": "timeline",
        "kind": "choice",
        "text": "When would you like to move?",
        "options": [
            {"value": "now", "label": "Right away"},
            {"value": "1_3m", "label": "1-3 months"},
            {"value": "browsing", "label": "Just looking"},
        ],
        "optional": False,
        "why": "So that the agent knows how soon.",
        "progress": begun["ask"]["progress"],
    }
    assert (begun["status"], begun["ended"]) == ("partial", False)
    row = await office.doorstep.store.conversation(visitor.id)
    assert row is not None
    assert (row.market, row.flow) == ("leeds", "tiny")
    assert json.loads(row.source) == {"page": "https://homes.example/1", "utm_source": "ads"}
    assert visitor.token not in row.token_hash


async def test_a_turn_returns_all_messages_since_the_last_one_the_visitors_own_included(
    visitor: Visitor,
) -> None:
    before = visitor.last["seq"]
    status, reply = await visitor.send(question="timeline", choice="now")
    assert status == 200
    assert set(reply) == SHAPE
    assert [message["seq"] for message in reply["messages"]] == list(
        range(before + 1, reply["seq"] + 1)
    )
    assert reply["messages"][0]["from"] == "visitor"
    assert reply["messages"][0]["text"] == "Right away"
    assert reply["ask"]["question"] == "financing"
    assert reply["ask"]["optional"] is True


async def test_typed_words_are_kept_as_typed(visitor: Visitor) -> None:
    _, reply = await visitor.send(text="  hmm <b>O'Brien & Sons</b> – ٣ 🏠  ")
    own = [message for message in reply["messages"] if message["from"] == "visitor"]
    assert own[0]["text"].strip() == "hmm <b>O'Brien & Sons</b> – ٣ 🏠"


async def test_every_kind_of_input_is_taken(visitor: Visitor) -> None:
    assert (await visitor.send(text="right away"))[1]["ask"]["question"] == "financing"
    assert (await visitor.send(question="financing", skip=True))[1]["ask"]["question"] == "name"
    assert (await visitor.send(back=True))[1]["ask"]["question"] == "financing"
    assert (await visitor.send(choice="cash"))[1]["ask"]["question"] == "name"
    assert (await visitor.send(edit={"question": "timeline"}))[1]["ask"]["question"] == "timeline"
    status, reply = await visitor.send(choice="1_3m", question="timeline")
    assert (status, reply["ask"]["question"]) == (200, "name")


async def test_the_same_client_id_gets_the_same_bytes_and_is_done_once(
    visitor: Visitor, office: Office
) -> None:
    body = {"id": str(uuid4()), "question": "timeline", "choice": "now"}
    replies = []
    for _ in range(3):
        async with await visitor.post(body) as reply:
            assert reply.status == 200
            replies.append(await reply.read())
    assert len(set(replies)) == 1
    assert len(await office.doorstep.store.answers(visitor.id)) == 1


async def test_the_same_client_id_sent_at_once_is_done_once(
    visitor: Visitor, office: Office
) -> None:
    body = {"id": str(uuid4()), "text": "right away"}

    async def send() -> tuple[int, bytes]:
        async with await visitor.post(body) as reply:
            return reply.status, await reply.read()

    replies = await asyncio.gather(*(send() for _ in range(10)))
    assert len(set(replies)) == 1
    assert replies[0][0] == 200
    assert len(await office.doorstep.store.answers(visitor.id)) == 1


async def test_the_same_client_id_gets_the_same_bytes_after_a_restart(start: Start) -> None:
    visitor = (await start()).visitor()
    await visitor.begin()
    bodies = [
        {"id": str(uuid4()), "question": "timeline", "choice": "now"},
        {"id": str(uuid4()), "text": "cash"},
    ]
    first = [await (await visitor.post(body)).read() for body in bodies]
    office = await start()
    again = Visitor(office.http, office.base, visitor.id, visitor.token)
    second = [await (await again.post(body)).read() for body in bodies]
    assert first == second
    assert len(await office.doorstep.store.answers(visitor.id)) == 2


async def test_a_conversation_goes_on_after_a_restart(start: Start) -> None:
    visitor = (await start()).visitor()
    await visitor.begin()
    await visitor.send(choice="now")
    office = await start()
    again = Visitor(office.http, office.base, visitor.id, visitor.token)
    _, reply = await again.send(choice="cash", question="financing")
    assert reply["ask"]["question"] == "name"
    whole = await again.state()
    assert [message["seq"] for message in whole["messages"]] == list(range(1, whole["seq"] + 1))


async def test_a_press_for_a_closed_question_gets_409_with_the_current_state(
    visitor: Visitor,
) -> None:
    await visitor.send(question="timeline", choice="now")
    status, stale = await visitor.send(question="timeline", choice="browsing")
    assert status == 409
    assert set(stale) == SHAPE | {"error", "words"}
    assert stale["error"]["code"] == "stale_question"
    assert stale["ask"]["question"] == "financing"
    assert stale["messages"] == (await visitor.state())["messages"]
    assert (await visitor.send(question="name", skip=True))[0] == 409
    status, reply = await visitor.send(question="financing", choice="cash")
    assert (status, reply["ask"]["question"]) == (200, "name")


async def test_two_presses_of_one_button_are_one_answer_and_one_409(
    visitor: Visitor, office: Office
) -> None:
    both = await asyncio.gather(
        *(visitor.send(question="timeline", choice="now") for _ in range(2))
    )
    assert sorted(status for status, _ in both) == [200, 409]
    assert len(await office.doorstep.store.answers(visitor.id)) == 1


async def test_a_choice_that_is_none_of_the_options_changes_no_answer(
    visitor: Visitor, office: Office
) -> None:
    for value in ("__proto__", "no-such-option", "now\0", "Right away"):
        status, reply = await visitor.send(question="timeline", choice=value)
        assert (status, reply["error"]["field"]) == (422, "choice")
    assert (await visitor.send(question="timeline", choices=["now", "browsing"]))[0] == 422
    assert (await visitor.state())["ask"]["question"] == "timeline"
    assert await office.doorstep.store.answers(visitor.id) == []


async def test_the_state_is_everything_after_a_number(visitor: Visitor) -> None:
    await visitor.send(choice="now")
    await visitor.send(choice="cash")
    whole = await visitor.state()
    assert set(whole) == SHAPE | {"words"}
    assert [message["seq"] for message in whole["messages"]] == list(range(1, whole["seq"] + 1))
    assert (await visitor.state(0))["messages"] == whole["messages"]
    assert (await visitor.state(2))["messages"] == whole["messages"][2:]
    past = await visitor.state(whole["seq"] + 5)
    assert set(past) == SHAPE
    assert past["messages"] == []
    assert past["ask"] == whole["ask"]


async def _finish(visitor: Visitor) -> dict[str, object]:
    await visitor.send(choice="now")
    await visitor.send(choice="cash")
    await visitor.send(text="Ann Lee")
    await visitor.send(text="512-555-0142")
    return (await visitor.send(question="notes", skip=True))[1]


async def test_a_finished_conversation_is_ended_and_still_takes_texts(visitor: Visitor) -> None:
    done = await _finish(visitor)
    assert (done["status"], done["ended"], done["ask"]) == ("complete", True, None)
    status, later = await visitor.send(text="thank you")
    assert status == 200
    assert later["ended"] is True
    assert later["messages"][0]["text"] == "thank you"
    assert (await visitor.send(question="timeline", choice="now"))[0] == 409
    status, stopped = await visitor.send(text="STOP")
    assert (status, stopped["status"], stopped["ended"]) == (200, "stopped", True)
    assert (await visitor.state())["status"] == "stopped"
    assert (await visitor.send(text="delete my data"))[1]["status"] == "erased"
    assert (await visitor.send(text="hello?"))[0] == 200


async def test_a_hand_over_ends_the_questions_but_not_the_conversation(visitor: Visitor) -> None:
    await visitor.send(text="please call me now, 512-555-0142")
    state = await visitor.state()
    assert (state["status"], state["ended"], state["ask"]) == ("handoff", False, None)
    assert (await visitor.send(text="are you there?"))[0] == 200


async def test_a_hot_answer_is_one_transaction_with_its_lead_and_its_alert(
    visitor: Visitor, office: Office
) -> None:
    await _finish(visitor)
    store = office.doorstep.store
    (lead,) = await store.leads(LeadFilter())
    assert (lead.band, lead.conversation, lead.name) == ("hot", visitor.id, "Ann Lee")
    assert lead.phone == "+15125550142"
    assert json.loads(lead.fields)["timeline"] == "now"
    assert sum(reason["points"] for reason in json.loads(lead.reasons)) == lead.total
    queued = {row.key: row for row in await store.outbox()}
    assert f"hot:{lead.id}:dana" in queued
    assert queued[f"hot:{lead.id}:dana"].lane == "tg:9000000000001"
    (hot,) = [event for event in await store.events(lead.id) if event.kind == "hot"]
    assert json.loads(hot.data)["agents"] == ["dana"]
    async with office.http.get(f"{office.base}/metrics") as reply:
        assert "doorstep_hot_leads_total 1.0" in await reply.text()
    (consent,) = [row for row in await store.consents(visitor.id) if row.purpose == "contact"]
    assert consent.granted
    assert "best number" in consent.text


async def test_nobody_becomes_a_lead_by_opening_the_chat(visitor: Visitor, office: Office) -> None:
    assert await office.doorstep.store.leads(LeadFilter()) == []
    await visitor.send(choice="browsing")
    assert len(await office.doorstep.store.leads(LeadFilter())) == 1


async def test_a_conversation_keeps_the_flow_version_it_began_with(start: Start) -> None:
    office = await start()
    visitor = office.visitor()
    await visitor.begin()
    assert office.doorstep.settings.flows is not None
    file = office.doorstep.settings.flows / "tiny.yaml"
    file.write_text(file.read_text().replace("How do you plan to pay?", "Cash or loan?"))
    office = await start()
    again = Visitor(office.http, office.base, visitor.id, visitor.token)
    assert (await again.send(choice="now"))[1]["ask"]["text"] == "How do you plan to pay?"
    new = office.visitor()
    await new.begin()
    assert (await new.send(choice="now"))[1]["ask"]["text"] == "Cash or loan?"


async def test_stop_goes_on_the_do_not_contact_list(visitor: Visitor, office: Office) -> None:
    await _finish(visitor)
    await visitor.send(text="stop")
    assert not await office.doorstep.store.may_contact(["phone:+15125550142"])


async def test_a_text_that_cannot_be_read_leaves_the_question_open(visitor: Visitor) -> None:
    status, reply = await visitor.send(text="qwertz uiop")
    assert (status, reply["ask"]["question"]) == (200, "timeline")
    status, reply = await visitor.send(text="")
    assert (status, reply["ask"]["question"]) == (200, "timeline")
