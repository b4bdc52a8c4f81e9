"""A day of an agency, played by the product itself on a clock that we move.

Visitors come over HTTP, agents press buttons at the stand-in Bot API; between two things that
happen the clock jumps to the next one that is planned, or due in the outbox.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import json
import math
import random
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import aiohttp

from bot import housekeeping
from bot.app import Doorstep, Terminal, running
from bot.settings import Settings
from storage.rows import Event, Lead
from tests.day import people
from tests.day.clock import StandingClock
from tests.day.town import BEGIN, CHATS, END, GROUP, OUTAGE, SITE, ZONE, Visit, visits
from tests.fakes.botapi import FakeBotApi
from tests.fakes.bottypes import Call
from tests.fakes.mailbox import Mailbox, mailbox
from tests.outbox import at_rest

TOLD = (
    "hot", "escalated", "passed_on", "claimed", "passed", "snoozed", "released", "handed_over",
    "digest", "second_channel", "unanswered", "returned", "reached", "no_answer", "booked",
    "bad_lead", "do_not_contact",
)  # fmt: skip
COMMANDS = (
    (10, 15, "dana", "/driving"), (11, 30, "dana", "/me"), (13, 0, "marcus", "/pause 2h"),
    (16, 30, "priya", "/off"), (18, 35, "lena", "/on 2h"), (19, 0, "marcus", "/me"),
)  # fmt: skip
RETURNS = ((20, 5, 0), (17, 20, 2))  # hour, minute, which visitor comes again
Do = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Line:
    """One line of the timeline."""

    at: datetime
    who: str
    text: str
    loud: bool = False


@dataclass
class Told:
    """What the day leaves behind."""

    lines: list[Line] = field(default_factory=list)
    fates: list[tuple[Visit, Lead | None, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    loud: int = 0
    silent: int = 0
    edits: int = 0


class Day:
    """One day; ``play`` it once."""

    def __init__(self, count: int, tell: Callable[[Line], None], seed: int = 7) -> None:
        self.clock = StandingClock(BEGIN)
        self.told, self._tell = Told(), tell
        self._visits = visits(count, seed)
        self._seed = seed
        self._plans: list[tuple[datetime, int, Do]] = []
        self._order = itertools.count()
        self._talks: dict[int, tuple[str, str]] = {}  # visit -> conversation, token
        self._leads: dict[str, Lead] = {}
        self._seen = 0
        self._rung: set[tuple[str, int]] = set()
        self.api: FakeBotApi
        self.box: Mailbox
        self._letters = 0
        self.doorstep: Doorstep
        self.client: aiohttp.ClientSession

    async def play(self, data: Path, end: datetime = END) -> Told:
        """From the early morning to the next one."""
        with mock.patch.object(housekeeping, "SETTLING", math.inf):  # it begins by another clock
            await self._play(data, end)
        return self.told

    async def _play(self, data: Path, end: datetime) -> None:
        terminal = Terminal(clock=self.clock, ticks=self.clock.ticks)
        async with (
            FakeBotApi(trace=self._traced) as self.api,
            aiohttp.ClientSession() as client,
            mailbox() as self.box,
        ):
            self.client, self.api.forums = client, {GROUP}
            settings = Settings(
                data=data, site=SITE, port=0, telegram_token=self.api.token,
                telegram_api=self.api.url, smtp_url=self.box.url,
                rate_limit=False,
            )  # fmt: skip
            async with running(settings, terminal) as self.doorstep:
                self._plan_all()
                await self._run(end)
                await self._account()

    # ---- time -------------------------------------------------------------------------------

    def at(self, when: datetime, do: Do) -> None:
        """Something is planned."""
        heapq.heappush(self._plans, (when, next(self._order), do))

    def later(self, seconds: float, do: Do) -> None:
        """Something is planned for so many seconds from now."""
        self.at(self.clock() + timedelta(seconds=seconds), do)

    async def _run(self, end: datetime) -> None:
        await self._settle()
        while True:
            planned = self._plans[0][0] if self._plans else end
            due = await self.doorstep.store.next_due() or end
            now = min(planned, due)
            if now >= end:
                return
            self.clock.move(now)
            while self._plans and self._plans[0][0] <= self.clock():
                await heapq.heappop(self._plans)[2]()
            await self._settle()

    async def _settle(self) -> None:
        """Wait until all that is due now is done."""
        store, runner = self.doorstep.store, self.doorstep.alerts._runner
        bot = self.doorstep.alerts.desk.messenger.name  # type: ignore[union-attr]
        async with asyncio.timeout(60):
            while True:
                runner.wake()
                await asyncio.sleep(0.001)
                if self.api.queue or await store.new_updates(bot):
                    continue  # what an update leads to is in the outbox once it is settled
                if await at_rest(store, self.clock()):
                    break
        await self._notice()

    # ---- what is planned --------------------------------------------------------------------

    def _plan_all(self) -> None:
        day = BEGIN.replace(hour=0, minute=0)
        for n, visit in enumerate(self._visits):
            self.at(visit.at, lambda n=n, visit=visit: self._arrive(n, visit))  # type: ignore[misc]
        for hour, minute, agent, text in COMMANDS:
            when = day + timedelta(hours=hour, minutes=minute)
            self.at(when, lambda agent=agent, text=text: self._command(agent, text))  # type: ignore[misc]
        self.at(OUTAGE[0], self._outage)
        self.at(OUTAGE[1], self._over)
        by_name = sorted(range(len(self._visits)), key=lambda n: self._visits[n].name)
        for hour, minute, which in RETURNS:
            n = by_name[which % len(by_name)]
            old = self._visits[n]
            when = max(day + timedelta(hours=hour, minutes=minute), old.at + timedelta(hours=2))
            says = ("Round Rock", "3", "450k", "right away", "cash", "no", old.name, old.says[-1])
            again, number = Visit(when, old.name, "again", says), len(self._visits)
            self._visits.append(again)
            self.at(when, lambda n=number, v=again: self._arrive(n, v))  # type: ignore[misc]

    async def _outage(self) -> None:
        for method in ("sendMessage", "editMessageText", "sendContact", "createForumTopic"):
            self.api.fail(method, status=502, times=1 << 30)
        self._line("telegram", "✖ Telegram is down")

    async def _over(self) -> None:
        self.api.faults.clear()
        self._line("telegram", "✔ Telegram is back")

    # ---- visitors ---------------------------------------------------------------------------

    async def _arrive(self, n: int, visit: Visit) -> None:
        url = f"{self.doorstep.address}/api/v1/conversations"
        source = {"page": "/", "utm_source": "google"}
        async with self.client.post(url, json={"flow": visit.flow, "source": source}) as reply:
            opened = await reply.json()
        self._talks[n] = opened["conversation"], opened["token"]
        self._line("visitor", f"💬 {visit.name} opens the chat ({visit.kind})")
        self._next_words(n, visit, 0)

    def _next_words(self, n: int, visit: Visit, said: int) -> None:
        if said < len(visit.says):
            self.later(visit.pause.total_seconds(), lambda: self._say(n, visit, said))

    async def _say(self, n: int, visit: Visit, said: int) -> None:
        id_, token = self._talks[n]
        url = f"{self.doorstep.address}/api/v1/conversations/{id_}/turns"
        turn = {"id": str(uuid.UUID(int=self._dice(n, said).getrandbits(128), version=4))}
        turn["text"] = visit.says[said]
        async with self.client.post(
            url, json=turn, headers={"Authorization": f"Bearer {token}"}
        ) as reply:
            if reply.status != 200:
                self.told.problems.append(f"{visit.name}: a turn got {reply.status}")
        self._next_words(n, visit, said + 1)

    # ---- agents -----------------------------------------------------------------------------

    async def _command(self, agent: str, text: str) -> None:
        self._line(agent, f"⌨ {text}")
        await self.api.say(CHATS[agent], text)

    def _traced(self, call: Call) -> None:
        """A request arrived at Telegram."""
        if call.method == "editMessageText" and call.status == 200:
            self.told.edits += 1
        if call.method != "sendMessage" or call.status != 200:
            return
        silent = str(call.params.get("disable_notification", "")).lower() == "true"
        agent = people.agent_of(call.chat)
        first = call.message["text"].split("\n", 1)[0]
        self._line(agent or "the group", f"{'·' if silent else '🔔'} {first}", loud=not silent)
        self.told.silent += silent
        self.told.loud += not silent
        if not silent:
            self._check_loud(call, agent)
        self._react(call, agent)

    def _check_loud(self, call: Call, agent: str) -> None:
        """Nobody is rung aloud who does not work, nor twice for the same cause."""
        person = self.doorstep.alerts.desk.directory.agent(agent)
        talk = "You" in call.text[:4] or "Drive" in call.text or "The last" in call.text
        if person is not None and not talk and not self.doorstep.alerts.desk.rota.works(person):
            self.told.problems.append(f"{agent} was rung aloud off duty: {call.text[:60]}")
        lead = _lead_of(call.message)
        if call.text.startswith("🔥") and lead:
            if (lead, call.chat) in self._rung:
                self.told.problems.append(f"{agent} was rung twice: {call.text[:60]}")
            self._rung.add((lead, call.chat))

    def _react(self, call: Call, agent: str) -> None:
        dice = self._dice(call.chat, call.text)
        who = agent or dice.choice(("dana", "marcus", "omar"))
        planned = people.reaction(who, call.message, dice)
        if planned is not None:
            self.later(planned.wait.total_seconds(), lambda: self._press(planned))

    async def _press(self, planned: people.Reaction) -> None:
        """An agent presses, if they work, Telegram is up and the button is still there."""
        now, desk = self.clock(), self.doorstep.alerts.desk
        if OUTAGE[0] <= now < OUTAGE[1]:
            self.at(OUTAGE[1] + timedelta(seconds=20), lambda: self._press(planned))
            return
        agent = desk.directory.agent(planned.agent)
        chat, number = planned.message["chat"]["id"], planned.message["message_id"]
        shown = self.api.messages.get((chat, number))
        if agent is None or not desk.rota.works(agent) or shown is None:
            return
        if not _has(shown, planned.button):
            return
        lead = _lead_of(shown, planned.button)
        dice = self._dice(planned.agent, planned.button, planned.message["text"])
        answer = await self.api.press(shown, planned.button, user=CHATS[planned.agent])
        text = str(answer.get("text", ""))
        self._line(planned.agent, f"👆 {planned.button}" + (f" → {text}" if text else ""))
        await self._settle()
        await self._follow(planned, shown, lead, text, dice)

    async def _follow(
        self,
        planned: people.Reaction,
        shown: dict[str, Any],
        lead: str,
        text: str,
        dice: random.Random,
    ) -> None:
        """What a press leads to: a reason, a colleague, something to note."""
        user = CHATS[planned.agent]
        if planned.button == "Pass":
            await self.api.press(shown, people.reason(dice), user=user)
        elif planned.button == "Hand over":
            other = dice.choice(["Marcus", "Priya", "Omar", "Lena", "Dana"])
            if _has(shown, other):
                await self.api.press(shown, other, user=user)
        elif text.startswith("Yours"):
            note = people.after_claim(planned.agent, dice)
            if note is not None:
                wait, verb = note
                self.later(wait.total_seconds(), lambda: self._note(planned.agent, lead, verb))
        await self._settle()

    async def _note(self, agent: str, lead: str, verb: str) -> None:
        """What came of it, under whichever message has the button."""
        if verb == "Give back":
            await self._open_more(agent, lead)
        for shown in self.api.shown(CHATS[agent]):
            if _has(shown, verb) and lead == _lead_of(shown, verb):
                await self._press(people.Reaction(agent, timedelta(), shown, verb))
                return

    async def _open_more(self, agent: str, lead: str) -> None:
        for shown in self.api.shown(CHATS[agent]):
            if _has(shown, "More") and lead == _lead_of(shown, "More"):
                await self._press(people.Reaction(agent, timedelta(), shown, "More"))
                return

    def _dice(self, *cause: object) -> random.Random:
        """Chance that hangs on its cause alone, in whatever order things arrive."""
        return random.Random(f"{self._seed} {cause}")

    # ---- what is told -----------------------------------------------------------------------

    def _line(self, who: str, text: str, *, loud: bool = False) -> None:
        line = Line(self.clock().astimezone(ZONE), who, text, loud)
        self.told.lines.append(line)
        self._tell(line)

    async def _notice(self) -> None:
        """What the timelines of all leads say since we looked."""
        found = await self.doorstep.store.events_since(TOLD, BEGIN)
        for event in found[self._seen :]:
            lead = await self.doorstep.store.lead(event.lead_id)
            self._line("lead", _in_words(event, lead))
        self._seen = len(found)
        for letter in self.box.letters[self._letters :]:
            self._line("e-mail", f"✉ to {letter['To']}: {letter['Subject']}")
        self._letters = len(self.box.letters)

    async def _account(self) -> None:
        """Where every visitor's lead is now."""
        store = self.doorstep.store
        for n, visit in enumerate(self._visits):
            if n not in self._talks:
                continue
            talk = await store.conversation(self._talks[n][0])
            lead = await store.lead(talk.lead_id) if talk and talk.lead_id else None
            events = await store.events(lead.id) if lead else []
            fate = _fate(lead, events)
            self.told.fates.append((visit, lead, fate))
            if not fate:
                self.told.problems.append(f"{visit.name} ({visit.kind}) is nowhere")
        for row in await store.outbox("dead"):
            self.told.problems.append(f"a dead letter: {row.kind} {row.error}")
        for row in await store.outbox("due", 2000):
            if row.due_at <= self.clock():
                self.told.problems.append(f"still waiting: {row.kind} {row.error}")


