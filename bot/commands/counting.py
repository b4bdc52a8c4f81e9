"""Numbers of things, as people write them."""

from __future__ import annotations


def counted(number: int, things: str) -> str:
    """``1 lead``, ``2 leads``: the name of the things is given as of several."""
    return f"{number} {things.removesuffix('s') if number == 1 else things}"
