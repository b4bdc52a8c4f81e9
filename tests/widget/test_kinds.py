"""What else a chat holds: times, files, homes, people, the menu, other languages and colours."""

import pytest
from playwright.async_api import expect

from tests.browsing import visiting
from tests.widget.conftest import PAGE, SCRIPT
from tests.widget.fake_api import VISIT, Fault
from tests.widget.states import CARDS, WORDS
from tests.widget.talking import CONTRASTS, Visitor, opened, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# A short wait of the page ends when the test says so.
HOLDS = (
    "const wait = setTimeout; window.held = []; window.begun = new Promise(begins =>"
    " window.setTimeout = (f, ms, ...a) => ms > 900 ? wait(f, ms, ...a) : begins(held.push(f)));"
    " true"
)
HURRY = "const wait = setTimeout; window.setTimeout = (f, ms, ...a) => wait(f, ms / 50, ...a);"


async def test_a_time_is_a_button_or_the_browsers_own_picker(page, api):
    api.questions = VISIT
    visitor = await opened(page, api)
    await visitor.part("input[type=datetime-local]").fill("2026-03-20T09:30")
    assert api.turns == []  # it stands in the field until it is sent
    await expect(visitor.part("textarea")).to_have_value("2026-03-20 09:30")
    await visitor.presses("Send")
    await visitor.reads("May I see a photo of the roof?")
    assert api.talk.answers["visit_at"] == "2026-03-20 09:30"
    await visitor.presses("Back")
    await visitor.presses("Sun, Mar 15, 2:00 pm")
    await until(lambda: api.turns[-1].get("choice") == "2026-03-15T14:00")


async def test_a_photo_is_sent_once_over_a_bad_line_and_a_large_one_never(page, api):
    await page.add_init_script(HURRY)
    api.questions = VISIT[1:]
    visitor = await opened(page, api)
    field = visitor.part("input[type=file]")
    large = {"name": "x.png", "mimeType": "image/png", "buffer": b"x" * 5_242_881}
    await field.set_input_files(large)
    await expect(visitor.part("#status")).to_have_text("Please choose a file of up to 5 MB.")
    api.faults.append(Fault(503))
    api.faults.append(Fault(0, done=True))
    roof = {"name": "Dach größer.png", "mimeType": "image/png", "buffer": b"x" * 900}
    await field.set_input_files(roof)
    await visitor.reads("Thanks!")
    assert api.talk.files == [("Dach größer.png", "image/png", 900)]
    assert await visitor.says() == ["Dach größer.png"]


async def test_homes_are_cards_with_safe_links(page, api):
    visitor = await opened(page, api)
    bad = {"id": "x", "title": "<b>Bad</b>", "url": "javascript:alert(1)", "image": "data:x"}
    api.talk.say("bot", "Two homes:", cards=[*CARDS, bad])
    await visitor.types("Round Rock")
    await expect(visitor.part(".card")).to_have_count(3)
    links = await visitor.part("a.card").evaluate_all("all => all.map(a => [a.href, a.rel])")
    assert links == [[f"{api.url}/privacy", "noopener"]]
    assert await visitor.part(".card img").count() == 1
    await expect(visitor.part(".card").last).to_have_text("<b>Bad</b>")


async def test_an_agent_speaks_live_with_name_and_photo(page, api):
    visitor = await opened(page, api)
    await visitor.types("a person please")
    await until(lambda: len(api.lives) == 1)
    photo = f"{api.url}/demo/mark.svg"
    api.talk.say("agent", "Hello, this is Dana.", name="Dana Reyes", photo=photo)
    api.hears("state")
    await visitor.reads("Hello, this is Dana.")
    await expect(visitor.part(".agent b")).to_have_text("Dana Reyes")
    assert await visitor.part(".agent img").get_attribute("src") == photo
    await visitor.sees_typing()
    await visitor.part("textarea").fill("Hel")
    await until(lambda: any(path.endswith("/typing") for _, path, _ in api.seen))
    await page.keyboard.press("Escape")
    await until(lambda: api.lives == [])  # nobody looks, nobody listens


async def test_the_bots_own_follow_up_appears_while_the_chat_is_open(page, api):
    await page.clock.install()
    visitor = await opened(page, api)
    api.talk.say("bot", "Still there?")
    await page.clock.fast_forward(41_000)
    await visitor.reads("Still there?")


async def test_answers_come_as_if_somebody_wrote_them(browser, api):
    async with visiting(browser, reduced_motion="no-preference") as page:
        visitor = await opened(page, api)
        await page.evaluate(HOLDS)
        await visitor.types("Round Rock")
        await page.evaluate("begun")  # the reply is here
        await expect(visitor.part(".typing")).to_be_visible()
        await expect(visitor.part(".bot")).to_have_count(2)
        await page.evaluate("held.pop()()")
        await visitor.reads("What's your price range?")
        await expect(visitor.part(".typing")).to_be_hidden()
        await expect(visitor.part("[part=option]")).to_be_visible()


