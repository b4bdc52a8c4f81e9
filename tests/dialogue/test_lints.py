"""What ``check`` finds in a flow that can be read: each finding at its place, and nothing else.

``▸`` marks the place. A case fails when its rule is taken away.
"""

from __future__ import annotations

import pytest

from bot.dialogue.flow import Flow
from bot.dialogue.linting.findings import subject
from bot.dialogue.linting.rules import RULES
from bot.dialogue.reading import flow_in, read_flow
from bot.dialogue.site import Site
from bot.errors import Problem
from tests.dialogue.talking import library

HEAD = "id: demo\ntitle: Demo\ngreeting: An automated assistant. {{ privacy_url }}\n"
TAIL = "close: {hot: A, warm: B, cold: C, disqualified: D}\nbands: {hot: 30, warm: 10}\n"
TEST = "tests: [{name: t, says: [x], expect: {}}]\n"
FIRST = "  - {id: wish, ask: What?}\n"
PLAN = "  - {id: plan, ask: What?, options: [{label: Buy, points: 1}, {label: Rent, points: 2}]}\n"
BEDS = "  - {id: beds, kind: number, ask: How many?, maximum: 10}\n"
NEWS = "  - {id: news, kind: yesno, ask: News by e-mail?, optional: true, consent: marketing}\n"


def flow(questions: str, more: str = "") -> str:
    return f"{HEAD}questions:\n{questions}{more}{TAIL}{TEST}"


def rule(*whens: str) -> str:
    lines = [
        f"  - id: r{n}\n    when: {when}\n    points: 1\n    because: b\n"
        for n, when in enumerate(whens)
    ]
    return "rules:\n" + "".join(lines)


def when(condition: str, before: str = PLAN + BEDS) -> str:
    return flow(f"{before}  - id: more\n    ask: More?\n    when: {condition}\n")


def option(settings: str) -> str:
    return flow(
        f"{FIRST}  - id: plan\n    ask: Which?\n    options:\n"
        f"      - {{label: A, points: 1}}\n      - {{{settings}}}\n"
    )


def ask(words: str) -> str:
    return flow(f"  - id: wish\n    ask: {words}\n")


