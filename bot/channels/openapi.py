"""The OpenAPI 3.1 document of the visitor API. Limits come from where they are enforced."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from bot.channels import decoder
from bot.channels.openapi_shapes import CLIENT_ID, ID, Json, schema_ref, schemas
from bot.files import ENDINGS, FILES_LIMIT
from bot.replies import FILE_LIMIT


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
            "/api/v1/conversations/{id}/files": {"parameters": [_ID], "post": _attach()},
            "/api/v1/conversations/{id}/transcript": {
                "parameters": [_ID],
                "post": _transcript(),
            },
            "/api/v1/conversations/{id}/continue": {"parameters": [_ID], "post": _continue()},
            "/api/v1/conversations/{id}": {"parameters": [_ID], "get": _state()},
            "/api/v1/conversations/{id}/live": {"parameters": [_ID], "get": _live()},
            "/api/v1/conversations/{id}/typing": {"parameters": [_ID], "post": _typing()},
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
            "schemas": schemas(flows, markets),
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


def _json(name: str) -> Json:
    return {"application/json": {"schema": schema_ref(name)}}


def _errors(*names: str) -> Json:
    return {status: {"$ref": f"#/components/responses/E{status}"} for status in names}


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


def _attach() -> Json:
    binary: Json = {"schema": {"type": "string", "format": "binary", "minLength": 1}}
    client: Json = {"name": "id", "in": "query", "required": True, "schema": CLIENT_ID}
    question: Json = {
        "name": "question",
        "in": "query",
        "description": "The question the visitor saw; else the open one, or the last that takes "
        "files.",
        "schema": {"type": "string", "maxLength": 64},
    }
    name: Json = {
        "name": "X-File-Name",
        "in": "header",
        "description": "Percent-encoded; it is cleaned, and gets the ending of its type.",
        "schema": {"type": "string"},
    }
    return _operation(
        "attach",
        "Send a file where a question asks for one (ask.upload)",
        {
            "200": {"description": "Kept, and on disk.", "content": _json("State")},
            "409": {
                "description": "No question takes files now; nothing was kept.",
                "content": _json("Stale"),
            },
            **_errors("400", "401", "403", "404", "410", "413", "415", "422", "429", "503"),
        },
        security=[{"token": []}],
        parameters=[client, question, name],
        requestBody={"required": True, "content": dict.fromkeys((*ENDINGS, "image/*"), binary)},
        description=f"At most {FILE_LIMIT} bytes and {FILES_LIMIT} files a conversation; the type "
        "is told by the bytes. The same id again gets the same reply.",
    )


def _transcript() -> Json:
    return _operation(
        "transcript",
        "Have the conversation sent to an e-mail address",
        {
            "200": {"description": "Queued; it leaves soon.", "content": _json("Letter")},
            **_errors("400", "401", "403", "404", "410", "413", "415", "422", "429", "503"),
        },
        security=[{"token": []}],
        requestBody={"required": True, "content": _json("LetterTo")},
        description="404 no_mail where this office cannot send e-mails; then the widget's words "
        "do not offer it either.",
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


def _typing() -> Json:
    return _operation(
        "typing",
        "The visitor is writing; a person who is in the conversation sees it",
        {
            "204": {"description": "Said, if anybody is there."},
            **_errors("400", "401", "403", "404", "410", "429", "503"),
        },
        security=[{"token": []}],
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
                "description": "Nobody may speak (only where a state says live): poll.",
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
        "413": f"More than {decoder.BODY_LIMIT} bytes, or {FILE_LIMIT} for a file.",
        "415": "Not application/json; or a file that is neither picture nor PDF.",
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
