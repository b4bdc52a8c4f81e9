"""Leads for other programs, to the letter."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.leads import cells
from bot.leads.exports import COLUMNS, HEADER, Beside, csv_line, json_line, record
from bot.leads.timeline import story_of
from tests.hostile import cases, expand
from tests.leads.people import BLANK, CHRIS, CONSENTS, EVENTS, SITE

EXAMPLE = (
    "lead_id,created_at,first_name,last_name,phone,email,source,utm_source,utm_medium,"
    "utm_campaign,flow,band,score,fit,engagement,stage,timeline,budget_min,budget_max,currency,"
    "area,financing,has_agent,listing_id,viewing_at,assigned_to,first_response_s,outcome,"
    "consent_contact_at,consent_marketing,tags,notes\r\n"
    "L-2041,2026-03-10T14:07:12-05:00,Chris,Ode,+17375550141,,Website chat,google,cpc,rr-3bed-mar,"
    "listing,hot,95,65,30,sql_candidate,now,,,USD,Round Rock,preapproved,no,MLS1234567,"
    "2026-03-14T11:00-05:00,dana@oakandlane.example,94,,2026-03-10T14:06:40-05:00,no,"
    '"Hot;Tour","is the stove gas?"\r\n'
)
NOTHING = Beside(story_of(()))


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def _row(**changes: Any) -> dict[str, str]:
    line = csv_line(replace(CHRIS, **changes), NOTHING, SITE)
    (values,) = _read(line)
    return dict(zip(COLUMNS, values, strict=True))


def test_the_csv_is_the_one_that_crms_were_promised() -> None:
    beside = Beside(story_of(EVENTS), CONSENTS, "is the stove gas?")
    text = HEADER + csv_line(CHRIS, beside, SITE)
    assert text.startswith("\ufeff")
    assert _read(text.removeprefix("\ufeff")) == _read(EXAMPLE)


def test_a_lead_of_whom_nothing_is_known_has_empty_cells() -> None:
    (values,) = _read(csv_line(BLANK, NOTHING, SITE))
    row = dict(zip(COLUMNS, values, strict=True))
    filled = {name for name, value in row.items() if value}
    assert filled == {
        "lead_id", "created_at", "source", "flow", "band", "score", "fit", "engagement", "stage",
        "currency", "consent_marketing", "tags",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "column", "cell"),
    [
        ({"budget_max": 450000}, "budget_max", "450000"),
        ({"budget_min": 1234.5}, "budget_min", "1234.5"),
        ({"budget_max": 2e6}, "budget_max", "2000000"),
        ({"area": "Austin"}, "area", "Austin"),
        ({"viewing_at": "2026-07-14T09:30"}, "viewing_at", "2026-07-14T09:30-05:00"),
        ({"viewing_at": "2026-01-14T09:30"}, "viewing_at", "2026-01-14T09:30-06:00"),
        ({"viewing_at": "2026-03-14"}, "viewing_at", "2026-03-14"),
        ({"viewing_at": "Tuesday"}, "viewing_at", "Tuesday"),
        ({"appointment": "none"}, "tags", "Hot"),
    ],
)
def test_a_value_is_written_as_its_column_wants(
    fields: dict[str, object], column: str, cell: str
) -> None:
    assert _row(fields=json.dumps(fields))[column] == cell


@pytest.mark.parametrize(
    ("band", "stage", "shown"),
    [("hot", "mql", "sql_candidate"), ("hot", "contacted", "contacted"), ("warm", "mql", "mql")],
)
def test_a_hot_lead_is_a_candidate_until_an_agent_has_confirmed_it(
    band: str, stage: str, shown: str
) -> None:
    assert _row(band=band, stage=stage)["stage"] == shown


@pytest.mark.parametrize("case", cases("export"), ids=lambda case: case["id"])
def test_no_cell_is_a_formula(case: dict[str, Any]) -> None:
    text = expand(case["input"])
    row = _row(name=text, fields=json.dumps({"area": text}), listing_id=text)
    assert row["area"].startswith("'")
    assert row["listing_id"].startswith("'")
    if case["id"] != "exp-008":  # where the space before it ends the first name
        assert row["first_name"].startswith("'")
    assert record(replace(CHRIS, name=text))["name"] == text


def test_a_phone_number_stays_one() -> None:
    assert cells.phone("+17375550141") == "+17375550141"
    assert cells.phone("+1+1") == "'+1+1"
    assert cells.text("+15550100") == "'+15550100"


@pytest.mark.parametrize(
    "text",
    ["O'Brien & Sons <Ltd>", "Null", "محمد", "Anne-Marie", "3 beds, 2 baths - quiet", "50% down",
     "dani+flat@example.com", "C/O Smith; flat 2", "is it gas, or electric?", "12:30",
     "\u200fשלום",     "two\nlines", "a=b", "5-7 pm", "'twas", '"quoted"', ""],
)  # fmt: skip
def test_an_ordinary_text_is_left_alone(text: str) -> None:
    assert cells.text(text) == text


def test_a_long_row_of_breaks_is_read_in_no_time() -> None:
    """Two thousand line ends once took minutes: the pattern looks at each of them only once."""
    assert cells.text("\n" * 20_000 + "x").startswith("'")
    assert cells.text("a" + ";\n" * 1_000 + "x")[0] == "a"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=9))
def test_every_record_has_its_cells(texts: list[str]) -> None:
    line = cells.line(map(cells.text, texts))
    (values,) = _read(line)
    assert len(values) == len(texts)
    assert not any(value[:1] in "=+-@\t\r\n" for value in values if value)


def test_the_json_object_has_the_promised_members() -> None:
    assert json.loads(json_line(CHRIS)) == {
        "id": "L-2041",
        "created_at": "2026-03-10T19:07:12.000Z",
        "updated_at": "2026-03-10T19:07:12.000Z",
        "flow": "listing",
        "channel": "web",
        "market": "austin",
        "lang": "en",
        "band": "hot",
        "status": "complete",
        "stage": "mql",
        "score": {"fit": 65, "engagement": 30, "total": 95},
        "name": "Chris Ode",
        "phone": "+17375550141",
        "email": None,
        "owner": "dana",
        "listing_id": "MLS1234567",
        "fields": json.loads(CHRIS.fields),
        "source": json.loads(CHRIS.source),
    }


def test_what_is_unknown_is_null() -> None:
    blank = record(BLANK)
    unknown = {name for name, value in blank.items() if value is None}
    assert unknown == {"market", "lang", "name", "phone", "email", "owner", "listing_id"}
    assert "\n" not in json_line(replace(BLANK, name="a\nb\u2028c"))
