"""Hostile input kept as data: tests/data/hostile_*.jsonl, one case a line."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


def cases(name: str, where: str = "") -> list[dict[str, Any]]:
    """The cases of a file whose ``where`` begins so."""
    text = (DATA / f"hostile_{name}.jsonl").read_text("utf-8")
    found = [json.loads(line) for line in text.splitlines()]
    return [case for case in found if case["where"].startswith(where)]


def scripted(case: dict[str, Any]) -> bool:
    """Whether the case is described in words and needs a step of its own."""
    return isinstance(case["input"], dict) and "$raw" in case["input"]


def expand(value: Any) -> Any:
    """The input itself from its short form."""
    if not isinstance(value, dict):
        return value
    for form, made in _FORMS.items():
        if form in value:
            return made(value)
    return value


_FORMS = {
    "$rep": lambda v: v["$rep"][0] * v["$rep"][1],
    "$cat": lambda v: "".join(expand(part) for part in v["$cat"]),
    "$join": lambda v: v["$join"][0].join(v["$join"][1] % n for n in range(v["$join"][2])),
    "$b64": lambda v: base64.b64decode(v["$b64"]),
    "$json": lambda v: json.loads(v["$json"]),
    "$json_text": lambda v: v["$json_text"],
    "$gzip_zeros": lambda v: gzip.compress(b"0" * v["$gzip_zeros"]),
    "$deflate_unread": lambda v: zlib.compress(b"0" * v["$deflate_unread"]),
    "$times": lambda v: [expand(v["value"])] * v["$times"],
    "$raw": lambda v: v["$raw"],
}
