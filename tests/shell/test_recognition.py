"""Who comes again is known, and who only says somebody else's number learns nothing by it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot import housekeeping
from bot.app import Terminal, running
from bot.editions import Editions
from bot.people import Keeper
from bot.recognition import Recognition
from bot.settings import Settings
from storage.rows import Lead
from storage.store import LeadFilter
from tests.channels.office import Office, Visitor, write_office
from tests.storage.people import found_in

PHONE = "512 555 0142"
WORD = "quizzelbarth"


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    monkeypatch.setattr(housekeeping, "LOOK_SECONDS", 0.3)
    folder = write_office(tmp_path / "office")
    settings = Settings(data=tmp_path / "data", flows=folder, port=0, rate_limit=False)
    async with running(settings, Terminal()) as doorstep, ClientSession() as http:
        yield Office(doorstep, http)


async def _visit(
    office: Office,
    *,
    phone: str = PHONE,
    name: str = "Zita",
    timeline: str = "now",
    **opening: Any,
) -> Visitor:
    visitor = office.visitor()
    await visitor.begin(**opening)
    await visitor.send(choice=timeline)
    await visitor.send(choice="cash")
    if name:
        await visitor.send(text=name)
    else:
        await visitor.send(skip=True)
    await visitor.send(text=phone)
    return visitor


async def _leads(office: Office) -> list[Lead]:
    return await office.doorstep.store.leads(LeadFilter())


async def _kinds(office: Office, lead_id: str) -> list[str]:
    return [event.kind for event in await office.doorstep.store.events(lead_id)]


async def test_the_same_number_in_another_chat_is_the_same_lead(office: Office) -> None:
    first = await _visit(office, timeline="1_3m")
    second = await _visit(office, name="", timeline="now")
    (lead,) = await _leads(office)
    assert lead.visits == 2
    assert (lead.name, lead.phone, lead.conversation) == ("Zita", "+15125550142", second.id)
    assert json.loads(lead.fields)["timeline"] == "now"
    rows = await office.doorstep.store.conversations_of(lead.id)
    assert [row.id for row in rows] == [first.id, second.id]
    assert "merged" in await _kinds(office, lead.id)
    assert any(reason["rule"] == "returning" for reason in json.loads(lead.reasons))


async def test_a_number_that_two_are_known_to_share_makes_a_third_chat_neithers(
    office: Office,
) -> None:
    await _visit(office)
    second = await _visit(office, name="Theo")
    (lead,) = await _leads(office)
    store = office.doorstep.store
    library = office.doorstep.library
    recognition = Recognition(store, Editions(store, library.site, library.flows))
    keeper = Keeper(store, recognition, "dana", datetime.now(UTC))
    await keeper.split(lead, [second.id], "l-theo")
    third = await _visit(office, name="Yves")
    found = {row.id: row.name for row in await _leads(office)}
    assert sorted(found.values()) == ["Theo", "Yves", "Zita"]
    row = await store.conversation(third.id)
    assert row is not None
    assert found[row.lead_id] == "Yves"
    assert (await _kinds(office, row.lead_id)).count("related") == 2


async def test_both_chats_of_a_lead_may_go_on_and_nothing_that_was_said_is_lost(
    office: Office,
) -> None:
    first = await _visit(office)
    second = await _visit(office)
    await first.send(text="gas stove, please")
    await second.send(skip=True)
    await first.send(text="actually my number is 512 555 0143")
    (lead,) = await _leads(office)
    assert lead.visits == 2
    assert json.loads(lead.fields)["notes"] == "gas stove, please"
    assert set(await office.doorstep.store.keys_of(lead.id)) >= {"phone:+15125550142"}


async def test_two_who_give_the_same_number_at_once_are_one_lead(office: Office) -> None:
    visitors = [office.visitor() for _ in range(6)]
    for visitor in visitors:
        await visitor.begin()
        await visitor.send(choice="now")
        await visitor.send(skip=True)
        await visitor.send(skip=True)
    replies = await asyncio.gather(*(visitor.send(text=PHONE) for visitor in visitors))
    assert {status for status, _ in replies} == {200}
    (lead,) = await _leads(office)
    assert lead.visits == 6


async def test_nobody_is_recognised_by_a_name(office: Office) -> None:
    await _visit(office, phone="512 555 0142", name="Zita Quimby")
    await _visit(office, phone="512 555 0177", name="Zita Quimby")
    assert len(await _leads(office)) == 2


def _words(visitor: Visitor) -> list[Any]:
    told = visitor.last
    return [
        [(m["from"], m["text"], m.get("options")) for m in told["messages"]],
        told["ask"],
        told["status"],
    ]


async def test_who_types_somebody_elses_number_is_told_what_anybody_is_told(
    office: Office,
) -> None:
    stranger = await _visit(office, name="Eve", timeline="browsing")
    nobody_known = [_words(stranger)]
    await stranger.send(text="what do you know about me?")
    nobody_known.append(_words(stranger))
    victim = await _visit(office, phone="512 555 0199", name="Vera", timeline="now")
    await victim.send(text="my secret wish is a moat")
    eve = await _visit(office, phone="512 555 0199", name="Eve", timeline="browsing")
    somebody_known = [_words(eve)]
    await eve.send(text="what do you know about me?")
    somebody_known.append(_words(eve))
    shown = json.dumps(somebody_known).replace("555-0199", "555-0142").replace("0199", "0142")
    assert json.loads(shown) == json.loads(json.dumps(nobody_known))


async def test_a_returning_browser_is_not_asked_again(office: Office) -> None:
    first = await _visit(office)
    again = office.visitor()
    kept = {"seq": 9, "ask": {"options": [{"value": "a", "label": "A"}]}, "messages": 0}
    told = await again.begin(chat={"conversation": first.id, "token": first.token, **kept})
    assert told["ask"]["question"] == "notes"
    (lead,) = await _leads(office)
    assert lead.visits == 2


@pytest.mark.parametrize("token", ["", "A" * 32])
async def test_without_its_token_a_conversation_tells_nothing(office: Office, token: str) -> None:
    first = await _visit(office)
    again = office.visitor()
    told = await again.begin(chat={"conversation": first.id, "token": token})
    assert told["ask"]["question"] == "timeline"
    assert len(await _leads(office)) == 1


async def test_a_stranger_who_was_merged_by_a_number_recalls_only_their_own_words(
    office: Office,
) -> None:
    await _visit(office, name="Vera", timeline="now")
    eve = office.visitor()
    await eve.begin()
    await eve.send(choice="browsing")
    await eve.send(skip=True)
    await eve.send(skip=True)
    await eve.send(text=PHONE)
    (lead,) = await _leads(office)
    assert lead.name == "Vera"
    again = office.visitor()
    told = await again.begin(chat={"conversation": eve.id, "token": eve.token})
    assert told["ask"]["question"] == "financing"  # Vera said it, Eve did not
    assert "Vera" not in json.dumps(await again.state(0))


async def _scrubbed(office: Office) -> None:
    async with asyncio.timeout(60):
        while True:
            if not await office.doorstep.store.scrub_due():
                return
            await asyncio.sleep(0.05)


async def test_who_wants_everything_deleted_leaves_no_byte_behind(
    office: Office, tmp_path: Path
) -> None:
    visitor = await _visit(office, name=WORD.capitalize())
    await visitor.send(text=f"The {WORD} street is nice")
    assert found_in(tmp_path / "data", WORD)
    status, told = await visitor.send(id_="last", text=f"delete my data, {WORD}")
    assert (status, told["status"], told["ended"]) == (200, "erased", True)
    assert WORD not in json.dumps(told).lower()
    assert await _leads(office) == []
    await _scrubbed(office)
    assert found_in(tmp_path / "data", WORD) == []
    again = await visitor.send(id_="last", text=f"delete my data, {WORD}")
    assert again == (200, told)
    assert (await visitor.state(0))["status"] == "erased"


@pytest.mark.parametrize("wish", ["delete my data", "i am 12 years old"])
async def test_what_is_typed_after_the_deletion_is_kept_nowhere(
    office: Office, tmp_path: Path, wish: str
) -> None:
    visitor = await _visit(office)
    await visitor.send(text=wish)
    status, told = await visitor.send(text=f"thanks, this is {WORD}, 512-555-0188")
    assert status == 200
    assert WORD not in json.dumps(told)
    assert WORD not in json.dumps(await visitor.state(0))
    assert found_in(tmp_path / "data", WORD) == []
    assert found_in(tmp_path / "data", "555-0188") == []


async def test_a_stranger_cannot_have_somebody_elses_data_deleted(office: Office) -> None:
    vera = await _visit(office, name="Vera")
    eve = await _visit(office, name="Eve", timeline="browsing")
    await eve.send(text="delete my data")
    (lead,) = await _leads(office)
    assert (lead.name, lead.visits, lead.conversation) == ("Vera", 1, vera.id)
    assert json.loads(lead.fields)["timeline"] == "now"
    assert (await _kinds(office, lead.id))[-1] == "erasure_asked"
    assert (await vera.state(0))["status"] == "partial"
    assert (await vera.send(skip=True))[0] == 200


async def test_a_child_leaves_nothing(office: Office, tmp_path: Path) -> None:
    visitor = await _visit(office, name=WORD.capitalize())
    status, told = await visitor.send(text="i am 12 years old")
    assert (status, told["status"]) == (200, "disqualified")
    assert await _leads(office) == []
    await _scrubbed(office)
    assert found_in(tmp_path / "data", WORD) == []


async def test_a_browsers_global_privacy_control_is_logged_before_anything_is_said(
    office: Office,
) -> None:
    url = f"{office.base}/api/v1/conversations"
    for headers, logged in (({"Sec-GPC": "1"}, 1), ({"Sec-GPC": "0"}, 0), ({}, 0)):
        async with office.http.post(url, json={"flow": "tiny"}, headers=headers) as reply:
            told = await reply.json()
        consents = await office.doorstep.store.consents(told["conversation"])
        assert [(row.purpose, row.granted, row.version) for row in consents] == [
            ("sale", False, "gpc-1")
        ] * logged
        assert len(told["messages"]) == 2
