"""The letter to a visitor who booked a viewing and gave an address, in the language of the chat:
when and where it is, with the calendar file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.alerts.mail import Letter

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "subject": "Your viewing: {when}",
        "asked": "We have your request for a viewing and will confirm it:",
        "confirmed": "Your viewing is confirmed:",
        "outro": "The file attached puts it into your calendar. To move or cancel it, write in "
        "the chat.",
    },
    "es": {
        "subject": "La visita: {when}",
        "asked": "Hemos recibido la solicitud de visita y la confirmaremos:",
        "confirmed": "La visita está confirmada:",
        "outro": "El archivo adjunto la añade al calendario. Para cambiarla o cancelarla, basta "
        "escribirlo en el chat.",
    },
    "de": {
        "subject": "Ihre Besichtigung: {when}",
        "asked": "Ihre Anfrage für eine Besichtigung ist da; wir bestätigen den Termin:",
        "confirmed": "Ihre Besichtigung ist bestätigt:",
        "outro": "Die Datei im Anhang trägt den Termin in Ihren Kalender ein. Zum Verlegen oder "
        "Absagen schreiben Sie bitte in den Chat.",
    },
    "ar": {
        "subject": "موعد المعاينة: {when}",
        "asked": "وصلنا طلب المعاينة وسنؤكده:",
        "confirmed": "تم تأكيد موعد المعاينة:",
        "outro": "الملف المرفق يضيف الموعد إلى التقويم. لتغييره أو إلغائه اكتبوا في المحادثة.",
    },
}


def letter(to: str, lang: str, state: str, about: tuple[str, str, str], calendar: bytes) -> Letter:
    """``about``: when, where ("" where that is not known), and the company."""
    words = WORDS.get(lang[:2], WORDS["en"])
    when, where, company = about
    told = words["confirmed" if state == "confirmed" else "asked"]
    place = f"\n{where}" if where else ""
    text = f"{told}\n\n{when}{place}\n\n{words['outro']}\n\n{company}\n"
    return Letter(to, words["subject"].format(when=when), text, calendar=calendar.decode())
