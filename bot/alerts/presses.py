"""What agents say to the bot: presses of alert buttons, and /start with an invitation."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

import structlog

from bot.alerts import outgoing
from bot.alerts.callbacks import VERBS, Press
from bot.alerts.claiming import GONE, Claims, Done
from bot.alerts.desk import Desk
from bot.alerts.digests import Digests
from bot.alerts.directory import Addressee
from bot.alerts.handing import Handing
from bot.alerts.keyboards import LATER_OUTCOMES
from bot.alerts.outcomes import Again
from bot.alerts.talk import Pressed, Word
from bot.dialogue.site import Agent
from bot.leads.timeline import OUTCOMES
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


@dataclass(frozen=True, slots=True)
class Deed:
    """A press that counts: who means what, in whose message."""

    press: Press
    agent: Agent
    box: Addressee  # whose copy it is: the agent's own, or a group's
    pressed: Pressed
    key: UpdateKey


Verb = Callable[[Deed], Awaitable[Done]]


class Presses:
    """Handles the updates that concern agents. ``press`` and ``word`` say whether it was one.

    ``more`` adds verbs that others act on, such as ``chat``.
    """

    def __init__(self, desk: Desk, claims: Claims, more: Mapping[str, Verb] | None = None) -> None:
        self._desk, self._claims = desk, claims
        self._handing, self._digests = Handing(desk), Digests(desk, claims)
        self._verbs: Final[dict[str, Verb]] = {
            "claim": self._claim,
            "pass": self._pass,
            "snooze": self._snooze,
            "more": self._more,
            "back": lambda deed: self._menu(deed, ""),
            "hand_over": self._hand_over,
            "release": self._release,
            "do_not_contact": self._refuse,
            "calling": self._calling,
            "take_all": lambda deed: self._digests.take_all(deed.press.lead_id, deed.agent),
            "skip": lambda deed: self._digests.skip(deed.press.lead_id, deed.agent),
            **dict.fromkeys(OUTCOMES, self._outcome),
            **(more or {}),
        }

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
        agent, boxes = await self._who(pressed)
        if agent is None:
            return Done(False, STRANGER.format(company=self._desk.cases.site().company))
        for box in boxes:
            press = self._desk.signer.read(pressed.data, box.id)
            act = self._verbs.get(press.verb) if press is not None else None
            if press is not None and act is not None:
                return await act(Deed(press, agent, box, pressed, key))
        return Done(False, FORGED)

    async def _who(self, pressed: Pressed) -> tuple[Agent | None, list[Addressee]]:
        """Who pressed, and whose buttons they may press: their own, and in a group the group's."""
        directory = self._desk.directory
        agent = await directory.agent_of(pressed.user)
        boxes: list[Addressee] = []
        if pressed.chat < 0:
            stands_for = await directory.agent_of(pressed.chat)  # a group that is one agent's
            agent = stands_for or agent
            group = await directory.group_of(pressed.chat)
            boxes = [group] if group is not None else []
        return agent, boxes if agent is None else [agent, *boxes]

    # ---- verbs ------------------------------------------------------------------------------

    async def _claim(self, deed: Deed) -> Done:
        return await self._claims.claim(deed.press.lead_id, deed.agent.id)

    async def _outcome(self, deed: Deed) -> Done:
        press = deed.press
        if press.verb in LATER_OUTCOMES:  # they stand under "More", and are read without it
            await self._menu(deed, "")
        return await self._claims.outcome(press.lead_id, deed.agent.id, press.verb, deed.key)

    async def _pass(self, deed: Deed) -> Done:
        if not deed.press.arg:
            return await self._menu(deed, "pass", "Why?")
        await self._menu(deed, "")
        return await self._handing.passed(deed.press.lead_id, deed.agent, deed.press.arg, deed.key)

    async def _snooze(self, deed: Deed) -> Done:
        return await self._handing.snoozed(deed.press.lead_id, deed.agent, deed.key)

    async def _more(self, deed: Deed) -> Done:
        case = await self._desk.cases.open(deed.press.lead_id)
        if case is None or case.gone:
            return Done(False, GONE)
        await self._handing.looked(case, deed.agent)
        return await self._menu(deed, "more")

    async def _release(self, deed: Deed) -> Done:
        await self._menu(deed, "")
        return await self._handing.released(deed.press.lead_id, deed.agent)

    async def _hand_over(self, deed: Deed) -> Done:
        if not deed.press.arg:
            return await self._menu(deed, "hand", "To whom?")
        await self._menu(deed, "")
        return await self._handing.handed_over(deed.press.lead_id, deed.agent, deed.press.arg)

    async def _refuse(self, deed: Deed) -> Done:
        if deed.press.arg != "yes":
            return await self._menu(deed, "refuse", "Sure?")
        return await self._handing.refused(deed.press.lead_id, deed.agent, deed.key)

    async def _calling(self, deed: Deed) -> Done:
        """A visitor came back and the agent calls: it is theirs, if it is nobody's yet."""
        done = await self._claims.claim(deed.press.lead_id, deed.agent.id)
        return (
            Done(done.ok, "Good. Note what came of it under the first message.")
            if (done.ok and not done.text.startswith("Yours"))
            else done
        )

    async def _menu(self, deed: Deed, menu: str, answer: str = "") -> Done:
        """Open a menu of the message that was pressed, or close it."""
        pressed, now = deed.pressed, self._desk.clock()
        cause = f"menu:{deed.key.bot}:{deed.key.update_id}"
        row = outgoing.edit(
            deed.press.lead_id, deed.box, cause, now, message=pressed.message_id, menu=menu
        )
        await self._desk.store.enqueue([row])
        self._desk.wake()
        return Done(True, answer)

    # ---- words ------------------------------------------------------------------------------

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