def _fate(lead: Lead | None, events: list[Event]) -> str:  # noqa: PLR0911 - a table
    """Where a lead is, in words; "" for nowhere."""
    kinds = [event.kind for event in events]
    if lead is None:
        return ""
    if lead.status in ("stopped", "disqualified") or "do_not_contact" in kinds:
        return "withdrawn everywhere, on the do-not-contact list"
    if lead.owner:
        noted = [k for k in kinds if k in ("reached", "no_answer", "booked", "bad_lead")]
        return f"with {lead.owner}" + (f", {noted[-1]}" if noted else ", nothing noted yet")
    if "unanswered" in kinds:
        return "unclaimed: the visitor was told so; hot in the inbox"
    if "hot" in kinds:
        return "ringing: its ladder or its morning goes on"
    if "digest" in kinds:
        return "in a digest, free to take"
    return "in the inbox, not for the phone" if lead.band != "hot" else ""


def _in_words(event: Event, lead: Lead | None) -> str:
    name = lead.name or lead.phone or "somebody" if lead else "somebody erased"
    data = json.loads(event.data or "{}")
    who = ", ".join(data.get("agents") or ()) or event.who
    more = {"passed": data.get("reason"), "handed_over": f"to {data.get('to')}"}
    why = f" · {data['why']}" if event.kind == "hot" and data.get("why") else ""
    digest = f"for {data.get('agent')}" if event.kind == "digest" else who
    return f"◆ {name}: {event.kind} {more.get(event.kind) or ''} {digest}{why}".replace("  ", " ")


def _has(message: dict[str, Any], label: str) -> bool:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return any(label in b["text"] and "callback_data" in b for row in rows for b in row)


def _lead_of(message: dict[str, Any], label: str = "") -> str:
    """The lead that a message's button is about."""
    for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
        for button in row:
            if label in button["text"] and "callback_data" in button:
                return str(button["callback_data"]).split(".")[1]
    return ""
