"""Words that make a question suspect under fair-housing and equal-treatment laws.

``level`` error: refused unless the flow gives a reason under ``lint:``; warn: loaded, and shown.
German nouns are matched with their capital, so that "alter" (to change) and "ich glaube" pass.
"""

from __future__ import annotations

import re

from bot.records import frozen


@frozen
class Suspect:
    """A protected matter, the laws that protect it, and how it is spoken of."""

    id: str
    severity: str
    law: str
    pattern: re.Pattern[str]


def _suspect(id_: str, severity: str, law: str, pattern: str) -> Suspect:
    return Suspect(id_, severity, law, re.compile(pattern, re.IGNORECASE))


SUSPECTS: tuple[Suspect, ...] = (
    _suspect(
        "race", "error", "FHA, ECOA, AGG",
        r"\b(races?|racial|ethnic\w*|skin colou?r|african.american|hispanic|latino|caucasian"
        r"|asian descent|raza|etnia|hautfarbe|ethnisch\w*|herkunft)\b|العرق|الأصل العرقي",
    ),
    _suspect(
        "religion", "error", "FHA, ECOA, AGG",
        r"\b(religio\w*|church|mosque|synagogue|temple|faith|christian|muslim|jewish|hindu|iglesia"
        r"|religi[oó]n|konfession|kirche|(?-i:Glaube\w*))\b|(ال)?ديان[ةت]|الدين|مذهب",
    ),
    _suspect(
        "origin", "error", "FHA, ECOA, AGG",
        r"\b(national(ity| origin)|citizen\w*|immigra\w*|green ?card|visa status|itin|born in"
        r"|(were|was) (you|they|your \w+) born|refugees?|(legal|residency) status"
        r"|country of (birth|origin)|where are you( originally)? from"
        r"|native (language|speaker)s?|(first|second|mother) (language|tongue)|(your )?accent"
        r"|(do|does|can) (you|your \w+) speak (?!to\b|with\b)\w+"
        r"|(what|which) languages? (do|does) (you|your \w+) speak( at home)?"
        r"|nacionalidad|ciudadan[ií]a|de (d[oó]nde|qu[eé] pa[ií]s) (eres|es|viene|vienes)"
        r"|lengua materna|refugiad[oa]s?"
        r"|qu[eé] (idioma|lengua) (habla|hablas|hablan)( \w+){0,2} en (casa|su casa|tu casa)"
        r"|woher (kommen|stammen) sie|kommen sie urspr[uü]nglich|gefl[uü]chtete?"
        r"|staatsangeh[oö]rigkeit|nationalit[aä]t|aufenthaltstitel|muttersprache"
        r"|welche sprache sprechen sie( zu hause)?)\b"
        r"|(ال)?جنسي[ةت]|من أي (بلد|دولة) أنت|بلدك الأصلي|لغتك الأم"
        r"|(ما|أي) (هي )?(اللغة|لغة)( التي)? (تتحدث|تتكلم)",
    ),
    _suspect(
        "sex", "error", "FHA, ECOA, AGG",
        r"\b(genders?|(your|what) sex|male or female|man or woman|pregnan\w*"
        r"|expecting a (baby|child)|are you expecting( a baby)?(?! (to|an?|any)\b)"
        r"|when is the baby|family planning"
        r"|esperas? un beb[eé]|est[aá]s? esperando|erwarten sie (ein kind|nachwuchs)"
        r"|sexual orientation|gay|lesbian|transgender|embarazada|schwanger\w*|geschlecht"
        r"|orientaci[oó]n sexual|sexuelle orientierung)\b"
        r"|حامل|هل تنتظرين (مولود|طفل)",
    ),
    _suspect(
        "family", "error", "FHA familial status, ECOA",
        r"\b(kids?|child(ren)?|famil(y|ies) (size|status|with)|(in|of) your family|family members?"
        r"|little ones|toddlers?|newborns?|teenagers?|single (mom|mum|mother|dad|father|parent)s?"
        r"|(just )?(you|alone) or (a |your |with )*(family|kids|children|partner)"
        r"|(elderly|aging|ageing) (parents?|relatives?)|adults?[- ]only|boyfriend|girlfriend"
        r"|single or married|married|marital|spouse|husband|wife|divorc\w*|widow\w*"
        r"|plan(ning)? (a|to have) (family|children)"
        r"|who (else )?(will|would|is going to) (be )?(liv\w*|mov\w*)( in)?( there)? with you"
        r"|(about|describe) your (household|family)"
        r"|(who|how many people|anyone else) (lives?|is|are) in your household"
        r"|(de|sobre) (su|tu) (hogar|familia)|(von|über|zu) (ihrem|ihren|deinem) haushalt"
        r"|(von|über) (ihrer|deiner) familie|hij[oa]s|ni[nñ][oa]s|casad[oa]s?|solter[oa]"
        r"|divorciad[oa]|estado civil"
        r"|qui[eé]n(es)? vivir[aá]n? (con usted|contigo)|con qui[eé]n(es)? (va|vas|viv\w*)"
        r"|madre soltera|padre soltero|(?-i:Kind(er)?)|(?-i:Nachwuchs)|verheiratet|familienstand"
        r"|alleinerziehend\w*|ledig|geschieden"
        r"|wer (wird )?(mit ihnen|noch) (dort )?(wohn\w*|einzieh\w*)|wer zieht [\w ]{0,30}ein"
        r"|zieht ein)\b"
        r"|أطفال|أولادك|متزوج|مطلق|الحالة الاجتماعية|من سي(سكن|عيش) معك|عن (أسرتك|عائلتك)",
    ),
    _suspect(
        "disability", "error", "FHA, ADA, AGG",
        r"\b(disab\w*|handicap\w*|wheelchairs?|(medical|health) (condition|problem|issue|need)s?"
        r"|medications?|mental health|illness(es)?|blind or deaf|deaf|enfermedad(es)?"
        r"|service (dog|animal)s?|emotional support|discapacid\w*|behinder\w*|schwerbehindert\w*"
        r"|krankheit\w*)\b|إعاقة",
    ),
    _suspect(
        "age", "error", "ECOA, state law, AGG; 55+ housing needs a logged reason",
        r"\b(how old are you|your age|date of birth|birth ?date|year of birth|over 55"
        r"|(5[05]|6[05]) or older|seniors? only|(su|tu|qu[eé]) edad|cu[aá]ntos a[nñ]os tiene(s)?"
        r"|fecha de nacimiento|(?-i:(Ihr|Dein) Alter)"
        r"|wie alt (sind sie|bist du)|geburtsdatum)\b|تاريخ (الميلاد|ميلادك)|كم عمرك",
    ),
    _suspect(
        "income_src", "error", "source of income: over 20 states; ECOA public assistance",
        r"\b(section ?8|vouchers?|housing benefit|public assistance|welfare|food stamps"
        r"|child support|alimony|disability income"
        r"|(unemployment|government|ssi) benefits?|ayudas? (p[uú]blicas?|del gobierno)|subsidios?"
        r"|jobcenter"
        r"|b[uü]rgergeld|sozialhilfe|wohngeld)\b",
    ),
    _suspect(
        "secrets", "error", "data minimisation, GLBA, GDPR art. 5",
        r"\b(ssn|social security|passport|id (card )?number|driver.?s licen[cs]e|card number|cvv"
        r"|(?-i:IBAN)|bank login|personalausweis|dni|nie n[uú]mero)\b",
    ),
    _suspect(
        "criminal", "warning", "HUD disparate impact; fair-chance laws",
        r"\b(criminal|felony|arrest\w*|convict\w*|evict(ed|ion)\w*|vorstrafe\w*|antecedentes)\b",
    ),
    _suspect(
        "military", "warning", "state law on veterans",
        r"\b(veteran|military|active duty|discharge)\b",
    ),
    _suspect(
        "income_amt", "warning", "not before the viewing (DE); one of six application items (US)",
        r"\b(income|salary|how much do you (earn|make)|nettoeinkommen|gehalt|schufa|n[oó]mina"
        r"|ingresos|credit score)\b|راتب",
    ),
    _suspect(
        "steering", "warning", "FHA 3604(c) wording",
        r"\b(safe (area|neighbou?rhood)|good schools|family.friendly"
        r"|perfect for (families|couples|singles|young)|exclusive (area|community)"
        r"|young professionals|bachelor|empty.nest\w*|ideal para familias|familienfreundlich)\b",
    ),
)  # fmt: skip

