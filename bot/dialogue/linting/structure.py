"""Rules on how the parts of a flow fit together: ids, fields, options, targets, points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.dialogue.explaining import did_you_mean
from bot.dialogue.flow import ENGAGEMENT, Question
from bot.dialogue.linting import places
from bot.dialogue.linting.findings import END, Finding, Path, Subject

_RESERVED = frozenset(
    {"end", "complete", "handoff", "disqualified", "stopped", "erased", "start", "initial",
     "trigger", "save", "model", "machine", "events", "answer", "skip", "back", "true", "false"}
)  # fmt: skip
_PREFIXES = ("is_", "to_", "may_", "on_")
_CHOICES = frozenset({"choice", "multi"})
_THRESHOLD = re.compile(r"^[0-9]{1,9}(\.[0-9]+)?\+$")
_WORD_POINTS: Mapping[str, frozenset[str]] = {
    "money": frozenset({"any", "at_least_min", "below_min"}),
    "area": frozenset({"any", "known"}),
    "region": frozenset({"any", "known"}),
    "yesno": frozenset({"any", "yes", "no"}),
    "email": frozenset({"any", "company_domain", "free_mail"}),
}
_NUMBERS = frozenset({"number", "percent", "money"})
_UNITS: Mapping[str, frozenset[str]] = {"money": frozenset({"", "sale", "rent"})}


def ids_are_unique(on: Subject) -> Iterator[Finding]:
    """One question, rule, FAQ entry and greeting variant an id; one question a field."""
    yield from _repeated([((*path, "id"), q.id) for path, q in places.questions(on.flow)])
    for part in ("rules", "faq"):
        items = getattr(on.flow, part)
        yield from _repeated([((part, n, "id"), item.id) for n, item in enumerate(items)])
    if not isinstance(on.flow.greeting, str):
        variants = enumerate(on.flow.greeting)
        yield from _repeated([(("greeting", n, "id"), v.id) for n, v in variants])


def _repeated(named: list[tuple[Path, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            message = f"“{path[-1]}” {name} is there twice: give this one another name"
            yield Finding(path, message, f"{path[-1]}.twice")
        seen.add(name)


def fields_are_filled_once(on: Subject) -> Iterator[Finding]:
    """Two questions may fill one field only if conditions keep them apart."""
    first: dict[str, Question] = {}
    for path, question in places.questions(on.flow):
        other = first.setdefault(question.field, question)
        if other.id != question.id and not (other.when and question.when):
            message = (
                f"fills the field “{question.field}” like the question “{other.id}”: give one of "
                "them another field, or a “when” to both"
            )
            yield Finding((*path, "field"), message, "field.twice")


def ids_are_not_taken(on: Subject) -> Iterator[Finding]:
    """Some words already mean something to the machine behind the questions."""
    for path, question in places.questions(on.flow):
        if question.id in _RESERVED or question.id.startswith(_PREFIXES):
            message = (
                f"“id” cannot be “{question.id}”, which Doorstep needs itself: choose another"
            )
            yield Finding((*path, "id"), message, "id.reserved")


def options_fit_their_question(on: Subject) -> Iterator[Finding]:
    """A choice has options, and only a choice has; values and labels differ."""
    for path, question in places.questions(on.flow):
        if question.kind in _CHOICES and not question.options:
            message = f"is a {question.kind} without options: add  options:  with a list below it"
            yield Finding(path, message, "options.missing")
        if question.kind not in _CHOICES and question.options:
            message = f"is of kind {question.kind}, which has no options: write  kind: choice"
            yield Finding((*path, "options"), message, "options.kind", on_key=True)
        yield from _same_options(path, question)


def _same_options(path: Path, question: Question) -> Iterator[Finding]:
    values: set[str] = set()
    labels: set[str] = set()
    for index, option in enumerate(question.options):
        place = (*path, "options", index)
        if option.value in values:
            message = (
                f"the value “{option.value}” is there twice: statistics could not tell them apart"
            )
            yield Finding((*place, "value"), message, "value.twice")
        if option.label.lower() in labels:
            message = (
                f"the label “{option.label}” is there twice: visitors could not tell them apart"
            )
            yield Finding((*place, "label"), message, "label.twice")
        values.add(option.value)
        labels.add(option.label.lower())


def targets_exist(on: Subject) -> Iterator[Finding]:
    """Every ``next`` names a question of this flow, or end."""
    known = {question.id for question in on.flow.questions} | {END} | on.others
    for path, target in places.targets(on.flow):
        if target not in known:
            message = f"“next” leads to “{target}”, which is no question of this flow"
            message += " and no other flow" if on.others else ""
            yield Finding(path, message + did_you_mean(target, known), "next.unknown")


def other_flows_are_entered_at_one_place(on: Subject) -> Iterator[Finding]:
    """From there the way back is known, so one question leads into another flow."""
    first: dict[str, str] = {}
    for path, target in sorted(places.targets(on.flow), key=lambda place: int(place[0][1])):
        if target not in on.others or on.flow.question(target):
            continue
        here = on.flow.questions[int(path[1])].id
        if first.setdefault(target, here) != here:
            message = (
                f"“next” goes into the flow “{target}” like the question “{first[target]}”: "
                "one place is enough, for what it asks is asked once"
            )
            yield Finding(path, message, "next.twice")


def every_question_can_end(on: Subject) -> Iterator[Finding]:
    """From every question some way leads to the end."""
    ways = _ways(on)
    ending = {END}
    while more := {name for name, after in ways.items() if name not in ending and after & ending}:
        ending |= more
    stuck = {question.id for question in on.flow.questions} - ending
    for path, target in places.targets(on.flow):
        if target in stuck and on.flow.questions[int(path[1])].id in stuck:
            message = f"leads back to “{target}”, and from there no answer leads to the end"
            yield Finding(path, f"“next” {message}", "next.loop")


def _ways(on: Subject) -> dict[str, set[str]]:
    """For each question the ids that may follow it."""
    asked = on.flow.questions
    below = {q.id: asked[n + 1].id if n + 1 < len(asked) else END for n, q in enumerate(asked)}
    known = {q.id for q in asked} | {END}
    ways: dict[str, set[str]] = {}
    for question in asked:
        after = {question.next or below[question.id]}
        if question.options:
            after = {option.next or next(iter(after)) for option in question.options}
        if question.when:
            after.add(question.next or below[question.id])  # not asked: as if it was answered
        if any(option.disqualifies for option in question.options):
            after.add(END)
        ways[question.id] = {target if target in known else END for target in after}
    return ways


def every_question_can_be_reached(on: Subject) -> Iterator[Finding]:
    """A question that no answer leads to is never asked."""
    ways = _ways(on)
    reached: set[str] = set()
    waiting = [on.flow.questions[0].id]
    while waiting:
        name = waiting.pop()
        if name not in reached and name != END:
            reached.add(name)
            waiting.extend(ways.get(name, ()))
    for path, question in places.questions(on.flow):
        if question.id not in reached:
            message = "is never asked: every question above it goes elsewhere"
            yield Finding(path, message, "question.unreachable", "warning")


def points_are_of_their_kind(on: Subject) -> Iterator[Finding]:
    """Words such as at_least_min, and thresholds such as 20+, where they mean something."""
    for path, question in places.questions(on.flow):
        allowed = _WORD_POINTS.get(question.kind, frozenset({"any"}))
        for key in question.points:
            if key in allowed or (question.kind in _NUMBERS and _THRESHOLD.match(key)):
                continue
            also = " and thresholds such as 20+" if question.kind in _NUMBERS else ""
            article = "an" if question.kind[0] in "aeiou" else "a"
            message = f"“points” of {article} {question.kind} question cannot be given for “{key}”"
            hint = did_you_mean(key, allowed) + also
            yield Finding((*path, "points", key), message + hint, "points.key", on_key=True)
        if question.points and question.kind in _CHOICES:
            message = "gives points as a whole: a choice gives them at each option"
            yield Finding((*path, "points"), message, "points.choice", on_key=True)


def units_and_bounds_make_sense(on: Subject) -> Iterator[Finding]:
    """Money is sale or rent; a minimum is below its maximum; a consent has the right kind."""
    for path, q in places.questions(on.flow):
        if q.unit not in _UNITS.get(q.kind, {q.unit}):
            hint = did_you_mean(q.unit, _UNITS[q.kind] - {""})
            yield Finding((*path, "unit"), f"“unit” cannot be “{q.unit}”{hint}", "unit.unknown")
        if q.minimum is not None and q.maximum is not None and q.minimum > q.maximum:
            yield Finding((*path, "minimum"), "“minimum” is above “maximum”", "bounds")
        if q.consent == "marketing" and q.kind != "yesno":
            message = "asks for marketing consent, which needs its own  kind: yesno"
            yield Finding((*path, "consent"), message, "consent.kind")
        if q.disqualifies_outside and q.kind not in {"area", "region"}:
            message = "“disqualifies_outside” belongs to a question of kind area or region"
            yield Finding((*path, "disqualifies_outside"), message, "kind.setting", on_key=True)


def files_can_be_declined(on: Subject) -> Iterator[Finding]:
    """Files are sent where words would do as well, and nobody has to have any."""
    for path, question in places.questions(on.flow):
        if not question.upload:
            continue
        if question.kind != "text":
            message = f"is of kind {question.kind}, where nothing is sent: write  kind: text"
            yield Finding((*path, "upload"), message, "upload.kind", on_key=True)
        elif not question.optional:
            message = "not everybody has files at hand: add  optional: true"
            yield Finding((*path, "upload"), message, "upload.needed", "warning", on_key=True)


def bands_are_in_order(on: Subject) -> Iterator[Finding]:
    """Warm begins below hot."""
    bands = on.flow.bands
    if bands.warm >= bands.hot:
        message = f"warm ({bands.warm}) must begin below hot ({bands.hot})"
        yield Finding(("bands", "warm"), message, "bands.order")


def engagement_is_known(on: Subject) -> Iterator[Finding]:
    """Engagement is given for known behaviour only."""
    for key in on.flow.engagement.keys() - ENGAGEMENT.keys():
        message = f"engagement cannot be given for “{key}”{did_you_mean(key, ENGAGEMENT)}"
        yield Finding(("engagement", key), message, "engagement.key", on_key=True)
    for path, _question, option in places.options(on.flow):
        if option.engagement and option.engagement not in ENGAGEMENT:
            hint = did_you_mean(option.engagement, ENGAGEMENT)
            message = f"“engagement” cannot be “{option.engagement}”{hint}"
            yield Finding((*path, "engagement"), message, "engagement.key")


def variants_add_up(on: Subject) -> Iterator[Finding]:
    """The parts of an A/B test are a hundred percent together."""
    if isinstance(on.flow.greeting, str):
        return
    total = sum(variant.percent for variant in on.flow.greeting)
    if total != 100:
        message = f"the greeting's variants add up to {total} percent: make it 100"
        yield Finding(("greeting",), message, "greeting.percent")


def the_appointment_is_an_answer(on: Subject) -> Iterator[Finding]:
    """What a time means must be one of the appointment question's answers."""
    question = on.flow.question("appointment")
    meant = on.flow.appointment
    values = {option.value for option in question.options} if question else set()
    if meant and meant not in values:
        message = f"“appointment” is “{meant}”, which the appointment question does not offer"
        hint = did_you_mean(meant, values)
        yield Finding(("appointment",), message + hint, "appointment.value")


def renamed_ids_are_gone(on: Subject) -> Iterator[Finding]:
    """``was`` names the old id of a renamed question, so no question has it any more."""
    ids = {question.id for question in on.flow.questions}
    for path, question in places.questions(on.flow):
        if question.was in ids:
            message = f"“was” names “{question.was}”, which is still a question of this flow"
            yield Finding((*path, "was"), message, "was.exists")
