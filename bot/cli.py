"""The command ``doorstep``. Each command lives in a module of its own, imported when used."""

from __future__ import annotations

import errno
import importlib
import io
import sys
from collections.abc import Mapping

import click

COMMANDS: Mapping[str, str] = {
    "serve": "Run the website chat, the alerts and the inbox.",
    "chat": "Talk to a flow in this terminal.",
    "check": "Look for mistakes in flow and site files.",
    "test": "Run the test conversations inside the flow files.",
    "translate": "Make a sheet of missing translations, and merge what was filled in.",
    "replay": "Run conversations from stdin, one JSON object a line.",
    "understand": "Show what a text is read as.",
    "leads": "List leads, look at one, ask why it scored as it did.",
    "report": "Where visitors leave, which greeting and which source do better.",
    "flows": "Versions of the flows: what changed, by whom, and one command to go back.",
    "graph": "Draw a flow as a Mermaid diagram.",
    "schema": "Print the JSON Schema of a flow file, for editors.",
    "init": "Begin a new site in an empty folder.",
    "agent": "Connect an agent's Telegram by a one-time link.",
    "user": "Let somebody sign in to the inbox with a password.",
    "outbox": "What waits to be sent, and what could not be.",
    "backup": "Copy everything into one file, while the server runs.",
    "restore": "Bring a backup back, after a rehearsal.",
    "doctor": "Look whether everything is in order here.",
    "completion": "Let the shell complete commands.",
}
"""Name -> one line of help, so that ``doorstep --help`` imports none of them."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and fetches them when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click calls it so)
        """All names, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, from its module."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"bot.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or a usage error that offers the nearest name."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            ctx.fail(_unknown(args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list in ``--help``, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _unknown(name: str) -> str:
    import difflib  # noqa: PLC0415 (only needed for a mistyped command)

    near = difflib.get_close_matches(name, COMMANDS, 1)
    return f"there is no command “{name}”" + (f": did you mean “{near[0]}”?" if near else "")


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="doorstep", message="doorstep %(version)s")
@click.option("--data", metavar="DIR", default=None, help="Where leads are kept.  [data]")
@click.option("--site", metavar="FILE", default=None, help="The office's settings.  [the demo]")
@click.option("--flows", metavar="DIR", default=None, help="The flow files.  [the shipped ones]")
@click.pass_context
def group(ctx: click.Context, /, **given: str | None) -> None:
    """Doorstep turns a chat on a landing page into a scored lead on an agent's phone.

    \b
    Begin with:   doorstep serve          and open http://127.0.0.1:8080
                  doorstep chat buyer     to talk to a flow right here
    """
    ctx.obj = given


def main() -> None:
    """Runs a command; a person's mistake becomes one sentence on stderr, never a traceback."""
    _fit_streams()
    try:
        group.main(prog_name="doorstep")
    except OSError as error:
        if error.errno == errno.ENOSPC and error.filename is None:
            _stop("what comes out could not be written: no space left on the device", 1)
        if error.filename is None:
            raise
        _stop(f"{error.filename}: {(error.strerror or str(error)).lower()}", 2)
    except Exception as error:
        from bot.errors import DoorstepError, FlowProblems, UserMistake  # noqa: PLC0415

        if not isinstance(error, DoorstepError):
            raise
        plain = isinstance(error, UserMistake) and not isinstance(error, FlowProblems)
        _stop(str(error), 2 if plain else 1)


def _fit_streams() -> None:
    """No letter of ours stops a command where the locale has it not: files and pipes get UTF-8,
    a terminal shows a question mark in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in _UTF8:
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")


_UTF8 = ("utf-8", "utf8")


def _stop(message: str, code: int) -> None:
    click.echo(message, err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
