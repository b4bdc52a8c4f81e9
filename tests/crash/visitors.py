"""Visitors who keep a log of their own, through every crash; the log is what judges the server."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.crash.office import ERASE, answers, is_hot
from tests.fakes.botapi import FakeBotApi

PATIENCE = ClientTimeout(total=20)
WAIT = 0.05  # seconds before something is tried again
LABELS = {"now": "Right away", "browsing": "Just looking", "cash": "Cash", "call": "Call me",
          "preapproved": "Mortgage, pre-approved", "none": "Not now"}  # fmt: skip
AGAIN = 0.1  # of the answers are sent twice at once, as by a double click


@dataclass(slots=True)
class Told:
    """What one visitor said and was told: ``said`` are the acknowledged inputs and their replies.

    ``open`` is the input whose acknowledgement never came; it may or may not have counted.
    """

    name: str
    hot: bool
    id: str = ""
    token: str = ""
    said: list[tuple[dict[str, Any], bytes]] = field(default_factory=list)
    open: dict[str, Any] | None = None

    @property
    def erased(self) -> bool:
        """Whether the visitor was told that everything is deleted."""
        return bool(self.said) and self.said[-1][0].get("text") == ERASE

    @property
    def texts(self) -> list[str]:
        """The acknowledged inputs as the transcript should show them."""
        return [words(body) for body, _ in self.said]


def words(body: dict[str, Any]) -> str:
    """What a transcript shows of an input."""
    return str(body["text"]) if "text" in body else LABELS[body["choice"]]


@dataclass
class Crowd:
    """All visitors of a run. ``heard`` is called for each acknowledged answer."""

    http: ClientSession
    base: str
    people: Iterator[tuple[str, str]]
    heard: Callable[[], None]
    told: list[Told] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # what the server must never have said
    later: int = 0  # how often it said: not now
    asked: list[float] = field(default_factory=list)  # when each acknowledged answer was begun
    leaving: bool = False
    pause: float = 0.0  # seconds a visitor thinks before the next answer
    chance: random.Random = field(default_factory=lambda: random.Random(6))

    async def visit(self) -> None:
        """One visitor after another, until it is time to go."""
        while not self.leaving:
            number = len(self.told)
            name, phone = next(self.people)
            told = Told(name, is_hot(number))
            self.told.append(told)
            going_on = await self._begin(told)
            for given in answers(name, phone, number):
                if self.leaving or not going_on:
                    break
                going_on = await self._say(told, given)
                await asyncio.sleep(self.pause)

    async def _begin(self, told: Told) -> bool:
        status, body = await self._insist("", {"flow": "buyer"}, {})
        if status != 201:
            self.refused.append(f"{told.name}'s conversation: {status} {body[:300]!r}")
            return False
        opened = json.loads(body)
        told.id, told.token = opened["conversation"], opened["token"]
        return True

    async def _say(self, told: Told, given: dict[str, Any]) -> bool:
        """Say it until it is acknowledged; False where the server cannot be talked to."""
        began = time.monotonic()
        body = told.open = {"id": str(uuid4()), **given}
        where, headers = f"/{told.id}/turns", {"Authorization": f"Bearer {told.token}"}
        tries = [self._insist(where, body, headers)]
        if self.chance.random() < AGAIN:
            tries.append(self._insist(where, body, headers))
        replies = set(await asyncio.gather(*tries))
        told.open = None
        if len(replies) > 1 or min(replies)[0] != 200:
            self.refused.append(f"{told.name} said {given} and was told {replies}")
            return False
        told.said.append((body, min(replies)[1]))
        self.asked.append(began)
        self.heard()
        return True

    async def _insist(
        self, where: str, body: dict[str, Any], headers: dict[str, str]
    ) -> tuple[int, bytes]:
        """Ask until there is an answer; 503 means: not now."""
        url = f"{self.base}/api/v1/conversations{where}"
        while True:
            try:
                async with self.http.post(
                    url, json=body, headers=headers, timeout=PATIENCE
                ) as reply:
                    if reply.status != 503:
                        return reply.status, await reply.read()
                    self.later += 1
                    if not reply.headers.get("Retry-After", "").isdigit():
                        self.refused.append("503 without a word of when")
            except (ClientError, OSError, TimeoutError):
                pass
            await asyncio.sleep(WAIT)


@dataclass
class Chat:
    """A visitor in Telegram, who goes on as soon as the bot has said something."""

    api: FakeBotApi
    number: int
    leaving: bool = False
    said: list[str] = field(default_factory=list)
    _looked: int = 0  # how many of the bot's calls have been looked at
    _got: int = 0  # how many of these were messages to this chat

    async def talk(self, people: Iterator[tuple[str, str]]) -> None:
        """Answers first, then remarks without end. Telegram brings some of it twice."""
        name, phone = next(people)
        lines = [words(given) for given in answers(name, phone, self.number)]
        lines = [line for line in lines if line != ERASE]
        await self._say("/start f-buyer")
        while not self.leaving:
            line = lines.pop(0) if lines else f"remark {len(self.said)} of {name}"
            self.said.append(line)
            await self._say(line)

    async def _say(self, line: str) -> None:
        before = self._heard()
        update = await self.api.say(self.number, line)
        if len(self.said) % 5 == 0:
            await self.api.push(update)
        for _ in range(50):
            await asyncio.sleep(2 * WAIT)
            if self.leaving or self._heard() > before:
                return

    def _heard(self) -> int:
        """How many messages the bot has sent to the chat."""
        calls, self._looked = self.api.calls[self._looked :], len(self.api.calls)
        self._got += sum(c.chat == self.number and c.method == "sendMessage" for c in calls)
        return self._got


@dataclass
class Claims:
    """An agent who presses Claim under what rings; ``won`` are the names the bot granted."""

    api: FakeBotApi
    chat: int
    agent: str
    pressed: dict[str, str] = field(default_factory=dict)  # name -> id of the press

    async def press(self, name: str, message: dict[str, Any]) -> None:
        """Claim one alert."""
        pressed = await self.api.press(message, "Claim", user=self.chat, wait=False)
        self.pressed[name] = str(pressed["id"])

    @property
    def won(self) -> set[str]:
        """The names whose lead the agent was told to have."""
        answers = {name: self.api.callbacks.get(id_) for name, id_ in self.pressed.items()}
        return {
            name
            for name, answer in answers.items()
            if answer and str(answer.get("text", "")).startswith("Yours")
        }
