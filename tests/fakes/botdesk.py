"""The stand-in Bot API at a person's desk: prints what arrives and presses what is typed.

python -m tests.fakes.botapi --port 8081
press 2 Claim         presses the button whose label holds "Claim" under message 2
say 7001 hello        writes to the bot from chat 7001
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from tests.fakes.botapi import TOKEN, FakeBotApi
from tests.fakes.bottypes import Call

QUIET = {"getUpdates", "getMe"}


def show(call: Call) -> None:
    """Print a request as the reader of the chat would see it."""
    if call.method in QUIET and call.status == 200:
        return
    print(f"\n── {call.method} → {call.status}  chat {call.chat or '-'}", flush=True)
    if call.method in {"sendMessage", "editMessageText"} and call.status == 200:
        print(f"message {call.message['message_id']}\n{call.message['text']}")
        print("  ".join(f"[{button['text']}]" for button in call.buttons))
    elif call.status != 200:
        print(call.answer.get("description", ""))
    elif call.text:
        print(call.text)


async def obey(api: FakeBotApi, line: str) -> None:
    """Carry out a typed command."""
    verb, _, rest = line.strip().partition(" ")
    first, _, words = rest.partition(" ")
    if verb == "say" and first.lstrip("-").isdigit():
        await api.say(int(first), words)
    elif verb == "press" and first.isdigit():
        for (_, number), message in api.messages.items():
            if number == int(first):
                await api.press(message, words or "Claim", wait=False)
    elif verb:
        print('type "press MESSAGE LABEL" or "say CHAT TEXT"')


async def serve(host: str, port: int, token: str) -> None:
    """Run until interrupted."""
    api = FakeBotApi(token, trace=show)
    await api.start(host, port)
    print(f"DOORSTEP_TELEGRAM_API={api.url} DOORSTEP_TELEGRAM_TOKEN={token}", flush=True)
    try:
        while line := await asyncio.to_thread(sys.stdin.readline):
            await obey(api, line)
        await asyncio.Event().wait()
    finally:
        await api.stop()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    given = parser.parse_args()
    try:
        asyncio.run(serve(given.host, given.port, given.token))
    except KeyboardInterrupt:
        print()
