"""Reports over stored conversations, for the inbox and for the terminal."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.renaming import renamed, renames
from bot.dialogue.session import Session, load
from bot.errors import DoorstepError
from bot.leads.reports import Greeting, Source, Step, Talk, Tally, calibration, verdict
from bot.records import frozen
from storage import report_rows
from storage.report_rows import ReportStore, TalkFilter, UnreadText

AWAY: Final = timedelta(minutes=30)  # so long without a word, a visitor is gone
BOOKED: Final = frozenset({"viewing", "won"})  # stages
UNREAD: Final = 20
TOGETHER: Final = 25  # conversations counted at once
LONGEST: Final = 200  # characters of a filter's value


@frozen
class Report:
    """A flow over a time."""

    flow: str
    title: str
    starts: int
    complete: int
    silent: int  # opened, and never said a word
    steps: list[Step]
    greetings: list[Greeting]
    verdict: str
    sources: list[Source]
    unread: list[UnreadText]
    calibration: str
    kinds: Mapping[str, list[str]]  # what can be filtered by
    odd: int = 0  # conversations this version cannot read


async def report(
    store: ReportStore, flow: CompiledFlow, where: TalkFilter, now: datetime
) -> Report:
    """Count every conversation of a flow that the filter lets through."""
    tally, odd, last = Tally(), 0, None
    while portion := await store.talks(where, last):
        last = portion[-1]
        for n, row in enumerate(portion):
            if n % TOGETHER == 0:
                await asyncio.sleep(0)  # visitors are answered in between
            try:
                tally.add(_talk(row, flow, now))
            except DoorstepError:
                odd += 1
    greetings = tally.greetings([variant.id for variant in flow.flow.greetings])
    known = {o.band: (o.won, o.lost) for o in await store.outcomes(flow.flow.id)}
    everything = TalkFilter(flow.flow.id, where.since, where.until)
    return Report(
        flow=flow.flow.id,
        title=flow.flow.title,
        starts=tally.starts,
        complete=tally.complete,
        silent=tally.silent,
        steps=tally.steps([question.id for question in flow.flow.questions]),
        greetings=greetings,
        verdict=verdict(greetings),
        sources=tally.sources(),
        unread=await store.unread_texts(where, UNREAD),
        calibration=calibration(known),
        kinds=await store.talk_kinds(everything),
        odd=odd,
    )


def _talk(row: report_rows.Talk, flow: CompiledFlow, now: datetime) -> Talk:
    session = renamed(flow.flow, load(row.session))
    ids = renames(flow.flow)
    answered = frozenset(answer.question for answer in session.answers.values())
    return Talk(
        asked=session.asked,
        answered=answered,
        skipped=frozenset(session.skipped) - answered,
        open=session.open_question,
        complete=session.status in ("complete", "handoff"),
        waiting=now - row.updated_at < AWAY,
        fields=frozenset(session.answers),
        band=row.band,
        stage=row.stage,
        variant=str(session.context.get("variant") or ""),
        source=row.source,
        booked=row.stage in BOOKED or _has_time(session, flow),
        waits=tuple((ids.get(q, q), seconds) for q, seconds in json.loads(row.waits)),
        unread=tuple(ids.get(q, q) for q in json.loads(row.unread) if q),
    )


def _has_time(session: Session, flow: CompiledFlow) -> bool:
    """A time was agreed on."""
    times = {question.field for question in flow.flow.questions if question.kind == "datetime"}
    return bool(times & session.answers.keys())


def plain(found: Report) -> dict[str, Any]:
    """A report as plain values."""
    return {
        "flow": found.flow,
        "starts": found.starts,
        "complete": found.complete,
        "never_spoke": found.silent,
        "questions": [
            {
                "question": s.question,
                "shown": s.shown,
                "answered": s.answered,
                "skipped": s.skipped,
                "left_here": s.left,
                "ended_here": s.ended,
                "still_open": s.waiting,
                "median_seconds": s.seconds,
                "unread_tries": s.unread,
            }
            for s in found.steps
        ],
        "greetings": [
            {"id": g.id, "starts": g.starts, "leads": g.contacts, "per_100": round(g.per_100, 1),
             "interval": [round(edge, 1) for edge in g.interval]}
            for g in found.greetings
        ],
        "greetings_verdict": found.verdict or None,
        "sources": [
            {"source": s.name, "starts": s.starts, "leads": s.leads, "hot": s.hot,
             "booked": s.booked}
            for s in found.sources
        ],
        "unread": [
            {"question": u.question, "text": u.text, "times": u.times, "lang": u.lang}
            for u in found.unread
        ],
        "calibration": found.calibration,
    }  # fmt: skip


def narrowed(where: TalkFilter, asked: Mapping[str, str]) -> TalkFilter:
    """The filter with what was asked for by name."""
    return replace(
        where,
        source=asked.get("source", "")[:LONGEST],
        lang=asked.get("lang", "")[:LONGEST],
        version=asked.get("version", "")[:LONGEST],
        device=asked.get("device", "")[:LONGEST],
    )
