"""Points with their reasons, and the band they make. A pure function of answers and flags.

    fit          from explicit answers, capped (70)
    engagement   from behaviour, capped (30); it fades, see ageing.py
    hot          total >= 70 and reachable and urgent; then the overrides, in their order

Hot means urgent, not rich. Every point has a reason in words and the words it came from; what
stands in the way of hot is listed in words too. Names, languages, postcodes and phone countries
are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from bot.dialogue.compiled import CompiledFlow, Spot
from bot.dialogue.earning import Earns
from bot.dialogue.flow import Flow
from bot.dialogue.memory import CALL_WORDS, Memory, facts_of, listing_id, reachable
from bot.dialogue.session import Answer
from bot.records import frozen

HOT, WARM, COLD, DISQUALIFIED = "hot", "warm", "cold", "disqualified"
LOST: Final = frozenset({"disqualified", "stopped", "erased"})
MONTHLY: Final[Mapping[str, float]] = {"week": 52 / 12, "year": 1 / 12}
NOT_URGENT: Final = "nothing urgent: no early date, no appointment, no call asked for"
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


@frozen
class Reason:
    """Points with their rule, why in words, and the visitor's words they rest on."""

    rule: str
    points: int
    text: str
    quote: str = ""
    engagement: bool = False


@frozen
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
    tally = Tally(flow, memory)
    fit = _cap(tally.fit, flow.flow.fit_cap, "fit", engagement=False)
    engaged = [reason for reason in tally.engaged.values() if reason.points]
    room = min(flow.flow.engagement_cap, 100 - fit)
    engagement = _cap(engaged, room, "engagement", engagement=True)
    band, gate = tally.band(flow.flow, fit + engagement)
    return Score(fit, engagement, fit + engagement, band, (*tally.fit, *engaged), gate)


