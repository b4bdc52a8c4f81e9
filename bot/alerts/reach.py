"""Is Telegram there, and who is our bot? One question, answered or explained in plain words."""

from __future__ import annotations

import json
import time
from typing import Any, Final

import aiohttp

from bot.records import frozen

SECONDS: Final = 5.0
NO_TOKEN: Final = "no bot token is set (DOORSTEP_TELEGRAM_TOKEN)"  # noqa: S105 - words
UNKNOWN: Final = "Telegram does not know the bot token"


@frozen
class Bot:
    """Our bot, as Telegram knows it."""

    username: str
    took: float  # seconds


async def who_am_i(token: str, api: str) -> Bot | str:
    """The bot of this token, or why that cannot be said. The token is in no answer."""
    if not token:
        return NO_TOKEN
    began = time.monotonic()
    try:
        status, body = await _get(f"{api.rstrip('/')}/bot{token}/getMe")
    except (TimeoutError, aiohttp.ClientError, OSError, ValueError):
        return "Telegram cannot be reached from here"
    if status in (401, 404):
        return UNKNOWN
    username = (body.get("result") or {}).get("username") if isinstance(body, dict) else None
    if not isinstance(username, str) or not username:
        return f"Telegram answered in an odd way (status {status})"
    return Bot(username, time.monotonic() - began)


async def _get(url: str) -> tuple[int, Any]:
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    async with (
        aiohttp.ClientSession(timeout=timeout) as session,
        session.get(url, allow_redirects=False) as response,
    ):
        return response.status, json.loads(await response.text())
