"""What a turn's plan is made from besides the turn itself: the viewing times that are free, the
agent who had the person before, the widget's words.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.compact import encode
from bot.dialogue import effects as fx
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import Turn, ask_of
from bot.dialogue.events import Start
from bot.dialogue.session import Session
from bot.diary import Diary
from bot.editions import Editions
from bot.planning import Held, Inputs, Plan, plan
from bot.ringing import Dispatch
from storage.rows import Conversation

ID_BYTES = 16
NO_WORDS = "{}"

Words = Callable[[str, str], str]  # the widget's own words as JSON, for a language and a market


class Preparation:
    """Everything around a turn that its plan must know."""

    def __init__(
        self, editions: Editions, dispatch: Dispatch, diary: Diary | None, words: Words
    ) -> None:
        self._editions, self._dispatch = editions, dispatch
        self._diary, self._words = diary, words

    async def dated(self, held: Held, flow: CompiledFlow, now: datetime) -> Held:
        """The conversation with the viewing times that are free now."""
        if self._diary is None or not flow.books_times:
            return held
        session = await self._diary.open(held.session, held.row.id, now)
        return held if session is held.session else replace(held, session=session)

    async def had_before(self, held: Held, turn: Turn) -> str:
        """The agent who had this person before; asked only when a phone is about to ring."""
        if held.rung or not any(type(effect) is fx.Ring for effect in turn.effects):
            return ""
        fields, lead_id = turn.session.fields, held.lead.id if held.lead is not None else ""
        phone, email = str(fields.get("phone") or ""), str(fields.get("email") or "")
        return await self._dispatch.previous(lead_id, phone, email)

    def plan(
        self,
        flow: CompiledFlow,
        held: Held,
        turn: Turn,
        now: datetime,
        client_id: str = "",
        *,
        token: str = "",
        mark: str = "",
        previous: str = "",
    ) -> Plan:
        """All that a turn changes."""
        given = Inputs(
            turn=turn,
            ask=ask_of(flow, turn.session, now),
            site=self._editions.site,
            now=now,
            flow=flow,
            client_id=client_id,
            new_id=_new_id,
            token=token,
            words=self.words_for(turn.session, before=None if token else held.session),
            mark=mark,
            roster=self._dispatch.roster,
            previous=previous,
        )
        return plan(held, given)

    def words_for(self, session: Session, before: Session | None) -> str:
        """The widget's own words where a conversation begins, or goes on in another language."""
        if before is not None and before.lang == session.lang:
            return ""
        words = self._words(session.lang, session.market)
        return "" if before is None and words == NO_WORDS else words


def fresh(session: Session, start: Start, token_hash: str, now: datetime, peer: str) -> Held:
    """A conversation before its first commit."""
    row = Conversation(
        id=_new_id(),
        token_hash=token_hash,
        flow=session.flow,
        flow_hash=session.flow_hash,
        channel=start.channel,
        market=session.market,
        lang=session.lang,
        status=session.status,
        band="",
        session="",
        seq=0,
        version=0,
        lead_id="",
        created_at=now,
        updated_at=now,
        source=encode(dict(start.source)),
        peer=peer,
    )
    return Held(row, session, None)


def _new_id() -> str:
    return secrets.token_urlsafe(ID_BYTES)
