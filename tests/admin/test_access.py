"""Who gets in: one link, one time; and who leaves is out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.admin.access import LINK_LASTS, SESSION_LASTS, TRIES, TooManyTries
from tests.admin.conftest import Client, Inbox, enter
from tests.leads.people import CHRIS

PRIVATE = ["/admin", "/admin/list", "/admin/live", "/admin/leads/L-2041", "/admin?band=hot"]


async def _token(inbox: Inbox) -> str:
    return (await inbox.admin.link()).rpartition("/")[2]


@pytest.mark.parametrize("path", PRIVATE)
async def test_nobody_sees_anything_without_a_session(
    inbox: Inbox, outside: Client, path: str
) -> None:
    await inbox.put(CHRIS)
    reply = await outside.get(path)
    text = await reply.text()
    assert reply.status == 401
    assert "Chris" not in text
    assert "737" not in text


@pytest.mark.parametrize("path", ["/admin/leads/L-2041/claim", "/admin/me", "/admin/leave"])
async def test_nobody_changes_anything_without_a_session(outside: Client, path: str) -> None:
    assert (await outside.post(path, data={"agent": "dana"})).status == 401


async def test_a_used_link_leads_a_browser_that_is_signed_in_to_the_inbox(
    inbox: Inbox, outside: Client
) -> None:
    token = {"token": await _token(inbox)}
    assert (await outside.post("/admin/enter", data=token)).url.path == "/admin"
    again = await outside.post("/admin/enter", data=token)
    assert (again.status, again.url.path) == (200, "/admin")
    await outside.post("/admin/leave")
    assert (await outside.post("/admin/enter", data=token)).status == 401


async def test_opening_the_link_changes_nothing_until_its_button_is_pressed(
    inbox: Inbox, outside: Client
) -> None:
    """A mail program that opens every link must not use it up."""
    link = await inbox.admin.link()
    for _ in range(3):
        reply = await outside.get(link)
        assert reply.status == 200
        assert "Set-Cookie" not in reply.headers
        assert link.rpartition("/")[2] in await reply.text()
    token = link.rpartition("/")[2]
    reply = await outside.post("/admin/enter", data={"token": token}, allow_redirects=False)
    assert (reply.status, reply.headers["Location"]) == (303, "/admin")
    assert (await outside.get("/admin")).status == 200


async def test_a_link_works_once(inbox: Inbox, outside: Client) -> None:
    token = await _token(inbox)
    first = await outside.post("/admin/enter", data={"token": token}, allow_redirects=False)
    outside.session.cookie_jar.clear()  # another browser
    second = await outside.post("/admin/enter", data={"token": token}, allow_redirects=False)
    assert (first.status, second.status) == (303, 401)
    assert "Set-Cookie" not in second.headers


async def test_a_newer_link_ends_the_older_one(inbox: Inbox) -> None:
    older, newer = await _token(inbox), await _token(inbox)
    assert await inbox.admin.access.enter(older, "1.2.3.4", "") is None
    assert await inbox.admin.access.enter(newer, "1.2.3.4", "") is not None


async def test_a_link_grows_old(inbox: Inbox) -> None:
    token = await _token(inbox)
    inbox.now += LINK_LASTS + timedelta(seconds=1)
    assert await inbox.admin.access.enter(token, "1.2.3.4", "") is None


async def test_using_a_link_shows_the_next_one_to_the_terminal(
    inbox: Inbox, outside: Client
) -> None:
    shown: list[str] = []
    inbox.admin.link_used = shown.append
    await enter(inbox, outside)
    (path,) = shown
    token = path.removeprefix("/admin/enter/")
    assert await inbox.admin.access.enter(token, "1.2.3.4", "") is not None


async def test_a_session_ends_with_leaving(inbox: Inbox, inside: Client) -> None:
    cookie = next(iter(inside.session.cookie_jar)).value
    reply = await inside.post("/admin/leave")
    assert reply.status == 200
    assert reply.headers["Clear-Site-Data"] == '"cache", "storage"'
    replayed = await inside.get("/admin", headers={"Cookie": f"doorstep_admin={cookie}"})
    assert replayed.status == 401


async def test_a_session_grows_old(inbox: Inbox, inside: Client) -> None:
    assert (await inside.get("/admin")).status == 200
    inbox.now += SESSION_LASTS + timedelta(seconds=1)
    assert (await inside.get("/admin")).status == 401


async def test_a_cookie_of_an_attackers_choice_is_replaced(inbox: Inbox, outside: Client) -> None:
    outside.session.cookie_jar.update_cookies({"doorstep_admin": "chosen-by-somebody"})
    token = await _token(inbox)
    reply = await outside.post("/admin/enter", data={"token": token}, allow_redirects=False)
    assert reply.cookies["doorstep_admin"].value != "chosen-by-somebody"
    assert await inbox.admin.access.session("chosen-by-somebody") is None


async def test_the_cookie_is_for_this_site_only(inbox: Inbox, outside: Client) -> None:
    token = await _token(inbox)
    reply = await outside.post("/admin/enter", data={"token": token}, allow_redirects=False)
    cookie = reply.cookies["doorstep_admin"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")


async def test_over_https_the_cookie_is_bound_to_the_host(inbox: Inbox, outside: Client) -> None:
    base_url = f"https://{outside.host}:{outside.port}"
    inbox.site = inbox.site.model_copy(update={"base_url": base_url})
    token = await _token(inbox)
    reply = await outside.post("/admin/enter", data={"token": token}, allow_redirects=False)
    cookie = reply.cookies["__Host-doorstep_admin"]
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")


async def test_neither_link_nor_session_is_stored_in_the_clear(inbox: Inbox) -> None:
    token = await _token(inbox)
    cookie = await inbox.admin.access.enter(token, "1.2.3.4", "dana")
    assert cookie is not None
    assert await inbox.admin.access.session(cookie) is not None
    files = inbox.store.path.parent.glob("doorstep.db*")
    stored = b"".join(path.read_bytes() for path in files)
    assert b"admin.session:" in stored
    assert token.encode() not in stored
    assert cookie.encode() not in stored


async def test_guessing_links_is_stopped_for_a_while(inbox: Inbox) -> None:
    access = inbox.admin.access
    for _ in range(TRIES):
        assert await access.enter("wrong", "6.6.6.6", "") is None
    right = await _token(inbox)
    with pytest.raises(TooManyTries):
        await access.enter(right, "6.6.6.6", "")
    assert await access.enter(right, "7.7.7.7", "") is not None
    inbox.now += timedelta(minutes=16)
    assert await access.enter("wrong", "6.6.6.6", "") is None


async def test_too_many_tries_are_told_as_429(
    inbox: Inbox, outside: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.admin.access.TRIES", 0)
    reply = await outside.post("/admin/enter", data={"token": "x"})
    assert (reply.status, reply.headers["Retry-After"]) == (429, "900")


async def test_what_is_claimed_is_claimed_for_the_chosen_agent(
    inbox: Inbox, inside: Client
) -> None:
    await inbox.put(replace(CHRIS, owner="", claimed_at=None))
    assert (await inside.post("/admin/me", data={"agent": "marcus"})).status == 200
    assert (await inside.post("/admin/me", data={"agent": "stranger"})).status == 400
    await inside.post("/admin/leads/L-2041/claim")
    lead = await inbox.store.lead("L-2041")
    assert lead is not None
    assert lead.owner == "marcus"
