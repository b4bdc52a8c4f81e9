"""``doorstep chat``: talk to a flow in this terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from bot.channels.terminal import HELP, Chat
from bot.commands.named import flow_named
from bot.commands.options import with_settings
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.events import Start
from bot.dialogue.flow import Dialogue, Expectation
from bot.dialogue.recording import recorded, written
from bot.dialogue.site import Site
from bot.dialogue.yaml_editing import append
from bot.errors import UserMistake
from bot.library import Library
from bot.settings import Settings


@click.command()
@click.argument("flow_id", metavar="FLOW")
@click.option("--market", metavar="M", help="The branch to talk to.  [the site's own]")
@click.option("--lang", metavar="L", help="The visitor's language.  [the market's]")
@click.option("--listing", "listing_id", metavar="ID", help="The home the page shows.")
@click.option("--record", "test", metavar="NAME", help="Add the chat to the flow's tests.")
@with_settings
def command(flow_id: str, settings: Settings, **given: str | None) -> None:
    """Talk to a flow in this terminal, as a visitor would. Nothing is stored.

    \b
    Example:  doorstep chat buyer
              doorstep chat listing --listing MLS1234567
              doorstep chat buyer --record "A buyer in a hurry"

    A number presses a button; /back, /skip, /edit QUESTION, /score and /quit work at any time. At
    the end you see the score with its reasons.
    """
    library = Library.load(settings.flows, settings.site)
    flow = flow_named(library, flow_id)
    start = Start(
        channel="terminal",
        market=_market(library.site, given["market"]),
        lang=given["lang"] or "",
        listing=_listing(library.site, flow, given["market"], given["listing_id"]),
    )
    console = Console(highlight=False)
    chat = Chat(flow, console, lambda: datetime.now(UTC))
    if console.is_terminal:
        console.print(f"[dim]{HELP}[/]\n")
    try:
        chat.run(start, _lines(console))
    except KeyboardInterrupt:
        chat.finish()
        console.print("\n[dim]Bye! Nothing was stored.[/]")
    if given["test"] is not None:
        _record(given["test"], chat, start, library)


def _record(name: str, chat: Chat, start: Start, library: Library) -> None:
    """Write the chat as a test into its flow file, at the end of what is there."""
    if not chat.typed:
        raise UserMistake("nothing was said, so there is nothing to record")
    now = chat.began.astimezone(ZoneInfo(library.site.market(start.market).tz))
    told = Dialogue(
        name=name,
        market=start.market,
        channel="terminal",
        now=now.strftime("%Y-%m-%dT%H:%M"),
        lang=start.lang,
        listing=str(start.listing.get("id", "")),
        says=tuple(chat.typed),
        expect=Expectation(),
    )
    test = recorded(chat.flow, told)
    path = library.files[chat.flow.flow.id]
    try:
        text = append(path.read_text("utf-8"), "tests", written(test))
    except ValueError as error:
        raise UserMistake(f"{path.name}: {error}") from None
    path.write_text(text, encoding="utf-8")
    click.echo(f"recorded in {path.name}: “{name}”. Look it over, then: doorstep test {path}")
    if chat.turn is not None and test.expect.band != chat.turn.score.band:
        click.echo(
            f"note: played again it ends {test.expect.band}, not {chat.turn.score.band}: a button "
            "or /edit was used that has no words",
            err=True,
        )


def _lines(console: Console) -> Iterator[str]:
    """What is typed, until the end of input; a prompt only where somebody sees it."""
    while True:
        try:
            if sys.stdin.isatty():
                yield console.input("[bold green]You:[/] ")
            else:
                line = sys.stdin.readline()
                if not line:
                    return
                yield line
        except EOFError:
            console.print()
            return


def _market(site: Site, name: str | None) -> str:
    if name is not None and name not in site.markets:
        raise UserMistake(f"there is no market “{name}”: {', '.join(site.markets)}")
    return name or site.default_market


def _listing(
    site: Site, flow: CompiledFlow, market: str | None, wanted: str | None
) -> dict[str, str]:
    """The home that is named; a flow that speaks of one gets the market's first."""
    if wanted is not None:
        if not any(home.id == wanted for home in site.listings):
            known = ", ".join(home.id for home in site.listings)
            raise UserMistake(f"there is no listing “{wanted}”: {known}")
        return {"id": wanted}
    if not any("listing." in variant.text for variant in flow.flow.greetings):
        return {}
    name = market or site.default_market
    return next(({"id": home.id} for home in site.listings if home.market == name), {})
