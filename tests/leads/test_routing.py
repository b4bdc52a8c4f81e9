"""Who is rung, and why in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.dialogue.site import Agent, Listing, Market, Rung, Site
from bot.leads.duty import Roster
from bot.leads.ladder import seconds
from bot.leads.routing import route
from tests.leads.lead_samples import AUSTIN, TUESDAY, buyer, facts

US = Market(country="US", currency="USD", tz="America/Chicago")
GB = Market(country="GB", currency="GBP", tz="Europe/London")
DANA = Agent(
    id="dana", name="Dana Reyes", markets=("austin",), areas=("Round Rock",), languages=("en",)
)
MARCUS = Agent(id="marcus", name="Marcus Lee", markets=("austin",), shift="Mon-Fri 08:00-18:00")
NORA = Agent(id="nora", name="Nora Whitfield", markets=("leeds",))
HOME = Listing(
    id="MLS1234567", address="1808 Juniper Hill Dr", price=465000, market="austin", agent="marcus"
)
SUNDAY = TUESDAY + timedelta(days=5)
NIGHT = datetime(2026, 3, 11, 3, 0, tzinfo=AUSTIN)


def site(*agents: Agent, **more: Any) -> Site:
    return Site(
        company="Oak & Lane",
        default_market="austin",
        markets={"austin": US, "leeds": GB},
        agents=agents or (DANA, MARCUS, NORA),
        listings=(HOME,),
        **more,
    )


def test_the_listings_agent_comes_first() -> None:
    routing = route(facts(), site(), TUESDAY)
    assert routing.ids == ("marcus",)
    assert routing.owner == "marcus"
    assert routing.why == "Marcus Lee looks after MLS1234567."
    assert not routing.silent


def test_the_listings_agent_off_shift_gives_way_with_a_note() -> None:
    routing = route(facts(), site(), SUNDAY)
    assert routing.ids == ("dana",)
    assert routing.why.startswith(
        "Marcus Lee looks after MLS1234567 but is off shift until Mon 08:00; Dana Reyes is on"
    )


def test_a_returning_visitor_gets_the_agent_of_before() -> None:
    routing = route(buyer(), site(), TUESDAY, previous="marcus")
    assert (routing.ids, routing.why) == (("marcus",), "Marcus Lee had this visitor before.")


def test_the_agent_who_names_the_area_comes_before_who_takes_all() -> None:
    routing = route(buyer(), site(), TUESDAY)
    assert routing.ids == ("dana",)
    assert routing.why == (
        "Dana Reyes is on shift and covers Round Rock, speaks en, "
        "and is first of 2 who fit (0 lately)."
    )


@pytest.mark.parametrize(
    ("change", "rung"),
    [
        ({"areas": ("Zilker",)}, "marcus"),
        ({"languages": ("es",)}, "marcus"),
        ({"price_max": 400000.0}, "marcus"),
        ({"price_min": 500000.0}, "marcus"),
        ({"markets": ("leeds",)}, "marcus"),
        ({"shift": "Sat 09:00-13:00"}, "marcus"),
        ({"price_max": 450000.0}, "dana"),
    ],
)
def test_area_language_price_market_and_shift_must_fit(change: dict[str, Any], rung: str) -> None:
    other = DANA.model_copy(update=change)
    assert route(buyer(), site(other, MARCUS), TUESDAY).ids == (rung,)


def test_a_rent_is_not_held_against_a_price_band() -> None:
    dear = DANA.model_copy(update={"price_min": 300000.0})
    renter = buyer(flow="renter", fields={"area": "Round Rock", "budget_max": 2500})
    assert route(renter, site(dear, MARCUS), TUESDAY).ids == ("dana",)


def test_an_unknown_budget_fits_every_price_band() -> None:
    dear = DANA.model_copy(update={"price_min": 300000.0})
    assert route(buyer(fields={}), site(dear), TUESDAY).ids == ("dana",)


def test_equals_take_turns_by_their_load() -> None:
    one, two = (MARCUS.model_copy(update={"id": id_}) for id_ in ("one", "two"))
    here = site(one, two)
    assert route(buyer(), here, TUESDAY).ids == ("one",)
    assert route(buyer(), here, TUESDAY, roster=Roster(loads={"one": 1})).ids == ("two",)
    assert route(buyer(), here, TUESDAY, roster=Roster(loads={"one": 1, "two": 2})).ids == ("one",)


def test_where_nobody_fits_everyone_of_the_market_is_rung() -> None:
    routing = route(buyer(lang="de"), site(DANA, NORA), TUESDAY)
    assert routing.ids == ("dana",)
    assert routing.owner == ""
    assert routing.why == "nobody on shift covers de; so everyone of austin is rung."


def test_where_nobody_of_the_market_works_they_are_rung_without_a_sound() -> None:
    sleeping = DANA.model_copy(update={"shift": "Mon-Fri 08:00-18:00"})
    routing = route(buyer(), site(sleeping, MARCUS, NORA), NIGHT)
    assert routing.ids == ("dana", "marcus")
    assert routing.silent


def test_where_the_market_has_nobody_everyone_is_rung() -> None:
    routing = route(buyer(), site(NORA), TUESDAY)
    assert (routing.ids, routing.why) == (
        ("nora",),
        "nobody of austin is on shift; so everyone is rung.",
    )


def test_an_office_without_agents_keeps_the_lead_in_the_inbox() -> None:
    empty = Site(company="x", default_market="austin", markets={"austin": US})
    routing = route(buyer(), empty, TUESDAY)
    assert (routing.agents, routing.rungs) == ((), ())
    assert "inbox" in routing.why


def test_the_default_ladder_rings_the_owner_at_once_and_again_when_unclaimed() -> None:
    first, second = route(facts(), site(), TUESDAY).rungs
    assert (first.after, first.agents) == (0, ("marcus",))
    assert 60 <= second.after <= 120
    assert second.agents == ("dana", "marcus")


def test_a_written_ladder_is_climbed_in_order() -> None:
    team = DANA.model_copy(update={"teams": ("texas",)})
    ladder = (
        Rung(after="5m", to="agent:nora"),
        Rung(after="60s", to="team:texas"),
        Rung(after="0s", to="owner"),
        Rung(after="9m", to="team:nobody"),
    )
    rungs = route(facts(), site(team, MARCUS, NORA, ladder={"hot": ladder}), TUESDAY).rungs
    assert [(rung.after, rung.agents) for rung in rungs] == [
        (0, ("marcus",)),
        (60, ("dana",)),
        (300, ("nora",)),
    ]


def test_a_ladder_may_ring_everyone_at_once() -> None:
    everyone = (Rung(after="0s", to="everyone"),)
    routing = route(facts(), site(ladder={"hot": everyone}), TUESDAY)
    assert routing.ids == ("dana", "marcus")


def test_a_ladder_that_begins_late_still_rings_at_once() -> None:
    late = (Rung(after="3m", to="everyone"),)
    rungs = route(facts(), site(ladder={"hot": late}), TUESDAY).rungs
    assert [(rung.after, rung.agents) for rung in rungs] == [
        (0, ("marcus",)),
        (180, ("dana", "marcus")),
    ]


def test_a_ladder_that_names_nobody_rings_the_owner() -> None:
    nobody = (Rung(after="0s", to="agent:gone"),)
    assert route(facts(), site(ladder={"hot": nobody}), TUESDAY).ids == ("marcus",)


def test_the_same_lead_is_routed_the_same() -> None:
    assert route(buyer(), site(), TUESDAY) == route(buyer(), site(), TUESDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0s", 0), ("90 s", 90), ("3m", 180), ("5 min", 300), ("1h", 3600), ("60", 60), ("soon", 0)],
)
def test_delays_are_read(text: str, expected: int) -> None:
    assert seconds(text) == expected
