"""A flow that goes into another one and comes back: both become one before they run.

    - {id: wish, ask: …, options: [{label: Sell, next: valuation}, {label: Rent}]}

``valuation`` is another flow here: its questions follow this one for whoever chose Sell, and then
the question comes that would have followed anyway. What the other flow asks and this one asks as
well is left to this one. One machine, one version and one score come of it, so nothing has to be
remembered of where the way back is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from bot.dialogue.flow import Flow, Question, Translation
from bot.records import frozen

END = "end"


@frozen
class Known:
    """A flow as its file has it, with the hash of that file."""

    flow: Flow
    hash: str


def enters(flow: Flow) -> dict[str, list[str]]:
    """The other flows this one goes into, each with the questions it does that from."""
    own = {question.id for question in flow.questions} | {END, ""}
    found: dict[str, list[str]] = {}
    for question in flow.questions:
        for target in dict.fromkeys(_targets(question)):
            if target not in own:
                found.setdefault(target, []).append(question.id)
    return found


def missing(flow: Flow, known: Mapping[str, Known]) -> list[str]:
    """The flows it goes into, at any remove, that are not there."""
    gone: list[str] = []
    seen = {flow.id}
    waiting = list(enters(flow))
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in known:
            waiting += enters(known[name].flow)
        else:
            gone.append(name)
    return gone


def circle(flow: Flow, known: Mapping[str, Known]) -> tuple[str, ...]:
    """A way through other flows that comes back to where it was, () when there is none."""
    return next(_circles(flow, known, (flow.id,)), ())


def _circles(
    flow: Flow, known: Mapping[str, Known], trail: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    for name in enters(flow):
        if name in trail:
            yield (*trail, name)
        elif name in known:
            yield from _circles(known[name].flow, known, (*trail, name))


def link(own: Known, known: Mapping[str, Known]) -> Known:
    """The flow with the questions of those it goes into, and the hash of all of them together."""
    inner = {name: link(known[name], known) for name in enters(own.flow)}
    if not inner:
        return own
    digest = hashlib.sha256(" ".join([own.hash, *(k.hash for k in inner.values())]).encode())
    return Known(_Weaver(own.flow, inner).flow(), digest.hexdigest()[:16])


class _Weaver:
    """Puts the questions of other flows after those that lead into them."""

    def __init__(self, flow: Flow, inner: Mapping[str, Known]) -> None:
        self.own = flow
        self.inner = inner
        self.ids = {question.id for question in flow.questions}
        self.fields = {question.field for question in flow.questions}
        self.questions: list[Question] = []
        self.woven: list[tuple[Flow, frozenset[str]]] = []  # with the ids that came along

    def flow(self) -> Flow:
        below = [*(question.id for question in self.own.questions[1:]), END]
        for question, after in zip(self.own.questions, below, strict=True):
            self._question(question, after)
        return self._with_the_rest()

    def _question(self, question: Question, after: str) -> None:
        entered = [name for name in dict.fromkeys(_targets(question)) if name in self.inner]
        if not entered:
            self.questions.append(question)
            return
        back = after if question.next in self.inner else question.next or after
        blocks = {name: self._block(self.inner[name].flow, back) for name in entered}
        doors = {name: block[0].id if block else back for name, block in blocks.items()}
        self.questions.append(_turned(question, doors, doors.get(question.next, back)))
        for block in blocks.values():
            self.questions += block

    def _block(self, flow: Flow, back: str) -> list[Question]:
        """The other flow's questions that this one has not, leading back at their end."""
        mine = [q for q in flow.questions if q.id not in self.ids and q.field not in self.fields]
        kept = frozenset(question.id for question in mine)
        self.ids |= kept
        self.fields |= {question.field for question in mine}
        self.woven.append((flow, kept))
        doors = _doors(flow, kept, back)
        ids = [question.id for question in flow.questions]
        below = dict(zip(ids, [*ids[1:], END], strict=True))
        return [_turned(q, doors, doors[q.next or below[q.id]]) for q in mine]

    def _with_the_rest(self) -> Flow:
        """Rules, answers and words of the other flows; what both have is this flow's."""
        own = self.own
        rules, faq = {rule.id: rule for rule in own.rules}, {item.id: item for item in own.faq}
        variables, consents = dict(own.variables), dict(own.consents)
        translations = dict(own.translations)
        for flow, kept in self.woven:
            rules = {**{rule.id: rule for rule in flow.rules}, **rules}
            faq = {**{item.id: item for item in flow.faq}, **faq}
            variables = {**flow.variables, **variables}
            consents = {**flow.consents, **consents}
            for lang, words in translations.items():
                translations[lang] = _words(words, flow.translations.get(lang), kept)
        changes = {
            "questions": tuple(self.questions),
            "rules": tuple(rules.values()),
            "faq": tuple(faq.values()),
            "variables": variables,
            "consents": consents,
            "translations": translations,
        }
        return own.model_copy(update=changes)


def _words(own: Translation, other: Translation | None, kept: frozenset[str]) -> Translation:
    if other is None:
        return own
    questions = {id_: words for id_, words in other.questions.items() if id_ in kept}
    return own.model_copy(
        update={
            "questions": {**questions, **own.questions},
            "faq": {**other.faq, **own.faq},
            "variables": {**other.variables, **own.variables},
        }
    )


def _doors(flow: Flow, kept: frozenset[str], back: str) -> dict[str, str]:
    """Where each of a flow's ids leads now: to itself, to what follows it where it was left out,
    and from the end back."""
    ids = [question.id for question in flow.questions]
    below = dict(zip(ids, [*ids[1:], END], strict=True))
    after = {question.id: question.next or below[question.id] for question in flow.questions}
    doors = {END: back}
    for id_ in ids:
        target, steps = id_, 0
        while target != END and target not in kept and steps < len(ids):
            target, steps = after[target], steps + 1
        doors[id_] = target if target in kept else back
    return doors


def _targets(question: Question) -> Iterable[str]:
    return (question.next, *(option.next for option in question.options))


def _turned(question: Question, doors: Mapping[str, str], usual: str) -> Question:
    """A question whose ways lead where they now go."""
    options = tuple(
        option.model_copy(update={"next": doors.get(option.next, option.next)})
        if option.next
        else option
        for option in question.options
    )
    return question.model_copy(update={"next": usual, "options": options})
