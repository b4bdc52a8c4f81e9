"""Conversations played from JSON lines: the same engine, routing and alert texts, no I/O.

The clock stands at the line's ``now``; the same line gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.effects import Effect, Ring, Said
from bot.dialogue.engine import Turn, begin, step
from bot.dialogue.events import Start, Text
from bot.dialogue.session import dump, load
from bot.dialogue.site import Site
from bot.errors import DoorstepError, UserMistake
from bot.leads.alert_text import hot_alert, withdrawn
from bot.leads.facts import facts_of_session
from bot.leads.routing import route
from bot.library import Library

CHANNELS: Final = frozenset({"web", "telegram", "terminal"})
MOST_TURNS: Final = 2000
encode = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(slots=True)
class Played:
    """A conversation as it went: the last turn and everything on the way."""

    turn: Turn
    effects: list[Effect] = field(default_factory=list)
    alerts: list[dict[str, Any]] = field(default_factory=list)


def replay(library: Library, lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """For each line its outcome as JSON, and whether it could be played."""
    for line in lines:
        if line.strip():
            yield _one(library, line)


def outcome(library: Library, line: Mapping[str, Any]) -> dict[str, Any]:
    """What comes of one conversation; raises UserMistake for a line that cannot be played."""
    played = play(library, line)
    session, score = played.turn.session, played.turn.score
    ended = {"dq_reason": session.dq_reason} if session.dq_reason else {}
    return {
        "id": line.get("id"),
        "fields": session.fields,
        "band": score.band,
        "status": session.status,
        **ended,
        "score": {"fit": score.fit, "engagement": score.engagement, "total": score.total},
        "reasons": [
            {"rule": r.rule, "points": r.points, "text": r.text, "quote": r.quote}
            for r in score.reasons
        ],
        "asked": list(session.asked),
        "transcript": [_said(effect) for effect in played.effects if isinstance(effect, Said)],
        "alerts": played.alerts,
    }


def play(library: Library, line: Mapping[str, Any]) -> Played:
    """Play one conversation; between two turns the session is dumped and loaded, as on disk."""
    flow = _flow(library, line.get("flow"))
    context = _mapping(line, "context")
    now = clock(library.site, context)
    turn = begin(flow, start_of(line, library.site), now)
    played = Played(turn)
    _collect(played, turn, library.site, now, str(line.get("id")))
    for text in _turns(line):
        turn = step(flow, load(dump(played.turn.session)), Text(text), now)
        _collect(played, turn, library.site, now, str(line.get("id")))
    return played


def start_of(line: Mapping[str, Any], site: Site) -> Start:
    """The opening that a line describes."""
    context = _mapping(line, "context")
    channel = line.get("channel", "web")
    if channel not in CHANNELS:
        raise UserMistake(f"“channel” is {channel!r}: write web or telegram")
    return Start(
        channel=channel,
        market=market_of(context, site),
        lang=str(line.get("lang") or ""),
        source=_source(context),
        listing=_listing(context, site),
        slots=tuple(str(slot) for slot in _list(context, "slots")),
        known=_mapping(context, "known"),
        returning=context.get("returning") is True,
        licensed_states=tuple(str(state) for state in _list(context, "licensed_states")),
    )


def market_of(context: Mapping[str, Any], site: Site) -> str:
    """The market that is named, else the first of the country that is named."""
    name, country = context.get("market"), context.get("country")
    if name is not None:
        if name not in site.markets:
            raise UserMistake(f"there is no market “{name}”: {', '.join(site.markets)}")
        return str(name)
    return next((m for m, market in site.markets.items() if market.country == country), "")


def clock(site: Site, context: Mapping[str, Any]) -> datetime:
    """The moment at which the clock stands: local time of the line's zone or its market's."""
    now = context.get("now")
    zone = str(context.get("tz") or site.market(market_of(context, site)).tz)
    try:
        at = datetime.fromisoformat(str(now))
        return at if at.tzinfo is not None else at.replace(tzinfo=ZoneInfo(zone))
    except (ValueError, KeyError, OSError):
        raise UserMistake(f"“now” is {now!r} in {zone!r}: write 2026-03-10T14:05") from None


def _one(library: Library, text: str) -> tuple[str, bool]:
    id_: Any = None
    try:
        line = json.loads(text)
        if not isinstance(line, dict):
            raise UserMistake("the line is no JSON object")
        id_ = line.get("id")
        return encode(outcome(library, line)), True
    except (ValueError, RecursionError):
        return encode({"id": id_, "error": "the line is no JSON"}), False
    except DoorstepError as error:
        return encode({"id": id_, "error": str(error)}), False


def _collect(played: Played, turn: Turn, site: Site, now: datetime, id_: str) -> None:
    played.turn = turn
    played.effects += turn.effects
    for effect in turn.effects:
        if isinstance(effect, Ring):
            played.alerts.append(_alert(turn, effect, site, now, id_))


def _alert(turn: Turn, ring: Ring, site: Site, now: datetime, id_: str) -> dict[str, Any]:
    """What an agent would see: a lead rings loudly once, whatever follows is silent."""
    score = turn.score
    facts = facts_of_session(
        turn.session,
        site,
        now,
        lead_id=id_,
        band=score.band,
        total=score.total,
        reasons=score.reasons,
        asked=ring.data.get("asked", ""),
    )
    routing = route(facts, site, now)
    facts = replace(facts, opens=routing.opens)
    loud = ring.kind in ("hot", "callback")
    text = withdrawn if score.band == "disqualified" else hot_alert
    return {
        "kind": ring.kind,
        "to": list(routing.ids),
        "text": text(facts, html=False),
        "silent": not loud or routing.silent,
    }


def _said(said: Said) -> dict[str, Any]:
    line: dict[str, Any] = {"from": said.sender, "text": said.text}
    if said.options:
        line["options"] = list(said.options)
    return line


def _flow(library: Library, name: Any) -> CompiledFlow:
    flow = library.flows.get(name) if isinstance(name, str) else None
    if flow is None:
        known = ", ".join(library.flows)
        raise UserMistake(f"there is no flow “{name}”: {known}")
    return flow


def _turns(line: Mapping[str, Any]) -> list[str]:
    turns = line.get("turns", [])
    if not isinstance(turns, list) or not all(isinstance(turn, str) for turn in turns):
        raise UserMistake("“turns” must be a list of texts")
    if len(turns) > MOST_TURNS:
        raise UserMistake(f"“turns” has more than {MOST_TURNS} texts")
    return turns


def _listing(context: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """The home of the page; a deep link may name it too."""
    names = {"id": "listing_id", "address": "listing_address", "price": "listing_price"}
    given = {name: context[key] for name, key in names.items() if context.get(key) is not None}
    payload = str(context.get("start") or "")
    if not given and payload:
        home = next((home for home in site.listings if home.id in payload), None)
        given = {"id": home.id} if home is not None else {}
    return given


def _source(context: Mapping[str, Any]) -> dict[str, str]:
    source = {str(name): str(value) for name, value in _mapping(context, "source").items()}
    if context.get("start"):
        source["start"] = str(context["start"])
    return source


def _mapping(line: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = line.get(key) or {}
    if not isinstance(value, Mapping):
        raise UserMistake(f"“{key}” must be an object")
    return value


def _list(line: Mapping[str, Any], key: str) -> list[Any]:
    value = line.get(key) or []
    if not isinstance(value, list):
        raise UserMistake(f"“{key}” must be a list")
    return value
