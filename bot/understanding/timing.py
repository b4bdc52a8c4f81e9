"""A day or a time named at the question for a viewing, a visit, a demo or a call."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.understanding import answers, kinds, moment
from bot.understanding.lexicon.grammar import NEGATES
from bot.understanding.lexicon.takebacks import NOES
from bot.understanding.option_book import book_of
from bot.understanding.scene import Scene
from bot.understanding.types import Reading, Slot
from bot.understanding.volunteering import times_in

SHORT: Final = 6  # words of a text that may be a day and a time and nothing else


def read(scene: Scene, slot: Slot, reading: Reading | None) -> Reading | None:
    """The reading with the time that was named along with it; a time alone is a reading too."""
    if reading is None:
        return given(scene, slot) or _rather(scene, slot, reading)
    wished = _rather(scene, slot, reading) or _run_on(scene, slot, reading)
    return wished or _with_wish(scene, slot, reading)


def given(scene: Scene, slot: Slot) -> Reading | None:
    """A time given at an appointment question means a tour, a visit or a demo, else a call."""
    times = times_in(scene.text, slot, scene.around)
    agrees = answers.stance(scene.text) == "yes"
    most = 2 * SHORT if agrees else SHORT
    if not times and len(scene.words) <= most and NEGATES.isdisjoint(scene.words.words[:1]):
        bare = kinds.read("datetime", scene.text, slot, scene.around)
        all_of_it = bare is not None and bare.span == (0, len(scene.words.text))
        if bare is not None and not bare.refused and not (agrees and all_of_it):
            return Reading(slot.time_means, span=bare.span, extra={"when": scene.text})
    if not times:
        return None
    return Reading(slot.time_means, span=times[0].span, extra={"when": times[0].value})


def _with_wish(scene: Scene, slot: Slot, reading: Reading) -> Reading:
    """A day or a time named along with the answer, for the agent."""
    if reading.value is None or len(scene.words) < 2:
        return reading
    if _is_bare(scene, reading, "yes"):
        return given(scene, slot) or reading
    times = times_in(scene.text, slot, scene.around)
    when = {"when": times[0].value} if times else {}
    return replace(reading, extra={**reading.extra, **when})


def _is_bare(scene: Scene, reading: Reading, stance: str) -> bool:
    """ "Yes please, tomorrow at 5" names no option but a time."""
    whole = reading.span == (0, len(scene.words.text))
    return whole and answers.stance(scene.text) == stance


def _rather(scene: Scene, slot: Slot, reading: Reading | None) -> Reading | None:
    """ "Ach nee, lieber am Mittwoch", "heute nicht, morgen": another time than the one offered."""
    refusal = book_of(slot).polar("no")[0] if slot.kind == "choice" else ""
    if reading is not None and reading.value != refusal:
        return None
    time = moment.instead(scene.text, scene.around)
    if time is None:
        return None
    return Reading(slot.time_means, sure=False, span=time.span, extra={"when": scene.text})


def _run_on(scene: Scene, slot: Slot, reading: Reading) -> Reading | None:
    """ "No tomorrow at 5", without a pause behind the "no", turns down no visit. Without an hour
    ("no saturday"), or where a "no" may deny what follows it, it may be either, and is asked."""
    words = scene.words
    if len(words) < 2 or words.words[0] not in NOES or words.words[1] in NEGATES:
        return None
    rest = words.text[words.starts[1] :]
    if not _is_bare(scene, reading, "no") or moment.instead(rest, scene.around) is None:
        return None
    if times_in(rest, slot, scene.around) and scene.around.lang != "es":
        return Reading(slot.time_means, span=reading.span, extra={"when": scene.text})
    return Reading(None, ask="datetime.when")
