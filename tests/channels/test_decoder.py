"""What the edge takes for JSON, and what it takes for a request."""

from __future__ import annotations

import json

import pytest

from bot.channels.decoder import BODY_LIMIT, decode, is_json
from bot.channels.refusals import Refusal
from bot.channels.requests import after, opening, turn
from bot.dialogue.events import Back, Choose, Edit, Skip, Text
from bot.dialogue.site import Market, Site

SITE = Site(
    company="Oak & Lane",
    default_market="austin",
    markets={
        "austin": Market(country="US", currency="USD", tz="America/Chicago"),
        "leeds": Market(country="GB", currency="GBP", tz="Europe/London"),
    },
)

REFUSED = [
    (b"", 400),
    (b"{", 400),
    (b"{'a':1}", 400),
    (b'{"a":1,}', 400),
    (b'{"a":1}garbage', 400),
    (b'{"a":"\x00"}', 400),
    (b'{"a":NaN}', 400),
    (b'{"a":Infinity}', 400),
    (b'{"a":-Infinity}', 400),
    (b'{"a":01}', 400),
    (b'{"a":1,"a":2}', 400),
    (b'{"b":{"a":1,"a":2}}', 400),
    (b'\xef\xbb\xbf{"a":1}', 400),
    (b'{"a":"\xff"}', 400),
    (b'{"a":"\xed\xa0\x80"}', 400),
    ('{"a":1}'.encode("utf-16"), 400),
    (b"[" * 30_000 + b"]" * 30_000, 400),
    (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, 400),
    (b"[" * 60_000, 400),
    (b'{"a":' + b"9" * 5_000 + b"}", 400),
    (b'{"a":9223372036854775808}', 422),
    (b'{"a":-9223372036854775809}', 422),
    (b'{"a":1e999}', 422),
    (b'{"a":"\\ud800"}', 422),
    (b'{"a":["\\udc00\\ud800"]}', 422),
    (b'{"\\ud800":1}', 422),
    (b'{"' + b"k" * 60_000 + b'":1}', 422),
    (b"[]", 422),
    (b'"x"', 422),
    (b"null", 422),
    (b"17", 422),
    (b'{"a":"' + b"x" * BODY_LIMIT + b'"}', 413),
]


@pytest.mark.parametrize(("body", "status"), REFUSED, ids=lambda value: repr(value)[:40])
def test_a_body_that_is_not_plain_json_is_refused(body: bytes, status: int) -> None:
    with pytest.raises(Refusal) as refusal:
        decode(body)
    assert refusal.value.status == status


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"a": 9223372036854775807, "b": -9223372036854775808, "c": 1.5, "d": None, "e": [True]},
        {"text": "O'Brien & Sons <Ltd> “ü” 李小龍 محمد 🏠"},
        {"text": '[[[[[[[[[[[[[[[[[[[[[[[[[ a smile :-[ \\" {{{{{{{{{{{{'},
        {"deep": {"er": {"and": {"deep": {"er": [1]}}}}},
    ],
)
def test_plain_json_arrives_unchanged(value: object) -> None:
    assert decode(json.dumps(value, ensure_ascii=False).encode()) == value
    assert decode(json.dumps(value).encode()) == value


def test_an_escaped_pair_is_one_character() -> None:
    assert decode(b'{"text":"\\ud83d\\ude00"}') == {"text": "😀"}


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("application/json", True),
        ("application/json; charset=utf-8", True),
        ("Application/JSON;charset=UTF-8", True),
        ('application/json; charset="utf-8"', True),
        ("", False),
        ("text/plain", False),
        ("text/json", False),
        ("application/json-patch+json", False),
        ("application/jsonx", False),
        ("application/json; charset=utf-16", False),
        ("application/x-www-form-urlencoded", False),
        ("multipart/form-data; boundary=application/json", False),
    ],
)
def test_only_json_in_utf8_is_taken_for_json(header: str, taken: bool) -> None:
    assert is_json(header) is taken


