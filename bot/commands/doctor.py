"""``doorstep doctor``: is everything in order here?"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.checkup import examine
from bot.commands.options import with_settings
from bot.finding import Finding
from bot.settings import Settings

MARKS = {"ok": ("✓", "green"), "warn": ("!", "yellow"), "fail": ("✗", "bold red")}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@with_settings
def command(as_json: bool, settings: Settings) -> None:
    """Look whether everything is in order: machine, folder, secrets, Telegram, site and flows.

    \b
    Example:  doorstep doctor
              doorstep doctor --site my-office/site.yaml --json

    Secrets are only said to be set or not. The exit code is 1 when something fails.
    """
    found = asyncio.run(examine(settings))
    if as_json:
        for finding in found:
            click.echo(json.dumps(asdict(finding), ensure_ascii=False))
    else:
        _console().print(_table(found))
        click.echo(_summary(found), err=True)
    sys.exit(1 if any(finding.verdict == "fail" for finding in found) else 0)


def _console() -> Console:
    return Console(highlight=False, emoji=False, markup=False)


def _table(found: list[Finding]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column("verdict", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("says", overflow="fold")
    for finding in found:
        mark, colour = MARKS[finding.verdict]
        says = Text(finding.says)
        if finding.mend:
            says.append(f"\n→ {finding.mend}", "dim")
        table.add_row(Text(f"{mark} {finding.verdict}", colour), Text(finding.what), says)
    return table


def _summary(found: list[Finding]) -> str:
    fails = sum(finding.verdict == "fail" for finding in found)
    warns = sum(finding.verdict == "warn" for finding in found)
    if not fails and not warns:
        return "everything is in order"
    return f"{fails} to mend, {warns} to look at"
