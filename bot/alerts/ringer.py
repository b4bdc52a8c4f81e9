"""Sends the rows of alerts: rings an agent or a group, edits, says a line in a chat.

Whatever a row was queued for, what is sent is composed from the lead as it is now.
"""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

import structlog

from bot.alerts import outgoing
from bot.alerts.cards import KINDS as CARDS
from bot.alerts.cards import Cards
from bot.alerts.claiming import Claims
from bot.alerts.desk import Desk
from bot.alerts.digests import Digests, digest_id, is_digest, next_minute
from bot.alerts.directory import Addressee, Group
from bot.alerts.editor import Editor
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome, was_unsure
from bot.alerts.talk import UNKNOWN_MESSAGE, Moved, Posted
from bot.alerts.timers import Timers
from bot.alerts.topics import Topics
from bot.alerts.view import RANG_LATER, Case, View, view
from bot.leads.routing import members
from storage.rows import AlertCopy, Event, Outgoing

if TYPE_CHECKING:
    from bot.alerts.telegram import Messenger

BY_INBOX = "inbox"
MOVES = 3  # a group that moves more often than this is not followed
ALWAYS_SILENT = ("mine", "remind", *CARDS)
SUPERSEDED = "its agent is rung instead"

log = structlog.get_logger("alerts")


