"""One table of e-mail addresses: typed, spoken, mistyped, broken and hostile."""

from __future__ import annotations

import pytest

from bot.understanding import email
from bot.understanding.types import Slot
from tests.understanding.places import around

SLOT = Slot("email", "email", "email", optional=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dani@example.com", "dani@example.com"),
        ("send to pj@example.com", "pj@example.com"),
        ("buyer@acme.example", "buyer@acme.example"),
        ("joe@shop.test", "joe@shop.test"),
        ("A.User+tag@Example.COM", "A.User+tag@example.com"),
        ("o'brien@example.ie", "o'brien@example.ie"),
        ("its dani@mail.com.", "dani@mail.com"),
        ("me@work.example, thanks", "me@work.example"),
        ("<dani@x.org>", "dani@x.org"),
        ("Dani R <dani@x.org>", "dani@x.org"),
        ("mailto:dani@x.org", "dani@x.org"),
        ("(dani@x.org)", "dani@x.org"),
        ("email is dani@x.org and phone 512 555 0143", "dani@x.org"),
        (" a@b.com ", "a@b.com"),
        ("a@b.com\u200b", "a@b.com"),
        ("ａｄｍｉｎ@example.com", "admin@example.com"),
        ("dani@büro.example.de", "dani@xn--bro-hoa.example.de"),
        ("dani at gmail dot com", "dani@gmail.com"),
        ("dani (at) gmail (dot) com", "dani@gmail.com"),
        ("dani[at]gmail[dot]com", "dani@gmail.com"),
        ("my email is dani underscore r at yahoo dot com", "dani_r@yahoo.com"),
        ("dani dot ramos at gmail dot com", "dani.ramos@gmail.com"),
        ("dani at work dot co dot uk", "dani@work.co.uk"),
        ("lupita arroba gmail punto com", "lupita@gmail.com"),
        ("lupita.ramos arroba gmail.com", "lupita.ramos@gmail.com"),
        ("mi correo es ana guion bajo lopez arroba hotmail punto es", "ana_lopez@hotmail.es"),
        ("max punkt muster at gmx punkt de", "max.muster@gmx.de"),
        ("max ät web punkt de", "max@web.de"),
        ("khalid آت gmail دوت com", "khalid@gmail.com"),
        ("ايميلي khalid@gmail.com", "khalid@gmail.com"),
        ("correo: ana@empresa.com.mx", "ana@empresa.com.mx"),
    ],
)
def test_an_address_is_read(text: str, value: str) -> None:
    reading = email.read(text, SLOT, around())
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(
    ("typed", "suggest"),
    [
        ("joe@gmial.com", "joe@gmail.com"),
        ("joe@gmail.con", "joe@gmail.com"),
        ("joe@gmal.com", "joe@gmail.com"),
        ("joe@hotmial.com", "joe@hotmail.com"),
        ("joe@yaho.com", "joe@yahoo.com"),
        ("joe@outlok.com", "joe@outlook.com"),
        ("joe@iclould.com", "joe@icloud.com"),
        ("joe@wed.de", "joe@web.de"),
        ("joe@gmaul.com", "joe@gmail.com"),
    ],
)
def test_a_mistyped_domain_is_asked_about_and_never_changed(typed: str, suggest: str) -> None:
    reading = email.read(typed, SLOT, around())
    assert reading is not None
    assert (reading.value, reading.sure, reading.ask) == (typed, False, "email_typo")
    assert dict(reading.ask_with) == {"typed": typed, "suggest": suggest}


@pytest.mark.parametrize(
    "text", ["joe@ymail.com", "joe@mail.com", "joe@gmx.at", "joe@acme.com", "joe@hotmail.co.uk"]
)
def test_a_real_domain_that_looks_like_another_gets_no_hint(text: str) -> None:
    reading = email.read(text, SLOT, around())
    assert reading is not None
    assert (reading.value, reading.ask) == (text, "")


@pytest.mark.parametrize(
    "text",
    [
        "a@b",
        "dani@gmail",
        ".a@c.com",
        "a..b@c.com",
        "a@b.com\r\nBcc: evil@x.y",
        "a@b.com%0ABcc:evil@x.y",
        "a@b.com\0.evil.com",
        "a@b.com, c@d.com",
        "a@b.com;c@d.com",
        "a@b.com or c@d.com",
        "alice@example.org)bob@evil.com",
        '"\\"><script>"@x.com',
        "-oQ/tmp -X/tmp/x@b.com",
        "a" * 320 + "@b.com",
        "a@b." + "c" + "o" * 60 + "m",
        "a" * 25,
        "I'm at work.",
        "meet me at the house dot",
        "Dani",
        "512-555-0143",
    ],
)
def test_what_is_no_single_clean_address_is_never_stored(text: str) -> None:
    reading = email.read(text, SLOT, around())
    assert reading is None or reading.value is None
    assert email.find(text, SLOT, around()) == []


def test_a_look_alike_letter_is_kept_but_flagged() -> None:
    reading = email.read("аdmin@example.com", SLOT, around())
    assert reading is not None
    assert (reading.value, reading.sure) == ("аdmin@example.com", False)


@pytest.mark.parametrize(
    ("text", "preference"),
    [
        ("no", None),
        ("no uso", None),
        ("skip", None),
        ("don't have one", None),
        ("just call me", None),
        ("text me instead", "text"),
        ("mejor por whatsapp", "text"),
        ("keine E-Mail", None),
        ("lieber telefonisch", "phone"),
        ("ما عندي ايميل", None),
    ],
)
def test_no_address_is_a_refusal_and_the_wish_is_kept(text: str, preference: str | None) -> None:
    reading = email.read(text, SLOT, around())
    assert reading is not None
    assert reading.refused
    assert reading.extra.get("contact_pref") == preference


def test_a_broken_address_is_asked_back() -> None:
    reading = email.read("dani@gmail", SLOT, around())
    assert reading is not None
    assert (reading.value, reading.ask) == (None, "email.broken")
