"""What is denied, is only a part, or is taken back, in Spanish, German and Arabic.

Each row: kind, market, flow and question, and what each text must come to.
"""

from __future__ import annotations

from typing import Any, Final

ASK, SKIP, NONE = "ask", "skip", None
TABLES: Final[dict[tuple[str, str, str], dict[str, Any]]] = {
    ("choice", "berlin", "buyer.financing"): {
        "Finanzierung steht noch nicht": "not_started",
        "die Finanzierungsbestätigung haben wir noch nicht": "not_started",
        "Zusage haben wir leider noch nicht": "not_started",
        "Finanzierung steht, Makler haben wir noch nicht": "preapproved",
        "30% Eigenkapital, Rest Bank": ASK,
        "Eigenkapital vorhanden, Rest finanzieren wir": ASK,
        "wir haben 20% Eigenkapital": ASK,
        "100% Eigenkapital": "cash",
        "Eigenkapital": "cash",
        "Eigenkapital für die Nebenkosten": "not_started",
        "doch erst in 6 Monaten": NONE,
        "wir müssen erst verkaufen": "needs_to_sell",
    },
    ("choice", "madrid", "buyer.financing"): {
        "20% ahorros y el resto hipoteca": ASK,
        "tengo ahorros para la entrada": "not_started",
        "con mis ahorros": "cash",
        "mitad al contado": ASK,
        "la preaprobación todavía no": "not_started",
    },
    ("choice", "dubai", "buyer.financing"): {
        "الموافقة لسه ما طلعت": "in_progress",
        "نص كاش ونص تمويل": ASK,
        "٢٠٪ كاش والباقي تمويل": ASK,
    },
    ("choice", "austin", "buyer.financing"): {"20% cash, rest mortgage": ASK, "half cash": ASK},
    ("choice", "berlin", "seller.owner"): {
        "nicht nur mir": "co_owner",
        "gehört mir nicht allein": "co_owner",
        "gehört mir nicht": "not_owner",
        "ja, uns beiden": "co_owner",
    },
    ("choice", "madrid", "seller.owner"): {
        "no solo mía": "co_owner",
        "no es solo mía": "co_owner",
        "es mía y de mi hermana": "co_owner",
        "no es mía": "not_owner",
    },
    ("choice", "dubai", "seller.owner"): {"مو لي بس": "co_owner", "مو لي": "not_owner"},
    ("choice", "austin", "seller.owner"): {
        "not only mine": "co_owner",
        "it's not mine alone": "co_owner",
        "not mine, just renting": "not_owner",
    },
    ("choice", "austin", "buyer.has_agent"): {"con agente no": "no", "agente no": NONE},
    ("choice", "madrid", "buyer.appointment"): {
        "visita no, llamada sí": "call",
        "después": "none",
        "quizás luego": "none",
    },
    ("choice", "berlin", "investor.pof"): {"kann ich nachreichen": "no"},
    ("choice", "berlin", "renter.lease"): {
        "weniger als ein Jahr": "6m",
        "kürzer als ein Jahr": "6m",
        "ein Jahr": "12m",
    },
    ("choice", "dubai", "renter.lease"): {"اقل من سنة": "6m"},
    ("choice", "austin", "renter.lease"): {"under a year": "6m"},
    ("number", "berlin", "buyer.beds_min"): {
        "nicht mehr als 3": 3,
        "mehr als 3": 4,
        "ein bis zwei": (1, 2),
        "ein oder zwei": (1, 2),
    },
    ("number", "madrid", "buyer.beds_min"): {
        "no más de 3": 3,
        "3, no, 4": 4,
        "no 3, 4": 4,
        "más de 3": 4,
        "una o dos": (1, 2),
        "un o dos dormitorios": (1, 2),
    },
    ("number", "dubai", "buyer.beds_min"): {"مو اكثر من ٣": 3},
    ("number", "austin", "buyer.beds_min"): {"no more than 3": 3, "not more than 3": 3},
    ("money", "madrid", "buyer.budget"): {
        "450 no 500": ASK,
        "450, no, 500": 500000,
        "no más de 450": 450000,
    },
    ("area", "berlin", "buyer.area"): {
        "überall außer Neukölln": NONE,
        "überall außer in Pankow": NONE,
        "nur Pankow": "Pankow",
    },
    ("area", "madrid", "buyer.area"): {
        "cualquiera menos Carabanchel": NONE,
        "no en Carabanchel": NONE,
        "no": SKIP,
    },
    ("area", "dubai", "buyer.area"): {"مو JVC": NONE},
    ("name", "berlin", "buyer.name"): {
        "ich heiße Müller, ach nee Meier": "Meier",
        "Müller, nein warte, Meier": "Meier",
        "Anna Schmidt, ich meine es ernst": "Anna Schmidt",
        "Anna Schmidt 0151/23456789 ab 18 uhr": "Anna Schmidt",
        "Anna Schmidt Tel. 030/1234567": "Anna Schmidt",
        "Schmidt, Anna": "Schmidt, Anna",
    },
    ("name", "madrid", "buyer.name"): {
        "Ana, no perdón, Anna": "Anna",
        "Ana, perdón, Anna García": "Anna García",
        "Ana, perdón por la tardanza": "Ana",
    },
    ("name", "dubai", "buyer.name"): {"اسمي غلط": NONE},
    ("name", "austin", "buyer.name"): {"I'm Miller, no wait, Meyer": "Meyer"},
    ("choice", "madrid", "mortgage.stage"): {
        "la oferta no fue aceptada": NONE,
        "nos rechazaron la oferta": "touring",
        "oferta aceptada": "offer_accepted",
    },
    ("choice", "madrid", "investor.funding"): {
        "todavía sin banco": "not_started",
        "sin banco": "cash",
    },
    ("choice", "madrid", "renter.criteria"): {"más o menos": "unsure", "menos": "no"},
    ("percent", "madrid", "mortgage.down"): {
        "20, no, 15": 15,
        "20, perdón, 15": 15,
        "no 20, 15": 15,
        "20 no 15": NONE,
    },
    ("percent", "berlin", "mortgage.down"): {"20, ach nee, 15": 15, "20 nein, 15": 15},
    ("percent", "austin", "mortgage.down"): {"20 no, 15": 15, "10 to 15": (10, 15)},
    ("timeline", "madrid", "buyer.timeline"): {"ya no este año": "6_12m", "lo más pronto": "now"},
    ("timeline", "berlin", "buyer.timeline"): {"sofort, spätestens im Mai": "now"},
    ("address", "berlin", "seller.address"): {
        "Verkaufe Haus Lindenstr. 5, 5 Zimmer, geerbt": "Lindenstr. 5",
        "Ich möchte meine Wohnung verkaufen, Kantstraße 20": "Kantstraße 20",
    },
    ("address", "madrid", "seller.address"): {
        "Vendo piso en Calle Alcalá 120, 3 habitaciones": "Calle Alcalá 120",
        "Vendo mi casa": NONE,
    },
    ("address", "dubai", "seller.address"): {
        "ابيع شقتي في شارع المرسى ١٥، غرفتين": "شارع المرسى ١٥",
    },
    ("datetime", "berlin", ""): {"heute nicht, morgen um 10": "2026-03-11T10:00"},
    ("datetime", "madrid", ""): {"hoy no, mañana a las 10": "2026-03-11T10:00"},
}
