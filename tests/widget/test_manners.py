"""The chat is a guest on the page: a teaser that knows its place, and nothing left behind."""

import pytest
from playwright.async_api import expect

from tests.widget.conftest import PAGE, SCRIPT
from tests.widget.states import TEASER
from tests.widget.talking import Visitor, opened, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

TEASING = SCRIPT.replace("async", f'data-teaser="{TEASER}" data-teaser-after="{{}}" async')
LEAVES = "document.documentElement.dispatchEvent(new MouseEvent('mouseleave'))"
TALL = "<input id=own><dialog>Sale!</dialog><div><p>Text</p>" + "<br>" * 200


async def arrives(page, api, after, path="/page/teasing"):
    api.pages["teasing"] = PAGE.format(TALL + TEASING.format(after))
    visitor = Visitor(page, api)
    await visitor.arrives(path)
    return visitor


async def test_the_teaser_comes_once_a_visit_and_stays_away_once_sent_away(page, api):
    visitor = await arrives(page, api, 0.3)
    await expect(visitor.part(".teaser")).to_be_visible()
    await expect(visitor.part(".teaser")).to_have_text(TEASER)
    assert await page.evaluate("document.activeElement === document.body")  # it takes no focus
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    await page.reload()
    await page.wait_for_timeout(700)
    await expect(visitor.part(".teaser")).to_be_hidden()
    tab = await page.context.new_page()  # a visit of its own
    visitor = await arrives(tab, api, 0.3)
    await visitor.part(".teaser .close").click()
    await expect(visitor.part(".teaser")).to_be_hidden()
    visitor = await arrives(await page.context.new_page(), api, 0.3)
    await visitor.page.wait_for_timeout(700)
    await expect(visitor.part(".teaser")).to_be_hidden()
    assert api.seen == []


async def test_the_teaser_comes_well_down_the_page_or_on_the_way_out(page, api):
    visitor = await arrives(page, api, 60)
    await page.wait_for_timeout(200)
    await expect(visitor.part(".teaser")).to_be_hidden()
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    await expect(visitor.part(".teaser")).to_be_visible()
    tab = await page.context.new_page()
    visitor = await arrives(tab, api, 60)
    await tab.evaluate(LEAVES)
    await expect(visitor.part(".teaser")).to_be_visible()
    await visitor.part(".teaser .say, .teaser button").first.click()
    await expect(visitor.part("[part=panel]")).to_be_visible()
    await expect(visitor.part(".teaser")).to_be_hidden()


async def test_the_teaser_waits_while_the_visitor_types_or_a_dialog_is_open(page, api):
    await page.clock.install()
    visitor = await arrives(page, api, 600)
    await page.focus("#own")
    await page.clock.fast_forward(601_000)
    await expect(visitor.part(".teaser")).to_be_hidden()
    await page.evaluate("document.activeElement.blur(); document.querySelector('dialog').show()")
    await page.clock.fast_forward(601_000)
    await expect(visitor.part(".teaser")).to_be_hidden()
    await page.evaluate("document.querySelector('dialog').close()")
    await page.clock.fast_forward(601_000)
    await expect(visitor.part(".teaser")).to_be_visible()


@pytest.mark.parametrize("closes", [True, False])
async def test_a_teaser_sent_away_or_a_chat_once_opened_ends_the_teasing(page, api, closes):
    await page.clock.install()
    visitor = await arrives(page, api, 600)
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    await expect(visitor.part(".teaser")).to_be_visible()
    if closes:
        await visitor.part(".teaser .close").click()
    else:
        await visitor.opens()
        await page.keyboard.press("Escape")
        await expect(visitor.part("[part=panel]")).to_be_hidden()
    await expect(visitor.part(".teaser")).to_be_hidden()
    await page.evaluate(LEAVES)
    await page.clock.fast_forward(601_000)
    await expect(visitor.part(".teaser")).to_be_hidden()
    visitor = await arrives(await page.context.new_page(), api, 600)  # the next visit
    await visitor.page.evaluate(LEAVES)
    await expect(visitor.part(".teaser")).to_be_hidden()


async def test_the_teaser_comes_on_any_page_that_has_one_but_once_a_visit(page, api):
    visitor = Visitor(page, api)
    await visitor.arrives()  # a page without one begins the visit
    for page_of_home, comes in (("first", True), ("second", False)):
        api.pages[page_of_home] = PAGE.format(TALL + TEASING.format(60))
        await visitor.arrives(f"/page/{page_of_home}")
        await page.evaluate(LEAVES)
        await expect(visitor.part(".teaser")).to_be_visible(visible=comes)
        # A page's browser writes its history down a second later, in a task like this one.
        await page.evaluate("new Promise(done => setTimeout(done, 1200))")
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert api.seen == []


