"""The ways a conversation ends, and what still works afterwards."""

from __future__ import annotations

import pytest

from bot.dialogue.effects import Consent, Ring
from tests.dialogue.talking import GOOD, Talk, done, flow_of, until


def test_a_hot_visitor_is_told_that_somebody_calls() -> None:
    talk = done()
    assert (talk.session.status, talk.turn.score.band) == ("complete", "hot")
    assert "Thanks Dani Cole!" in talk.heard
    assert "will call you within 5 min" in talk.heard
    assert talk.ask is None


def test_whoever_left_no_number_is_not_promised_a_call() -> None:
    talk = until("email").say("dani@example.com", "Book a tour")
    assert talk.turn.score.band == "hot"
    assert "call you" not in talk.heard
    assert "dani@example.com" in talk.heard
    talk = until("phone", channel="telegram").skip().skip().press("tour")
    assert talk.turn.score.band == "hot"
    assert "right here" in talk.heard


@pytest.mark.parametrize(
    ("timeline", "words"), [("Just looking", "won't bother you"), ("3-6 months", "in touch today")]
)
def test_the_last_words_fit_the_band(timeline: str, words: str) -> None:
    talk = until("timeline").say(timeline)
    while talk.open:
        talk.say("Not sure" if talk.open == "financing" else "no")
    if timeline == "3-6 months":
        talk = until("timeline").say(timeline, "Cash", "no", "no", "no", "no", "no")
    assert words in talk.heard


def test_a_place_not_covered_is_kept_and_referred() -> None:
    talk = Talk().say("Denver")
    assert (talk.session.status, talk.session.dq_reason) == ("disqualified", "out_of_area")
    assert talk.fields == {"area": "Denver"}
    assert "We don't cover Denver" in talk.heard
    talk.say("yes please")
    assert "reach you on?" in talk.heard
    assert talk.say("512-555-0142").fields == {"area": "Denver", "phone": "+15125550142"}
    assert "noted that" in talk.heard
    assert "passed that on" in talk.say("yes please").heard
    assert (talk.session.status, talk.rings) == ("disqualified", [])


def test_a_person_can_still_be_asked_for_after_a_refusal() -> None:
    talk = until("has_agent").press("signed").say("human")
    assert "reach you on?" in talk.heard
    assert talk.session.notes == ("human",)
    assert talk.say("al@x.example").fields["email"] == "al@x.example"
    assert (talk.session.status, talk.rings) == ("disqualified", [])


def test_a_place_not_covered_can_be_corrected() -> None:
    talk = Talk().say("Denver").say("sorry, I meant Round Rock")
    assert (talk.session.status, talk.open) == ("partial", "beds_min")
    assert talk.fields["area"] == "Round Rock"


def test_a_signed_visitor_is_sent_back_to_their_agent() -> None:
    talk = until("has_agent").press("signed")
    assert (talk.session.status, talk.session.dq_reason) == ("disqualified", "has_agent")
    assert "ask your agent" in talk.heard
    assert talk.turn.score.band == "disqualified"
    assert not talk.rings


def test_after_the_end_a_correction_still_counts() -> None:
    talk = done().say("sorry, my number is 512-555-0199")
    assert talk.session.status == "complete"
    assert talk.fields["phone"] == "+15125550199"
    assert "No problem - your number is now 512-555-0199." in talk.heard
    assert [ring.kind for ring in talk.effects(Ring)] == ["update"]


def test_after_the_end_what_was_left_out_can_be_told() -> None:
    talk = until("phone").skip().skip().press("none")
    assert talk.turn.score.band == "warm"
    talk.say("ok, my number is 512-555-0142")
    assert talk.fields["phone"] == "+15125550142"
    assert talk.session.status in ("complete", "handoff")


def test_after_the_end_a_person_can_be_asked_for() -> None:
    talk = done().say("can somebody call me now?")
    assert talk.session.status == "handoff"
    assert "512-555-0142" in talk.heard
    talk = until("phone").skip().skip().press("none").say("I want to talk to a person")
    assert talk.session.status == "complete"
    assert "best number" in talk.heard
    assert talk.say("512-555-0142").session.status == "handoff"


