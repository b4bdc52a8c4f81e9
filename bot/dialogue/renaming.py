"""A question that was renamed: what was answered under its old id counts under the new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue.flow import Flow
from bot.dialogue.session import Session


def renames(flow: Flow) -> dict[str, str]:
    """Old question id -> the id it has now: for statistics over both."""
    return {question.was: question.id for question in flow.questions if question.was}


def renamed(flow: Flow, session: Session) -> Session:
    """A conversation of an earlier version in the words of this one: for scoring it anew."""
    ids = renames(flow)
    if not ids:
        return session
    fields = {q.was: q.field for q in flow.questions if q.was and q.field not in session.answers}
    answers = {
        fields.get(name, name): replace(answer, question=ids.get(answer.question, answer.question))
        for name, answer in session.answers.items()
    }
    return replace(
        session,
        state=ids.get(session.state, session.state),
        answers=answers,
        skipped=_new(session.skipped, ids),
        asked=_new(session.asked, ids),
        path=_new(session.path, ids),
    )


def _new(names: Iterable[str], ids: dict[str, str]) -> tuple[str, ...]:
    return tuple(ids.get(name, name) for name in names)
