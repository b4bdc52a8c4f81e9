"""What every store must do when leads are listed and searched."""

from __future__ import annotations

import asyncio

import pytest

from storage.rows import Batch, Lead
from storage.store import LeadFilter, Store
from tests.storage.samples import later, lead

PEOPLE = (
    lead("l1", name="Chris Ode", phone="+17375550141", band="hot", flow="listing",
         fields='{"area":"Round Rock"}', listing_id="MLS1234567", updated_at=later(1)),
    lead("l2", name="Greg Tally", phone="+15125550127", email="greg@tally.example", band="warm",
         owner="dana", updated_at=later(2)),
    lead("l3", name="José Ñuñez", fields='{"area":"Chamberí"}', band="warm", updated_at=later(3)),
    lead("l4", name="محمد", fields='{"area":"دبي مارينا"}', updated_at=later(4), band="cold"),
    lead("l5", name="Nora O'Brien", fields='{"address":"4417 Shady Ln"}', updated_at=later(5)),
)  # fmt: skip


@pytest.fixture
async def people(store: Store) -> Store:
    await asyncio.gather(*(store.commit(Batch(lead=row)) for row in PEOPLE))
    return store


async def _ids(store: Store, **where: object) -> list[str]:
    return [row.id for row in await store.leads(LeadFilter(**where))]  # type: ignore[arg-type]


async def test_leads_are_listed_newest_first(people: Store) -> None:
    assert await _ids(people) == ["l5", "l4", "l3", "l2", "l1"]


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        ({"band": "warm"}, ["l5", "l3", "l2"]),
        ({"flow": "listing"}, ["l1"]),
        ({"owner": "dana"}, ["l2"]),
        ({"unclaimed": True, "band": "warm"}, ["l5", "l3"]),
        ({"since": later(3)}, ["l5", "l4", "l3"]),
        ({"limit": 2}, ["l5", "l4"]),
        ({"before": (later(3), "l3")}, ["l2", "l1"]),
        ({"band": "warm", "before": (later(5), "l5"), "limit": 1}, ["l3"]),
        ({"band": "nothing"}, []),
    ],
)
async def test_a_filter_keeps_what_it_names(
    people: Store, where: dict[str, object], ids: list[str]
) -> None:
    assert await _ids(people, **where) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("chris", ["l1"]),
        ("ODE chr", ["l1"]),
        ("chris tally", []),
        ("+1 737-555-0141", ["l1"]),
        ("(737) 555 0141", ["l1"]),
        ("555-0127", ["l2"]),
        ("0141", ["l1"]),
        ("737", ["l1"]),
        ("greg@tally", ["l2"]),
        ("round ro", ["l1"]),
        ("MLS1234567", ["l1"]),
        ("chamberi", ["l3"]),
        ("nunez", ["l3"]),
        ("دبي", ["l4"]),
        ("محمد", ["l4"]),
        ("o'brien", ["l5"]),
        ("4417 shady", ["l5"]),
        ("l5", ["l5"]),
    ],
)
async def test_a_lead_is_found_by_how_people_write(
    people: Store, text: str, ids: list[str]
) -> None:
    assert await _ids(people, text=text) == ids


HOSTILE = [
    '"', "'", "*", "(", ")", "a AND", "NOT", "NEAR(a b", "a OR OR b", "person:chris", "-chris",
    "^x", "{a b}: c", 'x" OR 1=1 --', "';drop table lead;--", "\x00", "\ud800", "%",
    "_", "?", "a*b*c", "\u202e", "🏠", "AND", "٣٤٥", "+", "  ", "a" * 5000,
    "a " * 5000, "(" * 500, "\n\t", "ﷺ", "é́́",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
async def test_no_search_text_is_an_error(people: Store, text: str) -> None:
    found = await _ids(people, text=text)
    assert len(found) <= len(PEOPLE)


async def test_search_follows_changes(people: Store) -> None:
    await people.commit(Batch(lead=lead("l1", name="Kim Berg", updated_at=later(9))))
    assert await _ids(people, text="chris") == []
    assert await _ids(people, text="round rock") == []
    assert await _ids(people, text="berg") == ["l1"]


async def test_search_and_filter_go_together(people: Store) -> None:
    assert await _ids(people, text="555", band="hot") == ["l1"]
    assert await _ids(people, text="555", band="cold") == []


async def test_many_matches_are_listed_like_few(store: Store) -> None:
    """Beyond a thousand matches the list is walked instead: same answer."""
    rows = [lead(f"m{n:04}", name="Kim", updated_at=later(n % 37)) for n in range(1200)]
    await asyncio.gather(*(store.commit(Batch(lead=row)) for row in rows))

    def newest(rows: list[Lead]) -> list[str]:
        return [r.id for r in sorted(rows, key=lambda r: (r.updated_at, r.id), reverse=True)]

    assert await _ids(store, text="kim", limit=30) == newest(rows)[:30]


async def test_bands_are_counted(people: Store) -> None:
    assert await people.lead_counts() == {"hot": 1, "warm": 3, "cold": 1}


async def test_an_id_is_found_by_how_it_begins(people: Store) -> None:
    assert await people.lead_ids("l") == ["l1", "l2", "l3", "l4", "l5"]
    assert await people.lead_ids("l", limit=2) == ["l1", "l2"]
    assert await people.lead_ids("l3") == ["l3"]
    assert await people.lead_ids("%") == []
