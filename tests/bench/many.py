"""A database as it is after years: a million conversations, a hundred thousand leads.

Written straight with SQL, for a million visitors would take an hour.
"""

from __future__ import annotations

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.session import Answer, Session, dump
from storage.columns import micros
from storage.folder import DATABASE, make_private, make_private_file
from storage.migrations import migrate
from storage.writer import connect

FIRST = ("Chris", "Dana", "Greg", "Nora", "José", "Aisha", "Wendy", "Ivan", "Lupita", "Omar")
LAST = ("Ode", "Tally", "Quinn", "Ramos", "Berg", "Haddad", "Novak", "Singh", "Yilmaz", "Kim")
AREAS = ("Round Rock", "Zilker", "Pflugerville", "Mueller", "Cedar Park", "Georgetown")
BANDS = ("hot", "warm", "warm", "cold", "cold", "cold", "cold", "cold", "cold", "disqualified")
DAY = 86_400_000_000  # microseconds
YEARS = 3 * 365 * DAY
LINES = ("Hi, I'm an automated assistant, not a person.", "round rock", "How many bedrooms?")

_CONVERSATIONS = """
    with recursive k (n) as (select 1 union all select n + 1 from k where n < :many)
    insert into conversation (n, id, token_hash, flow, flow_hash, channel, market, lang, status,
        band, session, seq, version, lead_id, created_at, updated_at, source, peer)
    select n, 'chat-' || n, 'hash-' || n, 'buyer', :hash, 'web', 'austin', 'en', 'complete',
        'cold', :session, 3, 2, iif(n % :each, '', 'lead-' || n), :now - n * :pace,
        :now - n * :pace, '{}', ''
    from k"""
_MESSAGES = """
    insert into message (conversation, seq, sender, text, at, data)
    select n, place + 1, iif(place = 1, 'visitor', 'bot'), line, created_at, '{}'
    from conversation cross join (select key as place, value as line from json_each(:lines))"""
_ANSWERS = """
    insert into answer (conversation, seq, n, question, field, value, raw, how, flow_hash, at)
    select n, 2, 0, 'area', 'area', '"Round Rock"', 'round rock', 'typed', :hash, created_at
    from conversation"""
_TURNS = """
    insert into turn (conversation, client_id, reply, at)
    select n, 'client-' || n, :reply, created_at from conversation"""
_LEADS = """
    insert into lead (id, conversation, flow, flow_hash, channel, market, lang, band, status,
        stage, fit, engagement, total, name, phone, email, owner, listing_id, fields, source,
        reasons, created_at, updated_at, claimed_at, dq_reason, gate)
    select 'lead-' || n, id, flow, flow_hash, channel, market, lang,
        (select value from json_each(:bands) where key = (n / :each) % 10), 'complete', 'engaged',
        40, 10, 50,
        (select value from json_each(:first) where key = (n / :each) % 10) || ' ' ||
        (select value from json_each(:last) where key = (n / :each / 10) % 10),
        '+1512' || (2000000 + n / :each), 'v' || n || '@example.com', '', '',
        json_object('area', (select value from json_each(:areas) where key = (n / :each) % 6),
            'timeline', '1_3m'),
        '{}', :reasons, created_at, updated_at, null, '', '[]'
    from conversation where lead_id <> '' order by n desc"""
_EVENTS = """
    insert into event (lead_id, kind, who, data, at)
    select id, 'stage', 'bot', '{}', created_at from lead"""
_KEYS = """
    insert into person_key (key, lead_id)
    select 'phone:' || phone, id from lead union all select 'email:' || email, id from lead"""


def fill(data: Path, flow: CompiledFlow, now: datetime, conversations: int, leads: int) -> Path:
    """Write that many; the database's file."""
    make_private(data)
    path = data / DATABASE
    make_private_file(path)
    given = {
        "many": conversations,
        "each": conversations // leads,
        "now": micros(now),
        "pace": YEARS // conversations,
        "hash": flow.hash,
        "session": dump(_session(flow)),
        "lines": json.dumps(LINES),
        "reply": b'{"seq":3,"messages":[]}',
        "first": json.dumps(FIRST),
        "last": json.dumps(LAST),
        "areas": json.dumps(AREAS),
        "bands": json.dumps(BANDS),
        "reasons": json.dumps([{"rule": "area", "points": 5, "text": "we cover it"}]),
    }
    with closing(connect(path)) as db:
        migrate(db)
        db.execute("pragma synchronous = off")
        db.execute("pragma cache_size = -200000")
        db.execute("begin")
        for text in (_CONVERSATIONS, _MESSAGES, _ANSWERS, _TURNS, _LEADS, _EVENTS, _KEYS):
            db.execute(text, {name: value for name, value in given.items() if f":{name}" in text})
        db.execute("commit")
        db.execute("pragma wal_checkpoint(truncate)").fetchall()
    return path


def _session(flow: CompiledFlow) -> Session:
    answers = {"area": Answer("Round Rock", "round rock", "area")}
    return Session("buyer", flow.hash, state="COMPLETE", status="complete", answers=answers)
