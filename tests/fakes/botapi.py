"""A stand-in for Telegram's Bot API over real HTTP: it keeps chats, hands out updates, refuses
what the real one refuses, and fails on demand.

    async with FakeBotApi() as api:            # api.url is what DOORSTEP_TELEGRAM_API gets
        api.fail("sendMessage", status=429, retry_after=2)
        sent = await api.wait_for("sendMessage")
        await api.press(sent[0].message, "Claim", user=7)

`python -m tests.fakes.botapi --port 8081` runs it alone and prints what arrives.
"""

from __future__ import annotations

import asyncio
import copy
import time
from collections.abc import Callable
from typing import Any, Self

from aiohttp import web

from tests.fakes.botrules import Refused, keyboard, shown_text
from tests.fakes.bottypes import (
    BOT,
    NOT_MODIFIED,
    TOO_OLD,
    Call,
    Fault,
    chat_of,
    data_of,
    number_of,
    params_of,
    refusal,
)

TOKEN = "1234567:TEST-token"
NO_WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
WORDLESS = {"contact", "document"}  # messages without a text
FIXED = {"getMe": BOT, "getWebhookInfo": NO_WEBHOOK}


class FakeBotApi:
    """The server. All state is plain and public: tests look at it."""

    def __init__(self, token: str = TOKEN, *, trace: Callable[[Call], None] | None = None) -> None:
        self.token = token
        self.calls: list[Call] = []
        self.messages: dict[tuple[int, int], dict[str, Any]] = {}
        self.faults: list[Fault] = []
        self.blocked: set[int] = set()
        self.unknown: set[int] = set()
        self.migrated: dict[int, int] = {}
        self.queue: list[Any] = []  # updates not yet confirmed
        self.history: list[Any] = []  # all that were ever handed out
        self.offsets: list[int] = []
        self.callbacks: dict[str, dict[str, Any] | None] = {}  # id -> its answer
        self.files: dict[str, bytes] = {}  # what visitors sent, by file id
        self.hasty = False  # answer polls at once, as simple stand-ins do
        self.next_update = 1000
        self.next_message = 1
        self.url = ""
        self.forums: set[int] = set()  # groups with topics
        self.topics: dict[tuple[int, int], str] = {}  # (chat, thread) -> name
        self._trace = trace
        self._asked: dict[str, Callable[[Call], Any]] = {
            "answerCallbackQuery": self._answered,
            "getFile": self._found,
        }
        self._others: dict[str, Callable[[Call], Any]] = {
            "sendContact": self._contact,
            "sendDocument": self._document,
            "createForumTopic": self._topic,
            "deleteMessage": self._delete,
        }
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self._poll = 0

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> Self:
        """Listen; with port 0 on any free port."""
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/photos/{id}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        bound = self._runner.addresses[0][1]
        self.url = f"http://{host}:{bound}"
        return self

    async def stop(self) -> None:
        """Stop listening; open polls are cut."""
        async with self._changed:
            self._poll += 1
            self._changed.notify_all()
        if self._runner:
            await self._runner.cleanup()

    # ---- what a test does -------------------------------------------------------------------

    def fail(self, method: str, **how: Any) -> Fault:
        """Play a failure; see Fault for the ways."""
        fault = Fault(method, **how)
        self.faults.append(fault)
        return fault

    async def push(self, update: Any) -> Any:
        """Hand out this update exactly as given, however it looks."""
        async with self._changed:
            self.queue.append(update)
            self.history.append(update)
            self._changed.notify_all()
        return update

    async def update(self, **content: Any) -> dict[str, Any]:
        """Hand out an update of this content with the next number."""
        self.next_update += 1
        update = {"update_id": self.next_update, **content}
        await self.push(update)
        return update

    async def say(
        self, chat: int, text: str, *, user: int | None = None, **more: Any
    ) -> dict[str, Any]:
        """Somebody writes to the bot."""
        user = chat if user is None else user
        message = {
            "message_id": self._message_id(),
            "date": int(time.time()),
            "chat": chat_of(chat),
            "from": {"id": user, "is_bot": False, "first_name": f"User {user}"},
            "text": text,
        }
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command)}]
        return await self.update(message={**message, **more})

    async def press(
        self, message: dict[str, Any], button: str, *, user: int | None = None, wait: bool = True
    ) -> dict[str, Any]:
        """Press the button whose label holds, or whose data is, ``button``; the bot's answer."""
        chat, number = message["chat"]["id"], message["message_id"]
        shown = self.messages.get((chat, number), message)
        data = data_of(shown, button)
        id_ = str(len(self.callbacks) + 9000)
        self.callbacks[id_] = None
        await self.update(
            callback_query={
                "id": id_,
                "from": {"id": chat if user is None else user, "is_bot": False, "first_name": "U"},
                "chat_instance": "1",
                "message": shown,
                "data": data,
            }
        )
        return await self.answer_to(id_) if wait else {"id": id_}

    async def answer_to(self, id_: str, within: float = 60.0) -> dict[str, Any]:
        """The bot's answer to a press."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(lambda: self.callbacks[id_] is not None)
        return self.callbacks[id_] or {}

    async def wait_for(
        self,
        method: str,
        count: int = 1,
        *,
        within: float = 60.0,
        chat: int | None = None,
        text: str = "",
    ) -> list[Call]:
        """The answered calls of a method (to a chat, holding a text), once there are so many."""

        def found() -> list[Call]:
            return [
                call
                for call in self.calls
                if call.method == method
                and call.status
                and chat in {None, call.chat}
                and text in call.text
            ]

        try:
            async with asyncio.timeout(within), self._changed:
                await self._changed.wait_for(lambda: len(found()) >= count)
        except TimeoutError:
            seen = ", ".join(f"{call.method} {call.status}" for call in self.calls[-12:])
            raise AssertionError(
                f"{len(found())} of {count} {method} came; lately: {seen}"
            ) from None
        return found()

    def sent(self, method: str = "sendMessage", *, ok: bool = True) -> list[Call]:
        """The calls of a method so far, by default the accepted ones."""
        return [c for c in self.calls if c.method == method and (not ok or c.status == 200)]

    def shown(self, chat: int) -> list[dict[str, Any]]:
        """The texts of a chat as its reader sees them now."""
        there = [message for (owner, _), message in sorted(self.messages.items()) if owner == chat]
        return [message for message in there if not WORDLESS & message.keys()]

    def documents(self, chat: int) -> list[str]:
        """What the files of a chat hold."""
        there = (message for (owner, _), message in sorted(self.messages.items()) if owner == chat)
        return [m["document"]["content"] for m in there if "document" in m]

    def cards(self, chat: int) -> list[dict[str, Any]]:
        """The contact cards of a chat."""
        there = (message for (owner, _), message in sorted(self.messages.items()) if owner == chat)
        return [message["contact"] for message in there if "contact" in message]

    # ---- what the server does ---------------------------------------------------------------

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        call = Call(request.match_info["method"], await params_of(request), time.monotonic())
        if request.match_info["token"] != self.token:
            return self._reply(call, Refused(401, "Unauthorized"))
        self.calls.append(call)
        fault = next((fault for fault in self.faults if fault.meets(call)), None)
        if fault:
            fault.times -= 1
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault and fault.held:
            await fault.held.wait()
        try:
            response = await self._answer(call, fault)
        finally:
            await self._tell(call)
        if fault and fault.drop and request.transport:
            request.transport.abort()
        return response

    async def _file(self, request: web.Request) -> web.Response:
        """The bytes behind a path that getFile told."""
        data = self.files.get(request.match_info["id"])
        if request.match_info["token"] != self.token or data is None:
            return web.Response(status=404)
        return web.Response(body=data)

    async def _answer(self, call: Call, fault: Fault | None) -> web.Response:
        if fault and not fault.drop and fault.status >= 400:
            return self._reply(call, refusal(fault))
        try:
            call.result = await self._do(call)
        except Refused as refused:
            return self._reply(call, refused)
        return self._reply(call, None)

    async def _do(self, call: Call) -> Any:
        """Carry out a method as the real server would."""
        if call.method in FIXED:
            return FIXED[call.method]
        if call.method == "getUpdates":
            return await self._updates(call)
        if call.method in self._asked:
            return self._asked[call.method](call)
        if call.method in {"sendMessage", "editMessageText", "editMessageReplyMarkup"}:
            self._check_chat(call)
            return self._send(call) if call.method == "sendMessage" else self._edit(call)
        if call.method in self._others:
            self._check_chat(call)
            return self._others[call.method](call)
        if call.method in {
            "deleteWebhook",
            "setMyCommands",
            "setWebhook",
            "sendChatAction",
        }:
            return True
        raise Refused(404, "Not Found: method not found")

    async def _updates(self, call: Call) -> list[Any]:
        """Long polling: an offset confirms everything below it; an older poll is cut off."""
        offset, limit = int(call.params.get("offset") or 0), int(call.params.get("limit") or 100)
        self.offsets.append(offset)
        self.queue = [
            update for update in self.queue if offset <= 0 or number_of(update) >= offset
        ]
        self._poll += 1
        mine = self._poll
        wait = 0 if self.hasty else float(call.params.get("timeout") or 0)
        until = time.monotonic() + wait
        async with self._changed:
            self._changed.notify_all()
            while not self.queue and self._poll == mine and (left := until - time.monotonic()) > 0:
                try:
                    await asyncio.wait_for(self._changed.wait(), left)
                except TimeoutError:
                    break
        if self._poll != mine:
            raise Refused(409, "Conflict: terminated by other getUpdates request")
        return self.queue[:limit]

    def _found(self, call: Call) -> dict[str, Any]:
        id_ = str(call.params.get("file_id"))
        if id_ not in self.files:
            raise Refused(400, "Bad Request: invalid file_id")
        return {"file_id": id_, "file_unique_id": id_, "file_path": f"photos/{id_}"}

    def _answered(self, call: Call) -> bool:
        id_ = str(call.params.get("callback_query_id"))
        if id_ not in self.callbacks:
            raise Refused(400, f"Bad Request: {TOO_OLD}")
        if len(str(call.params.get("text", ""))) > 200:
            raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
        self.callbacks[id_] = call.params
        return True

    def _check_chat(self, call: Call) -> None:
        if call.chat in self.migrated:
            raise Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrated[call.chat],
            )
        if call.chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        if call.chat in self.unknown or not call.chat:
            raise Refused(400, "Bad Request: chat not found")

    def _send(self, call: Call) -> dict[str, Any]:
        message: dict[str, Any] = {
            "message_id": self._message_id(),
            "date": int(time.time()),
            "chat": chat_of(call.chat),
            "from": BOT,
            "text": shown_text(call.params),
        }
        thread = int(call.params.get("message_thread_id") or 0)
        if thread:
            if (call.chat, thread) not in self.topics:
                raise Refused(400, "Bad Request: message thread not found")
            message["message_thread_id"] = thread
        markup = keyboard(call.params)
        if markup:
            message["reply_markup"] = markup
        self.messages[call.chat, message["message_id"]] = message
        return copy.deepcopy(message)

    def _contact(self, call: Call) -> dict[str, Any]:
        """A contact card: Telegram wants a number and a name, and at most 2,048 bytes of vCard."""
        number, name = str(call.params.get("phone_number", "")), call.params.get("first_name")
        vcard = str(call.params.get("vcard", ""))
        if not number or not name:
            raise Refused(400, "Bad Request: phone number and first name are needed")
        if len(vcard.encode()) > 2048:
            raise Refused(400, "Bad Request: VCARD is too long")
        message: dict[str, Any] = {
            "message_id": self._message_id(),
            "date": int(time.time()),
            "chat": chat_of(call.chat),
            "from": BOT,
            "contact": {"phone_number": number, "first_name": name, "vcard": vcard},
            "text": "",
        }
        self.messages[call.chat, message["message_id"]] = message
        return copy.deepcopy(message)

    def _topic(self, call: Call) -> dict[str, Any]:
        """A new topic of a group that has topics."""
        name = str(call.params.get("name", ""))
        if call.chat not in self.forums:
            raise Refused(400, "Bad Request: the chat is not a forum")
        if not 1 <= len(name) <= 128:
            raise Refused(400, "Bad Request: topic name is empty or too long")
        thread = self._message_id()
        self.topics[call.chat, thread] = name
        return {"message_thread_id": thread, "name": name, "icon_color": 0}

    def _delete(self, call: Call) -> bool:
        if self.messages.pop((call.chat, int(call.params.get("message_id", 0))), None) is None:
            raise Refused(400, "Bad Request: message to delete not found")
        return True

    def _document(self, call: Call) -> dict[str, Any]:
        """A file: its content is kept in the call's parameters."""
        field = call.params["document"]
        call.params["content"] = field.file.read()
        message: dict[str, Any] = {
            "message_id": self._message_id(),
            "date": int(time.time()),
            "chat": chat_of(call.chat),
            "from": BOT,
            "document": {
                "file_id": f"file-{field.filename}",
                "file_unique_id": f"unique-{field.filename}",
                "file_name": field.filename,
                "content": call.params["content"].decode("utf-8", "replace"),
            },
            "text": "",
        }
        self.messages[call.chat, message["message_id"]] = message
        return copy.deepcopy(message)

    def _edit(self, call: Call) -> dict[str, Any]:
        message = self.messages.get((call.chat, int(call.params.get("message_id", 0))))
        if message is None:
            raise Refused(400, "Bad Request: message to edit not found")
        if WORDLESS & message.keys():
            raise Refused(400, "Bad Request: there is no text in the message to edit")
        whole = call.method == "editMessageText"
        text = shown_text(call.params) if whole else message["text"]
        markup = keyboard(call.params)
        if (text, markup) == (message["text"], message.get("reply_markup")):
            raise Refused(400, f"Bad Request: {NOT_MODIFIED}")
        message["text"] = text
        message.pop("reply_markup", None)
        if markup:
            message["reply_markup"] = markup
        return copy.deepcopy(message)

    def _reply(self, call: Call, refused: Refused | None) -> web.Response:
        if refused is None:
            call.status, call.answer = 200, {"ok": True, "result": call.result}
        else:
            call.status = refused.code
            call.answer = {
                "ok": False,
                "error_code": refused.code,
                "description": refused.description,
            }
            if refused.parameters:
                call.answer["parameters"] = refused.parameters
        return web.json_response(call.answer, status=call.status)

    async def _tell(self, call: Call) -> None:
        if self._trace:
            self._trace(call)
        async with self._changed:
            self._changed.notify_all()

    def _message_id(self) -> int:
        self.next_message += 1
        return self.next_message


if __name__ == "__main__":
    from tests.fakes.botdesk import main

    main()
