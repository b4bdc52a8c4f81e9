"""A translator's sheet: every missing text with what it says now, where, and how long it may be.

It is a file like ``buyer.es.missing.yaml``: what is written between the quotes is merged into
``buyer.es.yaml`` by the same command that made the sheet.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from bot.dialogue.flow import Flow
from bot.dialogue.untranslated import Missing
from bot.dialogue.yaml_editing import Value, put, scalar
from bot.dialogue.yaml_traps import load

WIDE: Final = 92


def sheet(flow: Flow, lang: str, texts: Iterable[Missing]) -> str:
    """The sheet of these texts."""
    return "\n".join(
        (
            f"# What is missing of “{flow.title}” in {lang}. Write each text between its quotes,",
            f"# then run   doorstep translate {flow.id} --lang {lang}   again: it moves them to",
            "# their place. Words in double braces stay as they are; what is left empty is in",
            f"# {flow.languages[0]}.",
            f"language: {lang}",
            *_body(texts),
            "",
        )
    )


def filled(text: str, texts: Iterable[Missing]) -> list[tuple[tuple[str, ...], Value]]:
    """What has been written into a sheet, with the paths where it belongs."""
    tree = load(text).tree
    data = tree.data if tree is not None else None
    found: list[tuple[tuple[str, ...], Value]] = []
    for missing in texts:
        value = _at(data, missing.path)
        if isinstance(value, str) and value.strip():
            found.append((missing.path, value.strip()))
        elif isinstance(value, list) and any(str(item).strip() for item in value):
            found.append((missing.path, tuple(str(item) for item in value)))
    return found


def merged(companion: str, lang: str, written: Iterable[tuple[tuple[str, ...], Value]]) -> str:
    """The companion file with these texts in it; its notes and its order stay."""
    text = companion or f"language: {lang}\n"
    for path, value in written:
        text = put(text, path, value)
    return text


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, Mapping) else None
    return data


def _body(texts: Iterable[Missing]) -> Iterator[str]:
    above: tuple[str, ...] = ()
    for missing in texts:
        *parents, name = missing.path
        shared = 0
        while shared < min(len(above), len(parents)) and above[shared] == parents[shared]:
            shared += 1
        for depth in range(shared, len(parents)):
            yield f"{'  ' * depth}{scalar(parents[depth])}:"
        indent = "  " * len(parents)
        yield from _notes(missing, indent)
        empty = '""' if isinstance(missing.text, str) else "[]"
        yield f"{indent}{scalar(name)}: {empty}"
        above = tuple(parents)


def _notes(missing: Missing, indent: str) -> Iterator[str]:
    """What it says now, where it is said, and how long it is."""
    told = [missing.text] if isinstance(missing.text, str) else list(missing.text)
    for text in told:
        lines = textwrap.wrap(" ".join(text.split()), WIDE - len(indent), break_long_words=False)
        yield from (f"{indent}# {line}" for line in lines)
    longest = max(map(len, told))
    limit = f", a phone shows {missing.limit}" if missing.limit else ""
    what = f"{longest} characters" if len(told) == 1 else f"a list of {len(told)}"
    yield f"{indent}# ({missing.where}; {what}{limit})"
