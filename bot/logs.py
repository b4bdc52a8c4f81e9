"""Logs: one line an event on stderr. Ids and counts only, never what a visitor said."""

from __future__ import annotations

import logging
import sys

import structlog


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
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # logs tokens at INFO
    logging.getLogger("transitions").setLevel(logging.ERROR)  # a move that is not there is no news
    logging.getLogger("aiohttp").setLevel(logging.ERROR)
