"""``doorstep flows``: who changed what and when, and one command to go back."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import cli
from bot.errors import FlowProblems, UserMistake
from bot.library import Library
from bot.versions import login
from storage.sqlite import open_reader
from tests.serving import serve, wait_until

SITE = (
    "company: Us\ndefault_market: here\nmarkets: {here: {country: US, currency: USD, tz: UTC}}\n"
)
FIRST = """\
id: spring
title: Spring
greeting: An automated assistant. {{ privacy_url }}
questions:
  - {id: budget, ask: What's your budget?}
  - id: financing
    ask: How do you pay?  # asked since March
    options: [{value: cash, label: Cash, points: 25}, {value: loan, label: Loan, points: 5}]
"""
SECOND = FIRST.replace("points: 25", "points: 20").replace("What's your", "Which is your")
SPANISH = "language: es\nquestions: {budget: {ask: ¿Cuánto?}}\n"

Run = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "site.yaml").write_text(SITE)
    (tmp_path / "flows" / "spring.yaml").write_text(FIRST)
    return tmp_path / "flows"


@pytest.fixture
def run(folder: Path) -> Run:
    def run(*words: str) -> str:
        where = ["--flows", str(folder), "--data", str(folder.parent / "data")]
        done = CliRunner().invoke(cli.group, [*where, "flows", *words])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.output

    return run


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Dana Reyes", "-c", "user.email=dana@example.com"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def commit(folder: Path, text: str, message: str, day: str) -> None:
    (folder / "spring.yaml").write_text(text)
    git(folder, "add", ".")
    at = f"2026-03-{day}T10:00:00 +0000"
    env = {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": at}
    before = dict(os.environ)
    os.environ.update(env)
    try:
        git(folder, "commit", "-qm", message)
    finally:
        os.environ.clear()
        os.environ.update(before)


def test_the_log_tells_each_change_in_words_with_its_date_and_author(
    folder: Path, run: Run
) -> None:
    git(folder, "init", "-q")
    commit(folder, FIRST, "the first", "02")
    commit(folder, SECOND, "less for cash", "09")
    lines = run("log", "spring").splitlines()
    assert "2026-03-09" in lines[0]
    assert "Dana Reyes  (now)  “less for cash”" in lines[0]
    assert [line.strip() for line in lines[1:3]] == [
        "budget: wording changed",
        "financing: cash 25 → 20 points",
    ]
    assert "2026-03-02" in lines[3]
    assert lines[4].strip() == "first known version"


def test_without_git_the_one_who_saved_the_file_is_its_author(run: Run) -> None:
    assert f"{login()}  (now)" in run("log", "spring")


def test_a_rollback_writes_the_old_text_back_and_keeps_the_one_it_replaced(
    folder: Path, run: Run
) -> None:
    git(folder, "init", "-q")
    commit(folder, FIRST, "the first", "02")
    (folder / "spring.yaml").write_text(SECOND)
    told = run("rollback", "spring")
    assert (folder / "spring.yaml").read_text() == FIRST
    assert "financing: cash 20 → 25 points" in told
    assert "To undo this: doorstep flows rollback spring" in told
    assert "“rolled back to" in run("log", "spring").splitlines()[0]
    run("rollback", "spring")  # back again: nothing was lost
    assert (folder / "spring.yaml").read_text() == SECOND


def test_a_rollback_brings_the_languages_of_then(folder: Path, run: Run) -> None:
    git(folder, "init", "-q")
    (folder / "spring.es.yaml").write_text(SPANISH)
    commit(folder, FIRST, "in two languages", "02")
    (folder / "spring.es.yaml").write_text(SPANISH.replace("Cuánto", "Qué presupuesto"))
    assert "words in es changed" in run("diff", "spring")
    run("rollback", "spring")
    assert (folder / "spring.es.yaml").read_text() == SPANISH
    (folder / "spring.es.yaml").unlink()
    assert "language es removed" in run("diff", "spring")


def test_without_git_and_server_the_log_keeps_what_it_shows(folder: Path, run: Run) -> None:
    run("log", "spring")
    (folder / "spring.yaml").write_text(SECOND)
    assert "financing: cash 25 → 20 points" in run("log", "spring")
    run("rollback", "spring")
    assert (folder / "spring.yaml").read_text() == FIRST


def test_a_running_server_keeps_every_save_and_takes_a_rollback_up(folder: Path, run: Run) -> None:
    data = folder.parent / "data"
    with serve(data, "--flows", str(folder)) as served:
        wait_until(lambda: _kept(data) == 1)
        (folder / "spring.yaml").write_text(SECOND)
        wait_until(lambda: _kept(data) == 2)
        assert "financing: cash 20 → 25 points" in run("rollback", "spring")
        wait_until(lambda: "What's your" in _asked(served.base))
        assert served.process.poll() is None
    assert _kept(data) == 3


def _kept(data: Path) -> int:
    async def ask() -> int:
        store = open_reader(data)
        try:
            return len(await store.flow_versions("spring"))
        finally:
            await store.close()

    return asyncio.run(ask())


def _asked(base: str) -> str:
    """What a new visitor is asked first."""
    body = json.dumps({"flow": "spring"}).encode()
    headers = {"Content-Type": "application/json"}
    url = f"{base}/api/v1/conversations"
    request = urllib.request.Request(url, body, headers)  # noqa: S310 - our own server
    with urllib.request.urlopen(request) as reply:  # noqa: S310 - our own server
        return str(json.load(reply)["ask"]["text"])


def test_a_diff_shows_the_words_and_the_lines(folder: Path, run: Run) -> None:
    git(folder, "init", "-q")
    commit(folder, FIRST, "the first", "02")
    (folder / "spring.yaml").write_text(SECOND)
    told = run("diff", "spring")
    assert "financing: cash 25 → 20 points" in told
    assert "-  - {id: budget, ask: What's your budget?}" in told
    assert "+  - {id: budget, ask: Which is your budget?}" in told


def test_a_version_is_shown_as_it_was_with_its_notes(folder: Path, run: Run) -> None:
    git(folder, "init", "-q")
    commit(folder, FIRST, "the first", "02")
    (folder / "spring.yaml").write_text(SECOND)
    assert run("show", "spring") == SECOND
    assert run("show", "spring", "1") == FIRST


def test_a_broken_file_can_be_rolled_back(folder: Path, run: Run) -> None:
    git(folder, "init", "-q")
    commit(folder, FIRST, "the first", "02")
    (folder / "spring.yaml").write_text(FIRST[:90])
    run("rollback", "spring")
    assert Library.load(folder).flows["spring"].flow.questions[0].id == "budget"


def test_a_version_that_could_not_run_today_is_not_brought_back(folder: Path, run: Run) -> None:
    git(folder, "init", "-q")
    commit(folder, FIRST.replace("What's your budget?", "What's your {{ bugdet }}?"), "bad", "02")
    (folder / "spring.yaml").write_text(FIRST)
    with pytest.raises(FlowProblems, match="bugdet"):
        run("rollback", "spring")
    assert (folder / "spring.yaml").read_text() == FIRST


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("log", "sprung"), "there is no flow “sprung”: did you mean “spring”?"),
        (("rollback", "spring"), "no earlier version"),
        (("rollback", "spring", "7"), "only 1 version:"),
        (("show", "spring", "ffff"), "no version begins with ffff"),
        (("rollback", "spring", "0"), "nothing was changed"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(run: Run, words: tuple[str, ...], says: str) -> None:
    with pytest.raises(UserMistake, match=says):
        run(*words)


def test_every_flow_is_listed_with_its_version(run: Run) -> None:
    assert "spring" in run()
