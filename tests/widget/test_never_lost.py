"""An answer that was given is delivered once: over bad lines, refusals, reloads and two tabs."""

import pytest
from playwright.async_api import expect

from tests.browsing import stop_time
from tests.widget.conftest import PAGE, SCRIPT
from tests.widget.fake_api import Fault, fake_api
from tests.widget.talking import Visitor, opened, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# Waits are a hundred times shorter, and noted.
HURRY = (
    "window.waits = []; const wait = setTimeout;"
    "window.setTimeout = (f, ms, ...a) => { waits.push(ms); return wait(f, ms / 100, ...a) }"
)


async def test_offline_answers_wait_and_go_out_in_order(page, api):
    visitor = await opened(page, api)
    await page.context.set_offline(True)
    await visitor.types("Round Rock")
    await expect(visitor.part("#status")).to_have_text("You are offline. Nothing is lost.")
    await visitor.types("450k")
    await expect(visitor.part(".visitor")).to_have_count(2)
    assert await visitor.says() == ["Round Rock", "450k"]
    await page.context.set_offline(False)
    await visitor.reads("When would you like to move?")
    assert api.talk.answers == {"area": "Round Rock", "budget": "450k"}
    assert await visitor.says() == ["Round Rock", "450k"]
    await expect(visitor.part("#status")).to_be_empty()


async def test_an_unsent_answer_survives_a_reload(page, api):
    visitor = await opened(page, api)
    api.down = True
    await visitor.types("Round Rock")
    await expect(visitor.part("#status")).to_contain_text("cannot be reached")
    api.down = False
    ids = {turn["id"] for turn in api.turns}
    await visitor.arrives()  # not opened: what was already given is delivered all the same
    await until(lambda: api.talk.answers == {"area": "Round Rock"})
    assert {turn["id"] for turn in api.turns} == ids
    await visitor.opens()
    await visitor.reads("What's your price range?")
    kept = await page.evaluate("Object.keys(localStorage)")
    assert sorted(kept) == ["doorstep-me", "doorstep:buyer:"]


async def test_a_lost_reply_is_asked_for_again_with_the_same_id(page, api):
    visitor = await opened(page, api)
    api.faults.append(Fault(0, done=True))
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    assert len(api.turns) == 2
    assert len({turn["id"] for turn in api.turns}) == 1
    assert [line["text"] for line in api.talk.messages if line["from"] == "visitor"] == [
        "Round Rock"
    ]
    assert await visitor.says() == ["Round Rock"]


async def test_a_server_in_trouble_is_tried_again(page, api):
    await page.add_init_script(HURRY)
    visitor = await opened(page, api)
    api.faults.extend(map(Fault, (503, 500, 502, 0, 408)))
    api.faults.append(Fault(200, body={"strange": "reply"}))
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    assert len(api.turns) >= 7
    assert len({turn["id"] for turn in api.turns}) == 1


async def test_a_busy_server_gets_the_time_it_asked_for(page, api):
    visitor = await opened(page, api)
    await page.clock.install()
    await stop_time(page)
    api.faults.append(Fault(429, headers={"Retry-After": "30"}))
    await visitor.types("Round Rock")
    await expect(visitor.part("#status")).to_contain_text("One moment")
    await page.clock.fast_forward(29_000)
    await page.evaluate("fetch('/widget.js')")
    assert len(api.turns) == 1
    await page.clock.fast_forward(1_500)
    await visitor.reads("What's your price range?")


async def test_the_waits_grow_with_some_chance_and_end_at_a_minute(page, api):
    await page.add_init_script(HURRY)
    visitor = await opened(page, api)
    api.faults.extend(Fault(503) for _ in range(9))
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    waits = [wait / 1000 for wait in await page.evaluate("waits") if wait >= 500]
    waits = [wait for wait in waits if wait != 40]  # how often it looks for news
    for wait, mean in zip(waits, (1, 2, 4, 8, 16, 32, 60, 60, 60), strict=True):
        assert 0.5 * mean <= wait <= 1.5 * mean
    assert len({wait / round(wait) for wait in waits}) > 1


async def test_a_refused_answer_is_shown_and_comes_back_to_be_mended(page, api):
    visitor = await opened(page, api)
    words = {"error": {"code": "invalid", "message": "Please keep it under 2000 characters."}}
    api.faults.append(Fault(422, body=words))
    await visitor.types("Round Rock")
    await expect(visitor.part("#status")).to_have_text("Please keep it under 2000 characters.")
    field = visitor.part("form textarea")
    await expect(field).to_have_value("Round Rock")
    await expect(field).to_have_attribute("aria-invalid", "true")
    assert await visitor.says() == []
    await field.press("Enter")
    await visitor.reads("What's your price range?")
    await expect(field).to_have_attribute("aria-invalid", "false")


async def test_a_button_of_a_past_question_shows_where_we_are(page, api):
    visitor = await opened(page, api)
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    api.talk.at = 2  # answered elsewhere meanwhile
    api.talk.ask()
    await visitor.presses("I'm not sure yet")
    await visitor.reads("When would you like to move?")
    await expect(visitor.part("#status")).to_contain_text("no longer open")
    await visitor.presses("Later")
    await visitor.reads("What matters to you?")
    await expect(visitor.part("#status")).to_be_empty()


