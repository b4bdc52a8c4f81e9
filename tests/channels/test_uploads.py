"""Files over the website channel: kept with the turn they are, once, and only what they say."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest

from bot.channels import uploads
from bot.files import ENDINGS, FILES_LIMIT, NAME_LIMIT, clean_name, type_of
from bot.replies import FILE_LIMIT
from tests.channels.conftest import Start
from tests.channels.office import UPLOADS, Office, Visitor

JPEG = b"\xff\xd8\xff\xe0" + b"a picture " * 50
PNG = b"\x89PNG\r\n\x1a\n" + b"drawn " * 50
PDF = b"%PDF-1.7\n" + b"a plan " * 50


@pytest.fixture
async def office(start: Start, tmp_path: Path) -> Office:
    (tmp_path / "flows" / "seller.yaml").write_text(UPLOADS, "utf-8")
    return await start()


@pytest.fixture
async def visitor(office: Office) -> Visitor:
    """A visitor who is asked for photos."""
    visitor = office.visitor()
    await visitor.begin(flow="seller")
    status, reply = await visitor.send(question="timeline", choice="now")
    assert (status, reply["ask"]["question"]) == (200, "photos")
    return visitor


async def send(
    visitor: Visitor,
    data: Any = JPEG,
    name: str = "front.jpg",
    *,
    id_: str = "",
    question: str = "photos",
    token: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, dict[str, Any]]:
    """POST a file."""
    asked = {"id": id_ or str(uuid4()), "question": question}
    sent = {"Authorization": f"Bearer {token or visitor.token}", "X-File-Name": quote(name)}
    async with visitor.http.post(
        f"{visitor.url}/files",
        params=asked,
        data=io.BytesIO(data) if isinstance(data, bytes) else data,
        headers={**sent, **(headers or {})},
    ) as reply:
        return reply.status, await reply.json()


async def test_a_question_that_takes_files_says_so(visitor: Visitor) -> None:
    assert visitor.last["ask"]["upload"] == {
        "accept": "image/*",
        "max_bytes": FILE_LIMIT,
        "many": True,
    }


async def test_a_file_answers_its_question_and_is_kept_with_the_turn(
    office: Office, visitor: Visitor
) -> None:
    status, reply = await send(visitor)
    assert status == 200
    assert [(m["from"], m["text"]) for m in reply["messages"]] == [
        ("visitor", "📎 front.jpg"),
        ("bot", "Who am I helping?"),
    ]
    assert reply["messages"][0]["file"] == {
        "name": "front.jpg",
        "type": "image/jpeg",
        "size": len(JPEG),
    }
    store = office.doorstep.store
    (listed,) = await store.uploads(visitor.id)
    kept = await store.upload(visitor.id, listed.id)
    assert kept is not None
    assert (kept.data, kept.question, kept.seq) == (JPEG, "photos", reply["messages"][0]["seq"])
    row = await store.conversation(visitor.id)
    assert row is not None
    lead = await store.lead(row.lead_id)
    assert lead is not None
    assert json.loads(lead.fields)["photos"] == "front.jpg"


async def test_more_files_follow_without_asking_anything_again(
    office: Office, visitor: Visitor
) -> None:
    await send(visitor)
    status, reply = await send(visitor, PNG, "plan.png")
    assert status == 200
    assert [m["from"] for m in reply["messages"]] == ["visitor"]
    assert reply["ask"]["question"] == "name"
    store = office.doorstep.store
    assert [file.name for file in await store.uploads(visitor.id)] == ["front.jpg", "plan.png"]
    row = await store.conversation(visitor.id)
    lead = await store.lead(row.lead_id) if row else None
    assert lead is not None
    assert json.loads(lead.fields)["photos"] == "front.jpg, plan.png"


async def test_the_same_file_id_again_gets_the_same_reply_and_keeps_one(
    office: Office, visitor: Visitor
) -> None:
    id_ = str(uuid4())
    replies = await asyncio.gather(*(send(visitor, id_=id_) for _ in range(5)))
    later = await send(visitor, id_=id_)
    assert all(reply == later for reply in replies)
    assert len(await office.doorstep.store.uploads(visitor.id)) == 1


async def test_a_skipped_question_still_takes_a_file_later(
    office: Office, visitor: Visitor
) -> None:
    await visitor.send(question="photos", skip=True)
    status, reply = await send(visitor)
    assert (status, reply["ask"]["question"]) == (200, "name")
    assert len(await office.doorstep.store.uploads(visitor.id)) == 1


async def test_where_no_file_is_asked_for_nothing_is_kept(office: Office) -> None:
    visitor = office.visitor()
    await visitor.begin(flow="seller")
    for question in ("timeline", "photos", "nothing", ""):
        status, reply = await send(visitor, question=question)
        assert (status, reply["error"]["code"]) == (409, "stale_question")
    assert await office.doorstep.store.uploads(visitor.id) == []


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 422, "invalid"),
        (b"<svg onload='alert(1)'/>", 415, "not_a_file"),
        (b"<html><script>", 415, "not_a_file"),
        (b"MZ\x90\x00", 415, "not_a_file"),
        (b"PK\x03\x04", 415, "not_a_file"),
    ],
)
async def test_what_is_neither_picture_nor_pdf_is_refused_whatever_it_calls_itself(
    office: Office, visitor: Visitor, data: bytes, status: int, code: str
) -> None:
    told = await send(visitor, data, "a.jpg", headers={"Content-Type": "image/jpeg"})
    assert (told[0], told[1]["error"]["code"]) == (status, code)
    assert await office.doorstep.store.uploads(visitor.id) == []


async def test_five_megabytes_pass_and_a_byte_more_does_not(visitor: Visitor) -> None:
    whole = JPEG.ljust(FILE_LIMIT, b"x")
    assert (await send(visitor, whole))[0] == 200
    status, reply = await send(visitor, whole + b"x")
    assert (status, reply["error"]["code"]) == (413, "too_large")

    async def drip() -> Any:
        for _ in range(6):
            yield JPEG.ljust(1 << 20, b"x")

    status, reply = await send(visitor, drip())  # says no length
    assert (status, reply["error"]["code"]) == (413, "too_large")


async def test_other_requests_keep_their_small_limit(visitor: Visitor) -> None:
    status, reply = await visitor.send(question="photos", text="x" * 70_000)
    assert (status, reply["error"]["code"]) == (413, "too_large")


async def test_a_strangers_file_is_not_even_read(visitor: Visitor) -> None:
    status, reply = await send(visitor, token="x" * 32)
    assert (status, reply["error"]["code"]) == (401, "unauthorized")


async def test_a_conversation_holds_so_many_files(visitor: Visitor) -> None:
    first = str(uuid4())
    await send(visitor, id_=first)
    for n in range(FILES_LIMIT - 1):
        assert (await send(visitor, PNG, f"{n}.png"))[0] == 200
    status, reply = await send(visitor)
    assert (status, reply["error"]["code"]) == (422, "too_many_files")
    assert (await send(visitor, id_=first))[0] == 200


async def test_many_files_at_once_are_asked_to_wait(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "AT_ONCE", 0)
    status, _ = await send(visitor)
    assert status == 503


async def test_a_listed_page_may_send_files(office: Office) -> None:
    url = f"{office.base}/api/v1/conversations/x/files"
    async with office.http.options(url, headers={"Origin": "https://homes.example"}) as reply:
        assert "x-file-name" in reply.headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize(
    ("given", "kind", "name"),
    [
        ("front door.JPG", "image/jpeg", "front door.jpg"),
        ("plan.pdf", "application/pdf", "plan.pdf"),
        ("virus.exe", "image/png", "virus.exe.png"),
        ("../../etc/passwd", "image/png", "passwd.png"),
        ("C:\\fakepath\\küche.jpeg", "image/jpeg", "küche.jpeg"),
        ('a"; filename="b.html', "image/gif", "a filename= b.html.gif"),
        ("a\r\nSet-Cookie: x=1.jpg", "image/jpeg", "aSet-Cookie x=1.jpg"),
        ("\u202egpj.exe", "image/jpeg", "gpj.exe.jpg"),
        ("", "image/webp", "file.webp"),
        (".htaccess", "image/webp", "htaccess.webp"),
        ("...", "image/heic", "file.heic"),
        ("بيت.png", "image/png", "بيت.png"),
    ],
)
def test_a_name_is_safe_and_still_the_visitors(given: str, kind: str, name: str) -> None:
    assert clean_name(given, kind) == name


def test_a_name_is_never_too_long_and_always_has_the_ending_of_its_type() -> None:
    for kind, endings in ENDINGS.items():
        name = clean_name("x" * 500 + ".jpg", kind)
        assert len(name) <= NAME_LIMIT
        assert name.rpartition(".")[2] in endings


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (JPEG, "image/jpeg"), (PNG, "image/png"), (PDF, "application/pdf"),
        (b"GIF89a...", "image/gif"), (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypavif", "image/avif"),
        (b"\x00\x00\x00\x18ftypmp42", ""), (b"RIFF\x00\x00\x00\x00WAVE", ""), (b"\xff\xd8", ""),
    ],
)  # fmt: skip
def test_a_type_is_told_by_the_bytes(data: bytes, kind: str) -> None:
    assert type_of(data) == kind
