"""``doorstep report``: where visitors leave, which greeting and which source do better."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Final

import click
from rich.console import Console

from bot.commands.named import flow_named
from bot.commands.options import with_settings
from bot.commands.printed import report_page
from bot.commands.reading import with_store
from bot.commands.since import moment_of
from bot.library import Library
from bot.reporting import Report, narrowed, plain, report
from bot.settings import Settings
from storage.report_rows import TalkFilter

WIDE: Final = 110  # columns from which there is room for bars


@click.command()
@click.argument("flow", metavar="FLOW")
@click.option("--since", metavar="WHEN", default="28d", show_default=True, help="7d, 2026-03-01.")
@click.option("--source", metavar="NAME", default="", help="Only visitors from here.")
@click.option("--lang", metavar="LANG", default="", help="Only chats in this language.")
@click.option("--device", metavar="NAME", default="", help="phone, tablet, computer or telegram.")
@click.option("--version", metavar="HASH", default="", help="Only this version of the flow.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@with_settings
def command(flow: str, since: str, as_json: bool, settings: Settings, **narrowed_to: str) -> None:
    """Each question: shown, answered, skipped, left here, seconds; sources, greetings, and the
    words that could not be read. A server may be running meanwhile.

    \b
    Example:  doorstep report buyer
              doorstep report buyer --since 7d --source google --json
    """
    now = datetime.now(UTC)
    where = narrowed(TalkFilter(flow, moment_of(since, now)), narrowed_to)
    found = _report(settings, where, now)
    if as_json:
        click.echo(json.dumps(plain(found), ensure_ascii=False, separators=(",", ":")))
        return
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(report_page.page(found, since, wide=console.width >= WIDE))


def _report(settings: Settings, where: TalkFilter, now: datetime) -> Report:
    flow = flow_named(Library.load(settings.flows, settings.site), where.flow)
    return with_store(settings, lambda store: report(store, flow, where, now))