async def test_a_chat_that_is_gone_begins_anew_with_the_words_kept(page, api):
    visitor = await opened(page, api)
    for number, status in enumerate((401, 404, 410), 2):
        api.faults.append(Fault(status, body={"error": {"code": "gone", "message": "Gone."}}))
        await visitor.types(f"Round Rock {number}")
        await until(lambda number=number: len(api.talks) == number)
        await expect(visitor.part("#status")).to_contain_text("expired")
        await expect(visitor.part("form textarea")).to_have_value(f"Round Rock {number}")
        await expect(visitor.part(".bot")).to_have_count(2)


async def test_words_typed_while_the_answer_before_was_under_way_answer_what_is_open_then(
    page, api
):
    visitor = await opened(page, api)
    await page.context.set_offline(True)
    for text in ("Round Rock", "450k", "Later"):
        await visitor.types(text)
    await page.context.set_offline(False)
    await visitor.reads("What matters to you?")
    assert api.talk.answers == {"area": "Round Rock", "budget": "450k", "timeline": "Later"}
    assert [turn["question"] for turn in api.turns][-2:] == ["area", ""]


async def test_words_are_shown_at_once_though_those_before_are_still_under_way(page, api):
    visitor = await opened(page, api)
    api.speaks.clear()
    await visitor.types("Round Rock")
    await until(lambda: api.turns)
    await visitor.types("450k")
    # well before the chat gives up on the reply to the first
    await expect(visitor.part(".visitor")).to_have_count(2, timeout=10_000)
    api.speaks.set()
    await visitor.reads("When would you like to move?")
    assert await visitor.says() == ["Round Rock", "450k"]


@pytest.mark.parametrize("status", [404, 422])
async def test_nothing_typed_is_gone_when_the_server_refuses_it(page, api, status):
    visitor = await opened(page, api)
    await page.context.set_offline(True)
    await visitor.types("Round Rock")
    await visitor.types("450k")
    await visitor.part("form textarea").fill("and a garden")
    refused = Fault(status, body={"error": {"code": "no", "message": "No."}})
    api.faults.extend([refused, refused])
    await page.context.set_offline(False)
    field = visitor.part("form textarea")
    await expect(field).to_have_value("Round Rock 450k and a garden")
    await expect(visitor.part("#status")).not_to_be_empty()


async def test_where_the_server_does_not_take_us_the_chat_goes_away(page, api):
    visitor = Visitor(page, api)
    await visitor.arrives()
    await page.route("**/api/v1/**", lambda route: route.fulfill(status=403, json={"error": {}}))
    await visitor.part("[part=launcher]").click()
    await expect(page.locator("doorstep-chat")).to_have_count(0)


async def test_on_a_page_of_a_foreign_origin_the_chat_goes_away(page, api):
    await page.add_init_script(HURRY)
    async with fake_api() as other:
        other.pages["free"] = PAGE.format(SCRIPT.replace("/widget.js", f"{api.url}/widget.js"))
        await page.goto(f"{other.url}/page/free")
        await page.locator("[part=launcher]").click()
        await expect(page.locator("doorstep-chat")).to_have_count(0)
    assert api.talks == {}


async def test_two_tabs_show_the_same_chat(page, api):
    visitor = await opened(page, api)
    other = Visitor(await page.context.new_page(), api)
    await other.arrives()
    await other.opens()
    assert len(api.talks) == 1
    await visitor.types("Round Rock")
    await other.reads("What's your price range?")
    assert await other.says() == ["Round Rock"]
    await other.types("450k")
    await visitor.reads("When would you like to move?")
    assert await visitor.says() == ["Round Rock", "450k"]


async def test_without_storage_the_chat_still_works(page, api):
    await page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    visitor = await opened(page, api)
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")


async def test_a_full_storage_loses_nothing(page, api):
    await page.add_init_script(
        "const full = new Proxy({}, {set() { throw new DOMException('full') }});"
        "Object.defineProperty(window, 'localStorage', {get: () => full})"
    )
    visitor = await opened(page, api)
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    await visitor.types("450k")
    await visitor.reads("When would you like to move?")
    assert len(api.talks) == 1


async def test_a_hundred_answers_over_a_bad_line_arrive_once_each(page, api):
    await page.add_init_script(HURRY)
    visitor = await opened(page, api)
    await visitor.types("a person please")
    await visitor.reads("Dana will write to you here.")
    api.faults.extend(Fault((0, 503, 0, 502)[n % 4], done=n % 3 == 0) for n in range(60))
    for number in range(100):
        await visitor.types(f"line {number}")
    expected = ["a person please", *(f"line {number}" for number in range(100))]

    def arrived():
        return [line["text"] for line in api.talk.messages if line["from"] == "visitor"]

    for count in range(len(expected)):
        await until(lambda count=count: len(arrived()) > count)
    assert arrived() == expected
    await expect(visitor.part(".visitor")).to_have_count(101)
    assert await visitor.says() == expected
