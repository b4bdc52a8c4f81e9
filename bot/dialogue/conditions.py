"""The small language of ``when:`` and rules, checked at load and compiled to closures.

    country == "US"          appointment in ("tour", "video")          not phone
    budget_max >= 500000 and timeline in ("now", "1_3m")               no phone or email

Names are fields and facts of the conversation; an unanswered field is None, which is neither
smaller nor larger than anything. No calls, no attributes, no arithmetic.
"""

from __future__ import annotations

import ast
import operator
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import lru_cache
from typing import Any

from bot.records import frozen

LENGTH_LIMIT = 400  # a condition that needs more is two questions
NODE_LIMIT = 80
CACHED = 1024  # conditions kept compiled
CONTEXT_NAMES = frozenset(
    {"country", "market", "lang", "channel", "returning", "reachable", "call_now", "listing_id"}
)

Values = Mapping[str, Any]
_Test = Callable[[Values], Any]
_Operator = Callable[[Any, Any], bool]

_ORDER: Mapping[type[ast.cmpop], _Operator] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "none": None}
_CURLY = re.compile("[“”„‟«»‘’]")
_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’", "'"))
_AND_OR = re.compile(r"&&|\|\|")
_QUOTED_OR_NO = re.compile(r"""("[^"]*"|'[^']*')|\bno\s+(?=[a-z_])""")
_BARE = re.compile(r"^(\s*)(\w*[a-z]\w*)", re.IGNORECASE)
_QUOTED_OR_EQUALS = re.compile(r"""("[^"]*"|'[^']*')|(?<![=!<>])=(?!=)""")


