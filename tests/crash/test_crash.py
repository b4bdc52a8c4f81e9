"""A short run with every place to die, and runs with planted bugs, which must be found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.crash import office
from tests.crash.judge import Verdict, compare, judge_alerts
from tests.crash.office import DANA
from tests.crash.points import POINTS
from tests.crash.run import crash
from tests.crash.visitors import Told
from tests.fakes.bottypes import Call

SHORT = [point for point in POINTS if point not in ("anywhere", "before-commit")]
ANSWERS = 20  # acknowledged in each life
SAID = ["Zilker", "3", "450k"]


@pytest.mark.slow
async def test_a_server_that_is_killed_everywhere_keeps_every_promise(tmp_path: Path) -> None:
    """And the same judge finds what is then done to the file."""
    run, verdict = await crash(tmp_path, SHORT, ANSWERS)
    assert verdict.problems == []
    assert verdict.acknowledged > ANSWERS * len(SHORT)
    assert verdict.alerts > 10
    assert run.claims.won
    assert [life.point for life in run.lives if life.reached] == SHORT
    for damage, kind in DAMAGES.items():
        before = len(getattr(verdict, kind))
        with sqlite3.connect(run.database) as db:
            db.execute(ONE)
            assert db.execute(damage).rowcount, damage
        verdict = run.judge()
        assert len(getattr(verdict, kind)) > before, damage


ONE = """
    create temp view one as
    select n, lead_id from conversation
    where channel = 'web' and status = 'complete' and lead_id <> '' order by n limit 1
"""
DAMAGES = {
    "update lead set total = total + 1 where id = (select lead_id from one)": "scores",
    "update answer set value = '7' where question = 'beds_min'": "scores",
    "delete from turn where conversation = (select n from one)": "lost",
    "update message set seq = 500 where conversation = (select n from one) and seq = 9": "broken",
    "insert into message select conversation, 501, sender, text, at, data from message "
    "where conversation = (select n from one) and sender = 'visitor' limit 1": "doubled",
    "delete from message where conversation = (select n from one) and sender = 'visitor'": "lost",
    "update lead set owner = ''": "lost",
}


@pytest.mark.slow
async def test_planted_bugs_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An alert that rings loudly twice, and answers acknowledged before they are on disk."""
    monkeypatch.setattr(office, "ERASED_OF", 1 << 30)  # what rang is no erased lead's
    plan = ["forget-repeats", "acknowledge-early"] * 2  # one may be claimed, one a first answer's
    _, verdict = await crash(tmp_path, plan, ANSWERS)
    assert verdict.loud_doubles
    assert verdict.lost


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        (SAID, set()),
        ([*SAID, "now"], set()),  # what was under way has counted
        ([*SAID, "now", "now"], {"doubled"}),
        (SAID[:2], {"lost"}),
        ([*SAID, "Zilker"], {"doubled"}),
        (["3", "Zilker", "450k"], {"broken"}),
        ([], {"lost"}),
    ],
)
def test_transcripts_are_compared_with_what_was_acknowledged(
    found: list[str], kinds: set[str]
) -> None:
    verdict = Verdict()
    compare(verdict, "she", SAID, found, may_be=True)
    assert {problem.split(":")[0] for problem in verdict.problems} == kinds


def _rung(text: str, *, silent: bool = False) -> Call:
    sent = {"chat_id": DANA, "text": text, "disable_notification": str(silent).lower()}
    return Call("sendMessage", sent, 0.0, 200)


@pytest.mark.parametrize(
    ("calls", "kinds"),
    [
        ([_rung("🔥 Visitor Bado · buy")], set()),
        ([], {"unrung"}),
        ([_rung("🔥 Visitor Bado"), _rung("🔥 Visitor Bado")], {"loud_doubles"}),
        ([_rung("🔥 Visitor Bado"), _rung("🔥 Visitor Bado · sent again", silent=True)], set()),
        ([_rung("🔥 Visitor Bado"), _rung("⏫ Unclaimed · Visitor Bado")], set()),
        ([_rung("🔥 Visitor Kulo")], {"unrung"}),
    ],
)
def test_alerts_are_judged_by_what_the_phone_heard(calls: list[Call], kinds: set[str]) -> None:
    verdict, told = Verdict(), Told("Visitor Bado", hot=True)
    told.said = [({"text": str(n)}, b"") for n in range(9)]
    judge_alerts(verdict, calls, [told], [DANA])
    assert {problem.split(":")[0] for problem in verdict.problems} == kinds
