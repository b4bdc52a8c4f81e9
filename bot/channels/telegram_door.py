"""The second front door: Telegram's private chats, played through the same conversations.

An update that was stored becomes one transaction: the turn, the settled update, and the replies
in the outbox. After a kill it is either all there or played again from the stored update.
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, Final

from bot.alerts.desk import Desk
from bot.channels import telegram
from bot.channels.limits import Limits
from bot.channels.telegram import Who
from bot.channels.telegram_edits import Correction, correction
from bot.channels.telegram_files import Files
from bot.channels.telegram_keys import code_in
from bot.channels.telegram_links import Links
from bot.channels.telegram_out import Caller, Rows
from bot.channels.telegram_start import wanted
from bot.channels.telegram_turns import remember
from bot.channels.telegram_view import Language, Meaning, Post, Toggle, label_of, picked
from bot.channels.telegram_words import MEDIA, menu, privacy, say
from bot.conversations import Conversations
from bot.dialogue.events import Event, Skip, Start, Text
from bot.dialogue.phrases.book import LANGUAGES, book
from bot.editions import Editions
from bot.replies import ENDED
from bot.riding import Shift, Spoken
from bot.talk import ConversationGone, UnknownConversation
from bot.understanding.intents import detect
from bot.understanding.nearby import nearest
from storage.rows import DoNotContactRow, Update

ANSWERING: Final = 256  # presses being answered at once; more go unanswered, their turn counts
MENU_WAIT: Final = (5.0, 60.0, 600.0)
SKIPS: Final = frozenset(book(lang).say("button_skip") for lang in LANGUAGES)
_OURS = re.compile(r"[\w.:-]+", re.ASCII).fullmatch  # what button data of a bot looks like

WORDLESS: Final = (telegram.Contact, telegram.Document, telegram.Other, telegram.Place)
Handler = Callable[[Who, Any, Update], Awaitable[bool]]


class Door(Files):
    """Takes visitors' updates and sends their replies. One for a bot."""

    def __init__(
        self,
        desk: Desk,
        caller: Caller,
        conversations: Conversations,
        editions: Editions,
        limits: Limits,
        *,
        ticks: Callable[[], float],
    ) -> None:
        """``ticks`` are seconds that no change of the clock touches."""
        super().__init__(desk, caller, conversations, editions)
        self._limits, self._ticks = limits, ticks
        self._hasty: OrderedDict[int, None] = OrderedDict()  # chats that were told to slow down
        self.links = Links(desk.store, self._keys, caller, desk.clock)
        self._pressed: OrderedDict[int, int] = OrderedDict()  # chat -> message last pressed
        self._answering: set[asyncio.Task[Any]] = set()
        self._handlers: dict[type, Handler] = {
            telegram.Typed: self._typed,
            telegram.Command: self._command,
            telegram.Edited: self._edited,
            telegram.Pressed: self._press,
            telegram.Contact: self._contact,
            telegram.Place: self._place,
            telegram.Document: self._document,
            telegram.Other: self._other,
        }
        self._commands: dict[str, Handler] = {
            "start": self._start,
            "help": self._help,
            "stop": self._stop,
            "restart": self._restart,
            "human": self._human,
            "language": self._language,
            "privacy": self._privacy,
        }

    async def run(self) -> None:
        """Show the menu of commands in every language we have; Telegram keeps it."""
        for wait in (*MENU_WAIT, 0.0):
            if await self._show_menu():
                return
            await asyncio.sleep(wait)

    async def take(self, body: dict[str, Any], row: Update) -> bool:
        """Act on an update; whether it is settled by that."""
        if (moved := telegram.moved_group(body)) is not None:
            await self._group_moved(*moved)
            return False
        heard = telegram.read(body)
        if heard is None:
            return False
        who, did = heard
        if isinstance(did, telegram.Membership):
            await self._membership(who, did)
            return False
        await self.unblock(str(who.chat))
        if self._limits.admits(who.chat, self._ticks()):
            self._hasty.pop(who.chat, None)
        elif not _urgent(who, did):
            return await self._too_fast(who, row)
        return await self._heard(who, did, row)

    async def _heard(self, who: Who, did: telegram.Did, row: Update) -> bool:
        try:
            if isinstance(did, WORDLESS) and await self._is_agents(who):
                return await self._tell(who, row, say("en", "agent_text"))
            return await self._handlers[type(did)](who, did, row)
        except UnknownConversation:
            self._chats.pop(who.chat, None)
            return await self._begin(who, row)
        except ConversationGone:
            return await self._tell(who, row, say(who.lang, "gone"))

    async def _too_fast(self, who: Who, row: Update) -> bool:
        """More than anybody types: said once, then left aside until there is room again."""
        if who.chat in self._hasty:
            return False
        remember(self._hasty, who.chat, None)
        return await self._tell(who, row, say(who.lang, "too_fast"))

    async def _is_agents(self, who: Who) -> bool:
        """Whether this is the chat of an agent who is no visitor as well."""
        if await self._conversation(who.chat):
            return False
        return await self._desk.directory.agent_of(who.chat) is not None

    # ---- what visitors do -------------------------------------------------------------------

    async def _typed(self, who: Who, did: telegram.Typed, row: Update) -> bool:
        code = code_in(did.text)
        if code:
            return await self._code(who, code, row)
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._first_words(who, did, row)
        event: Event = Text(did.text)
        if did.text in SKIPS:  # the share-contact keyboard sends its label
            event = Skip()
        return await self._play(conversation, [event], who, row, message=did.message)

    async def _first_words(self, who: Who, did: telegram.Typed, row: Update) -> bool:
        """Somebody writes without having pressed Start; an agent may only have mistyped."""
        if await self._desk.directory.agent_of(who.chat) is not None:
            return await self._tell(who, row, say("en", "agent_hint"))
        greeted = {intent.id for intent in detect(did.text, who.lang[:2])} == {"greeting"}
        then = [] if greeted else [Text(did.text)]
        return await self._begin(who, row, then=then, message=did.message)

    async def _command(self, who: Who, did: telegram.Command, row: Update) -> bool:
        if did.name != "start" and await self._is_agents(who):
            return await self._tell(who, row, say("en", "agent_hint"))
        handler = self._commands.get(did.name)
        return await handler(who, did, row) if handler is not None else False

    async def _start(self, who: Who, did: telegram.Command, row: Update) -> bool:
        payload = did.rest[:64]
        linked = self.links.linked(payload)
        if linked:
            return await self._go_on(who, linked, row, "link_used")
        if code := code_in(payload):
            return await self._code(who, code, row)
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._begin(who, row, payload=payload)
        told = await self._conversations.look(conversation)
        asked = wanted(payload, self._editions.site, self._editions.flows)
        elsewhere = asked.flow not in ("", told.row.flow) or asked.listing is not None
        if told.row.status in ENDED or elsewhere:
            return await self._begin(who, row, payload=payload, returning=True)
        return await self._play(conversation, [Start()], who, row)

    async def _help(self, who: Who, _did: telegram.Command, row: Update) -> bool:
        return await self._aside(who, row, "help_text")

    async def _privacy(self, who: Who, _did: telegram.Command, row: Update) -> bool:
        """The greeting's link, which Telegram takes for a command where it has no host."""
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._tell(who, row, privacy(who.lang, self._editions.site))
        told = await self._conversations.look(conversation)
        words = privacy(told.session.lang, self._editions.site)
        rows = Rows(row, who.chat, self._desk.clock())
        rows.say(self._view(who).again(told, words))
        return await self._commit(rows, row)

    async def _stop(self, who: Who, did: telegram.Command, row: Update) -> bool:
        conversation = await self._conversation(who.chat)
        if conversation:
            return await self._play(conversation, [Text("stop")], who, row, message=did.message)
        refusal = DoNotContactRow(f"telegram:{who.chat}", "stop", self._desk.clock())
        return await self._tell(who, row, say(who.lang, "stopped"), refusal)

    async def _restart(self, who: Who, did: telegram.Command, row: Update) -> bool:
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._begin(who, row)
        try:
            told = await self._conversations.look(conversation)
        except ConversationGone:
            return await self._begin(who, row, returning=True)
        if told.row.status in ("partial", "complete"):
            again = [Text("start over")]
            return await self._play(conversation, again, who, row, message=did.message)
        return await self._begin(who, row, payload=told.row.flow, returning=True)

    async def _human(self, who: Who, did: telegram.Command, row: Update) -> bool:
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._begin(who, row, then=[Text("human")], message=did.message)
        return await self._play(conversation, [Text("human")], who, row, message=did.message)

    async def _language(self, who: Who, _did: telegram.Command, row: Update) -> bool:
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._begin(who, row)
        told = await self._conversations.look(conversation)
        markup = self._view(who).languages(told)
        rows = Rows(row, who.chat, self._desk.clock())
        rows.say([Post(say(told.session.lang, "choose_language"), markup)])
        return await self._commit(rows, row)

    async def _edited(self, who: Who, did: telegram.Edited, row: Update) -> bool:
        """A changed message corrects the answer it gave; any other is left as it was."""
        conversation = await self._conversation(who.chat)
        if not conversation:
            return False
        told = await self._conversations.look(conversation)
        client = f"{row.bot}:e{did.message}:{did.at}"
        if told.session.person:  # who reads it sees what it is now
            changed = Text(f"✏️ {did.text}")
            return await self._play(conversation, [changed], who, row, client=client)
        store = self._desk.store
        found: Correction | None = correction(
            did, told, await store.messages(conversation), await store.answers(conversation)
        )
        if found is None:
            return False
        return await self._play(
            conversation,
            found.events,
            who,
            row,
            message=did.message,
            client=client,
            briefly=True,
        )

    async def _contact(self, who: Who, did: telegram.Contact, row: Update) -> bool:
        if not did.own:
            return await self._aside(who, row, "contact_foreign")
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._begin(who, row)
        event = Text(did.phone)
        return await self._play(conversation, [event], who, row, message=did.message)

    async def _place(self, who: Who, did: telegram.Place, row: Update) -> bool:
        """A location answers a question for an area with the nearest one; it is not kept."""
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._begin(who, row)
        told = await self._conversations.look(conversation)
        kind = told.ask.kind if told.ask is not None else ""
        if kind != "area":
            named = kind in ("address", "region")
            return await self._aside(who, row, "place" if named else "place_unasked")
        places = self._editions.site.market(told.row.market).coordinates
        area = nearest((did.latitude, did.longitude), places)
        if not area:
            return await self._aside(who, row, "place_far" if places else "place")
        return await self._play(conversation, [Text(area)], who, row, message=did.message)

    async def _other(self, who: Who, did: telegram.Other, row: Update) -> bool:
        return await self._aside(who, row, MEDIA.get(did.kind, "other"))

    # ---- presses ----------------------------------------------------------------------------

    async def _press(self, who: Who, did: telegram.Pressed, row: Update) -> bool:
        conversation = await self._conversation(who.chat)
        if not conversation or not _OURS(did.data):
            self._answer(did.id)
            return False
        told = await self._conversations.look(conversation)
        meaning = self._view(who).meaning(did.data, told)
        if meaning is None:
            return await self._too_late(who, did, row, told)
        if isinstance(meaning, Toggle):
            rows = Rows(row, who.chat, self._desk.clock())
            rows.mark(did.message, markup=self._view(who).keyboard(told, meaning.mask))
            settled = await self._commit(rows, row)
        else:
            settled = await self._pressed_one(who, did, row, told, meaning)
        self._answer(did.id)
        return settled

    async def _pressed_one(
        self, who: Who, did: telegram.Pressed, row: Update, told: Spoken, meaning: Meaning
    ) -> bool:
        remember(self._pressed, who.chat, did.message)
        before = [(did.message, picked(did.text, label_of(meaning, told)) if did.text else "")]
        client = f"{row.bot}:q{did.id}"
        if isinstance(meaning, Language):
            shift = Shift(lang=meaning.lang)
            return await self._play(
                told.row.id, [Start()], who, row, client=client, marks=before, shift=shift
            )
        if isinstance(meaning, Toggle):
            return False
        return await self._play(told.row.id, [meaning], who, row, client=client, marks=before)

    async def _too_late(self, who: Who, did: telegram.Pressed, row: Update, told: Spoken) -> bool:
        """A stale or forged press: the current question again; a double click only stops."""
        words = say(told.session.lang, "stale")
        self._answer(did.id, words)
        if self._pressed.get(who.chat) == did.message:
            return False
        remember(self._pressed, who.chat, did.message)
        rows = Rows(row, who.chat, self._desk.clock())
        rows.mark(did.message)
        rows.say(self._view(who).again(told))
        return await self._commit(rows, row)

    def _answer(self, press_id: str, text: str = "") -> None:
        """Stop the button's spinning, beside all else: Telegram forgets a press soon."""
        if not press_id or len(self._answering) >= ANSWERING:
            return
        task = asyncio.ensure_future(self._caller.answer(press_id, text))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _code(self, who: Who, code: str, row: Update) -> bool:
        found = await self.links.coded(code, who.chat)
        if not found:
            return await self._aside(who, row, "code_wrong")
        settled = await self._go_on(who, found, row, "code_wrong")
        await self.links.used(code)
        return settled

    async def _membership(self, who: Who, did: telegram.Membership) -> None:
        if did.blocked:
            await self.mark_blocked(str(who.chat), self._desk.clock())
        else:
            await self.unblock(str(who.chat))

    async def _group_moved(self, old: int, new: int) -> None:
        """A group that stands for an agent got another number."""
        agent = await self._desk.directory.agent_of(old)
        if agent is not None:
            await self._desk.directory.bind(agent.id, str(new))

    async def _show_menu(self) -> bool:
        languages = {
            lang[:2] for flow in self._editions.flows.values() for lang in flow.flow.languages
        }
        asked: list[dict[str, object]] = [{"commands": menu("en")}]
        asked += [{"commands": menu(lang), "language_code": lang} for lang in sorted(languages)]
        for parameters in asked:
            if await self._caller.call("setMyCommands", parameters) is not True:
                return False
        return True


def _urgent(who: Who, did: telegram.Did) -> bool:
    """A refusal is heard however fast somebody writes."""
    if isinstance(did, telegram.Command):
        return did.name == "stop"
    if not isinstance(did, telegram.Typed):
        return False
    return any(intent.id in ("stop", "delete_me") for intent in detect(did.text, who.lang[:2]))