class Ringer:
    """The sender of ``alert.*`` rows. Without a messenger everything ends in the inbox."""

    def __init__(self, desk: Desk, claims: Claims) -> None:
        self._desk = desk
        self._editor, self._timers = Editor(desk), Timers(desk)
        self._digests, self._cards = Digests(desk, claims), Cards(desk)
        self._topics = Topics(desk)

    async def send(self, row: Outgoing) -> Outcome:
        """Send a row."""
        if self._timers.knows(row):
            return await self._timers.run(row)
        if self._desk.messenger is None:
            return Delivered(BY_INBOX)
        return await self._send(row)

    async def _send(self, row: Outgoing) -> Outcome:
        payload = json.loads(row.payload)
        if row.kind == "alert.say":
            return await self._say(row, payload)
        box = self._desk.directory.box(str(payload.get("agent", "")))
        if is_digest(row.lead_id):
            return await self._digest(row, box, payload)
        case = await self._desk.cases.open(row.lead_id)
        if case is None:
            return Delivered("the lead is gone")
        if box is None:
            return self._instead(row, case, Hopeless("this agent is not in site.yaml any more"))
        if row.kind == "alert.edit":
            return await self._editor.edit(row, case, box, payload)
        return await self._ring(row, case, box, payload)

    async def _digest(
        self, row: Outgoing, box: Addressee | None, payload: dict[str, Any]
    ) -> Outcome:
        if box is None:
            return Hopeless("this agent is not in site.yaml any more")
        if row.kind == "alert.edit":
            return await self._digests.edit(row, box)
        return await self._digests.send(row, box, payload)

    async def _ring(  # noqa: PLR0911 - each way out is a reason not to ring
        self, row: Outgoing, case: Case, box: Addressee, payload: dict[str, Any]
    ) -> Outcome:
        """A message about a lead, unless it is needless or another is sent in its place."""
        if case.gone or (case.owner and row.kind == "alert.up"):
            return Delivered("not needed any more")
        chat = await self._desk.directory.chat_of(box.id)
        if not chat:
            return Delivered(BY_INBOX)
        if (owner := self._owner_instead(row, case, box)) is not None:
            return Delivered(SUPERSEDED, then=(owner,))
        kind = _kind(row, payload, case)
        if kind in CARDS:
            return await self._cards.send(row, case, box, chat, kind)
        unsure = was_unsure(row)
        silent = unsure or bool(payload.get("silent")) or not self._may_sound(case, box, kind)
        if not silent and not self._desk.budget.take(box.id, self._desk.clock()):
            return await self._bundle(case, box)
        shown = view(case, box.id, kind, self._desk.signer, repeat=unsure)
        posted = await self._post(case, box, chat, shown, silent=silent, kind=kind)
        if isinstance(posted, Hopeless):
            return self._instead(row, case, posted)
        if isinstance(posted, Again):
            return posted
        return await self._rang(case, box, kind, posted, shown)

    async def _rang(
        self, case: Case, box: Addressee, kind: str, posted: Posted, shown: View
    ) -> Delivered:
        """It is in the chat: remember what is shown there."""
        if posted.message_id == UNKNOWN_MESSAGE:
            return Delivered("telegram")
        copy = AlertCopy(
            lead_id=case.facts.lead_id,
            agent=box.id,
            chat_id=posted.chat_id,
            message_id=posted.message_id,
            kind=kind,
            at=self._desk.clock(),
            digest=shown.digest,
        )
        return Delivered("telegram", copy, await self._overtaken(case, box, copy))

    def _owner_instead(self, row: Outgoing, case: Case, box: Addressee) -> Outgoing | None:
        """A lead that somebody had before it became hot rings its agent, and nobody else."""
        if row.kind != "alert.hot" or not _had_before(case) or case.owner == box.id:
            return None
        owner = self._desk.directory.agent(case.owner)
        return outgoing.ring(row.lead_id, owner, self._desk.clock()) if owner else None

    def _may_sound(self, case: Case, box: Addressee, kind: str) -> bool:
        """Whether this may make a sound now, for whoever reads it."""
        if kind in ALWAYS_SILENT or case.story.reason(box.id):
            return False
        if case.owner:
            mine = case.owner == box.id
            return mine and (kind != "hot" or _had_before(case)) and self._there(case, box)
        return self._there(case, box)

    def _there(self, case: Case, box: Addressee) -> bool:
        """Whether somebody of those who read it works now."""
        ids = members((box.id,), self._desk.cases.site())
        agents = (self._desk.directory.agent(id_) for id_ in ids)
        return any(self._desk.works(agent, case) for agent in agents if agent is not None)

    async def _bundle(self, case: Case, box: Addressee) -> Outcome:
        """Too many for this minute: it is told with the others at its end."""
        now, lead_id = self._desk.clock(), case.facts.lead_id
        digest = digest_id(box.id, f"b{now:%y%m%d-%H%M}")
        await self._digests.add(digest, box.id, lead_id, now)
        due = next_minute(now)
        timer = outgoing.timer("bundle", digest, due, now, agent=box.id, digest=digest)
        data = json.dumps({"agent": box.id, "digest": digest})
        return Delivered(
            "with the others", then=(timer,), events=(Event(lead_id, "digest", "bot", data, now),)
        )

    async def _post(
        self, case: Case, box: Addressee, chat: str, shown: View, *, silent: bool, kind: str
    ) -> Posted | Again | Hopeless:
        """Post a view, following a group that moved, and plainly where its markup is refused."""
        messenger = self._desk.messenger
        if messenger is None:
            return Hopeless("there is no Telegram")
        answers = await self._answers(case, box, kind)
        for _ in range(MOVES):
            thread = await self._topics.of(case, chat) if isinstance(box, Group) else 0
            if isinstance(thread, Again):
                return thread
            posted = await self._try(messenger, chat, shown, silent, thread, answers)
            if not isinstance(posted, Moved):
                return posted
            chat = posted.chat_id
            await self._desk.directory.bind(box.id, chat)
        return Hopeless("the group keeps moving")

    async def _try(  # noqa: PLR0917 - what a message needs
        self, messenger: Messenger, chat: str, shown: View, silent: bool, thread: int, answers: int
    ) -> Posted | Again | Hopeless | Moved:
        posted = await messenger.post(
            chat,
            shown.text,
            shown.keyboard,
            silent=silent,
            thread=thread,
            answers=answers,
            picture=shown.picture,
        )
        if isinstance(posted, Hopeless) and _our_fault(posted):
            log.error("alert.refused", why=posted.why)
            plain, claim = unescape(shown.text), shown.keyboard[:1]
            posted = await messenger.post(chat, plain, claim, silent=silent, html=False)
        return posted

    async def _answers(self, case: Case, box: Addressee, kind: str) -> int:
        """The message that this one answers: a return answers the first alert."""
        if kind.partition(":")[0] not in ("back", "remind"):
            return 0
        copies = await self._desk.store.alert_copies(case.facts.lead_id)
        return next((copy.message_id for copy in copies if copy.agent == box.id), 0)

    async def _overtaken(
        self, case: Case, box: Addressee, copy: AlertCopy
    ) -> tuple[Outgoing, ...]:
        """An edit for a copy that was out of date when it arrived: somebody claimed meanwhile."""
        lead = await self._desk.store.lead(copy.lead_id)
        if lead is None or (lead.owner, lead.status, lead.band) == case.standing:
            return ()
        cause = f"late:{copy.message_id}"
        return (outgoing.edit(copy.lead_id, box, cause, self._desk.clock()),)

    def _instead(self, row: Outgoing, case: Case, failed: Hopeless) -> Hopeless:
        """Ring the next one who was not rung yet, and write down why."""
        now, lead = self._desk.clock(), row.lead_id
        if row.kind == "alert.edit" or case.owner or case.gone:
            return failed
        routing = self._desk.routing(case, now)
        order = dict.fromkeys(id_ for rung in routing.rungs for id_ in rung.agents)
        tried = {*case.story.rung, json.loads(row.payload).get("agent")}
        following = self._desk.directory.box(next((a for a in order if a not in tried), ""))
        told = {"agents": [following.id] if following else [], "why": failed.why}
        data = json.dumps({**told, "failed": json.loads(row.payload).get("agent")})
        events = (Event(lead, "passed_on", "bot", data, now),)
        then = (outgoing.ring(lead, following, now),) if following else ()
        return replace(failed, then=then, events=events)

    async def _say(self, row: Outgoing, payload: dict[str, Any]) -> Outcome:
        """A plain message to a chat."""
        if self._desk.messenger is None:
            return Delivered("there is no Telegram")
        chat, silent = str(payload["chat"]), was_unsure(row) or bool(payload.get("silent"))
        done = await self._desk.messenger.post(
            chat, str(payload["text"]), silent=silent, html=False
        )
        if isinstance(done, Posted):
            if row.lead_id and done.message_id != UNKNOWN_MESSAGE:
                now = self._desk.clock()
                await self._desk.store.keep_post(chat, done.message_id, row.lead_id, now)
            return Delivered("telegram")
        return Hopeless("the chat moved away") if isinstance(done, Moved) else done


def _kind(row: Outgoing, payload: dict[str, Any], case: Case) -> str:
    """What the copy of this row is; a lead that its agent knows already tells what is new."""
    if row.kind == "alert.hot" and case.story.back is not None and _had_before(case):
        return f"back:{case.story.back.visit}"
    if row.kind == "alert.up":
        return f"{RANG_LATER}:{payload.get('after', 0)}"
    return str(payload.get("copy", "hot"))


def _had_before(case: Case) -> bool:
    """Whether somebody had this lead already when it became hot."""
    hot, claimed = case.story.hot_at, case.claimed_at
    return bool(case.owner and hot and claimed and claimed < hot)


def _our_fault(refused: Hopeless) -> bool:
    """Whether Telegram refused how we wrote it, not whom we wrote to."""
    return any(word in refused.why.lower() for word in ("entities", "button", "keyboard"))
