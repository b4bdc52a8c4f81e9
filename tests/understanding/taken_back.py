"""What is taken back in the same breath, in the words of every language, by every reader.

Each row: kind, market, flow and question, and what each text must come to.
"""

from __future__ import annotations

from typing import Any, Final

ASK, SKIP, NONE = "ask", "skip", None
TABLES: Final[dict[tuple[str, str, str], dict[str, Any]]] = {
    ("choice", "austin", "listing.has_agent"): {
        "actually no agent": "no",
        "actually not signed with anyone": "no",
        "yes wait no agent": "no",
        "actually no i signed": ASK,
    },
    ("choice", "madrid", "buyer.has_agent"): {
        "espera no tengo agente": "no",
        "sí, espera no tengo agente": NONE,
        "sí, bueno no": "no",
        "sí, o sea no": "no",
    },
    ("choice", "berlin", "buyer.has_agent"): {
        "ja, also nein": "no",
        "ja quatsch nein": "no",
        "ja, vielmehr nein": "no",
        "ach nee doch nicht": "no",
    },
    ("choice", "dubai", "buyer.has_agent"): {"نعم بل لا": "no"},
    ("choice", "austin", "buyer.financing"): {
        "wait no preapproval yet": "not_started",
        "actually no preapproval": "not_started",
        "mortgage wait no cash": "cash",
    },
    ("choice", "dubai", "buyer.financing"): {"كاش لا عفوا تمويل": "not_started"},
    ("yesno", "austin", "mortgage.docs"): {
        "yes or rather no": False,
        "or rather yes": True,
        "yes sorry no": False,
        "no sorry yes": True,
        "wait no i have them": NONE,
        "yes, scratch that": NONE,
        "yes, no wait": NONE,
        "no wait": NONE,
        "yes no actually i think so": True,
    },
    ("yesno", "madrid", "mortgage.docs"): {
        "sí, bueno no": False,
        "bueno no tengo": False,
        "no, perdón": False,
        "sí, o sea no": False,
        "sí no perdón no": False,
        "no, no, perdón, sí": True,
    },
    ("yesno", "berlin", "mortgage.docs"): {
        "ja ach nee": False,
        "ja, ach nein doch nicht": False,
        "nein, ach doch": True,
        "ja, besser gesagt nein": False,
        "ja also nein": False,
        "ja, ach nee, weiß nicht": SKIP,
    },
    ("yesno", "dubai", "mortgage.docs"): {"نعم لا عفوا لا": False, "لا بل نعم": True},
    ("number", "austin", "renter.beds_min"): {
        "2 on second thought 3": 3,
        "2 i meant 3": 3,
    },
    ("number", "madrid", "renter.beds_min"): {
        "2, o sea no, 3": 3,
        "2 no mejor 3": 3,
        "2, quise decir 3": 3,
    },
    ("number", "berlin", "renter.beds_min"): {"2 vielmehr 3": 3, "2, ich meinte 3": 3},
    ("number", "dubai", "renter.beds_min"): {"2 بل 3": 3, "2 لا لحظة 3": 3},
    ("name", "austin", "buyer.name"): {"Ana, on second thought Bob": "Bob"},
    ("name", "madrid", "buyer.name"): {"Ana, no, perdón, Anna": "Anna"},
    ("email", "austin", "buyer.email"): {
        "a.b@gmail.com no wait c.d@gmail.com": "c.d@gmail.com",
        "a.b@gmail.com i mean c.d@gmail.com": "c.d@gmail.com",
        "a.b@gmail.com or c.d@gmail.com": NONE,
    },
    ("email", "berlin", "buyer.email"): {"a.b@web.de nein c.d@web.de": "c.d@web.de"},
    ("email", "madrid", "buyer.email"): {"a.b@gmail.com digo c.d@gmail.com": "c.d@gmail.com"},
    ("phone", "austin", "buyer.phone"): {"512-555-0143 on second thought 0144": "+15125550144"},
    ("phone", "berlin", "buyer.phone"): {
        "0151 23456789, besser gesagt 6788": "+4915123456788",
        "0151 23456789 ach nee 6788": "+4915123456788",
    },
}
