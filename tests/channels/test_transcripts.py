"""A visitor's copy by e-mail: as the conversation is, once, or honestly not at all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.alerts.outcomes import Delivered
from bot.channels.limits import Limits
from bot.channels.refusals import Refusal
from bot.letters import WORDS
from bot.widget_words import CODES, MAIL
from storage.rows import Batch, DoNotContactRow
from tests.alerts.office import until
from tests.channels.conftest import Start
from tests.channels.office import Office, Visitor
from tests.fakes.mailbox import Mailbox, mailbox


@pytest.fixture
async def box() -> AsyncIterator[Mailbox]:
    async with mailbox() as box:
        yield box


@pytest.fixture
async def mailing(start: Start, box: Mailbox) -> Office:
    """An office with a mail server."""
    return await start(smtp_url=box.url)


async def ask(visitor: Visitor, email: Any) -> tuple[int, dict[str, Any]]:
    url, headers = f"{visitor.url}/transcript", visitor.bearer
    async with visitor.http.post(url, json={"email": email}, headers=headers) as reply:
        return reply.status, await reply.json()


async def test_the_visitor_gets_the_whole_conversation_in_both_forms(
    mailing: Office, box: Mailbox
) -> None:
    visitor = mailing.visitor()
    await visitor.begin(source={"page": "https://homes.example"})
    await visitor.send(question="timeline", choice="now")
    await visitor.send(question="financing", text="<script>alert(1)</script> & cash")
    assert await ask(visitor, " ann@example.com ") == (
        200,
        {"queued": True, "email": "ann@example.com"},
    )
    await until(lambda: box.letters)
    assert box.envelopes == [("hello@oak.example", ["ann@example.com"])]
    assert box.letter["Subject"] == "Your chat with Oak & Lane"
    for message in (await visitor.state(0))["messages"]:
        assert message["text"] in box.text().replace("\r\n", "\n")
    page = box.text("html")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "http" not in page.replace("https://", "")  # no picture, nothing that calls home
    assert "<a " not in page
    assert "<img" not in page


async def test_the_same_wish_again_is_one_letter_and_a_longer_chat_another(
    mailing: Office, box: Mailbox
) -> None:
    visitor = mailing.visitor()
    await visitor.begin()
    for _ in range(3):
        await ask(visitor, "ann@example.com")
    await until(lambda: box.letters)
    await visitor.send(question="timeline", choice="now")
    await ask(visitor, "ann@example.com")
    await until(lambda: len(box.letters) == 2)
    rows = await mailing.doorstep.store.outbox()
    assert len([row for row in rows if row.kind == "transcript.mail"]) == 2
    assert all("timeline" not in row.payload and "move" not in row.payload for row in rows)


async def test_an_office_without_mail_says_so_and_does_not_offer_it(visitor: Visitor) -> None:
    status, reply = await ask(visitor, "ann@example.com")
    assert (status, reply["error"]["code"]) == (404, "no_mail")
    assert CODES[MAIL] not in (await visitor.state(0))["words"]


async def test_an_office_with_mail_offers_it(mailing: Office) -> None:
    visitor = mailing.visitor()
    begun = await visitor.begin()
    assert begun["words"][CODES[MAIL]] == MAIL
    assert (await visitor.state(0))["words"] == begun["words"]
    assert "words" not in (await visitor.send(question="timeline", choice="now"))[1]


@pytest.mark.parametrize(
    "email", ["", "ann", "ann@x\r\nBcc: all@example.com", 7, None, "a" * 300 + "@example.com"]
)
async def test_what_is_no_address_is_refused(mailing: Office, email: Any) -> None:
    visitor = mailing.visitor()
    await visitor.begin()
    status, reply = await ask(visitor, email)
    assert (status, reply["error"]["field"]) == (422, "email")


async def test_a_stranger_cannot_have_it_sent(mailing: Office) -> None:
    visitor = mailing.visitor()
    await visitor.begin()
    visitor.token = "x" * 32
    assert (await ask(visitor, "ann@example.com"))[0] == 401


async def test_who_wants_no_letters_gets_none(mailing: Office, box: Mailbox) -> None:
    store, now = mailing.doorstep.store, datetime.now(UTC)
    await store.commit(
        Batch(do_not_contact=(DoNotContactRow("email:ann@example.com", "stop", now),))
    )
    visitor = mailing.visitor()
    await visitor.begin()
    assert (await ask(visitor, "Ann@Example.com"))[0] == 200

    transcripts = mailing.doorstep.transcripts
    assert transcripts is not None
    (row,) = [row for row in await store.outbox() if row.kind == "transcript.mail"]
    assert await transcripts.send(row) == Delivered("not sent: the address wants no letters")
    assert not box.letters


def test_letters_are_few_for_an_address_of_the_net() -> None:
    limits = Limits()
    for n in range(5):
        limits.letter("1.2.3.4", f"c{n}", 0.0)
    with pytest.raises(Refusal):
        limits.letter("1.2.3.4", "c9", 0.0)
    limits.letter("1.2.3.5", "c9", 0.0)


def test_every_language_has_every_word_of_a_letter() -> None:
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}
