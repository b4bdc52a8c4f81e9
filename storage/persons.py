"""Who is the same person: keys, merged leads, leads set apart; asked for, and written."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection

from storage.columns import reader
from storage.rows import Conversation, Join, Known, Lead, Split
from storage.store import Crossed

_LEAD, _lead = reader(Lead)
_CONVERSATION, _conversation = reader(Conversation)
_MOVED = ("consent", "booking", "chat_post", "outbox")  # rows that say whose they are by lead_id


def living(db: Connection, id_: str) -> str:
    """The id that a lead has now, "" when there is none any more."""
    sql = """select id from lead
        where id = coalesce((select lead_id from lead_alias where id = ?1), ?1)"""
    found = db.execute(sql, (id_,)).fetchone()
    return str(found[0]) if found else ""


def sharing(db: Connection, keys: Sequence[str]) -> list[tuple[str, Lead]]:
    """Each lead that one of these keys leads to, with that key, oldest lead first."""
    marks = ", ".join("?" * len(keys))
    sql = f"""select key, {_LEAD} from person_key join lead on id = lead_id
        where key in ({marks}) order by n, key"""
    return [(str(row[0]), _lead(row[1:])) for row in db.execute(sql, tuple(keys))]


def keys_of(db: Connection, lead_id: str) -> list[str]:
    sql = "select key from person_key where lead_id = ? order by key"
    return [str(row[0]) for row in db.execute(sql, (lead_id,))]


def apart_from(db: Connection, lead_id: str) -> list[str]:
    sql = """select other from apart where one = ?1
        union select one from apart where other = ?1 order by 1"""
    return [str(row[0]) for row in db.execute(sql, (lead_id,))]


def conversations_of(db: Connection, lead_id: str) -> list[Conversation]:
    """Oldest first."""
    sql = (
        f"select {_CONVERSATION} from conversation where lead_id = ? and lead_id <> '' order by n"
    )
    return [_conversation(row) for row in db.execute(sql, (lead_id,))]


def conversations_of_peer(db: Connection, channel: str, peer: str) -> list[Conversation]:
    sql = f"""select {_CONVERSATION} from conversation
        where channel = ? and peer = ? and peer <> '' order by n"""
    return [_conversation(row) for row in db.execute(sql, (channel, peer))]


def join(db: Connection, join_: Join) -> None:
    """Everything of the one lead becomes the other's; its id goes on as another name."""
    kept, lost = join_.kept, join_.lost
    db.execute("delete from apart where (one, other) in ((?1, ?2), (?2, ?1))", (kept, lost))
    found = db.execute("select conversation from lead where id = ?", (lost,)).fetchone()
    if found is None:
        return
    db.execute("update event set origin = ? where lead_id = ? and origin = ''", (found[0], lost))
    for table in ("event", "conversation", *_MOVED):
        sql = f"update {table} set lead_id = ? where lead_id = ? and lead_id <> ''"
        db.execute(sql, (kept, lost))
    db.execute("update or replace alert_copy set lead_id = ? where lead_id = ?", (kept, lost))
    db.execute("update or replace person_key set lead_id = ? where lead_id = ?", (kept, lost))
    db.execute("update or replace apart set one = ? where one = ?", (kept, lost))
    db.execute("update or replace apart set other = ? where other = ?", (kept, lost))
    db.execute(
        """update lead set owner = was.owner, claimed_at = was.claimed_at
        from (select owner, claimed_at from lead where id = ?2) as was
        where id = ?1 and lead.owner = '' and was.owner <> ''""",
        (kept, lost),
    )
    db.execute("delete from lead where id = ?", (lost,))
    db.execute("update lead_alias set lead_id = ? where lead_id = ?", (kept, lost))
    db.execute("insert into lead_alias values (?, ?, ?)", (lost, kept, found[0]))


def split(db: Connection, split_: Split) -> None:
    """Some conversations of a lead become a lead of their own."""
    kept, fresh, ids = split_.kept.lead.id, split_.fresh.lead.id, split_.conversations
    marks = ", ".join("?" * len(ids))
    for table in ("consent", "booking", "chat_post"):
        db.execute(
            f"""update {table} set lead_id = ? where lead_id = ? and lead_id <> ''
            and conversation in (select n from conversation where id in ({marks}))""",
            (fresh, kept, *ids),
        )
    moved = db.execute(
        f"""update conversation set lead_id = ? where lead_id = ? and lead_id <> ''
        and id in ({marks})""",
        (fresh, kept, *ids),
    ).rowcount
    if moved != len(ids):
        raise Crossed("the lead changed meanwhile")
    db.execute(
        f"update event set lead_id = ? where lead_id = ? and origin in ({marks})",
        (fresh, kept, *ids),
    )
    db.execute(f"delete from lead_alias where id = ? or conversation in ({marks})", (fresh, *ids))
    db.execute("insert or ignore into apart values (?, ?)", sorted((kept, fresh)))


def settle_keys(db: Connection, known: Known) -> None:
    """A lead is recognised by these, and by nothing else any more."""
    lead_id = known.lead.id
    db.execute("delete from person_key where lead_id = ?", (lead_id,))
    db.executemany("insert into person_key values (?, ?)", [(key, lead_id) for key in known.keys])
    count_visits(db, lead_id)


def count_visits(db: Connection, lead_id: str) -> None:
    """A lead's visits are its conversations."""
    db.execute(
        """update lead set visits = max(1,
            (select count(*) from conversation where lead_id = lead.id and lead_id <> ''))
        where id = ?""",
        (lead_id,),
    )