CASES = (
    ("two values at once", "when.never", when('▸plan == "buy" and plan == "rent"')),
    ("an empty interval", "when.never", when("▸beds > 5 and beds < 3")),
    ("a gap between whole numbers is none", "", when("beds > 3 and beds < 5")),
    ("beyond the maximum", "when.never", when("▸beds > 10")),
    ("a market that is not ours", "when.never", when('▸market == "atlantis"')),
    ("a country without a market", "when.never", when('▸country == "JP"')),
    ("both answered and not", "when.never", when("▸plan and not plan")),
    ("a rule that never counts", "when.never", flow(PLAN, rule('▸plan == "buy" and not plan'))),
    ("files where a number is wanted", "upload.kind",
     flow(f"{FIRST}  - id: plan\n    kind: number\n    ask: Plan?\n    ▸upload: files\n")),
    ("files that must be sent", "upload.needed",
     flow(f"{FIRST}  - id: plan\n    ask: A plan?\n    ▸upload: files\n")),
    ("files that may be sent", "",
     flow(f"{FIRST}  - {{id: plan, ask: A plan?, upload: files, optional: true}}\n")),
    ("always", "when.always", when('▸plan == "buy" or plan != "buy"')),
    ("always, with numbers and nothing", "when.always",
     when("▸beds < 4 or beds >= 4 or not beds")),
    ("not always, for it may be skipped", "", when("beds < 4 or beds >= 4")),
    ("asked later", "when.early", flow(
        "  - id: more\n    ask: More?\n    when: ▸wish\n" + FIRST)),
    ("looks at itself", "when.early", when("▸more", FIRST)),
    ("two questions at once", "when.overlap", flow(
        BEDS + "  - {id: a, field: x, ask: A?, when: beds > 2}\n"
        "  - id: b\n    field: x\n    ask: B?\n    when: ▸beds < 5\n")),
    ("two questions kept apart", "", flow(
        BEDS + "  - {id: a, field: x, ask: A?, when: beds > 2}\n"
        "  - {id: b, field: x, ask: B?, when: beds <= 2}\n")),
    ("a rule in other words", "rule.same", flow(
        PLAN, rule('plan == "buy"', '▸plan in ("buy",)'))),
    ("two rules", "", flow(PLAN, rule('plan == "buy"', 'plan == "rent"'))),
    ("all options hidden", "option.none", flow(
        BEDS + "  - id: kind\n    ask: Which?\n    ▸options:\n"
        "      - {label: A, when: beds > 5, points: 1}\n"
        "      - {label: B, when: beds < 3, points: 1}\n")),
    ("one is always there", "", flow(
        BEDS + "  - id: kind\n    ask: Which?\n    options:\n"
        "      - {label: A, when: not beds or beds > 5, points: 1}\n"
        "      - {label: B, when: beds <= 5, points: 1}\n")),
    ("falls into a branch", "branch.default", flow(
        "  - ▸id: plan\n    ask: What?\n    options:\n      - {label: A, next: a}\n"
        "      - {label: B, next: b}\n      - {label: C, points: 1}\n"
        "  - {id: a, ask: A?, next: end}\n  - {id: b, ask: B?}\n")),
    ("a branch with a default", "", flow(
        "  - id: plan\n    ask: What?\n    next: end\n    options:\n      - {label: A, next: a}\n"
        "      - {label: B, next: b}\n      - {label: C, points: 1}\n"
        "  - {id: a, ask: A?, next: end}\n  - {id: b, ask: B?}\n")),
    ("an answer for nothing", "answer.unused", flow(
        f"{FIRST}  - ▸id: plan\n    ask: What?\n    options: [A, B]\n")),
    ("an answer for a text", "", flow(
        FIRST + "  - {id: plan, ask: What?, options: [A, B]}\n"
        "  - {id: more, ask: 'More of {{ plan }}?'}\n")),
    ("an endless loop", "next.loop", flow(
        FIRST + "  - {id: a, ask: A?}\n  - id: b\n    ask: B?\n    next: ▸a\n")),
    ("never reached", "question.unreachable", flow(
        "  - {id: wish, ask: What?, next: b}\n  - ▸id: a\n    ask: A?\n  - {id: b, ask: B?}\n")),
    ("never hot", "points.never_hot",
     flow(FIRST).replace("bands: {hot: 30, warm: 10}", "bands: ▸{hot: 90, warm: 10}")),
    ("one value twice", "value.twice", option("value: ▸a, label: Other, points: 1")),
    ("an option without points", "option.pointless",
     option("label: Other").replace("{label: O", "▸{label: O")),
    ("an option that leads on", "", option("label: Other, next: end")),
    ("a word at two options", "synonym.twice", option("points: 1, label: B, synonyms: [▸a]")),
    ("a tag in a text", "text.plain", ask("Your ▸<b>wish</b>?")),
    ("stars in a text", "text.plain", ask("Your ▸**wish**?")),
    ("less than is no tag", "", ask("Is a < b or 2 * 3?")),
    ("a name in single braces", "text.plain", ask("Hello ▸{nobody}?")),
    ("a long button", "label.long", option(f"points: 1, label: ▸{'long ' * 9}")),
    ("a long ready answer", "label.long", flow(
        FIRST + f"  - id: how\n    ask: How?\n    buttons: [Short, ▸{'long ' * 9}]\n")),
    ("over the cap", "points.cap", f"{HEAD}▸questions:\n{FIRST}"
     + "".join(f"  - {{id: q{n}, ask: Q?, options: [{{label: A, points: 40}}, {{label: B, "
               f"points: 0}}]}}\n" for n in range(2)) + TAIL + TEST),
    ("contact first", "contact.first", flow(
        "  - ▸id: phone\n    ask: Number?\n    why: Why.\n    consent: contact\n")),
    ("phone without a why", "contact.why", flow(
        f"{FIRST}  - ▸id: phone\n    ask: Number?\n    consent: contact\n")),
    ("a number as a text", "contact.kind", flow(
        f"{FIRST}  - ▸id: mobile\n    ask: Number?\n    consent: contact\n")),
    ("nine questions", "questions.many", f"{HEAD}▸questions:\n"
     + "".join(f"  - {{id: q{n}, ask: Q?}}\n" for n in range(9)) + TAIL + TEST),
    ("no disclosure", "greeting.disclosure",
     flow(FIRST).replace("An automated assistant.", "▸Hello!")),
    ("no privacy link", "greeting.privacy",
     flow(FIRST).replace("An automated assistant. {{ privacy_url }}", "▸A bot.")),
    ("words in no language", "language.missing",
     flow(FIRST).replace("title: Demo\n", "title: Demo\nlanguages: [en, ▸es]\n")),
    ("a gate on nothing", "when.name", flow(FIRST, "hot_when: ▸wich == 'x'\n")),
    ("a gate that knows what is urgent", "", flow(FIRST, "hot_when: urgent and wish\n")),
    # consent
    ("marketing required", "consent.required", flow(
        f"{FIRST}  - ▸id: news\n    kind: yesno\n    ask: News?\n    consent: marketing\n")),
    ("marketing given with the number", "consent.preticked", flow(
        FIRST + "  - id: phone\n    why: Why.\n    consent: contact\n"
        "    ask: Your number? ▸By giving it you agree to our offers.\n")),
    ("marketing unless refused", "consent.preticked", flow(
        FIRST + "  - id: news\n    kind: yesno\n    optional: true\n    consent: marketing\n"
        "    ask: We send you news ▸unless you object. OK?\n")),
    ("marketing given, in German", "consent.preticked", flow(
        FIRST + "  - id: phone\n    why: Darum.\n    consent: contact\n"
        "    ask: Ihre Nummer? ▸Mit Ihrer Angabe stimmen Sie Werbung zu.\n")),
    ("marketing given, in Spanish", "consent.preticked", flow(
        FIRST + "  - id: phone\n    why: Por.\n    consent: contact\n"
        "    ask: ¿Su número? ▸Al dejar su número acepta recibir ofertas.\n")),
    ("marketing given, in Arabic", "consent.preticked", flow(
        FIRST + "  - id: phone\n    why: لماذا\n    consent: contact\n"
        "    ask: ما رقمك؟ ▸بتقديم رقمك توافق على تلقي عروض.\n")),
    ("contact for this request is no marketing", "", flow(
        FIRST + "  - {id: phone, why: Why., consent: contact, "
        "ask: 'By giving your number you agree to a call about this request.'}\n")),
    ("points for marketing", "consent.points", flow(
        FIRST + "  - id: news\n    kind: yesno\n    ask: News?\n    optional: true\n"
        "    consent: marketing\n    ▸points: {yes: 5}\n    because: signed up\n")),
    ("a way only with marketing", "consent.condition", flow(
        FIRST + NEWS + "  - {id: gift, ask: Which gift?, when: ▸news}\n")),
    ("texts without an end", "consent.stop", flow(
        FIRST + "  - id: news\n    kind: yesno\n    optional: true\n    consent: marketing\n"
        "    ask: ▸May we text you new homes?\n")),
    ("texts with STOP", "", flow(
        FIRST + "  - id: news\n    kind: yesno\n    optional: true\n    consent: marketing\n"
        "    ask: May we text you new homes? Reply STOP any time.\n")),
    ("STOP as an answer", "stop.taken", option("points: 1, label: ▸Stop")),
    ("STOP as another word", "stop.taken", option("points: 1, label: No, synonyms: ▸[stop]")),
    ("STOP as a question back", "stop.taken", flow(
        FIRST, "faq:\n  - {id: f, hears: ▸[stop], says: No.}\n")),
    # law
    ("income before a German viewing", "rental.income", flow(
        "  - {id: rent, kind: money, unit: rent, ask: How much?}\n"
        "  - ▸id: papers\n    ask: Do you have a SCHUFA report at hand?\n",
        "lint: {fair_housing.income_amt: asked elsewhere}\n")),
    ("income elsewhere", "", flow(
        "  - {id: rent, kind: money, unit: rent, ask: How much?}\n"
        "  - {id: papers, ask: Do you have a credit report?, when: country != \"DE\"}\n",
        "lint: {fair_housing.income_amt: asked elsewhere}\n")),
    ("income of a buyer", "", flow(
        "  - {id: price, kind: money, unit: sale, ask: How much?}\n"
        "  - {id: papers, ask: Do you have a credit report?}\n",
        "lint: {fair_housing.income_amt: for the bank}\n")),
    ("six items of a loan", "mortgage.application",
     f"{HEAD}lint: {{fair_housing.income_amt: x, fair_housing.secrets: x, contact.first: x}}\n"
     "▸questions:\n  - {id: one, ask: What is the value of the home?}\n"
     "  - {id: two, ask: Which loan amount?}\n  - {id: three, ask: What is your income?}\n"
     "  - {id: address, ask: Where?}\n  - {id: name, ask: Your name?}\n"
     "  - {id: four, ask: Your social security number?}\n" + TAIL + TEST),
    ("five items of a loan", "",
     f"{HEAD}lint: {{fair_housing.income_amt: x, contact.first: x}}\n"
     "questions:\n  - {id: one, ask: What is the value of the home?}\n"
     "  - {id: two, ask: Which loan amount?}\n  - {id: three, ask: What is your income?}\n"
     "  - {id: address, ask: Where?}\n  - {id: name, ask: Your name?}\n" + TAIL + TEST),
)  # fmt: skip


