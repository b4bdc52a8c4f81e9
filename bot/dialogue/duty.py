"""When somebody calls: at once while the office works, else an honest time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.dialogue.compiled import Local
from bot.dialogue.phrases import formats
from bot.dialogue.shifts import next_start, on_shift

MORNING, EVENING = time(8), time(21)  # nobody is called unasked outside these hours


def opens(local: Local, now: datetime, *, asked: bool) -> datetime | None:
    """When somebody can call next, in the market's time; None when that is now.

    Whoever ``asked`` to be called may be called at night as well, if somebody works then.
    """
    here = now.astimezone(local.zone)
    agents = local.people
    if agents and not any(on_shift(agent.shift, here) for agent in agents):
        starts = (next_start(agent.shift, here) for agent in agents)
        here = min((start for start in starts if start is not None), default=here)
    here = here if asked else _waking(here)
    return here if here > now else None


def in_words(at: datetime, local: Local, now: datetime) -> str:
    """ "today from 9:00 am", "on Monday, March 16 from 9:00 am"."""
    lang = local.lang[:2]
    clock = formats.clock(at, lang, local.country)
    if at.date() == now.astimezone(local.zone).date():
        return local.book.say("opens_today", {"time": clock})
    day = formats.day(at, lang, local.country)
    return local.book.say("opens_day", {"day": day, "time": clock})


def _waking(at: datetime) -> datetime:
    """The same moment, or the next morning when it is night."""
    if MORNING <= at.time() < EVENING:
        return at
    day = at + timedelta(days=1) if at.time() >= EVENING else at
    return day.replace(hour=MORNING.hour, minute=0, second=0, microsecond=0)
