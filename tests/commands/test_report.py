"""``doorstep report``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.commands.report import command
from bot.errors import UserMistake


def _report(data: Path, *flags: str) -> str:
    done = CliRunner().invoke(command, ["buyer", "--data", str(data), *flags])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_an_empty_office_is_told_so(tmp_path: Path) -> None:
    assert "Nobody has opened this chat in that time" in _report(tmp_path)
    assert "doorstep report buyer --since 90d" in _report(tmp_path)
    assert json.loads(_report(tmp_path, "--json"))["questions"] == []


def test_an_unknown_flow_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["bayer", "--data", str(tmp_path)])
    assert isinstance(done.exception, UserMistake)
    assert "“bayer”: did you mean “buyer”?" in str(done.exception)


@pytest.mark.parametrize("since", ["soon", "7 moons"])
def test_an_odd_time_is_refused(since: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["buyer", "--data", str(tmp_path), "--since", since])
    assert "write 7d, 12h or a date" in str(done.exception)
