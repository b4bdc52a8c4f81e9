"""All languages' intents as tables of phrases, and the small words that tell them from answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.understanding.lexicon import (
    answers,
    intents_ar,
    intents_de,
    intents_en,
    intents_es,
    languages,
)
from bot.understanding.normalise import plain

MODULES: Final = (intents_en, intents_es, intents_de, intents_ar)


def _merged(tables: list[Mapping[str, str]]) -> dict[str, str]:
    merged: dict[str, str] = {}
    for table in tables:
        for key, lines in table.items():
            merged[key] = merged.get(key, "") + "\n" + lines
    return merged


TABLE: Final[dict[str, str]] = {
    **_merged([module.INTENTS for module in MODULES]),
    **_merged([{"steering": module.STEERING} for module in MODULES]),
    "skip": answers.REFUSES,
}
LANGUAGE: Final[dict[str, str]] = {
    code: "\n".join(line.replace("{lang}", "|".join(names.split())) for line in languages.ASKS)
    for code, names in languages.NAMES.items()
}

# Words before an age; True where the word for years must follow ("tengo 16 años").
AGE_LEADS: Final = {
    "im": False,
    "am": False,
    "bin": False,
    "tengo": True,
    "عمري": False,
    "عندي": True,
    "turning": False,
    "turned": False,
}
AGE_ADVERBS: Final = frozenset(
    plain(word)
    for word in "only just still now like about almost erst nur gerade jetzt noch solo apenas casi recién بس الان لسه تقريبا".split()
)
AGES: Final = {
    plain(word): age
    for word, age in {
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17,
        "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
        "خمسطعش": 15, "ستطعش": 16, "سبعطعش": 17, "اربعطعش": 14,
    }.items()
}  # fmt: skip
YEARS: Final = frozenset(
    plain(word)
    for word in "year years yr yrs yo y old años año anitos jahre jahr j سنة سنه سنين سنوات عام عاما".split()
)
OLD: Final = frozenset(("yo", "old", "yrold", "yearold", "alt"))
GOES_ON: Final = frozenset(
    plain(word)
    for word in "and but so lol btw by fyi haha can is i with y pero und aber kann darf و لكن بس ممكن اقدر".split()
)
# Said alone between two commas or points, these stop everything: "you suck, stop".
STOP_WORDS: Final = frozenset(
    plain(word) for word in "stop stopp st0p unsubscribe basta توقف توقفوا ستوب كفى كفاية".split()
)
STOP_AMONG_INSULTS: Final = STOP_WORDS | frozenset(
    plain(word)
    for word in "quit para pare paren parad aufhören schluss وقف وقفوا بطلوا قف".split()
)
STOP_SIGNS: Final = ("🛑", "✋", "⛔")
BEFORE_A_NOUN: Final = frozenset(
    "a an the this that my your next last first one bus train tram metro subway full short pit rest nearest".split()
)
AROUND_STOP: Final = frozenset(
    plain(word)
    for word in "please pls just now ok okay it this ya bitte por favor jetzt لو سمحت".split()
)
IN: Final = frozenset(("in", "en", "auf", "ins", "al", "to", "into", "em"))
ASKING: Final = frozenset(
    plain(word)
    for word in "please pls can could possible prefer prefiero lieber bitte favor porfa switch continue lets speak talk "
    "podemos puedes pueden können könnten ممكن".split()
)
INVERTS: Final = frozenset("will would do does is are can could should shall am was did".split())
ME: Final = frozenset(("me", "us"))
AFTER_CALL: Final = frozenset(
    "asap immediately instead first directly anytime between monday tuesday wednesday thursday friday saturday sunday "
    "mornings afternoons evenings tonight pls plz thx morning afternoon evening lunch noon around ty".split()
)
CONDITIONS: Final = frozenset(("if", "when", "once", "unless", "whenever"))
NOT_A_REQUEST: Final = frozenset(("when", "who", "why", "how", "if", "what", "whose", "did"))
OWN: Final = frozenset(
    ("my", "our", "his", "her", "your", "another", "mi", "mein", "meinem", "meiner")
)
NEEDS: Final = frozenset(
    (
        "need",
        "needs",
        "want",
        "wants",
        "looking",
        "struggle",
        "struggling",
        "problem",
        "buy",
        "rent",
    )
)
STREETS: Final = frozenset("street st rd road ave avenue ln lane dr drive blvd way hill".split())
OTHER_FEES: Final = frozenset(
    "hoa pet application maintenance condo closing late parking cleaning strata transfer registration".split()
)
