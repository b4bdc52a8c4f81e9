"""``doorstep schema``: the JSON Schema of a flow file, so that editors complete and check it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click
from pydantic import BaseModel

from bot.commands.options import with_settings
from bot.dialogue.flow import Flow, Translation
from bot.dialogue.site import Site
from bot.settings import Settings

_MODELS: Mapping[str, type[BaseModel]] = {"flow": Flow, "site": Site, "translation": Translation}


@click.command()
@click.option(
    "--of", "what", type=click.Choice(list(_MODELS)), default="flow", help="Which kind of file."
)
@with_settings
def command(what: str, settings: Settings) -> None:  # noqa: ARG001 (the same options everywhere)
    """Print the JSON Schema of a flow file, for editors that complete and check while typing.

    \b
    Example:  doorstep schema > flows/flow.schema.json

    A flow file that begins with  # yaml-language-server: $schema=flow.schema.json  is then
    checked by editors that know YAML.
    """
    click.echo(json.dumps(schema(what), indent=2, ensure_ascii=False))


def schema(what: str = "flow") -> dict[str, Any]:
    """The schema as a person writes it: defaults may be left out, shorthands are allowed."""
    made: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_MODELS[what].model_json_schema(),
    }
    _allow_bare_words(made)
    if what == "flow":
        _allow_shorthands(made)
    return made


def _allow_bare_words(part: Any) -> None:
    """A list of texts may be a single text, and a text in it may look like a number."""
    for inner in part.values() if isinstance(part, dict) else part:
        if isinstance(inner, dict | list):
            _allow_bare_words(inner)
    if not isinstance(part, dict):
        return
    items = part.get("items")
    if part.get("type") == "array" and isinstance(items, dict) and items.get("type") == "string":
        items["type"] = ["string", "number"]
        several = {key: part.pop(key) for key in ("type", "items")}
        part["anyOf"] = [{"type": "string"}, several]


def _allow_shorthands(made: dict[str, Any]) -> None:
    parts: dict[str, Any] = made["$defs"]
    made["properties"].pop("translations", None)
    for unused in ("Translation", "QuestionWords", "OptionWords", "FaqWords"):
        parts.pop(unused, None)
    parts["Question"]["required"] = ["id", "ask"]  # kind and field are taken from the rest
    option = parts["Option"]
    option["required"] = ["label"]
    parts["Option"] = {"anyOf": [{"type": ["string", "number"]}, option]}
