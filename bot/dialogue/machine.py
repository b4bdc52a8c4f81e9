"""A flow compiled into its state machine: one table of moves, shared by all conversations.

Two rules say everything:

1. A state is a question's id while that question is open, or one of the ends in capitals. Ids are
   small letters, so no file can name a state, a trigger or an attribute of ours.
2. ``answer`` and ``skip`` leave a question for what follows it; ``pass`` then moves on over
   everything that need not be asked, until it comes to rest.

The machine holds no conversation. A bare cursor is put through ``machine.events[…].trigger``;
what the stock classes add to that (event data, callbacks, logging) is left out here, because the
engine returns effects and has no callbacks.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Any, Final, cast

from transitions import Machine  # noqa: TID251 - this is one of the two places
from transitions.core import Event, Transition  # noqa: TID251 - see above

from bot.dialogue.compiled import CompiledFlow, Moves, conditions
from bot.dialogue.flow import Flow, Question
from bot.dialogue.site import Site
from bot.errors import UserMistake
from bot.once import once

COMPLETE: Final = "COMPLETE"
HANDOFF: Final = "HANDOFF"
DISQUALIFIED: Final = "DISQUALIFIED"
STOPPED: Final = "STOPPED"
ERASED: Final = "ERASED"
ENDS: Final = (COMPLETE, HANDOFF, DISQUALIFIED, STOPPED, ERASED)
END: Final = "end"  # as a flow file writes it
STEPS_A_TURN: Final = 50  # a flow whose branches run longer than this hands over to a person

_ASKED: Final = "?"  # in the tables below: any question
_NAMED: Final = "the question the cursor names"
_NO_MOVES: Final[list[Any]] = []

# trigger        from                                          to
MOVES: Final = (
    ("back", (_ASKED, COMPLETE), _NAMED),
    ("edit", (_ASKED, COMPLETE, DISQUALIFIED), _NAMED),
    ("resume", (_ASKED,), _NAMED),  # after an answer out of turn
    ("restart", (_ASKED, COMPLETE, DISQUALIFIED), _NAMED),
    ("finish", (_ASKED,), COMPLETE),
    ("hand_over", (_ASKED, COMPLETE), HANDOFF),
    ("disqualify", (_ASKED, COMPLETE, HANDOFF), DISQUALIFIED),
    ("stop", (_ASKED, COMPLETE, HANDOFF, DISQUALIFIED), STOPPED),
    ("erase", (_ASKED, COMPLETE, HANDOFF, DISQUALIFIED, STOPPED), ERASED),
)

Facts = Mapping[str, Any]
Guard = Callable[["Cursor"], bool]


class Cursor:
    """Where one conversation stands, for the time of one turn."""

    __slots__ = ("facts", "fields", "named", "skipped", "state")

    def __init__(
        self,
        state: str,
        fields: Container[str],
        skipped: Container[str],
        facts: Facts,
        named: str = "",
    ) -> None:
        self.state = state
        self.fields = fields  # that have an answer
        self.skipped = skipped
        self.facts = facts  # what ``when`` looks at: answers, country, market, lang, channel
        self.named = named


class _Move(Transition):
    """A row of the table: guards, then the new state, and nothing around it."""

    dest: str

    @once
    def guards(self) -> tuple[Guard, ...]:
        """What must hold for the move."""
        return tuple(cast("Guard", condition.func) for condition in self.conditions)

    def take(self, cursor: Cursor) -> bool:
        """Move the cursor if every guard lets it."""
        for guard in self.guards:
            if not guard(cursor):
                return False
        cursor.state = cursor.named if self.dest is _NAMED else self.dest
        return True


class _Trigger(Event):
    """All rows of one trigger. False where no row fits: the cursor is as it was."""

    def trigger(self, model: Any, *_args: Any, **_kwargs: Any) -> bool:
        """Take the first row that fits the cursor's state."""
        moves: list[_Move] = self.transitions.get(model.state, _NO_MOVES)
        for move in moves:  # noqa: SIM110 - a generator costs more than the moves
            if move.take(model):
                return True
        return False


