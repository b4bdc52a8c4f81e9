"""Who is this? Around a turn: its lead becomes part of the one that the same person has already,
a returning visitor is welcomed with what they said themselves, and one who wants everything
deleted takes nothing along that is somebody else's.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.compact import encode
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.events import Start
from bot.dialogue.session import Session, load
from bot.editions import Editions
from bot.errors import DoorstepError
from bot.lead_rows import lead_row, whole
from bot.leads import persons
from bot.leads.persons import Candidate, Decision
from bot.leads.timeline import story_of
from bot.planning import Held, Plan, is_erased
from bot.talk import Proof
from storage.rows import Conversation, Erasure, Event, Join, Known, Lead
from storage.store import ReadStore

EARLIER: Final = "earlier"  # in a session's context: the conversation this browser had before
CHAIN: Final = 20  # conversations of one browser that are followed back


class Recognition:
    """What the store knows of the person behind a turn."""

    def __init__(self, store: ReadStore, editions: Editions) -> None:
        self._store, self._editions = store, editions

    async def shown(self, peer: str, proof: Proof | None) -> Conversation | None:
        """The earlier conversation that a visitor has shown to be theirs."""
        if peer:
            return await self._store.conversation_of_peer("telegram", peer)
        row = await self._store.conversation(proof.conversation) if proof is not None else None
        if row is None or proof is None:
            return None
        return row if hmac.compare_digest(row.token_hash, proof.token_hash) else None

    async def welcome(
        self, flow: str, start: Start, earlier: Conversation | None, now: datetime
    ) -> Start:
        """The start of a visitor who has shown that an earlier conversation was theirs."""
        session = _session(earlier)
        if earlier is None or session is None or is_erased(session):
            return start
        known = await self._recalled(earlier, session, flow, now)
        return replace(
            start,
            known={**known, **start.known},
            returning=start.returning or bool(session.turns),
            earlier=earlier.id if earlier.channel == "web" else "",
        )

    async def _recalled(
        self, earlier: Conversation, session: Session, flow: str, now: datetime
    ) -> dict[str, Any]:
        consents = await self._store.consents(earlier.id)
        agreed = any(row.granted and row.purpose == "contact" for row in consents)
        phone, email = (session.fields.get(name) or "" for name in ("phone", "email"))
        mine = (persons.phone_key(str(phone)), persons.email_key(str(email)))
        may = await self._store.may_contact([key for key in mine if key])
        return persons.recall(session, flow, now, consented=agreed and may)

    async def settle(
        self, held: Held, now: datetime, plan: Callable[[Held], Plan], *, moved: bool = False
    ) -> Plan:
        """The plan of a turn with what its person changes about it. ``moved``: it is the first
        one in another channel."""
        made = plan(held)
        if is_erased(made.held.session):
            return await self._erasing(held, made, now)
        lead = made.batch.lead
        if lead is None or (not moved and _is_known(held.lead, lead)):
            return made
        peer = "" if moved else held.row.peer
        before = persons.keys(held.lead, peer) if held.lead is not None else ()
        new = [key for key in persons.keys(lead, held.row.peer) if key not in before]
        if not new and held.lead is not None:
            return made
        return await self._recognised(held, made, new, plan)

    async def _recognised(
        self, held: Held, made: Plan, new: list[str], plan: Callable[[Held], Plan]
    ) -> Plan:
        lead, now = made.batch.lead, made.held.row.updated_at
        if lead is None:
            return made
        own = held.lead.id if held.lead is not None else ""
        others = await self._candidates(made.held.session, lead, new, own)
        alone = held.lead is None or held.lead.visits == 1
        decision = persons.decide(lead.flow, others, alone=alone)
        if decision.same is not None:
            made = plan(await self._joined(held, decision.same.lead.id))
        batch = replace(
            made.batch,
            keys=tuple(new),
            weighed=tuple(other.lead.id for other in others),
            join=Join(decision.same.lead.id, own) if decision.same is not None else None,
            events=(*made.batch.events, *_told(made, decision, own, now)),
        )
        return replace(made, batch=batch)

    async def _candidates(
        self, session: Session, lead: Lead, new: Sequence[str], own: str
    ) -> list[Candidate]:
        found: dict[str, tuple[Lead, list[str]]] = {}
        for key, other in await self._store.sharing(new) if new else ():
            found.setdefault(other.id, (other, []))[1].append(key.partition(":")[0])
        mine = None if own else await self._own_lead(session)
        if mine is not None:
            found.setdefault(mine.id, (mine, []))[1].append(persons.BROWSER)
        found.pop(own, None)
        apart = await self._store.apart_from(lead.id) if found and own else []
        return [
            Candidate(
                other,
                tuple(by),
                set_apart=other.id in apart,
                shared=len(found) > 1
                and not found.keys().isdisjoint(await self._store.apart_from(other.id)),
            )
            for other, by in found.values()
        ]

    async def _own_lead(self, session: Session) -> Lead | None:
        """The lead of the conversation that this browser had before."""
        before = _before(session)
        row = await self._store.conversation(before) if before else None
        return await self._store.lead(row.lead_id) if row is not None and row.lead_id else None

    async def _joined(self, held: Held, lead_id: str) -> Held:
        """The conversation as one of another lead's."""
        lead = await self._store.lead(lead_id)
        if lead is None:
            return held
        rows = await self._store.conversations_of(lead_id)
        story = story_of(await self._store.events(lead_id))
        return replace(
            held,
            lead=replace(lead, visits=len(rows) + 1),
            rung=tuple(dict.fromkeys((*story.first, *held.rung))),
            earlier=_sessions(rows, held.row.id),
        )

    async def earlier(self, lead: Lead, own: str) -> tuple[Session, ...]:
        """What the person said in their other conversations about this wish, oldest first."""
        if lead.visits < 2:
            return ()
        return _sessions(await self._store.conversations_of(lead.id), own)

    # ---- everything is to be deleted --------------------------------------------------------

    async def _erasing(self, held: Held, made: Plan, now: datetime) -> Plan:
        """What is this visitor's own goes: this conversation, and those that they have shown to
        be theirs. Whoever only typed the same number keeps what they said."""
        if is_erased(held.session):
            return made
        mine = await self._own_conversations(held)
        touched = {row.lead_id for row in mine if row.lead_id}
        gone = await self.erasure(mine, touched, "asked", now)
        gone = replace(gone, keeps=held.row.id)
        events = tuple(
            Event(known.lead.id, "erasure_asked", "visitor", "{}", now) for known in gone.rewritten
        )
        return replace(made, batch=replace(made.batch, erases=gone, events=events))

    async def erasure(
        self, mine: Sequence[Conversation], leads: set[str], why: str, now: datetime
    ) -> Erasure:
        """The erasure of conversations: their leads go with them, or go on without them."""
        ids = {row.id for row in mine}
        whole_leads: list[str] = []
        rewritten: list[Known] = []
        for lead_id in sorted(leads):
            rows = await self._store.conversations_of(lead_id)
            rest = [row for row in rows if row.id not in ids]
            known = await self.remade(lead_id, rest, now) if rest else None
            if known is None:
                whole_leads.append(lead_id)
                ids |= {row.id for row in rest}
            else:
                rewritten.append(known)
        return Erasure(
            tuple(sorted(ids)), tuple(whole_leads), why, now, rewritten=tuple(rewritten)
        )

    async def _own_conversations(self, held: Held) -> list[Conversation]:
        found = {held.row.id: held.row}
        if held.row.peer:
            rows = await self._store.conversations_of_peer(held.row.channel, held.row.peer)
            found |= {row.id: row for row in rows}
        session: Session | None = held.session
        for _ in range(CHAIN):
            before = _before(session)
            row = await self._store.conversation(before) if before else None
            if row is None or row.id in found:
                break
            found[row.id] = row
            session = _session(row)
        return list(found.values())

    # ---- leads made anew --------------------------------------------------------------------

    async def remade(
        self, lead_id: str, rows: Sequence[Conversation], now: datetime, *, as_id: str = ""
    ) -> Known | None:
        """The lead that these conversations make; None where none of them can be read."""
        old = await self._store.lead(lead_id)
        ordered = sorted(rows, key=lambda row: row.updated_at)
        said = [(row, session) for row in ordered if (session := _session(row)) is not None]
        if old is None or not said:
            return None
        last, session = said[-1]
        flow = await self._flow(session)
        if flow is None:
            return None
        memory, worth = whole(flow, session, [other for _, other in said[:-1]], now)
        fresh = lead_row(last, memory, worth, old, id_=as_id or lead_id, now=old.updated_at)
        fresh = replace(fresh, visits=len(rows))
        return Known(fresh, _keys_of(fresh, said))

    async def _flow(self, session: Session) -> CompiledFlow | None:
        found = await self._editions.of(session.flow, session.flow_hash)
        return found or self._editions.flows.get(session.flow)


