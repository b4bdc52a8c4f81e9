"""From question to question: on, back, to an earlier one, and all over again."""

from __future__ import annotations

from bot.dialogue import closing
from bot.dialogue.asking import ask
from bot.dialogue.compiled import Spot
from bot.dialogue.draft import PARTIAL, Draft
from bot.dialogue.machine import ENDS, Cursor, rest

CONTACT_KINDS = frozenset({"name", "phone", "email"})


def go_on(draft: Draft, trigger: str) -> None:
    """Leave the open question by ``answer`` or ``skip`` and ask the next one there is."""
    left = draft.state
    if left not in draft.path:
        draft.path.append(left)
    draft.retries = 0
    resumed, draft.resume = draft.resume, ""
    cursor = draft.cursor(resumed)
    events = draft.flow.machine.events
    if resumed:
        events["resume"].trigger(cursor)
    else:
        events[trigger].trigger(cursor)
    arrive(draft, cursor)


def is_needless(draft: Draft) -> bool:
    """Has what was said meanwhile made the open question needless, so that its ``when`` no longer
    holds? One that is being answered anew is asked whatever is known."""
    spot = draft.open
    if spot is None or spot.field in draft.answers or spot.id in draft.skipped:
        return False
    return bool(draft.flow.machine.events["pass"].trigger(draft.cursor()))


def arrive(draft: Draft, cursor: Cursor) -> None:
    """Come to rest at the next question to be asked, or at the end."""
    start = cursor.state
    found = rest(draft.flow.machine, cursor)
    if not found:
        draft.state = start
        closing.hand_over(draft, draft.phrase("hand_over_lost"))
        return
    draft.state = cursor.state
    if draft.state in ENDS:
        closing.complete(draft)
        return
    ask(draft)


def back(draft: Draft) -> bool:
    """Ask the question before again; its answer stands until there is another. False: there is
    none before."""
    path = [question for question in draft.path if question != draft.state]
    if not path:
        return False
    if not _open(draft, "back", path[-1]):
        return False
    draft.path = path[:-1]
    ask(draft)
    return True


def edit(draft: Draft, question: str) -> bool:
    """Ask an earlier question again. False: there is no such question, or not yet, or it is a
    child that was turned away."""
    spot = draft.local.spots.get(question)
    if spot is None or "minor" in draft.flags or not _was_reached(draft, spot):
        return False
    before = draft.open
    if not _open(draft, "edit", question):
        return False
    if before is not None and before.id != question:
        out_of_turn = spot.index > before.index
        draft.resume = before.id if out_of_turn else ""
    ask(draft)
    return True


def reopen(draft: Draft, question: str) -> bool:
    """Go back to the question whose answer ended the conversation, without asking it."""
    return _open(draft, "edit", question)


def restart(draft: Draft) -> None:
    """All over again; only what the page knew beforehand stays."""
    first = draft.flow.ids[0]
    if not _open(draft, "restart", first):
        return
    for field, answer in list(draft.answers.items()):
        if answer.how != "known":
            draft.drop(field)
    draft.skipped.clear()
    draft.path.clear()
    draft.notes.clear()
    draft.interrupted.clear()
    draft.unflag("call_now")
    draft.unflag("completed")
    draft.resume = ""
    arrive(draft, draft.cursor())


def ask_out_of_turn(draft: Draft, question: str) -> bool:
    """Ask one later question now, and come back to the open one afterwards."""
    before = draft.open
    if before is not None and before.id == question:
        return True
    if not _open(draft, "edit", question):
        return False
    if before is not None:
        draft.resume = draft.resume or before.id
    return True


def revisit(draft: Draft, changed: Spot) -> None:
    """After an earlier answer changed: drop what hung on it, and go where the way leads now."""
    dropped = drop_dependents(draft, changed)
    before = draft.open
    if before is None or changed.index >= before.index:
        return
    cursor = draft.cursor()
    cursor.state = changed.id
    draft.flow.machine.events["answer"].trigger(cursor)
    if not rest(draft.flow.machine, cursor) or cursor.state in (*ENDS, before.id):
        return
    draft.path = [question for question in draft.path if question not in dropped]
    _interrupt(draft)
    draft.state = cursor.state


def drop_dependents(draft: Draft, changed: Spot) -> set[str]:
    """Answers given to questions whose ``when`` looks at the changed field are asked again;
    what somebody told of themselves (name, phone, e-mail) stands."""
    dropped: set[str] = set()
    fields = {changed.field}
    for spot in draft.local.spots.values():
        when = draft.flow.whens.get(spot.id)
        if when is None or spot.kind in CONTACT_KINDS or fields.isdisjoint(when.names):
            continue
        if spot.id == changed.id or (
            spot.field not in draft.answers and spot.id not in draft.skipped
        ):
            continue
        if _presence_only(draft, spot, changed) and when(draft.facts):
            continue
        draft.drop(spot.field)
        if spot.id in draft.skipped:
            draft.skipped.remove(spot.id)
        dropped.add(spot.id)
        fields.add(spot.field)
    return dropped


def _presence_only(draft: Draft, spot: Spot, changed: Spot) -> bool:
    """Does the condition only ask whether the field is there, whatever its value?"""
    when = draft.flow.whens[spot.id]
    return all(name != changed.field or value is None for name, value, _ in when.compared)


def _was_reached(draft: Draft, spot: Spot) -> bool:
    return (
        spot.field in draft.answers
        or spot.id in draft.skipped
        or spot.id in draft.asked
        or spot.id == draft.state
    )


def _open(draft: Draft, trigger: str, question: str) -> bool:
    """Open a named question; the one that was open is come back to."""
    cursor = draft.cursor(question)
    if not draft.flow.machine.events[trigger].trigger(cursor):
        return False
    if cursor.state != draft.state:
        _interrupt(draft)
    draft.state = cursor.state
    draft.status = PARTIAL
    draft.dq_reason = ""
    draft.retries = 0
    draft.pending = {}
    draft.touch()
    return True


def _interrupt(draft: Draft) -> None:
    """The open question has been asked and is still to be answered."""
    spot = draft.open
    if spot is None or spot.id in draft.interrupted:
        return
    if spot.field not in draft.answers and spot.id not in draft.skipped:
        draft.interrupted.append(spot.id)
