"""The only async shell around the dialogue: load, step, plan, commit, and only then reply.

One conversation's turns run one after another; different conversations share nothing but the
store's group commit. What is kept in memory is a cache: a crash at any point leaves on disk
exactly what was acknowledged.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.compact import encode
from bot.dialogue import effects as fx
from bot.dialogue.company import may_speak
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import Turn, ask_of, begin, step
from bot.dialogue.events import Choose, Event, Silence, Start
from bot.dialogue.session import Session, load
from bot.diary import Diary
from bot.editions import Editions
from bot.errors import DoorstepError, Unavailable
from bot.files import FILES_LIMIT, Sent, keeping
from bot.later import Due, Post, is_later, told_later, unasked, was_told
from bot.leads.timeline import story_of
from bot.news import LEADS, LeadGone, LeadNews, News
from bot.news import Spoken as Heard
from bot.planning import Held, Inputs, Plan, plan, state_reply
from bot.recognition import Recognition
from bot.riding import Ride, Shift, Spoken, riding, shifted, spoken, standing, steps
from bot.ringing import Dispatch, NobodyKnown
from bot.turnstile import Turnstile
from storage.rows import Batch, Conversation, Message
from storage.store import Conflict, Crossed, SlotTaken, Store

LIVE = 256  # conversations kept ready in memory; all others are read again when they go on
TRIES = 16  # a lost race is read and played again this often
UNHEARD = 50  # of an agent's last messages are told with the visitor's next turn
TOKEN_BYTES = 24
ID_BYTES = 16
NO_WORDS = "{}"


class UnknownConversation(DoorstepError):  # noqa: N818 - told to the client, not a fault
    """No such conversation, or not with this token."""


class ConversationGone(DoorstepError):  # noqa: N818 - told to the client, not a fault
    """It was here, but nothing is left of it that could go on."""


class TooManyFiles(DoorstepError):  # noqa: N818 - told to the client, not a fault
    """The conversation holds as many files as it may."""


class NeverOffered(DoorstepError):  # noqa: N818 - told to the client, not a fault
    """A button that the open question does not have; nothing was done."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Shows that an earlier conversation was this visitor's: its id, and the hash of its token."""

    conversation: str
    token_hash: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a client is told, as JSON. ``stale``: the press came too late, nothing was done."""

    body: bytes
    stale: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Where a conversation stands, for live views."""

    body: bytes
    seq: int
    live: bool  # a person may speak
    agent: str  # who speaks instead of the bot, "" when it is the bot


