"""The widget for everybody and on every page: strict policies, hostile words, small screens,
right to left, no mouse, high contrast."""

import pytest
from playwright.async_api import expect

from tests.browsing import next_frame, visiting
from tests.widget.conftest import PAGE, SCRIPT
from tests.widget.talking import CONTRASTS, Visitor, opened

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>document.title='owned'</script>",
    "javascript:alert(1)",
    'https://evil.example/"onmouseover="alert(1)',
    "{{7*7}} ${7*7} <b>bold</b>",
)


async def test_a_strict_policy_sees_no_violation(page, api):
    violations = []
    await page.expose_function("violated", lambda name: violations.append(name))  # noqa: PLW0108
    await page.add_init_script(
        "addEventListener('securitypolicyviolation', event => violated(event.violatedDirective))"
    )
    visitor = Visitor(page, api)
    reply = await page.goto(f"{api.url}/page/plain")
    assert "require-trusted-types-for 'script'" in reply.headers["content-security-policy"]
    await visitor.opens()
    await visitor.finishes()
    assert violations == []


async def test_hostile_words_stay_words(page, api):
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    visitor = await opened(page, api)
    await visitor.types("a person please")
    await visitor.reads("Dana will write to you here.")
    for text in HOSTILE:
        api.talk.say("agent", text)
        await visitor.types(text)
    await expect(visitor.part(".visitor")).to_have_count(1 + len(HOSTILE))
    await expect(visitor.part(".agent")).to_have_count(len(HOSTILE))
    assert (await visitor.says())[1:] == list(HOSTILE)
    assert await visitor.part(".log img, .log script, .log b").count() == 0
    links = await visitor.part(".log a").evaluate_all("all => all.map(a => [a.href, a.rel])")
    assert all(href.startswith(("https://", api.url)) and rel == "noopener" for href, rel in links)
    assert dialogs == []
    assert await page.title() == "A page"


async def test_links_and_figures_are_marked_in_what_the_bot_says(page, api):
    visitor = await opened(page, api)
    links = await visitor.part(".bot a").evaluate_all("all => all.map(a => a.href)")
    assert links == [f"{api.url}/privacy", "https://oakandlane.example/about"]
    await visitor.finishes()
    await expect(visitor.part(".bot bdi:not(:has(a))")).to_have_text(["+1 512-555-0110"])


async def test_a_link_is_not_cut_in_two_where_a_line_ends(page, api):
    visitor = await opened(page, api)
    cut = await visitor.part(".bot").first.evaluate(
        """bubble => Array.from({ length: 60 }, (_, step) => {
            bubble.style.maxWidth = `${200 + 2 * step}px`;
            return [...bubble.querySelectorAll("a")].some(a => a.getClientRects().length > 1);
        }).filter(Boolean).length"""
    )
    assert cut == 0


