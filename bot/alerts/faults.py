"""A fault of ours for the log: what and where, but neither values nor messages, which may hold a
visitor's words or the bot's token."""

from __future__ import annotations

import traceback
from pathlib import PurePath

FRAMES = 6


def where(error: BaseException) -> str:
    """``KeyError at ringer.py:42 < runner.py:130``, innermost first."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    places = [f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in reversed(frames)]
    return f"{type(error).__name__} at {' < '.join(places)}"
