"""Letters to a visitor who booked a viewing and gave an address, in the language of the chat: that
it is asked for, confirmed, near or cancelled, when and where, with the calendar file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.alerts.mail import Letter

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "subject": "Your viewing: {when}",
        "asked": "We have your request for a viewing and will confirm it:",
        "confirmed": "Your viewing is confirmed:",
        "reminder": "A reminder of your viewing:",
        "cancelled": "Your viewing is cancelled:",
        "outro": "The file attached puts it into your calendar. To move or cancel it, write in "
        "the chat.",
        "gone": "The file attached takes it out of your calendar. If another time suits you, "
        "write in the chat.",
    },
    "es": {
        "subject": "La visita: {when}",
        "asked": "Hemos recibido la solicitud de visita y la confirmaremos:",
        "confirmed": "La visita está confirmada:",
        "reminder": "Recordatorio de la visita:",
        "cancelled": "La visita queda cancelada:",
        "outro": "El archivo adjunto la añade al calendario. Para cambiarla o cancelarla, basta "
        "escribirlo en el chat.",
        "gone": "El archivo adjunto la quita del calendario. Si conviene otra hora, basta "
        "escribirlo en el chat.",
    },
    "de": {
        "subject": "Ihre Besichtigung: {when}",
        "asked": "Ihre Anfrage für eine Besichtigung ist da; wir bestätigen den Termin:",
        "confirmed": "Ihre Besichtigung ist bestätigt:",
        "reminder": "Zur Erinnerung, Ihre Besichtigung:",
        "cancelled": "Ihre Besichtigung ist abgesagt:",
        "outro": "Die Datei im Anhang trägt den Termin in Ihren Kalender ein. Zum Verlegen oder "
        "Absagen schreiben Sie bitte in den Chat.",
        "gone": "Die Datei im Anhang nimmt den Termin aus Ihrem Kalender. Wenn ein anderer Termin "
        "passt, schreiben Sie bitte in den Chat.",
    },
    "ar": {
        "subject": "موعد المعاينة: {when}",
        "asked": "وصلنا طلب المعاينة وسنؤكده:",
        "confirmed": "تم تأكيد موعد المعاينة:",
        "reminder": "تذكير بموعد المعاينة:",
        "cancelled": "أُلغي موعد المعاينة:",
        "outro": "الملف المرفق يضيف الموعد إلى التقويم. لتغييره أو إلغائه اكتبوا في المحادثة.",
        "gone": "الملف المرفق يحذف الموعد من التقويم. إن ناسبكم موعد آخر فاكتبوا في المحادثة.",
    },
}


OF: Final = {"tomorrow": "reminder", "soon": "reminder", "moved": "asked"}


def letter(to: str, lang: str, what: str, about: tuple[str, str, str], calendar: bytes) -> Letter:
    """``what`` happened to it; ``about``: when, where ("" where that is not known), company."""
    words = WORDS.get(lang[:2], WORDS["en"])
    when, where, company = about
    told = words[OF.get(what, what)]
    place = f"\n{where}" if where else ""
    outro = words["gone" if what == "cancelled" else "outro"]
    text = f"{told}\n\n{when}{place}\n\n{outro}\n\n{company}\n"
    return Letter(to, words["subject"].format(when=when), text, calendar=calendar.decode())
