"""``doorstep chat``: pleasant at a keyboard, useful in a pipe, and it never falls over."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from bot.channels.terminal import Chat, event_of
from bot.cli import group
from bot.dialogue.events import Back, Choose, Edit, Skip, Start, Text
from tests.dialogue.talking import NOW, library, shipped, until

BUYER = [
    "Round Rock", "3", "450k", "2", "1", "1", "Dani Cole", "512-555-0142", "1", "no",
]  # fmt: skip


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped flows are read once for all tests."""
    found = library()
    monkeypatch.setattr("bot.library.Library.load", lambda *_args, **_more: found)


def chat(*lines: str, flow: str = "buyer", options: tuple[str, ...] = ()) -> Result:
    """The command with these lines on stdin."""
    return CliRunner().invoke(group, ["chat", flow, *options], input="\n".join(lines) + "\n")


def test_a_conversation_in_a_pipe_ends_with_the_score_and_its_reasons() -> None:
    result = chat(*BUYER)
    assert result.exit_code == 0
    assert "You: 1-3 months" in result.output  # a number pressed the button
    assert "rings" in result.output
    assert "hot · complete" in result.output
    assert "budget fits" in result.output
    assert "“450k”" in result.output
    assert "fit 70 + engagement 30" in result.output


def test_what_was_filled_is_shown_at_once() -> None:
    lines = chat("Round Rock", "3").output.splitlines()
    assert any("✓ Area Round Rock" in line and "5 cold" in line for line in lines)


def test_fields_are_called_by_their_labels_and_not_by_their_ids() -> None:
    shown = chat(*BUYER).output
    assert "Bedrooms 3" in shown
    assert "Listings by text" in shown
    assert "beds min" not in shown
    assert "consent marketing" not in shown


def test_the_privacy_link_is_no_answer_to_the_open_question() -> None:
    shown = chat("/privacy", "Round Rock").output
    assert "the office's privacy page: /privacy" in shown
    assert "You: /privacy" not in shown
    assert "✓ Area Round Rock" in shown


def test_it_ends_friendly_when_the_input_does() -> None:
    result = chat("Round Rock")
    assert result.exit_code == 0
    assert "cold · partial" in result.output
    assert "not hot:" in result.output


def test_commands_work_beside_words() -> None:
    result = chat(
        "Round Rock",
        "/help",
        "/score",
        "/skip",
        "/back",
        "2",
        "/edit area",
        "Austin",
        "/quit",
        "never read",
    )
    assert "a number presses a button" in result.output
    assert "You: Skip" in result.output
    assert "You: Back" in result.output
    assert "✓ Area Austin" in result.output
    assert "never read" not in result.output


def test_markup_in_a_visitors_words_is_text() -> None:
    result = chat(
        "Round Rock", "skip", "skip", "1", "1", "1", "[bold]Bob[/bold]", "skip", "skip", "3"
    )
    assert "[bold]Bob" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["villa"], "no flow “villa”"),
        (["buyer", "--market", "atlantis"], "no market “atlantis”"),
        (["listing", "--listing", "X"], "no listing “X”"),
    ],
)
def test_a_mistake_is_one_plain_sentence(arguments: list[str], words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "chat", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_the_listing_flow_shows_a_home_without_being_told_which() -> None:
    assert "1808 Juniper Hill" in chat("hi", flow="listing").output
    leeds = chat("hi", flow="listing", options=("--listing", "LDS-2207", "--market", "leeds"))
    assert "14 Otley Road" in leeds.output


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("2", Choose("timeline", ("1_3m",))),
        ("7", Text("7")),
        ("0", Text("0")),
        ("٢", Text("٢")),
        ("asap", Text("asap")),
        ("/back", Back()),
        ("/skip", Skip()),
        ("/edit budget", Edit("budget")),
        ("/why", Text("why?")),
    ],
)
def test_what_a_line_means(text: str, event: object) -> None:
    assert event_of(text, until("timeline").ask) == event


def test_a_digit_at_a_number_is_the_number() -> None:
    assert event_of("3", until("beds_min").ask) == Text("3")


def test_it_can_be_used_as_a_class_with_any_console() -> None:
    def lines() -> Iterator[str]:
        yield from ("Round Rock", "", "   ", "stop")

    console = Console(file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    talk = Chat(shipped("buyer"), console, lambda: NOW)
    talk.run(Start(market="austin"), lines())
    console.file.close()
    assert talk.turn is not None
    assert talk.turn.session.status == "stopped"


@pytest.mark.parametrize(
    ("ending", "when"),
    [(b"\x03", "You:"), (b"\x03", "bedrooms"), (b"\x04", "You:")],
    ids=["ctrl-c", "ctrl-c while it speaks", "ctrl-d"],
)
def test_at_a_keyboard_ctrl_c_and_ctrl_d_say_goodbye_at_once(ending: bytes, when: str) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "chat", "buyer"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_own_terminal,  # noqa: PLW1509 - a terminal of its own, so that ^C reaches it
    )
    os.close(theirs)
    try:
        seen = _until(ours, "Which area")
        os.write(ours, b"Round Rock\n")
        seen += _until(ours, "bedrooms")
        process.send_signal(signal.SIGSTOP)  # or it would have spoken before the key is pressed
        asked = "You:" in seen.rpartition("bedrooms")[2] + _now(ours)
        if asked or when == "You:":
            process.send_signal(signal.SIGCONT)
            seen += "" if asked else _until(ours, "You:")
            _rests(process.pid)
        os.write(ours, ending)
        process.send_signal(signal.SIGCONT)
        seen += _until(ours, "partial")
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert "Traceback" not in seen


def _own_terminal() -> None:
    import fcntl  # noqa: PLC0415
    import termios  # noqa: PLC0415

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background ignores it, and hands on


def _until(terminal: int, words: str) -> str:
    """What the terminal shows up to these words."""
    seen, end = "", time.monotonic() + 60
    while words not in seen and time.monotonic() < end:
        seen += _now(terminal, 0.2)
    assert words in seen, seen
    return seen


def _now(terminal: int, wait: float = 0.0) -> str:
    """What the terminal has to show."""
    if not select.select([terminal], [], [], wait)[0]:
        return ""
    return os.read(terminal, 65536).decode("utf-8", "replace")


def _rests(pid: int) -> None:
    """Until it waits for a key, and not for something short: pressed between the prompt and this,
    Ctrl-C is not heard by Python before the next key."""
    end, looks = time.monotonic() + 60, 0
    while looks < 10:
        assert time.monotonic() < end, "it never waited"
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        looks = looks + 1 if state == "S" else 0
        time.sleep(0.01)
