"""What pydantic found wrong, said the way a colleague would say it."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.dialogue.yaml_positions import Path

KEY = "[key]"  # how pydantic marks an error in the key of a mapping
SHOWN = 16  # names in a message; more would hide the message
_MEANT: Mapping[str, str] = {
    "text": "ask", "question": "ask", "say": "ask", "type": "kind", "choices": "options",
    "answers": "options", "score": "points", "p": "points", "v": "value", "l": "label",
    "name": "title", "title": "label", "required": "optional", "condition": "when", "if": "when",
    "goto": "next", "then": "next", "reason": "because", "dq": "disqualifies", "greet": "greeting",
    "steps": "questions", "states": "questions", "language": "languages", "buttons": "options",
    "min": "minimum", "max": "maximum", "message": "says", "hot_at": "bands",
}  # fmt: skip
"""Words that people write when they mean another setting."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``: did you mean “ask”?`` or the list of what there is."""
    names = sorted(known)
    if meant := nearest(word, names):
        return f": did you mean “{meant}”?"
    shown = ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
    return f": there is {shown}" if names else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was likely meant, or nothing."""
    names = set(known)
    if (meant := _MEANT.get(word, "")) in names:
        return meant
    close = difflib.get_close_matches(word, sorted(names), 3, 0.6)
    alike = [name for name in close if sorted(name) == sorted(word)]  # letters swapped
    begins = [name for name in close if name[:1] == word[:1]]
    return next(iter([*alike, *begins, *close]), "")


def explain(error: ErrorDetails, model: type[BaseModel], path: Path) -> str:
    """The message for one of pydantic's errors at this path of the file."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "the file")
    make = _MESSAGES.get(error["type"])
    if make is None:
        return f"“{name}” cannot be used: {error['msg'].lower()}"
    return make(name, error, model)


def meant_setting(name: str, model: type[BaseModel], around: Path) -> str:
    """The setting that a wrong one was likely meant to be."""
    part = model_at(model, around)
    return nearest(name, part.model_fields) if part else ""


def model_at(model: Any, path: Path) -> type[BaseModel] | None:
    """The part of the model that describes this path of the file."""
    for step in path:
        inner = _inside(model)
        if inner is None:
            return None
        model = _step(inner, step)
    found = _inside(model)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _step(model: Any, step: str | int) -> Any:
    if isinstance(model, type) and issubclass(model, BaseModel):
        info = model.model_fields.get(str(step))
        return info.annotation if info else None
    return typing.get_args(model)[-1 if typing.get_origin(model) is dict else 0]


