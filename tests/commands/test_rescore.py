"""``doorstep leads rescore``: new rules and gone weeks change scores, and ring nobody."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.commands.leads import command
from bot.dialogue.session import Answer, Session, dump
from bot.library import Library
from storage.rows import Batch, Conversation, Lead
from storage.sqlite import open_store
from tests.leads.people import BLANK

NOW = datetime.now(UTC)


def _lead(**changes: object) -> Lead:
    base = replace(
        BLANK, id="lead-1", conversation="c-1", flow="buyer", market="austin", lang="en"
    )
    return replace(base, **{"updated_at": NOW, "created_at": NOW} | changes)  # type: ignore[arg-type]


async def _put(data: Path, lead: Lead) -> None:
    at = lead.updated_at.isoformat()
    session = Session(
        flow="buyer", flow_hash="h", market="austin",
        answers={
            "timeline": Answer("now", "asap", "timeline", at=at),
            "financing": Answer("cash", "cash", "financing", at=at),
            "phone": Answer("+15125550142", "512-555-0142", "phone", at=at),
        },
    )  # fmt: skip
    row = Conversation(
        id="c-1", token_hash="h", flow="buyer", flow_hash="h", channel="web", market="austin",
        lang="en", status="partial", band="cold", session=dump(session), seq=0, version=1,
        lead_id=lead.id, created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    store = open_store(data)
    await store.commit(Batch(conversation=row, lead=lead))
    await store.close()


async def _read(data: Path) -> Lead:
    store = open_store(data)
    found, due = await store.lead("lead-1"), await store.outbox()
    await store.close()
    assert found is not None
    assert due == []
    return found


def _rescore(data: Path, *flags: str) -> list[dict[str, object]]:
    done = CliRunner().invoke(command, ["--data", str(data), "rescore", "--json", *flags])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_score_of_older_rules_is_made_anew_and_rings_nobody(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead(total=3, band="cold", stage="engaged")))
    (told,) = _rescore(tmp_path)
    lead = asyncio.run(_read(tmp_path))
    assert told["after"] == {"band": lead.band, "total": lead.total}
    assert lead.fit == 50
    assert (lead.band, lead.stage) == ("warm", "mql")
    assert lead.flow_hash == Library.load().flows["buyer"].hash
    assert lead.updated_at == NOW, "the visitor was not heard of"
    assert _rescore(tmp_path) == [], "once more changes nothing"


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead(total=3)))
    assert len(_rescore(tmp_path, "--dry-run")) == 1
    assert asyncio.run(_read(tmp_path)).total == 3


def test_weeks_take_interest_away(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead(updated_at=NOW - timedelta(days=100))))
    _rescore(tmp_path)
    lead = asyncio.run(_read(tmp_path))
    assert lead.engagement < 5
    assert lead.band == "cold"


def test_a_claimed_lead_keeps_its_stage(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead(owner="dana", stage="viewing")))
    _rescore(tmp_path)
    assert asyncio.run(_read(tmp_path)).stage == "viewing"


async def test_a_lead_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    await _put(tmp_path, _lead(total=3))
    store = open_store(tmp_path)
    read = await store.lead("lead-1")
    assert read is not None
    assert await store.rescore(replace(read, total=9, updated_at=NOW - timedelta(1))) is False
    assert await store.rescore(replace(read, total=9)) is True
    await store.close()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    from bot import cli  # noqa: PLC0415

    done = CliRunner().invoke(cli.group, ["completion", shell])
    assert done.exit_code == 0
    assert "_DOORSTEP_COMPLETE" in done.stdout
