"""One update of a visitor as one transaction: the turn, the settled update, the queued replies."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from bot.alerts.desk import Desk
from bot.channels.telegram import Who
from bot.channels.telegram_keys import Keys
from bot.channels.telegram_out import Caller, Rows, Sending
from bot.channels.telegram_start import DEFAULT_FLOW, opening, wanted
from bot.channels.telegram_view import Post, View
from bot.channels.telegram_words import say
from bot.conversations import Conversations
from bot.dialogue import effects as fx
from bot.dialogue.engine import Turn
from bot.dialogue.events import Event, Start
from bot.editions import Editions
from bot.files import Sent
from bot.riding import Ride, Shift, Spoken
from storage.rows import Batch, DoNotContactRow, Outgoing, Update, UpdateKey

CHATS: Final = 10_000  # whose conversation is remembered; others are looked up
OLD: Final = timedelta(days=1)  # an update so late gets no promise of speed


class Turns(Sending):
    """Plays what a visitor did, and sends what comes of it."""

    def __init__(
        self, desk: Desk, caller: Caller, conversations: Conversations, editions: Editions
    ) -> None:
        super().__init__(desk.store, caller)
        self._desk, self._conversations, self._editions = desk, conversations, editions
        self._keys = Keys(desk.secret)
        self._chats: OrderedDict[int, str] = OrderedDict()  # chat -> conversation
        self._apologised: OrderedDict[int, date] = OrderedDict()  # for being late: once a day

    async def _begin(
        self,
        who: Who,
        row: Update,
        *,
        payload: str = "",
        then: Sequence[Event] = (),
        message: int = 0,
        returning: bool = False,
    ) -> bool:
        flows = self._editions.flows
        asked = wanted(payload, self._editions.site, flows)
        flow, start = opening(asked, payload, who.lang, flows, returning=returning)
        if flow not in flows:
            flow = next(iter(flows), DEFAULT_FLOW)
        ride = self._ride(who, row, message=message)
        self._chats.pop(who.chat, None)
        await self._conversations.begin(flow, start, str(who.chat), then=then, ride=ride)
        return True

    async def _play(
        self,
        conversation: str,
        events: Sequence[Event],
        who: Who,
        row: Update,
        *,
        message: int = 0,
        client: str = "",
        marks: Sequence[tuple[int, str]] = (),
        lead_in: str = "",
        shift: Shift | None = None,
        briefly: bool = False,
        sent: Sent | None = None,
    ) -> bool:
        """Play inputs. ``marks`` change our messages first; ``briefly`` says only what comes
        after the visitor's last line."""
        ride = self._ride(
            who,
            row,
            message=message,
            client=client,
            marks=marks,
            lead_in=lead_in,
            briefly=briefly,
            sent=sent,
        )
        done = await self._conversations.play(conversation, events, ride, shift)
        if done.status == "erased":
            self._chats.pop(who.chat, None)  # whoever writes again is somebody new
        else:
            remember(self._chats, who.chat, done.id)
        return True

    def _ride(
        self,
        who: Who,
        row: Update,
        *,
        message: int = 0,
        client: str = "",
        marks: Sequence[tuple[int, str]] = (),
        lead_in: str = "",
        briefly: bool = False,
        sent: Sent | None = None,
    ) -> Ride:
        now = self._desk.clock()
        late = now - (who.at or row.received_at) > OLD
        view = self._view(who)
        apologise = late and self._apologised.get(who.chat) != now.date()
        if apologise:
            remember(self._apologised, who.chat, now.date())

        def post(told: Spoken) -> tuple[Outgoing, ...]:
            rows = Rows(row, who.chat, now)
            for number, text in marks:
                rows.mark(number, "" if told.stale else text)
            posts = view.posts(_shortened(told) if briefly else told)
            if not posts and lead_in:
                posts = view.again(told)
            ahead = [say(told.session.lang, "late")] if apologise and posts else []
            ahead += [say(told.session.lang, lead_in)] if lead_in else []
            rows.say([*map(Post, ahead), *posts], told.row.lead_id)
            return rows.all()

        marked = [f'"tg":{message}'] if message else []
        marked += [sent.mark] if sent is not None else []
        company = self._editions.site.company
        return Ride(
            settles=UpdateKey(row.bot, row.update_id),
            post=post,
            reword=(lambda turn: _without_promise(turn, company)) if late else (lambda t: t),
            mark=",".join(marked),
            client_id=client or (f"{row.bot}:{message}" if message else ""),
            sent=sent,
        )

    def unasked(self, told: Spoken, number: int) -> tuple[Outgoing, ...]:
        """What the bot says by itself after a silence, for the chat of its conversation."""
        return self._carried(told, f"silence:{told.row.id}", number)

    def carried(self, told: Spoken) -> tuple[Outgoing, ...]:
        """What a person says in the conversation, for the chat it goes on in."""
        return self._carried(told, f"person:{told.row.id}", told.row.seq)

    def _carried(self, told: Spoken, cause: str, number: int) -> tuple[Outgoing, ...]:
        now, chat = self._desk.clock(), int(told.row.peer)
        rows = Rows(Update(cause, number, told.row.peer, "", now), chat, now)
        rows.say(View(self._keys, chat).posts(told), told.row.lead_id)
        return rows.all()

    async def _go_on(self, who: Who, conversation: str, row: Update, refusal: str) -> bool:
        """A website chat goes on here; once, for it is this chat's from then on."""
        found = await self._desk.store.conversation(conversation)
        if found is None or found.peer not in ("", str(who.chat)):
            return await self._aside(who, row, refusal)
        shift = None if found.peer else Shift("telegram", str(who.chat))
        return await self._play(
            conversation, [Start()], who, row, lead_in="continued", shift=shift
        )

    async def _aside(self, who: Who, row: Update, key: str) -> bool:
        """Words of the channel's own, and the open question again; the dialogue stays."""
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._begin(who, row)
        told = await self._conversations.look(conversation)
        rows = Rows(row, who.chat, self._desk.clock())
        rows.say(self._view(who).again(told, say(told.session.lang, key)))
        return await self._commit(rows, row)

    async def _tell(self, who: Who, row: Update, text: str, *refused: DoNotContactRow) -> bool:
        rows = Rows(row, who.chat, self._desk.clock())
        rows.say([Post(text)])
        return await self._commit(rows, row, refused)

    async def _commit(
        self, rows: Rows, row: Update, refused: tuple[DoNotContactRow, ...] = ()
    ) -> bool:
        key = UpdateKey(row.bot, row.update_id)
        batch = Batch(outgoing=rows.all(), settles=key, do_not_contact=refused)
        await self._desk.store.commit(batch)
        self._desk.wake()
        return True

    async def _conversation(self, chat: int) -> str:
        """The conversation that goes on in a chat, "" where none ever did."""
        found = self._chats.get(chat)
        if found is None:
            row = await self._desk.store.conversation_of_peer("telegram", str(chat))
            found = row.id if row is not None else ""
            if found:
                remember(self._chats, chat, found)
        return found

    def _view(self, who: Who) -> View:
        return View(self._keys, who.chat)


def _shortened(told: Spoken) -> Spoken:
    """A turn of several inputs, with what was said to the last one."""
    mine = [n for n, line in enumerate(told.messages) if line.sender == "visitor"]
    return replace(told, messages=told.messages[mine[-1] :]) if mine else told


def _without_promise(turn: Turn, company: str) -> Turn:
    """A turn that closes late: its last words promise no minutes."""
    if turn.session.status not in ("complete", "handoff"):
        return turn
    effects = list(turn.effects)
    for n in reversed(range(len(effects))):
        line = effects[n]
        if isinstance(line, fx.Said) and line.sender == "bot" and not line.question:
            words = say(turn.session.lang, "late_close").format(company=company)
            effects[n] = fx.Said("bot", words)
            break
    return Turn(turn.session, tuple(effects), turn.score)


def remember(kept: OrderedDict[int, Any], chat: int, value: Any) -> None:
    """Keep something of a chat, and let go of the chat that was quiet longest."""
    kept[chat] = value
    kept.move_to_end(chat)
    if len(kept) > CHATS:
        kept.popitem(last=False)
