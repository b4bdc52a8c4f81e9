"""The widget's types hold, and axe finds nothing to say in any state."""

import asyncio

import pytest

from tests.browsing import visiting
from tests.widget.judges import NPM, TSC, axe
from tests.widget.states import every_state, prepare


async def test_the_types_of_the_readable_source_hold():
    process = await asyncio.create_subprocess_exec(
        "node", str(TSC), "-p", str(NPM), stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate()
    assert told.decode() == ""
    assert process.returncode == 0


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(("scheme", "width", "lang"), [("light", 1280, "en"), ("dark", 390, "ar")])
async def test_axe_finds_nothing_in_any_state(browser, api, scheme, width, lang):
    size = {"width": width, "height": 740}
    async with visiting(browser, viewport=size, color_scheme=scheme) as page:
        prepare(api, lang)
        found = []

        async def seen(state):
            found.extend(f"{state}: {line}" for line in await axe(page))

        await every_state(page, api, seen)
        assert found == []
