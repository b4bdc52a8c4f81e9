"""What the bot says in Telegram besides the dialogue itself, in the languages it speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.dialogue.office import privacy_address
from bot.dialogue.site import Site

COMMANDS: Final = ("restart", "language", "human", "help", "stop")  # in the order of the menu

EN: Final = {
    "restart": "Start again",
    "language": "Change the language",
    "human": "Talk to a person",
    "help": "What this bot does",
    "stop": "Stop: nobody will contact you",
    "help_text": "I'm an automated assistant. I ask a few questions and pass you to the right "
    "person. Tap a button or just write.\n/restart starts again\n/language changes the language\n"
    "/human gets you a person\n/stop ends it: nobody will contact you",
    "sticker": "Nice one! I can only read words, though.",
    "voice": "I can't listen to voice messages, sorry - could you type it?",
    "video": "I can't watch videos, sorry - could you tell me in words?",
    "photo": "Thanks! I can't look at pictures or files here, and I haven't kept it - could you "
    "tell me in words?",
    "file_large": "That file is too large for me, sorry - up to 5 MB, please.",
    "file_many": "I can't keep any more files, sorry - please tell the agent about the others.",
    "file_kind": "I can keep pictures and PDFs only, sorry.",
    "file_failed": "I couldn't fetch that file, sorry - please send it again.",
    "other": "Thanks! I can only read words and buttons, though.",
    "place": "Thanks! I can't find places on a map - which town or part of town is it?",
    "place_far": "Thanks! That isn't near any area we cover - which town or part of town do you "
    "have in mind?",
    "place_unasked": "Thanks! I don't need your location, and I haven't kept it.",
    "contact_foreign": "That looks like somebody else's contact, so I haven't kept it. Please "
    "share your own number with the button, or type it.",
    "share": "📱 Share my number",
    "stale": "That question is settled already.",
    "done": "Done",
    "continued": "Welcome! We go on right where you were on the website.",
    "link_used": "This link was used already, or it is too old. You can get a new one on the "
    "website - or we simply go on here.",
    "code_wrong": "I don't know this code, or it is too old. You can get a new one on the website "
    "- or we simply go on here.",
    "choose_language": "Which language suits you?",
    "stopped": "All right. Nobody will contact you.",
    "too_fast": "That was a lot at once, sorry - please send the last one again in a minute.",
    "late": "Sorry, your message only reached me now.",
    "late_close": "Thanks! {company} will get back to you as soon as the office can.",
    "gone": "Our earlier chat can't go on, sorry. Send /restart to begin a new one.",
    "privacy": "How we use your data: {address}",
    "privacy_words": "{company} keeps this chat to answer your request. The privacy page is on "
    "the office's website. Write “delete my data” at any time and the chat is "
    "deleted; /stop ends it.",
    "agent_text": "Only text reaches a visitor. Please write it, or send a link.",
    "agent_hint": "You are connected as an agent.\n"
    "/leads shows your open leads, /chat 2 opens the chat of the second one, /bot hands a chat "
    "back to the assistant. Or answer any message about a lead.\n"
    "/pause 2h, /off, /driving and /on say when to ring you, /me how you stand.\n"
    "Send /start demo to try the bot as a visitor.",
}  # fmt: skip
ES: Final = {
    "restart": "Empezar de nuevo",
    "language": "Cambiar de idioma",
    "human": "Hablar con una persona",
    "help": "Qué hace este bot",
    "stop": "Parar: nadie se pondrá en contacto",
    "help_text": "Soy un asistente automático. Hago unas preguntas y paso la consulta a la "
    "persona "
    "adecuada. Basta con pulsar un botón o escribir.\n/restart empieza de nuevo\n"
    "/language cambia el idioma\n/human pide una persona\n"
    "/stop lo termina: nadie se pondrá en contacto",
    "sticker": "¡Qué bueno! Pero solo sé leer palabras.",
    "voice": "No puedo escuchar mensajes de voz, lo siento. ¿Puede ser por escrito?",
    "video": "No puedo ver vídeos, lo siento. ¿Puede ser con palabras?",
    "photo": "¡Gracias! Aquí no puedo ver fotos ni archivos, y no lo he guardado. "
    "¿Puede ser con palabras?",
    "file_large": "Ese archivo es demasiado grande, lo siento: como máximo 5 MB.",
    "file_many": "No puedo guardar más archivos, lo siento.",
    "file_kind": "Solo puedo guardar imágenes y PDF, lo siento.",
    "file_failed": "No he podido recibir ese archivo, lo siento. ¿Puede enviarse otra vez?",
    "other": "¡Gracias! Pero solo sé leer palabras y botones.",
    "place": "¡Gracias! No sé buscar en un mapa: ¿qué ciudad o barrio es?",
    "place_far": "¡Gracias! No queda cerca de ninguna de nuestras zonas. ¿Qué ciudad o barrio "
    "interesa?",
    "place_unasked": "¡Gracias! No necesito la ubicación y no la he guardado.",
    "contact_foreign": "Parece el contacto de otra persona, así que no lo he guardado. "
    "El botón comparte el número propio; también vale escribirlo.",
    "share": "📱 Compartir mi número",
    "stale": "Esa pregunta ya está contestada.",
    "done": "Listo",
    "continued": "¡Hola! Seguimos justo donde lo dejamos en la web.",
    "link_used": "Este enlace ya se usó o ha caducado. En la web hay uno nuevo, o seguimos "
    "directamente aquí.",
    "code_wrong": "No conozco este código o ha caducado. En la web hay uno nuevo, o seguimos "
    "directamente aquí.",
    "choose_language": "¿Qué idioma va mejor?",
    "stopped": "De acuerdo. Nadie se pondrá en contacto.",
    "too_fast": "Son muchos mensajes a la vez, lo siento. ¿Puede llegar el último otra vez en un "
    "minuto?",
    "late": "Disculpas, el mensaje acaba de llegarme.",
    "late_close": "¡Gracias! {company} responderá en cuanto la oficina pueda.",
    "privacy": "Cómo usamos los datos: {address}",
    "privacy_words": "{company} guarda este chat para responder a la consulta. La página de "
    "privacidad está en la web de la oficina. Con «borra mis datos» se borra el chat en cualquier "
    "momento; /stop lo termina.",
    "gone": "La conversación anterior no puede seguir. /restart empieza una nueva.",
}  # fmt: skip
DE: Final = {
    "restart": "Von vorn anfangen",
    "language": "Sprache ändern",
    "human": "Mit einem Menschen sprechen",
    "help": "Was dieser Bot macht",
    "stop": "Beenden: niemand meldet sich mehr",
    "help_text": "Ich bin ein automatischer Assistent. Ich stelle ein paar Fragen und leite Sie "
    "an "
    "die richtige Person weiter. Tippen Sie auf eine Taste oder schreiben Sie einfach.\n"
    "/restart beginnt von vorn\n/language ändert die Sprache\n/human holt einen Menschen\n"
    "/stop beendet es: niemand meldet sich mehr",
    "sticker": "Sehr schön! Ich kann aber nur Wörter lesen.",
    "voice": "Sprachnachrichten kann ich leider nicht hören - schreiben Sie es mir?",
    "video": "Videos kann ich leider nicht ansehen - sagen Sie es mir in Worten?",
    "photo": "Danke! Bilder und Dateien kann ich hier nicht ansehen und habe nichts behalten - "
    "sagen Sie es mir in Worten?",
    "file_large": "Diese Datei ist leider zu groß - bitte höchstens 5 MB.",
    "file_many": "Mehr Dateien kann ich leider nicht behalten.",
    "file_kind": "Ich kann leider nur Bilder und PDFs behalten.",
    "file_failed": "Diese Datei kam leider nicht an - schicken Sie sie bitte noch einmal?",
    "other": "Danke! Ich kann aber nur Wörter und Tasten lesen.",
    "place": "Danke! Auf der Karte finde ich mich nicht zurecht - welcher Ort oder Ortsteil ist "
    "es?",
    "place_far": "Danke! Das liegt bei keinem unserer Gebiete - um welchen Ort oder Ortsteil geht "
    "es Ihnen?",
    "place_unasked": "Danke! Ihren Standort brauche ich nicht, und ich habe ihn nicht behalten.",
    "contact_foreign": "Das sieht nach dem Kontakt eines anderen aus, deshalb habe ich ihn nicht "
    "behalten. Bitte teilen Sie Ihre eigene Nummer mit der Taste oder schreiben Sie sie.",
    "share": "📱 Meine Nummer teilen",
    "stale": "Diese Frage ist schon beantwortet.",
    "done": "Fertig",
    "continued": "Willkommen! Wir machen genau dort weiter, wo Sie auf der Website waren.",
    "link_used": "Dieser Link wurde schon benutzt oder ist zu alt. Auf der Website gibt es einen "
    "neuen - oder wir machen einfach hier weiter.",
    "code_wrong": "Diesen Code kenne ich nicht, oder er ist zu alt. Auf der Website gibt es einen "
    "neuen - oder wir machen einfach hier weiter.",
    "choose_language": "Welche Sprache ist Ihnen recht?",
    "stopped": "In Ordnung. Niemand meldet sich bei Ihnen.",
    "too_fast": "Das war sehr viel auf einmal - bitte schicken Sie die letzte Nachricht in einer "
    "Minute noch einmal.",
    "late": "Entschuldigung, Ihre Nachricht hat mich erst jetzt erreicht.",
    "late_close": "Danke! {company} meldet sich bei Ihnen, sobald das Büro kann.",
    "privacy": "So verwenden wir Ihre Daten: {address}",
    "privacy_words": "{company} speichert diesen Chat, um Ihre Anfrage zu beantworten. Die "
    "Datenschutzseite finden Sie auf der Website des Büros. Schreiben Sie jederzeit „Meine Daten "
    "löschen“, und der Chat wird gelöscht; /stop beendet ihn.",
    "gone": "Unser früheres Gespräch kann leider nicht weitergehen. /restart beginnt ein neues.",
}  # fmt: skip
AR: Final = {
    "restart": "البدء من جديد",
    "language": "تغيير اللغة",
    "human": "التحدث مع موظف",
    "help": "ماذا يفعل هذا البوت",
    "stop": "إيقاف: لن يتواصل أحد",
    "help_text": "أنا مساعد آلي. أطرح بعض الأسئلة ثم أوصل الطلب إلى الشخص المناسب. يكفي الضغط على "
    "زر أو الكتابة.\n/restart البدء من جديد\n/language تغيير اللغة\n/human طلب موظف\n"
    "/stop إنهاء: لن يتواصل أحد",
    "sticker": "جميل! لكني أقرأ الكلمات فقط.",
    "voice": "عذراً، لا أستطيع سماع الرسائل الصوتية. هل يمكن كتابتها؟",
    "video": "عذراً، لا أستطيع مشاهدة الفيديو. هل يمكن قول ذلك بالكلمات؟",
    "photo": "شكراً! لا أستطيع هنا رؤية الصور أو الملفات ولم أحتفظ بها. "
    "هل يمكن قول ذلك بالكلمات؟",
    "file_large": "عذراً، هذا الملف كبير جداً. الحد الأقصى 5 ميغابايت.",
    "file_many": "عذراً، لا أستطيع حفظ ملفات أخرى.",
    "file_kind": "عذراً، أستطيع حفظ الصور وملفات PDF فقط.",
    "file_failed": "عذراً، لم يصل هذا الملف. يرجى إرساله مرة أخرى.",
    "other": "شكراً! لكني أقرأ الكلمات والأزرار فقط.",
    "place": "شكراً! لا أستطيع البحث في الخريطة. ما اسم المدينة أو المنطقة؟",
    "place_far": "شكراً! هذا ليس قريباً من أي منطقة نعمل فيها. ما اسم المدينة أو المنطقة المطلوبة؟",
    "place_unasked": "شكراً! لا أحتاج إلى الموقع ولم أحتفظ به.",
    "contact_foreign": "يبدو أن هذا رقم شخص آخر، لذلك لم أحتفظ به. يمكن مشاركة الرقم الخاص "
    "بالزر أو كتابته.",
    "share": "📱 مشاركة رقمي",
    "stale": "تمت الإجابة عن هذا السؤال.",
    "done": "تم",
    "continued": "أهلاً! نكمل من حيث توقفنا في الموقع.",
    "link_used": "هذا الرابط مستخدم أو قديم. يمكن الحصول على رابط جديد من الموقع، أو نكمل هنا.",
    "code_wrong": "هذا الرمز غير معروف أو قديم. يمكن الحصول على رمز جديد من الموقع، أو نكمل هنا.",
    "choose_language": "أي لغة أنسب؟",
    "stopped": "حسناً. لن يتواصل أحد.",
    "too_fast": "عذراً، وصلت رسائل كثيرة دفعة واحدة. يرجى إرسال آخر رسالة مرة أخرى بعد دقيقة.",
    "late": "عذراً، وصلتني الرسالة الآن فقط.",
    "late_close": "شكراً! سيتواصل فريق {company} في أقرب وقت ممكن.",
    "privacy": "كيف نستخدم البيانات: {address}",
    "privacy_words": "تحتفظ {company} بهذه المحادثة للرد على الطلب. صفحة الخصوصية على موقع "
    "المكتب. يمكن كتابة «احذف بياناتي» في أي وقت لحذف المحادثة، و /stop لإنهائها.",
    "gone": "عذراً، لا يمكن متابعة المحادثة السابقة. أرسل /restart لبدء محادثة جديدة.",
}  # fmt: skip

WORDS: Final[Mapping[str, Mapping[str, str]]] = {"en": EN, "es": ES, "de": DE, "ar": AR}
MEDIA: Final = {
    "sticker": "sticker", "dice": "sticker", "animation": "sticker", "voice": "voice",
    "audio": "voice", "video": "video", "video_note": "video", "photo": "photo",
    "document": "photo", "location": "place_unasked", "venue": "place_unasked",
}  # fmt: skip


def say(lang: str, key: str) -> str:
    """A phrase in a language, in English where we have it in none other."""
    return WORDS.get(lang[:2].lower(), EN).get(key) or EN[key]


def privacy(lang: str, site: Site) -> str:
    """Where the office says how it uses data; in short words where no address is known that a
    phone could open."""
    address = privacy_address(site)
    if address.startswith("/"):
        return say(lang, "privacy_words").format(company=site.company)
    return say(lang, "privacy").format(address=address)


def menu(lang: str) -> list[dict[str, str]]:
    """The bot's menu, as Telegram wants it."""
    return [{"command": name, "description": say(lang, name)} for name in COMMANDS]
