"""Points with their reasons, and the band they make. A pure function of answers and flags.

    fit          from explicit answers, capped (70)
    engagement   from behaviour, capped (30); it fades, see ageing.py
    hot          total >= 70 and reachable and urgent; then the overrides, in their order

Hot means urgent, not rich. Every point has a reason in words and the words it came from; what
stands in the way of hot is listed in words too. Names, languages, postcodes and phone countries
are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.dialogue.compiled import CompiledFlow, Earns, Local, Spot
from bot.dialogue.flow import Flow
from bot.dialogue.memory import Memory, facts_of, listing_id, reachable
from bot.dialogue.session import Answer

HOT, WARM, COLD, DISQUALIFIED = "hot", "warm", "cold", "disqualified"
URGENT: Final[Mapping[str, frozenset[str]]] = {
    "timeline": frozenset({"now", "1_3m"}),
    "stage": frozenset({"offer_accepted", "touring"}),
    "priority": frozenset({"top_now"}),
}
WHY_ENGAGED: Final[Mapping[str, str]] = {
    "phone": "gave a phone number",
    "email": "gave an e-mail address",
    "appointment": "wants an appointment",
    "call_now": "asked to be called",
    "completed": "answered to the end",
    "returning": "came back",
    "pages_5plus": "looked at five pages or more",
}
FREE_MAIL: Final = frozenset(
    {
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.uk", "yahoo.es", "yahoo.com.mx",
        "ymail.com", "hotmail.com", "hotmail.co.uk", "hotmail.es", "outlook.com", "outlook.es",
        "outlook.de", "live.com", "live.co.uk", "msn.com", "icloud.com", "me.com", "mac.com",
        "aol.com", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de", "freenet.de",
        "proton.me", "protonmail.com", "pm.me", "mail.com", "zoho.com", "yandex.com", "mail.ru",
        "rediffmail.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net",
        "bellsouth.net", "cox.net", "btinternet.com", "sky.com", "fastmail.com", "tutanota.com",
        "hey.com",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """Points with their rule, why in words, and the visitor's words they rest on."""

    rule: str
    points: int
    text: str
    quote: str = ""
    engagement: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What a lead is worth. ``gate`` says in words what stands in the way of hot, or decided.

    The points of ``reasons`` add up to ``total``: what a cap takes away is a reason as well.
    """

    fit: int
    engagement: int
    total: int
    band: str
    reasons: tuple[Reason, ...] = ()
    gate: tuple[str, ...] = ()


def score(flow: CompiledFlow, memory: Memory) -> Score:
    """The score of what was said so far."""
    local = flow.local(memory.market, memory.lang, listing_id(memory.context))
    fit: list[Reason] = []
    engaged: dict[str, Reason] = {}
    if flow.flow.base_points:
        fit.append(
            Reason("base", flow.flow.base_points, flow.flow.base_because or flow.flow.title)
        )
    table = flow.flow.engagement
    for spot in local.scored:
        answer = memory.answers.get(spot.field)
        if answer is None:
            continue
        for earned in _earned(spot, answer.value):
            _earn(earned, answer.raw, table, fit, engaged)
        if spot.question.points:
            fit += _from_table(spot, answer, local, memory)
    _behave(table, engaged, memory)
    if flow.rules:
        _combine(flow, local, memory, fit, engaged)
    return _summed(flow, local, memory, fit, [r for r in engaged.values() if r.points])


def _earned(spot: Spot, value: Any) -> Iterable[Earns]:
    """What the chosen options bring."""
    if isinstance(value, str):
        earned = spot.earns.get(value)
        return (earned,) if earned is not None else ()
    if isinstance(value, list | tuple):
        return [spot.earns[one] for one in value if one in spot.earns]
    return ()


def _earn(
    earned: Earns,
    raw: str,
    table: Mapping[str, int],
    fit: list[Reason],
    engaged: dict[str, Reason],
) -> None:
    """An option's points, and its engagement, which counts once."""
    if earned.points:
        fit.append(Reason(earned.rule, earned.points, earned.text, raw))
    name = earned.engagement
    if name and name not in engaged:
        engaged[name] = Reason(name, table.get(name, 0), earned.text, raw, engagement=True)


def _from_table(spot: Spot, answer: Answer, local: Local, memory: Memory) -> Iterator[Reason]:
    """What the question's own points table brings."""
    question = spot.question
    row = _row(spot, answer.value, local, memory)
    points = question.points.get(row, 0)
    if points:
        because = question.because or local.book.field(spot.field)
        yield Reason(f"{question.id}.{row}", points, because, answer.raw)


def _behave(table: Mapping[str, int], engaged: dict[str, Reason], memory: Memory) -> None:
    """What a visitor did, whatever was answered."""
    for name in ("phone", "email"):
        answer = memory.answers.get(name)
        if answer is not None:
            engaged[name] = _behaviour(name, table, answer.raw)
    for name in ("call_now", "completed", "returning", "pages_5plus"):
        if name in memory.flags and name not in engaged:
            engaged[name] = _behaviour(name, table)


