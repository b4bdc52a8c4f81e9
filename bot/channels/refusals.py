"""Every way the visitor API says no, as data: status, code, plain words, the field at fault."""

from __future__ import annotations

import json
from collections.abc import Mapping


class Refusal(Exception):  # noqa: N818 - an answer to the client, not a fault of ours
    """A request that is not done; nothing was changed."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        field: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.field = field
        self.headers = headers or {}

    @property
    def body(self) -> bytes:
        """The fixed error shape as JSON."""
        return json.dumps({"error": self.error}, ensure_ascii=False).encode()

    @property
    def error(self) -> dict[str, str]:
        """The inside of the error shape."""
        error = {"code": self.code, "message": self.message}
        return {**error, "field": self.field} if self.field else error


def bad_json(message: str) -> Refusal:
    """400: the body is not JSON as we take it."""
    return Refusal(400, "bad_json", message)


def invalid(field: str, message: str) -> Refusal:
    """422: good JSON, but this field cannot be taken."""
    return Refusal(422, "invalid", message, field=field)


def unauthorized() -> Refusal:
    """401: no token that could be one."""
    return _refused_token("Send the conversation's token as 'Authorization: Bearer TOKEN'.")


def unknown_conversation() -> Refusal:
    """401: for an unknown conversation as for a wrong token, so that nobody can tell which of the
    two it was, and so find other people's conversations."""
    return _refused_token("There is no such conversation for this token.")


def _refused_token(message: str) -> Refusal:
    return Refusal(401, "unauthorized", message, headers={"WWW-Authenticate": "Bearer"})


def nothing_here() -> Refusal:
    """404: no such address."""
    return Refusal(404, "not_found", "There is nothing here.")


def not_allowed(methods: str) -> Refusal:
    """405: the address takes other methods."""
    message = f"This address takes {methods}."
    return Refusal(405, "method_not_allowed", message, headers={"Allow": methods})


def stray_body() -> Refusal:
    """400: a body nobody reads would be unpacked for nothing."""
    return Refusal(400, "unexpected_body", "This request takes no body.")


def too_large(limit: int) -> Refusal:
    """413: over the cap of a request."""
    return Refusal(413, "too_large", f"A request may hold at most {limit // 1024} kB.")


def too_many(retry_after: float) -> Refusal:
    """429: slow down."""
    seconds = max(1, round(retry_after + 0.5))
    message = f"Too many requests. Try again in {seconds} second{'s' if seconds > 1 else ''}."
    return Refusal(429, "too_many_requests", message, headers={"Retry-After": str(seconds)})


def unavailable() -> Refusal:
    """503: nothing was stored; the same request may be sent again."""
    message = "We could not save this just now. Please send it again in a moment."
    return Refusal(503, "unavailable", message, headers={"Retry-After": "2"})