class FlowMachine(Machine):
    """The shared machine of one flow."""

    event_cls = _Trigger
    transition_cls = _Move


def build(flow: Flow, conditions: Mapping[str, Callable[[Facts], bool]]) -> Machine:
    """The machine of a flow. ``conditions`` holds the compiled ``when`` of each question."""
    ids = [question.id for question in flow.questions]
    machine = FlowMachine(
        model=None,
        states=[*ids, *ENDS],
        initial=None,
        auto_transitions=False,
        send_event=True,
    )
    for trigger, sources, dest in MOVES:
        machine.add_transition(trigger, [*_states(sources, ids)], dest)
    for question, below in zip(flow.questions, [*ids[1:], END], strict=True):
        _add_question(machine, question, below, conditions.get(question.id))
    return machine


def rest(machine: Moves, cursor: Cursor, limit: int = STEPS_A_TURN) -> bool:
    """Move on over all that need not be asked; False when the limit came first.

    A circle of settled questions has nothing left to ask: the flow is finished.
    """
    passes = machine.events["pass"]
    questions = len(machine.states) - len(ENDS)
    for step in range(limit):
        if not passes.trigger(cursor):
            return True
        if step >= questions:
            return bool(machine.events["finish"].trigger(cursor))
    return cursor.state in ENDS


def compile_flow(flow: Flow, site: Site, hash_: str) -> CompiledFlow:
    """A flow made ready to run in an office: machine, conditions, texts and slots."""
    whens = conditions(flow)
    return CompiledFlow(flow, site, hash_, build(flow, whens), whens)


def _states(sources: tuple[str, ...], ids: list[str]) -> list[str]:
    named = [source for source in sources if source != _ASKED]
    return [*ids, *named] if _ASKED in sources else named


def _add_question(
    machine: Machine, question: Question, below: str, when: Callable[[Facts], bool] | None
) -> None:
    """The rows that lead on from one question: an option's own way first, then the question's."""
    settled = _settled(question, when)
    for option in question.options:
        if option.next:
            chosen = _chose(question, option.value)
            dest = _target(machine, question, option.next)
            machine.add_transition("answer", question.id, dest, conditions=[chosen])
            machine.add_transition("pass", question.id, dest, conditions=[settled, chosen])
    dest = _target(machine, question, question.next or below)
    machine.add_transition("answer", question.id, dest)
    machine.add_transition("skip", question.id, dest)
    machine.add_transition("pass", question.id, dest, conditions=[settled])


def _target(machine: Machine, question: Question, name: str) -> str:
    if name == END:
        return COMPLETE
    if name not in machine.states or name in ENDS:
        raise UserMistake(f"question '{question.id}' leads to '{name}', which is no question")
    return name


def _settled(question: Question, when: Callable[[Facts], bool] | None) -> Guard:
    """Nothing to ask here: it was answered or skipped, or its ``when`` does not hold."""
    id_, fields = question.id, _fields(question)
    if len(fields) == 1:
        (field,) = fields

        def answered(cursor: Cursor) -> bool:
            return field in cursor.fields or id_ in cursor.skipped
    else:

        def answered(cursor: Cursor) -> bool:
            return any(name in cursor.fields for name in fields) or id_ in cursor.skipped

    if when is None:
        return answered
    return lambda cursor: answered(cursor) or not when(cursor.facts)


def _chose(question: Question, value: str) -> Guard:
    fields = _fields(question)
    return lambda cursor: any(cursor.facts.get(name) == value for name in fields)


def _fields(question: Question) -> frozenset[str]:
    """The fields a question fills, one for each country that has its own."""
    elsewhere = (change.field for change in question.by_country.values())
    return frozenset([question.field, *(name for name in elsewhere if name)])
