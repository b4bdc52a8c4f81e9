"""News of the office in a visitor's chat: said once, in their language, and never untrue."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.dialogue.effects import Said
from bot.dialogue.events import Announce, Join
from tests.dialogue.talking import NOW, Talk

HOT = ("Round Rock", "3", "450k", "right away", "pre-approved", "no", "Chris Ode", "512-555-0143")
DANA = Announce("claimed", "Dana Reyes", "0110")
MORNING = (NOW + timedelta(days=1)).replace(hour=8, minute=0)


def told(talk: Talk) -> list[str]:
    """What the last turn said."""
    return [effect.text for effect in talk.turn.effects if isinstance(effect, Said)]


def test_the_visitor_hears_who_calls_and_from_which_number() -> None:
    talk = Talk().say(*HOT).take(DANA)
    assert told(talk) == [
        "Dana Reyes has your request and is calling you now, from a number that ends in 0110."
    ]


def test_it_is_said_once_for_each_agent() -> None:
    talk = Talk().say(*HOT).take(DANA).take(DANA)
    assert told(talk) == []
    assert "Marcus Lee has" in told(talk.take(Announce("claimed", "Marcus Lee", "")))[0]


def test_at_night_it_says_when_somebody_calls() -> None:
    talk = Talk().say(*HOT).take(Announce("claimed", "Dana Reyes", "0110", MORNING))
    assert "will call you on Wednesday, March 11 from 8:00 am, from a number" in told(talk)[0]
    talk = Talk().say(*HOT).take(Announce("unanswered", opens=MORNING))
    assert told(talk)[0].endswith(
        "and somebody will call you on Wednesday, March 11 from 8:00 am."
    )


def test_who_gave_no_number_is_written_to() -> None:
    talk = Talk().say(*HOT[:-1]).take(DANA)
    assert told(talk) == ["Dana Reyes has your request and will write to you shortly."]


def test_the_open_question_stays_open() -> None:
    talk = Talk().say(*HOT[:4])
    before = talk.open
    talk.take(Announce("unanswered"))
    assert told(talk)[0].startswith("I'm sorry - everybody is with other clients")
    assert talk.open == before


@pytest.mark.parametrize("last", ["stop", "delete my data"])
def test_who_wants_no_contact_hears_nothing(last: str) -> None:
    assert told(Talk().say(*HOT, last).take(DANA)) == []


def test_while_a_person_speaks_the_bot_says_nothing() -> None:
    assert told(Talk().say(*HOT).take(Join("dana", "Dana Reyes")).take(DANA)) == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [("es", "termina en 0110"), ("de", "Endung 0110"), ("ar", "ينتهي بـ 0110")],
)
def test_it_is_said_in_the_visitors_language(lang: str, words: str) -> None:
    assert words in told(Talk(lang=lang).say(*HOT).take(DANA))[0]