@pytest.mark.parametrize(
    ("body", "event"),
    [
        ({"text": "Round Rock"}, Text("Round Rock")),
        ({"text": ""}, Text("")),
        ({"text": "x" * 2000, "question": "area"}, Text("x" * 2000, "area")),
        ({"choice": "cash", "question": "financing"}, Choose("financing", ("cash",))),
        ({"choice": "cash"}, Choose("", ("cash",))),
        ({"choices": ["a", "b", "a", "a"], "question": "q"}, Choose("q", ("a", "b"))),
        ({"choices": []}, Choose("", ())),
        ({"skip": True, "question": "name"}, Skip("name")),
        ({"back": True}, Back()),
        ({"edit": {"question": "budget"}}, Edit("budget")),
        ({"text": "hi", "question": None, "score": 100, "band": "hot"}, Text("hi")),
    ],
)
def test_each_kind_of_input_becomes_its_event(body: dict[str, object], event: object) -> None:
    request = turn({"id": "0b4e0b6e-8d5f-4a0a-9d7e-1f2a3b4c5d6e", **body})
    assert request.event == event
    assert request.id == "0b4e0b6e-8d5f-4a0a-9d7e-1f2a3b4c5d6e"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"text": "x"}, "id"),
        ({"id": "", "text": "x"}, "id"),
        ({"id": 5, "text": "x"}, "id"),
        ({"id": "../x", "text": "x"}, "id"),
        ({"id": "a\n", "text": "x"}, "id"),
        ({"id": "a" * 65, "text": "x"}, "id"),
        ({"id": None, "text": "x"}, "id"),
        ({"id": "a"}, "text"),
        ({"id": "a", "text": 5}, "text"),
        ({"id": "a", "text": ["a"]}, "text"),
        ({"id": "a", "text": None}, "text"),
        ({"id": "a", "text": "x" * 2001}, "text"),
        ({"id": "a", "text": "x", "choice": "y"}, "choice"),
        ({"id": "a", "text": "x", "question": 5}, "question"),
        ({"id": "a", "text": "x", "question": "q" * 65}, "question"),
        ({"id": "a", "choice": -1}, "choice"),
        ({"id": "a", "choice": True}, "choice"),
        ({"id": "a", "choices": "a"}, "choices"),
        ({"id": "a", "choices": [1]}, "choices"),
        ({"id": "a", "choices": ["a"] * 41}, "choices"),
        ({"id": "a", "skip": False}, "skip"),
        ({"id": "a", "skip": 1}, "skip"),
        ({"id": "a", "back": "yes"}, "back"),
        ({"id": "a", "edit": "budget"}, "edit"),
        ({"id": "a", "edit": {}}, "edit"),
        ({"id": "a", "edit": {"question": ""}}, "edit"),
    ],
    ids=repr,
)
def test_an_input_of_a_wrong_shape_is_refused_by_its_field(
    body: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        turn(body)
    assert (refusal.value.status, refusal.value.field) == (422, field)


def test_an_opening_keeps_where_the_visitor_came_from_without_what_is_private() -> None:
    found = opening(
        {
            "flow": "buyer",
            "market": "leeds",
            "lang": "../../etc",
            "source": {
                "page": "https://example.com/homes?email=ann%40example.com#top",
                "referrer": "https://user:secret@search.example/?q=" + "x" * 8000,
                "utm_source": "g" * 900,
                "pages": 6,
                "gclid": None,
            },
            "listing": {"id": "MLS1", "address": "1 Elm St", "price": 465000},
            "known": {"name": "Ann", "beds_min": 3, "cash": True, "area": None},
        },
        {"buyer": object()},
        SITE,
    )
    assert found.flow == "buyer"
    assert found.start.market == "leeds"
    assert found.start.source == {
        "page": "https://example.com/homes",
        "referrer": "https://search.example/",
        "utm_source": "g" * 500,
        "pages": "6",
    }
    assert found.start.listing == {"id": "MLS1", "address": "1 Elm St", "price": 465000}
    assert found.start.known == {"name": "Ann", "beds_min": 3, "cash": True}


def test_a_visitor_who_names_no_market_is_in_the_default_one() -> None:
    assert opening({"flow": "buyer"}, {"buyer": 1}, SITE).start.market == "austin"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "flow"),
        ({"flow": "nope"}, "flow"),
        ({"flow": ["buyer"]}, "flow"),
        ({"flow": "buyer", "market": "atlantis"}, "market"),
        ({"flow": "buyer", "market": 5}, "market"),
        ({"flow": "buyer", "lang": "x" * 36}, "lang"),
        ({"flow": "buyer", "source": "ads"}, "source"),
        ({"flow": "buyer", "source": {"page": ["x"]}}, "source.page"),
        ({"flow": "buyer", "source": {"a b": "x"}}, "source"),
        ({"flow": "buyer", "source": {f"k{n}": "x" for n in range(41)}}, "source"),
        ({"flow": "buyer", "listing": []}, "listing"),
        ({"flow": "buyer", "listing": {"price": "1"}}, "listing.price"),
        ({"flow": "buyer", "listing": {"price": True}}, "listing.price"),
        ({"flow": "buyer", "listing": {"price": -1}}, "listing.price"),
        ({"flow": "buyer", "listing": {"address": 5}}, "listing.address"),
        ({"flow": "buyer", "known": {"name": {"a": 1}}}, "known.name"),
        ({"flow": "buyer", "known": {"name": "x" * 501}}, "known.name"),
    ],
    ids=repr,
)
def test_an_opening_of_a_wrong_shape_is_refused_by_its_field(
    body: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        opening(body, {"buyer": 1}, SITE)
    assert (refusal.value.status, refusal.value.field) == (422, field)


@pytest.mark.parametrize(
    ("query", "number"), [({}, 0), ({"after": "0"}, 0), ({"after": "12"}, 12)]
)
def test_after_is_a_message_number(query: dict[str, str], number: int) -> None:
    assert after(query) == number


@pytest.mark.parametrize("value", ["", "-1", "1.5", "x", "٣", "1 OR 1=1", "9" * 10])
def test_after_refuses_what_is_no_message_number(value: str) -> None:
    with pytest.raises(Refusal):
        after({"after": value})
