"""Texts with words to fill in: only words, and what visitors said is never more than a word."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.dialogue.wording import RENDERED_LIMIT, WordingError, compile_text

HOME = {"address": "1 Elm St", "price": "$5"}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Hello.", "Hello."),
        ("Hello {name}.", "Hello {name}."),
        ("50% off }} today", "50% off }} today"),
        ("Hello {{ name }}.", "Hello Dana."),
        ("Hello {{ nobody }}.", "Hello ."),
        ("Hello {{ none }}.", "Hello ."),
        ("Thanks{% if name %} {{ name }}{% endif %}!", "Thanks Dana!"),
        ("Thanks{% if nobody %} {{ nobody }}{% endif %}!", "Thanks!"),
        ("{% if nobody %}a{% elif name %}b{% else %}c{% endif %}", "b"),
        ('{% if name == "Dana" and not nobody %}yes{% endif %}', "yes"),
        ("At {{ listing.address }}", "At 1 Elm St"),
        ('{{ listing.beds | default("some") }} beds', "some beds"),
        ('{{ none | default("some") }}', "some"),
        ('{{ empty | default("some") }}', "some"),
        ("{{ name | upper }} {{ name | lower }}", "DANA dana"),
        ("{{ home.x | default('?') }}{# a note #}", None),
        ("line\nline {{ name }}", "line\nline Dana"),
    ],
)
def test_a_text_is_filled_in(source: str, said: str | None) -> None:
    values = {"name": "Dana", "listing": HOME, "none": None, "empty": ""}
    if said is None:
        with pytest.raises(WordingError):
            compile_text(source)
        return
    assert compile_text(source).render(values) == said


def test_a_text_without_a_listing_says_so() -> None:
    text = compile_text('{{ listing.address | default("this home") }}{{ listing.price }}')
    assert text.render({}) == "this home"
    assert text.names == {"listing"}


@pytest.mark.parametrize(
    "said",
    ["{{ company }}", "{% if x %}", "<script>", "{{ ''.__class__ }}", "{# #}", "%s %(x)s {0}"],
)
def test_what_a_visitor_said_is_only_ever_data(said: str) -> None:
    text = compile_text("Thanks {{ name }}! {{ company }}")
    assert text.render({"name": said, "company": "Oak"}) == f"Thanks {said}! Oak"


def test_a_plain_text_never_meets_the_template_engine() -> None:
    assert compile_text("Hello.").template is None


def test_a_text_is_never_longer_than_a_message_may_be() -> None:
    assert len(compile_text("{{ x }}" * 3).render({"x": "y" * 2000})) == RENDERED_LIMIT


@pytest.mark.parametrize(
    ("source", "words", "line"),
    [
        ("{{ ''.__class__.__mro__ }}", "there is not", 1),
        ("{{ lead.score }}", "“lead.score”", 1),
        ("{{ listing.adress }}", "listing.address", 1),
        ("{{ listing.__class__ }}", "there is not", 1),
        ("{{ listing['address'] }}", "square brackets", 1),
        ("{% include '/etc/passwd' %}", "an include", 1),
        ("{% import 'x' as y %}", "an import", 1),
        ("{% extends 'x' %}", "an extends", 1),
        ("{{ 'a' * 1000000000 }}", "a calculation", 1),
        ("{{ 1 + 1 }}", "a calculation", 1),
        ("{{ 'a' ~ 'b' }}", "concat", 1),
        ("{% for x in y %}{% endfor %}", "a loop", 1),
        ("{% set x = 1 %}", "a set", 1),
        ("{% macro x() %}{% endmacro %}", "a macro", 1),
        ("{{ name() }}", "a call", 1),
        ("{{ range(9) }}", "a call", 1),
        ("{{ name if x }}", "an if inside", 1),
        ("{{ name is callable }}", "found", 1),
        ("{% autoescape false %}{% endautoescape %}", "autoescape", 1),
        ("{{ name | safe }}", "the filter “safe”", 1),
        ("{{ name | attr('x') }}", "the filter “attr”", 1),
        ("{{ name | default('a', true) }}", "more than one", 1),
        ("{{ name | default(value='a') }}", "more than one", 1),
        ("{% filter upper %}x{% endfilter %}", "found", 1),
        ("Hi\n{{ name", "without closing", 2),
        ("Hi\n\n{% if name %}x", "without", 3),
        ("Hi {% if name", "without closing", 1),
        ("{{ }}", "cannot be read", 1),
        ("{{ a b }}", "cannot be read", 1),
        ("{{ [1, 2] }}", "found", 1),
        ("{{ {'a': 1} }}", "found", 1),
        ("{{ name }}" * 300, "longer than", 1),
        ("{{ n }}" * 201, "too many parts", 1),
    ],
)
def test_anything_else_is_refused_in_words(source: str, words: str, line: int) -> None:
    with pytest.raises(WordingError) as caught:
        compile_text(source)
    assert words in str(caught.value)
    assert caught.value.line == line


@given(st.text(max_size=80))
@example("{{{{")
@example("{%-")
@example("{{ 9" + "9" * 60 + " }}")
@example("{{ '\ud800' }}")
@example("{% raw %}{{ x }}{% endraw %}")
def test_any_text_compiles_or_is_refused(source: str) -> None:
    try:
        text = compile_text(source)
    except WordingError:
        return
    assert isinstance(text.render({}), str)
