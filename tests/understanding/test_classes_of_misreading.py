"""Classes of what was once misread or not read, in all languages and through the shipped flows.

Each row: kind, market, flow and question, and what each text must come to.
"""

from __future__ import annotations

from typing import Any, Final

import pytest

from tests.understanding import denials, denials_abroad, second_thoughts, taken_back
from tests.understanding.reading_alone import outcome, read_alone

ASK, SKIP, NONE = "ask", "skip", None
TABLES: Final[dict[tuple[str, str, str], dict[str, Any]]] = {
    ("money", "austin", "buyer.budget"): {
        "four to five hundred": (400000, 500000),
        "four to five hundred thousand": (400000, 500000),
        "4 50 000": NONE,
        "$4.5e5": NONE,
        "a mil": 1000000,
        "one dollar and one and one point": ASK,
        "uh four hundred fifty thousand I guess": 450000,
        "my score is 580": NONE,
        "fico 720, 450k": 450000,
    },
    ("money", "austin", "renter.budget"): {
        "fifteen to eighteen hundred": (1500, 1800),
        "between twelve and fifteen hundred": (1200, 1500),
        "two to twenty five hundred": (2000, 2500),
        "15-18 hundred": (1500, 1800),
    },
    ("money", "cdmx", "renter.budget"): {
        "15": 15000,
        "hasta 18": 18000,
        "12 a 15": (12000, 15000),
        "quince": 15000,
    },
    ("money", "madrid", "renter.budget"): {"de 800 a mil": (800, 1000)},
    ("money", "berlin", "buyer.budget"): {"350.000€-400.000€": (350000, 400000)},
    ("money", "berlin", "renter.budget"): {"zwölf- bis fünfzehnhundert": (1200, 1500)},
    ("money", "dubai", "buyer.budget"): {
        "مليون إلا ربع": 750000,
        "مليونين إلا ربع": 1750000,
        "مليون وربع": 1250000,
    },
    ("number", "austin", "saas_demo.team_size"): {
        "half a dozen": 6,
        "5 people, 2 offices": 5,
        "a dozen": 12,
    },
    ("yesno", "austin", "mortgage.docs"): {
        "yes and no": NONE,
        "i think so": True,
        "probably not": False,
        "go on then": True,
        "please don't": False,
        "I'd rather you didn't": False,
    },
    ("yesno", "berlin", "mortgage.docs"): {
        "sicher nicht": False,
        "sicher": True,
        "ich glaube schon": True,
        "ich glaube nicht": False,
        "jein": NONE,
        "mach ruhig": True,
    },
    ("yesno", "madrid", "mortgage.docs"): {"creo que sí": True, "creo que no": False},
    ("yesno", "dubai", "mortgage.docs"): {"طبعا لا": False, "طبعا": True},
    ("choice", "austin", "seller.owner"): {
        "no, it's my landlord's house": "not_owner",
        "its my landlords": "not_owner",
        "im the landlord": "owner",
        "my husband owns it": "representative",
    },
    ("choice", "madrid", "seller.owner"): {"es de mi casero": "not_owner"},
    ("choice", "berlin", "seller.owner"): {"nein, das gehört meinem Vermieter": "not_owner"},
    ("choice", "dubai", "seller.owner"): {"أنا مستأجر": "not_owner"},
    ("choice", "austin", "listing.appointment"): {
        "can i get a video tour": "video",
        "could we do a virtual viewing": "video",
        "no video, in person": "tour",
        "can I see it": "tour",
    },
    ("choice", "austin", "buyer.has_agent"): {
        "signed nothing": "no",
        "just you guys": "no",
        "working with someone": "informal",
    },
    ("choice", "dubai", "investor.strategy"): {
        "شراء واحتفاظ للإيجار": "buy_hold",
        "إيجار يومي": "str",
    },
    ("area", "austin", "buyer.area"): {
        "anywhere but austin": NONE,
        "anywhere but round rock": NONE,
        "anywhere": "Austin",
    },
    ("phone", "austin", "buyer.phone"): {
        "512-555-0143, sorry 0144": "+15125550144",
        "512-555-0143 after 5": "+15125550143",
        "512-555-0143 and budget is actually 500": "+15125550143",
        "512-555-0143 no wait the last four are 0144": "+15125550144",
        "512-555-0143 oops, 44 at the end": "+15125550144",
    },
    ("phone", "leeds", "buyer.phone"): {
        "oh seven nine double one, one two three four five six": "+447911123456"
    },
    ("email", "austin", "buyer.email"): {
        "dani poe at gmail dot com": "danipoe@gmail.com",
        "my email is dani 2 4 at gmail dot com": "dani24@gmail.com",
        "dani @ gmail . com": "dani@gmail.com",
        "dani@gmail.com not dani@gmial.com": "dani@gmail.com",
        "a@b.c": ASK,
    },
    ("email", "dubai", "buyer.email"): {"sara آت جيميل دوت كوم": "sara@gmail.com"},
    ("name", "austin", "buyer.name"): {
        "uh Dani I guess": "Dani",
        "Dani is my name": "Dani",
        "Lee and 512-555-0142": "Lee",
        "Lee and lee@example.com": "Lee",
        "Dani Poe, buying with my wife": "Dani Poe",
    },
    ("name", "madrid", "buyer.name"): {"la señora Ruiz": "Ruiz", "familia Gómez": "Gómez"},
    ("name", "berlin", "buyer.name"): {"Müller mein Name": "Müller", "Eheleute Braun": "Braun"},
    ("name", "dubai", "buyer.name"): {"المهندس علي": "علي", "السيد علي حسن": "علي حسن"},
    ("timeline", "austin", ""): {
        "next year some time in june": "12m_plus",
        "next year, probably june": "12m_plus",
        "june": "1_3m",
    },
    ("timeline", "madrid", ""): {"a la vuelta del verano": "3_6m"},
    ("timeline", "berlin", ""): {
        "KW 20": "1_3m",
        "in der 30. Kalenderwoche": "3_6m",
        "KW 5": "6_12m",
        "zum nächsten Ersten": "now",
        "in einem Vierteljahr": "1_3m",
        "in einem dreiviertel Jahr": "6_12m",
        "heuer": "6_12m",
    },
    ("timeline", "dubai", ""): {"السنة القادمة في يونيو": "12m_plus", "أتصفح فقط": "browsing"},
    ("datetime", "austin", ""): {
        "a week from saturday at 11": "2026-03-21T11:00",
        "saturday week 11am": "2026-03-21T11:00",
        "saturday at 9": "2026-03-14T09:00",
        "friday the 14th": NONE,
        "saturday the 14th at 11": "2026-03-14T11:00",
    },
    ("datetime", "madrid", ""): {
        "el 14 a las 12": "2026-03-14T12:00",
        "cinco menos cuarto el jueves": "2026-03-12T16:45",
    },
    ("datetime", "berlin", ""): {
        "Mo 9:00": "2026-03-16T09:00",
        "morgen viertel sechs": "2026-03-11T17:15",
        "fünf nach halb drei morgen": "2026-03-11T14:35",
        "fünf vor halb drei morgen": "2026-03-11T14:25",
        "Donnerstagnachmittag um drei": "2026-03-12T15:00",
        "Samstag in einer Woche um 11": "2026-03-21T11:00",
    },
    ("datetime", "dubai", ""): {"خمسة إلا ربع بكرة": "2026-03-11T16:45"},
}
ROWS = [
    (where, text, wanted)
    for table in (
        TABLES,
        denials.TABLES,
        denials.KEPT,
        second_thoughts.TABLES,
        denials_abroad.TABLES,
        taken_back.TABLES,
    )
    for where, texts in table.items()
    for text, wanted in texts.items()
]


@pytest.mark.parametrize(("where", "text", "wanted"), ROWS)
def test_what_was_once_misread_is_right(
    where: tuple[str, str, str], text: str, wanted: Any
) -> None:
    kind, market, question = where
    flow, _, asked = question.partition(".")
    assert outcome(read_alone(kind, text, market, flow, asked)) == wanted
