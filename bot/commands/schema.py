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
    if what == "flow":
        _allow_shorthands(made)
    return made


def _allow_shorthands(made: dict[str, Any]) -> None:
    parts: dict[str, Any] = made["$defs"]
    made["properties"].pop("translations", None)
    question, option = parts["Question"], parts["Option"]
    question["required"] = ["id", "ask"]  # kind and field have defaults that depend on the id
    option["required"] = ["label"]
    parts["Option"] = {"anyOf": [{"type": "string"}, option]}
