"""``doorstep completion``: the shell finishes what one begins to type."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from bot.commands.options import with_settings
from bot.errors import UserMistake
from bot.settings import Settings


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@with_settings
def command(shell: str, settings: Settings) -> None:  # noqa: ARG001 (the same options everywhere)
    """Print a script that completes commands and options on Tab.

    \b
    Example:  eval "$(doorstep completion bash)"        in ~/.bashrc
              eval "$(doorstep completion zsh)"         in ~/.zshrc
              doorstep completion fish > ~/.config/fish/completions/doorstep.fish
    """
    found = get_completion_class(shell)
    if found is None:
        raise UserMistake(f"click knows no completion for {shell}")
    root = click.get_current_context().find_root().command
    click.echo(found(root, {}, "doorstep", "_DOORSTEP_COMPLETE").source())
