"""``doorstep check``: every mistake in flow and site files, each with its place and its mend."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot import calendars, library
from bot.commands.counting import counted
from bot.commands.named import must_exist
from bot.commands.options import with_settings
from bot.dialogue.site import Site
from bot.errors import Problem
from bot.settings import OWN_FLOWS, OWN_SITE, Settings, is_office


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each finding.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@with_settings
def command(files: tuple[str, ...], as_json: bool, strict: bool, settings: Settings) -> None:
    """Look for mistakes in flow and site files; without FILE in all of them.

    \b
    Example:  doorstep check flows/buyer.yaml
              doorstep check --strict --json > findings.jsonl

    Each finding is a line  file:line:column: message.  The exit code is 0 without errors, 1 with.
    """
    problems, count = check([Path(name) for name in files], settings)
    for problem in problems:
        click.echo(_json(problem) if as_json else _line(problem))
    errors = sum(strict or problem.severity == "error" for problem in problems)
    if not as_json:
        click.echo(_summary(count, errors, len(problems) - errors), err=True)
    sys.exit(1 if errors else 0)


def check(files: list[Path], settings: Settings) -> tuple[list[Problem], int]:
    """All problems of these files, or of all the settings name, and how many files there were."""
    site_file = library.site_path(settings.flows, settings.site)
    if not files:
        return _office(site_file, settings.flows or library.shipped())
    site = library.site_of(library.open_source(site_file))[0]
    findings, count = list[Problem](), 0
    for path in files:
        must_exist(path, settings)
        found, read = _given(path, site)
        findings += found
        count += read
    return findings, count


def _given(path: Path, site: Site | None) -> tuple[list[Problem], int]:
    """The problems of a file, of a folder of flows, or of what ``serve`` loads in an office's."""
    if is_office(path):
        return _office(path / OWN_SITE, path / OWN_FLOWS)
    if path.is_dir():
        return _flat(_folder(path, site))
    return list(_one(path, site)), 1


def _office(site_file: Path, flows: Path) -> tuple[list[Problem], int]:
    """All problems of a site and of its flows, and how many files there were."""
    site, problems = _site(library.open_source(site_file))
    found, count = _flat(_folder(flows, site))
    return [*problems, *found], count + 1


def _flat(found: Iterator[tuple[Problem, ...]]) -> tuple[list[Problem], int]:
    by_file = list(found)
    return [problem for problems in by_file for problem in problems], len(by_file)


def _site(source: library.Source) -> tuple[Site | None, list[Problem]]:
    """A site file as ``serve`` takes it: with the calendars that it names."""
    site, problems = library.site_of(source)
    if site is not None:
        problems += calendars.problems(site, source.path, source.name, source.text)
    return site, problems


def _folder(folder: Path, site: Site | None) -> Iterator[tuple[Problem, ...]]:
    """The problems of each flow of a folder; two flows with one id are one more, and so is a
    flow that goes into one that is not there."""
    found = library.rightful(library.sources(folder))
    if not found:
        yield (library.no_flows(folder),)
    yield from ((problem,) for problem in library.unread(folder))
    others = library.ids_of(source for source, _ in found)
    readings = [(s, library.flow_of(s, companions, site, others)) for s, companions in found]
    known = library.known_of(reading for _, reading in readings)
    names: dict[str, str] = {}
    for source, reading in readings:
        more: list[Problem] = []
        if reading.flow is not None:
            other = names.setdefault(reading.flow.id, source.name)
            if other != source.name:
                message = f"the id “{reading.flow.id}” is already that of {other}: change this one"
                more.append(Problem(source.name, 1, 1, message, "flow.twice"))
            problem = library.link_problem(source, reading.flow, known)
            more += [problem] if problem else []
        yield (*reading.problems, *more)


def _one(path: Path, site: Site | None) -> tuple[Problem, ...]:
    if (beside := library.flow_beside(path)) is not None and beside.exists():
        name = library.open_source(path).name
        return tuple(problem for problem in _one(beside, site) if problem.file == name)
    source = library.open_source(path)
    if library.is_site(source):
        return tuple(_site(source)[1])
    reading = library.beside(path, site)
    return reading.problems


def _line(problem: Problem) -> str:
    kind = "warning: " if problem.severity == "warning" else ""
    return f"{problem.file}:{problem.line}:{problem.column}: {kind}{problem.message}"


def _json(problem: Problem) -> str:
    record = dataclasses.asdict(problem)
    record["question"] = record.pop("where")
    return json.dumps(record, ensure_ascii=False)


def _summary(files: int, errors: int, warnings: int) -> str:
    parts = [counted(files, "files")]
    parts += [
        counted(number, word)
        for number, word in ((errors, "errors"), (warnings, "warnings"))
        if number
    ]
    return ", ".join(parts) + ("" if errors or warnings else ": all is well")
