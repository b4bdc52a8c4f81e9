"""site.yaml as frozen data: the office's own settings."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Market(_Part):
    """A branch: where, in which money, time and language."""

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    tz: str
    lang: str = "en"
    min_price: float = 0
    min_rent: float = 0
    areas: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    licensed_states: tuple[str, ...] = ()


class Agent(_Part):
    """An estate agent who is alerted."""

    id: Identifier
    name: str
    telegram: int | None = None
    email: str = ""
    phone: str = ""
    photo: str = ""
    markets: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    price_min: float | None = None
    price_max: float | None = None
    shift: str = "always"


class Team(_Part):
    """Agents who are alerted together."""

    id: Identifier
    name: str
    lead: str = ""
    telegram: int | None = None  # a group chat


class Rung(_Part):
    """A step of the escalation ladder: who is rung after how long."""

    after: str = "0s"
    to: str = "owner"


class Listing(_Part):
    """A home on offer; what the bot may say about it."""

    id: str
    address: str
    price: float
    market: str
    agent: str = ""
    slots: tuple[str, ...] = ()  # local ISO, or weekly "Tue 14:00"
    status: str = "available"
    title: str = ""
    beds: float | None = None
    baths: float | None = None
    size: str = ""
    year: int | None = None
    picture: str = ""
    url: str = ""
    facts: dict[str, str] = Field(default_factory=dict)  # topic -> answer, e.g. stove: It is gas.


class Site(_Part):
    """The whole file."""

    company: str
    bot_name: str = "Dory"
    privacy_url: str = "/privacy"
    default_market: str
    markets: dict[str, Market]
    agents: tuple[Agent, ...] = ()
    teams: tuple[Team, ...] = ()
    ladder: dict[Literal["hot", "warm"], tuple[Rung, ...]] = Field(default_factory=dict)
    listings: tuple[Listing, ...] = ()
    allowed_origins: tuple[str, ...] = ()
    webhooks: tuple[dict[str, Any], ...] = ()
    crm: dict[str, Any] = Field(default_factory=dict)
    limits: dict[str, Any] = Field(default_factory=dict)
    hide_contact_until_claim: bool = False
    variables: dict[str, str] = Field(default_factory=dict)  # lender, sla, product …
    demo: bool = False  # serve the demo landing page at /
    base_url: str = ""  # where the public reaches this server
    trusted_proxies: tuple[str, ...] = ()

    def market(self, name: str) -> Market:
        """A market by name, or the default one."""
        return self.markets.get(name) or self.markets[self.default_market]
