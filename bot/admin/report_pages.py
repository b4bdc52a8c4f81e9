"""The page of reports: one flow over a time, and what it can be narrowed to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from bot.admin.asked import OddQuery
from bot.dialogue.compiled import CompiledFlow
from bot.reporting import LONGEST, narrowed, report
from storage.report_rows import ReportStore, TalkFilter

DAYS: Final = {"7": "7 days", "28": "28 days", "90": "90 days", "365": "a year"}
USUAL: Final = "28"
NARROWS: Final = ("source", "lang", "device", "version")
WIDE: Final = 160  # of the bar of 100 percent


async def report_page(
    store: ReportStore,
    flows: Mapping[str, CompiledFlow],
    query: Mapping[str, str],
    now: datetime,
) -> dict[str, Any]:
    """What the template shows; raises OddQuery for what no page of ours asks for."""
    asked = _asked(flows, query)
    if not asked["flow"]:
        return {"report": None, "flows": [], "asked": asked, "days": DAYS, "narrows": []}
    since = now - timedelta(days=int(asked["days"]))
    where = narrowed(TalkFilter(asked["flow"], since), asked)
    found = await report(store, flows[asked["flow"]], where, now)
    return {
        "report": found,
        "flows": sorted((id_, flow.flow.title) for id_, flow in flows.items()),
        "asked": asked,
        "days": DAYS,
        "narrows": [(name, _choices(found.kinds.get(name, []), asked[name])) for name in NARROWS],
        "bars": {step.question: round(WIDE * step.leaving) for step in found.steps},
        "wide": WIDE,
        "all": f"/admin/reports?{urlencode({'flow': asked['flow'], 'days': asked['days']})}",
    }


async def leaving(store: ReportStore, flow: CompiledFlow, now: datetime) -> dict[str, str]:
    """For the flow's picture: how many of the last weeks' visitors left at each question."""
    since = now - timedelta(days=int(USUAL))
    found = await report(store, flow, TalkFilter(flow.flow.id, since), now)
    return {
        step.question: f"{step.leaving:.0%} of {step.shown} left here"
        for step in found.steps
        if not step.few
    }


def _asked(flows: Mapping[str, CompiledFlow], query: Mapping[str, str]) -> dict[str, str]:
    if not set(query) <= {"flow", "days", "note", *NARROWS}:
        raise OddQuery
    flow = query.get("flow") or next(iter(sorted(flows)), "")
    days = query.get("days") or USUAL
    if (flow and flow not in flows) or days not in DAYS:
        raise OddQuery
    narrow = {name: query.get(name, "") for name in NARROWS}
    if any(len(value) > LONGEST for value in narrow.values()):
        raise OddQuery
    return {"flow": flow, "days": days, **narrow}


def _choices(known: list[str], chosen: str) -> list[str]:
    """What there is, and what is chosen even where there is nothing of it."""
    return known if not chosen or chosen in known else [chosen, *known]
