"""How the visitor wants to be reached, said in passing: phone, text or e-mail."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon import contact as lexicon
from bot.understanding.words import Phrases, cut

_WISHES: Final = Phrases(lexicon.PREFERENCES)


def preference(text: str) -> str:
    """ "email", "phone" or "text" where the visitor says so, else ""."""
    hits = _WISHES.find(cut(text))
    return max(hits, key=lambda hit: hit.length).key if hits else ""
