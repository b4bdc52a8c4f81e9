"""What a client is answered without a turn: where its conversation stands, what it was told when
it asked the same before, and that a press came too late.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.dialogue.company import may_speak
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import ask_of
from bot.dialogue.events import Choose, Event
from bot.dialogue.session import Session
from bot.editions import Editions
from bot.files import FILES_LIMIT
from bot.planning import Held, state_reply
from bot.preparing import Preparation
from bot.talk import NeverOffered, Reply, State, TooManyFiles
from storage.store import ReadStore


class Answering:
    """Answers that change nothing."""

    def __init__(
        self,
        store: ReadStore,
        editions: Editions,
        prepare: Preparation,
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._editions = store, editions
        self._prepare, self._clock = prepare, clock

    async def state(self, held: Held, after: int) -> State:
        """Where a conversation stands, with every message after a number."""
        messages = await self._store.messages(held.row.id, after)
        flow = await self._editions.lived_in(held.session)
        words = self._prepare.words_for(held.session, before=None) if after == 0 else ""
        body = state_reply(held, messages, ask_of(flow, held.session, self._clock()), words)
        agent = held.session.person.get("agent", "")
        return State(body, held.row.seq, may_speak(held.session), agent)

    async def done_before(self, id_: str, client_id: str) -> Reply | None:
        """The old reply to a repeated input."""
        stored = await self._store.turn(id_, client_id)
        return Reply(stored.reply) if stored else None

    async def full(self, id_: str, client_id: str) -> Reply | None:
        """The old reply to a repeated file, where the conversation holds all it may."""
        if len(await self._store.uploads(id_)) < FILES_LIMIT:
            return None
        done = await self.done_before(id_, client_id)
        if done is None:
            raise TooManyFiles("the conversation holds as many files as it may")
        return done

    async def too_late(
        self, flow: CompiledFlow, held: Held, client_id: str, event: Event
    ) -> Reply:
        """A press for a question that is not open: done before, or never."""
        done = await self.done_before(held.row.id, client_id)
        if done is not None:
            return done
        if _never_offered(flow, held.session, event):
            raise NeverOffered("this is none of the options of the open question")
        state = await self.state(held, 0)
        return Reply(state.body, stale=True)


def _never_offered(flow: CompiledFlow, session: Session, event: Event) -> bool:
    """The question is open, but has no such button. A free time may just have been taken."""
    if not isinstance(event, Choose) or event.question not in ("", session.open_question):
        return False
    question = flow.questions.get(session.open_question)
    return question is not None and question.kind != "datetime"
