"""How people say when they would move, without naming a time. Phrases are parted by commas."""

from __future__ import annotations

from typing import Final

ATTITUDES: Final = {
    # as soon as possible, whatever else is said
    "now": (
        "asap,a.s.a.p,asap!,as soon as possible,as soon as i can,as soon as we can,"
        "soon as possible,"
        "right away,straight away,straightaway,rightaway,immediately,immediate,immediatly,"
        "imediately,"
        "urgent,urgently,urgently needed,at once,right this minute,yesterday,like yesterday,"
        "as quickly as possible,as fast as possible,the sooner the better,sooner the better,"
        "ready to go,ready to move,ready to buy,ready when you are,pronto pronto,"
        "cuanto antes,lo antes que se pueda,lo antes que pueda,lo antes posible,"
        "lo más pronto posible,lo mas pronto posible,lo más pronto,lo mas pronto,de inmediato,"
        "inmediatamente,inmediato,inmediata,urgente,urge,me urge,con urgencia,enseguida,"
        "en seguida,ahora mismo,"
        "ya mismo,ya,tan pronto como sea posible,lo más rápido posible,ayer,"
        "sofort,ab sofort,so schnell wie möglich,so bald wie möglich,so früh wie möglich,"
        "baldmöglichst,"
        "schnellstmöglich,möglichst bald,möglichst schnell,umgehend,dringend,gestern,unverzüglich,"
        "so schnell es geht,am liebsten gestern,am liebsten sofort,"
        "فورا,فوراً,فوري,حالا,حالاً,في أسرع وقت,بأسرع وقت,باسرع وقت,أسرع وقت,"
        "اسرع وقت ممكن,"
        "في أقرب وقت,بأقرب وقت,أقرب وقت,مستعجل,مستعجلة,مستعجلين,ضروري,عاجل,أمس,دلوقتي حالا"
    ),
    # now, unless something else is said
    "present": (
        "now,nowish,right now,currently,within the week,هالأسبوع,هالاسبوع,by the end of the week,"
        "end of the week,at the moment,ready,ready now,any time now,any day now,"
        ""
        "very soon,real soon,in no time,short notice,days,within days,"
        "ahora,listo,lista,listos,en estos días,muy pronto,"
        "jetzt,gleich,bereit,sehr bald,zeitnah,kurzfristig,"
        "الآن,الان,الحين,على طول,دلوقتي,هلا,هلأ,هسه,جاهز,جاهزة,جاهزين"
    ),
    # no plan
    "browsing": (
        "just looking,just lookin,only looking,just looking around,looking around,"
        "just looking for now,"
        "just looking for fun,just browsing,browsing,only browsing,window shopping,"
        "just curious,curious,"
        "only curious,no plan,no plans,no plans yet,no real plans,no timeline,no time line,"
        "no timeframe,"
        "no time frame,no date,no set date,no deadline,"
        ""
        "not planning,not moving,not buying,not selling,"
        "not looking to move,"
        "not going anywhere,someday,some day,one day,eventually,maybe someday,"
        "maybe one day,just exploring,"
        "exploring,just researching,just seeing,seeing what's out there,seeing whats out there,"
        "what's out there,testing the waters,just checking,just getting ideas,dreaming,"
        "just dreaming,"
        "just reading,learning,just learning,just wondering,nosy,being nosy,no idea if,"
        "solo mirando,sólo mirando,mirando,solo estoy mirando,solo miro,viendo,solo viendo,"
        "curioseando,"
        "por curiosidad,solo curiosidad,curiosidad,curioso,"
        "algún día,sin fecha,sin plan,sin planes,no tengo planes,"
        "no tengo fecha,todavía no lo pienso,solo me informo,solo información,solo informarme,"
        "unverbindlich,rein informativ,nur mal schauen,nur schauen,mal schauen,schaue nur,"
        "schau nur,schaue mich nur um,"
        "ich schaue nur,wir schauen nur,wir schauen uns nur um,schauen uns nur um,schauen nur,"
        "nur gucken,gucken nur,gucke nur,nur am schauen,nur zum schauen,"
        "nur umsehen,seh mich nur um,nur neugierig,neugierig,aus neugier,"
        "keine pläne,kein plan,kein konkreter plan,keinen plan,irgendwann,irgendwann mal,"
        "nur informieren,"
        "informiere mich nur,"
        "nur interesse,"
        "أتصفح,اتصفح,أتصفح فقط,بس أتصفح,نتصفح,تصفح,تصفح فقط,"
        "مجرد استفسار,استفسار فقط,بس استفسار,للاستفسار,بس أتفرج,بس اتفرج,أتفرج,اتفرج,بتفرج,"
        "بس بتفرج,مجرد فضول,فضول,فضول فقط,استكشف,"
        "أستكشف,استكشاف,"
        ""
        ""
        "ما عندي خطة,لا توجد خطة,لا يوجد خطة,بدون خطة,يوم ما,في يوم من الأيام,اشوف بس,"
        "أشوف بس,بس أشوف,"
        "بس اشوف,مجرد اطلاع,للاطلاع,اطلاع فقط"
    ),
    # browsing, if no time is said
    "unhurried": (
        "no rush,not in a rush,no hurry,not in a hurry,in no rush,in no hurry,not urgent,"
        "sin prisa,sin prisas,no tengo prisa,no tenemos prisa,no hay prisa,no corre prisa,no urge,"
        "ninguna prisa,keine eile,nicht eilig,ohne zeitdruck,kein zeitdruck,"
        "keinen zeitdruck,hat zeit,"
        "غير مستعجل,مو مستعجل,مش مستعجل,مب مستعجل,لسنا مستعجلين,لست مستعجلا,مو مستعجلين,مش مستعجلين,مب مستعجلين,prisa ninguna,"
        "ما في استعجال,مافي استعجال,ما في عجلة,"
        "بدون استعجال"
    ),
    # looks like browsing, is a search
    "search": (
        "just looking for,just looking for a,just looking for an,just looking for something,"
        "just looking to,just looking at,only looking for,only looking at,looking for,looking to"
    ),
    # depends on something without a date
    "event": (
        "anytime,any time,whenever,flexible,any time is fine,anytime works,"
        "cualquier momento,en cualquier momento,"
        "flexible con la fecha,jederzeit,flexibel,أي وقت,اي وقت,مرن,"
        "when my house sells,when our house sells,when my home sells,when my place sells,"
        "when it sells,"
        "when we sell,when i sell,once we sell,once i sell,once it sells,once my house sells,"
        "once our house sells,after we sell,after i sell,after my house sells,"
        "after selling,depends on the sale,"
        "as soon as we sell,as soon as my house sells,as soon as we sold,as soon as it sells,"
        "when my lease is up,when my lease ends,when our lease ends,when the lease ends,"
        "when our lease is up,"
        "end of my lease,end of lease,lease end,when i find,when we find,once i find,once we find,"
        "when the right one,if the right one,when i get approved,when we get approved,"
        "once approved,"
        "once we're approved,depends,it depends,depending on,whenever i find,whenever we find,"
        "when the baby comes,when i retire,when we retire,when rates drop,when rates go down,"
        "when interest rates,if rates,when prices drop,"
        "cuando venda,cuando vendamos,cuando se venda,después de vender,en cuanto venda,depende,"
        "cuando acabe,cuando termine,cuando termine el contrato,cuando encuentre,"
        "cuando me aprueben,"
        "cuando bajen,cuando me jubile,si encuentro,"
        "wenn mein haus verkauft,wenn unser haus verkauft,wenn ich verkauft,sobald ich verkauft,"
        "sobald wir verkauft,nach dem verkauf,kommt drauf an,kommt darauf an,je nachdem,"
        "wenn der mietvertrag,"
        "wenn ich was finde,wenn wir was finden,sobald ich etwas finde,"
        "sobald wir etwas finden,wenn die zinsen,"
        "wenn es passt,wenn alles passt,"
        "لما أبيع,لما ابيع,بعد ما أبيع,بعد ما ابيع,بعد البيع,يعتمد,حسب,على حسب,لما القى,"
        "لما ألقى,لما ينتهي,لما يخلص,"
        "لما يخلص العقد,عند انتهاء العقد"
    ),
    "later": (
        "later,much later,later on,a while,in a while,not for a while,not anytime soon,"
        "not any time soon,"
        "not soon,long term,long way off,far off,down the road,in the future,"
        "distant future,years away,"
        "más adelante,mas adelante,más tarde,largo plazo,a largo plazo,en el futuro,no pronto,"
        "später,langfristig,in der zukunft,in zukunft,noch lange nicht,in ferner zukunft,"
        "لاحقا,لاحقاً,فيما بعد,بعدين,مستقبلا,في المستقبل,على المدى البعيد"
    ),
    "soon": (
        "soon,soonish,pretty soon,fairly soon,kinda soon,sooner rather than later,shortly,"
        "in the near future,"
        "near future,"
        "pronto,dentro de poco,en breve,próximamente,bald,demnächst,in kürze,in nächster zeit,"
        "قريبا,قريباً,قريب,عن قريب,في القريب"
    ),
}
NEGATORS: Final = "not no isn't don't dont nothing never nicht kein keine keinen nunca مو مش ليس غير مب لسنا لست ليست مهوب لسنه"
# In a text that answers something else, a time means a move only near one of these.
MOVE: Final = (
    "move,moving,move in,move-in,movein,moved,relocate,relocating,need it,need a place,"
    "need to be in,need to be out,"
    "lease is up,lease ends,lease ends in,lease expires,lease end,lease runs out,close,"
    "closing,close on,buy,buying,"
    "purchase,sell,selling,rent starts,starting,start date,looking for,looking in,"
    "searching,need a,want a,house hunting,"
    "settle in,be in,out by,"
    "running by,live by,go live,timeline,timeframe,planning,plan to,looking to,hoping to,want to,"
    "mudar,mudarme,mudarnos,mudanza,comprar,vender,alquilar,entrar a vivir,contrato acaba,"
    "contrato termina,"
    "se acaba el contrato,se me acaba,necesito para,lo necesito,la necesito,quiero,"
    "busco,buscamos,necesitamos,umziehen,umzug,einziehen,einzug,kaufen,verkaufen,"
    "mietvertrag,mieten,bezugsfertig,"
    "brauche,suche,suchen,"
    "انتقل,أنتقل,ننتقل,الانتقال,انتقال,أشتري,اشتري,شراء,أبيع,استلام,أسكن,اسكن,السكن,"
    "ينتهي العقد,العقد ينتهي,عقدي,عقدنا,ابي,أريد,عايز,"
    "أدور,ادور"
)
# A sentence with one of these speaks of another time.
OTHER_TIMES: Final = (
    "call,ring,phone me,text me,email me,message me,reach me,contact me,viewing,view it,"
    "tour,showing,visit,"
    "see it,see the,see something,see a,come by,stop by,meet,appointment,book,schedule,"
    "available at,open house,"
    "preapproved,pre-approved,approved,pre approval,preapproval,built,renovated,remodeled,"
    "moved here,born,old,"
    "experience,ago,yesterday,month lease,year lease,months lease,week lease,mo lease,"
    "yr lease,mo fine,months fine,"
    "month fine,year fine,long lease,short lease,lease of,lease for,a year,per month,"
    "a month,monthly,"
    "married,divorced,work until,works until,busy,free,back in town,on vacation,"
    "llamar,llámame,llamame,llámenme,visita,visitar,ver el,ver la,verlo,verla,cita,quedar,"
    "construido,"
    "reformado,contrato de,al mes,al año,hace,"
    "anrufen,rufen,ruf,besichtigen,besichtigung,termin,treffen,gebaut,baujahr,saniert,"
    "renoviert,im monat,"
    "pro monat,im jahr,mietdauer,laufzeit,"
    "اتصل,اتصلوا,كلمني,كلموني,معاينة,أشوفها,موعد,زيارة,مبني,سنويا,سنوي,شهريا,في السنة,"
    "بالسنة,في الشهر,بالشهر"
)
# "When our house sells": a time that hangs on something else. One phrase a line, with gaps.
EVENTS: Final = """
    when|once|after|until|if|whenever .. sell|sells|sold|selling|closes
    as soon as .. sell|sells|sold|closes
    cuando|hasta|si .. venda|vendamos|vende|vendemos|vendido
    en cuanto .. venda|vendamos|vende
    wenn|sobald|bis|nachdem|falls .. verkauft|verkaufe|verkaufen
    لما|حين|بعد|عند .. ابيع|نبيع|بيع|ينباع
"""
SALES: Final = (
    "sell sells sold selling closes venda vendamos vende vendemos vendido verkauft verkaufe verkaufen "
    "ابيع نبيع بيع ينباع أبيع"
)
# What denies a time or an attitude behind it, where only BETWEEN stands between.
DENIES: Final = (
    "not no never nothing nobody without neither nor cannot don't dont won't wont can't cant isn't isnt aren't arent ain't aint "
    "doesn't doesnt didn't didnt haven't havent hasn't hasnt wouldn't wouldnt couldn't couldnt shouldn't "
    "nicht kein keine keinen keinesfalls keineswegs nie niemals nichts nunca jamás tampoco nada "
    "مو مش مب ليس ليست لن ما لست لسنا"
)
DENIES_BEHIND: Final = "nicht no"
# A bare "no" denies only before one of these; else it answers.
BEHIND_NO: Final = (
    "need plan plans intention way chance moving en antes dentro para hasta los las este esta quiero queremos "
    "voy vamos pienso planeo me nos puedo podemos será sera inmediatamente ahora ya"
)
BETWEEN: Final = (
    "i we im i'm we're to of the in at for until till by on it that is be been being able ready going gonna want wanna need needs plan plans planning "
    "planned intend intention expect expecting looking like move moving buy buying sell selling happen happening start starting "
    "have has do really necessarily any anything before within next coming following less than another up over end ends ending out expire "
    "expires runs run back available way chance something right much kinda exactly definitely "
    "en los las la el de del para antes dentro hasta quiero queremos voy vamos pienso planeo me nos puedo podemos comprar mudar mudarme "
    "mudarnos vender próximos próximas próximo proximos proximas ser será sera menos que a "
    "den der die das im in innerhalb von vor nächsten kommenden umziehen kaufen verkaufen einziehen ich wir will wollen möchte weniger als schon gleich unbedingt bis "
    "في خلال القادمه القادمة أريد ابي انتقل"
)
# "Why not June" proposes it.
UNDENIED: Final = "why if or whether warum wieso falls ob oder"
# Before a length of time: all of it is meant.
BOUNDS: Final = "next coming following less within próximos próximas próximo proximos proximas menos nächsten kommenden weniger innerhalb خلال"
LASTS: Final = "for another other para por otros für noch weitere"

# Behind "as soon as possible", one of these goes on with when it can really be.
BUTS: Final = (
    "but realistically although though pero aunque sino aber realistisch allerdings لكن بس"
)
