"""One table of names, lead-ins, titles and what is no name."""

from __future__ import annotations

import pytest

from bot.understanding import name
from bot.understanding.types import Slot
from tests.understanding.places import around

SLOT = Slot("name", "name", "name", optional=True)

READ = {
    "austin": {
        "Jennifer": "Jennifer",
        "jen": "Jen",
        "im mike and this is my wife ana": "Mike",
        "You're talking to Rob": "Rob",
        "Rob. Nice to meet you": "Rob",
        "bob. call me at 5": "Bob",
        "sure! Alex Kim": "Alex Kim",
        "Alex Kim (she/her)": "Alex Kim",
        "It's Maria, thanks": "Maria",
        "Maria thanks": "Maria",
        "hello im raj": "Raj",
        "put me down as Kim": "Kim",
        "Tyrone J. Biggs": "Tyrone J. Biggs",
        "Capt. Jack Harris": "Jack Harris",
        "Mrs O'Hara": "O'Hara",
        "Ms. Lee": "Lee",
        "Lee, 512 555 0188": "Lee",
        "I already told you, Dani": "Dani",
        "Dani but call after 5": "Dani",
        "XÆA-12": "XÆA-12",
        "Beyoncé": "Beyoncé",
        "van der Berg": "van der Berg",
        "D'Angelo": "D'Angelo",
        "Smith": "Smith",
        "Prince": "Prince",
        "Mercedes": "Mercedes",
        "Paris Jackson": "Paris Jackson",
        "Austin Reed": "Austin Reed",
        "Dallas": "Dallas",
        "Hope": "Hope",
        "April May": "April May",
        "guest": "Guest",
        "Dani": "Dani",
        "dani": "Dani",
        "its Dani": "Dani",
        "it's dani": "Dani",
        "I'm Dani": "Dani",
        "Im dani": "Dani",
        "i am Dani Ramos": "Dani Ramos",
        "my name is Greg Tally": "Greg Tally",
        "name's Greg": "Greg",
        "the name is Bond": "Bond",
        "this is Priya Nair": "Priya Nair",
        "you can call me Al": "Al",
        "call me Al": "Al",
        "greg tally": "Greg Tally",
        "Greg Tally": "Greg Tally",
        "GREG TALLY": "GREG TALLY",
        "Chris Ode": "Chris Ode",
        "Keisha. and i can go to 1900 if theres parking": "Keisha",
        "Keisha, but i need parking": "Keisha",
        "Tom and I want to see it": "Tom",
        "Hi, I'm Tom and I want to see it": "Tom",
        "sure, it's Nora Quinn": "Nora Quinn",
        "Nora, what about the price?": "Nora",
        "Sarah and my email is s@x.org": "Sarah",
        "John Smith, 512-555-0143": "John Smith",
        "Wendy from next door": "Wendy",
        "Wendy from number 12": "Wendy",
        "Dani here": "Dani",
        "Bob speaking": "Bob",
        "Dani!": "Dani",
        "Dani.": "Dani",
        "Dani 😊": "Dani",
        "Mr. Smith": "Smith",
        "Mr. and Mrs. Smith": "Smith",
        "Dr. Anna Lee": "Anna Lee",
        "Jane Doe, PhD": "Jane Doe",
        "J. R. Ewing": "J. R. Ewing",
        "Martin Luther King Jr.": "Martin Luther King Jr.",
        "o'brien": "O'Brien",
        "mary-jane watson": "Mary-Jane Watson",
        "mcdonald": "McDonald",
        "John O’Neil": "John O’Neil",
        "Will": "Will",
        "May": "May",
        "Jo": "Jo",
        "Dale Cooper": "Dale Cooper",
        "Nguyen Van An": "Nguyen Van An",
        "Zoë Müller-Østergård": "Zoë Müller-Østergård",
        "李小龍": "李小龍",
        "The Johnsons": "The Johnsons",
        "Ng": "Ng",
        "Bo": "Bo",
        "Lupita Ramos": "Lupita Ramos",
        "sam & alex": "Sam & Alex",
    },
    "madrid": {
        "María del Carmen": "María del Carmen",
        "Me llamo Paco, encantado": "Paco",
        "Paco, de Inmobiliaria Sol": "Paco",
        "Don Ramón Gil": "Ramón Gil",
        "D. Luis Prado": "Luis Prado",
        "soy la señora Pérez": "Pérez",
        "Juan Carlos": "Juan Carlos",
        "a nombre de Elena Sanz": "Elena Sanz",
        "Ángel": "Ángel",
        "Consuelo Flores Mata": "Consuelo Flores Mata",
        "Lupita Ramos García": "Lupita Ramos García",
        "soy Lupita Ramos García": "Lupita Ramos García",
        "me llamo Ana de la Cruz": "Ana de la Cruz",
        "ana de la cruz": "Ana de la Cruz",
        "mi nombre es José María López Ortiz": "José María López Ortiz",
        "Hola, soy Marta": "Marta",
        "Doña Carmen Ruiz López": "Carmen Ruiz López",
        "Sra. García": "García",
        "Marta, y quiero verla mañana": "Marta",
        "Juan Pérez y Gómez": "Juan Pérez y Gómez",
        "Pilar, la vecina": "Pilar",
    },
    "berlin": {
        "Herr und Frau Meier": "Meier",
        "Ich bin die Sabine": "Sabine",
        "Sabine Groß-Klein": "Sabine Groß-Klein",
        "Prof. Dr. med. Hans Wurst": "Hans Wurst",
        "Familie Öztürk": "Öztürk",
        "mein name ist lena": "Lena",
        "Lena, freut mich": "Lena",
        "Fr. Schulz": "Schulz",
        "Jan": "Jan",
        "Uwe Klein, 0176 12345678": "Uwe Klein",
        "ich bin Jürgen Müller": "Jürgen Müller",
        "Mein Name ist Dr. Anna Schmidt-Weber": "Anna Schmidt-Weber",
        "Familie Schneider": "Schneider",
        "Frau Dr. Klein": "Klein",
        "Herr Weber": "Weber",
        "Hallo, hier ist Petra": "Petra",
        "ich heiße Uwe": "Uwe",
        "von Weizsäcker": "von Weizsäcker",
        "Petra von nebenan": "Petra",
        "Max Müller und ich suche eine Wohnung": "Max Müller",
        "Groß": "Groß",
        "Schmidt, Peter": "Schmidt, Peter",
    },
    "cdmx": {
        "Lic. Roberto Díaz": "Roberto Díaz",
        "Guadalupe": "Guadalupe",
        "habla José Juan": "José Juan",
    },
    "dubai": {
        "معكم سارة": "سارة",
        "اسمي سعيد المنصوري": "سعيد المنصوري",
        "أبو فهد": "أبو فهد",
        "محمد": "محمد",
        "د. هند العلي": "هند العلي",
        "أنا ليلى من أبوظبي": "ليلى",
        "الأستاذ كريم": "كريم",
        "Fatima Al Zahra": "Fatima Al Zahra",
        "Sheikh Rashid": "Sheikh Rashid",
        "أم سلطان": "أم سلطان",
        "اسمي أم سلطان": "أم سلطان",
        "انا خالد": "خالد",
        "أنا اسمي محمد بن سلمان": "محمد بن سلمان",
        "محمد بن سلمان": "محمد بن سلمان",
        "أبو خالد": "أبو خالد",
        "معك فاطمة": "فاطمة",
        "السيد أحمد": "أحمد",
        "عبد الرحمن": "عبد الرحمن",
        "الشيخ راشد": "الشيخ راشد",
    },
}
READ_ROWS = [
    (market, text, value) for market, rows in READ.items() for text, value in rows.items()
]


