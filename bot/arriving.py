"""Files that are still on their way: half of a flow can be a flow, and must not serve."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from bot.errors import Problem

ARRIVING: Final = 1.5  # seconds for which a new file may still be on its way


def cut_off(name: str, text: str, before: str) -> list[Problem]:
    """A file that was whole and is now shorter, without an end to its last line."""
    shorter = text.count("\n") + 1 < before.count("\n")
    if not before.endswith("\n") or text.endswith("\n") or not text or not shorter:
        return []
    message = "ends in the middle of a line: save it whole, with a line break at its end"
    line = text.count("\n") + 1
    return [Problem(name, line, len(text) - text.rfind("\n"), message, "file.cut")]


def is_arriving(path: Path, text: str) -> bool:
    """A file without an end to its last line, written a moment ago."""
    if text.endswith("\n"):
        return False
    try:
        age = time.time() - path.stat().st_mtime
    except OSError:
        return False
    return 0 <= age < ARRIVING
