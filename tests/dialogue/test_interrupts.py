"""Whatever is asked beside the matter, at whatever question: answered, and the question stays."""

from __future__ import annotations

import pytest

from bot.dialogue.effects import Answered, DoNotContact, EraseRequested, Unread
from tests.dialogue.talking import Talk, until

BUYER = (
    "area", "beds_min", "budget", "timeline", "financing", "has_agent", "name", "phone", "email",
    "appointment", "consent_marketing",
)  # fmt: skip
LISTING = (
    "appointment", "viewing_at", "timeline", "financing", "has_agent", "name", "phone", "email",
)  # fmt: skip
EVERYWHERE = [("buyer", question) for question in BUYER] + [("listing", q) for q in LISTING]
ASIDE = {
    "are you a bot?": "automated assistant, not a person",
    "is it a safe area?": "fair-housing rules",
    "what commission do you charge?": "Fees are negotiable",
    "will I be approved for a loan?": "can't give loan, legal or tax advice",
}
everywhere = pytest.mark.parametrize(("flow", "question"), EVERYWHERE)


@everywhere
@pytest.mark.parametrize("text", ASIDE)
def test_a_digression_is_answered_and_the_question_repeated(
    flow: str, question: str, text: str
) -> None:
    talk = until(question, flow)
    before, ask = talk.session, talk.ask
    talk.say(text)
    assert ASIDE[text] in talk.heard
    assert ask is not None
    assert ask.text in talk.heard
    assert talk.ask == ask
    assert talk.session.asked == before.asked
    assert talk.fields == before.fields
    assert talk.session.retries == 0
    assert not talk.effects(Unread)


@everywhere
def test_why_is_answered_with_the_questions_own_reason(flow: str, question: str) -> None:
    talk = until(question, flow)
    ask = talk.ask
    assert ask is not None
    talk.say("why do you need that?")
    assert (ask.why or "It helps") in talk.heard
    assert talk.ask == ask


@everywhere
@pytest.mark.parametrize("text", ["stop", "STOP texting me you idiots", "unsubscribe please"])
def test_stop_is_confirmed_once_and_then_there_is_silence(
    flow: str, question: str, text: str
) -> None:
    talk = until(question, flow)
    phone = talk.fields.get("phone", "")
    talk.say(text)
    assert (talk.session.status, talk.session.dq_reason) == ("stopped", "opt_out")
    assert talk.fields == {}
    assert talk.turn.score.band == "disqualified"
    assert talk.effects(DoNotContact)[0].phone == phone
    assert "nobody will contact you" in talk.heard
    for later in ("hello?", "512-555-0199", "stop", "I want to buy a house"):
        assert talk.say(later).heard == ""
        assert talk.fields == {}
        assert talk.session.status == "stopped"


@everywhere
def test_deletion_forgets_everything_and_names_a_reference(flow: str, question: str) -> None:
    talk = until(question, flow).say("please delete my data")
    assert (talk.session.status, talk.session.dq_reason) == ("erased", "erasure")
    assert talk.fields == {}
    assert talk.session.context == {}
    assert talk.effects(EraseRequested)[0].ref in talk.heard
    assert talk.say("are you there?").heard == ""


@everywhere
def test_a_child_is_asked_nothing_more_and_nothing_is_kept(flow: str, question: str) -> None:
    talk = until(question, flow).say("I'm 15 years old")
    assert (talk.session.status, talk.session.dq_reason) == ("disqualified", "minor")
    assert talk.fields == {}
    assert talk.say("my number is 512-555-0142").fields == {}
    assert talk.edit(question).say("Round Rock").fields == {}


@everywhere
def test_a_call_is_handed_over_at_once_or_the_number_is_asked_for_and_nothing_else(
    flow: str, question: str
) -> None:
    talk = until(question, flow)
    known, refused = "phone" in talk.fields, "phone" in talk.session.skipped
    if question == "appointment":
        talk.skip()  # there, wanting to talk to somebody is an answer
    talk.say("I want to talk to a human")
    assert "call_now" in talk.session.flags
    if not known:
        assert talk.open == "phone"
        assert talk.session.asked.count("phone") == 1 + refused
        talk.say("512-555-0177")
    assert (talk.session.status, talk.turn.score.band) == ("handoff", "hot")
    assert talk.ask is None


@everywhere
def test_start_over_begins_again(flow: str, question: str) -> None:
    talk = until(question, flow).say("start over")
    assert talk.open == ("area" if flow == "buyer" else "appointment")
    assert talk.fields == {}


@everywhere
def test_back_goes_to_the_question_before(flow: str, question: str) -> None:
    talk = until(question, flow)
    before = [q for q in talk.session.asked if q != question]
    talk.say("go back")
    assert talk.open == (before[-1] if before else question)


@everywhere
def test_another_language_is_followed_or_honestly_declined(flow: str, question: str) -> None:
    talk = until(question, flow).say("¿hablan español?")
    spanish = talk.flow.speaks("es")
    assert talk.open == question
    assert talk.session.lang == ("es" if spanish else "en")
    talk = until(question, flow).say("parlez-vous français ? je cherche une maison à la campagne")
    assert talk.session.lang == "en"


