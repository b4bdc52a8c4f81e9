"""The page of reports."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.admin.flow_pages import Shelf
from bot.dialogue.session import Session, dump
from bot.library import Library
from storage.rows import Batch, Conversation
from tests.admin.conftest import Client, Inbox, somebody

LIBRARY = Library.load()
STOPPED = Session(flow="buyer", flow_hash="h", state="budget", asked=("area", "budget"))


def _left_at_the_budget(n: int, now: datetime) -> Conversation:
    """Somebody who saw that question an hour ago, and nothing since."""
    at = now - timedelta(hours=1, seconds=n)
    return Conversation(
        id=f"left-{n}", token_hash="h", flow="buyer", flow_hash="h", channel="web",
        market="austin", lang="en", status="partial", band="cold", session=dump(STOPPED),
        seq=0, version=1, lead_id="", created_at=at, updated_at=at,
    )  # fmt: skip


@pytest.fixture
def reports(inbox: Inbox) -> Inbox:
    inbox.admin.shelf = Shelf(lambda: LIBRARY, lambda: ())
    return inbox


async def test_nothing_yet_is_said_kindly(reports: Inbox, inside: Client) -> None:
    text = await (await inside.get("/admin/reports")).text()
    assert "As soon as somebody does" in text
    text = await (await inside.get("/admin/reports?flow=buyer&source=fb")).text()
    assert "look at all of them" in text
    assert "/admin/reports?flow=buyer&amp;days=28" in text


async def test_a_flow_is_counted_and_narrowed(reports: Inbox, inside: Client) -> None:
    await reports.put(somebody(1, flow="buyer"))
    text = await (await inside.get("/admin/reports?flow=buyer&days=365")).text()
    assert "<b>1</b> opened" in text
    assert '<option value="buyer" selected>' in text
    assert "not enough outcomes yet (0 of 20)" in text


@pytest.mark.parametrize(
    "query", ["flow=nothing", "days=3", "days=x", "odd=1", "lang=" + "x" * 300]
)
async def test_odd_questions_are_refused(query: str, reports: Inbox, inside: Client) -> None:
    assert (await inside.get(f"/admin/reports?{query}")).status == 400


async def test_nobody_sees_reports_from_outside(reports: Inbox, outside: Client) -> None:
    assert (await outside.get("/admin/reports")).status == 401


async def test_the_picture_of_a_flow_says_where_visitors_left(
    reports: Inbox, inside: Client
) -> None:
    assert "left here" not in await (await inside.get("/admin/flows/buyer")).text()
    for n in range(21):
        await reports.store.commit(Batch(conversation=_left_at_the_budget(n, reports.now)))
    text = await (await inside.get("/admin/flows/buyer")).text()
    assert "100% of 21 left here" in text
    card = text[text.index('data-question="budget"') :]
    assert "left here" in card[: card.index("</g>")]
