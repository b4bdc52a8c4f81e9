"""Understanding: the CPU of an answer to the open question, and of any text at all."""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.dialogue.compiled import Local, Spot
from bot.library import Library
from bot.understanding.message import understand
from bot.understanding.words import cut
from tests.bench.figures import Figure

Case = tuple[Local, Spot, str]
DATA = Path(__file__).parents[1] / "data"
NOW = datetime(2026, 3, 10, 14, 5, tzinfo=ZoneInfo("America/Chicago"))
ANSWERS = {  # typed answers of everyday length, by question of the buyer flow
    "area": ("round rok", "Cedar Park", "pflugerville", "looking in georgetown"),
    "beds_min": ("3", "3 bed", "at least 2", "studio"),
    "budget": ("450k", "up to 425", "350-400k", "$512,000", "around 380 thousand"),
    "timeline": ("asap", "in 3-4 months", "by june 1", "lease is up end of april"),
    "financing": ("cash", "preapproved", "talking to a lender", "need to sell first"),
    "has_agent": ("nope", "talking to one", "not signed"),
    "name": ("Dani Cole", "its Greg", "my name is Ana Ruiz"),
    "phone": ("512-555-0142", "(737) 555 0119"),
    "appointment": ("call me", "not now", "a tour saturday at 11"),
}
ROUNDS = 200


def run() -> Iterable[Figure]:
    """The median of answers, and the slow end of everything people and their enemies type."""
    library = Library.load()
    buyer = library.flows["buyer"].local("austin", "en")
    answers = [(buyer, buyer.spots[id_], text) for id_, typed in ANSWERS.items() for text in typed]
    took = _each(answers, ROUNDS)
    yield Figure("understanding: a typed answer, median", statistics.median(took), "µs", most=100)
    took = _each(list(_whatever(library)), 3)
    slow = statistics.quantiles(took, n=100)[98]
    yield Figure("understanding: any text, p99", slow / 1000, "ms", most=5)
    yield Figure("understanding: any text, slowest", max(took) / 1000, "ms")


def _whatever(library: Library) -> Iterator[Case]:
    """Every line of the conversation set and every hostile text, at every kind of question."""
    for name in ("conversations", "conversations_more", "conversations_aside"):
        for line in map(json.loads, (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()):
            market = line["context"].get("market", "austin")
            lang = line.get("lang") or library.site.markets[market].lang
            flow = library.flows[line["flow"]]
            local = flow.local(market, flow.language(lang))
            spots = list(local.spots.values())
            for at, text in enumerate(line["turns"]):
                yield local, spots[at % len(spots)], text
    local = library.flows["buyer"].local("austin", "en")
    spots = list(local.spots.values())
    for at, text in enumerate(_hostile()):
        yield local, spots[at % len(spots)], text[:2000]


def _hostile() -> Iterator[str]:
    for line in (DATA / "hostile_answers.jsonl").read_text("utf-8").splitlines():
        yield str(json.loads(line)["input"])


def _each(cases: list[Case], rounds: int) -> list[float]:
    """CPU microseconds of each case, the best of some rounds: the machine may be shared. The
    first round only loads what is loaded at first use; the words' cache is emptied each time."""
    gc.collect()
    gc.disable()
    try:
        _ = [_once(*case) for case in cases]
        return [min(_once(*case) for _ in range(rounds)) for case in cases]
    finally:
        gc.enable()


def _once(local: Local, spot: Spot, text: str) -> float:
    cut.cache_clear()
    around = local.around(NOW)
    began = time.process_time_ns()
    understand(text, spot.slot, local.slots, {}, around)
    return (time.process_time_ns() - began) / 1000
