"""Makes a script or a style sheet smaller without changing what it does: comments and spaces go,
and names that nobody outside can see get one letter.

Every function is a scope of its own (blocks count with their function, so a name there means one
thing). A name keeps its place: properties, ``#private`` names, strings and globals are untouched.
The scripts end each statement with a semicolon; nothing here guesses where one is left out.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping
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
SHORTER = {"const": "let", "true": "!0", "false": "!1", "undefined": "void 0"}
LONG = 1000  # characters of a literal that stays where it is: the style sheet packs best in front
KEYWORDS = {"as", "do", "if", "in", "is", "of"}
# A semicolon that ends one of these is not needed before a closing brace.
STATEMENTS = {"expression_statement", "lexical_declaration", "return_statement"}
# Where any expression may stand without brackets.
ROOMY = {"arguments", "spread_element", "variable_declarator", "pair", "array",
         "template_substitution", "arrow_function"}  # fmt: skip
SIMPLE = {"identifier", "member_expression", "call_expression"}
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
    literals: dict[str, tuple[Node, Node]] = field(default_factory=dict)  # declaration, value

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

    def every(self) -> Iterator[Scope]:
        """This one and all further in."""
        yield self
        for scope in self.inner:
            yield from scope.every()

    def used_once(self) -> Iterator[tuple[Node, Node, Node]]:
        """Takes out each constant that is a mere literal and is used once: its declaration, its
        use and its value."""
        for name, (declaration, value) in self.literals.items():
            scopes = [
                scope for scope in self.every() if scope is self or name not in scope.declared
            ]
            uses = [
                node
                for scope in scopes
                for node, said in scope.mentions
                if said == name
                and not declaration.start_byte < node.start_byte < declaration.end_byte
            ]
            if len(uses) == 1 and uses[0].type == "identifier":
                self.declared.discard(name)
                yield declaration, uses[0], value


def shrink(source: str, private: Iterable[str] = (), letters: str = string.ascii_letters) -> str:
    """The same script, smaller. Raises ValueError for what is no valid script. ``private`` are
    properties of the script's own objects that nobody outside asks for: they get short names too.
    ``letters`` make the names, those first that compress best.
    """
    text = source.encode()
    root = Parser(Language(tree_sitter_javascript.language())).parse(text).root_node
    if root.has_error:
        raise ValueError("the script does not parse")
    program = Scope(None)
    _collect(root, program)
    properties = dict(zip(private, _shortest(letters), strict=False))
    once = [found for scope in program.every() for found in list(scope.used_once())]
    gone = {declaration.start_byte: declaration.end_byte for declaration, _, _ in once}
    tokens = [token for token in _leaves(root) if not _within(token, gone)]
    _name(program, letters)
    renamed = dict(_renamed(program, properties)) | {
        token.start_byte: properties[_text(token)]
        for token in tokens
        if token.type == "property_identifier" and _text(token) in properties
    }
    renamed |= {use.start_byte: _text(value) for _, use, value in once}
    return _joined(text, tokens, renamed)


def shrink_style(source: str) -> str:
    """The same style sheet without comments and needless spaces. Custom properties that begin
    with ``--_`` are its own and get one letter.
    """
    text = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>!]) ?|(:) (?=[^{}]*[;}])", r"\1\2", text)
    text = re.sub(r"(?<=@media) (?=\()|(?<=\w:) (?=[^{}();]*\))", "", text)
    text = re.sub(r"(?<!\d)0\.", ".", text.replace(";}", "}")).strip()
    private = dict.fromkeys(re.findall(r"--_[a-z]+", text))
    short = dict(zip(private, string.ascii_letters, strict=False))
    return re.sub(r"--_[a-z]+", lambda found: f"--{short[found[0]]}", text)


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
    elif node.type == "lexical_declaration" and (found := _literal(node)):
        scope.literals[_text(found[0])] = node, found[1]
    elif node.type == "identifier" or node.type in SHORTHANDS:
        scope.mentions.append((node, _text(node)))
    for child in node.children:
        _collect(child, scope)


def _literal(node: Node) -> tuple[Node, Node] | None:
    """The name and the value of ``const name = "text";``, None for any other declaration."""
    declarators = [child for child in node.named_children if child.type == "variable_declarator"]
    name, value = (declarators[0].child_by_field_name(part) for part in ("name", "value"))
    if node.children[0].type != "const" or len(declarators) > 1 or not name or not value:
        return None
    plain = name.type == "identifier" and value.type in ("number", "string", "regex")
    return (name, value) if plain and len(_text(value)) < LONG else None


def _within(token: Node, ranges: Mapping[int, int]) -> bool:
    return any(start <= token.start_byte < end for start, end in ranges.items())


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


def _name(scope: Scope, letters: str) -> None:
    """Give every name a short one, clear of each outer name that is still needed here."""
    own = dict.fromkeys(name for name in scope.seen() if name in scope.declared)
    taken = KEYWORDS | {
        scope.outer.resolve(name) if scope.outer else name
        for name in scope.seen()
        if name not in scope.declared
    }
    free = (name for name in _shortest(letters) if name not in taken)
    scope.short = {name: next(free) for name in own}
    for inner in scope.inner:
        _name(inner, letters)


def _shortest(letters: str) -> Iterator[str]:
    yield from letters
    yield from map("".join, product(letters, repeat=2))


def _renamed(scope: Scope, properties: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where a name begins, and what stands there from now on."""
    for node, name in scope.mentions:
        short = scope.resolve(name)
        if node.type in SHORTHANDS:
            key = properties.get(name, name)
            yield node.start_byte, key if key == short else f"{key}:{short}"
        elif short != name:
            yield node.start_byte, short
    for inner in scope.inner:
        yield from _renamed(inner, properties)


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
        if _needless(token, after) or (before and _goes_on(before, token)):
            continue
        piece = renamed.get(token.start_byte) or _shorter(token)
        if _goes_on(token, after):
            piece = ","
        if before:
            pieces.append(_gap(text, before, token, (pieces[-1][-1:] if pieces else "", piece)))
        pieces.append(piece)
    return "".join(pieces)


