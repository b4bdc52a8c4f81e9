"""Who may come in, how often, with which bodies; what every reply carries."""

from __future__ import annotations

import asyncio
import gzip
import json
import zlib
from typing import Any
from uuid import uuid4

import pytest

from bot.channels import bodies, refusals, web
from tests.channels.conftest import Start
from tests.channels.office import Office, Visitor
from tests.hostile import cases, expand, scripted

API = "/api/v1/conversations"


async def test_every_error_has_the_one_shape_and_the_right_status(
    office: Office, visitor: Visitor
) -> None:
    turns = f"{API}/{visitor.id}/turns"
    good = {"Content-Type": "application/json", **visitor.bearer}
    wrong = [
        ("POST", API, {"Content-Type": "application/json"}, b"{", 400),
        ("POST", API, {"Content-Type": "application/json"}, b"{}", 422),
        ("POST", API, {"Content-Type": "text/plain"}, b"{}", 415),
        ("POST", API, {}, b'{"flow":"tiny"}', 415),
        ("POST", turns, good, b"[]", 422),
        ("POST", turns, good, b'{"id":"a"}', 422),
        ("POST", turns, good, b'{"id":"a","text":"' + b"x" * 70_000 + b'"}', 413),
        ("POST", turns, {"Content-Type": "application/json"}, b"{}", 401),
        ("GET", f"{API}/{visitor.id}", {}, None, 401),
        ("GET", f"{API}/nobody", visitor.bearer, None, 401),
        ("GET", f"{API}/{visitor.id}?after=x", visitor.bearer, None, 422),
        (
            "GET",
            f"{API}/{visitor.id}",
            {**visitor.bearer, "Origin": "https://evil.example"},
            None,
            403,
        ),
        ("GET", "/api/v1/nothing", {}, None, 404),
        ("GET", "/api/", {}, None, 404),
        ("DELETE", f"{API}/{visitor.id}", visitor.bearer, None, 405),
        ("GET", API, {}, None, 405),
        ("TRACE", API, {}, None, 405),
    ]
    for method, path, headers, body, status in wrong:
        async with office.http.request(
            method,
            office.base + path,
            headers=headers,
            data=body,
            skip_auto_headers=("Content-Type",),
        ) as reply:
            assert reply.status == status, (method, path)
            assert reply.content_type == "application/json"
            found = await reply.json()
            assert set(found["error"]) <= {"code", "message", "field"}
            assert {"code", "message"} <= set(found["error"])
            assert "Traceback" not in str(found)
            assert (status == 405) <= ("Allow" in reply.headers)
    assert (await visitor.state())["seq"] == visitor.last["seq"]


async def test_outside_the_api_errors_are_plain_text(office: Office) -> None:
    async with office.http.get(f"{office.base}/nothing") as reply:
        assert (reply.status, reply.content_type) == (404, "text/plain")
    async with office.http.post(f"{office.base}/healthz") as reply:
        assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD")
    async with office.http.request("TRACE", f"{office.base}/") as reply:
        assert reply.status == 405


async def test_a_wrong_token_is_answered_like_an_unknown_conversation(
    office: Office, visitor: Visitor
) -> None:
    other = office.visitor()
    await other.begin()
    bodies = []
    for id_, token in [
        (visitor.id, other.token),
        ("A" * 22, other.token),
        (visitor.id, visitor.token[:-1] + ("a" if visitor.token[-1] != "a" else "b")),
        (visitor.id, "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."),
        ("1", visitor.token),
    ]:
        headers = {"Authorization": f"Bearer {token}"}
        async with office.http.get(f"{office.base}{API}/{id_}", headers=headers) as reply:
            assert reply.status == 401
            bodies.append(await reply.read())
        mine = Visitor(office.http, office.base, id_, token)
        async with await mine.post({"id": "a", "text": "hi"}) as reply:
            assert reply.status == 401
            bodies.append(await reply.read())
    assert len(set(bodies)) == 1


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Basic YTpi",
        "Bearer short",
        "Bearer a b c d e f g h i j k l m",
        "Bearer é" * 9,
    ],
)
async def test_what_cannot_be_a_token_is_401(
    office: Office, visitor: Visitor, header: str
) -> None:
    headers = {"Authorization": header} if header else {}
    async with office.http.get(visitor.url, headers=headers) as reply:
        assert reply.status == 401
        assert reply.headers["WWW-Authenticate"] == "Bearer"


async def test_a_token_in_the_address_or_a_cookie_opens_nothing(
    office: Office, visitor: Visitor
) -> None:
    async with office.http.get(f"{visitor.url}?token={visitor.token}") as reply:
        assert reply.status == 401
    cookie = {"Cookie": f"token={visitor.token}"}
    async with office.http.get(visitor.url, headers=cookie) as reply:
        assert reply.status == 401


