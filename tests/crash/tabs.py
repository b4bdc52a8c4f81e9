"""One visitor in several windows: everything is done once, and everybody is told the same."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.crash.office import AREAS
from tests.crash.visitors import Crowd

TIMES = 10
WORDS = ({"text": AREAS[0]}, {"text": "3"}, {"text": "450k"})
PRESSES = (
    {"question": "timeline", "choice": "now"},
    {"question": "financing", "choice": "cash"},
)


@dataclass(slots=True)
class Window:
    """A conversation and what can be done to it from any window."""

    crowd: Crowd
    id: str = ""
    token: str = ""

    async def open(self) -> None:
        """Begin, and answer up to the first question with buttons."""
        url = f"{self.crowd.base}/api/v1/conversations"
        async with self.crowd.http.post(url, json={"flow": "buyer"}) as reply:
            opened = await reply.json()
        self.id, self.token = opened["conversation"], opened["token"]
        for given in WORDS:
            assert (await self.send(given))[0] == 200

    async def send(self, given: dict[str, Any]) -> tuple[int, bytes]:
        """One request; a new client id unless there is one."""
        url = f"{self.crowd.base}/api/v1/conversations/{self.id}/turns"
        body, headers = {"id": str(uuid4()), **given}, {"Authorization": f"Bearer {self.token}"}
        async with self.crowd.http.post(url, json=body, headers=headers) as reply:
            return reply.status, await reply.read()

    async def said(self) -> list[str]:
        """The visitor's lines as the server has them."""
        url = f"{self.crowd.base}/api/v1/conversations/{self.id}"
        headers = {"Authorization": f"Bearer {self.token}"}
        async with self.crowd.http.get(url, headers=headers) as reply:
            messages = json.loads(await reply.read())["messages"]
        return [line["text"] for line in messages if line["from"] == "visitor"]


async def many_times(crowd: Crowd, rounds: int) -> None:
    """Ten times the same message at once."""
    for _ in range(rounds):
        window = Window(crowd)
        await window.open()
        for press in PRESSES:
            body = {"id": str(uuid4()), **press}
            replies = await asyncio.gather(*(window.send(body) for _ in range(TIMES)))
            if len(set(replies)) > 1 or replies[0][0] != 200:
                crowd.refused.append(f"ten times the same: {set(replies)}")
        await _expect(window, ["Right away", "Cash"])


async def out_of_order(crowd: Crowd, rounds: int) -> None:
    """The second press overtakes the first, again and again, until both are taken."""
    for _ in range(rounds):
        window = Window(crowd)
        await window.open()
        waiting = [{"id": str(uuid4()), **press} for press in reversed(PRESSES)]
        for _ in range(TIMES):
            replies = await asyncio.gather(*map(window.send, waiting))
            waiting = [
                body for body, (status, _) in zip(waiting, replies, strict=True) if status == 409
            ]
            if not waiting:
                break
        await _expect(window, ["Right away", "Cash"])


async def two_tabs(crowd: Crowd, rounds: int) -> None:
    """Both tabs answer every question at the same time: one of them counts."""
    for _ in range(rounds):
        window = Window(crowd)
        await window.open()
        for press in PRESSES:
            replies = await asyncio.gather(*(window.send(press) for _ in range(2)))
            if sorted(status for status, _ in replies) != [200, 409]:
                crowd.refused.append(f"two tabs: {replies}")
        await _expect(window, ["Right away", "Cash"])


async def _expect(window: Window, presses: list[str]) -> None:
    wanted = [str(given["text"]) for given in WORDS] + presses
    said = await window.said()
    if said != wanted:
        window.crowd.refused.append(f"wanted {wanted}, stored {said}")
