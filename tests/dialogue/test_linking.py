"""A flow goes into another one and comes back: one conversation, one score, one version."""

from __future__ import annotations

import pytest

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.flow import Flow
from bot.dialogue.linking import Known, circle, enters, link, missing
from bot.dialogue.machine import compile_flow
from bot.dialogue.reading import read_flow
from tests.dialogue.talking import Talk, library

IDS = ("home", "value", "contact")
HOME = """
id: home
title: Home
greeting: An automated assistant. {{ privacy_url }}
questions:
  - id: wish
    ask: Buy or sell?
    options: [{label: Buy}, {label: Sell, next: value}]
  - {id: when, ask: When?}
  - {id: email, ask: Your e-mail?, next: contact}
"""
VALUE = """
id: value
title: Value
greeting: An automated assistant. {{ privacy_url }}
questions:
  - {id: rooms, kind: number, ask: How many rooms?, points: {any: 7}, because: told rooms}
  - {id: when, ask: When do you sell?}
  - {id: garden, kind: yesno, ask: A garden?, next: end}
rules:
  - {id: big, when: rooms > 5, points: 9, because: a big home}
faq:
  - {id: fee, hears: [what is the fee], says: There is none.}
"""
CONTACT = """
id: contact
title: Contact
greeting: An automated assistant. {{ privacy_url }}
questions:
  - {id: phone, ask: Your number?, optional: true}
"""


def known(*texts: str) -> dict[str, Known]:
    readings = [read_flow(text, "x.yaml", others=IDS) for text in texts]
    flows: list[tuple[Flow, str]] = [(r.flow, r.hash) for r in readings if r.flow]
    assert len(flows) == len(texts), [str(p) for r in readings for p in r.problems]
    return {flow.id: Known(flow, hash_) for flow, hash_ in flows}


def linked(*texts: str) -> CompiledFlow:
    flows = known(*texts)
    whole = link(next(iter(flows.values())), flows)
    return compile_flow(whole.flow, library().site, whole.hash)


def test_the_other_flows_questions_come_and_then_the_next_one_here() -> None:
    talk = Talk(linked(HOME, VALUE, CONTACT))
    for text in ("sell", "3", "yes", "in spring", "a@example.com"):
        talk.say(text)
    talk.say("skip")
    assert talk.session.asked == ("wish", "rooms", "garden", "when", "email", "phone")
    assert talk.session.status == "complete"


def test_who_does_not_go_there_is_not_asked_there() -> None:
    talk = Talk(linked(HOME, VALUE, CONTACT))
    for text in ("buy", "in spring"):
        talk.say(text)
    assert talk.session.asked == ("wish", "when", "email")


def test_what_both_ask_is_asked_once_and_the_points_of_both_count() -> None:
    talk = Talk(linked(HOME, VALUE, CONTACT))
    talk.say("sell")
    talk.say("6")
    reasons = {reason.text: reason.points for reason in talk.turn.score.reasons}
    assert reasons == {"told rooms": 7, "a big home": 9}
    talk.say("what is the fee?")
    assert "There is none." in talk.heard
    assert talk.session.open_question == "garden"


def test_the_version_is_that_of_all_of_them_together() -> None:
    before = linked(HOME, VALUE, CONTACT).hash
    assert linked(HOME, VALUE, CONTACT).hash == before
    assert linked(HOME, VALUE.replace("A garden?", "Is there a garden?"), CONTACT).hash != before
    assert linked(VALUE).hash == known(VALUE)["value"].hash


def test_a_flow_that_is_not_there_is_named_at_any_remove() -> None:
    flows = known(HOME, VALUE)
    assert enters(flows["home"].flow) == {"value": ["wish"], "contact": ["email"]}
    assert missing(flows["home"].flow, flows) == ["contact"]


@pytest.mark.parametrize("start", ["home", "value"])
def test_a_way_round_in_circles_is_found(start: str) -> None:
    flows = known(HOME, VALUE.replace("next: end", "next: home"), CONTACT)
    assert circle(flows[start].flow, flows)
    assert circle(flows["contact"].flow, flows) == ()


def test_it_is_spoken_of_in_the_same_language_where_both_have_it() -> None:
    es = {"es": ("language: es\nquestions: {rooms: {ask: ¿Cuántas habitaciones?}}\n", "v.es.yaml")}
    own = {"es": ("language: es\nquestions: {wish: {ask: ¿Comprar o vender?}}\n", "h.es.yaml")}
    home = read_flow(HOME.replace("contact", "end"), "h.yaml", own, others=IDS)
    value = read_flow(VALUE, "v.yaml", es, others=IDS)
    assert home.flow is not None
    assert value.flow is not None
    flows = {"home": Known(home.flow, "a"), "value": Known(value.flow, "b")}
    whole = link(flows["home"], flows)
    talk = Talk(compile_flow(whole.flow, library().site, whole.hash), lang="es")
    talk.say("Sell")
    assert "¿Cuántas habitaciones?" in talk.heard


def test_a_second_way_into_the_same_flow_is_refused_at_its_place() -> None:
    text = HOME.replace("next: contact", "next: value")
    found = read_flow(text, "home.yaml", others=IDS).problems
    errors = [(p.code, p.line, p.where) for p in found if p.severity == "error"]
    assert errors == [("next.twice", 10, "email")]
