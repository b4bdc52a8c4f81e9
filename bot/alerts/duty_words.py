"""What agents tell the bot of themselves: /on, /off, /pause 2h, /driving, /me."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.talk import Pressed, Word
from bot.dialogue.shifts import next_start, on_shift
from bot.dialogue.site import Agent
from bot.leads import duty, speed
from bot.leads.duty import DRIVING, OFF, ON, PAUSE, Status
from bot.leads.hours import day_and_time
from bot.leads.routing import local_of
from storage.rows import Batch, UpdateKey

COMMANDS: Final = {
    "/on": ON,
    "/off": OFF,
    "/pause": PAUSE,
    "/driving": DRIVING,
    "/showing": DRIVING,
}
ME: Final = ("/me", "/status")
NOT_YOURS: Final = "This is for the agents of {company}. How can I help you?"
UNREADABLE: Final = "For how long? Write it like this: {command} 2h, or {command} 30m."
PERIOD: Final = timedelta(days=30)


class DutyWords:
    """Handles these commands; everything else is left to others."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def press(self, _pressed: Pressed, _key: UpdateKey) -> bool:
        """Presses are none of ours."""
        return False

    async def word(self, word: Word, key: UpdateKey) -> bool:
        """A command about oneself. Whoever is no agent is told so, politely."""
        command, _, rest = word.text.strip().partition(" ")
        command = command.partition("@")[0].lower()
        if (command not in COMMANDS and command not in ME) or word.edited:
            return False
        agent = await self._desk.directory.agent_of(word.user)
        if agent is None:
            text = NOT_YOURS.format(company=self._desk.cases.site().company)
        elif command in ME:
            text = await self._me(agent)
        else:
            text = await self._set(agent, command, rest, f"{key.bot}:{key.update_id}")
        now, cause = self._desk.clock(), f"{key.bot}:{key.update_id}"
        row = outgoing.say(word.chat, text, cause, now, silent=True)
        await self._desk.store.commit(Batch(outgoing=(row,), settles=key))
        self._desk.wake()
        return True

    async def _set(self, agent: Agent, command: str, rest: str, cause: str) -> str:
        kind, now = COMMANDS[command], self._desk.clock()
        lasts = duty.read_length(rest) if rest.strip() else self._lasts(agent, kind, now)
        if lasts is None:
            return UNREADABLE.format(command=command)
        here = local_of(agent, self._desk.cases.site(), now)
        if kind == ON and not rest.strip() and on_shift(agent.shift, here):
            await self._desk.rota.set(agent.id, None)
            return "You are on: hot leads ring here, as your shift says."
        status = Status(kind, now + lasts)
        await self._desk.rota.set(agent.id, status)
        until = status.until.isoformat()
        key = f"{agent.id}:{cause}"
        timer = outgoing.timer("resume", key, status.until, now, agent=agent.id, until=until)
        await self._desk.store.enqueue([timer])
        return _said(kind, day_and_time(status.until.astimezone(here.tzinfo), here))

    def _lasts(self, agent: Agent, kind: str, now: datetime) -> timedelta:
        """How long it holds where the agent did not say: off is until the next shift."""
        here = local_of(agent, self._desk.cases.site(), now)
        start = next_start(agent.shift, here) if kind == OFF else None
        return start - here if start is not None else duty.LASTS[kind]

    async def _me(self, agent: Agent) -> str:
        """An agent's own figures, and the team's median: nobody sees a colleague's."""
        now = self._desk.clock()
        events = await self._desk.store.events_since(speed.KINDS, now - PERIOD)
        mine = {agent.id} | {f"team:{team}" for team in agent.teams}
        figures = speed.figures(events, agent.id, mine)
        here = local_of(agent, self._desk.cases.site(), now)
        works = self._desk.rota.works(agent)
        standing = "You are on." if works else f"You: {self._away(agent, here)}."
        return f"{standing}\n{speed.in_words(figures)}"

    def _away(self, agent: Agent, here: datetime) -> str:
        return self._desk.rota.roster.why_away(agent, here).removeprefix("is ")


def _said(kind: str, until: str) -> str:
    if kind == ON:
        return f"You are on until {until}: hot leads ring here."
    if kind == DRIVING:
        return (
            f"Drive safely. Until {until} your colleagues are rung first, and nothing sounds here."
        )
    what = "off" if kind == OFF else "paused"
    return f"You are {what} until {until}: your colleagues are rung. /on ends it."
