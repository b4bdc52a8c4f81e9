"""Rate limits, and who a request comes from."""

from __future__ import annotations

import pytest

from bot.channels import limits
from bot.channels.limits import Addresses, Limit, Limits
from bot.channels.origins import Origins
from bot.channels.refusals import Refusal


def test_a_bucket_is_spent_and_fills_again_evenly() -> None:
    limit = Limit(3, 60)
    for _ in range(3):
        limit.take("a", 100.0)
    with pytest.raises(Refusal) as refusal:
        limit.take("a", 110.0)
    assert refusal.value.status == 429
    assert refusal.value.headers["Retry-After"] == "10"
    limit.take("b", 110.0)
    limit.take("a", 120.0)
    with pytest.raises(Refusal):
        limit.take("a", 121.0)


def test_a_refused_request_costs_nothing() -> None:
    limit = Limit(1, 60)
    limit.take("a", 0.0)
    for second in range(1, 60):
        with pytest.raises(Refusal):
            limit.take("a", float(second))
    limit.take("a", 60.1)


def test_a_clock_that_stands_still_gives_nothing_away() -> None:
    limit = Limit(1, 60)
    limit.take("a", 50.0)
    with pytest.raises(Refusal):
        limit.take("a", 50.0)


def test_buckets_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "KEYS", 10)
    limit = Limit(1, 60)
    for n in range(1000):
        limit.take(str(n), 0.0)
    assert len(limit._buckets) == 10


def test_an_ipv6_visitor_is_a_network() -> None:
    both = Limits()
    for n in range(60):
        both.opening(f"2001:db8:1:2::{n:x}", 0.0)
    with pytest.raises(Refusal):
        both.opening("2001:db8:1:2:ffff::1", 0.0)
    both.opening("2001:db8:1:3::1", 0.0)


def test_limits_can_be_switched_off() -> None:
    off = Limits(on=False)
    for _ in range(1000):
        off.opening("1.2.3.4", 0.0)
        off.message("1.2.3.4", "c", 0.0)


def test_a_conversation_has_a_limit_of_its_own() -> None:
    both = Limits()
    for n in range(60):
        both.message(f"10.0.0.{n}", "c", 0.0)
    with pytest.raises(Refusal):
        both.message("10.0.1.1", "c", 0.0)
    both.message("10.0.1.1", "d", 0.0)


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("1.2.3.4", [], "1.2.3.4"),
        ("1.2.3.4", ["9.9.9.9"], "1.2.3.4"),
        ("10.0.0.1", ["9.9.9.9"], "9.9.9.9"),
        ("10.0.0.1", ["6.6.6.6, 9.9.9.9"], "9.9.9.9"),
        ("10.0.0.1", ["6.6.6.6", "9.9.9.9, 10.0.0.2"], "9.9.9.9"),
        ("10.0.0.1", ["10.0.0.9"], "10.0.0.1"),
        ("10.0.0.1", [""], "10.0.0.1"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["x" * 500], "x" * 64),
        ("", ["9.9.9.9"], ""),
    ],
)
def test_forwarded_addresses_count_only_where_a_proxy_of_ours_wrote_them(
    peer: str, forwarded: list[str], client: str
) -> None:
    assert Addresses(["10.0.0.0/8"]).client(peer, forwarded) == client
    assert Addresses().client(peer, forwarded) == peer


@pytest.mark.parametrize(
    ("origin", "named"),
    [
        (None, ""),
        ("https://a.example", "https://a.example"),
        ("https://chat.example", "https://chat.example"),
        ("http://own.example:8080", ""),
        ("https://own.example:8080", ""),
    ],
)
def test_origins_that_may_come(origin: str | None, named: str) -> None:
    origins = Origins(["https://a.example/"], "https://chat.example")
    headers = {"Host": "Own.example:8080"} | ({} if origin is None else {"Origin": origin})
    assert origins.check(headers) == named


@pytest.mark.parametrize(
    "origin",
    ["", "null", "https://a.example.evil", "http://a.example", "https://own.example", "file://",
     "own.example:8080", "ftp://own.example:8080", "https://a.example/", "*"],
)  # fmt: skip
def test_origins_that_may_not(origin: str) -> None:
    origins = Origins(["https://a.example"])
    with pytest.raises(Refusal):
        origins.check({"Host": "own.example:8080", "Origin": origin})