ANY = re.compile("|".join(suspect.pattern.pattern for suspect in SUSPECTS), re.IGNORECASE)
"""All of them at once: most texts hold none."""

LOOK_ALIKES = re.compile(
    r"\b(family rooms?|(single|multi)[- ]?famil(y|ies)( home| house)?s?|family[- ](home|owned|run)"
    r"|accent (wall|colou?r|light)\w*|(church|temple|mosque) (st|street|rd|road|ln|lane|ave|avenue"
    r"|hill|row|dr|drive)|temple,? (tx|texas)|good faith"
    r"|race ?(track|course|day|week|weekend|meeting)"
    r"|(wheelchair|handicap|disabilit(y|ies)|disabled)[- ](accessib\w*|access|ramps?|parking)"
    r"|kids'? (pool|room|play\w*)|children'?s (room|pool|play\w*)|child[- ]?proof\w*"
    r"|spiel\w*|kinderzimmer|bachelor (flat|apartment|unit|suite)s?|mother[- ]in[- ]law \w+"
    r"|(what|which) (price|amount|rent|offers?|figure) are you expecting"
    r"|how (much|many \w+) are you expecting|when are you expecting (to|the)"
    r"|(every|any|all) lawful sources?[^.?!]{0,80}"
    r"|cu[aá]ntos a[nñ]os tiene (la|el|su|tu) (casa|piso|edificio|vivienda|propiedad|inmueble"
    r"|finca|tejado|techo)"
    r"|veterans? (blvd|boulevard|parkway|dr|drive|loan))\b",
    re.IGNORECASE,
)
"""What only looks like one of them: taken out before anything is matched."""

FIELDS = frozenset(
    {
        "age", "sex", "gender", "race", "ethnicity", "religion", "nationality", "kids", "children",
        "marital_status", "household", "household_size", "disability", "pregnant", "citizenship",
        "ssn", "passport", "date_of_birth", "dob",
    }
)  # fmt: skip
"""Names that no field may have, whatever the question's words are."""
