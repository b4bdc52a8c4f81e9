"""Rules on consent: free, not given beforehand, deciding nothing, and ended by a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.dialogue.conditions import ConditionError, compile_condition
from bot.dialogue.linting import places
from bot.dialogue.linting.findings import Finding, Path, Subject

_MARKETING = (
    r"(marketing|newsletter|promotion\w*|offers?|new listings|advert\w*|ofertas?|publicidad"
    r"|promocion\w*|bolet[ií]n|werbung|angebote?|rundbrief|عروض|إعلانات|نشرة)"
)
_GIVEN = re.compile(
    r"\b(by (giving|sharing|leaving|answering|continuing|clicking|entering|replying)[^.?!]{0,60}"
    r"(you )?(agree|consent|accept)|al (dar|dejar|continuar|responder|enviar)[^.?!]{0,60}acept\w*"
    r"|mit (ihrer|deiner|der) (angabe|antwort|eingabe)[^.?!]{0,60}"
    r"(stimm\w*|willig\w*|einverstanden))|(بتقديم|بالمتابعة|بإعطاء)[^.؟!]{0,60}(توافق|تقبل)",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    r"\b(unless you (object|say no|tell us|opt out)|opt out|already ticked|pre.?ticked"
    r"|salvo que|a menos que|ya marcad\w*|sofern sie nicht|wenn sie nicht widersprechen"
    r"|bereits angekreuzt)\b|ما لم ترفض|إلا إذا رفضت",
    re.IGNORECASE,
)
_OFFERED = re.compile(_MARKETING, re.IGNORECASE)
_BY_TEXT = re.compile(
    r"\b(texts?|texting|sms|whatsapp|telegram|mensajes?( de texto)?|textnachricht\w*"
    r"|kurznachricht\w*|nachrichten)\b|رسائل|رسالة|واتساب",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\bSTOPP?\b|\b(ALTO|BAJA|PARAR|ABMELDEN|unsubscribe)\b|إيقاف|توقف|قف")
_STOP_WORDS = frozenset(
    {"stop", "stopp", "unsubscribe", "opt out", "parar", "baja", "إيقاف", "قف"}
)


def marketing_is_not_given_beforehand(on: Subject) -> Iterator[Finding]:
    """Marketing consent is an answer of its own: not hidden in another, nor taken for given."""
    for path, text, marketing in _wordings(on):
        hidden = not marketing and _GIVEN.search(text) and _OFFERED.search(text)
        taken = _UNLESS.search(text) if marketing or _OFFERED.search(text) else None
        found = _GIVEN.search(text) if hidden else taken
        if found:
            message = (
                f"“{path[-1]}” takes marketing consent for given (“{found.group()}”): ask for it "
                "in a yes/no question of its own, with  consent: marketing  and  optional: true"
            )
            yield Finding(path, message, "consent.preticked", needle=found.group())


def marketing_decides_nothing(on: Subject) -> Iterator[Finding]:
    """It gives no points and opens no way, else it would be a condition."""
    fields = {q.field for q in on.flow.questions if q.consent == "marketing"}
    for path, question in places.questions(on.flow):
        if question.consent == "marketing" and any(question.points.values()):
            message = "gives points for marketing consent, which must be free: better without"
            yield Finding((*path, "points"), message, "consent.points", "warning", on_key=True)
    for path, source in places.conditions(on.flow):
        try:
            names = compile_condition(source).names.keys() & fields
        except ConditionError:
            continue
        for name in names:
            message = f"“{path[-1]}” depends on marketing consent, which may decide nothing"
            yield Finding(path, message, "consent.condition", needle=name)


def marketing_says_how_to_stop(on: Subject) -> Iterator[Finding]:
    """Who agrees to texts is told the word that ends them; STOP itself is always heard."""
    own = on.flow.consents.get("marketing")
    for path, question in places.questions(on.flow):
        if question.consent != "marketing":
            continue
        text = f"{question.ask} {question.why} {own.text if own else ''}"
        if _BY_TEXT.search(text) and not _ENDED.search(text):
            message = "asks to send texts and does not say how they end: add  Reply STOP any time."
            yield Finding((*path, "ask"), message, "consent.stop", "warning")


def stop_stays_stop(on: Subject) -> Iterator[Finding]:
    """STOP ends everything, so it can be no option and no question back."""
    for path, _question, option in places.options(on.flow):
        for name, words in (("label", (option.label,)), ("synonyms", option.synonyms)):
            if any(word.strip().lower() in _STOP_WORDS for word in words):
                message = f"“{name}” is STOP, which always ends the conversation: use other words"
                yield Finding((*path, name), message, "stop.taken")
    for index, faq in enumerate(on.flow.faq):
        if any(words.strip().lower() in _STOP_WORDS for words in faq.hears):
            message = "“hears” holds STOP, which always ends the conversation: remove it"
            yield Finding(("faq", index, "hears"), message, "stop.taken")


def _wordings(on: Subject) -> Iterator[tuple[Path, str, bool]]:
    """The texts that somebody may agree to, and whether they are about marketing."""
    for path, question in places.questions(on.flow):
        marketing = question.consent == "marketing"
        for name in ("ask", "why"):
            yield (*path, name), getattr(question, name), marketing
        for index, option in enumerate(question.options):
            yield (*path, "options", index, "label"), option.label, marketing
    for path, text in places.greetings(on.flow):
        yield path, text, False
    for name, consent in on.flow.consents.items():
        yield ("consents", name, "text"), consent.text, name == "marketing"
