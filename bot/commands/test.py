"""``doorstep test``: the test conversations inside the flow files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot import library
from bot.commands.counting import counted
from bot.commands.named import must_exist
from bot.commands.options import with_settings
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.effects import Said
from bot.dialogue.machine import compile_flow
from bot.dialogue.rehearsing import Rehearsal, parts, rehearse, untouched
from bot.dialogue.site import Site
from bot.errors import FlowProblems
from bot.settings import Settings

TOLD = 6  # lines of the conversation shown with a failure


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.option("--verbose", "-v", is_flag=True, help="Show every conversation.")
@with_settings
def command(files: tuple[str, ...], verbose: bool, settings: Settings) -> None:
    """Run the test conversations inside the flow files; without FILE those of all flows.

    \b
    Example:  doorstep test flows/buyer.yaml

    The exit code is 0 when every conversation comes out as its file says, 1 when not.
    """
    flows = _flows([Path(name) for name in files], settings)
    failures = count = 0
    for flow in flows:
        rehearsals = tuple(rehearse(flow, test) for test in flow.flow.tests)
        for rehearsal in rehearsals:
            _tell(flow, rehearsal, verbose)
        _tell_coverage(flow, rehearsals, verbose)
        failures += sum(not rehearsal.passed for rehearsal in rehearsals)
        count += len(rehearsals)
    click.echo(f"{counted(count, 'conversations')}, {failures or 'none'} failed", err=True)
    sys.exit(1 if failures else 0)


def _flows(files: list[Path], settings: Settings) -> list[CompiledFlow]:
    if not files:
        found = library.Library.load(settings.flows, settings.site, strict=True)
        return list(found.flows.values())
    site, problems = library.site_of(
        library.open_source(library.site_path(settings.flows, settings.site))
    )
    if site is None:
        raise FlowProblems(problems)
    for path in files:
        must_exist(path, settings)
    return [_flow(path, site) for path in files]


def _flow(path: Path, site: Site) -> CompiledFlow:
    reading = library.beside(path, site)
    if reading.flow is None:
        raise FlowProblems([p for p in reading.problems if p.severity == "error"])
    return compile_flow(reading.flow, site, reading.hash)


def _tell(flow: CompiledFlow, rehearsal: Rehearsal, verbose: bool) -> None:
    mark = click.style("ok  ", fg="green") if rehearsal.passed else click.style("FAIL", fg="red")
    click.echo(f"{mark}  {flow.flow.id}: {rehearsal.test.name}")
    for difference in rehearsal.differences:
        click.echo(f"        {difference.what}")
        click.echo(click.style(f"        - expected  {difference.expected}", fg="green"))
        click.echo(click.style(f"        + came      {difference.came}", fg="red"))
    if verbose or not rehearsal.passed:
        for line in rehearsal.lines if verbose else rehearsal.lines[-TOLD:]:
            click.echo(click.style(f"        {_line(line)}", dim=True))


def _line(line: Said) -> str:
    who = "visitor" if line.sender == "visitor" else "bot    "
    buttons = f"  [{' | '.join(line.options)}]" if line.options else ""
    return f"{who} {line.text}{buttons}"


def _tell_coverage(flow: CompiledFlow, rehearsals: tuple[Rehearsal, ...], verbose: bool) -> None:
    """How many questions, options and rules some test touches, and which none does."""
    missing, everything = set(untouched(flow, rehearsals)), parts(flow)
    counted = []
    for kind in ("question", "option", "rule"):
        names = [name for name in everything if _kind(name) == kind]
        if names:
            touched = sum(name not in missing for name in names)
            counted.append(f"{touched} of {len(names)} {kind}s")
    click.echo(f"      {flow.flow.id}: {', '.join(counted)} touched", nl=False)
    left = [name for name in everything if name in missing]
    shown = left if verbose else left[:TOLD]
    more = "" if len(shown) == len(left) else f", … ({len(left) - len(shown)} more: --verbose)"
    click.echo(f"; not {', '.join(shown)}{more}" if left else ": all of them")


def _kind(part: str) -> str:
    if part.startswith("rule "):
        return "rule"
    return "option" if "=" in part else "question"
