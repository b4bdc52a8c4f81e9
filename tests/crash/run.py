"""The run: start, let them talk, kill, start again … and in the end judge."""

from __future__ import annotations

import asyncio
import math
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import ClientSession, TCPConnector

from bot.library import Library
from storage.erasing import SCRUB
from storage.folder import DATABASE
from storage.sqlite import SqliteReader, open_reader
from tests.crash.judge import (
    NAME,
    Verdict,
    judge_alerts,
    judge_chats,
    judge_claims,
    judge_erasures,
    judge_file,
    judge_log,
    judge_visitors,
)
from tests.crash.office import AGENTS, DANA, people, write_office
from tests.crash.visitors import Chat, Claims, Crowd
from tests.fakes.botapi import FakeBotApi
from tests.fakes.bottypes import Call
from tests.serving import free_port, is_ready

VISITORS, CHATS = 16, 4
READY_SECONDS = 180.0
DIE_SECONDS = 60.0  # to come to the point; else it is killed wherever it is
SETTLE_SECONDS = 60.0  # in which what is under way must grow less
PROMPT = ("alert.hot", "alert.edit", "tg.say")  # the others are timers
CLAIMED = 7  # every so many alerts are claimed


@dataclass(slots=True)
class Life:
    """How one life of the server went."""

    point: str
    ready: float  # seconds
    reached: bool  # whether it died at its point, and not of impatience


