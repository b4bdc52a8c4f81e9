"""``doorstep leads export|erase|merge|split|retention``: people, for whoever looks after them."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from rich.console import Console
from rich.table import Table

from bot import control, people, retention
from bot.commands.counting import counted
from bot.commands.options import with_settings
from bot.commands.printed.progress import progress
from bot.commands.reading import with_store
from bot.dialogue.site import Site
from bot.errors import UserMistake
from bot.leads import words
from bot.library import Library
from bot.opening import database_path
from bot.operations import site_of
from bot.person_page import page
from bot.settings import Settings
from storage.restoring import ASIDE
from storage.rows import Conversation, Lead
from storage.sqlite import SqliteReader

T = TypeVar("T")
ODD_IDS: Final = {"ignore_unknown_options": True}  # an id may begin with a dash
READ: Final = (
    "somebody reads the files at this moment, a backup for example: the last traces go within a "
    "minute after that, by the running server or at its next start"
)
REASON: Final = 200  # characters of it
GONE: Final = {
    "lead": "leads",
    "conversation": "chats",
    "message": "messages",
    "answer": "answers",
    "consent": "consents",
    "upload": "files",
}


@click.command("export", context_settings=ODD_IDS)
@click.argument("who", metavar="WHO", type=click.UNPROCESSED)
@click.option("--html", "as_html", is_flag=True, help="A page to read, instead of JSON.")
@click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path), help="Into a file, for you only."
)
@with_settings
def export(who: str, as_html: bool, out: Path | None, settings: Settings) -> None:
    """All that is stored of a person, and nothing of anybody else, as JSON or as a page.

    \b
    Example:  doorstep leads export +15125550142 --html --out zita.html
              doorstep leads export zita@example.com > zita.json
              doorstep leads export telegram:4242

    WHO is a phone number, an e-mail address, telegram:CHAT, or the id of a lead.
    """
    site = site_of(settings)

    async def read(store: SqliteReader) -> dict[str, Any]:
        found = await people.find(store, site, who)
        return await people.export(store, site, found, datetime.now(UTC))

    told = with_store(settings, read)
    text = page(told) if as_html or (out and out.suffix == ".html") else people.page_json(told)
    if out is None:
        click.echo(text, nl=False)
        return
    _write(out, text)
    click.echo(f"{out}: {counted(len(told['leads']), 'leads')}", err=True)


@click.command("erase", context_settings=ODD_IDS)
@click.argument("who", metavar="WHO", type=click.UNPROCESSED)
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_settings
def erase(who: str, yes: bool, settings: Settings) -> None:
    """Erase a person for good: shows what will go, asks, and leaves no trace in any file.

    \b
    Example:  doorstep leads erase +15125550142
              doorstep leads erase zita@example.com --yes

    WHO is a phone number, an e-mail address, telegram:CHAT, or the id of a lead. Whoever said
    stop stays on the do-not-contact list, by a keyed hash. Backups that you made before still
    hold the person; restoring one erases them again.
    """
    found, counts = with_store(settings, lambda store: _look(store, site_of(settings), who))
    _show(found, counts)
    if not yes and not _agreed("Erase all of this for good?"):
        raise UserMistake("nothing was erased")
    values = {
        "who": who,
        "leads": [lead.id for lead in found.leads],
        "conversations": [row.id for row in found.conversations],
        "keys": list(found.keys),
    }
    done = control.ask(settings, "leads.erase", values)
    click.echo(f"erased: {_counted(done['gone'])}")
    if not done["scrubbed"]:
        click.echo(READ, err=True)
    for path in _aside(settings):
        click.echo(f"{path} was set aside by a restore and may hold them: rm {path}", err=True)


@click.command("allow", context_settings=ODD_IDS)
@click.argument("who", metavar="WHO", type=click.UNPROCESSED)
@click.option("--because", metavar="WORDS", required=True, help="What they said, and how.")
@with_settings
def allow(who: str, because: str, settings: Settings) -> None:
    """Take somebody off the do-not-contact list, as they wish to hear from you again.

    \b
    Example:  doorstep leads allow +15125550142 --because "rang us on 3 March, wants offers"

    WHO is a phone number, an e-mail address, telegram:CHAT, or the id of a lead. Who did it, when
    and why stays in the lead's timeline. It is no consent to marketing.
    """
    reason = words.one_line(because, REASON)
    if not reason:
        raise UserMistake('say why: --because "rang us on 3 March, wants offers"')
    values = {"who": who, "because": reason, "by": _me()}
    done = control.ask(settings, "leads.allow", values)
    click.echo(f"{who} may be contacted again: {done['gone']} entries are gone from the list")


@click.command("merge", context_settings=ODD_IDS)
@click.argument("one", metavar="ID", type=click.UNPROCESSED)
@click.argument("other", metavar="ID", type=click.UNPROCESSED)
@with_settings
def merge(one: str, other: str, settings: Settings) -> None:
    """Two leads are one person's wish: they become one, with the history of both.

    \b
    Example:  doorstep leads merge Jd0mK3Za x81LqPwe
    """
    first, second = (_one(settings, id_) for id_ in (one, other))
    values = {"one": first.id, "other": second.id, "who": "command"}
    done = control.ask(settings, "leads.merge", values)
    click.echo(f"{done['kept']} has {done['visits']} chats now")


@click.command("split", context_settings=ODD_IDS)
@click.argument("id_", metavar="ID", type=click.UNPROCESSED)
@click.argument("chats", metavar="[CHAT]…", nargs=-1, type=click.UNPROCESSED)
@with_settings
def split(id_: str, chats: tuple[str, ...], settings: Settings) -> None:
    """A lead is two people's who share a number: these chats become a lead of their own.

    \b
    Example:  doorstep leads split Jd0mK3Za            lists its chats
              doorstep leads split Jd0mK3Za Qw8k       takes that one out

    The two are never merged again by themselves.
    """
    lead = _one(settings, id_)
    rows = with_store(settings, lambda store: store.conversations_of(lead.id))
    if not chats:
        _show_chats(lead, rows)
        return
    values = {
        "lead": lead.id,
        "conversations": [_chat(rows, beginning) for beginning in chats],
        "who": "command",
    }
    done = control.ask(settings, "leads.split", values)
    click.echo(f"{done['kept']} and {done['fresh']} are two leads now")


@click.command("retention")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@with_settings
def retain(dry_run: bool, settings: Settings) -> None:
    """Erase what has been kept for as long as its flow says (retention_days). The running server
    does it every day by itself.

    \b
    Example:  doorstep leads retention --dry-run
    """
    flows = Library.load(settings.flows, settings.site).flows
    if dry_run:
        due = with_store(settings, lambda store: retention.due(store, flows, datetime.now(UTC)))
        _by_flow(due.by_flow, {name: retention.days_of(flows, name) for name in due.by_flow})
        chats, leads = counted(due.conversations, "chats"), counted(due.leads, "leads")
        click.echo(f"{chats} and {leads} would go", err=True)
        return
    with progress("erasing") as tell:
        done = control.ask(settings, "leads.retention", {}, tell)
    click.echo(f"{done['gone']} chats are gone", err=True)


COMMANDS: Final = (export, erase, allow, merge, split, retain)


async def _look(store: SqliteReader, site: Site, who: str) -> tuple[people.Found, dict[str, int]]:
    found = await people.find(store, site, who)
    if await people.set_apart(store, found):
        named = ", ".join(f"{lead.id[: people.SHORT]} ({lead.name})" for lead in found.leads)
        raise UserMistake(f"several people share {who}: give the id of a lead: {named}")
    ids = [row.id for row in found.conversations]
    stored = await store.everything_of([lead.id for lead in found.leads], ids)
    return found, {table: len(rows) for table, rows in stored.items()}


def _show(found: people.Found, counts: Mapping[str, int]) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("lead", "who", "reach", "flow", "chats", "last heard"):
        table.add_column(title)
    for lead in found.leads:
        reach = words.phone(lead.phone) if lead.phone else lead.email or lead.channel
        heard = f"{lead.updated_at.astimezone():%Y-%m-%d %H:%M}"
        name = words.one_line(lead.name, 40) or "—"
        table.add_row(
            lead.id[: people.SHORT], name, words.one_line(reach, 40), lead.flow,
            str(lead.visits), heard,
        )  # fmt: skip
    console = Console(highlight=False, emoji=False, markup=False, stderr=True)
    if found.leads:
        console.print(table)
    console.print(f"this will go: {_counted(counts)}")


def _show_chats(lead: Lead, rows: list[Conversation]) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("chat", "began", "channel", "flow"):
        table.add_column(title)
    for row in rows:
        began = f"{row.created_at.astimezone():%Y-%m-%d %H:%M}"
        table.add_row(row.id[: people.SHORT], began, row.channel, row.flow)
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(f"{lead.id}  {words.one_line(lead.name, 40)}")
    console.print(table)


def _by_flow(counts: Mapping[str, int], days: Mapping[str, int]) -> None:
    for flow, count in counts.items():
        click.echo(f"{flow}: {counted(count, 'chats')}, nothing heard for {days[flow]} days")


def _counted(counts: Mapping[str, int]) -> str:
    parts = [counted(counts[table], name) for table, name in GONE.items() if counts.get(table)]
    return ", ".join(parts) or "nothing"


def _one(settings: Settings, beginning: str) -> Lead:
    found = with_store(settings, lambda store: people.find(store, site_of(settings), beginning))
    if len(found.leads) != 1:
        raise UserMistake(f"{beginning} is {len(found.leads)} leads: give the id of one")
    return found.leads[0]


def _chat(rows: list[Conversation], beginning: str) -> str:
    found = [row.id for row in rows if row.id.startswith(beginning)]
    if len(found) != 1:
        raise UserMistake(f"{beginning} begins {len(found)} of its chats: doorstep leads split ID")
    return found[0]


def _aside(settings: Settings) -> list[Path]:
    """Databases that a restore has put away, which no erasure reaches."""
    return sorted(database_path(settings).parent.glob(f"*{ASIDE}*"))


def _me() -> str:
    """Who sits here, as the system knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "command"


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise UserMistake("nobody is here to be asked: say --yes")
    return click.confirm(question, err=True)


def _write(out: Path, text: str) -> None:
    if out.exists():
        raise UserMistake(f"{out} is there already: give another name")
    try:
        out.touch(mode=0o600)
        out.write_text(text, "utf-8")
    except OSError as error:
        raise UserMistake(f"{out} cannot be written: {error.strerror}") from None
