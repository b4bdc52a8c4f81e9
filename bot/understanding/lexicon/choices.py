"""The phrases for well-known option values, gathered from the languages' tables."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon import (
    choices_ar,
    choices_de,
    choices_en_business,
    choices_en_buying,
    choices_en_lending,
    choices_en_selling,
    choices_es_homes,
    choices_es_money,
)

TABLES: Final = (
    choices_en_buying.MEANINGS,
    choices_en_selling.MEANINGS,
    choices_en_lending.MEANINGS,
    choices_en_business.MEANINGS,
    choices_es_homes.MEANINGS,
    choices_es_money.MEANINGS,
    choices_de.MEANINGS,
    choices_ar.MEANINGS,
)

# Where a text names several options, the one that tells most about the visitor comes first.
RANKS: Final[dict[str, tuple[str, ...]]] = {
    "financing": (
        "needs_to_sell", "preapproved", "in_progress", "private", "raising", "not_started", "cash", "unsure",
    ),
    "has_agent": ("informal", "signed", "no"),
    "appointment": ("video", "tour", "visit", "demo", "call", "none"),
    "owner_role": ("co_owner", "representative", "owner", "not_owner"),
    "listing_status": ("expired", "fsbo", "listed_agent", "not_listed"),
    "reason": ("inherited", "relocating", "bought_next", "size", "money", "other", "curious"),
    "lease_term": ("12m", "6m", "short"),
    "meets_criteria": ("undisclosed", "unsure", "no", "yes"),
    "strategy": ("wholesale", "brrrr", "flip", "str", "commercial", "buy_hold", "unsure"),
    "proof_of_funds": ("soon", "no", "yes"),
    "purpose": ("cash_out", "refinance", "purchase"),
    "stage": ("offer_accepted", "touring", "planning", "researching"),
    "other_lender": ("committed", "shopping", "no"),
    "authority": ("student", "vendor", "competitor", "team", "influencer", "decision_maker", "user"),
    "money": ("needs_case", "approved", "planned", "obtainable", "exploring", "none"),
    "priority": ("top_now", "this_year", "someday"),
}  # fmt: skip

# Which option a plain yes or no stands for, where the labels do not say it themselves.
POLARITY: Final[dict[str, dict[str, str]]] = {
    "has_agent": {"yes": "signed", "no": "no"},
    "owner_role": {"yes": "owner", "no": "not_owner"},
    "listing_status": {"yes": "listed_agent", "no": "not_listed"},
    "appointment": {"no": "none"},
    "meets_criteria": {"yes": "yes", "no": "no"},
    "proof_of_funds": {"yes": "yes", "no": "no"},
    "other_lender": {"yes": "shopping", "no": "no"},
    "money": {"yes": "approved", "no": "none"},
    "financing": {},
}
# Values that mean one thing only, whatever the field of a flow of one's own is called.
_PLAIN: Final = frozenset(
    ("yes", "no", "none", "now", "other", "unsure", "call", "owner", "short", "money")
)


def phrases(field: str, value: str) -> tuple[str, ...]:
    """The lines for an option value of a field, in all languages."""
    known = any(field in table for table in TABLES)
    if known:
        return tuple(table.get(field, {}).get(value, "") for table in TABLES)
    if value in _PLAIN:
        return ()
    return tuple(
        meanings[value] for table in TABLES for meanings in table.values() if value in meanings
    )


def weak(field: str, value: str) -> tuple[str, ...]:
    """The lines that count only where nothing else is found."""
    return phrases(field, value + "~")


def decisive(field: str, value: str) -> tuple[str, ...]:
    """The lines that outweigh what other options find in the same text."""
    return phrases(field, value + "!")
