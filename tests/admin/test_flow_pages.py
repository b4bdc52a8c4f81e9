"""The page of the flows names what is broken; the page of one flow is its picture."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from bot.admin.flow_pages import Shelf
from bot.errors import Problem
from tests.admin.conftest import Client, Inbox
from tests.dialogue.talking import library

BROKEN = Problem(
    "flows/x.yaml", 7, 5, "has no setting “aks”: did you mean “ask”?", mend="ask: <b>"
)
ADVICE = Problem("flows/y.yaml", 1, 1, "has no tests", severity="warning")


@pytest.fixture
def problems(inbox: Inbox) -> list[Problem]:
    found: list[Problem] = []
    inbox.admin.shelf = Shelf(library, lambda: tuple(found))
    return found


async def text(client: Client, path: str, status: int = 200) -> str:
    reply = await client.get(path)
    assert reply.status == status
    return await reply.text()


async def test_the_flows_are_listed_with_version_and_file(
    inside: Client, problems: list[Problem]
) -> None:
    page = await text(inside, "/admin/flows")
    assert not problems
    assert 'href="/admin/flows/buyer"' in page
    assert library().flows["buyer"].hash[:8] in page
    assert "Not live" not in page


async def test_a_broken_file_is_named_with_line_and_mend_on_every_page(
    inside: Client, problems: list[Problem]
) -> None:
    problems += [BROKEN, ADVICE]
    page = await text(inside, "/admin/flows")
    assert "flows/x.yaml:7:5" in page
    assert "did you mean “ask”?" in page
    assert "ask: &lt;b&gt;" in page
    assert "1 piece of advice" in page
    assert 'Flows <b title="files that cannot go live">1</b>' in await text(inside, "/admin")


@pytest.mark.parametrize("flow", sorted(library().flows))
async def test_a_flow_is_drawn(inside: Client, problems: list[Problem], flow: str) -> None:
    page = await text(inside, f"/admin/flows/{flow}")
    assert not problems
    for question in library().flows[flow].flow.questions:
        assert f'data-question="{question.id}"' in page
    assert "<style" not in page
    assert ' style="' not in page


@pytest.mark.usefixtures("problems")
@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"base_url": "https://chat.oak.example/"}, '<script src="https://chat.oak.example/wid'),
        ({}, '<script src="http://127.0.0.1:'),
        ({}, "First name your website"),
        ({}, "The address is the one you came by"),
        ({"allowed_origins": ("https://oak.example",)}, "Pages of https://oak.example may show"),
    ],
)
async def test_a_flows_page_has_the_lines_for_ones_own_website(
    inbox: Inbox, inside: Client, changes: dict[str, Any], shown: str
) -> None:
    inbox.site = inbox.site.model_copy(update=changes)
    page = unescape(await text(inside, "/admin/flows/buyer"))
    assert '/widget.js" data-flow="buyer" async></script>' in page
    assert shown in page


async def test_an_unknown_flow_and_a_stranger_see_nothing(
    inside: Client, problems: list[Problem]
) -> None:
    assert not problems
    await text(inside, "/admin/flows/nope", 404)
    inside.session.cookie_jar.clear()
    assert "/admin/flows/buyer" not in await text(inside, "/admin/flows", 401)
