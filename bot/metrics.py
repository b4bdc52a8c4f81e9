"""Numbers for Prometheus, in a registry of our own: no visitor's data, no address, no id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from prometheus_client.core import HistogramMetricFamily
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

from bot.news import LEADS, LeadNews, News, rings

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Durations(Collector):
    """A histogram without labels and locks, for what every turn is measured by."""

    def __init__(self, name: str, what: str) -> None:
        self._name, self._what = name, what
        self._counts = [0] * (len(BUCKETS) + 1)
        self._sum = 0.0

    def observe(self, seconds: float) -> None:
        """One more of this length; from one thread only."""
        self._counts[bisect_left(BUCKETS, seconds)] += 1
        self._sum += seconds

    def collect(self) -> Iterator[HistogramMetricFamily]:
        """As Prometheus counts: each bucket with all below it."""
        bounds = [*map(floatToGoString, BUCKETS), "+Inf"]
        buckets = list(zip(bounds, map(float, accumulate(self._counts)), strict=True))
        yield HistogramMetricFamily(self._name, self._what, buckets, self._sum)


class Metrics:
    """What is counted."""

    content_type = CONTENT_TYPE

    def __init__(self) -> None:
        self.registry = CollectorRegistry(auto_describe=False)
        self.conversations = Counter(
            "doorstep_conversations", "Conversations begun", registry=self.registry
        )
        self.hot_leads = Counter("doorstep_hot_leads", "Leads that rang", registry=self.registry)
        self.flow_errors = Counter(
            "doorstep_flow_reload_errors", "Flow files refused", registry=self.registry
        )
        self.broken = Gauge(
            "doorstep_flow_broken",
            "Errors in a flow file that keep its newest text from going live",
            ["file", "line"],
            registry=self.registry,
        )
        self.outbox_late = Gauge(
            "doorstep_outbox_late_seconds", "What is due longest, how late", registry=self.registry
        )
        self.outbox = Gauge(
            "doorstep_outbox_rows",
            "What waits to be sent (due), is on its way (taken), could not be sent (dead)",
            ["state"],
            registry=self.registry,
        )
        self.sendings = Counter(
            "doorstep_sendings",
            "What became of each try to send something: sent, retried or buried",
            ["kind", "result"],
            registry=self.registry,
        )
        self._turns = Durations(
            "doorstep_turn_seconds", "From a read request to its durable reply"
        )
        self._commits = Durations(
            "doorstep_commit_seconds", "A transaction, from its beginning until it is on disk"
        )
        self.registry.register(self._turns)
        self.registry.register(self._commits)

    def broken_files(self, places: Iterable[tuple[str, int]]) -> None:
        """Which files are broken now, and where."""
        self.broken.clear()
        for file, line in places:
            self.broken.labels(file, str(line)).inc()

    def turn(self, seconds: float) -> None:
        """A turn is on disk."""
        self._turns.observe(seconds)

    def commit(self, seconds: float) -> None:
        """A transaction is on disk; told by the writing thread alone."""
        self._commits.observe(seconds)

    def sending(self, kind: str, result: str) -> None:
        """A row of the outbox was tried; ``kind`` is the word before its dot."""
        self.sendings.labels(kind, result).inc()

    def depth(self, rows: Mapping[str, int], late: float) -> None:
        """How the outbox stands now."""
        for state, count in rows.items():
            self.outbox.labels(state).set(count)
        self.outbox_late.set(max(0.0, late))

    async def count_hot(self, news: News) -> None:
        """Count leads that ring, for as long as there is news."""
        with news.listen(LEADS, rings) as heard:
            async for item in heard:
                if isinstance(item, LeadNews) and item.change == "hot":
                    self.hot_leads.inc()

    def text(self) -> str:
        """Everything in the exposition format."""
        return generate_latest(self.registry).decode()
