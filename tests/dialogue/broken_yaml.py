"""Flow files that are broken as YAML or in their shape. ``▸`` marks where the error must point."""

from __future__ import annotations

HEAD = """\
id: demo
title: Demo
greeting: Hi, I'm {{ company }}'s automated assistant. {{ privacy_url }}
"""
WISH = """\
  - id: wish
    ask: What are you looking for?
"""


def flow(questions: str, head: str = HEAD) -> str:
    """A flow with these questions."""
    return f"{head}questions:\n{questions}"


def ask(words: str) -> str:
    """A flow with one question that asks this."""
    return flow(f"  - id: wish\n    ask: {words}\n")


def wish(*lines: str) -> str:
    """A flow with one good question and these further lines in it."""
    return flow("  - id: wish\n    ask: What?\n" + "".join(f"    {line}\n" for line in lines))


def option(settings: str) -> str:
    """A flow with one choice that has this option."""
    return wish(f"options: [{{label: A, {settings}}}]")


TRAPS = (
    ("tab", flow("  - id: wish\n▸\task: What?\n"), "a tab"),
    (
        "an option without its dash",
        wish("options:", "  - {value: a, label: A}", "  ▸{value: b, label: B}"),
        "question “wish”: needs a dash and a space before it, like the line above",
    ),
    (
        "a dash without its space",
        wish("options:", "  - {value: a, label: A}", "  ▸-{value: b, label: B}"),
        "question “wish”: needs a space behind the dash",
    ),
    ("colon in a text", ask("▸Hi: what?"), "question “wish”: has a colon"),
    ("colon in a text, mended", ask("▸Hi: how?"), 'ask: "Hi: how?"'),
    ("colon at the end", ask("▸What do you want:"), 'ask: "What do you want:"'),
    ("braces first", ask("▸{{ company }} asks?"), 'ask: "{{ company }} asks?"'),
    ("only braces", ask("▸{{ company }}"), 'ask: "{{ company }}"'),
    ("an if first", ask("▸{% if slots %}Free: {% endif %}what?"), 'ask: "{% if slots %}'),
    ("question mark first", ask("▸? what"), 'ask: "? what"'),
    ("percent first", ask("▸% off?"), 'ask: "% off?"'),
    ("at first", ask("▸@home?"), 'ask: "@home?"'),
    ("backtick first", ask("▸`what`"), 'ask: "`what`"'),
    ("star first", ask("▸*Important* what?"), 'ask: "*Important* what?"'),
    ("exclamation mark first", ask("▸!Important"), "tag"),
    ("ampersand first", ask("▸&Co?"), 'ask: "&Co?"'),
    ("quote not closed", ask('▸"What?\n    why: So.'), 'ask: "What?"'),
    (
        "quote not closed, far above the next one",
        flow(
            '  - id: wish\n    ask: ▸"What?\n    why: So.\n  - id: name\n    ask: Who?\n'
            '    when: wish == "buy"\n'
        ),
        "question “wish”: opens a quotation mark that is never closed: close it at the end of "
        'the line:  ask: "What?"',
    ),
    (
        "single quote not closed, an apostrophe below",
        flow("  - id: wish\n    ask: ▸'What?\n    why: It's so.\n"),
        "close it at the end of the line:  ask: 'What?'",
    ),
    (
        "greeting's quote not closed",
        flow(WISH + '    why: "So."\n', HEAD.replace(": Hi", ': ▸"Hi')),
        "close it at the end of the line:  greeting: ",
    ),
    (
        "label's quote not closed",
        flow(
            WISH + '    options:\n      - value: a\n        label: ▸"Yes, sure\n'
            '      - value: b\n        label: "No"\n'
        ),
        'close it at the end of the line:  label: "Yes, sure"',
    ),
    (
        "label's quote not closed inside { }",
        wish('options: [{value: a, label: ▸"Yes, sure, points: 5}, {value: b, label: "No"}]'),
        'close it at the end of the text:  options: [{value: a, label: "Yes, sure", points: 5}',
    ),
    (
        "quote not closed below a long text in quotes",
        flow(
            '  - id: wish\n    ask: "What are\n      you?"\n'
            '    why: ▸"So.\n    when: lang == "b"\n'
        ),
        'close it at the end of the line:  why: "So."',
    ),
    ("quotes inside quotes", ask('▸"Say "hi" now"'), r'ask: "Say \"hi\" now"'),
    ("apostrophe in single quotes", ask("▸'What's up?'"), 'ask: "What\'s up?"'),
    ("half a text in quotes", ask('▸"Now" or later?'), r'ask: "\"Now\" or later?"'),
    ("curly quotes", ask("▸“What: now?”"), "curly quotes"),
    ("backslash in quotes", ask('"What▸\\q?"'), "backslash"),
    ("no-break spaces first", flow("  - id: wish\n▸\u00a0\u00a0 ask: What?\n"), "no-break space"),
    ("no-break space after colon", flow("  - id: wish\n    ask:▸\u00a0What?\n"), "no-break"),
    ("no space after a colon", flow("  - id: wish\n    ask:▸What?\n"), "space after the colon"),
    ("no space after a dash", flow("  -▸id: wish\n    ask: What?\n"), "space after the dash"),
    ("a long dash", flow(WISH + "  ▸– id: b\n    ask: B?\n"), "plain dash:  - id: b"),
    ("no dash", flow(WISH + "    ▸id: b\n    ask: B?\n"), "needs a dash and a space before it"),
    (
        "no dash at an option",
        wish("options:\n      - value: a\n        label: A\n        ▸value: b\n        label: B"),
        "begins:  - value: b",
    ),
    ("a bullet", flow(WISH + "  ▸• id: b\n    ask: B?\n"), "begins with •"),
    ("a star for a dash", flow(WISH + "  ▸* id: b\n    ask: B?\n"), "plain dash:  - id: b"),
    ("too few spaces", flow("  - id: wish\n   ▸ask: What?\n"), "give it 4, as they have, not 3"),
    (
        "too many spaces",
        flow("  - id: wish\n     ▸ask: What?\n"),
        "give it 4, as they have, not 5",
    ),
    (
        "a question with too many spaces",
        flow(WISH + "   ▸- id: name\n     ask: Who?\n"),
        "question “name”: begins with more or fewer spaces than the lines it belongs to: "
        "give it 2",
    ),
    ("no colon", flow("  - id: wish\n    ask▸ What?\n"), "needs a colon:  ask: What?"),
    ("no colon at all", flow("  - id: wish\n    ▸What?\n"), "has no colon"),
    ("something after the quotes", wish('options: [{label: "Yes" ▸sure}]'), "a comma between"),
    ("a quote in brackets not closed", wish('options: [{label: ▸"Yes}]'), "never closed"),
    ("comma inside { } in one word", wish("options: [{label: Yes, ▸sure, points: 5}]"), "comma"),
    ("colon inside { }", wish("options: [{value: b, label: ▸Yes: sure}]"), 'label: "Yes: sure"'),
    (
        "braces inside { }",
        flow(WISH) + "close: {hot: ▸Bye {{ agent }}., cold: Bye}\n",
        'hot: "Bye {{ agent }}.", cold: Bye}',
    ),
    (
        "comma forgotten inside { }",
        wish("options: [{value: b ▸label: B points: 5}]"),
        "needs a comma before “label”:  options: [{value: b, label: B, points: 5}]",
    ),
    (
        "a comma too many inside { }",
        wish("options: [{value: b, label: B,▸, points: 5}]"),
        "a comma too many",
    ),
    ("comma inside { }", wish("options: [{value: b, label: Yes, ▸we can}]"), "comma"),
    ("bracket not closed", wish("options: ▸[a, b"), "without closing"),
    (
        "bracket in braces not closed",
        wish("options: [{label: A, synonyms: ▸[a, b}]"),
        "question “wish”: opens [ without closing it:  options: [{label: A, synonyms: [a, b]}]",
    ),
    ("brace not closed", wish("points: ▸{any: 5"), "without closing"),
    ("control character", ask("What▸\x07?"), "U+0007"),
    ("line separator", ask("What▸\u2028now?"), "U+2028"),
    ("two versions", HEAD + "▸<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> b\n", "keep one of the"),
    ("text behind the end", flow(WISH) + "...\n▸more\n", "ends the file"),
    ("NUL", ask("What▸\x00?"), "U+0000"),
    ("lone surrogate", ask('"What▸\\ud800"'), "no character"),
    ("second document", flow(WISH) + "▸---\nid: x\n", "second document"),
    ("a key twice", wish("▸ask: Again?"), "twice, first in line 6"),
    ("the id twice", "id: demo\n▸id: again\n" + flow(WISH)[9:], "twice"),
    ("tag", ask("▸!!str What?"), "tag"),
    ("python tag", "▸!!python/object/apply:os.system [id]\n", "tag"),
    ("anchor", ask("▸&words What?"), "anchor"),
    ("alias", wish("why: ▸*words"), "alias"),
    ("merge key", wish("▸<<: {why: So}"), "merges"),
    ("list as key", flow(WISH) + "▸[a]: b\n", "before the colon"),
    ("too deep", "[" * 13 + "▸" + "[" * 5000 + "]" * 5013, "nested too deeply"),
    ("too large", "▸" + "x: 1\n" * 200_000, "256 kB"),
    ("empty", "▸", "is empty"),
    ("only a comment", "▸# nothing\n", "is empty"),
    ("a list", "▸- a\n", "no list of settings"),
    ("a text", "▸Hello\n", "no list of settings"),
)