async def test_listed_origins_may_talk_and_others_get_nothing(
    office: Office, visitor: Visitor
) -> None:
    url = f"{office.base}{API}"
    own = office.base
    for origin, status, named in [
        (None, 201, None),
        (own, 201, None),
        ("https://homes.example", 201, "https://homes.example"),
        ("https://homes.example.evil.example", 403, None),
        ("https://evilhomes.example", 403, None),
        ("http://homes.example", 403, None),
        ("https://homes.example:444", 403, None),
        ("null", 403, None),
        ("", 403, None),
    ]:
        headers = {} if origin is None else {"Origin": origin}
        async with office.http.post(url, json={"flow": "tiny"}, headers=headers) as reply:
            assert reply.status == status, origin
            assert reply.headers.get("Access-Control-Allow-Origin") == named
            assert "Origin" in reply.headers["Vary"]
        async with office.http.get(
            f"{visitor.url}/live", headers={**visitor.bearer, **headers}
        ) as reply:
            assert reply.status == (204 if status == 201 else 403)


async def test_preflights_are_answered_for_listed_origins_only(office: Office) -> None:
    asks = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    for path in ("", "/x/turns", "/x", "/x/live"):
        url = f"{office.base}{API}{path}"
        async with office.http.options(
            url, headers={"Origin": "https://homes.example", **asks}
        ) as reply:
            assert reply.status == 204
            assert reply.headers["Access-Control-Allow-Origin"] == "https://homes.example"
            assert "authorization" in reply.headers["Access-Control-Allow-Headers"]
        async with office.http.options(
            url, headers={"Origin": "https://evil.example", **asks}
        ) as reply:
            assert reply.status == 403
            assert "Access-Control-Allow-Origin" not in reply.headers


async def test_errors_for_a_listed_origin_can_be_read_by_its_page(office: Office) -> None:
    headers = {"Origin": "https://homes.example"}
    async with office.http.post(f"{office.base}{API}", json={}, headers=headers) as reply:
        assert reply.status == 422
        assert reply.headers["Access-Control-Allow-Origin"] == "https://homes.example"


async def test_replies_tell_no_version_and_carry_the_security_headers(
    office: Office, visitor: Visitor
) -> None:
    for path in ("/", "/healthz", "/widget.js", "/nothing", "/metrics", f"{API}/x"):
        async with office.http.get(office.base + path) as reply:
            assert reply.headers["Server"] == "Doorstep"
            assert reply.headers["X-Content-Type-Options"] == "nosniff"
            assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
            assert "unsafe" not in reply.headers["Content-Security-Policy"]


async def test_the_widget_is_embeddable_compressed_and_cacheable(office: Office) -> None:
    url = f"{office.base}/widget.js"
    async with office.http.get(url, headers={"Accept-Encoding": "gzip"}) as reply:
        packed = int(reply.headers["Content-Length"])
        assert reply.headers["Content-Encoding"] == "gzip"
        assert reply.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "max-age" in reply.headers["Cache-Control"]
        assert reply.headers["Vary"] == "Accept-Encoding"
        text, etag = await reply.text(), reply.headers["ETag"]
    assert packed <= 8 * 1024
    async with office.http.get(url, headers={"Accept-Encoding": "identity"}) as reply:
        assert "Content-Encoding" not in reply.headers
        assert await reply.text() == text
    async with office.http.get(url, headers={"If-None-Match": etag}) as reply:
        assert (reply.status, await reply.read()) == (304, b"")
    async with office.http.get(f"{url}?cb=<script>") as reply:
        assert "<script>" not in await reply.text()


async def test_without_the_demo_there_is_no_landing_page(start: Start, tmp_path: Any) -> None:
    office = await start()
    async with office.http.get(f"{office.base}/") as reply:
        assert (reply.status, reply.content_type) == (200, "text/html")
    site = tmp_path / "flows" / "site.yaml"
    site.write_text(site.read_text().replace("demo: true", "demo: false"))
    office = await start()
    async with office.http.get(f"{office.base}/") as reply:
        assert reply.status == 404
    async with office.http.get(f"{office.base}/widget.js") as reply:
        assert reply.status == 200


@pytest.mark.parametrize("named", ["/privacy", "/legal/data", "https://www.oak.example/privacy"])
async def test_a_link_to_the_privacy_page_never_ends_in_nothing(
    start: Start, tmp_path: Any, named: str
) -> None:
    site = tmp_path / "flows" / "site.yaml"
    site.write_text(site.read_text().replace("demo: true", f"demo: false\nprivacy_url: {named}"))
    office, path = await start(), named.startswith("/")
    for each in {"/privacy", named if path else "/privacy"}:
        async with office.http.get(
            office.base + each, headers={"Accept-Language": "de-AT,en"}, allow_redirects=False
        ) as reply:
            assert (reply.status, reply.headers.get("Location")) == (
                (200, None) if path else (302, named)
            )
            assert path is ("meine Daten löschen" in await reply.text())


