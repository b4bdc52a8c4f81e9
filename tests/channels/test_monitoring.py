"""What monitors see: alive, ready, and numbers that say how it goes and nothing of anybody."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from aiohttp import ClientSession

from storage.rows import Outgoing
from storage.sqlite import SqliteReader
from storage.store import StoreError
from tests.channels.office import Office, Visitor

NOW = datetime(2026, 3, 10, 14, tzinfo=UTC)


async def _numbers(http: ClientSession, base: str) -> dict[str, float]:
    async with http.get(f"{base}/metrics") as reply:
        assert reply.status == 200
        assert reply.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        lines = (await reply.text()).splitlines()
    return {
        name: float(value)
        for name, value in (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    }


async def _with(office: Office, name: str, least: float) -> dict[str, float]:
    """The numbers as soon as one of them is there."""
    async with asyncio.timeout(20):
        while True:
            numbers = await _numbers(office.http, office.base)
            if numbers.get(name, 0) >= least:
                return numbers


async def test_turns_commits_and_sendings_are_counted(visitor: Visitor, office: Office) -> None:
    before = await _numbers(office.http, office.base)
    for body in ({"choice": "now"}, {"choice": "cash"}, {"text": "Ann Lee"}):
        await visitor.send(**body)
    await visitor.send(text="512-555-0142")
    numbers = await _with(office, 'doorstep_sendings_total{kind="alert",result="sent"}', 1)
    assert numbers["doorstep_turn_seconds_count"] - before["doorstep_turn_seconds_count"] == 4
    assert numbers["doorstep_commit_seconds_count"] > before["doorstep_commit_seconds_count"]
    assert numbers["doorstep_commit_seconds_sum"] > 0


async def test_the_depth_and_the_age_of_the_outbox_are_told(office: Office) -> None:
    store = office.doorstep.store
    await store.enqueue([Outgoing(f"odd {n}", "odd.kind", "", "{}", NOW) for n in range(3)])
    office.doorstep.alerts.wake()
    numbers = await _with(office, 'doorstep_outbox_rows{state="dead"}', 3)
    assert numbers['doorstep_sendings_total{kind="odd",result="buried"}'] == 3
    assert numbers["doorstep_outbox_late_seconds"] == 0
    await office.doorstep.alerts.stop()
    await store.enqueue([Outgoing("late", "alert.say", "", "{}", NOW)])
    late = await _numbers(office.http, office.base)
    assert late['doorstep_outbox_rows{state="due"}'] >= 1
    assert late["doorstep_outbox_late_seconds"] > 3600


async def test_numbers_are_there_while_the_database_cannot_be_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreadable(_: SqliteReader) -> None:
        raise StoreError("gone")

    monkeypatch.setattr(SqliteReader, "next_due", unreadable)
    assert "doorstep_turn_seconds_count" in await _numbers(office.http, office.base)