@pytest.mark.parametrize(("market", "text", "value"), READ_ROWS)
def test_a_name_is_kept_as_its_owner_writes_it(market: str, text: str, value: str) -> None:
    reading = name.read(text, SLOT, around(market))
    assert reading is not None
    assert reading.value == value


LITERAL = [
    "<b>Bob</b>",
    "O'Brien & Sons <Ltd>",
    "null",
    "Null",
    "None",
    "Robert'); DROP TABLE lead;--",
    "' OR '1'='1",
    "1; ATTACH DATABASE '/tmp/x' AS x",
    '"unbalanced',
    "a NEAR(b",
    "name:secret*",
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "CON",
    "-rf",
    '<a href="tg://user?id=1">Your manager</a>',
    "_*[]()~`>#+-=|{}.!\\",
    "@everyone @admin",
    "𝓑𝓸𝓫",
]


@pytest.mark.parametrize("text", LITERAL)
def test_signs_in_a_name_are_text(text: str) -> None:
    reading = name.read(text, SLOT, around())
    assert reading is not None
    assert reading.value == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bob\nSmith", "Bob Smith"),
        ("Bob\u2028Smith", "Bob Smith"),
        ("Bob\x85Smith", "Bob Smith"),
        ("\ufeffBob", "Bob"),
        ("\x1b[2J\x1b[31mBob", "Bob"),
        ("\u202egnp.exe", "gnp.exe"),
        ("Bob\nScore: 100\nPhone: +1 555 0100", "Bob Score: 100 Phone: +1 555 0100"),
        ("Bob\r\n\r\n🔥 NEW HOT LEAD", "Bob 🔥 NEW HOT LEAD"),
    ],
)
def test_a_name_is_one_line_without_hidden_characters(text: str, value: str) -> None:
    reading = name.read(text, SLOT, around())
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(
    "text",
    """
    no|skip|rather not|pass|anonymous|none of your business|I'd rather not say|not telling|no thanks|no name
    nope|that's private|prefer not to say|idk|doesn't matter|no need
    no gracias|prefiero no decirlo|mejor no|paso|anónimo
    nein|nein danke|lieber nicht|keine Angabe|anonym
    لا|لا شكرا|تخطي|ما أبي أقول
    """.replace("\n", "|").split("|"),
)
def test_declining_is_a_refusal(text: str) -> None:
    if not text.strip():
        return
    reading = name.read(text, SLOT, around())
    assert reading is not None
    assert reading.refused


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\U000e0041\U000e0042",
        "why do you need that?",
        "why?",
        "what?",
        "yes",
        "ok",
        "512-555-0143",
        "dani@example.com",
        "Sure. Tomorrow.",
        "hello! is it free?",
        "https://example.com",
        "450k",
        "3",
        "I'm looking for a house",
        "im not interested",
        "call me now",
        "actually make it 500",
        "tomorrow",
        "is it still available",
        "can i see it saturday",
        "talk to a human",
        "cash",
        "20%",
        "1 million",
        "4417 Shady Ln",
        "dani at gmail dot com",
        "water bottles",
        "sell first",
        "al contado",
        "tres habitaciones",
        "sofort",
        "الحين",
        "شقة في المارينا",
        "sí",
        "quiero comprar una casa",
        "ja",
        "ich suche eine Wohnung",
        "warum?",
        "نعم",
        "ليش؟",
        "x" * 500,
    ],
)
def test_what_is_plainly_no_name_is_no_answer(text: str) -> None:
    reading = name.read(text, SLOT, around())
    assert reading is None or (reading.value is None and not reading.refused)


