"""What became of it all, judged by the clients' logs and by the file alone."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.scoring import score
from bot.dialogue.session import load
from storage import readers
from tests.crash.visitors import Told
from tests.fakes.bottypes import Call

NAME = re.compile(r"Visitor [A-Z][a-z]+")
ESCALATION = "⏫"
KINDS = ("lost", "doubled", "unrung", "loud_doubles", "scores", "refused", "kept", "broken")


@dataclass(slots=True)
class Verdict:
    """What was found wrong, in words; all lists are empty when every promise was kept."""

    acknowledged: int = 0
    alerts: int = 0
    erased: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    unrung: list[str] = field(default_factory=list)
    loud_doubles: list[str] = field(default_factory=list)
    scores: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # of what was to be erased
    broken: list[str] = field(default_factory=list)

    @property
    def problems(self) -> list[str]:
        """Everything wrong."""
        return [f"{kind}: {one}" for kind in KINDS for one in getattr(self, kind)]


def judge_file(verdict: Verdict, path: Path, flow: CompiledFlow) -> None:
    """Integrity, and that every score is what the stored answers make it."""
    with closing(readers.connect(path)) as db:
        found = db.execute("pragma integrity_check").fetchone()[0]
        if found != "ok":
            verdict.broken.append(str(found))
        verdict.broken += [f"orphan: {row}" for row in db.execute("pragma foreign_key_check")]
        for id_, session, *lead in db.execute(_SCORED):
            wrong = _score_problem(flow, session, lead)
            verdict.scores += [f"{id_}: {wrong}"] * bool(wrong)
        for id_, wanted, stored in _folded(db):
            if wanted != stored:
                verdict.scores.append(f"{id_}: answers give {wanted}, the session has {stored}")


_SCORED = """
    select c.id, c.session, l.fit, l.engagement, l.total, l.band, l.fields
    from conversation as c join lead as l on l.id = c.lead_id
"""


def _score_problem(flow: CompiledFlow, session: str, lead: Sequence[Any]) -> str:
    loaded = load(session)
    made = score(flow, loaded)
    wanted = (made.fit, made.engagement, made.total, made.band)
    if wanted != tuple(lead[:4]):
        return f"scored {tuple(lead[:4])}, the answers give {wanted}"
    fields = json.loads(json.dumps(loaded.fields))
    return "" if fields == json.loads(lead[4]) else f"fields {lead[4]} are not {fields}"


def _folded(db: sqlite3.Connection) -> Iterable[tuple[str, dict[str, Any], dict[str, Any]]]:
    """For each conversation its answers, the last of each field, beside its session's."""
    for n, id_, session in db.execute("select n, id, session from conversation"):
        rows = db.execute(
            "select field, value from answer where conversation = ? order by seq, n", (n,)
        )
        wanted = {name: json.loads(value) for name, value in rows}
        yield id_, wanted, json.loads(json.dumps(load(session).fields))


def judge_visitors(verdict: Verdict, path: Path, told: Iterable[Told]) -> None:
    """Every acknowledged answer is there, once, in its order, with the reply that was given."""
    with closing(readers.connect(path)) as db:
        for one in told:
            verdict.acknowledged += len(one.said)
            if one.id and not one.erased:
                _judge_visitor(verdict, db, one)


def judge_erasures(verdict: Verdict, data: Path, told: Iterable[Told]) -> None:
    """No file of the data folder holds the name of anybody who was told that it is deleted."""
    gone = [one.name for one in told if one.erased]
    verdict.erased = len(gone)
    for path in data.iterdir():
        content = path.read_bytes() if path.is_file() else b""
        verdict.kept += [f"{name} in {path.name}" for name in gone if name.encode() in content]


def judge_log(verdict: Verdict, log: Path) -> None:
    """No line of the log names anybody. What a person at the terminal reads is no log."""
    lines = log.read_text("utf-8", "replace").splitlines()
    named = [line for line in lines if line.startswith("timestamp=") and NAME.search(line)]
    verdict.kept += [f"{line[:200]} in the log" for line in named]


