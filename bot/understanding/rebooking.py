"""What is said about a viewing that is booked: it is to be moved, or cancelled.

Only asked where there is one, so that "we move in May" is no wish about it: moving needs the
viewing, its time, or another day beside it.
"""

from __future__ import annotations

import re
from typing import Final

from bot.understanding.lexicon import rebooking as lexicon
from bot.understanding.normalise import clean

LONGEST: Final = 25  # words; a longer message is about more than this
MOVE: Final = "move"
CANCEL: Final = "cancel"
_CANCELS: Final = re.compile("|".join(lexicon.CANCELS), re.IGNORECASE)
_MOVES: Final = re.compile("|".join(lexicon.MOVES), re.IGNORECASE)
_NEVER: Final = re.compile("|".join(lexicon.NEVER), re.IGNORECASE)


def wish(text: str) -> str:
    """``move`` or ``cancel``, "" where the viewing is left as it is."""
    text = clean(text)
    if len(text.split()) > LONGEST or _NEVER.search(text):
        return ""
    if _MOVES.search(text):
        return MOVE
    return CANCEL if _CANCELS.search(text) else ""
