"""What goes to an agent about a visitor's chat: their words, and what became of the chat.

Rows of the outbox, in the agent's own lane, so that they come in order; silent, for an agent who
is in a chat looks at it. A row holds no words: they are read when it is sent.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from bot.alerts.desk import Desk
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.alerts.talk import UNKNOWN_MESSAGE, Moved, Posted
from bot.alerts.view import Button, Keyboard
from bot.alerts.wiping import remember_list
from bot.leads.words import one_line
from bot.takeover import Takeover
from storage.rows import Lead, Message, Outgoing
from storage.store import LeadFilter

BY_INBOX: Final = "inbox"
TAIL: Final = 6  # lines of the chat that an agent is shown when taking over
LINE: Final = 300  # characters of such a line
LISTED: Final = 10
LONGEST: Final = 4096
WHO: Final = {"visitor": "👤", "bot": "🤖", "agent": "🧑‍💼"}
NOTES: Final = {
    "stopped": "🛑 {name} wrote STOP. The chat is over; please do not contact them.",
    "erased": "🗑 {name} asked to have everything deleted. The chat is over.",
    "quiet": "🤖 Nobody answered {name} for 3 minutes, so the assistant goes on. "
    "Write here to take over again.",
}
OPENED: Final = (
    "💬 You are in the chat with {name}. What you write here goes to them; the assistant is "
    "silent. /bot hands back."
)
GIVEN: Final = (
    "💬 The chat with {name} is yours now, and they see your name. Answer this message to write "
    "to them; /bot as the answer gives the chat to the assistant."
)
NOBODY: Final = "You have no open leads now."
LIST_HEAD: Final = "Your open leads. A button opens the chat; what you write then goes there."


class Relay:
    """The sender of ``chat.*`` rows."""

    def __init__(self, desk: Desk, takeover: Takeover) -> None:
        self._desk, self._takeover = desk, takeover

    async def send(self, row: Outgoing) -> Outcome:
        """Send a row, or see to it that a visitor does not wait for ever."""
        payload: dict[str, str] = json.loads(row.payload)
        if row.kind == "chat.passed":
            moved = await self._takeover.follow(row.lead_id, row.key)
            return Delivered("the chat went along" if moved else "nobody was in the chat")
        if row.kind == "chat.quiet":
            return await self._quiet(payload)
        if row.kind == "chat.leads":
            return await self._post(payload["agent"], *await self._list(payload["agent"]))
        lead = await self._desk.store.lead(row.lead_id)
        if lead is None:
            return Delivered("the lead is gone")
        agent = lead.owner or payload["agent"]
        text = await self._text(row, lead, payload)
        return await self._post(agent, text, lead=lead.id) if text else Delivered("said before")

    async def _quiet(self, payload: dict[str, str]) -> Outcome:
        went_on = await self._takeover.went_quiet(
            payload["conversation"], payload["agent"], payload["since"]
        )
        return Delivered("the bot went on" if went_on else "answered in time")

    async def _text(self, row: Outgoing, lead: Lead, payload: dict[str, str]) -> str:
        name, cause = person(lead), payload["cause"]
        if row.kind == "chat.note":
            return NOTES[cause.partition(":")[0]].format(name=name)
        if row.kind == "chat.open":
            return await self._opened(payload["conversation"], OPENED.format(name=name))
        if row.kind == "chat.given":
            return await self._opened(payload["conversation"], GIVEN.format(name=name))
        said = await self._desk.store.messages(payload["conversation"], int(cause) - 1)
        return f"💬 {name}: {_quoted(said[0].text)}"[:LONGEST] if said else ""

    async def _opened(self, conversation: str, words: str) -> str:
        """What was said last, so that nobody is asked twice, and what to do."""
        said = await self._desk.store.messages(conversation)
        lines = [_line(message) for message in said[-TAIL - 1 :] if message.text]
        return "\n".join([*lines[-TAIL:], "", words])[-LONGEST:]

    async def _list(self, agent: str) -> tuple[str, Keyboard]:
        leads = await open_leads(self._desk, agent)
        if not leads:
            return NOBODY, ()
        lines = [f"{n}. {_short(lead)}" for n, lead in enumerate(leads, 1)]
        signer = self._desk.signer
        keyboard = tuple(
            (Button(f"💬 {n}. {person(lead)}"[:40], data=signer.data("chat", lead.id, agent)),)
            for n, lead in enumerate(leads, 1)
        )
        return "\n".join([LIST_HEAD, *lines]), keyboard

    async def _post(
        self, agent: str, text: str, keyboard: Keyboard = (), *, lead: str = ""
    ) -> Outcome:
        chat = await self._desk.directory.chat_of(agent)
        messenger = self._desk.messenger
        if not chat or messenger is None:
            return Delivered(BY_INBOX)
        done = await messenger.post(chat, text, keyboard, silent=True, html=False)
        if isinstance(done, Moved):
            await self._desk.directory.bind(agent, done.chat_id)
            return Again("the group moved")
        if isinstance(done, (Again, Hopeless)):
            return done
        await self._remember(done, lead)
        return Delivered("telegram")

    async def _remember(self, posted: Posted, lead: str) -> None:
        """An answer to this message is meant for this lead; a list is about several."""
        if posted.message_id == UNKNOWN_MESSAGE:
            return
        if not lead:
            await remember_list(self._desk.store, posted)
        else:
            now = self._desk.clock()
            await self._desk.store.keep_post(posted.chat_id, posted.message_id, lead, now)


async def open_leads(desk: Desk, agent: str) -> Sequence[Lead]:
    """An agent's leads that are not settled, oldest first: their numbers stay."""
    found = await desk.store.leads(LeadFilter(owner=agent, limit=100))
    ended = {"won", "lost", "disqualified"}
    mine = [lead for lead in found if lead.stage not in ended and lead.status not in NOTES]
    return sorted(mine, key=lambda lead: (lead.created_at, lead.id))[-LISTED:]


def row_of(kind: str, agent: str, lane: str, cause: str, now: Any) -> Outgoing:
    """A row for an agent that is about no single lead."""
    payload = json.dumps({"agent": agent})
    return Outgoing(f"{kind}:{cause}", kind, lane, payload, now, created_at=now)


def person(lead: Lead) -> str:
    """How a lead is called in an agent's chat."""
    return one_line(lead.name, 40) or "Visitor"


def _quoted(text: str) -> str:
    """A visitor's words: their further lines stand apart from lines of ours."""
    return "\n   ".join(one_line(line, LONGEST) for line in text.splitlines())


def _line(message: Message) -> str:
    return f"{WHO.get(message.sender, '')} {one_line(message.text, LINE)}"


def _short(lead: Lead) -> str:
    fields = json.loads(lead.fields)
    where = str(fields.get("area") or fields.get("address") or lead.listing_id or "")
    return " · ".join(part for part in (person(lead), where, lead.band, str(lead.total)) if part)
