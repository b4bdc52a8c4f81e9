"""After something happened to a lead: every copy that people hold of it is looked at again."""

from __future__ import annotations

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.view import Case
from bot.news import LEADS, LeadNews
from storage.rows import Outgoing


async def edits(desk: Desk, case: Case, cause: str, *also: str) -> tuple[Outgoing, ...]:
    """An edit for everybody who was rung or holds a copy, and for each digest that lists the
    lead. The lanes keep them behind a ring that is still on its way."""
    lead_id, now = case.facts.lead_id, desk.clock()
    copies = await desk.store.alert_copies(lead_id)
    ids = dict.fromkeys((*also, *case.story.rung, *(copy.agent for copy in copies)))
    boxes = [box for id_ in ids if (box := desk.directory.box(id_))]
    rows = [outgoing.edit(lead_id, box, cause, now) for box in boxes]
    for agent_id, digest in case.story.digests:
        box = desk.directory.box(agent_id)
        if box is not None:
            rows.append(outgoing.edit(digest, box, f"{lead_id}:{cause}", now))
    return tuple(rows)


async def tell(desk: Desk, lead_id: str) -> None:
    """Wake the outbox, and tell the inbox and the terminal."""
    desk.wake()
    lead = await desk.store.lead(lead_id)
    if lead is not None:
        desk.news.publish(LEADS, LeadNews("claimed" if lead.owner else "changed", lead))