class Conversations:
    """All conversations of this process."""

    def __init__(
        self,
        store: Store,
        editions: Editions,
        news: News,
        *,
        wake: Callable[[], None] = lambda: None,
        words: Callable[[str, str], str] = lambda _lang, _market: NO_WORDS,
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
        self._words = words
        self._clock = clock
        self._persons = Recognition(store, editions)
        self._live: OrderedDict[str, Held] = OrderedDict()
        self._turns = Turnstile()

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
        start = await self._persons.welcome(flow_id, start, await self._shown(peer, proof), now)
        if peer and not start.visitor:
            start = replace(start, visitor=peer)
        flow = self._editions.current(flow_id)
        await self._editions.remember(flow, now)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        turn = begin(flow, start, now)
        held = _fresh(turn.session, start, hash_token(token), now, peer)
        dated = await self._dated(held, flow, now)
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
        had = await self._had_before(held, turn)

        def planned(held: Held) -> Plan:
            return self._plan(flow, held, turn, now, token=token, mark=mark, previous=had)

        made = await self._persons.settle(held, now, planned)
        if ride is None:
            return made
        return riding(made, spoken(made, turn, flow, held), ride)

    async def _shown(self, peer: str, proof: Proof | None) -> Conversation | None:
        """The earlier conversation that a visitor has shown to be theirs."""
        if peer:
            return await self._store.conversation_of_peer("telegram", peer)
        row = await self._store.conversation(proof.conversation) if proof is not None else None
        if row is None or proof is None:
            return None
        return row if hmac.compare_digest(row.token_hash, proof.token_hash) else None

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
            for _ in range(TRIES):
                reply = await self._try(id_, token_hash, client_id, event, sent)
                if reply is not None:
                    return reply
        finally:
            self._turns.leave(id_)
        raise Unavailable("the conversation is too busy")

    async def play(
        self, id_: str, events: Sequence[Event], ride: Ride, shift: Shift | None = None
    ) -> Conversation:
        """Play inputs of a channel that knows its visitor by itself, or of a person who speaks
        in the conversation, as one turn.

        Raises Conflict when the update was settled before: nothing is done twice.
        """
        async with self._turns.at(id_):
            for _ in range(TRIES - 1):
                try:
                    return await self._play(id_, events, ride, shift)
                except Conflict as lost:
                    self._lost(id_, lost)  # another tab was faster; read again
            return await self._play(id_, events, ride, shift)

    async def follow_up(self, id_: str, due: Due, post: Post | None = None) -> bool:
        """Say what the flow says after a silence, unless somebody spoke meanwhile."""
        async with self._turns.at(id_):
            held = await self._own(id_)
            flow = await self._edition(held)
            now = self._clock()
            number = due(flow, held, now)
            if not number:
                return False
            turn = step(flow, held.session, Silence(number), now)
            made = told_later(self._plan(flow, held, turn, now), held)
            if post is not None:
                rows = post(spoken(made, turn, flow, held), number)
                made = replace(made, batch=replace(made.batch, outgoing=rows))
            try:
                await self._store.commit(made.batch)
            except BaseException:
                self._live.pop(id_, None)
                raise
            self._keep(made.held)
            self._news.publish(id_, Heard(made.held.row.seq))
            self._wake()
        return True

    async def look(self, id_: str) -> Spoken:
        """Where a conversation stands, for a channel that knows its visitor by itself."""
        async with self._turns.at(id_):
            held = await self._own(id_)
            return standing(held, await self._edition(held), self._clock())

    async def state(self, id_: str, token_hash: str, after: int = 0) -> State:
        """Where a conversation stands, with every message after a number."""
        async with self._turns.at(id_):
            held = await self._held(id_, token_hash)
            return await self._state(held, after)

    async def _try(
        self, id_: str, token_hash: str, client_id: str, event: Event, sent: Sent | None
    ) -> Reply | None:
        """One attempt; None when somebody else committed in between."""
        held = await self._held(id_, token_hash)
        if sent is not None and (done := await self._full(id_, client_id)) is not None:
            return done
        flow = await self._edition(held)
        now = self._clock()
        held = await self._dated(held, flow, now)
        turn = step(flow, held.session, _aimed(event, held.session), now)
        if fx.came_too_late(turn.effects):
            return await self._too_late(flow, held, client_id, event)
        mark = sent.mark if sent else ""
        had = await self._had_before(held, turn)
        made = await self._persons.settle(
            held,
            now,
            lambda held: self._plan(flow, held, turn, now, client_id, mark=mark, previous=had),
        )
        if sent is not None:
            made = keeping(made, sent)
        try:
            await self._store.commit(made.batch)
        except Conflict as lost:
            self._lost(id_, lost)
            return await self._done_before(id_, client_id)
        except BaseException:
            self._live.pop(id_, None)  # what is on disk counts, whatever happened here
            raise
        self._settle(made)
        return Reply(made.reply)

    async def _play(
        self, id_: str, events: Sequence[Event], ride: Ride, shift: Shift | None
    ) -> Conversation:
        held = await self._own(id_)
        flow = await self._edition(held)
        now = self._clock()
        held = shifted(held, flow, shift) if shift is not None else held
        held = await self._dated(held, flow, now)
        turn = steps(flow, step(flow, held.session, events[0], now), events[1:], now)
        if fx.came_too_late(turn.effects):
            told = standing(held, flow, now, stale=True)
            await self._store.commit(Batch(outgoing=ride.post(told), settles=ride.settles))
            self._wake()
            return held.row
        turn = ride.reword(turn)
        had = await self._had_before(held, turn)
        made = await self._persons.settle(
            held,
            now,
            lambda held: self._plan(
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
            self._live.pop(id_, None)
            raise
        self._settle(made)
        return made.held.row

    async def _dated(self, held: Held, flow: CompiledFlow, now: datetime) -> Held:
        """The conversation with the viewing times that are free now."""
        if self._diary is None or not self._diary.concerns(flow):
            return held
        session = await self._diary.open(held.session, held.row.id, now)
        return held if session is held.session else replace(held, session=session)

    def _lost(self, id_: str, lost: Conflict) -> None:
        """Another commit came first: what is in mind is out of date."""
        self._live.pop(id_, None)
        if isinstance(lost, SlotTaken) and self._diary is not None:
            self._diary.forget()

    def _plan(
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
        given = Inputs(
            turn=turn,
            ask=ask_of(flow, turn.session, now),
            site=self._editions.site,
            now=now,
            flow=flow,
            client_id=client_id,
            new_id=_new_id,
            token=token,
            words=self._words_for(turn.session, before=None if token else held.session),
            mark=mark,
            roster=self._dispatch.roster,
            previous=previous,
        )
        return plan(held, given)

    async def _had_before(self, held: Held, turn: Turn) -> str:
        """The agent who had this person before; asked only when a phone is about to ring."""
        if held.rung or not any(type(effect) is fx.Ring for effect in turn.effects):
            return ""
        fields, lead_id = turn.session.fields, held.lead.id if held.lead is not None else ""
        phone, email = str(fields.get("phone") or ""), str(fields.get("email") or "")
        return await self._dispatch.previous(lead_id, phone, email)

    def _words_for(self, session: Session, before: Session | None) -> str:
        """The widget's own words where a conversation begins, or goes on in another language."""
        if before is not None and before.lang == session.lang:
            return ""
        words = self._words(session.lang, session.market)
        return "" if before is None and words == NO_WORDS else words

    def _settle(self, made: Plan) -> None:
        """After the commit: keep, wake, tell."""
        self._keep(made.held)
        self._news.publish(made.held.row.id, Heard(made.held.row.seq))
        if made.batch.booking is not None and self._diary is not None:
            self._diary.forget(made.batch.booking)
        if made.batch.outgoing:
            self._wake()
        self._let_go(made.batch)
        if made.owner:
            self._dispatch.gave(made.owner)
        if made.held.lead is not None:
            news = LeadNews("hot" if made.hot else "changed", made.held.lead)
            self._news.publish(LEADS, news)

    def _let_go(self, batch: Batch) -> None:
        """After a merger or an erasure, what is in mind of the person's other conversations is
        out of date."""
        if batch.join is not None:
            self.forget(leads=(batch.join.kept, batch.join.lost), but=batch.conversation)
        if batch.erases is not None:
            if self._diary is not None:
                self._diary.forget()
            gone = (*batch.erases.leads, *(known.lead.id for known in batch.erases.rewritten))
            self.forget(batch.erases.conversations, gone, but=batch.conversation)

    def forget(
        self,
        conversations: Iterable[str] = (),
        leads: Iterable[str] = (),
        but: Conversation | None = None,
    ) -> None:
        """Have conversations read again from the store when they go on."""
        ids, whose = set(conversations), {id_ for id_ in leads if id_}
        for id_, held in list(self._live.items()):
            lead = held.lead.id if held.lead is not None else ""
            if (id_ in ids or lead in whose) and (but is None or id_ != but.id):
                del self._live[id_]
        for id_ in whose - {but.lead_id if but is not None else ""}:
            self._news.publish(LEADS, LeadGone(id_))

    def forget_all(self) -> None:
        """Have every conversation read again from the store when it goes on."""
        self._live.clear()

    def _keep(self, held: Held) -> None:
        live = self._live
        live[held.row.id] = held
        live.move_to_end(held.row.id)
        if len(live) > LIVE:
            live.popitem(last=False)

    async def _full(self, id_: str, client_id: str) -> Reply | None:
        """The old reply to a repeated file, where the conversation holds all it may."""
        if len(await self._store.uploads(id_)) < FILES_LIMIT:
            return None
        done = await self._done_before(id_, client_id)
        if done is None:
            raise TooManyFiles("the conversation holds as many files as it may")
        return done

    async def _done_before(self, id_: str, client_id: str) -> Reply | None:
        stored = await self._store.turn(id_, client_id)
        return Reply(stored.reply) if stored else None

    async def _too_late(
        self, flow: CompiledFlow, held: Held, client_id: str, event: Event
    ) -> Reply:
        """A press for a question that is not open: done before, or never."""
        done = await self._done_before(held.row.id, client_id)
        if done is not None:
            return done
        if _never_offered(flow, held.session, event):
            raise NeverOffered("this is none of the options of the open question")
        state = await self._state(held, 0)
        return Reply(state.body, stale=True)

    async def _state(self, held: Held, after: int) -> State:
        messages = await self._store.messages(held.row.id, after)
        flow = await self._edition(held)
        words = self._words_for(held.session, before=None) if after == 0 else ""
        body = state_reply(held, messages, ask_of(flow, held.session, self._clock()), words)
        agent = held.session.person.get("agent", "")
        return State(body, held.row.seq, may_speak(held.session), agent)

    async def _edition(self, held: Held) -> CompiledFlow:
        """The version of the flow that a conversation began with."""
        session = held.session
        found = await self._editions.of(session.flow, session.flow_hash)
        if found is None:
            raise ConversationGone("the version of the flow it began with is lost")
        return found

    async def _held(self, id_: str, token_hash: str) -> Held:
        held = self._live.get(id_)
        if held is not None and hmac.compare_digest(held.row.token_hash, token_hash):
            return held
        row = await self._store.conversation(id_)
        if row is None or not hmac.compare_digest(row.token_hash, token_hash):
            raise UnknownConversation("no such conversation")
        held = await self._read(row)
        self._keep(held)
        return held

    async def _own(self, id_: str) -> Held:
        """A conversation for ourselves: whoever asks has seen to it that it is the visitor's."""
        held = self._live.get(id_)
        if held is None:
            row = await self._store.conversation(id_)
            if row is None:
                raise UnknownConversation("no such conversation")
            held = await self._read(row)
        self._keep(held)
        return held

    async def _read(self, row: Conversation) -> Held:
        session = load(row.session)
        lead = await self._store.lead(row.lead_id) if row.lead_id else None
        rung = await self._rung(lead.id) if lead is not None else ()
        earlier = await self._persons.earlier(lead, row.id) if lead is not None else ()
        unheard = await self._unheard(row, session)
        viewing = await self._store.booking_of(row.id) if "ics" in session.context else None
        return Held(row, session, lead, rung, unheard, earlier, viewing)

    async def _rung(self, lead_id: str) -> tuple[str, ...]:
        """The agents whose phones rang at first, from the lead's timeline."""
        return story_of(await self._store.events(lead_id)).first

    async def _unheard(self, row: Conversation, session: Session) -> tuple[Message, ...]:
        """What a person said since the visitor's last turn; the next reply tells it."""
        if row.channel == "telegram" or not was_told(session):
            return ()
        latest = await self._store.messages(row.id, max(0, row.seq - UNHEARD))
        said: list[Message] = []
        for message in reversed(latest):
            if message.sender != "agent" and not is_later(message):
                break
            said.append(message)
        return tuple(reversed(said))


def hash_token(token: str) -> str:
    """What is stored of a token, so that a stolen database opens no conversation."""
    return hashlib.sha256(token.encode()).hexdigest()


def _aimed(event: Event, session: Session) -> Event:
    """A press that does not say which question it saw means the open one."""
    if isinstance(event, Choose) and not event.question:
        return Choose(session.open_question, event.values)
    return event


def _never_offered(flow: CompiledFlow, session: Session, event: Event) -> bool:
    """The question is open, but has no such button. A free time may just have been taken."""
    if not isinstance(event, Choose) or event.question not in ("", session.open_question):
        return False
    question = flow.questions.get(session.open_question)
    return question is not None and question.kind != "datetime"


def _new_id() -> str:
    return secrets.token_urlsafe(ID_BYTES)


def _fresh(session: Session, start: Start, token_hash: str, now: datetime, peer: str) -> Held:
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
