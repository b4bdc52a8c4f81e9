"""The shapes of the visitor API: what goes in and what comes back, as JSON Schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from bot.channels import requests
from bot.dialogue.flow import Kind

Json = dict[str, Any]
ID = "22 characters of base64url: 128 random bits"
STATUSES = ["partial", "complete", "handoff", "disqualified", "stopped", "erased"]


def schema_ref(name: str) -> Json:
    """Where a shape stands in the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def _object(required: list[str], properties: Json, **more: Any) -> Json:
    return {"type": "object", "required": required, "properties": properties, **more}


def _string(limit: int | None = None, **more: Any) -> Json:
    return {"type": "string", **({"maxLength": limit} if limit else {}), **more}


CLIENT_ID = _string(
    description="A UUID the client made for this input.",
    pattern="^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$",
)


def schemas(flows: Sequence[str], markets: Sequence[str]) -> Json:
    """All of them, for an office with these flows and markets."""
    state = _state_properties()
    required = [name for name in state if name not in ("live", "words")]
    token = _string(description="Shown once; send it as Authorization: Bearer TOKEN.")
    return {
        "Opening": _opening(flows, markets),
        "Turn": _turn(),
        "Message": _message(),
        "Ask": _ask(),
        "State": _object(required, state),
        "Begun": _object([*required, "token"], {**state, "token": token}),
        "Stale": _object([*required, "error"], {**state, "error": schema_ref("Problem")}),
        "Continuation": _object(
            ["deep_link", "code", "expires_at"],
            {
                "deep_link": _string(format="uri", description="https://t.me/BOT?start=…"),
                "code": _string(6, description="Typed to the bot, it does the same."),
                "expires_at": _string(format="date-time", description="Of the code."),
            },
        ),
        "LetterTo": _object(["email"], {"email": _string(254, format="email")}),
        "Letter": _object(
            ["queued", "email"], {"queued": {"const": True}, "email": _string(format="email")}
        ),
        "Problem": _object(
            ["code", "message"],
            {"code": _string(), "message": _string(), "field": _string()},
        ),
        "Error": _object(["error"], {"error": schema_ref("Problem")}),
    }


def _state_properties() -> Json:
    return {
        "conversation": _string(description=ID),
        "seq": {"type": "integer", "minimum": 0, "description": "Of the last message."},
        "messages": {"type": "array", "items": schema_ref("Message")},
        "ask": {"oneOf": [schema_ref("Ask"), {"type": "null"}]},
        "status": {"type": "string", "enum": STATUSES},
        "ended": {"type": "boolean"},
        "words": {
            "type": "object",
            "description": "The widget's own words in the conversation's language, by the English "
            "ones or, for those that the widget does not bring along, by a code: told with the "
            "first reply, with all messages, and when the language changes.",
            "additionalProperties": _string(),
        },
        "live": {"type": "boolean", "description": "A person may speak: open the stream."},
    }


def _message() -> Json:
    return _object(
        ["seq", "from", "text", "at"],
        {
            "seq": {"type": "integer", "minimum": 1},
            "from": {"type": "string", "enum": ["visitor", "bot", "agent"]},
            "text": _string(),
            "at": _string(format="date-time"),
            "question": _string(description="The question this line asks."),
            "options": {"type": "array", "items": _string(), "description": "Labels under it."},
            "cards": {
                "type": "array",
                "description": "Homes to show under this line.",
                "items": _object(
                    ["id", "title"],
                    dict.fromkeys(("id", "title", "text", "price", "image", "url"), _string()),
                ),
            },
            "file": _object(
                ["name", "type", "size"],
                {"name": _string(), "type": _string(), "size": {"type": "integer", "minimum": 1}},
                description="The file that the visitor sent with this line.",
            ),
            "name": _string(description="Of the person who says it."),
            "photo": _string(description="Of that person; an address."),
            "corrects": _string(description="It mends what that person said before."),
        },
    )


def _ask() -> Json:
    option = _object(["value", "label"], {"value": _string(), "label": _string()})
    count = {"type": "integer", "minimum": 0}
    return _object(
        ["question", "kind", "text", "optional", "progress"],
        {
            "question": _string(),
            "kind": {"type": "string", "enum": list(get_args(Kind))},
            "text": _string(),
            "options": {"type": "array", "items": option},
            "optional": {"type": "boolean"},
            "why": _string(),
            "upload": _object(
                ["accept", "max_bytes", "many"],
                {
                    "accept": _string(description="As the accept of an HTML file input."),
                    "max_bytes": {"type": "integer", "minimum": 1},
                    "many": {"type": "boolean"},
                },
                description="Files may be sent as the answer, instead of text.",
            ),
            "progress": _object(["done", "total"], {"done": count, "total": count}),
        },
    )


def _opening(flows: Sequence[str], markets: Sequence[str]) -> Json:
    values: Json = {"type": ["string", "number", "boolean", "null"]}
    names: Json = {"pattern": "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}
    return _object(
        ["flow"],
        {
            "flow": {"type": "string", "enum": sorted(flows)},
            "market": {"type": ["string", "null"], "enum": [*sorted(markets), "", None]},
            "lang": _nullable(requests.LANG_LIMIT),
            "source": {
                "type": ["object", "null"],
                "description": "page, referrer, utm_* and the like.",
                "maxProperties": requests.SOURCE_KEYS,
                "propertyNames": names,
                "additionalProperties": values,
            },
            "listing": {
                "type": ["object", "null"],
                "propertyNames": names,
                "maxProperties": requests.SOURCE_KEYS,
                "properties": {
                    "id": _nullable(requests.LISTING_LIMIT),
                    "address": _nullable(requests.LISTING_LIMIT),
                    "price": {
                        "type": ["number", "null"],
                        "minimum": 0,
                        "maximum": requests.PRICE_LIMIT,
                    },
                },
            },
            "known": {
                "type": ["object", "null"],
                "description": "Fields the page knows already.",
                "maxProperties": requests.KNOWN_KEYS,
                "propertyNames": names,
                "additionalProperties": {**values, "maxLength": requests.KNOWN_LIMIT},
            },
            "chat": {
                "type": ["object", "null"],
                "description": "The conversation that this browser had last, with its token: "
                "what its visitor said there is not asked again, if they agreed to be contacted.",
                "properties": {
                    "conversation": {"type": "string", "maxLength": requests.TOKEN_LIMIT},
                    "token": {"type": "string", "maxLength": requests.TOKEN_LIMIT},
                },
                "maxProperties": requests.KNOWN_KEYS,
                "propertyNames": names,
            },
            "visitor": {
                **_nullable(requests.VISITOR_LIMIT),
                "description": "A random name of this browser: it sees the same greeting again "
                "while two are tried against each other. It is not stored.",
            },
        },
    )


def _nullable(limit: int) -> Json:
    return {"type": ["string", "null"], "maxLength": limit}


def _turn() -> Json:
    inputs: dict[str, Json] = {
        "text": _string(
            requests.TEXT_LIMIT, description="As typed; accents count as their letter."
        ),
        "choice": _string(requests.TEXT_LIMIT),
        "choices": {
            "type": "array",
            "maxItems": requests.CHOICES_LIMIT,
            "items": _string(requests.TEXT_LIMIT),
        },
        "skip": {"const": True},
        "back": {"const": True},
        "edit": _object(["question"], {"question": _string(64, minLength=1)}),
    }
    return _object(
        ["id"],
        {
            "id": CLIENT_ID,
            "question": {**_nullable(64), "description": "The question the visitor saw."},
            **inputs,
        },
        oneOf=[{"required": [name]} for name in inputs],
    )
