"""An agent in a visitor's chat: takes over, speaks, and gives it back to the bot.

Telegram and the inbox both come through here, so that exactly one agent speaks wherever they
write: the one who has claimed the lead, who claims it by the first word if it is free.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Final

from bot.alerts.claiming import Claims, Done
from bot.alerts.desk import Desk
from bot.attending import to_agent
from bot.conversations import Conversations
from bot.dialogue.company import OVER
from bot.dialogue.events import Event, Join, Leave, Speak
from bot.dialogue.site import Agent
from bot.news import Typing
from bot.riding import Ride, Spoken
from bot.talk import ConversationGone, UnknownConversation
from storage.rows import Lead, Outgoing, UpdateKey
from storage.store import Conflict

TYPING_EVERY: Final = 4.0  # seconds; Telegram shows it for five
CHATS: Final = 1_000  # of which it is remembered when typing was shown
GONE: Final = "This lead is no longer there."
OVER_WORDS: Final = "This visitor has ended the chat and may not be written to."
NOT_IN: Final = "You are not in this chat."

Post = Callable[[Spoken], tuple[Outgoing, ...]]


@dataclass(frozen=True, slots=True)
class Cause:
    """What an agent did it by: a stored update, or a form's own id. It counts once."""

    id: str
    settles: UpdateKey | None = None


