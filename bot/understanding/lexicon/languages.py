"""What languages are called in the languages we speak, and words that give a language away."""

from __future__ import annotations

from typing import Final

NAMES: Final = {
    "en": "english ingles inglés englisch inglese anglais إنجليزي انجليزي الإنجليزية انجليزيه انجلش بالانجليزي بالإنجليزي",
    "es": "spanish español espanol castellano spanisch espagnol إسباني اسباني الإسبانية اسبانيه",
    "de": "german deutsch alemán aleman allemand ألماني الماني الألمانية المانيه",
    "ar": "arabic arab árabe arabe arabisch عربي العربية عربيه بالعربي بالعربية",
    "fr": "french francés frances französisch francais français فرنسي الفرنسية فرنسيه",
    "pt": "portuguese portugués portugues portugiesisch português برتغالي",
    "it": "italian italiano italienisch إيطالي ايطالي",
    "ru": "russian ruso russisch русский руски روسي",
    "zh": "chinese mandarin cantonese chino chinesisch mandarín 中文 صيني",
    "tr": "turkish turco türkisch turkce türkçe تركي",
    "pl": "polish polaco polnisch polski",
    "uk": "ukrainian ucraniano ukrainisch українська",
    "hi": "hindi हिन्दी هندي",
    "ur": "urdu اردو",
    "fa": "farsi persian persa persisch فارسی فارسي",
    "vi": "vietnamese vietnamita vietnamesisch",
    "ko": "korean coreano koreanisch 한국어",
    "ja": "japanese japonés japanisch 日本語",
    "tl": "tagalog filipino",
    "mr": "marathi",
    "gu": "gujarati",
    "ro": "romanian rumano rumänisch",
    "nl": "dutch holandés niederländisch holländisch",
}
ASKS: Final = (
    "speak|speaks|hablar|hablemos|sprechen|reden|habla|hablas|hablan|hablo|hablais|hablamos|sprechen|spricht|sprecht|sprichst|parlez|parla|falam|fala "
    "sie|du|ihr|vous|you|someone|anyone|usted|ustedes? {lang}",
    "prefer|prefiero|bevorzuge|switch|change|cambiar|cambia|wechseln|talk|chat|write|continue|sigamos|seguimos|do to|a|in|en|auf|zu|this? in|en|auf? {lang}",
    "in|en|auf|ins|al|to|po|auf|into|em|على {lang}",
    "^ {lang} $",
    "^ {lang} please|pls|por|bitte|only|possible|porfa|porfavor|version|لو",
    "^ hi|hello|hola|hallo|مرحبا|do|any|anyone|y|und|السلام {lang} $",
    "only|solo|sólo|nur|just speak|hablo|spreche {lang}",
    "better|mejor|besser|lieber|am|rather in|en|auf? {lang}",
    "تتكلم|تتكلمون|تتحدث|تتحدثون|تحكي|تحكون|ممكن|ابي|اريد|بدي|نتكلم|كلمني|تعرف|عندكم {lang}",
    "{lang} لو سمحت|سمحتوا",
    "{lang} من فضلك",
)

SCRIPTS: Final = {
    "ARABIC": "ar", "CYRILLIC": "ru", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko",
    "DEVANAGARI": "hi", "GREEK": "el", "HEBREW": "he", "THAI": "th", "BENGALI": "bn", "TAMIL": "ta",
}  # fmt: skip
PERSIAN: Final = frozenset("پچژگٹڈڑےیک")
# Words that only one of these languages has; articles that stand in names and streets are left out.
TELLING: Final = {
    "en": "the i im i'm my we we're our you your want need looking for with and is are have has this that what where how "
    "please thanks would like can could house home bedrooms bedroom beds bed price looking buy rent sell it its not "
    "about from when they there do don't does yes but just some any to get month months next year by ready",
    "es": "hola busco quiero queremos necesito tengo tenemos una un para con por pero como muy más estoy somos soy gracias "
    "buenas buenos días tardes casa piso departamento habitaciones recámaras dormitorios comprar alquilar rentar vender "
    "cuánto cuándo dónde qué mi mis es está hay puedo puede me nos quisiera usted ustedes favor mil mes meses sí "
    "también todavía ahora vivo hablo hablan inglés interesa interesado interesada presupuesto hasta entre",
    "de": "ich wir suche suchen möchte möchten habe haben bin sind ist eine einen einer ein und oder mit für nicht auch "
    "der das ja nein bitte danke guten tag hallo wohnung haus zimmer kaufen mieten verkaufen wie viel wann wo was kann "
    "können noch schon sehr zur zum bis ab im monat monate jahr euro kein keine gerne mein meine unser es gibt",
    "fr": "je nous cherche cherchons voudrais veux avec pour une des les est sont mais pas bonjour merci maison appartement "
    "chambres acheter louer vendre combien vous oui et dans chez s'il plaît",
    "pt": "eu nós procuro procurando quero queremos com uma não você vocês obrigado obrigada olá bom dia apartamento quartos "
    "comprar alugar quanto onde também sim por favor estou tenho em",
    "it": "io noi cerco cerchiamo vorrei voglio con una per non sono ciao grazie casa appartamento camere comprare affittare "
    "quanto dove buongiorno sì anche il della",
    "tr": "merhaba ben bir için istiyorum ev arıyorum daire ne kadar teşekkürler evet hayır ve",
    "pl": "dzień dobry szukam chcę mieszkania mieszkanie dom nie tak jest dla proszę ile kupić",
}
