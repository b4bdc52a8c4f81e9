"""Bad days of the store and of the flow files: never an acknowledgement without a commit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from bot import mind
from storage.rows import Batch
from storage.sqlite import SqliteStore
from storage.store import StoreError
from tests.channels.conftest import Start
from tests.channels.office import Office, Visitor


class Breaks:
    """A store that refuses to commit, before or after the disk had it, as long as wanted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.before = self.after = False
        commit = SqliteStore.commit

        async def commit_or_not(store: SqliteStore, batch: Batch) -> None:
            if self.before:
                raise StoreError("disk full")
            await commit(store, batch)
            if self.after:
                raise StoreError("killed before the reply")

        monkeypatch.setattr(SqliteStore, "commit", commit_or_not)


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Breaks:
    """How the store breaks."""
    return Breaks(monkeypatch)


async def test_a_store_that_refuses_is_a_503_and_the_same_answer_counts_later(
    visitor: Visitor, office: Office, breaks: Breaks
) -> None:
    body = {"id": str(uuid4()), "question": "timeline", "choice": "now"}
    breaks.before = True
    async with await visitor.post(body) as reply:
        assert reply.status == 503
        assert int(reply.headers["Retry-After"]) >= 1
        assert (await reply.json())["error"]["code"] == "unavailable"
    async with office.http.post(
        f"{office.base}/api/v1/conversations", json={"flow": "tiny"}
    ) as reply:
        assert reply.status == 503
    breaks.before = False
    async with await visitor.post(body) as reply:
        assert reply.status == 200
    assert len(await office.doorstep.store.answers(visitor.id)) == 1


async def test_a_reply_lost_after_the_commit_is_given_again(
    visitor: Visitor, office: Office, breaks: Breaks
) -> None:
    body = {"id": str(uuid4()), "question": "timeline", "choice": "now"}
    breaks.after = True
    async with await visitor.post(body) as reply:
        assert reply.status == 503
    breaks.after = False
    async with await visitor.post(body) as reply:
        assert reply.status == 200
        assert (await reply.json())["ask"]["question"] == "financing"
    assert len(await office.doorstep.store.answers(visitor.id)) == 1
    assert (await visitor.send(choice="cash"))[1]["ask"]["question"] == "name"


async def test_a_visitor_who_hangs_up_loses_nothing(visitor: Visitor, office: Office) -> None:
    body = {"id": str(uuid4()), "text": "right away"}
    for _ in range(5):
        sending = asyncio.create_task(visitor.post(body))
        await asyncio.sleep(0.003)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
    async with await visitor.post(body) as reply:
        assert reply.status == 200
    assert len(await office.doorstep.store.answers(visitor.id)) == 1


async def test_memory_of_live_conversations_is_bounded_and_turns_vanish(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mind, "LIVE", 3)
    visitors = [office.visitor() for _ in range(8)]
    for visitor in visitors:
        await visitor.begin()
    for choice, question in (("now", "financing"), ("cash", "name")):
        for visitor in visitors:
            assert (await visitor.send(choice=choice))[1]["ask"]["question"] == question
    held = office.doorstep.conversations
    assert len(held._mind) == 3
    assert len(held._turns) == 0


async def test_thirty_visitors_with_one_phone_number_at_once_are_all_heard(
    office: Office,
) -> None:
    visitors = [office.visitor() for _ in range(30)]

    async def chat(visitor: Visitor) -> list[int]:
        await visitor.begin()
        said = [{"choice": "now"}, {"text": "cash"}, {"text": "Ann Lee"}, {"text": "512-555-0142"}]
        said += [{"text": f"and number {n}"} for n in range(3)]
        return [(await visitor.send(**given))[0] for given in said]

    told = await asyncio.gather(*map(chat, visitors))
    assert {status for one in told for status in one} == {200}
    assert len(office.doorstep.conversations._losers) == 0


async def test_twenty_messages_at_once_are_all_taken_one_after_another(visitor: Visitor) -> None:
    sent = [f"message {n}" for n in range(20)]
    both = await asyncio.gather(*(visitor.send(text=text) for text in sent))
    assert {status for status, _ in both} == {200}
    whole = await visitor.state()
    assert [message["seq"] for message in whole["messages"]] == list(range(1, whole["seq"] + 1))
    said = [message["text"] for message in whole["messages"] if message["from"] == "visitor"]
    assert sorted(said) == sorted(sent)


async def test_two_tabs_answer_every_question_once(office: Office) -> None:
    for _ in range(12):
        visitor = office.visitor()
        await visitor.begin()
        tabs = [Visitor(office.http, office.base, visitor.id, visitor.token) for _ in range(2)]

        async def press(tab: Visitor) -> list[str]:
            acknowledged = []
            for question, choice in (("timeline", "now"), ("financing", "cash")):
                status, _ = await tab.send(question=question, choice=choice)
                assert status in (200, 409)
                acknowledged += [question] if status == 200 else []
            return acknowledged

        both = await asyncio.gather(*map(press, tabs))
        answers = await office.doorstep.store.answers(visitor.id)
        assert [answer.question for answer in answers] == ["timeline", "financing"]
        assert sorted(both[0] + both[1]) == ["financing", "timeline"]


async def _until(told: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not told():  # noqa: ASYNC110 - watching files has no event to wait for
            await asyncio.sleep(0.02)


def _file(office: Office) -> Path:
    assert office.doorstep.settings.flows is not None
    return office.doorstep.settings.flows / "tiny.yaml"


async def test_a_saved_flow_is_live_for_new_chats_and_a_broken_one_changes_nothing(
    start: Start,
) -> None:
    office = await start()
    file, shelf = _file(office), office.doorstep.shelf
    good = file.read_text("utf-8")
    file.write_text(good.replace("When would you like to move?", "How soon?"))
    await _until(lambda: shelf.library.flows["tiny"].flow.questions[0].ask == "How soon?")
    assert (await office.visitor().begin())["ask"]["text"] == "How soon?"
    file.write_text(good.replace("options:", "optoins:", 1))
    await _until(lambda: any(problem.severity == "error" for problem in shelf.problems))
    assert (await office.visitor().begin())["ask"]["text"] == "How soon?"
    async with office.http.get(f"{office.base}/metrics") as reply:
        assert "doorstep_flow_reload_errors_total 1.0" in await reply.text()
    file.write_text(good)
    await _until(lambda: not any(problem.severity == "error" for problem in shelf.problems))
    assert (await office.visitor().begin())["ask"]["text"] == "When would you like to move?"


async def test_conversations_finish_in_the_version_they_began_with(start: Start) -> None:
    office = await start()
    file, shelf = _file(office), office.doorstep.shelf
    visitor = office.visitor()
    await visitor.begin()
    good = file.read_text("utf-8")
    file.write_text(good.replace("id: financing", "id: money").replace("financing", "money"))
    await shelf.reload()
    assert (await visitor.send(choice="now"))[1]["ask"]["question"] == "financing"
    new = office.visitor()
    await new.begin()
    assert (await new.send(choice="now"))[1]["ask"]["question"] == "money"
