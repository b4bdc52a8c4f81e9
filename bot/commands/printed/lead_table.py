"""The list of leads as a table for people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.commands.printed import palette
from bot.dialogue.site import Site
from bot.leads import alert_text, words
from bot.leads.facts import facts_of_lead
from storage.rows import Lead

BAND_WORDS = {"disqualified": "out"}
NARROW = 20  # columns for a name where there is little room
SHORT_ID = 8  # characters of an id that a person sees and may type


def table(leads: Sequence[Lead], site: Site, now: datetime, *, wide: bool) -> Table:
    """Newest first: one row a lead where there is room, else two lines."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    made.add_column("id", style="dim", no_wrap=True, min_width=SHORT_ID)
    made.add_column("score", no_wrap=True, min_width=9)
    if wide:
        made.add_column("who", ratio=2, overflow="ellipsis", no_wrap=True)
    else:
        most = max((len(_reach(lead)) for lead in leads if lead.phone), default=0)
        made.add_column(
            "who", overflow="ellipsis", no_wrap=True, min_width=most, max_width=max(most, NARROW)
        )
    made.add_column("wish", ratio=3, overflow="ellipsis", no_wrap=True)
    if wide:
        made.add_column("reach", overflow="ellipsis", no_wrap=True, max_width=26)
        made.add_column("owner", overflow="ellipsis", no_wrap=True, max_width=16)
        made.add_column("last heard", justify="right", no_wrap=True)
    for lead in leads:
        made.add_row(*(_wide if wide else _narrow)(_Cells(lead, site, now)))
    return made


class _Cells:
    """What the columns of one lead say."""

    def __init__(self, lead: Lead, site: Site, now: datetime) -> None:
        facts = facts_of_lead(lead, site, lead.updated_at)
        owner = next((agent.name for agent in site.agents if agent.id == lead.owner), lead.owner)
        style = palette.BANDS.get(lead.band, "")
        self.id = Text(lead.id[:SHORT_ID])
        self.score = Text(f"{lead.total:>3} {BAND_WORDS.get(lead.band, lead.band)}", style)
        self.who = Text(words.one_line(lead.name, 40) or "—")
        self.wish = Text(alert_text.wish(facts) or lead.flow)
        self.reach = Text(_reach(lead))
        if lead.phone:  # a number that is cut is no number
            self.reach.no_wrap, self.reach.overflow = False, "fold"
        self.owner = Text(words.one_line(owner, 24), "green")
        self.heard = Text(palette.ago(lead.updated_at, now), "dim")


def _wide(cells: _Cells) -> tuple[RenderableType, ...]:
    return (
        cells.id, cells.score, cells.who, cells.wish, cells.reach, cells.owner, cells.heard,
    )  # fmt: skip


def _narrow(cells: _Cells) -> tuple[RenderableType, ...]:
    below = Text(" · ").join(part for part in (cells.owner, cells.heard) if part)
    return (
        cells.id, cells.score, Group(cells.who, cells.reach), Group(cells.wish, below),
    )  # fmt: skip


def _reach(lead: Lead) -> str:
    if lead.phone:
        return words.phone(lead.phone)
    if lead.email:
        return words.one_line(lead.email, 32)
    return "Telegram" if lead.channel == "telegram" else "—"
