"""What commands change, beside a running server or without one: invitations, users, the outbox.

Each operation takes plain values and gives plain values, so that it can be asked for over the
control socket. A person's mistake is a UserMistake in one sentence.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot import library, people, rescoring, retention
from bot.admin import users
from bot.alerts.directory import INVITE_LASTS, Directory
from bot.alerts.presses import INVITE
from bot.alerts.reach import Bot, who_am_i
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.site import Site
from bot.editions import Editions
from bot.errors import FlowProblems, UserMistake
from bot.library import Library
from bot.recognition import Recognition
from bot.records import frozen
from bot.settings import Settings
from storage.rows import FlowVersion, Lead
from storage.store import Store

Tell = Callable[[int, int], None]  # so much is done, of so much
DEAD: Final = "dead"
ID_BYTES: Final = 16
MANY: Final = 10_000  # dead letters put back at once


def nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


@frozen
class Office:
    """What operations work on."""

    store: Store
    site: Callable[[], Site]
    settings: Settings
    flows: Callable[[], Mapping[str, CompiledFlow]]
    wake: Callable[[], None] = lambda: None
    forget: Callable[[], None] = lambda: None  # what is in memory of leads and conversations
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    @classmethod
    def of(cls, settings: Settings, store: Store) -> Office:
        """An office without a running server; its site is read when somebody asks for it."""
        return cls(store, lambda: site_of(settings), settings, lambda: _flows(settings))


async def perform(
    office: Office, do: str, values: Mapping[str, Any], tell: Tell = nobody
) -> dict[str, Any]:
    """Carry out one operation."""
    operation = OPERATIONS.get(do)
    if operation is None:
        raise UserMistake(f"the running server knows no “{do}”: it is of another version")
    return await operation(office, values, tell)


async def invite(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """A one-time code that binds an agent's Telegram chat, and the link that carries it."""
    wanted, agents = values["agent"], office.site().agents
    agent = next((agent for agent in agents if agent.id == wanted), None)
    if agent is None:
        known = ", ".join(agent.id for agent in agents) or "none yet"
        raise UserMistake(f"there is no agent “{wanted}” in the site file: {known}")
    now = office.clock()
    code = INVITE + await Directory(office.store, office.site).invite(agent.id, now)
    bot = await who_am_i(office.settings.telegram_token, office.settings.telegram_api)
    named = isinstance(bot, Bot)
    return {
        "agent": agent.id,
        "name": agent.name,
        "code": code,
        "link": f"https://t.me/{bot.username}?start={code}" if isinstance(bot, Bot) else "",
        "why_no_link": "" if named else str(bot),
        "until": (now + INVITE_LASTS).isoformat(),
    }


async def add_user(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """Let somebody sign in by name and password; for a known name this changes the password."""
    role = values.get("role", users.ADMIN)
    now = office.clock()
    changed = await users.keep(office.store, values["name"], values["hash"], now, role)
    return {"name": values["name"], "changed": changed}


async def remove_user(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """End a user's sign-ins, at once."""
    if not await users.remove(office.store, values["name"]):
        raise UserMistake(f"there is no user “{values['name']}”")
    return {"name": values["name"]}


async def retry(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """Try rows again now; without ids all dead letters."""
    ids = values["ids"] or [row.id for row in await office.store.outbox(DEAD, MANY)]
    return await _by_hand(office, ids, office.store.put_back)


async def drop(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """Never send these rows."""
    return await _by_hand(office, values["ids"], office.store.drop)


async def rescore(office: Office, _values: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """Score every lead by the rules and the day of now."""
    seen, changed = await rescoring.rescore(
        office.store, office.flows(), office.clock(), tell=tell
    )
    return {"seen": seen, "changed": rescoring.told(changed)}


async def _by_hand(
    office: Office, ids: Iterable[int], move: Callable[[int, datetime], Awaitable[bool]]
) -> dict[str, Any]:
    moved = {id_: await move(id_, office.clock()) for id_ in ids}
    office.wake()
    return {
        "done": [id_ for id_, done in moved.items() if done],
        "refused": [id_ for id_, done in moved.items() if not done],
    }


async def keep_flow(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """Keep versions of a flow's files, in their order."""
    kept = []
    for row in values["rows"]:
        at = datetime.fromisoformat(row["at"])
        kept.append(await office.store.keep_version(FlowVersion(**{**row, "at": at})))
    return {"kept": kept}


async def erase(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """Erase leads and conversations, whoever they are."""
    leads = [lead for id_ in values["leads"] if (lead := await office.store.lead(id_))]
    rows = [await office.store.conversation(id_) for id_ in values["conversations"]]
    found = people.Found(
        values["who"], tuple(leads), tuple(row for row in rows if row), tuple(values["keys"])
    )
    keeper = _keeper(office, "command")
    gone = await keeper.erase(found)
    _changed(office)
    return {"gone": gone, "scrubbed": await keeper.scrubbed()}


async def allow(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """Somebody may be contacted again."""
    found = await people.find_or_keys(office.store, office.site(), values["who"])
    gone = await _keeper(office, values["by"]).allow(found, values["because"])
    _changed(office)
    return {"gone": gone, "leads": [lead.id for lead in found.leads]}


async def merge(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """Two leads are one person's wish."""
    one, other = [await _lead(office, values[name]) for name in ("one", "other")]
    kept = await _keeper(office, values["who"]).merge(one, other)
    _changed(office)
    return {"kept": kept.id, "visits": kept.visits}


async def split(office: Office, values: Mapping[str, Any], _tell: Tell) -> dict[str, Any]:
    """A lead is two people's."""
    lead = await _lead(office, values["lead"])
    fresh_id = secrets.token_urlsafe(ID_BYTES)
    keeper = _keeper(office, values["who"])
    kept, fresh = await keeper.split(lead, values["conversations"], fresh_id)
    _changed(office)
    return {"kept": kept.id, "fresh": fresh.id}


async def retain(office: Office, _values: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """Erase what has been kept long enough."""
    gone, was = await retention.retain(office.store, office.flows(), office.clock(), tell)
    _changed(office)
    return {"gone": gone, "by_flow": dict(was.by_flow)}


async def _lead(office: Office, id_: str) -> Lead:
    lead = await office.store.lead(id_)
    if lead is None:
        raise UserMistake(f"there is no lead {id_}")
    return lead


def _keeper(office: Office, who: str) -> people.Keeper:
    editions = Editions(office.store, office.site(), office.flows())
    recognition = Recognition(office.store, editions)
    return people.Keeper(office.store, recognition, who, office.clock())


def _changed(office: Office) -> None:
    office.forget()
    office.wake()


Operation = Callable[[Office, Mapping[str, Any], Tell], Awaitable[dict[str, Any]]]
OPERATIONS: Final[Mapping[str, Operation]] = {
    "agent.invite": invite,
    "user.add": add_user,
    "user.remove": remove_user,
    "outbox.retry": retry,
    "outbox.drop": drop,
    "leads.rescore": rescore,
    "flows.keep": keep_flow,
    "leads.erase": erase,
    "leads.allow": allow,
    "leads.merge": merge,
    "leads.split": split,
    "leads.retention": retain,
}


def site_of(settings: Settings) -> Site:
    """The office's settings alone: a broken flow hides no lead."""
    source = library.open_source(library.site_path(settings.flows, settings.site))
    site, problems = library.site_of(source)
    if site is None:
        raise FlowProblems(problems)
    return site


def _flows(settings: Settings) -> Mapping[str, CompiledFlow]:
    return Library.load(settings.flows, settings.site).flows
