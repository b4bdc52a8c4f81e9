"""The shipped flows say, ask and score exactly what their specification says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dialogue.flow import ENGAGEMENT, Flow, Option, Question
from bot.dialogue.machine import compile_flow
from bot.dialogue.reading import read_flow, read_site
from bot.dialogue.rehearsing import rehearse
from bot.dialogue.site import Site
from bot.dialogue.wording import DEFAULTS, compile_text
from bot.library import Library, shipped, sources
from tests.dialogue.talking import library

DATA = Path(__file__).parents[1] / "data"
SPEC: Mapping[str, Any] = {
    flow["id"]: flow
    for flow in yaml.safe_load((DATA / "flows_spec.yaml").read_text("utf-8"))["flows"]
}
KINDS = {"choice_or_text": "text"}  # without choices of its own
CLOSES = {"hot": "hot", "warm": "warm", "cold": "cold", "dq": "disqualified"}


def spoken(text: str) -> str:
    names = set(re.findall(r"[a-z_]+", text))
    listing = {part: f"{{listing.{part}}}" for part in ("address", "price")}
    return compile_text(text).render({**{n: f"{{{n}}}" for n in names}, "listing": listing})


@cache
def read(flow_id: str) -> Flow:
    reading = read_flow((shipped() / f"{flow_id}.yaml").read_text("utf-8"), f"{flow_id}.yaml")
    assert reading.flow is not None, [str(p) for p in reading.problems]
    return reading.flow


@cache
def site() -> Site:
    made = read_site((shipped() / "site.yaml").read_text("utf-8"), "site.yaml").site
    assert made is not None
    return made


def question(flow_id: str, question_id: str) -> Question:
    found = read(flow_id).question(question_id)
    assert found is not None
    return found


def test_all_shipped_files_can_be_used() -> None:
    library = Library.load(strict=True)
    assert set(library.flows) == set(SPEC)
    assert not [p for p in library.problems if p.severity == "error"]


@pytest.mark.parametrize("flow_id", SPEC)
def test_the_same_questions_are_asked_in_the_same_order(flow_id: str) -> None:
    ours = [(q.id, q.field) for q in read(flow_id).questions]
    assert ours == [(step["id"], step["field"]) for step in SPEC[flow_id]["steps"]]


@pytest.mark.parametrize("flow_id", SPEC)
def test_a_question_has_its_words_and_kind(flow_id: str) -> None:
    for step in SPEC[flow_id]["steps"]:
        ours = question(flow_id, step["id"])
        assert spoken(ours.ask) == step["ask"]
        assert ours.kind == KINDS.get(step["type"], step["type"])
        assert ours.optional == step.get("optional", False)
        assert [str(b) for b in ours.buttons] == [str(b) for b in step.get("buttons", [])]
        for name in ("why", "out_of_area"):
            if name in step:
                assert spoken(getattr(ours, name)) == step[name]
        if "retry" in step:
            assert step["retry"] in {spoken(ours.retry), spoken(ours.taken)}
        assert ours.disqualifies_outside == step.get("dq_if_outside", "")


def options(step: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (o["v"], o["l"], o.get("p"), o.get("eng", ""), o.get("dq", ""))
        for o in step.get("choices", [])
    ]


def our_option(option: Option) -> tuple[Any, ...]:
    return (option.value, option.label, option.points, option.engagement, option.disqualifies)


@pytest.mark.parametrize("flow_id", SPEC)
def test_options_have_their_values_labels_points(flow_id: str) -> None:
    for step in SPEC[flow_id]["steps"]:
        assert [our_option(o) for o in question(flow_id, step["id"]).options] == options(step)


@pytest.mark.parametrize("flow_id", SPEC)
def test_points_are_those_of_the_specification(flow_id: str) -> None:
    for step in SPEC[flow_id]["steps"]:
        given = step.get("points", {})
        wanted = {f"{limit}+": points for limit, points in given.get("table", [])} or given
        assert dict(question(flow_id, step["id"]).points) == wanted
        assert read(flow_id).base_points == sum(s.get("base", 0) for s in SPEC[flow_id]["steps"])


@pytest.mark.parametrize("flow_id", SPEC)
def test_caps_bands_and_engagement_are_those_of_the_specification(flow_id: str) -> None:
    ours = read(flow_id)
    assert (ours.fit_cap, ours.engagement_cap) == (70, 30)
    assert (ours.bands.hot, ours.bands.warm) == (70, 40)
    assert ours.engagement == ENGAGEMENT
    assert ENGAGEMENT == {
        "phone": 10, "email": 5, "appointment": 15, "call_now": 15, "completed": 5,
        "returning": 5, "pages_5plus": 5,
    }  # fmt: skip
    assert not ours.rules


@pytest.mark.parametrize("flow_id", SPEC)
def test_interest_fades_as_fast_as_it_should(flow_id: str) -> None:
    if flow_id in {"listing", "renter"}:
        assert read(flow_id).half_life_days == 7
    if flow_id in {"seller", "investor", "saas_demo", "champ"}:
        assert read(flow_id).half_life_days == 30
    if flow_id == "buyer":
        assert read(flow_id).half_life_days == 21


CLEARER = {
    ("renter", "hot"): "Booked. {agent} confirms in {sla} min.",
    ("investor", "dq"): "Thanks - acquisitions reads {acquisitions_email}; I've passed it on.",
    ("mortgage", "hot"): "{officer} (NMLS #{officer_nmls}) calls within {sla} min.",
}
"""Where the specification leaves open which words are meant."""


@pytest.mark.parametrize("flow_id", SPEC)
def test_last_words_are_those_of_the_specification(flow_id: str) -> None:
    for theirs, ours in CLOSES.items():
        wanted = SPEC[flow_id]["close"][theirs]
        wanted = CLEARER.get((flow_id, theirs), wanted)
        if wanted != "-":
            assert spoken(getattr(read(flow_id).close, ours)) == wanted


@pytest.mark.parametrize("lang", ["en", "es", "es-MX", "de", "ar"])
@pytest.mark.parametrize("flow_id", ["buyer", "lead_magnet"])
def test_last_words_promise_no_link_that_the_office_has_not_given(flow_id: str, lang: str) -> None:
    given = "https://oak.example/sheet"
    flow = library().flows[flow_id].flow
    with_link = site().model_copy(update={"variables": {"url": given, "link": given}})
    for office, linked in ((site(), False), (with_link, True)):
        local = compile_flow(flow, office, "h").local("austin", lang, "")
        line = local.close["cold" if flow_id == "lead_magnet" else "disqualified"]
        words = line if isinstance(line, str) else local.fill(line, {})
        assert (given in words) == linked
        assert not words.endswith(local.book.default("url") or DEFAULTS["url"])


REWORDED = {"buyer", "investor"}  # only how many questions are promised
COUNT = re.compile(r"\b(about \d+|up to \d+|\d+) (quick things|questions)")


@pytest.mark.parametrize("flow_id", SPEC)
def test_the_greeting_is_that_of_the_specification(flow_id: str) -> None:
    (greeting,) = read(flow_id).greetings
    ours, theirs = spoken(greeting.text), SPEC[flow_id]["greet"]
    if flow_id in REWORDED:
        assert COUNT.sub("N", ours) == COUNT.sub("N", theirs)
    else:
        assert ours == theirs


def test_the_buyer_is_not_promised_fewer_questions_than_there_are() -> None:
    (greeting,) = read("buyer").greetings
    promised = int(re.findall(r"up to (\d+)", greeting.text)[0])
    asked = [q for q in read("buyer").questions if q.when != "not phone"]
    assert promised == len(asked)


CONDITIONS = {
    ("buyer", "has_agent"): 'country == "US"',
    ("listing", "has_agent"): 'country == "US"',
    ("open_house", "has_agent"): 'country == "US"',
    ("renter", "criteria"): 'country == "US"',
    ("buyer", "consent_marketing"): "phone",
    ("listing", "viewing_at"): 'appointment in ("tour", "video")',
    ("lead_magnet", "appointment"): "units >= 10",
    ("lead_magnet", "phone"): 'appointment == "call"',
}


@pytest.mark.parametrize("flow_id", SPEC)
def test_questions_depend_on_what_they_should(flow_id: str) -> None:
    for step in SPEC[flow_id]["steps"]:
        ours = question(flow_id, step["id"]).when
        wanted = CONDITIONS.get((flow_id, step["id"]), "")
        if step.get("when") == "no phone":
            wanted = "not phone"
        assert ours == wanted


@pytest.mark.parametrize("flow_id", SPEC)
def test_every_point_has_a_reason_in_small_letters(flow_id: str) -> None:
    ours = read(flow_id)
    reasons = [o.because or o.label for q in ours.questions for o in q.options if o.points]
    reasons += [
        o.because for q in ours.questions for o in q.options if o.engagement and not o.points
    ]
    reasons += [q.because for q in ours.questions if q.points]
    reasons += [ours.base_because] if ours.base_points else []
    assert all(reasons)
    for reason in reasons:
        assert len(reason) <= 40
        assert not reason[0].isupper() or reason.split()[0].isupper(), reason


@pytest.mark.parametrize("flow_id", SPEC)
def test_contact_questions_say_why_and_are_consents(flow_id: str) -> None:
    for ours in read(flow_id).questions:
        if ours.kind in {"phone", "email"}:
            assert ours.why
            assert ours.consent == "contact"


@pytest.mark.parametrize("flow_id", SPEC)
def test_in_german_markets_bedrooms_are_rooms(flow_id: str) -> None:
    for ours in read(flow_id).questions:
        if ours.field in {"beds", "beds_min"}:
            assert ours.by_country["DE"].field == ours.field.replace("beds", "rooms")


@pytest.mark.parametrize("flow_id", SPEC)
def test_every_shipped_flow_tests_itself(flow_id: str) -> None:
    assert 2 <= len(read(flow_id).tests) <= 8


@pytest.mark.parametrize("flow_id", SPEC)
def test_the_conversations_inside_a_flow_come_out_as_they_say(flow_id: str) -> None:
    made = read(flow_id)
    compiled = compile_flow(made, site(), "0")
    for test in made.tests:
        assert rehearse(compiled, test).differences == (), test.name


def test_synonyms_mean_one_option_only() -> None:
    for flow_id in SPEC:
        for ours in read(flow_id).questions:
            words = Counter(
                word
                for o in ours.options
                for word in {text.lower() for text in (o.label, *o.synonyms)}
            )
            assert [word for word, count in words.items() if count > 1] == [], ours.id


def test_the_demo_markets_are_those_of_the_specification() -> None:
    spec = yaml.safe_load((DATA / "markets_spec.yaml").read_text("utf-8"))
    ours = site()
    assert list(ours.markets) == list(spec)
    for name, wanted in spec.items():
        market = ours.markets[name]
        assert (market.country, market.currency, market.tz, market.lang) == (
            wanted["country"], wanted["currency"], wanted["tz"], wanted["lang"],
        )  # fmt: skip
        assert (market.min_price, market.min_rent) == (wanted["min_price"], wanted["min_rent"])
        areas = {area: [str(alias) for alias in also] for area, also in wanted["areas"].items()}
        assert {area: list(also) for area, also in market.areas.items()} == areas


def test_every_demo_market_has_an_agent_and_the_demo_home_an_owner() -> None:
    ours = site()
    assert {market for agent in ours.agents for market in agent.markets} == set(ours.markets)
    home = next(home for home in ours.listings if home.id == "MLS1234567")
    assert (home.address, home.price) == ("1808 Juniper Hill Dr, Round Rock", 465_000)
    assert "gas" in home.facts["stove"]
    assert home.agent in {agent.id for agent in ours.agents}


def test_no_shipped_file_holds_a_secret_or_a_number_that_could_ring() -> None:
    for source, companions in sources(shipped()):
        for one in (source, *(companion for _lang, companion in companions)):
            assert not re.search(r"(?i)(token|password|api_key)\s*:", one.text), one.name
    text = (shipped() / "site.yaml").read_text("utf-8")
    assert all("555-01" in number for number in re.findall(r"\+1 [\d-]+", text))
    assert all(address.endswith("@example.com") for address in re.findall(r"\S+@\S+", text))
