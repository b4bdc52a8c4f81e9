"""What agents do in conversations: they take them over, arrange viewings, have words sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.alerts.claiming import Claims
from bot.alerts.desk import Desk
from bot.alerts.service import Room
from bot.alerts.talk import FrontDoor
from bot.channels.telegram_agents import Agents
from bot.channels.telegram_door import Door
from bot.channels.telegram_relay import Relay
from bot.channels.telegram_viewings import Viewings
from bot.conversations import Conversations
from bot.dialogue.site import Site
from bot.diary import Diary
from bot.takeover import Takeover
from bot.telling import Telling
from bot.viewing_desk import ViewingDesk


@dataclass(slots=True)
class AgentsSide:
    """Begun with the conversations, and whole once the alerts have a desk."""

    conversations: Conversations
    diary: Diary
    site: Callable[[], Site]
    takeover: Takeover = field(init=False)
    viewings: ViewingDesk = field(init=False)

    def room(self, desk: Desk, claims: Claims, front: FrontDoor | None) -> Room:
        """What stands beside the alerts; called once."""
        to_visitor = front.carried if isinstance(front, Door) else None
        self.takeover = Takeover(desk, claims, self.conversations, to_visitor)
        self.viewings = ViewingDesk(desk, claims, self.conversations, self.diary, to_visitor)
        telling = Telling(desk.store, self.conversations, self.site, desk.clock, to_visitor)
        shown = Viewings(desk, self.viewings)
        return Room(
            handlers=(Agents(desk, self.takeover), shown),
            senders={"chat": Relay(desk, self.takeover), "visitor": telling, "book": shown},
        )