@pytest.mark.parametrize("ending", ["complete", "handoff", "disqualified"])
def test_after_every_end_stop_and_deletion_work(ending: str) -> None:
    def ended() -> Talk:
        if ending == "complete":
            return done()
        if ending == "handoff":
            return until("budget").say("call me now on 512-555-0142")
        return until("has_agent").press("signed")

    assert ended().session.status == ending
    assert ended().say("stop").session.status == "stopped"
    assert ended().say("delete my data").session.status == "erased"
    assert ended().say("stop").say("delete my data").session.status == "erased"


def test_after_the_end_words_are_kept_for_the_agent() -> None:
    talk = done().say("please bring the floor plan")
    assert talk.session.notes == ("please bring the floor plan",)
    assert talk.session.status == "complete"
    assert done().say("thanks!").session.notes == ()


def test_after_a_hand_over_nothing_is_asked_and_answers_still_count() -> None:
    talk = until("budget").say("call me now on 512-555-0142").say("my email is dani@example.com")
    assert talk.session.status == "handoff"
    assert talk.ask is None
    assert talk.fields["email"] == "dani@example.com"


def test_giving_a_number_after_the_wording_is_a_consent_with_these_exact_words() -> None:
    talk = until("phone")
    ask = talk.ask
    assert ask is not None
    (consent,) = talk.say("512-555-0142").effects(Consent)
    assert (consent.purpose, consent.granted) == ("contact", True)
    assert consent.text == ask.text
    assert consent.version == talk.flow.hash


def test_a_number_volunteered_rests_on_the_greetings_words() -> None:
    (consent,) = Talk().say("my number is 512-555-0142").effects(Consent)
    assert "How we use your data" in consent.text


def test_a_number_given_for_a_call_rests_on_the_words_it_was_asked_with() -> None:
    talk = until("budget").say("can I talk to a person?")
    (consent,) = talk.say("512-555-0142").effects(Consent)
    assert "will ring you" in consent.text


@pytest.mark.parametrize(("answer", "granted"), [("yes", True), ("no", False)])
def test_marketing_is_a_consent_of_its_own(answer: str, granted: bool) -> None:
    talk = until("consent_marketing")
    ask = talk.ask
    assert ask is not None
    (consent,) = talk.press(answer).effects(Consent)
    assert (consent.purpose, consent.granted, consent.text) == ("marketing", granted, ask.text)
    assert talk.fields["consent_marketing"] is granted


def test_skipping_marketing_is_no_consent() -> None:
    assert until("consent_marketing").skip().effects(Consent) == []


def test_a_flows_own_consent_text_names_its_version() -> None:
    flow = flow_of(
        """
id: consent
title: Consent
greeting: "Automated assistant. {{ privacy_url }}"
questions:
  - {id: phone, kind: phone, ask: "Your number? We call about this only.", consent: contact}
consents:
  contact: {version: "2026-01", text: "We call about this only."}
"""
    )
    (consent,) = Talk(flow).say("512-555-0142").effects(Consent)
    assert (consent.version, consent.text) == ("2026-01", "Your number? We call about this only.")


def test_a_lead_rings_once_and_is_updated_afterwards() -> None:
    talk = done()
    assert [ring.kind for ring in talk.rings] == ["hot", "update", "update"]
    talk.say("thanks")
    assert [ring.kind for ring in talk.rings] == ["hot", "update", "update"]


def test_a_booking_by_a_lead_that_has_not_rung_is_told_at_once() -> None:
    talk = until("phone", "listing")
    talk = Talk("listing").press("tour").press("2026-03-14T11:00").press("browsing")
    talk.press("unsure").press("no").say("Wendy Park").say("512-555-0155")
    assert talk.turn.score.band == "warm"
    assert [(ring.kind, ring.cause) for ring in talk.rings] == [("callback", "booking")]


def test_a_warm_lead_is_told_silently_at_the_end() -> None:
    talk = until("timeline").say(
        "3-6 months", "Not sure", "no", "Ann Lee", "512-555-0142", "Not now", "no"
    )
    assert [ring.kind for ring in talk.rings] == ["warm"]


def test_agents_hear_of_a_stop() -> None:
    talk = done().say("stop")
    assert [ring.kind for ring in talk.effects(Ring)] == ["update"]


def test_every_good_answer_leads_to_a_complete_conversation() -> None:
    for flow in ("buyer", "listing"):
        talk = done(flow)
        assert talk.session.status == "complete"
        assert set(talk.session.asked) <= set(GOOD)
        assert len(set(talk.session.asked)) == len(talk.session.asked)
