"""On, back, to an earlier answer and all over again; what hangs on an answer is asked again."""

from __future__ import annotations

import pytest

from bot.dialogue.effects import Answered, Stale
from bot.dialogue.engine import TURNS
from bot.dialogue.events import Skip, Text
from bot.dialogue.machine import STEPS_A_TURN
from tests.dialogue.talking import Talk, done, flow_of, until

BRANCHES = """
id: branches
title: Branches
greeting: "Automated assistant. {{ privacy_url }}"
questions:
  - id: purpose
    ask: Buy or rent?
    options:
      - {value: buy, label: Buy}
      - {value: rent, label: Rent, next: term}
      - {value: browse, label: Neither, next: end}
  - {id: price, kind: money, unit: sale, ask: "What price?"}
  - {id: loan, ask: "A loan?", when: "price >= 300000", kind: yesno}
  - {id: term, ask: "How long?", when: 'purpose == "rent"'}
  - {id: pets, ask: "Any pets?", when: 'term', optional: true}
  - {id: name, kind: name, ask: "Your name?"}
"""


def branches() -> Talk:
    return Talk(flow_of(BRANCHES))


def test_only_questions_whose_condition_holds_are_asked() -> None:
    talk = branches().press("buy").say("500k").press("yes").say("Ann Lee")
    assert talk.session.asked == ("purpose", "price", "loan", "name")
    assert talk.session.status == "complete"


def test_an_option_leads_its_own_way() -> None:
    talk = branches().press("rent")
    assert talk.open == "term"
    assert branches().press("browse").session.status == "complete"


def test_back_asks_the_question_before_and_keeps_its_answer_until_there_is_another() -> None:
    talk = until("timeline").back()
    assert talk.open == "budget"
    assert talk.fields["budget_max"] == 450000
    talk.say("500k")
    assert talk.fields["budget_max"] == 500000
    assert talk.open == "timeline"


def test_back_twice_goes_two_questions_back() -> None:
    talk = until("timeline").back().back()
    assert talk.open == "beds_min"
    assert talk.press("2").open == "timeline"  # the budget is known


def test_back_at_the_first_question_says_so_and_repeats_it() -> None:
    talk = Talk().back()
    assert talk.open == "area"
    assert "first question" in talk.heard
    assert "Which area" in talk.heard
    assert talk.session.asked == ("area",)


def test_going_back_is_a_new_asking_and_coming_forward_again_is_not() -> None:
    talk = until("timeline").back().say("500k")
    assert talk.session.asked == ("area", "beds_min", "budget", "timeline", "budget")


def test_a_skipped_question_can_be_answered_after_going_back() -> None:
    talk = until("beds_min").skip().back().press("2")
    assert talk.fields["beds_min"] == 2
    assert "beds_min" not in talk.session.skipped


def test_an_earlier_answer_can_be_edited_and_the_conversation_goes_on_where_it_was() -> None:
    talk = until("has_agent").edit("budget")
    assert "price range" in talk.heard
    assert talk.say("600k").open == "has_agent"
    assert talk.fields["budget_max"] == 600000


def test_what_depends_on_an_edited_answer_is_asked_again() -> None:
    talk = branches().press("rent").say("a year").say("two cats").edit("purpose").press("buy")
    assert talk.open == "price"
    assert "term" not in talk.fields
    assert "pets" not in talk.fields
    assert [a.field for a in talk.effects(Answered) if a.value is None] == ["term", "pets"]


def test_a_condition_on_a_number_is_looked_at_again() -> None:
    talk = branches().press("buy").say("500k").press("yes").edit("price").say("200k")
    assert talk.open == "name"
    assert "loan" not in talk.fields
    talk = branches().press("buy").say("200k").edit("price").say("500k")
    assert talk.open == "loan"


def test_the_same_answer_again_drops_nothing() -> None:
    talk = branches().press("rent").say("a year").say("two cats").edit("purpose").press("rent")
    assert talk.fields["term"] == "a year"
    assert talk.open == "name"


def test_a_viewing_is_asked_again_when_the_kind_of_tour_changes() -> None:
    talk = Talk("listing").press("tour").press("2026-03-14T11:00").edit("appointment")
    talk.press("video")
    assert talk.open == "viewing_at"
    assert "viewing_at" not in talk.fields
    assert talk.press("2026-03-11T14:00").open == "timeline"


def test_a_viewing_is_dropped_when_nothing_is_to_be_seen() -> None:
    talk = Talk("listing").press("tour").press("2026-03-14T11:00").edit("appointment")
    talk.press("none")
    assert talk.open == "timeline"
    assert "viewing_at" not in talk.fields


