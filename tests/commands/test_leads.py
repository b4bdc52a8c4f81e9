"""``doorstep leads``, as a person and as a program uses it."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import group
from bot.commands.leads import command
from bot.commands.since import moment_of
from bot.dialogue.session import Session, dump
from bot.errors import UserMistake
from bot.leads.exports import COLUMNS
from storage.rows import Batch, Conversation, Event, Lead, Message
from storage.sqlite import SqliteStore, open_store
from tests.leads.people import BLANK, CHRIS, CONSENTS, EVENTS, HASH, HOT_AT, answer

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
EVIL = "\x1b[31mred\x1b[0m [bold]Bo\u202eb[/bold] :smile:"


def _batch(lead: Lead, said: str = "is the stove gas?", session: str = "") -> Batch:
    session = session or dump(Session(flow=lead.flow, flow_hash=HASH, notes=(said,)))
    row = Conversation(
        id=lead.conversation, token_hash="h", flow=lead.flow, flow_hash=HASH, channel="web",
        market="austin", lang="en", status=lead.status, band=lead.band, session=session, seq=2,
        version=1, lead_id=lead.id, created_at=HOT_AT, updated_at=HOT_AT,
    )  # fmt: skip
    messages = (
        Message(lead.conversation, 1, "bot", "When?", HOT_AT, '{"options":["Right away"]}'),
        Message(lead.conversation, 2, "visitor", said, HOT_AT),
    )
    mine = lead.id == CHRIS.id
    return Batch(
        conversation=row,
        messages=messages,
        lead=lead,
        answers=(answer("timeline", HOT_AT, raw="asap"),) if mine else (),
        events=EVENTS if mine else (),
        consents=CONSENTS if mine else (),
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three leads: hot Chris, a blank one, and one with a hostile name."""
    folder = tmp_path_factory.mktemp("leads")
    asyncio.run(_fill(folder))
    return folder


async def _fill(folder: Path) -> None:
    store: SqliteStore = open_store(folder)
    await store.commit(_batch(replace(BLANK, conversation="c-1", gate='["the score is 0"]')))
    await store.commit(
        _batch(replace(BLANK, id="-odd", conversation="c-2", name=EVIL, band="warm", total=50))
    )
    await store.commit(_batch(replace(CHRIS, updated_at=HOT_AT + timedelta(hours=1))))
    await store.close()


def _run(data: Path, *args: str) -> Result:
    return CliRunner().invoke(command, ["--data", str(data), *args], env={"COLUMNS": "130"})


@pytest.fixture
def listed(data: Path) -> str:
    result = _run(data)
    assert result.exit_code == 0
    return result.output


def test_leads_are_a_table_newest_first(listed: str) -> None:
    lines = listed.splitlines()
    assert lines[0].split() == ["id", "score", "who", "wish", "reach", "owner", "last", "heard"]
    assert lines[1].startswith("L-2041")
    assert "Chris Ode" in lines[1]
    assert "+1 737-555-0141" in lines[1]
    assert "Dana Reyes" in lines[1]
    assert lines[-1] == "3 leads: 1 hot, 1 warm, 1 cold"


def test_a_visitors_name_cannot_colour_the_terminal(listed: str, data: Path) -> None:
    page = _run(data, "show", "-odd").output
    assert "[bold]Bob[/bold] :smile:" in page
    for text in (listed, page):
        assert "[bold]Bob" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_a_narrow_terminal_gets_two_lines_a_lead(data: Path) -> None:
    result = CliRunner().invoke(command, ["--data", str(data)], env={"COLUMNS": "80"})
    assert all(len(line) <= 80 for line in result.output.splitlines())
    assert "+1 737-555-0141" in result.output


@pytest.mark.parametrize("columns", [40, 50, 60, 70, 80, 109, 110])
def test_a_phone_number_is_never_cut(data: Path, columns: int) -> None:
    result = CliRunner().invoke(command, ["--data", str(data)], env={"COLUMNS": str(columns)})
    assert "+1 737-555-0141" in result.output
    assert all(len(line) <= columns for line in result.output.splitlines())


def test_two_forms_of_one_list_are_refused_in_a_sentence(data: Path) -> None:
    for args in (("leads", "--json", "--csv"), ("leads", "--csv", "list", "--json")):
        result = CliRunner().invoke(group, ["--data", str(data), *args])
        assert isinstance(result.exception, UserMistake)  # exit code 2
        assert str(result.exception) == (
            "--json and --csv are two forms of one list: give one of them"
        )
        assert result.stdout == ""


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        ((), ["L-2041", "L-1", "-odd"]),
        (("--band", "warm"), ["-odd"]),
        (("--flow", "listing"), ["L-2041"]),
        (("--limit", "1"), ["L-2041"]),
        (("--since", "2026-03-10T20:00:00+00:00"), ["L-2041"]),
        (("--since", "2027-01-01"), []),
    ],
)
def test_json_is_one_object_a_line(data: Path, args: tuple[str, ...], ids: list[str]) -> None:
    result = _run(data, "--json", *args)
    assert result.exit_code == 0
    found = [json.loads(line)["id"] for line in result.output.splitlines()]
    assert sorted(found) == sorted(ids)


def test_list_is_the_same_and_hears_options_on_both_sides(data: Path, listed: str) -> None:
    assert _run(data, "list").output == listed
    assert (
        _run(data, "--json", "list", "--band", "warm").output
        == _run(data, "--band", "warm", "--json").output
    )
    assert _run(data, "--band", "hot", "list", "--band", "warm", "--csv").output.count("-odd") == 1