def _inside(annotation: Any) -> Any:
    """The model, list or mapping within an annotation such as ``Text | tuple[Variant, ...]``."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    origin = typing.get_origin(annotation)
    if origin in {tuple, dict}:
        return annotation
    if origin is typing.Annotated:
        return _inside(typing.get_args(annotation)[0])
    return next((found for part in typing.get_args(annotation) if (found := _inside(part))), None)


def _unknown(name: str, error: ErrorDetails, model: type[BaseModel]) -> str:
    around = model_at(model, tuple(error["loc"][:-1]))
    known = [key for key in around.model_fields if key != "translations"] if around else []
    if error["input"] == "" and name.isdigit():
        return _comma_before(name)
    if error["input"] == "" and (" " in name or not nearest(name, known)):
        return (
            f"has a comma before “{_shown(name)}”: inside {{ }} a text with a comma needs quotes"
        )
    return f"has no setting “{name}”{did_you_mean(name, known)}"


def _comma_before(digits: str) -> str:
    """``1,000`` inside { } is the number 1, and a setting named 000."""
    return f"has a comma before “{digits}”: write numbers without commas, such as 250000"


def _missing(name: str, error: ErrorDetails, model: type[BaseModel]) -> str:
    around = model_at(model, tuple(error["loc"][:-1]))
    info = around.model_fields.get(name) if around else None
    why = (
        f" ({info.description[:1].lower()}{info.description[1:]})"
        if info and info.description
        else ""
    )
    return f"needs “{name}”{why}: add a line  {name}: …"


def _one_of(name: str, error: ErrorDetails, _model: type[BaseModel]) -> str:
    known = [word for word in _quoted_words(error) if word]
    if error["loc"][-1] == KEY:
        return f"has no setting “{name}”{did_you_mean(name, known)}"
    return f"“{name}” cannot be “{error['input']}”{did_you_mean(str(error['input']), known)}"


def _quoted_words(error: ErrorDetails) -> list[str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [part.strip(" '") for part in expected.replace(" or ", ",").split(",")]


def _pattern(name: str, error: ErrorDetails, _model: type[BaseModel]) -> str:
    value = str(error["input"])
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    if "smhd" in pattern:
        return f"“{name}” is a length of time such as 10m, 24h or 3d, not “{value}”"
    if "A-Z" in pattern:
        return f"“{name}” cannot be “{_shown(value)}”{_PATTERN_HELP.get(pattern, '')}"
    mended = "_".join(part for part in _ascii_parts(value) if part) or "a_name"
    if "[a-z][" in pattern and mended[0].isdigit():
        mended = f"x_{mended}"
    begins = ", beginning with a letter" if mended == f"x_{value}" else ""
    return (
        f"“{name}” may hold only small letters a-z, digits and _, at most 40 of them{begins}, "
        f"not “{_shown(value)}”: write {mended[:40]}"
    )


_PATTERN_HELP: Mapping[str, str] = {
    "^[A-Z]{2}$": ": write the country's two capital letters, such as US",
    "^[A-Z]{3}$": ": write the currency's three capital letters, such as USD",
    "^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$": ": use letters, digits, _ . and - without spaces",
    "^[a-z]{2}(-[A-Z]{2})?$": ": write a language such as es or es-MX",
}


def _ascii_parts(value: str) -> list[str]:
    kept = "".join(char if char.isascii() and char.isalnum() else " " for char in value.lower())
    return kept.split()


def _limit(words: str) -> Callable[[str, ErrorDetails, type[BaseModel]], str]:
    def message(name: str, error: ErrorDetails, _model: type[BaseModel]) -> str:
        limit = next(iter(error.get("ctx", {}).values()), "")
        return f"“{name}” {words.format(limit)}, not {_shown(str(error['input']))}"

    return message


def _too_long_text(name: str, error: ErrorDetails, _model: type[BaseModel]) -> str:
    limit = error.get("ctx", {}).get("max_length")
    return (
        f"“{name}” has {len(str(error['input']))} characters; at most {limit} fit into a message"
    )


def _too_many(name: str, error: ErrorDetails, _model: type[BaseModel]) -> str:
    ctx = error.get("ctx", {})
    return f"“{name}” has {ctx.get('actual_length')} entries; at most {ctx.get('max_length')}"


def _plain(words: str) -> Callable[[str, ErrorDetails, type[BaseModel]], str]:
    return lambda name, _error, _model: f"“{name}” {words}"


def _value_error(name: str, error: ErrorDetails, _model: type[BaseModel]) -> str:
    if name.isdigit() and error["input"] == "":
        return _comma_before(name)
    if name == "telegram":
        return "“telegram” is a number: leave it out;  doorstep agent invite  connects an agent"
    return f"“{name}” {error.get('ctx', {}).get('error', error['msg'])}"


def _shown(value: str) -> str:
    return value if len(value) <= 40 else value[:40] + "…"


_SETTINGS = "expects settings below it, each on a line such as  name: value"
_LIST = "expects a list: lines that begin with a dash and a space"
_TEXT = "expects a text on one line"
_MESSAGES: Mapping[str, Callable[[str, ErrorDetails, type[BaseModel]], str]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "literal_error": _one_of,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long_text,
    "string_too_short": _plain("has no words: write some"),
    "too_long": _too_many,
    "too_short": _plain("is empty: it needs at least one entry"),
    "greater_than_equal": _limit("is {} or more"),
    "less_than_equal": _limit("is {} or less"),
    "value_error": _value_error,
    "string_type": _plain(_TEXT),
    "tuple_type": _plain(_LIST),
    "dict_type": _plain(_SETTINGS),
    "model_type": _plain(_SETTINGS),
    "model_attributes_type": _plain(_SETTINGS),
    "int_type": _plain("expects a whole number, such as 10"),
    "float_type": _plain("expects a number, such as 250000"),
    "bool_type": _plain("expects true or false"),
}
