"""What a visitor sent along: listed on the lead's page, and handed out as a download only."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from urllib.parse import quote

from aiohttp import web

from bot.records import frozen
from storage.rows import Lead, Message, Upload
from storage.store import Store

# Never shown by the browser itself, whatever the bytes are.
SAFE = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


@frozen
class Shown:
    """A file on the lead's page."""

    name: str
    size: str
    kind: str
    address: str


async def files_of(store: Store, lead: Lead, messages: Iterable[Message]) -> list[Shown]:
    """All files of a lead's conversations, oldest first."""
    ids = dict.fromkeys([lead.conversation, *(message.conversation for message in messages)])
    found = await asyncio.gather(*map(store.uploads, ids))
    rows = sorted((row for rows in found for row in rows), key=lambda row: (row.at, row.seq))
    return [_shown(lead.id, row) for row in rows]


async def download(store: Store, lead_id: str, conversation: str, id_: str) -> web.Response | None:
    """A file of this lead; None where there is none."""
    row = await store.conversation(conversation)
    file = await store.upload(conversation, id_) if row and row.lead_id == lead_id else None
    if file is None:
        return None
    return web.Response(
        body=file.data,
        content_type=file.type,
        headers={**SAFE, "Content-Disposition": _attached(file.name)},
    )


def _shown(lead_id: str, row: Upload) -> Shown:
    parts = (lead_id, "files", row.conversation, row.id)
    address = "/admin/leads/" + "/".join(quote(part, safe="") for part in parts)
    kind = "PDF" if row.type == "application/pdf" else "Picture"
    return Shown(row.name, _size(row.size), kind, address)


def _size(size: int) -> str:
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{max(1, round(size / 1024))} kB"


def _attached(name: str) -> str:
    """The name for old and new browsers."""
    plain = "".join(
        letter if letter.isascii() and letter.isprintable() else "_" for letter in name
    )
    plain = plain.replace('"', "_").replace("\\", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