def test_contact_data_stands_whatever_changes() -> None:
    talk = until("email").say("dani@example.com").edit("phone").say("512-555-0142")
    assert talk.fields["email"] == "dani@example.com"
    assert talk.fields["phone"] == "+15125550142"


@pytest.mark.parametrize("question", ["financing", "no_such_question", ""])
def test_what_was_not_asked_yet_cannot_be_edited(question: str) -> None:
    talk = until("beds_min")
    before = talk.session
    talk.edit(question)
    assert talk.effects(Stale)
    assert talk.session == before


def test_an_answer_can_be_edited_after_the_end() -> None:
    talk = done().edit("budget")
    assert (talk.session.status, talk.open) == ("partial", "budget")
    assert talk.say("700k").session.status == "complete"
    assert talk.fields["budget_max"] == 700000


def test_a_misclicked_disqualifier_can_be_taken_back() -> None:
    talk = until("has_agent").press("signed")
    assert talk.session.status == "disqualified"
    talk.edit("has_agent").press("no")
    assert (talk.session.status, talk.session.dq_reason) == ("partial", "")
    assert talk.open == "name"


def test_start_over_asks_everything_again_and_keeps_only_what_was_known_beforehand() -> None:
    talk = until("phone", known={"name": "Ana Ruiz"}).say("start over")
    assert talk.open == "area"
    assert talk.fields == {"name": "Ana Ruiz"}
    assert talk.session.asked[-1] == "area"
    assert talk.session.asked.count("area") == 2


def test_skip_in_words_and_by_button_are_the_same() -> None:
    spoken, pressed = until("budget").say("skip"), until("budget").skip()
    assert spoken.session.skipped == pressed.session.skipped == ("budget",)
    assert spoken.open == pressed.open == "timeline"


def test_a_required_question_that_is_refused_is_skipped_too() -> None:
    talk = until("financing").skip()
    assert talk.open == "has_agent"
    assert "financing" not in talk.fields


def test_a_press_for_another_question_changes_nothing() -> None:
    talk = until("timeline")
    before = talk.session
    for event in ("area", "appointment", "nothing"):
        talk.press("now", question=event)
        assert talk.effects(Stale)
        assert talk.session == before
    talk.take(Skip("area"))
    assert talk.effects(Stale)


def test_a_press_of_an_option_that_is_not_there_changes_nothing() -> None:
    talk = until("timeline").press("yesterday")
    assert talk.effects(Stale)
    assert talk.open == "timeline"
    assert until("timeline").press("now", "1_3m").effects(Stale)


def test_words_meant_for_an_earlier_question_are_not_taken_for_the_open_one() -> None:
    talk = until("budget").take(Text("3", "beds_min"))
    assert talk.effects(Stale)
    assert "budget_max" not in talk.fields
    assert until("budget").take(Text("stop", "beds_min")).session.status == "stopped"


def test_a_conversation_that_never_ends_is_handed_to_a_person() -> None:
    talk = Talk()
    for _ in range(TURNS + 1):
        talk.say("why?")
    assert talk.session.status == "handoff"
    assert talk.say("still there?").session.status == "handoff"


def test_a_branch_longer_than_the_limit_is_handed_to_a_person() -> None:
    questions = "\n".join(
        f"  - {{id: q{n}, ask: 'Q?', when: 'first == \"never\"'}}" for n in range(STEPS_A_TURN + 5)
    )
    talk = Talk(
        flow_of(
            "id: long\ntitle: Long\ngreeting: 'Automated assistant. {{ privacy_url }}'\n"
            f"questions:\n  - {{id: first, ask: 'First?'}}\n{questions}\n"
        )
    )
    assert talk.say("anything").session.status == "handoff"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("change my budget", "budget"),
        ("edit area", "area"),
        ("wait my number is wrong", "phone"),
        ("I need to fix the phone number", "phone"),
        ("my name is wrong", "name"),
        ("update bedrooms please", "beds_min"),
        ("can I change the timing?", "timeline"),
        ("quiero cambiar mi presupuesto", "budget"),
        ("ich möchte mein Budget ändern", "budget"),
    ],
)
def test_an_answer_to_be_changed_is_asked_for_again(text: str, asked: str) -> None:
    talk = until("appointment").say(text)
    assert talk.open == asked
    assert "appointment" not in talk.fields


def test_after_the_changed_answer_the_open_question_comes_back() -> None:
    talk = until("appointment").say("change my budget", "500k")
    assert (talk.fields["budget_max"], talk.open) == (500000, "appointment")


@pytest.mark.parametrize("text", ["change", "the price is wrong for me", "something is wrong"])
def test_what_names_no_answer_of_theirs_changes_nothing(text: str) -> None:
    talk = until("has_agent").say(text)
    assert talk.open in ("has_agent", "budget")
