"""The OpenAPI 3.1 document of the visitor API. Limits come from where they are enforced."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any, get_args

from bot.channels import decoder, requests
from bot.channels.live import SPEAKING
from bot.dialogue.flow import Kind

Json = dict[str, Any]
ID = "22 characters of base64url: 128 random bits"
STATUSES = ["partial", "complete", "handoff", "disqualified", "stopped", "erased"]


def document(flows: Sequence[str], markets: Sequence[str]) -> Json:
    """The whole document, for an office with these flows and markets."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Doorstep visitor API",
            "version": _version(),
            "description": "One visitor, one conversation. A 200 means that it is on disk.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": {
            "/api/v1/conversations": {"post": _begin()},
            "/api/v1/conversations/{id}/turns": {"parameters": [_ID], "post": _take()},
            "/api/v1/conversations/{id}/continue": {"parameters": [_ID], "post": _continue()},
            "/api/v1/conversations/{id}": {"parameters": [_ID], "get": _state()},
            "/api/v1/conversations/{id}/live": {"parameters": [_ID], "get": _live()},
            "/api/v1/openapi.json": {"get": _document()},
        },
        "components": {
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The token from the reply that began the conversation.",
                }
            },
            "schemas": _schemas(flows, markets),
            "responses": _responses(),
        },
    }


def _version() -> str:
    try:
        return version("doorstep")
    except PackageNotFoundError:
        return "0"


_ID: Json = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": f"The conversation: {ID}.",
    "schema": {"type": "string"},
}
_AFTER: Json = {
    "name": "after",
    "in": "query",
    "description": "Only messages with a greater seq; 0 or left out means all.",
    "schema": {"type": "integer", "minimum": 0, "maximum": 999_999_999, "default": 0},
}


def _ref(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}


def _schema(name: str) -> Json:
    return _ref("schemas", name)


def _json(name: str) -> Json:
    return {"application/json": {"schema": _schema(name)}}


def _errors(*names: str) -> Json:
    return {status: _ref("responses", f"E{status}") for status in names}


def _operation(id_: str, summary: str, responses: Json, **more: Any) -> Json:
    return {"operationId": id_, "summary": summary, **more, "responses": responses}


def _begin() -> Json:
    return _operation(
        "begin",
        "Begin a conversation",
        {
            "201": {"description": "Begun.", "content": _json("Begun")},
            **_errors("400", "403", "413", "415", "422", "429", "503"),
        },
        requestBody={"required": True, "content": _json("Opening")},
    )


def _take() -> Json:
    return _operation(
        "take",
        "Say, press, skip, go back or edit",
        {
            "200": {"description": "Done, and on disk.", "content": _json("State")},
            "409": {
                "description": "The pressed question is no longer open; nothing was done.",
                "content": _json("Stale"),
            },
            **_errors("400", "401", "403", "404", "410", "413", "415", "422", "429", "503"),
        },
        security=[{"token": []}],
        requestBody={"required": True, "content": _json("Turn")},
        description="The same id again gets the same reply, and nothing is done twice.",
    )


def _continue() -> Json:
    return _operation(
        "continue",
        "Go on in Telegram: a link, and a code to be typed there if the link loses its payload",
        {
            "200": {"description": "Each works once.", "content": _json("Continuation")},
            **_errors("400", "401", "403", "404", "410", "429", "503"),
        },
        security=[{"token": []}],
        description="404 no_telegram where this office has no Telegram bot.",
    )


def _state() -> Json:
    return _operation(
        "state",
        "Where the conversation stands, with every message after a number",
        {
            "200": {"description": "The state.", "content": _json("State")},
            **_errors("400", "401", "403", "404", "410", "422", "503"),
        },
        security=[{"token": []}],
        parameters=[_AFTER],
    )


def _live() -> Json:
    return _operation(
        "live",
        "A person's words and typing as they come",
        {
            "200": {
                "description": "Events: state (data: State), typing (data: {who}).",
                "content": {"text/event-stream": {"schema": {"type": "string"}}},
            },
            "204": {
                "description": f"Nobody may speak (only while {', '.join(SPEAKING)}): poll.",
            },
            **_errors("400", "401", "403", "404", "410", "422", "429", "503"),
        },
        security=[{"token": []}],
        parameters=[_AFTER],
    )


def _document() -> Json:
    content = {"application/json": {"schema": {"type": "object"}}}
    answers = {"200": {"description": "OpenAPI 3.1.", "content": content}, **_errors("403")}
    return _operation("document", "This document", answers)


def _responses() -> Json:
    said = {
        "400": "Not readable: no JSON, not UTF-8, a key twice.",
        "401": "No token, or none of this conversation.",
        "403": "The page's origin is not on the office's list.",
        "404": "No such address.",
        "410": "The conversation cannot go on.",
        "413": f"More than {decoder.BODY_LIMIT} bytes.",
        "415": "Not application/json.",
        "422": "A field cannot be taken; error.field names it.",
        "429": "Too many requests; Retry-After says when to come again.",
        "503": "Nothing was stored; Retry-After says when to send it again.",
    }
    made = {
        f"E{status}": {"description": text, "content": _json("Error")}
        for status, text in said.items()
    }
    retry = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}
    for status in ("E429", "E503"):
        made[status]["headers"] = retry
    return made


def _object(required: list[str], properties: Json, **more: Any) -> Json:
    return {"type": "object", "required": required, "properties": properties, **more}


def _string(limit: int | None = None, **more: Any) -> Json:
    return {"type": "string", **({"maxLength": limit} if limit else {}), **more}


def _schemas(flows: Sequence[str], markets: Sequence[str]) -> Json:
    state = _state_properties()
    required = list(state)
    token = _string(description="Shown once; send it as Authorization: Bearer TOKEN.")
    return {
        "Opening": _opening(flows, markets),
        "Turn": _turn(),
        "Message": _message(),
        "Ask": _ask(),
        "State": _object(required, state),
        "Begun": _object([*required, "token"], {**state, "token": token}),
        "Stale": _object([*required, "error"], {**state, "error": _schema("Problem")}),
        "Continuation": _object(
            ["deep_link", "code", "expires_at"],
            {
                "deep_link": _string(format="uri", description="https://t.me/BOT?start=…"),
                "code": _string(6, description="Typed to the bot, it does the same."),
                "expires_at": _string(format="date-time", description="Of the code."),
            },
        ),
        "Problem": _object(
            ["code", "message"],
            {"code": _string(), "message": _string(), "field": _string()},
        ),
        "Error": _object(["error"], {"error": _schema("Problem")}),
    }


def _state_properties() -> Json:
    return {
        "conversation": _string(description=ID),
        "seq": {"type": "integer", "minimum": 0, "description": "Of the last message."},
        "messages": {"type": "array", "items": _schema("Message")},
        "ask": {"oneOf": [_schema("Ask"), {"type": "null"}]},
        "status": {"type": "string", "enum": STATUSES},
        "ended": {"type": "boolean"},
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
            "id": _string(
                description="A UUID the client made for this input.",
                pattern="^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$",
            ),
            "question": {**_nullable(64), "description": "The question the visitor saw."},
            **inputs,
        },
        oneOf=[{"required": [name]} for name in inputs],
    )
