"""A chat begun anew in the same browser says which one it had, with its token."""

import pytest

from tests.widget.talking import opened, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_new_chat_shows_that_the_last_one_was_this_browsers(page, api):
    visitor = await opened(page, api)
    await visitor.finishes()
    (first,) = api.talks.values()
    assert not first.opening.get("chat")
    await visitor.presses("Start a new chat")
    await until(lambda: len(api.talks) == 2)
    second = list(api.talks.values())[1]
    shown = second.opening["chat"]
    assert (shown["conversation"], shown["token"]) == (first.id, first.token)
    assert second.opening["visitor"] == first.opening["visitor"]
