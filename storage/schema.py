"""The tables. A step, once released, is never edited: a new one follows it.

A conversation has a short number ``n`` of its own, so that its messages, answers and turns lie
side by side in their tables and a turn touches few pages.
"""

from __future__ import annotations

FIRST = (
    """
    create table conversation (
        n integer primary key,
        id text not null unique,
        token_hash text not null,
        flow text not null,
        flow_hash text not null,
        channel text not null,
        market text not null,
        lang text not null,
        status text not null,
        band text not null,
        session text not null,
        seq integer not null,
        version integer not null,
        lead_id text not null,
        created_at integer not null,
        updated_at integer not null,
        source text not null,
        peer text not null
    )
    """,
    "create index conversation_peer on conversation (channel, peer, n) where peer <> ''",
    """
    create table message (
        conversation integer not null references conversation (n) on delete cascade,
        seq integer not null,
        sender text not null,
        text text not null,
        at integer not null,
        data text not null,
        primary key (conversation, seq)
    ) without rowid
    """,
    """
    create table answer (
        conversation integer not null references conversation (n) on delete cascade,
        seq integer not null,
        n integer not null,
        question text not null,
        field text not null,
        value text not null,
        raw text not null,
        how text not null,
        flow_hash text not null,
        at integer not null,
        primary key (conversation, seq, n)
    ) without rowid
    """,
    """
    create table turn (
        conversation integer not null references conversation (n) on delete cascade,
        client_id text not null,
        reply blob not null,
        at integer not null,
        unique (conversation, client_id)
    )
    """,
    """
    create table lead (
        n integer primary key,
        id text not null unique,
        conversation text not null,
        flow text not null,
        flow_hash text not null,
        channel text not null,
        market text not null,
        lang text not null,
        band text not null,
        status text not null,
        stage text not null,
        fit integer not null,
        engagement integer not null,
        total integer not null,
        name text not null,
        phone text not null,
        email text not null,
        owner text not null,
        listing_id text not null,
        fields text not null,
        source text not null,
        reasons text not null,
        created_at integer not null,
        updated_at integer not null,
        claimed_at integer,
        dq_reason text not null,
        gate text not null
    )
    """,
    # covers every filter of a list, so that a list reads whole rows only for what it shows
    "create index lead_list on lead (updated_at, id, band, flow, owner)",
    """
    create table unread (
        conversation integer not null references conversation (n) on delete cascade,
        seq integer not null,
        flow text not null,
        question text not null,
        text text not null,
        lang text not null,
        at integer not null
    )
    """,
    "create index unread_conversation on unread (conversation)",
    """
    create table consent (
        conversation integer not null references conversation (n) on delete cascade,
        lead_id text not null,
        purpose text not null,
        granted integer not null,
        text text not null,
        version text not null,
        channel text not null,
        at integer not null
    )
    """,
    "create index consent_conversation on consent (conversation)",
    """
    create table do_not_contact (
        key text primary key,
        reason text not null,
        at integer not null
    ) without rowid
    """,
    """
    create table outbox (
        id integer primary key autoincrement,
        key text not null unique,
        kind text not null,
        lane text not null,
        payload text not null,
        due_at integer not null,
        lead_id text not null,
        attempts integer not null,
        state text not null,
        error text not null,
        result text not null,
        created_at integer,
        taken_at integer,
        settled_at integer
    )
    """,
    "create index outbox_lane on outbox (lane, id) where state in ('due', 'taken')",
    "create index outbox_due on outbox (due_at, id) where state = 'due'",
    "create index outbox_state on outbox (state, id)",
    "create index outbox_lead on outbox (lead_id) where lead_id <> ''",
    """
    create table event (
        id integer primary key autoincrement,
        lead_id text not null,
        kind text not null,
        who text not null,
        data text not null,
        at integer not null
    )
    """,
    "create index event_lead on event (lead_id, id)",
    """
    create table alert_copy (
        lead_id text not null,
        agent text not null,
        chat_id text not null,
        message_id integer not null,
        kind text not null,
        at integer not null,
        digest text not null,
        primary key (lead_id, chat_id, message_id)
    ) without rowid
    """,
    """
    create table telegram_update (
        bot text not null,
        update_id integer not null,
        chat text not null,
        body text not null,
        received_at integer not null,
        state text not null,
        error text not null,
        primary key (bot, update_id)
    )
    """,
    "create index telegram_update_new on telegram_update (bot, update_id) where state = 'new'",
    """
    create table flow_text (
        hash text primary key,
        flow text not null,
        text text not null,
        at integer not null
    )
    """,
    "create table setting (name text primary key, value text not null) without rowid",
)

# Words to search a lead by. Of a phone also its endings, for numbers are written in many ways.
_WORDS = """
    {row}.name || ' ' || {row}.email || ' ' || {row}.listing_id || ' ' || {row}.id,
    {row}.phone || ' ' || substr({row}.phone, -10) || ' ' || substr({row}.phone, -7)
        || ' ' || substr({row}.phone, -4),
    coalesce(json_extract({row}.fields, '$.area'), '')
        || ' ' || coalesce(json_extract({row}.fields, '$.address'), '')
        || ' ' || coalesce(json_extract({row}.fields, '$.listing_address'), '')
"""

