"""A tree of plain data becomes a checked model; what is wrong is said, set aside, and read past.

pydantic reports everything wrong with the shape of a file, but the rules on its meaning need a
whole flow. So the broken parts are replaced by harmless ones and the rules run over the rest.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.dialogue.explaining import KEY, explain, meant_setting
from bot.dialogue.flow import slug
from bot.dialogue.scalars import Plain
from bot.dialogue.yaml_positions import Path
from bot.records import frozen

ROUNDS = 6  # replacing one broken part can uncover another inside it
Model = TypeVar("Model", bound=BaseModel)


@frozen
class Complaint:
    """Something wrong with the shape of the file, at a path of its data."""

    path: Path
    message: str
    code: str
    on_key: bool = False


@frozen
class Validated(Generic[Model]):
    """The model, made whole where it was broken, and what was wrong with it."""

    model: Model | None
    complaints: tuple[Complaint, ...]
    replaced: frozenset[Path]


def validate(model: type[Model], data: Any) -> Validated[Model]:
    """The data as a model; parts that do not fit are complained of and replaced."""
    complaints: list[Complaint] = []
    replaced: set[Path] = set()
    working = data
    for turn in range(ROUNDS):
        try:
            return Validated(model.model_validate(working), tuple(complaints), frozenset(replaced))
        except ValidationError as error:
            details = error.errors(include_url=False)
        if turn == 0:
            complaints = list(_complaints(details, model, data))
            working = copy.deepcopy(data)
        broken = [tuple(detail["loc"]) for detail in details]
        for detail in details:
            if not _follows_from_another(detail, broken, data):
                replaced.add(_replace(working, detail, len(replaced)))
    return Validated(None, tuple(complaints), frozenset(replaced))


def _complaints(
    details: list[ErrorDetails], model: type[BaseModel], data: Any
) -> Iterator[Complaint]:
    broken = [tuple(detail["loc"]) for detail in details]
    misspelt = {
        (*loc[:-1], meant_setting(str(loc[-1]), model, loc[:-1]))
        for loc in (tuple(d["loc"]) for d in details if d["type"] == "extra_forbidden")
    }
    for detail in details:
        location = tuple(detail["loc"])
        if detail["type"] == "missing" and location in misspelt:
            continue
        if _follows_from_another(detail, broken, data):
            continue
        path = _path_in(data, location)
        if detail["type"] == "missing":
            path = (*path, location[-1])
        message = explain(detail, model, path)
        on_key = detail["type"] == "extra_forbidden" or location[-1:] == (KEY,)
        yield Complaint(path, message, f"shape.{detail['type']}", on_key)


def _follows_from_another(detail: ErrorDetails, broken: list[tuple[Any, ...]], data: Any) -> bool:
    """An empty list because all its entries are broken; a default taken from a broken setting."""
    location = tuple(detail["loc"])
    if detail["type"] == "too_short":
        return any(other[: len(location)] == location and other != location for other in broken)
    written = location == _path_in(data, location)
    sources = {"field": "id", "value": "label"}
    source = sources.get(str(location[-1])) if location else None
    return bool(source) and not written and (*location[:-1], source) in broken


def _path_in(data: Any, location: tuple[Any, ...]) -> Path:
    """pydantic's location without the steps that are no part of the file, such as union tags."""
    path: list[str | int] = []
    for step in location:
        if _has(data, step):
            data = data[step]
            path.append(step)
    return tuple(path)


def _has(data: Any, step: Any) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


_HARMLESS: dict[str, Any] = {
    "questions": [{"id": "unnamed", "ask": "…"}], "points": 0, "percent": 0, "when": "true",
    "expect": {}, "markets": {}, "price": 0,
}  # fmt: skip


def _replace(data: Any, detail: ErrorDetails, number: int) -> Path:
    """Puts something harmless in the place of a broken part, and returns where that was."""
    location = tuple(detail["loc"])
    path = _path_in(data, location)
    if detail["type"] == "missing" or not path:
        name = str(location[-1]) if location else ""
        _put(data, (*path, name), _harmless(name, number))
        return (*path, name)
    parent = _at(data, path[:-1])
    if isinstance(parent, list):
        broken = parent[int(path[-1])]
        parent[int(path[-1])] = {} if detail["type"].startswith("model") else _words(broken)
    elif detail["type"] == "string_pattern_mismatch" and (mended := slug(str(detail["input"]))):
        parent[path[-1]] = mended if mended[0].isalpha() else f"x_{mended}"
    else:
        del parent[path[-1]]
    return path


def _harmless(name: str, number: int) -> Any:
    if name in {"id", "value", "field"}:
        return f"unnamed_{number}"
    return copy.deepcopy(_HARMLESS.get(name, Plain("…")))


def _words(broken: Any) -> str:
    return "…" if not isinstance(broken, str) or len(broken) > 100 else str(broken) + "…"


def _put(data: Any, path: Path, value: Any) -> None:
    parent = _at(data, path[:-1])
    if isinstance(parent, dict):
        parent[path[-1]] = value


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
