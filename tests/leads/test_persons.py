"""When two leads are one person's, what is known of them together, and who may be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.dialogue.session import Answer, Session
from bot.leads import persons
from bot.leads.persons import APART, RELATED, SAME, Candidate, decide, judge
from tests.leads.people import CHRIS

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
OTHER = replace(CHRIS, id="other", flow="buyer", stage="engaged")


@pytest.mark.parametrize(
    ("flow", "changes", "by", "apart", "verdict"),
    [
        ("buyer", {}, ("telegram",), False, SAME),
        ("buyer", {}, ("browser",), False, SAME),
        ("buyer", {}, ("email",), False, SAME),
        ("buyer", {}, ("phone",), False, SAME),
        ("listing", {}, ("phone",), False, SAME),  # looking at a home is the wish to buy
        ("open_house", {"flow": "listing"}, ("phone",), False, SAME),
        ("seller", {}, ("phone",), False, RELATED),
        ("renter", {}, ("telegram",), False, RELATED),
        ("buyer", {"stage": "won"}, ("phone",), False, RELATED),
        ("buyer", {"stage": "lost"}, ("phone",), False, SAME),  # who was lost may come back
        ("buyer", {"stage": "disqualified"}, ("email",), False, SAME),
        ("buyer", {}, ("phone", "email"), True, APART),
    ],
)
def test_the_merge_table(
    flow: str, changes: dict[str, str], by: tuple[str, ...], apart: bool, verdict: str
) -> None:
    assert judge(flow, Candidate(replace(OTHER, **changes), by, set_apart=apart))[0] == verdict


def test_a_name_is_no_key_and_never_decides() -> None:
    nameless = replace(OTHER, phone="", email="", name="Chris Ode")
    assert persons.keys(nameless) == ()
    with pytest.raises(ValueError, match="nothing is shared"):
        judge("buyer", Candidate(OTHER, ()))


def test_keys_are_the_same_however_they_were_typed() -> None:
    lead = replace(OTHER, phone="+17375550141", email="Chris.Ode@Example.COM")
    assert persons.keys(lead, "42") == (
        "phone:+17375550141",
        "email:chris.ode@example.com",
        "telegram:42",
    )


def test_the_surest_and_then_the_oldest_is_chosen_and_the_others_are_named() -> None:
    day = timedelta(days=1)
    by_phone = Candidate(replace(OTHER, id="a", created_at=NOW - 9 * day), ("phone",))
    by_mail = Candidate(replace(OTHER, id="b", created_at=NOW - day), ("email", "phone"))
    older = Candidate(replace(OTHER, id="c", created_at=NOW - 2 * day), ("email",))
    decision = decide("buyer", (by_phone, by_mail, older), alone=True)
    assert decision.same is older
    assert [other.lead.id for other in decision.related] == ["a", "b"]


def test_a_lead_of_several_chats_is_no_bridge_between_two_others() -> None:
    both = (Candidate(OTHER, ("phone",)),)
    assert decide("buyer", both, alone=False).same is None
    assert decide("buyer", both, alone=False).related == both


def test_what_several_people_share_decides_nothing_but_the_surer_does() -> None:
    by_phone = Candidate(OTHER, ("phone",), shared=True)
    assert decide("buyer", [by_phone], alone=True) == persons.Decision(None, (by_phone,))
    by_chat = Candidate(OTHER, ("phone", "telegram"), shared=True)
    assert decide("buyer", [by_chat], alone=True).same is by_chat


def test_who_was_set_apart_is_not_even_named() -> None:
    decision = decide("buyer", [Candidate(OTHER, ("phone",), set_apart=True)], alone=True)
    assert decision == persons.Decision(None)


def _session(at: datetime = NOW, **answers: Any) -> Session:
    made = {name: Answer(value, str(value), name, at=at.isoformat()) for name, value in
            answers.items()}  # fmt: skip
    return Session("buyer", "h", answers=made, turns=1)


def test_what_was_said_last_counts_and_nothing_is_lost() -> None:
    first = _session(name="Ann", area="Zilker", timeline="3_6m")
    home = replace(first, context={"listing": {"id": "MLS1"}})
    own = _session(timeline="now", phone="+1")
    memory = persons.together(own, (home, first), NOW, UTC)
    assert memory.fields == {"name": "Ann", "area": "Zilker", "timeline": "now", "phone": "+1"}
    assert memory.flags == ("returning",)
    assert memory.context == {"listing": {"id": "MLS1"}}
    assert persons.together(memory, (), NOW, UTC).flags == ("returning",)


@pytest.mark.parametrize(
    ("viewing", "kept"),
    [
        ("2026-03-21T11:00", True),
        ("2026-03-19T11:00", False),
        ("2026-03-21T11:00+00:00", True),
        ("soon", True),
    ],
)
def test_a_viewing_that_is_over_is_no_appointment_any_more(viewing: str, kept: bool) -> None:
    before = _session(appointment="tour", viewing_at=viewing)
    fields = persons.together(_session(), (before,), NOW, UTC).fields
    assert ("appointment" in fields, "viewing_at" in fields) == (kept, kept)


def test_a_returning_visitor_is_not_asked_what_they_said_lately() -> None:
    said = _session(NOW - timedelta(days=5), name="Ann", area="Zilker", appointment="tour")
    known = persons.recall(said, "listing", NOW, consented=True)
    assert known == {"name": "Ann", "area": "Zilker"}


def test_of_another_wish_only_the_person_is_known() -> None:
    said = _session(NOW - timedelta(days=5), name="Ann", phone="+1", area="Zilker")
    assert persons.recall(said, "seller", NOW, consented=True) == {"name": "Ann", "phone": "+1"}


@pytest.mark.parametrize(
    ("field", "value", "days", "known"),
    [
        ("area", "Zilker", 29, True),
        ("area", "Zilker", 31, False),
        ("timeline", "now", 29, True),
        ("timeline", "now", 31, False),
        ("timeline", "3_6m", 31, False),
        ("name", "Ann", 400, True),
    ],
)
def test_what_was_said_long_ago_is_asked_again(
    field: str, value: str, days: int, known: bool
) -> None:
    said = _session(NOW - timedelta(days=days), **{field: value})
    assert (field in persons.recall(said, "buyer", NOW, consented=True)) is known


def test_a_time_without_a_zone_is_read_as_ours_and_none_as_long_ago() -> None:
    bare = (NOW - timedelta(days=1)).replace(tzinfo=None).isoformat()
    answers = {"area": Answer("Zilker", "z", "area", at=bare), "beds": Answer(3, "3", "beds")}
    said = Session("buyer", "h", answers=answers)
    assert persons.recall(said, "buyer", NOW, consented=True) == {"area": "Zilker"}


@pytest.mark.parametrize("status", ["erased", "stopped"])
def test_nothing_is_recalled_without_consent_or_after_a_stop(status: str) -> None:
    said = _session(name="Ann")
    assert persons.recall(said, "buyer", NOW, consented=False) == {}
    assert persons.recall(replace(said, status=status), "buyer", NOW, consented=True) == {}
