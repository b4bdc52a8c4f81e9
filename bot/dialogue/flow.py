"""A flow file as frozen data: what marketing people write, checked and with defaults filled in."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal[
    "choice", "multi", "text", "number", "money", "percent", "yesno", "phone", "email",
    "name", "area", "region", "address", "datetime",
]  # fmt: skip
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Value = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
Points = Annotated[int, Field(ge=-100, le=100)]
FIT_CAP = 70
ENGAGEMENT_CAP = 30


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Part):
    """One answer that can be pressed."""

    value: Value
    label: str
    points: Points | None = Field(None, description="Added to fit when chosen")
    because: str = Field("", description="The reason in words shown to agents; the label if empty")
    engagement: str = Field("", description="An engagement rule this answer earns, e.g. appointment")
    disqualifies: str = Field("", description="A reason code: choosing this ends the conversation")
    synonyms: tuple[str, ...] = Field((), description="Other words visitors use for it")
    next: str = Field("", description="The question that follows this answer")
    when: str = Field("", description="Only offered when this holds")


class CountryChange(_Part):
    """What differs for one question in one country."""

    field: Identifier | None = None
    ask: str | None = None
    unit: str | None = None


class Question(_Part):
    """One question of the flow."""

    id: Identifier
    kind: Kind
    ask: str = Field(description="The words of the question")
    field: Identifier = Field("", description="The field it fills; the question's id if left out", validate_default=False)
    why: str = Field("", description="Said when a visitor asks why we need it")
    options: tuple[Option, ...] = ()
    buttons: tuple[str, ...] = Field((), description="Ready answers shown under a typed question")
    other: bool = Field(False, description="A choice that also takes any text as its answer")
    optional: bool = False
    when: str = Field("", description="Asked only when this holds")
    next: str = Field("", description="The question that follows; the one below if left out")
    retry: str = Field("", description="Said when the answer could not be read")
    points: dict[str, Points] = Field(
        default_factory=dict,
        description="any / known / yes / no / at_least_min / below_min / company_domain / free_mail, "
        "or thresholds such as 20+: 12",
    )
    because: str = Field("", description="The reason in words for these points")
    unit: str = Field("", description="money: sale or rent; number: bedrooms, people, pieces, stars …")
    minimum: float | None = None
    maximum: float | None = None
    out_of_area: str = Field("", description="Said, and the conversation ends, for a place not covered")
    disqualifies_outside: str = Field("", description="The reason code for a place not covered")
    consent: Literal["", "contact", "marketing"] = ""
    by_country: dict[str, CountryChange] = Field(default_factory=dict)
    was: Identifier | None = Field(None, description="The id this question had before it was renamed")


class Rule(_Part):
    """Points for a combination of answers."""

    id: Identifier
    when: str
    points: Points
    because: str
    engagement: bool = False


class Variant(_Part):
    """One wording of the greeting in an A/B test."""

    id: Identifier
    text: str
    percent: Annotated[int, Field(ge=0, le=100)]


class Bands(_Part):
    """Totals from which a lead is hot or warm."""

    hot: int = 70
    warm: int = 40


class Close(_Part):
    """The last words, by band."""

    hot: str = ""
    warm: str = ""
    cold: str = ""
    disqualified: str = ""


class Faq(_Part):
    """A question visitors ask, and its answer."""

    id: Identifier
    hears: tuple[str, ...]
    says: str


class FollowUp(_Part):
    """What is said after a silence, e.g. after: 10m."""

    after: str
    says: str


class Consent(_Part):
    """A consent text with its version; the exact text is stored with each consent."""

    version: str
    text: str


class Dialogue(_Part):
    """A test conversation kept inside the flow file."""

    name: str
    market: str = ""
    channel: str = "web"
    now: str = ""
    lang: str = ""
    listing: dict[str, Any] = Field(default_factory=dict)
    says: tuple[str, ...]
    expect: dict[str, Any]


class Flow(_Part):
    """A whole flow file."""

    id: Identifier
    title: str
    languages: tuple[str, ...] = ("en",)
    greeting: str | tuple[Variant, ...]
    questions: tuple[Question, ...] = Field(min_length=1)
    base_points: Points = Field(0, description="Fit as soon as the flow starts")
    base_because: str = ""
    rules: tuple[Rule, ...] = ()
    engagement: dict[str, Points] = Field(default_factory=dict)
    fit_cap: int = FIT_CAP
    engagement_cap: int = ENGAGEMENT_CAP
    bands: Bands = Bands()
    half_life_days: int = Field(21, description="Engagement halves in this many days")
    close: Close = Close()
    faq: tuple[Faq, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    consents: dict[str, Consent] = Field(default_factory=dict)
    retention_days: int = 365
    variables: dict[str, str] = Field(default_factory=dict, description="Words of this flow's texts")
    appointment: str = Field("", description="The value a time given at the appointment question means")
    tests: tuple[Dialogue, ...] = ()
    lint: dict[str, str] = Field(default_factory=dict, description="finding code: why it is fine here")
