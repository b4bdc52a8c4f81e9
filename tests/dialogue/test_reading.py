"""Flow files are read into flows; whatever is in them, the reader answers with problems."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.dialogue.flow import Flow
from bot.dialogue.reading import FlowReading, decode, hash_of, read_flow, read_site
from bot.dialogue.site import Site
from tests.dialogue.broken_yaml import HEAD, WISH, ask, flow, option, wish

FULL = """\
id: full
title: Everything once
languages: [en]
greeting:
  - {id: short, percent: 40, text: "Automated assistant here. {{ privacy_url }}"}
  - {id: long, percent: 60, text: "I'm {{ bot_name }}, a bot of {{ company }}. {{ privacy_url }}"}
base_points: 5
base_because: came by
questions:
  - id: plan
    ask: What is the plan?
    was: intent
    options:
      - Buy
      - {label: Sell my home, points: 10, because: seller, next: address, synonyms: listing}
      - {value: nothing, label: Nothing, disqualifies: no_plan, when: country == "US"}
  - id: pieces
    kind: number
    field: units
    ask: How many?
    buttons: [1, 2, 3+]
    minimum: 0
    maximum: 99.5
    points: {20+: 12, 2+: 6, 0+: 1}
    by_country: {DE: {field: rooms, ask: "Wie viele {{ company }}?", unit: rooms}}
  - id: address
    ask: Where?
    optional: yes
    next: end
rules:
  - {id: big, when: units >= 20 and plan == "buy", points: 5, because: big order, engagement: on}
engagement: {phone: 12}
fit_cap: 60
bands: {hot: 80, warm: 30}
close: {hot: "Thanks {{ address }}!", cold: Bye}
faq: [{id: fee, hears: [fee, cost], says: "Ask {{ agent }}."}]
follow_ups: [{after: 10m, says: Still there?}]
consents: {contact: {version: 2026-01, text: I agree.}}
variables: {magnet: the guide}
lint: {questions.many: we need them}
tests:
  - {name: one, says: x, listing: {address: Here, price: 500000, new: true}, expect: {band: cold}}
"""


def good(text: str) -> Flow:
    reading = read_flow(text, "demo.yaml")
    assert reading.flow is not None, [str(p) for p in reading.problems]
    return reading.flow


def warnings(text: str) -> set[str]:
    reading = read_flow(text, "demo.yaml")
    assert reading.flow is not None, [str(p) for p in reading.problems]
    return {problem.code for problem in reading.problems}


def test_a_useful_flow_fits_in_thirty_lines() -> None:
    made = good(flow(WISH))
    assert made.questions[0].kind == "text"
    assert made.questions[0].field == "wish"
    assert made.bands.hot == 70
    assert made.engagement["phone"] == 10


def test_every_setting_is_read() -> None:
    made = good(FULL)
    plan, pieces, address = made.questions
    assert [(o.value, o.label) for o in plan.options][:2] == [
        ("buy", "Buy"),
        ("sell_my_home", "Sell my home"),
    ]
    assert plan.kind == "choice"
    assert plan.options[1].synonyms == ("listing",)
    assert pieces.buttons == ("1", "2", "3+")
    assert pieces.points == {"20+": 12, "2+": 6, "0+": 1}
    assert pieces.by_country["DE"].field == "rooms"
    assert (address.kind, address.optional, address.next) == ("address", True, "end")
    assert made.rules[0].engagement is True
    assert made.engagement["phone"] == 12
    assert made.engagement["email"] == 5
    assert made.consents["contact"].version == "2026-01"
    assert made.tests[0].listing == {"address": "Here", "price": 500000, "new": True}
    assert [variant.percent for variant in made.greetings] == [40, 60]


@pytest.mark.parametrize("text", [flow(WISH), FULL])
def test_a_flow_stored_as_json_comes_back_equal(text: str) -> None:
    made = good(text)
    assert Flow.model_validate_json(made.model_dump_json(exclude_defaults=True)) == made


@pytest.mark.parametrize("name", ["phone", "email", "name", "area", "address"])
def test_the_kind_is_guessed_from_the_id(name: str) -> None:
    assert good(flow(f"  - id: {name}\n    ask: Tell me.\n")).questions[0].kind == name


def test_words_stay_as_they_were_written() -> None:
    made = good(wish("options: [No, 007, 12:30, 1_000, 2.50, {value: on, label: On}]"))
    labels = [option.label for option in made.questions[0].options]
    assert labels == ["No", "007", "12:30", "1_000", "2.50", "On"]
    assert made.questions[0].options[0].value == "no"


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    text = flow(WISH)
    windows = "\ufeff" + text.replace("\n", "\r\n")
    assert good(windows) == good(text)
    assert hash_of(windows) == hash_of(text)


def test_other_words_are_another_version() -> None:
    assert hash_of(ask("What?")) != hash_of(ask("What now?"))
    assert len(hash_of("")) == 16
    assert hash_of("a", {"es": ("b", "f")}) != hash_of("a")


def test_a_broken_file_has_a_version_too() -> None:
    assert read_flow("][", "f").hash == hash_of("][")


def test_bytes_that_are_not_utf8_are_a_problem_with_a_place() -> None:
    text, problems = decode("id: caf\n  é".encode("latin-1"), "f.yaml")
    assert text == ""
    assert (problems[0].line, problems[0].column) == (2, 3)
    assert decode("é".encode(), "f.yaml") == ("é", ())


def test_problems_come_in_reading_order() -> None:
    text = HEAD + "nonsense: 1\nquestions:\n  - id: a\n    aks: A?\n  - id: b\n    kind: c\n"
    lines = [p.line for p in read_flow(text, "f").problems if p.severity == "error"]
    assert lines == sorted(lines)
    assert len(lines) == 4


SPANISH = """\
language: es
greeting: Soy el asistente automático de {{ company }}. {{ privacy_url }}
questions:
  plan: {options: {buy: Comprar, sell_my_home: {label: Vender, synonyms: venta}}}
