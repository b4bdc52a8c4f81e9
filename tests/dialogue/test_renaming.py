"""A question may be renamed: what was answered before goes on counting."""

from __future__ import annotations

from bot.dialogue.renaming import renamed, renames
from bot.dialogue.scoring import score
from tests.dialogue.talking import Talk, flow_of

OLD = """
id: homes
title: Homes
greeting: An automated assistant. {{ privacy_url }}
questions:
  - id: price
    ask: How do you pay?
    options: [{value: cash, label: Cash, points: 20}, {value: loan, label: Loan, points: 5}]
  - {id: notes, ask: Anything else?, optional: true}
"""
NEW = OLD.replace("id: price\n", "id: payment\n    was: price\n").replace(
    "points: 20", "points: 9"
)


def test_a_lead_of_the_old_version_is_scored_in_the_new_one() -> None:
    talk = Talk(flow_of(OLD)).say("Cash")
    new = flow_of(NEW)
    assert score(new, talk.session).fit == 0  # unknown under its old name
    moved = renamed(new.flow, talk.session)
    assert score(new, moved).fit == 9
    assert moved.asked == ("payment", "notes")
    assert moved.fields == {"payment": "cash"}
    assert renames(new.flow) == {"price": "payment"}


def test_a_flow_without_renames_leaves_the_conversation_as_it_is() -> None:
    talk = Talk(flow_of(OLD)).say("Cash")
    assert renamed(talk.flow.flow, talk.session) is talk.session


def test_a_page_that_knows_the_old_name_is_understood() -> None:
    talk = Talk(flow_of(NEW), known={"price": "loan"})
    assert talk.fields == {"payment": "loan"}
    assert talk.open == "notes"


def test_a_running_conversation_keeps_the_version_with_the_old_name() -> None:
    talk = Talk(flow_of(OLD)).say("Cash")
    assert talk.session.flow_hash == flow_of(OLD).hash != flow_of(NEW).hash
    assert talk.say("skip").session.status == "complete"
