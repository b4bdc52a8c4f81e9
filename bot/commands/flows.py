"""``doorstep flows``: the versions of a flow, what changed between them, and the way back."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from bot import control, library, versions
from bot.commands.options import remember, with_settings
from bot.errors import FlowProblems, Unavailable, UserMistake
from bot.opening import open_for_reading
from bot.settings import Settings
from bot.versions import SHORT, Version
from storage.store import StoreError

LISTED = 20
WORDS = 6  # changes told of one version in the list


@click.group(invoke_without_command=True)
@click.pass_context
@with_settings
def command(ctx: click.Context, /, settings: Settings) -> None:
    """The flows and their versions: what changed, by whom, and one command to go back.

    \b
    Example:  doorstep flows
              doorstep flows log buyer
              doorstep flows rollback buyer

    A version is kept whenever a running server sees a saved file, at each rollback, and when the
    log is looked at; where the folder is in git, its commits are versions as well.
    """
    remember(ctx, settings)
    if ctx.invoked_subcommand is None:
        _list(settings)


@command.command()
@click.argument("flow", metavar="FLOW")
@click.option("--limit", metavar="N", type=click.IntRange(1), default=LISTED, show_default=True)
@with_settings
def log(flow: str, limit: int, settings: Settings) -> None:
    """A flow's versions, newest first: date, author, and the change in words.

    \b
    Example:  doorstep flows log buyer

    The present one is kept as a version by this, if it was not yet.
    """
    known, _ = _history(settings, flow)
    _keep(settings, [known[-1]])
    shown = known[-limit:]
    first = len(known) > len(shown)  # its change is told against one more
    told = versions.told(known[-limit - 1 :] if first else shown)[1 if first else 0 :]
    for number, (version, words) in enumerate(zip(reversed(shown), reversed(told), strict=True)):
        live = "  (now)" if number == 0 else ""
        when = version.at.astimezone().strftime("%Y-%m-%d %H:%M")
        mark = click.style(f"{number:>3}  {version.hash[:SHORT]}", fg="yellow")
        why = f"  “{version.why}”" if version.why else ""
        click.echo(f"{mark}  {when}  {version.author}{live}{click.style(why, dim=True)}")
        for line in _few(words):
            click.echo(f"       {line}")


@command.command()
@click.argument("flow", metavar="FLOW")
@click.argument("old", metavar="[VERSION]", default="")
@click.argument("new", metavar="[VERSION]", default="0")
@with_settings
def diff(flow: str, old: str, new: str, settings: Settings) -> None:
    """What changed from one version to another, in words and line by line.

    \b
    Example:  doorstep flows diff buyer            the last change
              doorstep flows diff buyer 3          from three versions ago to now
              doorstep flows diff buyer 1f3a 9c20  between two versions
    """
    known, _ = _history(settings, flow)
    after = versions.pick(known, new)
    before = versions.pick(known, old) if old else versions.before(known)
    _tell(before, after)
    for line in _lines(before, after):
        colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
        click.echo(click.style(line, fg=colour) if colour else line)


@command.command()
@click.argument("flow", metavar="FLOW")
@click.argument("version", metavar="[VERSION]", default="0")
@with_settings
def show(flow: str, version: str, settings: Settings) -> None:
    """A flow's file as it was in a version; without VERSION as it is now.

    \b
    Example:  doorstep flows show buyer 2
    """
    known, _ = _history(settings, flow)
    wanted = versions.pick(known, version)
    name, *others = wanted.files
    click.echo(wanted.files[name], nl=False)
    if others:
        click.echo(f"({name}; with it belong {', '.join(others)})", err=True)


@command.command()
@click.argument("flow", metavar="FLOW")
@click.argument("version", metavar="[VERSION]", default="")
@with_settings
def rollback(flow: str, version: str, settings: Settings) -> None:
    """Go back to the version before, or to VERSION. The present one stays a version.

    \b
    Example:  doorstep flows rollback buyer
              doorstep flows rollback buyer 1f3a

    A running server takes it up within a second; conversations that go on keep their version.
    """
    known, path = _history(settings, flow)
    now = known[-1]
    wanted = versions.pick(known, version) if version else versions.before(known)
    if wanted.hash == now.hash:
        raise UserMistake(f"{flow} is at {now.hash[:SHORT]} already: nothing was changed")
    _usable(wanted, settings)
    why = f"rolled back to {wanted.hash[:SHORT]}"
    author, at = versions.login(), datetime.now(UTC)
    again = replace(wanted, author=author, at=at, why=why)
    _keep(settings, [now, again])
    versions.write(wanted, path.parent, [name for name in now.files if name not in wanted.files])
    _tell(now, wanted)
    click.echo(
        f"{path.name} is what it was on {_day(wanted.at)} ({wanted.hash[:SHORT]}). "
        f"To undo this: doorstep flows rollback {flow} {now.hash[:SHORT]}"
    )


def _list(settings: Settings) -> None:
    """Every flow with its version and who saved it last."""
    folder = settings.flows or library.shipped()
    for source, version in versions.all_current(folder):
        when = version.at.astimezone().strftime("%Y-%m-%d %H:%M")
        mark = f"{version.flow:<16} {version.hash[:SHORT]}  {when}"
        click.echo(f"{mark}  {version.author:<12} {source.name}")


def _history(settings: Settings, flow: str) -> tuple[list[Version], Path]:
    now, path = versions.current(settings.flows or library.shipped(), flow)

    async def ask() -> list[Version]:
        store = open_for_reading(settings)
        try:
            return await versions.history(store, now, path)
        finally:
            await store.close()

    try:
        return asyncio.run(ask()), path
    except StoreError as error:
        raise Unavailable(str(error)) from error


def _usable(version: Version, settings: Settings) -> None:
    """A version that could not run today is not put in the place of one that can."""
    folder = settings.flows or library.shipped()
    site_file = library.site_path(settings.flows, settings.site)
    site, _ = library.site_of(library.open_source(site_file))
    others = library.ids_of(source for source, _ in library.sources(folder))
    errors = [p for p in version.read(site, others).problems if p.severity == "error"]
    if errors:
        raise FlowProblems(errors)


def _keep(settings: Settings, kept: list[Version]) -> None:
    rows: list[dict[str, Any]] = []
    for version in kept:
        row = version.row
        rows.append({name: getattr(row, name) for name in row.__dataclass_fields__})
        rows[-1]["at"] = row.at.isoformat()
    control.ask(settings, "flows.keep", {"rows": rows})


def _tell(before: Version, after: Version) -> None:
    words = versions.told([before, after])[1]
    click.echo(f"from {before.hash[:SHORT]} ({_day(before.at)}) to {after.hash[:SHORT]}:")
    for line in words:
        click.echo(f"  {line}")


def _few(words: tuple[str, ...]) -> Iterator[str]:
    yield from words[:WORDS]
    if len(words) > WORDS:
        yield f"… and {len(words) - WORDS} more: doorstep flows diff"


def _day(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def _lines(before: Version, after: Version) -> Iterator[str]:
    """The changed lines of every file that changed."""
    for name in dict.fromkeys([*before.files, *after.files]):
        old, new = before.files.get(name, ""), after.files.get(name, "")
        if old != new:
            yield ""
            yield from difflib.unified_diff(
                old.splitlines(), new.splitlines(), name, name, n=1, lineterm=""
            )