@pytest.mark.parametrize(
    ("market", "text", "names"),
    [
        ("austin", "hi, my name is dani and i want a 3 bed", ["Dani"]),
        ("austin", "I'm Keisha, 2 bed round rock", ["Keisha"]),
        ("austin", "this is Bob Jones, call me", ["Bob Jones"]),
        ("austin", "im looking for a house", []),
        ("austin", "I'm American", []),
        ("austin", "this is a test", []),
        ("austin", "It's Dani. Looking for 3 bed in Round Rock", ["Dani"]),
        ("madrid", "Hola soy Lupita busco casa", ["Lupita"]),
        ("madrid", "soy propietario", []),
        ("berlin", "ich heiße Uwe und suche eine Wohnung", ["Uwe"]),
        ("berlin", "ich bin Käufer", []),
        ("dubai", "اسمي خالد وابحث عن شقة", ["خالد"]),
    ],
)
def test_a_name_in_running_text_needs_a_lead_in(market: str, text: str, names: list[str]) -> None:
    assert [reading.value for reading in name.find(text, SLOT, around(market))] == names


def test_the_span_leaves_the_rest_of_the_message_to_others() -> None:
    text = "Keisha. and i can go to 1900 if theres parking"
    reading = name.read(text, SLOT, around())
    assert reading is not None
    assert text[slice(*reading.span)] == "Keisha"


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("madrid", "Jorge Luis Hernández Pérez a sus órdenes", "Jorge Luis Hernández Pérez"),
        ("madrid", "me llamo Yesenia, Yesenia Castillo", "Yesenia Castillo"),
        ("madrid", "Concha Pardo de Vera", "Concha Pardo de Vera"),
        ("berlin", "Mehmet Yıldız, angenehm", "Mehmet Yıldız"),
        ("berlin", "Jonas halt", "Jonas"),
        ("dubai", "أخوك عبدالله المنصوري", "عبدالله المنصوري"),
    ],
)
def test_courtesies_around_a_name_are_left_out(place: str, text: str, expected: str) -> None:
    reading = name.read(text, SLOT, around(place))
    assert reading is not None
    assert reading.value == expected
