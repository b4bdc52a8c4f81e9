"""The person behind a lead: what agents see of them, and what only admins may do."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientResponse, ClientSession, CookieJar

from bot.admin import users
from bot.app import Terminal, running
from bot.settings import Settings
from storage.rows import Batch, DoNotContactRow, Lead
from storage.store import LeadFilter
from tests.channels.office import Office, Visitor, write_office
from tests.storage.people import found_in

WORD = "quizzelbarth"
PHONE = "512 555 0142"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    folder = write_office(tmp_path / "office")
    settings = Settings(data=tmp_path / "data", flows=folder, port=0, rate_limit=False)
    jar = CookieJar(unsafe=True)
    async with (
        running(settings, Terminal()) as doorstep,
        ClientSession(cookie_jar=jar) as http,
    ):
        yield Office(doorstep, http)


async def _sign_in(office: Office, role: str = users.ADMIN) -> None:
    store, now = office.doorstep.store, office.doorstep.conversations._clock()
    await users.keep(store, "dana", users.hashed("correct horse battery"), now, role)
    form = {"name": "dana", "password": "correct horse battery"}
    async with office.http.post(f"{office.base}/admin/login", data=form) as reply:
        assert reply.status == 200


async def _lead(office: Office, name: str = WORD.capitalize(), phone: str = PHONE) -> Lead:
    async with ClientSession() as http:
        visitor = Visitor(http, office.base)
        await visitor.begin()
        await visitor.send(choice="now")
        await visitor.send(choice="cash")
        await visitor.send(text=name)
        await visitor.send(text=phone)
    return (await office.doorstep.store.leads(LeadFilter()))[0]


async def _get(office: Office, path: str) -> tuple[int, str]:
    async with office.http.get(f"{office.base}{path}") as reply:
        return reply.status, await reply.text()


async def _post(office: Office, path: str, **form: str) -> ClientResponse:
    url = f"{office.base}{path}"
    async with office.http.post(url, data=form, allow_redirects=False) as reply:
        return reply


async def test_the_page_shows_consents_keys_and_chats(office: Office) -> None:
    await _sign_in(office)
    lead = await _lead(office)
    status, page = await _get(office, f"/admin/leads/{lead.id}/person")
    assert status == 200
    assert "+1 512-555-0142" in page
    assert "Agreed to be contacted" in page
    assert "best number" in page  # the exact words that were shown
    assert lead.flow_hash in page
    assert "Erase for good" in page
    status, page = await _get(office, f"/admin/leads/{lead.id}")
    assert f"/admin/leads/{lead.id}/person" in page


async def test_agents_see_the_person_and_take_nothing_out_or_away(office: Office) -> None:
    await _sign_in(office, users.AGENT)
    lead = await _lead(office)
    base = f"/admin/leads/{lead.id}/person"
    status, page = await _get(office, base)
    assert status == 200
    assert "Agreed to be contacted" in page
    assert "Erase" not in page
    assert "Export" not in page
    for path in (f"{base}/export", "/admin/export.csv"):
        assert (await _get(office, path))[0] == 403
    for verb in ("erase", "merge", "split"):
        assert (await _post(office, f"{base}/{verb}", sure="yes")).status == 403
    assert await office.doorstep.store.lead(lead.id) is not None
    assert "export.csv" not in (await _get(office, "/admin"))[1]


async def test_nobody_comes_near_it_unsigned_or_from_another_page(office: Office) -> None:
    lead = await _lead(office)
    base = f"/admin/leads/{lead.id}/person"
    assert (await _get(office, base))[0] == 401
    assert (await _get(office, f"{base}/export"))[0] == 401
    assert (await _post(office, f"{base}/erase", sure="yes")).status == 401
    await _sign_in(office)
    url = f"{office.base}{base}/erase"
    headers = {"Origin": "https://evil.example"}
    async with office.http.post(url, data={"sure": "yes"}, headers=headers) as reply:
        assert reply.status == 403
    assert await office.doorstep.store.lead(lead.id) is not None


async def test_an_erasure_needs_a_tick_and_then_leaves_nothing(
    office: Office, tmp_path: Path
) -> None:
    await _sign_in(office)
    lead = await _lead(office)
    path = f"/admin/leads/{lead.id}/person/erase"
    reply = await _post(office, path)
    assert reply.headers["Location"].endswith("?note=unsure")
    assert await office.doorstep.store.lead(lead.id) is not None
    reply = await _post(office, path, sure="yes")
    assert (reply.status, reply.headers["Location"]) == (303, "/admin?note=erased")
    assert found_in(tmp_path / "data", WORD) == []
    assert (await _get(office, f"/admin/leads/{lead.id}/person"))[0] == 404


async def test_an_export_is_a_download_and_runs_nothing(office: Office) -> None:
    await _sign_in(office)
    lead = await _lead(office)
    url = f"{office.base}/admin/leads/{lead.id}/person/export"
    async with office.http.get(url) as reply:
        assert reply.headers["Content-Disposition"] == 'attachment; filename="person.json"'
        told = json.loads(await reply.text())
    assert [one["id"] for one in told["leads"]] == [lead.id]
    async with office.http.get(f"{url}?form=html") as reply:
        assert reply.headers["Content-Disposition"] == 'attachment; filename="person.html"'
        assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
        assert WORD.capitalize() in await reply.text()


async def test_leads_are_merged_and_split_on_the_page(office: Office) -> None:
    await _sign_in(office)
    one = await _lead(office, "Ann", "512 555 0142")
    two = await _lead(office, "Ann", "512 555 0177")
    path = f"/admin/leads/{two.id}/person"
    reply = await _post(office, f"{path}/merge", other=one.id)
    assert reply.headers["Location"] == f"/admin/leads/{one.id}/person?note=merged"
    (kept,) = await office.doorstep.store.leads(LeadFilter())
    assert (kept.id, kept.visits) == (one.id, 2)
    reply = await _post(office, f"/admin/leads/{kept.id}/person/split", chat=two.conversation)
    assert reply.headers["Location"].endswith("?note=split")
    assert len(await office.doorstep.store.leads(LeadFilter())) == 2
    reply = await _post(office, f"/admin/leads/{kept.id}/person/merge", other="nobody")
    assert reply.headers["Location"].endswith("?note=refused")


async def test_the_list_as_csv_respects_who_wants_no_contact(office: Office) -> None:
    await _sign_in(office)
    await _lead(office, "Ann", "512 555 0142")
    await _lead(office, "=cmd()", "512 555 0177")
    stop = DoNotContactRow("phone:+15125550142", "stop", office.doorstep.conversations._clock())
    await office.doorstep.store.commit(Batch(do_not_contact=(stop,)))
    status, text = await _get(office, "/admin/export.csv")
    assert status == 200
    rows = {row["first_name"]: row for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff")))}
    assert rows["Ann"]["phone"] == ""
    assert "Do-not-contact" in rows["Ann"]["tags"]
    assert sum("5550177" in row["phone"].replace(" ", "") for row in rows.values()) == 1
    assert not any(name.startswith("=") for name in rows)
    status, text = await _get(office, "/admin/export.csv?q=Ann")
    assert len(text.strip().splitlines()) == 2
    assert (await _get(office, "/admin/export.csv?band=odd"))[0] == 400
    status, page = await _get(office, "/admin?q=Ann")
    assert "/admin/export.csv?q=Ann" in page


async def test_an_admin_takes_somebody_off_the_do_not_contact_list_and_says_why(
    office: Office,
) -> None:
    await _sign_in(office)
    lead = await _lead(office)
    stop = DoNotContactRow("phone:+15125550142", "stop", office.doorstep.conversations._clock())
    await office.doorstep.store.commit(Batch(do_not_contact=(stop,)))
    path = f"/admin/leads/{lead.id}/person"
    assert "Take them off the list" in (await _get(office, path))[1]
    reply = await _post(office, f"{path}/allow", because="  ")
    assert reply.headers["Location"].endswith("?note=refused")
    assert not await office.doorstep.store.may_contact([stop.key])
    reply = await _post(office, f"{path}/allow", because="rang us, wants offers")
    assert reply.headers["Location"].endswith("?note=allowed")
    assert await office.doorstep.store.may_contact([stop.key])
    (*_, told) = await office.doorstep.store.events(lead.id)
    assert (told.kind, told.who) == ("allowed", "dana")
    assert json.loads(told.data) == {"because": "rang us, wants offers"}
    status, page = await _get(office, path)
    assert status == 200
    assert "Take them off" not in page


async def test_an_agent_takes_nobody_off_the_do_not_contact_list(office: Office) -> None:
    await _sign_in(office, users.AGENT)
    lead = await _lead(office)
    stop = DoNotContactRow("phone:+15125550142", "stop", office.doorstep.conversations._clock())
    await office.doorstep.store.commit(Batch(do_not_contact=(stop,)))
    path = f"/admin/leads/{lead.id}/person"
    assert "Take them off" not in (await _get(office, path))[1]
    assert (await _post(office, f"{path}/allow", because="x")).status == 403
    assert not await office.doorstep.store.may_contact([stop.key])
