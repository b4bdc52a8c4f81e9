"""A kill in the middle of a burst: every visitor is answered, once, in order."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.alerts.office import until
from tests.channels.telegram.burst import Outcome, answered, bring, outcome
from tests.fakes.botapi import FakeBotApi
from tests.serving import serve

CHATS = 40


@pytest.mark.slow
async def test_a_kill_in_a_burst_loses_no_answer_and_doubles_none_aloud(
    api: FakeBotApi, tmp_path: Path
) -> None:
    environ = {"DOORSTEP_TELEGRAM_TOKEN": api.token, "DOORSTEP_TELEGRAM_API": api.url}
    with serve(tmp_path / "data", **environ) as first:
        await bring(api, CHATS)
        await until(lambda: len(api.sent()) >= CHATS, within=20)
        first.end(signal.SIGKILL)
    before = len(api.sent())
    with serve(tmp_path / "data", **environ):
        await answered(api, CHATS)
    found = outcome(api, CHATS)
    assert before < CHATS * 6, "it was killed in the middle"
    assert found == Outcome(lost=0, doubled=0, repeated=found.repeated, disordered=0)
    assert found.repeated <= 64, "no more than were on their way"
