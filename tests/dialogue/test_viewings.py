"""A viewing that is booked, talked about."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.effects import Said, Stale
from bot.dialogue.engine import Turn, begin, step
from bot.dialogue.events import Arrange, Choose, Event, Join, Leave, Remind, Speak, Start, Text
from bot.understanding.rebooking import wish
from tests.dialogue.talking import library

NOW = datetime(2026, 3, 10, 14, 5, tzinfo=ZoneInfo("America/Chicago"))
FLOW = library().flows["listing"]
HOME = {"id": "MLS1234567", "address": "1808 Juniper Hill Dr"}
BOOKED = (
    "Yes, in person", "Saturday 11am", "asap", "pre-approved", "no", "Chris Ode", "737-555-0141",
)  # fmt: skip


def after(*said: str | Event) -> Turn:
    """The last turn of a conversation."""
    turn = begin(FLOW, Start(market="austin", lang="en", listing=HOME), NOW)
    for one in said:
        turn = step(FLOW, turn.session, Text(one) if isinstance(one, str) else one, NOW)
    return turn


def words(turn: Turn) -> str:
    said = [e.text for e in turn.effects if isinstance(e, Said) and e.sender == "bot"]
    return " ".join(said)


@pytest.mark.parametrize(
    ("said", "at", "told"),
    [
        ("move it to sunday 1pm", "2026-03-15T13:00", "moved to Sunday, March 15"),
        ("friday 3pm instead please", "2026-03-13T15:00", "moved to Friday, March 13"),
        ("cancel the viewing", None, "is cancelled"),
        ("sorry, we can't make it", None, "is cancelled"),
        ("reschedule to monday", "2026-03-14T11:00", "That time isn't free"),
        ("could we do another day?", "2026-03-14T11:00", "Which one suits you"),
        ("we want to move in May", "2026-03-14T11:00", ""),
        ("please don't cancel the viewing", "2026-03-14T11:00", ""),
    ],
)
def test_the_visitor_changes_it_in_their_own_words(said: str, at: str | None, told: str) -> None:
    turn = after(*BOOKED, said)
    assert turn.session.fields.get("viewing_at") == at
    assert told in words(turn)


@pytest.mark.parametrize(
    ("said", "picked", "at"),
    [
        ("the 3rd of april", "at 11", "2026-03-21T11:00"),
        ("the 3rd of april", "the first", "2026-03-21T11:00"),
        ("the 3rd of april", "saturday works", "2026-03-21T11:00"),
        ("the 3rd of april", "sunday at 1", "2026-03-22T13:00"),
        ("the 3rd of april", "thursday at 3", "2026-03-12T15:00"),
        ("tomorrow at 5", "5:30 then", "2026-03-11T17:30"),
        ("tomorrow at 5", "the later one", "2026-03-11T17:30"),
        ("wednesday", "2pm", "2026-03-11T14:00"),
    ],
)
def test_a_reply_chooses_of_the_times_just_named(said: str, picked: str, at: str) -> None:
    turn = after("Yes, in person", said, picked)
    assert turn.session.fields["viewing_at"] == at


def test_times_named_while_moving_a_viewing_are_chosen_from_as_well() -> None:
    turn = after(*BOOKED, "move it to friday at 9", "the later one")
    assert turn.session.fields["viewing_at"] == "2026-03-13T15:00"


def test_a_second_time_that_is_taken_is_met_with_free_ones_and_not_with_despair() -> None:
    told = words(after("Yes, in person", "the 3rd of april", "friday at 9 am"))
    assert "Thursday, March 12 at 3:00 pm or Friday, March 13 at 3:00 pm" in told


def test_asked_for_another_time_a_bare_time_is_enough() -> None:
    turn = after(*BOOKED, "another day please", "friday at 3")
    assert turn.session.fields["viewing_at"] == "2026-03-13T15:00"


def test_while_a_question_is_open_it_is_asked_again() -> None:
    turn = after(*BOOKED[:3], "cancel my appointment")
    assert words(turn).endswith("Cash or mortgage?")
    assert turn.session.open_question == "financing"


def test_a_time_pressed_a_moment_too_late_is_answered_with_the_next_ones() -> None:
    turn = after("Yes, in person", Choose("viewing_at", ("2026-03-13T16:00",)))
    assert "taken" in words(turn)
    assert turn.session.open_question == "viewing_at"


def test_an_agent_confirms_once_moves_and_cancels() -> None:
    confirmed = after(*BOOKED, Arrange("confirm", name="Dana"))
    assert "Dana confirmed your viewing: Saturday, March 14" in words(confirmed)
    again = step(FLOW, confirmed.session, Arrange("confirm", name="Dana"), NOW)
    assert words(again) == ""
    moved = step(FLOW, again.session, Arrange("move", "2026-03-15T13:00", "Dana"), NOW)
    assert moved.session.fields["viewing_at"] == "2026-03-15T13:00"
    gone = step(FLOW, moved.session, Arrange("cancel", name="Dana"), NOW)
    assert "viewing_at" not in gone.session.fields
    assert any(
        isinstance(e, Stale) for e in step(FLOW, gone.session, Arrange("confirm"), NOW).effects
    )


def test_a_move_by_the_visitor_has_to_be_confirmed_again() -> None:
    turn = after(*BOOKED, Arrange("confirm", name="Dana"), "move it to sunday 1pm")
    assert "viewing_confirmed" not in turn.session.flags


def test_nobody_is_reminded_of_a_time_that_was_moved() -> None:
    turn = after(*BOOKED, Remind("soon", "2026-03-15T13:00"))
    assert any(isinstance(e, Stale) for e in turn.effects)
    assert "soon" in words(after(*BOOKED, Remind("soon", "2026-03-14T11:00")))


def test_while_a_person_speaks_the_bot_only_listens_and_goes_on_where_it_was() -> None:
    before = after(*BOOKED[:4])
    joined = step(FLOW, before.session, Join("dana", "Dana"), NOW)
    assert (joined.session.open_question, joined.session.standing) == ("", "handoff")
    spoke = step(FLOW, joined.session, Speak("dana", "Hello"), NOW)
    heard = step(FLOW, spoke.session, Text("no"), NOW)
    assert words(heard) == ""
    stranger = step(FLOW, heard.session, Speak("marcus", "me too"), NOW)
    assert any(isinstance(e, Stale) for e in stranger.effects)
    back = step(FLOW, heard.session, Leave("dana"), NOW)
    assert back.session.open_question == before.session.open_question
    assert back.session.answers == before.session.answers
    assert back.session.asked == before.session.asked, "that is no new asking"


def test_a_timer_of_a_question_that_was_answered_does_not_bring_the_bot_back() -> None:
    joined = after(*BOOKED[:4], Join("dana", "Dana"))
    waits = joined.session.person["since"]
    answered = step(FLOW, joined.session, Speak("dana", "Hello"), NOW)
    for session, speaks in ((answered.session, True), (joined.session, False)):
        late = step(FLOW, session, Leave("dana", waits), NOW)
        assert bool(late.session.person) is speaks


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Bitte die Besichtigung absagen", "cancel"),
        ("können wir das auf Sonntag verschieben?", "move"),
        ("quiero cancelar la visita", "cancel"),
        ("¿podemos cambiar la cita al viernes?", "move"),
        ("أريد إلغاء الموعد", "cancel"),
        ("هل يمكن تغيير الموعد إلى الجمعة", "move"),
        ("lieber eine Stunde später", "move"),
        ("half an hour earlier if possible", "move"),
        ("una hora más tarde", "move"),
        ("بعدها بساعة", "move"),
        ("I moved here in 2019", ""),
        ("when does the lease move-in date start", ""),
        ("I will cancel my old lease", ""),
        ("Wir ziehen im Mai um", ""),
    ],
)
def test_wishes_about_it_are_heard_in_four_languages(text: str, meant: str) -> None:
    assert wish(text) == meant


@pytest.mark.parametrize(
    ("said", "at", "told"),
    [
        ("yes wed 2pm", "2026-03-11T14:00", "Wednesday, March 11 at 2:00 pm, noted."),
        ("yes wed 3pm", None, "That one's taken - "),
        ("saturday 11", "2026-03-14T11:00", "Saturday, March 14 at 11:00 am, noted."),
        ("yes, saturday", "2026-03-14T11:00", "Saturday, March 14 at 11:00 am, noted."),
        ("yes, wednesday", None, "Which one suits you"),
        ("can i see it sat 2pm", None, "That one's taken - "),
        ("yes please, yesterday", None, "That time has passed already"),
    ],
)
def test_a_time_told_with_the_wish_to_see_it_is_booked_or_known_to_be_taken(
    said: str, at: str | None, told: str
) -> None:
    turn = after(said)
    assert turn.session.fields.get("viewing_at") == at
    assert told in words(turn)
    assert turn.session.open_question == ("timeline" if at else "viewing_at")


@pytest.mark.parametrize("said", ["call me sat 11am", "call me saturday at 11 please"])
def test_a_time_for_a_call_books_no_viewing(said: str) -> None:
    turn = after(said)
    assert turn.session.fields["appointment"] == "call"
    assert "viewing_at" not in turn.session.fields
