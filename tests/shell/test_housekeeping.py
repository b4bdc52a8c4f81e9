"""What is done by itself: leads grow older, what was kept long enough goes, logs name nobody."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.app import Terminal, running
from bot.editions import Editions
from bot.housekeeping import Housekeeping
from bot.rescoring import age
from bot.settings import Settings
from storage.rows import Lead, Outgoing
from storage.store import LeadFilter
from tests.channels.office import Office, write_office
from tests.storage.people import found_in

WORD = "quizzelbarth"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    folder = write_office(tmp_path / "office")
    settings = Settings(data=tmp_path / "data", flows=folder, port=0, rate_limit=False)
    async with running(settings, Terminal()) as doorstep, ClientSession() as http:
        yield Office(doorstep, http)


async def _hot(office: Office) -> Lead:
    visitor = office.visitor()
    await visitor.begin()
    for answer in ({"choice": "now"}, {"choice": "cash"}, {"text": WORD.capitalize()}):
        await visitor.send(**answer)
    await visitor.send(text="512 555 0142")
    return await _lead(office)


async def _lead(office: Office) -> Lead:
    (lead,) = await office.doorstep.store.leads(LeadFilter())
    return lead


def _editions(office: Office) -> Editions:
    library = office.doorstep.library
    return Editions(office.doorstep.store, library.site, library.flows)


def _keeper(office: Office, now: datetime) -> Housekeeping:
    return Housekeeping(office.doorstep.store, _editions(office), clock=lambda: now)


async def test_weeks_make_a_lead_older_by_the_rules_it_was_scored_with(office: Office) -> None:
    fresh = await _hot(office)
    now = datetime.now(UTC)
    assert (fresh.band, fresh.engagement) == ("hot", 10)
    assert await age(office.doorstep.store, _editions(office), now + timedelta(hours=1)) == 0
    assert await age(office.doorstep.store, _editions(office), now + timedelta(days=40)) == 1
    older = await _lead(office)
    assert (older.band, older.fit) == ("warm", fresh.fit)
    assert older.engagement < fresh.engagement
    assert older.updated_at == fresh.updated_at  # nobody was heard
    events = await office.doorstep.store.events(fresh.id)
    (aged,) = [event for event in events if event.kind == "aged"]
    told = json.loads(aged.data)
    assert told["before"] == {"total": fresh.total, "band": "hot", "version": fresh.flow_hash}
    assert told["after"]["band"] == "warm"


async def test_growing_older_does_not_add_up(office: Office) -> None:
    await _hot(office)
    now = datetime.now(UTC)
    store, editions = office.doorstep.store, _editions(office)
    for day in range(1, 22):
        await age(store, editions, now + timedelta(days=day))
    step_by_step = await _lead(office)
    await age(store, editions, now)
    await age(store, editions, now + timedelta(days=21))
    at_once = await _lead(office)
    assert (step_by_step.total, step_by_step.band) == (at_once.total, at_once.band)


async def test_who_speaks_again_is_as_fresh_as_ever(office: Office) -> None:
    visitor = office.visitor()
    await visitor.begin()
    await visitor.send(choice="now")
    await visitor.send(choice="cash")
    await visitor.send(skip=True)
    await visitor.send(text="512 555 0142")
    fresh = await _lead(office)
    await age(office.doorstep.store, _editions(office), datetime.now(UTC) + timedelta(days=60))
    assert (await _lead(office)).band != "hot"
    await visitor.send(text="gas stove please")
    again = await _lead(office)
    assert (again.band, again.engagement >= fresh.engagement) == ("hot", True)


async def test_every_job_runs_when_it_is_due_and_not_again_after_a_restart(
    office: Office, tmp_path: Path
) -> None:
    await _hot(office)
    store, now = office.doorstep.store, datetime.now(UTC)
    jobs = ["ageing", "retention", "tidying"]
    assert await _keeper(office, now).look() == jobs
    assert await _keeper(office, now + timedelta(hours=5)).look() == []
    assert await _keeper(office, now + timedelta(hours=7)).look() == ["ageing"]
    assert len(await store.leads(LeadFilter())) == 1
    assert await _keeper(office, now + timedelta(days=366)).look() == jobs
    assert await store.leads(LeadFilter()) == []
    assert found_in(tmp_path / "data", WORD) == []


async def test_what_was_sent_long_ago_is_forgotten(office: Office) -> None:
    store, now = office.doorstep.store, datetime.now(UTC)
    later = now + timedelta(hours=1)  # not due, so that nobody else settles it
    await store.enqueue([Outgoing("old", "nobody.sends", "x", "{}", later, created_at=now)])
    row = (await store.outbox())[0]
    await store.sent(row.id, now)
    await _keeper(office, now + timedelta(days=29)).look()
    assert any(row.key == "old" for row in await store.outbox())
    await _keeper(office, now + timedelta(days=31)).look()
    assert not any(row.key == "old" for row in await store.outbox())


async def test_no_log_line_of_a_whole_run_names_anybody(
    office: Office, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    visitor = office.visitor()
    await visitor.begin(source={"page": f"https://x.example/{WORD}", "utm_term": WORD})
    await visitor.send(choice="now")
    await visitor.send(text="what is this?")
    await visitor.send(choice="cash")
    await visitor.send(text=WORD.capitalize())
    await visitor.send(text=f"512 555 0142, {WORD}@example.com")
    await visitor.send(text="x" * 3000)
    await visitor.post(b'{"id": "broken')
    url = f"{office.base}/api/v1/conversations/{WORD}"
    await office.http.get(url, headers={"Authorization": f"Bearer {WORD * 3}"})
    await visitor.send(text="delete my data")
    await _keeper(office, datetime.now(UTC)).look()
    out, err = capfd.readouterr()
    for trace in (WORD, "555 0142", "5550142", visitor.token):
        assert trace not in (out + err).lower()
