"""One text comes to its place; every other letter of the file stays."""

from __future__ import annotations

import pytest

from bot.dialogue.yaml_editing import append, put
from bot.dialogue.yaml_traps import load

FILE = """\
# notes at the top
language: es
questions:
  area:           # a note beside
    ask: ¿Dónde?

  # a note about the next one
  plan: {ask: ¿Qué?, options: {buy: Comprar}}
  empty: {}
  gap:
    ask: ""
    why:
close: {hot: ¡Gracias!}
"""

PLACES = [
    (("questions", "area", "why"), "Por la zona", "    ask: ¿Dónde?\n    why: Por la zona\n\n"),
    (("questions", "plan", "why"), "Así", "options: {buy: Comprar}, why: Así}"),
    (("questions", "plan", "options", "sell"), "Vender", "{buy: Comprar, sell: Vender}"),
    (("questions", "empty", "ask"), "¿Sí?", "empty: {ask: ¿Sí?}".replace("¿Sí?", '"¿Sí?"')),
    (("questions", "gap", "ask"), "Di: ¿cuánto?", '    ask: "Di: ¿cuánto?"\n'),
    (("questions", "gap", "why"), "Porque sí", "    why: Porque sí\n"),
    (("questions", "new", "ask"), "Algo", "    why:\n  new:\n    ask: Algo\nclose"),
    (("close", "cold"), "no", '{hot: ¡Gracias!, cold: "no"}'),
    (("title",), "Casa", "close: {hot: ¡Gracias!}\ntitle: Casa\n"),
    (("follow_ups",), ("Uno", "Dos, tres"), 'follow_ups: [Uno, "Dos, tres"]\n'),
]


@pytest.mark.parametrize(("path", "value", "stands"), PLACES)
def test_a_text_comes_to_its_place(
    path: tuple[str, ...], value: str | tuple[str, ...], stands: str
) -> None:
    text = put(FILE, path, value)
    assert stands in text
    tree = load(text).tree
    assert tree is not None
    data = tree.data
    for step in path:
        data = data[step]
    assert data == (list(value) if isinstance(value, tuple) else value)
    left = [line for line in FILE.splitlines() if line not in text.splitlines()]
    assert len(left) <= 1  # at most the line that was written into


def test_an_empty_file_gets_its_first_lines() -> None:
    assert put("", ("close", "hot"), "Bye") == "close:\n  hot: Bye\n"


def test_an_entry_is_added_at_the_end_of_its_list() -> None:
    text = "tests:\n  - name: one\n    says: [a]\n# the end\nother: x\n"
    added = append(text, "tests", ["- name: two", "  says: [b]"])
    entry = "\n  - name: two\n    says: [b]\n"
    assert added == text.replace("[a]\n", "[a]\n" + entry)


def test_a_list_that_is_not_there_is_begun_at_the_end_of_the_file() -> None:
    assert append("id: a", "tests", ["- name: one"]) == "id: a\n\ntests:\n  - name: one\n"


def test_a_list_in_brackets_is_left_alone() -> None:
    with pytest.raises(ValueError, match="with dashes"):
        append("tests: [{name: a}]\n", "tests", ["- name: b"])