close: {hot: Gracias}
faq: {fee: {says: "Pregunta a {{ agent }}."}}
"""


def translated(text: str, **files: str) -> FlowReading:
    return read_flow(text, "full.yaml", {k: (v, f"full.{k}.yaml") for k, v in files.items()})


def test_a_companion_file_adds_a_language() -> None:
    made = translated(FULL, es=SPANISH).flow
    assert made is not None
    assert made.languages == ("en", "es")
    assert made.translations["es"].questions["plan"].options["sell_my_home"].label == "Vender"


def test_a_regional_file_builds_on_its_language() -> None:
    made = translated(
        FULL, **{"es": SPANISH, "es-MX": "language: es-MX\nclose: {cold: Adiós}\n"}
    ).flow
    assert made is not None
    mexican = made.translations["es-MX"]
    assert (mexican.close.hot, mexican.close.cold) == ("Gracias", "Adiós")
    assert mexican.questions["plan"].options["buy"].label == "Comprar"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (SPANISH.replace("  plan:", "  plna:"), 4, "did you mean “plan”?"),
        (SPANISH.replace("buy:", "bui:"), 4, "did you mean “buy”?"),
        (SPANISH.replace("company", "compania"), 2, "nothing fills in"),
        (SPANISH.replace("language: es", "language: de"), 1, "the file's name says es"),
        (SPANISH.replace("close", "points"), 5, "no setting “points”"),
        (SPANISH.replace("fee:", "fees:"), 6, "did you mean “fee”?"),
        (SPANISH.replace("el asistente automático", "Ana"), 2, "no person is writing"),
        (SPANISH.replace("{{ privacy_url }}", ""), 2, "privacy"),
        (SPANISH.replace("plan: {", "plan: {ask: ¿Tiene hijos?, "), 4, "fair_housing.family"),
        (SPANISH.replace("Comprar", "Con mis hijos"), 4, "fair_housing.family"),
    ],
)
def test_a_companion_file_is_checked_like_the_flow(text: str, line: int, words: str) -> None:
    reading = translated(FULL, es=text)
    (problem,) = (p for p in reading.problems if p.severity == "error")
    assert reading.flow is None
    assert (problem.file, problem.line) == ("full.es.yaml", line)
    assert words in problem.message


def test_the_office_is_looked_at_when_it_is_known() -> None:
    site = Site.model_validate(
        {
            "company": "Us",
            "default_market": "here",
            "markets": {"here": {"country": "US", "currency": "USD", "tz": "UTC"}},
            "variables": {"slogan": "We open doors"},
        }
    )
    text = (
        ask("{{ slogan }} - what?").replace("{{ slogan", '"{{ slogan').replace("what?", 'what?"')
    )
    assert read_flow(text, "f", site=site).flow is not None
    assert read_flow(text, "f").flow is None
    tests = "tests: [{name: t, market: her, listing: X1, says: [x], expect: {band: cold}}]\n"
    found = read_flow(text + tests, "f", site=site).problems
    assert {p.code for p in found if p.severity == "error"} == {"test.market", "test.listing"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (flow("".join(f"  - {{id: q{n}, ask: Q?}}\n" for n in range(9))), "questions.many"),
        (flow("  - id: phone\n    ask: Number?\n"), "contact.first"),
        (flow(WISH + "  - id: phone\n    ask: Number?\n"), "contact.why"),
        (flow(WISH + "  - id: phone\n    ask: Number?\n"), "contact.consent"),
        (option("points: 90").replace("points: 90", "points: 90") + "fit_cap: 50\n", "points.cap"),
        (flow(WISH), "points.never_hot"),
        (flow(WISH), "close.missing"),
        (flow(WISH), "tests.none"),
        (wish("options: [A, {label: B, points: 5}]"), "option.pointless"),
        (wish(f"options: [{'long ' * 9}]"), "label.long"),
        (ask("Well? " * 60), "ask.long"),
        (ask("“What now?”"), "text.curly"),
        (wish("options: [A, {label: “B”}]"), "text.curly"),
        (wish("options: [A, {label: B, synonyms: [„bee“]}]"), "text.curly"),
        (ask("What is your salary?"), "fair_housing.income_amt"),
        (ask("Is it in a safe area?"), "fair_housing.steering"),
        (
            flow("  - {id: a, ask: A?, next: c}\n  - {id: b, ask: B?}\n  - {id: c, ask: C?}\n"),
            "question.unreachable",
        ),
    ],
)
def test_matters_of_taste_are_warnings_that_a_reason_silences(text: str, code: str) -> None:
    assert code in warnings(text)
    assert code not in warnings(text + f"lint: {{{code}: because we say so}}\n")


def test_two_words_in_quotes_are_no_text_in_quotes() -> None:
    assert "text.curly" not in warnings(ask("“Buy” or “rent”"))


def test_a_lawful_case_is_let_through_with_its_reason() -> None:
    text = ask("Is this a home for people over 55?")
    assert read_flow(text, "f").flow is None
    assert good(text + "lint: {fair_housing.age: 55+ community under HOPA}\n")


def test_an_error_cannot_be_reasoned_away() -> None:
    text = wish("next: nowhere") + "lint: {next.unknown: I know better}\n"
    assert read_flow(text, "f").flow is None


@pytest.mark.parametrize(
    "words",
    [
        "Do you want a family room?",
        "A single-family home or a condo?",
        "A multi-family house?",
        "Is an accent wall all right?",
        "Near Church Street?",
        "A wheelchair-accessible entrance?",
        "A children's playground nearby?",
        "May we alter the kitchen?",
        "Is the terrace important?",
        "A home near the race track?",
    ],
)
def test_look_alikes_of_protected_words_pass(words: str) -> None:
    assert not {code for code in warnings(ask(words)) if code.startswith("fair_housing")}


def test_visitors_words_may_be_anything() -> None:
    assert good(option("synonyms: [my wife and I, for the kids]"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
@example("\ud800")
@example("a: \ud800")
@example("- " * 60)
@example("{{{{{{")
@example("a: |\n\t")
@example("%YAML 9.9\n---\n")
@example("? ? ?")
@example("!<!> a")
@example("\x85a: b\u2028c: d")
@example('"\\')
def test_any_text_at_all_is_answered_with_problems(text: str) -> None:
    for reading in (read_flow(text, "f.yaml"), read_site(text, "site.yaml")):
        assert reading.problems
        assert all(p.line >= 1 and p.column >= 1 for p in reading.problems)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_flow_with_holes_and_swaps_is_answered_with_problems_or_a_flow(
    data: st.DataObject,
) -> None:
    lines = FULL.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["drop", "twice", "cut", "junk", "indent"]))
        line = lines[at]
        cut = data.draw(st.integers(0, len(line)))
        junk = data.draw(st.text("{}[]:,-?'\"&*!|>% \t#ab1", min_size=1, max_size=3))
        lines[at] = {
            "drop": "",
            "twice": f"{line}\n{line}",
            "cut": line[:cut],
            "junk": line[:cut] + junk + line[cut:],
            "indent": f" {line}",
        }[change]
    reading = read_flow("\n".join(lines), "f.yaml")
    errors = [p for p in reading.problems if p.severity == "error"]
    assert (reading.flow is None) == bool(errors)


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(sorted(Flow.model_fields)) | st.text(max_size=3), inner
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_answered_with_problems(data: object) -> None:
    reading = read_flow(json.dumps(data, ensure_ascii=False), "f.yaml")
    assert reading.flow is None
    assert reading.problems


def test_a_thousand_lines_are_read_at_once() -> None:
    questions = "".join(
        f"  - id: q{n}\n    ask: What about {n}, {{{{ company }}}}?\n    why: So.\n    options:\n"
        f"      - {{label: A{n}, points: 5, because: a}}\n      - {{label: B{n}}}\n"
        f'    when: country == "US"\n    retry: Again?\n'
        for n in range(125)
    )
    text = flow(questions)
    assert text.count("\n") > 1000
    start = time.process_time()
    good(text)
    assert time.process_time() - start < 2  # far above what it takes, so that it never flickers


@pytest.mark.parametrize("bad", ["[" * 5000 + "]" * 5000, "{" * 5000, "a: &a [*a]\n" * 3000])
def test_a_bomb_is_put_out_quickly(bad: str) -> None:
    start = time.process_time()
    assert read_flow(bad, "f").flow is None
    assert time.process_time() - start < 2
