"""Flow files whose parts do not fit together. ``▸`` marks where the error must point."""

from __future__ import annotations

from tests.dialogue.broken_yaml import HEAD, WISH, ask, flow, option, wish

BARE = "id: demo\ntitle: Demo\n"


def when(condition: str, first: str = WISH) -> str:
    """A flow whose second question depends on this."""
    return flow(f"{first}  - id: more\n    ask: More?\n    when: {condition}\n")


def test(settings: str) -> str:
    """A flow with a test that expects this."""
    return flow(WISH) + f"tests:\n  - {{name: t, says: [x], {settings}}}\n"


test.__test__ = False  # type: ignore[attr-defined]
KIND = "  - id: plan\n    ask: What?\n    options: [Buy, Rent]\n"
YES_NO = "  - id: ok\n    kind: yesno\n    ask: OK?\n"

STRUCTURE = (
    ("next to nowhere", wish("next: ▸wich"), "did you mean “wish”?"),
    ("an option's next to nowhere", option("next: ▸nowhere"), "no question of this flow"),
    ("an id twice", flow(WISH + "  - id: ▸wish\n    field: b\n    ask: B?\n"), "is there twice"),
    ("a field twice", flow(WISH + "  - id: b\n    field: ▸wish\n    ask: B?\n"), "another field"),
    ("a value twice", wish("options: [A, {value: ▸a, label: B}]"), "is there twice"),
    ("a label twice", wish("options: [A, {value: b, label: ▸A}]"), "is there twice"),
    ("a rule twice", flow(WISH) + "rules:\n"
     "  - {id: r, when: wish, points: 1, because: x}\n"
     "  - {id: ▸r, when: wish, points: 1, because: x}\n", "is there twice"),
    ("id end", flow("  - id: ▸end\n    ask: What?\n"), "Doorstep needs itself"),
    ("id trigger", flow("  - id: ▸trigger\n    ask: What?\n"), "Doorstep needs itself"),
    ("id is_hot", flow("  - id: ▸is_hot\n    ask: What?\n"), "Doorstep needs itself"),
    ("a circle", flow("  - {id: a, ask: A?}\n  - {id: b, ask: B?, next: ▸a}\n"), "leads back"),
    ("a circle of one", wish("next: ▸wish"), "leads back"),
    ("a circle by options", flow("  - {id: a, ask: A?}\n"
     "  - {id: b, ask: B?, options: [{label: A, next: ▸a}]}\n"), "leads back"),
    ("choice without options", flow("  - ▸id: w\n    kind: choice\n    ask: W?\n"), "options:"),
    ("options of a text", wish("kind: text", "▸options: [a, b]"), "kind: choice"),
    ("points for a misspelt word", wish("points: {▸knwon: 5}"), "cannot be given"),
    ("threshold of a text", wish("points: {▸20+: 5}"), "cannot be given"),
    ("points of a whole choice", wish("options: [A]", "▸points: {any: 5}"), "at each option"),
    ("unit of money", wish("kind: money", "unit: ▸sell"), "rent, sale"),
    ("minimum above maximum", wish("kind: number", "minimum: ▸5", "maximum: 2"), "above"),
    ("marketing consent by text", wish("optional: true", "consent: ▸marketing"), "kind: yesno"),
    ("marketing consent required", flow("  - ▸id: news\n    kind: yesno\n    ask: News?\n"
     "    consent: marketing\n"), "optional: true"),
    ("area setting elsewhere", wish("▸disqualifies_outside: far"), "kind area or region"),
    ("warm above hot", HEAD + "bands: {hot: 50, warm: ▸60}\n" + flow(WISH, ""), "below hot"),
    ("misspelt engagement", option("engagement: ▸apointment"), "did you mean “appointment”?"),
    ("engagement for nothing", flow(WISH) + "engagement: {▸mail: 5}\n", "cannot be given"),
    ("variants of 50 percent", BARE + "greeting:\n  ▸- id: a\n    percent: 50\n"
     "    text: An automated assistant. {{ privacy_url }}\n" + flow(WISH, ""), "make it 100"),
    ("renamed but still there", wish("was: ▸wish"), "still a question"),
    ("appointment of nothing", flow(WISH) + "appointment: ▸tour\n", "does not offer"),
    ("consent for sms", flow(WISH) + 'consents: {▸sms: {version: "1", text: Hi}}\n', "no consent"),
    ("language in words", BARE + "languages: [▸english]\n" + HEAD[21:] + flow(WISH, ""), "codes"),
    ("test of a misspelt field", test("expect: {fields: {▸wich: x}}"), "did you mean “wish”?"),
    ("test of a misspelt question", test("expect: {next: ▸wich}"), "did you mean “wish”?"),
    ("test without time", test("now: ▸today, expect: {band: cold}"), "2026-03-10T14:05"),
)  # fmt: skip

