"""A flow made ready to run: texts, slots and surroundings worked out once for each market and
language, so that a turn only looks things up."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.dialogue.conditions import Condition, compile_condition
from bot.dialogue.earning import Earns, earnings, thresholds
from bot.dialogue.flow import Flow, Question, QuestionWords, Translation
from bot.dialogue.office import agent_of, people_of, words_of
from bot.dialogue.phrases import formats
from bot.dialogue.phrases.book import Book, book, regional
from bot.dialogue.site import Listing, Market, Site
from bot.dialogue.wording import Wording, compile_text
from bot.records import frozen
from bot.understanding.types import Option as SlotOption
from bot.understanding.types import Slot, Surroundings
from bot.understanding.words import Phrases, cut

Line = str | Wording  # a text that is the same for all, or one that knows the conversation


class Trigger(Protocol):
    """An event of the machine."""

    def trigger(self, model: Any) -> bool: ...


class Moves(Protocol):
    """The flow's machine, as far as the engine uses it."""

    @property
    def events(self) -> Mapping[str, Trigger]: ...
    @property
    def states(self) -> Mapping[str, Any]: ...


@frozen
class Spot:
    """One question as it is asked in one market and language."""

    id: str
    field: str
    kind: str
    index: int
    question: Question
    slot: Slot
    ask: Line
    why: Line
    retry: Line
    taken: Line
    out_of_area: Line
    choices: tuple[tuple[str, str], ...] = ()  # (value, label) of options, buttons, yes and no
    labels: Mapping[str, str] = dataclasses.field(default_factory=dict)
    earns: Mapping[str, Earns] = dataclasses.field(default_factory=dict)
    points: Mapping[str, int] = dataclasses.field(default_factory=dict)  # the question's table
    thresholds: tuple[tuple[int, str], ...] = ()  # of that table, highest first

    @property
    def optional(self) -> bool:
        """Does it show a Skip button?"""
        return self.question.optional


class CompiledFlow:
    """A flow with its machine, its conditions and, for each market and language, its texts."""

    __slots__ = (
        "_locals", "books_times", "flow", "hash", "hot_when", "ids", "machine", "option_whens",
        "questions", "rules", "site", "whens",
    )  # fmt: skip

    def __init__(
        self,
        flow: Flow,
        site: Site,
        hash_: str,
        machine: Moves,
        whens: Mapping[str, Condition],
    ) -> None:
        self.flow = flow
        self.site = site
        self.hash = hash_
        self.machine = machine
        self.whens = whens
        self.ids = tuple(question.id for question in flow.questions)
        self.questions: Mapping[str, Question] = {q.id: q for q in flow.questions}
        self.option_whens: Mapping[tuple[str, str], Condition] = {
            (question.id, option.value): compile_condition(option.when)
            for question in flow.questions
            for option in question.options
            if option.when
        }
        self.books_times = any(question.kind == "datetime" for question in flow.questions)
        self.rules = tuple((rule, compile_condition(rule.when)) for rule in flow.rules)
        self.hot_when = compile_condition(flow.hot_when) if flow.hot_when else None
        self._locals: dict[tuple[str, str, str], Local] = {}

    def local(self, market: str, lang: str, listing_id: str = "") -> Local:
        """The flow as it is in a market and language, for one of the office's own listings."""
        key = (market, lang, listing_id)
        found = self._locals.get(key)
        return found if found is not None else self._make_local(market, lang, listing_id)

    def _make_local(self, market: str, lang: str, listing_id: str) -> Local:
        """Made once: names we do not know share one entry, so the cache cannot grow for ever."""
        known = market if market in self.site.markets else self.site.default_market
        listing = next((home for home in self.site.listings if home.id == listing_id), None)
        key = (known, self.language(lang), listing.id if listing else "")
        if key not in self._locals:
            self._locals[key] = Local(self, key[0], key[1], listing)
        return self._locals[key]

    def language(self, wanted: str) -> str:
        """The language the flow has that is nearest to the wanted one, else its own first."""
        short = wanted[:2].lower()
        if short in self.flow.languages:  # its region is the market's, not the visitor's
            return short
        own = next((lang for lang in self.flow.languages if lang[:2] == short), None)
        return own or self.flow.languages[0]

    def speaks(self, wanted: str) -> bool:
        """Does the flow have this language?"""
        return any(lang[:2] == wanted[:2].lower() for lang in self.flow.languages)


