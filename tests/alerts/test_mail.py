"""Letters over real SMTP: whole, safe in their headers, tried again where that helps."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.alerts.mail import Letter, Postman, is_address, letter_row, read_smtp_url
from bot.alerts.outcomes import Again, Delivered, Hopeless
from bot.alerts.runner import OutboxRunner
from bot.errors import UserMistake
from storage.sqlite import open_store
from tests.alerts.office import until
from tests.fakes.mailbox import Mailbox, mailbox

NOW = datetime(2026, 3, 10, 20, 5, tzinfo=UTC)
HELLO = Letter("visitor@example.com", "Your chat", "Hello ✓\n.\nlast line", "<p>Hello ✓</p>")


def postman(box: Mailbox, name: str = "Oak & Lane") -> Postman:
    return Postman(read_smtp_url(box.url), lambda: name, lambda: NOW)


async def test_a_letter_arrives_whole_with_both_its_forms() -> None:
    async with mailbox() as box:
        assert await postman(box).post(HELLO, "k") == Delivered("e-mail")
        assert box.envelopes == [("hello@oak.example", ["visitor@example.com"])]
        assert box.letter["From"] == "Oak & Lane <hello@oak.example>"
        assert box.letter["To"] == "visitor@example.com"
        assert box.text().replace("\r\n", "\n") == "Hello ✓\n.\nlast line\n"
        assert "<p>Hello ✓</p>" in box.text("html")
        assert box.letter["Auto-Submitted"] == "auto-generated"


async def test_no_subject_and_no_name_can_begin_another_header() -> None:
    subject = "Hi\r\nBcc: all@example.com\r\n\r\nOwn body\u2028X-Mine: 1"
    async with mailbox() as box:
        sent = postman(box, "Oak\r\nBcc: all@example.com")
        assert isinstance(
            await sent.post(Letter("v@example.com", subject, "text"), "k"), Delivered
        )
        assert box.envelopes[0][1] == ["v@example.com"]
        assert "Bcc" not in box.letter
        assert "X-Mine" not in box.letter
        head = box.raw[0].split(b"\r\n\r\n", 1)[0].lower()
        assert b"\r\nbcc:" not in head
        assert box.text().strip() == "text"


@pytest.mark.parametrize(
    "to",
    [
        "v@example.com\r\nRCPT TO:<x@example.com>", "v@example.com>", "a b@example.com", "@", "",
        "v@example.com,x@example.com", '"v"@example.com', "v@-x.com", "v..w@example.com", "v@",
        "ü@example.com", "a" * 250 + "@x.de",
    ],
)  # fmt: skip
async def test_what_is_no_address_is_never_written_to(to: str) -> None:
    async with mailbox() as box:
        assert not is_address(to)
        assert isinstance(await postman(box).post(Letter(to, "s", "t"), "k"), Hopeless)
        assert not box.letters


@pytest.mark.parametrize("good", ["o'brien+x@mail.example.co.uk", "a.b_c@xn--mnchen-3ya.de"])
def test_unusual_addresses_are_addresses(good: str) -> None:
    assert is_address(good)


async def test_a_repeat_is_the_same_letter() -> None:
    async with mailbox() as box:
        for _ in range(2):
            await postman(box).post(HELLO, "k")
        await postman(box).post(HELLO, "another")
        ids = [letter["Message-ID"] for letter in box.letters]
        assert ids[0] == ids[1] != ids[2]


async def test_half_characters_do_not_stop_a_letter() -> None:
    async with mailbox() as box:
        done = await postman(box).post(Letter("v@example.com", "a\ud800", "b\ud800"), "k")
        assert isinstance(done, Delivered)
        assert "b" in box.text()


async def test_a_server_that_asks_to_wait_is_tried_again_and_one_that_refuses_is_not() -> None:
    async with mailbox() as box:
        box.answers += ["451 4.3.0 later", "554 5.7.1 visitor@example.com is spam"]
        assert isinstance(await postman(box).post(HELLO, "k"), Again)
        refused = await postman(box).post(HELLO, "k")
        assert refused == Hopeless("the mail server refuses the letter (554)")


async def test_a_server_that_is_away_is_tried_again() -> None:
    async with mailbox() as box:
        away = postman(box)
    assert isinstance(await away.post(HELLO, "k"), Again)


async def test_a_password_is_never_sent_without_tls() -> None:
    async with mailbox() as box:
        url = box.url.replace("smtp://", "smtp://user:secret@")
        done = await Postman(read_smtp_url(url), lambda: "Oak", lambda: NOW).post(HELLO, "k")
        assert isinstance(done, Again)
        assert "TLS" in done.why
        assert "secret" not in done.why
        assert not box.letters


async def test_whether_letters_would_leave_is_known_without_one() -> None:
    async with mailbox() as box:
        assert await postman(box).greet() == ""
        secret = Postman(
            read_smtp_url(box.url.replace("smtp://", "smtp://user:secret@")), str, lambda: NOW
        )
        assert "TLS" in await secret.greet()
        away = postman(box)
        assert not box.letters
    assert "cannot be reached" in await away.greet()


async def test_a_queued_letter_is_sent_once_also_after_a_refusal(tmp_path: Path) -> None:
    async with mailbox() as box:
        box.answers.append("451 4.3.0 later")
        store = open_store(tmp_path)
        runner = OutboxRunner(store, {"mail": postman(box)}, jitter=lambda: 0.0)
        running = asyncio.create_task(runner.run())
        row = letter_row("digest:1", HELLO, datetime.now(UTC))
        await store.enqueue([row])
        await store.enqueue([row])
        runner.wake()
        await until(lambda: box.letters)
        await runner.stop()
        await running
        assert [row.state for row in await store.outbox()] == ["sent"]
        assert box.letter["Subject"] == "Your chat"
        await store.close()


@pytest.mark.parametrize(
    ("url", "port", "tls", "sender"),
    [
        ("smtp://mail.example.com?from=a@b.de", 587, "offered", "a@b.de"),
        ("smtp://a%40b.de:p%2Fw@mail.example.com:2525", 2525, "needed", "a@b.de"),
        ("smtps://u:p@mail.example.com?from=a@b.de", 465, "at once", "a@b.de"),
        ("smtp://u:p@localhost:1025?from=a@b.de&tls=off", 1025, "off", "a@b.de"),
    ],
)
def test_an_address_of_a_server_says_all_there_is_to_know(
    url: str, port: int, tls: str, sender: str
) -> None:
    smtp = read_smtp_url(url)
    assert (smtp.port, smtp.tls, smtp.sender) == (port, tls, sender)
    assert not smtp.password or f"password='{smtp.password}'" not in repr(smtp)


@pytest.mark.parametrize(
    "url", ["mail.example.com", "http://x", "smtp://", "smtp://h", "smtp://h:x"]
)
def test_an_address_that_cannot_be_used_is_explained(url: str) -> None:
    with pytest.raises(UserMistake, match=r"DOORSTEP_SMTP_URL.*for example smtp://"):
        read_smtp_url(url)