def office() -> Site:
    return library().site


def found(text: str) -> list[Problem]:
    return list(read_flow(text.replace("▸", ""), "demo.yaml", site=office()).problems)


@pytest.mark.parametrize(("name", "code", "text"), CASES, ids=[case[0] for case in CASES])
def test_a_finding_is_made_at_its_place_and_no_other(name: str, code: str, text: str) -> None:
    lines = text.splitlines()
    places = [(n, line.index("▸") + 1) for n, line in enumerate(lines, 1) if "▸" in line]
    wanted = [(code, *place) for place in places]
    assert [(p.code, p.line, p.column) for p in found(text)] == wanted, name


def test_every_rule_has_a_case_that_fails_without_it() -> None:
    """What a rule finds is compared whole, so a case fails when the rule is taken away."""
    subjects = [subject(flow, office()) for *_, text in CASES if (flow := _flow(text))]
    idle = {rule.__name__ for rule in RULES if not any(any(rule(on)) for on in subjects)}
    assert idle == ELSEWHERE


def _flow(text: str) -> Flow | None:
    return flow_in(text.replace("▸", ""))


# Rules whose cases stand in broken_meaning.py and test_reading.py.
ELSEWHERE = {
    "ids_are_unique", "ids_are_not_taken", "fields_are_filled_once", "targets_exist",
    "other_flows_are_entered_at_one_place", "points_are_of_their_kind",
    "units_and_bounds_make_sense", "bands_are_in_order", "engagement_is_known",
    "variants_add_up", "the_appointment_is_an_answer", "renamed_ids_are_gone",
    "texts_can_be_filled_in", "a_text_is_not_a_switch", "quotes_are_straight",
    "points_do_not_depend_on_who_somebody_is", "questions_are_short",
    "every_band_has_last_words", "there_are_tests", "tests_name_what_exists",
    "tests_play_where_the_office_is", "tests_have_a_time_that_exists", "consents_are_known",
}  # fmt: skip

