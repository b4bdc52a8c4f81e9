"""Logs: one line an event on stderr. Ids and counts only, never what a visitor said."""

from __future__ import annotations

import contextlib
import logging
import sys
from typing import TextIO, cast

import structlog


class Patient:
    """A text file that does not fail: with no room for a line of the log, work goes on all the
    same. A full disk is the day on which nothing may stop for its log."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write it, or do without."""
        with contextlib.suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Have it written, or do without."""
        with contextlib.suppress(OSError):
            self._file.flush()


def configure() -> None:
    """Set up structlog; other libraries' warnings come the same way, their chatter does not."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=cast("TextIO", Patient(sys.stderr))),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # logs tokens at INFO
    logging.getLogger("transitions").setLevel(logging.ERROR)  # a move that is not there is no news
    logging.getLogger("aiohttp").setLevel(logging.ERROR)
