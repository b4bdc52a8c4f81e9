"""The guide for admins is true: every example in it is read, and every setting is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from pydantic import BaseModel

from bot.commands.flows import command
from bot.dialogue import flow as model
from bot.dialogue.linting.style import QUESTIONS_LIMIT
from bot.dialogue.reading import read_flow, read_site
from bot.dialogue.site import Site
from bot.library import open_source, shipped, site_of

GUIDE = (shipped() / "README.md").read_text("utf-8")
OTHERS = {"seller"}  # the flows that examples go into
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
GOOD = {
    "id": "id: example\n",
    "title": "title: Example\n",
    "greeting": "greeting: An automated assistant. {{ privacy_url }}\n",
    "questions": "questions:\n  - {id: area, ask: Where?}\n  - {id: timeline, ask: When?}\n",
}


@cache
def office() -> Site | None:
    return site_of(open_source(shipped() / "site.yaml"))[0]


def settings(block: str) -> set[str]:
    return set(re.findall(r"^([a-z_]+):", block, re.MULTILINE))


def whole(block: str) -> str:
    """A part of a flow as a flow of its own."""
    if block.startswith("- "):
        block = "questions:\n" + re.sub("^", "  ", block, flags=re.MULTILINE).rstrip() + "\n"
    return "".join(text for key, text in GOOD.items() if key not in settings(block)) + block


def names() -> Iterator[str]:
    first = {block: block.strip().splitlines()[0][:30] for block in BLOCKS}
    yield from (f"{n}-{line}" for n, line in enumerate(first.values()))


@pytest.mark.parametrize("block", BLOCKS, ids=list(names()))
def test_every_example_in_the_guide_can_be_used(block: str) -> None:
    site = office()
    if "company" in settings(block):
        reading = read_site(block, "site.yaml")
        assert reading.site is not None, [str(p) for p in reading.problems]
        return
    if "language" in settings(block):
        spanish = {"es": (block, "buyer.es.yaml")}
        buyer = (shipped() / "buyer.yaml").read_text("utf-8")
        found = read_flow(buyer, "buyer.yaml", spanish, site)
    else:
        found = read_flow(whole(block), "example.yaml", site=site, others=OTHERS)
    assert found.flow is not None, [str(p) for p in found.problems if p.severity == "error"]


def test_the_first_example_is_a_whole_flow_of_thirty_lines() -> None:
    reading = read_flow(BLOCKS[0], "spring.yaml")
    assert reading.flow is not None
    assert len(BLOCKS[0].splitlines()) <= 30
    assert len(reading.flow.questions) <= QUESTIONS_LIMIT
    assert [p.code for p in reading.problems] == ["tests.none"]


PARTS: tuple[type[BaseModel], ...] = (
    model.Flow, model.Question, model.Option, model.Rule, model.Variant, model.Bands, model.Close,
    model.Faq, model.FollowUp, model.Consent, model.Dialogue, model.Expectation,
    model.CountryChange,
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS, ids=[part.__name__ for part in PARTS])
def test_every_setting_is_in_the_guide(part: type[BaseModel]) -> None:
    wanted = set(part.model_fields) - {"translations"}
    assert {name for name in wanted if not re.search(rf"\b{name}\b", GUIDE)} == set()


def test_every_kind_of_answer_is_in_the_guide() -> None:
    assert {kind for kind in model.KINDS if f"`{kind}`" not in GUIDE} == set()


def test_the_embed_line_is_the_one_of_the_widget() -> None:
    assert 'widget.js" data-flow="spring" async></script>' in GUIDE


def test_every_command_for_flows_is_in_the_guide() -> None:
    told = {f"doorstep flows {name} spring" for name in command.commands}
    assert {line for line in told if line not in GUIDE} == set()
