"""One line of what ``doorstep doctor`` says."""

from __future__ import annotations

from typing import Literal

from bot.records import frozen

Verdict = Literal["ok", "warn", "fail"]


@frozen
class Finding:
    """One line of the report. ``mend`` says what to do where something is wrong."""

    what: str
    verdict: Verdict
    says: str
    mend: str = ""
