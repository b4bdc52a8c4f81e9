"""The page of reports."""

from __future__ import annotations

import pytest

from bot.admin.flow_pages import Shelf
from bot.library import Library
from tests.admin.conftest import Client, Inbox, somebody

LIBRARY = Library.load()


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
