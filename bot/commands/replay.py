"""``doorstep replay``: conversations from stdin, one JSON object a line, what came of each."""

from __future__ import annotations

import sys

import click

from bot.channels.replay import replay
from bot.commands import stdin
from bot.commands.options import with_settings
from bot.library import Library
from bot.settings import Settings


@click.command()
@with_settings
def command(settings: Settings) -> None:
    """Run conversations from stdin, one JSON object a line; print what came of each.

    \b
    Example:  doorstep replay < conversations.jsonl > outcomes.jsonl
              echo '{"id": 1, "flow": "buyer", "context": {"market": "austin",
                "now": "2026-03-10T14:05"}, "turns": ["Round Rock", "3"]}' | doorstep replay

    The clock stands at each line's "now", so the same lines give the same bytes. A line that
    cannot be run gives {"id", "error"} and the run goes on; the exit code is then 1.
    """
    library = Library.load(settings.flows, settings.site)
    failed = False
    for text, played in replay(library, stdin.lines()):
        click.echo(text)
        failed = failed or not played
    sys.exit(1 if failed else 0)
