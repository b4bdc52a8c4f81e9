"""Words for moving and cancelling a viewing, as regular expressions, by language."""

from __future__ import annotations

_EN = r"(the|my|our|this|that) ?(viewing|visit|tour|showing|appointment|booking|time|date|slot)"
_DE = r"(den|die|das|meinen|meine|unseren|unsere) ?(termin|besichtigung|besuch|uhrzeit)"
_ES = r"(la|mi|nuestra|el) ?(visita|cita|hora|reserva)"

CANCELS = (
    # English
    rf"\b(cancel|call off|drop|skip) ({_EN}|it|that)\b",
    r"^(please )?cancel( please)?[.!]*$",
    r"\b(can'?t|cannot|can not|won'?t|not able to) (make|come|attend)\b",
    r"\b(viewing|visit|tour|showing|appointment|booking) (is )?cancell?ed\b",
    # German
    rf"\b{_DE} (bitte )?(absagen|stornieren|streichen)\b",
    r"^(bitte )?(termin|besichtigung) (bitte )?(absagen|stornieren|streichen)[.!]*$",
    r"^(ach nee,? )?doch (kein|keinen|keine) (termin|besichtigung)\b",
    r"\b(sage|sagen|muss|möchte|will) .{0,30}\b(ab|absagen|stornieren)\b",
    r"\b(kann|können|schaffe?n?) .{0,20}\b(nicht|doch nicht)( kommen)?[.!]*$",
    # Spanish
    rf"\b(cancel\w*|anul\w*) {_ES}\b",
    r"^(por favor )?cancel(a|ar|en|e)l[ao][.!]*$",
    r"\bno (puedo|podemos|podré|voy a poder) (ir|llegar|asistir)\b",
    # Arabic
    r"(إلغاء|الغاء|ألغ|الغ)\w* ?(الموعد|المعاينة|الزيارة|الحجز)",
    r"لا (أستطيع|استطيع|يمكنني) (الحضور|القدوم)",
)

MOVES = (
    # English
    rf"\b(move|reschedule|change|shift|postpone|push( back)?|switch|rebook) ({_EN}|it|that)\b",
    r"\b(reschedule|postpone)\b",
    r"\b(another|different|other|later|earlier) (day|time|slot|date)\b",
    r"\binstead\b",
    r"\b(hours?|minutes|mins) (later|earlier)\b",
    # German
    r"\b(verschieb|verleg|umbuch)\w*",
    r"\b(anderer|anderen|andere|späterer|früherer) (tag|termin|zeit|uhrzeit)\b",
    rf"\b{_DE} (bitte )?ändern\b",
    r"\b(stunden?|minuten) (später|früher)\b",
    # Spanish
    rf"\b(cambi\w+|mover|mueve|muev\w+|aplaz\w+|pos(t)?pon\w+|reprogram\w+|pasa(r|d)?) {_ES}\b",
    r"\b(cambi|muév|mov|pás|pas|apláz|aplaz)\w*(la|lo)\b (a|al|para)\b",
    r"\b(otro día|otra hora|otra fecha)\b",
    r"\b(horas?|minutos) (más tarde|más temprano|después|antes)\b",
    # Arabic
    r"(تغيير|تأجيل|نقل|تعديل|غي[ّ]?روا?|أج[ّ]?لوا?) ?(الموعد|المعاينة|الزيارة|الوقت)",
    r"(موعد|يوم|وقت) آخر",
    r"(بعد|قبل)ها? بساع(ة|تين)\b",
)

NEVER = (
    r"\b(don'?t|do not|no need to) (cancel|move|change)\b",
    r"\bnicht (absagen|verschieben|stornieren)\b",
    r"\bno (la |lo )?(canceles|cancelen|muevas|cambies|cambien)\b",
    r"لا (تلغ|تغي)",
)
