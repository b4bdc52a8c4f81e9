"""Who works now, and when a visitor may be called."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.dialogue.site import Agent
from bot.leads.alert_text import hot_alert
from bot.leads.duty import Roster, Status, load, read_length
from bot.leads.facts import Why
from bot.leads.hours import Hours, hours_of, read_hours
from bot.leads.routing import route
from tests.leads.lead_samples import AUSTIN, TUESDAY, buyer, facts
from tests.leads.test_routing import DANA, HOME, MARCUS, NORA, site

WORKS = Agent(id="a", name="Ann", shift="Mon-Fri 08:00-18:00")
EVENING = TUESDAY.replace(hour=21, minute=30)


def said(kind: str, hours: float, agent: str = "a") -> Roster:
    return Roster({agent: Status(kind, TUESDAY + timedelta(hours=hours))})


@pytest.mark.parametrize(
    ("roster", "at", "works"),
    [
        (Roster(), TUESDAY, True),
        (Roster(), EVENING, False),
        (said("pause", 2), TUESDAY, False),
        (said("pause", 2), TUESDAY + timedelta(hours=2), True),
        (said("off", 2), TUESDAY, False),
        (said("driving", 1), TUESDAY, False),
        (said("on", 9), EVENING, True),
        (said("on", 2), EVENING, False),
    ],
)
def test_a_status_holds_until_its_time_and_then_the_shift_does(
    roster: Roster, at: datetime, works: bool
) -> None:
    assert roster.works(WORKS, at) is works


def test_after_a_pause_into_the_evening_the_agent_is_back_with_the_next_shift() -> None:
    assert said("pause", 2).returns(WORKS, TUESDAY) == TUESDAY + timedelta(hours=2)
    morning = (TUESDAY + timedelta(days=1)).replace(hour=8, minute=0)
    assert said("pause", 6).returns(WORKS, TUESDAY) == morning


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("pause", "is paused until 16:07"),
        ("off", "is off until 16:07"),
        ("driving", "is driving until 16:07"),
    ],
)
def test_the_routing_says_why_somebody_was_passed_over(kind: str, words: str) -> None:
    roster = Roster({"marcus": Status(kind, TUESDAY + timedelta(hours=2))})
    routing = route(facts(), site(), TUESDAY, roster=roster)
    assert routing.ids == ("dana",)
    assert routing.why.startswith(f"Marcus Lee looks after MLS1234567 but {words}; Dana Reyes is")


def test_a_pause_of_everybody_rings_silently_and_aloud_when_the_first_is_back() -> None:
    until = TUESDAY + timedelta(hours=1)
    roster = Roster({id_: Status("pause", until) for id_ in ("dana", "marcus")})
    routing = route(facts(), site(DANA, MARCUS), TUESDAY, roster=roster)
    assert (routing.silent, routing.opens) == (True, until)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("2h", 120), ("90", 90), ("1h 30m", 90), ("45 min", 45), ("1d", 1440), ("2 hours", 120)],
)
def test_lengths_are_read(text: str, minutes: int) -> None:
    assert read_length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "soon", "2h please", "0", "99d", "-5", "2,5h", "999999h"])
def test_what_is_no_length_is_none(text: str) -> None:
    assert read_length(text) is None


def test_a_status_is_stored_and_read_again() -> None:
    status = Status("pause", TUESDAY)
    assert load(status.dump()) == status
    assert load("") is None
    assert load(None) is None


# ---- the visitor's hours ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phone", "fields", "hours"),
    [
        ("+15125550141", {}, "08:00-21:00"),
        ("+13055550141", {}, "08:00-20:00"),
        ("+15125550141", {"region": "FL"}, "08:00-20:00"),
        ("+44305555014", {}, "08:00-21:00"),
        ("", {}, "08:00-21:00"),
    ],
)
def test_florida_is_called_until_eight(phone: str, fields: dict[str, str], hours: str) -> None:
    assert str(hours_of("", phone, fields)) == hours


def test_a_market_may_have_hours_of_its_own_but_florida_stays_strict() -> None:
    assert str(hours_of("09:30-22:00", "", {})) == "09:30-22:00"
    assert str(hours_of("07:00-22:00", "+13055550141", {})) == "08:00-20:00"
    assert str(hours_of("00:00-24:00", "", {})) == "00:00-24:00"
    assert read_hours("21:00-08:00") is None
    assert read_hours("always") is None


@pytest.mark.parametrize(
    ("hour", "opens"), [(7, (10, 8)), (8, (10, 8)), (20, (10, 20)), (21, (11, 8)), (23, (11, 8))]
)
def test_the_next_decent_hour(hour: int, opens: tuple[int, int]) -> None:
    at = Hours().opens(datetime(2026, 3, 10, hour, 0, tzinfo=AUSTIN))
    assert (at.day, at.hour) == opens


def test_who_works_at_night_is_rung_and_reads_from_when_to_call() -> None:
    night = TUESDAY.replace(hour=22)
    routing = route(buyer(), site(DANA, NORA), night)
    assert (routing.ids, routing.silent, routing.opens) == (("dana",), False, None)
    last = hot_alert(facts(at=night), html=False).splitlines()[-1]
    assert last == ("⏱ 22:07 · answer by 22:12 · calls from Wed 08:00 · via google/rr-3bed-mar")


def test_where_nobody_works_it_rings_when_somebody_does_and_the_visitor_may_be_called() -> None:
    early = DANA.model_copy(update={"shift": "Mon-Fri 07:00-18:00"})
    night = TUESDAY.replace(hour=22, minute=0)
    routing = route(buyer(), site(early), night)
    assert routing.silent
    assert routing.opens == (night + timedelta(days=1)).replace(hour=8)
    assert routing.why.endswith("It rings aloud at Wed 08:00.")


def test_who_asks_for_a_call_at_night_is_rung_aloud_where_somebody_works() -> None:
    wanted = buyer(reasons=(Why("asked for a call", 15, "call_now"),))
    assert not route(wanted, site(DANA), TUESDAY.replace(hour=22)).silent
    assert HOME.agent == "marcus"
