"""The schema of viewings, and of what was posted to agents about a chat."""

from __future__ import annotations

# A viewing takes its time as long as it is held, asked for or confirmed. ``place`` is the home,
# "" where none is known. The indexes let no two have the same place at the same time.
BOOKINGS = (
    """
    create table booking (
        id text primary key,
        conversation integer not null references conversation (n) on delete cascade,
        lead_id text not null,
        place text not null,
        agent text not null,
        starts_at integer not null,
        ends_at integer not null,
        state text not null,
        held_until integer,
        number integer not null,
        link_hash text not null,
        created_at integer not null,
        updated_at integer not null
    ) without rowid
    """,
    """
    create unique index booking_slot on booking (place, starts_at)
    where place <> '' and state in ('held', 'asked', 'confirmed')
    """,
    """
    create unique index booking_one on booking (conversation)
    where state in ('held', 'asked', 'confirmed')
    """,
    "create index booking_agent on booking (agent, starts_at)",
    "create index booking_lead on booking (lead_id)",
    "create index booking_link on booking (link_hash)",
    """
    create table chat_post (
        chat_id text not null,
        message_id integer not null,
        conversation integer not null references conversation (n) on delete cascade,
        lead_id text not null,
        primary key (chat_id, message_id)
    ) without rowid
    """,
    "create index chat_post_of on chat_post (conversation)",
    "create index alert_copy_post on alert_copy (chat_id, message_id)",
)