def test_csv_has_a_bom_a_header_and_a_line_for_each(data: Path) -> None:
    output = _run(data, "--csv").stdout_bytes
    assert output.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(output.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    by_id = {row["lead_id"].removeprefix("'"): row for row in rows}
    assert by_id["L-2041"]["notes"] == "is the stove gas?"
    assert by_id["L-2041"]["first_response_s"] == "94"
    assert by_id["L-2041"]["consent_contact_at"] == "2026-03-10T14:06:40-05:00"
    assert set(by_id) == {"L-2041", "L-1", "-odd"}


def test_more_leads_than_a_page_are_all_exported(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.commands.leads.PAGE", 2)
    assert len(_run(data, "--json").output.splitlines()) == 3
    assert len(_run(data, "--json", "--limit", "2").output.splitlines()) == 2


def test_a_lead_is_shown_with_everything(data: Path) -> None:
    output = _run(data, "show", "L-20").output
    for words in (
        "Chris Ode  hot 95", "prefers call", "Asked: “is the stove gas?”", "claimed by Dana Reyes",
        "65 of 70", "right away", "“asap”", "Agreed to be contacted", "Dana Reyes claimed it",
        "[Right away]", "tour Sat 11:00",
    ):  # fmt: skip
        assert words in output.replace("call ok · ", ""), words


def test_a_lead_as_json_has_its_transcript_and_reasons(data: Path) -> None:
    record = json.loads(_run(data, "show", "L-2041", "--json").output)
    assert record["score"] == {"fit": 65, "engagement": 30, "total": 95}
    assert [line["from"] for line in record["transcript"]] == ["bot", "visitor"]
    assert record["why"]["reasons"][1]["quote"] == "asap"
    assert [entry["kind"] for entry in record["timeline"]][-1] == "claimed"


def test_why_names_every_point_and_what_is_missing(data: Path) -> None:
    hot = _run(data, "why", "L-2041").output
    assert "+20  right away" in hot
    assert "“737 555 0141”" in hot
    assert HASH in hot
    blank = _run(data, "why", "L-1").output
    assert "• the score is 0" in blank
    assert json.loads(_run(data, "why", "L-1", "--json").output)["gate"] == ["the score is 0"]


def test_why_routing_tells_the_rule_the_ladder_and_what_happened(data: Path) -> None:
    told = _run(data, "why", "L-2041", "--routing").output
    assert "Dana looks after it." in told
    assert "claimed" in told
    as_json = json.loads(_run(data, "why", "L-2041", "--routing", "--json").output)
    assert as_json["why"] == "Dana looks after it."
    assert [step["kind"] for step in as_json["steps"]] == ["hot", "claimed"]
    assert "never rang" in _run(data, "why", "L-1", "--routing").output


def test_an_id_that_begins_with_a_dash_is_an_id(data: Path) -> None:
    assert "Bob" in _run(data, "show", "-odd").output


def test_an_unknown_or_ambiguous_id_is_one_sentence(data: Path) -> None:
    for wanted, sentence in (("nobody", "there is no lead nobody"), ("L-", "several leads begin")):
        result = _run(data, "show", wanted)
        assert isinstance(result.exception, UserMistake)
        assert sentence in str(result.exception)


def test_an_empty_store_says_what_to_do(tmp_path: Path, data: Path) -> None:
    assert "No leads yet" in _run(tmp_path / "new").output
    assert "doorstep serve" in _run(tmp_path / "new").output
    assert _run(data, "--band", "disqualified").output == "None of the 3 leads is like that.\n"
    assert _run(tmp_path / "new", "--json").output == ""


def test_leads_are_listed_beside_a_running_server(tmp_path: Path) -> None:
    """Another process holds the lock and writes; reading goes on."""

    async def both() -> tuple[str, str]:
        store = open_store(tmp_path)
        before = await _as_process(tmp_path)
        await store.commit(_batch(CHRIS))
        after = await _as_process(tmp_path)
        await store.close()
        return before, after

    before, after = asyncio.run(both())
    assert "No leads yet" in before
    assert "Chris Ode" in after


async def _as_process(data: Path) -> str:
    command_ = [sys.executable, "-m", "bot.cli", "leads", "--data", str(data)]
    done = await asyncio.to_thread(subprocess.run, command_, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7d", NOW - timedelta(days=7)),
        ("12 h", NOW - timedelta(hours=12)),
        ("30m", NOW - timedelta(minutes=30)),
        ("2W", NOW - timedelta(weeks=2)),
        ("2026-03-01T10:00:00+00:00", datetime(2026, 3, 1, 10, tzinfo=UTC)),
    ],
)
def test_since_is_an_age_or_a_date(text: str, expected: datetime) -> None:
    assert moment_of(text, NOW) == expected


@pytest.mark.parametrize("text", ["", "yesterday", "7", "-7d", "999999d", "٧d", "0000-00-00"])
def test_since_of_another_kind_is_a_mistake(text: str) -> None:
    with pytest.raises(UserMistake, match="--since"):
        moment_of(text, NOW)


def test_an_event_of_a_kind_nobody_knows_is_still_shown(tmp_path: Path) -> None:
    async def fill() -> None:
        store = open_store(tmp_path)
        await store.commit(_batch(CHRIS))
        await store.enqueue([], [Event("L-2041", "waved_at", "dana", "{}", HOT_AT)])
        await store.close()

    asyncio.run(fill())
    assert "Dana Reyes: waved at" in _run(tmp_path, "show", "L-2041").output


def test_a_conversation_of_a_newer_doorstep_spoils_no_export(tmp_path: Path) -> None:
    async def fill() -> None:
        store = open_store(tmp_path)
        await store.commit(_batch(CHRIS, session='{"v":99}'))
        await store.close()

    asyncio.run(fill())
    assert "Chris Ode" in _run(tmp_path, "show", "L-2041").output
    assert "L-2041" in _run(tmp_path, "--csv").output
