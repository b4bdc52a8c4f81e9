"""Words of the calendar, in four languages. Phrases are parted by commas."""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    "1": "january,jan,enero,ene,januar,jänner,يناير,كانون الثاني",
    "2": "february,feb,febr,febuary,febrero,februar,فبراير,شباط",
    "3": "march,mar,mrz,marzo,märz,maerz,مارس,آذار",
    "4": "april,apr,abril,abr,أبريل,ابريل,نيسان",
    "5": "may,mayo,mai,مايو,أيار,ماي",
    "6": "june,jun,junio,juni,يونيو,يونيه,حزيران",
    "7": "july,jul,julio,juli,يوليو,يوليه,تموز",
    "8": "august,aug,agosto,agst,أغسطس,اغسطس,آب",
    "9": "september,sep,sept,septiembre,setiembre,سبتمبر,أيلول",
    "10": "october,oct,octubre,oktober,okt,أكتوبر,اكتوبر,تشرين الأول",
    "11": "november,nov,noviembre,نوفمبر,تشرين الثاني",
    "12": "december,dec,diciembre,dic,dezember,dez,ديسمبر,كانون الأول",
}
SHORT_MONTHS: Final = "mar may mai ene dic jun jul dec"  # words that are often something else
SEASONS: Final = {
    "spring": "spring,springtime,spring time,primavera,frühling,frühjahr,الربيع,ربيع",
    "summer": "summer,summertime,summer time,verano,sommer,الصيف,صيف",
    "fall": "fall,autumn,otoño,herbst,الخريف,خريف",
    "winter": "winter,wintertime,invierno,الشتاء,شتاء",
}
WEEKDAYS: Final = {
    "0": "monday,mon,mondays,mo,lunes,lun,montag,montags,الاثنين,الإثنين,اثنين",
    "1": "tuesday,tue,tuesdays,di,tues,martes,dienstag,dienstags,الثلاثاء,ثلاثاء,التلات",
    "2": "wednesday,wed,wednsday,wensday,wednesdays,mie,mi,weds,miércoles,mittwoch,"
    "mittwochs,الأربعاء,أربعاء,الاربع",
    "3": "thursday,thu,thursdays,jue,do,thur,thurs,jueves,donnerstag,donnerstags,الخميس,خميس",
    "4": "friday,fri,fridays,fr,viernes,vie,freitag,freitags,الجمعة,جمعة",
    "5": "saturday,sat,satuday,saterday,saturdays,sa,sábado,sáb,samstag,samstags,sonnabend,"
    "السبت,سبت",
    "6": "sunday,sun,sundays,so,domingo,dom,sonntag,sonntags,الأحد,أحد",
}
# Weekdays that are often another word, and those that only German writes so.
SHORT_WEEKDAYS: Final = "mon sat sun fri wed lun mie jue vie sab dom أحد جمعة سبت خميس اثنين"
GERMAN_WEEKDAYS: Final = "mo di mi do fr sa so"
BEFORE_A_WEEKDAY: Final = (
    "on by at el los am this next coming este próximo diesen nächsten kommenden يوم for "
    "not or until after "
    "before every , and y o und oder"
)
AFTER_A_WEEKDAY: Final = (
    "at around after before um ab a morning afternoon evening night noon or works work pm "
    "am please , ? ! . and "
    "early late the is would abend nachmittag vormittag früh gegen"
)
# How many days from today.
DAYS: Final = {
    "0": "today,tonight,2day,hoy,heute,esta noche,heute abend,اليوم,النهاردة,الليلة,"
    "this morning,this afternoon,"
    "this evening,esta tarde,heute nachmittag",
    "1": "tomorrow,tmrw,tmr,tmw,tomorow,tommorow,tommorrow,2moro,2morrow,mañana,morgen,"
    "بكرة,بكرا,غدا,غداً,بكره,باجر,"
    "tomorrow morning,tomorrow afternoon,morgen früh,mañana por la mañana,mañana por la tarde",
    "2": "day after tomorrow,the day after tomorrow,pasado mañana,übermorgen,بعد بكرة,"
    "بعد بكرا,بعد غد,بعد غدا,"
    "عقب باجر",
    "-1": "yesterday,ayer,gestern,أمس,امبارح,البارحة",
}
UNITS: Final = {
    "day": "day,days,d,día,días,tag,tage,tagen,يوم,أيام,يوما",
    "week": "week,weeks,wk,wks,w,weeek,semana,semanas,woche,wochen,أسبوع,أسابيع,اسبوعا,الأسبوع",
    "month": "month,months,mo,mos,mth,mths,mnth,mnths,monthes,m,mes,meses,monat,monate,"
    "monaten,monats,"
    "شهر,أشهر,شهور,شهرا",
    "quarter": "quarter,quarters,qtr,trimestre,trimestres,quartal,quartale,ربع سنة",
    "year": "year,years,yr,yrs,y,año,años,jahr,jahre,jahren,jahres,سنة,سنوات,سنين,عام,أعوام",
}
UNIT_DAYS: Final = {"day": 1, "week": 7, "month": 30, "quarter": 90, "year": 365}
# Durations that are one word or phrase, in days.
DURATIONS: Final = {
    "2": "يومين",
    "3": "a few days,few days,unos días,ein paar tage,كم يوم",
    "14": "fortnight,a fortnight,couple weeks,couple of weeks,a couple of weeks,"
    "a couple weeks,quincena,"
    "un par de semanas,vierzehn tage,أسبوعين",
    "21": "few weeks,a few weeks,some weeks,unas semanas,algunas semanas,ein paar wochen,"
    "paar wochen,"
    "einige wochen,einigen wochen,ein paar wochen,كم أسبوع,أسابيع قليلة",
    "45": "month and a half,a month and a half,mes y medio,un mes y medio,anderthalb monate,"
    "eineinhalb monate,anderthalb monaten,شهر ونص,شهر ونصف",
    "60": "couple months,couple of months,a couple of months,a couple months,month or two,"
    "a month or two,"
    "un par de meses,شهرين,ein bis zwei monate,ein oder zwei monate,uno o dos meses,un mes o dos",
    "90": "vierteljahr,ein vierteljahr,einem vierteljahr,few months,a few months,unos meses,algunos meses,unos cuantos meses,"
    "ein paar monate,paar monate,"
    "ein paar monaten,einigen monaten,einige monate,كم شهر,بضعة أشهر,أشهر قليلة,ربع سنة",
    "150": "several months,varios meses,mehrere monate,mehreren monaten,عدة أشهر,عدة شهور",
    "180": "half a year,half year,a half year,half-year,medio año,halbes jahr,"
    "ein halbes jahr,halben jahr,"
    "einem halben jahr,halbjahr,نص سنة,نصف سنة,نص سنه",
    "270": "dreivierteljahr,dreiviertel jahr,ein dreiviertel jahr,einem dreiviertel jahr",
    "365": "a year or so,year or so,un año,ein jahr,einem jahr",
    "548": "year and a half,a year and a half,año y medio,un año y medio,anderthalb jahre,"
    "anderthalb jahren,"
    "eineinhalb jahre,سنة ونص,سنة ونصف",
    "730": "couple years,couple of years,a couple of years,a couple years,year or two,"
    "a year or two,"
    "un par de años,ein paar jahre,paar jahre,paar jahren,سنتين,عامين,un año o dos",
    "1095": "few years,a few years,some years,several years,unos años,varios años,einigen jahren,"
    "einige jahre,mehrere jahre,عدة سنوات,كم سنة",
}
QUARTERS: Final = {
    "1": "q1,1st quarter,first quarter,1. quartal,erstes quartal,ersten quartal,primer trimestre,"
    "الربع الأول",
    "2": "q2,2nd quarter,second quarter,2. quartal,zweites quartal,zweiten quartal,"
    "segundo trimestre,"
    "الربع الثاني",
    "3": "q3,3rd quarter,third quarter,3. quartal,drittes quartal,dritten quartal,"
    "tercer trimestre,"
    "الربع الثالث",
    "4": "q4,4th quarter,fourth quarter,last quarter,4. quartal,viertes quartal,vierten quartal,"
    "cuarto trimestre,الربع الرابع",
}
HALVES: Final = {
    "1": "h1,first half of the year,first half,1st half,erstes halbjahr,ersten halbjahr,"
    "ersten jahreshälfte,"
    "primer semestre,النصف الأول",
    "2": "h2,second half of the year,second half,2nd half,back half of the year,zweites halbjahr,"
    "zweiten halbjahr,zweiten jahreshälfte,segundo semestre,segunda mitad del año,النصف الثاني",
}
HOLIDAYS: Final = {
    "christmas": "christmas,xmas,x-mas,christmas day,navidad,navidades,las navidades,"
    "weihnachten,الكريسماس,"
    "عيد الميلاد,nochebuena,heiligabend,christmas eve",
    "new_year": "new year,new years,new year's,the new year,new year's day,año nuevo,"
    "neujahr,neues jahr,"
    "neuen jahr,رأس السنة",
    "new_years_eve": "new year's eve,new years eve,silvester,jahreswechsel,nochevieja,"
    "fin de año,ليلة رأس السنة",
    "holidays": "the holidays,holidays,holiday season,las fiestas,die feiertage,feiertagen",
    "easter": "easter,pascua,ostern,semana santa,holy week,عيد الفصح",
    "pentecost": "pentecost,whitsun,pfingsten,pentecostés",
    "thanksgiving": "thanksgiving,turkey day,acción de gracias",
    "halloween": "halloween",
    "july_4": "july 4th,4th of july,fourth of july,july fourth,independence day",
    "labor_day": "labor day,labour day",
    "memorial_day": "memorial day",
    "valentine": "valentine's,valentines,valentine's day,valentines day,san valentín",
    "st_patrick": "st patrick's day,st patricks day,st paddy's",
    "epiphany": "reyes,día de reyes,los reyes",
    "day_of_the_dead": "día de muertos,día de los muertos",
    "diwali": "diwali,deepavali",
    "ramadan": "ramadan,ramadhan,ramzan,رمضان,ramadán",
    "eid_fitr": "eid al fitr,eid al-fitr,eid ul fitr,عيد الفطر,العيد الصغير",
    "eid_adha": "eid al adha,eid al-adha,eid ul adha,bakrid,عيد الأضحى,العيد الكبير",
    "eid": "eid,the eid,العيد,عيد",
    "school_start": "school starts,start of school,school year starts,new school year,"
    "school begins,"
    "back to school,the school year,empiece el cole,empiecen las clases,inicio de clases,"
    "vuelta al cole,"
    "schulbeginn,schulanfang,schuljahresbeginn,بداية المدارس,المدارس,الدوام المدرسي",
    "school_end": "school ends,end of school,school is out,school's out,schools out,"
    "school lets out,"
    "end of the school year,school year ends,fin de curso,acaben las clases,termine el cole,"
    "schuljahresende,نهاية المدارس,نهاية العام الدراسي",
    "summer_holidays": "summer holidays,summer vacation,summer break,vacaciones de verano,"
    "sommerferien,"
    "sommerurlaub,الإجازة الصيفية,إجازة الصيف",
}
# this / next / the one after next, before a unit, a month, a season or a weekday (and after it).
THIS: Final = (
    "esta misma,este mismo,this,this coming,the coming,coming,the current,current,"
    "the present,este,esta,"
    "este próximo,diesen,diese,"
    "dieses,diesem,dieser,kommenden,kommende,kommendes,kommendem,kommender,هذا,هذه,هاد,هالـ,هال"
)
NEXT: Final = (
    "next,the next,nxt,the following,following,próximo,próxima,el próximo,la próxima,"
    "siguiente,nächsten,"
    "nächste,nächstes,nächstem,nächster,den nächsten,im nächsten,folgenden"
)
NEXT_AFTER: Final = (
    "que viene,próximo,próxima,siguiente,entrante,nächsten jahres,القادم,القادمة,الجاي,"
    "الجاية,الجايه,المقبل,"
    "المقبلة,الياي,الياية"
)
AFTER_NEXT_BEFORE: Final = "übernächsten,übernächste,übernächstes,übernächstem,übernächster"
AFTER_NEXT: Final = "after next,after the next,the after,que viene no el otro,بعد القادم,بعد الجاي"
THIS_YEAR: Final = (
    "heuer,this year,the year,the current year,este año,el año,dieses jahr,dieses jahres,"
    "diesen jahres,des jahres,"
    "in diesem jahr,das jahr,هذه السنة,هذا العام,السنة هذه,السنة,هالسنة"
)
NEXT_YEAR: Final = (
    "next year,nxt year,the next year,the coming year,the following year,próximo año,"
    "el año que viene,"
    "año que viene,el próximo año,nächstes jahr,nächsten jahres,im nächsten jahr,kommendes jahr,"
    "السنة القادمة,السنة الجاية,العام القادم,العام المقبل,السنة المقبلة,السنة الجايه"
)
YEAR_AFTER: Final = (
    "the year after next,year after next,in two years,übernächstes jahr,übernächsten jahres,"
    "dentro de dos años"
)
THIS_MONTH: Final = (
    "this month,the month,current month,este mes,el mes,del mes,dieser monat,diesen monat,"
    "diesem monat,"
    "des monats,هذا الشهر,الشهر هذا,الشهر,هالشهر"
)
WEEKENDS: Final = "weekend,the weekend,wknd,fin de semana,wochenende,نهاية الأسبوع,الويكند,ويكند"
ENDS: Final = (
    "end of,the end of,at the end of,end,ending,tail end of,finales de,a finales de,"
    "final de,fines de,"
    "a fines de,fin de,el fin de,a final de,ende,ende des,zum ende,ende von,نهاية,في نهاية,"
    "آخر,اخر,أواخر"
)
STARTS: Final = (
    "beginning of,the beginning of,start of,the start of,early,early in,at the start of,beginning,"
    "principios de,a principios de,comienzos de,a comienzos de,inicios de,a inicios de,"
    "primeros de,"
    "anfang,anfang des,beginn,zu beginn,beginn des,early part of,بداية,في بداية,أول,مطلع,أوائل"
)
MIDDLES: Final = (
    "mid,middle of,the middle of,halfway through,mediados de,a mediados de,mitad de,mitte,"
    "mitte des,"
    "منتصف,في منتصف,نص شهر,وسط"
)
LATES: Final = "late,late in,later in,towards the end of,hacia finales de,gegen ende"
# One word each.
CLOSED: Final = {
    "month_end": "month end,month's end,eom,end of month,monatsende,fin de mes,"
    "final de mes,a final de mes,finales de mes,آخر الشهر,"
    "نهاية الشهر,اخر الشهر",
    "year_end": "year end,year's end,eoy,end of year,jahresende,fin de año,finales de año,"
    "final de año,"
    "آخر السنة,نهاية السنة,نهاية العام,اخر السنة",
    "year_start": "jahresanfang,jahresbeginn,principios de año,بداية السنة,start of the new year",
    "month_start": "nächsten ersten,nächster erster,kommenden ersten,ersten des monats,"
    "ersten des nächsten monats,primero de mes,primero del mes,primer día del mes,monatsanfang,monatsersten,monatserste,principios de mes,بداية الشهر,"
    "أول الشهر,first of the month,"
    "the first of the month,1st of the month,the 1st of the month",
    "mid_year": "midyear,mid year,mid-year,jahresmitte,mediados de año,منتصف السنة",
    "mid_month": "mid month,mid-month,monatsmitte,mediados de mes,منتصف الشهر",
}
# What stands before a time and what it makes of it.
RELATIONS: Final = {
    "by": "by,by the,until,till,til,no later than,not later than,latest,at the latest,"
    "within,inside,in under,"
    "before the end of,by around,by about,up to,"
    "hasta,a más tardar,como muy tarde,antes de que acabe,antes del final de,"
    "antes de finales de,antes de fin de,"
    "antes de que termine,para antes de que acabe,"
    "bis,bis zum,bis zur,bis spätestens,spätestens,spätestens bis,bis ende,innerhalb,"
    "innerhalb von,"
    "حتى,لحد,لغاية,قبل نهاية,في غضون,خلال,بحد أقصى",
    "before": "before,b4,prior to,ahead of,antes de,antes del,antes de las,antes de la,"
    "antes de los,vor,vor dem,"
    "vor der,vor den,noch vor,قبل",
    "after": "after,past,following,once,post,después de,después del,despues de,tras,pasado,"
    "pasadas,pasada,"
    "luego de,a la vuelta de,a la vuelta del,a la vuelta de las,nach,nach dem,nach der,nach den,بعد,عقب",
    "from": "from,from the,not before,not until,starting,starting in,starting from,as of,"
    "beginning in,earliest,"
    "at the earliest,no earlier than,not earlier than,not till,anytime from,any time after,"
    "desde,a partir de,a partir del,de,no antes de,no antes del,"
    "ab,ab dem,ab der,von,nicht vor,nicht vor dem,frühestens,erst,erst ab,erst im,"
    "frühestens im,frühestens ab,"
    "من,ابتداء من,اعتبارا من,مو قبل,ليس قبل,مش قبل,من بعد",
    "past": "last,the last,past,since,for the last,for the past,been,hace,desde hace,"
    "el pasado,la pasada,seit,"
    "letzten,letzte,letztes,letzter,vorigen,voriges,منذ,من زمان,صار لي",
}
RELATION_FILLERS: Final = (
    "the,around,about,roughly,approximately,like,maybe,probably,say,sometime,some time,ca,"
    "etwa,el,la,los,las,"
    "más o menos,en,in,im,dem,den,der,des,die,das,ungefähr,so,of,حوالي,تقريبا,في,شهر,mid"
)
AGO: Final = (
    "ago,earlier,back,pasado,pasada,atrás,her,zuvor,مضت,ماضية,فاتت,الماضي,الماضية,اللي فات"
)
LATEST_AFTER: Final = (
    "at the latest,latest,at the very latest,como muy tarde,a más tardar,spätestens,كحد أقصى"
)
OR_LATER: Final = (
    "or later,or after,or beyond,at the earliest,earliest,onwards,onward,and later,"
    "and beyond,o más tarde,"
    "o después,en adelante,oder später,frühestens,أو بعد,وما بعد"
)
MORE_THAN: Final = (
    "more than,over,longer than,beyond,greater than,>,más de,mas de,mehr als,über,"
    "länger als,أكثر من,اكثر من"
)
TIES: Final = (
    "- to or till until through thru / bis oder a o u y and und hasta إلى الى ل او أو و , maybe"
)
OPENERS: Final = "between,from,entre,zwischen,von,بين,من,de,desde"
ORDINALS: Final = {
    "1": "first,1st,primera,erste,ersten,الأول,أول",
    "2": "second,2nd,segunda,zweite,zweiten,الثاني",
    "3": "third,3rd,tercera,dritte,dritten,الثالث",
    "4": "fourth,4th,cuarta,vierte,vierten,الرابع",
    "5": "last,última,letzte,letzten,الأخير",
}
# Other words that a month ("first of May", شهر ٦) or a length of time ("another month") begins with.
CALENDAR_WEEKS: Final = "kw kalenderwoche kalenderwochen cw"
OPENING_MONTHS: Final = "first primero ersten erster شهر"
ONE_MORE: Final = "another one otro otra weiteren weiteres واحد"
