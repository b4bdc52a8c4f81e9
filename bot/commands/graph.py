"""``doorstep graph``: a flow as a picture that can be read as text."""

from __future__ import annotations

import click

from bot.commands.named import flow_named
from bot.commands.options import with_settings
from bot.dialogue.drawing import draw
from bot.library import Library
from bot.settings import Settings


@click.command()
@click.argument("flow_id", metavar="FLOW")
@with_settings
def command(flow_id: str, settings: Settings) -> None:
    """Draw a flow as a Mermaid diagram, with its conditions and points.

    \b
    Example:  doorstep graph buyer > buyer.mmd
              (echo '```mermaid'; doorstep graph buyer; echo '```') > buyer.md

    Code hosts show such a block in a Markdown file as a picture.
    """
    flow = flow_named(Library.load(settings.flows, settings.site), flow_id)
    click.echo(draw(flow.flow))
