"""Saved flow files go live by themselves; a broken one changes only the list of problems."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot.arriving import ARRIVING
from bot.dialogue.warming import warm
from bot.errors import Problem
from bot.library import Library, shipped, shown
from bot.metrics import Metrics
from storage.pace import briskly

SETTLE_MS = 200  # an editor writes a file in several steps
FIRST_LOOK_MS = 1_000  # between looks for what the watch itself did not tell
MARGIN = 10.0  # seconds that reading the library may have taken
SUFFIXES = (".yaml", ".yml")

log = structlog.get_logger()


class Shelf:
    """The library as it is now, and the problems of the files as they are now."""

    def __init__(self, library: Library, metrics: Metrics) -> None:
        self.library = library
        self.problems: tuple[Problem, ...] = library.problems
        self.metrics = metrics
        self._read_at = time.time() - MARGIN
        self._told: list[Callable[[Library], None]] = []

    def on_change(self, told: Callable[[Library], None]) -> None:
        """Tell somebody of each new library."""
        self._told.append(told)

    async def reload(self) -> None:
        """Read the files again, beside the conversations that go on meanwhile."""
        try:
            library = await asyncio.to_thread(briskly, self._read)
        except OSError as error:
            path = Path(error.filename or self.library.flows_dir or shipped())
            message = f"cannot be read: {error.strerror or error}".lower()
            self.problems = (Problem(shown(path), 1, 1, message, "file"),)
            self._complain(self._count())
            return
        changed = library.flows != self.library.flows or library.site != self.library.site
        broken = any(problem.severity == "error" for problem in self.problems)
        self.library, self.problems = library, library.problems
        errors = self._count()
        self._complain(errors)
        if broken and not errors:
            log.info("every flow and site file can be used again")
        if changed:
            log.info("flows reloaded", flows=sorted(library.flows))
            for told in self._told:
                told(library)
        if library.unsettled:
            await asyncio.sleep(ARRIVING)
            await self.reload()

    def _read(self) -> Library:
        """The library of the files as they are; what is new in it is laid out before any visitor
        meets it."""
        library = self.library.reload()
        known = self.library.flows
        fresh = [flow for id_, flow in library.flows.items() if known.get(id_) is not flow]
        warm(fresh, datetime.now(UTC))
        return library

    async def watch(self) -> None:
        """Reload whenever a file of the folder, or the site file, is saved."""
        from watchfiles import awatch  # noqa: PLC0415 - not needed before the server is ready

        looking = awatch(
            *self._places(),
            debounce=SETTLE_MS,
            recursive=False,
            rust_timeout=FIRST_LOOK_MS,
            yield_on_timeout=True,
        )
        missed = True  # what was saved before the watch began
        async for changes in looking:
            if any(path.endswith(SUFFIXES) for _, path in changes) or (missed and self._saved()):
                await self.reload()
            missed = False

    def _saved(self) -> bool:
        """Was a file saved after the library was read? If in doubt, yes."""
        try:
            files = [path for place in self._places() for path in place.iterdir()]
            return any(p.suffix in SUFFIXES and _touched(p) > self._read_at for p in files)
        except OSError:  # one went away meanwhile
            return True

    def _places(self) -> set[Path]:
        """The folders to look at: editors replace a file, so watching the file alone loses it."""
        library = self.library
        folder = library.flows_dir or shipped()
        return {folder, library.site_at.parent}

    def _count(self) -> list[Problem]:
        """The errors of the files as they are now, also for the monitors."""
        errors = [problem for problem in self.problems if problem.severity == "error"]
        self.metrics.broken_files((problem.file, problem.line) for problem in errors)
        return errors

    def _complain(self, errors: list[Problem]) -> None:
        for problem in errors:
            self.metrics.flow_errors.inc()
            event = f"{problem.file} refused; the last good version goes on"
            log.error(event, problem=str(problem))


def _touched(path: Path) -> float:
    """When a file was last written, or put there with the date that it had elsewhere."""
    found = path.stat()
    return max(found.st_mtime, found.st_ctime)
