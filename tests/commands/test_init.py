"""``doorstep init``, as a new user goes on from it: check, test, talk, serve."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import cli, settings
from bot.commands.init import MORE, without_tests
from bot.errors import UserMistake
from bot.library import Library, shipped
from tests.serving import Served, free_port, wait_until, wait_until_ready


def _run(*words: str | Path) -> str:
    done = CliRunner().invoke(cli.group, [str(word) for word in words])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site, with the shell in its folder."""
    folder = tmp_path / "my office"
    told = _run("init", folder)
    assert f"cd '{folder}'" in told
    monkeypatch.chdir(folder)
    return folder


def test_a_new_site_has_nothing_to_mend_and_its_tests_pass(office: Path) -> None:
    assert _run("check", "--strict") == ""
    assert "callback" in _run("test")
    site = Library.load(office / "flows", office / "site.yaml", strict=True).site
    assert (len(site.markets), len(site.agents), site.demo) == (1, 1, False)


def test_the_short_flow_is_short(office: Path) -> None:
    assert len((office / "flows" / "callback.yaml").read_text("utf-8").splitlines()) <= 35


def test_inside_the_folder_its_own_files_are_meant(office: Path) -> None:
    made = settings.load(environ={})
    assert (made.site, made.flows) == (office / "site.yaml", office / "flows")
    given = settings.load(site=shipped() / "site.yaml", environ={})
    assert given.flows is None, "a flag counts, and nothing is guessed beside it"


def test_a_site_file_alone_is_not_guessed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert settings.load(environ={}).site is None


def test_every_shipped_flow_can_be_taken_in(office: Path) -> None:
    for path in sorted((office / MORE).glob("*.yaml")):
        shutil.copyfile(path, office / "flows" / path.name)
    assert len(Library.load(office / "flows", office / "site.yaml", strict=True).flows) >= 8


def test_flows_can_be_chosen_at_once(tmp_path: Path) -> None:
    _run("init", tmp_path / "x", "--with", "seller")
    there = {path.name for path in (tmp_path / "x" / "flows").iterdir()}
    assert {"callback.yaml", "seller.yaml", "seller.es.yaml"} <= there
    with pytest.raises(UserMistake, match="no flow “selller” comes with Doorstep: buyer"):
        _run("init", tmp_path / "y", "--with", "selller")
    assert not (tmp_path / "y").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(UserMistake, match=r"is not empty \(it holds letter\.txt\)"):
        _run("init", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(UserMistake, match="is a file"):
        _run("init", tmp_path / "letter.txt")


def test_a_fresh_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    _run("init", tmp_path)
    assert (tmp_path / "site.yaml").exists()


def test_only_the_tests_are_left_out_of_a_flow() -> None:
    text = "id: a\n\n# These hold:\ntests:\n  - name: x\n# note\n\n  - name: y\n\nlint: {}\n"
    assert without_tests(text) == "id: a\n\nlint: {}\n"


def test_the_guide_names_only_commands_there_are(office: Path) -> None:
    guide = (office / "README.md").read_text("utf-8")
    named = {part.split()[0].strip("`") for part in guide.split("doorstep ")[1:]}
    assert named <= set(cli.COMMANDS)


def test_a_new_user_edits_and_serves(office: Path) -> None:
    """The edited words reach the visitor; nothing of the demo is there."""
    site = office / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("Your Office", "Harbor Homes"), "utf-8")
    port = free_port()
    environ = {k: v for k, v in os.environ.items() if not k.startswith("DOORSTEP_")}
    told = office.parent / "told"
    with told.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve", "--port", str(port)],
            stdout=out, stderr=subprocess.DEVNULL,
            env=environ | {"PYTHONPATH": str(Path(cli.__file__).parent.parent)},
        )  # fmt: skip
    served = Served(process, port)
    try:
        wait_until_ready(served)
        asking = HTTPConnection("127.0.0.1", port, timeout=60)
        begun = json.dumps({"flow": "callback"})
        asking.request(
            "POST", "/api/v1/conversations", begun, {"Content-Type": "application/json"}
        )
        said = json.load(asking.getresponse())["messages"][0]["text"]
        assert "Harbor Homes's automated assistant" in said
        asking.request("GET", "/demo")
        assert asking.getresponse().status == 404
        asking.close()
        page = f"chat page  http://127.0.0.1:{port}/chat/callback\n"
        wait_until(lambda: page in told.read_text("utf-8"))
        assert (office / "data" / "doorstep.db").exists()
    finally:
        served.end(signal.SIGTERM)
