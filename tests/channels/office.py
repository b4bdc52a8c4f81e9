"""A small office for the tests of the website channel, and a visitor who talks to it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiohttp import ClientResponse, ClientSession

from bot.app import Doorstep

SITE = """
company: Oak & Lane
default_market: austin
markets:
  austin: {country: US, currency: USD, tz: America/Chicago, min_price: 250000}
  leeds: {country: GB, currency: GBP, tz: Europe/London, areas: {Leeds: []}}
agents:
  - {id: dana, name: Dana Reyes, telegram: 9000000000001, markets: [austin], shift: always}
allowed_origins: [https://homes.example]
trusted_proxies: [10.0.0.0/8]
demo: true
"""
FLOW = """
id: tiny
title: Tiny
greeting: Hi, I'm an automated assistant, not a person. How we use your data {{ privacy_url }}
questions:
  - id: timeline
    ask: When would you like to move?
    why: So that the agent knows how soon.
    options:
      - {value: now, label: Right away, points: 60}
      - {value: 1_3m, label: 1-3 months, points: 20}
      - {value: browsing, label: Just looking, points: 0}
  - id: financing
    ask: How do you plan to pay?
    optional: true
    options:
      - {value: cash, label: Cash, points: 10}
      - {value: loan, label: A loan, points: 5}
  - {id: name, kind: name, ask: Who am I helping?, optional: true}
  - {id: phone, kind: phone, ask: "What's the best number?", why: So that an agent can call.}
  - {id: notes, kind: text, ask: Anything else?, optional: true}
close: {hot: Someone calls you., warm: Talk soon., cold: Thanks.}
"""
# Another flow, with a question that takes files.
UPLOADS = """
id: seller
title: Seller
greeting: Hi, I'm an automated assistant, not a person. How we use your data {{ privacy_url }}
questions:
  - {id: timeline, ask: When?, options: [{value: now, label: Now, points: 60}]}
  - {id: photos, ask: Would you like to send a few photos?, upload: photos, optional: true}
  - {id: name, kind: name, ask: Who am I helping?, optional: true}
"""


def write_office(folder: Path) -> Path:
    """The office's files; the folder they are in."""
    folder.mkdir()
    (folder / "site.yaml").write_text(SITE, "utf-8")
    (folder / "tiny.yaml").write_text(FLOW, "utf-8")
    return folder


@dataclass(slots=True)
class Visitor:
    """One visitor with a conversation of their own."""

    http: ClientSession
    base: str
    id: str = ""
    token: str = ""
    last: dict[str, Any] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"{self.base}/api/v1/conversations/{self.id}"

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def begin(self, **opening: Any) -> dict[str, Any]:
        """Open the chat."""
        opening = {"flow": "tiny", **opening}
        async with self.http.post(f"{self.base}/api/v1/conversations", json=opening) as reply:
            assert reply.status == 201, await reply.text()
            self.last = await reply.json()
        self.id, self.token = self.last["conversation"], self.last["token"]
        return self.last

    async def send(self, *, id_: str = "", **given: Any) -> tuple[int, dict[str, Any]]:
        """A turn: its status and reply."""
        async with await self.post({"id": id_ or str(uuid4()), **given}) as reply:
            self.last = await reply.json()
            return reply.status, self.last

    async def post(self, body: Any, **more: Any) -> ClientResponse:
        """A turn's request, whatever its body."""
        data = body if isinstance(body, (bytes, str)) else json.dumps(body)
        headers = {"Content-Type": "application/json", **self.bearer, **more}
        return await self.http.post(f"{self.url}/turns", data=data, headers=headers)

    async def state(self, after: int | None = None) -> dict[str, Any]:
        """Where the conversation stands."""
        query = {} if after is None else {"after": str(after)}
        async with self.http.get(self.url, params=query, headers=self.bearer) as reply:
            assert reply.status == 200, await reply.text()
            found: dict[str, Any] = await reply.json()
            return found


@dataclass(frozen=True, slots=True)
class Office:
    """A running Doorstep and a client for it."""

    doorstep: Doorstep
    http: ClientSession

    @property
    def base(self) -> str:
        return self.doorstep.address

    def visitor(self) -> Visitor:
        """Somebody new."""
        return Visitor(self.http, self.base)
