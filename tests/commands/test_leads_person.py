"""People from the command line: exported whole, erased for good, merged and split by hand."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.commands.leads import command
from bot.dialogue.session import Answer, Session, dump
from bot.errors import UserMistake
from storage import person_sqlite
from storage.rows import Batch, DoNotContactRow, Lead
from storage.sqlite import open_store
from storage.store import LeadFilter
from tests.storage.people import found_in, visit

NOW = datetime.now(UTC).replace(microsecond=0)
ANN, BOB = "annquillick", "bobwidderow"
PHONE = "+15125550142"


def _session(name: str, **fields: Any) -> str:
    at = NOW.isoformat()
    answers = {"name": name.capitalize(), "phone": PHONE, **fields}
    made = {field: Answer(value, str(value), field, at=at) for field, value in answers.items()}
    return dump(Session("buyer", "h", market="austin", answers=made, turns=1))


def _batch(id_: str, lead_id: str, name: str, *, days: int = 0, **more: Any) -> Batch:
    made = _dated(visit(id_, lead_id, word=name, **more), days)
    assert made.conversation is not None
    assert made.lead is not None
    return replace(
        made,
        conversation=replace(made.conversation, session=_session(name)),
        lead=replace(made.lead, name=name.capitalize(), phone=PHONE),
    )


def _dated(made: Batch, days: int = 0) -> Batch:
    """A visit of so many days ago."""
    at = NOW - timedelta(days=days)
    assert made.conversation is not None
    assert made.lead is not None
    return replace(
        made,
        conversation=replace(made.conversation, created_at=at, updated_at=at),
        lead=replace(made.lead, created_at=at, updated_at=at),
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Ann, and Bob who has the same phone, as two leads; and somebody else."""
    key = (f"phone:{PHONE}",)
    asyncio.run(
        _fill(
            tmp_path / "data",
            _batch("c-ann", "l-ann", ANN, days=2, keys=key),
            _batch("c-bob", "l-bob", BOB, days=1, keys=key, weighed=("l-ann",)),
            _dated(visit("c-eve", "l-eve", word="evelyn", keys=("phone:+15125550199",))),
        )
    )
    return tmp_path / "data"


async def _fill(folder: Path, *batches: Batch) -> None:
    store = open_store(folder)
    for batch in batches:
        await store.commit(batch)
    await store.close()


async def _leads(folder: Path) -> dict[str, Lead]:
    store = open_store(folder)
    found = {row.id: row for row in await store.leads(LeadFilter())}
    await store.close()
    return found