def _judge_visitor(verdict: Verdict, db: sqlite3.Connection, told: Told) -> None:
    found = db.execute("select n, seq from conversation where id = ?", (told.id,)).fetchone()
    if found is None:
        verdict.lost.append(f"{told.name}'s conversation")
        return
    number, seq = found
    replies = dict(
        db.execute("select client_id, reply from turn where conversation = ?", (number,))
    )
    for body, reply in told.said:
        if replies.get(body["id"]) != reply:
            verdict.lost.append(f"{told.name}: the reply to {body}")
    numbers, texts = _transcript(db, number)
    if numbers != list(range(1, seq + 1)):
        verdict.broken.append(f"{told.name}: messages {numbers} up to {seq}")
    compare(verdict, told.name, told.texts, texts, may_be=told.open is not None)


def _transcript(db: sqlite3.Connection, number: int) -> tuple[list[int], list[str]]:
    rows = db.execute(
        "select seq, sender, text from message where conversation = ? order by seq", (number,)
    ).fetchall()
    return [row[0] for row in rows], [text for _, sender, text in rows if sender == "visitor"]


def compare(
    verdict: Verdict, who: str, wanted: list[str], found: list[str], *, may_be: bool
) -> None:
    """``may_be``: one more input was under way and may have counted."""
    twice = [text for text, times in (Counter(found) - Counter(wanted)).items() if text in wanted]
    verdict.doubled += [f"{who}: {text}" for text in twice]
    missing = Counter(wanted) - Counter(found)
    verdict.lost += [f"{who}: {text}" for text in missing.elements()]
    if not twice and not missing and found[: len(wanted)] != wanted:
        verdict.broken.append(f"{who}: said {wanted}, stored {found}")
    if not twice and len(found) > len(wanted) + may_be:
        verdict.doubled.append(f"{who}: {found[len(wanted) :]}")


def judge_chats(verdict: Verdict, path: Path, said: Mapping[int, list[str]]) -> None:
    """Every Telegram update has one effect. The /start begins a chat and is no line of it."""
    with closing(readers.connect(path)) as db:
        for chat, lines in said.items():
            found = [
                text
                for (number,) in db.execute(
                    "select n from conversation where peer = ? order by n", (str(chat),)
                ).fetchall()
                for text in _transcript(db, number)[1]
                if not text.startswith("/start")
            ]
            verdict.acknowledged += len(lines)
            compare(verdict, f"chat {chat}", lines, found, may_be=False)


def judge_alerts(
    verdict: Verdict, calls: Iterable[Call], told: Iterable[Told], agents: Iterable[int]
) -> None:
    """Everybody who became hot rang at every agent, and nowhere loudly twice."""
    agents = set(agents)
    loud: Counter[tuple[int, str]] = Counter()
    rang: set[tuple[int, str]] = set()
    for call in calls:
        name = NAME.search(call.text)
        if call.chat not in agents or call.status != 200 or name is None:
            continue
        verdict.alerts += 1
        rang.add((call.chat, name[0]))
        silent = str(call.params.get("disable_notification", "")).lower() == "true"
        loud[call.chat, name[0]] += not silent and not call.text.startswith(ESCALATION)
    verdict.loud_doubles += [
        f"{name} at {chat}: {times}" for (chat, name), times in loud.items() if times > 1
    ]
    hot = {one.name for one in told if one.hot and len(one.said) >= HOT_AFTER and not one.erased}
    verdict.unrung += [
        f"{name} at {chat}" for name in hot for chat in agents if (chat, name) not in rang
    ]


HOT_AFTER = 7  # answers: with the phone number a visitor who is in a hurry is hot


def judge_claims(verdict: Verdict, path: Path, won: Mapping[str, str]) -> None:
    """Who was told to have a lead has it."""
    with closing(readers.connect(path)) as db:
        owners = dict(db.execute("select name, owner from lead where owner <> ''"))
    verdict.lost += [
        f"{agent}'s claim of {name}" for name, agent in won.items() if owners.get(name) != agent
    ]
