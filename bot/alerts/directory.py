"""Which Telegram chat belongs to which agent: site.yaml's number, or the one bound by a link."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.dialogue.site import Agent, Site
from bot.leads.words import one_line
from storage.store import Store

INVITE_BYTES = 18
INVITE_LASTS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Group:
    """A team's group chat. Its id is ``team:ID``, so that no agent has the same."""

    id: str
    name: str
    telegram: int | None


Addressee = Agent | Group


class Directory:
    """Agents and their chats. The site is asked anew each time: it may have been edited."""

    def __init__(self, store: Store, site: Callable[[], Site]) -> None:
        self._store, self._site = store, site
        self._bound: dict[str, str] = {}  # what the settings say, read once

    def agent(self, id_: str) -> Agent | None:
        """An agent by id."""
        return next((agent for agent in self._site().agents if agent.id == id_), None)

    def box(self, id_: str) -> Addressee | None:
        """Who reads alerts under this id: an agent, or a group."""
        if not id_.startswith("team:"):
            return self.agent(id_)
        return next((group for group in self.groups() if group.id == id_), None)

    def groups(self) -> tuple[Group, ...]:
        """The teams that have a group chat."""
        return tuple(
            Group(f"team:{team.id}", team.name, team.telegram)
            for team in self._site().teams
            if team.telegram
        )

    async def group_of(self, chat: int) -> Group | None:
        """The team whose group chat this is."""
        for group in self.groups():
            if await self.chat_of(group.id) == str(chat):
                return group
        return None

    def names(self) -> dict[str, str]:
        """Ids and names of agents and groups."""
        return names_of(self._site())

    async def chat_of(self, agent_id: str) -> str:
        """The agent's chat, "" where there is none."""
        agent = self.box(agent_id)
        if agent is None:
            return ""
        if agent_id not in self._bound:
            self._bound[agent_id] = await self._store.setting(f"chat:{agent_id}") or ""
        return self._bound[agent_id] or str(agent.telegram or "")

    async def agent_of(self, user: int) -> Agent | None:
        """The agent who writes or presses as this Telegram user."""
        for agent in self._site().agents:
            if await self.chat_of(agent.id) == str(user):
                return agent
        return None

    async def bind(self, agent_id: str, chat: str) -> None:
        """This agent is reached in this chat from now on."""
        await self._store.set_setting(f"chat:{agent_id}", chat)
        self._bound[agent_id] = chat

    async def invite(self, agent_id: str, now: datetime) -> str:
        """A one-time code for ``/start``; only its hash is kept."""
        code = secrets.token_urlsafe(INVITE_BYTES)
        until = (now + INVITE_LASTS).isoformat()
        kept = json.dumps({"agent": agent_id, "until": until})
        await self._store.set_setting(_invite_name(code), kept)
        return code

    async def redeem(self, code: str, chat: str, now: datetime) -> Agent | None:
        """Bind the agent whom this code invited; None for a wrong, used or old one."""
        kept = await self._store.take_setting(_invite_name(code))
        if kept is None:
            return None
        invited = json.loads(kept)
        agent = self.agent(invited["agent"])
        if agent is None or now > datetime.fromisoformat(invited["until"]):
            return None
        await self.bind(agent.id, chat)
        return agent


def names_of(site: Site) -> dict[str, str]:
    """Ids and names of those who read alerts, each on one line."""
    names = {agent.id: agent.name for agent in site.agents}
    names |= {f"team:{team.id}": team.name for team in site.teams if team.telegram}
    return {id_: one_line(name, 60) for id_, name in names.items()}


def _invite_name(code: str) -> str:
    return f"invite:{hashlib.sha256(code.encode()).hexdigest()}"
