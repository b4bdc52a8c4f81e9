"""Finds the flow and site files, opens them with care, and keeps what can be used.

A library never changes. ``reload`` makes the next one, in which every file that cannot be used any
more is still there as it was when it last could.
"""

from __future__ import annotations

import importlib.resources
import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot import calendars
from bot.arriving import cut_off, is_arriving
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.flow import Flow
from bot.dialogue.linking import Known, circle, enters, link, missing
from bot.dialogue.machine import compile_flow
from bot.dialogue.reading import FlowReading, decode, read_flow, read_site
from bot.dialogue.site import Site
from bot.dialogue.yaml_positions import SIZE_LIMIT
from bot.errors import FlowProblems, Problem
from bot.records import frozen
from bot.strays import COMPANION, FLOW, SITE, is_file, stem, strays

_SITE_KEYS = re.compile(r"^(company|markets|agents|default_market):", re.MULTILINE)
_ID = re.compile(r"^id:[ \t]*[\"']?([a-z0-9_]+)", re.MULTILINE)
_FLOW_KEYS = re.compile(r"^(questions|greeting):", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file's text with the name people know it by; problems where it could not be opened."""

    path: Path
    name: str
    text: str = ""
    problems: tuple[Problem, ...] = ()


_Companions = list[tuple[str, Source]]


@frozen
class Library:
    """The site and its flows, ready to run, and every problem that was found on the way."""

    site: Site
    flows: Mapping[str, CompiledFlow]
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)  # flow id -> its file
    flows_dir: Path | None = None
    site_file: Path | None = None
    site_at: Path = Path()  # where the site was read
    known: Mapping[str, Known] = field(default_factory=dict)  # the flows as their files have them
    texts: Mapping[Path, str] = field(default_factory=dict)  # of the files that could be used
    unsettled: bool = False  # a file is still being written: look again soon

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
    site_at = _site_at(flows_dir, site_file, last)
    opened = open_source(site_at)
    site, problems = site_of(opened)
    if site is None:
        if last is None:
            raise FlowProblems(problems)
        site = last.site
    else:
        problems += calendars.problems(site, site_at, opened.name, opened.text)
    shelf = _Shelf(site, last)
    found = rightful(sources(flows_dir or shipped()), last.files.values() if last else ())
    others = ids_of(source for source, _ in found)
    for source, companions in found:
        shelf.add(source, companions, others)
    if not shelf.seen:
        shelf.problems.append(no_flows(flows_dir or shipped()))
    shelf.problems += unread(flows_dir or shipped())
    shelf.keep_last_good()
    shelf.link()
    problems += shelf.problems
    return Library(
        site=site,
        flows=shelf.flows,
        problems=tuple(problems),
        files=shelf.files,
        flows_dir=flows_dir,
        site_file=site_file,
        site_at=site_at,
        known=shelf.known,
        texts=shelf.texts,
        unsettled=shelf.unsettled,
    )


def _site_at(flows_dir: Path | None, site_file: Path | None, last: Library | None) -> Path:
    """Where the site is read: an office whose file went away is not the demo's from then on."""
    path = site_path(flows_dir, site_file)
    return last.site_at if last is not None and path == shipped() / SITE else path


