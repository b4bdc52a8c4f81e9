"""``doorstep translate`` and ``chat --record``: what they write can be used as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import cli
from bot.library import Library

SITE = (
    "company: Us\ndefault_market: here\nmarkets: {here: {country: US, currency: USD, tz: UTC}}\n"
)
FLOW = """\
id: spring
title: Spring
greeting: An automated assistant. {{ privacy_url }}   # reworded in May
questions:
  - {id: area, ask: Where?}
  - id: plan
    ask: What do you plan?
    options: [{value: buy, label: Buy, points: 5}, {value: rent, label: Rent, points: 1}]
close: {cold: Bye!}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site.yaml").write_text(SITE)
    (tmp_path / "spring.yaml").write_text(FLOW)
    return tmp_path


def run(folder: Path, *words: str, typed: str = "") -> Result:
    done = CliRunner().invoke(cli.group, ["--flows", str(folder), *words], input=typed)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def fill(folder: Path, *texts: tuple[str, str]) -> None:
    sheet = folder / "spring.es.missing.yaml"
    text = sheet.read_text()
    for name, words in texts:
        assert f'{name}: ""' in text
        text = text.replace(f'{name}: ""', f"{name}: {words}", 1)
    sheet.write_text(text)


def test_the_sheet_says_what_is_missing_where_and_how_long_it_may_be(folder: Path) -> None:
    told = run(folder, "translate", "spring", "--lang", "es").output
    assert "spring.es.missing.yaml: 7 texts to translate" in told
    sheet = (folder / "spring.es.missing.yaml").read_text()
    assert (
        "# Where?\n    # (question 1 of 2, area: asked; 6 characters, a phone shows 300)" in sheet
    )
    assert "      # Buy\n      # (question 2 of 2, choice: a button; 3 characters" in sheet
    assert Library.load(folder).problems == Library.load(folder).reload().problems


def test_what_was_filled_in_is_merged_and_the_rest_stays_on_the_sheet(folder: Path) -> None:
    (folder / "spring.es.yaml").write_text(
        "language: es\nquestions:\n  area:\n    ask: ¿Dónde?  # tú\n"
    )
    run(folder, "translate", "spring", "--lang", "es")
    fill(folder, ("title", "Primavera"), ("buy", "Comprar"))
    told = run(folder, "translate", "spring", "--lang", "es").output
    assert "2 texts merged" in told
    assert "4 texts to translate" in told
    merged = (folder / "spring.es.yaml").read_text()
    assert "    ask: ¿Dónde?  # tú\n  plan:\n    options:\n      buy: Comprar\n" in merged
    words = Library.load(folder).flows["spring"].flow.translations["es"]
    assert words.questions["plan"].options["buy"].label == "Comprar"


def test_a_complete_language_says_so_and_leaves_no_sheet(folder: Path) -> None:
    run(folder, "translate", "spring", "--lang", "es")
    fill(
        folder,
        ("title", "Primavera"),
        ("greeting", '"Soy un asistente automático. {{ privacy_url }}"'),
        ("ask", '"¿Dónde?"'),
        ("ask", '"¿Qué planeas?"'),
        ("buy", "Comprar"),
        ("rent", "Alquilar"),
        ("cold", '"¡Adiós!"'),
    )
    assert "complete in es" in run(folder, "translate", "spring", "--lang", "es").output
    assert not (folder / "spring.es.missing.yaml").exists()
    assert "complete in es" in run(folder, "translate", "spring", "--lang", "es").output


def test_what_cannot_be_used_is_not_merged(folder: Path) -> None:
    run(folder, "translate", "spring", "--lang", "es")
    fill(folder, ("ask", '"¿Dónde, {{ nombre }}?"'))
    done = run(folder, "translate", "spring", "--lang", "es")
    assert done.exit_code == 1
    assert "nombre" in done.output
    assert not (folder / "spring.es.yaml").exists()
    assert "nombre" in (folder / "spring.es.missing.yaml").read_text()


def test_a_recorded_chat_is_a_test_that_passes(folder: Path) -> None:
    typed = "Zilker\n1\n"
    told = run(folder, "chat", "spring", "--record", "Who buys: now", typed=typed).output
    assert "recorded in spring.yaml" in told
    text = (folder / "spring.yaml").read_text()
    assert text.startswith(FLOW)
    assert '- name: "Who buys: now"' in text
    assert "says: [Zilker, Buy]" in text
    assert "fields: {area: Zilker, plan: buy}" in text
    again = run(folder, "chat", "spring", "--record", "Who rents", typed="Zilker\nrent\n")
    assert again.exit_code == 0
    tested = run(folder, "test")
    assert tested.exit_code == 0, tested.output
    assert "ok    spring: Who rents" in tested.output
    assert "2 of 2 questions, 2 of 2 options touched: all of them" in tested.output