SHAPES = (
    ("misspelt setting", flow("  - id: wish\n    ▸aks: What?\n"), "did you mean “ask”?"),
    ("another word for a setting", wish("▸type: choice"), "did you mean “kind”?"),
    ("unknown setting", wish("▸after: os.system"), "no setting “after”"),
    ("unknown setting at the top", HEAD + "▸hot_at: 9\n" + flow(WISH, ""), "“bands”"),
    ("no words", flow("  - ▸id: wish\n"), "needs “ask”"),
    ("no questions", "▸" + HEAD, "needs “questions”"),
    ("no greeting", "▸id: demo\ntitle: Demo\n" + flow(WISH, ""), "needs “greeting”"),
    ("unknown kind", wish("kind: ▸chioce"), "did you mean “choice”?"),
    ("id with spaces", flow("  - id: ▸My Wish\n    ask: What?\n"), "write my_wish"),
    ("id with a look-alike letter", flow("  - id: ▸wіsh\n    ask: What?\n"), "letters a-z"),
    ("id with a dot", flow("  - id: ▸a.b\n    ask: What?\n"), "write a_b"),
    ("id __class__", flow("  - id: ▸__class__\n    ask: What?\n"), "letters a-z"),
    ("id of digits", flow("  - id: ▸1\n    ask: What?\n"), "beginning with a letter, not “1”"),
    ("id that begins with a digit", flow("  - id: ▸2nd\n    ask: What?\n"), "write x_2nd"),
    ("id with a line break", flow('  - id: ▸"need\\n"\n    ask: What?\n'), "letters a-z"),
    ("empty id", flow('  - id: ▸""\n    ask: What?\n'), "letters a-z"),
    ("value with a capital", option("value: ▸Yes"), "write yes"),
    ("points in quotes", option('points: ▸"5"'), "without quotes"),
    ("points yes", option("points: ▸yes"), "whole number"),
    ("points 12:30", option("points: ▸12:30"), "whole number"),
    ("points 1_000", option("points: ▸1_000"), "whole number"),
    ("points 1e3", option("points: ▸1e3"), "whole number"),
    ("points with a comma", option('points: ▸"1,5"'), "whole number"),
    ("points with a comma inside { }", wish("points: {any: 1,000▸}"), "has a comma before “000”"),
    ("points 101", option("points: ▸101"), "100 or less"),
    ("points -101", option("points: ▸-101"), "-100 or more"),
    ("points by the dozen", option("points: ▸12345678901234567890"), "whole number"),
    ("words as a list", ask("▸[What?]"), "expects a text"),
    ("words as settings", ask("▸{a: b}"), "expects a text"),
    ("words without words", flow("  - id: wish\n    ask:▸\n"), "no value"),
    ("words null", ask("▸null"), "no value"),
    ("words empty", ask('▸""'), "no words"),
    ("words true", ask("▸true"), "quotes around it"),
    ("words no", ask("▸no"), "words the visitor should read"),
    ("words of 5000 letters", ask("▸" + "z" * 5000), "5000 characters"),
    ("optional maybe", wish("optional: ▸maybe"), "true or false"),
    ("questions as a text", HEAD + "questions: ▸none\n", "expects a list"),
    ("questions as settings", HEAD + "questions:\n  ▸wish: {ask: What?}\n", "expects a list"),
    ("no question in it", HEAD + "questions: ▸[]\n", "at least one"),
    ("question as a text", flow("  - ▸What do you want?\n"), "expects settings"),
    ("hot above 100", HEAD + "bands: {hot: ▸1000}\n" + flow(WISH, ""), "100 or less"),
    ("hot at 0", HEAD + "bands: {hot: ▸0}\n" + flow(WISH, ""), "1 or more"),
    ("101 options", wish(f"options: ▸[{', '.join(f'a{n}' for n in range(101))}]"), "at most 100"),
    ("consent without words", flow(WISH) + 'consents: {contact: {version: "1", text: ▸""}}\n',
     "no words"),
    ("follow-up some day", flow(WISH) + "follow_ups: [{after: ▸soon, says: Hi}]\n", "such as 10m"),
    ("band of a test", flow(WISH) + "tests: [{name: t, says: [x], expect: {band: ▸hott}}]\n",
     "did you mean “hot”?"),
    ("translations inside", HEAD + "▸translations: {}\n" + flow(WISH, ""), "no setting"),
)  # fmt: skip
