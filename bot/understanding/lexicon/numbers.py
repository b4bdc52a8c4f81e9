"""Number words of four languages as people type them, folded when the table is built."""

from __future__ import annotations

from typing import Final

UNITS: Final = {
    "en": "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
    "twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 "
    "dozen=12",
    "es": "cero=0 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 "
    "once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 "
    "diecinueve=19 veintiuno=21 veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 "
    "veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 docena=12",
    "de": "null=0 eins=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 "
    "elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 "
    "neunzehn=19 anderthalb=1.5 dutzend=12",
    "ar": "صفر=0 واحد=1 واحدة=1 اثنين=2 اثنان=2 اثنتين=2 "
    "تنين=2 اتنين=2 ثنين=2 ثلاثة=3 ثلاث=3 تلاتة=3 "
    "تلات=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 ثمانية=8 ثماني=8 ثمان=8 تمانية=8 "
    "تمن=8 تسعة=9 تسع=9 عشرة=10 عشر=10 احدعش=11 حداشر=11 اطنعش=12 اثنعش=12 اتناشر=12 "
    "ثلاثطعش=13 تلتاشر=13 اربعطعش=14 خمسطعش=15 خمستاشر=15 ستطعش=16 سبعطعش=17 ثمنطعش=18 تسعطعش=19",
}
TENS: Final = {
    "en": "twenty=20 thirty=30 forty=40 fourty=40 "
    "fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
    "es": "veinte=20 treinta=30 cuarenta=40 cincuenta=50 "
    "sesenta=60 setenta=70 ochenta=80 noventa=90",
    "de": "zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 "
    "sechzig=60 siebzig=70 achtzig=80 neunzig=90",
    "ar": "عشرين=20 عشرون=20 ثلاثين=30 تلاتين=30 ثلاثون=30 "
    "أربعين=40 أربعون=40 خمسين=50 خمسون=50 ستين=60 "
    "ستون=60 سبعين=70 سبعون=70 ثمانين=80 تمانين=80 ثمانون=80 تسعين=90 تسعون=90",
}
HUNDREDS: Final = {  # words that are hundreds by themselves
    "en": "",
    "es": "ciento=100 doscientos=200 doscientas=200 "
    "trescientos=300 trescientas=300 cuatrocientos=400 "
    "cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 "
    "setecientos=700 setecientas=700 ochocientos=800 "
    "ochocientas=800 novecientos=900 novecientas=900",
    "de": "",
    "ar": "مئتين=200 مئتان=200 مائتين=200 ميتين=200 "
    "ثلاثمئة=300 ثلاثمائة=300 ثلاثمية=300 تلتمية=300 "
    "تلاتمية=300 أربعمئة=400 أربعمائة=400 أربعمية=400 "
    "ربعمية=400 خمسمئة=500 خمسمائة=500 خمسمية=500 "
    "ستمئة=600 ستمائة=600 ستمية=600 سبعمئة=700 سبعمائة=700 سبعمية=700 ثمانمئة=800 ثمانمائة=800 "
    "ثمانمية=800 تمنمية=800 تسعمئة=900 تسعمائة=900 تسعمية=900",
}
HUNDRED: Final = {  # words that multiply by a hundred
    "en": "hundred hundreds",
    "es": "cien cientos",
    "de": "hundert",
    "ar": "مئة مائة مية ميه",
}
SCALES: Final = {  # full words: they count as one of themselves when nothing stands before them
    "en": "thousand=1000 thousands=1000 thousend=1000 "
    "thousan=1000 million=1000000 millions=1000000 "
    "milion=1000000 mill=1000000 billion=1000000000 billions=1000000000 grand=1000 "
    "trillion=1000000000000 "
    "lakh=100000 lakhs=100000 lac=100000 lacs=100000 crore=10000000 crores=10000000 cror=10000000 "
    "karod=10000000",
    "es": "mil=1000 miles=1000 millón=1000000 millones=1000000 kilo=1000000 kilos=1000000 "
    "millardo=1000000000",
    "de": "tausend=1000 tausende=1000 million=1000000 millionen=1000000 milliarde=1000000000 "
    "milliarden=1000000000",
    "ar": "ألف=1000 ألفا=1000 الاف=1000 تلاف=1000 مليون=1000000 مليونا=1000000 ملايين=1000000 "
    "مليار=1000000000",
}
DUALS: Final = {
    "en": "",
    "es": "",
    "de": "",
    "ar": "ألفين=1000 ألفان=1000 مليونين=1000000 مليونان=1000000",
}
SHORT_SCALES: Final = (  # only after a figure
    "k=1000 th=1000 thou=1000 thsd=1000 tsd=1000 tk=1000 "
    "m=1000000 mm=1000000 mio=1000000 mln=1000000 mn=1000000 "
    "b=1000000000 bn=1000000000 mrd=1000000000 mdp=1000000 "
    "cr=10000000 crs=10000000 lk=100000 lks=100000 lkh=100000 "
    "ك=1000 الف=1000"
)
HALVES: Final = {
    "en": "half",
    "es": "medio media",
    "de": "halbe halben halber halbes halb",
    "ar": "نص نصف",
}
QUARTERS: Final = {"en": "quarter", "es": "cuarto", "de": "viertel", "ar": "ربع"}
ARTICLES: Final = {
    "en": "a an",
    "es": "un una",
    "de": "ein eine einen einer einem eines",
    "ar": "",
}
JOINS: Final = {"en": "and", "es": "y", "de": "und", "ar": "و"}
POINTS: Final = {"en": "point", "es": "coma punto con", "de": "komma", "ar": "فاصلة فاصل"}
VAGUE: Final = {"en": "couple=2", "es": "par=2", "de": "paar=2", "ar": ""}  # "a couple hundred"

# Words that mean a number in one language and something else in another are only read at home.
ONLY_AT_HOME: Final = "once elf null mil miles kilo kilos con par paar mill acht die un"
THREE_QUARTERS: Final = "dreiviertel"
# "A few hundred thousand" is no figure; "500-ish thousand" and "300 odd thousand" are.
NO_COUNT: Final = (
    "few several many some lots of odd ish pico something hundreds varios algunos pocos "
    "cientos mehrere einige "
    "hunderte paar عدة كم بضعة مئات"
)
ODD: Final = "ish,-ish,odd,something,some,y pico,y algo,plus,irgendwas,وشوي,وكسور"
# Before a scale word that stands alone: "budget million", "about a million", "hasta mil".
BEFORE_ONE: Final = (
    "to about around under over max maximum budget is least than like a one say roughly up "
    "of and or spend for "
    "hasta mil unos como presupuesto es son máximo por de a y o e menos más con los entre "
    "unas alrededor "
    "bis maximal etwa rund circa ca ungefähr budget von und oder zu unter über höchstens "
    "um gut knapp "
    "حدود بحدود حوالي تقريبا ميزانيتي ميزانية الميزانية لحد حتى من الى إلى بين و او أو شي "
    "أقصى يتجاوز ل ب أقل أكثر "
    "الأقل في تحت فوق لغاية"
)
