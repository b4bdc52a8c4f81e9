"""What the pages show, and what they refuse."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.admin import rendering
from bot.admin.asked import MAX_SEARCH, PAGE
from bot.admin.rendering import HERE, STATIC, assets
from storage.store import StoreError
from tests.admin.conftest import Client, Inbox, somebody
from tests.leads.people import CHRIS

FREE = replace(CHRIS, owner="", claimed_at=None)
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}"


async def _text(client: Client, path: str) -> str:
    reply = await client.get(path)
    assert reply.status == 200
    return await reply.text()


def _rows(text: str) -> list[str]:
    return re.findall(r'<li class="row[^"]*" data-lead="([^"]+)"', text)


async def test_an_empty_inbox_says_what_will_happen(inside: Client) -> None:
    text = await _text(inside, "/admin")
    assert "Nobody has knocked yet" in text
    assert "Open the demo page" not in text  # this site is no demo


async def test_a_hot_lead_stands_at_the_door_as_its_alert(inbox: Inbox, inside: Client) -> None:
    await inbox.put(FREE)
    text = await _text(inside, "/admin")
    alert = text[text.index('<article class="tg') : text.index("</article>")]
    assert "🔥 95 · Chris Ode" in alert
    assert "+1 737-555-0141" in alert
    assert "Why hot: " in alert
    assert 'action="/admin/leads/L-2041/claim"' in alert
    assert _rows(text) == []


async def test_a_right_to_left_name_does_not_turn_the_alert_around(
    inbox: Inbox, inside: Client
) -> None:
    await inbox.put(replace(FREE, name="محمد علي"))
    assert re.search(
        r'<p dir="ltr" class="first">🔥 95 · \u2068محمد علي\u2069 · ',
        await _text(inside, "/admin"),
    )


async def test_a_claimed_lead_is_a_row_with_its_owner(inbox: Inbox, inside: Client) -> None:
    await inbox.put(CHRIS)
    text = await _text(inside, "/admin")
    assert _rows(text) == ["L-2041"]
    assert "Dana Reyes" in text[text.index("data-rows") :]
    assert "<article" not in text


async def test_leads_are_filtered_searched_and_counted(inbox: Inbox, inside: Client) -> None:
    await inbox.put(CHRIS)
    await inbox.put(somebody(1, name="Greg Tally", band="warm", total=69))
    await inbox.put(somebody(2, name="Wendy", band="cold"))
    text = await _text(inside, "/admin")
    assert _rows(text) == ["lead-2", "lead-1", "L-2041"]
    assert re.findall(r'data-count="(\w*)">(\d+)<', text) == [
        ("", "3"), ("hot", "1"), ("warm", "1"), ("cold", "1"), ("disqualified", "0"),
    ]  # fmt: skip
    assert _rows(await _text(inside, "/admin?band=warm")) == ["lead-1"]
    assert _rows(await _text(inside, "/admin?q=wend")) == ["lead-2"]
    assert "Nothing found" in await _text(inside, "/admin?q=nobody")
    assert "None here right now" in await _text(inside, "/admin?band=disqualified")


async def test_older_leads_are_a_page_away(inbox: Inbox, inside: Client) -> None:
    for n in range(PAGE + 3):
        await inbox.put(somebody(n))
    first = await _text(inside, "/admin")
    assert len(_rows(first)) == PAGE
    found = re.search(r'<a class="button" href="(/admin\?before=[^"]+)">Older', first)
    assert found
    second = await _text(inside, found[1].replace("&amp;", "&"))
    assert _rows(second) == ["lead-2", "lead-1", "lead-0"]
    assert "Older leads" not in second


@pytest.mark.parametrize(
    "query",
    ["band=hotter", "band=hot' OR 1=1 --", "page=-1", "sort=score;DROP TABLE lead", "before=x",
     "before=2026-03-10~x", "before=2026-03-10T10:00:00%2B00:00~", f"q={'a' * (MAX_SEARCH + 1)}"],
)  # fmt: skip
async def test_a_query_no_page_asks_for_is_refused(inside: Client, query: str) -> None:
    assert (await inside.get(f"/admin?{query}")).status == 400


@pytest.mark.parametrize("text", ["%", "*", '"', "' OR 1=1 --", "\u202e", "(((", "AND"])
async def test_any_words_can_be_searched_for(inside: Client, text: str) -> None:
    reply = await inside.get("/admin", params={"q": text})
    assert reply.status == 200


async def test_a_leads_page_tells_everything(inbox: Inbox, inside: Client) -> None:
    await inbox.put(FREE, said="is the stove gas?")
    text = await _text(inside, "/admin/leads/L-2041")
    for words in (
        "<h1 dir=\"auto\">Chris Ode</h1>", "tel:+17375550141", "+1 737-555-0141",
        "Score 95 of 100: fit 65 of 70, engagement 30 of 30", "Hot: 95 points",
        "<q dir=\"auto\">737 555 0141</q>", "is the stove gas?", "Right away",
        "Chat began, via google/rr-3bed-mar", "Her listing.", "Claim this lead",
        "1808 Juniper Hill Dr", "Chicago time", 'aria-current="step">qualified',
    ):  # fmt: skip
        assert words in text, words


async def test_each_further_chat_begins_with_its_day_and_channel(
    inbox: Inbox, inside: Client
) -> None:
    await inbox.put(CHRIS, said="the first words")
    later = CHRIS.updated_at + timedelta(days=2)
    again = replace(CHRIS, conversation="c-again", channel="telegram", visits=2, updated_at=later)
    await inbox.put(again, said="back again", follows=CHRIS.conversation)
    page = await _text(inside, f"/admin/leads/{CHRIS.id}")
    chat = page[page.index('<ol class="chat">') :]
    there = later.astimezone(ZoneInfo("America/Chicago"))
    begins = f'<li class="begins"><h3>{there:%A} {there.day} {there:%B %Y} · Telegram</h3></li>'
    assert chat.count('class="begins"') == 1
    assert chat.index("the first words") < chat.index(begins) < chat.index("back again")


async def test_a_lead_that_is_not_hot_says_why(inbox: Inbox, inside: Client) -> None:
    await inbox.put(somebody(1, band="warm", total=62, gate='["the score is 62"]'))
    text = await _text(inside, "/admin/leads/lead-1")
    assert "Why it is not hot" in text
    assert "<li>the score is 62</li>" in text
    assert "As the agents see it" not in text
    assert "Claim this lead" not in text


async def test_visitors_words_are_text_everywhere(inbox: Inbox, inside: Client) -> None:
    evil = replace(
        FREE, name=EVIL, email=EVIL, phone="", listing_id=EVIL, source=f'{{"page":"{"<b>x"}"}}',
        fields='{"area":"<i>y</i>","notes":"</dd><script>"}',
        reasons='[{"rule":"<u>","points":5,"text":"<s>z","quote":"</q><script>"}]',
    )  # fmt: skip
    await inbox.put(evil, said=EVIL)
    for path in ("/admin", "/admin/leads/L-2041", "/admin?q=script"):
        text = await _text(inside, path)
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "<b>x" not in text
        assert "49" not in re.findall(r"\b49\b", text)
        assert text.count("<script") == 2  # our own two files


async def test_no_such_lead_is_a_page_of_ours(inside: Client) -> None:
    reply = await inside.get("/admin/leads/nobody%0d%0aX:y")
    assert reply.status == 404
    assert "No such lead" in await reply.text()


async def test_a_claim_from_the_inbox_is_the_one_claim(inbox: Inbox, inside: Client) -> None:
    await inbox.put(FREE)
    json_ = {"Accept": "application/json"}
    first = await inside.post("/admin/leads/L-2041/claim", headers=json_)
    assert await first.json() == {
        "ok": True, "text": "Yours. Call now: the number is in the message.",
    }  # fmt: skip
    await inside.post("/admin/me", data={"agent": "marcus"})
    second = await inside.post("/admin/leads/L-2041/claim", headers=json_)
    done = await second.json()
    assert (done["ok"], done["text"]) == (False, "Dana Reyes was faster.")
    kinds = [event.kind for event in await inbox.store.events("L-2041")]
    assert kinds == ["hot", "claimed"]


async def test_a_plain_form_claims_as_well(inbox: Inbox, inside: Client) -> None:
    await inbox.put(FREE)
    reply = await inside.post("/admin/leads/L-2041/claim")
    assert reply.url.path == "/admin/leads/L-2041"
    text = await reply.text()
    assert "Yours. The number is on this page." in text
    assert "✓ Dana Reyes" in text


async def test_only_the_owner_is_offered_outcomes(inbox: Inbox, inside: Client) -> None:
    await inbox.put(CHRIS)
    assert "📅 Booked" in await _text(inside, "/admin/leads/L-2041")
    await inside.post("/admin/leads/L-2041/outcome", data={"verb": "booked"})
    text = await _text(inside, "/admin/leads/L-2041")
    assert "Dana Reyes: Booked" in text
    assert 'aria-current="step">viewing' in text
    assert (await inside.post("/admin/leads/L-2041/outcome", data={"verb": "x"})).status == 400
    await inside.post("/admin/me", data={"agent": "marcus"})
    assert "📅 Booked" not in await _text(inside, "/admin/leads/L-2041")


async def test_a_number_can_wait_for_the_claim(inbox: Inbox, inside: Client) -> None:
    inbox.site = inbox.site.model_copy(update={"hide_contact_until_claim": True})
    await inbox.put(FREE, said="call 737 555 0141 please")
    for path in ("/admin", "/admin/leads/L-2041"):
        text = await _text(inside, path)
        assert not re.search(r"555.?0141", text)
        assert "7375550141" not in text
    await inside.post("/admin/leads/L-2041/claim")
    assert "+1 737-555-0141" in await _text(inside, "/admin/leads/L-2041")


@pytest.mark.parametrize(
    "path",
    ["/admin/leads/L-2041/claim", "/admin/leads/L-2041/outcome", "/admin/me", "/admin/leave",
     "/admin/enter"],
)  # fmt: skip
async def test_nothing_is_changed_by_get(inbox: Inbox, inside: Client, path: str) -> None:
    await inbox.put(FREE)
    assert (await inside.get(path)).status == 405
    lead = await inbox.store.lead("L-2041")
    assert lead is not None
    assert lead.owner == ""


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 200),
    ],
)
async def test_only_our_own_pages_change_something(
    inbox: Inbox, inside: Client, headers: dict[str, str], status: int
) -> None:
    await inbox.put(FREE)
    reply = await inside.post("/admin/leads/L-2041/claim", headers=headers)
    assert reply.status == status
    lead = await inbox.store.lead("L-2041")
    assert lead is not None
    assert lead.owner == ("dana" if status == 200 else "")


async def test_our_own_origin_is_ours_also_behind_a_proxy(inbox: Inbox, inside: Client) -> None:
    own = f"http://{inside.host}:{inside.port}"
    assert (await inside.post("/admin/me", data={"agent": "dana"}, headers={"Origin": own})).ok
    inbox.site = inbox.site.model_copy(update={"base_url": "https://bot.example/"})
    headers = {"Origin": "https://bot.example"}
    assert (await inside.post("/admin/me", data={"agent": "dana"}, headers=headers)).ok


@pytest.mark.parametrize(
    "path", ["/admin", "/admin/leads/nobody", "/admin/enter/x", "/admin/list"]
)
async def test_every_page_is_strict(inside: Client, path: str) -> None:
    reply = await inside.get(path)
    policy = reply.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert not re.search(
        r"<script(?! src=)|<style|\sstyle=|\son\w+=|javascript:", await reply.text()
    )


async def test_static_files_are_kept_for_ever_and_change_their_name(outside: Client) -> None:
    sheets = ("admin", "list", "lead", "doors", "flows", "reports", "demo", "phone", "person")
    ours = {f"{name}.css" for name in sheets} | {"admin.js", "demo.js", "theme.js", "mark.svg"}
    assert ours == set(assets())
    for asset in assets().values():
        reply = await outside.get(asset.path)
        assert reply.status == 200
        assert "immutable" in reply.headers["Cache-Control"]
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert (await outside.get(f"{STATIC}/../pages.py")).status in (401, 404)


def test_nothing_is_fetched_from_anywhere_else() -> None:
    for path in [*HERE.glob("templates/*"), *HERE.glob("static/*")]:
        found = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", path.read_text("utf-8"))
        assert [link for link in found if "www.w3.org" not in link] == [], path.name


async def test_a_store_that_cannot_answer_is_told_honestly(
    inbox: Inbox, inside: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def locked(*_: Any) -> None:
        raise StoreError("locked")

    monkeypatch.setattr(inbox.store, "leads", locked)
    reply = await inside.get("/admin")
    assert (reply.status, reply.headers["Retry-After"]) == (503, "2")
    assert "Nothing is lost" in await reply.text()


async def test_a_conversation_of_a_newer_doorstep_hides_nothing_else(
    inbox: Inbox, inside: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.admin.conftest.SESSION", '{"v":99}')
    await inbox.put(FREE)
    text = await _text(inside, "/admin")
    assert _rows(text) == ["L-2041"]


async def test_times_grow(inbox: Inbox, inside: Client) -> None:
    await inbox.put(CHRIS)
    for waited, shown in ((0, "2 min"), (3600, "1 h"), (90_000, "1 d")):
        inbox.now = CHRIS.updated_at + timedelta(seconds=168 + waited)
        assert f">{shown}</time>" in await _text(inside, "/admin")


def test_every_template_is_translated_before_the_first_page() -> None:
    rendering._environment.cache_clear()
    rendering.warm()
    cache = rendering._environment().cache
    assert cache is not None
    assert {name for _, name in cache} >= {p.name for p in (HERE / "templates").iterdir()}
