"""An alert about a home shows its picture, where the public can see one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.alerts.office import DANA, agents, office, running
from tests.fakes.botapi import FakeBotApi

PUBLIC = {"base_url": "https://chat.oak.example/"}


def shown_with(call: Any) -> dict[str, Any]:
    """What Telegram is asked to show below a message."""
    found: dict[str, Any] = json.loads(call.params["link_preview_options"])
    return found


@pytest.mark.parametrize(
    ("picture", "site", "address"),
    [
        ("https://homes.example/h1.jpg", {}, "https://homes.example/h1.jpg"),
        ("/pictures/h1.jpg", PUBLIC, "https://chat.oak.example/pictures/h1.jpg"),
        ("/pictures/h1.jpg", {}, ""),
        ("http://homes.example/h1.jpg", PUBLIC, ""),
        ("", PUBLIC, ""),
    ],
    ids=["its own address", "on this server", "nobody can reach it", "not safe", "none"],
)
async def test_the_homes_picture_comes_with_the_alert_and_stays_with_who_claims(
    api: FakeBotApi, tmp_path: Path, picture: str, site: dict[str, str], address: str
) -> None:
    made = office(agents(2), **site)
    home = made.listings[0].model_copy(update={"picture": picture})
    async with running(tmp_path, api, made.model_copy(update={"listings": (home,)})) as it:
        await it.ring()
        rung, _ = await api.wait_for("sendMessage", 2)
        assert shown_with(rung).get("url", "") == address
        assert bool(shown_with(rung).get("is_disabled")) is not bool(address)
        await it.settled()
        await api.press(api.shown(DANA)[0], "Claim")
        await it.settled()
        edited = {call.chat: shown_with(call) for call in api.sent("editMessageText")}
        assert edited.pop(DANA).get("url", "") == address
        assert [other.get("url", "") for other in edited.values()] == [""], "others see one line"
