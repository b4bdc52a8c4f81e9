"""A conversation in the widget, in a real browser against a stand-in of the visitor API."""

import pytest
from playwright.async_api import expect

from tests.browsing import next_frame
from tests.widget.conftest import PAGE, SCRIPT
from tests.widget.talking import Visitor, opened, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def asking(page):
    """What the page asks for from now on, written down where it leaves: what is broken off may
    reach the server late, or never."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


async def test_nothing_is_requested_or_stored_before_the_chat_is_opened(page, api):
    asked = asking(page)
    visitor = Visitor(page, api)
    await visitor.arrives()
    await page.wait_for_timeout(300)
    assert [url.removeprefix(api.url) for url in asked] == ["/page/plain", "/widget.js"]
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert await page.context.cookies() == []
    assert api.seen == []


async def test_opening_takes_one_request_to_the_first_question(page, api):
    visitor = await opened(page, api)
    await visitor.reads("Which area are you looking in?")
    await page.wait_for_timeout(200)
    assert [(method, path) for method, path, _ in api.seen] == [("POST", "/api/v1/conversations")]


async def test_the_first_request_tells_where_the_visitor_came_from(page, api):
    api.pages["listing"] = PAGE.format(
        SCRIPT.replace(
            "async",
            'data-listing-id="MLS1" data-listing-address="1 Elm St" data-listing-price="465000"',
        )
    )
    visitor = Visitor(page, api)
    await visitor.arrives("/page/listing?utm_source=google&utm_campaign=rr&x=1")
    await page.evaluate(
        "history.pushState({}, '', '/page/other'); Doorstep.prefill({name: 'Dani'})"
    )
    await visitor.opens()
    assert api.talk.opening == {
        "flow": "buyer",
        "market": "austin",
        "lang": "en",
        "source": {
            "page": f"{api.url}/page/other",
            "referrer": "",
            "pages": 2,
            "utm_source": "google",
            "utm_campaign": "rr",
        },
        "listing": {"id": "MLS1", "address": "1 Elm St", "price": 465000},
        "known": {"name": "Dani"},
        "visitor": await page.evaluate("JSON.parse(localStorage['doorstep-me']).visitor"),
    }


async def test_a_whole_conversation_with_the_mouse(page, api):
    visitor = await opened(page, api)
    await visitor.finishes()
    assert api.talk.answers == {
        "area": "Round Rock",
        "budget": "450k",
        "timeline": "1-3 months",
        "wishes": "Garden, Pool",
        "phone": "512-555-0142",
    }
    assert {turn.get("question") for turn in api.turns} == {
        "area", "budget", "timeline", "wishes", "note", "phone",
    }  # fmt: skip
    await expect(visitor.part("[part=option]")).to_have_text(["Start a new chat"])


async def test_a_whole_conversation_with_the_keyboard_alone(page, api):
    visitor = Visitor(page, api)
    await visitor.arrives()
    keys = page.keyboard

    async def tab_to(css):
        for _ in range(20):
            if await visitor.chat.evaluate(
                f"chat => !!chat.shadowRoot.activeElement?.matches('{css}')"
            ):
                return
            await keys.press("Tab")
        raise AssertionError(f"{css} is out of the keyboard's reach")

    await tab_to("[part=launcher]")
    await keys.press("Enter")
    await visitor.reads("Which area are you looking in?")
    await next_frame(page)
    await tab_to("textarea")
    await keys.type("Round Rock\n")
    await visitor.reads("What's your price range?")
    await keys.type("450k\n")  # the focus stayed in the field
    await visitor.reads("When would you like to move?")
    await keys.press("Shift+Tab")
    await tab_to("[part=option]")
    await keys.press("Enter")
    await visitor.reads("What matters to you?")
    focus = "chat => chat.shadowRoot.activeElement.textContent"
    assert await visitor.chat.evaluate(focus) == "Garden"  # the new question's first option
    await keys.press("Space")
    await tab_to(".main")
    await keys.press("Enter")
    await visitor.reads("Anything else?")
    await tab_to("textarea")
    await keys.type("A big\nyard")  # Enter sends
    await visitor.reads("What's the best number?")
    assert api.talk.answers["note"] == "A big"
    await keys.press("Escape")
    await expect(visitor.part("[part=panel]")).to_be_hidden()
    assert (
        await visitor.chat.evaluate("chat => chat.shadowRoot.activeElement.part.value")
        == "launcher"
    )


async def test_a_reload_resumes_with_the_whole_transcript(page, api):
    visitor = await opened(page, api)
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    await visitor.arrives()
    await visitor.opens()
    await visitor.reads("What's your price range?")
    assert await visitor.says() == ["Round Rock"]
    assert len(api.talks) == 1
    await visitor.types("450k")
    await visitor.reads("When would you like to move?")


async def test_an_earlier_answer_can_be_changed(page, api):
    visitor = await opened(page, api)
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    await visitor.types("450k")
    await visitor.reads("When would you like to move?")
    await visitor.part("summary.visitor").first.click()
    await visitor.presses("Change")
    await until(lambda: api.turns[-1].get("edit") == {"question": "area"})
    await expect(visitor.part(".bot").get_by_text("Which area are you looking in?")).to_have_count(
        2
    )
    await visitor.types("Austin")
    await until(lambda: api.talk.answers["area"] == "Austin")


async def test_back_skip_and_why(page, api):
    visitor = await opened(page, api)
    await visitor.part("summary").get_by_text("Why do you ask?").click()
    await expect(visitor.part("details small")).to_have_text("Each agent covers certain areas.")
    await visitor.types("Round Rock")
    await visitor.presses("Skip")
    await visitor.reads("When would you like to move?")
    await visitor.presses("Back")
    await expect(visitor.part(".bot").get_by_text("What's your price range?")).to_have_count(2)
    assert [next(key for key in turn if key not in ("id", "question")) for turn in api.turns] == [
        "text", "skip", "back",
    ]  # fmt: skip


async def test_the_field_suits_the_question(page, api):
    visitor = await opened(page, api)
    seen = {}
    for question, answer in [
        ("area", "Austin"),
        ("budget", "1"),
        ("timeline", "Later"),
        ("wishes", "x"),
        ("note", "y"),
    ]:
        seen[question] = await _field(visitor)
        await visitor.types(answer)
        await until(lambda: len(api.turns) == len(seen))
        await expect(visitor.part(".bot")).to_have_count(len(seen) + 2)
    seen["phone"] = await _field(visitor)
    assert seen == {
        "area": ("TEXTAREA", "textarea", "", "", "Which area are you looking in?"),
        "budget": ("INPUT", "text", "decimal", "off", "What's your price range?"),
        "timeline": ("TEXTAREA", "textarea", "", "", "When would you like to move?"),
        "wishes": ("TEXTAREA", "textarea", "", "", "What matters to you?"),
        "note": ("TEXTAREA", "textarea", "", "", "Anything else?"),
        "phone": ("INPUT", "text", "tel", "tel", "What's the best number?"),
    }


async def _field(visitor):
    found = await visitor.part("form :is(input, textarea):visible").evaluate(
        "f => [f.tagName, f.type, f.inputMode, f.autocomplete, f.ariaLabel, f.enterKeyHint]"
    )
    assert found.pop() == "send"
    return tuple(found)


async def test_after_a_hand_over_a_persons_words_arrive_by_themselves(page, api):
    await page.clock.install()
    visitor = await opened(page, api)
    await visitor.types("a person please")
    await visitor.reads("Dana will write to you here.")
    api.streams = False  # where the stream is refused, the widget looks again and again
    for heard in api.lives:
        heard.put_nowait("")
    api.talk.say("agent", "Hello, this is Dana.")
    await until(lambda: not api.lives)
    await page.clock.fast_forward(5000)
    await visitor.reads("Hello, this is Dana.")
    await page.keyboard.press("Escape")
    await expect(visitor.part("[part=panel]")).to_be_hidden()
    await visitor.waits()  # a look may be under way
    asked = asking(page)
    await page.clock.fast_forward(60_000)
    await visitor.waits()
    assert asked == []  # nobody looks, nobody asks


async def test_a_new_chat_can_be_started_after_the_end(page, api):
    visitor = await opened(page, api)
    await visitor.finishes()
    await visitor.types("one more thing")  # the end is no wall
    await until(lambda: api.talk.messages[-1]["text"] == "one more thing")
    await visitor.presses("Start a new chat")
    await until(lambda: len(api.talks) == 2)
    await expect(visitor.part(".bot")).to_have_count(2)
    assert await visitor.says() == []


@pytest.mark.parametrize("locks", [True, False], ids=["", "without-locks"])
async def test_a_new_chat_begins_though_a_word_to_the_old_one_is_under_way(page, api, locks):
    if not locks:  # as on a page without TLS
        await page.add_init_script("delete Navigator.prototype.locks")
    visitor = await opened(page, api)
    await visitor.finishes()
    api.speaks.clear()
    await visitor.types("one more thing")
    await until(lambda: api.turns[-1].get("text") == "one more thing")
    await visitor.presses("Start a new chat")
    api.speaks.set()
    await until(lambda: len(api.talks) == 2)
    await expect(visitor.part(".bot")).to_have_count(2)
    assert await visitor.says() == []


async def test_the_page_can_open_close_and_listen(page, api):
    visitor = Visitor(page, api)
    api.pages["button"] = PAGE.format("<button data-doorstep-open id=ask>Ask us</button>" + SCRIPT)
    await visitor.arrives("/page/button")
    await page.evaluate(
        "window.heard = [];"
        "for (const name of ['open', 'message', 'answer', 'lead', 'end'])"
        "  Doorstep.on(name, detail => heard.push([name, detail.flow]));"
        "document.addEventListener('doorstep:answer',"
        "  event => heard.push(['dom', event.detail.question]))"
    )
    await page.click("#ask")
    await visitor.finishes()
    heard = await page.evaluate("heard")
    names = [name for name, _ in heard]
    assert names[0] == "open"
    assert names.count("message") == 8
    assert names.count("answer") == 6
    assert names.count("lead") == names.count("end") == 1
    assert ["dom", "area"] in heard
    assert all(flow == "buyer" for name, flow in heard if name != "dom")
    await page.keyboard.press("Escape")
    assert await page.evaluate("document.activeElement.id") == "ask"
    await page.evaluate("Doorstep.toggle()")
    await expect(visitor.part("[part=panel]")).to_be_visible()
    await page.evaluate("Doorstep.close()")
    await expect(visitor.part("[part=panel]")).to_be_hidden()


async def test_an_inline_chat_waits_to_be_opened_too(page, api):
    api.pages["inline"] = PAGE.format(
        '<script src="/widget.js" async></script><p>Text</p>'
        '<doorstep-chat flow="buyer" mode="inline" data-label="Find my home"></doorstep-chat>'
    )
    visitor = Visitor(page, api)
    await visitor.arrives("/page/inline")
    await expect(visitor.part("[part=launcher]")).to_have_text("Find my home")
    assert api.seen == []
    await visitor.opens()
    await visitor.finishes()


async def test_an_inline_chat_under_way_goes_on_by_itself_after_a_reload(page, api):
    api.pages["inline"] = PAGE.format(
        f"{SCRIPT}<div style='block-size: 2000px'>Text</div>"
        '<doorstep-chat flow="seller" mode="inline"></doorstep-chat>'
    )
    visitor = Visitor(page, api, "doorstep-chat[mode=inline]")
    await visitor.arrives("/page/inline")
    await visitor.opens()
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    await visitor.waits()
    await page.evaluate("scrollTo(0, 0)")
    await page.reload()
    await visitor.reads("What's your price range?")
    await expect(visitor.part("[part=launcher]")).to_be_hidden()
    assert await page.evaluate("[document.activeElement.localName, scrollY]") == ["body", 0]
    await visitor.types("450k")
    for label in ("1-3 months", "Pool", "Done", "Skip"):
        await visitor.presses(label)
    await visitor.reads("What's the best number?")
    await visitor.types("512-555-0142")
    await visitor.reads("Thanks!")
    await visitor.waits()
    await page.reload()
    await expect(visitor.part("[part=launcher]")).to_be_visible()  # there is nothing to go on with
    assert len(api.talks) == 1


async def test_one_chat_is_open_at_a_time(page, api):
    api.pages["two"] = PAGE.format(
        f"{SCRIPT}<button data-doorstep-open id=any>A</button>"
        "<button data-doorstep-open=seller id=seller>B</button>"
        '<doorstep-chat flow="seller" mode="inline"></doorstep-chat>'
    )
    floating = Visitor(page, api, "doorstep-chat:not([mode])")
    await floating.arrives("/page/two")
    inline = Visitor(page, api, "doorstep-chat[mode=inline]")
    await page.click("#any")
    await floating.reads("Which area are you looking in?")
    assert api.talk.opening["flow"] == "buyer"
    await page.click("#seller")
    await expect(
        floating.part("[part=panel], [part=launcher]").locator("visible=true")
    ).to_have_count(0)
    await inline.reads("Which area are you looking in?")
    assert api.talk.opening["flow"] == "seller"
    await page.click("#any")
    await expect(floating.part("[part=panel]")).to_be_visible()


async def test_a_chat_taken_off_the_page_is_gone(page, api):
    await page.clock.install()
    visitor = await opened(page, api)
    await visitor.types("a person please")
    await visitor.reads("Dana will write to you here.")
    await page.evaluate("document.querySelector('doorstep-chat').remove()")
    asked = asking(page)
    await page.evaluate("dispatchEvent(new Event('online'))")
    await visitor.waits()  # until its stream knows that it is broken off
    await page.clock.fast_forward(60_000)
    await visitor.waits()
    assert asked == []