SEARCH = (
    """
    create virtual table lead_search using fts5 (
        person, phone, place, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    )
    """,
    f"""
    create trigger lead_search_added after insert on lead begin
        insert into lead_search (rowid, person, phone, place)
        values (new.n, {_WORDS.format(row="new")});
    end
    """,
    f"""
    create trigger lead_search_changed after update on lead
    when new.name <> old.name or new.phone <> old.phone or new.email <> old.email
        or new.listing_id <> old.listing_id
        or json_extract(new.fields, '$.area') is not json_extract(old.fields, '$.area')
        or json_extract(new.fields, '$.address') is not json_extract(old.fields, '$.address')
    begin
        update lead_search set (person, phone, place) = (select {_WORDS.format(row="new")})
        where rowid = new.n;
    end
    """,
    """
    create trigger lead_search_gone after delete on lead begin
        delete from lead_search where rowid = old.n;
    end
    """,
)

# The flow files as they were saved. ``files`` is a JSON object of names and texts.
VERSIONS = (
    """
    create table flow_version (
        n integer primary key,
        flow text not null,
        hash text not null,
        files text not null,
        author text not null,
        why text not null,
        at integer not null
    )
    """,
    "create index flow_version_of on flow_version (flow, n)",
    "create index conversation_open on conversation (updated_at) where status = 'partial'",
)

# What agents did lately, over all leads; and the earlier leads of the same person.
ROUTING = (
    "create index event_kind on event (kind, at, id)",
    "create index lead_phone on lead (phone) where phone <> ''",
    "create index lead_email on lead (email) where email <> ''",
)

# One lead for each person and wish. A key is what a person is recognised by ("phone:+1…",
# "email:…", "telegram:…"); an alias is what became of a lead that was merged into another;
# two leads that a person has set apart are never merged again by themselves. ``erased`` holds
# keyed hashes only, and the setting ``erasure_key`` is their key.
PERSONS = (
    """
    create table person_key (
        key text not null, lead_id text not null, primary key (key, lead_id)
    ) without rowid
    """,
    "create index person_key_lead on person_key (lead_id)",
    "insert or ignore into person_key select 'phone:' || phone, id from lead where phone <> ''",
    """
    insert or ignore into person_key select 'email:' || lower(email), id from lead
    where email <> ''
    """,
    """
    insert or ignore into person_key select channel || ':' || peer, lead_id from conversation
    where peer <> '' and lead_id <> ''
    """,
    "update or replace do_not_contact set key = lower(key) where key like 'email:%'",
    "create index conversation_lead on conversation (lead_id) where lead_id <> ''",
    """
    create table lead_alias (
        id text primary key, lead_id text not null, conversation text not null
    ) without rowid
    """,
    "create index lead_alias_of on lead_alias (lead_id)",
    """
    create trigger lead_merged before insert on lead
    when exists (select 1 from lead_alias where id = new.id) begin
        select raise(abort, 'this lead was merged into another');
    end
    """,
    """
    create table apart (
        one text not null, other text not null, primary key (one, other)
    ) without rowid
    """,
    "alter table lead add column visits integer not null default 1",
    "alter table event add column origin text not null default ''",
    """
    create table erased (
        hash text primary key, at integer not null, why text not null
    ) without rowid
    """,
)

# What visitors sent along. It goes with its conversation.
UPLOADS = (
    """
    create table upload (
        conversation integer not null references conversation (n) on delete cascade,
        seq integer not null,
        id text not null unique,
        question text not null,
        name text not null,
        type text not null,
        size integer not null,
        at integer not null,
        data blob not null
    )
    """,
    "create index upload_conversation on upload (conversation, seq)",
)

# What is new in a chat goes before changes of what is there.
RANKS = (
    "alter table outbox add column rank integer not null default 0",
    "drop index outbox_lane",
    "create index outbox_lane on outbox (lane, rank, id) where state = 'due'",
    "create index outbox_taken on outbox (lane) where state = 'taken'",
)

# How many leads there are of each band is shown on every page of the inbox.
COUNTS = ("create index lead_band on lead (band)",)

# So that what belongs to one person is found among a million conversations without reading them
# all. Where an index leaves out '', a query must say that it does as well.
LOOKUPS = (
    "create index event_origin on event (origin) where origin <> ''",
    "create index consent_lead on consent (lead_id) where lead_id <> ''",
    "create index chat_post_lead on chat_post (lead_id)",
    "create index booking_conversation on booking (conversation)",
    "create index booking_held on booking (held_until) where state = 'held'",
    "create index lead_alias_conversation on lead_alias (conversation)",
    """
    create index telegram_update_parked on telegram_update (bot, update_id)
    where state <> 'new' and body <> '{}'
    """,
)
