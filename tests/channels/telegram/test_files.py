"""Photos and documents of Telegram visitors: kept where a question asks for them, else not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.replies import FILE_LIMIT
from storage.rows import Upload
from tests.channels.office import UPLOADS
from tests.channels.telegram.phone import Phone, chatting
from tests.channels.test_uploads import JPEG, PDF
from tests.fakes.botapi import FakeBotApi

SITE = """
company: Oak & Lane
default_market: austin
markets: {austin: {country: US, currency: USD, tz: America/Chicago}}
"""


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    folder = tmp_path / "flows"
    folder.mkdir()
    (folder / "site.yaml").write_text(SITE, "utf-8")
    (folder / "seller.yaml").write_text(UPLOADS, "utf-8")
    return folder


def photo(api: FakeBotApi, id_: str, data: bytes = JPEG, **more: Any) -> dict[str, Any]:
    """A photo in two sizes, as Telegram sends it."""
    api.files[id_] = data
    sizes = [
        {"file_id": f"{id_}-small", "file_unique_id": "s", "width": 9, "height": 9},
        {"file_id": id_, "file_unique_id": "l", "width": 90, "height": 90, "file_size": 9},
    ]
    return {"photo": sizes, **more}


def document(api: FakeBotApi, name: str, data: bytes, size: int = 9) -> dict[str, Any]:
    api.files["doc"] = data
    given = {"file_id": "doc", "file_unique_id": "d", "file_name": name, "file_size": size}
    return {"document": given}


async def kept(it: Phone) -> Sequence[Upload]:
    store = it.doorstep.store
    row = await store.conversation_of_peer("telegram", str(it.chat))
    assert row is not None
    return await store.uploads(row.id)


async def asked_for_photos(it: Phone) -> None:
    await it.say("/start f-seller")
    assert (await it.say("Now"))[-1] == "Would you like to send a few photos?"


async def test_a_photo_answers_the_question_for_photos_and_is_kept(
    api: FakeBotApi, tmp_path: Path, flows: Path
) -> None:
    async with chatting(tmp_path / "data", api, flows=flows) as it:
        await asked_for_photos(it)
        said = await it.send(**photo(api, "big", caption="the kitchen"))
        assert said == ["Who am I helping?"]
        (file,) = await kept(it)
        whole = await it.doorstep.store.upload(file.conversation, file.id)
        assert whole is not None
        assert (whole.data, whole.type, whole.question) == (JPEG, "image/jpeg", "photos")
        lines = await it.doorstep.store.messages(file.conversation)
        (mine,) = [line for line in lines if line.seq == file.seq]
        assert mine.text == f"📎 {file.name}: the kitchen"


async def test_an_album_is_kept_whole_and_the_next_question_asked_once(
    api: FakeBotApi, tmp_path: Path, flows: Path
) -> None:
    async with chatting(tmp_path / "data", api, flows=flows) as it:
        await asked_for_photos(it)
        said = [await it.send(**photo(api, f"p{n}", media_group_id="7")) for n in range(3)]
        assert said == [["Who am I helping?"], [], []]
        assert len(await kept(it)) == 3
        await it.say("Ann Lee")
        assert '"name":"Ann Lee"' in (await it.lead()).fields


async def test_a_document_keeps_its_cleaned_name(
    api: FakeBotApi, tmp_path: Path, flows: Path
) -> None:
    async with chatting(tmp_path / "data", api, flows=flows) as it:
        await asked_for_photos(it)
        await it.send(**document(api, "../floor plan.pdf", PDF))
        assert [file.name for file in await kept(it)] == ["floor plan.pdf"]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ((JPEG, FILE_LIMIT + 1), "too large"),
        ((JPEG.ljust(FILE_LIMIT + 1, b"x"), 0), "too large"),
        ((b"MZ\x90\x00", 9), "pictures and PDFs only"),
    ],
)
async def test_what_cannot_be_kept_is_said_and_the_question_repeated(
    sent: tuple[bytes, int], words: str, api: FakeBotApi, tmp_path: Path, flows: Path
) -> None:
    async with chatting(tmp_path / "data", api, flows=flows) as it:
        await asked_for_photos(it)
        said = await it.send(**document(api, "a.jpg", *sent))
        assert words in said[0]
        assert said[-1] == "Would you like to send a few photos?"
        assert not await kept(it)


async def test_a_file_that_does_not_come_is_asked_for_again(
    api: FakeBotApi, tmp_path: Path, flows: Path
) -> None:
    async with chatting(tmp_path / "data", api, flows=flows) as it:
        await asked_for_photos(it)
        api.fail("getFile", status=502, times=1)
        await it.send(**photo(api, "late"))
        assert len(await kept(it)) == 1  # the second try brought it
        await it.send(document={"file_id": "gone", "file_unique_id": "g"})
        assert len(await kept(it)) == 1


async def test_where_no_question_asks_for_files_a_photo_is_not_even_fetched(
    api: FakeBotApi, tmp_path: Path, flows: Path
) -> None:
    async with chatting(tmp_path / "data", api, flows=flows) as it:
        await it.say("/start f-seller")
        said = await it.send(**photo(api, "early"))
        assert "I haven't kept it" in said[0]
        assert not api.sent("getFile")
        assert not await kept(it)


async def test_the_token_is_in_no_log(
    api: FakeBotApi, tmp_path: Path, flows: Path, caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    async with chatting(tmp_path / "data", api, flows=flows) as it:
        await asked_for_photos(it)
        await it.send(document={"file_id": "gone", "file_unique_id": "g"})
    told = capsys.readouterr()
    assert api.token not in caplog.text + told.out + told.err
