"""``doorstep serve``: the website channel, the alerts and the inbox, in one process."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from rich.markup import escape

from bot.commands.counting import counted
from bot.commands.options import with_settings
from bot.errors import UserMistake
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app import Doorstep

M_ARENA_MAX = -8  # from malloc.h


@click.command()
@click.option("--host", metavar="HOST", default=None, help="Where to listen.  [127.0.0.1]")
@click.option("--port", metavar="PORT", type=int, default=None, help="0 = any.  [8080]")
@click.option("--standby", is_flag=True, help="Wait until no other process serves the folder.")
@with_settings
def command(settings: Settings, *, standby: bool) -> None:
    """Run the website chat, the alerts and the inbox until Ctrl-C.

    \b
    Example:  doorstep serve
              doorstep serve --site my-office/site.yaml --port 9000
              DOORSTEP_TELEGRAM_TOKEN=123:abc doorstep serve
              doorstep serve --standby      a second one: takes over when the first ends
    """
    gc.disable()  # loading makes no rubbish; the app turns it on again
    _share_memory()
    from bot.app import Terminal  # noqa: PLC0415 - so that --help need not load it
    from bot.clashes import refuse_clashes  # noqa: PLC0415
    from bot.logs import configure  # noqa: PLC0415
    from bot.opening import FolderBusy  # noqa: PLC0415
    from bot.serving import serve  # noqa: PLC0415

    gc.freeze()  # the code: collections need not look at it
    configure()
    refuse_clashes()
    watched = sys.stdout.isatty()
    terminal = Terminal(_print, colour=watched, watched=watched)
    try:
        asyncio.run(serve(settings, terminal, _announce, _print if standby else None))
    except FolderBusy as busy:
        raise UserMistake(f"{busy}; with --standby it waits until the other one ends") from None


def _share_memory() -> None:
    """Have all threads share one heap: with one of its own each, what they free is of no use to
    the others. Where the C library is not glibc there is nothing to do."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


def _print(line: str) -> None:
    """A line for whoever watches; a terminal or a full disk that takes none stops nothing."""
    from bot.logs import Patient  # noqa: PLC0415 - only needed here

    out = Patient(sys.stdout)
    out.write(line + "\n")
    out.flush()


def _announce(doorstep: Doorstep) -> None:
    """What a person who started it needs to know, and nothing else."""
    from rich.console import Console  # noqa: PLC0415 - only needed here

    console = Console(highlight=False, soft_wrap=True)
    site = doorstep.library.site
    console.print(f"\n[bold]Doorstep[/bold] is open for [bold]{escape(site.company)}[/bold]\n")
    for name, value in _facts(doorstep):
        console.print(f"[dim]{name:>10}[/dim]  {value}")
    console.print("\n[dim]Hot leads appear below. Ctrl-C ends it.[/dim]\n")


def _facts(doorstep: Doorstep) -> Iterator[tuple[str, str]]:
    if doorstep.library.site.demo:
        yield "both sides", f"{_link(f'{doorstep.address}/demo')} [dim](visitor and phone)[/dim]"
        yield "demo page", _link(f"{doorstep.address}/")
    elif doorstep.library.flows:
        yield "chat page", _link(f"{doorstep.address}/chat/{min(doorstep.library.flows)}")
    yield "inbox", f"{_link(doorstep.login)} [dim](works once)[/dim]"
    yield "visitors", _link(f"{doorstep.address}/api/v1/openapi.json")
    yield "flows", ", ".join(sorted(doorstep.library.flows))
    yield "alerts", _channels(doorstep)
    yield "data", escape(str(doorstep.settings.data.absolute()))


def _link(url: str) -> str:
    return f"[link={url}]{url}[/link]"


def _channels(doorstep: Doorstep) -> str:
    if not doorstep.settings.telegram_token:
        return "inbox and terminal (Telegram: set DOORSTEP_TELEGRAM_TOKEN)"
    reached = sum(1 for agent in doorstep.library.site.agents if agent.telegram)
    return f"Telegram for {counted(reached, 'agents')}, inbox and terminal"
