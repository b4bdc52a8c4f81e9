"""Every state of the chat, one after the other, for those who look at it: a camera, or axe."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Page, expect

from tests.widget.conftest import PAGE, SCRIPT
from tests.widget.fake_api import VISIT, FakeApi, Fault
from tests.widget.talking import Visitor

TEASER = "Questions about this home? I answer at once."
CARDS = [
    {"id": "a", "title": "12 Elm St, Round Rock", "price": "$445,000",
     "text": "3 beds, 2 baths, a yard with oaks", "image": "/demo/house.svg", "url": "/privacy"},
    {"id": "b", "title": "7 Oak Ct", "price": "$439,900", "text": "3 beds"},
]  # fmt: skip
REFUSED = {"error": {"code": "invalid", "message": "That number is too short."}}
WORDS = {"Continue in Telegram": "Continue in Telegram", "E-mail me this chat": "Mail it to me"}
Seen = Callable[[str], Awaitable[None]]


def prepare(api: FakeApi, lang: str = "en") -> None:
    """A page with a teaser, left to right or right to left."""
    side = " dir=rtl" if lang == "ar" else ""
    html = PAGE.replace("lang=en", f"lang={lang}{side}").replace("<body>", "<body><main>")
    teaser = f'data-teaser="{TEASER}" data-teaser-after="1" async'
    api.pages["plain"] = html.format("</main>" + SCRIPT.replace("async", teaser))
    api.words = WORDS | ({"ltr": "rtl"} if lang == "ar" else {})


async def every_state(page: Page, api: FakeApi, seen: Seen) -> None:
    """Walk through all states; ``seen`` is told the name of each."""
    visitor = Visitor(page, api)
    await _before(visitor, seen)
    await _questions(visitor, seen)
    await _menu(visitor, seen)
    await _troubles(visitor, seen)
    await _visit(visitor, seen)


async def _before(visitor: Visitor, seen: Seen) -> None:
    await visitor.arrives()
    await seen("closed")
    await expect(visitor.part(".teaser")).to_be_visible()
    await seen("teaser")
    await visitor.opens()
    await seen("open")


async def _questions(visitor: Visitor, seen: Seen) -> None:
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    await seen("money")
    await visitor.types("450k")
    await visitor.reads("When would you like to move?")
    await seen("choices")
    await visitor.presses("1-3 months")
    await visitor.reads("What matters to you?")
    await visitor.presses("Garden")
    await seen("multi")


async def _menu(visitor: Visitor, seen: Seen) -> None:
    for label, name in (("Mail it to me", "email"), ("Delete my data", "delete"),
                        ("Continue in Telegram", "telegram")):  # fmt: skip
        await visitor.part(".menu summary").click()
        await seen("menu")
        await visitor.presses(label)
        await expect(visitor.part(".ask p")).to_be_visible()
        await seen(name)
        await visitor.presses("Back")
    await visitor.presses("Done")
    await visitor.reads("Anything else?")


async def _troubles(visitor: Visitor, seen: Seen) -> None:
    await visitor.presses("Skip")
    await visitor.reads("What's the best number?")
    await visitor.part("summary").get_by_text("Why do you ask?").click()
    await seen("phone")
    visitor.api.faults.append(Fault(422, body=REFUSED))
    await visitor.types("512")
    await expect(visitor.part("#status")).to_contain_text("too short")
    await seen("error")
    await visitor.page.context.set_offline(True)
    await visitor.types("512-555-0142")
    await expect(visitor.part("#status")).to_contain_text("offline")
    await seen("offline")
    await visitor.page.context.set_offline(False)
    await visitor.reads("Thanks!")
    await seen("ended")


async def _visit(visitor: Visitor, seen: Seen) -> None:
    api = visitor.api
    api.questions = VISIT
    await visitor.presses("Start a new chat")
    await visitor.reads("When suits you?")
    await seen("slots")
    api.talk.say("bot", "These two fit what you told me:", cards=CARDS)
    await visitor.presses("Sat, Mar 14, 11:00 am")
    await visitor.reads("May I see a photo of the roof?")
    await seen("cards and upload")
    await visitor.part(".own summary").last.click()
    await seen("edit")
    await visitor.types("a person please")
    await visitor.reads("Dana will write to you here.")
    api.talk.say("agent", "Hi, Dana here.", name="Dana Reyes", photo="/demo/mark.svg")
    api.hears("state")
    await visitor.reads("Hi, Dana here.")
    await seen("agent")
    await visitor.sees_typing()
    await seen("agent types")