class _Shelf:
    """Gathers the flows of one load, beside those of the library before it."""

    def __init__(self, site: Site, last: Library | None) -> None:
        self.site = site
        self.last = last
        self.flows: dict[str, CompiledFlow] = {}
        self.files: dict[str, Path] = {}
        self.known: dict[str, Known] = {}
        self.sources: dict[str, Source] = {}
        self.texts: dict[Path, str] = {}
        self.unsettled = False
        self.problems: list[Problem] = []
        self.seen = 0

    def add(
        self, source: Source, companions: list[tuple[str, Source]], others: frozenset[str]
    ) -> None:
        """Reads a file; its flow joins the others if it can be used and its id is new."""
        self.seen += 1
        before = self.last.texts if self.last else {}
        mine = (source, *(companion for _, companion in companions))
        cut = [p for s in mine for p in cut_off(s.name, s.text, before.get(s.path, ""))]
        if cut:
            self.problems += cut
            return
        reading = flow_of(source, companions, self.site, others)
        self.problems += reading.problems
        if reading.flow is None:
            return
        if other := self.files.get(reading.flow.id):
            message = (
                f"the id “{reading.flow.id}” is already that of {other.name}: change this one"
            )
            self.problems.append(Problem(source.name, 1, 1, message, "flow.twice"))
            return
        if self.last and source.path not in before and is_arriving(source.path, source.text):
            self.unsettled = True
            return
        self.files[reading.flow.id] = source.path
        self.sources[reading.flow.id] = source
        self.texts |= {s.path: s.text for s in mine}
        self.known[reading.flow.id] = Known(reading.flow, reading.hash)

    def keep_last_good(self) -> None:
        """A file that is still there but broken goes on in its last good version, and so do all
        where no flow would be left: nobody who empties the folder means to end every chat."""
        if (last := self.last) is None:
            return
        held = {i: p for i, p in last.files.items() if i not in self.known and os.path.lexists(p)}
        for flow_id, path in (held if held or self.known else last.files).items():
            self.known[flow_id] = last.known[flow_id]
            self.files[flow_id] = path
            self.texts |= {p: t for p, t in last.texts.items() if _is_of(p, path)}

    def link(self) -> None:
        """Makes every flow ready to run, with those that it goes into."""
        for flow_id, known in self.known.items():
            problem = link_problem(self.sources.get(flow_id), known.flow, self.known)
            if problem is not None:
                self.problems.append(problem)
                if self.last and flow_id in self.last.flows:
                    before = self.last.flows[flow_id]
                    self.flows[flow_id] = self._compiled(before.flow, before.hash)
                continue
            whole = link(known, self.known)
            self.flows[flow_id] = self._compiled(whole.flow, whole.hash)

    def _compiled(self, flow: Flow, hash_: str) -> CompiledFlow:
        """The flow ready to run; as it is in the last library if nothing changed."""
        before = self.last.flows.get(flow.id) if self.last else None
        if before is not None and before.hash == hash_ and before.site == self.site:
            return before
        return compile_flow(flow, self.site, hash_)


def _is_of(path: Path, flow: Path) -> bool:
    """Is this the flow's file, or a companion of it?"""
    return path.parent == flow.parent and stem(path.name) == flow.stem


def rightful(
    found: Iterable[tuple[Source, _Companions]], held: Collection[Path] = ()
) -> list[tuple[Source, _Companions]]:
    """The files by their right to an id: who had one before, then who is named like it. So a copy
    never takes the place of its original."""
    return sorted(
        found,
        key=lambda pair: (pair[0].path not in held, pair[0].path.stem not in ids_of(pair[:1])),
    )


def ids_of(found: Iterable[Source]) -> frozenset[str]:
    """The ids of the flows in these files, read with a glance: a broken one counts as well."""
    glances = (_ID.search(source.text) for source in found)
    return frozenset(glance.group(1) for glance in glances if glance)


def known_of(readings: Iterable[FlowReading]) -> dict[str, Known]:
    """The usable flows by id, the first of each."""
    known: dict[str, Known] = {}
    for reading in readings:
        if reading.flow is not None:
            known.setdefault(reading.flow.id, Known(reading.flow, reading.hash))
    return known


def beside(path: Path, site: Site | None) -> FlowReading:
    """One flow file with its companions; the flows beside it are read if it goes into any."""
    source, companions = open_source(path), companions_of(path)
    found = list(sources(path.parent)) if path.parent.is_dir() else []
    others = ids_of(other for other, _ in found)
    reading = flow_of(source, companions, site, others)
    if reading.flow is None or not enters(reading.flow):
        return reading
    known = known_of(flow_of(other, more, site, others) for other, more in found)
    problem = link_problem(source, reading.flow, known)
    if problem is not None:
        return FlowReading(None, (*reading.problems, problem), reading.hash)
    whole = link(Known(reading.flow, reading.hash), known)
    return FlowReading(whole.flow, reading.problems, whole.hash)


