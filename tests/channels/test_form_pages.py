"""The chat without JavaScript: the same engine, the same lead, nothing kept in the browser."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import pytest

from bot.channels.form_pages import MOVED, SAY
from bot.widget_words import ENGLISH
from storage.rows import Lead
from storage.store import LeadFilter
from tests.channels.conftest import Start
from tests.channels.office import Office


@dataclass
class Browser:
    """Somebody without JavaScript: follows redirects, presses what stands in the page."""

    office: Office
    url: str = ""
    page: str = ""
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    async def open(self, path: str, **headers: str) -> str:
        async with self.office.http.get(self.office.base + path, headers=headers) as reply:
            return await self._seen(reply)

    async def press(self, headers: dict[str, str] | None = None, **given: str) -> str:
        """Send the page's form with these inputs."""
        hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', self.page)
        data = [(name, html.unescape(value)) for name, value in hidden] + list(given.items())
        async with self.office.http.post(self.url, data=data, headers=headers) as reply:
            return await self._seen(reply)

    async def _seen(self, reply: Any) -> str:
        self.status, self.headers = reply.status, dict(reply.headers)
        self.url, self.page = str(reply.url), await reply.text()
        return self.page

    @property
    def lines(self) -> list[str]:
        return [
            html.unescape(re.sub(r"<[^>]+>", "", line))
            for line in re.findall(r"<li class=.*?</li>", self.page, re.DOTALL)
        ]


@pytest.fixture
def browser(office: Office) -> Browser:
    return Browser(office)


async def begun(browser: Browser, path: str = "/chat/tiny") -> Browser:
    await browser.open(path)
    await browser.press(begin="yes")
    assert browser.status == 200
    return browser


async def the_lead(office: Office) -> Lead:
    (lead,) = await office.doorstep.store.leads(LeadFilter())
    return lead


async def test_looking_begins_nothing(browser: Browser, office: Office) -> None:
    page = await browser.open("/chat/tiny")
    assert "Start the chat" in page
    assert office.doorstep.metrics.conversations._value.get() == 0


async def test_the_whole_chat_makes_the_same_lead_as_the_widget(
    start: Start, tmp_path: Any
) -> None:
    office = await start()
    browser = await begun(Browser(office), "/chat/tiny?market=austin&utm_source=ads")
    await browser.press(choice="now")
    await browser.press(choice="cash")
    await browser.press(do="text", text="Ann Lee")
    await browser.press(do="text", text="512-555-0142")
    await browser.press(do="skip")
    assert "Someone calls you." in browser.page
    assert "Start a new chat" in browser.page
    formed = await the_lead(office)
    office = await start(data=tmp_path / "other")
    visitor = office.visitor()
    await visitor.begin(market="austin", source={"utm_source": "ads"})
    for answer in (
        {"choice": "now"}, {"choice": "cash"}, {"text": "Ann Lee"}, {"text": "512-555-0142"},
        {"skip": True},
    ):  # fmt: skip
        await visitor.send(**answer)
    widget = await the_lead(office)
    for name in ("fields", "fit", "engagement", "total", "band", "status", "stage", "reasons"):
        assert getattr(formed, name) == getattr(widget, name), name
    assert '"utm_source":"ads"' in formed.source


async def test_a_page_shows_the_whole_conversation_as_text(browser: Browser) -> None:
    await begun(browser)
    await browser.press(do="text", text="<script>alert(1)</script> right away")
    assert "<script>" not in browser.page
    assert any("<script>alert(1)</script>" in line for line in browser.lines)


async def test_a_form_sent_twice_is_done_once(browser: Browser) -> None:
    await begun(browser)
    before = browser.page, browser.url
    await browser.press(choice="now")
    told = browser.lines
    browser.page, browser.url = before
    await browser.press(choice="now")
    assert browser.lines == told


async def test_a_form_of_a_question_gone_by_changes_nothing(browser: Browser) -> None:
    await begun(browser)
    old = browser.page, browser.url
    await browser.press(choice="now")
    told = browser.lines
    browser.page = re.sub(r'name="id" value="[^"]+"', 'name="id" value="another"', old[0])
    browser.url = old[1]
    await browser.press(choice="browsing")
    assert browser.lines == told
    assert MOVED in browser.page


async def test_back_skip_and_an_empty_answer(browser: Browser) -> None:
    await begun(browser)
    await browser.press(choice="now")
    await browser.press(do="skip")
    assert "Who am I helping?" in browser.lines[-1]
    await browser.press(do="back")
    assert "How do you plan to pay?" in browser.lines[-1]
    told = browser.lines
    await browser.press(do="text", text="  ")
    assert browser.status == 422
    assert 'role="alert"' in browser.page
    assert browser.lines == told


async def test_a_ticket_opens_its_own_conversation_and_no_other(browser: Browser) -> None:
    await begun(browser)
    path = browser.url.partition("#")[0].removeprefix(browser.office.base)
    for bad in (path[:-1], path.replace(".", "x", 1), path + "x", path.rpartition(".")[0]):
        assert "Start the chat" in await browser.open(bad)


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
async def test_another_site_cannot_send_the_form(
    browser: Browser, headers: dict[str, str]
) -> None:
    await browser.open("/chat/tiny")
    await browser.press(headers, begin="yes")
    assert browser.status == 403


async def test_the_pages_are_strict_and_kept_by_nobody(browser: Browser) -> None:
    for page in ("door", "chat"):
        await (browser.open("/chat/tiny") if page == "door" else begun(browser))
        policy = browser.headers["Content-Security-Policy"]
        assert "script-src" not in policy
        assert "default-src 'none'" in policy
        assert browser.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in browser.headers
        assert browser.headers["Referrer-Policy"] == "same-origin"
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", browser.page)


async def test_openings_are_limited_as_the_widgets_are(start: Start) -> None:
    browser = Browser(await start(rate_limit=True))
    for _ in range(61):
        await browser.open("/chat/tiny")
        await browser.press(begin="yes")
    assert browser.status == 429


async def test_the_page_speaks_the_visitors_language(start: Start, tmp_path: Any) -> None:
    flow = tmp_path / "flows" / "tiny.yaml"
    flow.write_text(flow.read_text("utf-8") + "languages: [en, ar]\n", "utf-8")
    browser = Browser(await start())
    page = await browser.open("/chat/tiny", **{"Accept-Language": "ar-AE,en;q=0.5"})
    assert 'lang="ar" dir="rtl"' in page
    assert "بدء المحادثة" in page
    assert "تخطٍّ" not in page
    await browser.press(begin="yes")
    assert "إرسال" in browser.page


def test_every_word_of_the_page_is_in_the_widgets_table() -> None:
    page = (resources.files("bot.channels") / "form" / "page.html").read_text("utf-8")
    used = set(re.findall(r"word\('([^']+)'\)", page))
    assert len(used) > 8
    assert used | {MOVED} <= ENGLISH
    assert {frozenset(words) for words in SAY.values()} == {frozenset(SAY["en"])}


async def test_no_such_flow_is_not_found(browser: Browser) -> None:
    await browser.open("/chat/nothing")
    assert browser.status == 404