def _behaviour(name: str, table: Mapping[str, int], quote: str = "") -> Reason:
    return Reason(name, table.get(name, 0), WHY_ENGAGED[name], quote, engagement=True)


def _combine(
    flow: CompiledFlow,
    local: Local,
    memory: Memory,
    fit: list[Reason],
    engaged: dict[str, Reason],
) -> None:
    """The flow's own rules over several answers."""
    facts = facts_of(local, memory)
    for rule, holds in flow.rules:
        if not holds(facts):
            continue
        reason = Reason(rule.id, rule.points, rule.because, "", rule.engagement)
        if rule.engagement:
            engaged[f"rule {rule.id}"] = reason
        else:
            fit.append(reason)


def _summed(
    flow: CompiledFlow, local: Local, memory: Memory, fit: list[Reason], engaged: list[Reason]
) -> Score:
    fit_points = _cap(fit, flow.flow.fit_cap, "fit", engagement=False)
    engagement_points = _cap(engaged, flow.flow.engagement_cap, "engagement", engagement=True)
    total = min(100, fit_points + engagement_points)
    band, gate = band_of(flow.flow, local, memory, total)
    return Score(fit_points, engagement_points, total, band, (*fit, *engaged), gate)


def _cap(reasons: list[Reason], cap: int, name: str, *, engagement: bool) -> int:
    """The points that count; what the cap (or the floor at nothing) changes is a reason too."""
    points = 0
    for reason in reasons:
        points += reason.points
    counted = max(0, min(points, cap))
    if counted < points:
        words = f"{name} counts at most {cap}"
        reasons.append(Reason(f"{name}_cap", counted - points, words, "", engagement))
    elif counted > points:
        words = f"{name} is never below 0"
        reasons.append(Reason(f"{name}_floor", counted - points, words, "", engagement))
    return counted


def band_of(flow: Flow, local: Local, memory: Memory, total: int) -> tuple[str, tuple[str, ...]]:
    """The band of a total, and what stood in the way of hot; the overrides in their order."""
    if memory.dq_reason or memory.status in {"disqualified", "stopped", "erased"}:
        return DISQUALIFIED, (f"disqualified: {memory.dq_reason or memory.status}",)
    if "call_now" in memory.flags and "phone" in memory.answers:
        return HOT, ("asked to be called and left a number: hot whatever the score",)
    missing = tuple(_missing(flow, local, memory, total))
    if not missing:
        return HOT, ()
    return (WARM if total >= flow.bands.warm else COLD), missing


def is_urgent(local: Local, memory: Memory) -> bool:
    """An early date, an appointment, a call request, or a stage that cannot wait."""
    if "call_now" in memory.flags:
        return True
    answers = memory.answers
    for name, urgent in URGENT.items():
        answer = answers.get(name)
        if answer is not None and answer.value in urgent:
            return True
    return any(
        earned.engagement == "appointment"
        for spot in local.scored
        if spot.earns and spot.field in answers
        for earned in _earned(spot, answers[spot.field].value)
    )


def below_minimum(local: Local, memory: Memory) -> bool:
    """Is the budget under the cheapest thing the office handles?"""
    return any(
        not _at_least_min(spot, local, memory)
        for spot in local.priced
        if spot.field in memory.answers
    )


def _missing(flow: Flow, local: Local, memory: Memory, total: int) -> Iterator[str]:
    if total < flow.bands.hot:
        yield f"the score is {total}, hot begins at {flow.bands.hot}"
    if not reachable(memory):
        yield "no phone, no e-mail and not on Telegram"
    if not is_urgent(local, memory):
        yield "nothing urgent: no early date, no appointment, no call asked for"
    if below_minimum(local, memory):
        yield "the budget is under the market's minimum"


def _row(spot: Spot, value: Any, local: Local, memory: Memory) -> str:
    """Which row of a question's points an answer earns."""
    table = spot.question.points
    if isinstance(value, bool):
        return "yes" if value else "no"
    if "at_least_min" in table or "below_min" in table:
        return "at_least_min" if _at_least_min(spot, local, memory) else "below_min"
    if "known" in table and value in local.market.areas:
        return "known"
    if spot.kind == "email" and ("company_domain" in table or "free_mail" in table):
        return "free_mail" if _is_free_mail(str(value)) else "company_domain"
    if isinstance(value, int | float):
        return next((row for least, row in spot.thresholds if value >= least), "any")
    return "any"


def _at_least_min(spot: Spot, local: Local, memory: Memory) -> bool:
    value = memory.answers[spot.field].value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    if spot.slot.unit != "rent":
        return bool(value >= local.market.min_price)
    period = memory.answers.get("budget_period")
    if period is not None and period.value == "week":
        value = value * 52 / 12
    elif period is not None and period.value == "year":
        value = value / 12
    return bool(value >= local.market.min_rent)


def _is_free_mail(address: str) -> bool:
    return address.rpartition("@")[2].lower() in FREE_MAIL