def conditions(flow: Flow) -> dict[str, Condition]:
    """The compiled ``when`` of every question that has one."""
    return {q.id: compile_condition(q.when) for q in flow.questions if q.when}


class Local:
    """A flow in one market and language: every text that is the same for all is ready."""

    __slots__ = (
        "_appointment", "_around", "_texts", "_words", "agent_name", "book", "books_times",
        "by_field", "close", "country", "currency", "faq", "faq_heard", "fixed", "follow_ups",
        "greetings", "lang", "listing", "market", "market_name", "people", "scored", "slots",
        "spots", "zone",
    )  # fmt: skip

    def __init__(self, compiled: CompiledFlow, market: str, lang: str, listing: Listing | None):
        flow = compiled.flow
        self.market_name = market
        self.market: Market = compiled.site.markets[market]
        self.country, self.currency = self.market.country, self.market.currency
        self.lang = lang
        self.listing = listing
        self.zone: tzinfo = ZoneInfo(self.market.tz)
        spoken = regional(lang, self.country)
        self.book: Book = book(spoken)
        words = flow.translations.get(spoken) or flow.translations.get(lang)
        self._words = words or Translation(language="en")
        self._appointment = flow.appointment
        self.people = people_of(compiled.site, market)
        agent = agent_of(compiled.site, market, listing)
        self.agent_name = agent[0] or self.book.say("agent")
        self.fixed = self._fixed(compiled.site, flow, agent)
        self._texts: dict[str, Line] = {}
        self.spots = {q.id: self._spot(q, index) for index, q in enumerate(flow.questions)}
        self.slots = tuple(spot.slot for spot in self.spots.values())
        self.books_times = any(slot.kind == "datetime" for slot in self.slots)
        self.by_field = {spot.field: spot for spot in self.spots.values()}
        self.scored = tuple(spot for spot in self.spots.values() if spot.earns or spot.points)
        self.greetings = tuple(
            (v.id, self._greeting(v.id, v.text), v.percent) for v in flow.greetings
        )
        self.close = {
            band: self.line(getattr(self._words.close, band) or getattr(flow.close, band))
            for band in ("hot", "warm", "cold", "disqualified")
        }
        faq = {item.id: self._faq(item.id, item.hears, item.says) for item in flow.faq}
        self.faq: Mapping[str, Line] = {id_: says for id_, (_, says) in faq.items()}
        self.faq_heard = Phrases({id_: _plain_lines(hears) for id_, (hears, _) in faq.items()})
        self.follow_ups = tuple(
            self.line(self._words.follow_ups[n] if n < len(self._words.follow_ups) else item.says)
            for n, item in enumerate(flow.follow_ups)
        )
        self._around = {
            "lang": lang[:2],
            "country": self.country,
            "currency": self.currency,
            "areas": self.market.areas,
            "min_price": self.market.min_price or None,
            "min_rent": self.market.min_rent or None,
        }

    def around(
        self,
        now: datetime,
        lang: str = "",
        slots: tuple[datetime, ...] = (),
        regions: tuple[str, ...] = (),
        offered: tuple[datetime, ...] = (),
    ) -> Surroundings:
        """Where and when something is said; ``lang`` is the visitor's own where it differs."""
        made: dict[str, Any] = {**self._around, "slots": slots, "regions": regions}
        made["offered"] = offered
        if lang:
            made["lang"] = lang
        return Surroundings(now=now.astimezone(self.zone), **made)

    def line(self, source: str) -> Line:
        """A text, finished already if it holds nothing but what is fixed here."""
        found = self._texts.get(source)
        if found is None:
            wording = compile_text(source)
            fixed = wording.names <= self.fixed.keys()
            found = self._finish(wording.render(self.fixed)) if fixed else wording
            self._texts[source] = found
        return found

    def greeting(self, variant: str) -> Line:
        """The greeting that this visitor was shown."""
        return next(
            (line for id_, line, _ in self.greetings if id_ == variant), self.greetings[0][1]
        )

    def fill(self, line: Line, values: Mapping[str, Any]) -> str:
        """A text with this conversation's values in it."""
        if isinstance(line, str):
            return line
        return self._finish(line.render({**self.fixed, **values}))

    def say(self, key: str, values: Mapping[str, str] | None = None) -> str:
        """One of the bot's own phrases."""
        return self._finish(self.book.say(key, {**self.fixed, **(values or {})}))

    def _finish(self, text: str) -> str:
        """Where a sentence begins with a nameless agent, it begins with a capital."""
        agent = self.agent_name
        if agent[:1].islower() and agent in text:
            capital = agent[:1].upper() + agent[1:]
            if text.startswith(agent):
                text = capital + text[len(agent) :]
            for mark in (". ", "? ", "! "):
                text = text.replace(mark + agent, mark + capital)
        return text

    def _fixed(self, site: Site, flow: Flow, agent: tuple[str, str]) -> dict[str, str]:
        """The words that are the same for everybody here."""
        own = {**flow.variables, **self._words.variables}
        return {
            **words_of(site, own, self.book, agent),
            "country": self.country,
            "market": self.market_name,
            "lang": self.lang,
        }

    def _spot(self, question: Question, index: int) -> Spot:
        words = self._words.questions.get(question.id) or QuestionWords()
        change = question.by_country.get(self.country)
        ask = (
            words.by_country.get(self.country)
            or words.ask
            or (change and change.ask)
            or question.ask
        )
        options = tuple(
            SlotOption(option.value, label, (*synonyms, *option.synonyms))
            for option in question.options
            for label, synonyms in [_option_words(words, option.value, option.label)]
        )
        field_ = (change and change.field) or question.field
        line = self.line(ask)
        return Spot(
            id=question.id,
            field=field_,
            kind=question.kind,
            index=index,
            question=question,
            slot=self._slot(question, field_, options, line, (change and change.unit) or ""),
            ask=line,
            why=self.line(words.why or question.why),
            retry=self.line(words.retry or question.retry),
            taken=self.line(words.taken or question.taken),
            out_of_area=self.line(words.out_of_area or question.out_of_area),
            choices=self._choices(question, options, words.buttons or question.buttons),
            labels={option.value: option.label for option in options},
            earns=earnings(question),
            points=question.points,
            thresholds=thresholds(question),
        )

    def _slot(
        self,
        question: Question,
        field_: str,
        options: tuple[SlotOption, ...],
        ask: Line,
        unit: str,
    ) -> Slot:
        return Slot(
            id=question.id,
            field=field_,
            kind=question.kind,
            options=options,
            optional=question.optional,
            unit=unit or question.unit,
            ask=ask if isinstance(ask, str) else ask.source,
            minimum=question.minimum,
            maximum=question.maximum,
            other=question.other,
            time_means=_time_means(question, self._appointment),
            referral=bool(question.out_of_area),
        )

    def _choices(
        self, question: Question, options: tuple[SlotOption, ...], buttons: tuple[str, ...]
    ) -> tuple[tuple[str, str], ...]:
        """What can be pressed: values with their labels."""
        if options:
            return tuple((option.value, option.label) for option in options)
        if question.kind == "yesno" and not buttons:
            return (("yes", self.book.say("button_yes")), ("no", self.book.say("button_no")))
        return tuple((button, button) for button in buttons)

    def _greeting(self, variant: str, text: str) -> Line:
        own = self._words.greeting
        if isinstance(own, str):
            return self.line(own or text)
        return self.line(own.get(variant) or text)

    def _faq(self, id_: str, hears: tuple[str, ...], says: str) -> tuple[tuple[str, ...], Line]:
        own = self._words.faq.get(id_)
        if own is None:
            return hears, self.line(says)
        return (*own.hears, *hears), self.line(own.says or says)


def _option_words(words: QuestionWords, value: str, label: str) -> tuple[str, tuple[str, ...]]:
    """An option's label here, and its other words; its own label stays one of them."""
    own = words.options.get(value)
    if own is None:
        return label, ()
    return own.label or label, (*own.synonyms, label)


def _plain_lines(hears: tuple[str, ...]) -> list[str]:
    """What an FAQ hears as phrases of plain words: the file's signs have no meaning there."""
    return [" ".join(cut(line).words) for line in hears]


def _time_means(question: Question, appointment: str) -> str:
    """What a time given at an appointment question means: tour, visit or demo, else a call."""
    if not any(option.engagement == "appointment" for option in question.options):
        return ""
    values = {option.value for option in question.options}
    wanted = (appointment, "tour", "visit", "demo", "call")
    return next((value for value in wanted if value in values), "")


def spoken_money(value: float, local: Local) -> str:
    """An amount as the market writes it."""
    return formats.money(value, local.currency, local.lang[:2], local.country)
