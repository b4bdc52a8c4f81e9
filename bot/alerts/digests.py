"""The digest: warm leads three times a day without a sound, and hot ones beyond the budget.

A digest has an id that stands in a lead's place in buttons, copies and edits. What it lists is
kept under that id; whether a lead was listed stands on the lead's own timeline.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from html import escape
from typing import Any, Final

from bot.alerts import keyboards, outgoing
from bot.alerts.callbacks import short
from bot.alerts.claiming import Claims, Done
from bot.alerts.desk import Desk
from bot.alerts.directory import Addressee
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome, was_unsure
from bot.alerts.talk import Moved, Posted
from bot.alerts.view import Case, View
from bot.dialogue.site import Agent
from bot.leads import notices
from bot.leads.routing import local_of
from storage.rows import AlertCopy, Event, Outgoing

PREFIX: Final = "digest:"
KIND: Final = "digest"
LISTED: Final = 40  # leads of one digest


def is_digest(lead_id: str) -> bool:
    """Whether a button, copy or edit is about a digest instead of a lead."""
    return lead_id.startswith(PREFIX)


class Digests:
    """Sends digests, keeps them true, and does what their buttons say."""

    def __init__(self, desk: Desk, claims: Claims) -> None:
        self._desk, self._claims = desk, claims

    async def send(self, row: Outgoing, box: Addressee, payload: dict[str, Any]) -> Outcome:
        """Send a digest, or nothing where all its leads are taken by now."""
        if self._desk.messenger is None:
            return Delivered("inbox")
        digest, kept = row.lead_id, await self._kept(row.lead_id)
        shown = await self._view(digest, box, kept)
        if shown is None:
            return Delivered("nothing left to tell")
        chat = await self._desk.directory.chat_of(box.id)
        if not chat:
            return Delivered("inbox")
        mark = "↻ sent again after a broken connection\n" if was_unsure(row) else ""
        posted = await self._desk.messenger.post(
            chat, mark + shown.text, shown.keyboard, silent=not payload.get("loud")
        )
        if isinstance(posted, Moved):
            await self._desk.directory.bind(box.id, posted.chat_id)
            return Again("the chat moved")
        if not isinstance(posted, Posted):
            return posted
        now = self._desk.clock()
        copy = AlertCopy(
            digest, box.id, posted.chat_id, posted.message_id, KIND, now, shown.digest
        )
        return Delivered("telegram", copy)

    async def edit(self, row: Outgoing, box: Addressee) -> Outcome:
        """Bring a digest up to date: some of its leads are taken."""
        copies = await self._desk.store.alert_copies(row.lead_id)
        copy = next((copy for copy in copies if copy.agent == box.id), None)
        shown = await self._view(row.lead_id, box, await self._kept(row.lead_id), all_=True)
        if copy is None or shown is None or self._desk.messenger is None:
            return Delivered("nothing to edit")
        if shown.digest == copy.digest:
            return Delivered("nothing to edit")
        at = Posted(copy.chat_id, copy.message_id)
        done = await self._desk.messenger.edit(at, shown.text, shown.keyboard)
        if isinstance(done, Posted):
            return Delivered("edited", replace(copy, digest=shown.digest))
        return done if isinstance(done, (Again, Hopeless)) else Hopeless("the chat moved away")

    async def keep(
        self, digest: str, agent: str, leads: list[str], since: datetime, *, burst: bool = False
    ) -> None:
        """Remember what a digest lists, before it is sent."""
        kept = keeping(leads, agent, since, self._desk.clock(), burst=burst)
        await self._desk.store.set_setting(digest, kept)

    async def add(self, digest: str, agent: str, lead_id: str, since: datetime) -> None:
        """One more lead for a digest that is not sent yet. Rows of one agent come one by one."""
        leads = list((await self._kept(digest)).get("leads", []))
        if lead_id not in leads:
            await self.keep(digest, agent, [*leads, lead_id], since, burst=True)

    async def take_all(self, digest: str, agent: Agent) -> Done:
        """Claim whatever of a digest is still free."""
        kept = await self._kept(digest)
        if not kept:
            return Done(False, "This digest is no longer there.")
        done = [await self._claims.claim(lead, agent.id) for lead in kept["leads"]]
        won = sum(one.ok and one.text.startswith("Yours") for one in done)
        return Done(True, f"{won} of {len(done)} are yours now.")

    async def skip(self, _digest: str, agent: Agent) -> Done:
        """No more digests today: what comes is in the first one of tomorrow."""
        today = local_of(agent, self._desk.cases.site(), self._desk.clock()).date()
        await self._desk.store.set_setting(skip_name(agent.id), today.isoformat())
        return Done(True, "No more digests today. They come back tomorrow at 08:30.")

    async def _kept(self, digest: str) -> dict[str, Any]:
        found = await self._desk.store.setting(digest)
        return dict(json.loads(found)) if found else {}

    async def _view(
        self, digest: str, box: Addressee, kept: dict[str, Any], *, all_: bool = False
    ) -> View | None:
        """What a digest shows: taken leads lose their button, and their line names who has them.
        None where nothing is left and nothing was shown before."""
        cases = [await self._desk.cases.open(id_) for id_ in kept.get("leads", [])[:LISTED]]
        there = [case for case in cases if case is not None]
        free = [case for case in there if not case.owner and not case.gone]
        if not free and not all_:
            return None
        if not there:
            return View("🌤 Nothing of this digest is left.")
        shown = there if all_ else free
        now, since = (datetime.fromisoformat(kept[name]) for name in ("at", "since"))
        tz = shown[0].facts.tz
        head = notices.burst if kept.get("burst") else notices.digest
        facts = [case.facts for case in shown]
        lines = head(facts, since, now, tz, html=True).split("\n")
        lines = [self._line(line, n, shown, box) for n, line in enumerate(lines)]
        ids = ["" if case.owner or case.gone else case.facts.lead_id for case in shown]
        numbers = ids[: notices.DIGEST_ROWS]
        keyboard = keyboards.digest(self._desk.signer, box.id, digest, numbers)
        return View("\n".join(lines), keyboard)

    def _line(self, line: str, n: int, shown: list[Case], box: Addressee) -> str:
        """A lead's line as it is, or who took it."""
        if not 1 <= n <= min(len(shown), notices.DIGEST_ROWS):
            return line
        case = shown[n - 1]
        if case.gone:
            return f"{n} ⛔ no longer a lead"
        if not case.owner:
            return line
        who = "yours" if case.owner == box.id else escape(f"{case.owner_name} has it")
        name = line.split(" · ", 1)[0]
        return f"{name} · ✅ {who}"


