"""Who wants no contact: no export and no alert says how to reach them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from bot.leads import alert_text, exports
from bot.leads.facts import facts_of_lead, unreachable
from bot.leads.timeline import story_of
from tests.leads.people import CHRIS, CONSENTS, EVENTS, HOT_AT, SITE

PLACES = ("737", "0141", "chris@")
LEAD = replace(CHRIS, email="chris@example.com")


def test_the_csv_gives_nothing_to_reach_them_by_and_says_why() -> None:
    beside = exports.Beside(story_of(EVENTS), CONSENTS, refused=True)
    text = exports.HEADER + exports.csv_line(LEAD, beside, SITE)
    assert not any(part in text for part in PLACES)
    (row,) = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    assert "Do-not-contact" in row["tags"].split(";")
    assert (row["consent_contact_at"], row["consent_marketing"]) == ("", "no")


def test_the_json_gives_nothing_to_reach_them_by() -> None:
    line = exports.json_line(LEAD, refused=True)
    assert not any(part in line for part in PLACES)
    assert json.loads(line).keys() == exports.record(LEAD).keys()


def test_an_alert_shows_no_number_and_has_nothing_to_copy() -> None:
    facts = unreachable(facts_of_lead(LEAD, SITE, HOT_AT))
    for text in (
        alert_text.hot_alert(facts),
        alert_text.claimed_for_winner(facts, "Dana", HOT_AT),
    ):
        assert not any(part in text for part in PLACES)
        assert "asked for no contact" in text
    assert alert_text.copy_text(facts) == ""