def link_problem(source: Source | None, flow: Flow, known: Mapping[str, Known]) -> Problem | None:
    """What stands in the way of going into other flows."""
    name = source.name if source else f"{flow.id}.yaml"
    if gone := missing(flow, known):
        message = f"“next” goes into the flow “{gone[0]}”, which cannot be used: mend that one"
        line, column = _place_of_next(source, gone[0])
        return Problem(name, line, column, message, "next.flow")
    if way := circle(flow, known):
        message = f"“next” goes round in circles: {' → '.join(way)}. Take one of them out"
        line, column = _place_of_next(source, way[1])
        return Problem(name, line, column, message, "next.circle")
    return None


def _place_of_next(source: Source | None, target: str) -> tuple[int, int]:
    found = re.search(rf"\bnext:\s*[\"']?({re.escape(target)})\b", source.text if source else "")
    if found is None:
        return 1, 1
    before = found.string[: found.start(1)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def no_flows(folder: Path) -> Problem:
    """What is said of a folder without any flow."""
    message = "there is no flow file in this folder: put one there, such as buyer.yaml"
    return Problem(shown(folder), 1, 1, message, "flow.none")


def unread(folder: Path) -> list[Problem]:
    """A warning for each file that nobody reads because of its name."""
    names = sorted(path.name for path in folder.iterdir() if is_file(path))
    return [
        Problem(shown(folder / name), 1, 1, message, "file.unread", severity="warning")
        for name, message in strays(names)
    ]


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


def sources(folder: Path) -> Iterator[tuple[Source, _Companions]]:
    """The flow files of a folder, each with its companions (language, file), by name."""
    names = sorted(path.name for path in folder.iterdir() if path.name != SITE)
    companions: dict[str, _Companions] = {}
    for name in names:
        if (found := COMPANION.match(name)) and is_file(folder / name):
            source = open_source(folder / name, folder)
            companions.setdefault(found["flow"], []).append((found["lang"], source))
    for name in names:
        if FLOW.match(name) and is_file(folder / name):
            yield open_source(folder / name, folder), sorted(companions.get(stem(name), []))


def companions_of(path: Path) -> list[tuple[str, Source]]:
    """The companion files beside one flow file."""
    if not FLOW.match(path.name):
        return []
    found = ((COMPANION.match(other.name), other) for other in sorted(path.parent.iterdir()))
    return [
        (name["lang"], open_source(other))
        for name, other in found
        if name and name["flow"] == stem(path.name) and is_file(other)
    ]


def lang_of(name: str) -> str:
    """The language of a companion file's name, "" for other files."""
    found = COMPANION.match(name)
    return found["lang"] if found else ""


def flow_beside(path: Path) -> Path | None:
    """The flow file that a companion such as buyer.es.yaml belongs to; None for other files."""
    found = COMPANION.match(path.name)
    return path.with_name(f"{found['flow']}.yaml") if found else None


def flow_of(
    source: Source,
    companions: list[tuple[str, Source]],
    site: Site | None,
    others: Collection[str] = (),
) -> FlowReading:
    """The flow of a file and its companions."""
    if source.problems:
        return FlowReading(None, source.problems, "")
    opened = {lang: (other.text, other.name) for lang, other in companions if not other.problems}
    reading = read_flow(source.text, source.name, opened, site, others)
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
    name = shown(path)
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


def shown(path: Path) -> str:
    """The name for messages: short inside the working folder, and always on one line."""
    here = Path.cwd()
    near = path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path
    return (
        str(near).encode("unicode_escape").decode() if not str(near).isprintable() else str(near)
    )
