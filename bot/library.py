"""Finds the flow and site files, opens them with care, and keeps what can be used.

A library never changes. ``reload`` makes the next one, in which every file that cannot be used any
more is still there as it was when it last could.
"""

from __future__ import annotations

import importlib.resources
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.flow import Flow
from bot.dialogue.machine import compile_flow
from bot.dialogue.reading import FlowReading, decode, read_flow, read_site
from bot.dialogue.site import Site
from bot.dialogue.yaml_positions import SIZE_LIMIT
from bot.errors import FlowProblems, Problem

SITE = "site.yaml"
_COMPANION = re.compile(r"^(?P<flow>[^.]+)\.(?P<lang>[a-z]{2}(-[A-Z]{2})?)\.ya?ml$")
_FLOW = re.compile(r"^[^.]+\.ya?ml$")
_SITE_KEYS = re.compile(r"^(company|markets|agents|default_market):", re.MULTILINE)
_FLOW_KEYS = re.compile(r"^(questions|greeting):", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file's text with the name people know it by; problems where it could not be opened."""

    path: Path
    name: str
    text: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """The site and its flows, ready to run, and every problem that was found on the way."""

    site: Site
    flows: Mapping[str, CompiledFlow]
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)  # flow id -> its file
    flows_dir: Path | None = None
    site_file: Path | None = None

    @classmethod
    def load(
        cls, flows_dir: Path | None = None, site_file: Path | None = None, *, strict: bool = False
    ) -> Library:
        """The library of these files, else of the shipped ones.

        Raises FlowProblems when the site cannot be used, or with ``strict`` any of the files.
        """
        found = _load(flows_dir, site_file, None)
        errors = [problem for problem in found.problems if problem.severity == "error"]
        if strict and errors:
            raise FlowProblems(errors)
        return found

    def reload(self) -> Library:
        """The library as the files are now; what is broken stays as it last was."""
        return _load(self.flows_dir, self.site_file, self)


def _load(flows_dir: Path | None, site_file: Path | None, last: Library | None) -> Library:
    site, problems = site_of(open_source(site_path(flows_dir, site_file)))
    if site is None:
        if last is None:
            raise FlowProblems(problems)
        site = last.site
    shelf = _Shelf(site, last)
    for source, companions in sources(flows_dir or shipped()):
        shelf.add(source, companions)
    if not shelf.seen:
        shelf.problems.append(no_flows(flows_dir or shipped()))
    shelf.keep_last_good()
    problems += shelf.problems
    return Library(site, shelf.flows, tuple(problems), shelf.files, flows_dir, site_file)


class _Shelf:
    """Gathers the flows of one load, beside those of the library before it."""

    def __init__(self, site: Site, last: Library | None) -> None:
        self.site = site
        self.last = last
        self.flows: dict[str, CompiledFlow] = {}
        self.files: dict[str, Path] = {}
        self.problems: list[Problem] = []
        self.seen = 0

    def add(self, source: Source, companions: list[tuple[str, Source]]) -> None:
        """Reads a file; its flow joins the others if it can be used and its id is new."""
        self.seen += 1
        reading = flow_of(source, companions, self.site)
        self.problems += reading.problems
        if reading.flow is None:
            return
        if other := self.files.get(reading.flow.id):
            message = f"the id “{reading.flow.id}” is already that of {other.name}: change one"
            self.problems.append(Problem(source.name, 1, 1, message, "flow.twice"))
            return
        self.files[reading.flow.id] = source.path
        self.flows[reading.flow.id] = self._compiled(reading.flow, reading.hash)

    def _compiled(self, flow: Flow, hash_: str) -> CompiledFlow:
        """The flow ready to run; as it is in the last library if nothing changed."""
        before = self.last.flows.get(flow.id) if self.last else None
        if before is not None and before.hash == hash_ and before.site == self.site:
            return before
        return compile_flow(flow, self.site, hash_)

    def keep_last_good(self) -> None:
        """A file that is still there but broken goes on in its last good version."""
        for flow_id, path in self.last.files.items() if self.last else ():
            if flow_id not in self.flows and os.path.lexists(path) and self.last:
                before = self.last.flows[flow_id]
                self.flows[flow_id] = self._compiled(before.flow, before.hash)
                self.files[flow_id] = path


def no_flows(folder: Path) -> Problem:
    """What is said of a folder without any flow."""
    message = "there is no flow file in this folder: put one there, such as buyer.yaml"
    return Problem(_shown(folder), 1, 1, message, "flow.none")


