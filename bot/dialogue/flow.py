"""A flow file as frozen data: what marketing people write, checked and with defaults filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)

from bot.dialogue.scalars import as_bool, as_integer, as_number, as_text, as_texts, resolve

Kind = Literal[
    "choice", "multi", "text", "number", "money", "percent", "yesno", "phone", "email",
    "name", "area", "region", "address", "datetime",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
TEXT_LIMIT = 2000  # Telegram takes 4096 characters; translations and filled-in names need room
LABEL_LIMIT = 200
OPTION_LIMIT = 100  # Telegram takes 100 buttons
QUESTION_LIMIT = 200  # far beyond what anybody answers; a turn stays within its time
RULE_LIMIT = 100
FAQ_LIMIT = 50
PHRASE_LIMIT = 60  # other words for one option, or ways to ask one question
FOLLOW_UP_LIMIT = 10
FIT_CAP = 70
ENGAGEMENT_CAP = 30
ENGAGEMENT: Mapping[str, int] = {
    "phone": 10, "email": 5, "appointment": 15, "call_now": 15,
    "completed": 5, "returning": 5, "pages_5plus": 5,
}  # fmt: skip

_Words = BeforeValidator(as_text)  # constraints stand before it, so that the JSON Schema has them
_Whole = BeforeValidator(as_integer)
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$"), _Words]
Value = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$"), _Words]
Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{0,40}$"), _Words]
Points = Annotated[int, Field(ge=-100, le=100), _Whole]
Count = Annotated[int, _Whole]
Number = Annotated[float, BeforeValidator(as_number)]
Flag = Annotated[bool, BeforeValidator(as_bool)]
Text = Annotated[str, Field(max_length=TEXT_LIMIT), _Words]
Words = Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT), _Words]
Label = Annotated[str, Field(min_length=1, max_length=LABEL_LIMIT), _Words]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_texts)]
Phrases = Annotated[
    tuple[Annotated[str, Field(max_length=LABEL_LIMIT), _Words], ...],
    Field(max_length=PHRASE_LIMIT),
    BeforeValidator(as_texts),
]
Free = Annotated[dict[str, Any], BeforeValidator(resolve)]


def _shape(value: Any) -> str:
    return "text" if isinstance(value, str) else "parts"


_Text = Annotated[Text, Tag("text")]
TextOrTexts = Annotated[_Text | Annotated[dict[str, Text], Tag("parts")], Discriminator(_shape)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Option(_Part):
    """One answer that can be pressed. A plain text is an option with only a label."""

    value: Value = Field(description="What is stored; the label in small letters if left out")
    label: Label = Field(description="What the visitor reads on the button")
    points: Points | None = Field(None, description="Added to fit when chosen")
    because: Text = Field(
        "", description="The reason in words shown to agents; the label if empty"
    )
    engagement: Code = Field("", description="An engagement rule this answer earns: appointment")
    disqualifies: Code = Field(
        "", description="A reason code: choosing this ends the conversation"
    )
    synonyms: Phrases = Field((), description="Other words visitors use for it")
    next: Text = Field("", description="The question that follows this answer, or end")
    when: Text = Field("", description="Only offered when this holds")

    @model_validator(mode="before")
    @classmethod
    def _value_from_label(cls, data: Any) -> Any:
        if isinstance(data, str):
            data = {"label": data}
        if isinstance(data, dict) and "value" not in data and isinstance(data.get("label"), str):
            return {"value": slug(data["label"]), **data}
        return data


class CountryChange(_Part):
    """What differs for one question in one country."""

    field: Identifier | None = None
    ask: Text | None = None
    unit: Text | None = None


class Question(_Part):
    """One question of the flow."""

    id: Identifier
    kind: Kind = Field(description="choice if it has options, else guessed from the id, else text")
    ask: Words = Field(description="The words of the question")
    field: Identifier = Field(description="The field it fills; the question's id if left out")
    why: Text = Field("", description="Said when a visitor asks why we need it")
    options: Annotated[tuple[Option, ...], Field(max_length=OPTION_LIMIT)] = ()
    buttons: Texts = Field((), description="Ready answers shown under a typed question")
    other: Flag = Field(False, description="A choice that also takes any text as its answer")
    optional: Flag = Field(False, description="Shows a Skip button")
    when: Text = Field("", description="Asked only when this holds, e.g. not phone")
    next: Text = Field(
        "", description="The question that follows, or end; the one below if left out"
    )
    retry: Text = Field("", description="Said when the answer could not be read")
    taken: Text = Field(
        "", description="Said when a time is not free; {{ a }} and {{ b }} are near it"
    )
    points: dict[str, Points] = Field(
        default_factory=dict,
        description="any / known / yes / no / at_least_min / below_min / company_domain / "
        "free_mail, or thresholds such as 20+: 12",
    )
    because: Text = Field("", description="The reason in words for these points")
    unit: Code = Field(
        "", description="money: sale or rent; number: bedrooms, people, pieces, stars …"
    )
    minimum: Number | None = None
    maximum: Number | None = None
    out_of_area: Text = Field(
        "", description="Said, and the conversation ends, for a place not covered"
    )
    disqualifies_outside: Code = Field("", description="The reason code for a place not covered")
    consent: Annotated[Literal["", "contact", "marketing"], _Words] = ""
    upload: Annotated[Literal["", "photos", "files"], _Words] = Field(
        "", description="What may be sent as the answer: photos, or files (photos and PDFs)"
    )
    by_country: dict[str, CountryChange] = Field(default_factory=dict)
    was: Identifier | None = Field(
        None, description="The id this question had before it was renamed"
    )

    @model_validator(mode="before")
    @classmethod
    def _defaults(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {"kind": _guess_kind(data), "field": data.get("id", "unnamed"), **data}


class Rule(_Part):
    """Points for a combination of answers."""

    id: Identifier
    when: Words
    points: Points
    because: Words
    engagement: Flag = False


class Variant(_Part):
    """One wording of the greeting in an A/B test."""

    id: Identifier
    text: Words
    percent: Annotated[int, Field(ge=0, le=100), _Whole]


Greeting = Annotated[_Text | Annotated[tuple[Variant, ...], Tag("parts")], Discriminator(_shape)]


class Bands(_Part):
    """Totals from which a lead is hot or warm."""

    hot: Annotated[int, Field(ge=1, le=100), _Whole] = 70
    warm: Annotated[int, Field(ge=1, le=100), _Whole] = 40


class Close(_Part):
    """The last words, by band."""

    hot: Text = ""
    warm: Text = ""
    cold: Text = ""
    disqualified: Text = ""


class Faq(_Part):
    """A question visitors ask, and its answer."""

    id: Identifier
    hears: Phrases
    says: Words


class FollowUp(_Part):
    """What is said after a silence, e.g. after: 10m."""

    after: Annotated[str, Field(pattern=r"^[0-9]{1,3}[smhd]$"), _Words]
    says: Words


class Consent(_Part):
    """A consent text with its version; the exact text is stored with each consent."""

    version: Words
    text: Words


class Expectation(_Part):
    """What a test dialogue must lead to; what is left out is not looked at."""

    fields: Free = Field(default_factory=dict, description="These fields have these values")
    without: Texts = Field((), description="These fields stay unanswered")
    band: Literal["", "hot", "warm", "cold", "disqualified"] = ""
    status: Literal[
        "", "complete", "partial", "handoff", "disqualified", "stopped", "erased"
    ] = ""  # fmt: skip
    dq_reason: Code = ""
    fit: Count | None = None
    engagement: Count | None = None
    total: Count | None = None
    reasons: Texts = Field((), description="These reasons are among the reasons in words")
    asked: Texts = Field((), description="Exactly these questions were asked, in this order")
    next: Text = Field("", description="The question that is open at the end")
    alert: Annotated[Literal["", "hot", "warm", "none"], _Words] = ""
    bot_says: Texts = Field((), description="The bot says each of these somewhere")


class Dialogue(_Part):
    """A test conversation kept inside the flow file."""

    name: Label
    market: Text = ""
    channel: Annotated[Literal["web", "telegram", "terminal"], _Words] = "web"
    now: Text = ""
    lang: Text = ""
    listing: Annotated[
        Text | Free, Field(description="A listing's id in site.yaml, or its data")
    ] = ""
    says: Texts
    expect: Expectation


class OptionWords(_Part):
    """An option in another language."""

    label: Text = ""
    synonyms: Phrases = ()

    @model_validator(mode="before")
    @classmethod
    def _label_only(cls, data: Any) -> Any:
        return {"label": data} if isinstance(data, str) else data


class QuestionWords(_Part):
    """A question in another language."""

    ask: Text = ""
    why: Text = ""
    retry: Text = ""
    taken: Text = ""
    out_of_area: Text = ""
    buttons: Texts = ()
    options: dict[str, OptionWords] = Field(default_factory=dict)
    by_country: dict[str, Text] = Field(default_factory=dict)


class FaqWords(_Part):
    """A frequent question in another language."""

    hears: Phrases = ()
    says: Text = ""


class Translation(_Part):
    """The texts of a flow in one more language; what is missing stays in the flow's own."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$"), _Words]
    title: Text = ""
    greeting: TextOrTexts = Field("", description="A text, or one for each variant")
    questions: dict[str, QuestionWords] = Field(default_factory=dict)
    close: Close = Close()
    faq: dict[str, FaqWords] = Field(default_factory=dict)
    follow_ups: Texts = ()
    consents: dict[str, Consent] = Field(default_factory=dict)
    variables: dict[str, Text] = Field(default_factory=dict)


