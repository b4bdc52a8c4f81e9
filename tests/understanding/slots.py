"""The choice questions of the ten flows, as the readers see them."""

from __future__ import annotations

from typing import Final

from bot.understanding.types import Option, Slot

_QUESTIONS: Final = {
    "buyer.timeline": ("timeline", False, {
        "now": "Right away",
        "1_3m": "1-3 months",
        "3_6m": "3-6 months",
        "6_12m": "6-12 months",
        "12m_plus": "Later",
        "browsing": "Just looking",
    }),
    "buyer.financing": ("financing", False, {
        "cash": "Cash",
        "preapproved": "Mortgage, pre-approved",
        "in_progress": "Talking to a lender",
        "needs_to_sell": "I must sell first",
        "not_started": "Not started",
        "unsure": "Not sure",
    }),
    "buyer.has_agent": ("has_agent", False, {
        "no": "No",
        "informal": "Talking to one, not signed",
        "signed": "Yes, signed",
    }),
    "buyer.appointment": ("appointment", True, {
        "call": "Call me",
        "tour": "Book a tour",
        "none": "Not now",
    }),
    "seller.owner": ("owner_role", False, {
        "owner": "Yes",
        "co_owner": "Together with someone",
        "representative": "I act for the owner or estate",
        "not_owner": "No",
    }),
    "seller.listed": ("listing_status", False, {
        "not_listed": "No",
        "expired": "It was, not any more",
        "fsbo": "I'm selling it myself",
        "listed_agent": "Yes, with an agent",
    }),
    "seller.timeline": ("timeline", False, {
        "now": "As soon as possible",
        "1_3m": "1-3 months",
        "3_6m": "3-6 months",
        "6_12m": "6-12 months",
        "12m_plus": "Later",
        "browsing": "Just curious",
    }),
    "seller.reason": ("reason", True, {
        "relocating": "Moving for work",
        "bought_next": "Bought / buying the next one",
        "size": "Need more or less space",
        "inherited": "Inherited it",
        "money": "Money",
        "curious": "Curious",
        "other": "Other",
    }),
    "seller.appointment": ("appointment", True, {
        "visit": "Yes, visit",
        "call": "Call first",
        "none": "Just the range",
    }),
    "renter.timeline": ("timeline", False, {
        "now": "Within a month",
        "1_3m": "1-3 months",
        "3_6m": "3-6 months",
        "6_12m": "Later",
        "12m_plus": "Next year or later",
        "browsing": "Just looking",
    }),
    "renter.lease": ("lease_term", True, {
        "12m": "12 months or more",
        "6m": "6-11 months",
        "short": "Shorter",
    }),
    "renter.criteria": ("meets_criteria", True, {
        "yes": "Yes",
        "unsure": "Not sure",
        "no": "No",
        "undisclosed": "Rather not say",
    }),
    "renter.appointment": ("appointment", True, {
        "tour": "Yes, pick a time",
        "none": "Send options first",
    }),
    "investor.strategy": ("strategy", False, {
        "buy_hold": "Buy & hold",
        "flip": "Fix & flip",
        "brrrr": "BRRRR",
        "str": "Short-term rental",
        "commercial": "Multifamily / commercial",
        "unsure": "Not sure yet",
        "wholesale": "I have deals to sell",
    }),
    "investor.funding": ("financing", False, {
        "cash": "Cash",
        "private": "Hard / private money lined up",
        "preapproved": "DSCR / bank, pre-approved",
        "not_started": "Bank, not started",
        "raising": "Raising it",
    }),
    "investor.pof": ("proof_of_funds", True, {
        "yes": "Yes, now",
        "soon": "Within a week",
        "no": "Not yet",
    }),
    "investor.timeline": ("timeline", False, {
        "now": "This month",
        "1_3m": "1-3 months",
        "3_6m": "3-6 months",
        "6_12m": "6-12 months",
        "12m_plus": "Later",
        "browsing": "Learning",
    }),
    "investor.appointment": ("appointment", True, {
        "call": "Yes",
        "none": "Just send deals",
    }),
    "listing.appointment": ("appointment", False, {
        "tour": "Yes, in person",
        "video": "Video tour",
        "call": "Call me first",
        "none": "Just a question",
    }),
    "listing.financing": ("financing", True, {
        "cash": "Cash",
        "preapproved": "Pre-approved",
        "in_progress": "Talking to a lender",
        "needs_to_sell": "Must sell first",
        "not_started": "Not started",
        "unsure": "Not sure",
    }),
    "listing.has_agent": ("has_agent", False, {
        "no": "No",
        "informal": "Not signed",
        "signed": "Yes",
    }),
    "mortgage.purpose": ("purpose", False, {
        "purchase": "Buying",
        "refinance": "Refinance",
        "cash_out": "Cash out",
    }),
    "mortgage.stage": ("stage", False, {
        "offer_accepted": "Offer accepted",
        "touring": "Touring / ready to offer",
        "planning": "Next 3-6 months",
        "researching": "Just researching",
    }),
    "mortgage.other_lender": ("other_lender", True, {
        "no": "No",
        "shopping": "Comparing",
        "committed": "Already locked",
    }),
    "mortgage.appointment": ("appointment", True, {
        "call": "Now / pick a time",
        "none": "E-mail only",
    }),
    "open_house.timeline": ("timeline", False, {
        "now": "Now",
        "1_3m": "1-3 months",
        "3_6m": "3-6 months",
        "6_12m": "6-12 months",
        "12m_plus": "Later",
        "browsing": "Just looking / neighbour",
    }),
    "open_house.financing": ("financing", True, {
        "cash": "Cash",
        "preapproved": "Pre-approved",
        "in_progress": "In progress",
        "needs_to_sell": "Must sell first",
        "not_started": "Not yet",
        "unsure": "Rather not say",
    }),
    "open_house.appointment": ("appointment", True, {
        "tour": "Second look",
        "call": "Offer terms",
        "none": "No thanks",
    }),
    "saas_demo.authority": ("authority", False, {
        "decision_maker": "I decide",
        "influencer": "I recommend",
        "user": "I'd use it",
        "student": "Student / research",
        "competitor": "Vendor / competitor",
    }),
    "saas_demo.money": ("money", True, {
        "approved": "Approved",
        "planned": "Planned",
        "exploring": "Exploring",
        "none": "No",
    }),
    "saas_demo.timeline": ("timeline", False, {
        "now": "This month",
        "1_3m": "This quarter",
        "3_6m": "3-6 months",
        "6_12m": "Later this year",
        "12m_plus": "Later",
        "browsing": "No plan",
    }),
    "saas_demo.appointment": ("appointment", True, {
        "demo": "Pick a time",
        "none": "Send a recording",
    }),
    "lead_magnet.timeline": ("timeline", True, {
        "now": "This week / month",
        "1_3m": "Next months",
        "3_6m": "Some day this year",
        "browsing": "Just reading",
    }),
    "lead_magnet.appointment": ("appointment", True, {
        "call": "Yes",
        "none": "No",
    }),
    "champ.authority": ("authority", False, {
        "decision_maker": "Me",
        "team": "Me and others",
        "influencer": "My boss",
        "student": "It's for a study",
        "vendor": "I offer services",
    }),
    "champ.money": ("money", True, {
        "approved": "Yes",
        "obtainable": "Can get it",
        "needs_case": "Needs a business case",
        "none": "No",
    }),
    "champ.priority": ("priority", False, {
        "top_now": "Top 3, this quarter",
        "this_year": "This year",
        "someday": "Some day",
    }),
    "champ.appointment": ("appointment", True, {
        "call": "Pick a time",
        "none": "E-mail first",
    }),
}  # fmt: skip


def choice_slot(question: str) -> Slot:
    """The slot of a question named as flow.question."""
    field, optional, options = _QUESTIONS[question]
    return Slot(
        question.rpartition(".")[2],
        field,
        "choice",
        tuple(Option(value, label) for value, label in options.items()),
        optional,
    )
