"""Everything that only reads. One function a question; each is given a connection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Connection

from storage import erasing, persons
from storage.columns import micros, reader
from storage.person_store import Aged
from storage.rows import (
    AlertCopy,
    AnswerRow,
    ConsentRow,
    Conversation,
    Event,
    FlowVersion,
    Lead,
    LeadFile,
    Message,
    Outgoing,
    Turn,
    Update,
    Upload,
)
from storage.search import match_query
from storage.store import LeadFilter

FEW = 1_000  # matches up to which each is looked up; beyond, the list is walked and filtered

_CONVERSATION, _conversation = reader(Conversation)
_TURN, _turn = reader(Turn, conversation="?1")
_MESSAGE, _message = reader(Message, conversation="?1")
_ANSWER, _answer = reader(AnswerRow, conversation="?1")
_VERSION, _version = reader(FlowVersion)
_CONSENT, _consent = reader(ConsentRow, conversation="?1")
_UPLOAD, _upload = reader(Upload, conversation="?1")
_LISTED, _ = reader(Upload, conversation="?1", data="x''")
_LEAD, _lead = reader(Lead)
_AGED, _aged = reader(Aged)
_EVENT, _event = reader(Event)
OUTGOING, outgoing = reader(Outgoing)
_COPY, _copy = reader(AlertCopy)
_UPDATE, _update = reader(Update)
_OF = "conversation = (select n from conversation where id = ?1)"


def conversation(db: Connection, id_: str) -> Conversation | None:
    sql = f"select {_CONVERSATION} from conversation where id = ?"
    found = db.execute(sql, (id_,)).fetchone()
    return found and _conversation(found)


def conversation_of_peer(db: Connection, channel: str, peer: str) -> Conversation | None:
    sql = f"""select {_CONVERSATION} from conversation
        where channel = ? and peer = ? and peer <> '' order by updated_at desc, n desc limit 1"""
    found = db.execute(sql, (channel, peer)).fetchone()
    return found and _conversation(found)


def turn(db: Connection, conversation_: str, client_id: str) -> Turn | None:
    sql = f"select {_TURN} from turn where {_OF} and client_id = ?2"
    found = db.execute(sql, (conversation_, client_id)).fetchone()
    return found and _turn(found)


def messages(db: Connection, conversation_: str, after: int) -> list[Message]:
    sql = f"select {_MESSAGE} from message where {_OF} and seq > ?2 order by seq"
    return [_message(row) for row in db.execute(sql, (conversation_, after))]


def answers(db: Connection, conversation_: str) -> list[AnswerRow]:
    sql = f"select {_ANSWER} from answer where {_OF} order by seq, n"
    return [_answer(row) for row in db.execute(sql, (conversation_,))]


def consents(db: Connection, conversation_: str) -> list[ConsentRow]:
    sql = f"select {_CONSENT} from consent where {_OF} order by rowid"
    return [_consent(row) for row in db.execute(sql, (conversation_,))]


def uploads(db: Connection, conversation_: str) -> list[Upload]:
    sql = f"select {_LISTED} from upload where {_OF} order by rowid"
    return [_upload(row) for row in db.execute(sql, (conversation_,))]


def upload(db: Connection, conversation_: str, id_: str) -> Upload | None:
    sql = f"select {_UPLOAD} from upload where {_OF} and id = ?2"
    found = db.execute(sql, (conversation_, id_)).fetchone()
    return found and _upload(found)


def lead(db: Connection, id_: str) -> Lead | None:
    """By its id, or by the one it had before it was merged."""
    sql = f"""select {_LEAD} from lead
        where id = coalesce((select lead_id from lead_alias where id = ?1), ?1)"""
    found = db.execute(sql, (id_,)).fetchone()
    return found and _lead(found)


def lead_file(db: Connection, id_: str) -> LeadFile | None:
    found = lead(db, id_)
    if found is None:
        return None
    heard = "select session from conversation where id = ?"
    session = db.execute(heard, (found.conversation,)).fetchone()
    keys = persons.keys_of(db, found.id)
    return LeadFile(
        lead=found,
        events=tuple(events(db, found.id)),
        session=str(session[0]) if session else "",
        keys=tuple(keys),
        refused=bool(keys) and not may_contact(db, keys),
    )


def leads(db: Connection, where: LeadFilter) -> list[Lead]:
    """Newest first. Words that nobody has give an empty list, never an error."""
    conditions, values = _conditions(where)
    if where.text.strip():
        query = match_query(where.text)
        if not query:
            return []
        conditions.append(_matching(db, query))
        values["query"] = query
    sql = f"""select {_LEAD} from lead where {" and ".join(conditions) or "1"}
        order by updated_at desc, id desc limit :limit"""
    return [_lead(row) for row in db.execute(sql, values | {"limit": where.limit})]


def _matching(db: Connection, query: str) -> str:
    """How best to use the matches: look each up while they are few, else walk the list."""
    few = "select count(*) from (select 1 from lead_search where lead_search match ? limit ?)"
    column = "n" if db.execute(few, (query, FEW + 1)).fetchone()[0] <= FEW else "+n"
    return f"{column} in (select rowid from lead_search where lead_search match :query)"


def _conditions(where: LeadFilter) -> tuple[list[str], dict[str, object]]:
    values: dict[str, object] = {
        name: value for name in ("band", "flow", "owner") if (value := getattr(where, name))
    }
    # The plus keeps to the index that is in the list's order: one by band alone has to sort.
    conditions = [f"+{name} = :{name}" for name in values]
    if where.unclaimed:
        conditions.append("owner = ''")
    if where.since is not None:
        conditions.append("updated_at >= :since")
        values["since"] = micros(where.since)
    if where.before is not None:
        conditions.append("(updated_at, id) < (:before_at, :before_id)")
        values["before_at"], values["before_id"] = micros(where.before[0]), where.before[1]
    return conditions, values


def lead_ids(db: Connection, beginning: str, limit: int) -> list[str]:
    sql = "select id from lead where id >= ? and id < ? || char(1114111) order by id limit ?"
    return [str(row[0]) for row in db.execute(sql, (beginning, beginning, limit))]


def lead_counts(db: Connection) -> dict[str, int]:
    return dict(db.execute("select band, count(*) from lead group by band").fetchall())


def events(db: Connection, lead_id: str) -> list[Event]:
    sql = f"select {_EVENT} from event where lead_id = ? order by id"
    return [_event(row) for row in db.execute(sql, (lead_id,))]


def events_since(db: Connection, kinds: Sequence[str], since: datetime, limit: int) -> list[Event]:
    """The newest ones, oldest first."""
    marks = ", ".join("?" * len(kinds))
    sql = f"""select {_EVENT} from event where kind in ({marks}) and at >= ?
        order by at desc, id desc limit ?"""
    found = db.execute(sql, (*kinds, micros(since), limit)).fetchall()
    return [_event(row) for row in reversed(found)]


def owner_before(db: Connection, lead_id: str, phone: str, email: str) -> str:
    sql = """select owner from lead
        where owner <> '' and id <> ?1
            and ((phone <> '' and phone = ?2) or (email <> '' and email = ?3))
        order by claimed_at desc, n desc limit 1"""
    found = db.execute(sql, (lead_id, phone, email)).fetchone()
    return str(found[0]) if found else ""


def may_contact(db: Connection, keys: Sequence[str]) -> bool:
    """An erased person who had said stop is on the list by a hash."""
    asked = (*keys, *erasing.hashes(db, keys))
    marks = ", ".join("?" * len(asked))
    sql = f"select 1 from do_not_contact where key in ({marks}) limit 1"
    return db.execute(sql, asked).fetchone() is None


def oldest(db: Connection, after: int, before: datetime, limit: int) -> list[Aged]:
    sql = """select c.n, c.id, c.flow, c.lead_id, c.created_at,
            max(c.updated_at, coalesce(l.updated_at, 0)) as heard_at
        from conversation as c left join lead as l on l.id = c.lead_id
        where c.n > ? and c.created_at < ? order by c.n limit ?"""
    return [_aged(row) for row in db.execute(sql, (after, micros(before), limit))]


def outbox_depth(db: Connection) -> dict[str, int]:
    sql = """select state, count(*) from outbox
        where state in ('due', 'taken', 'dead') group by state"""
    return {"due": 0, "taken": 0, "dead": 0} | dict(db.execute(sql).fetchall())


def outbox(db: Connection, state: str, limit: int) -> list[Outgoing]:
    """Newest first."""
    where, values = ("where state = ?", (state,)) if state else ("", ())
    sql = f"select {OUTGOING} from outbox {where} order by id desc limit ?"
    return [outgoing(row) for row in db.execute(sql, (*values, limit))]


def alert_copies(db: Connection, lead_id: str) -> list[AlertCopy]:
    sql = f"select {_COPY} from alert_copy where lead_id = ? order by at, chat_id, message_id"
    return [_copy(row) for row in db.execute(sql, (lead_id,))]


def new_updates(db: Connection, bot: str, limit: int) -> list[Update]:
    sql = f"""select {_UPDATE} from telegram_update
        where bot = ? and state = 'new' order by rowid limit ?"""
    return [_update(row) for row in db.execute(sql, (bot, limit))]


def flow_text(db: Connection, hash_: str) -> str | None:
    found = db.execute("select text from flow_text where hash = ?", (hash_,)).fetchone()
    return found and str(found[0])


def flow_versions(db: Connection, flow: str) -> list[FlowVersion]:
    sql = f"select {_VERSION} from flow_version where flow = ? order by n"
    return [_version(row) for row in db.execute(sql, (flow,))]


def silent_since(
    db: Connection, flow: str, after: datetime, until: datetime, limit: int
) -> list[Conversation]:
    sql = f"""select {_CONVERSATION} from conversation
        where status = 'partial' and updated_at > ? and updated_at <= ? and flow = ?
        order by updated_at limit ?"""
    values = (micros(after), micros(until), flow, limit)
    return [_conversation(row) for row in db.execute(sql, values)]


def setting(db: Connection, name: str) -> str | None:
    found = db.execute("select value from setting where name = ?", (name,)).fetchone()
    return found and str(found[0])
