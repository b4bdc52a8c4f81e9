"""One table of typed choices, question by question, in four languages."""

from __future__ import annotations

import pytest

from bot.understanding import choice
from bot.understanding.types import Option, Slot
from tests.understanding import (
    choices_business,
    choices_buying,
    choices_selling,
    choices_unseen,
)
from tests.understanding.outcomes import ASKED, REFUSED
from tests.understanding.places import around
from tests.understanding.slots import choice_slot

CASES = {**choices_buying.CASES, **choices_selling.CASES, **choices_business.CASES}
ROWS = [
    (question, text, value)
    for table in (CASES, choices_unseen.CASES)
    for question, rows in table.items()
    for text, value in rows.items()
]


def outcome(question: str, text: str) -> str | None:
    reading = choice.read(text, choice_slot(question), around())
    if reading is None:
        return None
    if reading.ask and reading.value is None:
        return ASKED
    return REFUSED if reading.refused else str(reading.value)


@pytest.mark.parametrize(("question", "text", "value"), ROWS)
def test_a_typed_choice_is_read_as_a_receptionist_would(
    question: str, text: str, value: str | None
) -> None:
    assert outcome(question, text) == value


def goal_slot() -> Slot:
    options = (Option("buy", "Buy"), Option("rent", "Rent"), Option("sell", "Sell"))
    return Slot("goal", "goal", "choice", options)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("not buying, renting", "rent"),
        ("not buying but renting", "rent"),
        ("not selling", None),
        ("I don't want to sell", None),
        ("rent, not buy", "rent"),
        ("nicht kaufen, mieten", "rent"),
        ("nicht kaufen sondern mieten", "rent"),
        ("kaufen nicht, mieten", "rent"),
        ("no quiero comprar, alquilar", "rent"),
        ("مو شراء", None),
        ("مو شراء، إيجار", "rent"),
        ("looking to buy", "buy"),
        ("seling", "sell"),
        ("sel", None),
        ("rather than buying I'd rent", "rent"),
        ("rent instead of buy", "rent"),
    ],
)
def test_negated_options_do_not_count(text: str, value: str | None) -> None:
    reading = choice.read(text, goal_slot(), around())
    assert (None if reading is None else reading.value) == value


@pytest.mark.parametrize(
    "text", ["Buy or rent?", "buy or rent", "kaufen oder mieten", "comprar o alquilar"]
)
def test_two_options_at_once_are_asked_back_with_their_labels(text: str) -> None:
    reading = choice.read(text, goal_slot(), around())
    assert reading is not None
    assert reading.value is None
    assert reading.ask == "choice.two"
    assert reading.ask_with == {"a": "Buy", "b": "Rent"}


def test_a_flow_s_own_synonyms_and_unknown_values_are_read() -> None:
    slot = Slot(
        "pool",
        "pool",
        "choice",
        (
            Option("in_ground", "In-ground pool", ("sunk", "dug in")),
            Option("above", "Above ground"),
        ),
    )
    assert [
        reading.value if (reading := choice.read(text, slot, around())) else None
        for text in (
            "dug in",
            "we want it sunk",
            "above ground please",
            "above",
            "in-groud",
            "car",
        )
    ] == ["in_ground", "in_ground", "above", "above", "in_ground", None]


def test_what_was_guessed_from_a_typing_mistake_is_not_sure() -> None:
    reading = choice.read("preaproved", choice_slot("open_house.financing"), around())
    assert reading is not None
    assert reading.value == "preapproved"
    typo = choice.read("csah", choice_slot("open_house.financing"), around())
    assert typo is not None
    assert (typo.value, typo.sure) == ("cash", False)


# What belongs to other questions is chosen by none of these.
OFF_TOPIC = """
    Round Rock|in pflugerville|3 bedrooms|2 bed 2 bath|400-450k|up to 425|like 500 thousand|$1800 a month
    512-555-0143|dani@example.com|Dani|Greg Tally|my name is Dani|saturday at 3|is it still available?
    does it have parking|pets?|what's the hoa|why do you ask|are you a bot|is it safe there|hello|thanks
    hmm|lol|can you repeat that|what do you mean|i have two kids and a dog|we love the kitchen
    my wife likes the area|the house has a pool|close to schools|good morning|i am from ohio
    busco piso en Chamberí|3 habitaciones|380 mil|me llamo Ana|tiene garaje?|hola|mi mujer quiere jardín
    drei Zimmer|bis 350.000|ich heiße Petra|gibt es einen Aufzug?|guten Tag|wir haben einen Hund
    شقة في المارينا|غرفتين|مليون ونص|اسمي خالد|فيه موقف؟|مرحبا|عندنا أطفال
    """
OFF_TOPIC_TEXTS = [
    text.strip() for line in OFF_TOPIC.strip().splitlines() for text in line.split("|")
]
FACTS = [question for question in CASES if not question.endswith("timeline")]


@pytest.mark.parametrize("question", FACTS)
def test_an_answer_to_another_question_chooses_nothing(question: str) -> None:
    chosen = {text: outcome(question, text) for text in OFF_TOPIC_TEXTS}
    assert {text: value for text, value in chosen.items() if value is not None} == {}


@pytest.mark.parametrize("text", ["ok", "cool", "sounds good", "vale", "passt", "تمام"])
def test_agreement_accepts_an_offer_but_states_no_fact(text: str) -> None:
    assert outcome("seller.appointment", text) == "visit"
    assert outcome("buyer.has_agent", text) is None


# What asks about an option chooses none, whether or not a question mark stands behind it.
ASKED_ABOUT = [
    ("buyer.has_agent", "what does signed mean"),
    ("buyer.has_agent", "what happens if I signed with someone"),
    ("buyer.financing", "how do i get preapproved"),
    ("buyer.financing", "who is your lender"),
    ("buyer.financing", "what counts as cash"),
    ("buyer.financing", "was heißt Finanzierungszusage"),
    ("buyer.timeline", "what does right away mean"),
    ("buyer.timeline", "what counts as right away"),
    ("buyer.timeline", "was heißt sofort"),
    ("buyer.timeline", "qué significa enseguida"),
    ("buyer.appointment", "who would call me"),
    ("buyer.appointment", "how long is the call"),
    ("buyer.appointment", "what happens on the call"),
    ("buyer.appointment", "wie läuft eine Besichtigung"),
]


@pytest.mark.parametrize(("question", "text"), ASKED_ABOUT)
def test_a_question_without_its_mark_chooses_nothing(question: str, text: str) -> None:
    assert outcome(question, text) is None


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("buyer.financing", "what we have is cash", "cash"),
        ("buyer.financing", "what can I say, cash", "cash"),
        ("buyer.financing", "when we sell our house", "needs_to_sell"),
        ("buyer.appointment", "when can I see it", "tour"),
        ("buyer.appointment", "how about a tour", "tour"),
    ],
)
def test_what_only_begins_like_a_question_still_chooses(
    question: str, text: str, value: str
) -> None:
    assert outcome(question, text) == value
