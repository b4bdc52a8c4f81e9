"""The widget's own words in the visitor's language. English stands in the widget itself.

A key is the English words as the widget has them. A wish that an office cannot always fulfil is
offered only where its words are told, in English too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from bot.dialogue.phrases.book import regional
from bot.dialogue.site import Site
from bot.replies import encode

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
    "Type your answer": ("Escribe tu respuesta", "Ihre Antwort", "اكتب إجابتك"),
    "Write a message": ("Escribe un mensaje", "Nachricht schreiben", "اكتب رسالة"),
    "Why do you ask?": ("¿Por qué lo preguntáis?", "Warum fragen Sie?", "لماذا تسألون؟"),
    "Date and time": ("Fecha y hora", "Datum und Uhrzeit", "التاريخ والوقت"),
    "Add a photo or file": (
        "Añadir una foto o un archivo", "Foto oder Datei hinzufügen", "إضافة صورة أو ملف"),
    "Start a new chat": ("Empezar otro chat", "Neuen Chat beginnen", "بدء محادثة جديدة"),
    "Delete my data": ("Borrar mis datos", "Meine Daten löschen", "حذف بياناتي"),
    "Delete all you wrote here?": (
        "¿Borrar todo lo que has escrito aquí?",
        "Alles löschen, was Sie hier geschrieben haben?",
        "هل تريد حذف كل ما كتبته هنا؟"),
    "Yes, delete it": ("Sí, borrarlo", "Ja, löschen", "نعم، احذفه"),
    "Your e-mail address": (
        "Tu correo electrónico", "Ihre E-Mail-Adresse", "بريدك الإلكتروني"),
    "It is on its way.": ("Va en camino.", "Sie ist unterwegs.", "هي في طريقها إليك."),
    "Open Telegram": ("Abrir Telegram", "Telegram öffnen", "فتح تيليجرام"),
    TELEGRAM: ("Seguir en Telegram", "In Telegram weiterschreiben", "المتابعة في تيليجرام"),
    MAIL: ("Enviarme este chat por correo", "Diesen Chat per E-Mail erhalten",
           "إرسال هذه المحادثة إلى بريدي"),
    "You are offline. Your answer is kept.": (
        "No hay conexión. Tu respuesta está guardada.",
        "Sie sind offline. Ihre Antwort bleibt erhalten.",
        "لا يوجد اتصال. إجابتك محفوظة."),
    "We cannot be reached just now. Your answer is kept.": (
        "Ahora mismo no hay conexión con nosotros. Tu respuesta está guardada.",
        "Wir sind gerade nicht erreichbar. Ihre Antwort bleibt erhalten.",
        "يتعذّر الوصول إلينا الآن. إجابتك محفوظة."),
    "One moment, please. Your answer is kept.": (
        "Un momento, por favor. Tu respuesta está guardada.",
        "Einen Moment bitte. Ihre Antwort bleibt erhalten.",
        "لحظة من فضلك. إجابتك محفوظة."),
    "The chat cannot be reached just now.": (
        "Ahora mismo no se puede abrir el chat.",
        "Der Chat ist gerade nicht erreichbar.",
        "يتعذّر الوصول إلى المحادثة الآن."),
    "The earlier chat has expired. Here is a new one.": (
        "El chat anterior ha caducado. Aquí tienes uno nuevo.",
        "Der frühere Chat ist abgelaufen. Hier ist ein neuer.",
        "انتهت المحادثة السابقة. هذه محادثة جديدة."),
    "The earlier chat has expired.": (
        "El chat anterior ha caducado.", "Der frühere Chat ist abgelaufen.",
        "انتهت المحادثة السابقة."),
    "Please choose a file of up to 5 MB.": (
        "Elige un archivo de 5 MB como máximo.", "Bitte wählen Sie eine Datei bis 5 MB.",
        "اختر ملفًا لا يتجاوز 5 ميغابايت."),
    "That question has moved on. Here is where we are.": (
        "Esa pregunta ya pasó. Ahora estamos aquí.",
        "Diese Frage ist schon vorbei. Wir sind jetzt hier.",
        "تجاوزنا ذلك السؤال. نحن الآن هنا."),
    "That could not be read. Please put it differently.": (
        "No lo hemos entendido. Dilo de otra manera, por favor.",
        "Das war nicht lesbar. Bitte schreiben Sie es anders.",
        "لم نتمكن من قراءة ذلك. اكتبه بطريقة أخرى من فضلك."),
    "Please choose a smaller file.": (
        "Elige un archivo más pequeño, por favor.",
        "Bitte wählen Sie eine kleinere Datei.",
        "اختر ملفًا أصغر من فضلك."),
    "Please choose the file again.": (
        "Vuelve a elegir el archivo, por favor.",
        "Bitte wählen Sie die Datei noch einmal.",
        "اختر الملف مرة أخرى من فضلك."),
}  # fmt: skip
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
        self._offered = tuple(wish for wish, can in wishes.items() if can)
        self._refused = tuple(wish for wish, can in wishes.items() if not can)

    def __call__(self, lang: str, market: str) -> str:
        """An object of what differs from English, and of the wishes that can be fulfilled."""
        site = self._site()
        spoken = regional(lang[:2].lower(), site.market(market).country)
        own = tuple(site.words.get(lang[:2].lower(), {}).items())
        own += tuple(site.words.get(spoken, {}).items()) if spoken != lang[:2].lower() else ()
        return _ready(spoken, own, self._offered, self._refused)


@lru_cache(64)
def _ready(
    spoken: str,
    own: tuple[tuple[str, str], ...],
    offered: tuple[str, ...],
    refused: tuple[str, ...],
) -> str:
    words = {wish: wish for wish in offered}
    words |= LANGUAGES.get(spoken) or LANGUAGES.get(spoken[:2], {})
    words |= dict(own)
    return encode({name: text for name, text in words.items() if name not in refused})
