"""The only async shell around the dialogue: load, step, plan, commit, and only then reply.

One conversation's turns run one after another; different conversations share nothing but the
store's group commit. What is kept in memory is a cache: a crash at any point leaves on disk
exactly what was acknowledged.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.answering import Answering
from bot.dialogue import effects as fx
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import Turn, begin, step
from bot.dialogue.events import Choose, Event, Silence, Start
from bot.dialogue.session import Session
from bot.diary import Diary
from bot.editions import Editions
from bot.errors import Unavailable
from bot.files import Sent, keeping
from bot.later import Due, Post, told_later, unasked
from bot.mind import Mind
from bot.news import LEADS, LeadNews, News
from bot.news import Spoken as Heard
from bot.planning import Held, Plan
from bot.preparing import NO_WORDS, Preparation, Words, fresh
from bot.recognition import Recognition
from bot.riding import Ride, Shift, Spoken, riding, shifted, spoken, standing, steps
from bot.ringing import Dispatch, NobodyKnown
from bot.talk import Proof, Reply, State, hash_token
from bot.turnstile import Turnstile
from storage.rows import Batch, Conversation
from storage.store import Conflict, Crossed, SlotTaken, Store

TRIES = 16  # a lost race is read and played again this often
AGAIN = "again"  # where they wait for it
TOKEN_BYTES = 24


class Conversations:
    """All conversations of this process."""

    def __init__(
        self,
        store: Store,
        editions: Editions,
        news: News,
        *,
        wake: Callable[[], None] = lambda: None,
        words: Words = lambda _lang, _market: NO_WORDS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        dispatch: Dispatch | None = None,
        diary: Diary | None = None,
    ) -> None:
        """``dispatch`` knows who works and who had whom; without it shifts alone decide."""
        self._dispatch: Dispatch = dispatch or NobodyKnown()
        self._diary = diary
        self._store = store
        self._editions = editions
        self._news = news
        self._wake = wake
        self._clock = clock
        self._persons = Recognition(store, editions)
        self._mind = Mind(store, self._persons, news)
        self._prepare = Preparation(editions, self._dispatch, diary, words)
        self._answering = Answering(store, editions, self._prepare, clock)
        self._turns = Turnstile()
        self._losers = Turnstile()

    async def begin(
        self,
        flow_id: str,
        start: Start,
        peer: str = "",
        *,
        then: Sequence[Event] = (),
        ride: Ride | None = None,
        proof: Proof | None = None,
    ) -> Reply:
        """Open a conversation; its token is in this reply and nowhere else. ``then`` is what the
        visitor said to begin it; ``proof`` shows that an earlier conversation was theirs."""
        now = self._clock()
        shown = await self._persons.shown(peer, proof)
        start = await self._persons.welcome(flow_id, start, shown, now)
        if peer and not start.visitor:
            start = replace(start, visitor=peer)
        flow = self._editions.current(flow_id)
        await self._editions.remember(flow, now)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        turn = begin(flow, start, now)
        held = fresh(turn.session, start, hash_token(token), now, peer)
        dated = await self._prepare.dated(held, flow, now)
        turn = steps(flow, replace(turn, session=dated.session), then, now)
        for n in range(TRIES):
            made = await self._opened(flow, held, turn, token, ride)
            try:
                await self._store.commit(made.batch)
            except Crossed:
                if n == TRIES - 1:
                    raise
            else:
                break
        self._settle(made)
        return Reply(made.reply)

    async def _opened(
        self, flow: CompiledFlow, held: Held, turn: Turn, token: str, ride: Ride | None
    ) -> Plan:
        now, mark = held.row.created_at, ride.mark if ride is not None else ""
        had = await self._prepare.had_before(held, turn)

        def planned(held: Held) -> Plan:
            return self._prepare.plan(flow, held, turn, now, token=token, mark=mark, previous=had)

        made = await self._persons.settle(held, now, planned)
        if ride is None:
            return made
        return riding(made, spoken(made, turn, flow, held), ride)

    async def take(
        self,
        id_: str,
        token_hash: str,
        client_id: str,
        event: Event,
        sent: Sent | None = None,
    ) -> Reply:
        """Play one input. The same client id again gets the same bytes, and nothing is done.
        ``sent`` is the file of an Attach."""
        await self._turns.enter(id_)
        try:
            reply = await self._try(id_, token_hash, client_id, event, sent)
            if reply is None:
                reply = await self._try_again(id_, token_hash, client_id, event, sent)
            return reply
        finally:
            self._turns.leave(id_)

    async def play(
        self, id_: str, events: Sequence[Event], ride: Ride, shift: Shift | None = None
    ) -> Conversation:
        """Play inputs of a channel that knows its visitor by itself, or of a person who speaks
        in the conversation, as one turn.

        Raises Conflict when the update was settled before: nothing is done twice.
        """
        async with self._turns.at(id_):
            try:
                return await self._play(id_, events, ride, shift)
            except Conflict as lost:
                self._lost(id_, lost)  # another tab was faster; read again
            return await self._play_again(id_, events, ride, shift)

    async def follow_up(self, id_: str, due: Due, post: Post | None = None) -> bool:
        """Say what the flow says after a silence, unless somebody spoke meanwhile."""
        async with self._turns.at(id_):
            held = await self._mind.own(id_)
            flow = await self._editions.lived_in(held.session)
            now = self._clock()
            number = due(flow, held, now)
            if not number:
                return False
            turn = step(flow, held.session, Silence(number), now)
            made = told_later(self._prepare.plan(flow, held, turn, now), held)
            if post is not None:
                rows = post(spoken(made, turn, flow, held), number)
                made = replace(made, batch=replace(made.batch, outgoing=rows))
            try:
                await self._store.commit(made.batch)
            except BaseException:
                self._mind.drop(id_)
                raise
            self._mind.keep(made.held)
            self._news.publish(id_, Heard(made.held.row.seq))
            self._wake()
        return True

    async def look(self, id_: str) -> Spoken:
        """Where a conversation stands, for a channel that knows its visitor by itself."""
        async with self._turns.at(id_):
            held = await self._mind.own(id_)
            return standing(held, await self._editions.lived_in(held.session), self._clock())

    async def state(self, id_: str, token_hash: str, after: int = 0) -> State:
        """Where a conversation stands, with every message after a number."""
        async with self._turns.at(id_):
            held = await self._mind.held(id_, token_hash)
            return await self._answering.state(held, after)

    async def _try(
        self, id_: str, token_hash: str, client_id: str, event: Event, sent: Sent | None
    ) -> Reply | None:
        """One attempt; None when somebody else committed in between."""
        held = await self._mind.held(id_, token_hash)
        if sent is not None and (done := await self._answering.full(id_, client_id)) is not None:
            return done
        flow = await self._editions.lived_in(held.session)
        now = self._clock()
        held = await self._prepare.dated(held, flow, now)
        turn = step(flow, held.session, _aimed(event, held.session), now)
        if fx.came_too_late(turn.effects):
            return await self._answering.too_late(flow, held, client_id, event)
        mark = sent.mark if sent else ""
        had = await self._prepare.had_before(held, turn)
        made = await self._persons.settle(
            held,
            now,
            lambda held: self._prepare.plan(
                flow, held, turn, now, client_id, mark=mark, previous=had
            ),
        )
        if sent is not None:
            made = keeping(made, sent)
        try:
            await self._store.commit(made.batch)
        except Conflict as lost:
            self._lost(id_, lost)
            return await self._answering.done_before(id_, client_id)
        except BaseException:
            self._mind.drop(id_)  # what is on disk counts, whatever happened here
            raise
        self._settle(made)
        return Reply(made.reply)

    async def _try_again(
        self, id_: str, token_hash: str, client_id: str, event: Event, sent: Sent | None
    ) -> Reply:
        """Those who lost a race go one after another: many who give one phone number are heard
        as one person, and all at once would only go on crossing each other."""
        async with self._losers.at(AGAIN):
            for _ in range(TRIES):
                reply = await self._try(id_, token_hash, client_id, event, sent)
                if reply is not None:
                    return reply
        raise Unavailable("the conversation is too busy")

    async def _play(
        self, id_: str, events: Sequence[Event], ride: Ride, shift: Shift | None
    ) -> Conversation:
        held = await self._mind.own(id_)
        flow = await self._editions.lived_in(held.session)
        now = self._clock()
        held = shifted(held, flow, shift) if shift is not None else held
        held = await self._prepare.dated(held, flow, now)
        turn = steps(flow, step(flow, held.session, events[0], now), events[1:], now)
        if fx.came_too_late(turn.effects):
            told = standing(held, flow, now, stale=True)
            await self._store.commit(Batch(outgoing=ride.post(told), settles=ride.settles))
            self._wake()
            return held.row
        turn = ride.reword(turn)
        had = await self._prepare.had_before(held, turn)
        made = await self._persons.settle(
            held,
            now,
            lambda held: self._prepare.plan(
                flow, held, turn, now, ride.client_id, mark=ride.mark, previous=had
            ),
            moved=shift is not None and bool(shift.peer),
        )
        made = riding(made, spoken(made, turn, flow, held), ride)
        made = unasked(made, held) if ride.unasked else made
        if shift is not None and shift.peer:
            made = replace(made, batch=replace(made.batch, moves=True))
        try:
            await self._store.commit(made.batch)
        except BaseException:
            self._mind.drop(id_)
            raise
        self._settle(made)
        return made.held.row

    async def _play_again(
        self, id_: str, events: Sequence[Event], ride: Ride, shift: Shift | None
    ) -> Conversation:
        async with self._losers.at(AGAIN):
            for _ in range(TRIES - 2):
                try:
                    return await self._play(id_, events, ride, shift)
                except Conflict as lost:
                    self._lost(id_, lost)
            return await self._play(id_, events, ride, shift)

    def _lost(self, id_: str, lost: Conflict) -> None:
        """Another commit came first: what is in mind is out of date."""
        self._mind.drop(id_)
        if isinstance(lost, SlotTaken) and self._diary is not None:
            self._diary.forget()

    def _settle(self, made: Plan) -> None:
        """After the commit: keep, wake, tell."""
        self._mind.keep(made.held)
        self._news.publish(made.held.row.id, Heard(made.held.row.seq))
        if made.batch.booking is not None and self._diary is not None:
            self._diary.forget(made.batch.booking)
        if made.batch.outgoing or made.batch.erases is not None:  # agents' phones forget as well
            self._wake()
        self._mind.let_go(made.batch)
        if made.batch.erases is not None and self._diary is not None:
            self._diary.forget()
        if made.owner:
            self._dispatch.gave(made.owner)
        if made.held.lead is not None:
            news = LeadNews("hot" if made.hot else "changed", made.held.lead)
            self._news.publish(LEADS, news)

    def forget_all(self) -> None:
        """Have every conversation read again from the store when it goes on."""
        self._mind.forget_all()


def _aimed(event: Event, session: Session) -> Event:
    """A press that does not say which question it saw means the open one."""
    if isinstance(event, Choose) and not event.question:
        return Choose(session.open_question, event.values)
    return event
