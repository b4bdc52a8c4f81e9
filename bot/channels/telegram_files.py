"""Photos and documents in Telegram: fetched and kept where a question asks for files."""

from __future__ import annotations

import secrets
from typing import Final

import structlog

from bot.alerts.outcomes import Again
from bot.channels.telegram import Document, Who
from bot.channels.telegram_turns import Turns
from bot.channels.uploads import ID_BYTES
from bot.dialogue.asking import taking_files
from bot.dialogue.events import Attach
from bot.files import FILES_LIMIT, NOTE_LIMIT, Sent, clean_name, type_of
from bot.replies import FILE_LIMIT
from storage.rows import Update

TRIES: Final = 2  # a visitor waits for it: better to say that it failed than to be silent

log = structlog.get_logger("telegram")


class Files(Turns):
    """Takes what is sent along."""

    async def _document(self, who: Who, did: Document, row: Update) -> bool:
        """A file: the answer to the question that asks for one, else a kind word."""
        conversation = await self._conversation(who.chat)
        if not conversation:
            return await self._begin(who, row)
        told = await self._conversations.look(conversation)
        session = told.session
        question = taking_files(told.flow, session.asked, session.state)
        if not question:
            return await self._aside(who, row, "photo")
        problem = await self._problem(conversation, did)
        if problem:
            return await self._aside(who, row, problem)
        sent = await self._fetched(did)
        if isinstance(sent, str):
            return await self._aside(who, row, sent)
        event = Attach(question, sent.name, did.note[:NOTE_LIMIT])
        return await self._play(conversation, [event], who, row, message=did.message, sent=sent)

    async def _problem(self, conversation: str, did: Document) -> str:
        """Why a file cannot be kept, as a phrase's key; "" where it can."""
        if did.size > FILE_LIMIT:
            return "file_large"
        kept = await self._desk.store.uploads(conversation)
        return "file_many" if len(kept) >= FILES_LIMIT else ""

    async def _fetched(self, did: Document) -> Sent | str:
        """The file from Telegram, or the key of what to say instead."""
        for _ in range(TRIES):
            data = await self._caller.fetch(did.file, FILE_LIMIT)
            if not isinstance(data, Again):
                break
        if not isinstance(data, bytes):
            log.warning("telegram.file", why=getattr(data, "why", "moved"))
            return "file_failed"
        if len(data) > FILE_LIMIT:
            return "file_large"
        kind = type_of(data)
        if not kind:
            return "file_kind"
        return Sent(secrets.token_urlsafe(ID_BYTES), clean_name(did.name, kind), kind, data)