async def test_a_question_stays_in_sight_however_many_options_it_has(browser, api):
    times = [{"value": f"t{n}", "label": f"Wed, Nov {n}, 2:00 pm"} for n in range(10, 24)]
    async with visiting(browser, viewport={"width": 1280, "height": 800}) as page:
        visitor = await opened(page, api)
        await visitor.types("Round Rock")
        await visitor.reads("What's your price range?")
        later = {**api.talk.questions[2], "text": "When suits you?", "options": times}
        api.talk.questions = (*api.talk.questions[:2], later, *api.talk.questions[3:])
        await visitor.types("450k")
        await visitor.reads("When suits you?")
        question = visitor.part(".bot").last
        await expect(question).to_be_in_viewport(ratio=1)
        await expect(visitor.part(".visitor").last).to_be_in_viewport()


async def test_the_copy_by_email_says_what_became_of_it(page, api):
    api.words = WORDS
    visitor = await opened(page, api)
    await visitor.part(".menu summary").click()
    await visitor.presses("Mail it to me")
    await expect(visitor.part("input")).to_have_attribute("autocomplete", "email")
    await visitor.types("nobody")
    await expect(visitor.part("#status")).to_have_text("That is no e-mail address.")
    await visitor.part(".menu summary").click()
    await visitor.presses("Mail it to me")
    await visitor.types("dani@example.com")
    await expect(visitor.part("#status")).to_have_text("It is on its way.")
    assert api.letters == ["dani@example.com"]
    await visitor.types("Round Rock")  # the question is still there
    await visitor.reads("What's your price range?")


async def test_data_is_deleted_after_a_yes_only(page, api):
    visitor = await opened(page, api)
    await visitor.part(".menu summary").click()
    wish = visitor.part(".menu button").get_by_text("Continue in Telegram")
    await expect(wish).to_be_hidden()  # not every office has a bot
    await visitor.presses("Delete my data")
    assert api.turns == []
    await visitor.presses("Back")
    await visitor.part(".menu summary").click()
    await visitor.presses("Delete my data")
    await visitor.presses("Yes, delete it")
    await until(lambda: [turn["text"] for turn in api.turns] == ["Delete my data"])


async def test_going_on_in_telegram_shows_a_link_and_a_code(page, api):
    api.words = WORDS
    visitor = await opened(page, api)
    await visitor.part(".menu summary").click()
    await visitor.presses("Continue in Telegram")
    link = visitor.part("a.option")
    await expect(link).to_have_attribute("href", "https://t.me/oaklane_bot?start=c-1")
    await expect(visitor.part(".ask p")).to_have_text("K7M2PX")


async def test_words_and_direction_come_from_the_server_and_are_kept(page, api):
    api.words = {
        "Back": "رجوع",
        "Chat with us": "تحدث معنا",
        "Automated assistant": "مساعد آلي",
        "Close": "إغلاق",
        "ltr": "rtl",
    }
    visitor = await opened(page, api)
    await expect(visitor.part("header")).to_contain_text("مساعد آلي")
    await expect(visitor.part("header .close")).to_have_attribute("aria-label", "إغلاق")
    await expect(visitor.part("[part=panel]")).to_have_css("direction", "rtl")
    await visitor.arrives()
    await expect(visitor.part("[part=launcher]")).to_have_text("تحدث معنا")
    api.down = True
    await visitor.part("[part=launcher]").click()
    await expect(visitor.part("header")).to_contain_text("مساعد آلي")  # before it is told again


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_widget_finds_a_readable_colour_for_any_accent(browser, api, scheme):
    async with visiting(browser, color_scheme=scheme) as page:
        visitor = await opened(page, api)
        await visitor.types("Round Rock")
        await visitor.reads("What's your price range?")
        for accent in ("#14594b", "#ffd400", "#ff5a5f", "#e8eef7", "#000"):
            await visitor.chat.evaluate(
                "(chat, accent) => chat.style.setProperty('--doorstep-accent', accent)", accent
            )
            assert await visitor.chat.evaluate(CONTRASTS) == [], accent


async def test_theme_and_custom_properties_are_the_sites_own(page, api):
    api.pages["dark"] = PAGE.format(SCRIPT.replace("async", "data-theme=dark async"))
    visitor = Visitor(page, api)
    await visitor.arrives("/page/dark")
    await visitor.chat.evaluate("chat => chat.style.cssText = '--doorstep-width: 333px'")
    await visitor.opens()
    panel = visitor.part("[part=panel]")
    await expect(panel).to_have_css("background-color", "rgb(22, 26, 25)")
    await expect(panel).to_have_css("width", "333px")


async def test_what_was_picked_stays_over_the_menu_and_a_look_at_another_tab(page, api):
    visitor = await opened(page, api)
    await visitor.types("Round Rock")
    await visitor.reads("What's your price range?")
    await visitor.types("450k")
    await visitor.presses("1-3 months")
    await visitor.presses("Garden")
    await visitor.part(".menu summary").click()
    await visitor.presses("Delete my data")
    await visitor.presses("Back")
    await expect(visitor.part("[aria-pressed=true]")).to_have_text("Garden")
    asked = len(api.seen)
    await page.evaluate("dispatchEvent(new Event('online'))")
    await until(lambda: len(api.seen) > asked)
    await visitor.waits()
    await visitor.presses("Pool")
    await visitor.presses("Done")
    await visitor.reads("Anything else?")
    assert api.talk.answers["wishes"] == "Garden, Pool"
