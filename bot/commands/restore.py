"""``doorstep restore``: a backup is rehearsed, shown beside what is there, and put in place."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bot.commands.options import with_settings
from bot.commands.printed.progress import progress
from bot.errors import Unavailable, UserMistake
from bot.opening import FolderBusy, database_path, lock_folder
from bot.settings import Settings
from storage.restoring import Contents, Rehearsal, put_in_place, rehearse
from storage.store import StoreError

NAMES = {"conversation": "conversations", "message": "messages", "answer": "answers"}
CARRIED = {
    "settled": "{} messages have left since the backup and do not leave again",
    "refusals": "{} entries of the do-not-contact list are kept",
    "erasures": "{} leads and conversations that were erased since are erased again",
}


@click.command()
@click.argument(
    "file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--dry-run", is_flag=True, help="Only rehearse, also beside a running server.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_settings
def command(file: Path, dry_run: bool, yes: bool, settings: Settings) -> None:
    """Bring a backup back, after a rehearsal that says what will change.

    \b
    Example:  doorstep restore /var/backups/doorstep/doorstep-20260310-020000.db --dry-run
              doorstep restore before-the-move.db

    Stop the server first. The rehearsal checks the whole file and brings it to today's schema.
    Whoever was erased or asked not to be contacted since stays so, and no alert rings again;
    users, passwords and the agents' chats stay as they are. The old database is kept beside it.
    """
    database = database_path(settings)
    with _held(settings, dry_run=dry_run):
        try:
            with progress("rehearsing") as tell, rehearse(file, database, tell) as rehearsal:
                _tell(rehearsal, file)
                if not dry_run and _agreed(yes=yes):
                    _done(put_in_place(rehearsal, database, datetime.now(UTC)), database)
        except StoreError as error:
            raise Unavailable(str(error)) from error


@contextlib.contextmanager
def _held(settings: Settings, *, dry_run: bool) -> Iterator[None]:
    """Nobody else writes meanwhile; for a rehearsal that does not matter."""
    if dry_run:
        yield
        return
    try:
        lock = lock_folder(settings)
    except FolderBusy:
        raise UserMistake(
            f"a server runs on {settings.data}: stop it first, or look with --dry-run"
        ) from None
    try:
        yield
    finally:
        lock.release()


def _agreed(*, yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UserMistake("nobody is here to be asked: look with --dry-run, then say --yes")
    return click.confirm("Put it in place?", err=True)


def _tell(rehearsal: Rehearsal, file: Path) -> None:
    console = Console(highlight=False, emoji=False, markup=False, soft_wrap=True)
    console.print(f"{file} is whole (schema {rehearsal.schema}).")
    console.print(_table(rehearsal))
    if rehearsal.unreadable:
        console.print(
            "The database of now cannot be read, so erasures and refusals since the backup are "
            f"not known: {rehearsal.unreadable}",
            style="bold red",
        )
    if rehearsal.lost:
        console.print(f"{rehearsal.lost} conversations of now are not in it.", style="yellow")
    for rule, words in CARRIED.items():
        if count := rehearsal.carried.get(rule):
            console.print(words.format(count) + ".", style="dim")


def _table(rehearsal: Rehearsal) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("")
    for title in ("now", "then"):
        table.add_column(title, justify="right")
    now, after = _cells(rehearsal.now), _cells(rehearsal.after)
    for name, value in after.items():
        table.add_row(name, now.get(name, "–"), value)
    return table


def _cells(contents: Contents | None) -> dict[str, str]:
    if contents is None:
        return {}
    cells = {NAMES.get(table, f"{table}s"): f"{n:,}" for table, n in contents.rows.items()}
    newest = contents.newest
    cells["waiting to be sent"] = f"{contents.waiting:,}"
    cells["last word"] = f"{newest.astimezone():%Y-%m-%d %H:%M:%S}" if newest else "never"
    return cells


def _done(aside: Path | None, database: Path) -> None:
    click.echo(f"{database} is restored: doorstep serve")
    if aside is not None:
        click.echo(f"the old one is {aside}: delete it when you need it no more", err=True)
