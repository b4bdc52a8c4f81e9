"""The machine of a flow: one table of moves, closures for guards, names that cannot collide."""

from __future__ import annotations

import pytest

from bot.dialogue.flow import Flow
from bot.dialogue.machine import (
    COMPLETE,
    ENDS,
    HANDOFF,
    MOVES,
    STEPS_A_TURN,
    STOPPED,
    Cursor,
    build,
    compile_flow,
    rest,
)
from bot.errors import UserMistake
from tests.dialogue.talking import library, shipped

AWKWARD = (
    "complete", "handoff", "stop", "answer", "state", "initial", "to_hot", "trigger", "model",
    "skip", "erased", "end_", "events", "is_hot", "machine", "may_answer", "add_model",
)  # fmt: skip


def flow(*questions: dict[str, object], **more: object) -> Flow:
    """A small flow of text questions."""
    made = [{"ask": "?", **question} for question in questions]
    return Flow.model_validate(
        {"id": "small", "title": "Small", "greeting": "Hi", "questions": made, **more}
    )


def cursor(state: str, *answered: str, **facts: object) -> Cursor:
    return Cursor(state, set(answered), set(), facts)


def test_no_question_can_be_named_like_a_state_of_ours() -> None:
    machine = build(flow(*({"id": name} for name in AWKWARD)), {})
    assert set(machine.states) == {*AWKWARD, *ENDS}
    here = cursor("complete")
    assert machine.events["answer"].trigger(here)
    assert here.state == "handoff"  # the question of that name, not the end


def test_triggers_are_a_fixed_set_and_nothing_jumps_by_name() -> None:
    machine = build(flow(*({"id": name} for name in AWKWARD)), {})
    assert set(machine.events) == {"answer", "skip", "pass", *(trigger for trigger, _, _ in MOVES)}
    assert not any(name.startswith(("to_", "is_", "may_")) for name in machine.events)


def test_an_answer_leads_to_the_question_below_and_at_last_to_the_end() -> None:
    machine = build(flow({"id": "one"}, {"id": "two"}), {})
    here = cursor("one")
    assert machine.events["answer"].trigger(here)
    assert here.state == "two"
    assert machine.events["answer"].trigger(here)
    assert here.state == COMPLETE


def test_a_trigger_that_fits_nowhere_returns_false_and_leaves_the_cursor() -> None:
    machine = build(flow({"id": "one"}), {})
    for state in (COMPLETE, STOPPED, HANDOFF):
        here = cursor(state)
        assert machine.events["answer"].trigger(here) is False
        assert here.state == state


def test_a_question_may_name_what_follows_it() -> None:
    machine = build(flow({"id": "one", "next": "three"}, {"id": "two"}, {"id": "three"}), {})
    here = cursor("one")
    machine.events["answer"].trigger(here)
    assert here.state == "three"


def test_an_option_may_name_what_follows_it_and_the_others_go_on_below() -> None:
    options = [{"value": "a", "label": "A", "next": "end"}, {"value": "b", "label": "B"}]
    machine = build(flow({"id": "one", "options": options}, {"id": "two"}), {})
    for value, state in (("a", COMPLETE), ("b", "two")):
        here = cursor("one", "one", one=value)
        machine.events["answer"].trigger(here)
        assert here.state == state
    skipped = cursor("one")
    machine.events["skip"].trigger(skipped)
    assert skipped.state == "two"


def test_a_target_that_is_no_question_is_our_own_error() -> None:
    with pytest.raises(UserMistake, match="'one' leads to 'nowhere'"):
        build(flow({"id": "one", "next": "nowhere"}), {})
    with pytest.raises(UserMistake, match="leads to 'COMPLETE'"):
        build(flow({"id": "one", "next": "COMPLETE"}), {})


def test_what_is_answered_skipped_or_not_wanted_is_passed_over() -> None:
    machine = build(flow(*({"id": name} for name in "abcd")), {"c": lambda facts: facts["wanted"]})
    here = Cursor("a", {"a"}, {"b"}, {"wanted": False})
    assert rest(machine, here)
    assert here.state == "d"


def test_guards_are_closures_and_no_text_of_a_file_is_ever_called() -> None:
    machine = build(flow({"id": "os"}, {"id": "system"}), {"system": lambda _facts: True})
    for event in machine.events.values():
        for moves in event.transitions.values():
            for move in moves:
                assert all(callable(condition.func) for condition in move.conditions)
                assert not move.prepare
                assert not move.before
                assert not move.after


def test_a_circle_of_settled_questions_ends_the_flow() -> None:
    machine = build(flow({"id": "one", "next": "two"}, {"id": "two", "next": "one"}), {})
    here = cursor("one", "one", "two")
    assert rest(machine, here)
    assert here.state == COMPLETE


def test_more_than_fifty_steps_in_one_turn_are_not_taken() -> None:
    ids = [f"q{n}" for n in range(STEPS_A_TURN + 20)]
    machine = build(flow(*({"id": id_} for id_ in ids)), {})
    here = cursor("q0", *ids)
    assert rest(machine, here) is False


def test_one_machine_serves_all_conversations() -> None:
    compiled = shipped("buyer")
    assert compiled.machine.models == []  # type: ignore[attr-defined]
    again = compile_flow(compiled.flow, library().site, compiled.hash)
    assert again.machine is not compiled.machine
    assert again.ids == compiled.ids
