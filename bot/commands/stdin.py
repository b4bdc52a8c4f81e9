"""Lines from standard input, whatever bytes they hold."""

from __future__ import annotations

import sys
from collections.abc import Iterator


def lines() -> Iterator[str]:
    """Each line without its end; bytes that are no UTF-8 become the replacement character."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", "replace").rstrip("\r\n")
