"""The calendar files that site.yaml names: read when first needed, and again when they change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import structlog

from bot.dialogue.site import Site
from bot.errors import Problem
from bot.leads.agenda import Agenda, BadCalendar, read_agenda

LARGEST: Final = 4 * 1024 * 1024
LOOK_EVERY: Final = 2.0  # seconds between two looks whether a file has changed
NOTHING: Final = Agenda()

log = structlog.get_logger("calendar")


@dataclass(slots=True)
class _Kept:
    looked: float
    stamp: tuple[int, int]
    agenda: Agenda


class Calendars:
    """Agendas by the name that site.yaml gives, beside that file. One that breaks stays as it
    last was: a viewing is not lost by a file that is being written."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder
        self._kept: dict[Path, _Kept] = {}

    def of(self, name: str) -> Agenda:
        """The agenda of a file, empty where it cannot be had."""
        if not name:
            return NOTHING
        path = self._folder() / name
        kept, now = self._kept.get(path), time.monotonic()
        if kept is not None and now - kept.looked < LOOK_EVERY:
            return kept.agenda
        before = kept or _Kept(now, (0, 0), NOTHING)
        before.looked = now
        self._kept[path] = before
        try:
            stamp = _stamp(path)
            if stamp != before.stamp:
                before.agenda, before.stamp = read_file(path), stamp
        except (OSError, BadCalendar) as error:
            log.warning("calendar unreadable", file=name, why=_why(error))
        return before.agenda


def read_file(path: Path) -> Agenda:
    """The agenda of a file; raises OSError or BadCalendar."""
    if path.stat().st_size > LARGEST:
        raise BadCalendar("it is larger than 4 MB: export fewer years")
    return read_agenda(path.read_bytes())


def problems(site: Site, site_file: Path, shown: str, text: str) -> Iterator[Problem]:
    """What is wrong with the calendars that a site names; people know its file as ``shown``."""
    named = [*(one.calendar for one in site.listings), *(one.calendar for one in site.agents)]
    for name in dict.fromkeys(named):
        if not name:
            continue
        try:
            read_file(site_file.parent / name)
        except (OSError, BadCalendar) as error:
            line, column = _place(text, name)
            message = (
                f"the calendar “{name}” cannot be used: {_why(error)}. Put an iCalendar file "
                f"(.ics) of this name beside {site_file.name}"
            )
            yield Problem(shown, line, column, message, "calendar")


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, OSError):
        return (error.strerror or "it cannot be read").lower()
    return str(error)


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _place(text: str, name: str) -> tuple[int, int]:
    """Where the file is named."""
    at = max(0, text.find(name))
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
