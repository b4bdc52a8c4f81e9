"""What agents say to the bot: presses of alert buttons, and /start with an invitation."""

from __future__ import annotations

import asyncio

import structlog

from bot.alerts import outgoing
from bot.alerts.callbacks import VERBS
from bot.alerts.claiming import Claims, Done
from bot.alerts.desk import Desk
from bot.alerts.outcomes import Again
from bot.alerts.talk import Pressed, Word
from storage.rows import Batch, UpdateKey

INVITE = "agent_"  # begins the payload of an agent's one-time link
ANSWER_TRIES = 3
LONGEST_WAIT = 5.0  # for the answer to a press: Telegram forgets the press soon after
STRANGER = "This button is for the agents of {company}."
FORGED = "This button does not work here."
WELCOME = "Hello {name}. From now on hot leads of {company} ring here."
WRONG_CODE = "This link was used before or is too old. Ask your office for a new one."
HELLO = "Hello {name}, you are connected: hot leads of {company} ring here."

log = structlog.get_logger("alerts")


class Presses:
    """Handles the updates that concern agents. ``press`` and ``word`` say whether it was one."""

    def __init__(self, desk: Desk, claims: Claims) -> None:
        self._desk, self._claims = desk, claims

    async def press(self, pressed: Pressed, key: UpdateKey) -> bool:
        """Act on an alert's button and answer it, whoever pressed."""
        if pressed.data.partition(".")[0] not in VERBS:
            return False
        done = await self._act(pressed, key)
        await self._answer(pressed.id, done)
        return True

    async def word(self, word: Word, key: UpdateKey) -> bool:
        """``/start CODE`` binds an agent to this chat; an agent's bare ``/start`` is greeted."""
        command, _, code = word.text.partition(" ")
        if command.partition("@")[0] != "/start":
            return False
        text = await self._start(word, code.strip())
        if not text:
            return False
        row = outgoing.say(word.chat, text, f"{key.bot}:{key.update_id}", self._desk.clock())
        await self._desk.store.commit(Batch(outgoing=(row,), settles=key))
        self._desk.wake()
        return True

    async def _act(self, pressed: Pressed, key: UpdateKey) -> Done:
        agent = await self._desk.directory.agent_of(pressed.user)
        if agent is None and pressed.chat < 0:  # a group that stands for an agent
            agent = await self._desk.directory.agent_of(pressed.chat)
        if agent is None:
            return Done(False, STRANGER.format(company=self._desk.cases.site().company))
        press = self._desk.signer.read(pressed.data, agent.id)
        if press is None:
            return Done(False, FORGED)
        if press.verb == "claim":
            return await self._claims.claim(press.lead_id, agent.id)
        return await self._claims.outcome(press.lead_id, agent.id, press.verb, key)

    async def _start(self, word: Word, code: str) -> str:
        """The answer to /start; "" where it is not for us."""
        company = self._desk.cases.site().company
        if code.startswith(INVITE):
            agent = await self._desk.directory.redeem(
                code.removeprefix(INVITE), str(word.chat), self._desk.clock()
            )
            return WELCOME.format(name=agent.name, company=company) if agent else WRONG_CODE
        agent = await self._desk.directory.agent_of(word.user)
        return HELLO.format(name=agent.name, company=company) if agent and not code else ""

    async def _answer(self, press_id: str, done: Done) -> None:
        """Answer a press; a few tries, because the lead is safe and the button only spins."""
        messenger = self._desk.messenger
        if messenger is None:
            return
        for attempt in range(ANSWER_TRIES):
            answered = await messenger.answer(press_id, done.text, alert=not done.ok)
            if not isinstance(answered, Again):
                return
            log.info("press.unanswered", why=answered.why)
            await asyncio.sleep(min(LONGEST_WAIT, answered.after or 0.3 * 2**attempt))
