"""Words around phone numbers, e-mail addresses and how people want to be reached."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon.second_thoughts import REGRETS, SAYS_ANEW, TAKES_BACK

PREFERENCES: Final = {
    "email": """
        email|mail|emails is|are|works|would better|best|fine|ok|good|preferred|easier|please|only|be
        prefer|rather .. email|mail
        email|mail only|instead|please|pls|preferred|rather|me|first
        only|just|by|via|per|through|over email|mail
        no .. calls .. email
        lieber|besser|bitte|nur per|über|eine|via? email|mail
        per email|mail
        email|mail wäre|ist|waere|reicht|bitte|genügt|lieber besser|lieber|mir|bitte|gut|am|völlig
        prefiero|mejor|solo|sólo por|un|el|al? correo|email|mail
        por correo|email|mail
        escríbeme|escribeme|escríbanme|mándame|mandame a|por|un? correo|email
        correo mejor|por|es|solo
        افضل|أفضل|يفضل|احسن|احسن|بس|فقط ايميل|بريد|عن|بالايميل|عبر
        عن|عبر|بال ايميل|بريد|الايميل|البريد
        عن|عبر طريق ايميل|بريد
        عبر ايميل|بريد
        بالايميل|ايميل|بالبريد احسن|افضل|فقط|بس|لو|من
        راسلني|راسلوني|ارسل|ارسلوا .. ايميل|بريد
        """,
    "text": """
        text|txt|sms|whatsapp|message|imessage|texting me|us|only|instead|please|pls|first|preferred|better|best|is|works|rather
        prefer|rather .. text|texts|sms|whatsapp|texting|message|messages
        text|texts|txt|sms|message dont|not|no|never call|calls|ring|phone
        texts|txts|messages only|please|pls
        just|only|by|via|over|through|send text|txt|sms|whatsapp|texts
        just|only|send a text|txt|sms|whatsapp|message
        no calls .. text
        dont|not|no call .. text
        whatsapp $
        text|txt $
        ^ text
        por|mejor|prefiero|solo|sólo|mandame|mándame|un whatsapp|wasap|sms|mensaje|whats|mensajes|wapp|wsp
        prefiero|mejor|solo|por por? whatsapp|sms|mensaje|whats
        escríbeme|escribeme|escríbanme
        whatsapp mejor|por|por favor
        lieber|besser|bitte|nur|per|über|via per|über|via? whatsapp|sms|nachricht|textnachricht
        whatsapp|sms wäre|ist|waere|bitte|reicht
        واتس|واتساب|واتسآب|رساله|رسائل|مسج
        بواتس|بالواتس|بالواتساب|واتس
        """,
    "phone": """
        prefer|rather .. call|calls|phone
        call|phone is|works better|best|preferred|fine|easier
        by|per phone
        phone|call preferred
        best to call
        prefiero|mejor .. llamada|llamadas|teléfono|llamen|llames|llame
        por teléfono|llamada
        lieber|bitte|gerne|am .. telefonisch|anrufen|anruf|telefon
        telefonisch
        per telefon
        افضل|أفضل|احسن .. مكالمه|اتصال|تلفون|هاتف
        """,
}

# What is asked of us names ways to be reached and wishes for none: "do you call or text?"
ASKS_OF_US: Final = """
    ^ do|does|did|are you|u|they|agents|it .. or
    ^ what|whats|who|how is|are|does|do|will|would
    """
SEEN_FROM_AFAR: Final = frozenset(("video", "zoom", "facetime", "virtual", "online"))

# Behind one of these stands what is not preferred.
THAN: Final = frozenset(("than", "als", "que", "statt"))

# How soon somebody wants to be called.
AT_ONCE: Final = """
    now|asap|immediately|today|urgently
    right now|away
    please call
    ahora|ya|hoy|urgente|ahorita
    en seguida|cuanto antes
    jetzt|sofort|gleich|heute|umgehend|dringend
    الان|الآن|الحين|حالا|فورا|دلوقتي|ضروري|هلق
    """
CALLED: Final = frozenset(("me", "us", "back", "mich", "uns", "an"))
WITH_A_CALL: Final = frozenset(
    {
        "asap", "now", "immediately", "right", "away", "today", "tonight", "tomorrow", "soon",
        "please", "pls", "thanks", "quickly", "urgently", "ahora", "ya", "hoy", "mañana",
        "urgente", "ahorita", "favor", "jetzt", "sofort", "heute", "gleich", "morgen", "bitte",
        "umgehend", "dringend", "الان", "حين", "يوم", "بكره", "دلوقتي", "حالا", "ضروري",
        "فورا", "سمحت", "يكلمني", "كلموني", "يتصل", "اتصلوا", "احد", "أحد", "ممكن",
    }
)  # fmt: skip

REFUSES_PHONE: Final = """
    spam me|us
    just|only|send .. case study
    no|not|dont|without|never .. call|calls|calling|phone|number|ring|phones|texts|cell
    hate|dislike|avoid .. calls|phone|calling
    not giving|sharing|comfortable
    rather|prefer|better .. email|mail|chat|here|message|write|writing
    email|mail is|works|only|better|instead|please|would|me
    just|only|by|via email|mail|here|chat|telegram|messenger
    here|chat is|works fine|ok|better|good
    contact|write|message|reach me|us here|in
    this chat
    use|keep telegram|this|it here
    ill|we|i will? call|ring|contact|reach|get you|back|in
    no .. teléfono|telefono|número|numero|celular|móvil|movil|llamadas|llamen|llames|llaméis|llamar|llame
    mejor|prefiero|solo|sólo .. correo|email|mail|aquí|aqui|mensaje|chat|escrito|telegram
    por aquí|aqui|correo|email|mail|mail|escrito|chat|este
    no uso|tengo|doy|quiero|gracias|comparto|dejo
    lo|la doy|paso|daré .. cuando|después|luego|si
    cuando vea|veamos|conozca|visite|vengan|tenga
    primero|antes .. fotos|ficha|dossier|información|info
    kein|keine|keinen|nicht|ohne .. telefon|anruf|anrufe|anrufen|nummer|handy|telefonnummer
    lieber|besser|nur|bitte .. email|mail|schriftlich|hier|chat|nachricht
    per email|mail
    email|mail ist|wäre|waere|reicht|genügt|bitte|lieber
    hier im chat
    nummer|telefonnummer|handynummer|telefon|handy|mail|email gibts|gibt|bekommen|kriegen|geb|gebe|nenne .. erst|später|nicht|nachher|danach
    nummer|telefonnummer|handynummer|telefon|handy erst|später|nachher|danach
    erst|zuerst unterlagen|exposé|expose|infos|informationen|fotos|bilder|besichtigen
    gebe|geb .. nicht|nie|ungern|keine raus|weiter|her
    rücke|rück .. nicht|nie raus
    hier .. reicht|genügt|schreiben
    schreiben sie mir|lieber|bitte
    رقمي|الرقم|رقم بعدين|لاحقا|بعد|مب|مو|مش
    معنديش|ماعنديش|مفيش|مافيش|مالي|ماعندي .. رقم|تلفون|موبايل|جوال|هاتف
    ^ معنديش|ماعنديش|مفيش|مافيش $
    من غير .. اتصال|مكالمات|رقم
    بدون|لا|ما|مو|مش .. اتصال|اتصالات|مكالمات|رقم|تلفون|هاتف|جوال|تتصل|تتصلوا|اتصلوا|موبايل
    افضل|أفضل|احسن .. هنا|ايميل|بريد|دردشه|كتابه|شات|بالايميل
    هنا احسن|افضل|أفضل|فقط|بس
    بالايميل|ايميل|بالبريد|واتس|بالواتس|بالواتساب|واتساب احسن|افضل|أفضل|فقط|بس|لو
    راسلني|راسلوني|اكتب|اكتبوا .. هنا|ايميل|لي|بالايميل|بريد
    خلنا|خلينا هنا
    """

# Between a number and the digits that end it rightly.
CORRECTS_NUMBER: Final = f"""{TAKES_BACK}{SAYS_ANEW}{REGRETS}
    meant|mean|scratch|instead|not
    """

# What stands between a number and its last digits said again.
BEFORE_NEW_END: Final = """
    and at the end are ends ending in with is its it s i was last digits numbers four two three be should
    es son era termina acaba en con los las ultimos ultimas cifras numeros y
    und ist sind am ende endet auf mit die letzten ziffern es
    """

SPOKEN_DIGITS: Final = {
    "zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6",
    "siete": "7", "ocho": "8", "nueve": "9",
    "null": "0", "eins": "1", "zwei": "2", "zwo": "2", "drei": "3", "vier": "4", "fünf": "5",
    "sechs": "6", "sieben": "7", "acht": "8", "neun": "9",
    "صفر": "0", "واحد": "1", "اثنين": "2", "ثلاثة": "3", "اربعة": "4", "خمسة": "5", "ستة": "6",
    "سبعة": "7", "ثمانية": "8", "تسعة": "9",
}  # fmt: skip
OWN_NUMBER: Final = """
    mine
    my own
    mío|mía|mio|mia es
    meine|meines|mein ist
    رقمي
    """

# Before one of several numbers these say that it is not the one to call.
OLD_NUMBER: Final = (
    "old was previous former dont not wrong viejo antiguo anterior era alte alter war قديم القديم"
)
