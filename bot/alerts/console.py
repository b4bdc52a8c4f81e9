"""The alert as a line in the terminal, for whoever runs Doorstep without Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from bot.alerts.cases import Cases
from bot.leads import alert_text, words
from bot.leads.facts import zone
from bot.news import LEADS, LeadNews, News, rings
from storage.store import StoreError

RELISTEN = 1.0
PAUSE = 0.05  # seconds between lines: nobody reads more, and visitors are not held up for them
WIDTH = 20  # characters of a colleague's name

log = structlog.get_logger("alerts")


class Console:
    """Prints a hot lead and its claim at a glance; ``printer`` gets one line without its end."""

    def __init__(
        self,
        news: News,
        cases: Cases,
        printer: Callable[[str], None],
        *,
        colour: bool,
        watched: bool = True,
    ) -> None:
        """``watched``: a person reads it. What goes into a file or a journal names nobody."""
        self._news, self._cases = news, cases
        self._print, self._colour, self._watched = printer, colour, watched

    async def run(self) -> None:
        """Print until cancelled."""
        while True:
            with self._news.listen(LEADS, rings) as subscription:
                async for item in subscription:
                    if isinstance(item, LeadNews):
                        await self._show(item)
                        await asyncio.sleep(PAUSE)
                    if subscription.closed:
                        break  # what still waits is old by now, and stands in the inbox
            await asyncio.sleep(RELISTEN)  # we lagged too far behind, or the end has come

    async def _show(self, item: LeadNews) -> None:
        if item.change not in {"hot", "claimed"}:
            return
        if not self._watched:
            self._nameless(item)
            return
        try:
            case = await self._cases.of(item.lead)
        except StoreError as error:
            log.warning("console.unreadable", why=str(error))
            return
        facts = case.facts
        if item.change == "claimed":
            at = case.claimed_at or facts.at
            self._line("32", alert_text.claimed_for_others(facts, case.owner_name, at, html=False))
            return
        rung = [words.one_line((case.names or {}).get(id_, id_), WIDTH) for id_ in case.story.rung]
        who = f" → {', '.join(rung)}" if rung else ""
        parts = (alert_text.subject(facts), alert_text.contact_line(facts))
        self._line("1;31", f"{words.clock(facts.at, facts.tz)}  {'  '.join(parts)}{who}")

    def _nameless(self, item: LeadNews) -> None:
        lead = item.lead
        at = lead.claimed_at or lead.updated_at
        clock = words.clock(at, zone(self._cases.site().market(lead.market).tz))
        self._line("1;31", f"{clock}  {item.change} {lead.total} · lead {lead.id}")

    def _line(self, colour: str, text: str) -> None:
        self._print(f"\x1b[{colour}m{text}\x1b[0m" if self._colour else text)
