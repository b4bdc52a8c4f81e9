"""``doorstep test``: what passed, what came instead, and what nothing tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.test import command
from tests.dialogue.broken_yaml import HEAD

FLOW = HEAD + (
    "questions:\n"
    "  - {id: plan, ask: What is the plan?, options: [Buy a house, Sell it]}\n"
    "  - {id: rooms, kind: number, ask: How many rooms?}\n"
)
PASSES = "  - {name: Buyers are asked for rooms, says: [Buy a house], expect: {next: rooms}}\n"
FAILS = "  - {name: Sellers are not, says: [Sell it], expect: {next: plan}}\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "demo.yaml"


def test_all_is_well_with_code_zero(path: Path) -> None:
    path.write_text(f"{FLOW}tests:\n{PASSES}")
    result = run(path)
    assert result.exit_code == 0
    assert "ok    demo: Buyers are asked for rooms" in result.stdout
    assert "1 conversation, none failed" in result.stderr


def test_a_failure_shows_what_came_and_the_conversation(path: Path) -> None:
    path.write_text(f"{FLOW}tests:\n{PASSES}{FAILS}")
    result = run(path)
    assert result.exit_code == 1
    assert "FAIL  demo: Sellers are not" in result.stdout
    assert "- expected  plan\n        + came      rooms" in result.stdout
    assert "visitor Sell it" in result.stdout
    assert "bot     How many rooms?" in result.stdout
    assert "2 conversations, 1 failed" in result.stderr


def test_what_no_test_touches_is_named(path: Path) -> None:
    path.write_text(f"{FLOW}tests:\n{PASSES}")
    assert "demo: 2 of 2 questions, 1 of 2 options touched; not plan=sell_it" in run(path).stdout


def test_verbose_shows_every_conversation(path: Path) -> None:
    path.write_text(f"{FLOW}tests:\n{PASSES}")
    assert "visitor Buy a house" not in run(path).stdout
    assert "visitor Buy a house" in run(path, "--verbose").stdout


def test_without_a_file_all_flows_of_the_folder_are_played(path: Path) -> None:
    path.write_text(f"{FLOW}tests:\n{PASSES}")
    assert "demo: Buyers" in run("--flows", path.parent).stdout
