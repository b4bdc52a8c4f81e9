"""The verbs of the lead's page are the buttons of Telegram, through the same code."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.admin.conftest import Client, Inbox
from tests.leads.people import CHRIS

FREE = replace(CHRIS, owner="", claimed_at=None)
JSON = {"Accept": "application/json"}
AT = "/admin/leads/L-2041"


async def _do(client: Client, verb: str, **data: str) -> dict[str, Any]:
    reply = await client.post(f"{AT}/{verb}", data=data, headers=JSON)
    found: dict[str, Any] = await reply.json()
    return found


async def _owner(inbox: Inbox) -> str:
    lead = await inbox.store.lead("L-2041")
    assert lead is not None
    return lead.owner


async def test_a_free_lead_may_be_passed_with_a_reason(inbox: Inbox, inside: Client) -> None:
    await inbox.put(FREE)
    page = await (await inside.get(AT)).text()
    assert 'name="reason" value="busy"' in page
    assert "Give back" not in page
    assert (await _do(inside, "pass", reason="busy"))["ok"]
    events = await inbox.store.events("L-2041")
    assert [(e.kind, e.who, e.data) for e in events if e.kind == "passed"] == [
        ("passed", "dana", '{"reason": "busy"}')
    ]
    assert (await inside.post(f"{AT}/pass", data={"reason": "because"})).status == 400


async def test_the_owner_hands_over_and_the_colleague_gives_it_back(
    inbox: Inbox, inside: Client
) -> None:
    await inbox.put(CHRIS)
    page = await (await inside.get(AT)).text()
    assert '<option value="marcus">Marcus Lee</option>' in page
    assert '<option value="dana">' not in page[page.index('name="to"') : page.index("Give back")]
    assert (await _do(inside, "hand", to="marcus"))["text"] == "Marcus Lee has it now."
    assert await _owner(inbox) == "marcus"
    assert not (await _do(inside, "hand", to="dana"))["ok"], "it is not hers any more"
    await inside.post("/admin/me", data={"agent": "marcus"})
    assert (await _do(inside, "release"))["ok"]
    assert await _owner(inbox) == ""


async def test_do_not_contact_wants_to_be_sure(inbox: Inbox, inside: Client) -> None:
    await inbox.put(CHRIS)
    assert not (await _do(inside, "refuse"))["ok"]
    assert await inbox.store.may_contact(["phone:+17375550141"])
    assert (await _do(inside, "refuse", sure="yes"))["ok"]
    assert not await inbox.store.may_contact(["phone:+17375550141"])


@pytest.mark.parametrize("verb", ["pass", "release", "hand", "refuse"])
async def test_nobody_from_outside_may_do_any_of_it(
    inbox: Inbox, outside: Client, verb: str
) -> None:
    await inbox.put(CHRIS)
    reply = await outside.post(f"{AT}/{verb}", data={"sure": "yes", "to": "marcus"})
    assert reply.status == 401
    assert await _owner(inbox) == "dana"