ASKED = (
    ("family", "Who will be living with you?"), ("family", "Tell me about your household."),
    ("family", "How many people are in your household?"), ("family", "Do you have kids?"),
    ("family", "Describe your family."), ("family", "¿Quién vivirá con usted?"),
    ("family", "Cuénteme de su hogar."), ("family", "Wer wird mit Ihnen wohnen?"),
    ("family", "Erzählen Sie von Ihrem Haushalt."), ("family", "Haben Sie Kinder?"),
    ("family", "من سيسكن معك؟"), ("family", "حدثني عن عائلتك"), ("sex", "Are you expecting?"),
    ("sex", "¿Está esperando un bebé?"), ("sex", "Erwarten Sie Nachwuchs?"),
    ("sex", "هل أنت حامل؟"), ("origin", "What language do you speak at home?"),
    ("origin", "¿Qué idioma habla en casa?"), ("origin", "¿Qué lengua hablan ustedes en su casa?"),
    ("origin", "Welche Sprache sprechen Sie zu Hause?"), ("origin", "ما هي اللغة التي تتحدثها؟"),
    ("origin", "Where are you originally from?"), ("religion", "Near which church?"),
    ("disability", "Brauchen Sie es behindertengerecht?"), ("race", "¿Cuál es su etnia?"),
    ("age", "¿Cuántos años tiene?"), ("income_src", "Do you have a Section 8 voucher?"),
)  # fmt: skip
PASSING = (
    "Do you need a family room?", "A single-family home or a condo?", "A multi-family house?",
    "Which accent wall colour?", "Near Church Street or Temple Drive?", "In Temple, TX?",
    "Should the kitchen face the kids' pool?", "Do you need a wheelchair-accessible home?",
    "Wie groß darf das Kinderzimmer sein?", "Was dürfen wir ändern?", "Ich glaube, das passt?",
    "Near Veterans Boulevard?", "Are you expecting to sell first?", "Is a race track nearby?",
    "How many rooms will you use?", "Do you plan to move in spring?", "¿Cuántas habitaciones?",
)  # fmt: skip


def asked(question: str) -> list[str]:
    text = f'  - id: q\n    ask: "{question}"\n'
    return [p.code for p in found(flow(text)) if p.code.startswith("fair_housing")]


@pytest.mark.parametrize(("matter", "question"), ASKED)
def test_a_protected_matter_is_seen_in_four_languages(matter: str, question: str) -> None:
    assert f"fair_housing.{matter}" in asked(question)


@pytest.mark.parametrize("question", PASSING)
def test_what_only_looks_like_one_passes(question: str) -> None:
    assert asked(question) == []


def test_a_lawful_case_passes_with_its_reason_in_the_file() -> None:
    text = flow('  - id: q\n    ask: "Are you over 55?"\n')
    assert [p.code for p in found(text)] == ["fair_housing.age"]
    assert found(text + "lint: {fair_housing.age: 55+ housing; house rules of 2024}\n") == []


def test_missing_words_of_a_language_are_told_where_it_is_named() -> None:
    words = "language: es\nquestions: {wish: {ask: ¿Qué?}}\n"
    problems = read_flow(flow(FIRST), "demo.yaml", {"es": (words, "demo.es.yaml")}).problems
    (gap,) = [p for p in problems if p.code == "translation.missing"]
    assert (gap.file, gap.line, gap.severity) == ("demo.es.yaml", 1, "warning")
    assert "6 texts are missing and said in en (title, greeting, close.hot, close.warm, …)" in str(
        gap
    )
