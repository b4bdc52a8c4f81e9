"""Texts with ``{{ words }}`` in them: Jinja in a sandbox, cut down to what a text needs.

Allowed are variables, ``listing.address`` and its neighbours, the filters below and ``{% if %}``.
Everything is checked and compiled when a flow is loaded; a text without braces never meets Jinja.
What a visitor said only ever arrives as a value and is never read as a template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from typing import Any

from jinja2 import ChainableUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.records import frozen

SOURCE_LIMIT = 2000
RENDERED_LIMIT = 4000  # Telegram refuses more than 4096
NODE_LIMIT = 200
CACHED = 2048  # texts kept compiled: those of all flows in all languages are fewer
MEMBERS: Mapping[str, frozenset[str]] = {
    "listing": frozenset(
        {"id", "address", "price", "title", "beds", "baths", "size", "year", "url", "status"}
    )
}
DEFAULTS: Mapping[str, str] = {
    "agent": "an agent",
    "agent_phone": "our office",
    "sla": "a few",
    "url": "our website",
    "showing_service": "our office",
    "link": "our website",
    "lender": "our lender",
    "officer": "a licensed officer",
    "licensed_person": "a licensed colleague",
    "nmls": "on request",
    "product": "our product",
    "rep": "a colleague",
    "shop": "our shop",
    "magnet": "guide",
    "firm": "our firm",
    "consultant": "a consultant",
    "ratio": "the published multiple",
    "office_email": "our office",
}
"""What a text says where the site gives no value: neutral, and true of every office."""


class Neutral(str):
    """Neutral words: said like any others, but nothing to an ``{% if %}``, which so tells a value
    that the office gave from one that it did not."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


RUNTIME: frozenset[str] = frozenset(
    {
        "company", "bot_name", "privacy_url", "listing", "slots", "ics", "country", "market",
        "lang", "channel",
    }
)  # fmt: skip
"""What the running conversation itself fills in."""

ONLY_IN: Mapping[str, frozenset[str]] = {
    "taken": frozenset({"a", "b"}),
    "out_of_area": frozenset({"value"}),
}
"""What is filled in at one place only."""


class WordingError(ValueError):
    """A text that cannot be used; ``line`` counts from 1 inside the text."""

    def __init__(self, message: str, line: int = 1, near: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.near = near


@frozen
class Wording:
    """A compiled text and the names it uses."""

    source: str
    names: frozenset[str] = frozenset()
    template: Template | None = field(default=None, repr=False, compare=False)

    def render(self, values: Mapping[str, Any]) -> str:
        """The text with its words filled in, never longer than a message may be."""
        if self.template is None:
            return self.source
        return self.template.render(values)[:RENDERED_LIMIT]


@lru_cache(CACHED)
def compile_text(source: str) -> Wording:
    """The compiled text; raises WordingError in plain words."""
    if not _is_template(source):
        return Wording(source)
    tree, names = _parse(source)
    return Wording(source, names, _ENVIRONMENT.from_string(tree))


def names_in(source: str) -> frozenset[str]:
    """The words a text uses, without compiling it; raises WordingError like ``compile_text``."""
    if not _is_template(source):
        return frozenset()
    if len(source) <= SOURCE_LIMIT and _PLAIN(source):  # most texts; a parser takes long for them
        return frozenset(_WORD.findall(source))
    return _parse(source)[1]


def _is_template(source: str) -> bool:
    return "{{" in source or "{%" in source or "{#" in source


def _parse(source: str) -> tuple[nodes.Template, frozenset[str]]:
    if len(source) > SOURCE_LIMIT:
        raise WordingError(f"is longer than {SOURCE_LIMIT} characters")
    try:
        tree = _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        raise WordingError(_syntax_help(source, error), error.lineno) from None
    except RecursionError:
        raise WordingError("cannot be read: it has too many brackets") from None
    return tree, _check(tree)


# Nothing but words to be filled in, none of which could mean anything else.
_PLAIN = re.compile(
    r"(?:[^{}]|\{\{ ?(?!(?:not|none|true|false|loop|self|super|caller)\b)[a-z][a-z0-9_]* ?\}\})*"
).fullmatch
_WORD = re.compile(r"\{\{ ?([a-z0-9_]+) ?\}\}")


def _default(value: Any, default: str = "") -> Any:
    """The value, or the other words where there is none."""
    return default if value is None or value == "" or not _known(value) else value


def _known(value: Any) -> bool:
    return not isinstance(value, ChainableUndefined)


def _empty_for_none(value: Any) -> Any:
    return "" if value is None else value


def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(
        undefined=ChainableUndefined,
        finalize=_empty_for_none,
        autoescape=False,  # plain text: each channel escapes for itself
        keep_trailing_newline=False,
        cache_size=0,
    )
    made.globals.clear()
    made.tests = {name: made.tests[name] for name in ("defined", "undefined")}
    made.filters = {name: made.filters[name] for name in ("title", "upper", "lower", "capitalize")}
    made.filters["default"] = _default
    return made


_ENVIRONMENT = _environment()
_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Filter,
    nodes.Const, nodes.If, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand,
)  # fmt: skip


