"""Laws of the core, whatever is thrown at it: pure, total, deterministic, and it ends."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.dialogue.engine import Turn, ask_of, begin, step
from bot.dialogue.events import Back, Choose, Edit, Event, Silence, Skip, Start, Text
from bot.dialogue.machine import ENDS
from bot.dialogue.scoring import score
from bot.dialogue.session import Session, dump, load
from bot.dialogue.warming import warm
from bot.errors import DoorstepError
from tests.dialogue.talking import GOOD, HOME, NOW, SLOTS, library

FLOWS = sorted(library().flows)
IDS = sorted({id_ for flow in library().flows.values() for id_ in flow.ids})
VALUES = sorted(
    {o.value for f in library().flows.values() for q in f.flow.questions for o in q.options}
)
LIKELY = [
    *GOOD.values(), "skip", "no", "yes", "stop", "back", "start over", "why", "call me now",
    "human", "delete my data", "are you a bot?", "is it safe?", "actually make it 500k",
    "sorry 512-555-0199", "I'm 15", "hola, hablan español?", "bitte auf deutsch", "asdf", "4",
    "2-3", "sat 11am", "asap",
    "cedar park, 3 bed under 400k", "my ssn is 123-45-6789", "rather email: a@b.example", "",
    "no thx just call", "Denver", "{{ company }}", "{% if %}", "%s%d{0}", "\x00\u202e\ud800", "٣",
    "is it still available?", "how much is the hoa?", "would they take 430?", "same", "none",
]  # fmt: skip
TEXTS = st.sampled_from(LIKELY) | st.text(max_size=60)
EVENTS = st.one_of(
    st.builds(Text, TEXTS, st.sampled_from(["", "", "", *IDS])),
    st.builds(Text, st.sampled_from(LIKELY)),
    st.builds(
        Choose, st.sampled_from(IDS), st.lists(st.sampled_from(VALUES), max_size=2).map(tuple)
    ),
    st.builds(Skip, st.sampled_from(["", *IDS])),
    st.builds(Back),
    st.builds(Edit, st.sampled_from(IDS)),
    st.builds(Silence, st.integers(-1, 4)),
)
STARTS = st.builds(
    Start,
    channel=st.sampled_from(["web", "telegram", "terminal"]),
    market=st.sampled_from([*library().site.markets, ""]),
    lang=st.sampled_from(["", "en", "es", "de", "ar", "fr"]),
    listing=st.sampled_from([{}, HOME, {"id": "MLS1234567"}, {"price": "lots"}]),
    slots=st.sampled_from([(), SLOTS, ("soon", "Tue 14:00")]),
    known=st.dictionaries(st.sampled_from(IDS), st.none() | st.integers() | TEXTS, max_size=3),
    returning=st.booleans(),
)
relaxed = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def press_or(event: Event, turn: Turn, flow: str) -> Event:
    """A press of a button that is really there, where the event asks for one."""
    if not isinstance(event, Choose) or event.values:
        return event
    ask = ask_of(library().flows[flow], turn.session, NOW)
    if ask is None or not ask.options:
        return event
    return Choose(ask.question, (ask.options[0][0],))


@relaxed
@given(st.sampled_from(FLOWS), STARTS, st.lists(EVENTS, max_size=14))
@example("buyer", Start(market="austin"), [Text("Round Rock"), Edit("area"), Text("Denver")])
@example("listing", Start(market="austin", listing=HOME), [Text("human"), Edit("appointment")])
def test_no_event_breaks_the_engine(flow: str, start: Start, events: list[Event]) -> None:
    compiled = library().flows[flow]
    turn = begin(compiled, start, NOW)
    for event in events:
        session = turn.session
        before = dump(session)
        happens = press_or(event, turn, flow)
        turn = step(compiled, load(before), happens, NOW)
        assert dump(session) == before, "the old session is untouched"
        assert step(compiled, load(before), happens, NOW) == turn, "same input, same turn"
        holds(turn, session)
        assert score(compiled, turn.session) == turn.score


def holds(turn: Turn, before: Session) -> None:
    """What is true after every turn."""
    session, worth = turn.session, turn.score
    assert load(dump(session)) == session
    assert 0 <= worth.fit <= 70
    assert 0 <= worth.engagement <= 30
    assert worth.total == worth.fit + worth.engagement
    assert sum(reason.points for reason in worth.reasons) == worth.total
    assert worth.band in ("hot", "warm", "cold", "disqualified")
    assert (session.state in ENDS) == (session.status != "partial")
    assert len(session.asked) <= len(before.asked) + 2
    if session.status in ("stopped", "erased") or "minor" in session.flags:
        assert session.fields == {}
    if before.status == "erased":
        assert session.status == "erased"
    if before.status == "stopped":
        assert session.status in ("stopped", "erased")
    if before.status == "handoff":
        assert session.status in ("handoff", "stopped", "erased", "disqualified")


@relaxed
@given(st.lists(TEXTS, max_size=12), st.integers(0, 10**6))
def test_the_clock_decides_nothing_but_dates(texts: list[str], seconds: int) -> None:
    """Two clocks in the same minute and zone make the same conversation."""
    flow = library().flows["buyer"]
    one = two = begin(flow, Start(market="austin"), NOW)
    utc = NOW.astimezone(UTC)
    for text in texts:
        one = step(flow, one.session, Text(text), NOW)
        two = step(flow, two.session, Text(text), utc)
    assert one == two


@given(st.text(max_size=300))
@settings(max_examples=120, deadline=None)
def test_any_text_is_answered_or_followed_by_silence_only_after_a_stop(text: str) -> None:
    flow = library().flows["buyer"]
    turn = step(flow, begin(flow, Start(market="austin"), NOW).session, Text(text), NOW)
    said = [e for e in turn.effects if getattr(e, "sender", "") == "bot"]
    assert said
    assert all(line.text.strip() for line in said)


def test_a_session_of_another_flow_is_refused() -> None:
    flows = library().flows
    session = begin(flows["buyer"], Start(market="austin"), NOW).session
    with pytest.raises(DoorstepError, match="another version"):
        step(flows["listing"], session, Text("hi"), NOW)


def test_what_is_no_event_is_refused() -> None:
    flow = library().flows["buyer"]
    session = begin(flow, Start(market="austin"), NOW).session
    for thing in ("text", None, object(), 5):
        with pytest.raises(DoorstepError, match="nothing that can happen"):
            step(flow, session, thing, NOW)  # type: ignore[arg-type]


def test_the_end_of_time_is_a_time_too() -> None:
    flow = library().flows["listing"]
    for now in (datetime(1971, 1, 1, tzinfo=UTC), datetime(9998, 12, 30, tzinfo=UTC)):
        turn = begin(flow, Start(market="austin", listing=HOME), now)
        for text in ("yes", "saturday at 11", "in a month", "cash"):
            turn = step(flow, turn.session, Text(text), now)
        assert turn.session.fields["appointment"] == "tour"


def test_warming_up_meets_every_question_of_every_flow() -> None:
    warm(library().flows.values(), NOW)  # an endless flow would never return
