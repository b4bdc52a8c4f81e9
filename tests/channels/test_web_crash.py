"""A 200 means that it is on disk: the real server is killed in the middle of turns."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiohttp import ClientError, ClientSession

from tests.channels.office import Visitor, write_office
from tests.serving import Served, serve

VISITORS = 24
KILLED_AFTER = (40, 333)  # acknowledged answers
SHARING = 3  # visitors who give one phone number and become one person
PATIENCE = 180.0  # seconds


class Told:
    """What one visitor was told, by their own log."""

    def __init__(self, visitor: Visitor, phone: str, heard: asyncio.Semaphore) -> None:
        self.visitor = visitor
        self.turns = [{"choice": "now"}, {"text": "cash"}, {"text": "Ann Lee"}, {"text": phone}]
        self.heard = heard  # released once for each acknowledged answer of anybody
        self.said: list[tuple[dict[str, Any], bytes]] = []  # acknowledged inputs and replies

    async def chat(self) -> None:
        """Talk until the server is gone."""
        await self.visitor.begin()
        for given in self.turns + [{"text": f"and number {n}"} for n in range(400)]:
            body = {"id": str(uuid4()), **given}
            async with await self.visitor.post(body) as reply:
                assert reply.status == 200, await reply.text()
                self.said.append((body, await reply.read()))
                self.heard.release()


async def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    flows, data = write_office(tmp_path / "flows"), tmp_path / "data"
    told: list[Told] = []
    for answers in KILLED_AFTER:
        with serve(data, "--flows", str(flows)) as served:
            async with ClientSession() as http:
                told += await _talk_until_killed(served, http, answers)
    with serve(data, "--flows", str(flows)) as served:
        async with ClientSession() as http:
            for one in told:
                await _everything_is_there(one, served.base, http)
        assert served.end(signal.SIGTERM) == 0


async def _talk_until_killed(served: Served, http: ClientSession, answers: int) -> list[Told]:
    """Many visitors at once; the server dies when so many answers were acknowledged."""
    heard = asyncio.Semaphore(0)
    phones = [f"512-555-01{n // SHARING:02}" for n in range(VISITORS)]
    told = [Told(Visitor(http, served.base), phone, heard) for phone in phones]
    talking = [asyncio.create_task(one.chat()) for one in told]
    async with asyncio.timeout(PATIENCE):
        for _ in range(answers):
            await heard.acquire()
    served.process.send_signal(signal.SIGKILL)
    ends = await asyncio.gather(*talking, return_exceptions=True)
    assert all(isinstance(end, (ClientError, OSError)) for end in ends), ends
    return [one for one in told if one.visitor.id]


async def _everything_is_there(one: Told, base: str, http: ClientSession) -> None:
    visitor = Visitor(http, base, one.visitor.id, one.visitor.token)
    state = await visitor.state()
    assert [message["seq"] for message in state["messages"]] == list(range(1, state["seq"] + 1))
    for body, reply in one.said:
        async with await visitor.post(body) as again:
            assert (again.status, await again.read()) == (200, reply)
    assert (await visitor.state())["messages"] == state["messages"]
    said = [message["text"] for message in state["messages"] if message["from"] == "visitor"]
    acknowledged = ["Right away", *(turn["text"] for turn in one.turns[1:])][: len(one.said)]
    assert said[: len(acknowledged)] == acknowledged


async def test_a_second_server_on_the_same_data_is_refused_in_one_sentence(
    tmp_path: Path,
) -> None:
    flows, data = write_office(tmp_path / "flows"), tmp_path / "data"
    with serve(data, "--flows", str(flows)) as first:
        second = await asyncio.create_subprocess_exec(
            *first.process.args,  # type: ignore[misc]
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await asyncio.wait_for(second.communicate(), PATIENCE)
    assert second.returncode == 2
    assert out == b""
    assert len(err.splitlines()) == 1
    assert str(first.process.pid).encode() in err


async def test_a_broken_flow_is_refused_at_the_start_with_the_words_of_check(
    tmp_path: Path,
) -> None:
    flows = write_office(tmp_path / "flows")
    (flows / "tiny.yaml").write_text((flows / "tiny.yaml").read_text().replace("ask:", "aks:", 1))
    outs = []
    for command in (["serve", "--port", "0", "--data", str(tmp_path / "data")], ["check"]):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", *command, "--flows", str(flows),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode == 1
        outs.append(out + err)
    first = outs[0].decode().strip().splitlines()[0]
    assert "tiny.yaml:" in first
    assert first.split("tiny.yaml")[1] in outs[1].decode()
