"""Nobody is promised a call that nobody can make."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.effects import Consent
from tests.dialogue.talking import GOOD, Talk, shipped

LEEDS = ZoneInfo("Europe/London")  # nobody works after 18:00 or on Sundays there
AUSTIN = ZoneInfo("America/Chicago")  # somebody always works there


def at(day: int, hour: int, zone: ZoneInfo = LEEDS) -> datetime:
    """A moment of March 2026; the 10th is a Tuesday."""
    return datetime(2026, 3, day, hour, 5, tzinfo=zone)


def finished(now: datetime, market: str) -> Talk:
    talk = Talk("buyer", now, market=market)
    answers = GOOD | {"area": "Headingley" if market == "leeds" else "Round Rock"}
    answers["phone"] = "07700 900123" if market == "leeds" else "512-555-0142"
    while talk.open:
        talk.say(answers[talk.open])
    assert talk.turn.score.band == "hot"
    return talk


@pytest.mark.parametrize(
    ("now", "market", "words"),
    [
        (at(10, 14), "leeds", "within 5 min"),
        (at(10, 6), "leeds", "get back to you today from 08:30"),
        (at(10, 19), "leeds", "on Wednesday 11 March from 08:30"),
        (at(14, 15), "leeds", "on Monday 16 March from 08:30"),
        (at(10, 14, AUSTIN), "austin", "within 5 min"),
        (at(10, 3, AUSTIN), "austin", "get back to you today from 8:00 am"),
        (at(10, 22, AUSTIN), "austin", "on Wednesday, March 11 from 8:00 am"),
    ],
)
def test_the_last_words_name_an_honest_time(now: datetime, market: str, words: str) -> None:
    assert words in finished(now, market).heard


def test_a_call_asked_for_at_night_is_promised_for_when_somebody_works() -> None:
    talk = Talk("buyer", at(10, 22), market="leeds").say("I want to talk to a human")
    assert "will ring you on Wednesday 11 March from 08:30" in talk.heard
    (consent,) = talk.say("07700 900123").effects(Consent)
    assert consent.text.startswith("Sure. What's the best number?")
    assert "08:30" in consent.text
    assert "Nobody is in the office right now" in talk.heard


def test_whoever_asks_for_a_call_is_called_at_night_where_somebody_works_at_night() -> None:
    talk = Talk("buyer", at(10, 23, AUSTIN)).say("call me now on 512-555-0142")
    assert "within 5 minutes" in talk.heard


def test_a_viewing_asked_for_at_night_is_said_back_with_the_honest_time() -> None:
    talk = Talk("listing", at(10, 23, AUSTIN)).press("tour").press("2026-03-14T11:00")
    talk.press("now").press("cash").press("no").say("Ann Lee", "512-555-0142")
    assert "Saturday, March 14 at 11:00 am, noted." in talk.heard
    assert "on Wednesday, March 11 from 8:00 am" in talk.heard


def test_the_clock_of_the_market_counts_and_not_the_servers() -> None:
    utc = at(10, 14).astimezone(ZoneInfo("Asia/Tokyo"))
    assert "within 5 min" in finished(utc, "leeds").heard
    assert shipped("buyer").local("leeds", "en").zone == LEEDS
    assert timedelta(0) == utc - at(10, 14)
