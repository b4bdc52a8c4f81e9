"""What commands write, where the locale or the disk is not up to it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli
from tests.dialogue.broken_yaml import flow

BROKEN = flow("  - id: wish\n    aks: What?\n")


class Terminal(io.BytesIO):
    """A terminal, as far as a stream can tell."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "demo.yaml"
    path.write_text(BROKEN)
    return path


def _checked(path: Path, out: io.BytesIO, monkeypatch: pytest.MonkeyPatch) -> bytes:
    stream = io.TextIOWrapper(out, encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "argv", ["doorstep", "check", str(path)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    stream.flush()
    return out.getvalue()


def test_a_pipe_gets_utf8_whatever_the_locale(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "did you mean “ask”?" in _checked(broken, io.BytesIO(), monkeypatch).decode()


def test_a_terminal_without_a_letter_shows_a_question_mark(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert b"did you mean ?ask??" in _checked(broken, Terminal(), monkeypatch)


def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "bot.cli", "schema"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (
        1, "what comes out could not be written: no space left on the device\n",
    )  # fmt: skip
