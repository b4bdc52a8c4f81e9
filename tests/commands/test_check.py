"""``doorstep check``, ``schema`` and the command line itself, as a person uses them."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import cli
from bot.commands.check import command as check
from bot.commands.schema import schema
from bot.library import shipped
from tests.dialogue.broken_yaml import WISH, flow

BROKEN = flow("  - id: wish\n    aks: What?\n")
SITE = (
    "company: Us\ndefault_market: here\nmarkets: {here: {country: US, currency: USD, tz: UTC}}\n"
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


@dataclass(frozen=True)
class Ended:
    code: int
    stdout: str
    stderr: str


Doorstep = Callable[..., Ended]


@pytest.fixture
def doorstep(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Doorstep:
    """The whole command line, from its arguments to its exit code."""

    def called(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["doorstep", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ended(code, told.out, told.err)

    return called


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "demo.yaml"
    path.write_text(BROKEN)
    return path


def test_the_shipped_files_are_well() -> None:
    result = run("--strict")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert re.fullmatch(r"\d+ files: all is well\n", result.stderr)


def test_an_error_is_one_line_with_its_place_and_the_code_is_one(broken: Path) -> None:
    result = run(broken)
    assert result.exit_code == 1
    errors = [line for line in result.stdout.splitlines() if "warning" not in line]
    assert errors == [f"{broken}:6:5: question “wish”: has no setting “aks”: did you mean “ask”?"]
    assert "1 file, 1 error" in result.stderr


def test_warnings_are_errors_only_when_strict(tmp_path: Path) -> None:
    path = tmp_path / "demo.yaml"
    path.write_text(flow(WISH))
    assert run(path).exit_code == 0
    assert ": warning: has no test conversations" in run(path).stdout
    assert run(path, "--strict").exit_code == 1


def test_json_is_one_object_for_each_finding(broken: Path) -> None:
    result = run(broken, "--json")
    findings = [json.loads(line) for line in result.stdout.splitlines()]
    error = next(finding for finding in findings if finding["severity"] == "error")
    assert (error["file"], error["line"], error["column"]) == (str(broken), 6, 5)
    assert error["question"] == "wish"
    assert error["code"] == "shape.extra_forbidden"
    assert result.stderr == ""


def test_a_folder_is_checked_whole(tmp_path: Path, broken: Path) -> None:
    (tmp_path / "site.yaml").write_text(SITE.replace("company", "compny"))
    (tmp_path / "twin.yaml").write_text(flow(WISH))
    (tmp_path / "twin2.yaml").write_text(flow(WISH))
    lines = run("--flows", tmp_path).stdout
    assert "site.yaml:1:1: has no setting “compny”" in lines
    assert f"{broken}:6:5:" in lines
    assert "twin2.yaml:1:1: the id “demo” is already that of" in lines
    assert run(tmp_path).exit_code == 1


@pytest.mark.parametrize("inside", [True, False])
def test_an_offices_folder_is_checked_as_it_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    (tmp_path / "flows").mkdir()
    (tmp_path / "site.yaml").write_text(SITE + "agents: [{id: a, name: A, calendar: a.ics}]\n")
    (tmp_path / "flows" / "demo.yaml").write_text(flow(WISH))
    (tmp_path / "flows" / "bad.yaml").write_text(BROKEN.replace("id: demo", "id: bad"))
    if inside:
        monkeypatch.chdir(tmp_path)
    result = run("--json", "." if inside else tmp_path)
    errors = [one for one in map(json.loads, result.stdout.splitlines()) if one["line"] > 1]
    shown = Path() if inside else tmp_path
    assert [(one["file"], one["severity"]) for one in errors] == [
        (str(shown / "site.yaml"), "error"),
        (str(shown / "flows" / "bad.yaml"), "error"),
    ]
    assert "“a.ics” cannot be used" in errors[0]["message"]
    assert "3 files, 2 errors" in run("." if inside else tmp_path).stderr


def test_a_site_file_is_known_by_its_contents(tmp_path: Path) -> None:
    office = tmp_path / "office.yaml"
    office.write_text(SITE.replace("tz: UTC", "tz: Utopia"))
    assert "no time zone" in run(office).stdout
    assert "no time zone" in run("--site", office).stdout


def test_companions_are_checked_with_their_flow(tmp_path: Path) -> None:
    (tmp_path / "demo.yaml").write_text(flow(WISH))
    (tmp_path / "demo.es.yaml").write_text("language: es\nquestions: {wihs: {ask: ¿Qué?}}\n")
    told = "demo.es.yaml:2:13: question “wihs”: “wihs” is not in the flow"
    assert told in run(tmp_path / "demo.yaml").stdout
    alone = run(tmp_path / "demo.es.yaml").stdout
    assert told in alone
    assert alone.replace("warning: ", "").count("demo.es.yaml:") == alone.count("\n") == 2
    assert "3 texts are missing and said in en" in alone


def test_bytes_that_are_no_text_are_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "demo.yaml"
    path.write_bytes("id: café".encode("latin-1"))
    assert f"{path}:1:8: is not saved as UTF-8" in run(path).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "nothing.yaml"], "nothing.yaml: there is no such file"),
        (["check", "--site", "nothing.yaml"], "--site nothing.yaml: there is no such file"),
        (["--flows", "nowhere", "check"], "--flows nowhere: there is no such folder"),
        (["chekc"], "did you mean “check”?"),
        (["check", "--sctrict"], "--sctrict"),
    ],
)
def test_a_persons_mistake_is_one_sentence_and_code_two(
    doorstep: Doorstep, arguments: list[str], words: str
) -> None:
    ended = doorstep(*arguments)
    assert ended.code == 2
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [["chat"], ["graph"], ["report"], ["flows", "log"], ["understand", "text", "--flow"]],
)
def test_a_misspelt_flow_is_named(doorstep: Doorstep, arguments: list[str]) -> None:
    ended = doorstep(*arguments, "byuer")
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.stderr == "there is no flow “byuer”: did you mean “buyer”?\n"


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_flow_named_by_its_id_leads_to_its_file(doorstep: Doorstep, command: str) -> None:
    ended = doorstep(command, "buyer")
    assert (ended.code, ended.stdout) == (2, "")
    assert re.fullmatch(r"buyer: .* no such file: did you mean .*buyer\.yaml\?\n", ended.stderr)


def test_a_file_that_may_not_be_read_is_a_sentence_too(doorstep: Doorstep, tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    ended = doorstep("check", "--flows", loop)
    assert ended.code == 2
    assert "Traceback" not in ended.stderr


def test_options_may_stand_before_and_after_the_command(
    doorstep: Doorstep, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = doorstep("--flows", broken.parent, "check")
    after = doorstep("check", "--flows", broken.parent)
    monkeypatch.setenv("DOORSTEP_FLOWS", str(broken.parent))
    assert before == after == doorstep("check")
    assert before.code == 1
    assert ":6:5:" in before.stdout


def test_a_broken_flow_in_another_command_is_told_with_its_place(
    doorstep: Doorstep, broken: Path
) -> None:
    ended = doorstep("test", broken)
    assert ended.code == 1
    assert f"{broken}:6:5: question “wish”" in ended.stderr


def test_the_installed_command_tells_its_version() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "bot.cli", "--version"],
        capture_output=True, text=True, check=True, cwd=shipped().parent,
    )  # fmt: skip
    assert found.stdout.startswith("doorstep ")


def test_the_help_imports_no_command() -> None:
    code = "import sys, bot.cli; print(sorted(m for m in sys.modules if m.startswith('bot')))"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        cwd=shipped().parent,
    )  # fmt: skip
    assert found.stdout.strip() == "['bot', 'bot.cli']"


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = importlib.import_module(f"bot.commands.{name}").command
    result = CliRunner().invoke(command, ["--help"])
    assert result.exit_code == 0
    assert f"doorstep {name}" in result.stdout
    assert {"--data", "--site", "--flows"} <= {o for p in command.params for o in p.opts}


def test_the_shipped_schema_is_that_of_the_model() -> None:
    stored = json.loads((shipped() / "flow.schema.json").read_text("utf-8"))
    assert stored == schema()


def test_the_schema_tells_editors_what_there_is() -> None:
    made = schema()
    assert set(made["required"]) == {"id", "title", "greeting", "questions"}
    assert "translations" not in made["properties"]
    assert made["$defs"]["Bands"]["properties"]["hot"]["maximum"] == 100
    question = made["$defs"]["Question"]
    assert question["required"] == ["id", "ask"]
    assert question["additionalProperties"] is False
    assert "description" in question["properties"]["ask"]
