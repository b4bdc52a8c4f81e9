"""site.yaml as frozen data: the office's own settings."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.dialogue.scalars import (
    as_bool,
    as_integer,
    as_number,
    as_point,
    as_text,
    as_texts,
    resolve,
)

_Words = BeforeValidator(as_text)
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$"), _Words]
Text = Annotated[str, Field(max_length=2000), _Words]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_texts)]
Amount = Annotated[float, BeforeValidator(as_number)]
Whole = Annotated[int, BeforeValidator(as_integer)]
Flag = Annotated[bool, BeforeValidator(as_bool)]
Free = Annotated[dict[str, Any], BeforeValidator(resolve)]
Point = Annotated[tuple[float, float], BeforeValidator(as_point)]  # latitude, longitude


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Market(_Part):
    """A branch: where, in which money, time and language."""

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$"), _Words]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$"), _Words]
    tz: Text
    lang: Text = "en"
    min_price: Amount = 0
    min_rent: Amount = 0
    areas: dict[str, Texts] = Field(default_factory=dict)
    coordinates: dict[str, Point] = Field(default_factory=dict)  # the middle of an area
    licensed_states: Texts = ()
    calling_hours: Text = ""  # when visitors may be called, 08:00-21:00 unless it says otherwise


class Agent(_Part):
    """An estate agent who is alerted."""

    id: Identifier
    name: Text
    telegram: Whole | None = None
    email: Text = ""
    phone: Text = ""
    photo: Text = ""
    markets: Texts = ()
    areas: Texts = ()
    languages: Texts = ()
    teams: Texts = ()
    price_min: Amount | None = None
    price_max: Amount | None = None
    shift: Text = "always"
    calendar: Text = ""  # an .ics file beside site.yaml: when this agent is busy


class Team(_Part):
    """Agents who are alerted together."""

    id: Identifier
    name: Text
    lead: Text = ""
    telegram: Whole | None = None  # a group chat


class Rung(_Part):
    """A step of the escalation ladder: who is rung after how long."""

    after: Text = "0s"
    to: Text = "owner"


class Listing(_Part):
    """A home on offer; what the bot may say about it."""

    id: Text
    address: Text
    price: Amount
    market: Text
    agent: Text = ""
    slots: Texts = ()  # local ISO, or weekly "Tue 14:00"
    calendar: Text = ""  # an .ics file beside site.yaml: what is busy, and what is offered
    status: Text = "available"
    title: Text = ""
    beds: Amount | None = None
    baths: Amount | None = None
    size: Text = ""
    year: Whole | None = None
    picture: Text = ""
    url: Text = ""
    facts: dict[str, Text] = Field(default_factory=dict)  # topic -> answer, e.g. stove: It is gas.


class Site(_Part):
    """The whole file."""

    company: Text
    bot_name: Text = "Dory"
    privacy_url: Text = "/privacy"
    default_market: Text
    markets: dict[str, Market]
    agents: tuple[Agent, ...] = ()
    teams: tuple[Team, ...] = ()
    broker: Text = ""  # the agent rung last, when nobody has claimed
    ladder: dict[Literal["hot", "warm"], tuple[Rung, ...]] = Field(default_factory=dict)
    listings: tuple[Listing, ...] = ()
    viewing_minutes: Annotated[Whole, Field(ge=5, le=480)] = 30
    allowed_origins: Texts = ()
    webhooks: tuple[Free, ...] = ()
    crm: Free = Field(default_factory=dict)
    limits: Free = Field(default_factory=dict)
    hide_contact_until_claim: Flag = False
    variables: dict[str, Text] = Field(default_factory=dict)  # lender, sla, product …
    words: dict[str, dict[str, Text]] = Field(default_factory=dict)  # of the widget, by language
    demo: Flag = False  # serve the demo landing page at /
    base_url: Text = ""  # where the public reaches this server
    trusted_proxies: Texts = ()

    def market(self, name: str) -> Market:
        """A market by name, or the default one."""
        return self.markets.get(name) or self.markets[self.default_market]
