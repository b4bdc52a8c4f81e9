"""``doorstep check``: every mistake in flow and site files, each with its place and its mend."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot import library
from bot.commands.options import with_settings
from bot.dialogue.site import Site
from bot.errors import Problem, UserMistake
from bot.settings import Settings


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
    site, problems = library.site_of(library.open_source(site_file))
    if not files:
        found = list(_folder(settings.flows or library.shipped(), site))
        return [*problems, *(p for more in found for p in more)], len(found) + 1
    findings: list[Problem] = []
    for path in files:
        findings += _one(path, site)
    return findings, len(files)


def _folder(folder: Path, site: Site | None) -> Iterator[tuple[Problem, ...]]:
    """The problems of each flow of a folder; two flows with one id are one more, and so is a
    flow that goes into one that is not there."""
    found = list(library.sources(folder))
    if not found:
        yield (library.no_flows(folder),)
    others = library.ids_of(source for source, _ in found)
    readings = [(s, library.flow_of(s, companions, site, others)) for s, companions in found]
    known = library.known_of(reading for _, reading in readings)
    names: dict[str, str] = {}
    for source, reading in readings:
        more: list[Problem] = []
        if reading.flow is not None:
            other = names.setdefault(reading.flow.id, source.name)
            if other != source.name:
                message = f"the id “{reading.flow.id}” is already that of {other}: change one"
                more.append(Problem(source.name, 1, 1, message, "flow.twice"))
            problem = library.link_problem(source, reading.flow, known)
            more += [problem] if problem else []
        yield (*reading.problems, *more)


def _one(path: Path, site: Site | None) -> tuple[Problem, ...]:
    if not path.exists():
        raise UserMistake(f"{path}: there is no such file")
    if path.is_dir():
        return tuple(problem for found in _folder(path, site) for problem in found)
    if (beside := library.flow_beside(path)) is not None and beside.exists():
        name = library.open_source(path).name
        return tuple(problem for problem in _one(beside, site) if problem.file == name)
    source = library.open_source(path)
    if library.is_site(source):
        return tuple(library.site_of(source)[1])
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
    counted = [_count(files, "file")]
    counted += [
        _count(number, word)
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    ]
    return ", ".join(counted) + ("" if errors or warnings else ": all is well")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