async def test_arabic_reads_from_the_right_with_numbers_from_the_left(page, api):
    api.pages["rtl"] = PAGE.replace("lang=en", "lang=ar dir=rtl").format(
        SCRIPT.replace("async", "data-lang=ar async")
    )
    visitor = Visitor(page, api)
    await visitor.arrives("/page/rtl")
    box = await visitor.part("[part=launcher]").bounding_box()
    assert box["x"] < 100  # at the end of the line, which is on the left
    await visitor.opens()
    await visitor.types("a person please")
    await visitor.reads("Dana will write to you here.")
    api.talk.say("agent", "اتصل بنا على +1 512-555-0110 من فضلك")
    await visitor.types("شكرا")
    number = visitor.part(".agent bdi")
    await expect(number).to_have_text("+1 512-555-0110")
    assert await number.evaluate("n => n.getBoundingClientRect().height") < 30
    own = visitor.part(".bot a").first  # /privacy: its stroke stays on the left as well
    assert await own.evaluate("a => getComputedStyle(a).direction") == "ltr"
    sides = await visitor.part("[part=panel]").evaluate(
        "p => { const x = e => { const r = p.querySelector(e).getBoundingClientRect();"
        " return r.left + r.width / 2 }; const r = p.getBoundingClientRect();"
        " const middle = r.left + r.width / 2;"
        " return [getComputedStyle(p).direction, x('.bot') > middle,"
        " x('header button') < middle] }"
    )
    assert sides == ["rtl", True, True]


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_everything_fits_and_can_be_touched(browser, api, width):
    async with visiting(browser, viewport={"width": width, "height": 640}) as page:
        visitor = await opened(page, api)
        await visitor.types("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3)
        await visitor.reads("What's your price range?")
        await visitor.types("450k")
        await visitor.reads("When would you like to move?")
        await visitor.part("summary.visitor").first.click()
        small = await visitor.chat.evaluate(
            "chat => [...chat.shadowRoot.querySelectorAll('button, summary, input, textarea')]"
            ".map(e => [e.className || e.ariaLabel || e.tagName, e.getBoundingClientRect()])"
            ".filter(([, r]) => r.width && (r.height < 43.9 || r.width < 43.9))"
            ".map(([name]) => name)"
        )
        assert small == []
        sizes = await visitor.part("input, textarea").evaluate_all(
            "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 16
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        scroll = visitor.part(".scroll")
        assert await scroll.evaluate("s => s.scrollWidth <= s.clientWidth")
        panel = await visitor.part("[part=panel]").bounding_box()
        assert panel["x"] >= 0
        assert panel["x"] + panel["width"] <= width
        assert panel["y"] >= 0
        assert panel["y"] + panel["height"] <= 640


async def test_a_screen_reader_gets_names_roles_and_news(page, api):
    visitor = Visitor(page, api)
    await visitor.arrives()
    api.down = True
    await visitor.part("[part=launcher]").click()
    await expect(visitor.part("[role=log]")).to_be_attached()  # there before any text arrives
    await expect(visitor.part("[role=log]")).to_be_empty()
    api.down = False
    await page.evaluate("dispatchEvent(new Event('online'))")
    await visitor.reads("Which area are you looking in?")
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    dialog = page.get_by_role("dialog", name="Oak & Lane Realty Automated assistant")
    await expect(dialog).to_be_visible()
    await expect(dialog.get_by_role("group", name="What's your price range?")).to_be_visible()
    await expect(dialog.get_by_role("textbox", name="What's your price range?")).to_be_visible()
    await expect(dialog.get_by_role("progressbar", name="Progress")).to_be_visible()
    await expect(dialog.get_by_role("button", name="Close")).to_be_visible()
    await expect(dialog.get_by_role("button", name="Send")).to_be_visible()
    await expect(dialog.get_by_role("log")).to_contain_text("You said: Round Rock")
    await expect(dialog.get_by_role("status")).to_have_count(1)


async def test_the_notice_and_the_disclosure_come_before_the_first_message(page, api):
    visitor = Visitor(page, api)
    await visitor.arrives()
    api.down = True
    await visitor.part("[part=launcher]").click()
    await expect(visitor.part(".scroll > small")).to_contain_text("This chat is stored")
    await expect(visitor.part(".scroll > small a")).to_have_attribute("href", f"{api.url}/privacy")
    await expect(visitor.part("header")).to_contain_text("Automated assistant")
    assert await visitor.part(".bot").count() == 0
    api.down = False


async def test_a_phones_keyboard_stays_away_until_it_is_wanted(browser, api):
    async with visiting(browser, has_touch=True, is_mobile=True) as page:
        visitor = await opened(page, api)
        focused = "chat => chat.shadowRoot.activeElement?.getAttribute('part')"
        assert await visitor.chat.evaluate(focused) == "panel"


async def test_the_focus_is_shown_and_opening_takes_it_into_the_panel(page, api):
    visitor = Visitor(page, api)
    await visitor.arrives()
    api.speaks.clear()
    await visitor.part("[part=launcher]").click()
    focused = "chat => chat.shadowRoot.activeElement?.getAttribute('part')"
    await next_frame(page)
    assert await visitor.chat.evaluate(focused) == "panel"
    api.speaks.set()
    await visitor.reads("Which area are you looking in?")
    field = "chat => chat.shadowRoot.activeElement?.ariaLabel"
    assert await visitor.chat.evaluate(field) == "Which area are you looking in?"
    await page.keyboard.press("Tab")
    outline = "chat => getComputedStyle(chat.shadowRoot.activeElement).outlineStyle"
    assert await visitor.chat.evaluate(outline) == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_can_be_read_in_light_and_dark(browser, api, scheme):
    async with visiting(browser, color_scheme=scheme) as page:
        visitor = await opened(page, api)
        await visitor.types("Round Rock")
        await visitor.reads("What's your price range?")
        weak = await visitor.chat.evaluate(CONTRASTS)
        assert weak == []


async def test_forced_colours_keep_the_edges(browser, api):
    async with visiting(browser, forced_colors="active") as page:
        visitor = await opened(page, api)
        edges = await visitor.part(".bubble, button:visible").evaluate_all(
            "all => all.map(e => [getComputedStyle(e).borderTopWidth,"
            " getComputedStyle(e).borderTopColor !== getComputedStyle(e).backgroundColor])"
        )
        assert all(edge == ["1px", True] for edge in edges), edges
