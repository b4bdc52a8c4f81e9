"""What is true now stays true after an older backup is restored.

A backup brings back conversations and leads. It must not bring back a person who asked not to be
contacted, an alert that has rung, or a password that was changed. Each rule works on a restored
database to which the one of now is attached as ``now``, and says how many rows it changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from storage.erasing import scrub_due, scrub_step, scrubbed
from storage.person_sqlite import replay
from storage.store import INTERRUPTED

Rule = Callable[[sqlite3.Connection], int]

_SETTLED = """
    update outbox set state = sent.state, error = sent.error, result = sent.result,
        settled_at = sent.settled_at, attempts = sent.attempts
    from now.outbox as sent
    where sent.key = outbox.key and outbox.state in ('due', 'taken')
        and sent.state not in ('due', 'taken')
"""
_MAYBE_SENT = "update outbox set error = ? where state in ('due', 'taken')"
_REFUSALS = """
    insert into do_not_contact select * from now.do_not_contact where true
    on conflict (key) do nothing
"""


def settled(db: sqlite3.Connection) -> int:
    """What has left since the backup does not leave again."""
    return db.execute(_SETTLED).rowcount


def refusals(db: sqlite3.Connection) -> int:
    """Who must not be contacted now must not be contacted then."""
    return db.execute(_REFUSALS).rowcount


def access(db: sqlite3.Connection) -> int:
    """Users, sessions, agents' chats and secrets are those of now."""
    db.execute("delete from setting")
    return db.execute("insert into setting select * from now.setting").rowcount


def erasures(db: sqlite3.Connection) -> int:
    """Who was erased since stays erased. The key of the hashes came with the settings."""
    db.execute("insert or ignore into erased select * from now.erased")
    found = replay(db, datetime.now(UTC))
    begin = True
    while scrub_step(db, begin=begin):
        begin = False
    scrubbed(db, scrub_due(db))
    return found


RULES: Final[Mapping[str, Rule]] = {
    "settled": settled,
    "refusals": refusals,
    "access": access,
    "erasures": erasures,
}


def carry(restored: Path, present: Path) -> dict[str, int]:
    """Apply every rule to a restored file; how many rows each of them changed."""
    with closing(sqlite3.connect(restored, isolation_level=None, uri=True)) as db:
        db.execute("attach ? as now", (f"{present.absolute().as_uri()}?mode=ro",))
        with _transaction(db):
            return {name: rule(db) for name, rule in RULES.items()}


def be_wary(restored: Path) -> None:
    """Nobody knows what has left since the backup: it leaves silently, marked as a repeat."""
    with closing(sqlite3.connect(restored, isolation_level=None)) as db, _transaction(db):
        db.execute(_MAYBE_SENT, (INTERRUPTED,))


def _transaction(db: sqlite3.Connection) -> sqlite3.Connection:
    """Begun here; the connection as a context commits it or rolls it back."""
    db.execute("pragma secure_delete = on")
    db.execute("pragma foreign_keys = on")
    db.execute("begin immediate")
    return db
