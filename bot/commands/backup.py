"""``doorstep backup``: everything in one file, as it is at one moment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.commands.options import with_settings
from bot.commands.printed.progress import progress
from bot.errors import Unavailable, UserMistake
from bot.opening import database_path
from bot.settings import Settings
from storage.backup import back_up
from storage.store import StoreError


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@with_settings
def command(file: Path, settings: Settings) -> None:
    """Copy everything into one file, while the server runs. A folder gets a file with a date.

    \b
    Example:  doorstep backup /var/backups/doorstep
              doorstep backup before-the-move.db

    The file is checked before it gets its name. It holds personal data and secrets, so only its
    owner may read it. An existing file is never written over.
    """
    source = database_path(settings)
    if not source.exists():
        raise UserMistake(f"there is nothing to back up: {source} is not there yet")
    target = file / f"doorstep-{datetime.now(UTC):%Y%m%d-%H%M%S}.db" if file.is_dir() else file
    if target.exists():
        raise UserMistake(f"{target} is there already: give another name, or a folder")
    if not target.parent.is_dir():
        raise UserMistake(f"there is no folder {target.parent}: make it first")
    with progress("copying") as tell:
        try:
            back_up(source, target, tell)
        except StoreError as error:
            raise Unavailable(str(error)) from error
    click.echo(f"{target}  {target.stat().st_size / 2**20:,.1f} MB")
