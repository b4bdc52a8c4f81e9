"""Passwords: who may sign in, how often one may try, and what ends a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from bot.admin import users
from bot.admin.access import TRIES, TooManyTries
from tests.admin.conftest import Client, Inbox

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hashes of the real kind that take no time."""
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(users, "_hasher", lambda: weak)
    users._of_nobody.cache_clear()
    yield
    users._of_nobody.cache_clear()


@pytest.fixture
async def dana(inbox: Inbox) -> None:
    await users.keep(inbox.store, "dana", users.hashed(PASSWORD), inbox.now)


async def _post(client: Client, name: str = "dana", password: str = PASSWORD) -> int:
    data = {"name": name, "password": password}
    return (await client.post("/admin/login", data=data, allow_redirects=False)).status


def test_passwords_are_kept_as_argon2id() -> None:
    assert users.hashed(PASSWORD).startswith("$argon2id$")


@pytest.mark.usefixtures("dana")
async def test_the_right_password_opens_the_inbox(inbox: Inbox, outside: Client) -> None:
    assert await _post(outside, " Dana ") == 303
    assert (await outside.get("/admin")).status == 200


@pytest.mark.usefixtures("dana")
@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("dana", "wrong"),
        ("nobody", PASSWORD),
        ("dana", ""),
        ("nobody", ""),
        ("", ""),
        ("\x00", "x"),
    ],
)
async def test_a_wrong_one_does_not_and_says_not_which(
    outside: Client, name: str, password: str
) -> None:
    reply = await outside.post("/admin/login", data={"name": name, "password": password})
    assert reply.status == 401
    assert "do not go together" in await reply.text()
    assert (await outside.get("/admin")).status == 401


@pytest.mark.usefixtures("dana")
async def test_a_form_of_another_site_signs_nobody_in(outside: Client) -> None:
    data = {"name": "dana", "password": PASSWORD}
    evil = {"Origin": "https://evil.example"}
    assert (await outside.post("/admin/login", data=data, headers=evil)).status == 403


@pytest.mark.usefixtures("dana")
async def test_a_new_password_ends_older_sessions(inbox: Inbox, outside: Client) -> None:
    await _post(outside)
    inbox.now += timedelta(minutes=1)
    await users.keep(inbox.store, "dana", users.hashed("another password"), inbox.now)
    assert (await outside.get("/admin")).status == 401
    assert await _post(outside) == 401
    assert await _post(outside, password="another password") == 303


@pytest.mark.usefixtures("dana")
async def test_removing_a_user_ends_the_session(inbox: Inbox, outside: Client) -> None:
    await _post(outside)
    assert await users.remove(inbox.store, "dana")
    assert (await outside.get("/admin")).status == 401


@pytest.mark.usefixtures("dana")
async def test_leaving_ends_it(inbox: Inbox, outside: Client) -> None:
    await _post(outside)
    cookie = next(iter(outside.session.cookie_jar)).value
    await outside.post("/admin/leave")
    headers = {"Cookie": f"doorstep_admin={cookie}"}
    assert (await outside.get("/admin", headers=headers)).status == 401


@pytest.mark.usefixtures("dana")
async def test_choosing_an_agent_keeps_whose_session_it_is(inbox: Inbox, outside: Client) -> None:
    await _post(outside)
    await outside.post("/admin/me", data={"agent": "marcus"})
    await users.remove(inbox.store, "dana")
    assert (await outside.get("/admin")).status == 401


@pytest.mark.usefixtures("dana")
async def test_guessing_is_stopped_by_address_and_by_name(inbox: Inbox) -> None:
    access = inbox.admin.access
    for _ in range(TRIES):
        assert await access.sign_in("dana", "guess", "6.6.6.6", "") is None
    with pytest.raises(TooManyTries):
        await access.sign_in("somebody", "guess", "6.6.6.6", "")
    with pytest.raises(TooManyTries):
        await access.sign_in("DANA", PASSWORD, "7.7.7.7", "")
    inbox.now += timedelta(minutes=16)
    assert await access.sign_in("dana", PASSWORD, "7.7.7.7", "") is not None


@pytest.mark.parametrize("text", ["", " ", "a b", "ä", "a/b", "-a", "x" * 65])
def test_odd_names_are_none(text: str) -> None:
    assert users.named(text) == ""
