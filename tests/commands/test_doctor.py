"""``doorstep doctor``: what is wrong is found and named, and no secret is told."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot import checkup, checkup_data
from bot.commands.doctor import command
from bot.settings import Settings
from storage.rows import Batch
from storage.sqlite import open_store
from tests.fakes.botapi import TOKEN, FakeBotApi
from tests.storage.samples import lead
from tests.storage.test_backup import seed, spoil

SITE = """\
company: Us
default_market: here
base_url: {url}
markets: {{here: {{country: US, currency: USD, tz: UTC}}}}
agents: [{{id: ann, name: Ann, markets: [here]}}]
"""
QUIET = {
    "DOORSTEP_TELEGRAM_TOKEN": None, "DOORSTEP_TELEGRAM_API": None, "DOORSTEP_DATABASE": None,
    "DOORSTEP_SECRET": None, "DOORSTEP_SMTP_URL": None,
}  # fmt: skip


def _doctor(
    data: Path, *flags: str, **environ: str | None
) -> tuple[int, dict[str, dict[str, Any]]]:
    words = ["--data", str(data), *flags, "--json"]
    done = CliRunner().invoke(command, words, env=QUIET | environ)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return done.exit_code, {line["what"]: line for line in reversed(lines)}


def _site(tmp_path: Path, url: str = "https://chat.example.com") -> str:
    path = tmp_path / "office.yaml"
    path.write_text(SITE.format(url=url), "utf-8")
    return str(path)


def test_the_demo_fails_nowhere(tmp_path: Path) -> None:
    code, found = _doctor(tmp_path / "data")
    assert code == 0
    assert {one["verdict"] for one in found.values()} == {"ok", "warn"}
    assert "is the demo" in found["site"]["says"]
    assert not (tmp_path / "data").exists(), "looking changes nothing"


def test_a_table_for_people_names_the_mend(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["--data", str(tmp_path / "data")], env=QUIET)
    assert "→ make a bot with @BotFather" in done.stdout
    assert "to look at" in done.stderr


def test_secrets_are_said_to_be_set_and_nothing_more(tmp_path: Path) -> None:
    hidden = {name: f"hidden-{name}" for name in ("DOORSTEP_SECRET", "DOORSTEP_SMTP_URL")}
    done = CliRunner().invoke(
        command,
        ["--data", str(tmp_path), "--json"],
        env=QUIET
        | hidden
        | {"DOORSTEP_TELEGRAM_TOKEN": "12:hidden", "DOORSTEP_TELEGRAM_API": "http://127.0.0.1:9"},
    )
    assert "hidden" not in done.output
    assert '"says": "set"' in done.stdout


@pytest.mark.parametrize(
    ("secret", "verdict"),
    [("", "ok"), ("changeme", "warn"), ("a" * 64, "warn"), ("k9J2-vTq8_wLz0Xe4RbN", "ok")],
)
def test_a_secret_that_can_be_guessed_is_warned_of(
    secret: str, verdict: str, tmp_path: Path
) -> None:
    _, found = _doctor(tmp_path, DOORSTEP_SECRET=secret)
    assert found["DOORSTEP_SECRET"]["verdict"] == verdict
    assert not secret or secret not in json.dumps(found)


async def test_a_bot_that_answers_is_named(tmp_path: Path) -> None:
    async with FakeBotApi() as telegram:
        known = Settings(data=tmp_path, telegram_token=TOKEN, telegram_api=telegram.url)
        found = {one.what: one for one in await checkup.examine(known)}
        wrong = Settings(data=tmp_path, telegram_token="1:wrong", telegram_api=telegram.url)
        refused = {one.what: one for one in await checkup.examine(wrong)}
    assert found["Telegram"].verdict == "ok"
    assert found["Telegram"].says.startswith("@")
    assert refused["Telegram"].verdict == "fail"


def test_telegram_out_of_reach_fails(tmp_path: Path) -> None:
    code, found = _doctor(
        tmp_path, DOORSTEP_TELEGRAM_TOKEN="1:x", DOORSTEP_TELEGRAM_API="http://127.0.0.1:9"
    )
    assert (code, found["Telegram"]["verdict"]) == (1, "fail")


def test_agents_without_a_chat_are_named(tmp_path: Path) -> None:
    _, found = _doctor(
        tmp_path, "--site", _site(tmp_path),
        DOORSTEP_TELEGRAM_TOKEN="1:x", DOORSTEP_TELEGRAM_API="http://127.0.0.1:9",
    )  # fmt: skip
    assert found["agents"]["verdict"] == "warn"
    assert found["agents"]["mend"] == "doorstep agent invite ann"


@pytest.mark.parametrize(
    ("url", "verdict"),
    [("https://x.example", "ok"), ("http://localhost:8080", "ok"), ("http://x.example", "warn")],
)
def test_an_open_address_is_warned_of(tmp_path: Path, url: str, verdict: str) -> None:
    assert _doctor(tmp_path, "--site", _site(tmp_path, url))[1]["base_url"]["verdict"] == verdict


def test_a_broken_flow_fails_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("id: bad\ntitle: x\n", "utf-8")
    code, found = _doctor(tmp_path / "data", "--flows", str(tmp_path))
    assert (code, found["flows"]["verdict"]) == (1, "fail")
    assert "bad.yaml:" in found["flows"]["says"]


def test_an_open_data_folder_is_warned_of(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert _doctor(tmp_path)[1]["data folder"]["verdict"] == "warn"


def test_postgresql_is_told_in_words(tmp_path: Path) -> None:
    code, found = _doctor(tmp_path, DOORSTEP_DATABASE="postgresql://u:secret@h/d")
    assert (code, found["database"]["verdict"]) == (1, "fail")
    assert "secret" not in json.dumps(found)


def test_a_clock_of_another_century_fails() -> None:
    (early,) = checkup._clock(datetime(1970, 1, 2, tzinfo=UTC))
    (fine,) = checkup._clock(datetime(2027, 1, 2, tzinfo=UTC))
    assert (early.verdict, fine.verdict) == ("fail", "ok")


def test_a_clashing_package_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "clashes", lambda: {"flows": ["other-flows"]})
    (found,) = checkup._packages()
    assert found.verdict == "fail"
    assert "other-flows" in found.says


def test_a_full_disk_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Disk:
        free = 1 << 20

    monkeypatch.setattr(checkup_data.shutil, "disk_usage", lambda _: Disk)
    assert _doctor(tmp_path)[1]["disk"]["verdict"] == "fail"


def test_a_database_is_read_through_and_damage_is_named(tmp_path: Path) -> None:
    path = asyncio.run(seed(tmp_path / "data", 3))
    assert _doctor(tmp_path / "data")[1]["database"]["says"].endswith("sound")
    spoil(path)
    code, found = _doctor(tmp_path / "data")
    assert (code, found["database"]["verdict"]) == (1, "fail")
    assert "damaged" in found["database"]["says"]
    assert "restore" in found["database"]["mend"]


def test_open_files_long_logs_and_old_databases_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    asyncio.run(seed(data, 1))
    (data / "doorstep.db.before-20260310-080000").write_text("old")
    (data / "doorstep.db-wal").write_bytes(b"")
    (data / "doorstep.db").chmod(0o640)
    monkeypatch.setattr(checkup_data, "LONG_LOG", -1)
    done = CliRunner().invoke(command, ["--data", str(data)], env=QUIET).stdout
    for words in (
        "is open to others",
        "set aside by a restore",
        "reads the database all the time",
    ):
        assert words in " ".join(done.split())


def test_a_lead_of_tomorrow_says_that_the_clock_was_wrong(tmp_path: Path) -> None:
    async def come() -> None:
        store = open_store(tmp_path / "data")
        at = datetime.now(UTC) + timedelta(days=1)
        await store.commit(Batch(lead=lead(updated_at=at)))
        await store.close()

    asyncio.run(come())
    done = CliRunner().invoke(command, ["--data", str(tmp_path / "data"), "--json"], env=QUIET)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert any(one["what"] == "clock" and one["verdict"] == "fail" for one in found)


def test_a_folder_on_another_machine_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mounts").write_text(f"nas:/x {tmp_path} nfs4 rw 0 0\ndev / ext4 rw 0 0\n")
    monkeypatch.setattr(checkup_data, "MOUNTS", tmp_path / "mounts")
    found = _doctor(tmp_path / "data")[1]["file system"]
    assert (found["verdict"], "nfs4" in found["says"]) == ("fail", True)


def test_a_mail_server_that_is_away_or_misnamed_is_told_with_its_mend(tmp_path: Path) -> None:
    code, found = _doctor(tmp_path / "d", DOORSTEP_SMTP_URL="smtp://127.0.0.1:9?from=a@b.example")
    assert (code, found["e-mail"]["verdict"]) == (1, "fail")
    assert "cannot be reached" in found["e-mail"]["says"]
    assert "DOORSTEP_SMTP_URL" in found["e-mail"]["mend"]
    _, found = _doctor(tmp_path / "d", DOORSTEP_SMTP_URL="mail.example.com")
    assert "for example smtp://" in found["e-mail"]["says"]
    _, found = _doctor(tmp_path / "d")
    assert found["e-mail"]["verdict"] == "ok"