class Takeover:
    """Agents' words in visitors' chats."""

    def __init__(
        self, desk: Desk, claims: Claims, conversations: Conversations, to_visitor: Post | None
    ) -> None:
        """``to_visitor`` makes the rows that carry words to a visitor who is in Telegram."""
        self._desk, self._claims, self._conversations = desk, claims, conversations
        self._to_visitor = to_visitor
        self._typed: OrderedDict[str, float] = OrderedDict()
        self._showing: set[asyncio.Task[None]] = set()

    async def join(self, lead_id: str, agent: Agent, cause: Cause, *, tell: bool = True) -> Done:
        """Take the chat over from the bot. ``tell``: the agent is shown what was said."""
        lead = await self._claimed(lead_id, agent)
        if isinstance(lead, Done):
            return lead
        told = ("chat.open",) if tell else ()
        return await self._play(lead, agent.id, [_join(agent)], cause, told)

    async def say(
        self, lead_id: str, agent: Agent, text: str, cause: Cause, *, corrects: bool = False
    ) -> Done:
        """Say something to the visitor, taking over where the bot still speaks."""
        lead = await self._claimed(lead_id, agent)
        if isinstance(lead, Done):
            return lead
        events: list[Event] = [_join(agent), Speak(agent.id, text, corrects)]
        return await self._play(lead, agent.id, events, cause)

    async def leave(self, lead_id: str, agent: Agent, cause: Cause) -> Done:
        """Give the chat back to the bot, which goes on where it stopped."""
        lead = await self._desk.store.lead(lead_id)
        if lead is None:
            return Done(False, GONE)
        if await self.speaker(lead) != agent.id:
            return Done(False, NOT_IN)
        return await self._play(lead, agent.id, [Leave(agent.id)], cause)

    async def follow(self, lead_id: str, cause: str) -> bool:
        """The lead is another's now, or nobody's: so is the chat that a person was in. Whether
        anything changed."""
        lead = await self._desk.store.lead(lead_id)
        speaker = await self.speaker(lead) if lead is not None else ""
        if lead is None or not speaker or speaker == lead.owner:
            return False
        owner = self._desk.directory.agent(lead.owner)
        if owner is None:
            await self._play(lead, speaker, [Leave(speaker)], Cause(cause))
        else:
            await self._play(lead, owner.id, [_join(owner)], Cause(cause), ("chat.given",))
        return True

    async def went_quiet(self, conversation: str, agent: str, since: str) -> bool:
        """The visitor waits since then and nobody answered: the bot goes on. Whether it did."""

        def post(told: Spoken) -> tuple[Outgoing, ...]:
            if told.stale or not told.messages:
                return ()
            now, site = self._desk.clock(), self._desk.cases.site()
            note = to_agent("chat.note", agent, told.row, site, (f"quiet:{told.row.seq}", now))
            return (note, *self._words(told))

        told = await self._conversations.look(conversation)
        if told.session.person.get("since") != since:
            return False
        ride = Ride(None, post, client_id=f"quiet:{since}", unasked=True)
        await self._conversations.play(conversation, [Leave(agent, since)], ride)
        return True

    async def speaker(self, lead: Lead) -> str:
        """The agent who speaks in a lead's chat now, "" when it is the bot."""
        try:
            told = await self._conversations.look(lead.conversation)
        except (UnknownConversation, ConversationGone):
            return ""
        return told.session.person.get("agent", "")

    def visitor_types(self, conversation: str, agent: str) -> None:
        """Show the agent that the visitor is writing; now and then is enough."""
        if self._lately(f"{conversation} {agent}"):
            self._show(self._typing_to(agent))

    async def agent_types(self, lead_id: str, agent: Agent) -> None:
        """Show the visitor that the agent, who speaks with them, is writing."""
        lead = await self._desk.store.lead(lead_id)
        if lead is None or not self._lately(f"{lead_id} {agent.id}"):
            return
        if await self.speaker(lead) != agent.id:
            return
        self._desk.news.publish(lead.conversation, Typing(agent.name))
        row = await self._desk.store.conversation(lead.conversation)
        if row is not None and row.channel == "telegram":
            self._show(self._types_in(row.peer))

    def _show(self, showing: Coroutine[None, None, None]) -> None:
        """Beside all else: who waits for it is not there."""
        task = asyncio.ensure_future(showing)
        self._showing.add(task)
        task.add_done_callback(self._showing.discard)

    async def _typing_to(self, agent: str) -> None:
        await self._types_in(await self._desk.directory.chat_of(agent))

    async def _types_in(self, chat: str) -> None:
        messenger = self._desk.messenger
        if chat and messenger is not None:
            await messenger.call("sendChatAction", {"chat_id": int(chat), "action": "typing"})

    def _lately(self, who: str) -> bool:
        """Whether it is time to show typing again."""
        now = time.monotonic()
        if now - self._typed.get(who, -TYPING_EVERY) < TYPING_EVERY:
            return False
        self._typed[who] = now
        self._typed.move_to_end(who)
        if len(self._typed) > CHATS:
            self._typed.popitem(last=False)
        return True

    async def _claimed(self, lead_id: str, agent: Agent) -> Lead | Done:
        """The lead, which is this agent's now; or why it cannot be."""
        lead = await self._desk.store.lead(lead_id)
        if lead is None:
            return Done(False, GONE)
        if lead.status in OVER:
            return Done(False, OVER_WORDS)
        if lead.owner != agent.id:
            done = await self._claims.claim(lead_id, agent.id)
            if not done.ok:
                return done
        return lead

    async def _play(
        self,
        lead: Lead,
        agent: str,
        events: Sequence[Event],
        cause: Cause,
        told_to_agent: tuple[str, ...] = (),
    ) -> Done:
        refused = False

        def post(told: Spoken) -> tuple[Outgoing, ...]:
            nonlocal refused
            refused = told.stale
            if told.stale:
                return ()
            now, site = self._desk.clock(), self._desk.cases.site()
            mine = (
                to_agent(kind, agent, told.row, site, (cause.id, now)) for kind in told_to_agent
            )
            return (*mine, *self._words(told))

        ride = Ride(cause.settles, post, client_id=cause.id, unasked=True)
        try:
            await self._conversations.play(lead.conversation, events, ride)
        except Conflict:
            return Done(True, "Done before.")
        except (UnknownConversation, ConversationGone):
            return Done(False, GONE)
        return Done(False, OVER_WORDS) if refused else Done(True, "")

    def _words(self, told: Spoken) -> tuple[Outgoing, ...]:
        """Where the visitor is in Telegram, the words go there."""
        if told.row.channel != "telegram" or self._to_visitor is None or not told.messages:
            return ()
        return self._to_visitor(told)


def _join(agent: Agent) -> Join:
    return Join(agent.id, agent.name, agent.photo)
