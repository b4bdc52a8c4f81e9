"""Makes a script or a style sheet smaller without changing what it does: comments and spaces go,
and names that nobody outside can see get one letter.

Every function is a scope of its own (blocks count with their function, so a name there means one
thing). A name keeps its place: properties, ``#private`` names, strings and globals are untouched.
The scripts end each statement with a semicolon; nothing here guesses where one is left out.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, product

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

FUNCTIONS = {"arrow_function", "function_declaration", "method_definition"}
PATTERNS = {"object_pattern", "array_pattern", "rest_pattern", "formal_parameters"}
# Which part of a node declares names.
DECLARES = {
    "variable_declarator": "name",
    "arrow_function": "parameter",
    "catch_clause": "parameter",
    "for_in_statement": "left",
}
SHORTHANDS = {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}
VERBATIM = {"string", "template_string", "regex"}  # every character in them counts
KEYWORDS = {"as", "do", "if", "in", "is", "of"}
# A semicolon that ends one of these is not needed before a closing brace.
STATEMENTS = {"expression_statement", "lexical_declaration", "return_statement"}
_GLUED = re.compile(
    r"[\w$#][\w$#]|\+\+|--|//"
).fullmatch  # two characters that need a space between


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
    return _joined(text, list(_leaves(root)), dict(_renamed(program)))


def shrink_style(source: str) -> str:
    """The same style sheet without comments and needless spaces."""
    text = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?|(:) (?=[^{}]*[;}])", r"\1\2", text)
    return re.sub(r"(?<!\d)0\.", ".", text.replace(";}", "}")).strip()


def _collect(node: Node, scope: Scope) -> None:
    """Fill in what each scope declares and mentions."""
    if node.type in ("function_declaration", "class_declaration"):
        scope.declared.update(_names(node.child_by_field_name("name")))
    if node.type in FUNCTIONS:
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


def _renamed(scope: Scope) -> Iterator[tuple[int, str]]:
    """Where a name begins, and what stands there from now on."""
    for node, name in scope.mentions:
        short = scope.resolve(name)
        if short != name:
            yield node.start_byte, f"{name}:{short}" if node.type in SHORTHANDS else short
    for inner in scope.inner:
        yield from _renamed(inner)


def _leaves(node: Node) -> Iterator[Node]:
    """The tokens in order; a text whose every character counts is one token, but for ``${…}``."""
    if node.type == "comment":
        return
    if not node.children or node.type in VERBATIM - {"template_string"}:
        yield node
    for child in node.children if node.type not in VERBATIM - {"template_string"} else ():
        yield from _leaves(child)


def _joined(text: bytes, tokens: list[Node], renamed: dict[int, str]) -> str:
    pieces: list[str] = []
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if _needless(token, after):
            continue
        if before:
            pieces.append(_gap(text, before, token, pieces[-1][-1:] if pieces else ""))
        pieces.append(renamed.get(token.start_byte, _text(token)))
    return "".join(pieces)


def _gap(text: bytes, before: Node, token: Node, last: str) -> str:
    """What must stand between two tokens: within a template all, else a space or nothing."""
    gap = text[before.end_byte : token.start_byte].decode()
    inside = token.parent
    if inside and inside.type == "template_string" and inside.start_byte < token.start_byte:
        return gap
    return " " if gap and _GLUED(last + _text(token)[:1]) else ""


def _needless(token: Node, after: Node | None) -> bool:
    parent = token.parent
    if parent is None or after is None:
        return False
    if token.type == ";":
        return after.type == "}" and parent.type in STATEMENTS
    if token.type == ",":
        return after.type in (")", "]", "}")
    return token.type in ("(", ")") and _one_plain_parameter(parent)


def _one_plain_parameter(node: Node) -> bool:
    """Whether these are the brackets of ``(name) => …``, which ``name => …`` can do without."""
    owner = node.parent
    return (
        node.type == "formal_parameters"
        and [child.type for child in node.named_children] == ["identifier"]
        and owner is not None
        and owner.type == "arrow_function"
    )


def _text(node: Node) -> str:
    return (node.text or b"").decode()
