"""The OpenAPI document says what the API does: every reply is held against it."""

from __future__ import annotations

import re
from typing import Any

from tests.channels.office import Office, Visitor

Json = dict[str, Any]


async def _document(office: Office) -> Json:
    async with office.http.get(f"{office.base}/api/v1/openapi.json") as reply:
        assert reply.status == 200
        found: Json = await reply.json()
        return found


def _resolve(document: Json, schema: Json) -> Json:
    if "$ref" not in schema:
        return schema
    for part in schema["$ref"].removeprefix("#/").split("/"):
        document = document[part]
    return document


def _fits(document: Json, schema: Json, value: Any, where: str = "") -> None:
    """The part of JSON Schema that the document uses for replies."""
    schema = _resolve(document, schema)
    if "oneOf" in schema:
        assert schema["oneOf"][1:] == [{"type": "null"}], where
        if value is not None:
            _fits(document, schema["oneOf"][0], value, where)
        return
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    assert type(value) is kinds[schema["type"]], (where, value)
    if "enum" in schema:
        assert value in schema["enum"], where
    if schema["type"] == "array":
        for inner in value:
            _fits(document, schema["items"], inner, where + "[]")
    if schema["type"] == "object":
        _fits_inside(document, schema, value, where)


def _fits_inside(document: Json, schema: Json, value: Json, where: str) -> None:
    """An object, or a map of names to things of one kind."""
    known, others = schema.get("properties", {}), schema.get("additionalProperties")
    assert set(schema.get("required", ())) <= set(value), (where, value)
    assert others or set(value) <= set(known), (where, value)
    for name, inner in value.items():
        _fits(document, known.get(name, others), inner, f"{where}.{name}")


def _schema_of(document: Json, path: str, method: str, status: int) -> Json:
    operation = document["paths"][path][method]
    found = _resolve(document, operation["responses"][str(status)])
    schema: Json = found["content"]["application/json"]["schema"]
    return schema


async def test_every_reply_is_as_the_document_says(office: Office, visitor: Visitor) -> None:
    document = await _document(office)
    turns = "/api/v1/conversations/{id}/turns"
    begun = _schema_of(document, "/api/v1/conversations", "post", 201)
    _fits(document, begun, visitor.last)
    for given in (
        {"choice": "now"},
        {"question": "timeline", "choice": "now"},
        {"choice": "nope"},
        {"text": "cash"},
        {"edit": {"question": "timeline"}},
        {"back": True},
        {"text": "call me now, 512-555-0142"},
        {"text": "stop"},
    ):
        status, reply = await visitor.send(**given)
        _fits(document, _schema_of(document, turns, "post", status), reply)
    state = _schema_of(document, "/api/v1/conversations/{id}", "get", 200)
    _fits(document, state, await visitor.state())


async def test_the_document_knows_every_route_flow_and_market(office: Office) -> None:
    document = await _document(office)
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) >= {
        "/api/v1/conversations",
        "/api/v1/conversations/{id}",
        "/api/v1/conversations/{id}/turns",
        "/api/v1/conversations/{id}/live",
        "/api/v1/openapi.json",
    }
    opening = document["components"]["schemas"]["Opening"]["properties"]
    assert opening["flow"]["enum"] == ["tiny"]
    assert {"austin", "leeds"} <= set(opening["market"]["enum"])


async def test_every_documented_operation_answers_with_a_documented_status(
    office: Office, visitor: Visitor
) -> None:
    document = await _document(office)
    for path, item in document["paths"].items():
        for method in item.keys() & {"get", "post"}:
            url = office.base + path.replace("{id}", visitor.id)
            async with office.http.request(method, url) as reply:
                assert str(reply.status) in item[method]["responses"], (method, path)


async def test_every_reference_leads_somewhere(office: Office) -> None:
    document = await _document(office)
    references = re.findall(r"'\$ref': '([^']+)'", str(document))
    assert references
    for reference in references:
        assert _resolve(document, {"$ref": reference})