def _run(data: Path, *args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(command, ["--data", str(data), *args], input=stdin)


def _told(data: Path, who: str) -> dict[str, Any]:
    done = _run(data, "export", who)
    assert done.exit_code == 0, done.output
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("who", [PHONE, "512 555 0142", "(512) 555-0142"])
def test_an_export_is_complete_and_nobody_elses(data: Path, who: str) -> None:
    told = _told(data, who)
    assert {lead["id"] for lead in told["leads"]} == {"l-ann", "l-bob"}
    assert "evelyn" not in json.dumps(told)
    tables = told["stored"]
    assert set(tables) >= {
        "conversation", "message", "answer", "consent", "event", "lead", "outbox", "unread",
        "upload", "person_key",
    }  # fmt: skip
    assert "token_hash" not in json.dumps(told)


def test_an_export_of_a_lead_is_of_that_lead_alone(data: Path) -> None:
    text = json.dumps(_told(data, "l-ann"))
    assert ANN in text.lower()
    assert BOB not in text.lower()


def test_the_page_of_an_export_shows_everything_and_runs_nothing(data: Path) -> None:
    asyncio.run(_fill(data, visit("c-odd", "l-odd", word="<script>alert(1)</script>")))
    done = _run(data, "export", "l-odd", "--html")
    assert done.exit_code == 0
    assert "<script" not in done.stdout
    assert "&lt;script&gt;" in done.stdout
    assert "We call" in done.stdout


def test_an_export_into_a_file_is_for_its_owner_only(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "ann.html"
    assert _run(data, "export", "l-ann", "--out", str(out)).exit_code == 0
    assert out.stat().st_mode & 0o777 == 0o600
    assert out.read_text("utf-8").startswith("<!doctype html>")
    again = _run(data, "export", "l-ann", "--out", str(out))
    assert isinstance(again.exception, UserMistake)


def test_an_erasure_shows_what_will_go_and_asks(data: Path) -> None:
    done = _run(data, "erase", "l-ann")
    assert isinstance(done.exception, UserMistake)
    assert "Annquillick" in done.stderr
    assert "1 lead, 1 chat, 1 message" in done.stderr
    assert set(asyncio.run(_leads(data))) == {"l-ann", "l-bob", "l-eve"}


def test_an_erased_person_is_in_no_file_and_others_are(data: Path) -> None:
    assert found_in(data, ANN)
    done = _run(data, "erase", "l-ann", "--yes")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("erased: 1 lead, 1 chat, 1 message")
    assert found_in(data, ANN) == []
    assert found_in(data, BOB)
    assert set(asyncio.run(_leads(data))) == {"l-bob", "l-eve"}


def test_an_erasure_while_somebody_reads_says_what_is_left_and_where(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_sqlite, "FOLDS", 1)
    monkeypatch.setattr(person_sqlite, "FOLD_WAIT", 0.0)
    aside = data / "doorstep.db.before-20260310-120000"
    aside.write_bytes(ANN.encode())
    with closing(sqlite3.connect(data / "doorstep.db", isolation_level=None)) as reader:
        reader.execute("begin")
        assert reader.execute("select count(*) from lead").fetchone() == (3,)
        done = _run(data, "erase", "l-ann", "--yes")
    assert done.exit_code == 0, done.output
    assert "somebody reads the files at this moment" in done.stderr
    assert f"rm {aside}" in done.stderr
    asyncio.run(_scrub(data))
    assert found_in(data, ANN) == [aside.name]


async def _scrub(folder: Path) -> None:
    """As housekeeping does soon after a start."""
    store = open_store(folder)
    await store.scrub()
    await store.close()


def test_an_erasure_by_number_takes_everybody_who_has_it(data: Path) -> None:
    assert _run(data, "erase", PHONE, "--yes").exit_code == 0
    assert found_in(data, ANN) == found_in(data, BOB) == found_in(data, "5125550142") == []
    assert set(asyncio.run(_leads(data))) == {"l-eve"}


def test_who_said_stop_stays_refused_after_an_erasure(data: Path) -> None:
    stop = DoNotContactRow(f"phone:{PHONE}", "stop", NOW)
    asyncio.run(_fill(data, Batch(do_not_contact=(stop,))))
    assert _run(data, "erase", PHONE, "--yes").exit_code == 0
    assert found_in(data, "5125550142") == []
    asyncio.run(_fill(data, _batch("c-new", "l-new", "newman", keys=(f"phone:{PHONE}",))))
    assert _told(data, "l-new")["may_be_contacted"] is False


@pytest.mark.parametrize("who", ["+1 512 555 0000", "nobody@example.com", "telegram:1", "zzz", ""])
def test_nobody_is_told_in_a_sentence(data: Path, who: str) -> None:
    for verb in ("export", "erase"):
        done = _run(data, verb, who)
        assert isinstance(done.exception, UserMistake)
        assert "nobody is known by" in str(done.exception)


def test_two_leads_are_merged_by_hand_and_split_again(data: Path) -> None:
    done = _run(data, "merge", "l-bob", "l-ann")
    assert done.exit_code == 0, done.output
    leads = asyncio.run(_leads(data))
    assert set(leads) == {"l-ann", "l-eve"}
    assert leads["l-ann"].visits == 2
    assert leads["l-ann"].name == BOB.capitalize()  # said last
    shown = _run(data, "split", "l-ann").stdout
    assert "c-ann" in shown
    assert "c-bob" in shown
    done = _run(data, "split", "l-ann", "c-bob")
    assert done.exit_code == 0, done.output
    leads = asyncio.run(_leads(data))
    assert len(leads) == 3
    names = {lead.name for lead in leads.values()}
    assert {ANN.capitalize(), BOB.capitalize()} <= names
    several = _run(data, "erase", PHONE, "--yes")
    assert isinstance(several.exception, UserMistake)
    assert "several people share" in str(several.exception)


def test_the_last_chat_of_a_lead_cannot_be_taken_out(data: Path) -> None:
    done = _run(data, "split", "l-ann", "c-ann")
    assert "leave it one" in str(done.exception)


def test_what_was_kept_long_enough_goes_and_a_dry_run_only_says_so(data: Path) -> None:
    asyncio.run(_fill(data, _batch("c-old", "l-old", "oldenburg", days=400)))
    dry = _run(data, "retention", "--dry-run")
    assert dry.stdout == "buyer: 1 chat, nothing heard for 365 days\n"
    assert "1 chat and 1 lead would go" in dry.stderr
    assert "l-old" in asyncio.run(_leads(data))
    assert _run(data, "retention").exit_code == 0
    assert "l-old" not in asyncio.run(_leads(data))
    assert found_in(data, "oldenburg") == []
    assert set(asyncio.run(_leads(data))) >= {"l-ann", "l-bob"}


def _bar(data: Path, *keys: str) -> None:
    asyncio.run(
        _fill(data, Batch(do_not_contact=tuple(DoNotContactRow(k, "stop", NOW) for k in keys)))
    )


def test_who_is_taken_off_the_do_not_contact_list_has_the_reason_in_the_timeline(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "petra")
    _bar(data, "phone:+15125550199", f"phone:{PHONE}")
    assert _told(data, "l-eve")["may_be_contacted"] is False
    done = _run(data, "allow", "+15125550199", "--because", "rang us on 3 March")
    assert done.exit_code == 0, done.output
    assert "may be contacted again" in done.stdout
    told = _told(data, "l-eve")
    assert told["may_be_contacted"] is True
    (line,) = [one for one in told["leads"][0]["timeline"] if one["kind"] == "allowed"]
    assert line["text"] == "petra: may be contacted again"
    assert line["detail"] == "rang us on 3 March"
    assert _told(data, "l-ann")["may_be_contacted"] is False


def test_nobody_is_taken_off_the_list_without_a_reason_or_twice(data: Path) -> None:
    _bar(data, "phone:+15125550199")
    assert _run(data, "allow", "l-eve").exit_code == 2
    assert isinstance(_run(data, "allow", "l-eve", "--because", " ").exception, UserMistake)
    assert _run(data, "allow", "l-eve", "--because", "rang us").exit_code == 0
    again = _run(data, "allow", "l-eve", "--because", "rang us")
    assert "is not on the do-not-contact list" in str(again.exception)
    kinds = [one["kind"] for one in _told(data, "l-eve")["leads"][0]["timeline"]]
    assert kinds.count("allowed") == 1


def test_who_was_erased_and_comes_back_can_be_taken_off_the_list(data: Path) -> None:
    _bar(data, "phone:+15125550199")
    assert _run(data, "erase", "l-eve", "--yes").exit_code == 0
    done = _run(data, "allow", "+15125550199", "--because", "rang us")
    assert done.exit_code == 0, done.output
    asyncio.run(_fill(data, visit("c-new", "l-new", word="eva", keys=("phone:+15125550199",))))
    assert _told(data, "l-new")["may_be_contacted"] is True
