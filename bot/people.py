"""The people in the store, for whoever looks after them: found by what one knows of them,
exported whole, erased for good, merged and split by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import phonenumbers

from bot.compact import encode
from bot.dialogue.site import Site
from bot.dossier import Dossier, dossier_of
from bot.errors import UserMistake
from bot.leads import exports, persons
from bot.leads.why import explain
from bot.recognition import Recognition
from bot.records import frozen
from storage.rows import Conversation, Event, Join, Known, Lead, Split
from storage.store import Crossed, ReadStore, Store, StoreError

AMBIGUOUS: Final = 5
AGAIN: Final = 5  # times that a change by hand is made anew when the person speaks meanwhile
SHORT: Final = 8  # characters of an id that a person sees
_NUMBER = re.compile(r"\+?[\d\s().\-/]{5,30}")
_CHAT = re.compile(r"(?:telegram|tg):\s*(-?\d{1,20})", re.IGNORECASE)


@frozen
class Found:
    """Whom a word means: leads, and conversations that came to no lead."""

    who: str
    leads: tuple[Lead, ...]
    conversations: tuple[Conversation, ...]
    keys: tuple[str, ...] = ()


async def find(store: ReadStore, site: Site, who: str) -> Found:
    """The leads of a phone number, an e-mail address, a Telegram account or a lead's id; raises
    UserMistake with one sentence when that is nobody, or too many."""
    who = who.strip()
    keys = keys_in(who, site)
    if keys:
        by_key = {lead.id: lead for _, lead in await store.sharing(keys)}
        leads = list(by_key.values())
    else:
        leads = await _by_id(store, who)
    conversations = await _conversations(store, leads, keys)
    if not leads and not conversations:
        raise UserMistake(
            f"nobody is known by {who}: give a phone number (+1 512 555 0142), an e-mail "
            "address, telegram:CHAT, or the id of a lead"
        )
    return Found(who, tuple(leads), tuple(conversations), keys)


async def find_or_keys(store: ReadStore, site: Site, who: str) -> Found:
    """The same; a number or an address of which nothing is stored any more stands for itself."""
    keys = keys_in(who.strip(), site)
    try:
        return await find(store, site, who)
    except UserMistake:
        if not keys:
            raise
        return Found(who.strip(), (), (), keys)


def keys_in(who: str, site: Site) -> tuple[str, ...]:
    """What a person may be recognised by, if the word is such a thing."""
    if found := _CHAT.fullmatch(who):
        return (persons.telegram_key(found[1]),)
    if "@" in who:
        return (persons.email_key(who),)
    if not _NUMBER.fullmatch(who):
        return ()
    countries = dict.fromkeys(market.country for market in site.markets.values())
    numbers = [_e164(who, country) for country in countries]
    chat = who.strip() if who.strip().isdecimal() else ""
    made = [*map(persons.phone_key, numbers), persons.telegram_key(chat)]
    return tuple(dict.fromkeys(key for key in made if key))


async def _by_id(store: ReadStore, beginning: str) -> list[Lead]:
    lead = await store.lead(beginning) if beginning else None
    if lead is not None:
        return [lead]
    ids = await store.lead_ids(beginning, AMBIGUOUS) if beginning else []
    if len(ids) > 1:
        raise UserMistake(f"several leads begin with {beginning}: {', '.join(ids)}")
    lead = await store.lead(ids[0]) if ids else None
    return [lead] if lead is not None else []


async def _conversations(
    store: ReadStore, leads: Sequence[Lead], keys: Sequence[str]
) -> list[Conversation]:
    found: dict[str, Conversation] = {}
    for lead in leads:
        found |= {row.id: row for row in await store.conversations_of(lead.id)}
    for key in keys:
        kind, _, chat = key.partition(":")
        if kind == persons.TELEGRAM:
            rows = await store.conversations_of_peer(kind, chat)
            found |= {row.id: row for row in rows}
    return list(found.values())


def _e164(text: str, country: str) -> str:
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


# ---- everything about a person ----------------------------------------------------------------


async def export(store: ReadStore, site: Site, found: Found, now: datetime) -> dict[str, Any]:
    """All that is stored of a person, and nothing of anybody else."""
    dossiers = [await dossier_of(store, lead) for lead in found.leads]
    stored = await store.everything_of(
        [lead.id for lead in found.leads], [row.id for row in found.conversations]
    )
    keys = [key for lead in found.leads for key in await store.keys_of(lead.id)]
    return {
        "made_at": exports.utc(now),
        "office": site.company,
        "asked_for": found.who,
        "recognised_by": sorted(set(keys)),
        "may_be_contacted": await store.may_contact(keys),
        "leads": [_told(dossier, site) for dossier in dossiers],
        "stored": stored,
    }


def _told(dossier: Dossier, site: Site) -> dict[str, Any]:
    why = explain(dossier.lead, dossier.answers)
    return exports.record(dossier.lead) | {
        "visits": dossier.lead.visits,
        "reasons": [
            {"points": line.points, "text": line.text, "quote": line.quote} for line in why.lines
        ],
        "consents": [
            {
                "purpose": row.purpose,
                "granted": row.granted,
                "text": row.text,
                "version": row.version,
                "channel": row.channel,
                "at": exports.utc(row.at),
            }
            for row in dossier.consents
        ],
        "timeline": [
            {"at": exports.utc(e.at), "kind": e.kind, "text": e.text, "detail": e.detail}
            for e in dossier.told(site)
        ],
        "transcript": [
            {"from": m.sender, "text": m.text, "at": exports.utc(m.at)} for m in dossier.messages
        ],
    }


# ---- changes by hand --------------------------------------------------------------------------


async def set_apart(store: ReadStore, found: Found) -> bool:
    """Whether among the leads are two that somebody has set apart: they are two people."""
    ids = {lead.id for lead in found.leads}
    for lead in found.leads:
        if ids.intersection(await store.apart_from(lead.id)):
            return True
    return False


@frozen
class Keeper:
    """Whoever changes persons by hand: what is done, in whose name, and when."""

    store: Store
    recognition: Recognition
    who: str
    now: datetime

    async def erase(self, found: Found) -> dict[str, int]:
        """Erase these leads and conversations; ``scrubbed`` does the rest."""
        for _ in range(AGAIN):
            leads = {lead.id for lead in found.leads}
            what = await self.recognition.erasure(found.conversations, leads, "command", self.now)
            try:
                return await self.store.erase(what, scrub=False)
            except Crossed:
                rows = await _conversations(self.store, found.leads, found.keys)
                found = replace(found, conversations=tuple(rows))
        raise UserMistake("this person is writing at this very moment: try again in a minute")

    async def scrubbed(self) -> bool:
        """Take the last traces out of the files; where somebody reads them at this moment that
        follows by itself, as soon as they have ended."""
        try:
            await self.store.scrub()
        except StoreError:
            return False
        return True

    async def allow(self, found: Found, because: str) -> int:
        """Take somebody off the do-not-contact list, for a reason that the timeline keeps; how
        many entries that were."""
        if await set_apart(self.store, found):
            raise UserMistake(f"several people share {found.who}: give the id of a lead")
        keys = dict.fromkeys(found.keys)
        for lead in found.leads:
            keys |= dict.fromkeys(await self.store.keys_of(lead.id))
        for row in found.conversations:
            if row.channel == persons.TELEGRAM and row.peer:
                keys[persons.telegram_key(row.peer)] = None
        data = encode({"because": because})
        told = [Event(lead.id, "allowed", self.who, data, self.now) for lead in found.leads]
        gone = await self.store.allow(tuple(keys), told)
        if not gone:
            raise UserMistake(f"{found.who} is not on the do-not-contact list")
        return gone

    async def merge(self, one: Lead, other: Lead) -> Lead:
        """Two leads are one person's wish: the older one stays, with everything of both."""
        if one.id == other.id:
            raise UserMistake("that is one lead already")
        kept, lost = sorted((one, other), key=lambda lead: (lead.created_at, lead.id))
        rows = [row for lead in (kept, lost) for row in await self._rows(lead)]
        known = await self.recognition.remade(kept.id, rows, self.now)
        if known is None:
            raise UserMistake("neither of them has a chat that this version can read")
        keys = [key for lead in (kept, lost) for key in await self.store.keys_of(lead.id)]
        known = Known(known.lead, tuple(dict.fromkeys((*known.keys, *keys))))
        data = encode({"by": ["hand"], "from": lost.id})
        event = Event(kept.id, "merged", self.who, data, self.now)
        await self.store.join(known, Join(kept.id, lost.id), event)
        return known.lead

    async def split(self, lead: Lead, ids: Sequence[str], fresh_id: str) -> tuple[Lead, Lead]:
        """Some conversations of a lead are somebody else's: they become a lead of their own."""
        rows = await self._rows(lead)
        going = [row for row in rows if row.id in ids]
        staying = [row for row in rows if row.id not in ids]
        if not going or not staying:
            raise UserMistake("name one or more of its chats, and leave it one")
        kept = await self.recognition.remade(lead.id, staying, self.now)
        fresh = await self.recognition.remade(lead.id, going, self.now, as_id=fresh_id)
        if kept is None or fresh is None:
            raise UserMistake("one of its chats cannot be read by this version")
        unowned = replace(fresh.lead, owner="", claimed_at=None, created_at=going[0].created_at)
        fresh = Known(unowned, fresh.keys)
        told = [
            Event(mine.lead.id, "split", self.who, encode({"lead": other.lead.id}), self.now)
            for mine, other in ((kept, fresh), (fresh, kept))
        ]
        await self.store.split(Split(kept, fresh, tuple(row.id for row in going)), told)
        return kept.lead, fresh.lead

    async def _rows(self, lead: Lead) -> list[Conversation]:
        return await self.store.conversations_of(lead.id)


def page_json(told: dict[str, Any]) -> str:
    """An export as text."""
    return json.dumps(told, ensure_ascii=False, indent=2, default=str) + "\n"
