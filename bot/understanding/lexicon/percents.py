"""The words around percentages, in four languages. Phrases are parted by commas."""

from __future__ import annotations

from typing import Final

SIGNS: Final = (
    "%,percent,per cent,pct,prozent,por ciento,porciento,por cien,v.h.,بالمئة,بالمائة,"
    "بالمية,في المئة,"
    "في المية,% down,percent down"
)
PHRASES: Final = {
    "0": "zero down,nothing down,no down,no down payment,no money down,no deposit,"
    "zero deposit,none,nothing,"
    "nada,nada de entrada,sin entrada,sin enganche,cero,ohne eigenkapital,"
    "kein eigenkapital,nichts,"
    "keine anzahlung,بدون دفعة,بدون مقدم,ولا شي,لا شيء,بدون دفعة أولى,$0,0 down,$0 down",
    "50": "half,the half,half of it,la mitad,die hälfte,hälfte,نص,النصف,نصف,النص",
    "33.33": "a third,one third,third,un tercio,ein drittel,drittel,ثلث,الثلث",
    "66.67": "two thirds,dos tercios,zwei drittel,ثلثين",
    "25": "a quarter,one quarter,quarter,un cuarto,una cuarta parte,ein viertel,viertel,ربع,الربع",
    "20": "a fifth,one fifth,un quinto,ein fünftel,خمس القيمة",
    "10": "a tenth,one tenth,un décimo,ein zehntel,عشر القيمة",
    "75": "three quarters,tres cuartos,drei viertel",
    "100": "all of it,all cash,everything,the whole,full price,todo,el total,alles,"
    "komplett,كامل,كامل المبلغ",
}
OTHER_NOUNS: Final = (
    "k,bed,beds,month,months,year,years,week,weeks,days,usd,dollars,euro,euros,aed,lakh,cr,"
    "thousand,people,"
    "meses,años,monate,jahre,habitaciones,zimmer,درهم,ألف,شهر,سنة"
)
TIES: Final = "- to or till bis oder a o u hasta إلى الى ل او أو maybe / ~"
OPENERS: Final = "between,from,entre,zwischen,von,بين,من,de"
OF_PRICE: Final = "on of for out towards de sobre von auf bei für على من"
AT_LEAST: Final = (
    "at least,min,minimum,more than,over,above,+,or more,and up,plus,al menos,mínimo,más de,o más,"
    "mindestens,mehr als,über,oder mehr,على الأقل,أكثر من,أو أكثر"
)
AT_MOST: Final = (
    "up to,max,maximum,at most,less than,under,below,or less,hasta,máximo,menos de,"
    "como mucho,bis,bis zu,"
    "höchstens,maximal,weniger als,unter,حتى,أقل من,كحد أقصى"
)
# What makes a percentage in running text a down payment.
DOWN: Final = "down downpayment deposit entrada enganche inicial anzahlung eigenkapital مقدم دفعة"
