"""Rate limits, and who a request comes from. Memory is bounded: the oldest keys are let go."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.channels.refusals import too_many

KEYS = 10_000  # buckets kept per limit; an older key starts with a full bucket again
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(slots=True)
class Limit:
    """Token buckets: ``amount`` at once, refilled evenly over ``seconds``."""

    amount: int
    seconds: float
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, key: str, now: float) -> None:
        """Spend one of a key's tokens; raises a 429 Refusal when there is none."""
        if wait := self.wait(key, now):
            raise too_many(wait)

    def wait(self, key: str, now: float) -> float:
        """Spend one of a key's tokens; when there is none, the seconds until there is one."""
        rate = self.amount / self.seconds
        tokens, at = self._buckets.pop(key, (float(self.amount), now))
        tokens = min(float(self.amount), tokens + (now - at) * rate)
        spent = tokens >= 1
        self._buckets[key] = (tokens - spent, now)
        if len(self._buckets) > KEYS:
            self._buckets.popitem(last=False)
        return 0.0 if spent else (1 - tokens) / rate


class Limits:
    """The limits of visitors; none of them counts when they are switched off."""

    def __init__(self, *, on: bool = True) -> None:
        self.on = on
        self._messages = Limit(60, 60)
        self._openings = Limit(60, 3600)
        self._conversations = Limit(60, 60)
        self._files = Limit(60, 600)
        self._letters = Limit(5, 3600)

    def opening(self, address: str, now: float) -> None:
        """A new conversation from an address."""
        if self.on:
            self._openings.take(_household(address), now)

    def file(self, address: str, conversation: str, now: float) -> None:
        """A file from an address in a conversation."""
        if self.on:
            self._files.take(_household(address), now)
        self.message(address, conversation, now)

    def letter(self, address: str, conversation: str, now: float) -> None:
        """A letter that an address asks for: it may be somebody else's mailbox."""
        if self.on:
            self._letters.take(_household(address), now)
        self.message(address, conversation, now)

    def message(self, address: str, conversation: str, now: float) -> None:
        """A message from an address in a conversation."""
        if self.on:
            self._messages.take(_household(address), now)
            self._conversations.take(conversation, now)

    def admits(self, chat: int, now: float) -> bool:
        """Whether a Telegram chat may send one more message now."""
        return not self.on or not self._conversations.wait(f"tg:{chat}", now)


class Addresses:
    """Who a request comes from: ``X-Forwarded-For`` counts only where a trusted proxy wrote it."""

    def __init__(self, trusted: Iterable[str] = ()) -> None:
        self._trusted: tuple[Network, ...] = tuple(
            ipaddress.ip_network(proxy, strict=False) for proxy in trusted
        )

    def client(self, peer: str, forwarded: Iterable[str]) -> str:
        """The nearest address that is not one of our own proxies."""
        if not self._trusted or not self._trusts(peer):
            return peer
        hops = [hop.strip() for header in forwarded for hop in header.split(",")]
        for hop in reversed(hops):
            if not self._trusts(hop):
                return hop[:64] or peer
        return peer

    def _trusts(self, hop: str) -> bool:
        try:
            address = ipaddress.ip_address(hop)
        except ValueError:
            return False
        return any(address in network for network in self._trusted)


def _household(address: str) -> str:
    """An IPv6 visitor owns a whole /64: limits count the network."""
    if ":" not in address:
        return address
    try:
        network = ipaddress.ip_network(f"{address.partition('%')[0]}/64", strict=False)
    except ValueError:
        return address
    return str(network)
