"""Commands that write: through the running server, or alone; outbox, users and invitations."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar
from click.testing import CliRunner

from bot import cli, control
from bot.admin import users
from bot.errors import UserMistake
from bot.settings import Settings, load
from storage.folder import Lock
from storage.rows import Outgoing
from storage.sqlite import open_reader, open_store
from tests.serving import Served, serve

NOW = datetime(2026, 3, 10, 14, tzinfo=UTC)
PASSWORD = "correct horse battery"


class Ended:
    """What a command left behind, as ``main`` would have told it."""

    def __init__(self, data: Path, *words: str, typed: str = "") -> None:
        done = CliRunner().invoke(cli.group, [*words, "--data", str(data)], input=typed)
        self.code, self.out, self.err = done.exit_code, done.stdout, done.stderr
        if isinstance(done.exception, UserMistake):
            self.code, self.err = 2, str(done.exception)
        elif done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception


def _here(data: Path) -> Settings:
    return load(data=data, environ={})


async def _dead(data: Path, *keys: str) -> None:
    store = open_store(data)
    await store.enqueue([Outgoing(key, "alert.say", "", "{}", NOW) for key in keys])
    for row in await store.take_due(NOW):
        await store.bury(row.id, "Telegram refused: chat not found")
    await store.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("served") / "data"
    asyncio.run(_dead(data, "a", "b"))
    with serve(data) as running:
        yield running


@pytest.fixture(scope="module")
def data(served: Served) -> Path:
    (log,) = (Path(p) for p in served.process.args if str(p).endswith("/data"))  # type: ignore[union-attr]
    return log


def test_the_socket_is_its_owners_alone(data: Path) -> None:
    mode = (data / control.SOCKET).lstat().st_mode
    assert stat.S_ISSOCK(mode)
    assert stat.S_IMODE(mode) == 0o600


def test_an_invitation_is_made_beside_a_running_server(data: Path) -> None:
    done = Ended(data, "agent", "invite", "dana", "--json")
    made = json.loads(done.out)
    assert done.code == 0
    assert (made["agent"], made["name"]) == ("dana", "Dana Reyes")
    assert made["code"].startswith("agent_")
    assert len(made["code"]) <= 64
    assert made["code"].removeprefix("agent_") not in _stored(data)


def test_nobody_unknown_is_invited(data: Path) -> None:
    done = Ended(data, "agent", "invite", "nobody")
    assert done.code == 2
    assert done.err.startswith("there is no agent “nobody”")


async def test_a_user_signs_in_and_a_new_password_ends_the_session(
    served: Served, data: Path
) -> None:
    assert control.ask(_here(data), "user.add", _user())["changed"] is False
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        wrong = {"name": "Dana", "password": "wrong password"}
        reply = await browser.post(f"{served.base}/admin/login", data=wrong)
        assert reply.status == 401
        right = {"name": "Dana", "password": PASSWORD}
        reply = await browser.post(f"{served.base}/admin/login", data=right)
        assert (reply.status, reply.url.path) == (200, "/admin")
        assert control.ask(_here(data), "user.add", _user())["changed"] is True
        assert (await browser.get(f"{served.base}/admin")).status == 401


def test_dead_letters_are_put_back_and_dropped_beside_the_server(data: Path) -> None:
    listed = Ended(data, "outbox", "list", "--state", "dead", "--json").out.splitlines()
    first, second = (json.loads(line)["id"] for line in listed)
    assert Ended(data, "outbox", "drop", str(first)).out == "1 row dropped\n"
    again = Ended(data, "outbox", "drop", str(first), "999")
    assert again.code == 1
    assert f"left as they are: {first}, 999" in again.err
    assert Ended(data, "outbox", "retry", "--dead").out == "1 row tried again\n"
    table = Ended(data, "outbox", "list").out
    assert "dropped" in table
    assert str(second) in table


async def test_an_odd_request_harms_nobody(served: Served, data: Path) -> None:
    for odd in (b"\n", b"[]\n", b"{}\n", b'{"do":1,"with":2}\n', b"\xff\n"):
        with socket.socket(socket.AF_UNIX) as asking:
            asking.connect(str(data / control.SOCKET))
            asking.sendall(odd)
            asking.settimeout(60)
            asking.recv(1000)
    with pytest.raises(UserMistake, match="knows no “x”"):
        await asyncio.to_thread(control.ask, _here(data), "x", {})


def test_without_a_server_the_command_does_it_alone(tmp_path: Path) -> None:
    done = Ended(tmp_path, "user", "add", "dana", "--generate")
    assert done.code == 0
    assert len(done.out.strip()) >= users.SHORTEST
    assert done.out.strip() not in _stored(tmp_path)
    assert "$argon2id$" in _stored(tmp_path)
    assert Ended(tmp_path, "user", "remove", "dana").code == 0
    assert Ended(tmp_path, "user", "remove", "dana").code == 2


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [("dana", "short", "at least 10"), ("no/slash", PASSWORD, "is no name"), ("", "x", "no name")],
)
def test_a_bad_user_is_refused_in_plain_words(
    tmp_path: Path, name: str, typed: str, words: str
) -> None:
    done = Ended(tmp_path, "user", "add", name, typed=typed + "\n")
    assert done.code == 2
    assert words in done.err


def test_a_socket_of_a_killed_server_is_in_nobodys_way(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / control.SOCKET))
    assert Ended(tmp_path, "agent", "invite", "dana").code == 0


def test_a_folder_that_stays_taken_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "PATIENCE", 0.2)
    with Lock(tmp_path), pytest.raises(UserMistake, match=f"process {os.getpid()}"):
        control.ask(_here(tmp_path), "user.remove", {"name": "x"})


async def test_a_long_folder_name_is_no_obstacle(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 100) / ("e" * 100)
    deep.mkdir(parents=True)
    heard: list[tuple[int, int]] = []

    async def run(do: str, values: object, tell: control.Tell) -> dict[str, object]:
        tell(1, 2)
        return {"did": do}

    served = control.Control(deep, run)
    await served.open()
    done = await asyncio.to_thread(control.ask, _here(deep), "x", {}, lambda *at: heard.append(at))
    await served.close()
    assert (done, heard) == ({"did": "x"}, [(1, 2)])
    assert not (deep / control.SOCKET).exists()


async def test_what_was_sent_cannot_be_sent_again(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    await store.enqueue([Outgoing("a", "alert.say", "", "{}", NOW)])
    (row,) = await store.take_due(NOW)
    await store.sent(row.id, NOW)
    assert await store.put_back(row.id, NOW) is False
    assert await store.drop(row.id, NOW) is False
    await store.close()


def _user() -> dict[str, str]:
    return {"name": "dana", "hash": users.hashed(PASSWORD)}


def _stored(data: Path) -> str:
    reader = open_reader(data)
    asyncio.run(reader.close())
    return b"".join(p.read_bytes() for p in data.glob("doorstep.db*")).decode("latin-1")
