"""The home a chat is about comes as a card with the first words; nothing in it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.reading import read_site
from tests.channels.conftest import Start
from tests.channels.office import SITE, Office

HOMES = """
listings:
  - {id: H1, title: Juniper Hill, address: "1808 Juniper Hill Dr", price: 465000, market: austin,
     size: "1,940 sq ft", picture: /demo/house.svg, url: "https://homes.example/h1"}
  - {id: H2, address: 4 Elm Ct, price: 300000, market: austin}
"""


@pytest.fixture
async def office(start: Start, tmp_path: Path) -> Office:
    (tmp_path / "flows" / "site.yaml").write_text(SITE + HOMES, "utf-8")
    return await start()


async def test_the_first_line_carries_the_home_and_no_other_does(office: Office) -> None:
    visitor = office.visitor()
    begun = await visitor.begin(listing={"id": "H1"})
    first, *others = begun["messages"]
    assert first["cards"] == [
        {
            "id": "H1",
            "title": "Juniper Hill",
            "text": "1808 Juniper Hill Dr · 1,940 sq ft",
            "price": "$465,000",
            "image": "/demo/house.svg",
            "url": "https://homes.example/h1",
        }
    ]
    assert all("cards" not in line for line in others)
    status, reply = await visitor.send(question="timeline", choice="now")
    assert status == 200
    assert all("cards" not in line for line in reply["messages"])
    assert (await visitor.state(0))["messages"][0] == first


@pytest.mark.parametrize(
    "listing",
    [
        None, {"id": "H2"}, {"id": "nobody's", "address": "1 Own St"},
        {"id": "nobody's", "picture": "https://evil.example/x.png", "url": "javascript:alert(1)"},
    ],
)  # fmt: skip
async def test_only_the_offices_own_pictures_are_shown(
    office: Office, listing: dict[str, str] | None
) -> None:
    begun = await office.visitor().begin(listing=listing)
    assert all("cards" not in line for line in begun["messages"])


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:x", "house.svg"])
def test_a_listing_with_an_odd_link_is_explained(link: str) -> None:
    text = SITE + HOMES.replace("/demo/house.svg", link)
    problems = read_site(text, "site.yaml").problems
    assert [problem.code for problem in problems] == ["link"]
    assert "picture" in problems[0].message
