"""An answer to the open question: pressed, skipped or typed, alone or among other things."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from bot.dialogue import calling, hearing, hints, interrupts, moving, rewriting, viewings
from bot.dialogue.asking import ask, ask_in_words, choices, taking_files
from bot.dialogue.compiled import Spot
from bot.dialogue.draft import PARTIAL, Draft
from bot.dialogue.effects import Said, Stale, Unread
from bot.dialogue.events import Attach, Choose, Skip
from bot.dialogue.noting import note_values
from bot.dialogue.questions import answer_aside
from bot.dialogue.settling import correct, settle, skip, volunteer
from bot.dialogue.speaking import spoken, text_of
from bot.understanding import kinds, moment, secrets
from bot.understanding.message import Fill, Understood
from bot.understanding.types import Reading
from bot.understanding.volunteering import wished_time

ANSWER_LIMIT: Final = 2000  # characters of one answer; more is not read
OFFER_AFTER: Final = 2  # unreadable answers in a row
PASSED: Final = "passed"  # how many messages in a row answered later questions only
PASSED_BY: Final = 2
NO_HINTS: Final = frozenset({PASSED, hearing.TIMES})
CLIP: Final = "📎"
FILES_LIMIT: Final = 300  # characters of the names of all files of a question
FILES_REFUSED: Final = frozenset({"disqualified", "stopped", "erased"})
CHECKED: Final = frozenset(
    {"phone", "email"}
)  # their retry text speaks of a slip in what was typed


def choose(draft: Draft, event: Choose) -> None:
    """One or more options were pressed."""
    spot = draft.open
    if spot is None or spot.id != event.question:
        draft.effects.append(Stale(event.question))
        return
    if spot.kind == "datetime" and _just_taken(draft, spot, event):
        return
    offered = dict(choices(draft.flow, spot, draft, draft.now))
    labels = [offered[value] for value in event.values if value in offered]
    if (
        not labels
        or len(labels) != len(event.values)
        or (len(labels) > 1 and spot.kind != "multi")
    ):
        draft.effects.append(Stale(event.question))
        return
    draft.heard = ", ".join(labels)
    draft.effects.append(Said("visitor", draft.heard))
    reading = _pressed(draft, spot, event.values)
    if reading is None or (reading.value is None and reading.refused):
        _decline(draft, spot)
    else:
        _take(draft, Fill(spot.field, spot.id, reading, draft.heard), "button")


def _just_taken(draft: Draft, spot: Spot, event: Choose) -> bool:
    """A free time was pressed that somebody else has by now: the next ones are offered."""
    value = event.values[0] if len(event.values) == 1 else ""
    if not viewings.is_time(value) or value in dict(choices(draft.flow, spot, draft, draft.now)):
        return False
    draft.heard = spoken(draft.local, spot.field, value)
    draft.effects.append(Said("visitor", draft.heard))
    reading = moment.nearest(datetime.fromisoformat(value), hearing.surroundings(draft))
    _ask_back(draft, spot, reading)
    return True


def press_skip(draft: Draft, event: Skip) -> None:
    """The Skip button."""
    spot = draft.open
    if spot is None or (event.question and event.question != spot.id):
        draft.effects.append(Stale(event.question))
        return
    draft.effects.append(Said("visitor", draft.phrase("button_skip")))
    _decline(draft, spot)


def attach(draft: Draft, event: Attach) -> None:
    """A file: the answer to a question that asks for one, or one more of them later on."""
    named = taking_files(draft.flow, draft.asked, draft.state, event.question)
    spot = draft.local.spots.get(named)
    if spot is None or draft.status in FILES_REFUSED:
        draft.effects.append(Stale(event.question))
        return
    words = f"{event.name}: {event.note}" if event.note else event.name
    draft.heard = secrets.mask(words)[0]
    draft.effects.append(Said("visitor", f"{CLIP} {draft.heard}"))
    before = draft.answers.get(spot.field)
    names = f"{before.value}, {event.name}" if before is not None else event.name
    reading = Reading(names[:FILES_LIMIT])
    if draft.open is spot:
        draft.pending = {}
        _take(draft, Fill(spot.field, spot.id, reading, draft.heard), "file")
    else:
        settle(draft, spot, reading, draft.heard, "file")


def take_text(draft: Draft, text: str) -> None:
    """Something was typed while a question is open."""
    spot = draft.open
    if spot is None:
        return
    pending, draft.pending = draft.pending, {}
    times = pending.get(hearing.TIMES, ())
    offered = {key: pending[key] for key in pending.keys() - NO_HINTS}
    heard = hearing.hear(draft, text[:ANSWER_LIMIT], times)
    if interrupts.end_at_once(draft, heard):
        return
    if interrupts.opts_out(draft, heard):
        _repeat(draft)
        return
    if viewings.reply(draft, asked=viewings.MOVING in pending, offered=times):
        return
    silent = heard.answer is None and not heard.corrections
    if (silent or hints.is_meant(offered, draft.heard)) and hints.reply(
        draft, offered, draft.heard
    ):
        _repeat(draft)
        return
    if _moves(draft, heard):
        return
    if hints.is_taken_besides(offered, spot.slot, heard, draft.heard):
        hints.reply(draft, offered, draft.heard)
    _act(draft, spot, heard, pending)


def _moves(draft: Draft, heard: Understood) -> bool:
    """Back, start over, or to an earlier answer, said in words."""
    if heard.answer is None and interrupts.move(draft, heard.intents):
        return True
    return not (heard.corrections or heard.others) and rewriting.asks_anew(draft)


def _act(draft: Draft, spot: Spot, heard: Understood, pending: Mapping[str, Any]) -> None:
    """Corrections, volunteered values, questions back, and then the answer itself."""
    _fill_the_rest(draft, heard)
    if draft.status != PARTIAL:
        return
    digressed = answer_aside(draft, heard)
    if heard.calls:
        _call(draft, spot, heard)
    elif calling.is_due(draft) and "phone" not in draft.session.answers:
        calling.hand_over(draft)
    elif heard.answer is not None:
        _answer(draft, spot, heard)
    elif heard.refused:
        _say_back(draft, heard)
        _decline(draft, spot)
    elif _is_passed_by(draft, spot, heard, pending):
        _say_back(draft, heard)
        skip(draft, spot)
        moving.go_on(draft, "skip")
    elif digressed or heard.others or heard.corrections or draft.lang != draft.session.lang:
        _say_back(draft, heard)
        _repeat(draft)
    else:
        _unread(draft, spot)


def _is_passed_by(draft: Draft, spot: Spot, heard: Understood, pending: Mapping[str, Any]) -> bool:
    """Does the visitor go on answering later questions, one message after the other, while this
    one stays open? Then it is let go rather than put again and again."""
    spots = [draft.local.spots.get(fill.question) for fill in heard.others]
    if not any(later is not None and later.index > spot.index for later in spots):
        return False
    passed = int(pending.get(PASSED, 0)) + 1
    if passed >= PASSED_BY and passed + draft.retries > PASSED_BY:
        return True
    draft.pending = {**draft.pending, PASSED: passed}
    return False


def _say_back(draft: Draft, heard: Understood) -> None:
    """What was filled beside a question that stays open or is skipped."""
    note_values(draft, heard.others)
    for fill in heard.others:
        hints.offer(draft, fill)


def _fill_the_rest(draft: Draft, heard: Understood) -> None:
    """What the message holds besides the answer."""
    for fill in heard.corrections:
        correct(draft, fill)
    for fill in heard.others:
        volunteer(draft, fill)
        if "when" in fill.reading.extra:
            interrupts.note(draft, draft.heard)


def _call(draft: Draft, spot: Spot, heard: Understood) -> None:
    """A person is asked for; what else was said is kept."""
    if heard.answer is not None and heard.answer.reading.value is not None:
        settle(draft, spot, heard.answer.reading, heard.answer.raw, "typed")
    if draft.status == PARTIAL:
        calling.request_call(draft)


def _answer(draft: Draft, spot: Spot, heard: Understood) -> None:
    """The open question is answered, or somebody tried to."""
    fill = heard.answer
    if fill is None:
        return
    if fill.reading.value is None:
        note_values(draft, heard.others)
        _ask_back(draft, spot, fill.reading)
        return
    note_values(draft, (fill, *heard.others))
    for one in (fill, *heard.others):
        hints.offer(draft, one)
    if "when" in fill.reading.extra:
        interrupts.note(draft, draft.heard)  # the wish for a day, in the visitor's words
        _ask_by_the_wish(draft)
    _take(draft, fill, "typed")


def _ask_by_the_wish(draft: Draft) -> None:
    """A time was named before the question for it, and it is taken, or fits several free ones:
    the question says so."""
    around = hearing.surroundings(draft)
    for spot in draft.local.spots.values():
        if spot.kind == "datetime" and spot.field not in draft.answers:
            wished = wished_time(draft.heard, spot.slot, around)
            if wished is not None and wished.ask:
                draft.instead[spot.id] = _words_back(draft, spot, wished)
                hearing.offer_times(draft, wished)


def _take(draft: Draft, fill: Fill, how: str) -> None:
    spot = draft.local.spots[fill.question]
    before = draft.session.answers.get(spot.field)
    settle(draft, spot, fill.reading, fill.raw, how)
    if draft.status != PARTIAL:
        return
    if calling.is_due(draft):
        calling.hand_over(draft)
        return
    moved = draft.state != spot.id
    if before is not None and before.value != draft.answers[spot.field].value:
        moving.drop_dependents(draft, spot)
    if moved:
        ask(draft)
    else:
        moving.go_on(draft, "answer")


def _decline(draft: Draft, spot: Spot) -> None:
    """Any refusal skips a question."""
    skip(draft, spot)
    no_number = spot.kind == "phone" and calling.CALL_NOW in draft.flags
    draft.lead_in.append(draft.phrase("human_no_number" if no_number else "skip"))
    moving.go_on(draft, "skip")


def _repeat(draft: Draft) -> None:
    """The open question again, unless it has become needless."""
    if draft.status != PARTIAL:
        return
    if moving.is_needless(draft):
        moving.go_on(draft, "skip")
    else:
        ask(draft, again=draft.state == draft.session.state)


def _pressed(draft: Draft, spot: Spot, values: tuple[str, ...]) -> Reading | None:
    """A button's value; buttons under a typed question are read like typed words."""
    if spot.kind == "multi":
        return Reading(tuple(values))
    if spot.question.options or spot.kind == "datetime":
        return Reading(values[0])
    if spot.kind == "yesno" and values[0] in ("yes", "no"):
        return Reading(values[0] == "yes")
    return kinds.read(spot.kind, values[0], spot.slot, draft.local.around(draft.now))


