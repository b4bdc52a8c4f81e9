"""What visitors sent along: on the lead's page for agents, a download, and nobody else's."""

from __future__ import annotations

from dataclasses import replace

from storage.rows import Batch, Upload
from tests.admin.conftest import Client, Inbox, somebody
from tests.leads.people import CHRIS

JPEG = b"\xff\xd8\xff\xe0 picture"


async def put_with_file(inbox: Inbox, name: str = "front.jpg") -> str:
    """A lead whose visitor sent a file; its address."""
    await inbox.put(CHRIS)
    row = await inbox.store.conversation(CHRIS.conversation)
    assert row is not None
    file = Upload(
        row.id, 2, "file-1", "photos", name, "image/jpeg", len(JPEG), row.updated_at, JPEG
    )
    changed = replace(row, seq=3)
    await inbox.store.commit(
        Batch(conversation=changed, expected_version=row.version, uploads=(file,))
    )
    return f"/admin/leads/{CHRIS.id}/files/{row.id}/file-1"


async def test_an_agent_finds_the_files_on_the_leads_page(inbox: Inbox, inside: Client) -> None:
    address = await put_with_file(inbox)
    text = await (await inside.get(f"/admin/leads/{CHRIS.id}")).text()
    assert f'<a href="{address}" download dir="auto">front.jpg</a>' in text
    assert "Picture, 1 kB" in text
    await inbox.put(somebody(1))
    assert "front.jpg" not in await (await inside.get("/admin/leads/lead-1")).text()


async def test_a_file_is_a_download_that_no_browser_shows(inbox: Inbox, inside: Client) -> None:
    address = await put_with_file(inbox, 'kü"che;.jpg')
    reply = await inside.get(address)
    assert (reply.status, await reply.read()) == (200, JPEG)
    assert reply.headers["Content-Disposition"] == (
        "attachment; filename=\"k__che;.jpg\"; filename*=UTF-8''k%C3%BC%22che%3B.jpg"
    )
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in reply.headers["Cache-Control"]


async def test_nobody_outside_gets_a_file(inbox: Inbox, outside: Client) -> None:
    reply = await outside.get(await put_with_file(inbox))
    assert reply.status == 401
    assert JPEG not in await reply.read()


async def test_a_file_is_found_under_its_own_lead_only(inbox: Inbox, inside: Client) -> None:
    address = await put_with_file(inbox)
    await inbox.put(somebody(1))
    for other in (
        address.replace(CHRIS.id, "lead-1"),
        f"{address}x",
        address.replace("/file-", "/"),
    ):
        assert (await inside.get(other)).status == 404