@pytest.mark.parametrize(
    ("asked", "title"),
    [("es-MX,en", "Privacidad"), ("fr-FR", "Datenschutz"), ("", "Datenschutz")],
)
async def test_the_privacy_words_are_the_visitors_or_else_the_offices(
    start: Start, tmp_path: Any, asked: str, title: str
) -> None:
    site = tmp_path / "flows" / "site.yaml"
    german = site.read_text().replace("demo: true", "demo: false").replace("tz:", "lang: de, tz:")
    site.write_text(german.replace("company: ", "company: Ö <b>&</b> ", 1))
    office = await start()
    headers = {"Accept-Language": asked}
    async with office.http.get(f"{office.base}/privacy", headers=headers) as reply:
        text = await reply.text()
    assert f"<h1>{title}</h1>" in text
    assert "Ö &lt;b&gt;&amp;&lt;/b&gt; " in text


async def test_a_privacy_link_to_this_very_page_leads_nowhere_else(
    start: Start, tmp_path: Any
) -> None:
    site, here = tmp_path / "flows" / "site.yaml", "https://chat.oak.example/privacy"
    site.write_text(site.read_text().replace("demo: true", f"demo: false\nprivacy_url: {here}"))
    office = await start()
    for host, status in (("chat.oak.example", 200), ("other.example", 302)):
        async with office.http.get(
            f"{office.base}/privacy", headers={"Host": host}, allow_redirects=False
        ) as reply:
            assert reply.status == status


async def test_health_readiness_and_numbers(office: Office, visitor: Visitor) -> None:
    await visitor.send(choice="now")
    for path, word in (("/healthz", "ok"), ("/readyz", "ready")):
        async with office.http.get(office.base + path) as reply:
            assert (reply.status, (await reply.text()).strip()) == (200, word)
        async with office.http.head(office.base + path) as reply:
            assert reply.status == 200
    async with office.http.get(f"{office.base}/metrics") as reply:
        text = await reply.text()
        assert reply.headers["Content-Type"].startswith("text/plain")
    assert "doorstep_conversations_total 1.0" in text
    assert "doorstep_turn_seconds_count 1.0" in text
    assert "doorstep_hot_leads_total 0.0" in text
    assert visitor.id not in text


def test_one_second_is_not_seconds() -> None:
    assert refusals.too_many(0.2).message.endswith("Try again in 1 second.")
    assert refusals.too_many(1.2).message.endswith("Try again in 2 seconds.")