def _check(tree: nodes.Template) -> frozenset[str]:
    names: set[str] = set()
    for count, node in enumerate(_walk(tree)):
        if count > NODE_LIMIT:
            raise WordingError("has too many parts")
        _check_node(node)
        if isinstance(node, nodes.Name):
            names.add(node.name)
    return frozenset(names)


def _walk(tree: nodes.Node) -> Iterator[nodes.Node]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.iter_child_nodes())


def _check_node(node: nodes.Node) -> None:
    if not isinstance(node, _ALLOWED):
        raise WordingError(
            "may hold only {{ words }}, the filters default, title, upper, lower, capitalize "
            f"and {{% if %}}; found {_plain_name(node)}",
            node.lineno or 1,
        )
    if isinstance(node, nodes.Filter):
        _check_filter(node)
    elif isinstance(node, nodes.Getattr):
        _check_member(node)


def _check_filter(node: nodes.Filter) -> None:
    if node.name not in _ENVIRONMENT.filters:
        known = ", ".join(sorted(_ENVIRONMENT.filters))
        raise WordingError(
            f"uses the filter “{node.name}”, which there is not; there are: {known}",
            node.lineno,
            node.name,
        )
    if node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) > 1:
        raise WordingError(f"gives the filter “{node.name}” more than one text", node.lineno)


def _check_member(node: nodes.Getattr) -> None:
    owner = node.node.name if isinstance(node.node, nodes.Name) else ""
    if node.attr not in MEMBERS.get(owner, frozenset()):
        known = ", ".join(f"listing.{name}" for name in sorted(MEMBERS["listing"]))
        raise WordingError(
            f"uses “{owner}.{node.attr}”, which there is not; there are: {known}",
            node.lineno,
            node.attr,
        )


def _plain_name(node: nodes.Node) -> str:
    names = {
        "For": "a loop", "Call": "a call", "Mul": "a calculation", "Add": "a calculation",
        "Include": "an include", "Import": "an import", "Extends": "an extends",
        "Scope": "autoescape", "Getitem": "square brackets",
        "Assign": "a set", "Macro": "a macro", "CondExpr": "an if inside {{ }}",
    }  # fmt: skip
    return names.get(type(node).__name__, f"“{type(node).__name__.lower()}”")


def _syntax_help(source: str, error: TemplateSyntaxError) -> str:
    if source.count("{{") != source.count("}}"):
        return "opens {{ without closing it: write {{ company }}"
    if source.count("{%") != source.count("%}"):
        return "opens {% without closing it: write {% if name %} … {% endif %}"
    if "endif" in (error.message or "") or "end of template" in (error.message or ""):
        return "has an {% if … %} without {% endif %}"
    return "cannot be read: " + (error.message or "").rstrip(".")
