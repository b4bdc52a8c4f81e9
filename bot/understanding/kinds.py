"""One table from a question's kind to the module that reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Final

from bot.understanding.types import Reading, Slot, Surroundings

Reader = Callable[[str, Slot, Surroundings], Reading | None]

FIGURES: Final = frozenset({"number", "percent", "money"})  # kinds whose answer is a figure
MODULES: Final = {
    "choice": "choice",
    "multi": "multi",
    "text": "freetext",
    "number": "number",
    "money": "money",
    "percent": "percent",
    "yesno": "yesno",
    "phone": "phone",
    "email": "email",
    "name": "name",
    "area": "area",
    "region": "region",
    "address": "address",
    "datetime": "moment",
    "timeline": "timeline",
}


def read(kind: str, text: str, slot: Slot, around: Surroundings) -> Reading | None:
    """What a text means as an answer of this kind; None when it is no answer of this kind."""
    return reader(kind)(text, slot, around)


@lru_cache(maxsize=64)
def reader(kind: str) -> Reader:
    """The reader of a kind, loaded at its first use; KeyError for a kind that does not exist."""
    module = import_module(f"bot.understanding.{MODULES[kind]}")
    found: Reader = module.read
    return found
