"""``doorstep outbox``: what waits to be sent, what could not be, and a hand on both."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from bot import control
from bot.commands.options import remember, with_settings
from bot.errors import Unavailable, UserMistake
from bot.leads.exports import utc
from bot.opening import open_for_reading
from bot.settings import Settings
from storage.rows import Outgoing
from storage.store import StoreError

STATES = ("due", "taken", "sent", "dead", "dropped")
COLOURS = {"due": "yellow", "taken": "cyan", "sent": "green", "dead": "bold red", "dropped": "dim"}
EMPTY = "Nothing here. Alerts pass through this list on their way to the agents."


@click.group()
@click.pass_context
@with_settings
def command(ctx: click.Context, /, settings: Settings) -> None:
    """What waits to be sent, and what could not be.

    \b
    Example:  doorstep outbox list --state dead
              doorstep outbox retry 17 18
    """
    remember(ctx, settings)


@command.command("list")
@click.option("--state", type=click.Choice(STATES), default=None, help="Only rows like that.")
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=50, help="At most so many.  [50]"
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@with_settings
def list_(state: str | None, limit: int, as_json: bool, settings: Settings) -> None:
    """The outbox, newest first. A server may be running meanwhile.

    \b
    Example:  doorstep outbox list --state dead --json
    """
    rows = asyncio.run(_rows(settings, state or "", limit))
    if as_json:
        for row in rows:
            click.echo(json.dumps(_record(row), ensure_ascii=False))
        return
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(_table(rows, datetime.now(UTC)) if rows else EMPTY)


@command.command()
@click.argument("ids", nargs=-1, type=int, metavar="[ID]…")
@click.option("--dead", is_flag=True, help="All that could not be sent.")
@with_settings
def retry(ids: tuple[int, ...], dead: bool, settings: Settings) -> None:
    """Try rows again now, as if for the first time. What was sent is never sent again.

    \b
    Example:  doorstep outbox retry 17 18
              doorstep outbox retry --dead
    """
    if bool(ids) == dead:
        raise UserMistake("say which: ids from  doorstep outbox list,  or --dead for all of them")
    _report("tried again", control.ask(settings, "outbox.retry", {"ids": list(ids)}))


@command.command()
@click.argument("ids", nargs=-1, type=int, metavar="ID…", required=True)
@with_settings
def drop(ids: tuple[int, ...], settings: Settings) -> None:
    """Never send these rows.

    \b
    Example:  doorstep outbox drop 17
    """
    _report("dropped", control.ask(settings, "outbox.drop", {"ids": list(ids)}))


def _report(what: str, done: dict[str, Any]) -> None:
    rows = len(done["done"])
    click.echo(f"{rows} {'row' if rows == 1 else 'rows'} {what}")
    if done["refused"]:
        ids = ", ".join(map(str, done["refused"]))
        click.echo(f"left as they are: {ids} (sent, on their way, or not there)", err=True)
        sys.exit(1)


async def _rows(settings: Settings, state: str, limit: int) -> list[Outgoing]:
    store = open_for_reading(settings)
    try:
        return await store.outbox(state, limit)
    except StoreError as error:
        raise Unavailable(str(error)) from error
    finally:
        await store.close()


def _record(row: Outgoing) -> dict[str, Any]:
    """A row without its content, which may hold a person's data."""
    return {
        "id": row.id,
        "key": row.key,
        "kind": row.kind,
        "lane": row.lane,
        "state": row.state,
        "attempts": row.attempts,
        "due_at": utc(row.due_at),
        "created_at": utc(row.created_at) if row.created_at else None,
        "settled_at": utc(row.settled_at) if row.settled_at else None,
        "lead": row.lead_id or None,
        "error": row.error or None,
    }


def _table(rows: list[Outgoing], now: datetime) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("id", "state", "kind", "to", "due", "tries"):
        table.add_column(title, justify="right" if title in ("id", "tries") else "left")
    table.add_column("what went wrong", overflow="fold")
    for row in rows:
        table.add_row(
            str(row.id), row.state, row.kind, row.lane, _due(row, now), str(row.attempts),
            row.error, style=COLOURS.get(row.state) if row.state in ("dead", "dropped") else None,
        )  # fmt: skip
    return table


def _due(row: Outgoing, now: datetime) -> str:
    seconds = (row.due_at - now).total_seconds()
    if row.state != "due" or abs(seconds) > 86_400:
        return f"{row.due_at.astimezone():%d %b %H:%M:%S}"
    return f"in {seconds:.0f} s" if seconds > 0 else f"{-seconds:.0f} s ago"
