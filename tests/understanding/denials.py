"""Answers that say what is not meant: the option that is denied is never the one that is read.

Each row: kind, market, flow and question, and what each text must come to.
"""

from __future__ import annotations

from typing import Any, Final

ASK, SKIP, NONE = "ask", "skip", None
TABLES: Final[dict[tuple[str, str, str], dict[str, Any]]] = {
    ("choice", "austin", "buyer.has_agent"): {
        "we don't have an agent signed": "no",
        "we dont have any agreement signed with an agent": "no",
        "we have no signed agreement": "no",
        "we do not have a signed contract": "no",
        "we have not signed an agreement": "no",
        "we don't have a realtor we signed with": "no",
        "signed? no": "no",
        "Signed? Nope.": "no",
        "signed? not yet": "no",
        "agent? no": "no",
        "I haven't signed": "no",
        "i havent signed anything yet": "no",
        "no, not signed yet": "no",
        "never signed anything": "no",
        "we didn't end up signing": "no",
        "no agent signed": "no",
        "nobody signed us": "no",
        "no longer signed": "no",
        "used to be signed, no longer": "no",
        "we aren't signed with anyone": "no",
        "aint signed with nobody": "no",
        "ain't got no agent": "no",
        "no he firmado nada": "no",
        "no tengo contrato firmado": "no",
        "ningún contrato firmado": "no",
        "ich habe nichts unterschrieben": "no",
        "wir haben keinen Vertrag unterschrieben": "no",
        "unterschrieben? nein": "no",
        "I'm talking to one but haven't signed with anyone": "informal",
        "no, we signed": "signed",
        "haven't looked but we signed": "signed",
        "no problem": NONE,
    },
    ("choice", "austin", "listing.has_agent"): {
        "signed? no": "no",
        "we don't have an agent signed": "no",
    },
    ("choice", "austin", "seller.listed"): {"not listed with an agent": "not_listed"},
    ("choice", "austin", "buyer.financing"): {
        "haven't talked to a lender": "not_started",
        "haven't talked to any lender yet": "not_started",
        "not working with a lender": "not_started",
        "didn't apply yet": "not_started",
        "didn't get preapproved": "not_started",
        "don't have preapproval": "not_started",
        "not pre-approved": "not_started",
        "we aren't preapproved": "not_started",
        "my preapproval expired": "not_started",
        "noch nicht mit der Bank gesprochen": "not_started",
        "no, mortgage": "not_started",
        "cash? no, mortgage": "not_started",
        "no problem paying cash": "cash",
        "i dont need a mortgage": "cash",
        "half cash half mortgage": ASK,
        "50% cash 50% loan": ASK,
        "part cash, part mortgage": ASK,
        "cash and a mortgage": ASK,
        "won't be cash": NONE,
        "wont be cash": NONE,
        "don't have cash": NONE,
        "cash? no": NONE,
        "I don't need to sell first": NONE,
        "no house to sell": NONE,
        "nobody needs to sell": NONE,
        "no pago al contado": NONE,
        "no tengo que vender primero": NONE,
        "keine Finanzierungsbestätigung": NONE,
    },
}
# What was right before there was a rule, and stays right.
KEPT: Final[dict[tuple[str, str, str], dict[str, Any]]] = {
    ("choice", "austin", "buyer.has_agent"): {
        "signed? yes": "signed",
        "not signed": "no",
        "nunca he firmado con nadie": "no",
        "I haven't signed but I'm talking to one": "informal",
        "we have an agent, not signed": "informal",
        "have one but never signed": "informal",
        "an agent is helping us but we never signed": "informal",
        "hablo con una agente, no he firmado": "informal",
        "habe einen Makler, aber nichts unterschrieben": "informal",
        "not unsigned": NONE,
    },
    ("choice", "austin", "listing.has_agent"): {
        "not signed": "informal",
    },
    ("choice", "austin", "buyer.financing"): {
        "havent spoken with any local bank": "not_started",
        "not preapproved but talking to a lender": "in_progress",
        "not preapproved, paying cash": "cash",
        "no": SKIP,
        "nothing": SKIP,
    },
}