def _is_known(before: Lead | None, lead: Lead) -> bool:
    """Whether a turn brought nothing by which its person could be recognised."""
    return before is not None and (before.phone, before.email) == (lead.phone, lead.email)


def _told(made: Plan, decision: Decision, own: str, now: datetime) -> tuple[Event, ...]:
    """What the timeline says of it."""
    lead = made.batch.lead
    if lead is None:
        return ()
    row, same = made.held.row, decision.same
    told = [
        Event(
            lead.id,
            "related",
            "bot",
            encode({"lead": other.lead.id, "by": other.by, "flow": other.lead.flow}),
            now,
            row.id,
        )
        for other in decision.related
    ]
    if same is not None:
        data: dict[str, Any] = {"by": same.by, "conversation": row.id, "from": own}
        names = [same.lead.name, str(made.held.session.fields.get("name") or "")]
        if all(names) and names[0].casefold() != names[1].casefold():
            data["names"] = names
        told.append(Event(lead.id, "merged", "bot", encode(data), now, row.id))
    return tuple(told)


def _sessions(rows: Sequence[Conversation], own: str) -> tuple[Session, ...]:
    ordered = sorted(rows, key=lambda row: row.updated_at)
    found = [_session(row) for row in ordered if row.id != own]
    return tuple(session for session in found if session is not None and not is_erased(session))


def _session(row: Conversation | None) -> Session | None:
    """A stored session; None where this version cannot read it."""
    try:
        return load(row.session) if row is not None else None
    except DoorstepError:
        return None


def _before(session: Session | None) -> str:
    return str(session.context.get(EARLIER, "")) if session is not None else ""


def _keys_of(lead: Lead, said: Sequence[tuple[Conversation, Session]]) -> tuple[str, ...]:
    """All that was ever given in these conversations."""
    found = dict.fromkeys(persons.keys(lead))
    for row, session in said:
        fields = session.fields
        given = (
            persons.phone_key(str(fields.get("phone") or "")),
            persons.email_key(str(fields.get("email") or "")),
            persons.telegram_key(row.peer if row.channel == "telegram" else ""),
        )
        found |= dict.fromkeys(key for key in given if key)
    return tuple(found)