@dataclass
class Run:
    """A data folder and everybody around it. Lives follow each other on one port."""

    folder: Path
    api: FakeBotApi
    crowd: Crowd
    chats: list[Chat]
    claims: Claims
    port: int
    answered: int = 0
    lives: list[Life] = field(default_factory=list)

    @property
    def database(self) -> Path:
        return self.folder / "data" / DATABASE

    async def live(self, point: str, answers: int) -> Life:
        """Start, wait for so many acknowledged answers, and have it killed at the point."""
        began = time.monotonic()
        if point == "migration":
            await self._die_in_a_migration()
            began = time.monotonic()
        process = self.start("anywhere" if point == "migration" else point)
        try:
            await self.until_ready(process)
            ready = time.monotonic() - began
            await self.until(self.answered + answers, process)
            process.send_signal(signal.SIGUSR1)
            if point in ("anywhere", "migration"):
                await asyncio.sleep(random.uniform(0, 0.05))
                process.kill()
            reached = await self._death(process)
        finally:
            process.kill()
            process.wait()
        life = Life(point, ready, reached)
        self.lives.append(life)
        return life

    async def end(self) -> Verdict:
        """A last life to finish what is under way, ended by SIGTERM; then the verdict."""
        self.crowd.leaving = True
        for chat in self.chats:
            chat.leaving = True
        process = self.start("anywhere")
        try:
            await self.until_ready(process)
            await self._settled()
            process.terminate()
            code = await asyncio.to_thread(process.wait, READY_SECONDS)
        finally:
            process.kill()
            process.wait()
        verdict = self.judge()
        if code != 0:
            verdict.broken.append(f"it ended with {code}")
        return verdict

    def judge(self) -> Verdict:
        """What the logs and the file say."""
        verdict = Verdict(refused=list(self.crowd.refused))
        flow = Library.load(self.folder / "flows", None).flows["buyer"]
        judge_file(verdict, self.database, flow)
        judge_visitors(verdict, self.database, self.crowd.told)
        judge_chats(verdict, self.database, {chat.number: chat.said for chat in self.chats})
        judge_alerts(verdict, self.api.sent(), self.crowd.told, AGENTS.values())
        gone = {one.name for one in self.crowd.told if one.erased}
        won = dict.fromkeys(self.claims.won - gone, self.claims.agent)
        judge_claims(verdict, self.database, won)
        judge_erasures(verdict, self.folder / "data", self.crowd.told)
        judge_log(verdict, self.folder / "serve.log")
        return verdict

    def start(self, point: str) -> subprocess.Popen[bytes]:
        """A server with a place to die in it."""
        environ = {
            **os.environ,
            "DOORSTEP_RATE_LIMIT": "off",
            "DOORSTEP_TELEGRAM_TOKEN": self.api.token,
            "DOORSTEP_TELEGRAM_API": self.api.url,
        }
        command = [
            sys.executable, "-m", "tests.crash.server", point,
            "serve", "--port", str(self.port), "--data", str(self.folder / "data"),
            "--flows", str(self.folder / "flows"),
        ]  # fmt: skip
        with (self.folder / "serve.log").open("ab") as log:
            return subprocess.Popen(command, env=environ, stdout=log, stderr=log)

    async def _die_in_a_migration(self) -> None:
        if self.database.exists():
            process = self.start("migration")
            await asyncio.to_thread(process.wait, READY_SECONDS)
            if process.returncode != -signal.SIGKILL:
                raise AssertionError(f"it did not die in the migration: {process.returncode}")

    async def until_ready(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until visitors may come."""
        end = time.monotonic() + READY_SECONDS
        while not await asyncio.to_thread(is_ready, self.port):
            if process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"the server does not come up:\n{self._log()}")
            await asyncio.sleep(0.01)

    def _log(self) -> str:
        return (self.folder / "serve.log").read_text("utf-8", "replace")[-2000:]

    async def until(self, answers: int, process: subprocess.Popen[bytes]) -> None:
        """Wait until so many answers are acknowledged."""
        end = time.monotonic() + READY_SECONDS
        while self.answered < answers:
            if process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"only {self.answered} answers:\n{self._log()}")
            await asyncio.sleep(0.01)

    async def _death(self, process: subprocess.Popen[bytes]) -> bool:
        try:
            await asyncio.to_thread(process.wait, DIE_SECONDS)
        except subprocess.TimeoutExpired:
            return False
        return process.returncode == -signal.SIGKILL

    async def _settled(self) -> None:
        """Until the visitors have their last answers and the outbox is empty."""
        store = open_reader(self.folder / "data")
        end, least = time.monotonic() + SETTLE_SECONDS, math.inf
        try:
            while under_way := await self._under_way(store):
                if len(under_way) < least:
                    end, least = time.monotonic() + SETTLE_SECONDS, len(under_way)
                if time.monotonic() > end:
                    raise AssertionError(f"{least} still under way: {under_way[:20]}")
                await asyncio.sleep(0.1)
        finally:
            await store.close()

    async def _under_way(self, store: SqliteReader) -> list[object]:
        now = datetime.now(UTC)
        waiting = [
            *await store.outbox("due", 1000),
            *await store.outbox("taken"),
            *await store.outbox("due", 1000),  # what landed meanwhile may have queued more
        ]
        return [
            *(row.key for row in waiting if row.kind in PROMPT or row.due_at < now),
            *filter(None, [await store.setting(SCRUB)]),
            *(one.open for one in self.crowd.told if one.open is not None),
            *self.api.queue,
        ]

    async def claim_some(self) -> None:
        """Dana claims every seventh of what rings."""
        done, rung = 0, 0
        while True:
            await asyncio.sleep(0.2)
            calls, done = self.api.calls[done:], len(self.api.calls)
            for call in filter(_rings, calls):
                rung += 1
                name = NAME.search(call.text)
                if rung % CLAIMED == 1 and name and name[0] not in self.claims.pressed:
                    await self.claims.press(name[0], call.message)


def _rings(call: Call) -> bool:
    return call.method == "sendMessage" and call.status == 200 and call.chat == DANA


@asynccontextmanager
async def run(folder: Path, pause: float = 0.0) -> AsyncIterator[Run]:
    """Everybody is there and talks, whether or not a server is; ``pause`` is the visitors'."""
    write_office(folder / "flows")
    who, port = people(), free_port()
    connector = TCPConnector(limit=4 * VISITORS)
    async with FakeBotApi() as api, ClientSession(connector=connector) as http:
        crowd = Crowd(http, f"http://127.0.0.1:{port}", who, heard=lambda: None, pause=pause)
        chats = [Chat(api, 90_001 + n) for n in range(CHATS)]
        made = Run(folder, api, crowd, chats, Claims(api, DANA, "dana"), port)

        def heard() -> None:
            made.answered += 1

        crowd.heard = heard
        talking = [asyncio.create_task(crowd.visit()) for _ in range(VISITORS)]
        talking += [asyncio.create_task(chat.talk(who)) for chat in chats]
        talking.append(asyncio.create_task(made.claim_some()))
        try:
            yield made
        finally:
            for task in talking:
                task.cancel()
            ends = await asyncio.gather(*talking, return_exceptions=True)
            faults = [end for end in ends if isinstance(end, Exception)]
            if faults:
                raise faults[0]


async def crash(
    folder: Path,
    points: Sequence[str],
    answers: int,
    tell: Callable[[Run], None] = lambda _: None,
) -> tuple[Run, Verdict]:
    """Kill at each of the points in turn; ``answers`` are acknowledged in each life."""
    async with run(folder) as made:
        for point in points:
            await made.live(point, answers)
            tell(made)
        verdict = await made.end()
    return made, verdict
