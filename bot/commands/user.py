"""``doorstep user``: who may sign in to the inbox with a password."""

from __future__ import annotations

import secrets
import sys

import click

from bot import control
from bot.admin import users
from bot.commands.options import remember, with_settings
from bot.errors import UserMistake
from bot.settings import Settings

LETTERS = 18  # bytes of a made-up password


@click.group()
@click.pass_context
@with_settings
def command(ctx: click.Context, /, settings: Settings) -> None:
    """Who may sign in to the inbox with a password.

    \b
    Example:  doorstep user add dana
    """
    remember(ctx, settings)


@command.command()
@click.argument("name", metavar="NAME")
@click.option("--generate", is_flag=True, help="Make a password up and print it once.")
@click.option("--agent", is_flag=True, help="May work on leads, but not export or erase them.")
@with_settings
def add(name: str, generate: bool, agent: bool, settings: Settings) -> None:
    """Add a user, or give one a new password, which ends that user's sessions.

    \b
    Example:  doorstep user add dana
              doorstep user add dana --generate
              doorstep user add marcus --agent
              printf '%s' "$PASSWORD" | doorstep user add dana

    The password is asked twice; where nobody can be asked, it is read from standard input.
    """
    known = _name(name)
    password = secrets.token_urlsafe(LETTERS) if generate else _asked()
    if len(password) < users.SHORTEST:
        raise UserMistake(f"a password has at least {users.SHORTEST} characters")
    if len(password) > users.LONGEST:
        raise UserMistake(f"a password has at most {users.LONGEST} characters")
    role = users.AGENT if agent else users.ADMIN
    kept = {"name": known, "hash": users.hashed(password), "role": role}
    done = control.ask(settings, "user.add", kept)
    what = "has a new password; older sessions have ended" if done["changed"] else "may sign in"
    click.echo(f"{known} {what}: /admin/login", err=generate)
    if generate:
        click.echo(password)


@command.command()
@click.argument("name", metavar="NAME")
@with_settings
def remove(name: str, settings: Settings) -> None:
    """Let a user sign in no more; their sessions end.

    \b
    Example:  doorstep user remove dana
    """
    done = control.ask(settings, "user.remove", {"name": _name(name)})
    click.echo(f"{done['name']} cannot sign in any more")


def _name(text: str) -> str:
    name = users.named(text)
    if not name:
        raise UserMistake(f"“{text}” is no name: letters, digits and . _ @ - only")
    return name


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = click.prompt("Password", hide_input=True, confirmation_prompt="Once more")
    return asked