def shipped() -> Path:
    """The folder of the flows that come with Doorstep."""
    return Path(str(importlib.resources.files("flows")))


def site_path(flows_dir: Path | None, site_file: Path | None) -> Path:
    """The site file: the given one, else the one beside the flows, else the shipped one."""
    if site_file is not None:
        return site_file
    if flows_dir is not None and os.path.lexists(flows_dir / SITE):
        return flows_dir / SITE
    return shipped() / SITE


def sources(folder: Path) -> Iterator[tuple[Source, list[tuple[str, Source]]]]:
    """The flow files of a folder, each with its companions (language, file), by name."""
    names = sorted(path.name for path in folder.iterdir() if path.name != SITE)
    companions: dict[str, list[tuple[str, Source]]] = {}
    for name in names:
        if (found := _COMPANION.match(name)) and _is_file(folder / name):
            source = open_source(folder / name, folder)
            companions.setdefault(found["flow"], []).append((found["lang"], source))
    for name in names:
        if _FLOW.match(name) and _is_file(folder / name):
            yield open_source(folder / name, folder), sorted(companions.get(_stem(name), []))


def companions_of(path: Path) -> list[tuple[str, Source]]:
    """The companion files beside one flow file."""
    if not _FLOW.match(path.name):
        return []
    found = ((_COMPANION.match(other.name), other) for other in sorted(path.parent.iterdir()))
    return [
        (name["lang"], open_source(other))
        for name, other in found
        if name and name["flow"] == _stem(path.name) and _is_file(other)
    ]


def flow_beside(path: Path) -> Path | None:
    """The flow file that a companion such as buyer.es.yaml belongs to; None for other files."""
    found = _COMPANION.match(path.name)
    return path.with_name(f"{found['flow']}.yaml") if found else None


def _stem(name: str) -> str:
    return name.partition(".")[0]


def _is_file(path: Path) -> bool:
    """A regular file or a link; folders, pipes and sockets are passed over."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)


def flow_of(
    source: Source, companions: list[tuple[str, Source]], site: Site | None
) -> FlowReading:
    """The flow of a file and its companions."""
    if source.problems:
        return FlowReading(None, source.problems, "")
    opened = {lang: (other.text, other.name) for lang, other in companions if not other.problems}
    reading = read_flow(source.text, source.name, opened, site)
    unopened = tuple(problem for _lang, other in companions for problem in other.problems)
    flow = None if unopened else reading.flow
    return FlowReading(flow, (*reading.problems, *unopened), reading.hash)


def site_of(source: Source) -> tuple[Site | None, list[Problem]]:
    """The site of a file, and what is wrong with it."""
    if source.problems:
        return None, list(source.problems)
    reading = read_site(source.text, source.name)
    return reading.site, list(reading.problems)


def is_site(source: Source) -> bool:
    """Is this a site file rather than a flow?"""
    if source.path.name == SITE:
        return True
    return bool(_SITE_KEYS.search(source.text)) and not _FLOW_KEYS.search(source.text)


def open_source(path: Path, folder: Path | None = None) -> Source:
    """A file's text. With a folder, links that lead out of it are refused."""
    name = _shown(path)
    if folder is not None and not _is_inside(path, folder):
        return _refused(
            path, name, "is a link to a file outside its folder: put the file itself here"
        )
    try:
        content = _read(path)
    except OSError as error:
        return _refused(path, name, f"cannot be opened: {error.strerror or error}".lower())
    if content is None:
        return _refused(path, name, "is no ordinary file")
    if len(content) > SIZE_LIMIT:
        return _refused(path, name, f"is larger than {SIZE_LIMIT // 1024} kB", "yaml.size")
    text, problems = decode(content, name)
    return Source(path, name, text, problems)


def _is_inside(path: Path, folder: Path) -> bool:
    real = Path(os.path.realpath(path))  # unlike Path.resolve, it bears links that go in circles
    return real.is_relative_to(os.path.realpath(folder))


def _refused(path: Path, name: str, message: str, code: str = "file") -> Source:
    return Source(path, name, "", (Problem(name, 1, 1, message, code),))


def _read(path: Path) -> bytes | None:
    """The bytes of an ordinary file, one more than allowed at most; opening never blocks."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return file.read(SIZE_LIMIT + 1)


def _shown(path: Path) -> str:
    """The name for messages: short inside the working folder, and always on one line."""
    here = Path.cwd()
    near = path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path
    return (
        str(near).encode("unicode_escape").decode() if not str(near).isprintable() else str(near)
    )
