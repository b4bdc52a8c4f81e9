"""``doorstep graph``: a flow as a picture that can be read as text."""

from __future__ import annotations

import click

from bot.commands.options import with_settings
from bot.dialogue.drawing import draw
from bot.errors import UserMistake
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
    library = Library.load(settings.flows, settings.site)
    flow = library.flows.get(flow_id)
    if flow is None:
        broken = [str(p) for p in library.problems if p.severity == "error"]
        known = f"there is no flow “{flow_id}”: {', '.join(library.flows)}"
        raise UserMistake("\n".join([known, *broken]))
    click.echo(draw(flow.flow))
