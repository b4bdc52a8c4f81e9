"""People who enlarge what they read: 400 % zoom, their own spacing, their own colours."""

import pytest
from playwright.async_api import expect

from tests.browsing import visiting
from tests.widget.states import CARDS, every_state, prepare
from tests.widget.talking import Visitor, opened

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# What WCAG 1.4.12 lets a reader set, put where a user's style sheet would be.
SPACING = """chat => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p, .bubble { margin-bottom: 2em !important }`);
  chat.shadowRoot.adoptedStyleSheets.push(sheet);
}"""
# What can be read is not cut off by its own box, lies in the panel, and under nothing else.
CUT = """chat => {
  const told = [], root = chat.shadowRoot, panel = root.querySelector('[part=panel]');
  const view = root.querySelector('.scroll'), all = css => [...panel.querySelectorAll(css)];
  const box = e => e.getBoundingClientRect(), edge = box(panel);
  const name = e => `${e.tagName} ${e.className} ${e.textContent.slice(0, 30)}`;
  if (edge.left < -1 || edge.right > innerWidth + 1 || edge.bottom > innerHeight + 1)
    told.push('the panel leaves the window');
  if (view.clientHeight < 110) told.push(`only ${view.clientHeight} pixels are left to read`);
  const shown = e => box(e).width && !e.matches('.unseen');
  for (const e of all('*').filter(shown)) {
    if (box(e).left < edge.left - 1 || box(e).right > edge.right + 1)
      told.push(`leaves the panel: ${name(e)}`);
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (own && e.clientWidth && e.scrollWidth > e.clientWidth + 1)
      told.push(`is cut off: ${name(e)}`);
  }
  const rows = [...panel.children].filter(shown).map(box);
  for (const [i, row] of rows.slice(1).entries())
    if (row.top < rows[i].bottom - 1) told.push(`row ${i + 1} lies over the one before`);
  const touch = (x, y) => x.left < y.right - 1 && y.left < x.right - 1
    && x.top < y.bottom - 1 && y.top < x.bottom - 1;
  const near = (a, b) => a.closest('.menu') === b.closest('.menu')
    && view.contains(a) === view.contains(b) && !a.contains(b) && !b.contains(a);
  const pressed = all('button, summary, .option, textarea, input').filter(shown);
  for (const [i, a] of pressed.entries()) for (const b of pressed.slice(i + 1))
    if (near(a, b) && touch(box(a), box(b))) told.push(`over each other: ${name(a)}, ${name(b)}`);
  return told;
}"""


@pytest.mark.parametrize("lang", ["en", "ar"])
async def test_at_400_percent_with_wide_spacing_nothing_is_cut_off_or_overlaps(browser, api, lang):
    async with visiting(browser, viewport={"width": 320, "height": 256}) as page:
        prepare(api, lang)
        told = []

        async def seen(state):
            visitor = Visitor(page, api)
            if state == "closed":
                await visitor.chat.evaluate(SPACING)
            elif state != "teaser":
                told.extend(f"{state}: {line}" for line in await visitor.chat.evaluate(CUT))

        await every_state(page, api, seen)
        assert told == []


async def test_in_a_visitors_own_colours_progress_and_choice_can_be_seen(browser, api):
    async with visiting(browser, forced_colors="active") as page:
        visitor = await opened(page, api)
        await visitor.types("Round Rock")
        await visitor.reads("What's your price range?")
        bar = visitor.part("[role=progressbar]")
        shown = await bar.evaluate(
            "e => [e.offsetWidth > 0, getComputedStyle(e).borderTopWidth,"
            " getComputedStyle(e).borderTopColor !== getComputedStyle(e).backgroundColor]"
        )
        assert shown == [True, "3px", True]
        await visitor.types("450k")
        await visitor.presses("1-3 months")
        await visitor.presses("Garden")
        mark = "e => getComputedStyle(e, '::before').content"
        assert "✓" in await visitor.part("[aria-pressed=true]").evaluate(mark)


async def test_who_wants_no_motion_sees_none(browser, api):
    for motion, still in (("reduce", True), ("no-preference", False)):
        async with visiting(browser, reduced_motion=motion) as page:
            visitor = await opened(page, api)
            api.talk.say("bot", "One thing more", cards=CARDS)
            await visitor.types("Round Rock")
            await visitor.reads("What's your price range?")
            moved = "e => getComputedStyle(e).animationName"
            names = await visitor.part(".panel, .bot, .typing").evaluate_all(
                f"all => all.map({moved})"
            )
            assert (set(names) == {"none"}) is still
            await expect(visitor.part(".bot").last).to_be_visible()
