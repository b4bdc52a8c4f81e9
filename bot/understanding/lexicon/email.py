"""Mail domains, their usual misspellings, and spoken addresses."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon.second_thoughts import REGRETS, SAYS_ANEW, TAKES_BACK

DOMAINS: Final = frozenset(
    "gmail.com googlemail.com yahoo.com yahoo.es yahoo.de yahoo.co.uk yahoo.com.mx yahoo.co.in ymail.com "
    "hotmail.com hotmail.es hotmail.de hotmail.co.uk outlook.com outlook.es outlook.de live.com live.com.mx msn.com "
    "icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com gmx.at web.de t-online.de freenet.de posteo.de "
    "mail.com mail.ru proton.me protonmail.com prodigy.net.mx comcast.net verizon.net att.net sbcglobal.net "
    "bellsouth.net cox.net btinternet.com sky.com virginmedia.com rediffmail.com zoho.com fastmail.com hey.com "
    "email.com telefonica.net terra.es emirates.net.ae eim.ae example.com example.org example.net".split()
)
# Near misses of these are asked about.
DOMAINS_TO_GUESS: Final = (
    "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "googlemail.com",
    "hotmail.es", "yahoo.es", "outlook.es", "gmx.de", "t-online.de", "protonmail.com", "comcast.net",
)  # fmt: skip
REAL_LOOKALIKES: Final = frozenset(
    "ymail.com mail.com email.com gmx.at gmx.ch gmx.net gmx.com gmx.us gmx.es gmx.fr gmx.eu dmx.de".split()
)
MISTAKES: Final = {
    "gmial.com": "gmail.com", "gmal.com": "gmail.com", "gamil.com": "gmail.com", "gmai.com": "gmail.com",
    "gnail.com": "gmail.com", "gmail.co": "gmail.com", "gmail.con": "gmail.com", "gmail.cm": "gmail.com",
    "gmail.om": "gmail.com", "gmail.comm": "gmail.com", "gmaill.com": "gmail.com", "gmil.com": "gmail.com",
    "gmail.de": "gmail.com", "gmail.es": "gmail.com", "gmial.con": "gmail.com", "gmail.cmo": "gmail.com",
    "gmsil.com": "gmail.com", "gimail.com": "gmail.com", "g-mail.com": "gmail.com", "gmail.net": "gmail.com",
    "hotmial.com": "hotmail.com", "hotmal.com": "hotmail.com", "hotmai.com": "hotmail.com",
    "hotmail.con": "hotmail.com", "hotmail.co": "hotmail.com", "homail.com": "hotmail.com",
    "hotnail.com": "hotmail.com", "hormail.com": "hotmail.com",
    "yaho.com": "yahoo.com", "yahooo.com": "yahoo.com", "yhaoo.com": "yahoo.com", "yahoo.con": "yahoo.com",
    "yahoo.co": "yahoo.com", "yhoo.com": "yahoo.com", "tahoo.com": "yahoo.com",
    "outlok.com": "outlook.com", "outloo.com": "outlook.com", "outlook.con": "outlook.com",
    "outlook.co": "outlook.com", "iclod.com": "icloud.com", "icloud.con": "icloud.com",
    "icould.com": "icloud.com", "iclud.com": "icloud.com", "gmx.d": "gmx.de", "wed.de": "web.de",
    "we.de": "web.de", "tonline.de": "t-online.de", "t-onlin.de": "t-online.de", "googlmail.com": "googlemail.com",
}  # fmt: skip
SPOKEN_AT: Final = frozenset(
    ("at", "arroba", "aroba", "ät", "klammeraffe", "@", "[at]", "(at)", "آت", "ات", "أت")
)
SPOKEN_SIGNS: Final = {
    "dot": ".", "punto": ".", "punkt": ".", "point": ".", "period": ".", "دوت": ".", "نقطة": ".", "نقطه": ".",
    "underscore": "_", "guion": "-", "guión": "-", "dash": "-", "hyphen": "-", "minus": "-",
    "bindestrich": "-", "unterstrich": "_", "plus": "+", "شرطة": "-",
}  # fmt: skip
# Words of a domain that are said in another script, and words before an address.
SPOKEN_DOMAINS: Final = {
    "جيميل": "gmail", "جميل": "gmail", "هوتميل": "hotmail", "هوت": "hot", "ياهو": "yahoo",
    "اوتلوك": "outlook", "ايكلاود": "icloud", "كوم": "com", "نت": "net", "اورج": "org",
}  # fmt: skip
BEFORE_ADDRESS: Final = frozenset(
    "email mail e-mail correo address adresse adressa ist es is my mi meine use at its thats sure "
    "ايميلي ايميل بريدي".split()
)
CORRECTS: Final = f"{TAKES_BACK}{SAYS_ANEW}{REGRETS}"
REFUSES_EMAIL: Final = """
    spam me|us
    no|not|dont|without .. email|mail|emails
    dont|not|never have|use|check|do|got
    rather|prefer|better|just .. call|phone|text|texting|whatsapp|ring|sms
    just|only|please call|text|ring|phone me|us|please
    call|text|whatsapp|ring me|is|works|instead|only
    phone|text|whatsapp|sms is|works|only|better|instead
    here|chat|telegram is|works fine|ok|better
    this chat
    no uso|tengo|doy|quiero|gracias|uses
    mejor|prefiero|solo|sólo .. teléfono|llamada|whatsapp|mensaje|aquí|aqui|llamen|wasap
    por aquí|aqui|teléfono|whatsapp|wasap
    kein|keine|keinen|nicht|ohne .. mail|email|adresse
    lieber|besser|nur|bitte .. telefon|telefonisch|anruf|anrufen|whatsapp|hier|chat|sms
    per telefon|whatsapp|sms
    بدون|لا|ما|مو|مش|مب|غير .. ايميل|بريد|استخدم|عندي|الايميل|البريد
    ^ بدون|لا|غير ايميل|بريد|الايميل
    ^ معنديش|ماعنديش|مفيش|مافيش|ماعندي
    ^ ما عندي|استخدم|معي
    mail|email|adresse gibts|gibt|bekommen|kriegen|erst .. später|nicht|nachher|erst|danach
    erst|zuerst unterlagen|exposé|expose|infos|fotos|bilder
    gebe|geb .. nicht|nie|ungern raus|weiter|her
    lo|la|el doy|paso|daré .. cuando|después|luego|si
    افضل|أفضل|احسن|بس .. واتس|واتساب|اتصال|هنا|تلفون|رقم
    """
