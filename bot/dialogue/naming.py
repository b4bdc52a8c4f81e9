"""Calls the parts of a file by the names its author gave them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from bot.dialogue.yaml_positions import Path
from bot.errors import Problem

_PARTS: Mapping[str, tuple[str, str]] = {
    "questions": ("question", "id"),
    "rules": ("rule", "id"),
    "faq": ("FAQ entry", "id"),
    "tests": ("test", "name"),
    "agents": ("agent", "id"),
    "teams": ("team", "id"),
    "listings": ("listing", "id"),
    "follow_ups": ("follow-up", "after"),
}
_SETTINGS = frozenset({"close", "bands", "engagement", "markets", "consents", "ladder"})


def name(problem: Problem, data: Any, path: Path) -> Problem:
    """The problem with the part of the file it is about at the start of its message."""
    where, prefix = _about(data, path)
    message = " ".join((prefix + problem.message).splitlines())  # a message is one line in a log
    return dataclasses.replace(problem, message=message, where=where)


def _about(data: Any, path: Path) -> tuple[str, str]:
    """(the question's id, "question “budget”: ") for a path inside it."""
    if len(path) >= 2 and path[0] in _PARTS:
        part, key = _PARTS[str(path[0])]
        name = _name(data, path[:2], key)
        option = _option(data, path)
        return (name if part == "question" else ""), f"{part} “{name}”{option}: "
    if path and path[0] in _SETTINGS and len(path) >= 2:
        name = f"{path[0]}.{path[1]}" if len(path) > 2 else str(path[0])
        return "", f"{name}: "
    return "", ""


def _option(data: Any, path: Path) -> str:
    if len(path) >= 4 and path[2] == "options":
        entry = _at(data, path[:4])
        if isinstance(entry, str):
            return f", option “{entry}”"
        return f", option “{_name(data, path[:4], 'label', 'value')}”"
    return ""


def _name(data: Any, path: Path, *keys: str) -> str:
    entry = _at(data, path)
    for key in keys:
        if isinstance(entry, dict) and isinstance(entry.get(key), str) and entry[key]:
            return str(entry[key])[:60]
    step = path[-1]
    return f"number {step + 1}" if isinstance(step, int) else str(step)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
