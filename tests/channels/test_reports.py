"""Reports count what visitors of the website did."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.reporting import TOGETHER, report
from storage.report_rows import Outcomes, Talk, TalkFilter, UnreadText
from tests.channels.office import Office

PHONE = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS) Mobile/15E148"}


async def test_every_conversation_is_counted_where_it_stands(office: Office) -> None:
    silent, leaver, finisher = office.visitor(), office.visitor(), office.visitor()
    for visitor in (silent, leaver, finisher):
        await visitor.begin(source={"utm_source": "fb"} if visitor is finisher else {})
    await leaver.send(text="mumble mumble")
    await leaver.send(choice="now")
    for given in ({"choice": "now"}, {"skip": True}, {"text": "Ann"}, {"text": "512-555-0142"}):
        await finisher.send(**given)
    await finisher.send(text="no")
    doorstep = office.doorstep
    flow = doorstep.library.flows["tiny"]
    now = datetime.now(UTC)
    found = await report(doorstep.store, flow, TalkFilter("tiny"), now + timedelta(hours=1))
    steps = {step.question: step for step in found.steps}
    assert (found.starts, found.complete, found.silent, found.odd) == (3, 1, 1, 0)
    assert (steps["timeline"].shown, steps["timeline"].answered) == (3, 2)
    assert (steps["timeline"].left, steps["timeline"].unread) == (1, 1)
    assert (steps["financing"].left, steps["financing"].skipped) == (1, 1)
    assert steps["financing"].seconds is not None
    assert {s.name: (s.starts, s.leads) for s in found.sources} == {"web": (2, 0), "fb": (1, 1)}
    assert [(u.text, u.question) for u in found.unread] == [("mumble mumble", "timeline")]
    found = await report(doorstep.store, flow, TalkFilter("tiny"), now)
    assert {s.question: s.waiting for s in found.steps}["financing"] == 1


async def test_the_device_of_a_browser_is_known(office: Office) -> None:
    visitor = office.visitor()
    url = f"{office.base}/api/v1/conversations"
    async with office.http.post(url, json={"flow": "tiny"}, headers=PHONE) as reply:
        assert reply.status == 201
    await visitor.begin()
    kinds = await office.doorstep.store.talk_kinds(TalkFilter("tiny"))
    assert sorted(kinds["device"]) == ["phone", "web"]


class Stored:
    """A store whose conversations are all there at once."""

    def __init__(self, row: Talk, times: int) -> None:
        self._portions = [[row] * times, []]

    async def talks(self, where: TalkFilter, after: Talk | None = None) -> list[Talk]:
        del where, after
        return self._portions.pop(0)

    async def talk_kinds(self, where: TalkFilter) -> dict[str, list[str]]:
        return {where.flow: []}

    async def unread_texts(self, where: TalkFilter, limit: int = 20) -> list[UnreadText]:
        del where, limit
        return []

    async def outcomes(self, flow: str) -> list[Outcomes]:
        del flow
        return []


async def test_visitors_are_answered_while_many_conversations_are_counted(office: Office) -> None:
    await office.visitor().begin()
    (row,) = await office.doorstep.store.talks(TalkFilter("tiny"))
    flow, others = office.doorstep.library.flows["tiny"], 0

    async def turn() -> None:
        nonlocal others
        while True:
            others += 1
            await asyncio.sleep(0)

    visitors = asyncio.create_task(turn())
    found = await report(Stored(row, 20 * TOGETHER), flow, TalkFilter("tiny"), datetime.now(UTC))
    visitors.cancel()
    assert found.starts == 20 * TOGETHER
    assert others >= 20
