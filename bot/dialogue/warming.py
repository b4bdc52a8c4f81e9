"""A first conversation with nobody: no visitor waits for what is loaded when first used."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import begin, step
from bot.dialogue.events import Skip, Start, Text

SAMPLES: Final = (
    "hi, 3 bed in round rok under 450k by april 1? is the stove gas",
    "sorry i meant 512-555-0142, dani at gmail dot com, saturday 11am",
)


def warm(flows: Iterable[CompiledFlow], now: datetime) -> None:
    """Have every text of the default market made and every reader loaded, question by question."""
    for flow in flows:
        turn = begin(flow, Start(), now)
        for _ in flow.flow.questions:
            if turn.session.status != "partial":
                break
            for text in SAMPLES:
                step(flow, turn.session, Text(text), now)
            turn = step(flow, turn.session, Skip(), now)
