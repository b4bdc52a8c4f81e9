"""Saved flow files go live while hundreds of people chat, and a broken one disturbs nobody."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, TCPConnector

from bot import arriving
from bot.app import Doorstep, Terminal, running
from bot.library import Library
from bot.metrics import Metrics
from bot.reloading import Shelf
from bot.settings import load
from tests.channels.office import FLOW, Office, Visitor, write_office

VISITORS = 200
BROKEN = FLOW.replace("kind: phone", "knid: phone")


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    monkeypatch.chdir(tmp_path)
    write_office(tmp_path / "flows")
    async with _open(tmp_path) as opened, ClientSession(connector=TCPConnector(limit=40)) as http:
        yield Office(opened, http)


def _open(folder: Path):
    settings = load(
        data=folder / "data",
        flows=folder / "flows",
        port=0,
        environ={"DOORSTEP_RATE_LIMIT": "off"},
    )
    return running(settings, Terminal())


def save(folder: Path, text: str) -> None:
    (folder / "flows" / "tiny.yaml").write_text(text)


async def until(doorstep: Doorstep, live: str) -> None:
    """Wait until this question's words are live."""
    async with asyncio.timeout(60):
        while live not in doorstep.library.flows["tiny"].flow.questions[0].ask:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def crowd(office: Office) -> list[Visitor]:
    visitors = [office.visitor() for _ in range(VISITORS)]
    await asyncio.gather(*(visitor.begin() for visitor in visitors))
    return visitors


async def all_say(visitors: list[Visitor], **given: str) -> list[int]:
    replies = await asyncio.gather(*(visitor.send(**given) for visitor in visitors))
    return [status for status, _ in replies]


async def test_a_crowd_goes_on_undisturbed_in_the_version_it_began_with(
    office: Office, tmp_path: Path
) -> None:
    visitors = await crowd(office)
    before = office.doorstep.library.flows["tiny"].hash
    statuses = await all_say(visitors, choice="now")
    save(tmp_path, FLOW.replace("When would you like to move?", "How soon?"))
    talking = asyncio.gather(*(v.send(choice="cash") for v in visitors))
    await until(office.doorstep, "How soon?")
    statuses += [status for status, _ in await talking]
    statuses += await all_say(visitors, text="Dani")
    assert set(statuses) == {200}
    row = await office.doorstep.store.conversation(visitors[0].id)
    assert row is not None
    assert row.flow_hash == before
    newcomer = await office.visitor().begin()
    assert newcomer["ask"]["text"] == "How soon?"


async def test_a_file_dropped_in_half_written_serves_nobody_and_is_named_everywhere(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visitors = await crowd(office)
    good = office.doorstep.library.flows["tiny"].hash
    statuses = []
    for part in (FLOW[: len(FLOW) // 2], BROKEN, "", "\0", "id: [", FLOW[:-40] + "\n\t- x"):
        save(tmp_path, part)
        statuses += await all_say(visitors[:40], text="why?")
        await office.doorstep.shelf.reload()
        assert office.doorstep.library.flows["tiny"].hash == good
    assert set(statuses) == {200}
    assert set(await all_say(visitors, choice="now")) == {200}
    save(tmp_path, BROKEN)
    await office.doorstep.shelf.reload()
    (problem,) = [p for p in office.doorstep.shelf.problems if p.severity == "error"]
    assert (problem.file, problem.where) == ("flows/tiny.yaml", "phone")
    assert f"flows/tiny.yaml:{problem.line}" in capsys.readouterr().out  # the log
    async with office.http.get(f"{office.base}/metrics") as reply:
        text = await reply.text()
    assert f'doorstep_flow_broken{{file="flows/tiny.yaml",line="{problem.line}"}} 1.0' in text
    save(tmp_path, FLOW)
    await office.doorstep.shelf.reload()
    async with office.http.get(f"{office.base}/metrics") as reply:
        assert "doorstep_flow_broken{" not in await reply.text()


async def test_a_broken_site_is_called_by_its_name_until_it_is_whole_again(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "flows" / "site.yaml"
    good = site.read_text("utf-8")
    site.write_text("company: [", "utf-8")
    await office.doorstep.shelf.reload()
    assert "flows/site.yaml refused" in capsys.readouterr().out
    site.write_text(good, "utf-8")
    await office.doorstep.shelf.reload()
    assert "every flow and site file can be used again" in capsys.readouterr().out


async def test_a_new_flow_that_is_still_being_copied_does_not_serve(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arriving, "ARRIVING", 60.0)  # however long this test is held up
    text = FLOW.replace("id: tiny", "id: fresh")
    path = tmp_path / "flows" / "fresh.yaml"
    path.write_text(text[: text.index("  - id: financing") + 30])  # a flow, as far as it goes
    library = office.doorstep.library.reload()
    assert "fresh" not in library.flows
    assert library.unsettled
    path.write_text(text)
    await office.doorstep.shelf.reload()
    assert len(office.doorstep.library.flows["fresh"].ids) == 5


async def test_a_file_copied_with_its_old_date_before_the_watch_began_goes_live(
    tmp_path: Path,
) -> None:
    """As rsync and `cp -p` bring it."""
    write_office(tmp_path / "flows")
    shelf = Shelf(Library.load(tmp_path / "flows"), Metrics())
    save(tmp_path, FLOW.replace("When would you like to move?", "How soon?"))
    for file in (tmp_path / "flows").iterdir():
        os.utime(file, (0, 0))
    watch = asyncio.ensure_future(shelf.watch())
    try:
        async with asyncio.timeout(20):
            while shelf.library.flows["tiny"].flow.questions[0].ask != "How soon?":  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    finally:
        watch.cancel()
        await asyncio.wait({watch})


async def test_a_conversation_ends_in_its_version_also_after_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_office(tmp_path / "flows")
    async with _open(tmp_path) as first, ClientSession() as http:
        visitor = Office(first, http).visitor()
        await visitor.begin()
        await visitor.send(choice="now")
    changed = FLOW.replace("How do you plan to pay?", "Cash?").replace("id: name,", "id: who,")
    save(tmp_path, changed)
    async with _open(tmp_path) as second, ClientSession() as http:
        again = Visitor(http, second.address, visitor.id, visitor.token)
        assert (await again.state())["ask"]["text"] == "How do you plan to pay?"
        status, reply = await again.send(choice="cash")
        assert (status, reply["ask"]["question"]) == (200, "name")
        newcomer = Office(second, http).visitor()
        await newcomer.begin()
        assert (await newcomer.send(choice="now"))[1]["ask"]["text"] == "Cash?"
