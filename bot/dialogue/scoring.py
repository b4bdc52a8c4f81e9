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

from bot.dialogue.compiled import CompiledFlow, Local, Spot
from bot.dialogue.flow import ENGAGEMENT, Flow, Option, Question
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
    fit = _capped(_fit(flow, local, memory), flow.flow.fit_cap, "fit", engagement=False)
    engaged = list(_engagement(flow, local, memory))
    engagement = _capped(engaged, flow.flow.engagement_cap, "engagement", engagement=True)
    fit_points = sum(reason.points for reason in fit)
    engagement_points = sum(reason.points for reason in engagement)
    total = min(100, fit_points + engagement_points)
    band, gate = band_of(flow.flow, local, memory, total)
    return Score(fit_points, engagement_points, total, band, (*fit, *engagement), gate)


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
        option.engagement == "appointment"
        for spot in local.spots.values()
        if spot.question.options and spot.field in answers
        for option in _chosen(spot.question, answers[spot.field].value)
    )


def below_minimum(local: Local, memory: Memory) -> bool:
    """Is the budget under the cheapest thing the office handles?"""
    return any(
        not _at_least_min(spot, local, memory)
        for spot in local.spots.values()
        if spot.kind == "money"
        and "at_least_min" in spot.question.points
        and spot.field in memory.answers
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


def _capped(
    reasons: Iterable[Reason], cap: int, name: str, *, engagement: bool
) -> tuple[Reason, ...]:
    """The reasons, and one more for what the cap (or the floor at nothing) takes away or gives."""
    kept = tuple(reasons)
    points = sum(reason.points for reason in kept)
    if points > cap:
        return (
            *kept,
            Reason(f"{name}_cap", cap - points, f"{name} counts at most {cap}", "", engagement),
        )
    if points < 0:
        return (
            *kept,
            Reason(f"{name}_floor", -points, f"{name} is never below 0", "", engagement),
        )
    return kept


def _fit(flow: CompiledFlow, local: Local, memory: Memory) -> Iterator[Reason]:
    if flow.flow.base_points:
        yield Reason("base", flow.flow.base_points, flow.flow.base_because or flow.flow.title)
    for spot in local.spots.values():
        answer = memory.answers.get(spot.field)
        if answer is not None:
            yield from _points_of(spot, answer, local, memory)
    if flow.rules:
        facts = facts_of(local, memory)
        for rule, holds in flow.rules:
            if not rule.engagement and holds(facts):
                yield Reason(rule.id, rule.points, rule.because)


def _points_of(spot: Spot, answer: Answer, local: Local, memory: Memory) -> Iterator[Reason]:
    question = spot.question
    for option in _chosen(question, answer.value):
        if option.points:
            rule = f"{question.id}.{option.value}"
            yield Reason(rule, option.points, option.because or option.label.lower(), answer.raw)
    if question.points:
        key = _row(spot, answer.value, local, memory)
        points = question.points.get(key, 0)
        if points:
            because = question.because or local.book.field(spot.field)
            yield Reason(f"{question.id}.{key}", points, because, answer.raw)


def _chosen(question: Question, value: Any) -> list[Option]:
    """The options an answer stands for."""
    values = value if isinstance(value, tuple | list) else (value,)
    return [option for option in question.options if option.value in values]


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
        return _threshold(table, value) or "any"
    return "any"


def _threshold(table: Mapping[str, int], value: float) -> str:
    """The highest row such as "20+" that the value reaches."""
    rows = [row for row in table if row.endswith("+") and row[:-1].isdecimal()]
    reached = [row for row in rows if value >= int(row[:-1])]
    return max(reached, key=lambda row: int(row[:-1]), default="")


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


def _engagement(flow: CompiledFlow, local: Local, memory: Memory) -> Iterator[Reason]:
    table = flow.flow.engagement or ENGAGEMENT
    for rule, text, quote in _engaged(local, memory):
        points = table.get(rule, 0)
        if points:
            yield Reason(rule, points, text, quote, engagement=True)
    if flow.rules:
        facts = facts_of(local, memory)
        for rule_, holds in flow.rules:
            if rule_.engagement and holds(facts):
                yield Reason(rule_.id, rule_.points, rule_.because, "", engagement=True)


def _engaged(local: Local, memory: Memory) -> Iterator[tuple[str, str, str]]:
    """The engagement rules that were earned, each once: (rule, why in words, quote)."""
    for name in ("phone", "email"):
        if name in memory.answers:
            yield name, WHY_ENGAGED[name], memory.answers[name].raw
    earned = {
        option.engagement: (option.because or option.label.lower(), answer.raw)
        for spot in local.spots.values()
        if spot.question.options and (answer := memory.answers.get(spot.field)) is not None
        for option in _chosen(spot.question, answer.value)
        if option.engagement
    }
    for name, (text, quote) in earned.items():
        yield name, text, quote
    for name in ("call_now", "completed", "returning", "pages_5plus"):
        if name in memory.flags and name not in earned:
            yield name, WHY_ENGAGED[name], ""