LANGUAGE = (
    ("no disclosure", BARE + "greeting: ▸Hi! {{ privacy_url }}\n" + flow(WISH, ""), "automated"),
    ("no privacy link", BARE + "greeting: ▸I'm a bot.\n" + flow(WISH, ""), "privacy_url"),
    ("unknown word", ask("What, {{ ▸compnay }}?"), "did you mean “company”?"),
    ("unknown word further down", flow("  - id: wish\n    ask: >-\n      What do you\n"
     "      want, {{ ▸compnay }}?\n"), "did you mean “company”?"),
    ("single braces", ask("What, ▸{company}?"), "two braces on each side: write {{ company }}"),
    ("single braces, a part", ask("At ▸{ listing.address }, what?"), "{{ listing.address }}"),
    ("a word of another place", ask("Not {{ ▸value }}, but what?"), "nothing fills in"),
    ("unknown last words", flow(WISH) + "close:\n  hot: Bye {{ ▸nam }}\n", "nothing fills"),
    ("internal word", ask("What, {{ lead.▸score }}?"), "listing.address"),
    ("config", ask("What, {{ ▸config }}?"), "nothing fills in"),
    ("class", ask("What, {{ ''.__class__.▸__mro__ }}?"), "there is not"),
    ("include", ask("What ▸{% include '/etc/passwd' %}?"), "an include"),
    ("loop", ask("What ▸{% for x in y %}{% endfor %}?"), "a loop"),
    ("repetition", ask('What ▸{{ "a" * 1000000000 }}?'), "a calculation"),
    ("call", ask("What ▸{{ company() }}?"), "a call"),
    ("autoescape", ask("What ▸{% autoescape false %}{% endautoescape %}?"), "autoescape"),
    ("filter safe", ask("What, {{ company | ▸safe }}?"), "the filter “safe”"),
    ("filter unknown", ask("What, {{ company | ▸nosuchfilter }}?"), "the filter “nosuchfilter”"),
    ("braces not closed", ask("What, ▸{{ company?"), "without closing"),
    ("if not closed", ask("What, ▸{% if name %}{{ name }}?"), "endif"),
    ("unknown listing word", ask("What {{ listing.▸adress }}?"), "listing.address"),
    ("condition on nothing", when('▸wich == "x"'), "did you mean “wish”?"),
    ("condition with =", when('wish ▸= "x"'), 'wish == "x"'),
    ("condition with a call", when('▸wish.lower() == "x"'), "may hold only"),
    ("condition without quotes", when("wish in (▸buy, rent)"), 'quotes around the words'),
    ("an answer without quotes", when("wish == ▸buy"), 'the answer “buy”: wish == "buy"'),
    ("one = and no quotes", when("wish ▸= buy"), 'not =: wish == "buy"'),
    ("condition with curly quotes", when("wish == ▸“buy”"), "curly"),
    ("condition with &&", when("wish ▸&& wish"), "and / or"),
    ("condition with a missing bracket", when('▸(wish == "x"'), "bracket is missing"),
    ("condition on no answer", when('plan == "▸bui"', KIND), "did you mean “buy”?"),
    ("condition on yes in words", when('ok == "▸yes"', YES_NO), "write  ok"),
    ("condition with a power", when("▸wish ** 9 > 1"), "may hold only"),
    ("condition with a repetition", when('wish == ▸"x" * 999'), "may hold only"),
    ("endless condition", when("▸" + "wish and " * 60 + "wish"), "longer than"),
    ("rule on nothing", flow(WISH) + "rules:\n  - id: r\n    when: ▸budget > 5\n    points: 5\n"
     "    because: rich\n", "no field"),
    ("rule without a reason", flow(WISH) + "rules: [▸{id: r, when: wish, points: 5}]\n",
     "needs “because”"),
)  # fmt: skip

FAIRNESS = (
    ("children", ask("How many ▸children do you have?"), "fair_housing.family"),
    ("household", ask("Tell me ▸about your household."), "fair_housing.family"),
    ("who moves in", ask("▸Who will be living with you?"), "fair_housing.family"),
    ("expecting", ask("▸Are you expecting?"), "fair_housing.sex"),
    ("language at home", ask("▸What language do you speak at home?"), "fair_housing.origin"),
    ("an option with kids", option("because: has ▸kids"), "fair_housing.family"),
    ("Spanish", ask("¿Tiene ▸hijos?"), "fair_housing.family"),
    ("German", ask("Welche ▸Staatsangehörigkeit haben Sie?"), "fair_housing.origin"),
    ("Arabic", ask("ما هي ▸الجنسية؟"), "fair_housing.origin"),
    ("a field religion", wish("field: ▸religion"), "fair_housing.religion"),
    ("a field age", wish("field: ▸age"), "may not decide"),
    ("voucher", wish("why: The owner takes no ▸voucher."), "fair_housing.income_src"),
    ("a rule on marital status", flow("  - {id: a, field: ▸marital_status, ask: What?}\n"),
     "fair_housing.family"),
    ("points for a language", flow(WISH) + "rules:\n  - id: r\n    when: ▸lang == \"en\"\n"
     "    points: 5\n    because: speaks it\n", "who somebody is"),
    ("six application items", HEAD + "lint: {fair_housing.secrets: test}\n▸questions:\n" + "".join(
        f"  - {{id: q{n}, field: {name}, ask: What?}}\n" for n, name in enumerate(
            ("name", "salary", "social_security", "address", "price", "loan_amount"))),
     "loan application"),
)  # fmt: skip