class ConditionError(ValueError):
    """A condition that cannot be used; ``offset`` is where in its text, from 0."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


@frozen
class Condition:
    """A compiled condition. ``names`` maps each name it reads to where it stands in the text."""

    source: str
    names: Mapping[str, int]
    compared: tuple[tuple[str, Any, int], ...]  # (name, literal it is compared with, offset)
    test: _Test = field(repr=False, compare=False)

    def __call__(self, values: Values) -> bool:
        """Whether it holds for these values."""
        return bool(self.test(values))


@lru_cache(CACHED)
def compile_condition(source: str) -> Condition:
    """The condition of this text; raises ConditionError with plain words for anything else."""
    compiler = _Compiler(source)
    test = compiler.compile(_parse(source))
    return Condition(source, compiler.names, tuple(compiler.compared), test)


def _parse(source: str) -> ast.expr:
    if len(source) > LENGTH_LIMIT:
        raise ConditionError(f"is longer than {LENGTH_LIMIT} characters: split it into two rules")
    if "\\" in source or "\n" in source.strip():
        raise ConditionError("holds a line break or a backslash: write it on one line without")
    if curly := _CURLY.search(source):
        mended = source.translate(_STRAIGHT)
        raise ConditionError(f"has curly quotes: write straight ones: {mended}", curly.start())
    if marks := _AND_OR.search(source):
        raise ConditionError("cannot be read: write and / or instead of && / ||", marks.start())
    for found in _QUOTED_OR_EQUALS.finditer(source):
        if not found.group(1):
            answer = _BARE.sub(_quoted, source[found.end() :], count=1)
            mended = source[: found.start()] + "==" + answer
            raise ConditionError(f"compares with ==, not =: {mended.strip()}", found.start())
    plain = _QUOTED_OR_NO.sub(lambda m: m.group(1) or _pad("not", m.group()), source)
    return _parse_python(plain, len(plain) - len(plain.lstrip()))


def _quoted(found: re.Match[str]) -> str:
    """An answer that stands bare, in quotes; yes and no are themselves."""
    gap, word = found.groups()
    return found.group() if word.lower() in _WORDS else f'{gap}"{word}"'


def _pad(word: str, replaced: str) -> str:
    """``not`` in the place of ``no``: one character longer at most, so positions stay close."""
    return word + " " * max(1, len(replaced) - len(word))


def _parse_python(text: str, indent: int) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        offset = max(0, (getattr(error, "offset", None) or 1) - 1)
        raise ConditionError("cannot be read: " + _syntax_help(text), indent + offset) from None
    if sum(1 for _ in ast.walk(tree)) > NODE_LIMIT:
        raise ConditionError("has too many parts: split it into two rules")
    return tree.body


def _syntax_help(text: str) -> str:
    if text.count('"') % 2 or text.count("'") % 2:
        return "a quotation mark is missing"
    if text.count("(") != text.count(")"):
        return "a bracket is missing"
    return 'write something like  timeline == "now"  or  not phone'


class _Compiler:
    """Turns the allowed part of Python's syntax tree into closures over a mapping of values."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.names: dict[str, int] = {}
        self.compared: list[tuple[str, Any, int]] = []

    def compile(self, node: ast.expr) -> _Test:
        match node:
            case ast.BoolOp():
                return self._bool(node)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                inner = self.compile(operand)
                return lambda values: not inner(values)
            case ast.Compare():
                return self._compare(node)
            case ast.Name():
                return self._name(node)
            case ast.Constant() | ast.UnaryOp():
                constant = self._literal(node)
                return lambda _values: constant
        raise self._refused(node)

    def _bool(self, node: ast.BoolOp) -> _Test:
        tests = tuple(self.compile(part) for part in node.values)
        if len(tests) == 2:
            one, two = tests
            if isinstance(node.op, ast.And):
                return lambda values: one(values) and two(values)
            return lambda values: one(values) or two(values)
        if isinstance(node.op, ast.And):
            return lambda values: all(test(values) for test in tests)
        return lambda values: any(test(values) for test in tests)

    def _compare(self, node: ast.Compare) -> _Test:
        left, parts = node.left, []
        for op, right in zip(node.ops, node.comparators, strict=True):
            parts.append(self._one_comparison(left, op, right))
            left = right
        if len(parts) == 1:
            return parts[0]
        return lambda values: all(part(values) for part in parts)

    def _one_comparison(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> _Test:
        if isinstance(op, ast.In | ast.NotIn):
            return self._membership(left, right, wanted=isinstance(op, ast.In))
        self._note(left, right)
        if (same := self._name_is_literal(left, op, right)) is not None:
            return same
        get, other = self.compile(left), self.compile(right)
        if isinstance(op, ast.Eq):
            return lambda values: bool(get(values) == other(values))
        if isinstance(op, ast.NotEq):
            return lambda values: bool(get(values) != other(values))
        if type(op) not in _ORDER:
            raise ConditionError("compares with ==, !=, <, <=, >, >=, in, not in", left.col_offset)
        return _ordered(get, _ORDER[type(op)], other)

    def _name_is_literal(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> _Test | None:
        """``country == "US"``, by far the most frequent condition, in one closure."""
        if not (isinstance(left, ast.Name) and isinstance(right, ast.Constant)):
            return None
        if left.id.lower() in _WORDS or not isinstance(op, ast.Eq | ast.NotEq):
            return None
        self._name(left)
        name, constant = left.id, self._literal(right)
        if isinstance(op, ast.Eq):
            return lambda values: bool(values.get(name) == constant)
        return lambda values: bool(values.get(name) != constant)

    def _membership(self, left: ast.expr, right: ast.expr, *, wanted: bool) -> _Test:
        if isinstance(right, ast.Name):
            return self._holds(left, right, wanted=wanted)
        if not isinstance(right, ast.Tuple | ast.List | ast.Set):
            if not isinstance(right, ast.Constant):
                raise self._refused(right)
            right = ast.Tuple(elts=[right], ctx=ast.Load())
        for item in right.elts:
            self._note(left, item)
        get = self.compile(left)
        choices = tuple(self._literal(item) for item in right.elts)
        return lambda values: (get(values) in choices) is wanted

    def _holds(self, left: ast.expr, right: ast.Name, *, wanted: bool) -> _Test:
        """``"pool" in features``: the field on the right is a list of chosen values."""
        self._note(right, left)
        item, get = self.compile(left), self._name(right)

        def test(values: Values) -> bool:
            chosen = get(values)
            return (isinstance(chosen, tuple | list) and item(values) in chosen) is wanted

        return test

    def _name(self, node: ast.Name) -> _Test:
        name = node.id
        if name.lower() in _WORDS:
            constant = _WORDS[name.lower()]
            return lambda _values: constant
        self.names.setdefault(name, node.col_offset)
        return lambda values: values.get(name)

    def _literal(self, node: ast.expr) -> Any:
        if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float | None):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            number = node.operand.value if isinstance(node.operand, ast.Constant) else None
            if isinstance(number, int | float):
                return -number
        if isinstance(node, ast.Name):
            if node.id.lower() in _WORDS:
                return _WORDS[node.id.lower()]
            message = f'needs quotes around the words in brackets: "{node.id}"'
            raise ConditionError(message, node.col_offset)
        raise self._refused(node)

    def _note(self, left: ast.expr, right: ast.expr) -> None:
        """Remembers which literals a name is compared with, to check them against the options."""
        for name, other in ((left, right), (right, left)):
            if isinstance(name, ast.Name) and isinstance(other, ast.Constant):
                self.compared.append((name.id, other.value, other.col_offset))

    def _refused(self, node: ast.expr) -> ConditionError:
        what = ast.get_source_segment(self.source.strip(), node) or ""
        allowed = "names, texts in quotes, numbers, ==, !=, <, <=, >, >=, in, not, and, or"
        return ConditionError(f"may hold only {allowed}; “{what[:40]}” is none", node.col_offset)


def _ordered(get: _Test, compare: _Operator, other: _Test) -> _Test:
    def test(values: Values) -> bool:
        left, right = get(values), other(values)
        if left is None or right is None:
            return False
        try:
            return compare(left, right)
        except TypeError:  # a text is neither smaller nor larger than a number
            return False

    return test