async def test_sixty_messages_a_minute_then_429_with_retry_after(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = 0.0
    monkeypatch.setattr(web, "monotonic", lambda: seconds)
    office = await start(rate_limit=True)
    visitor = office.visitor()
    await visitor.begin()
    replies = [await visitor.send(text="hm") for _ in range(61)]
    assert [status for status, _ in replies] == [200] * 60 + [429]
    async with await visitor.post({"id": "z", "text": "x"}) as reply:
        assert 1 <= int(reply.headers["Retry-After"]) <= 60
        assert (await reply.json())["error"]["code"] == "too_many_requests"
    seconds = 1.0
    assert [(await visitor.send(text="hm"))[0] for _ in range(2)] == [200, 429]


async def test_sixty_new_conversations_an_hour_whatever_forwarded_address_is_claimed(
    start: Start,
) -> None:
    office = await start(rate_limit=True)
    statuses = []
    for n in range(62):
        headers = {"X-Forwarded-For": f"1.2.3.{n}"}
        async with office.http.post(
            f"{office.base}{API}", json={"flow": "tiny"}, headers=headers
        ) as reply:
            statuses.append(reply.status)
    assert statuses == [201] * 60 + [429] * 2


async def test_a_refused_opening_does_not_count(start: Start) -> None:
    office = await start(rate_limit=True)
    for _ in range(70):
        async with office.http.post(f"{office.base}{API}", json={"flow": "?"}) as reply:
            assert reply.status == 422
    await office.visitor().begin()


async def test_a_body_that_drips_is_cut_off(
    office: Office, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "SLOW_BODY", 0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", office.doorstep.port)
    head = (
        f"POST {API}/{visitor.id}/turns HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
        f"Authorization: Bearer {visitor.token}\r\nContent-Type: application/json\r\n\r\n"
    )
    writer.write(head.encode() + b"{")
    async with asyncio.timeout(20):
        reply = await reader.read()
    assert reply.startswith(b"HTTP/1.1 400 ")
    assert b"slow_body" in reply
    writer.close()


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
async def test_a_packed_bomb_is_refused_unread(
    office: Office, visitor: Visitor, coding: str
) -> None:
    pack: Any = gzip.compress if coding == "gzip" else zlib.compress
    for size in (100_000_000, 20_000_000):
        bomb = pack(b"0" * size)
        async with await visitor.post(bomb, **{"Content-Encoding": coding}) as reply:
            assert reply.status == 413
    headers = {**visitor.bearer, "Content-Encoding": coding}
    async with office.http.get(
        visitor.url, headers=headers, data=pack(b"0" * 10_000_000)
    ) as reply:
        assert reply.status == 400


async def test_a_packed_body_of_an_ordinary_size_is_read(visitor: Visitor) -> None:
    body = gzip.compress(json.dumps({"id": "a", "choice": "now"}).encode())
    async with await visitor.post(body, **{"Content-Encoding": "gzip"}) as reply:
        assert reply.status == 200
    async with await visitor.post(b"no gzip at all", **{"Content-Encoding": "gzip"}) as reply:
        assert reply.status == 400


BODIES = [case for case in cases("http", "http.body") if not scripted(case)]
TYPES = [case for case in cases("http", "http.type") if not scripted(case)]
ASSIGNED = [case for case in cases("http", "http.mass_assignment") if not scripted(case)]


@pytest.mark.parametrize("case", BODIES, ids=lambda case: case["id"])
async def test_hostile_bodies_get_a_small_error(
    office: Office, visitor: Visitor, case: dict[str, Any]
) -> None:
    headers = {}
    if "$gzip_zeros" in case["input"]:
        headers["Content-Encoding"] = "gzip"
    if "$deflate_unread" in case["input"]:
        headers["Content-Encoding"] = "deflate"
    body = expand(case["input"])
    async with await visitor.post(body, **headers) as reply:
        small = await reply.read()
        wanted = case["expect"]["result"].removeprefix("reject:")
        if wanted == "4xx" or len(body) > 64 * 1024:
            assert 400 <= reply.status < 500
        else:
            assert reply.status == int(wanted)
    assert len(small) < 500
    assert json.loads(small)["error"]["message"]
    assert (await visitor.state())["seq"] == visitor.last["seq"]


@pytest.mark.parametrize("case", TYPES, ids=lambda case: case["id"])
async def test_hostile_types_are_refused(visitor: Visitor, case: dict[str, Any]) -> None:
    body = {name.replace("cmid", "id"): value for name, value in expand(case["input"]).items()}
    if "conv" in body:
        visitor = Visitor(visitor.http, visitor.base, str(body.pop("conv")), visitor.token)
    async with await visitor.post(body) as reply:
        assert 400 <= reply.status < 500


async def test_nothing_that_decides_can_be_set_from_outside(office: Office) -> None:
    plain, greedy = office.visitor(), office.visitor()
    await plain.begin()
    await greedy.begin(score=100, band="hot", status="complete", owner="dana", stage="won")
    for case in ASSIGNED:
        extra = {k: v for k, v in expand(case["input"]).items() if k not in ("cmid", "text")}
        for visitor, more in ((plain, {}), (greedy, extra)):
            status, _ = await visitor.send(id_=f"m{case['id']}", text="just looking", **more)
            assert status == 200
            await visitor.send(id_=f"b{case['id']}", back=True)
    store = office.doorstep.store
    rows = []
    for visitor in (plain, greedy):
        row = await store.conversation(visitor.id)
        assert row is not None
        lead = await store.lead(row.lead_id)
        assert lead is not None
        rows.append((lead.band, lead.total, lead.owner, lead.stage, lead.fields, lead.reasons))
    assert rows[0] == rows[1]


TEXTS = [case for case in cases("answers", "answer.text") if not scripted(case)]


async def test_hostile_texts_come_back_as_they_were_typed(office: Office) -> None:
    for case in TEXTS:
        visitor = office.visitor()
        await visitor.begin()
        await visitor.send(choice="now")
        await visitor.send(choice="cash")
        text = expand(case["input"])
        status, reply = await visitor.send(text=text)
        result = case["expect"]["result"]
        if result in ("reject", "truncate_or_reject"):
            assert status in (413, 422), case["id"]
            continue
        assert status == 200, case["id"]
        own = [message for message in reply["messages"] if message["from"] == "visitor"]
        if result == "accept_literal":
            assert own[0]["text"] == text, case["id"]
        again = await visitor.state()
        assert own[0] in again["messages"]


async def test_the_same_id_can_be_used_in_two_conversations(office: Office) -> None:
    one, two = office.visitor(), office.visitor()
    await one.begin()
    await two.begin()
    same = str(uuid4())
    assert (await one.send(id_=same, choice="now"))[0] == 200
    status, reply = await two.send(id_=same, choice="browsing")
    assert (status, reply["messages"][0]["text"]) == (200, "Just looking")