class Tally:
    """One pass over the answers: the reasons, and what decides the band beside the points."""

    __slots__ = (
        "below_minimum",
        "engaged",
        "fit",
        "hot_when",
        "local",
        "memory",
        "table",
        "urgent",
    )

    def __init__(self, flow: CompiledFlow, memory: Memory) -> None:
        self.memory = memory
        self.local = flow.local(memory.market, memory.lang, listing_id(memory.context))
        self.table: Mapping[str, int] = flow.flow.engagement
        self.fit: list[Reason] = []
        self.engaged: dict[str, Reason] = {}
        self.urgent = "call_now" in memory.flags
        self.below_minimum = False
        if flow.flow.base_points:
            because = flow.flow.base_because or flow.flow.title
            self.fit.append(Reason("base", flow.flow.base_points, because))
        self._answers()
        self._behaviour()
        if flow.rules:
            self._rules(flow)
        self.hot_when = flow.flow.hot_when
        if flow.hot_when is not None:
            facts = facts_of(self.local, memory) | {"urgent": self.urgent}
            self.urgent = flow.hot_when(facts)

    def band(self, flow: Flow, total: int) -> tuple[str, tuple[str, ...]]:
        """The band of a total, and what stood in the way of hot; the overrides in their order."""
        memory = self.memory
        if memory.dq_reason or memory.status in LOST:
            return DISQUALIFIED, (f"disqualified: {memory.dq_reason or memory.status}",)
        if "call_now" in memory.flags and "phone" in memory.answers:
            return HOT, ("asked to be called and left a number: hot whatever the score",)
        missing = self._missing(flow.bands.hot, total)
        if not missing:
            return HOT, ()
        return (WARM if total >= flow.bands.warm else COLD), tuple(missing)

    def _missing(self, hot: int, total: int) -> list[str]:
        missing = []
        if total < hot:
            missing.append(f"the score is {total}, hot begins at {hot}")
        if not reachable(self.memory):
            missing.append("no phone, no e-mail and not on Telegram")
        if not self.urgent:
            missing.append(f"does not hold: {self.hot_when}" if self.hot_when else NOT_URGENT)
        if self.below_minimum:
            missing.append("the budget is under the market's minimum")
        return missing

    def _answers(self) -> None:
        answers = self.memory.answers
        for spot in self.local.scored:
            answer = answers.get(spot.field)
            if answer is None:
                continue
            if spot.earns:
                for earned in _earned(spot, answer.value):
                    self._earn(earned, answer.raw)
            if spot.points:
                self._from_table(spot, answer)

    def _earn(self, earned: Earns, raw: str) -> None:
        """An option's points, and its engagement, which counts once."""
        self.urgent = self.urgent or earned.urgent
        if earned.points:
            self.fit.append(Reason(earned.rule, earned.points, earned.text, raw))
        name = earned.engagement
        if name and name not in self.engaged:
            self.engaged[name] = Reason(name, self.table.get(name, 0), earned.text, raw, True)

    def _from_table(self, spot: Spot, answer: Answer) -> None:
        """What the question's own points table brings."""
        row = self._row(spot, answer.value)
        points = spot.points.get(row, 0)
        if points:
            because = spot.question.because or self.local.book.field(spot.field)
            self.fit.append(Reason(f"{spot.id}.{row}", points, because, answer.raw))

    def _row(self, spot: Spot, value: Any) -> str:
        """Which row of a question's points an answer earns."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if spot.kind == "money" and "at_least_min" in spot.points:
            below = self._is_below(spot, value)
            self.below_minimum = self.below_minimum or below
            return "below_min" if below else "at_least_min"
        if spot.thresholds and isinstance(value, int | float):
            return next((row for least, row in spot.thresholds if value >= least), "any")
        return self._other_row(spot, value)

    def _other_row(self, spot: Spot, value: Any) -> str:
        if "known" in spot.points and value in self.local.market.areas:
            return "known"
        if "company_domain" in spot.points or "free_mail" in spot.points:
            return "free_mail" if _is_free_mail(str(value)) else "company_domain"
        return "any"

    def _is_below(self, spot: Spot, value: Any) -> bool:
        """Is a budget under the cheapest thing the office handles? Rents compare by the month."""
        if not isinstance(value, int | float):
            return False
        if spot.slot.unit != "rent":
            return value < self.local.market.min_price
        period = self.memory.answers.get("budget_period")
        a_month = MONTHLY.get(period.value, 1.0) if period is not None else 1.0
        return value * a_month < self.local.market.min_rent

    def _behaviour(self) -> None:
        """What a visitor did, whatever was answered."""
        answers, flags, engaged = self.memory.answers, self.memory.flags, self.engaged
        for name in ("phone", "email"):
            if name in answers:
                engaged[name] = self._behaved(name, answers[name].raw)
        for name in flags:
            if name in WHY_ENGAGED and name not in engaged:
                said = self.memory.context.get(CALL_WORDS, "") if name == "call_now" else ""
                engaged[name] = self._behaved(name, said)

    def _behaved(self, name: str, quote: str) -> Reason:
        return Reason(name, self.table.get(name, 0), WHY_ENGAGED[name], quote, True)

    def _rules(self, flow: CompiledFlow) -> None:
        """The flow's own rules over several answers."""
        facts, answers = facts_of(self.local, self.memory), self.memory.answers
        for rule, holds in flow.rules:
            if not holds(facts):
                continue
            said = [answers[name].raw for name in holds.names if name in answers]
            quote = " · ".join(dict.fromkeys(filter(None, said)))
            reason = Reason(rule.id, rule.points, rule.because, quote, rule.engagement)
            if rule.engagement:
                self.engaged[f"rule {rule.id}"] = reason
            else:
                self.fit.append(reason)


def _earned(spot: Spot, value: Any) -> Iterable[Earns]:
    """What the chosen options bring."""
    if isinstance(value, str):
        earned = spot.earns.get(value)
        return (earned,) if earned is not None else ()
    if isinstance(value, list | tuple):
        return [spot.earns[one] for one in value if one in spot.earns]
    return ()


def _cap(reasons: list[Reason], cap: int, name: str, *, engagement: bool) -> int:
    """The points that count; what the cap (or the floor at nothing) changes is a reason too."""
    points = 0
    for reason in reasons:
        points += reason.points
    if 0 <= points <= cap:
        return points
    counted = max(0, min(points, cap))
    words = f"{name} counts at most {cap}" if points > cap else f"{name} is never below 0"
    kind = "cap" if points > cap else "floor"
    reasons.append(Reason(f"{name}_{kind}", counted - points, words, "", engagement))
    return counted


def _is_free_mail(address: str) -> bool:
    return address.rpartition("@")[2].lower() in FREE_MAIL