def _ask_back(draft: Draft, spot: Spot, reading: Reading) -> None:
    """An attempt that cannot be taken as it stands: say what is missing, and wait."""
    key = f"ask.{reading.ask}"
    new = hearing.offer_times(draft, reading)
    if key not in draft.local.book or (draft.retries + 1 >= OFFER_AFTER and not new):
        _unread(draft, spot)
        return
    draft.effects.append(Unread(spot.id, draft.heard))
    draft.retries += not new
    ask_in_words(draft, _words_back(draft, spot, reading))


def _words_back(draft: Draft, spot: Spot, reading: Reading) -> str:
    """What is asked back about an attempt."""
    values = {name: shown(draft, spot, value) for name, value in reading.ask_with.items()}
    own = _own_words(draft, spot, reading, values)
    return own or draft.phrase(f"ask.{reading.ask}", **values)


def shown(draft: Draft, spot: Spot, value: str) -> str:
    """A value inside a question back, as the visitor would write it."""
    if spot.kind == "money":
        return spoken(draft.local, spot.field, float(value)) if value.isdecimal() else value
    return spoken(draft.local, spot.field, value) if spot.kind == "datetime" else value


def _own_words(draft: Draft, spot: Spot, reading: Reading, values: dict[str, str]) -> str:
    """What the flow itself says to a typing slip, or to a time that is taken."""
    if reading.ask == "datetime.taken":
        return text_of(draft.local, spot.taken, draft, draft.now, values)
    if spot.kind not in CHECKED or reading.ask == "phone.check":
        return ""  # a flow's retry text speaks of a number that is too short
    return text_of(draft.local, spot.retry, draft, draft.now)


def _unread(draft: Draft, spot: Spot) -> None:
    """Nothing could be read: ask in other words, then offer options or a person, then wait."""
    draft.effects.append(Unread(spot.id, draft.heard))
    draft.retries += 1
    if draft.retries < OFFER_AFTER:
        ask_in_words(draft, _retry_words(draft, spot))
    elif draft.retries == OFFER_AFTER:
        ask_in_words(draft, draft.phrase("stuck_options" if spot.choices else "stuck"))
    else:
        ask_in_words(draft, draft.phrase("wait" if spot.choices else "wait_open"))


def _retry_words(draft: Draft, spot: Spot) -> str:
    """The question's own retry text, or the kind's. A phone's or an e-mail's own text is about a
    number or an address that was typed wrong, so it is kept for that."""
    own = text_of(draft.local, spot.retry, draft, draft.now) if spot.kind not in CHECKED else ""
    return own or draft.phrase(draft.local.book.first(f"retry_{spot.kind}", "retry"))