@everywhere
def test_a_secret_is_masked_in_everything_that_is_kept(flow: str, question: str) -> None:
    talk = until(question, flow).say("my ssn is 123-45-6789")
    assert "removed it" in talk.heard
    assert "6789" not in str(talk.turn)


def test_two_unreadable_answers_offer_buttons_or_a_person_and_then_it_waits() -> None:
    talk = until("timeline")
    first = talk.say("flurb").heard
    second = talk.say("glorp").heard
    third = talk.say("wuzz").heard
    assert "which of these fits best" in first
    assert "say 'human' for a person" in second
    assert len({first, second, third}) == 3
    assert talk.session.asked.count("timeline") == 1
    assert talk.open == "timeline"
    assert [e.text for e in talk.effects(Unread)] == ["wuzz"]
    assert talk.say("right away").session.retries == 0


def test_a_digression_between_two_unreadable_answers_does_not_hide_the_second() -> None:
    talk = until("timeline").say("flurb", "are you a bot?", "glorp")
    assert "say 'human' for a person" in talk.heard


def test_the_number_asked_for_out_of_turn_can_be_refused_and_the_chat_goes_on() -> None:
    talk = until("budget").say("can I talk to a person?").say("no")
    assert talk.open == "budget"
    assert "can't ring you" in talk.heard
    assert talk.session.asked == ("area", "beds_min", "budget", "phone")
    talk.say("450k", "right away", "cash", "no", "Ann Lee")
    assert talk.open == "email"  # the number was refused already


def test_a_call_refused_and_then_a_number_given_is_handed_over_after_all() -> None:
    talk = until("budget").say(
        "can I talk to a person?", "no", "450k", "ok my number is 512-555-0142"
    )
    assert (talk.session.status, talk.turn.score.band) == ("handoff", "hot")


def test_a_number_in_the_call_request_hands_over_at_once() -> None:
    talk = until("timeline").say("just call me on 512-555-0142")
    assert talk.session.status == "handoff"
    assert talk.fields["phone"] == "+15125550142"


def test_call_me_where_calling_is_an_option_is_that_answer() -> None:
    talk = until("appointment").say("call me")
    assert talk.fields["appointment"] == "call"
    assert talk.session.status == "partial"


def test_no_thanks_just_call_declines_texts_and_asks_for_nothing() -> None:
    talk = until("consent_marketing").say("no thx just call")
    assert talk.fields["consent_marketing"] is False
    assert talk.session.status == "complete"


def test_no_calls_and_rudeness_are_no_stop() -> None:
    for text in ("no calls please", "this is a stupid question", "you are annoying"):
        assert until("budget").say(text).session.status == "partial"


def test_email_is_better_skips_the_phone() -> None:
    talk = until("phone").say("e-mail is better")
    assert talk.open == "email"
    assert talk.fields["contact_pref"] == "email"


def test_advice_can_be_followed_by_yes_please_call() -> None:
    talk = until("timeline").say("will I be approved for a loan?").say("yes please")
    assert talk.open == "phone"
    assert "call_now" in talk.session.flags


@pytest.mark.parametrize("text", ["I'm a realtor with KW", "we sell leads to realtors like you"])
def test_colleagues_and_vendors_are_thanked_and_no_lead(text: str) -> None:
    talk = Talk().say(text)
    assert (talk.session.status, talk.session.dq_reason) == ("disqualified", "agent_or_vendor")


def test_an_unknown_question_goes_to_the_agent_and_is_no_unreadable_answer() -> None:
    talk = until("timeline").say("do those homes come with a pool?")
    assert "passed it on" in talk.heard
    assert talk.session.notes == ("do those homes come with a pool?",)
    assert talk.session.retries == 0


def test_a_greeting_is_returned_and_the_question_repeated() -> None:
    talk = Talk().say("hi there")
    assert "Hello" in talk.heard
    assert "Which area" in talk.heard
    assert not talk.effects(Answered)


def test_the_flows_own_faq_is_answered() -> None:
    assert "two minutes" in until("budget").say("how long does it take?").heard


def test_a_question_passed_by_twice_is_let_go_quietly() -> None:
    talk = until("beds_min").say("hmm ok", "not more than 520k").say("we'd move in mid june")
    assert "beds_min" not in talk.fields
    assert talk.fields["budget_max"] == 520_000
    assert talk.fields["timeline"] == "3_6m"
    assert talk.open == "financing"
    assert "skip" not in talk.heard


def test_one_later_answer_alone_does_not_let_the_open_question_go() -> None:
    talk = until("beds_min").say("not more than 520k")
    assert talk.open == "beds_min"
    assert talk.say("no").open == "timeline"  # the "no" is to the bedrooms, not to a hint
    assert "beds_min" in talk.session.skipped


@pytest.mark.parametrize("text", ["what does signed mean", "how do I know if I signed"])
def test_a_question_without_its_mark_is_passed_on_and_answers_nothing(text: str) -> None:
    talk = until("has_agent").say(text)
    assert talk.open == "has_agent"
    assert "passed it on" in talk.heard


def test_who_does_not_understand_a_question_hears_why_it_is_asked() -> None:
    talk = until("has_agent").say("what do you mean")
    assert talk.open == "has_agent"
    assert "your agent should help you" in talk.heard
