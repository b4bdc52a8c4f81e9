"""Which web pages may talk to the visitor API: our own, and those that site.yaml lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.channels.refusals import Refusal

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "authorization, content-type, x-file-name",
    "Access-Control-Max-Age": "7200",
}


class Origins:
    """The list of origins, compared exactly; a request without Origin comes from no page."""

    def __init__(self, allowed: Iterable[str] = (), base_url: str = "") -> None:
        listed = [*allowed, base_url] if base_url else list(allowed)
        self._allowed = frozenset(origin.rstrip("/") for origin in listed)

    def check(self, headers: Mapping[str, str]) -> str:
        """The origin to name in the reply, "" when none is needed; a stranger is refused."""
        origin = headers.get("Origin")
        if origin is None:
            return ""
        if origin in self._allowed:
            return origin
        if _is_own(origin, headers.get("Host", "")):
            return ""
        raise Refusal(403, "foreign_origin", "This page may not use the chat here.")

    @staticmethod
    def grant(origin: str) -> dict[str, str]:
        """The headers that let a page of a listed origin read the reply."""
        if not origin:
            return {}
        return {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Expose-Headers": "Retry-After",
        }

    @classmethod
    def preflight(cls, origin: str) -> dict[str, str]:
        """The headers of a reply to OPTIONS."""
        return cls.grant(origin) | _PREFLIGHT


def _is_own(origin: str, host: str) -> bool:
    """Behind a proxy we cannot see whether the visitor came by https, so the host decides."""
    scheme, separator, name = origin.partition("://")
    return bool(separator and host) and scheme in ("http", "https") and name == host.lower()