def keeping(
    leads: list[str], agent: str, since: datetime, at: datetime, *, burst: bool = False
) -> str:
    """What a digest lists, as it is stored."""
    what = {"leads": leads, "agent": agent, "since": since.isoformat(), "at": at.isoformat()}
    return json.dumps(what | {"burst": burst})


def digest_id(agent: str, name: str) -> str:
    """The id of an agent's digest, short enough for a button."""
    return f"{PREFIX}{name}-{short(agent)}"


def skip_name(agent: str) -> str:
    """The setting that keeps the day an agent skipped."""
    return f"skip:{agent}"


def row_of(digest: str, box: Addressee, now: datetime, *, loud: bool = False) -> Outgoing:
    """The row that sends a digest."""
    payload = json.dumps({"agent": box.id, "loud": loud})
    lane = outgoing.lane_of(box)
    return Outgoing(
        f"{digest}:{box.id}", "alert.digest", lane, payload, now, digest, created_at=now
    )


def listed(lead_id: str, agent: str, digest: str, now: datetime) -> Event:
    """A lead stands in a digest: it is told once."""
    data = json.dumps({"agent": agent, "digest": digest})
    return Event(lead_id, "digest", "bot", data, now)


def next_minute(now: datetime) -> datetime:
    """When what was too much for this minute is told together."""
    return now.replace(second=0, microsecond=0) + timedelta(minutes=1)
