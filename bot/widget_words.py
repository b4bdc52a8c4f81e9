"""The widget's own words in the visitor's language.

What the widget shows before its first request stands in it in English, and is the key here too;
for the rest it knows a code only, and is told the words in every language. A wish that an office
cannot always fulfil is offered only where its words are told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from bot.compact import encode
from bot.dialogue.phrases.book import regional
from bot.dialogue.site import Site

TELEGRAM: Final = "Continue in Telegram"
MAIL: Final = "E-mail me this chat"
# English: Spanish, German, Arabic
_TABLE: Final[Mapping[str, tuple[str, str, str]]] = {
    "Chat with us": ("Chatea con nosotros", "Chatten Sie mit uns", "تحدث معنا"),
    "Chat": ("Chat", "Chat", "محادثة"),
    "Close": ("Cerrar", "Schließen", "إغلاق"),
    "More": ("Más", "Mehr", "المزيد"),
    "Send": ("Enviar", "Senden", "إرسال"),
    "Skip": ("Omitir", "Überspringen", "تخطٍّ"),
    "Back": ("Atrás", "Zurück", "رجوع"),
    "Done": ("Listo", "Fertig", "تم"),
    "Change": ("Cambiar", "Ändern", "تغيير"),
    "Progress": ("Progreso", "Fortschritt", "التقدّم"),
    "Privacy": ("Privacidad", "Datenschutz", "الخصوصية"),
    "You said": ("Escribiste", "Sie schrieben", "كتبت"),
    "Automated assistant": (
        "Asistente automático", "Automatischer Assistent", "مساعد آلي"),
    "This chat is stored so that we can help you.": (
        "Este chat se guarda para poder ayudarte.",
        "Dieser Chat wird gespeichert, damit wir Ihnen helfen können.",
        "تُحفظ هذه المحادثة لنتمكن من مساعدتك."),
    "Your message": ("Tu mensaje", "Ihre Nachricht", "رسالتك"),
    "Why do you ask?": ("¿Por qué lo preguntáis?", "Warum fragen Sie?", "لماذا تسألون؟"),
    "Date and time": ("Fecha y hora", "Datum und Uhrzeit", "التاريخ والوقت"),
    "Add a photo or file": (
        "Añadir una foto o un archivo", "Foto oder Datei hinzufügen", "إضافة صورة أو ملف"),
    "Start a new chat": ("Empezar otro chat", "Neuen Chat beginnen", "بدء محادثة جديدة"),
    "Delete my data": ("Borrar mis datos", "Meine Daten löschen", "حذف بياناتي"),
    "Yes, delete it": ("Sí, borrarlo", "Ja, löschen", "نعم، احذفه"),
    "Your e-mail address": (
        "Tu correo electrónico", "Ihre E-Mail-Adresse", "بريدك الإلكتروني"),
    "It is on its way.": ("Va en camino.", "Sie ist unterwegs.", "هي في طريقها إليك."),
    TELEGRAM: ("Seguir en Telegram", "In Telegram weiterschreiben", "المتابعة في تيليجرام"),
    MAIL: ("Enviarme este chat por correo", "Diesen Chat per E-Mail erhalten",
           "إرسال هذه المحادثة إلى بريدي"),
    "You are offline. Nothing is lost.": (
        "No hay conexión. No se pierde nada.",
        "Sie sind offline. Es geht nichts verloren.",
        "لا يوجد اتصال. لن يضيع شيء."),
    "We cannot be reached just now. Nothing is lost.": (
        "Ahora mismo no hay conexión con nosotros. No se pierde nada.",
        "Wir sind gerade nicht erreichbar. Es geht nichts verloren.",
        "يتعذّر الوصول إلينا الآن. لن يضيع شيء."),
    "One moment, please.": (
        "Un momento, por favor.", "Einen Moment bitte.", "لحظة من فضلك."),
    "The earlier chat has expired.": (
        "El chat anterior ha caducado.", "Der frühere Chat ist abgelaufen.",
        "انتهت المحادثة السابقة."),
    "Please choose a file of up to 5 MB.": (
        "Elige un archivo de 5 MB como máximo.", "Bitte wählen Sie eine Datei bis 5 MB.",
        "اختر ملفًا لا يتجاوز 5 ميغابايت."),
    # what the visitor API says when an answer is not taken
    "That question is no longer open.": (
        "Esa pregunta ya no está abierta.", "Diese Frage ist nicht mehr offen.",
        "لم يعد هذا السؤال مطروحًا."),
    "Please send a picture or a PDF.": (
        "Envía una imagen o un PDF, por favor.", "Bitte senden Sie ein Bild oder ein PDF.",
        "أرسل صورة أو ملف PDF من فضلك."),
    "The file is empty.": ("El archivo está vacío.", "Die Datei ist leer.", "الملف فارغ."),
    "Please keep it under 2000 characters.": (
        "Menos de 2000 caracteres, por favor.", "Bitte bleiben Sie unter 2000 Zeichen.",
        "اكتب أقل من 2000 حرف من فضلك."),
    "ltr": ("ltr", "ltr", "rtl"),  # which way the language runs
}  # fmt: skip
# What the widget calls the words that it is told in English too.
CODES: Final[Mapping[str, str]] = {
    TELEGRAM: "telegram",
    MAIL: "mail",
    "Your message": "message",
    "Why do you ask?": "why",
    "Date and time": "datetime",
    "Add a photo or file": "photo",
    "Start a new chat": "again",
    "Yes, delete it": "yes",
    "Your e-mail address": "email",
    "It is on its way.": "sent",
    "The earlier chat has expired.": "gone",
    "Please choose a file of up to 5 MB.": "file",
}
_MEXICAN: Final[Mapping[str, str]] = {
    "Chat with us": "Platica con nosotros",
    "Why do you ask?": "¿Por qué lo preguntan?",
    "Add a photo or file": "Agregar una foto o un archivo",
    "Start a new chat": "Empezar otra plática",
}
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {},
    "es": {english: row[0] for english, row in _TABLE.items()},
    "de": {english: row[1] for english, row in _TABLE.items()},
    "ar": {english: row[2] for english, row in _TABLE.items()},
}
LANGUAGES: Final = {**WORDS, "es-MX": {**WORDS["es"], **_MEXICAN}}
ENGLISH: Final = frozenset(_TABLE)


class WidgetWords:
    """The words for a conversation, as ready JSON."""

    def __init__(self, site: Callable[[], Site], *, mail: bool, telegram: bool) -> None:
        self._site = site
        wishes = {MAIL: mail, TELEGRAM: telegram}
        self._refused = tuple(wish for wish, can in wishes.items() if not can)

    def __call__(self, lang: str, market: str) -> str:
        """An object of what the widget does not know in English, and of what differs from it."""
        site = self._site()
        spoken = regional(lang[:2].lower(), site.market(market).country)
        own = tuple(site.words.get(lang[:2].lower(), {}).items())
        own += tuple(site.words.get(spoken, {}).items()) if spoken != lang[:2].lower() else ()
        return _ready(spoken, own, self._refused)


@lru_cache(64)
def _ready(
    spoken: str,
    own: tuple[tuple[str, str], ...],
    refused: tuple[str, ...],
) -> str:
    words = dict(zip(CODES, CODES, strict=True))
    words |= LANGUAGES.get(spoken) or LANGUAGES.get(spoken[:2], {})
    words |= dict(own)
    told = {CODES.get(name, name): text for name, text in words.items() if name not in refused}
    return encode(told)