class Flow(_Part):
    """A whole flow file."""

    id: Identifier
    title: Label
    languages: Texts = ("en",)
    greeting: Greeting = Field(description="The first words, or A/B variants")
    questions: tuple[Question, ...] = Field(min_length=1, max_length=QUESTION_LIMIT)
    base_points: Points = Field(0, description="Fit as soon as the flow starts")
    base_because: Text = ""
    rules: Annotated[tuple[Rule, ...], Field(max_length=RULE_LIMIT)] = ()
    engagement: dict[str, Points] = Field(default_factory=dict, validate_default=True)
    fit_cap: Annotated[int, Field(ge=1, le=100), _Whole] = FIT_CAP
    hot_when: Text = Field(
        "",
        description="What makes a lead urgent enough for hot; an early date, an appointment "
        "or a call asked for if left out (the word for these is urgent)",
    )
    engagement_cap: Annotated[int, Field(ge=0, le=100), _Whole] = ENGAGEMENT_CAP
    bands: Bands = Bands()
    half_life_days: Annotated[int, Field(ge=1, le=3650), _Whole] = Field(
        21, description="Engagement halves in this many days"
    )
    close: Close = Close()
    faq: Annotated[tuple[Faq, ...], Field(max_length=FAQ_LIMIT)] = ()
    follow_ups: Annotated[tuple[FollowUp, ...], Field(max_length=FOLLOW_UP_LIMIT)] = ()
    consents: dict[str, Consent] = Field(default_factory=dict)
    retention_days: Annotated[int, Field(ge=1, le=3650), _Whole] = 365
    variables: dict[str, Text] = Field(
        default_factory=dict, description="Words of this flow's texts"
    )
    appointment: Code = Field(
        "", description="What a time given at the appointment question means: tour, visit, demo"
    )
    tests: tuple[Dialogue, ...] = ()
    lint: dict[str, Text] = Field(
        default_factory=dict, description="finding code: why it is fine here"
    )
    translations: dict[str, Translation] = Field(
        default_factory=dict, description="Filled from files such as buyer.es.yaml"
    )

    @model_validator(mode="before")
    @classmethod
    def _engagement_defaults(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(given := data.get("engagement", {}), dict):
            return {**data, "engagement": {**ENGAGEMENT, **given}}
        return data

    def question(self, question_id: str) -> Question | None:
        """A question by its id."""
        return next((q for q in self.questions if q.id == question_id), None)

    @property
    def greetings(self) -> tuple[Variant, ...]:
        """The greeting as variants, also when there is only one."""
        if isinstance(self.greeting, str):
            return (Variant(id="only", text=self.greeting, percent=100),)
        return self.greeting


def slug(label: str) -> str:
    """A label as a value: small letters, digits and underscores."""
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")[:40]


def _guess_kind(data: Mapping[str, Any]) -> str:
    if data.get("options"):
        return "choice"
    name = str(data.get("id"))
    return name if name in {"phone", "email", "name", "area", "address"} else "text"
