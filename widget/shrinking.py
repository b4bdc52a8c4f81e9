"""Makes a script smaller without changing what it does: comments and indentation go, and names
that nobody outside can see get one letter. What is served still comes from the readable source.

Every function is a scope of its own (blocks count with their function, so a name there means one
thing). A name keeps its place: properties, ``#private`` names, strings and globals are untouched.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, product

import rjsmin
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

FUNCTIONS = {"program", "arrow_function", "function_declaration", "method_definition"}
PATTERNS = {"object_pattern", "array_pattern", "rest_pattern", "formal_parameters"}
# Which part of a node declares names.
DECLARES = {
    "variable_declarator": "name",
    "arrow_function": "parameter",
    "catch_clause": "parameter",
    "for_in_statement": "left",
}
SHORTHANDS = {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}
KEYWORDS = {"as", "do", "if", "in", "is", "of"}


@dataclass
class Scope:
    """A function: the names it declares, and the mentions of names in it and in those inside."""

    outer: Scope | None
    declared: set[str] = field(default_factory=set)
    mentions: list[tuple[Node, str]] = field(default_factory=list)
    inner: list[Scope] = field(default_factory=list)
    short: dict[str, str] = field(default_factory=dict)

    def resolve(self, name: str) -> str:
        """What a name is called now; a global keeps its name."""
        scope: Scope | None = self
        while scope and name not in scope.declared:
            scope = scope.outer
        return scope.short.get(name, name) if scope else name

    def seen(self) -> Iterator[str]:
        """Every name mentioned here or further in."""
        yield from (name for _, name in self.mentions)
        for scope in self.inner:
            yield from scope.seen()


def shrink(source: str) -> str:
    """The same script, smaller. Raises ValueError for what is no valid script."""
    text = source.encode()
    root = Parser(Language(tree_sitter_javascript.language())).parse(text).root_node
    if root.has_error:
        raise ValueError("the script does not parse")
    program = Scope(None)
    _collect(root, program)
    _name(program)
    smaller = bytearray(text)
    for start, end, name in sorted(_edits(program), reverse=True):
        smaller[start:end] = name.encode()
    return str(rjsmin.jsmin(smaller.decode()))


def _collect(node: Node, scope: Scope) -> None:
    """Fill in what each scope declares and mentions."""
    if node.type in ("function_declaration", "class_declaration"):
        scope.declared.update(_names(node.child_by_field_name("name")))
    if node.type in FUNCTIONS and node.type != "program":
        scope.inner.append(scope := Scope(scope))
    if node.type == "formal_parameters":
        scope.declared.update(_names(node))
    elif node.type in DECLARES:
        scope.declared.update(_names(node.child_by_field_name(DECLARES[node.type])))
    elif node.type == "identifier" or node.type in SHORTHANDS:
        scope.mentions.append((node, _text(node)))
    for child in node.children:
        _collect(child, scope)


def _names(node: Node | None) -> Iterator[str]:
    """The names that a pattern such as ``{a, b: [c = 1]}`` declares."""
    if node is None:
        return
    if node.type in ("identifier", "shorthand_property_identifier_pattern"):
        yield _text(node)
    elif node.type in PATTERNS:
        yield from chain.from_iterable(map(_names, node.named_children))
    elif node.type == "pair_pattern":
        yield from _names(node.child_by_field_name("value"))
    elif node.type in ("assignment_pattern", "object_assignment_pattern"):
        yield from _names(node.child_by_field_name("left"))


def _name(scope: Scope) -> None:
    """Give every name a short one, clear of each outer name that is still needed here."""
    own = dict.fromkeys(name for name in scope.seen() if name in scope.declared)
    taken = KEYWORDS | {
        scope.outer.resolve(name) if scope.outer else name
        for name in scope.seen()
        if name not in scope.declared
    }
    free = (name for name in _shortest() if name not in taken)
    scope.short = {name: next(free) for name in own}
    for inner in scope.inner:
        _name(inner)


def _shortest() -> Iterator[str]:
    letters = string.ascii_letters
    yield from letters
    yield from map("".join, product(letters, repeat=2))


def _edits(scope: Scope) -> Iterator[tuple[int, int, str]]:
    for node, name in scope.mentions:
        short = scope.resolve(name)
        if short != name:
            text = f"{name}:{short}" if node.type in SHORTHANDS else short
            yield node.start_byte, node.end_byte, text
    for inner in scope.inner:
        yield from _edits(inner)


def _text(node: Node) -> str:
    return (node.text or b"").decode()
