"""Rare turns: options that come and go, flows without a number, lists, second thoughts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.dialogue import closing, moving
from bot.dialogue.ageing import is_stale
from bot.dialogue.draft import Draft
from bot.dialogue.effects import Stale, Unread
from bot.dialogue.homes import free_slots, home_of
from bot.dialogue.site import Listing
from tests.dialogue.talking import NOW, Talk, done, flow_of, library, shipped, until

PETS = """
id: pets
title: Pets
languages: [en]
greeting: "Automated assistant. {{ privacy_url }}"
questions:
  - id: pets
    kind: multi
    ask: "Which pets?"
    options:
      - {value: dog, label: Dog, points: 5, engagement: appointment}
      - {value: cat, label: Cat, points: 3}
      - {value: none, label: None}
  - id: size
    ask: "How big?"
    options:
      - {value: small, label: Small}
      - {value: huge, label: Huge, when: '"dog" in pets'}
  - {id: down, kind: percent, ask: "How much down?", points: {20+: 4, 0+: 1}, optional: true}
  - {id: on, kind: text, ask: "Hello {{ channel }} visitor with {{ pets }} - a word?"}
"""


def pets() -> Talk:
    return Talk(flow_of(PETS))


def test_several_options_are_pressed_at_once_and_each_has_its_points() -> None:
    talk = pets().press("dog", "cat")
    assert talk.fields["pets"] == ["dog", "cat"]
    assert talk.turn.score.fit == 8
    assert pets().say("a dog and a cat").fields["pets"] == ["dog", "cat"]


def test_an_option_is_offered_only_while_its_condition_holds() -> None:
    assert [value for value, _ in pets().press("dog").ask.options] == ["small", "huge"]  # type: ignore[union-attr]
    cats = pets().press("cat")
    assert [value for value, _ in cats.ask.options] == ["small"]  # type: ignore[union-attr]
    assert cats.press("huge").effects(Stale)


def test_values_stand_in_texts_as_people_say_them() -> None:
    talk = pets().press("dog", "cat").press("small").say("20%")
    assert "Hello web visitor with Dog, Cat - a word?" in talk.heard
    assert talk.turn.score.reasons[-2].points == 4


def test_a_flow_without_a_number_hands_over_to_the_chat() -> None:
    talk = pets().say("I want to talk to a human")
    assert talk.session.status == "handoff"
    assert "right here" in talk.heard


def test_a_second_ambiguous_answer_is_an_unreadable_one() -> None:
    talk = until("financing").say("cash or preapproved", "cash or preapproved")
    assert "say 'human' for a person" in talk.heard
    assert talk.session.retries == 2


def test_back_is_nothing_once_a_person_has_taken_over() -> None:
    talk = until("budget").say("call me now on 512-555-0142").back()
    assert talk.effects(Stale)
    assert talk.session.status == "handoff"


def test_start_over_works_after_the_end_too() -> None:
    talk = done().say("start over")
    assert (talk.session.status, talk.open) == ("partial", "area")
    assert talk.fields == {}
    assert "completed" not in talk.session.flags


def test_after_a_refusal_a_correction_of_something_else_changes_nothing() -> None:
    talk = until("has_agent").press("signed").say("sorry, cedar park I meant")
    assert talk.session.status == "disqualified"


def test_a_place_corrected_to_another_that_is_not_covered_stays_refused() -> None:
    talk = Talk().say("Denver").say("sorry I meant Chicago")
    assert (talk.session.status, talk.fields) == ("disqualified", {"area": "Chicago"})


def test_an_answer_that_disqualifies_is_heard_in_passing_and_in_a_call() -> None:
    talk = until("name").say("sorry, I have signed with an agent, call me 512-555-0142")
    assert talk.session.status == "disqualified"


def test_a_lower_end_that_is_over_the_new_budget_goes() -> None:
    talk = until("budget").say("400-450k").say("actually make it 380k")
    assert talk.fields["budget_max"] == 380000
    assert "budget_min" not in talk.fields


def test_a_skipped_question_that_is_told_later_is_skipped_no_more() -> None:
    talk = until("budget").skip().say("under 450k, right away")
    assert talk.fields["budget_max"] == 450000
    assert "budget" not in talk.session.skipped


def test_a_skipped_question_depends_like_an_answered_one() -> None:
    talk = Talk("listing").press("tour").skip()
    assert talk.session.skipped == ("viewing_at",)
    talk.edit("appointment").press("video")
    assert talk.open == "viewing_at"


def test_editing_a_later_answer_comes_back_to_the_open_question() -> None:
    talk = Talk().say("hi, my number is 512-555-0142, looking in Round Rock")
    assert talk.open == "beds_min"
    talk.edit("phone").say("512-555-0199")
    assert talk.open == "beds_min"
    assert talk.session.asked == ("area", "beds_min", "phone")


def test_a_home_that_is_gone_or_on_hold_is_honestly_so() -> None:
    def heard(status: str) -> str:
        site = library().site
        home = replace_status(site.listings[0], status)
        compiled = shipped("listing")
        changed = type(compiled)(
            compiled.flow,
            site.model_copy(update={"listings": (home,)}),
            compiled.hash,
            compiled.machine,
            compiled.whens,
        )
        return Talk(changed).say("is it still available?").heard

    assert "I'm sorry" in heard("sold")
    assert "is coming soon at the moment" in heard("coming soon")
    assert "still available" in heard("available")


def replace_status(listing: Listing, status: str) -> Listing:
    return listing.model_copy(update={"status": status})


def test_weekly_times_become_days_and_broken_ones_are_left_out() -> None:
    compiled = shipped("listing")
    local = compiled.local("austin", "en")
    given = ["Wed 14:00", "Tue 14:00", "Foo 14:00", "Wed 25:99", "soon", "2026-03-11T14:00Z"]
    session = replace(Talk("listing").session, context={"slots": given})
    times = [f"{time:%m-%d %H:%M}" for time in free_slots(local, session, NOW)]
    assert times == ["03-11 09:00", "03-11 14:00", "03-17 14:00", "03-18 14:00"]


def test_without_a_home_there_is_nothing_to_tell() -> None:
    assert home_of(shipped("buyer").local("austin", "en"), {}) is None
    talk = Talk("listing", listing={"id": "X9"}, slots=())
    assert "suggest a time" in talk.say("when can I come?").heard or talk.open == "viewing_at"


def test_a_timeline_without_its_day_is_never_stale() -> None:
    session = done().session
    undated = replace(session.answers["timeline"], at="")
    session = replace(session, answers={**session.answers, "timeline": undated})
    assert not is_stale(session, NOW + timedelta(days=999))
    assert not is_stale(Talk().session, NOW)


@pytest.mark.parametrize("trigger", ["hand_over", "disqualify"])
def test_an_end_that_cannot_be_left_is_not_left(trigger: str) -> None:
    talk = done().say("stop")
    draft = Draft(talk.flow, talk.session, NOW)
    if trigger == "hand_over":
        closing.hand_over(draft, "")
    assert draft.status == "stopped"
    assert not moving.back(draft)
    assert not moving.edit(draft, "area")
    assert not moving.reopen(draft, "area")
    assert not moving.ask_out_of_turn(draft, "phone")
    moving.restart(draft)
    assert draft.state == talk.session.state


def test_follow_ups_are_said_once_each_and_nothing_after_the_last() -> None:
    from bot.dialogue.events import Silence  # noqa: PLC0415

    talk = until("budget")
    assert "Still there?" in talk.take(Silence(1)).heard
    assert talk.take(Silence(9)).heard == ""
    assert talk.take(Silence(0)).heard == ""
    assert done().take(Silence(1)).heard == ""


def test_an_empty_text_is_unreadable_and_nothing_worse() -> None:
    talk = until("timeline").say("   ")
    assert talk.open == "timeline"
    assert talk.effects(Unread)


def test_known_yes_and_no_are_kept() -> None:
    assert Talk(known={"consent_marketing": True}).fields == {"consent_marketing": True}


def test_times_without_a_zone_are_the_markets_own() -> None:
    talk = Talk("listing").press("tour")
    options = dict(talk.ask.options)  # type: ignore[union-attr]
    assert all(datetime.fromisoformat(value).tzinfo is None for value in options)


def test_an_interrupted_question_that_was_answered_in_passing_is_asked_anew_when_edited() -> None:
    talk = until("budget").say("can I talk to a person?").say("under 450k")
    assert talk.fields["budget_max"] == 450000
    assert talk.say("no").open == "timeline"
    talk.edit("budget")
    assert talk.session.asked.count("budget") == 2