async def test_the_launcher_lies_under_a_dialog_of_the_page(page, api):
    api.pages["modal"] = PAGE.format(SCRIPT)
    visitor = Visitor(page, api)
    await visitor.arrives("/page/modal")
    top = await page.evaluate(
        "() => { const veil = document.createElement('div'); veil.ariaModal = 'true';"
        " veil.style.cssText = 'position:fixed;inset:0;z-index:1050'; document.body.append(veil);"
        " const box = document.querySelector('doorstep-chat').shadowRoot"
        ".querySelector('.launcher').getBoundingClientRect();"
        " return document.elementFromPoint(box.x + 9, box.y + 9) === veil }"
    )
    assert top


async def test_the_page_gets_one_name_and_keeps_its_prototypes(page, api):
    api.pages["bare"] = PAGE.format("")
    await page.goto(f"{api.url}/page/bare")
    names = "Object.getOwnPropertyNames(window)"
    protos = (
        "[Element, HTMLElement, Node, EventTarget, Array, Object, String, Promise, History]"
        ".map(c => Object.getOwnPropertyNames(c.prototype).map(n =>"
        " n + Object.getOwnPropertyDescriptor(c.prototype, n).value).join()).join()"
    )
    before, was = await page.evaluate(names), await page.evaluate(protos)
    await Visitor(page, api).arrives()
    assert set(await page.evaluate(names)) - set(before) == {"Doorstep"}
    assert await page.evaluate(protos) == was


async def test_two_hundred_openings_leave_no_more_than_one(page, api):
    await opened(page, api)
    await page.keyboard.press("Escape")
    cdp = await page.context.new_cdp_session(page)

    async def held():
        await cdp.send("HeapProfiler.collectGarbage")
        counted = await cdp.send("Memory.getDOMCounters")
        return counted["nodes"], counted["jsEventListeners"]

    await page.evaluate("Doorstep.open(); Doorstep.close()")
    before = await held()
    await page.evaluate("for (let n = 0; n < 200; n++) { Doorstep.open(); Doorstep.close() }")
    await until(lambda: len(api.seen) > 1)
    after = await held()
    assert after[0] < before[0] + 50  # what the browser itself holds comes and goes
    assert after[1] <= before[1] + 5


async def test_a_page_that_comes_back_from_the_back_forward_cache_goes_on(page, api):
    visitor = await opened(page, api)
    asked = len(api.seen)
    await page.evaluate(
        "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));"
        "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )
    await until(lambda: len(api.seen) > asked)
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")


async def test_known_fields_come_from_the_attribute_the_address_and_the_page(page, api):
    api.pages["known"] = PAGE.format(
        SCRIPT.replace("async", 'data-known="name=Dani&amp;beds=3" data-pages="7" async')
    )
    visitor = Visitor(page, api)
    await visitor.arrives("/page/known?doorstep_email=dani%40example.com&utm_term=x")
    await page.evaluate("Doorstep.prefill({beds: 4})")
    await visitor.opens()
    assert api.talk.opening["known"] == {"name": "Dani", "beds": 4, "email": "dani@example.com"}
    assert api.talk.opening["source"]["pages"] == "7"


async def test_a_single_page_sites_moves_are_pages_and_keep_what_brought_the_visitor(page, api):
    visitor = Visitor(page, api)
    await visitor.arrives("/page/plain?utm_source=fb&utm_campaign=spring")
    for move in ("pushState({}, '', '/homes')", "pushState({}, '', '/homes/7#plan')",
                 "replaceState({}, '', '/homes/7?photo=2')"):  # fmt: skip
        await page.evaluate(f"history.{move}")
        await page.get_by_role("heading").click()
    assert await page.evaluate("localStorage.length") == 0
    await visitor.opens()
    source = api.talk.opening["source"]
    assert source["pages"] == 3  # a photo or a place on the page is no page
    assert source["page"].endswith("/homes/7?photo=2")
    assert (source["utm_source"], source["utm_campaign"]) == ("fb", "spring")
    await page.evaluate("history.pushState({}, '', '/homes/8')")
    await page.keyboard.press("Escape")
    await page.get_by_role("heading").click()
    assert await page.evaluate("JSON.parse(localStorage['doorstep-me']).pages") == 4


async def test_pages_are_counted_once_the_chat_was_opened(page, api):
    visitor = Visitor(page, api)
    await visitor.arrives()
    await visitor.arrives()
    await visitor.opens()
    assert api.talk.opening["source"]["pages"] == 1
    await visitor.finishes()
    await visitor.arrives()
    await visitor.part("[part=launcher]").click()
    await visitor.presses("Start a new chat")
    await until(lambda: len(api.talks) == 2)
    assert api.talk.opening["source"]["pages"] == 2
