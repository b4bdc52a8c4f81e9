"""What reports are made from: conversations in portions, texts nobody could read, outcomes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from sqlite3 import Connection
from typing import Any, Final

from storage.columns import micros, reader
from storage.readers import Readers
from storage.report_rows import Outcomes, Talk, TalkFilter, UnreadText

INDEX: Final = ("create index conversation_flow on conversation (flow, created_at)",)
PORTION: Final = 500  # conversations read at once

_REFERRER: Final = "json_extract(c.source, '$.referrer')"
_BARE: Final = f"substr({_REFERRER}, instr({_REFERRER}, '://') + 3)"  # without the scheme
_HOST: Final = f"lower(substr({_BARE}, 1, instr({_BARE} || '/', '/') - 1))"
_SOURCE: Final = f"""coalesce(nullif(json_extract(c.source, '$.utm_source'), ''),
    nullif({_HOST}, ''), c.channel)"""
_WAITS: Final = """(
    select json_group_array(json_array(question, seconds)) from (
        select json_extract(m.data, '$.question') as question, min(m.seq),
            ((select v.at from message v where v.conversation = c.n and v.seq > m.seq
                and v.sender = 'visitor' order by v.seq limit 1) - m.at) / 1e6 as seconds
        from message m
        where m.conversation = c.n and m.sender = 'bot' and m.data <> '{}'
        group by 1 having question is not null and seconds is not null))"""
_UNREAD: Final = "(select json_group_array(u.question) from unread u where u.conversation = c.n)"
_COLUMNS, _talk = reader(
    Talk,
    **{name: f"c.{name}" for name in ("n", "flow", "flow_hash", "channel", "lang", "band")},
    **{name: f"c.{name}" for name in ("session", "created_at", "updated_at")},
    source=_SOURCE,
    stage="coalesce((select l.stage from lead l where l.id = c.lead_id), '')",
    waits=_WAITS,
    unread=_UNREAD,
)
_, _text = reader(UnreadText)
_TESTS: Final[dict[str, tuple[str, Callable[[Any], Any]]]] = {
    "flow": ("c.flow = ?", str),
    "since": ("c.created_at >= ?", micros),
    "until": ("c.created_at < ?", micros),
    "channel": ("c.channel = ?", str),
    "lang": ("c.lang = ?", str),
    "version": ("substr(c.flow_hash, 1, 8) = ?", lambda text: str(text)[:8]),
    "source": (f"{_SOURCE} = ?", str),
    "device": ("coalesce(json_extract(c.source, '$.device'), c.channel) = ?", str),
}


class ReportReader:
    """The same of an SQLite file."""

    _readers: Readers

    async def talks(self, where: TalkFilter, after: Talk | None = None) -> list[Talk]:
        return await self._readers.run(partial(talks, where=where, after=after))

    async def talk_kinds(self, where: TalkFilter) -> dict[str, list[str]]:
        return await self._readers.run(partial(talk_kinds, where=where))

    async def unread_texts(self, where: TalkFilter, limit: int = 20) -> list[UnreadText]:
        return await self._readers.run(partial(unread_texts, where=where, limit=limit))

    async def outcomes(self, flow: str) -> list[Outcomes]:
        return await self._readers.run(partial(outcomes, flow=flow))


def talks(db: Connection, where: TalkFilter, after: Talk | None) -> list[Talk]:
    tests, values = _where(where)
    last = (micros(after.created_at), after.n) if after else (-1, -1)
    sql = f"""select {_COLUMNS} from conversation c
        where {tests} and (c.created_at, c.n) > (?, ?)
        order by c.created_at, c.n limit {PORTION}"""
    return [_talk(row) for row in db.execute(sql, (*values, *last))]


def unread_texts(db: Connection, where: TalkFilter, limit: int) -> list[UnreadText]:
    tests, values = _where(where)
    sql = f"""select u.question, u.text, count(*), u.lang, max(u.at) from unread u
        join conversation c on c.n = u.conversation where {tests}
        group by u.question, lower(trim(u.text)) order by 3 desc, 5 desc, 1 limit ?"""
    return [_text(row) for row in db.execute(sql, (*values, limit))]


def talk_kinds(db: Connection, where: TalkFilter) -> dict[str, list[str]]:
    tests, values = _where(where)
    wanted = {
        "source": _SOURCE,
        "lang": "c.lang",
        "version": "substr(c.flow_hash, 1, 8)",
        "device": "coalesce(json_extract(c.source, '$.device'), c.channel)",
    }
    found: dict[str, list[str]] = {}
    for name, column in wanted.items():
        sql = f"""select {column}, count(*) from conversation c where {tests}
            group by 1 order by 2 desc limit 50"""
        found[name] = [str(row[0]) for row in db.execute(sql, values) if row[0]]
    return found


def outcomes(db: Connection, flow: str) -> list[Outcomes]:
    sql = "select band, stage, count(*) from lead where ? in ('', flow) group by 1, 2"
    found: dict[str, dict[str, int]] = {}
    for band, stage, times in db.execute(sql, (flow,)):
        found.setdefault(band, {})[stage] = times
    return [
        Outcomes(band, stages.pop("won", 0), stages.pop("lost", 0), stages)
        for band, stages in found.items()
    ]


def _where(where: TalkFilter) -> tuple[str, list[Any]]:
    wanted = {name: value for name in _TESTS if (value := getattr(where, name))}
    values = [_TESTS[name][1](value) for name, value in wanted.items()]
    return " and ".join(_TESTS[name][0] for name in wanted), values
