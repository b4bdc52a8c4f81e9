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
from bot.errors import FlowProblems, UserMistake
from bot.library import Library, shipped
from storage.rows import Batch, Conversation, Lead
from storage.sqlite import open_store
from tests.leads.people import BLANK

NOW = datetime.now(UTC)


def _lead(**changes: object) -> Lead:
    base = replace(
        BLANK, id="lead-1", conversation="c-1", flow="buyer", market="austin", lang="en"
    )
    return replace(base, **{"updated_at": NOW, "created_at": NOW} | changes)  # type: ignore[arg-type]


async def _put(data: Path, lead: Lead, conversation: str = "c-1") -> None:
    lead = replace(lead, conversation=conversation)
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
        id=conversation, token_hash="h", flow="buyer", flow_hash="h", channel="web",
        market="austin", lang="en", status="partial", band="cold",
        session=dump(session), seq=0, version=1, lead_id=lead.id, created_at=NOW,
        updated_at=lead.updated_at,
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


def _draft(folder: Path, old: str, new: str) -> Path:
    """The shipped buyer flow with another wording of points, outside the flows folder."""
    text = (shipped() / "buyer.yaml").read_text("utf-8")
    assert old in text
    path = folder / "draft.yaml"
    path.write_text(text.replace(old, new).split("\ntests:")[0] + "\n", "utf-8")
    return path


def _rescore_in_words(data: Path, *flags: str) -> tuple[str, str]:
    done = CliRunner().invoke(command, ["--data", str(data), "rescore", *flags])
    return done.stdout, done.stderr


def test_a_draft_names_whom_it_would_change_and_nothing_else(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead(name="Chris Ode", total=3)))
    draft = _draft(
        tmp_path, "value: cash, label: Cash, points: 25", "value: cash, label: Cash, points: 5"
    )
    out, err = _rescore_in_words(tmp_path, "--dry-run", "--draft", str(draft))
    assert "Chris Ode" in out
    assert "60 warm  →   40 warm" in out
    assert err == "of the last 1 lead: 1 would only get other points\n"
    assert asyncio.run(_read(tmp_path)).total == 3


def test_a_draft_that_changes_no_points_changes_nobody(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead(total=3)))
    draft = _draft(tmp_path, "How many bedrooms, at least?", "How many bedrooms?")
    out, err = _rescore_in_words(tmp_path, "--dry-run", "--draft", str(draft))
    assert (out, err) == ("", "nothing would change in the last 1 lead\n")


def test_a_draft_is_only_looked_at(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead()))
    draft = _draft(tmp_path, "points: 25", "points: 24")
    done = CliRunner().invoke(command, ["--data", str(tmp_path), "rescore", "--draft", str(draft)])
    assert isinstance(done.exception, UserMistake)
    assert "add --dry-run" in str(done.exception)


def test_a_draft_of_no_live_flow_says_so(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead()))
    draft = _draft(tmp_path, "id: buyer\n", "id: bayer\n")
    done = CliRunner().invoke(
        command, ["--data", str(tmp_path), "rescore", "--dry-run", "--draft", str(draft)]
    )
    assert "“bayer” is no live flow" in str(done.exception)


def test_a_broken_draft_names_the_line(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead()))
    draft = _draft(tmp_path, "    why:", "    wyh:")
    done = CliRunner().invoke(
        command, ["--data", str(tmp_path), "rescore", "--dry-run", "--draft", str(draft)]
    )
    assert isinstance(done.exception, FlowProblems)
    assert "did you mean “why”" in str(done.exception.problems[0])


def test_a_dry_run_looks_at_the_last_leads_only(tmp_path: Path) -> None:
    asyncio.run(_put(tmp_path, _lead(total=3)))
    asyncio.run(_put(tmp_path, _lead(id="lead-2", total=3), conversation="c-2"))
    _, err = _rescore_in_words(tmp_path, "--dry-run", "--last", "1")
    assert err.startswith("of the last 1 lead: 1 would")


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
