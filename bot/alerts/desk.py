"""What everything that deals with agents has at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.alerts import outgoing
from bot.alerts.budget import Budget
from bot.alerts.callbacks import Signer
from bot.alerts.cases import Cases
from bot.alerts.directory import Directory
from bot.alerts.rota import Rota
from bot.alerts.view import Case
from bot.dialogue.site import Agent
from bot.leads.ladder import gives_up_after
from bot.leads.routing import Routing, route
from bot.news import News
from storage.rows import Outgoing
from storage.store import Store

if TYPE_CHECKING:
    from bot.alerts.telegram import Messenger  # loads the library, which not everybody needs


@dataclass(frozen=True, slots=True)
class Desk:
    """Put together once, in ``service``."""

    store: Store
    cases: Cases
    directory: Directory
    signer: Signer
    messenger: Messenger | None  # None: no token, everything ends in the inbox
    news: News
    clock: Callable[[], datetime]
    wake: Callable[[], None]  # the outbox has something new
    rota: Rota
    secret: str = field(default="", repr=False)  # signs buttons and links
    budget: Budget = field(default_factory=Budget)
    tells_visitors: bool = False  # somebody sends rows of the kind "visitor.…"
    mails: bool = False  # somebody sends rows of the kind "mail.…"

    def routing(self, case: Case, now: datetime) -> Routing:
        """Who would be rung for this lead now."""
        return route(case.facts, self.cases.site(), now, roster=self.rota.roster)

    def works(self, agent: Agent, case: Case) -> bool:
        """Whether this agent may be rung aloud now."""
        return self.rota.works(agent, case.facts.market)

    def climbing(
        self, case: Case, routing: Routing, now: datetime, cause: str
    ) -> tuple[Outgoing, ...]:
        """A second climb of the ladder from now on, with its end; ``cause`` tells it from the
        first."""
        lead_id = case.facts.lead_id
        rungs = [
            outgoing.timer(
                "ladder",
                f"{lead_id}:{cause}:{rung.after}",
                now + timedelta(seconds=rung.after),
                now,
                lead_id,
                after=rung.after,
                to=rung.to,
                agents=rung.agents,
                cause=cause,
            )
            for rung in routing.rungs
            if rung.after
        ]
        end = now + timedelta(seconds=gives_up_after(routing.rungs))
        return (*rungs, outgoing.timer("unanswered", f"{lead_id}:{cause}", end, now, lead_id))
