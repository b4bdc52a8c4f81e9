"""Agents who speak with visitors from Telegram.

[💬 Chat] under an alert opens a chat; so does an answer to any message about a lead. What an
agent then writes without answering anything goes to the chat opened last. ``/leads`` lists and
``/chat`` switches; ``/bot`` hands back.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Final

from bot.alerts import outgoing
from bot.alerts.callbacks import Press
from bot.alerts.claiming import Done
from bot.alerts.desk import Desk
from bot.alerts.talk import Pressed, Word
from bot.channels.telegram_relay import open_leads, person, row_of
from bot.dialogue.site import Agent
from bot.takeover import Cause, Takeover
from storage.rows import Batch, Lead, UpdateKey

NOT_FOUND: Final = "There is no such lead among yours. /leads lists them."
NO_CHAT: Final = "You are in no chat now. /leads lists your leads."
BACK: Final = "🤖 The assistant goes on with {name}."
ANSWERED: Final = "You are in the chat: write here."
COMMANDS: Final = ("/leads", "/chat", "/bot")


class Agents:
    """Handles what agents do in visitors' chats; what is not theirs is left to others."""

    def __init__(self, desk: Desk, takeover: Takeover) -> None:
        self._desk, self._takeover = desk, takeover

    async def press(self, pressed: Pressed, key: UpdateKey) -> bool:
        """The button [💬 Chat]."""
        if not pressed.data.startswith("t."):
            return False
        agent = await self._desk.directory.agent_of(pressed.user)
        press = await self._read(pressed, agent) if agent else None
        if agent is None or press is None:
            return False
        done = await self._open(press.lead_id, agent, key)
        await self._answer(pressed.id, done)
        return True

    async def _read(self, pressed: Pressed, agent: Agent) -> Press | None:
        """What the button means to this agent; in a team's group its buttons are everybody's."""
        press = self._desk.signer.read(pressed.data, agent.id)
        if press is not None or pressed.chat > 0:
            return press
        group = await self._desk.directory.group_of(pressed.chat)
        return self._desk.signer.read(pressed.data, group.id) if group is not None else None

    async def word(self, word: Word, key: UpdateKey) -> bool:
        """Words of an agent that are for a visitor, and the commands around it."""
        agent = await self._desk.directory.agent_of(word.user)
        if agent is None:
            return False
        command = word.text.split(maxsplit=1)[0].partition("@")[0].lower()
        if command in COMMANDS and not word.edited:
            await self._command(command, word, agent, key)
            return True
        if command.startswith("/"):
            return False
        lead_id = await self._meant(word, agent)
        if not lead_id:
            return False
        await self._say(lead_id, word, agent, key)
        return True

    async def _meant(self, word: Word, agent: Agent) -> str:
        """The lead that words are for: of the message they answer or mend, else of the open
        chat."""
        store, chat = self._desk.store, str(word.chat)
        if word.edited:
            return await store.lead_of_post(chat, word.message)
        if word.reply_to:
            found = await store.lead_of_post(chat, word.reply_to)
            if found:
                return found
        return (await store.setting(_talk(agent)) or "") if word.chat > 0 else ""

    async def _say(self, lead_id: str, word: Word, agent: Agent, key: UpdateKey) -> None:
        store = self._desk.store
        lead = await store.lead(lead_id)
        begins = lead is not None and await self._takeover.speaker(lead) != agent.id
        cause = Cause(_cause(word, key), key)
        saying = self._takeover.say(lead_id, agent, word.text, cause, corrects=bool(word.edited))
        done, _ = await asyncio.gather(  # in one transaction: the next word waits for both
            saying, store.keep_post(str(word.chat), word.message, lead_id, self._desk.clock())
        )
        if not done.ok:
            await self._tell(word, done.text, key)
            return
        if begins or await store.setting(_talk(agent)) != lead_id:
            await store.set_setting(_talk(agent), lead_id)

    async def _command(self, command: str, word: Word, agent: Agent, key: UpdateKey) -> None:
        rest = word.text.partition(" ")[2].strip()
        if command == "/leads" or (command == "/chat" and not rest):
            await self._list(word, agent, key)
        elif command == "/chat":
            await self._switch(rest, word, agent, key)
        else:
            await self._hand_back(word, agent, key)

    async def _list(self, word: Word, agent: Agent, key: UpdateKey) -> None:
        cause = f"{key.bot}:{key.update_id}"
        row = row_of("chat.leads", agent.id, f"tg:{word.chat}", cause, self._desk.clock())
        await self._desk.store.commit(Batch(outgoing=(row,), settles=key))
        self._desk.wake()

    async def _switch(self, wanted: str, word: Word, agent: Agent, key: UpdateKey) -> None:
        """``/chat 2`` or ``/chat chris``: open another chat; the one before stays as it is."""
        leads = await open_leads(self._desk, agent.id)
        number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 4 else 0
        named = [lead for lead in leads if person(lead).lower().startswith(wanted.lower())]
        found: Lead | None = leads[number - 1] if 0 < number <= len(leads) else None
        found = found or (named[0] if named else None)
        if found is None:
            await self._tell(word, NOT_FOUND, key)
            return
        done = await self._open(found.id, agent, key)
        if not done.ok:
            await self._tell(word, done.text, key)

    async def _hand_back(self, word: Word, agent: Agent, key: UpdateKey) -> None:
        """``/bot``: of the chat it answers, else of the one that is open."""
        lead_id = await self._meant(word, agent)
        lead = await self._desk.store.lead(lead_id) if lead_id else None
        if lead is None:
            await self._tell(word, NO_CHAT, key)
            return
        done = await self._takeover.leave(lead.id, agent, Cause(_cause(word, key)))
        if await self._desk.store.setting(_talk(agent)) == lead.id:
            await self._desk.store.take_setting(_talk(agent))
        text = BACK.format(name=person(lead)) if done.ok else done.text
        await self._tell(word, text, key, lead.id)

    async def _open(self, lead_id: str, agent: Agent, key: UpdateKey) -> Done:
        cause = Cause(f"{key.bot}:{key.update_id}", key)
        done = await self._takeover.join(lead_id, agent, cause)
        if done.ok:
            await self._desk.store.set_setting(_talk(agent), lead_id)
        return done

    async def _tell(self, word: Word, text: str, key: UpdateKey, lead_id: str = "") -> None:
        row = outgoing.say(word.chat, text, f"{key.bot}:{key.update_id}", self._desk.clock())
        row = replace(row, lead_id=lead_id)
        await self._desk.store.commit(Batch(outgoing=(row,), settles=key))
        self._desk.wake()

    async def _answer(self, press_id: str, done: Done) -> None:
        """Stop the button's spinning; the chat is open whether or not this arrives."""
        messenger = self._desk.messenger
        if messenger is not None:
            await messenger.answer(press_id, done.text or ANSWERED, alert=not done.ok)


def _talk(agent: Agent) -> str:
    """The setting that says whose chat an agent opened last."""
    return f"talk:{agent.id}"


def _cause(word: Word, key: UpdateKey) -> str:
    """The same message is the same cause, also under another update's number."""
    edited = f"e{word.edited}:" if word.edited else ""
    return f"{key.bot}:a{word.chat}:{edited}{word.message}"
