"""Puts a text into a YAML file at its place, and leaves every other letter of the file alone."""

from __future__ import annotations

import json
import re
from typing import Any, Final

import yaml

Value = str | tuple[str, ...]
STEP: Final = 2  # spaces of one level
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = re.compile(r"[^\W\d_][^\n:#,\[\]{}&*!|>'\"%@`]*", re.UNICODE)
_SWITCHES: Final = frozenset({"yes", "no", "true", "false", "on", "off", "null", "y", "n"})


def put(text: str, path: tuple[str, ...], value: Value) -> str:
    """The text with this value at this path; what is missing on the way there is made."""
    node = yaml.compose(text, Loader=_Loader)
    if node is None:
        return text + "".join(line + "\n" for line in _lines(path, value, 0))
    rest = path
    while rest and (inner := _inside(node, rest[0])) is not None:
        node, rest = inner, rest[1:]
    if not rest:
        return _replaced(text, node, scalar(value))
    if not isinstance(node, yaml.MappingNode):
        return _replaced(text, node, _flow(rest, value))
    if node.flow_style:
        return _into_braces(text, node, _pair(rest, value))
    return _below(text, node, rest, value)


def append(text: str, key: str, lines: list[str]) -> str:
    """The text with one more entry, given as its lines, in a list at the top of the file."""
    node = yaml.compose(text, Loader=_Loader)
    found = _inside(node, key)
    if found is None:
        gap = "" if text.endswith("\n") else "\n"
        return f"{text}{gap}\n{key}:\n" + "".join(f"  {line}\n" for line in lines)
    if found.flow_style or not found.value:
        raise ValueError(f"“{key}” stands in brackets: write it as a list with dashes")
    indent = " " * found.start_mark.column
    last = len(text[: _last(found)].rstrip())
    at = text.find("\n", last)
    at = len(text) if at < 0 else at
    entry = "".join(f"\n{indent}{line}" for line in lines)
    return f"{text[:at]}\n{entry}{text[at:]}" if text[at:] else f"{text}\n{entry}\n"


def scalar(value: Value) -> str:
    """A value as YAML: without quotes where it needs none."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(scalar, value)) + "]"
    text = value.strip()
    plain = text == value and _PLAIN.fullmatch(value) and value.lower() not in _SWITCHES
    return value if plain else json.dumps(value, ensure_ascii=False)


def _inside(node: Any, key: str) -> Any:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _replaced(text: str, node: Any, written: str) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    space = "" if start != end else " "  # nothing stood after the colon
    return f"{text[:start]}{space}{written}{text[end:]}"


def _into_braces(text: str, node: Any, pair: str) -> str:
    at = node.end_mark.index - 1
    before = text[:at].rstrip()
    comma = ", " if node.value else ""
    return f"{before}{comma}{pair}{text[at:]}"


def _below(text: str, node: Any, rest: tuple[str, ...], value: Value) -> str:
    """After the last line of a block, before blank lines and notes that follow it."""
    last = len(text[: _last(node)].rstrip())
    at = text.find("\n", last)
    at = len(text) if at < 0 else at
    lines = _lines(rest, value, node.start_mark.column)
    return text[:at] + "".join("\n" + line for line in lines) + (text[at:] or "\n")


def _last(node: Any) -> int:
    """Where the last text of a node ends; a block's own end mark stands after what follows it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        item = node.value[-1]
        node = item[1] if isinstance(node, yaml.MappingNode) else item
    return int(node.end_mark.index)


def _lines(path: tuple[str, ...], value: Value, indent: int) -> list[str]:
    lines = [f"{' ' * (indent + STEP * n)}{scalar(key)}:" for n, key in enumerate(path)]
    lines[-1] += " " + scalar(value)
    return lines


def _flow(path: tuple[str, ...], value: Value) -> str:
    return "{" + _pair(path, value) + "}"


def _pair(path: tuple[str, ...], value: Value) -> str:
    inner = scalar(value) if len(path) == 1 else _flow(path[1:], value)
    return f"{scalar(path[0])}: {inner}"
