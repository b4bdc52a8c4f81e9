"""``doorstep agent``: the agents' telephones."""

from __future__ import annotations

import json
from datetime import datetime

import click

from bot import control
from bot.commands.options import remember, with_settings
from bot.settings import Settings


@click.group()
@click.pass_context
@with_settings
def command(ctx: click.Context, /, settings: Settings) -> None:
    """Connect an agent's Telegram.

    \b
    Example:  doorstep agent invite dana
    """
    remember(ctx, settings)


@command.command()
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@with_settings
def invite(id_: str, as_json: bool, settings: Settings) -> None:
    """Make a one-time link. Whoever opens it in Telegram gets this agent's alerts.

    \b
    Example:  doorstep agent invite dana

    It works once, for a week, whether or not a server runs now. Send it to nobody else.
    """
    made = control.ask(settings, "agent.invite", {"agent": id_})
    if as_json:
        click.echo(json.dumps(made, ensure_ascii=False))
        return
    until = datetime.fromisoformat(made["until"]).astimezone()
    click.echo(f"For {made['name']}, once, until {until:%A} {until.day} {until:%B %H:%M}:\n")
    if made["link"]:
        click.echo(f"  {made['link']}\n")
        click.echo("If the app drops the code, write this to the bot instead:\n")
    else:
        click.echo(f"There is no link: {made['why_no_link']}. Write this to the bot:\n", err=True)
    click.echo(f"  /start {made['code']}")