def _shorter(token: Node) -> str:
    """The same in fewer characters: ``20000`` is ``2e4``, ``0.5`` is ``.5``."""
    if token.type == "number":
        plain = re.sub(r"(?<=[1-9])0{3,}$", lambda zeros: f"e{len(zeros[0])}", _text(token))
        return re.sub(r"^0(?=\.)", "", plain)
    return SHORTER.get(token.type) or _text(token)


def _gap(text: bytes, before: Node, token: Node, pieces: tuple[str, str]) -> str:
    """What must stand between two tokens: within a template all, else a space or nothing."""
    gap = text[before.end_byte : token.start_byte].decode()
    inside = token.parent
    if inside and inside.type == "template_string" and inside.start_byte < token.start_byte:
        return gap
    last, piece = pieces
    return " " if gap and _GLUED(last + piece[:1]) else ""


def _goes_on(token: Node, after: Node | None) -> bool:
    """Whether a declaration ends here and the next begins, which can be one."""
    return (
        token.type == ";"
        and after is not None
        and after.type in ("let", "const")
        and all(
            node.parent and node.parent.type == "lexical_declaration" for node in (token, after)
        )
    )


def _needless(token: Node, after: Node | None) -> bool:
    parent = token.parent
    if parent is None or after is None:
        return False
    if token.type == ";":
        return after.type == "}" and parent.type in STATEMENTS
    if token.type in ("(", ")") and (_bare(parent) or _calls_nothing(parent)):
        return True
    if token.type == ",":
        return after.type in (")", "]", "}")
    return token.type in ("(", ")") and _one_plain_parameter(parent)


def _bare(node: Node) -> bool:
    """Whether these are the brackets of an expression that means the same without them."""
    if node.type != "parenthesized_expression" or not node.parent:
        return False
    inner = next(child for child in node.named_children if child.type != "comment")
    around = node.parent
    if around.type in ROOMY or (around.type == "ternary_expression" and node.prev_sibling):
        return not _text(inner).startswith("{") and inner.type != "sequence_expression"
    if around.type == "binary_expression" and around.children[1].type in ("&&", "||"):
        return inner.type in SIMPLE | {"await_expression"} or (
            inner.type == "binary_expression" and inner.children[1].type == "&&"
        )
    return around.type == "member_expression" and inner.type in SIMPLE


def _calls_nothing(node: Node) -> bool:
    """Whether these are the brackets of ``new Set()``, which ``new Set`` can do without."""
    return (
        node.type == "arguments"
        and not node.named_children
        and node.parent is not None
        and node.parent.type == "new_expression"
        and node.parent.parent is not None
        and node.parent.parent.type not in ("member_expression", "call_expression")
    )


def _one_plain_parameter(node: Node) -> bool:
    """Whether these are the brackets of ``(name) => …``, which ``name => …`` can do without."""
    owner = node.parent
    return (
        node.type == "formal_parameters"
        and [child.type for child in node.named_children if child.type != "comment"]
        == ["identifier"]
        and owner is not None
        and owner.type == "arrow_function"
        and owner.children[0] == node  # not after async
    )


def _text(node: Node) -> str:
    return (node.text or b"").decode()
