"""A topic for each lead in a team's group, where the group has topics."""

from __future__ import annotations

from typing import Final

import structlog

from bot.alerts.desk import Desk
from bot.alerts.outcomes import Again, Hopeless
from bot.alerts.view import Case
from bot.leads import alert_text, words

NAME_LIMIT: Final = 60
NONE: Final = "none"
TOPICLESS: Final = ("not a forum", "not enough rights", "topics", "forum")

log = structlog.get_logger("alerts")


class Topics:
    """Finds a lead's topic, or opens it. Its name holds the wish and no name: a topic outlives
    what may be known of a person."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def of(self, case: Case, chat: str) -> int | Again:
        """The thread of this lead in this group; 0 where the group has no topics."""
        store, messenger = self._desk.store, self._desk.messenger
        name = f"topic:{chat}:{case.facts.lead_id}"
        if kept := await store.setting(name):
            return int(kept)
        if messenger is None or await store.setting(f"topics:{chat}") == NONE:
            return 0
        made = await messenger.call(
            "createForumTopic", {"chat_id": chat, "name": self._name(case)}
        )
        if isinstance(made, Again):
            return made
        thread = made.get("message_thread_id") if isinstance(made, dict) else None
        if isinstance(thread, int):
            await store.set_setting(name, str(thread))
            return thread
        if isinstance(made, Hopeless):
            log.info("group.without_topics", why=made.why)
            if any(word in made.why.lower() for word in TOPICLESS):
                await store.set_setting(f"topics:{chat}", NONE)
        return 0

    def _name(self, case: Case) -> str:
        facts = case.facts
        wish = words.without_contact(alert_text.wish(facts)) or facts.flow_title
        clock = words.clock(facts.at, facts.tz)
        return words.shorten(f"🔥 {facts.total} {words.one_line(wish, 40)} {clock}", NAME_LIMIT)
