"""Rules of good taste: warnings that an admin may answer with a reason under ``lint:``."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.flow import Question
from bot.dialogue.linting import places
from bot.dialogue.linting.findings import Finding, Path, Subject

QUESTIONS_LIMIT = 8  # beyond it, most visitors have left
BUTTON_LIMIT = 40  # what a phone shows of a Telegram button
ASK_LIMIT = 300  # a question that fits on a phone without scrolling
_CONTACT = frozenset({"phone", "email", "name"})
_BANDS = ("hot", "warm", "cold", "disqualified")


def not_too_many_questions(on: Subject) -> Iterator[Finding]:
    """Each question more loses visitors."""
    count = len(on.flow.questions)
    if count > QUESTIONS_LIMIT:
        message = f"asks up to {count} questions; after {QUESTIONS_LIMIT} most visitors have left"
        yield Finding(("questions",), message, "questions.many", "warning", on_key=True)


def contact_is_not_asked_first(on: Subject) -> Iterator[Finding]:
    """A number is given to somebody who has been useful."""
    first = on.flow.questions[0]
    if first.kind in _CONTACT:
        message = "asks who somebody is before being of any use: begin with their wish"
        yield Finding(("questions", 0), message, "contact.first", "warning")


def contact_says_why(on: Subject) -> Iterator[Finding]:
    """Nobody should wonder what a number is for; and giving it is the consent to be contacted."""
    for path, question in places.questions(on.flow):
        if question.kind not in {"phone", "email"}:
            continue
        if not question.why:
            message = "does not say why it is asked: add  why: …"
            yield Finding(path, message, "contact.why", "warning")
        if not question.consent:
            message = "asks for contact data: add  consent: contact  to keep its wording as proof"
            yield Finding(path, message, "contact.consent", "warning")


def contact_can_be_used(on: Subject) -> Iterator[Finding]:
    """A number in a text is no number that anybody could call."""
    for path, question in places.questions(on.flow):
        if question.consent == "contact" and question.kind == "text":
            message = "asks for contact data as a text: write  kind: phone  or  kind: email"
            yield Finding(path, message, "contact.kind", "warning")


def marketing_is_free(on: Subject) -> Iterator[Finding]:
    """Marketing consent is never a condition, and never given beforehand."""
    for path, question in places.questions(on.flow):
        if question.consent == "marketing" and not question.optional:
            message = "asks for marketing consent, which must be free to skip: add  optional: true"
            yield Finding(path, message, "consent.required")


def labels_fit_a_button(on: Subject) -> Iterator[Finding]:
    """A long label is cut on a phone."""
    for path, _question, option in places.options(on.flow):
        yield from too_long((*path, "label"), option.label)
    for path, question in places.questions(on.flow):
        for index, button in enumerate(question.buttons):
            yield from too_long((*path, "buttons", index), button)


def too_long(path: Path, label: str) -> Iterator[Finding]:
    """A button whose text a phone would cut."""
    if len(label) > BUTTON_LIMIT:
        message = f"the label has {len(label)} characters; a button shows {BUTTON_LIMIT}"
        yield Finding(path, message, "label.long", "warning")


def questions_are_short(on: Subject) -> Iterator[Finding]:
    """A question fits on a phone."""
    for path, question in places.questions(on.flow):
        if len(question.ask) > ASK_LIMIT:
            message = f"has {len(question.ask)} characters; a phone shows about {ASK_LIMIT}"
            yield Finding((*path, "ask"), message, "ask.long", "warning")


def options_lead_somewhere(on: Subject) -> Iterator[Finding]:
    """Where the other options count, one without points is likely a slip."""
    for path, question in places.questions(on.flow):
        if not any(option.points for option in question.options):
            continue
        for index, option in enumerate(question.options):
            if option.points is None and not option.disqualifies and not option.next:
                message = "has no points and no next step: add  points: 0  if that is meant"
                yield Finding((*path, "options", index), message, "option.pointless", "warning")


def words_belong_to_one_option(on: Subject) -> Iterator[Finding]:
    """What a visitor types chooses one option: the same word at another one counts for nothing."""
    for path, question in places.questions(on.flow):
        owners = {option.label.lower(): option for option in reversed(question.options)}
        for index, option in enumerate(question.options):
            for number, word in enumerate(option.synonyms):
                owner = owners.setdefault(word.lower(), option)
                if owner is not option:
                    place = (*path, "options", index, "synonyms", number)
                    message = f"the synonym “{word}” is already that of “{owner.label}”: keep one"
                    yield Finding(place, message, "synonym.twice", "warning")


def points_fit_under_the_cap(on: Subject) -> Iterator[Finding]:
    """What is above the cap counts for nothing, so the scale is finer below it."""
    best = best_fit(on)
    if best > on.flow.fit_cap:
        message = f"the best answers add up to {best} points, but fit counts {on.flow.fit_cap}"
        yield Finding(("questions",), message, "points.cap", "warning", on_key=True)


def somebody_can_be_hot(on: Subject) -> Iterator[Finding]:
    """A flow whose best visitor stays warm never rings anybody."""
    fit = min(best_fit(on), on.flow.fit_cap)
    engagement = min(sum(max(0, p) for p in on.flow.engagement.values()), on.flow.engagement_cap)
    if fit + engagement < on.flow.bands.hot:
        message = (
            f"even the best answers reach {fit} + {engagement} points, and hot begins at "
            f"{on.flow.bands.hot}: raise points, or lower  bands: {{hot: …}}"
        )
        yield Finding(("bands",), message, "points.never_hot", "warning")


def best_fit(on: Subject) -> int:
    """The fit points of a visitor who gives the best answer everywhere."""
    best = max(0, on.flow.base_points) + sum(_best(q) for q in on.flow.questions)
    return best + sum(max(0, rule.points) for rule in on.flow.rules if not rule.engagement)


def _best(question: Question) -> int:
    given = [option.points or 0 for option in question.options] + list(question.points.values())
    return max([0, *given])


def every_band_has_last_words(on: Subject) -> Iterator[Finding]:
    """A conversation should not end without a word."""
    missing = [band for band in _BANDS if not getattr(on.flow.close, band)]
    can_disqualify = any(option.disqualifies for _p, _q, option in places.options(on.flow))
    if not can_disqualify and "disqualified" in missing:
        missing.remove("disqualified")
    if missing:
        message = f"has no last words for {', '.join(missing)}: a general one is said"
        yield Finding(("close",), message, "close.missing", "warning")


def there_are_tests(on: Subject) -> Iterator[Finding]:
    """A flow without test conversations changes unseen."""
    if not on.flow.tests:
        message = (
            "has no test conversations: add one under  tests:  or have it written by  "
            f"doorstep chat {on.flow.id} --record NAME"
        )
        yield Finding(_TOP, message, "tests.none", "warning")


_TOP: Path = ()
