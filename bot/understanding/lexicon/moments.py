"""Words for days, times of day and appointments in English, Spanish, German and Arabic."""

from __future__ import annotations

from typing import Final

WEEKDAYS: Final = {
    0: "monday mon mondays lunes lun montag montags mo الاثنين اثنين الإثنين",
    1: "tuesday tue tues martes mar dienstag dienstags di الثلاثاء ثلاثاء التلات",
    2: "wednesday wed weds wednsday miércoles mie mittwoch mittwochs mi الأربعاء اربعاء الاربع",
    3: "thursday thu thur thurs jueves jue donnerstag donnerstags do الخميس خميس",
    4: "friday fri viernes vie freitag freitags fr الجمعة جمعه",
    5: "saturday sat satuday saterday sábado sab samstag samstags sonnabend sa السبت سبت",
    6: "sunday sun domingo dom sonntag sonntags so الأحد احد الاحد",
}
# Too short, or another word besides: a day only behind "on", "next", "el" … or before a time.
SHORT_DAYS: Final = (
    "mon sat sun fri mar mi do di mo sa so fr lun mie jue vie sab dom wed احد جمعه سبت خميس اثنين"
)
MONTHS: Final = {
    1: "january jan enero ene januar jänner يناير",
    2: "february feb febrero februar فبراير",
    3: "march mar marzo märz mrz مارس",
    4: "april apr abril abr أبريل ابريل",
    5: "may mayo mai مايو",
    6: "june jun junio juni يونيو",
    7: "july jul julio juli يوليو",
    8: "august aug agosto ago أغسطس اغسطس",
    9: "september sep sept septiembre setiembre سبتمبر",
    10: "october oct octubre oktober okt أكتوبر اكتوبر",
    11: "november nov noviembre نوفمبر",
    12: "december dec diciembre dic dezember dez ديسمبر",
}
TODAY: Final = "today tonight hoy heute اليوم الليلة"
TOMORROW: Final = "tomorrow tmrw tmr tomorow tomorro mañana morgen بكرا بكره بكرة غدا غداً"
DAY_AFTER: Final = "overmorrow übermorgen"
DAY_AFTER_PHRASES: Final = (
    "day after tomorrow",
    "pasado manana",
    "بعد بكره",
    "بعد بكرا",
    "بعد غد",
)
NEXT: Final = (
    "next próximo próxima nächsten nächste nächster nächstes القادم القادمه الجاي الجايه الجي"
)
THIS: Final = "this coming este esta diesen dieser kommenden kommender هذا هذي هالـ"
BEFORE_DAY: Final = (
    "on by at el los am this next coming este próximo diesen nächsten kommenden يوم for"
)

MORNING: Final = (
    "morning am a.m. mañana morgens vormittag vormittags früh صباحا صباحاً الصبح ص صباح"
)
AFTERNOON: Final = (
    "afternoon pm p.m. tarde nachmittag nachmittags mittags مساء مساءً العصر الظهر ظهرا "
    "ظهراً م بعد الظهر"
)
EVENING: Final = "evening night tonight noche abend abends nachts المساء الليل ليلا العشاء المغرب"
NOON: Final = "noon midday mediodía mittag"
HALF_PAST: Final = ("half past", "half")
GERMAN_HALF: Final = "halb"
CLOCK_WORDS: Final = "oclock uhr h hs hrs horas hora الساعة الساعه ساعه"
AT: Final = (
    "at @ around about approx after before um gegen ab nach vor a las la sobre hacia "
    "الساعة الساعه على ع بعد قبل حوالي"
)
FLEXIBLE: Final = (
    "any time", "anytime", "whenever", "any", "either", "flexible", "dont mind", "doesnt matter",
    "doesn't matter", "don't mind", "earliest", "soonest", "first available", "first free",
    "first slot", "asap",
    "as soon as possible", "next available", "cuando sea", "cualquiera", "me da igual",
    "cuanto antes",
    "lo antes posible", "la primera", "egal", "jederzeit", "so bald wie möglich",
    "so schnell wie möglich",
    "der früheste", "den ersten freien", "اي وقت", "أي وقت", "في اقرب وقت", "اول موعد",
)  # fmt: skip
WORKS: Final = (
    "yes yeah yep yup ok okay sure perfect great fine good works si vale perfecto bien ja "
    "gut passt prima gern gerne "
    "نعم ايه تمام ماشي اوكي زين"
)
MINE: Final = (
    "my time",
    "my local time",
    "hora mia",
    "mi hora",
    "meiner zeit",
    "meine zeit",
    "بتوقيتي",
    "توقيتي",
)
# Where a day is when somebody moves, not when a home is seen.
MOVES: Final = (
    "move moving lease rent by until till before since mudarme mudarnos mudar contrato "
    "alquiler antes hasta "
    "umziehen umzug einziehen mietvertrag bis انتقل الانتقال العقد قبل born closing"
)
SEES: Final = (
    "see tour visit view viewing viewings show showing look come stop swing book booking "
    "meet visita visitar ver verla verlo "
    "cita reservar pasar besichtigen besichtigung termin ansehen anschauen sehen "
    "vorbeikommen اشوف نشوف معاينة "
    "معاينه زيارة زياره موعد احجز call ring llamar llamame anrufen اتصل free available "
    "work works passt"
)
